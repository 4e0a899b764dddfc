package org.yichuang.calendar;

import java.time.LocalDate;

/** Working days count; a limit is due at the close of office hours of its last one. */
record WorkingDayMeter(WorkingCalendar calendar) implements DayMeter {
    @Override
    public int unknownYear(long from, long to) {
        return calendar.unknownYear(from, to);
    }

    @Override
    public long between(long from, long to) {
        return calendar.count(from, to);
    }

    @Override
    public Reached advance(long from, long n) {
        return calendar.nthAfter(from, n);
    }

    @Override
    public Due due(long tick) {
        return new Due.At(calendar.closing(LocalDate.ofEpochDay(tick)));
    }
}
