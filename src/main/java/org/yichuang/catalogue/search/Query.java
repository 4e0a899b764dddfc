package org.yichuang.catalogue.search;

import java.util.Arrays;
import java.util.List;

/** What somebody typed, made ready to be compared. */
record Query(String plain, List<String> words, boolean latin) {
    private static final int LONGEST = 60;

    static Query of(String typed) {
        String most = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        String plain = Words.plain(most);
        List<String> words = Arrays.stream(Words.english(most))
                .filter(word -> !word.isEmpty())
                .toList();
        return new Query(plain, words, Words.latin(plain));
    }

    boolean empty() {
        return plain.isEmpty();
    }
}
