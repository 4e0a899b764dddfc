package org.yichuang.calendar;

import static org.yichuang.calendar.Hangzhou.CALENDAR;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;

/** The rule of counting, walked through day by day and minute by minute, to hold the fast counting against. */
final class ByHand {
    private ByHand() {}

    static LocalDate lastDay(LimitClock clock) {
        boolean working = clock.limit().unit().working();
        LocalDate day = WorkingCalendar.dayOf(clock.start());
        int counted = 0;
        while (counted < clock.amount()) {
            day = day.plusDays(1);
            if (!covered(day, clock) && (!working || workday(day))) {
                counted++;
            }
        }
        while (!workday(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    static Instant lastMinute(LimitClock clock) {
        boolean working = clock.limit().unit().working();
        Instant minute = clock.start();
        long counted = 0;
        while (counted < clock.amount() * 60) {
            if (!covered(minute, clock) && (!working || open(minute))) {
                counted++;
            }
            minute = minute.plus(Duration.ofMinutes(1));
        }
        return minute;
    }

    private static boolean covered(LocalDate day, LimitClock clock) {
        return clock.pauses().stream()
                .anyMatch(pause -> pause.end() != null
                        && WorkingCalendar.dayOf(pause.start()).isBefore(day)
                        && !WorkingCalendar.dayOf(pause.end()).isBefore(day));
    }

    private static boolean covered(Instant minute, LimitClock clock) {
        return clock.pauses().stream().anyMatch(pause -> pause.running(minute));
    }

    private static boolean workday(LocalDate day) {
        return CALENDAR.day(day) instanceof CalendarDay.Known known && known.working();
    }

    private static boolean open(Instant minute) {
        ZonedDateTime local = minute.atZone(WorkingCalendar.ZONE);
        LocalTime time = local.toLocalTime();
        return workday(local.toLocalDate())
                && OfficeHours.DEFAULT.openings().stream()
                        .anyMatch(opening -> !time.isBefore(opening.from()) && time.isBefore(opening.to()));
    }
}
