package org.yichuang.network.tables;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/**
 * Which cell of a file's lines belongs to which column.
 *
 * @param at for each column of the table, the place in a line, or -1 when the file leaves it out
 */
record Heading(int[] at, int width) {

    static Heading of(Table table, Sheet.Line line, List<RowError> errors) {
        int[] at = new int[table.columns().size()];
        List<String> unknown = new ArrayList<>(line.cells());
        for (int column = 0; column < at.length; column++) {
            Column wanted = table.columns().get(column);
            at[column] = find(wanted, line.cells());
            if (at[column] >= 0) {
                unknown.remove(line.cells().get(at[column]));
            } else if (wanted.required()) {
                errors.add(
                        new RowError(line.number(), wanted.name(), Text.of("表头里没有这一列", "is not among the headings")));
            }
        }
        unknown.stream()
                .filter(name -> !name.isBlank())
                .forEach(name -> errors.add(new RowError(
                        line.number(),
                        name,
                        Text.of("不认识这一列，或者重复了", "is not a column of this table, or stands twice"))));
        return new Heading(at, line.cells().size());
    }

    private static int find(Column wanted, List<String> cells) {
        for (int at = 0; at < cells.size(); at++) {
            if (wanted.called(cells.get(at))) {
                return at;
            }
        }
        return -1;
    }

    /** The row of a line; what the file leaves out stays as it was. */
    @Nullable
    String[] row(Sheet.Line line, Map<String, @Nullable String[]> before) {
        @Nullable String[] row = new String[at.length];
        String key = cell(line, 0);
        @Nullable String[] was = key == null ? null : before.get(key);
        for (int column = 0; column < at.length; column++) {
            row[column] = at[column] < 0 ? was == null ? null : was[column] : cell(line, column);
        }
        return row;
    }

    private @Nullable String cell(Sheet.Line line, int column) {
        int place = at[column];
        String cell = place < 0 || place >= line.cells().size()
                ? ""
                : line.cells().get(place).strip();
        return cell.isEmpty() ? null : cell;
    }
}
