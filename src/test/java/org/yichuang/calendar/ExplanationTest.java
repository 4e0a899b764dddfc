package org.yichuang.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yichuang.calendar.Hangzhou.CALENDAR;
import static org.yichuang.calendar.Hangzhou.TESTING;
import static org.yichuang.calendar.Hangzhou.at;
import static org.yichuang.calendar.Hangzhou.calendarDays;
import static org.yichuang.calendar.Hangzhou.day;
import static org.yichuang.calendar.Hangzhou.explained;
import static org.yichuang.calendar.Hangzhou.hours;
import static org.yichuang.calendar.Hangzhou.open;
import static org.yichuang.calendar.Hangzhou.pause;
import static org.yichuang.calendar.Hangzhou.workingDays;
import static org.yichuang.calendar.Hangzhou.workingHours;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.yichuang.calendar.ExplainedDay.Treatment;
import org.yichuang.shared.Text;

class ExplanationTest {
    private final Explanation promise = explained(
            workingDays(5, "2026-09-18 10:12").with(pause("2026-09-21 16:40", "2026-10-08 15:00")), "2026-10-09 10:24");

    @Test
    void every_day_from_the_event_to_the_due_day_is_told() {
        assertThat(promise.days())
                .extracting(ExplainedDay::date)
                .containsExactlyElementsOf(
                        day("2026-09-18").datesUntil(day("2026-10-13")).toList());
        assertThat(promise.due()).isEqualTo(new Due.At(at("2026-10-12 17:00")));
    }

    @Test
    void the_sum_is_the_days_less_those_that_do_not_count() {
        assertThat(promise.sums()).isEqualTo(new DaySums(25, 1, 12, 7, 0, 0, 5, Duration.ZERO));
        assertThat(promise.causes()).isEqualTo(TESTING);
    }

    @Test
    void each_day_says_why() {
        assertDay("2026-09-18", Treatment.EVENT, 0, "当天，期间开始之日不计", "The day of the event is not counted");
        assertDay("2026-09-19", Treatment.REST, 0, "休息日", "Rest day");
        assertDay("2026-09-20", Treatment.COUNTED, 1, "调休上班（国庆节），算工作日", "Make-up workday (National Day), counts");
        assertDay("2026-09-21", Treatment.COUNTED, 2, "工作日", "Working day");
        assertDay("2026-09-22", Treatment.PAUSED, 0, "水质检测，中止", "Paused: Water test");
        assertDay(
                "2026-09-25",
                Treatment.HOLIDAY,
                0,
                "中秋节放假，也在中止之中",
                "Mid-Autumn Festival holiday, also within the pause");
        assertDay("2026-10-08", Treatment.PAUSED, 0, "水质检测，中止", "Paused: Water test");
        assertDay("2026-10-09", Treatment.COUNTED, 3, "工作日", "Working day");
        assertDay("2026-10-12", Treatment.COUNTED, 5, "工作日", "Working day");
    }

    @Test
    void the_days_to_which_a_limit_of_calendar_days_moves_are_told_apart() {
        Explanation moved = explained(calendarDays(10, "2026-09-21 10:00"), "2026-09-22 10:00");
        assertThat(moved.sums()).isEqualTo(new DaySums(18, 1, 0, 0, 7, 0, 10, Duration.ZERO));
        assertThat(moved.days().get(10).number()).isEqualTo(10);
        assertThat(moved.days().get(11).reason().zh()).isEqualTo("休息日，期限顺延");
        assertThat(moved.days().getLast().reason().zh()).isEqualTo("期限顺延到这个工作日");
    }

    @Test
    void a_limit_of_working_hours_tells_the_time_counted_each_day() {
        Explanation clock = explained(
                workingHours(10, "2026-03-05 16:00").with(pause("2026-03-06 09:00", "2026-03-06 10:00")),
                "2026-03-05 16:30");
        assertThat(clock.days())
                .extracting(ExplainedDay::time)
                .containsExactly(
                        Duration.ofMinutes(60),
                        Duration.ofMinutes(345),
                        Duration.ZERO,
                        Duration.ZERO,
                        Duration.ofMinutes(195));
        assertThat(clock.sums()).isEqualTo(new DaySums(5, 0, 2, 0, 0, 0, 3, Duration.ofHours(10)));
        assertThat(clock.days().get(1).reason().zh()).isEqualTo("办公时间，除去中止");
    }

    @Test
    void an_event_after_closing_has_no_time_on_its_day() {
        Explanation clock = explained(workingHours(1, "2026-03-05 18:00"), "2026-03-05 18:00");
        assertThat(clock.days())
                .extracting(ExplainedDay::treatment)
                .containsExactly(Treatment.OUTSIDE, Treatment.COUNTED);
    }

