package org.yichuang.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yichuang.calendar.Hangzhou.CALENDAR;
import static org.yichuang.calendar.Hangzhou.at;
import static org.yichuang.calendar.Hangzhou.calendarDays;
import static org.yichuang.calendar.Hangzhou.hours;
import static org.yichuang.calendar.Hangzhou.open;
import static org.yichuang.calendar.Hangzhou.pause;
import static org.yichuang.calendar.Hangzhou.workingDays;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yichuang.calendar.ClockFace.End;
import org.yichuang.calendar.ClockFace.Mark;
import org.yichuang.calendar.ClockFace.Now;
import org.yichuang.calendar.ClockFace.Place;
import org.yichuang.calendar.ClockFace.State;
import org.yichuang.calendar.ClockFace.Stretch;
import org.yichuang.shared.Text;

class ClockFaceTest {
    private static final Pause TEST = pause("2026-09-21 16:40", "2026-10-08 15:00");
    private static final LimitClock PROMISE = workingDays(5, "2026-09-18 10:12").with(TEST);
    private static final LimitClock STATUTE =
            workingDays(10, "2026-09-18 10:12").with(TEST);

    @Test
    void the_clock_of_a_food_licence_paused_for_a_water_test() {
        ClockFace face = face(PROMISE, STATUTE, "2026-10-09 10:24");
        assertThat(face)
                .isEqualTo(new ClockFace(
                        State.OK,
                        Text.same("2"),
                        Text.of("还剩 2 个工作日", "2 working days left"),
                        new Now(new Percent(672), Text.of("今天", "Today"), Place.CENTRE, false),
                        List.of(new Stretch(new Percent(114), new Percent(658))),
                        List.of(
                                new Mark(Mark.Kind.PROMISE, new Percent(776)),
                                new Mark(Mark.Kind.STATUTE, Percent.END)),
                        List.of(
                                new End(
                                        Place.START,
                                        Percent.START,
                                        Text.of("受理", "Accepted"),
                                        Text.of("9月18日", "18 Sep")),
                                new End(
                                        Place.PAUSE,
                                        new Percent(386),
                                        null,
                                        Text.of("水质检测，中止 7 个工作日", "Water test, paused 7 working days")),
                                new End(
                                        Place.BEFORE,
                                        new Percent(776),
                                        Text.of("承诺", "Promised"),
                                        Text.of("10月12日", "12 Oct")),
                                new End(
                                        Place.END,
                                        Percent.END,
                                        Text.of("法定", "Statutory"),
                                        Text.of("10月19日", "19 Oct"))),
                        Text.of(
                                "还剩 2 个工作日，承诺 10月12日 17:00 前办结，法定 10月19日",
                                "2 working days left, promised by 12 Oct 17:00, statutory limit 19 Oct")));
        assertThat(face.now().at()).hasToString("67.2%");
        assertThat(face.marks().getLast().at()).hasToString("100%");
    }

    @Test
    void it_is_calm_with_more_than_one_working_day_left_and_warns_on_the_last_two() {
        assertFace(face(PROMISE, STATUTE, "2026-09-18 10:12"), State.OK, "5", "还剩 5 个工作日", "5 working days left");
        assertFace(face(PROMISE, STATUTE, "2026-10-10 10:00"), State.WARN, "1", "还剩 1 个工作日", "1 working day left");
        assertFace(face(PROMISE, STATUTE, "2026-10-11 10:00"), State.WARN, "1", "还剩 1 个工作日", "1 working day left");
        assertFace(face(PROMISE, STATUTE, "2026-10-12 10:00"), State.WARN, "0", "今天 17:00 到期", "Due today 17:00");
    }

    @Test
    void past_the_promise_it_says_by_how_much() {
        assertFace(face(PROMISE, STATUTE, "2026-10-12 17:01"), State.OVER, "0", "逾期不足 1 个工作日", "Just overdue");
        assertFace(face(PROMISE, STATUTE, "2026-10-13 09:00"), State.OVER, "1", "逾期 1 个工作日", "1 working day overdue");
    }

    @Test
    void past_the_statute_the_axis_ends_now_and_the_marks_move_left() {
        ClockFace face = face(PROMISE, STATUTE, "2026-10-30 10:12");
        assertThat(face.now().at()).isEqualTo(Percent.END);
        assertThat(face.marks())
                .containsExactly(
                        new Mark(Mark.Kind.PROMISE, new Percent(578)), new Mark(Mark.Kind.STATUTE, new Percent(745)));
        assertThat(face.ends()).last().extracting(End::place).isEqualTo(Place.CENTRE);
    }

