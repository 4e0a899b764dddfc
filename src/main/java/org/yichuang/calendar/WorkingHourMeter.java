package org.yichuang.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Ticks are minutes of local time; one counts when the office is open in it. */
record WorkingHourMeter(WorkingCalendar calendar) implements Meter {
    private static final long DAY = 24 * 60;

    @Override
    public long tick(Instant instant) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, WorkingCalendar.ZONE);
        return Math.floorDiv(local.toEpochSecond(ZoneOffset.UTC), 60);
    }

    @Override
    public Instant end(long tick) {
        return LocalDateTime.ofEpochSecond(tick * 60, 0, ZoneOffset.UTC)
                .atZone(WorkingCalendar.ZONE)
                .toInstant();
    }

    @Override
    public long before(long day) {
        return day * DAY;
    }

    @Override
    public long ticks(long amount) {
        return amount * 60;
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
        long sinceMorning = n + passed(from);
        int aDay = calendar.officeHours().minutesADay();
        long whole = (sinceMorning - 1) / aDay;
        int rest = (int) (sinceMorning - whole * aDay);
        return switch (calendar.nthAfter(day(from) - 1, whole + 1)) {
            case Reached.Tick(long day) ->
                new Reached.Tick(before(day) + calendar.officeHours().minuteAt(rest));
            case Reached unknown -> unknown;
        };
    }

    @Override
    public Due due(long tick) {
        return new Due.At(end(tick));
    }

    private static long day(long tick) {
        return Math.floorDiv(tick, DAY);
    }

    /** Office minutes of its own day that have passed at this tick. */
    private int passed(long tick) {
        return calendar.works(day(tick)) ? calendar.officeHours().passed((int) Math.floorMod(tick, DAY)) : 0;
    }

    /** Office minutes of all the days from one to the day before another. */
    private long wholeDays(long from, long to) {
        return calendar.count(from - 1, to - 1) * calendar.officeHours().minutesADay();
    }
}
