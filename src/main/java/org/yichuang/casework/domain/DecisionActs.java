package org.yichuang.casework.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.LimitClock;
import org.yichuang.calendar.WorkingCalendar;
import org.yichuang.calendar.WorkingDays;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.CaseStep;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.casework.DenialRow;
import org.yichuang.casework.Proposal;
import org.yichuang.casework.State;
import org.yichuang.casework.Verdict;
import org.yichuang.catalogue.Outcome;
import org.yichuang.documents.LetterKind;

/** The decision, and what the supervising unit makes of a "no". */
final class DecisionActs {
    /** Under this the record has what lapsed. */
    static final String LAPSED = "lapsed";

    private DecisionActs() {}

    static void grant(Course course, CaseAct.Grant grant) {
        grant(course, grant.reasons());
    }

    private static void grant(Course course, String reasons) {
        String lapsed = lapsed(course);
        decide(course, Verdict.PASS, reasons);
        var result = new CaseView.Result(State.GRANTED, reasons, List.of(), course.who.name());
        Instant due = deliveryDue(course.file(), course.now(), course.at);
        course.change(file -> file.with(Ending.decided(result, course.now(), null, due)));
        var letters = new ArrayList<Letter>();
        letters.add(course.letter(LetterKind.GRANT, List.of(), points(reasons)));
        letters.addAll(certificate(course));
        course.go(
                ActKind.GRANT,
                State.GRANTED,
                payload(course, reasons).and(LAPSED, lapsed).map(),
                letters.toArray(Letter[]::new));
    }

    static void refuse(Course course, CaseAct.Refuse refuse) {
        Denial denial = Denial.file(course, ActKind.REFUSE, refuse.filing());
        String lapsed = lapsed(course);
        decide(course, Verdict.FAIL, refuse.reasons());
        course.change(file -> file.with(Steps.skipRest(file.steps())));
        var result = new CaseView.Result(State.REFUSED, refuse.reasons(), refuse.articles(), course.who.name());
        Instant due = deliveryDue(course.file(), course.now(), course.at);
        course.change(file -> file.with(Ending.decided(result, course.now(), denial.id(), due)));
        course.go(
                ActKind.REFUSE,
                State.REFUSED,
                payload(course, refuse.reasons())
                        .and("articles", refuse.articles())
                        .and(LAPSED, lapsed)
                        .map(),
                course.letter(LetterKind.REFUSAL, Wording.told(refuse), List.of(refuse.reasons()))
                        .citing(refuse.articles()));
    }

    /**
     * ON-THE-SPOT: accepted, granted, delivered and closed, each on record. What goes by post is delivered when it goes: the
     * number of its parcel is known then.
     */
    static void onTheSpot(Course course, CaseAct.OnTheSpot spot) {
        course.change(file -> file.with(spot.way()));
        if (course.file().acceptedBySilence(course.at)) {
            IntakeActs.deem(course);
        } else {
            Begin.clocks(course, course.now(), false);
            course.go(
                    ActKind.ON_THE_SPOT,
                    State.ACCEPTED,
                    Begin.payload(course),
                    Begin.letter(course, LetterKind.ACCEPTANCE));
        }
        course.change(file -> file.with(Steps.decisionAlone(file.steps())));
        grant(course, spot.reasons());
        if (spot.way() != DeliveryWay.POST) {
            DeliveryActs.deliver(course, spot.way(), "", null);
        }
    }

    /** The "no" stays; what the supervising unit says of it goes on record. Upheld, there is nothing to answer any more. */
    static void judge(Course course, CaseAct.Judge judge) {
        String asked = judge.judgement() == DenialRow.Judgement.QUESTIONED ? judge.remark() : null;
        course.change(file -> file.with(file.ending().questioned(asked)));
        course.go(
                ActKind.JUDGE,
                course.file().state(),
                Payload.of("judgement", judge.judgement())
                        .and("remark", judge.remark())
                        .and("denial", Objects.toString(course.file().ending().denial()))
                        .map());
    }

    /** What the unit says to the question; the "no" stays, and its review is due anew. */
    static void answer(Course course, CaseAct.Answer answer) {
        Ending before = course.file().ending();
        course.change(file -> file.with(before.questioned(null)));
        course.go(
                ActKind.ANSWER,
                course.file().state(),
                Payload.of("question", before.question())
                        .and("answer", answer.answer())
                        .and("denial", Objects.toString(before.denial()))
                        .and("oldReviewDue", answer.oldReviewDue())
                        .and("newReviewDue", answer.newReviewDue())
                        .map());
    }

