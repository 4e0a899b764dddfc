package org.yichuang.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** Ticks are days, by their epoch day. */
sealed interface DayMeter extends Meter permits WorkingDayMeter, CalendarDayMeter {
    @Override
    default long tick(Instant instant) {
        return WorkingCalendar.dayOf(instant).toEpochDay();
    }

    @Override
    default Instant end(long tick) {
        return LocalDate.ofEpochDay(tick + 1).atStartOfDay(WorkingCalendar.ZONE).toInstant();
    }

    @Override
    default long before(long day) {
        return day - 1;
    }

    @Override
    default long ticks(long amount) {
        return amount;
    }

    @Override
    default Duration time(long ticks) {
        return Duration.ZERO;
    }
}
