package org.yichuang.calendar;

import java.time.Duration;
import java.time.Instant;

/**
 * How one unit measures time. Time is cut into ticks (a day, a minute, a microsecond); a stretch is the ticks after
 * {@code from}, through {@code to}; some of them count. A limit ends at the tick in which its last one is counted. With
 * this the four units and their pauses need one way of counting.
 */
sealed interface Meter permits DayMeter, WorkingHourMeter, HourMeter {
    static Meter of(Limit.Unit unit, WorkingCalendar calendar) {
        return switch (unit) {
            case WORKING_DAY -> new WorkingDayMeter(calendar);
            case CALENDAR_DAY -> new CalendarDayMeter(calendar);
            case WORKING_HOUR -> new WorkingHourMeter(calendar);
            case HOUR -> new HourMeter();
        };
    }

    /** The tick in which an instant lies. */
    long tick(Instant instant);

    /** The instant at which a tick ends. */
    Instant end(long tick);

    /** The last tick before this day (an epoch day). */
    long before(long day);

    /** How many counted ticks an amount of the unit is. */
    long ticks(long amount);

    /** How long so many counted ticks are; zero when the unit is days. */
    Duration time(long ticks);

    /** A year one would have to know to measure this stretch, or 0; here and below, where every tick counts. */
    default int unknownYear(long from, long to) {
        return 0;
    }

    /** The counted ticks of a stretch of known years; 0 when it is empty. */
    default long between(long from, long to) {
        return Math.max(0, to - from);
    }

    /** The tick in which the n-th counted tick after {@code from} lies; n is at least 1. */
    default Reached advance(long from, long n) {
        return new Reached.Tick(from + n);
    }

    /** When a limit that ends in this tick is due. */
    Due due(long tick);
}
