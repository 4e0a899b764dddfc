package org.yichuang.casework.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.Extension;
import org.yichuang.calendar.Limit;
import org.yichuang.calendar.LimitClock;
import org.yichuang.calendar.Pause;
import org.yichuang.casework.ClockKind;

/**
 * The two clocks of an accepted case: what the city promises and what the law gives, with the pauses and the extension
 * they share.
 *
 * @param start what they count from: the acceptance, or, deemed, the receipt of the materials
 * @param receipt what the statute counts from where its law says so; null: from the start as the promise does
 * @param promise null where the city promises nothing
 * @param statute null where the law gives no number
 * @param extension in the statute's unit; it moves the promise too where that has the same unit
 * @param late it was given after the promise had run out, which it does not bring back
 */
public record Clocks(
        Instant start,
        @Nullable Instant receipt,
        boolean deemed,
        @Nullable Limit promise,
        @Nullable Limit statute,
        List<Pause> pauses,
        @Nullable Extension extension,
        boolean late) {
    public Clocks {
        pauses = List.copyOf(pauses);
    }

    public @Nullable LimitClock promiseClock() {
        return clock(promise);
    }

    public @Nullable LimitClock statuteClock() {
        return statute == null ? null : clock(receipt == null ? start : receipt, statute, extension);
    }

    /** A clock of another limit with the promise's start, pauses and extension: a step's. */
    public @Nullable LimitClock clock(@Nullable Limit limit) {
        return limit == null ? null : clock(start, limit, late ? null : extension);
    }

    private LimitClock clock(Instant from, Limit limit, @Nullable Extension more) {
        boolean same = more != null && more.limit().unit() == limit.unit();
        return new LimitClock(from, limit, same ? more : null, pauses);
    }

    /** The one that the work goes by: the promise, or the statute where that ends before it; null: there is neither. */
    public @Nullable ClockKind leading(Dues dues) {
        if (promise == null && statute == null) {
            return null;
        }
        return promise == null || dues.lawFirst() ? ClockKind.STATUTE : ClockKind.PROMISE;
    }

    Clocks pausedBy(Pause pause) {
        var more = new ArrayList<>(pauses);
        more.add(pause);
        return new Clocks(start, receipt, deemed, promise, statute, more, extension, late);
    }

    Clocks resumedAt(Instant at) {
        return new Clocks(start, receipt, deemed, promise, statute, Pause.ended(pauses, at), extension, late);
    }

    Clocks extendedBy(Extension extension, boolean late) {
        return new Clocks(start, receipt, deemed, promise, statute, pauses, extension, late);
    }
}
