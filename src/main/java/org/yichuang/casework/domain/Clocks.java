package org.yichuang.casework.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.Extension;
import org.yichuang.calendar.Limit;
import org.yichuang.calendar.LimitClock;
import org.yichuang.calendar.Pause;

/**
 * The two clocks of an accepted case: what the city promises and what the law gives, with the pauses and the extension
 * they share.
 *
 * @param start what they count from: the acceptance, or, deemed, the receipt of the materials
 * @param promise null where the city promises nothing
 * @param statute null where the law gives no number
 * @param extension in the statute's unit; it moves the promise too where that has the same unit
 */
public record Clocks(
        Instant start,
        boolean deemed,
        @Nullable Limit promise,
        @Nullable Limit statute,
        List<Pause> pauses,
        @Nullable Extension extension) {
    public Clocks {
        pauses = List.copyOf(pauses);
    }

    public @Nullable LimitClock promiseClock() {
        return clock(promise);
    }

    public @Nullable LimitClock statuteClock() {
        return clock(statute);
    }

    /** A clock of another limit with the same start, pauses and extension: a step's. */
    public @Nullable LimitClock clock(@Nullable Limit limit) {
        if (limit == null) {
            return null;
        }
        boolean same = extension != null && extension.limit().unit() == limit.unit();
        return new LimitClock(start, limit, same ? extension : null, pauses);
    }

    /** The one that the officer's work goes by. */
    public @Nullable LimitClock leading() {
        return promise == null ? statuteClock() : promiseClock();
    }

    Clocks pausedBy(Pause pause) {
        var more = new ArrayList<>(pauses);
        more.add(pause);
        return new Clocks(start, deemed, promise, statute, more, extension);
    }

    Clocks resumedAt(Instant at) {
        List<Pause> ended = pauses.stream()
                .map(pause -> pause.open() ? pause.endedAt(at) : pause)
                .toList();
        return new Clocks(start, deemed, promise, statute, ended, extension);
    }

    Clocks extendedBy(Extension extension) {
        return new Clocks(start, deemed, promise, statute, pauses, extension);
    }
}
