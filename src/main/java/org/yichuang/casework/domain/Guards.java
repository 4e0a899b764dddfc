package org.yichuang.casework.domain;

import static org.yichuang.casework.domain.Result.No.conflict;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.Limit;
import org.yichuang.calendar.WorkingCalendar;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.CaseStep;
import org.yichuang.casework.CaseView.Notice;
import org.yichuang.casework.Channel;
import org.yichuang.casework.Defect;
import org.yichuang.casework.Proposal;
import org.yichuang.casework.State;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.Material;
import org.yichuang.catalogue.Material.Necessity;
import org.yichuang.shared.Text;

/** The rules of single acts: what forbids one although the table has a line for it. */
final class Guards {
    private Guards() {}

    /** Null when nothing does. */
    static Result.@Nullable No no(CaseFile file, ActKind act, String step, Who who, Setting at) {
        ItemVersion item = at.item();
        return switch (act) {
            case NOTICE -> first(silence(file, at), oneNotice(file));
            case ALLOW_NOTICE -> first(silence(file, at), allowNotice(file));
            case CORRECT, DECLINE, NOT_HERE, NOT_NEEDED -> silence(file, at);
            case ACCEPT -> file.acceptedBySilence(at) ? null : complete(file, item);
            case ON_THE_SPOT -> onTheSpot(file, item);
            case FINISH_STEP -> stepOpen(file, step);
            case PROPOSE_PAUSE -> noProposal(file);
            case PROPOSE_EXTENSION -> first(inTime(file, at), extensible(file, item));
            case APPROVE -> approvable(file, who, at);
            case REJECT -> first(own(file, who), proposed(file));
            case TAKE_BACK -> first(proposed(file), anothers(file, who));
            case GRANT, REFUSE -> decidable(file, who);
            case DELIVER -> issued(file);
            case WITHDRAW -> heard(file, who, at);
            case JUDGE, REVERSE -> refused(file);
            case ANSWER -> questioned(file);
            case DEEM_ACCEPTED, TERMINATE -> overdue(file, at);
            case RECOMPUTE -> Recomputing.moved(file, at) ? null : conflict("unchanged", "时限没有变化", "No due date moved");
            default -> null;
        };
    }

    private static Result.@Nullable No first(Result.@Nullable No one, Result.@Nullable No other) {
        return one == null ? other : one;
    }

    /** AL-32: after the time to answer the application is accepted by law; no other answer is left. */
    private static Result.@Nullable No silence(CaseFile file, Setting at) {
        return file.acceptedBySilence(at)
                ? conflict(
                        "deemed-accepted",
                        "受理期限已过，自收到材料之日起视为受理，不能再要求补正或不予受理",
                        "The time to answer has passed: the application is accepted from the day of receipt")
                : null;
    }

    /** AL-42: a limit is extended before it runs out, not after. */
    private static Result.@Nullable No inTime(CaseFile file, Setting at) {
        boolean law = file.running().statute() != null;
        Instant end = law ? file.dues().statute() : file.dues().promise();
        // an end in a year that is not known has not passed until that year; from then on nobody can tell
        int unknown = file.dues().unknownYear();
        if (end == null && unknown != 0 && unknown <= at.today().getYear()) {
            return conflict(
                    "unknown-year",
                    unknown + " 年的放假安排还没有录入，算不出办理期限过没过；录入以后再办",
                    "The holidays of " + unknown
                            + " are not in the calendar, so that nobody can tell whether the limit has"
                            + " run out: do it when they are");
        }
        return end != null && at.now().isAfter(end)
                ? conflict("limit-passed", "办理期限已过，不能再延长", "The limit has run out; it cannot be extended any more")
                : null;
    }

    /** ONE-NOTICE: what was wrong with the first submission was to be said in the first notice; see also {@link ToldNotice}. */
    private static Result.@Nullable No oneNotice(CaseFile file) {
        return file.intake().noticeGiven() && file.intake().later().isEmpty()
                ? conflict(
                        "one-notice",
                        "已经一次性告知过，不能再次要求补正；应当受理，或依法不予受理",
                        "The one notice has been given; accept the case, or decline it by law")
                : null;
    }

