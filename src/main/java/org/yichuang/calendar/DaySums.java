package org.yichuang.calendar;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.List;
import org.yichuang.calendar.ExplainedDay.Treatment;

/**
 * The days of an explanation by what became of them: {@code total = event + rest + paused + moved + outside + counted}. A
 * rest day inside a pause is a rest day.
 *
 * @param counted in a limit of working or calendar days this is the limit
 */
public record DaySums(
        @Schema(description = "event + rest + paused + moved + outside + counted")
        int total,

        @Schema(description = "The day of the event, which is not counted")
        int event,

        @Schema(description = "Weekends and legal holidays; a rest day inside a pause is one")
        int rest,

        @Schema(description = "Days that pauses cover, rest days left out")
        int paused,

        @Schema(description = "Where the last day was a rest day: the days to the next working day, that one included")
        int moved,

        @Schema(description = "In a limit of hours: days of which no time counted")
        int outside,

        @Schema(description = "Days that the limit counts") int counted,

        @Schema(description = "In a limit of hours, the time counted")
        Duration time) {

    static DaySums of(List<ExplainedDay> days) {
        return new DaySums(
                days.size(),
                count(days, Treatment.EVENT),
                count(days, Treatment.REST) + count(days, Treatment.HOLIDAY),
                count(days, Treatment.PAUSED),
                count(days, Treatment.MOVED),
                count(days, Treatment.OUTSIDE),
                count(days, Treatment.COUNTED),
                days.stream().map(ExplainedDay::time).reduce(Duration.ZERO, Duration::plus));
    }

    private static int count(List<ExplainedDay> days, Treatment treatment) {
        return (int) days.stream().filter(day -> day.treatment() == treatment).count();
    }
}
