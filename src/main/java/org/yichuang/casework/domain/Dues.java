package org.yichuang.casework.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.Due;
import org.yichuang.calendar.LimitClock;
import org.yichuang.calendar.WorkingCalendar;

/**
 * When the two clocks end, as computed on a calendar.
 *
 * @param projected the leading clock's end if the open pause ends as expected
 * @param unknownYear the year that would have to be known to say it, or 0
 * @param lawFirst the statute's end comes before the promise's, be it a projected one
 */
public record Dues(
        @Nullable Instant promise,
        @Nullable Instant statute,
        @Nullable Instant projected,
        int unknownYear,
        boolean lawFirst) {
    public static final Dues NONE = new Dues(null, null, null, 0, false);

    /** Cases from before it was kept do not say which comes first. */
    public Dues {
        lawFirst |= promise != null && statute != null && statute.isBefore(promise);
    }

    static Dues of(@Nullable Clocks clocks, WorkingCalendar calendar) {
        if (clocks == null) {
            return NONE;
        }
        Due promise = due(clocks.promiseClock(), calendar);
        Due statute = due(clocks.statuteClock(), calendar);
        boolean lawFirst = promise != null && before(settled(statute), settled(promise));
        Due leading = promise == null || lawFirst ? statute : promise;
        return new Dues(
                at(promise),
                at(statute),
                leading instanceof Due.Paused paused ? paused.projected() : null,
                unknown(promise) == 0 ? unknown(statute) : unknown(promise),
                lawFirst);
    }

    /** The end of a single clock; null when it is paused or its year is not known. */
    static @Nullable Instant end(@Nullable LimitClock clock, WorkingCalendar calendar) {
        return at(due(clock, calendar));
    }

    /** What the work goes by: the promise, or the statute where that ends before it. */
    @Nullable
    Instant leading() {
        return promise == null || lawFirst ? statute : promise;
    }

    /** One that is not known comes after any that is. */
    private static boolean before(@Nullable Instant law, @Nullable Instant promise) {
        return law != null && (promise == null || law.isBefore(promise));
    }

    private static @Nullable Due due(@Nullable LimitClock clock, WorkingCalendar calendar) {
        return clock == null ? null : clock.due(calendar);
    }

    /** The end, or the projected one. */
    private static @Nullable Instant settled(@Nullable Due due) {
        return due instanceof Due.Paused paused ? paused.projected() : at(due);
    }

    private static @Nullable Instant at(@Nullable Due due) {
        return due instanceof Due.At(Instant at) ? at : null;
    }

    private static int unknown(@Nullable Due due) {
        return due == null ? 0 : due.unknownYear();
    }
}
