package org.yichuang.catalogue.document;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yichuang.catalogue.ItemVersion;

/** Keys of rows that nobody wrote one for. */
public final class MadeUpKeys {
    private static final Pattern KEY = Pattern.compile(
            "((?:form|procedure)\\.(?:.+\\.)?(section|question|field|option|step)s\\[\\d+])\\.(?:key|value)");
    /** As {@link ItemFields#named}. */
    static ItemFields in(ItemFields all, List<ItemVersion> versions) {
        Set<String> taken = Stream.concat(Stream.of(all), versions.stream().map(ItemFields::of))
                .flatMap(fields -> fields.typed().entrySet().stream())
                .filter(entry -> at(entry.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.toCollection(HashSet::new));
        var named = new LinkedHashMap<>(all.typed());
        all.typed().forEach((path, value) -> {
            Matcher key = KEY.matcher(path);
            if (value.isEmpty() && key.matches() && begun(all, key.group(1))) {
                named.put(path, free(key.group(2), taken));
            }
        });
        return new ItemFields(named);
    }

    /** The path of a key that is made up where nobody writes one. */
    public static boolean at(String path) {
        return KEY.matcher(path).matches();
    }

    private static boolean begun(ItemFields fields, String row) {
        return fields.typed().entrySet().stream()
                .anyMatch(entry -> entry.getKey().startsWith(row + ".")
                        && !entry.getKey().endsWith(".unit")
                        && !entry.getValue().isEmpty());
    }

    private static String free(String word, Set<String> taken) {
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> word + "_" + number)
                .filter(taken::add)
                .findFirst()
                .orElseThrow();
    }

    private MadeUpKeys() {}
}
