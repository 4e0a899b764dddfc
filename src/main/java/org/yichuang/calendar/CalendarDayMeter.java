package org.yichuang.calendar;

import java.time.LocalDate;

/** Every day counts; a last day on a rest day moves to the next working day (Civil Code 203). */
record CalendarDayMeter(WorkingCalendar calendar) implements DayMeter {
    @Override
    public Due due(long tick) {
        return switch (calendar.nthAfter(tick - 1, 1)) {
            case Reached.Tick(long day) -> new Due.At(calendar.closing(LocalDate.ofEpochDay(day)));
            case Reached.Unknown(int year) -> new UnknownYear(year);
            case Reached.Never never -> throw new IllegalStateException("A working day always comes");
        };
    }
}
