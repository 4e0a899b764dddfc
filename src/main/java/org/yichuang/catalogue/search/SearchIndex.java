package org.yichuang.catalogue.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yichuang.catalogue.ItemCard;
import org.yichuang.catalogue.ItemQuery;
import org.yichuang.shared.Page;
import org.yichuang.shared.Text;

/**
 * Finds items in memory; never changes, is made anew when the catalogue does. Each item is filed under every two
 * characters of its names, synonyms, topics, spellings and English words; a query looks up its own pairs, scores only the
 * items that share them (a Chinese query: any; letters: half of them), and orders these.
 */
public final class SearchIndex {
    private static final Comparator<Hit> ORDER = Comparator.comparingInt(Hit::score)
            .reversed()
            .thenComparing(hit -> hit.entry().order())
            .thenComparing(hit -> hit.entry().card().code());

    private final List<Entry> entries;
    private final Map<String, int[]> filed;

    private SearchIndex(List<Entry> entries) {
        this.entries = List.copyOf(entries);
        this.filed = file(entries);
    }

    /** One item to be found: its card, what people call it, what it yields, and the names of its department and its topics. */
    public record Item(ItemCard card, List<String> synonyms, Text outcome, Text department, List<Text> topics) {}

    public static SearchIndex of(List<Item> items) {
        return new SearchIndex(items.stream().map(Entry::new).toList());
    }

    private record Hit(Entry entry, int score) {
        private String key() {
            return score + "\n" + entry.card().code();
        }
    }

    /** What is found, best first; without words everything that passes the filters, the common ones first. */
    public Page<ItemCard> find(ItemQuery query, @Nullable String after, int size) {
        List<Hit> hits = hits(query);
        int start = start(hits, Page.decode(after));
        List<Hit> rows = hits.subList(start, Math.min(hits.size(), start + size + 1));
        return Page.of(rows, size, Hit::key).map(hit -> hit.entry().card());
    }

    public int count(ItemQuery query) {
        return hits(query).size();
    }

    private List<Hit> hits(ItemQuery query) {
        String typed = query.words() == null ? "" : query.words();
        Query words = Query.of(typed);
        if (words.empty() && !typed.isBlank()) { // signs alone ask for something, and nothing is called so
            return List.of();
        }
        List<Hit> fitting = hits(words);
        boolean misspelt = fitting.isEmpty() && words.plain().length() > 1;
        List<Hit> found = misspelt ? misspelt(words) : fitting;
        return found.stream()
                .filter(hit -> query.admits(hit.entry().card()))
                .sorted(ORDER)
                .toList();
    }

    private List<Hit> hits(Query words) {
        return candidates(words)
                .mapToObj(entries::get)
                .map(entry -> new Hit(entry, words.empty() ? 1 + entry.common() : entry.score(words)))
                .filter(hit -> hit.score() > 0)
                .toList();
    }

    /** What sounds alike, for who picked another character (身份正), or is written alike in English (pasport). */
    private List<Hit> misspelt(Query words) {
        List<Pinyin.Spelling> spellings = words.latin() ? List.of() : Pinyin.spellings(words.plain());
        return entries.stream()
                .map(entry ->
                        new Hit(entry, words.latin() ? entry.resembling(words.words()) : entry.sounding(spellings)))
                .filter(hit -> hit.score() > 0)
                .toList();
    }

    /** Where the list goes on: behind the item of the cursor, or, when it is gone, where it would have stood. */
    private static int start(List<Hit> hits, @Nullable String cursor) {
        if (cursor == null) {
            return 0;
        }
        int cut = cursor.indexOf('\n');
        if (cut < 1 || !cursor.substring(0, cut).matches("\\d{1,9}")) {
            throw Page.notOurs();
        }
        int score = Integer.parseInt(cursor.substring(0, cut));
        String code = cursor.substring(cut + 1);
        for (int i = 0; i < hits.size(); i++) {
            if (hits.get(i).entry().card().code().equals(code)) {
                return i + 1;
            }
        }
        return (int) hits.stream().filter(hit -> hit.score() >= score).count();
    }

    private IntStream candidates(Query query) {
        List<String> pairs = List.copyOf(query.latin() ? longestWord(query) : Words.pairs(query.plain()));
        if (pairs.isEmpty()) {
            return IntStream.range(0, entries.size());
        }
        int least = query.latin() ? pairs.size() : 1;
        int[] shared = new int[entries.size()];
        for (String pair : pairs) {
            for (int entry : filed.getOrDefault(pair, new int[0])) {
                shared[entry]++;
            }
        }
        return IntStream.range(0, shared.length).filter(entry -> shared[entry] * 2 >= least);
    }

    /** English words are filed one by one, so a query of several is looked up by its longest. */
    private static Set<String> longestWord(Query query) {
        return query.words().stream()
                .max(Comparator.comparingInt(String::length))
                .map(Words::pairs)
                .orElse(Set.of());
    }

    private static Map<String, int[]> file(List<Entry> entries) {
        Map<String, List<Integer>> lists = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            int number = i;
            entries.get(i)
                    .keys()
                    .forEach(key ->
                            lists.computeIfAbsent(key, k -> new ArrayList<>()).add(number));
        }
        Map<String, int[]> arrays = new HashMap<>();
        lists.forEach((key, list) ->
                arrays.put(key, list.stream().mapToInt(Integer::intValue).toArray()));
        return arrays;
    }

    /** All cards, the common ones first. */
    public List<ItemCard> all() {
        return hits(ItemQuery.ALL).stream().map(hit -> hit.entry().card()).toList();
    }
}
