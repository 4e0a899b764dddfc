package org.yichuang.casework.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.Limit;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.CaseStep;
import org.yichuang.casework.Defect;
import org.yichuang.casework.DenialFiling;
import org.yichuang.casework.State;
import org.yichuang.casework.Verdict;
import org.yichuang.shared.Problem.FieldError;
import org.yichuang.shared.Text;

/** What is wrong with what an act was told; by the names of its components. */
final class Told {
    private static final int MOST_ARTICLES = 10;

    private Told() {}

    static List<FieldError> wrong(CaseFile file, CaseAct act, Who who, Setting at) {
        var form = new Form();
        switch (act) {
            case CaseAct.Notice(List<Defect> defects) -> ToldNotice.wrong(form, defects, file, at.item());
            case CaseAct.AllowNotice(String reason) -> reason(form, reason);
            case CaseAct.Correct(String what, var answers, var materials) -> {
                form.text("what", what, "请写明当场更正了什么", "Say what was corrected");
                ToldChanges.wrong(form, file, at, answers, materials);
            }
            case CaseAct.Supplement(var answers, var materials) ->
                ToldChanges.supplement(form, file, who, at, answers, materials);
            case CaseAct.Decline(DenialFiling filing) ->
                filing(
                        form,
                        file,
                        ActKind.DECLINE,
                        filing,
                        "这不是不予受理的理由：不用办的、不归这里管的，请用那两个动作告知；符不符合条件、有没有名额，受理以后审查决定",
                        "No reason to decline: that nothing has to be applied for, or that another authority is competent, is"
                                + " told by acts of their own; whether the conditions are met or the number is used up is"
                                + " reviewed and decided after acceptance");
            case CaseAct.NotNeeded(DenialFiling filing) ->
                filing(
                        form,
                        file,
                        ActKind.NOT_NEEDED,
                        filing,
                        "告知不需要办理，理由只能是依法不需要办理",
                        "That nothing has to be applied for is the only reason to say so");
            case CaseAct.NotHere(DenialFiling filing, String right) -> {
                filing(
                        form,
                        file,
                        ActKind.NOT_HERE,
                        filing,
                        "告知向别的机关申请，理由只能是不属于本机关职权范围",
                        "Another authority is named only because it is not within this authority's powers");
                form.text("rightAuthority", right, "请写明应当向哪个机关申请", "Name the authority to apply to");
            }
            case CaseAct.FinishStep finish -> finish(form, file, finish, who, at);
            case CaseAct.ProposePause pause -> pause(form, pause, at);
            case CaseAct.ProposeExtension extension -> extension(form, extension, at);
            case CaseAct.Reject(String reason) -> reason(form, reason);
            case CaseAct.TakeBack(String reason) -> reason(form, reason);
            case CaseAct.Resume(String finding) ->
                form.text("finding", finding, "请写明结果，例如检测报告已到", "Say what came of it, such as: the report is in");
            case CaseAct.OnTheSpot(String reasons, var way) ->
                form.free("reasons", reasons).given("way", way);
            case CaseAct.Grant(String reasons) -> granting(form, file, reasons);
            case CaseAct.Refuse refuse -> refusing(form, file, refuse);
            case CaseAct.ChooseDelivery(var way) -> {
                form.given("way", way);
                if (way == file.way()) {
                    form.wrong("way", "现在就是这样领，没有改动", "It goes this way already: nothing is changed");
                }
                if (!(who instanceof Who.Officer)) { // to who stands at the window, the delivery's note says where to
                    form.chosen("way", way, at.item(), file.answers());
                }
            }
            case CaseAct.Deliver deliver -> delivering(form, file, deliver);
            case CaseAct.Withdraw(String reason) -> {
                if (who instanceof Who.Officer) {
                    reason(form, reason);
                } else {
                    form.free("reason", reason);
                }
            }
            case CaseAct.Judge(var judgement, String remark) ->
                form.given("judgement", judgement).free("remark", remark);
            case CaseAct.Reverse(String remark) -> form.text("remark", remark, "请写明理由", "Give the reason");
            case CaseAct.Answer(String answer, var before, var after) ->
                form.text("answer", answer, "请写明答复", "Give the answer");
            case CaseAct.Accept accept -> {}
            case CaseAct.Approve approve -> {}
            case CaseAct.ConfirmReceipt confirm -> {}
            case CaseAct.DeemAccepted deemed -> {}
            case CaseAct.Terminate terminate -> {}
            case CaseAct.Recompute recompute -> {}
        }
        DeliveryActs.reaching(form, file, act, at);
        return form.errors();
    }

    private static void delivering(Form form, CaseFile file, CaseAct.Deliver deliver) {
        form.free("note", deliver.note());
        if (file.state() == State.DELIVERED) {
            form.text(
                    "reason",
                    deliver.reason(),
                    "请写明为什么再次送达，例如邮件退回、单号写错",
                    "Say why it is delivered again, such as: the parcel came back, its number was wrong");
        } else if (deliver.reason() != null) {
            form.free("reason", deliver.reason());
        }
    }

