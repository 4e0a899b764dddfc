package org.yichuang.calendar;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/**
 * One day of an explanation.
 *
 * @param reason why it counts or does not
 */
public record ExplainedDay(
        @Schema(description = "A day of the city") LocalDate date,
        @Schema(description = "What became of the day") Treatment treatment,

        @Schema(description = "Which counted day it is, from 1; 0: not counted")
        int number,

        @Schema(description = "In a limit of hours, how much of the day counted")
        Duration time,

        @Schema(description = "A pause covers it, or part of it in a limit of hours")
        boolean paused,

        @Schema(description = "The holiday it is or makes up for; null: an ordinary day") @Nullable
        DayFact fact,

        @Schema(description = "Why it counts or does not") Text reason) {

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
