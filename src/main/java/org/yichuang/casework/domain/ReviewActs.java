package org.yichuang.casework.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.Extension;
import org.yichuang.calendar.Limit;
import org.yichuang.calendar.Pause;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.CaseStep;
import org.yichuang.casework.Proposal;
import org.yichuang.casework.State;
import org.yichuang.catalogue.LegalRule;
import org.yichuang.catalogue.PauseCause;
import org.yichuang.documents.LetterContent.Row;
import org.yichuang.documents.LetterKind;

/** The review: its steps, its pauses, its extension. */
final class ReviewActs {
    private ReviewActs() {}

    static void finish(Course course, CaseAct.FinishStep finish) {
        CaseFile before = course.file();
        CaseStep step = before.step(finish.step()).orElseThrow();
        course.change(file -> file.with(Steps.finish(file.steps(), step.key(), done(course, finish))));
        State to = before.state() == State.ACCEPTED ? State.REVIEWING : before.state();
        List<Letter> made = step.makesCertificate() ? DecisionActs.certificate(course) : List.of();
        course.go(
                ActKind.FINISH_STEP,
                to,
                Payload.of("step", step.key())
                        .and("name", step.name().zh())
                        .and("nameEn", step.name().en())
                        .and("verdict", finish.verdict())
                        .and("opinion", finish.opinion())
                        .and("companion", course.at.companion())
                        .and("companionAccount", finish.companion())
                        .and("stepDue", step.dueAt())
                        .map(),
                made.toArray(Letter[]::new));
    }

    static void propose(Course course, CaseAct.ProposePause pause) {
        Instant end = course.at.calendar().closing(pause.expectedEnd());
        Instant expected = end.isBefore(course.now()) ? course.now() : end;
        propose(course, ActKind.PROPOSE_PAUSE, pause.cause(), expected, 0, pause.reason());
    }

    static void propose(Course course, CaseAct.ProposeExtension extension) {
        propose(course, ActKind.PROPOSE_EXTENSION, null, null, extension.amount(), extension.reason());
    }

    private static void propose(
            Course course,
            ActKind act,
            @Nullable PauseCause cause,
            @Nullable Instant expected,
            int amount,
            String reason) {
        UUID by = course.officer().account();
        var proposal = new Proposal(act, cause, expected, amount, reason, by, course.who.name(), course.now());
        course.change(file -> file.proposing(proposal));
        course.go(act, course.file().state(), payload(proposal).map());
    }

    /** FOUR-EYES: by another than who asked for it. */
    static void approve(Course course) {
        Proposal proposal = proposal(course);
        course.change(file -> file.proposing(null));
        if (proposal.act() == ActKind.PROPOSE_PAUSE) {
            pause(course, proposal);
        } else {
            extend(course, proposal);
        }
    }

    static void reject(Course course, CaseAct.Reject reject) {
        drop(course, ActKind.REJECT, reject.reason());
    }

    /** By who asked for it. */
    static void takeBack(Course course, CaseAct.TakeBack back) {
        drop(course, ActKind.TAKE_BACK, back.reason());
    }

    private static void drop(Course course, ActKind act, String reason) {
        Proposal proposal = proposal(course);
        course.change(file -> file.proposing(null));
        course.go(
                act,
                course.file().state(),
                Payload.of("proposal", proposal.act().slug())
                        .and("reason", reason)
                        .map());
    }

    static void resume(Course course, CaseAct.Resume resume) {
        recount(course, course.file().running().resumedAt(course.now()));
        course.go(
                ActKind.RESUME,
                State.REVIEWING,
                dues(Payload.of("finding", resume.finding()), course).map(),
                course.letter(LetterKind.RESUME, ends(course, false), List.of(resume.finding())));
    }

    private static void pause(Course course, Proposal proposal) {
        PauseCause cause = proposal.cause() == null ? PauseCause.TESTING : proposal.cause();
        Instant expected = proposal.expectedEnd();
        Instant end = expected == null || expected.isBefore(course.now()) ? course.now() : expected;
        LegalRule rule = LegalRule.of(LegalRule.AL_45, course.at.item());
        Pause pause = Pause.open(course.now(), end, cause.text(), rule == null ? null : rule.id())
                .approvedBy(course.who.name());
        recount(course, course.file().running().pausedBy(pause));
        course.go(
                ActKind.APPROVE,
                State.PAUSED,
                dues(payload(proposal), course).map(),
                course.letter(
                        LetterKind.PAUSE,
                        List.of(new Row("中止原因", cause.text().zh()), new Row("预计结束", Wording.day(end))),
                        List.of(proposal.reason())));
    }

    private static void extend(Course course, Proposal proposal) {
        Limit given = course.at.item().extension();
        Limit by = new Limit(proposal.amount(), given == null ? Limit.Unit.WORKING_DAY : given.unit());
        Instant promise = course.file().dues().promise();
        boolean late = promise != null && course.now().isAfter(promise);
        Payload payload = payload(proposal)
                .and("oldPromiseDue", promise)
                .and("oldStatuteDue", course.file().dues().statute());
        recount(course, course.file().running().extendedBy(new Extension(by), late));
        course.go(
                ActKind.APPROVE,
                course.file().state(),
                dues(payload, course).map(),
                course.letter(LetterKind.EXTENSION, ends(course, late), List.of(proposal.reason())));
    }

    /**
     * When the limits end, each by its name; of a clock that does not run nothing is said.
     *
     * @param late the promise is over, and goes unsaid
     */
    static List<Row> ends(Course course, boolean late) {
        Clocks clocks = course.file().running();
        Dues dues = course.file().dues();
        var rows = new ArrayList<Row>();
        boolean unknown = dues.unknownYear() != 0;
        if (clocks.promise() != null && !late) {
            rows.addAll(Wording.due("承诺办结期限届满", dues.promise(), unknown));
        }
        if (clocks.statute() != null) {
            rows.addAll(Wording.due("法定办结期限届满", dues.statute(), unknown));
        }
        return rows;
    }

    /** The clocks as they are now, and what they and the steps end with. */
    static void recount(Course course, Clocks clocks) {
        course.change(file -> file.with(clocks, Dues.of(clocks, course.at.calendar()))
                .with(Steps.due(file.steps(), course.at.item().procedure(), clocks, course.at.calendar())));
    }

    private static CaseStep.Done done(Course course, CaseAct.FinishStep finish) {
        return new CaseStep.Done(
                course.officer().account(),
                course.who.name(),
                course.post(),
                course.at.companion(),
                finish.verdict(),
                finish.opinion(),
                course.now(),
                course.file().version() + 1,
                finish.companion());
    }

    private static Payload payload(Proposal proposal) {
        boolean pause = proposal.act() == ActKind.PROPOSE_PAUSE;
        return Payload.of("cause", proposal.cause())
                .and("expectedEnd", proposal.expectedEnd())
                .and("amount", pause ? null : proposal.amount())
                .and("reason", proposal.reason())
                .and("askedBy", proposal.byName());
    }

    private static Payload dues(Payload payload, Course course) {
        Dues dues = course.file().dues();
        return payload.and("promiseDue", dues.promise())
                .and("statuteDue", dues.statute())
                .and("projected", dues.projected());
    }

    private static Proposal proposal(Course course) {
        return Objects.requireNonNull(course.file().proposal(), "proposed");
    }
}
