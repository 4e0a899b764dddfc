package org.yichuang.casework.web.applicant;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.ClockFace;
import org.yichuang.casework.CaseRow;
import org.yichuang.casework.State;
import org.yichuang.shared.Text;

/** A case in the list of the visitor's own, with its clock if one runs. */
public record MyCase(CaseRow row, @Nullable ClockFace face) {

    /** By when the applicant has to correct it; null where nothing is to be corrected. */
    public @Nullable Instant by() {
        return row.state() == State.CORRECTING ? row.due() : null;
    }

    /** What is going on, as the applicant needs to hear it. */
    public Text now() {
        State state = row.state();
        if (state == State.CORRECTING) {
            return Text.of("等您补正", "Waits for your corrections");
        }
        if (state == State.CLOSED && row.result() != null) {
            Text result = row.result().text();
            return Text.of("已办结，" + result.zh(), "Closed: " + result.en());
        }
        if (state == State.REVIEWING && row.steps().size() == 1) {
            Text step = row.steps().getFirst();
            return Text.of("正在" + step.zh(), "Now: " + step.en());
        }
        return row.stands();
    }
}
