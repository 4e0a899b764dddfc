package org.yichuang.shared;

import java.util.stream.Collector;
import java.util.stream.Collectors;

/** Something said to a person, in both languages. */
public record Text(String zh, String en) {

    public static Text of(String zh, String en) {
        return new Text(zh, en);
    }

    /** A name that has no translation (a company, a law, a street): the same in both languages. */
    public static Text same(String name) {
        return new Text(name, name);
    }

    /** Several, one after the other, with what stands between two in each language. */
    public static Collector<Text, ?, Text> joining(String zh, String en) {
        return Collectors.teeing(
                Collectors.mapping(Text::zh, Collectors.joining(zh)),
                Collectors.mapping(Text::en, Collectors.joining(en)),
                Text::of);
    }

    public String in(Lang lang) {
        return lang == Lang.EN ? en : zh;
    }
}
