package org.yichuang.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The line of calendar time on which a clock face is drawn. */
record Axis(Instant start, Instant end) {

    /** To the last due instant, or to {@code until} when that is later; where none is known, to the calendar's end. */
    static Axis of(
            Instant start,
            Instant until,
            @Nullable Instant promised,
            @Nullable Instant lawful,
            WorkingCalendar calendar) {
        Instant end = until;
        if (promised == null && lawful == null) {
            end = later(end, endOfCalendar(start, calendar));
        }
        end = promised == null ? end : later(end, promised);
        end = lawful == null ? end : later(end, lawful);
        return new Axis(start, end);
    }

    Percent at(Instant instant) {
        return Percent.of(millis(instant), millis(end));
    }

    private long millis(Instant instant) {
        return Duration.between(start, instant).toMillis();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isBefore(other) ? other : one;
    }

    private static Instant endOfCalendar(Instant start, WorkingCalendar calendar) {
        int year = WorkingCalendar.dayOf(start).getYear();
        while (calendar.knows(year + 1)) {
            year++;
        }
        return LocalDate.of(year + 1, 1, 1).atStartOfDay(WorkingCalendar.ZONE).toInstant();
    }
}
