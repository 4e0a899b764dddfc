package org.yichuang.casework.web.applicant;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.ClockFace;
import org.yichuang.casework.State;
import org.yichuang.casework.Tracked;
import org.yichuang.casework.web.TimelineRow;
import org.yichuang.shared.Text;

/** What anybody with the query code may see of a case. */
public record TrackedPage(Tracked it, @Nullable ClockFace face, List<TimelineRow> line) {

    public Text state() {
        State result = it.result();
        return it.state() == State.CLOSED && result != null
                ? Text.of(
                        "已办结，" + result.text().zh(), "Closed: " + result.text().en())
                : it.state().text(it.reversed());
    }

    public boolean applicantsTurn() {
        return it.waitsFor().contains("applicant");
    }
}
