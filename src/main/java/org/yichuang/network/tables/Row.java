package org.yichuang.network.tables;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/** A row to be written, with its line in the file. */
record Row(int line, @Nullable String[] cells) {
    String key() {
        return text(0);
    }

    /** A cell that is not empty. */
    String text(int at) {
        return String.valueOf(cells[at]);
    }

    /** It is in the table already, with the same in this cell. */
    boolean keeps(int at, Map<String, @Nullable String[]> before) {
        @Nullable String[] was = before.get(key());
        return was != null && Objects.equals(was[at], cells[at]);
    }

    RowError wrong(String column, Text reason) {
        return new RowError(line, column, reason);
    }

    /** What stands in a cell of these, each once. */
    static List<String> texts(List<Row> rows, int at) {
        return rows.stream().map(row -> row.text(at)).distinct().toList();
    }

    /** Of which key which line is. */
    static Map<String, Integer> lines(List<Row> rows) {
        return rows.stream().collect(Collectors.toMap(Row::key, Row::line));
    }
}