    /**
     * The case is as if it had not been denied, and goes to the applicant as they chose; what was done stays on record.
     * A denial is no pause (AL-45), and the time it took was not the applicant's doing: a limit that had begun counted on while it stood, that of an accepted case
     * and that of a law which counts from the receipt alike, and where it is over the case is late. The time to
     * answer alone begins anew, since silence accepts nothing while an answer stands.
     */
    static void reverse(Course course, CaseAct.Reverse reverse) {
        CaseFile before = course.file();
        DeliveryWay chosen = before.ending().chosen();
        Payload payload = Payload.of("remark", reverse.remark())
                .and("denial", Objects.toString(before.ending().denial()))
                .and("way", chosen);
        course.change(file -> (chosen == null ? file : file.with(chosen)).with(Ending.NONE));
        if (before.state() == State.NOT_ACCEPTED) {
            course.change(file -> file.with(file.intake().reopened(course.now()).counted(course.at)));
            course.go(
                    ActKind.REVERSE,
                    State.SUBMITTED,
                    payload.and("due", course.file().intake().due()).map());
        } else {
            course.change(file -> file.with(Steps.reopen(file.steps())));
            // the calendar can have been amended since the refusal
            ReviewActs.recount(course, before.running());
            Dues dues = course.file().dues();
            course.go(
                    ActKind.REVERSE,
                    State.REVIEWING,
                    payload.and("oldPromiseDue", before.dues().promise())
                            .and("newPromiseDue", dues.promise())
                            .and("oldStatuteDue", before.dues().statute())
                            .and("newStatuteDue", dues.statute())
                            .and(
                                    "steps",
                                    Recomputing.moved(
                                            before.steps(), course.file().steps()))
                            .map());
        }
    }

    /** One a grant, where the item ends in one: when the last step that makes it is done, or at once. */
    static List<Letter> certificate(Course course) {
        boolean made = course.at.item().outcome().kind() != Outcome.Kind.OTHER && !Steps.open(course.file(), "issue");
        return made ? List.of(course.letter(LetterKind.CERTIFICATE, List.of(), List.of())) : List.of();
    }

    /** The request for a pause or an extension that still waits, which nothing comes of any more; null where none does. */
    static @Nullable String lapsed(Course course) {
        Proposal waiting = course.file().proposal();
        return waiting == null ? null : waiting.act().slug();
    }

    /** The decision's step is done, a request that still waits lapses. */
    private static void decide(Course course, Verdict verdict, String opinion) {
        var done = new CaseStep.Done(
                course.officer().account(),
                course.who.name(),
                course.post(),
                null,
                verdict,
                opinion,
                course.now(),
                null,
                null);
        course.file().steps().stream()
                .filter(step -> Steps.decision(step) && step.open())
                .findFirst()
                .ifPresent(step -> course.change(file -> file.with(Steps.finish(file.steps(), step.key(), done))));
        course.change(file -> file.proposing(null));
    }

    private static Payload payload(Course course, String reasons) {
        CaseFile file = course.file();
        Clocks clocks = file.running();
        Instant promise = file.dues().leading();
        return Payload.of("reasons", reasons)
                .and("start", clocks.start())
                .and("promiseDue", file.dues().promise())
                .and("statuteDue", file.dues().statute())
                .and("workingDays", taken(clocks, course.at))
                .and("onTime", promise == null ? null : !course.now().isAfter(promise))
                .and("deliveryDue", file.ending().deliveryDue());
    }

    /** How long it really took, without what a pause covered; null where a year is not known. */
    private static @Nullable Integer taken(Clocks clocks, Setting at) {
        LocalDate start = WorkingCalendar.dayOf(clocks.start());
        return at.calendar().workingDays(start, at.today(), clocks.pauses()) instanceof WorkingDays.Count(int days)
                ? days
                : null;
    }

    static @Nullable Instant deliveryDue(CaseFile file, Instant decided, Setting at) {
        return Dues.end(LimitClock.of(decided, file.intake().rules().toDeliver()), at.calendar());
    }

    private static List<String> points(String reasons) {
        return reasons.isBlank() ? List.of() : List.of(reasons);
    }
}
