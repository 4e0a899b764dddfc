package org.yichuang.catalogue.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yichuang.catalogue.ItemCard;
import org.yichuang.catalogue.search.Pinyin.Spelling;
import org.yichuang.shared.Text;

/** One item made ready to be found, and how well a query finds it. */
final class Entry {
    private final ItemCard card;
    private final String name;
    private final List<String> synonyms;
    private final String outcome;
    private final String summary;
    private final String department;
    private final List<String> topics;
    private final List<Spelling> nameSpellings;
    private final List<Spelling> synonymSpellings;
    private final List<Spelling> topicSpellings;
    private final Set<List<String>> englishNames;
    private final String[] english;
    private final String[] englishCalled;
    private final String[] englishAll;
    private final String[] englishTopics;
    private final Set<String> pairs;

    Entry(SearchIndex.Item item) {
        this.card = item.card();
        this.name = Words.plain(card.name().zh());
        this.synonyms = item.synonyms().stream().map(Words::plain).toList();
        this.outcome = Words.plain(item.outcome().zh());
        this.summary = Words.plain(card.summary().zh());
        this.department = Words.plain(item.department().zh());
        this.topics =
                item.topics().stream().map(topic -> Words.plain(topic.zh())).toList();
        this.nameSpellings = Pinyin.spellings(name);
        this.synonymSpellings = this.synonyms.stream()
                .filter(Predicate.not(Words::latin))
                .flatMap(word -> Pinyin.spellings(word).stream())
                .toList();
        this.topicSpellings = this.topics.stream()
                .flatMap(topic -> Pinyin.spellings(topic).stream())
                .toList();
        List<String> names = Stream.concat(
                        Stream.of(card.name().en()), item.synonyms().stream().filter(Entry::english))
                .toList();
        String called = String.join(" ", names);
        this.englishNames = names.stream().map(Query::words).collect(Collectors.toSet());
        this.english = Words.forms(card.name().en());
        this.englishCalled = Words.forms(called);
        this.englishAll = Words.forms(
                called + " " + card.summary().en() + " " + item.outcome().en());
        this.englishTopics = Words.forms(item.topics().stream().map(Text::en).collect(Collectors.joining(" ")));
        this.pairs = Words.pairs(name + "\n" + String.join("\n", this.synonyms) + "\n" + outcome);
    }

    ItemCard card() {
        return card;
    }

    /** How well it fits English words that may each have a slip: what people call it before the rest. 0: not found. */
    int resembling(List<String> asked) {
        if (asked.isEmpty() || !asked.stream().allMatch(word -> resembles(word, englishAll))) {
            return 0;
        }
        boolean called = asked.stream().allMatch(word -> resembles(word, englishCalled));
        return (called ? 300 : 200) * 100 + common();
    }

    /** What items of equal score are ordered by: as a dictionary would. */
    String order() {
        return nameSpellings.getFirst().full();
    }

    /** Every two characters under which it can be found. */
    Stream<String> keys() {
        List<String> texts = new ArrayList<>(List.of(name, outcome, summary, department));
        texts.addAll(synonyms);
        texts.addAll(topics);
        Stream.of(nameSpellings, synonymSpellings, topicSpellings)
                .flatMap(List::stream)
                .forEach(spelling -> {
                    texts.add(spelling.full());
                    texts.add(spelling.initials());
                });
        texts.addAll(Arrays.asList(englishAll));
        texts.addAll(Arrays.asList(englishTopics));
        return texts.stream().flatMap(text -> Words.pairs(text).stream()).distinct();
    }

    /** 0: not found. The common items come first among equals. */
    int score(Query query) {
        int found = query.latin() ? latin(query) : Math.max(asked(query), mixed(query));
        return found == 0 ? 0 : found * 100 + common();
    }

    /** How well it fits what only sounds like it: all of a name, or whole syllables of one. 0: not found. */
    int sounding(List<Spelling> asked) {
        int found = best(
                any(asked, nameSpellings::contains) ? 860 : 0,
                any(asked, synonymSpellings::contains) ? 850 : 0,
                any(asked, part -> any(nameSpellings, whole -> whole.spells(part))) ? 580 : 0,
                any(asked, part -> any(synonymSpellings, whole -> whole.spells(part))) ? 540 : 0);
        return found == 0 ? 0 : found * 100 + common();
    }

    /** The order of a list that nobody searched: the common ones first, as the city put them. */
    int common() {
        Integer common = card.common();
        return common == null ? 0 : Math.max(1, 99 - common);
    }

