package org.yichuang.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yichuang.calendar.Hangzhou.at;
import static org.yichuang.calendar.Hangzhou.calendarDays;
import static org.yichuang.calendar.Hangzhou.explained;
import static org.yichuang.calendar.Hangzhou.open;
import static org.yichuang.calendar.Hangzhou.pause;
import static org.yichuang.calendar.Hangzhou.workingDays;
import static org.yichuang.calendar.Hangzhou.workingHours;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yichuang.calendar.MonthGrid.Cell;
import org.yichuang.shared.Text;

class DayLedgerTest {
    private static final Text ACCEPTED = Text.of("受理", "Accepted");
    private static final Text PROMISE = Text.of("承诺", "Promise");
    private static final Pause TEST = pause("2026-09-21 16:40", "2026-10-08 15:00");
    private static final String NOW = "2026-10-09 10:24";
    private final Explanation promise =
            explained(workingDays(5, "2026-09-18 10:12").with(TEST), NOW);
    private final Explanation statute =
            explained(workingDays(10, "2026-09-18 10:12").with(TEST), NOW);

    @Test
    void the_ledger_of_a_food_licence_paused_for_a_water_test() {
        assertThat(chinese(promise, statute, NOW))
                .containsExactly(
                        "9月18日 周五 | 不计 | 受理当天，期间开始之日不计",
                        "9月19日 周六 | 不计 | 休息日",
                        "9月20日 周日 | 第 1 天 | 调休上班（国庆节），算工作日",
                        "9月21日 周一 | 第 2 天 | 工作日",
                        "9月22日 – 24日 | 不计 | 水质检测，中止 3 个工作日",
                        "9月25日 – 27日 | 不计 | 中秋节放假，也在中止之中",
                        "9月28日 – 30日 | 不计 | 水质检测，中止 3 个工作日",
                        "10月1日 – 7日 | 不计 | 国庆节放假，也在中止之中",
                        "10月8日 周四 | 不计 | 水质检测，中止 1 个工作日",
                        "10月9日 周五 | 第 3 天 | 恢复计时，今天",
                        "10月10日 周六 | 第 4 天 | 调休上班（国庆节），算工作日",
                        "10月11日 周日 | 不计 | 休息日",
                        "10月12日 周一 | 第 5 天 | 承诺到期，17:00",
                        "10月13日 – 16日 | 第 6–9 天 | 只对法定时限计",
                        "10月17日 – 18日 | 不计 | 休息日",
                        "10月19日 周一 | 第 10 天 | 法定到期，17:00");
    }

    @Test
    void over_new_year_the_row_in_which_the_year_is_another_names_it() {
        String now = "2026-01-05 10:00";
        Explanation over = explained(workingDays(5, "2025-12-29 10:12"), now);

        assertThat(DayLedger.of(over, null, at(now), ACCEPTED, null).rows())
                .extracting(DayLedger.Row::days)
                .filteredOn(days -> days.zh().contains("年"))
                .containsExactly(
                        Text.of("2025年12月29日 周一", "Mon 29 Dec 2025"), Text.of("2026年1月1日 – 3日", "1–3 Jan 2026"));
    }

    @Test
    void it_is_told_in_english_too() {
        assertThat(DayLedger.of(promise, statute, at(NOW), ACCEPTED, PROMISE).rows())
                .extracting(row -> row.days().en() + " | " + row.count().en() + " | "
                        + row.reason().en())
                .startsWith(
                        "Fri 18 Sep | Not counted | Accepted. The day of the event is not counted",
                        "Sat 19 Sep | Not counted | Rest day",
                        "Sun 20 Sep | Day 1 | Make-up workday (National Day), counts")
                .contains(
                        "22–24 Sep | Not counted | Paused: Water test, 3 working days",
                        "Fri 9 Oct | Day 3 | The clock resumes, today",
                        "13–16 Oct | Days 6–9 | Counts for the statute only");
    }

    @Test
    void what_else_is_said_of_a_day_goes_on_in_its_sentence() {
        Pause untilFriday = pause("2026-09-21 16:40", "2026-10-09 08:46");
        Explanation resumed = explained(workingDays(5, "2026-09-18 10:12").with(untilFriday), NOW);
        assertThat(DayLedger.of(resumed, null, at(NOW), ACCEPTED, PROMISE).rows())
                .extracting(row -> row.reason().en())
                .contains("Make-up workday (National Day), counts, the clock resumes");
    }

    @Test
    void rows_that_end_a_limit_are_marked() {
        assertThat(DayLedger.of(promise, statute, at(NOW), ACCEPTED, PROMISE).rows())
                .filteredOn(DayLedger.Row::end)
                .extracting(row -> row.days().zh())
                .containsExactly("10月12日 周一", "10月19日 周一");
    }

    @Test
    void calendar_days_with_one_reason_share_a_row() {
        Explanation days = explained(calendarDays(10, "2026-09-21 10:00"), "2026-09-23 10:00");
        assertThat(chinese(days, null, "2026-09-23 10:00"))
                .containsExactly(
                        "9月21日 周一 | 不计 | 受理当天，期间开始之日不计",
                        "9月22日 周二 | 第 1 天 | 自然日",
                        "9月23日 周三 | 第 2 天 | 自然日，今天",
                        "9月24日 – 10月1日 | 第 3–10 天 | 自然日",
                        "10月2日 – 7日 | 不计 | 休息日，期限顺延",
                        "10月8日 周四 | 不计 | 期限顺延到这个工作日，承诺到期，17:00");
    }

