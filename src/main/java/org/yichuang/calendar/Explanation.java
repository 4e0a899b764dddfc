package org.yichuang.calendar;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/** Why a due instant is what it is. */
public record Explanation(
        @Schema(description = "As it was counted: an open pause ended as expected, if it is expected to end")
        LimitClock clock,

        @Schema(
                description = "`instant`; or while a pause is open `projected` and `unknownYear`; or the `year` that is"
                        + " missing")
        Due due,

        @Schema(
                description =
                        "Of a limit that is over: when it ended as it was counted then, which is what the record and"
                                + " the case keep; null: `due` is the same")
        @Nullable
        Instant kept,

        @Schema(
                description = "From the day of the event to the due day; while a pause is open to the projected one, as"
                        + " far as it is known, else to today; none left out")
        List<ExplainedDay> days,

        @Schema(description = "The days by what became of them")
        DaySums sums,

        @Schema(description = "What the pauses are for; null: none covers any of the days") @Nullable
        Text causes)
        implements Explained {

    /** With the end that was counted before the calendar was amended, where it is another than by the calendar of now. */
    public Explanation keeping(@Nullable Instant kept) {
        return kept == null || kept.equals(end()) ? this : new Explanation(clock, due, kept, days, sums, causes);
    }

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
