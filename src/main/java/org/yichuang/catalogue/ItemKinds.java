package org.yichuang.catalogue;

/** What the journal calls the things that happen to items; payload: the {@code version}; subject {@link #subject}. */
public final class ItemKinds {
    public static final String DRAFTED = "item.drafted";
    public static final String EDITED = "item.edited";
    public static final String CHECKED = "item.checked";
    /** Payload: {@code sha256} of its content too. */
    public static final String PUBLISHED = "item.published";

    public static final String RETIRED = "item.retired";
    public static final String DISCARDED = "item.discarded";

    /** Of the {@link #TOPICS}; payload: the keys {@code added}, {@code changed} and {@code removed}. */
    public static final String TOPICS_REPLACED = "catalogue.topics-replaced";

    /** The subject that themes and life events are together. */
    public static final String TOPICS = "catalogue:topics";

    private ItemKinds() {}

    public static String subject(String code) {
        return "item:" + code;
    }
}
