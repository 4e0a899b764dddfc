package org.yichuang.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yichuang.calendar.Hangzhou.calendarDays;
import static org.yichuang.calendar.Hangzhou.due;
import static org.yichuang.calendar.Hangzhou.dueAt;
import static org.yichuang.calendar.Hangzhou.hours;
import static org.yichuang.calendar.Hangzhou.pause;
import static org.yichuang.calendar.Hangzhou.workingDays;

import java.time.LocalTime;
import org.junit.jupiter.api.Test;

/** Limits of days on the calendar of 2026; AL 82, Civil Code 201–203. */
class DaysCountedTest {
    @Test
    void the_day_of_the_event_is_not_counted_and_the_limit_ends_at_the_close_of_office_hours() {
        // Monday
        assertThat(due(workingDays(1, "2026-03-02 08:45"))).isEqualTo(dueAt("2026-03-03 17:00"));
        assertThat(due(workingDays(5, "2026-03-02 16:59"))).isEqualTo(dueAt("2026-03-09 17:00"));
    }

    @Test
    void an_event_at_night_or_on_a_rest_day_counts_from_the_next_working_day() {
        assertThat(due(workingDays(1, "2026-03-06 23:59"))).isEqualTo(dueAt("2026-03-09 17:00"));
        assertThat(due(workingDays(1, "2026-03-07 10:00"))).isEqualTo(dueAt("2026-03-09 17:00"));
        assertThat(due(workingDays(1, "2026-03-08 00:00"))).isEqualTo(dueAt("2026-03-09 17:00"));
    }

    @Test
    void legal_holidays_do_not_count() {
        // Mid-Autumn is 25 to 27 September, National Day 1 to 7 October
        assertThat(due(workingDays(1, "2026-09-24 10:00"))).isEqualTo(dueAt("2026-09-28 17:00"));
        assertThat(due(workingDays(1, "2026-09-30 10:00"))).isEqualTo(dueAt("2026-10-08 17:00"));
    }

    @Test
    void make_up_workdays_count() {
        // Sunday 20 September and Saturday 10 October
        assertThat(due(workingDays(1, "2026-09-18 10:12"))).isEqualTo(dueAt("2026-09-20 17:00"));
        assertThat(due(workingDays(2, "2026-10-08 10:00"))).isEqualTo(dueAt("2026-10-10 17:00"));
    }

    @Test
    void the_limit_of_the_licensing_law_from_its_acceptance_across_both_holidays() {
        assertThat(due(workingDays(20, "2026-09-18 10:12"))).isEqualTo(dueAt("2026-10-22 17:00"));
    }

    @Test
    void a_pause_covers_the_days_after_its_first_through_its_last() {
        LimitClock promise = workingDays(5, "2026-09-18 10:12");
        assertThat(due(promise)).isEqualTo(dueAt("2026-09-24 17:00"));
        // 21 September counts, 22 September to 8 October do not: 9, 10 and 12 October are the third to fifth
        assertThat(due(promise.with(pause("2026-09-21 16:40", "2026-10-08 15:00"))))
                .isEqualTo(dueAt("2026-10-12 17:00"));
    }

    @Test
    void a_pause_within_one_day_covers_nothing() {
        LimitClock promise = workingDays(5, "2026-09-18 10:12");
        assertThat(due(promise.with(pause("2026-09-21 00:00", "2026-09-21 23:59"))))
                .isEqualTo(due(promise));
    }

    @Test
    void overlapping_pauses_count_once() {
        LimitClock promise = workingDays(5, "2026-03-02 10:00");
        assertThat(due(promise.with(pause("2026-03-03 10:00", "2026-03-05 10:00"))
                        .with(pause("2026-03-04 10:00", "2026-03-06 10:00"))
                        .with(pause("2026-03-04 11:00", "2026-03-04 12:00"))))
                .isEqualTo(due(promise.with(pause("2026-03-03 10:00", "2026-03-06 10:00"))))
                .isEqualTo(dueAt("2026-03-12 17:00"));
    }

    @Test
    void a_pause_before_the_event_or_after_the_end_changes_nothing() {
        LimitClock promise = workingDays(2, "2026-03-02 10:00");
        assertThat(due(promise.with(pause("2026-02-24 10:00", "2026-02-27 10:00"))))
                .isEqualTo(due(promise));
        assertThat(due(promise.with(pause("2026-03-04 10:00", "2026-03-20 10:00"))))
                .isEqualTo(due(promise));
    }

