package org.yichuang.casework.domain;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.Limit;
import org.yichuang.calendar.LimitClock;
import org.yichuang.casework.CaseView.Notice;
import org.yichuang.casework.ClockKind;
import org.yichuang.catalogue.StatutoryLimit;

/**
 * A case before acceptance.
 *
 * @param receivedAt the last receipt of materials: the filing or a supplement
 * @param reopenedAt when a denial after that was reversed; null where none was
 * @param due the end of the five working days to answer; null when the calendar of its year is not known
 * @param law the item's own limit to decide, where its law counts that from the receipt; null where it does not
 * @param notice the last correction notice
 * @param noticeAllowed a supervisor let another notice through
 * @param leave why they did; null where they did not, and in cases from before it was kept
 * @param later what came only after the first notice, so that nothing could be said of it there: fields, and materials
 *     as {@code materials.CODE}
 */
public record Intake(
        Instant submittedAt,
        Instant receivedAt,
        @Nullable Instant reopenedAt,
        @Nullable Instant due,
        @Nullable Law law,
        @Nullable Notice notice,
        boolean noticeAllowed,
        @Nullable String leave,
        List<String> later) {

    /** @param due null when the calendar of its year is not known */
    public record Law(Limit limit, @Nullable Instant due) {
        private static @Nullable Law of(Instant receivedAt, Setting by) {
            Limit limit = by.item().statute();
            return limit == null || !by.item().fromReceipt()
                    ? null
                    : new Law(limit, Dues.end(LimitClock.of(receivedAt, limit), by.calendar()));
        }
    }

    /** Cases from before it was kept have none. */
    public Intake {
        later = later == null ? List.of() : List.copyOf(later);
    }

    static Intake begun(Instant at, Setting by) {
        return new Intake(at, at, null, null, null, null, false, null, List.of()).counted(by);
    }

    /** The five working days to answer. */
    public LimitClock clock() {
        return LimitClock.of(reopenedAt == null ? receivedAt : reopenedAt, StatutoryLimit.INTAKE);
    }

    /** The law's own, which runs before acceptance already; null where it does not count from the receipt. */
    public @Nullable LimitClock lawClock() {
        return law == null ? null : LimitClock.of(receivedAt, law.limit);
    }

    public @Nullable Instant lawDue() {
        return law == null ? null : law.due;
    }

    /** What the work goes by before acceptance: the answer, or the law's own limit where that ends first. */
    public ClockKind leading() {
        Instant lawful = lawDue();
        return lawful != null && (due == null || lawful.isBefore(due)) ? ClockKind.STATUTE : ClockKind.INTAKE;
    }

    /** The first of the two ends. */
    @Nullable
    Instant next() {
        return leading() == ClockKind.STATUTE ? lawDue() : due;
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
        return new Intake(submittedAt, receivedAt, reopenedAt, due, law, notice, false, null, List.of());
    }

    Intake allowing(String reason) {
        return new Intake(submittedAt, receivedAt, reopenedAt, due, law, notice, true, reason, later);
    }

    /** @param news what was handed in now and never before */
    Intake received(Instant at, List<String> news) {
        Notice answered = notice == null ? null : new Notice(notice.defects(), notice.at(), notice.dueAt(), true);
        return new Intake(submittedAt, at, null, due, law, answered, noticeAllowed, leave, later).later(news);
    }

    /** Nothing is received then; the answer alone is owed anew. */
    Intake reopened(Instant at) {
        return new Intake(submittedAt, receivedAt, at, due, law, notice, noticeAllowed, leave, later);
    }

    Intake later(List<String> news) {
        List<String> all =
                Stream.concat(later.stream(), news.stream()).distinct().toList();
        return new Intake(submittedAt, receivedAt, reopenedAt, due, law, notice, noticeAllowed, leave, all);
    }

    /** What is due, by the calendar. */
    Intake counted(Setting by) {
        Instant end = Dues.end(clock(), by.calendar());
        Law lawful = Law.of(receivedAt, by);
        return new Intake(submittedAt, receivedAt, reopenedAt, end, lawful, notice, noticeAllowed, leave, later);
    }

    Intake correctionDue(@Nullable Instant correctionDue) {
        Notice moved =
                notice == null ? null : new Notice(notice.defects(), notice.at(), correctionDue, notice.answered());
        return new Intake(submittedAt, receivedAt, reopenedAt, due, law, moved, noticeAllowed, leave, later);
    }
}