    private static void reason(Form form, @Nullable String reason) {
        form.text("reason", reason, "请写明理由", "Give the reason");
    }

    private static void filing(Form form, @Nullable DenialFiling filing) {
        if (filing == null) {
            form.wrong("filing", "要先作否定报备", "A denial has to be filed first");
            return;
        }
        form.given("filing.reason", filing.reason());
        form.text("filing.article", filing.article(), "请写明依据的条款", "Name the article it stands on");
        form.text("filing.told", filing.told(), "请写明怎么告知申请人的", "Say what the applicant was told");
    }

    /** AL-32: each answer of its own has its own reasons. */
    private static void filing(
            Form form, CaseFile file, ActKind act, @Nullable DenialFiling filing, String zh, String en) {
        filing(form, filing);
        if (filing == null || filing.reason() == null) {
            return;
        }
        if (!DenialFiling.Reason.of(act, true).contains(filing.reason())) {
            form.wrong("filing.reason", zh, en);
        } else if (!DenialFiling.Reason.of(act, uncorrected(file)).contains(filing.reason())) {
            form.wrong(
                    "filing.reason",
                    "没有要求补正过，或者补正以后已经受理：这不能是理由",
                    "No correction was asked for, or the case was accepted since: this cannot be the reason");
        }
    }

    private static boolean uncorrected(CaseFile file) {
        return file.intake().notice() != null
                && (file.clocks() == null || file.clocks().deemed());
    }

    private static void finish(Form form, CaseFile file, CaseAct.FinishStep finish, Who who, Setting at) {
        form.given("verdict", finish.verdict());
        CaseStep step = file.step(finish.step()).orElseThrow();
        if (step.makesCertificate()) {
            form.free("opinion", finish.opinion());
        } else {
            form.text("opinion", finish.opinion(), "请写明意见", "Give your opinion");
        }
        if (step.makesCertificate() && finish.verdict() == Verdict.FAIL) {
            form.wrong("verdict", "要给的证件或文书制好了才能交这一步", "This step is done only when what is granted is made");
        }
        boolean self = who instanceof Who.Officer officer && officer.account().equals(finish.companion());
        if (self || (step.takesTwo() && finish.companion() == null)) {
            form.wrong("companion", "这个环节要两名以上工作人员，请选另一人", "This step takes two officers: choose the other");
        } else if (finish.companion() != null && at.companion() == null) {
            form.wrong(
                    "companion",
                    "另一人要是本单位有这个环节授权、今天在岗的工作人员",
                    "The other has to be an officer of this unit who is authorised for this step and not away today");
        }
    }

    private static void pause(Form form, CaseAct.ProposePause pause, Setting at) {
        form.given("cause", pause.cause());
        reason(form, pause.reason());
        LocalDate end = pause.expectedEnd();
        if (end == null || end.isBefore(at.today()) || end.isAfter(at.today().plusYears(2))) {
            form.wrong("expectedEnd", "请写今天以后、两年以内的日期", "Give a date from today, within two years");
        }
    }

    private static void extension(Form form, CaseAct.ProposeExtension extension, Setting at) {
        reason(form, extension.reason());
        Limit most = at.local().extension(at.item());
        if (most == null || extension.amount() < 1 || extension.amount() > most.amount()) {
            Text text = most == null ? Text.same("0") : most.text();
            form.wrong("amount", "可以延长 1 到 " + text.zh(), "It can be extended by 1 to " + text.en());
        }
    }

    /** A grant against a step's finding says why. */
    private static void granting(Form form, CaseFile file, @Nullable String reasons) {
        boolean against = file.steps().stream()
                .anyMatch(step -> step.done() != null && step.done().verdict() == Verdict.FAIL);
        if (against) {
            form.text("reasons", reasons, "有环节意见是不符合，请写明准予的理由", "A step found it not in order: say why it is granted");
        } else {
            form.free("reasons", reasons);
        }
    }

    /** AL-38. */
    private static void refusing(Form form, CaseFile file, CaseAct.Refuse refuse) {
        form.text("reasons", refuse.reasons(), "不予准许要说明理由", "A refusal gives its reasons");
        articles(form, refuse.articles());
        filing(form, file, ActKind.REFUSE, refuse.filing(), "这不能是理由", "This cannot be the reason");
    }

    private static void articles(Form form, @Nullable List<String> articles) {
        if (articles == null || articles.isEmpty() || articles.size() > MOST_ARTICLES) {
            form.wrong("articles", "请写明依据的条款，1 到 10 条", "Name the articles it stands on, 1 to 10");
            return;
        }
        for (int i = 0; i < articles.size(); i++) {
            form.text("articles[" + i + "]", articles.get(i), "请写明条款", "Name the article");
        }
    }
}
