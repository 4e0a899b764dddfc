package org.yichuang.casework.domain;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yichuang.casework.CaseView.Notice;

/**
 * A case before acceptance.
 *
 * @param receivedAt the last receipt of materials; the five working days count from it
 * @param due the end of these; null when the calendar of its year is not known
 * @param notice the last correction notice
 * @param noticeAllowed a supervisor let another notice through
 * @param later what came only after the first notice, so that nothing could be said of it there: fields, and materials
 *     as {@code materials.CODE}
 */
public record Intake(
        Instant submittedAt,
        Instant receivedAt,
        @Nullable Instant due,
        @Nullable Notice notice,
        boolean noticeAllowed,
        List<String> later) {

    /** Cases from before it was kept have none. */
    public Intake(
            Instant submittedAt,
            Instant receivedAt,
            @Nullable Instant due,
            @Nullable Notice notice,
            boolean noticeAllowed,
            @Nullable List<String> later) {
        this.submittedAt = submittedAt;
        this.receivedAt = receivedAt;
        this.due = due;
        this.notice = notice;
        this.noticeAllowed = noticeAllowed;
        this.later = later == null ? List.of() : List.copyOf(later);
    }

    /** ONE-NOTICE: whether what was wrong from the first is not to be asked for any more. */
    boolean noticeGiven() {
        return notice != null && !noticeAllowed;
    }

    /** What another notice may ask for without a supervisor; empty before the first. */
    public List<String> stillAskable() {
        return noticeGiven() ? later : List.of();
    }

    Intake noticed(Notice notice) {
        return new Intake(submittedAt, receivedAt, due, notice, false, List.of());
    }

    Intake allowing() {
        return new Intake(submittedAt, receivedAt, due, notice, true, later);
    }

    /** @param news what was handed in now and never before */
    Intake received(Instant at, @Nullable Instant due, List<String> news) {
        Notice answered = notice == null ? null : new Notice(notice.defects(), notice.at(), notice.dueAt(), true);
        return new Intake(submittedAt, at, due, answered, noticeAllowed, later).later(news);
    }

    Intake later(List<String> news) {
        List<String> all =
                Stream.concat(later.stream(), news.stream()).distinct().toList();
        return new Intake(submittedAt, receivedAt, due, notice, noticeAllowed, all);
    }

    Intake due(@Nullable Instant due, @Nullable Instant correctionDue) {
        Notice moved =
                notice == null ? null : new Notice(notice.defects(), notice.at(), correctionDue, notice.answered());
        return new Intake(submittedAt, receivedAt, due, moved, noticeAllowed, later);
    }
}
