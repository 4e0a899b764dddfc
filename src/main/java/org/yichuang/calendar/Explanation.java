package org.yichuang.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/**
 * Why a due instant is what it is.
 *
 * @param clock the clock as it was counted: an open pause ended as expected, if it is expected to end
 * @param days from the day of the event to the due day, none left out; while there is no due instant, to the projected
 *     due day, to the end of the last known year where that falls into one that is not known, or to today
 * @param causes what the pauses that cover any of the days are for; null when none does
 */
public record Explanation(
        LimitClock clock,
        Due due,
        List<ExplainedDay> days,
        DaySums sums,
        @Nullable Text causes) implements Explained {

    public LocalDate firstDay() {
        return days.getFirst().date();
    }

    public LocalDate lastDay() {
        return days.getLast().date();
    }

    /** When the limit ends or is projected to; null while a pause is open and its end or the year after it is not known. */
    public @Nullable Instant end() {
        return switch (due) {
            case Due.At(Instant at) -> at;
            case Due.Paused paused -> paused.projected();
            case UnknownYear unknown -> null;
        };
    }
}
