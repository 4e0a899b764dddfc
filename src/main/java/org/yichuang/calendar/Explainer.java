package org.yichuang.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.ExplainedDay.Treatment;
import org.yichuang.shared.Text;

/** Walks the days of one clock and says of each what became of it. */
final class Explainer {
    private final WorkingCalendar calendar;
    private final LimitClock clock;
    private final Instant now;
    private final Reckoning reckoning;
    private final Meter meter;
    private final long event;
    private final long total;

    Explainer(WorkingCalendar calendar, LimitClock clock, Instant now) {
        this.calendar = calendar;
        this.clock = clock;
        this.now = now;
        reckoning = new Reckoning(calendar, clock);
        meter = reckoning.meter();
        event = WorkingCalendar.dayOf(clock.start()).toEpochDay();
        total = meter.ticks(clock.amount());
    }

    Explained explain() {
        return switch (reckoning.due()) {
            case UnknownYear unknown -> unknown;
            case Due.At at -> days(at, at.instant());
            case Due.Paused paused when paused.projected() != null -> asExpected(paused, paused.projected());
            case Due.Paused paused when paused.unknownYear() != 0 -> asExpected(paused, eve(paused.unknownYear()));
            case Due.Paused paused -> days(paused, fromStart(now));
        };
    }

    private Explained asExpected(Due.Paused due, Instant end) {
        LimitClock expected = clock.asExpected();
        return expected == null ? days(due, end) : new Explainer(calendar, expected, now).days(due, end);
    }

    /** The last minute before the first year that is not known: as far as the days can be told. */
    private Instant eve(int unknown) {
        int first =
                calendar.unknownYear(event - 1, LocalDate.of(unknown, 12, 31).toEpochDay());
        return fromStart(LocalDate.of(first, 1, 1)
                .atStartOfDay(WorkingCalendar.ZONE)
                .minusMinutes(1)
                .toInstant());
    }

    private Instant fromStart(Instant end) {
        return end.isBefore(clock.start()) ? clock.start() : end;
    }

    private Explained days(Due due, Instant end) {
        long last = WorkingCalendar.dayOf(end).toEpochDay();
        int unknown = meter.unknownYear(meter.before(event + 1), meter.before(last + 1));
        if (unknown != 0) {
            return new UnknownYear(unknown);
        }
        var days = new ArrayList<ExplainedDay>();
        long counted = 0;
        int number = 0;
        for (long day = event; day <= last; day++) {
            long from = Math.max(meter.before(day), meter.tick(clock.start()));
            long to = Math.min(meter.before(day + 1), meter.tick(end));
            long ticks = Math.min(total - counted, reckoning.counted(from, to));
            counted += ticks;
            number += ticks > 0 ? 1 : 0;
            Treatment treatment = ticks > 0 ? Treatment.COUNTED : skipped(day, counted == total);
            days.add(explained(day, treatment, number, meter.time(ticks), day == last && due.unknownYear() == 0));
        }
        Text causes = Cover.causes(clock.pauses(), meter, meter.before(event), meter.before(last + 1));
        return new Explanation(clock, due, null, List.copyOf(days), DaySums.of(days), causes);
    }

    private Treatment skipped(long day, boolean complete) {
        if (day == event && (clock.limit().unit().inDays() || total == 0)) {
            return Treatment.EVENT;
        }
        if (complete && (clock.limit().unit().inDays() || total == 0)) {
            return Treatment.MOVED;
        }
        if (clock.limit().unit().working() && !calendar.works(day)) {
            DayFact fact = calendar.fact(LocalDate.ofEpochDay(day));
            return fact != null && fact.off() ? Treatment.HOLIDAY : Treatment.REST;
        }
        return causes(day) == null ? Treatment.OUTSIDE : Treatment.PAUSED;
    }

    /** What the pauses of this day are for, each cause once; null when none covers it. */
    private @Nullable Text causes(long day) {
        return Cover.causes(clock.pauses(), meter, meter.before(day), meter.before(day + 1));
    }

    private ExplainedDay explained(long day, Treatment treatment, int number, Duration time, boolean due) {
        LocalDate date = LocalDate.ofEpochDay(day);
        DayFact fact = calendar.fact(date);
        boolean counted = treatment == Treatment.COUNTED;
        Text causes = causes(day);
        Text reason = new Reasons(clock, fact, causes).of(treatment, due);
        return new ExplainedDay(date, treatment, counted ? number : 0, time, causes != null, fact, reason);
    }
}
