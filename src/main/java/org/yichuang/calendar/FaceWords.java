package org.yichuang.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.ClockFace.State;
import org.yichuang.shared.Days;
import org.yichuang.shared.Text;

/** The state of a clock face, its number and its words. */
record FaceWords(State state, Text number, Text words) {
    private static final Text PAUSED = Text.of("停", "‖");
    private static final Text DECIDED = Text.same("✓");
    private static final Text NONE = Text.same("—");

    /**
     * What it says while the case is open.
     *
     * @param overran when the pause that lasts was expected to have ended; null: it may still
     */
    static FaceWords running(WorkingCalendar calendar, LimitClock promise, Instant now, @Nullable Instant overran) {
        return switch (promise.remaining(calendar, now)) {
            case Remaining.Left left -> left(left, now);
            case Remaining.Overdue overdue ->
                new FaceWords(State.OVER, number(overdue.workingDays()), overdue(overdue));
            case Remaining.Paused paused ->
                new FaceWords(
                        State.STOP, PAUSED, overran == null ? paused(paused) : longer(paused(paused), overran, now));
            case UnknownYear unknown -> unknown(unknown, promise.due(calendar), now);
        };
    }

    /**
     * What it says once the decision is made.
     *
     * @param otherwise the calendar was amended since: by how many days it was early or late is not known any more
     */
    static FaceWords decided(Remaining then, boolean onTheSpot, boolean otherwise) {
        return new FaceWords(State.DONE, DECIDED, otherwise ? roughly(then) : result(then, onTheSpot));
    }

    private static Text roughly(Remaining at) {
        return switch (at) {
            case Remaining.Left left when left.workingDays() > 0 -> Text.of("提前办结", "Decided early");
            case Remaining.Left left -> Text.of("按时办结", "Decided on time");
            case Remaining.Overdue late -> Text.of("逾期办结", "Decided late");
            case Remaining.Paused paused -> Text.of("已办结", "Decided");
            case UnknownYear unknown -> Text.of("已办结", "Decided");
        };
    }

    /** What it says once it is over and nothing was decided. */
    static FaceWords undecided(Text end) {
        return new FaceWords(State.DONE, NONE, end);
    }

    private static FaceWords left(Remaining.Left left, Instant now) {
        int days = left.workingDays();
        State state = days <= 1 ? State.WARN : State.OK;
        return new FaceWords(state, number(days), days == 0 ? dueNow(left.due(), now) : days(days, "还剩 ", "", " left"));
    }

    private static Text dueNow(Instant due, Instant now) {
        boolean today = WorkingCalendar.dayOf(due).equals(WorkingCalendar.dayOf(now));
        Text when = today ? Text.of("今天 " + Days.time(due), "today " + Days.time(due)) : Days.moment(due, now);
        return Text.of(when.zh() + " 到期", "Due " + when.en());
    }

    private static Text overdue(Remaining.Overdue overdue) {
        return overdue.workingDays() == 0
                ? Text.of("逾期不足 1 个工作日", "Just overdue")
                : days(overdue.workingDays(), "逾期 ", "", " overdue");
    }

    private static Text paused(Remaining.Paused paused) {
        return paused.workingDay() == 0
                ? Text.of("计时中止", "Paused")
                : Text.of("中止第 " + paused.workingDay() + " 个工作日", "Paused, working day " + paused.workingDay());
    }

    private static Text longer(Text paused, Instant overran, Instant now) {
        Text day = Days.day(overran, now);
        return Text.of(
                paused.zh() + "，预计 " + day.zh() + " 结束，已过",
                paused.en() + ", expected to end on " + day.en() + ", which has passed");
    }

    private static FaceWords unknown(UnknownYear unknown, Due due, Instant now) {
        if (due instanceof Due.At(Instant at) && now.isAfter(at)) {
            return new FaceWords(State.OVER, NONE, Text.of("已逾期", "Overdue"));
        }
        Text awaits = Text.of("待 " + unknown.year() + " 年日历", "Awaits the " + unknown.year() + " calendar");
        return new FaceWords(State.UNKNOWN, NONE, awaits);
    }

    private static Text result(Remaining at, boolean onTheSpot) {
        return switch (at) {
            case Remaining.Left left when left.workingDays() > 0 -> days(left.workingDays(), "提前 ", "办结", " early");
            case Remaining.Left left when onTheSpot -> Text.of("当场办结", "Decided on the spot");
            case Remaining.Left left -> Text.of("按时办结", "Decided on time");
            case Remaining.Overdue late when late.workingDays() > 0 -> days(late.workingDays(), "逾期 ", "办结", " late");
            case Remaining.Overdue late -> Text.of("逾期办结", "Decided late");
            case Remaining.Paused paused -> Text.of("已办结", "Decided");
            case UnknownYear unknown -> Text.of("已办结", "Decided");
        };
    }

    private static Text days(int days, String before, String after, String en) {
        Text text = Limit.Unit.WORKING_DAY.text(days);
        return Text.of(before + text.zh() + after, text.en() + en);
    }

    private static Text number(int days) {
        return Text.same(Integer.toString(days));
    }
}
