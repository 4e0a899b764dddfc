package org.yichuang.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Counts one clock on one calendar. */
final class Reckoning {
    private final WorkingCalendar calendar;
    private final LimitClock clock;
    private final Meter meter;
    private final List<Cover> covers;
    private final @Nullable Instant kept;

    Reckoning(WorkingCalendar calendar, LimitClock clock) {
        this(calendar, clock, null);
    }

    /** @param kept when it ended as it was counted once, which stands; null: it is counted */
    Reckoning(WorkingCalendar calendar, LimitClock clock, @Nullable Instant kept) {
        this.kept = kept;
        this.calendar = calendar;
        this.clock = clock;
        meter = Meter.of(clock.limit().unit(), calendar);
        covers = Cover.of(clock.pauses(), meter);
    }

    Meter meter() {
        return meter;
    }

    Due due() {
        if (kept != null) {
            return new Due.At(kept);
        }
        Instant open = clock.openSince();
        Due end = end();
        if (end == null) {
            return projected();
        }
        // a pause can begin before the end and not move it: on the due day itself, which still counts
        return open != null && end instanceof Due.At(Instant at) && open.isBefore(at) ? new Due.Paused(at) : end;
    }

    Remaining remaining(Instant now) {
        return switch (due()) {
            case UnknownYear unknown -> unknown;
            case Due.Paused paused
            when now.isBefore(Objects.requireNonNull(clock.openSince())) ->
                new Reckoning(calendar, clock.before(now)).remaining(now);
            case Due.Paused paused -> paused(now, paused.projected());
            case Due.At(Instant at) when now.isAfter(at) -> overdue(now, at);
            case Due.At(Instant at) when clock.pausedAt(now) -> paused(now, at);
            case Due.At(Instant at) -> left(now, at);
        };
    }

    /** The end that stands is another than the one counted now: what lay before it is not to be counted any more. */
    boolean otherwise() {
        return kept != null && !(end() instanceof Due.At(Instant at) && at.equals(kept));
    }

    /** Ticks of a stretch that count and that no pause covers; the stretch lies in known years. */
    long counted(long from, long to) {
        return Cover.counted(meter, from, to, covers);
    }

    /** Where the count ends, an open pause taken to last for ever; null when it then never ends. */
    private @Nullable Due end() {
        if (clock.amount() == 0) {
            return onTheSpot();
        }
        return switch (reach(meter.tick(clock.start()), meter.ticks(clock.amount()))) {
            case Reached.Tick(long tick) -> meter.due(tick);
            case Reached.Unknown(int year) -> new UnknownYear(year);
            case Reached.Never never -> null;
        };
    }

    private Reached reach(long start, long amount) {
        long at = start;
        long left = amount;
        for (Cover cover : covers) {
            if (cover.to() <= at) {
                continue;
            }
            long stop = Math.max(at, cover.from());
            int unknown = meter.unknownYear(at, stop);
            if (unknown != 0) {
                // the count may still end before that year begins
                return meter.advance(at, left);
            }
            long passed = meter.between(at, stop);
            if (passed >= left) {
                break;
            }
            if (cover.to() == Cover.UNENDING) {
                return new Reached.Never();
            }
            int unexplained = meter.unknownYear(stop, cover.to());
            if (unexplained != 0) {
                return new Reached.Unknown(unexplained);
            }
            left -= passed;
            at = cover.to();
        }
        return meter.advance(at, left);
    }

    private Due onTheSpot() {
        long day = WorkingCalendar.dayOf(clock.start()).toEpochDay();
        Due today = closingAfter(day - 1);
        boolean closed = today instanceof Due.At(Instant closing) && closing.isBefore(clock.start());
        return closed ? closingAfter(day) : today;
    }

    private Due closingAfter(long day) {
        return new CalendarDayMeter(calendar).due(day + 1);
    }

    private Due.Paused projected() {
        LimitClock expected = clock.asExpected();
        Due end = expected == null ? null : expected.due(calendar);
        return end == null
                ? new Due.Paused(null)
                : new Due.Paused(end instanceof Due.At(Instant at) ? at : null, end.unknownYear());
    }

    private Remaining left(Instant now, Instant due) {
        long today = day(now);
        long last = day(due);
        int unknown = calendar.unknownYear(today - 1, last);
        if (unknown != 0) {
            return new UnknownYear(unknown);
        }
        int days = (int) calendar.count(today, last, clock.pauses());
        return new Remaining.Left(days, workingTime(now, due), due);
    }

    private Remaining overdue(Instant now, Instant due) {
        long today = day(now);
        long last = day(due);
        int unknown = calendar.unknownYear(last - 1, today);
        if (unknown != 0) {
            return new UnknownYear(unknown);
        }
        return new Remaining.Overdue((int) calendar.count(last, today), officeTime(due, now, List.of()), due);
    }

    private Remaining paused(Instant now, @Nullable Instant projected) {
        long today = day(now);
        long since = today;
        for (Cover cover : Cover.of(clock.pauses(), new WorkingDayMeter(calendar))) {
            if (cover.from() < today && today <= cover.to()) {
                since = cover.from();
            }
        }
        long start = meter.tick(clock.start());
        long reached = Math.max(start, meter.tick(now));
        int unknown = calendar.unknownYear(since, today);
        unknown = unknown == 0 ? meter.unknownYear(start, reached) : unknown;
        if (unknown != 0) {
            return new UnknownYear(unknown);
        }
        long ticks = Math.max(0, meter.ticks(clock.amount()) - counted(start, reached));
        int left = (int) Math.ceilDiv(ticks, meter.ticks(1));
        return new Remaining.Paused(
                (int) calendar.count(since, today),
                new Limit(Math.min(left, Limit.MAX), clock.limit().unit()),
                projected);
    }

    private Duration workingTime(Instant now, Instant due) {
        var minutes = new WorkingHourMeter(calendar);
        if (!clock.limit().unit().inDays()) {
            return officeTime(now, due, Cover.of(clock.pauses(), minutes));
        }
        long last = day(due);
        List<Cover> wholeDays = covers.stream()
                .map(cover ->
                        new Cover(minutes.before(cover.from() + 1), minutes.before(Math.min(cover.to(), last) + 1)))
                .toList();
        return officeTime(now, due, wholeDays);
    }

    private Duration officeTime(Instant from, Instant to, List<Cover> without) {
        var minutes = new WorkingHourMeter(calendar);
        return Duration.ofMinutes(Cover.counted(minutes, minutes.tick(from), minutes.tick(to), without));
    }

    private static long day(Instant instant) {
        return WorkingCalendar.dayOf(instant).toEpochDay();
    }
}