    @Test
    void hours_count_rest_days_too() {
        Explanation clock = explained(hours(48, "2026-03-06 18:00"), "2026-03-06 18:00");
        assertThat(clock.sums()).isEqualTo(new DaySums(3, 0, 0, 0, 0, 0, 3, Duration.ofHours(48)));
    }

    @Test
    void on_the_spot_is_one_day() {
        Explanation clock = explained(workingDays(0, "2026-03-06 10:00"), "2026-03-06 10:00");
        assertThat(clock.sums()).isEqualTo(new DaySums(1, 1, 0, 0, 0, 0, 0, Duration.ZERO));
        assertThat(explained(workingDays(0, "2026-03-06 18:00"), "2026-03-06 18:00")
                        .sums())
                .isEqualTo(new DaySums(4, 1, 0, 0, 3, 0, 0, Duration.ZERO));
    }

    @Test
    void while_paused_the_days_go_to_the_projected_due_day_or_to_today() {
        LimitClock clock = workingDays(5, "2026-09-18 10:12");
        Explanation projected = explained(clock.with(open("2026-09-21 16:40", "2026-10-08 15:00")), "2026-09-23 10:00");
        assertThat(projected.due()).isEqualTo(new Due.Paused(at("2026-10-12 17:00")));
        assertThat(projected.sums()).isEqualTo(promise.sums());

        Explanation unknown = explained(clock.with(open("2026-09-21 16:40")), "2026-09-23 10:00");
        assertThat(unknown.due()).isEqualTo(new Due.Paused(null));
        assertThat(unknown.lastDay()).isEqualTo(day("2026-09-23"));
        assertThat(unknown.sums()).isEqualTo(new DaySums(6, 1, 1, 2, 0, 0, 2, Duration.ZERO));
    }

    @Test
    void where_the_projected_day_falls_into_an_unknown_year_the_days_go_to_the_end_of_the_last_known_one() {
        LimitClock clock = workingDays(5, "2026-11-29 10:00");
        Explanation whole = explained(clock.with(open("2026-11-29 10:30", "2026-12-31 15:00")), "2026-11-29 11:00");
        assertThat(whole.due()).isEqualTo(new Due.Paused(null, 2027));
        assertThat(whole.lastDay()).isEqualTo(day("2026-12-31"));
        assertThat(whole.sums()).isEqualTo(new DaySums(33, 1, 8, 24, 0, 0, 0, Duration.ZERO));

        Explanation part = explained(clock.with(open("2026-11-29 10:30", "2026-12-25 15:00")), "2026-11-29 11:00");
        assertThat(part.due()).isEqualTo(new Due.Paused(null, 2027));
        assertThat(part.sums()).isEqualTo(new DaySums(33, 1, 8, 20, 0, 0, 4, Duration.ZERO));

        LimitClock calendarDays =
                calendarDays(10, "2026-12-20 10:00").with(open("2026-12-21 10:00", "2990-01-01 10:00"));
        Explanation far = explained(calendarDays, "2026-12-21 11:00");
        assertThat(far.due().unknownYear()).isEqualTo(2990);
        assertThat(far.lastDay()).isEqualTo(day("2026-12-31"));
    }

    @Test
    void a_day_of_two_pauses_names_both_causes() {
        LimitClock clock = workingDays(5, "2026-03-02 10:00")
                .with(pause("2026-03-03 10:00", "2026-03-05 10:00"))
                .with(new Pause(at("2026-03-04 10:00"), at("2026-03-06 10:00"), null, Hangzhou.HEARING, "AL-45", null));
        Explanation explanation = explained(clock, "2026-03-03 10:00");
        assertThat(explanation.days().get(3).reason()).isEqualTo(Text.of("水质检测、听证，中止", "Paused: Water test, Hearing"));
    }

    @Test
    void what_is_not_known_is_not_explained() {
        assertThat(workingDays(20, "2026-12-20 10:00").explain(CALENDAR, at("2026-12-21 10:00")))
                .isEqualTo(new UnknownYear(2027));
    }

    private void assertDay(String date, Treatment treatment, int number, String zh, String en) {
        assertThat(promise.days())
                .filteredOn(told -> told.date().equals(day(date)))
                .singleElement()
                .satisfies(told -> {
                    assertThat(told.treatment()).isEqualTo(treatment);
                    assertThat(told.number()).isEqualTo(number);
                    assertThat(told.reason()).isEqualTo(Text.of(zh, en));
                });
    }
}
