package org.yichuang.casework.domain;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.Limit;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.CaseStep;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.Defect;
import org.yichuang.casework.DenialFiling;
import org.yichuang.casework.State;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.casework.Verdict;
import org.yichuang.catalogue.Field;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.Material;
import org.yichuang.shared.Problem.FieldError;
import org.yichuang.shared.Text;

/** What is wrong with what an act was told; by the names of its components. */
final class Told {
    private static final int MOST_DEFECTS = 50;
    private static final int MOST_ARTICLES = 10;

    private Told() {}

    static List<FieldError> wrong(CaseFile file, CaseAct act, Who who, Setting at) {
        var form = new Form();
        switch (act) {
            case CaseAct.Notice(List<Defect> defects) -> defects(form, defects, file, at.item());
            case CaseAct.AllowNotice(String reason) -> reason(form, reason);
            case CaseAct.Correct(String what, var answers, var materials) -> {
                form.text("what", what, "请写明当场更正了什么", "Say what was corrected");
                changes(form, file, at, answers, materials);
            }
            case CaseAct.Supplement(var answers, var materials) -> {
                changes(form, file, at, answers, materials);
                papers(form, file, at.item(), answers, materials);
            }
            case CaseAct.Decline(DenialFiling filing) -> filing(form, filing);
            case CaseAct.NotNeeded(DenialFiling filing) -> filing(form, filing);
            case CaseAct.NotHere(DenialFiling filing, String right) -> {
                filing(form, filing);
                elsewhere(form, filing);
                form.text("rightAuthority", right, "请写明应当向哪个机关申请", "Name the authority to apply to");
            }
            case CaseAct.FinishStep finish -> finish(form, file, finish, who, at);
            case CaseAct.ProposePause pause -> pause(form, pause, at);
            case CaseAct.ProposeExtension extension -> extension(form, extension, at.item());
            case CaseAct.Reject(String reason) -> reason(form, reason);
            case CaseAct.Resume(String finding) ->
                form.text("finding", finding, "请写明结果，例如检测报告已到", "Say what came of it, such as: the report is in");
            case CaseAct.OnTheSpot(String reasons, var way) ->
                form.free("reasons", reasons).given("way", way);
            case CaseAct.Grant(String reasons) -> granting(form, file, reasons);
            case CaseAct.Refuse refuse -> refusing(form, refuse);
            case CaseAct.ChooseDelivery(var way) -> {
                form.given("way", way);
                if (!(who instanceof Who.Officer)) { // to who stands at the window, the delivery's note says where to
                    form.chosen("way", way, at.item(), file.answers());
                }
            }
            case CaseAct.Deliver(var way, String note) -> form.free("note", note);
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

    private static void elsewhere(Form form, @Nullable DenialFiling filing) {
        if (filing != null
                && filing.reason() != null
                && !DenialFiling.Reason.of(ActKind.NOT_HERE).contains(filing.reason())) {
            form.wrong(
                    "filing.reason",
                    "告知向别的机关申请，理由只能是不属于本机关职权范围",
                    "Another authority is named only because it is not within this authority's powers");
        }
    }

    private static void defects(Form form, @Nullable List<Defect> defects, CaseFile file, ItemVersion item) {
        if (defects == null || defects.isEmpty()) {
            form.wrong("defects", "请写明要补正什么", "Say what has to be corrected");
            return;
        }
        if (defects.size() > MOST_DEFECTS) {
            form.wrong("defects", "最多 50 条", "At most 50 points");
            return;
        }
        for (int i = 0; i < defects.size(); i++) {
            var one = new Form();
            defect(one, "defects[" + i + "]", defects.get(i), file, item);
            onlyNews(one, "defects[" + i + "]", defects.get(i), file.intake());
            Defect given = defects.get(i);
            Text about = given == null ? null : given.about(item).orElse(null);
            form.all(one.errors().stream().map(error -> error.about(about)).toList());
        }
    }

    /** AL-31: only what the item version lists, and asks for in this case, can be asked for. */
    private static void defect(Form form, String at, @Nullable Defect defect, CaseFile file, ItemVersion item) {
        if (defect == null) {
            form.given(at, null);
            return;
        }
        String material = defect.material();
        String field = defect.field();
        if ((material == null) == (field == null)) {
            form.wrong(at + ".material", "请指明一种材料，或表单的一项", "Name a material, or a field of the form");
        } else if (material != null && item.material(material).isEmpty()) {
            form.wrong(at + ".material", "这个事项没有这种材料，不能要求", "The item does not list this material");
        } else if (material != null && !askable(material, file, item)) {
            form.wrong(
                    at + ".material",
                    "办事指南写明这种情形不用交这种材料，不能要求",
                    "By the guide this material need not be brought here, so it cannot be asked for");
        } else if (field != null && item.form().field(field).isEmpty()) {
            form.wrong(at + ".field", "这个事项的表单没有这一项", "The item's form has no such field");
        } else if (field != null && !shown(field, file, item)) {
            form.wrong(
                    at + ".field",
                    "按填写的内容不问这一项，不能要求",
                    "It is not asked under these answers, so it cannot be asked for");
        }
        form.text(at + ".wrong", defect.wrong(), "请写明哪里不对", "Say what is wrong");
        form.text(at + ".mend", defect.mend(), "请写明怎么改", "Say how to mend it");
    }

    private static boolean askable(String material, CaseFile file, ItemVersion item) {
        return Defect.materials(item, file.answers(), file.materials()).stream()
                .anyMatch(one -> one.code().equals(material));
    }

    private static boolean shown(String field, CaseFile file, ItemVersion item) {
        return item.form().asked(file.answers()).field(field).isPresent();
    }

    /** ONE-NOTICE: after the first notice only what came after it can be asked for. */
    private static void onlyNews(Form form, String at, @Nullable Defect defect, Intake intake) {
        if (defect == null || !intake.noticeGiven()) {
            return;
        }
        String name = defect.material() == null ? defect.field() : "materials." + defect.material();
        if (name != null && !intake.later().contains(name)) {
            form.wrong(
                    at + (defect.material() == null ? ".field" : ".material"),
                    "应当在第一次告知时一次说明，不能再要；确有必要，由监督人员准许",
                    "It was to be said in the one notice and cannot be asked for any more, unless a supervisor lets it"
                            + " through");
        }
    }

    /** A notice may be wrong about an answer: the applicant says so by sending it as it stands. */
    private static boolean noticed(CaseFile file, Map<String, Object> answers) {
        return file.state() == State.CORRECTING && named(file).anyMatch(answers::containsKey);
    }

    /** The fields that the notice names. */
    private static Stream<String> named(CaseFile file) {
        CaseView.Notice notice = file.intake().notice();
        return notice == null
                ? Stream.empty()
                : notice.defects().stream().map(Defect::field).filter(Objects::nonNull);
    }

    private static void changes(
            Form form,
            CaseFile file,
            Setting at,
            @Nullable Map<String, Object> answers,
            @Nullable List<SubmittedMaterial> materials) {
        form.given("answers", answers).given("materials", materials);
        if (answers == null || materials == null) {
            return;
        }
        ItemVersion item = at.item();
        var merged = new LinkedHashMap<>(Applications.merged(file.answers(), answers));
        if (materials.isEmpty()
                && !noticed(file, answers)
                && Applications.counting(item, merged).equals(Applications.counting(item, file.answers()))) {
            form.wrong("materials", "没有改动：请补交材料或改正填写的内容", "Nothing is changed: hand in a material or mend an answer");
        }
        // a name that the form does not have is told, also with nothing under it
        answers.keySet().stream()
                .filter(key -> item.form().field(key).isEmpty())
                .forEach(key -> merged.putIfAbsent(key, ""));
        form.all(item.form().check(merged, at.today()));
        form.all(Completeness.unlisted(item, materials));
        if (at.elsewhere()) {
            elsewhere(form, item);
        }
    }

    /** With a mended answer comes the paper that it asks for: a notice is answered all at once. */
    private static void papers(
            Form form,
            CaseFile file,
            ItemVersion item,
            @Nullable Map<String, Object> answers,
            @Nullable List<SubmittedMaterial> materials) {
        if (answers == null
                || materials == null
                || !Completeness.unlisted(item, materials).isEmpty()) {
            return;
        }
        List<String> mended =
                Stream.concat(named(file), answers.keySet().stream()).toList();
        List<Material> asked = item.askedBy(item.form().toMend(mended));
        List<Material> before = Completeness.missing(item, file.answers(), file.materials());
        var merged = Applications.merged(file.answers(), answers);
        form.all(Completeness.missing(item, merged, CaseFile.replaced(file.materials(), materials)).stream()
                .filter(asked::contains)
                .filter(material -> !before.contains(material))
                .map(Completeness::missing)
                .toList());
    }

    /** The unit of a case does not change; what is wrong with its place already is not said twice. */
    private static void elsewhere(Form form, ItemVersion item) {
        item.form()
                .place()
                .map(Field::key)
                .filter(place ->
                        form.errors().stream().noneMatch(error -> error.field().equals(place)))
                .ifPresent(place -> form.wrong(
                        place,
                        "没有这个地方，或者那里不归办这件事的单位管；在别处的，请撤回后到那里申请",
                        "There is no such place, or it is another unit's; withdraw the case and apply there"));
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
            form.wrong("verdict", "证照制好了才能交这一步", "This step is done only when the certificate is made");
        }
        boolean self = who instanceof Who.Officer officer && officer.account().equals(finish.companion());
        if (self || (step.takesTwo() && finish.companion() == null)) {
            form.wrong("companion", "现场核查要两名以上工作人员，请选另一人", "A check on site takes two officers: choose the other");
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

    private static void extension(Form form, CaseAct.ProposeExtension extension, ItemVersion item) {
        reason(form, extension.reason());
        Limit most = Limits.extension(item);
        int limit = most == null ? 0 : most.amount();
        if (extension.amount() < 1 || extension.amount() > limit) {
            form.wrong("amount", "可以延长 1 到 " + limit, "It can be extended by 1 to " + limit);
        }
    }

    /** A grant against a step's finding says why. */
    private static void granting(Form form, CaseFile file, @Nullable String reasons) {
        boolean against = file.steps().stream()
                .anyMatch(step -> step.done() != null && step.done().verdict() == org.yichuang.casework.Verdict.FAIL);
        if (against) {
            form.text("reasons", reasons, "有环节意见是不符合，请写明准予的理由", "A step found it not in order: say why it is granted");
        } else {
            form.free("reasons", reasons);
        }
    }

    /** AL-38. */
    private static void refusing(Form form, CaseAct.Refuse refuse) {
        form.text("reasons", refuse.reasons(), "不予准许要说明理由", "A refusal gives its reasons");
        filing(form, refuse.filing());
        List<String> articles = refuse.articles();
        if (articles == null || articles.isEmpty() || articles.size() > MOST_ARTICLES) {
            form.wrong("articles", "请写明依据的条款，1 到 10 条", "Name the articles it stands on, 1 to 10");
            return;
        }
        for (int i = 0; i < articles.size(); i++) {
            form.text("articles[" + i + "]", articles.get(i), "请写明条款", "Name the article");
        }
    }
}
