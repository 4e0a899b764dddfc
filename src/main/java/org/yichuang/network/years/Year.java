package org.yichuang.network.years;

import java.util.List;
import org.yichuang.calendar.CalendarDay;

/**
 * A year that is known.
 *
 * @param off days that the notice makes days off
 * @param makeUp weekend days that the notice makes working days
 * @param days each day of the year
 */
public record Year(int year, int workingDays, int off, int makeUp, List<CalendarDay.Known> days) {

    static Year of(int year, List<CalendarDay.Known> days) {
        return new Year(
                year,
                (int) days.stream().filter(CalendarDay.Known::working).count(),
                facts(days, true),
                facts(days, false),
                List.copyOf(days));
    }

    private static int facts(List<CalendarDay.Known> days, boolean off) {
        return (int) days.stream()
                .filter(day -> day.fact() != null && day.fact().off() == off)
                .count();
    }

    /** The days that differ from their weekday. */
    public List<CalendarDay.Known> special() {
        return days.stream().filter(day -> day.fact() != null).toList();
    }
}
