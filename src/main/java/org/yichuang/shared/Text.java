package org.yichuang.shared;

/** Something said to a person, in both languages. */
public record Text(String zh, String en) {

    public static Text of(String zh, String en) {
        return new Text(zh, en);
    }

    /** A name that has no translation (a company, a law, a street): the same in both languages. */
    public static Text same(String name) {
        return new Text(name, name);
    }

    public String in(Lang lang) {
        return lang == Lang.EN ? en : zh;
    }
}
