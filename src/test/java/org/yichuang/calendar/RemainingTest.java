package org.yichuang.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yichuang.calendar.Hangzhou.CALENDAR;
import static org.yichuang.calendar.Hangzhou.at;
import static org.yichuang.calendar.Hangzhou.hours;
import static org.yichuang.calendar.Hangzhou.pause;
import static org.yichuang.calendar.Hangzhou.workingDays;
import static org.yichuang.calendar.Hangzhou.workingHours;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RemainingTest {
    private final LimitClock promise =
            workingDays(5, "2026-09-18 10:12").with(pause("2026-09-21 16:40", "2026-10-08 15:00"));

    @Test
    void whole_working_days_after_today_up_to_the_due_day_are_left() {
        // 10 October is a make-up workday, 11 a Sunday, 12 the due day; 9 October has 306 office minutes left
        assertThat(promise.remaining(CALENDAR, at("2026-10-09 10:24")))
                .isEqualTo(new Remaining.Left(2, Duration.ofMinutes(306 + 405 + 405), at("2026-10-12 17:00")));
        assertThat(promise.remaining(CALENDAR, at("2026-10-11 10:24")))
                .isEqualTo(new Remaining.Left(1, Duration.ofMinutes(405), at("2026-10-12 17:00")));
    }

    @Test
    void due_today_is_none_left() {
        assertThat(promise.remaining(CALENDAR, at("2026-10-12 16:00")))
                .isEqualTo(new Remaining.Left(0, Duration.ofMinutes(60), at("2026-10-12 17:00")));
        assertThat(promise.remaining(CALENDAR, at("2026-10-12 17:00")))
                .isEqualTo(new Remaining.Left(0, Duration.ZERO, at("2026-10-12 17:00")));
    }

    @Test
    void working_days_after_the_due_day_are_overdue_today_among_them() {
        assertThat(promise.remaining(CALENDAR, at("2026-10-12 17:01")))
                .isEqualTo(new Remaining.Overdue(0, Duration.ZERO, at("2026-10-12 17:00")));
        assertThat(promise.remaining(CALENDAR, at("2026-10-13 09:00")))
                .isEqualTo(new Remaining.Overdue(1, Duration.ofMinutes(15), at("2026-10-12 17:00")));
        assertThat(promise.remaining(CALENDAR, at("2026-10-18 09:00")))
                .isEqualTo(new Remaining.Overdue(4, Duration.ofMinutes(4 * 405), at("2026-10-12 17:00")));
    }

    @Test
    void before_the_pause_the_days_it_will_cover_are_not_left() {
        assertThat(promise.remaining(CALENDAR, at("2026-09-18 16:00")))
                .isEqualTo(new Remaining.Left(5, Duration.ofMinutes(60 + 5 * 405), at("2026-10-12 17:00")));
    }

    @Test
    void after_a_pause_has_ended_the_rest_of_its_last_day_is_still_covered() {
        assertThat(promise.remaining(CALENDAR, at("2026-10-08 16:00")))
                .isEqualTo(new Remaining.Left(3, Duration.ofMinutes(3 * 405), at("2026-10-12 17:00")));
    }

    @Test
    void a_pause_that_ends_on_a_known_day_stands_still_until_then() {
        assertThat(promise.remaining(CALENDAR, at("2026-09-24 10:00")))
                .isEqualTo(new Remaining.Paused(3, Limit.workingDays(3), at("2026-10-12 17:00")));
    }

    @Test
    void the_working_days_of_pauses_that_follow_one_another_are_those_of_one() {
        LimitClock twice = workingDays(5, "2026-03-02 10:00")
                .with(pause("2026-03-03 10:00", "2026-03-05 09:00"))
                .with(pause("2026-03-05 10:00", "2026-03-09 10:00"));
        assertThat(twice.remaining(CALENDAR, at("2026-03-06 10:00")))
                .isEqualTo(new Remaining.Paused(3, Limit.workingDays(4), at("2026-03-13 17:00")));
    }

    @Test
    void office_time_of_a_limit_of_hours_is_left_without_its_pauses() {
        LimitClock clock = workingHours(10, "2026-03-02 09:00").with(pause("2026-03-02 11:00", "2026-03-02 14:00"));
        assertThat(clock.remaining(CALENDAR, at("2026-03-02 10:00")))
                .isEqualTo(new Remaining.Left(1, Duration.ofHours(9), at("2026-03-03 15:15")));
        assertThat(hours(24, "2026-03-02 16:00").remaining(CALENDAR, at("2026-03-02 16:30")))
                .isEqualTo(new Remaining.Left(1, Duration.ofMinutes(30 + 195 + 150), at("2026-03-03 16:00")));
    }

    @Test
    void what_is_left_in_an_unknown_year_is_unknown() {
        assertThat(workingDays(20, "2026-12-20 10:00").remaining(CALENDAR, at("2026-12-21 10:00")))
                .isEqualTo(new UnknownYear(2027));
        assertThat(workingDays(1, "2026-12-20 10:00").remaining(CALENDAR, at("2027-01-21 10:00")))
                .isEqualTo(new UnknownYear(2027));
    }
}
