package org.yichuang.network.limits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.yichuang.calendar.Due;
import org.yichuang.calendar.Explained;
import org.yichuang.calendar.LimitClock;
import org.yichuang.calendar.Pause;
import org.yichuang.calendar.Remaining;
import org.yichuang.calendar.UnknownYear;
import org.yichuang.calendar.WorkingCalendar;
import org.yichuang.network.WorkingCalendars;
import org.yichuang.shared.Problem;

/** Computes and explains a limit by the city's official calendar. */
@Service
public class Limits {
    /** No limit is told over more; each of its days is a line of the answer. */
    private static final Duration LONGEST = Duration.ofDays(25 * 366);

    private final WorkingCalendars calendars;
    private final Clock clock;

    Limits(WorkingCalendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    /** @param now the instant at which {@code remaining} is told */
    public record Computed(LimitClock clock, Instant now, Due due, Remaining remaining, Explained explained) {}

    /** @throws org.yichuang.shared.Problem 422 that names each wrong field */
    public Computed compute(LimitQuestion question) {
        LimitClock limit = LimitReading.clock(question);
        Instant asked = LimitReading.now(question);
        Instant now = asked == null ? clock.instant() : asked;
        WorkingCalendar calendar = calendars.calendar();
        Due due = limit.due(calendar);
        bounded(limit, due, now, asked != null);
        return new Computed(limit, now, due, limit.remaining(calendar, now), limit.explain(calendar, now));
    }

    /** An open pause lasts until now at least, so now may lie behind every end. */
    private static void bounded(LimitClock limit, Due due, Instant now, boolean asked) {
        boolean open = limit.pauses().stream().anyMatch(Pause::open);
        Instant end = switch (due) {
            case Due.At(Instant at) -> at;
            case Due.Paused paused when paused.projected() != null -> paused.projected();
            case Due.Paused paused -> limit.start();
            case UnknownYear unknown -> limit.start();
        };
        if (tooFar(limit, end)) {
            throw far(leading(limit));
        }
        if (open && tooFar(limit, now)) {
            throw far(asked ? "now" : "start");
        }
    }

    /** The field that leads so far: a pause that ends, or is expected to end, beyond the longest span; else the amount. */
    private static String leading(LimitClock limit) {
        for (int at = 0; at < limit.pauses().size(); at++) {
            Pause pause = limit.pauses().get(at);
            Instant end = pause.open() ? pause.expectedEnd() : pause.end();
            if (end != null && tooFar(limit, end)) {
                return "pauses[" + at + "]." + (pause.open() ? "expectedEnd" : "end");
            }
        }
        return "amount";
    }

    private static boolean tooFar(LimitClock limit, Instant end) {
        return Duration.between(limit.start(), end).compareTo(LONGEST) > 0;
    }

    private static Problem far(String field) {
        return Problem.invalid(field, "从起算到到期不能超过 25 年", "From its start to its end a limit spans at most 25 years");
    }
}
