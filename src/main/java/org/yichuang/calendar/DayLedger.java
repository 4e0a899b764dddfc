package org.yichuang.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/** The day-by-day table of an explanation; neighbouring days with the same fate and reason share a row. */
public record DayLedger(List<Row> rows) {

    /**
     * @param days 9月22日 – 24日
     * @param count 第 3 天, or 不计; in a limit of hours the time counted
     * @param counts whether the days count
     * @param end a limit ends here
     */
    public record Row(LocalDate from, LocalDate to, Text days, Text count, Text reason, boolean counts, boolean end) {}

    /**
     * @param statute the same days by the law's clock, null when the law sets no limit
     * @param event what the clocks count from: 受理, accepted
     * @param name what the first is called where its end is told: 承诺, Promise; null: it is any limit
     */
    public static DayLedger of(
            Explanation promise, @Nullable Explanation statute, Instant now, Text event, @Nullable Text name) {
        var rows = new ArrayList<Row>();
        var group = new ArrayList<ToldDay>();
        LocalDate before = WorkingCalendar.dayOf(now);
        for (ToldDay day : ToldDay.of(promise, statute, name, before)) {
            if (!group.isEmpty() && !together(group.getLast(), day)) {
                rows.add(LedgerRow.of(group, before, event));
                before = group.getLast().day().date();
                group.clear();
            }
            group.add(day);
        }
        if (!group.isEmpty()) {
            rows.add(LedgerRow.of(group, before, event));
        }
        return new DayLedger(List.copyOf(rows));
    }

    private static boolean together(ToldDay one, ToldDay next) {
        if (one.end() != null || next.end() != null || one.statuteOnly() != next.statuteOnly()) {
            return false;
        }
        if (one.day().treatment() != next.day().treatment()) {
            return false;
        }
        if (!one.day().counted()) {
            return one.day().reason().equals(next.day().reason());
        }
        boolean listed = one.unit() != Limit.Unit.CALENDAR_DAY && !one.statuteOnly();
        return !listed && one.unit().inDays() && !one.today() && !next.today() && !next.resumed();
    }
}
