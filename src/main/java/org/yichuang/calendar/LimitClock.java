package org.yichuang.calendar;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A limit that runs: the law's clock, or the promise's. A pure value; the calendar and the present instant are given
 * with each question.
 *
 * <p>Counting (AL 82; Civil Code 201–203):
 *
 * <ul>
 *   <li>working days: the limit of N from an event on day D ends at the close of office hours of the N-th counted day. A
 *       day is counted when it is after D, a working day, and no pause covers it;
 *   <li>calendar days: as above, with every day for a working day; a last day on a rest day moves to the next working
 *       day;
 *   <li>working hours: office time outside pauses, to the minute; hours: all time outside pauses;
 *   <li>N = 0, on the spot: the close of office hours of day D, or of the next working day when the office was closed
 *       for that day already;
 *   <li>pauses are united, so overlaps count once; an extension adds its N to the first.
 * </ul>
 */
public record LimitClock(
        @Schema(description = "The event it counts from") Instant start,

        @Schema(description = "How long, without the extension")
        Limit limit,

        @Schema(description = "In the limit's own unit; null: none") @Nullable
        Extension extension,

        @Schema(description = "Stretches that do not count") List<Pause> pauses) {

    /** @throws IllegalArgumentException when the extension has another unit than the limit */
    public LimitClock {
        pauses = List.copyOf(pauses);
        if (extension != null && extension.limit().unit() != limit.unit()) {
            throw new IllegalArgumentException("An extension is in the unit of its limit, " + limit.unit());
        }
    }

    public static LimitClock of(Instant start, Limit limit) {
        return new LimitClock(start, limit, null, List.of());
    }

    public LimitClock with(Pause pause) {
        var more = new ArrayList<>(pauses);
        more.add(pause);
        return new LimitClock(start, limit, extension, more);
    }

    public LimitClock with(List<Pause> pauses) {
        return new LimitClock(start, limit, extension, pauses);
    }

    /** This clock with its open pauses ended: what it is once the pause, or the case, has ended at that instant. */
    public LimitClock endedAt(Instant at) {
        return with(Pause.ended(pauses, at));
    }

    /** The limit and its extension, in the unit of the limit. */
    public long amount() {
        return (long) limit.amount()
                + (extension == null ? 0 : extension.limit().amount());
    }

    /** As it is known at this instant: without the open pauses that begin later. */
    LimitClock before(Instant at) {
        return with(pauses.stream()
                .filter(pause -> !pause.open() || !pause.start().isAfter(at))
                .toList());
    }

    /** Whether some pause makes the clock stand still at this instant. */
    public boolean pausedAt(Instant at) {
        return pauses.stream().anyMatch(pause -> pause.running(at));
    }

    /**
     * When this limit ends. While a pause that began before the end is open, there is no due instant but a projected one;
     * a pause that begins after the end changes nothing.
     */
    public Due due(WorkingCalendar calendar) {
        return new Reckoning(calendar, this).due();
    }

    /** What is left, or how much is overdue, at {@code now}. An open pause lasts until now at least. */
    public Remaining remaining(WorkingCalendar calendar, Instant now) {
        return new Reckoning(calendar, lastingUntil(now)).remaining(now);
    }

    /**
     * Each day from the start to the due day: counted or not, and why. While there is no due instant the days end at the
     * projected one, with the last year known where that falls into one that is not, or today when there is none.
     */
    public Explained explain(WorkingCalendar calendar, Instant now) {
        return new Explainer(calendar, lastingUntil(now), now).explain();
    }

    /** When the pause that is open began, united with those that run into it; null when none is open. */
    @Nullable
    Instant openSince() {
        Instant since = null;
        for (Pause pause : pauses) {
            if (pause.open() && (since == null || pause.start().isBefore(since))) {
                since = pause.start();
            }
        }
        Instant earlier = since;
        while (earlier != null) {
            since = earlier;
            earlier = runningInto(since);
        }
        return since;
    }

    private @Nullable Instant runningInto(Instant start) {
        for (Pause pause : pauses) {
            if (pause.start().isBefore(start)
                    && (pause.end() == null || !pause.end().isBefore(start))) {
                return pause.start();
            }
        }
        return null;
    }

    /** With its open pauses ended as expected, or null when one of them is not expected to end. */
    @Nullable
    LimitClock asExpected() {
        var ended = new ArrayList<Pause>();
        for (Pause pause : pauses) {
            if (pause.open() && pause.expectedEnd() == null) {
                return null;
            }
            ended.add(pause.open() && pause.expectedEnd() != null ? pause.endedAt(pause.expectedEnd()) : pause);
        }
        return with(ended);
    }

    /** What was expected to have ended by now and has not is expected to end now. */
    LimitClock lastingUntil(Instant now) {
        return with(pauses.stream()
                .map(pause -> pause.overran(now) ? pause.expectedUntil(now) : pause)
                .toList());
    }

    /** When a pause that still lasts was expected to have ended, on a day before this one; null: none was. */
    @Nullable
    Instant overran(Instant now) {
        return pauses.stream()
                .filter(pause -> pause.overran(now))
                .map(Pause::expectedEnd)
                .filter(Objects::nonNull)
                .filter(end -> WorkingCalendar.dayOf(end).isBefore(WorkingCalendar.dayOf(now)))
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
