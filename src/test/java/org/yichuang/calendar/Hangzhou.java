package org.yichuang.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/** The real calendar of 2021 to 2026, and times as people say them. */
final class Hangzhou {
    static final WorkingCalendar CALENDAR = WorkingCalendar.of(OfficeHours.DEFAULT, YearFacts.stateCouncil());
    static final Text TESTING = Text.of("水质检测", "Water test");
    static final Text HEARING = Text.of("听证", "Hearing");

    private Hangzhou() {}

    /** {@code at("2026-09-18 10:12")}. */
    static Instant at(String time) {
        return LocalDateTime.parse(time, DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm"))
                .atZone(WorkingCalendar.ZONE)
                .toInstant();
    }

    static LocalDate day(String date) {
        return LocalDate.parse(date);
    }

    static Pause pause(String from, String to) {
        return new Pause(at(from), at(to), null, TESTING, "AL-45", null);
    }

    static Pause open(String from) {
        return Pause.open(at(from), null, TESTING, "AL-45");
    }

    static Pause open(String from, String expected) {
        return Pause.open(at(from), at(expected), TESTING, "AL-45");
    }

    static LimitClock workingDays(int amount, String from) {
        return LimitClock.of(at(from), Limit.workingDays(amount));
    }

    static LimitClock calendarDays(int amount, String from) {
        return LimitClock.of(at(from), new Limit(amount, Limit.Unit.CALENDAR_DAY));
    }

    static LimitClock workingHours(int amount, String from) {
        return LimitClock.of(at(from), new Limit(amount, Limit.Unit.WORKING_HOUR));
    }

    static LimitClock hours(int amount, String from) {
        return LimitClock.of(at(from), new Limit(amount, Limit.Unit.HOUR));
    }

    /** Of a case that was accepted. */
    static ClockFace face(LimitClock promise, @Nullable LimitClock statute, Instant now, @Nullable Instant decided) {
        return ClockFace.of(
                CALENDAR, promise, statute, now, decided, ClockFace.Kept.NONE, Text.of("受理", "Accepted"), null);
    }

    static Due due(LimitClock clock) {
        return clock.due(CALENDAR);
    }

    static Due dueAt(String time) {
        return new Due.At(at(time));
    }

    static Explanation explained(LimitClock clock, String now) {
        return (Explanation) clock.explain(CALENDAR, at(now));
    }
}
