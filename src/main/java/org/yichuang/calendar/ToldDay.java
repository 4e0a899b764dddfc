package org.yichuang.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Days;
import org.yichuang.shared.Text;

/**
 * A day as a page tells it: the promise's days, and after them those that count for the statute alone.
 *
 * @param unit the unit of the limit the day belongs to
 * @param resumed the first counted day after a pause
 * @param end what ends on this day, null on most
 */
record ToldDay(
        ExplainedDay day,
        Limit.Unit unit,
        boolean statuteOnly,
        boolean resumed,
        boolean today,
        @Nullable Ends end) {

    /**
     * The end of a limit.
     *
     * @param words 承诺到期
     * @param brief as short as a calendar cell needs it in English
     * @param time 17:00
     */
    record Ends(Text words, Text brief, String time) {
        private static final Text DUE = Text.of("到期", "Due");

        private static Ends promise(@Nullable Text name, String time) {
            return name == null
                    ? new Ends(DUE, DUE, time)
                    : new Ends(
                            Text.of(name.zh() + DUE.zh(), name.en() + " due"),
                            Text.of(name.zh() + DUE.zh(), name.en()),
                            time);
        }

        private static Ends statute(String time) {
            return new Ends(Text.of("法定到期", "Statute due"), Text.of("法定到期", "Statute"), time);
        }

        private static Ends both(String time) {
            return new Ends(Text.of("承诺、法定到期", "Promise and statute due"), DUE, time);
        }
    }

    static List<ToldDay> of(Explanation promise, @Nullable Explanation statute, @Nullable Text name, LocalDate today) {
        var told = new ArrayList<ToldDay>();
        for (ExplainedDay day : promise.days()) {
            told.add(told(day, promise, false, told, ends(day.date(), promise, statute, name), today));
        }
        if (statute != null) {
            for (ExplainedDay day : statute.days()) {
                if (day.date().isAfter(promise.lastDay())) {
                    told.add(told(day, statute, true, told, ends(day.date(), promise, statute, name), today));
                }
            }
        }
        return told;
    }

    private static ToldDay told(
            ExplainedDay day,
            Explanation of,
            boolean statuteOnly,
            List<ToldDay> before,
            @Nullable Ends ends,
            LocalDate today) {
        boolean resumed = day.counted() && afterPause(before);
        return new ToldDay(
                day, of.clock().limit().unit(), statuteOnly, resumed, day.date().equals(today), ends);
    }

    /** Whether a pause has begun since the last counted day. */
    private static boolean afterPause(List<ToldDay> before) {
        for (ToldDay earlier : before.reversed()) {
            if (earlier.day.counted()) {
                return false;
            }
            if (earlier.day.paused()) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Ends ends(
            LocalDate date, Explanation promise, @Nullable Explanation statute, @Nullable Text name) {
        String promised = endsOn(date, promise);
        String lawful = statute == null ? null : endsOn(date, statute);
        if (promised != null) {
            return lawful == null ? Ends.promise(name, promised) : Ends.both(promised);
        }
        return lawful == null ? null : Ends.statute(lawful);
    }

    /** At what time a limit ends on this day, null when it does not. */
    private static @Nullable String endsOn(LocalDate date, Explanation explanation) {
        return explanation.end() != null && explanation.lastDay().equals(date) ? Days.time(explanation.end()) : null;
    }
}
