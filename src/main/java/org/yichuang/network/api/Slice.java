package org.yichuang.network.api;

import java.util.Comparator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Page;

/** A page of what is in memory already. */
final class Slice {
    private Slice() {}

    /**
     * @param list whose cursors these are
     * @param key what the rows are ordered by; no two have the same
     */
    static <T> Page<T> of(
            String list, Stream<T> all, Function<T, String> key, @Nullable String after, @Nullable Integer size) {
        String last = Page.decode(list, after);
        int most = Page.size(size);
        return Page.of(
                all.filter(one -> last == null || key.apply(one).compareTo(last) > 0)
                        .sorted(Comparator.comparing(key))
                        .limit(most + 1L)
                        .toList(),
                most,
                list,
                key);
    }
}
