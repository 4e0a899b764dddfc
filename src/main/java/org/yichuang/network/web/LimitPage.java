package org.yichuang.network.web;

import java.time.Instant;
import java.util.List;
import org.yichuang.calendar.DayLedger;
import org.yichuang.calendar.Explanation;
import org.yichuang.calendar.LimitClock;
import org.yichuang.calendar.LimitStory;
import org.yichuang.calendar.MonthGrid;
import org.yichuang.shared.Text;

/**
 * The story of any limit, as long as a page takes it; the file has all of it.
 *
 * @param paused whether its clock stands still now: an open pause may begin later
 */
public record LimitPage(LimitStory story, boolean paused) {
    private static final Text EVENT = Text.of("起算", "Start");
    private static final Text ON_THE_SPOT = Text.of(
            "当场办结：当天下班前到期；休息日顺延到下一个工作日。",
            "On the spot: due at the close of office hours that day; on a rest day, of the next working day.");
    private static final int MONTHS_SHOWN = 15;
    private static final int ROWS_SHOWN = 400;

    static LimitPage of(Explanation limit, LimitClock clock, Instant now) {
        return new LimitPage(new LimitStory(null, EVENT, limit, null, now), clock.pausedAt(now));
    }

    /** By which law its days or hours are counted. */
    public Text law() {
        if (story.onTheSpot()) {
            return ON_THE_SPOT;
        }
        return switch (story.main().clock().limit().unit()) {
            case WORKING_DAY ->
                Text.of(
                        "行政许可法第八十二条：期限按工作日计，不含法定节假日；当天不计，次日起算。",
                        "Administrative Licensing Law, article 82: limits count working days, without legal holidays;"
                                + " the day of the event is not counted.");
            case CALENDAR_DAY ->
                Text.of(
                        "民法典第二百零一条、第二百零三条：按日计，当天不计，次日起算；最后一天是休息日的，顺延到下一个工作日。",
                        "Civil Code, articles 201 and 203: days are counted without the day of the event; a last day"
                                + " on a rest day moves to the next working day.");
            case WORKING_HOUR ->
                Text.of(
                        "民法典第二百零一条：按小时计，从起算的那一刻开始；只计办公时间。",
                        "Civil Code, article 201: hours count from the event on; here only office hours do.");
            case HOUR ->
                Text.of(
                        "民法典第二百零一条：按小时计，从起算的那一刻开始，昼夜都计。",
                        "Civil Code, article 201: hours count from the event on, day and night.");
        };
    }

    /** The months; none when they would fill pages. */
    public List<MonthGrid.Month> months() {
        List<MonthGrid.Month> months = story.months();
        return months.size() > MONTHS_SHOWN ? List.of() : months;
    }

    public List<DayLedger.Row> ledger() {
        List<DayLedger.Row> rows = story.ledger();
        return rows.subList(0, Math.min(rows.size(), ROWS_SHOWN));
    }

    /** How many rows the page leaves to the file. */
    public int left() {
        return Math.max(0, story.ledger().size() - ROWS_SHOWN);
    }
}
