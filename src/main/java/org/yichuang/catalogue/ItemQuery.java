package org.yichuang.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for. Null or blank: no restriction.
 *
 * @param words Chinese, pinyin, initials or English
 */
public record ItemQuery(
        @Nullable String words,
        @Nullable Audience audience,
        @Nullable String theme,
        @Nullable String lifeEvent,
        @Nullable String department) {
    public static final ItemQuery ALL = new ItemQuery(null, null, null, null, null);

    public static ItemQuery words(String words) {
        return new ItemQuery(words, null, null, null, null);
    }

    public boolean admits(ItemCard card) {
        return (audience == null || card.audience().contains(audience))
                && (blank(theme) || card.themes().contains(theme))
                && (blank(lifeEvent) || card.lifeEvents().contains(lifeEvent))
                && (blank(department) || card.department().equals(department));
    }

    private static boolean blank(@Nullable String value) {
        return value == null || value.isBlank();
    }
}