    @Test
    void while_paused_it_counts_the_working_days_of_the_pause() {
        LimitClock promise = workingDays(5, "2026-09-18 10:12").with(open("2026-09-21 16:40"));
        LimitClock statute = workingDays(10, "2026-09-18 10:12").with(open("2026-09-21 16:40"));
        ClockFace first = face(promise, statute, "2026-09-21 16:45");
        assertFace(first, State.STOP, "停", "计时中止", "Paused");
        assertThat(first.pauses()).isEmpty();

        ClockFace third = face(promise, statute, "2026-09-24 10:00");
        assertFace(third, State.STOP, "停", "中止第 3 个工作日", "Paused, working day 3");
        assertThat(third.pauses())
                .singleElement()
                .extracting(Stretch::to)
                .isEqualTo(third.now().at());
        assertThat(third.label())
                .isEqualTo(Text.of(
                        "中止第 3 个工作日，承诺 恢复后 3 个工作日，法定 恢复后 8 个工作日",
                        "Paused, working day 3, promised by 3 working days after it, statutory limit 8 working"
                                + " days after it"));
    }

    @Test
    void an_expected_end_puts_the_marks_where_the_limits_would_end() {
        Pause open = open("2026-09-21 16:40", "2026-10-08 15:00");
        ClockFace face = face(
                workingDays(5, "2026-09-18 10:12").with(open),
                workingDays(10, "2026-09-18 10:12").with(open),
                "2026-09-24 10:00");
        assertThat(face.state()).isEqualTo(State.STOP);
        assertThat(face.marks())
                .containsExactly(
                        new Mark(Mark.Kind.PROMISE, new Percent(776)), new Mark(Mark.Kind.STATUTE, Percent.END));
        assertThat(face.ends())
                .last()
                .extracting(End::value)
                .isEqualTo(Text.of("法定 预计 10月19日", "Statutory expected 19 Oct"));
    }

    @Test
    void a_pause_that_lasts_longer_than_was_expected_says_so() {
        Pause open = open("2026-09-21 16:40", "2026-10-08 15:00");
        LimitClock promise = workingDays(5, "2026-09-18 10:12").with(open);
        LimitClock statute = workingDays(10, "2026-09-18 10:12").with(open);

        assertFace(face(promise, statute, "2026-10-08 15:00"), State.STOP, "停", "中止第 7 个工作日", "Paused, working day 7");
        assertThat(face(promise, statute, "2026-10-08 16:40").words().zh())
                .as("a day that is named is not over before it is")
                .isEqualTo("中止第 7 个工作日");
        ClockFace longer = face(promise, statute, "2026-10-09 10:24");
        assertFace(
                longer,
                State.STOP,
                "停",
                "中止第 8 个工作日，预计 10月8日 结束，已过",
                "Paused, working day 8, expected to end on 8 Oct, which has passed");
        assertThat(longer.label().zh()).startsWith(longer.words().zh() + "，承诺");
    }

    @Test
    void pauses_that_overlap_are_drawn_as_one() {
        LimitClock twice = PROMISE.with(pause("2026-09-23 10:00", "2026-10-08 16:00"));
        assertThat(face(twice, STATUTE, "2026-10-09 10:24").pauses())
                .containsExactly(new Stretch(new Percent(114), new Percent(658)));
    }

    @Test
    void once_decided_it_stands_and_says_how_early_or_late() {
        assertFace(decided("2026-10-09 11:00"), State.DONE, "✓", "提前 2 个工作日办结", "2 working days early");
        assertFace(decided("2026-10-12 11:00"), State.DONE, "✓", "按时办结", "Decided on time");
        assertFace(decided("2026-10-12 18:00"), State.DONE, "✓", "逾期办结", "Decided late");
        assertFace(decided("2026-10-14 11:00"), State.DONE, "✓", "逾期 2 个工作日办结", "2 working days late");
        assertThat(decided("2026-10-09 10:24").now().at()).isEqualTo(new Percent(672));
        assertThat(decided("2026-10-09 10:24").now().word()).isEqualTo(Text.of("办结", "Decided"));
    }

    @Test
    void what_is_over_without_a_decision_is_neither_early_nor_late() {
        Text withdrawn = Text.of("已撤回", "Withdrawn");
        for (String when : List.of("2026-10-09 11:00", "2026-10-14 11:00")) {
            ClockFace face = ClockFace.of(
                    CALENDAR,
                    PROMISE,
                    STATUTE,
                    at("2026-11-02 10:00"),
                    at(when),
                    ClockFace.Kept.NONE,
                    Text.of("受理", "Accepted"),
                    withdrawn);
            assertFace(face, State.DONE, "—", "已撤回", "Withdrawn");
            assertThat(face.now().word()).isEqualTo(withdrawn);
        }
    }

    @Test
    void on_the_spot_says_so() {
        LimitClock spot = workingDays(0, "2026-03-02 10:00");
        ClockFace face = Hangzhou.face(
                spot, workingDays(20, "2026-03-02 10:00"), at("2026-03-05 10:00"), at("2026-03-02 10:20"));
        assertFace(face, State.DONE, "✓", "当场办结", "Decided on the spot");
    }

    @Test
    void a_due_day_in_an_unknown_year_is_said() {
        ClockFace face =
                face(workingDays(20, "2026-12-20 10:00"), workingDays(30, "2026-12-20 10:00"), "2026-12-22 10:00");
        assertFace(face, State.UNKNOWN, "—", "待 2027 年日历", "Awaits the 2027 calendar");
        assertThat(face.marks()).isEmpty();
        assertThat(face.state().css()).isEqualTo("clock--stop");
    }

