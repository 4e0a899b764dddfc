package org.yichuang.calendar;

import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/**
 * One day of an explanation.
 *
 * @param number the how-manieth counted day it is, from 1; 0 when it is not counted
 * @param time in a limit of hours, how much of the day counted; zero in a limit of days
 * @param paused a pause covers it, or part of it in a limit of hours, whatever else it is
 * @param fact the holiday it is or makes up for, null on an ordinary day
 * @param reason why it counts or does not
 */
public record ExplainedDay(
        LocalDate date,
        Treatment treatment,
        int number,
        Duration time,
        boolean paused,
        @Nullable DayFact fact,
        Text reason) {

    /** Each day is exactly one of these. */
    public enum Treatment {
        /** The day of the event: not counted. */
        EVENT,
        COUNTED,
        /** A weekend day. */
        REST,
        HOLIDAY,
        PAUSED,
        /** The limit's last day was a rest day: the days to the next working day, that one included. */
        MOVED,
        /** In a limit of hours: no time of this day counted, as when the event came after closing. */
        OUTSIDE
    }

    public boolean counted() {
        return treatment == Treatment.COUNTED;
    }

    /** A weekend day that counts as a working day. */
    public boolean makeUp() {
        return fact != null && !fact.off();
    }
}
