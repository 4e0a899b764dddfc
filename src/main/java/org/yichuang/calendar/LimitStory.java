package org.yichuang.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/**
 * When a limit ends and why: the sum, the months, and the ledger of days.
 *
 * @param name what the limit is called; null: it is any limit
 * @param event what happened on the first day, within a sentence
 * @param main the limit that it is about
 * @param law the statute that counts from the same day as the promise and goes on after it; null where none does
 */
public record LimitStory(
        @Nullable Text name,
        Text event,
        Explanation main,
        @Nullable Explanation law,
        Instant now) {

    public DaySums sums() {
        return main.sums();
    }

    /** When it ends, or is projected to while a pause is open; null when that is not known: then it has no sum. */
    public @Nullable Instant due() {
        return main.kept() == null ? main.end() : main.kept();
    }

    /** The limits, the statute after the promise, that are over and ended otherwise than the days are counted now. */
    public List<Explanation> kept() {
        return Stream.of(Optional.of(main), Optional.ofNullable(law))
                .flatMap(Optional::stream)
                .filter(each -> each.kept() != null)
                .toList();
    }

    /** A pause is open: what is shown is the projection. */
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
        return onTheSpot()
                ? main.clock().limit().text()
                : main.clock().limit().unit().text(main.clock().amount());
    }

    /** Due the same day, so that there are no days to add up. */
    public boolean onTheSpot() {
        return main.clock().amount() == 0;
    }

    /** In a limit of hours the days are no summands. */
    public boolean inDays() {
        return main.clock().limit().unit().inDays() && !onTheSpot();
    }

    public List<MonthGrid.Month> months() {
        return MonthGrid.of(main, law, now, apart(), name).months();
    }

    public List<DayLedger.Row> ledger() {
        return DayLedger.of(main, law, now, apart(), name).rows();
    }

    /** The event where it stands by itself, not within a sentence. */
    private Text apart() {
        return Text.of(
                event.zh(),
                event.en().substring(0, 1).toUpperCase(Locale.ROOT) + event.en().substring(1));
    }
}