    @Test
    void a_statute_in_an_unknown_year_leaves_the_promise_its_clock() {
        ClockFace face =
                face(workingDays(3, "2026-12-20 10:00"), workingDays(30, "2026-12-20 10:00"), "2026-12-21 10:00");
        assertFace(face, State.OK, "2", "还剩 2 个工作日", "2 working days left");
        assertThat(face.marks()).containsExactly(new Mark(Mark.Kind.PROMISE, Percent.END));
        assertThat(face.ends())
                .last()
                .isEqualTo(new End(
                        Place.END,
                        Percent.END,
                        Text.of("承诺 12月23日", "Promised 23 Dec"),
                        Text.of("法定 2027 年日历未录入", "Statutory 2027 not known")));
    }

    @Test
    void without_a_statutory_limit_the_axis_ends_with_the_promise() {
        ClockFace face = face(PROMISE, null, "2026-10-09 10:24");
        assertThat(face.marks()).containsExactly(new Mark(Mark.Kind.PROMISE, Percent.END));
        assertThat(face.label().zh()).isEqualTo("还剩 2 个工作日，承诺 10月12日 17:00 前办结");
    }

    @Test
    void marks_too_close_for_two_labels_share_one() {
        ClockFace face =
                face(workingDays(19, "2026-03-02 10:00"), workingDays(20, "2026-03-02 10:00"), "2026-03-04 10:00");
        assertThat(face.ends())
                .containsExactly(
                        new End(Place.START, Percent.START, Text.of("受理", "Accepted"), Text.of("3月2日", "2 Mar")),
                        new End(
                                Place.END,
                                Percent.END,
                                Text.of("承诺 3月27日", "Promised 27 Mar"),
                                Text.of("法定 3月30日", "Statutory 30 Mar")));
    }

    @Test
    void a_promise_close_to_the_start_is_a_line_of_the_first_label() {
        ClockFace face =
                face(workingDays(1, "2026-03-02 10:00"), workingDays(20, "2026-03-02 10:00"), "2026-03-02 11:00");
        assertThat(face.ends().getFirst())
                .isEqualTo(new End(
                        Place.START,
                        Percent.START,
                        Text.of("受理 3月2日", "Accepted 2 Mar"),
                        Text.of("承诺 3月3日", "Promised 3 Mar")));
    }

    @Test
    void a_label_that_would_touch_the_start_begins_at_its_mark() {
        ClockFace face =
                face(workingDays(5, "2026-03-02 10:00"), workingDays(20, "2026-03-02 10:00"), "2026-03-02 11:00");
        assertThat(face.ends().get(1).place()).isEqualTo(Place.AFTER);
    }

    @Test
    void the_word_over_the_bar_stays_inside_and_clear_of_the_flag() {
        assertThat(face(PROMISE, STATUTE, "2026-09-18 10:12").now().css()).isEqualTo("is-after");
        assertThat(face(PROMISE, STATUTE, "2026-10-30 10:12").now().css()).isEqualTo("is-before");
        assertThat(face(PROMISE, STATUTE, "2026-10-12 10:00").now().css()).isEqualTo("is-high");
        assertThat(face(PROMISE, STATUTE, "2026-10-09 10:24").now().css()).isEmpty();
    }

    @Test
    void limits_of_other_units_are_told_in_working_days_and_to_the_minute() {
        assertFace(
                face(hours(24, "2026-03-06 10:00"), null, "2026-03-06 11:00"),
                State.WARN,
                "0",
                "3月7日 10:00 到期",
                "Due 7 Mar 10:00");
        assertFace(
                face(calendarDays(10, "2026-03-02 10:00"), calendarDays(30, "2026-03-02 10:00"), "2026-03-03 10:00"),
                State.OK,
                "7",
                "还剩 7 个工作日",
                "7 working days left");
    }

    @Test
    void a_pause_of_hours_is_drawn_from_its_start_to_its_end() {
        ClockFace face = face(
                hours(10, "2026-03-02 00:00").with(pause("2026-03-02 02:00", "2026-03-02 12:00")),
                null,
                "2026-03-02 01:00");
        assertThat(face.pauses()).containsExactly(new Stretch(new Percent(100), new Percent(600)));
    }

    private static ClockFace face(LimitClock promise, @Nullable LimitClock statute, String now) {
        return Hangzhou.face(promise, statute, at(now), null);
    }

    private static ClockFace decided(String when) {
        return Hangzhou.face(PROMISE, STATUTE, at("2026-11-02 10:00"), at(when));
    }

    private static void assertFace(ClockFace face, State state, String number, String zh, String en) {
        assertThat(face.state()).isEqualTo(state);
        assertThat(face.number().zh()).isEqualTo(number);
        assertThat(face.words()).isEqualTo(Text.of(zh, en));
    }
}
