package org.yichuang.network.demo;

import java.util.Map;
import java.util.Objects;

/** A row of a data file of the demo city; an empty cell is an empty string. */
record DemoRow(Map<String, String> cells) {

    String get(String column) {
        return Objects.requireNonNull(cells.get(column), column);
    }

    boolean has(String column) {
        return !get(column).isEmpty();
    }
}
