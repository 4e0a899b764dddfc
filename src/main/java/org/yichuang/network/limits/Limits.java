package org.yichuang.network.limits;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.yichuang.calendar.Due;
import org.yichuang.calendar.Explained;
import org.yichuang.calendar.LimitClock;
import org.yichuang.calendar.Remaining;
import org.yichuang.calendar.WorkingCalendar;
import org.yichuang.network.WorkingCalendars;

/** Computes and explains a limit by the city's official calendar. */
@Service
public class Limits {
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
        return new Computed(
                limit, now, limit.due(calendar), limit.remaining(calendar, now), limit.explain(calendar, now));
    }
}
