package org.yichuang.network.tables;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/**
 * A post is authorised for an act with an item by one line of the register at a time: of two, the other would stay in
 * force where one is revoked. Lines that overlap from before this was asked can be shortened and stay otherwise.
 */
final class Overlapping {
    private static final String FIRST_DAY = "from_day";

    private final Table table;
    private final int from;
    private final int to;

    private Overlapping(Table table) {
        this.table = table;
        this.from = table.index(FIRST_DAY);
        this.to = table.index("to_day");
    }

    /**
     * What is wrong with rows that are to be written, of any table.
     *
     * @param before the table as it is
     * @param after the table as it will be
     */
    static List<RowError> lines(
            Table table,
            List<Row> rows,
            Map<String, @Nullable String[]> before,
            Map<String, @Nullable String[]> after) {
        return table.stored().equals("authorisation") && !rows.isEmpty()
                ? new Overlapping(table).lines(rows, before, after)
                : List.of();
    }

    private List<RowError> lines(
            List<Row> rows, Map<String, @Nullable String[]> before, Map<String, @Nullable String[]> after) {
        Map<List<@Nullable String>, List<@Nullable String[]>> alike =
                after.values().stream().collect(Collectors.groupingBy(this::granted));
        List<Row> asked = rows.stream()
                .filter(row -> !shorter(row.cells(), before.get(row.key())))
                .toList();
        Map<String, Integer> lines = Row.lines(asked);
        return asked.stream()
                .flatMap(row -> alike.getOrDefault(granted(row.cells()), List.of()).stream()
                        .filter(other -> !Objects.equals(other[0], row.cells()[0]))
                        .filter(other -> lines.getOrDefault(String.valueOf(other[0]), 0) <= row.line())
                        .filter(other -> overlap(other, row.cells()))
                        .findFirst()
                        .map(other -> row.wrong(FIRST_DAY, twice(other)))
                        .stream())
                .toList();
    }

    private List<@Nullable String> granted(@Nullable String[] row) {
        return Arrays.asList(row[table.index("post")], row[table.index("item")], row[table.index("act")]);
    }

    private boolean overlap(@Nullable String[] one, @Nullable String[] other) {
        return begins(one).compareTo(ends(other)) <= 0 && begins(other).compareTo(ends(one)) <= 0;
    }

    /** The same line with no day more. */
    private boolean shorter(@Nullable String[] now, @Nullable String @Nullable [] was) {
        return was != null
                && granted(was).equals(granted(now))
                && begins(was).compareTo(begins(now)) <= 0
                && ends(was).compareTo(ends(now)) >= 0;
    }

    private String begins(@Nullable String[] row) {
        return String.valueOf(row[from]);
    }

    /** Until it is revoked: after every day that is written as one. */
    private String ends(@Nullable String[] row) {
        return Optional.ofNullable(row[to]).orElse("9999");
    }

    private Text twice(@Nullable String[] other) {
        String last = other[to];
        return Text.of(
                "“" + other[0] + "”已经给了同一岗位、同一事项的这项权限，" + begins(other) + (last == null ? " 起" : " 至 " + last)
                        + "：日期不能重叠，改那一条，或者从它的止日以后起",
                "“" + other[0] + "” grants the same post the same act with the same item "
                        + (last == null ? "from " + begins(other) : "from " + begins(other) + " to " + last)
                        + ": days do not overlap; change that line, or begin after its last day");
    }
}
