package org.yichuang.shared;

import java.util.Locale;

/** The two languages of every page and message; Chinese is the first. */
public enum Lang {
    ZH("zh-CN", Locale.SIMPLIFIED_CHINESE),
    EN("en", Locale.ENGLISH);

    private final String tag;
    private final Locale locale;

    Lang(String tag, Locale locale) {
        this.tag = tag;
        this.locale = locale;
    }

    /** The BCP 47 tag, as it stands in {@code <html lang>}. */
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return locale;
    }
}
