package org.yichuang.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Ticks are microseconds, as fine as the database keeps them; all count. */
record HourMeter() implements Meter {
    private static final long HOUR = Duration.ofHours(1).toMillis() * 1000;

    @Override
    public long tick(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }

    @Override
    public Instant end(long tick) {
        return Instant.EPOCH.plus(tick, ChronoUnit.MICROS);
    }

    @Override
    public long before(long day) {
        return tick(LocalDate.ofEpochDay(day).atStartOfDay(WorkingCalendar.ZONE).toInstant());
    }

    @Override
    public long ticks(long amount) {
        return amount * HOUR;
    }

    @Override
    public Duration time(long ticks) {
        return Duration.of(ticks, ChronoUnit.MICROS);
    }

    @Override
    public Due due(long tick) {
        return new Due.At(end(tick));
    }
}