    @Test
    void hours_are_listed_with_the_time_counted() {
        Explanation hours = explained(workingHours(4, "2026-03-05 16:00"), "2026-03-05 16:00");
        assertThat(chinese(hours, null, "2026-03-05 16:00"))
                .containsExactly("3月5日 周四 | 1 小时 | 办公时间，今天", "3月6日 周五 | 3 小时 | 承诺到期，11:45");
    }

    @Test
    void while_paused_without_an_expected_end_nothing_is_due() {
        Explanation paused =
                explained(workingDays(5, "2026-09-18 10:12").with(open("2026-09-21 16:40")), "2026-09-23 10:00");
        assertThat(chinese(paused, paused, "2026-09-23 10:00"))
                .endsWith("9月21日 周一 | 第 2 天 | 工作日", "9月22日 – 23日 | 不计 | 水质检测，中止 2 个工作日");
        assertThat(DayLedger.of(paused, paused, at(NOW), ACCEPTED, PROMISE).rows())
                .noneMatch(DayLedger.Row::end);
    }

    @Test
    void the_same_limit_twice_ends_both_on_one_day() {
        assertThat(chinese(promise, promise, NOW)).last().isEqualTo("10月12日 周一 | 第 5 天 | 承诺、法定到期，17:00");
    }

    @Test
    void an_end_is_told_by_the_name_of_its_limit_and_of_any_limit_by_none() {
        assertThat(end(Text.of("受理", "Acceptance")))
                .containsExactly("受理到期，17:00", "Acceptance due, 17:00", "受理到期", "Acceptance");
        assertThat(end(null)).containsExactly("到期，17:00", "Due, 17:00", "到期", "Due");
    }

    private List<String> end(@Nullable Text name) {
        Text told = DayLedger.of(promise, null, at(NOW), ACCEPTED, name)
                .rows()
                .getLast()
                .reason();
        Text drawn = MonthGrid.of(promise, null, at(NOW), ACCEPTED, name).months().getLast().weeks().stream()
                .flatMap(List::stream)
                .filter(cell -> cell.css().contains("due"))
                .map(MonthGrid.Cell::caption)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
        return List.of(told.zh(), told.en(), drawn.zh(), drawn.en());
    }

    @Test
    void the_months_are_drawn_week_by_week() {
        MonthGrid grid = MonthGrid.of(promise, statute, at(NOW), ACCEPTED, PROMISE);
        assertThat(grid.months()).extracting(month -> month.name().zh()).containsExactly("2026年9月", "2026年10月");
        assertThat(grid.months().getFirst().weeks())
                .hasSize(5)
                .allSatisfy(week -> assertThat(week).hasSize(7));
        assertThat(week(grid, 0, 2))
                .containsExactly("14 far", "15 far", "16 far", "17 far", "18 start 受理", "19 off 休", "20 count 1 调休上班");
        assertThat(week(grid, 0, 3))
                .containsExactly(
                        "21 count 2",
                        "22 pause 中止",
                        "23 pause 中止",
                        "24 pause 中止",
                        "25 off inpause 中秋",
                        "26 off inpause 中秋",
                        "27 off inpause 中秋");
        assertThat(week(grid, 1, 1))
                .endsWith("8 pause 中止", "9 count ahead today 3 今天", "10 count ahead 4 调休上班", "11 off 休");
        assertThat(week(grid, 1, 2)).startsWith("12 count ahead due 5 承诺到期", "13 count law ahead 6");
        assertThat(week(grid, 1, 3)).startsWith("19 count law ahead due 10 法定到期", "20 far");
        assertThat(week(grid, 1, 0)).startsWith("none", "none", "none", "1 off inpause 国庆");
    }

    @Test
    void today_is_marked_outside_the_counted_days_too() {
        MonthGrid grid = MonthGrid.of(promise, null, at("2026-10-20 10:00"), ACCEPTED, PROMISE);
        assertThat(week(grid, 1, 3)).contains("20 far today 今天");
        assertThat(week(grid, 1, 2)).startsWith("12 count due 5 承诺到期");
    }

    @Test
    void a_day_of_hours_shows_its_time() {
        Explanation hours = explained(workingHours(4, "2026-03-05 16:00"), "2026-03-06 10:00");
        assertThat(week(MonthGrid.of(hours, null, at("2026-03-06 10:00"), ACCEPTED, PROMISE), 0, 1))
                .contains("5 count 1:00", "6 count ahead today due 3:00 今天到期");
    }

    private static List<String> chinese(Explanation promise, @Nullable Explanation statute, String now) {
        return DayLedger.of(promise, statute, at(now), ACCEPTED, PROMISE).rows().stream()
                .map(row -> row.days().zh() + " | " + row.count().zh() + " | "
                        + row.reason().zh())
                .toList();
    }

    private static List<String> week(MonthGrid grid, int month, int week) {
        return grid.months().get(month).weeks().get(week).stream()
                .map(DayLedgerTest::told)
                .toList();
    }

    private static String told(Cell cell) {
        return (cell.date() == null ? "" : cell.date().getDayOfMonth() + " ")
                + cell.css()
                + (cell.number() == 0 ? "" : " " + cell.number())
                + (cell.word() == null ? "" : " " + cell.word().zh())
                + (cell.caption() == null ? "" : " " + cell.caption().zh());
    }
}
