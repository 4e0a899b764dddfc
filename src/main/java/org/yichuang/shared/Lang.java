package org.yichuang.shared;

/** The two languages of every page and message; Chinese is the first. */
public enum Lang {
    ZH("zh-CN"),
    EN("en");

    private final String tag;

    Lang(String tag) {
        this.tag = tag;
    }

    /** The BCP 47 tag, as it stands in {@code <html lang>}. */
    public String tag() {
        return tag;
    }
}
