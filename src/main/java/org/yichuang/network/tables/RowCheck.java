package org.yichuang.network.tables;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.PlainText;
import org.yichuang.shared.Text;

/**
 * Checks the rows of a file by the table's columns and rules, and finds every fault, not the first. Accounts are already
 * ids here.
 *
 * @param keys the keys there are of each table that is referred to, this one's own after the import
 */
record RowCheck(Table table, Map<String, Set<String>> keys) {
    /** @param found what is wrong already; rules across cells and rows are asked only of rows that are right in themselves */
    List<RowError> check(List<Row> rows, Map<String, @Nullable String[]> after, List<RowError> found) {
        List<RowError> errors = new ArrayList<>(found);
        Map<String, Integer> lines = new HashMap<>();
        for (Row row : rows) {
            cells(row, errors);
            String key = row.cells()[0];
            Integer earlier = key == null ? null : lines.putIfAbsent(key, row.line());
            if (earlier != null) {
                errors.add(row.wrong(
                        table.key().name(), Text.of("和第 " + earlier + " 行重复", "the same as on line " + earlier)));
            }
        }
        Set<Integer> bad = errors.stream().map(RowError::line).collect(Collectors.toSet());
        List<Row> sound = rows.stream().filter(row -> !bad.contains(row.line())).toList();
        rules(sound, errors);
        table.unique().forEach(columns -> unique(columns, sound, after, errors));
        errors.sort(Comparator.comparingInt(RowError::line));
        return errors;
    }

    private void cells(Row row, List<RowError> errors) {
        for (int at = 0; at < table.columns().size(); at++) {
            Column column = table.columns().get(at);
            Text wrong = wrong(column, row.cells()[at]);
            if (wrong != null) {
                errors.add(row.wrong(column.name(), wrong));
            }
        }
    }

    private @Nullable Text wrong(Column column, @Nullable String value) {
        if (value == null) {
            return column.required() ? Text.of("没有填", "is missing") : null;
        }
        if (!PlainText.oneLine(value)) {
            return Text.of("有换行或不能用的字符", "has a line break or a character that cannot be used");
        }
        if (column.kind() == Kind.ACCOUNT) {
            return null;
        }
        if (!column.kind().fits(value)) {
            Text form = column.kind().form();
            return Text.of("“" + value + "”不合格式：" + form.zh(), "“" + value + "” has the wrong form: " + form.en());
        }
        if (column.kind() == Kind.CHOICE && !column.choices().containsKey(value)) {
            Text choices = column.listed();
            return Text.of("“" + value + "”不在可填的值里：" + choices.zh(), "“" + value + "” is none of: " + choices.en());
        }
        if (column.references() != null
                && !keys.getOrDefault(column.references(), Set.of()).contains(value)) {
            Text where = Tables.named(column.references()).orElseThrow().title();
            return Text.of("“" + value + "”不在“" + where.zh() + "”表里", "“" + value + "” is not in " + where.en());
        }
        return null;
    }

    private void rules(List<Row> rows, List<RowError> errors) {
        for (Row row : rows) {
            Function<String, @Nullable String> cells = Tables.cells(table, row.cells());
            table.rules().stream()
                    .filter(rule -> !rule.holds().test(cells))
                    .forEach(rule -> errors.add(row.wrong(rule.field(), rule.otherwise())));
        }
    }

    /** Over the table as it will be, so that a file may also exchange values. */
    private void unique(
            List<String> columns, List<Row> rows, Map<String, @Nullable String[]> after, List<RowError> errors) {
        Map<List<@Nullable String>, String> seen = new LinkedHashMap<>();
        Map<String, Integer> lines = Row.lines(rows);
        after.forEach((key, cells) -> {
            List<@Nullable String> together = Arrays.asList(
                    columns.stream().map(column -> cells[table.index(column)]).toArray(String[]::new));
            if (together.contains(null)) {
                return;
            }
            String other = seen.putIfAbsent(together, key);
            Integer line = lines.getOrDefault(key, other == null ? null : lines.get(other));
            if (other != null && line != null) {
                String clash = lines.containsKey(key) ? other : key;
                errors.add(new RowError(
                        line, columns.getLast(), Text.of("和“" + clash + "”重复", "is the same as of “" + clash + "”")));
            }
        });
    }
}
