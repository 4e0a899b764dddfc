package org.yichuang.network.demo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows on their way into a table: cells in the order of its columns, an empty one is none. */
final class Rows {
    private final List<@Nullable String[]> all = new ArrayList<>();

    void add(@Nullable String... cells) {
        @Nullable String[] row = new String[cells.length];
        for (int at = 0; at < cells.length; at++) {
            String cell = cells[at];
            row[at] = cell == null || cell.isEmpty() ? null : cell;
        }
        all.add(row);
    }

    List<@Nullable String[]> all() {
        return all;
    }
}
