package org.yichuang.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * How one unit measures time. Time is cut into ticks (a day, a minute, a microsecond); a stretch is the ticks after
 * {@code from}, through {@code to}; some of them count. A limit ends at the tick in which its last one is counted. With
 * this the four units and their pauses need one way of counting.
 */
sealed interface Meter {
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

    /** How many counted ticks an amount of the unit is. */
    long ticks(long amount);

    /** The last tick before this day (an epoch day). */
    long before(long day);

    /** How long so many counted ticks are; zero when the unit is days. */
    Duration time(long ticks);

    /** A year one would have to know to measure this stretch, or 0. */
    int unknownYear(long from, long to);

    /** The counted ticks of a stretch of known years. */
    long between(long from, long to);

    /** The tick in which the n-th counted tick after {@code from} lies; n is at least 1. */
    Reached advance(long from, long n);

    /** The instant at which a limit that ends in this tick is due. */
    Due due(long tick);

    record WorkingDayMeter(WorkingCalendar calendar) implements Meter {
        @Override
        public long tick(Instant instant) {
            return WorkingCalendar.dayOf(instant).toEpochDay();
        }

        @Override
        public long ticks(long amount) {
            return amount;
        }

        @Override
        public long before(long day) {
            return day - 1;
        }

        @Override
        public Duration time(long ticks) {
            return Duration.ZERO;
        }

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

    record CalendarDayMeter(WorkingCalendar calendar) implements Meter {
        @Override
        public long tick(Instant instant) {
            return WorkingCalendar.dayOf(instant).toEpochDay();
        }

        @Override
        public long ticks(long amount) {
            return amount;
        }

        @Override
        public long before(long day) {
            return day - 1;
        }

        @Override
        public Duration time(long ticks) {
            return Duration.ZERO;
        }

        @Override
        public int unknownYear(long from, long to) {
            return 0;
        }

        @Override
        public long between(long from, long to) {
            return Math.max(0, to - from);
        }

        @Override
        public Reached advance(long from, long n) {
            return new Reached.Tick(from + n);
        }

        /** A last day on a rest day moves to the next working day (Civil Code 203). */
        @Override
        public Due due(long tick) {
            return switch (calendar.nthAfter(tick - 1, 1)) {
                case Reached.Tick(long day) -> new Due.At(calendar.closing(LocalDate.ofEpochDay(day)));
                case Reached.Unknown(int year) -> new UnknownYear(year);
                case Reached.Never never -> throw new IllegalStateException("A working day always comes");
            };
        }
    }

    /** Ticks are minutes of local time; one counts when the office is open in it. */
    record WorkingHourMeter(WorkingCalendar calendar) implements Meter {
        private static final long DAY = 24 * 60;

        @Override
        public long tick(Instant instant) {
            LocalDateTime local = LocalDateTime.ofInstant(instant, WorkingCalendar.ZONE);
            return Math.floorDiv(local.toEpochSecond(ZoneOffset.UTC), 60);
        }

        @Override
        public long ticks(long amount) {
            return amount * 60;
        }

        @Override
        public long before(long day) {
            return day * DAY;
        }

        @Override
        public Duration time(long ticks) {
            return Duration.ofMinutes(ticks);
        }

        @Override
        public int unknownYear(long from, long to) {
            return to <= from ? 0 : calendar.unknownYear(day(from) - 1, day(to - 1));
        }

        @Override
        public long between(long from, long to) {
            return to <= from ? 0 : passed(to) - passed(from) + wholeDays(day(from), day(to));
        }

        @Override
        public Reached advance(long from, long n) {
            long wanted = n + passed(from);
            int perDay = calendar.officeHours().minutesADay();
            long whole = (wanted - 1) / perDay;
            int rest = (int) (wanted - whole * perDay);
            return switch (calendar.nthAfter(day(from) - 1, whole + 1)) {
                case Reached.Tick(long day) ->
                    new Reached.Tick(before(day) + calendar.officeHours().minuteAt(rest));
                case Reached reached -> reached;
            };
        }

        @Override
        public Due due(long tick) {
            return new Due.At(LocalDateTime.ofEpochSecond(tick * 60, 0, ZoneOffset.UTC)
                    .atZone(WorkingCalendar.ZONE)
                    .toInstant());
        }

        private static long day(long tick) {
            return Math.floorDiv(tick, DAY);
        }

        /** Office minutes of its day that have passed at this tick. */
        private int passed(long tick) {
            return calendar.works(day(tick)) ? calendar.officeHours().passed((int) Math.floorMod(tick, DAY)) : 0;
        }

        /** Office minutes of the days from one through the day before another. */
        private long wholeDays(long from, long to) {
            return calendar.count(from - 1, to - 1) * calendar.officeHours().minutesADay();
        }
    }

    /** Ticks are microseconds, as fine as the database keeps them; all count. */
    record HourMeter() implements Meter {
        private static final long HOUR = Duration.ofHours(1).toMillis() * 1000;

        @Override
        public long tick(Instant instant) {
            return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
        }

        @Override
        public long ticks(long amount) {
            return amount * HOUR;
        }

        @Override
        public long before(long day) {
            return tick(
                    LocalDate.ofEpochDay(day).atStartOfDay(WorkingCalendar.ZONE).toInstant());
        }

        @Override
        public Duration time(long ticks) {
            return Duration.of(ticks, ChronoUnit.MICROS);
        }

        @Override
        public int unknownYear(long from, long to) {
            return 0;
        }

        @Override
        public long between(long from, long to) {
            return Math.max(0, to - from);
        }

        @Override
        public Reached advance(long from, long n) {
            return new Reached.Tick(from + n);
        }

        @Override
        public Due due(long tick) {
            return new Due.At(Instant.EPOCH.plus(tick, ChronoUnit.MICROS));
        }
    }
}
