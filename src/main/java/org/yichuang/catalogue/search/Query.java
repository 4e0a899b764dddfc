package org.yichuang.catalogue.search;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What somebody typed, made ready to be compared: without the words of a question (怎么, 需要什么, how do I), unless
 * there are no others.
 *
 * @param whole with the words of the question, as one may stand in a name
 * @param runs 食品 and jyxk of 食品jyxk, each a query of its own; empty where it is all of one kind
 */
record Query(String plain, String whole, List<String> words, boolean latin, List<Query> runs) {
    private static final int LONGEST = 60;
    private static final Pattern ASKING = Pattern.compile(String.join(
            "|",
            "请问",
            "我想要?",
            "我要",
            "(怎么|怎样|如何|[在去]?哪[里儿]?)(办理|申请|办)?",
            "(需要?|要)?(带|交|准备)?(什么|哪些)(材料|手续|证件)?",
            "办理|申请|补办|材料|手续|流程|多少钱|多久",
            "(过期|到期|丢)了",
            "[吗呢]"));
    private static final Set<String> SMALL = Set.of(
            ("a an the to of s how do does i my me we our you is are can get want need must have in for on at with"
                            + " what which where when apply documents papers expired lost please")
                    .split(" "));
    private static final Pattern RUN = Pattern.compile("\\p{ASCII}+|\\P{ASCII}+");

    static Query of(String typed) {
        String most = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        String normal = Words.normal(most);
        String left = ASKING.matcher(normal).replaceAll("");
        String telling = Words.plain(left).isEmpty() ? normal : left;
        List<Query> runs = RUN.matcher(telling)
                .results()
                .map(MatchResult::group)
                .map(run -> of(run, Words.plain(run), List.of()))
                .filter(Predicate.not(Query::empty))
                .toList();
        boolean mixed = runs.stream().map(Query::latin).distinct().count() > 1;
        return of(telling, Words.plain(normal), mixed ? runs : List.of());
    }

    private static Query of(String telling, String whole, List<Query> runs) {
        String plain = Words.plain(telling);
        return new Query(plain, whole, words(telling), Words.latin(plain), runs);
    }

    /** The English words that say something, or all where none does. */
    static List<String> words(String text) {
        List<String> words = Arrays.stream(Words.english(text))
                .filter(word -> !word.isEmpty())
                .toList();
        List<String> telling =
                words.stream().filter(word -> !SMALL.contains(word)).toList();
        return telling.isEmpty() ? words : telling;
    }

    boolean empty() {
        return plain.isEmpty();
    }
}
