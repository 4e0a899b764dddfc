package org.yichuang.network.tables;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an import changes, row by row. */
record Changes(List<@Nullable String[]> added, List<Changed> changed, List<@Nullable String[]> removed, int unchanged) {

    /** A row before and after. */
    record Changed(@Nullable String[] was, @Nullable String[] is) {}

    boolean none() {
        return added.isEmpty() && changed.isEmpty() && removed.isEmpty();
    }

    /** The rows as they will stand. */
    List<@Nullable String[]> written() {
        List<@Nullable String[]> written = new ArrayList<>(added);
        changed.forEach(row -> written.add(row.is));
        return written;
    }

    List<String> removedKeys() {
        return removed.stream().map(row -> String.valueOf(row[0])).toList();
    }

    Imported counts() {
        return new Imported(added.size(), changed.size(), removed.size(), unchanged);
    }
}
