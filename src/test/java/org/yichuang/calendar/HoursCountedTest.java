package org.yichuang.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yichuang.calendar.Hangzhou.due;
import static org.yichuang.calendar.Hangzhou.dueAt;
import static org.yichuang.calendar.Hangzhou.hours;
import static org.yichuang.calendar.Hangzhou.pause;
import static org.yichuang.calendar.Hangzhou.workingHours;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Office hours are 8:45–12:00 and 13:30–17:00, 405 minutes a day. */
class HoursCountedTest {
    @Test
    void working_hours_count_from_the_event_on_to_the_minute() {
        assertThat(due(workingHours(2, "2026-03-02 09:07"))).isEqualTo(dueAt("2026-03-02 11:07"));
    }

    @Test
    void lunch_does_not_count() {
        assertThat(due(workingHours(2, "2026-03-02 11:00"))).isEqualTo(dueAt("2026-03-02 14:30"));
        assertThat(due(workingHours(1, "2026-03-02 11:00"))).isEqualTo(dueAt("2026-03-02 12:00"));
        assertThat(due(workingHours(1, "2026-03-02 12:40"))).isEqualTo(dueAt("2026-03-02 14:30"));
    }

    @Test
    void nights_do_not_count() {
        assertThat(due(workingHours(1, "2026-03-02 16:30"))).isEqualTo(dueAt("2026-03-03 09:15"));
        assertThat(due(workingHours(1, "2026-03-02 16:00"))).isEqualTo(dueAt("2026-03-02 17:00"));
        assertThat(due(workingHours(1, "2026-03-02 20:00"))).isEqualTo(dueAt("2026-03-03 09:45"));
        assertThat(due(workingHours(1, "2026-03-03 06:00"))).isEqualTo(dueAt("2026-03-03 09:45"));
    }

    @Test
    void rest_days_and_holidays_do_not_count_and_make_up_workdays_do() {
        assertThat(due(workingHours(1, "2026-03-06 16:30"))).isEqualTo(dueAt("2026-03-09 09:15"));
        assertThat(due(workingHours(1, "2026-09-30 16:30"))).isEqualTo(dueAt("2026-10-08 09:15"));
        assertThat(due(workingHours(1, "2026-10-03 11:11"))).isEqualTo(dueAt("2026-10-08 09:45"));
        assertThat(due(workingHours(1, "2026-09-18 16:30"))).isEqualTo(dueAt("2026-09-20 09:15"));
    }

    @Test
    void working_hours_go_over_many_days() {
        // 27 hours are four days of 405 minutes
        assertThat(due(workingHours(27, "2026-03-02 08:45"))).isEqualTo(dueAt("2026-03-05 17:00"));
        assertThat(due(workingHours(27, "2026-03-02 08:46"))).isEqualTo(dueAt("2026-03-06 08:46"));
    }

    @Test
    void a_pause_takes_its_own_office_time() {
        assertThat(due(workingHours(3, "2026-03-02 09:00").with(pause("2026-03-02 10:00", "2026-03-02 10:25"))))
                .isEqualTo(dueAt("2026-03-02 13:55"));
        assertThat(due(workingHours(3, "2026-03-02 09:00").with(pause("2026-03-02 11:30", "2026-03-03 10:00"))))
                .isEqualTo(dueAt("2026-03-03 10:30"));
        assertThat(due(workingHours(3, "2026-03-02 09:00").with(pause("2026-03-02 12:00", "2026-03-02 13:30"))))
                .isEqualTo(dueAt("2026-03-02 12:00"));
    }

    @Test
    void a_begun_minute_of_the_event_is_counted() {
        Instant event = Hangzhou.at("2026-03-02 09:00").plusSeconds(59);
        assertThat(due(LimitClock.of(event, new Limit(1, Limit.Unit.WORKING_HOUR))))
                .isEqualTo(dueAt("2026-03-02 10:00"));
    }

    @Test
    void hours_are_all_time() {
        assertThat(due(hours(24, "2026-10-01 22:13"))).isEqualTo(dueAt("2026-10-02 22:13"));
        assertThat(due(hours(1, "2031-10-01 22:13"))).isEqualTo(dueAt("2031-10-01 23:13"));
    }

    @Test
    void hours_outside_pauses() {
        assertThat(due(hours(24, "2026-03-02 10:00")
                        .with(pause("2026-03-02 12:00", "2026-03-02 13:15"))
                        .with(pause("2026-03-02 13:00", "2026-03-02 14:00"))))
                .isEqualTo(dueAt("2026-03-03 12:00"));
    }

    @Test
    void hours_are_exact_below_the_minute() {
        Instant event = Hangzhou.at("2026-03-02 10:00").plusMillis(30_250);
        assertThat(due(LimitClock.of(event, new Limit(2, Limit.Unit.HOUR))))
                .isEqualTo(new Due.At(event.plus(Duration.ofHours(2))));
    }

    @Test
    void a_limit_of_working_hours_into_an_unknown_year_says_which() {
        assertThat(due(workingHours(1, "2026-12-31 16:30"))).isEqualTo(new UnknownYear(2027));
        assertThat(due(workingHours(1, "2026-12-31 16:00"))).isEqualTo(dueAt("2026-12-31 17:00"));
    }
}
