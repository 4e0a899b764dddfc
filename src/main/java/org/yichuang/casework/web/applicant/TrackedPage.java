package org.yichuang.casework.web.applicant;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.ClockFace;
import org.yichuang.casework.State;
import org.yichuang.casework.TimelineEntry;
import org.yichuang.casework.Tracked;
import org.yichuang.casework.web.TimelineRow;
import org.yichuang.shared.Text;

/**
 * What anybody with the query code may see of a case.
 *
 * @param pickup where its decision is collected, null where the network knows no window for it
 */
public record TrackedPage(
        Tracked it,
        @Nullable ClockFace face,
        List<TimelineRow> line,
        @Nullable Pickup pickup) {

    /** It was denied, and goes on since that was reversed. */
    public boolean reopened() {
        return TimelineEntry.reopened(it.state(), it.timeline());
    }

    public Text state() {
        State result = it.result();
        return it.state() == State.CLOSED && result != null
                ? Text.of(
                        "已办结，" + result.text().zh(), "Closed: " + result.text().en())
                : it.state().text(it.reversed());
    }

    /** Decided, and not in the applicant's hands yet. */
    public boolean toCome() {
        return it.state() == State.GRANTED || it.state() == State.REFUSED;
    }

    /** Granted, and there is nothing to collect or to send before the certificate is made. */
    public boolean making() {
        return it.state() == State.GRANTED && it.waitsFor().contains("issue");
    }

    /** It ended without a decision to be delivered, by a letter that gives reasons and remedies (AL-32, AL-38). */
    public boolean letterOfTheEnd() {
        return (it.state() == State.NOT_ACCEPTED || it.state() == State.TERMINATED) && !it.reversed();
    }

    public boolean applicantsTurn() {
        return it.waitsFor().contains("applicant");
    }
}
