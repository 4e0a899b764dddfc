package org.yichuang.network.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an import changes, row by row. */
record Changes(List<@Nullable String[]> added, List<Changed> changed, List<@Nullable String[]> removed, int unchanged) {

    /** A row before and after. */
    record Changed(@Nullable String[] was, @Nullable String[] is) {}

    /**
     * What an import changes.
     *
     * @param rows what it brings
     * @param before all rows by their keys, as they stand
     * @param after all rows by their keys, as they will stand
     */
    static Changes between(
            List<Row> rows, Map<String, @Nullable String[]> before, Map<String, @Nullable String[]> after) {
        List<@Nullable String[]> added = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        for (Row row : rows) {
            @Nullable String[] was = before.get(row.key());
            if (was == null) {
                added.add(row.cells());
            } else if (!Arrays.equals(was, row.cells())) {
                changed.add(new Changed(was, row.cells()));
            }
        }
        Set<String> gone = new HashSet<>(before.keySet());
        gone.removeAll(after.keySet());
        List<@Nullable String[]> removed = new ArrayList<>();
        gone.stream().sorted().forEach(key -> removed.add(before.get(key)));
        return new Changes(added, changed, removed, rows.size() - added.size() - changed.size());
    }

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
