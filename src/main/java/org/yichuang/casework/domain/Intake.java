package org.yichuang.casework.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yichuang.casework.CaseView.Notice;

/**
 * A case before acceptance.
 *
 * @param receivedAt the last receipt of materials; the five working days count from it
 * @param due the end of these; null when the calendar of its year is not known
 * @param notice the last correction notice
 * @param noticeAllowed a supervisor let another notice through
 */
public record Intake(
        Instant submittedAt,
        Instant receivedAt,
        @Nullable Instant due,
        @Nullable Notice notice,
        boolean noticeAllowed) {

    Intake noticed(Notice notice) {
        return new Intake(submittedAt, receivedAt, due, notice, false);
    }

    Intake allowing() {
        return new Intake(submittedAt, receivedAt, due, notice, true);
    }

    Intake received(Instant at, @Nullable Instant due) {
        Notice answered = notice == null ? null : new Notice(notice.defects(), notice.at(), notice.dueAt(), true);
        return new Intake(submittedAt, at, due, answered, noticeAllowed);
    }

    Intake due(@Nullable Instant due, @Nullable Instant correctionDue) {
        Notice moved =
                notice == null ? null : new Notice(notice.defects(), notice.at(), correctionDue, notice.answered());
        return new Intake(submittedAt, receivedAt, due, moved, noticeAllowed);
    }
}
