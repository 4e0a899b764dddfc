package org.yichuang.calendar;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What the calendar knows about one day. */
public sealed interface CalendarDay permits CalendarDay.Known, UnknownYear {

    /** @param fact why the day differs from its weekday, null on an ordinary day */
    record Known(LocalDate date, boolean working, @Nullable DayFact fact) implements CalendarDay {}
}
