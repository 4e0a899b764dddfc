package org.yichuang.calendar;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Month;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.yichuang.shared.Text;

/**
 * One yearly notice: the days that differ from their weekday. It makes its year known. A notice may move days of the
 * December before it; those belong to this value too, and come and go with it.
 *
 * @param days in order of date, each date once
 */
public record YearFacts(int year, List<DayFact> days) {

    private static final int LEAST_DAYS_OFF = 11;

    /** A year has about 250 working days; one with fewer than this is a slip, which would move every due date. */
    public static final int LEAST_WORKING_DAYS = 100;

    /** @throws IllegalArgumentException when a day is outside the year and the December before, or stands twice */
    public YearFacts {
        days = days.stream().sorted(Comparator.comparing(DayFact::date)).toList();
        var seen = new HashSet<>();
        for (DayFact day : days) {
            if (!mayHold(year, day)) {
                throw new IllegalArgumentException(day.date() + " is not a day of the notice of " + year);
            }
            if (!seen.add(day.date())) {
                throw new IllegalArgumentException(day.date() + " stands twice in the notice of " + year);
            }
        }
    }

    /** What a read-in gives: the years, or every line that is wrong. All or nothing. */
    public sealed interface Parsed permits Read, Faulty {}

    /** @param years in order */
    public record Read(List<YearFacts> years) implements Parsed {}

    /** @param faults in order of line, at least one */
    public record Faulty(List<Fault> faults) implements Parsed {}

    /** One wrong line; the first line of the text is 1. */
    public record Fault(int line, Text reason) {}

    /**
     * Reads {@code date,kind,name} lines: {@code 2026-10-10,work,国庆节}. A header, empty lines and lines beginning with
     * {@code #} are passed over. A day of December belongs to the notice of the year after when the text holds other
     * days of that year.
     */
    public static Parsed parse(String csv) {
        return YearFactsParser.parse(csv);
    }

    /** The notices of the State Council that the product brings along, 2021 to 2026. */
    public static List<YearFacts> stateCouncil() {
        try (InputStream in = YearFacts.class.getResourceAsStream("/calendar/cn-2021-2026.csv")) {
            String csv = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return switch (parse(csv)) {
                case Read read -> read.years();
                case Faulty faulty -> throw new IllegalStateException("The calendar brought along: " + faulty.faults());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Whether this can be all of a year's notice: New Year, Labour Day and National Day are days off in every year, and the
     * law gives 11 days off a year, since 2025 13 (全国年节及纪念日放假办法 art. 2). A part of a notice would make the rest
     * of its year ordinary days, which nobody announced.
     */
    public boolean whole() {
        var off = days.stream()
                .filter(day -> day.kind() == DayFact.Kind.OFF && day.date().getYear() == year)
                .map(DayFact::date)
                .collect(Collectors.toSet());
        return off.size() >= LEAST_DAYS_OFF
                && off.containsAll(
                        List.of(LocalDate.of(year, 1, 1), LocalDate.of(year, 5, 1), LocalDate.of(year, 10, 1)));
    }

    /** How many working days the year has by this notice. */
    public int workingDays() {
        var facts = days.stream()
                .filter(day -> day.date().getYear() == year)
                .collect(Collectors.toMap(DayFact::date, day -> day));
        return new YearTable(year, facts).total();
    }

    private static boolean mayHold(int year, DayFact day) {
        return day.date().getYear() == year
                || (day.date().getYear() == year - 1 && day.date().getMonth() == Month.DECEMBER);
    }
}
