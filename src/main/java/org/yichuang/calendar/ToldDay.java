package org.yichuang.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/**
 * A day as a page tells it: the promise's days, and after them those that count for the statute alone.
 *
 * @param unit the unit of the limit the day belongs to
 * @param resumed the first counted day after a pause
 * @param due what ends on this day, 承诺到期; null on most
 * @param dueTime at what time
 */
record ToldDay(
        ExplainedDay day,
        Limit.Unit unit,
        boolean statuteOnly,
        boolean resumed,
        boolean today,
        @Nullable Text due,
        @Nullable String dueTime) {
    private static final Text PROMISE = Text.of("承诺到期", "Promise due");
    private static final Text STATUTE = Text.of("法定到期", "Statute due");
    private static final Text BOTH = Text.of("承诺、法定到期", "Promise and statute due");

    static List<ToldDay> of(Explanation promise, @Nullable Explanation statute, LocalDate today) {
        var told = new ArrayList<ToldDay>();
        boolean paused = false;
        for (ExplainedDay day : promise.days()) {
            told.add(told(day, promise, false, paused, promise, statute, today));
            paused = !day.counted() && (paused || day.paused());
        }
        if (statute != null) {
            for (ExplainedDay day : statute.days()) {
                if (day.date().isAfter(promise.lastDay())) {
                    told.add(told(day, statute, true, paused, promise, statute, today));
                    paused = !day.counted() && (paused || day.paused());
                }
            }
        }
        return told;
    }

    private static ToldDay told(
            ExplainedDay day,
            Explanation of,
            boolean statuteOnly,
            boolean paused,
            Explanation promise,
            @Nullable Explanation statute,
            LocalDate today) {
        boolean promised = endsOn(day.date(), promise);
        boolean lawful = statute != null && endsOn(day.date(), statute);
        Instant end = promised ? promise.end() : lawful && statute != null ? statute.end() : null;
        return new ToldDay(
                day,
                of.clock().limit().unit(),
                statuteOnly,
                paused && day.counted(),
                day.date().equals(today),
                promised && lawful ? BOTH : promised ? PROMISE : lawful ? STATUTE : null,
                end == null ? null : Days.time(end));
    }

    private static boolean endsOn(LocalDate date, Explanation explanation) {
        return explanation.end() != null && explanation.lastDay().equals(date);
    }
}