    @Test
    void a_pause_over_rest_days_alone_takes_nothing() {
        LimitClock promise = workingDays(3, "2026-03-05 10:00");
        assertThat(due(promise.with(pause("2026-03-06 17:00", "2026-03-08 20:00"))))
                .isEqualTo(due(promise));
    }

    @Test
    void calendar_days_count_every_day() {
        // 2 March + 10 = Thursday 12 March
        assertThat(due(calendarDays(10, "2026-03-02 10:00"))).isEqualTo(dueAt("2026-03-12 17:00"));
    }

    @Test
    void calendar_days_that_end_on_a_rest_day_move_to_the_next_working_day() {
        // Saturday 7 March
        assertThat(due(calendarDays(5, "2026-03-02 10:00"))).isEqualTo(dueAt("2026-03-09 17:00"));
        // 1 October, the first of seven days off
        assertThat(due(calendarDays(10, "2026-09-21 10:00"))).isEqualTo(dueAt("2026-10-08 17:00"));
        // Sunday 20 September is a workday
        assertThat(due(calendarDays(2, "2026-09-18 10:00"))).isEqualTo(dueAt("2026-09-20 17:00"));
    }

    @Test
    void calendar_days_grow_by_one_for_every_covered_day() {
        // covered: 4, 5 and 6 March; 12 + 3 = Sunday 15 March
        assertThat(due(calendarDays(10, "2026-03-02 10:00").with(pause("2026-03-03 09:00", "2026-03-06 09:00"))))
                .isEqualTo(dueAt("2026-03-16 17:00"));
    }

    @Test
    void on_the_spot_is_due_at_the_close_of_the_same_day() {
        assertThat(due(workingDays(0, "2026-03-02 09:00"))).isEqualTo(dueAt("2026-03-02 17:00"));
        assertThat(due(calendarDays(0, "2026-03-02 17:00"))).isEqualTo(dueAt("2026-03-02 17:00"));
        assertThat(due(hours(0, "2026-03-02 12:30"))).isEqualTo(dueAt("2026-03-02 17:00"));
    }

    @Test
    void on_the_spot_after_closing_is_due_at_the_next_close() {
        assertThat(due(workingDays(0, "2026-03-06 17:01"))).isEqualTo(dueAt("2026-03-09 17:00"));
        assertThat(due(workingDays(0, "2026-10-03 10:00"))).isEqualTo(dueAt("2026-10-08 17:00"));
    }

    @Test
    void an_extension_adds_its_days_to_the_first() {
        LimitClock statute = workingDays(20, "2026-03-02 10:00");
        assertThat(due(statute)).isEqualTo(dueAt("2026-03-30 17:00"));
        assertThat(due(extended(statute, Limit.workingDays(10)))).isEqualTo(due(workingDays(30, "2026-03-02 10:00")));
    }

    @Test
    void an_extension_in_another_unit_is_refused() {
        assertThatThrownBy(() -> extended(workingDays(20, "2026-03-02 10:00"), new Limit(10, Limit.Unit.CALENDAR_DAY)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static LimitClock extended(LimitClock clock, Limit by) {
        return new LimitClock(clock.start(), clock.limit(), new Extension(by), clock.pauses());
    }

    @Test
    void a_limit_that_runs_into_an_unknown_year_says_which() {
        assertThat(due(workingDays(20, "2026-12-20 10:00"))).isEqualTo(new UnknownYear(2027));
        assertThat(due(calendarDays(30, "2026-12-20 10:00"))).isEqualTo(new UnknownYear(2027));
        assertThat(due(workingDays(0, "2027-01-05 10:00"))).isEqualTo(new UnknownYear(2027));
        assertThat(due(workingDays(1, "2020-06-01 10:00"))).isEqualTo(new UnknownYear(2020));
    }

    @Test
    void the_year_of_the_event_need_not_be_known_when_all_days_after_it_are() {
        assertThat(due(workingDays(1, "2020-12-31 10:00"))).isEqualTo(dueAt("2021-01-04 17:00"));
    }

    @Test
    void a_limit_that_ends_just_before_an_unknown_year_is_known() {
        assertThat(due(workingDays(4, "2026-12-25 10:00"))).isEqualTo(dueAt("2026-12-31 17:00"));
    }

    @Test
    void a_day_ends_when_this_office_closes() {
        WorkingCalendar calendar = WorkingCalendar.of(
                OfficeHours.of(new OfficeHours.Opening(LocalTime.of(9, 0), LocalTime.of(17, 30))),
                YearFacts.stateCouncil());
        assertThat(workingDays(1, "2026-03-02 10:00").due(calendar)).isEqualTo(dueAt("2026-03-03 17:30"));
    }
}
