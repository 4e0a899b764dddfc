package org.yichuang.network.tables;

import static org.yichuang.jooq.network.Tables.CENTRE;
import static org.yichuang.jooq.network.Tables.DIVISION;
import static org.yichuang.jooq.network.Tables.SERVICE_WINDOW;
import static org.yichuang.jooq.network.Tables.UNIT;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.network.Tier;
import org.yichuang.shared.Text;

/**
 * What belongs where: there is one city, a division lies in one of the tier above it, units and centres have the tier of
 * their division whichever is changed, no unit is guided by itself, a post's window is in its centre.
 */
@Component
class Belonging {
    private static final List<String> TIERS =
            Arrays.stream(Tier.values()).map(Tier::name).toList();
    private static final Text ABOVE =
            Text.of("上级要正好高一级：市、区、街道、社区", "a parent is of the tier right above: city, district, street, village");
    private static final Text ONE = Text.of("只能有一个市", "there is only one city");

    private final DSLContext dsl;

    Belonging(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * What is wrong with rows that are to be written, of any table.
     *
     * @param after the table as it will be
     */
    List<RowError> misplaced(Table table, List<Row> rows, Map<String, @Nullable String[]> after) {
        return switch (table.stored()) {
            case "division" -> {
                List<RowError> errors = divisions(table, rows, after);
                yield errors.isEmpty() ? inOtherTier(table, rows) : errors;
            }
            case "unit" -> {
                List<RowError> errors = new ArrayList<>(guided(table, rows, after));
                errors.addAll(otherTier(table, rows));
                yield errors;
            }
            case "centre" -> otherTier(table, rows);
            case "post" -> seats(table, rows);
            default -> List.of();
        };
    }

    private static List<RowError> divisions(Table divisions, List<Row> rows, Map<String, @Nullable String[]> after) {
        int tier = divisions.index("tier");
        int parent = divisions.index("parent");
        Map<String, Integer> lines = Row.lines(rows);
        Set<RowError> errors = new LinkedHashSet<>();
        List<String> cities = new ArrayList<>();
        after.forEach((code, cells) -> {
            if (Tier.CITY.name().equals(cells[tier])) {
                cities.add(code);
            }
            String in = cells[parent];
            @Nullable String[] above = in == null ? null : after.get(in);
            if (in != null && above != null && !rightAbove(above[tier], cells[tier])) {
                errors.addAll(error(lines, code, "parent", in, ABOVE));
            }
        });
        cities.stream().skip(1).forEach(city -> errors.addAll(error(lines, city, "tier", cities.getFirst(), ONE)));
        return List.copyOf(errors);
    }

    /** What is no tier at all is said of its cell. */
    private static boolean rightAbove(@Nullable String upper, @Nullable String lower) {
        int above = TIERS.indexOf(upper);
        int below = TIERS.indexOf(lower);
        return above < 0 || below < 0 || above == below - 1;
    }

    /** In the line of the row itself, or of the other one where only that is in the file. */
    private static List<RowError> error(
            Map<String, Integer> lines, String code, String column, String other, Text reason) {
        Integer line = lines.get(code);
        Integer others = lines.get(other);
        if (line != null) {
            return List.of(new RowError(line, column, reason));
        }
        return others == null ? List.of() : List.of(new RowError(others, "tier", reason));
    }

    private static List<RowError> guided(Table units, List<Row> rows, Map<String, @Nullable String[]> after) {
        int parent = units.index("parent");
        return rows.stream()
                .filter(row -> circle(row.key(), parent, after))
                .map(row -> row.wrong("parent", Text.of("上级绕回了这个单位自己", "the parents lead back to this unit itself")))
                .toList();
    }

    private static boolean circle(String unit, int parent, Map<String, @Nullable String[]> after) {
        Set<String> seen = new HashSet<>();
        String at = above(unit, parent, after);
        while (at != null && !at.equals(unit) && seen.add(at)) {
            at = above(at, parent, after);
        }
        return unit.equals(at);
    }

    private static @Nullable String above(String unit, int parent, Map<String, @Nullable String[]> after) {
        @Nullable String[] cells = after.get(unit);
        return cells == null ? null : cells[parent];
    }

    /** Rows of another tier than the division they are in. */
    private List<RowError> otherTier(Table table, List<Row> rows) {
        int tier = table.index("tier");
        int division = table.index("division");
        Map<String, String> tiers = dsl.select(DIVISION.CODE, DIVISION.TIER)
                .from(DIVISION)
                .where(DIVISION.CODE.in(Row.texts(rows, division)))
                .fetchMap(DIVISION.CODE, DIVISION.TIER);
        return rows.stream()
                .flatMap(row -> {
                    String in = tiers.get(row.text(division));
                    return in == null || in.equals(row.cells()[tier])
                            ? Stream.empty()
                            : Stream.of(row.wrong("tier", tierOf(Tier.valueOf(in), row.cells()[division])));
                })
                .toList();
    }

    /** Divisions whose units or centres have another tier: they have to move, or be removed, before it changes. */
    private List<RowError> inOtherTier(Table divisions, List<Row> rows) {
        int tier = divisions.index("tier");
        List<String> codes = Row.texts(rows, 0);
        Map<String, List<Record3<String, String, String>>> inside = dsl
                .select(UNIT.DIVISION, UNIT.TIER, UNIT.CODE)
                .from(UNIT)
                .where(UNIT.DIVISION.in(codes))
                .unionAll(dsl.select(CENTRE.DIVISION, CENTRE.TIER, CENTRE.CODE)
                        .from(CENTRE)
                        .where(CENTRE.DIVISION.in(codes)))
                .stream()
                .collect(Collectors.groupingBy(Record3::value1));
        return rows.stream()
                .flatMap(row -> inside.getOrDefault(row.key(), List.of()).stream()
                        .filter(one -> !one.value2().equals(row.cells()[tier]))
                        .map(Record3::value3)
                        .min(Comparator.naturalOrder())
                        .map(code -> row.wrong(
                                "tier",
                                Text.of(
                                        "层级改不了：“" + code + "”还在这个区划里，层级要一样；先把它移到别的区划",
                                        "cannot change: “" + code + "” is in this division and has its tier; move it to"
                                                + " another one first")))
                        .stream())
                .toList();
    }

    private static Text tierOf(Tier tier, @Nullable String division) {
        return Text.of(
                "层级要和区划一样：“" + division + "”是“" + tier.text().zh() + "”（" + tier.name() + "）",
                "has the tier of its division: “" + division + "” is “"
                        + tier.text().en() + "” (" + tier.name() + ")");
    }

    private List<RowError> seats(Table posts, List<Row> rows) {
        int window = posts.index("service_window");
        int centre = posts.index("centre");
        List<Row> seated = rows.stream()
                .filter(row -> row.cells()[window] != null && row.cells()[centre] != null)
                .toList();
        Map<String, String> centres = dsl.select(SERVICE_WINDOW.CODE, SERVICE_WINDOW.CENTRE)
                .from(SERVICE_WINDOW)
                .where(SERVICE_WINDOW.CODE.in(Row.texts(seated, window)))
                .fetchMap(SERVICE_WINDOW.CODE, SERVICE_WINDOW.CENTRE);
        return seated.stream()
                .filter(row -> !Objects.equals(centres.get(row.text(window)), row.cells()[centre]))
                .map(row -> row.wrong("service_window", Text.of("这个窗口不在这个中心", "this window is not in this centre")))
                .toList();
    }
}