    private static Result.@Nullable No allowNotice(CaseFile file) {
        Notice notice = file.intake().notice();
        return notice == null || file.intake().noticeAllowed()
                ? conflict("act-not-possible", "现在不需要准许：可以直接告知", "No leave is needed: a notice can be given")
                : null;
    }

    /** Accepting means that everything the item asks for is there. */
    private static Result.@Nullable No complete(CaseFile file, ItemVersion item) {
        List<Material> missing = Defect.missing(item, file.answers(), file.materials()).stream()
                .filter(material -> material.necessity() == Necessity.REQUIRED || askable(file, material))
                .toList();
        Text names = missing.stream().map(Material::name).collect(Text.joining("、", ", "));
        return missing.isEmpty()
                ? null
                : conflict("materials-missing", "还缺：" + names.zh(), "Still missing: " + names.en());
    }

    /** ONE-NOTICE: a paper that an answer makes necessary, and that the notice did not name, cannot be waited for any more. */
    private static boolean askable(CaseFile file, Material material) {
        Intake intake = file.intake();
        String name = "materials." + material.code();
        Notice notice = intake.notice();
        return !intake.noticeGiven()
                || intake.later().contains(name)
                || (notice != null
                        && notice.defects().stream()
                                .anyMatch(defect -> material.code().equals(defect.material())));
    }

    private static Result.@Nullable No onTheSpot(CaseFile file, ItemVersion item) {
        return item.onTheSpot()
                ? complete(file, item)
                : conflict("not-on-the-spot", "这个事项不是即办件", "This item is not decided on the spot");
    }

    /**
     * It is the applicant who withdraws. An officer writes it down for who came to the window, and comes to it again; and
     * for who applied online and has no account any more to do it with.
     */
    private static Result.@Nullable No heard(CaseFile file, Who who, Setting at) {
        return who instanceof Who.Officer && file.is().channel() != Channel.WINDOW && at.claimed()
                ? conflict(
                        "withdrawn-online",
                        "这件是在网上申请的，由申请人在“我的办件”里撤回",
                        "This was applied for online: the applicant withdraws it under “My cases”")
                : null;
    }

    private static Result.@Nullable No stepOpen(CaseFile file, String key) {
        CaseStep step = file.step(key).orElseThrow();
        return switch (step.progress()) {
            case OPEN -> ofTheDecision(step);
            case WAITING -> conflict("step-waiting", "前面的环节还没有完成", "Steps before this one are not done");
            case DONE -> done(step.done() == null ? "" : step.done().name());
            case SKIPPED -> conflict("step-skipped", "这个环节不再需要", "This step is not needed any more");
        };
    }

    private static Result.@Nullable No ofTheDecision(CaseStep step) {
        return Steps.decision(step) || Steps.delivery(step)
                ? conflict("act-not-possible", "这个环节用“决定”或“送达”完成", "This step is done by deciding or delivering")
                : null;
    }

    private static Result.No done(String by) {
        return conflict("step-done", "这个环节已由" + by + "完成", "This step was done by " + by);
    }

    private static Result.@Nullable No noProposal(CaseFile file) {
        return file.proposal() == null
                ? null
                : conflict("proposal-open", "已有一项报请等待批准", "Another request is waiting for approval");
    }

    /** AL-42: once, and only where the law gives it. */
    private static Result.@Nullable No extensible(CaseFile file, ItemVersion item) {
        if (file.clocks() != null && file.clocks().extension() != null) {
            return conflict("extended-once", "已经延长过一次", "It has been extended once already");
        }
        return item.extension() == null
                ? conflict("no-extension", "法律没有给这个事项延长的规定", "The law gives this item no extension")
                : noProposal(file);
    }

    private static Result.@Nullable No proposed(CaseFile file) {
        return file.proposal() == null ? conflict("no-proposal", "没有等待批准的报请", "Nothing waits for approval") : null;
    }

