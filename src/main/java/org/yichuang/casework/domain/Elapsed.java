package org.yichuang.casework.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.CalendarDay;
import org.yichuang.calendar.Pause;
import org.yichuang.calendar.WorkingCalendar;

/** How long a case really took. */
final class Elapsed {
    private Elapsed() {}

    /** Working days from the start to now, without those a pause covers; null when a year is not known. */
    static @Nullable Integer workingDays(Clocks clocks, Setting at) {
        int counted = 0;
        LocalDate first = WorkingCalendar.dayOf(clocks.start());
        for (LocalDate day = first.plusDays(1); !day.isAfter(at.today()); day = day.plusDays(1)) {
            if (!(at.calendar().day(day) instanceof CalendarDay.Known known)) {
                return null;
            }
            LocalDate date = day;
            boolean covered = clocks.pauses().stream().anyMatch(pause -> covers(pause, date, at));
            counted += known.working() && !covered ? 1 : 0;
        }
        return counted;
    }

    private static boolean covers(Pause pause, LocalDate day, Setting at) {
        LocalDate from = WorkingCalendar.dayOf(pause.start());
        LocalDate to = pause.end() == null ? at.today() : WorkingCalendar.dayOf(pause.end());
        return from.isBefore(day) && !day.isAfter(to);
    }
}
