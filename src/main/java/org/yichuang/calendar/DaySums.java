package org.yichuang.calendar;

import java.time.Duration;
import java.util.List;
import org.yichuang.calendar.ExplainedDay.Treatment;

/**
 * The days of an explanation by what became of them: {@code total = event + rest + paused + moved + outside + counted}. A
 * rest day inside a pause is a rest day.
 *
 * @param rest weekends and legal holidays
 * @param counted in a limit of working or calendar days this is the limit
 * @param time in a limit of hours, the time counted, which is the limit; zero in a limit of days
 */
public record DaySums(int total, int event, int rest, int paused, int moved, int outside, int counted, Duration time) {

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