    /** What was asked for before the city set a tighter number is not more than that. */
    private static Result.@Nullable No most(Proposal proposal, Setting at) {
        Limit most = at.local().extension(at.item());
        return most != null && proposal.amount() > most.amount()
                ? conflict(
                        "extension-too-long",
                        "报请的延长超过现在的上限 " + most.text().zh() + "：请驳回，重新报请",
                        "More is asked for than the " + most.text().en()
                                + " that may be added now: reject it and ask anew")
                : null;
    }

    private static Result.@Nullable No approvable(CaseFile file, Who who, Setting at) {
        Proposal proposal = file.proposal();
        Result.No late = proposal == null
                ? null
                : proposal.act() == ActKind.PROPOSE_EXTENSION
                        ? first(inTime(file, at), most(proposal, at))
                        : over(proposal, at);
        return first(own(file, who), first(late, proposed(file)));
    }

    /** AL-45: the applicant is told how long it takes; on the day itself it may still begin. */
    private static Result.@Nullable No over(Proposal proposal, Setting at) {
        Instant end = proposal.expectedEnd();
        return end != null && WorkingCalendar.dayOf(end).isBefore(at.today())
                ? conflict(
                        "expected-end-passed",
                        "报请时写的预计结束日期已经过了：请驳回，重新报请",
                        "The day on which it was expected to end has passed: reject it and ask anew")
                : null;
    }

    /** FOUR-EYES: nobody says yes or no to what they asked for. */
    private static Result.@Nullable No own(CaseFile file, Who who) {
        return asked(file, who)
                ? conflict("four-eyes", "自己报请的，要由别人批准或者不批准", "What you asked for somebody else decides")
                : null;
    }

    private static Result.@Nullable No anothers(CaseFile file, Who who) {
        return asked(file, who)
                ? null
                : conflict(
                        "not-asked-by-you",
                        "这是别人报请的，由报请的人收回；报请得不对的，请有权批准的人“不批准”",
                        "Only who asked for it takes it back; where it should not stand, who may approve it rejects it");
    }

    private static boolean asked(CaseFile file, Who who) {
        return file.proposal() != null
                && who instanceof Who.Officer officer
                && officer.account().equals(file.proposal().by());
    }

    private static Result.@Nullable No decidable(CaseFile file, Who who) {
        Optional<CaseStep> decision =
                file.steps().stream().filter(Steps::decision).findFirst();
        if (decision.isPresent() && !decision.get().open()) {
            Text open = file.steps().stream()
                    .filter(step -> step.open() && !Steps.decision(step))
                    .map(CaseStep::name)
                    .collect(Text.joining("、", ", "));
            return conflict("steps-open", "还有环节没有完成：" + open.zh(), "Steps are not done yet: " + open.en());
        }
        boolean two = decision.isPresent() && decision.get().fourEyes();
        return two && who instanceof Who.Officer officer && Steps.allBy(file, officer.account())
                ? conflict("four-eyes", "您一个人做的审查，要由别人决定", "You alone reviewed it; somebody else has to decide")
                : null;
    }

    private static Result.@Nullable No issued(CaseFile file) {
        return file.state() == State.GRANTED && Steps.open(file, "issue")
                ? conflict("steps-open", "要给的证件或文书还没有制好", "What is to be handed over is not made yet")
                : null;
    }

    /** The clock acts only when a limit has run out. */
    private static Result.@Nullable No overdue(CaseFile file, Setting at) {
        return Recomputing.over(file, at) ? null : conflict("not-due", "时限还没有到", "The limit has not run out");
    }

    private static Result.@Nullable No questioned(CaseFile file) {
        return file.ending().question() == null
                ? conflict("no-question", "监督单位没有质询，或者已经答复", "The supervising unit asked nothing, or was answered")
                : null;
    }

    private static Result.@Nullable No refused(CaseFile file) {
        return file.ending().denial() == null
                ? conflict("act-not-possible", "这个办件没有被否定", "This case was not denied")
                : null;
    }
}
