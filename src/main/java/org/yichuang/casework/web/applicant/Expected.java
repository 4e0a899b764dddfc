package org.yichuang.casework.web.applicant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.casework.State;
import org.yichuang.casework.web.TimelineRow;
import org.yichuang.shared.Days;
import org.yichuang.shared.Text;

/** What an applicant can expect next, and by when. */
final class Expected {
    private static final Text SOME_TIME = Text.of("接下来", "Next");

    private Expected() {}

    /**
     * @param answer by when an application is answered (AL-32)
     * @param due when what comes next is due: before acceptance the answer, or the law's own limit where that counts from
     *     the receipt and ends first; null, as the answer, when it is not known
     */
    static @Nullable TimelineRow next(
            State state, @Nullable Instant answer, @Nullable Instant due, DeliveryWay way, Instant now) {
        boolean lawFirst = state == State.SUBMITTED && due != null && !due.equals(answer);
        TimelineRow next = lawFirst ? decided(when(due, now), answer, now) : next(state, due, way, now);
        return next == null || due == null || state == State.PAUSED || !due.isBefore(now)
                ? next
                : TimelineRow.next(
                        Text.of(
                                "应在 " + next.when().zh(),
                                "was due " + next.when().en()),
                        next.title(),
                        next.detail());
    }

    private static @Nullable TimelineRow next(State state, @Nullable Instant due, DeliveryWay way, Instant now) {
        Text when = when(due, now);
        return switch (state) {
            case SUBMITTED ->
                row(when, "答复是否受理", "Accepted or not", "到期没有答复，就算受理", "No answer by then counts as acceptance");
            case CORRECTING -> row(when, "您补正材料", "Your corrections", "交齐就接着办", "Then it goes on");
            case ACCEPTED, REVIEWING ->
                row(when, "作出决定", "The decision", "准予或不准予，都有书面文书", "Granted or refused, in writing");
            case PAUSED -> row(SOME_TIME, "恢复计时", "The clock resumes", "会书面通知您", "You will be told in writing");
            case GRANTED, REFUSED, DELIVERED ->
                row(when, "送达", "Delivery", way.text().zh(), way.text().en());
            default -> null;
        };
    }

    /** Silence accepts at the end of the time to answer, which is later. */
    private static TimelineRow decided(Text when, @Nullable Instant answer, Instant now) {
        Text title = Text.of("答复是否受理，并作出决定", "Accepted or not, and the decision");
        Text silence = when(answer, now);
        return TimelineRow.next(
                when,
                title,
                answer == null
                        ? Text.of("法定期限从收到材料起算", "The limit by law counts from the receipt")
                        : Text.of(
                                "法定期限从收到材料起算；" + silence.zh() + "没有答复，就算受理",
                                "The limit by law counts from the receipt; no answer " + silence.en()
                                        + " counts as acceptance"));
    }

    private static Text when(@Nullable Instant due, Instant now) {
        if (due == null) {
            return SOME_TIME;
        }
        Text day = Days.day(due, now);
        return Text.of(day.zh() + "前", "by " + day.en());
    }

    private static TimelineRow row(Text when, String zh, String en, String moreZh, String moreEn) {
        return TimelineRow.next(when, Text.of(zh, en), Text.of(moreZh, moreEn));
    }
}
