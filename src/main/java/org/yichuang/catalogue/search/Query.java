package org.yichuang.catalogue.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What somebody typed, made ready to be compared.
 *
 * @param words without those that say nothing, unless there are no others
 * @param runs 食品 and jyxk of 食品jyxk, each a query of its own; empty where it is all of one kind
 */
record Query(String plain, List<String> words, boolean latin, List<Query> runs) {
    private static final int LONGEST = 60;
    private static final Set<String> SMALL = Set.of("a", "an", "the", "to", "of");
    private static final Pattern RUN = Pattern.compile("\\p{ASCII}+|\\P{ASCII}+");

    static Query of(String typed) {
        String most = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        String normal = Normalizer.normalize(most, Normalizer.Form.NFKC);
        List<Query> runs = RUN.matcher(normal)
                .results()
                .map(MatchResult::group)
                .map(run -> of(run, List.of()))
                .filter(Predicate.not(Query::empty))
                .toList();
        boolean mixed = runs.stream().map(Query::latin).distinct().count() > 1;
        return of(normal, mixed ? runs : List.of());
    }

    private static Query of(String typed, List<Query> runs) {
        String plain = Words.plain(typed);
        List<String> words = Arrays.stream(Words.english(typed))
                .filter(word -> !word.isEmpty())
                .toList();
        List<String> telling =
                words.stream().filter(word -> !SMALL.contains(word)).toList();
        return new Query(plain, telling.isEmpty() ? words : telling, Words.latin(plain), runs);
    }

    boolean empty() {
        return plain.isEmpty();
    }
}