    /** Chinese and letters typed together: as good as the one of them that fits less. */
    private int mixed(Query query) {
        return query.runs().stream()
                .mapToInt(run -> run.latin() ? latin(run) : chinese(run.plain()))
                .min()
                .orElse(0);
    }

    /** Without the words of the question, or with them where they belong to a name: whichever fits better. */
    private int asked(Query query) {
        int plain = chinese(query.plain());
        return query.whole().equals(query.plain()) ? plain : Math.max(plain, chinese(query.whole()));
    }

    private int chinese(String q) {
        return best(
                name.equals(q) ? 1000 : 0,
                synonyms.contains(q) ? 900 : 0,
                name.startsWith(q) ? 800 : 0,
                outcome.equals(q) ? 750 : 0,
                name.contains(q) ? 700 : 0,
                any(synonyms, word -> word.contains(q)) ? 650 : 0,
                any(synonyms, word -> word.length() > 1 && q.contains(word)) ? 600 : 0,
                outcome.contains(q) ? 500 : 0,
                summary.contains(q) ? 350 : 0,
                department.contains(q) ? 250 : 0,
                any(topics, topic -> topic.contains(q)) ? 200 : 0,
                shared(q));
    }

    /**
     * How much of the query stands in the item in pieces: more than half of its pairs of characters, or half where it
     * is short for something (教师证, not 公租房 by 租房提取), or nothing.
     */
    private int shared(String q) {
        Set<String> asked = Words.pairs(q);
        int twice = 2 * (int) asked.stream().filter(pairs::contains).count();
        boolean enough = twice > asked.size() || (twice == asked.size() && shortened(q));
        return asked.isEmpty() || !enough ? 0 : 150 * twice / asked.size();
    }

    private boolean shortened(String q) {
        return Words.shortens(q, name) || any(synonyms, word -> Words.shortens(q, word));
    }

    private int latin(Query query) {
        String q = query.plain();
        return best(
                any(nameSpellings, s -> s.initials().equals(q) || s.full().equals(q)) ? 860 : 0,
                any(synonymSpellings, s -> s.initials().equals(q) || s.full().equals(q)) ? 850 : 0,
                englishNames.contains(query.words()) ? 850 : 0,
                any(nameSpellings, s -> s.initials().startsWith(q)) ? 800 : 0,
                any(nameSpellings, s -> s.full().startsWith(q)) ? 780 : 0,
                english(query.words()),
                any(synonymSpellings, s -> s.full().startsWith(q)) ? 700 : 0,
                any(synonymSpellings, s -> s.initials().startsWith(q)) ? 650 : 0,
                any(nameSpellings, s -> s.typed(q)) ? 580 : 0,
                any(nameSpellings, s -> q.length() > 1 && s.initials().contains(q)) ? 560 : 0,
                any(synonymSpellings, s -> s.typed(q)) ? 540 : 0,
                any(
                                topicSpellings,
                                s -> q.length() > 1
                                        && (s.full().startsWith(q)
                                                || s.initials().equals(q)))
                        ? 200
                        : 0);
    }

    /**
     * Every word is, or begins, a word of the item: best all of its name, then the more of what people call it. A house
     * is not first of all a household.
     */
    private int english(List<String> words) {
        if (words.stream().allMatch(word -> is(word, english))) {
            return 760;
        }
        if (words.stream().allMatch(word -> is(word, englishCalled))) {
            return 720;
        }
        if (words.stream().allMatch(word -> begins(word, english))) {
            return 710;
        }
        long called = words.stream().filter(word -> begins(word, englishCalled)).count();
        boolean all = words.stream().allMatch(word -> begins(word, englishAll));
        if (all) {
            return 400 + (int) (300 * called / words.size());
        }
        return words.stream().allMatch(word -> begins(word, englishTopics)) ? 200 : 0;
    }

    private static boolean english(String synonym) {
        return Words.latin(Words.plain(synonym));
    }

    private static boolean is(String asked, String[] words) {
        String stem = Words.stem(asked);
        return Arrays.stream(words).anyMatch(word -> word.equals(asked) || word.equals(stem));
    }

    private static boolean begins(String asked, String[] words) {
        String stem = Words.stem(asked);
        return Arrays.stream(words).anyMatch(word -> word.startsWith(asked) || word.startsWith(stem));
    }

    private static boolean resembles(String asked, String[] words) {
        return begins(asked, words) || Arrays.stream(words).anyMatch(word -> Words.slip(asked, word));
    }

    private static int best(int... scores) {
        return IntStream.of(scores).max().orElse(0);
    }

    private static <T> boolean any(List<T> list, Predicate<T> test) {
        return list.stream().anyMatch(test);
    }
}
