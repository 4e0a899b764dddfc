package org.yichuang.network;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Days;
import org.yichuang.shared.Text;

/**
 * When a place is open in a week, written {@code 1-5 08:45-12:00 13:30-17:00; 6 09:00-12:00}: days of the week from
 * Monday 1, then the stretches of those days. On a legal holiday it is closed, on a make-up workday open as on a Monday.
 */
public record OpeningHours(
        @Schema(description = "Days that are open alike, from Monday on; a day in none of them is closed")
        List<Week> weeks) {
    private static final Pattern DAYS = Pattern.compile("([1-7])(?:-([1-7]))?");
    private static final Pattern STRETCH = Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)-([01]\\d|2[0-3]):([0-5]\\d)");

    /** Days of the week that are open alike. */
    public record Week(
            @Schema(description = "From this day of the week")
            DayOfWeek first,

            @Schema(description = "To this one, which may be the same")
            DayOfWeek last,

            @Schema(description = "When those days are open, in order")
            List<Stretch> stretches) {
        boolean has(DayOfWeek day) {
            return day.compareTo(first) >= 0 && day.compareTo(last) <= 0;
        }
    }

    /** Open from one time until another of the same day. */
    public record Stretch(
            @Schema(description = "Time of day in the city") LocalTime from,

            @Schema(description = "Time of day in the city, after `from`")
            LocalTime to) {
        @Override
        public String toString() {
            return from + "–" + to;
        }
    }

    /** Reads the written form; empty when it is not one. */
    public static Optional<OpeningHours> parse(String written) {
        List<Week> weeks = new ArrayList<>();
        for (String part : written.split(";", -1)) {
            Week week = week(Arrays.asList(part.strip().split("\\s+")));
            boolean before = week != null && !weeks.isEmpty() && week.first.compareTo(weeks.getLast().last) <= 0;
            if (week == null || before) {
                return Optional.empty();
            }
            weeks.add(week);
        }
        return Optional.of(new OpeningHours(List.copyOf(weeks)));
    }

    /** The stretches of a day of the week; empty: closed. */
    public List<Stretch> on(DayOfWeek day) {
        return weeks.stream()
                .filter(week -> week.has(day))
                .findFirst()
                .map(Week::stretches)
                .orElse(List.of());
    }

    /** 周一至周五 8:45–12:00，13:30–17:00. */
    public Text text() {
        return weeks.stream().map(OpeningHours::said).collect(Text.joining("；", "; "));
    }

    /** The written form. */
    @Override
    public String toString() {
        return weeks.stream().map(OpeningHours::written).collect(Collectors.joining("; "));
    }

    private static String written(Week week) {
        String days = week.first.getValue() + (week.first == week.last ? "" : "-" + week.last.getValue());
        return week.stretches.stream()
                .map(stretch -> stretch.from + "-" + stretch.to)
                .collect(Collectors.joining(" ", days + " ", ""));
    }

    private static Text said(Week week) {
        Text first = Days.weekday(week.first);
        Text last = Days.weekday(week.last);
        Text days = first.equals(last) ? first : Text.of(first.zh() + "至" + last.zh(), first.en() + "–" + last.en());
        return Text.of(days.zh() + " " + times(week, "，"), days.en() + " " + times(week, ", "));
    }

    private static String times(Week week, String between) {
        return week.stretches.stream().map(Stretch::toString).collect(Collectors.joining(between));
    }

    private static @Nullable Week week(List<String> words) {
        var days = DAYS.matcher(words.getFirst());
        if (!days.matches() || words.size() < 2) {
            return null;
        }
        List<Stretch> stretches = new ArrayList<>();
        for (String word : words.subList(1, words.size())) {
            Stretch stretch = stretch(word);
            if (stretch == null
                    || (!stretches.isEmpty() && !stretches.getLast().to.isBefore(stretch.from))) {
                return null;
            }
            stretches.add(stretch);
        }
        int first = Integer.parseInt(days.group(1));
        int last = days.group(2) == null ? first : Integer.parseInt(days.group(2));
        return last < first ? null : new Week(DayOfWeek.of(first), DayOfWeek.of(last), List.copyOf(stretches));
    }

    private static @Nullable Stretch stretch(String word) {
        if (!STRETCH.matcher(word).matches()) {
            return null;
        }
        var stretch = new Stretch(LocalTime.parse(word.substring(0, 5)), LocalTime.parse(word.substring(6)));
        return stretch.from.isBefore(stretch.to) ? stretch : null;
    }
}
