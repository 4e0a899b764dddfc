package org.yichuang.calendar;

import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.ExplainedDay.Treatment;
import org.yichuang.shared.Text;

/** Says why one day counts or does not. */
record Reasons(
        LimitClock clock, @Nullable DayFact fact, @Nullable Text causes) {

    Text of(Treatment treatment, boolean due) {
        return switch (treatment) {
            case EVENT -> event(due);
            case COUNTED -> counted();
            case REST -> alsoPaused(Text.of("休息日", "Rest day"));
            case HOLIDAY -> alsoPaused(holiday());
            case PAUSED -> paused();
            case MOVED -> moved(due);
            case OUTSIDE -> Text.of("当天没有计入的时间", "No time of this day counts");
        };
    }

    private Text event(boolean due) {
        if (clock.amount() > 0) {
            return Text.of("当天，期间开始之日不计", "The day of the event is not counted");
        }
        return due
                ? Text.of("当天，当场办结", "On the spot, the same day")
                : Text.of("当天不在办公时间内，期限顺延", "Outside office hours: the limit moves on");
    }

    private Text counted() {
        return switch (clock.limit().unit()) {
            case WORKING_DAY -> workingDay();
            case CALENDAR_DAY -> Text.of("自然日", "Calendar day");
            case WORKING_HOUR -> lessPause(Text.of("办公时间", "Office time"));
            case HOUR -> lessPause(Text.of("按钟点计", "Every hour counts"));
        };
    }

    private Text lessPause(Text reason) {
        return causes == null ? reason : Text.of(reason.zh() + "，除去中止", reason.en() + ", less the pause");
    }

    private Text workingDay() {
        if (fact == null || fact.off()) {
            return Text.of("工作日", "Working day");
        }
        Text holiday = fact.holiday();
        return Text.of("调休上班（" + holiday.zh() + "），算工作日", "Make-up workday (" + holiday.en() + "), counts");
    }

    private Text holiday() {
        Text name = fact == null ? Text.of("节假日", "Public holiday") : fact.holiday();
        return Text.of(name.zh() + "放假", name.en() + " holiday");
    }

    private Text alsoPaused(Text reason) {
        return causes == null ? reason : Text.of(reason.zh() + "，也在中止之中", reason.en() + ", also within the pause");
    }

    private Text paused() {
        return causes == null ? Text.of("中止", "Paused") : Text.of(causes.zh() + "，中止", "Paused: " + causes.en());
    }

    private Text moved(boolean due) {
        return due
                ? Text.of("期限顺延到这个工作日", "The limit moves on to this working day")
                : Text.of("休息日，期限顺延", "Rest day: the limit moves on");
    }
}
