package org.yichuang.casework.domain;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.Limit;
import org.yichuang.calendar.LimitClock;
import org.yichuang.casework.CaseView.Notice;
import org.yichuang.casework.ClockKind;
import org.yichuang.catalogue.LocalRules;

/**
 * A case before acceptance.
 *
 * @param receivedAt the last receipt of materials: the filing or a supplement
 * @param reopenedAt when a denial after that was reversed; null where none was
 * @param due the end of the working days to answer; null when the calendar of its year is not known
 * @param law the item's own limit to decide, where its law counts that from the receipt; null where it does not
 * @param notice the last correction notice
 * @param noticeAllowed a supervisor let another notice through
 * @param leave why they did; null where they did not, and in cases from before it was kept
 * @param later what came only after the first notice, so that nothing could be said of it there: fields, and materials
 *     as {@code materials.CODE}
 * @param local the numbers that counted in the city when it was filed, by which it goes to its end; null: it was filed before they
 *     were kept, under the law's
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
        List<String> later,
        @Nullable LocalRules local) {

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
        return new Intake(at, at, null, null, null, null, false, null, List.of(), by.local()).counted(by);
    }

    /** The numbers that it goes by. */
    public LocalRules rules() {
        return local == null ? LocalRules.DEFAULT : local;
    }

    /** The working days to answer, five or fewer. */
    public LimitClock clock() {
        return LimitClock.of(reopenedAt == null ? receivedAt : reopenedAt, rules().toAnswer());
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
        return new Intake(submittedAt, receivedAt, reopenedAt, due, law, notice, false, null, List.of(), local);
    }

    Intake allowing(String reason) {
        return new Intake(submittedAt, receivedAt, reopenedAt, due, law, notice, true, reason, later, local);
    }

    /** @param news what was handed in now and never before */
    Intake received(Instant at, List<String> news) {
        Notice answered = notice == null ? null : new Notice(notice.defects(), notice.at(), notice.dueAt(), true);
        return new Intake(submittedAt, at, null, due, law, answered, noticeAllowed, leave, later, local).later(news);
    }

    /** Nothing is received then; the answer alone is owed anew. */
    Intake reopened(Instant at) {
        return new Intake(submittedAt, receivedAt, at, due, law, notice, noticeAllowed, leave, later, local);
    }

    Intake later(List<String> news) {
        List<String> all =
                Stream.concat(later.stream(), news.stream()).distinct().toList();
        return new Intake(submittedAt, receivedAt, reopenedAt, due, law, notice, noticeAllowed, leave, all, local);
    }

    /** What is due, by the calendar. */
    Intake counted(Setting by) {
        Instant end = Dues.end(clock(), by.calendar());
        Law lawful = Law.of(receivedAt, by);
        return new Intake(submittedAt, receivedAt, reopenedAt, end, lawful, notice, noticeAllowed, leave, later, local);
    }

    Intake correctionDue(@Nullable Instant correctionDue) {
        Notice moved =
                notice == null ? null : new Notice(notice.defects(), notice.at(), correctionDue, notice.answered());
        return new Intake(submittedAt, receivedAt, reopenedAt, due, law, moved, noticeAllowed, leave, later, local);
    }
}
