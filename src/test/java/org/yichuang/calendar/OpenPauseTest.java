package org.yichuang.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yichuang.calendar.Hangzhou.CALENDAR;
import static org.yichuang.calendar.Hangzhou.at;
import static org.yichuang.calendar.Hangzhou.due;
import static org.yichuang.calendar.Hangzhou.dueAt;
import static org.yichuang.calendar.Hangzhou.hours;
import static org.yichuang.calendar.Hangzhou.open;
import static org.yichuang.calendar.Hangzhou.pause;
import static org.yichuang.calendar.Hangzhou.workingDays;
import static org.yichuang.calendar.Hangzhou.workingHours;

import org.junit.jupiter.api.Test;

class OpenPauseTest {
    private final LimitClock promise = workingDays(5, "2026-09-18 10:12");

    @Test
    void while_a_pause_is_open_there_is_no_due_instant() {
        assertThat(due(promise.with(open("2026-09-21 16:40")))).isEqualTo(new Due.Paused(null));
        assertThat(due(hours(48, "2026-09-18 10:12").with(open("2026-09-19 09:00"))))
                .isEqualTo(new Due.Paused(null));
        assertThat(due(workingHours(10, "2026-09-18 10:12").with(open("2026-09-18 11:00"))))
                .isEqualTo(new Due.Paused(null));
    }

    @Test
    void its_expected_end_projects_one() {
        assertThat(due(promise.with(open("2026-09-21 16:40", "2026-10-08 15:00"))))
                .isEqualTo(new Due.Paused(at("2026-10-12 17:00")));
    }

    @Test
    void two_open_pauses_project_only_when_both_are_expected_to_end() {
        LimitClock twice = promise.with(open("2026-09-21 16:40", "2026-10-08 15:00"));
        assertThat(due(twice.with(open("2026-09-22 10:00")))).isEqualTo(new Due.Paused(null));
        assertThat(due(twice.with(open("2026-09-22 10:00", "2026-10-09 10:00"))))
                .isEqualTo(new Due.Paused(at("2026-10-13 17:00")));
    }

    @Test
    void a_projection_into_an_unknown_year_is_none_and_names_the_year() {
        assertThat(due(promise.with(open("2026-09-21 16:40", "2027-01-10 15:00"))))
                .isEqualTo(new Due.Paused(null, 2027));
        assertThat(due(promise.with(open("2026-09-21 16:40", "2026-12-31 15:00"))))
                .isEqualTo(new Due.Paused(null, 2027));
    }

    @Test
    void a_pause_opened_after_the_end_changes_nothing() {
        assertThat(due(promise.with(open("2026-09-24 17:00")))).isEqualTo(dueAt("2026-09-24 17:00"));
        assertThat(due(promise.with(open("2026-09-28 10:00")))).isEqualTo(dueAt("2026-09-24 17:00"));
    }

    @Test
    void a_pause_opened_on_the_last_day_stops_the_clock_but_moves_no_day_because_its_first_day_counts() {
        LimitClock late = promise.with(open("2026-09-24 10:00"));
        assertThat(due(late)).isEqualTo(new Due.Paused(at("2026-09-24 17:00")));
        assertThat(due(late.endedAt(at("2026-09-29 10:00")))).isEqualTo(dueAt("2026-09-24 17:00"));
    }

    @Test
    void before_it_begins_the_clock_does_not_stand_still() {
        LimitClock later = promise.with(open("2026-09-23 10:00", "2026-09-28 15:00"));
        assertThat(later.remaining(CALENDAR, at("2026-09-21 09:00")))
                .isEqualTo(promise.remaining(CALENDAR, at("2026-09-21 09:00")))
                .isInstanceOf(Remaining.Left.class);
        assertThat(later.remaining(CALENDAR, at("2026-09-23 10:00"))).isInstanceOf(Remaining.Paused.class);
    }

    @Test
    void ending_it_gives_the_due_instant() {
        assertThat(due(promise.with(open("2026-09-21 16:40")).endedAt(at("2026-10-08 15:00"))))
                .isEqualTo(due(promise.with(pause("2026-09-21 16:40", "2026-10-08 15:00"))));
    }

    @Test
    void what_remains_while_paused_is_counted_and_told() {
        LimitClock paused = promise.with(open("2026-09-21 16:40", "2026-09-28 15:00"));
        assertThat(paused.remaining(CALENDAR, at("2026-09-21 16:50")))
                .isEqualTo(new Remaining.Paused(0, Limit.workingDays(3), at("2026-10-08 17:00")));
        assertThat(paused.remaining(CALENDAR, at("2026-09-24 09:00")))
                .isEqualTo(new Remaining.Paused(3, Limit.workingDays(3), at("2026-10-08 17:00")));
    }

    @Test
    void an_expected_end_that_has_passed_is_expected_today() {
        LimitClock paused = promise.with(open("2026-09-21 16:40", "2026-09-23 15:00"));
        // 28 September is covered; 29, 30 September and 8 October are left
        assertThat(paused.remaining(CALENDAR, at("2026-09-28 09:00")))
                .isEqualTo(new Remaining.Paused(4, Limit.workingDays(3), at("2026-10-08 17:00")));
    }

    @Test
    void a_begun_hour_is_left_as_one() {
        LimitClock paused = workingHours(10, "2026-03-02 09:00").with(open("2026-03-02 10:20"));
        assertThat(paused.remaining(CALENDAR, at("2026-03-03 09:00")))
                .isEqualTo(new Remaining.Paused(1, new Limit(9, Limit.Unit.WORKING_HOUR), null));
    }

    @Test
    void a_pause_does_not_end_before_it_starts() {
        assertThatThrownBy(() -> pause("2026-03-03 10:00", "2026-03-03 09:59"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> open("2026-03-03 10:00", "2026-03-02 10:00"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
