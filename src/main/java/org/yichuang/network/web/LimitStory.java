package org.yichuang.network.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.DayLedger;
import org.yichuang.calendar.DaySums;
import org.yichuang.calendar.Due;
import org.yichuang.calendar.Explanation;
import org.yichuang.calendar.MonthGrid;
import org.yichuang.shared.Text;

/** When a limit ends and why: the sum, the months, the ledger of days. */
public record LimitStory(Explanation main, Instant now) {
    private static final Text EVENT = Text.of("起算", "Start");
    private static final Text PROMISED = Text.of("承诺到期", "Promise due");
    private static final Text IN_SHORT = Text.of("承诺到期", "Promise");
    private static final Text DUE = Text.of("到期", "Due");
    private static final int MONTHS_SHOWN = 15;
    private static final int ROWS_SHOWN = 400;

    /** What happened on the first day. */
    public Text event() {
        return EVENT;
    }

    public DaySums sums() {
        return main.sums();
    }

    /** When it ends, or is projected to while a pause is open; null when that is not known. */
    public @Nullable Instant due() {
        return main.end();
    }

    public boolean projected() {
        return main.due() instanceof Due.Paused;
    }

    public LocalDate firstDay() {
        return main.firstDay();
    }

    public LocalDate lastDay() {
        return main.lastDay();
    }

    /** The limit and its extension in words. */
    public Text limit() {
        return main.clock().amount() == 0
                ? main.clock().limit().text()
                : main.clock().limit().unit().text(main.clock().amount());
    }

    public boolean inDays() {
        return main.clock().limit().unit().inDays() && main.clock().amount() > 0;
    }

    /** The months; none when they would fill pages. */
    public List<MonthGrid.Month> months() {
        List<MonthGrid.Month> months = MonthGrid.of(main, null, now, EVENT).months();
        return months.size() > MONTHS_SHOWN ? List.of() : months;
    }

    public List<DayLedger.Row> ledger() {
        List<DayLedger.Row> rows = wholeLedger();
        return rows.subList(0, Math.min(rows.size(), ROWS_SHOWN));
    }

    /** How many rows the page leaves to the file. */
    public int left() {
        return Math.max(0, wholeLedger().size() - ROWS_SHOWN);
    }

    List<DayLedger.Row> wholeLedger() {
        return DayLedger.of(main, null, now, EVENT).rows();
    }

    /** What the calendar says of a promise, said of any limit. */
    public Text named(Text text) {
        return Text.of(
                text.zh().replace(PROMISED.zh(), DUE.zh()),
                text.en().replace(PROMISED.en(), DUE.en()).replace(IN_SHORT.en(), DUE.en()));
    }
}
