package org.yichuang.catalogue.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.Limit;
import org.yichuang.catalogue.Procedure;
import org.yichuang.catalogue.Procedure.Span;
import org.yichuang.catalogue.Procedure.Step;
import org.yichuang.shared.Lang;
import org.yichuang.shared.Text;

/**
 * A procedure as a drawing: from receipt over acceptance to delivery, with the steps as boxes. Where the steps' days (or
 * hours) can be told apart the boxes lie on one scale of them with the promise; otherwise (steps of no length, steps that
 * do not count) they stand in columns, one after the other.
 *
 * @param scaled the boxes lie on days
 * @param ticks the days under the boxes, when they do
 * @param promise where the promise ends, when they do and it is counted as they are
 */
public record StepsDrawing(
        boolean scaled,
        int height,
        List<Box> boxes,
        List<Tick> ticks,
        @Nullable Integer promise) {
    static final int LEFT = 150;
    static final int RIGHT = 670;
    private static final int TOP = 56;
    private static final int ROW = 42;
    private static final int BOX = 32;
    private static final int NARROWEST = 50;
    private static final int SMALLEST = 8;
    /** Smaller than this a name takes two lines, if it has words. */
    private static final int READABLE = 11;

    /** Room for the words under receipt and delivery. */
    private static final int LEAST = 120;

    private static final int MOST_TICKS = 5;

    /** One step: its box, its name in one line or two, the size they fit in, and its limit in words. */
    public record Box(
            int x, int y, int width, int height, List<String> lines, int size, String limit, boolean uncounted) {
        public int middle() {
            return x + width / 2;
        }

        /** Where a line of the name stands. */
        public int baseline(int line) {
            return lines.size() == 1 ? y + 22 : y + 14 + line * 12;
        }
    }

    /** One day under the boxes. */
    public record Tick(int x, String label) {}

    public static StepsDrawing of(Procedure procedure, @Nullable Limit promise, Lang lang) {
        Map<String, Span> spans = procedure.spans();
        Limit.Unit unit = procedure.steps().stream()
                .map(Step::limit)
                .filter(limit -> !limit.onTheSpot())
                .map(Limit::unit)
                .findFirst()
                .orElse(Limit.Unit.WORKING_DAY);
        int promised = promise != null && promise.unit() == unit ? promise.amount() : 0;
        int days = Math.max(procedure.longest(), promised);
        boolean scaled = days > 0
                && procedure.steps().stream()
                        .allMatch(step -> wide(
                                        spans.getOrDefault(step.key(), new Span(0, 0)),
                                        days,
                                        step.name().in(lang))
                                && step.limit().unit() == unit
                                && !step.kind().uncounted());
        return scaled ? onDays(procedure, spans, days, promised, unit, lang) : inColumns(procedure, lang);
    }

    private static boolean wide(Span span, int days, String name) {
        int width = (RIGHT - LEFT) * (span.end() - span.start()) / days;
        return width >= NARROWEST && fitting(name, width - 4) >= SMALLEST;
    }

    private static StepsDrawing onDays(
            Procedure procedure, Map<String, Span> spans, int days, int promised, Limit.Unit unit, Lang lang) {
        List<Box> boxes = new ArrayList<>();
        List<Integer> free = new ArrayList<>();
        for (Step step : procedure.steps()) {
            Span span = spans.getOrDefault(step.key(), new Span(0, 0));
            int row = row(free, span);
            int from = at(span.start(), days);
            boxes.add(box(step, from + 2, row, at(span.end(), days) - from - 4, lang));
        }
        return new StepsDrawing(
                true,
                height(free.size(), true),
                boxes,
                ticks(days, unit, lang),
                promised == 0 ? null : at(promised, days));
    }

    /** The last one, and before it as many as have room for their words. */
    private static List<Tick> ticks(int days, Limit.Unit unit, Lang lang) {
        int apart = Math.max(1, (days + MOST_TICKS - 1) / MOST_TICKS);
        return IntStream.rangeClosed(0, days)
                .filter(day -> day == days || (day % apart == 0 && day + apart <= days))
                .mapToObj(day -> new Tick(at(day, days), tick(day, unit).in(lang)))
                .toList();
    }

    /** The first row that is free again when the step starts; rows remember when they are. */
    private static int row(List<Integer> free, Span span) {
        for (int row = 0; row < free.size(); row++) {
            if (free.get(row) <= span.start()) {
                free.set(row, span.end());
                return row;
            }
        }
        free.add(span.end());
        return free.size() - 1;
    }

    private static StepsDrawing inColumns(Procedure procedure, Lang lang) {
        Map<String, Integer> columns = new HashMap<>();
        Map<Integer, Integer> filled = new HashMap<>();
        for (int round = 0; round < procedure.steps().size(); round++) {
            for (Step step : procedure.steps()) {
                int column = step.after().stream()
                        .mapToInt(key -> columns.getOrDefault(key, 0) + 1)
                        .max()
                        .orElse(0);
                columns.put(step.key(), column);
            }
        }
        int count = columns.values().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
        int width = (RIGHT - LEFT) / count;
        List<Box> boxes = new ArrayList<>();
        for (Step step : procedure.steps()) {
            int column = columns.getOrDefault(step.key(), 0);
            int row = filled.merge(column, 1, Integer::sum) - 1;
            boxes.add(box(step, LEFT + column * width + 8, row, width - 16, lang));
        }
        int rows = filled.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        return new StepsDrawing(false, height(rows, false), boxes, List.of(), null);
    }

    private static Box box(Step step, int x, int row, int width, Lang lang) {
        List<String> lines = lines(step.name().in(lang), width);
        return new Box(
                x,
                TOP + row * ROW,
                width,
                BOX,
                lines,
                Math.min(
                        lines.size() == 1 ? 16 : READABLE,
                        lines.stream().mapToInt(line -> size(line, width)).min().orElse(SMALLEST)),
                limit(step).in(lang),
                step.kind().uncounted());
    }

    private static Text limit(Step step) {
        return step.kind().uncounted()
                ? Text.of("不计时", "not counted")
                : step.limit().text();
    }

    private static int height(int rows, boolean scaled) {
        return Math.max(LEAST, TOP + rows * ROW + (scaled ? 40 : 8));
    }

    private static int at(int day, int days) {
        return LEFT + (RIGHT - LEFT) * day / days;
    }

    private static Text tick(int day, Limit.Unit unit) {
        if (day == 0) {
            return unit.inDays() ? Text.of("受理日不计", "not counted") : Text.of("受理起", "acceptance");
        }
        return unit.text(day);
    }

    /** In two where one would be too small to read, parted at the space nearest to the middle. */
    private static List<String> lines(String name, int width) {
        int middle = name.length() / 2;
        int before = name.lastIndexOf(' ', middle);
        int after = name.indexOf(' ', middle);
        int part = after >= 0 && (before < 0 || after - middle < middle - before) ? after : before;
        return part < 0 || fitting(name, width) >= READABLE
                ? List.of(name)
                : List.of(name.substring(0, part), name.substring(part + 1));
    }

    /** The largest size, up to 16, at which the name fits. */
    private static int size(String name, int width) {
        return (int) Math.clamp(fitting(name, width), SMALLEST, 16);
    }

    /** A Chinese character is as wide as it is high. */
    private static double fitting(String name, int width) {
        double units = name.codePoints()
                .mapToDouble(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN ? 1.0 : 0.56)
                .sum();
        return (width - 8) / Math.max(units, 1);
    }
}
