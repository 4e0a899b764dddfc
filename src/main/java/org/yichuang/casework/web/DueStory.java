package org.yichuang.casework.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.DayLedger;
import org.yichuang.calendar.DaySums;
import org.yichuang.calendar.Due;
import org.yichuang.calendar.Explanation;
import org.yichuang.calendar.MonthGrid;
import org.yichuang.casework.ClockKind;
import org.yichuang.shared.Text;

/**
 * Why a case is due when it is: the sum, the months, and the ledger of days.
 *
 * @param event what happened on the first day
 * @param main the limit the page is about
 * @param law the statute that counts from the same day as the promise and goes on after it; null where none does
 */
public record DueStory(
        ClockKind kind,
        Text event,
        Explanation main,
        @Nullable Explanation law,
        Instant now) {

    public Text name() {
        return kind.text();
    }

    public DaySums sums() {
        return main.sums();
    }

    /** The due instant of the first limit, projected while a pause is open; null when that is not known: then it has no sum. */
    public @Nullable Instant due() {
        return main.end();
    }

    /** A pause is open: what is shown is the projection. */
    public boolean projected() {
        return main.due() instanceof Due.Paused;
    }

    public LocalDate firstDay() {
        return main.firstDay();
    }

    public Text limit() {
        return main.clock().limit().unit().text(main.clock().amount());
    }

    /** Due the same day, so that there are no days to add up. */
    public boolean onTheSpot() {
        return main.clock().amount() == 0;
    }

    /** In a limit of hours the days are no summands. */
    public boolean inDays() {
        return main.clock().limit().unit().inDays();
    }

    public List<MonthGrid.Month> months() {
        return MonthGrid.of(main, law, now, apart()).months();
    }

    public List<DayLedger.Row> ledger() {
        return DayLedger.of(main, law, now, apart()).rows();
    }

    /** The event where it stands by itself, not within a sentence. */
    private Text apart() {
        return Text.of(
                event.zh(),
                event.en().substring(0, 1).toUpperCase(Locale.ROOT) + event.en().substring(1));
    }

    /** What the calendar says of a promise, said of the clock this story is about. */
    public Text named(Text text) {
        return kind == ClockKind.PROMISE
                ? text
                : Text.of(text.zh().replace("承诺", name().zh()), text.en().replace("Promise", name().en()));
    }
}
