package org.yichuang.casework.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.Limit;
import org.yichuang.calendar.LimitClock;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.DenialFiling;
import org.yichuang.casework.State;
import org.yichuang.catalogue.LocalRules;
import org.yichuang.catalogue.Material;
import org.yichuang.documents.LetterContent.Row;
import org.yichuang.documents.LetterKind;

/** What becomes of an application: the five answers of AL-32, the correction, and silence. */
final class IntakeActs {
    private IntakeActs() {}

    /** Too late, it is the acceptance by silence that goes on record. */
    static void accept(Course course) {
        if (course.file().acceptedBySilence(course.at)) {
            deem(course);
            return;
        }
        Begin.clocks(course, course.now(), false);
        course.go(ActKind.ACCEPT, State.ACCEPTED, Begin.payload(course), Begin.letter(course, LetterKind.ACCEPTANCE));
    }

    /** Accepted by law from the day the materials were received. */
    static void deem(Course course) {
        Begin.clocks(course, course.file().intake().receivedAt(), true);
        course.go(
                ActKind.DEEM_ACCEPTED,
                State.ACCEPTED,
                Begin.payload(course),
                Begin.letter(
                        course,
                        LetterKind.DEEMED_ACCEPTANCE,
                        counted(course.file().intake())));
    }

    /** From when the time to answer counted, where it was not the filing. */
    private static List<Row> counted(Intake intake) {
        if (intake.reopenedAt() != null) {
            return List.of(new Row("答复期限起算", "自撤销原来的决定之日（" + Wording.day(intake.reopenedAt()) + "）"));
        }
        return intake.notice() == null
                ? List.of()
                : List.of(new Row("答复期限起算", "自收到补正材料之日（" + Wording.day(intake.receivedAt()) + "）"));
    }

    static void notice(Course course, CaseAct.Notice notice) {
        Instant due = correctionDue(course.file().intake(), course.now(), course.at);
        var given = new CaseView.Notice(List.copyOf(notice.defects()), course.now(), due, false);
        Intake before = course.file().intake();
        boolean later = before.noticeGiven();
        course.change(file -> file.with(file.intake().noticed(given)));
        List<String> points = notice.defects().stream()
                .map(defect -> Wording.point(defect, course.at.item()))
                .toList();
        var rows = new ArrayList<Row>();
        if (before.leave() != null) {
            rows.add(new Row("经监督单位准许再次告知", before.leave()));
        }
        if (toCorrect(before, course.at) != null) {
            rows.addAll(Wording.due("补正期限", due, true));
            rows.add(new Row("逾期没有补正的", "终止办理；可以重新申请"));
        }
        Letter letter = course.letter(LetterKind.CORRECTION_NOTICE, rows, points);
        course.go(
                ActKind.NOTICE,
                State.CORRECTING,
                Payload.of("defects", points)
                        .and("again", before.noticeAllowed() ? true : null)
                        .and("leave", before.leave())
                        .and("later", later ? true : null)
                        .and("due", due)
                        .map(),
                before.noticeAllowed()
                        ? letter.called(LetterKind.SECOND_NOTICE)
                        : later ? letter.called(LetterKind.LATER_NOTICE) : letter);
    }

    static void allow(Course course, CaseAct.AllowNotice allow) {
        course.change(file -> file.with(file.intake().allowing(allow.reason())));
        course.go(
                ActKind.ALLOW_NOTICE,
                State.SUBMITTED,
                Payload.of("reason", allow.reason()).map());
    }

    /** What is put right on the spot is no new receipt: every limit counts on. */
    static void correct(Course course, CaseAct.Correct correct) {
        Set<String> asked = asked(course);
        Replaced replaced = Replaced.by(course, correct.answers(), correct.materials());
        if (course.file().intake().notice() != null) {
            List<String> news = news(course, replaced, asked);
            course.change(file -> file.with(file.intake().later(news)));
        }
        var rows = new ArrayList<Row>();
        rows.add(new Row("更正内容", String.join("、", replaced.labels())));
        rows.addAll(Wording.answered(course.file().intake()));
        course.go(
                ActKind.CORRECT,
                State.SUBMITTED,
                replaced.on(Payload.of("what", correct.what()).and("channel", course.channel()))
                        .map(),
                course.letter(LetterKind.CORRECTION, rows, List.of(correct.what())));
    }

    /** The working days to answer begin again with the receipt of what was corrected. */
    static void supplement(Course course, CaseAct.Supplement supplement) {
        Set<String> asked = asked(course);
        Replaced replaced = Replaced.by(course, supplement.answers(), supplement.materials());
        List<String> news = news(course, replaced, asked);
        course.change(
                file -> file.with(file.intake().received(course.now(), news).counted(course.at)));
        Intake intake = course.file().intake();
        course.go(
                ActKind.SUPPLEMENT,
                State.SUBMITTED,
                replaced.on(Payload.of("due", intake.due()).and("channel", course.channel()))
                        .map(),
                course.letter(LetterKind.RECEIPT, Wording.answered(intake), List.of()));
    }

    /** ONE-NOTICE: what was not there before, and what the changed answers ask for only now. */
    private static List<String> news(Course course, Replaced replaced, Set<String> asked) {
        var news = new TreeSet<>(replaced.news());
        asked(course).stream().filter(material -> !asked.contains(material)).forEach(news::add);
        return List.copyOf(news);
    }

    private static Set<String> asked(Course course) {
        return course.at.item().materials(course.file().answers()).stream()
                .filter(Material::brought)
                .map(material -> "materials." + material.code())
                .collect(Collectors.toSet());
    }

    static void decline(Course course, CaseAct.Decline decline) {
        deny(course, ActKind.DECLINE, decline.filing(), decline.filing().told(), LetterKind.NON_ACCEPTANCE);
    }

    static void notNeeded(Course course, CaseAct.NotNeeded none) {
        deny(course, ActKind.NOT_NEEDED, none.filing(), none.filing().told(), LetterKind.NO_LICENCE_NEEDED);
    }

    static void notHere(Course course, CaseAct.NotHere elsewhere) {
        String reasons = elsewhere.filing().told() + " 请向" + elsewhere.rightAuthority() + "申请。";
        deny(course, ActKind.NOT_HERE, elsewhere.filing(), reasons, LetterKind.NOT_THIS_AUTHORITY);
    }

    private static void deny(Course course, ActKind act, DenialFiling filing, String reasons, LetterKind letter) {
        Denial denial = Denial.file(course, act, filing);
        var result = new CaseView.Result(State.NOT_ACCEPTED, reasons, List.of(filing.article()), course.who.name());
        course.change(file -> file.with(Ending.closed(result, course.now(), denial.id())));
        course.go(
                act,
                State.NOT_ACCEPTED,
                Payload.of("act", act.slug())
                        .and("reason", filing.reason())
                        .and("article", filing.article())
                        .and("reasons", reasons)
                        .map(),
                course.letter(letter, List.of(), List.of(reasons)).citing(List.of(filing.article())));
    }

    /** Null: the case waits for it. */
    private static @Nullable Limit toCorrect(Intake intake, Setting at) {
        LocalRules rules =
                intake.local() == null ? at.local() : intake.rules(); // before they were kept there was but one
        return rules.toCorrect();
    }

    static @Nullable Instant correctionDue(Intake intake, Instant given, Setting at) {
        Limit limit = toCorrect(intake, at);
        return limit == null ? null : Dues.end(LimitClock.of(given, limit), at.calendar());
    }
}
