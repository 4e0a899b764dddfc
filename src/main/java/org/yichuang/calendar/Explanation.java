package org.yichuang.calendar;

import java.time.LocalDate;
import java.util.List;

/**
 * Why a due instant is what it is.
 *
 * @param days from the day of the event to the due day, none left out; while there is no due instant, to the projected
 *     due day or to today
 * @param clock the clock as it was counted: an open pause ended as expected, if it is expected to end
 */
public record Explanation(LimitClock clock, Due due, List<ExplainedDay> days, DaySums sums) implements Explained {

    public LocalDate firstDay() {
        return days.getFirst().date();
    }

    public LocalDate lastDay() {
        return days.getLast().date();
    }
}
