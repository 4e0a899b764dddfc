package org.yichuang.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Days;
import org.yichuang.shared.Text;

/** The months of an explanation, week by week from Monday, each day with what became of it. */
public record MonthGrid(List<Month> months) {

    public record Month(YearMonth month, Text name, List<List<Cell>> weeks) {}

    /**
     * A place in a week.
     *
     * @param date null before the first and after the last of the month
     * @param css the classes of the style sheet's {@code .cal td}
     * @param number which counted day it is, 0 when it has no number
     * @param word what stands in it instead of a number
     * @param caption what stands at its foot
     */
    public record Cell(
            @Nullable LocalDate date,
            String css,
            int number,
            @Nullable Text word,
            @Nullable Text caption) {}

    /**
     * @param statute the same days by the law's clock, null when the law sets no limit
     * @param event what the clocks count from: 受理, accepted
     * @param name what the first is called where its end is told: 承诺, Promise; null: it is any limit
     */
    public static MonthGrid of(
            Explanation promise, @Nullable Explanation statute, Instant now, Text event, @Nullable Text name) {
        LocalDate today = WorkingCalendar.dayOf(now);
        List<ToldDay> told = ToldDay.of(promise, statute, name, today);
        Map<LocalDate, ToldDay> byDate =
                told.stream().collect(Collectors.toMap(day -> day.day().date(), Function.identity()));
        YearMonth first = YearMonth.from(told.getFirst().day().date());
        YearMonth last = YearMonth.from(told.getLast().day().date());
        var cells = new MonthCells(byDate, today, event);
        return new MonthGrid(Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
                .map(month -> new Month(month, Days.month(month), weeks(month, cells)))
                .toList());
    }

    private static List<List<Cell>> weeks(YearMonth month, MonthCells cells) {
        var weeks = new ArrayList<List<Cell>>();
        LocalDate monday =
                month.atDay(1).minusDays(month.atDay(1).getDayOfWeek().getValue() - 1);
        for (; !monday.isAfter(month.atEndOfMonth()); monday = monday.plusWeeks(1)) {
            weeks.add(monday.datesUntil(monday.plusWeeks(1))
                    .map(date -> cells.of(date, month))
                    .toList());
        }
        return List.copyOf(weeks);
    }
}
