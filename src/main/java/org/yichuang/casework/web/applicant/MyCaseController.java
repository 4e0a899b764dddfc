package org.yichuang.casework.web.applicant;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.Cases;
import org.yichuang.casework.Casework;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.casework.service.CaseFiles;
import org.yichuang.casework.web.ExplainCsv;
import org.yichuang.casework.web.ExplainPage;
import org.yichuang.casework.web.ExplainPages;
import org.yichuang.documents.FileAnswer;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.ProblemAnswer;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** One case of the applicant's own, and what they can do with it. */
@Controller
@RequestMapping("/my/cases/{id}")
@Access({Role.RESIDENT, Role.COMPANY})
class MyCaseController {
    private static final Map<String, Text> DONE = Map.of(
            "delivery", Text.of("记下了，就这样送。", "Noted: it will reach you this way."),
            "received", Text.of("记下了，谢谢。", "Noted, thank you."),
            "supplemented", Text.of("补正材料交上了。", "Your corrections are handed in."),
            "withdrawn", Text.of("已经撤回。", "Withdrawn."));

    private final Cases cases;
    private final Casework casework;
    private final CasePages pages;
    private final ExplainPages explanations;
    private final CaseFiles files;
    private final ApplicationPapers papers;

    MyCaseController(
            Cases cases,
            Casework casework,
            CasePages pages,
            ExplainPages explanations,
            CaseFiles files,
            ApplicationPapers papers) {
        this.cases = cases;
        this.casework = casework;
        this.pages = pages;
        this.explanations = explanations;
        this.files = files;
        this.papers = papers;
    }

    @GetMapping
    String view(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String done,
            Model model) {
        return page(visitor, id, done, null, model);
    }

    @GetMapping("/receipt")
    String receipt(Visitor visitor, @PathVariable UUID id, Model model) {
        model.addAttribute("page", pages.receipt(visitor, id));
        return "casework/applicant/receipt";
    }

    @GetMapping("/explain")
    String explain(Visitor visitor, @PathVariable UUID id, Model model) {
        model.addAttribute("page", explained(visitor, id));
        return "casework/applicant/explain";
    }

    @GetMapping("/explain.csv")
    ResponseEntity<byte[]> ledger(Visitor visitor, @PathVariable UUID id) {
        return ExplainCsv.of(explained(visitor, id));
    }

    @PostMapping("/delivery")
    String choose(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable DeliveryWay way,
            Model model,
            HttpServletResponse response) {
        CaseView view = cases.view(visitor, id);
        if (way == null) {
            Problem none = Problem.invalid("way", "请选一种领取方式", "Choose how to receive it");
            ProblemAnswer.status(none, response);
            return page(visitor, id, null, none, model);
        }
        if (way == view.way() && view.may(ActKind.CHOOSE_DELIVERY)) {
            return done(id, "delivery");
        }
        return act(visitor, id, version, new CaseAct.ChooseDelivery(way), "delivery", model, response);
    }

    @PostMapping("/received")
    String received(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam int version,
            Model model,
            HttpServletResponse response) {
        return act(visitor, id, version, new CaseAct.ConfirmReceipt(), "received", model, response);
    }

    @GetMapping("/withdraw")
    String askWithdraw(Visitor visitor, @PathVariable UUID id, Model model) {
        CaseView view = cases.view(visitor, id);
        return view.may(ActKind.WITHDRAW) ? withdrawal(view, "", null, model) : "redirect:/my/cases/" + id;
    }

    @PostMapping("/withdraw")
    String withdraw(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response) {
        try {
            casework.act(visitor, id, version, new CaseAct.Withdraw(reason.strip()));
        } catch (Problem problem) {
            CaseView view = refused(visitor, id, problem, response);
            return view.may(ActKind.WITHDRAW)
                    ? withdrawal(view, reason, problem, model)
                    : page(visitor, id, null, problem, model);
        }
        return done(id, "withdrawn");
    }

    /** A file that was handed in with this case. */
    @GetMapping("/files/{file}")
    ResponseEntity<Resource> file(Visitor visitor, @PathVariable UUID id, @PathVariable UUID file) {
        return FileAnswer.shown(files.read(visitor, id, file));
    }

    /** What was answered, as a form. */
    @GetMapping("/application.pdf")
    ResponseEntity<byte[]> application(Visitor visitor, @PathVariable UUID id) {
        return papers.of(visitor, id);
    }

    private String act(
            Visitor visitor,
            UUID id,
            int version,
            CaseAct act,
            String done,
            Model model,
            HttpServletResponse response) {
        try {
            casework.act(visitor, id, version, act);
        } catch (Problem problem) {
            refused(visitor, id, problem, response);
            return page(visitor, id, null, problem, model);
        }
        return done(id, done);
    }

    /** The case as it stands now, for the page that says what was wrong: one that nobody may see has none. */
    private CaseView refused(Visitor visitor, UUID id, Problem problem, HttpServletResponse response) {
        CaseView view = cases.view(visitor, id);
        ProblemAnswer.status(problem, response);
        return view;
    }

    private String page(Visitor visitor, UUID id, @Nullable String done, @Nullable Problem problem, Model model) {
        model.addAttribute("page", pages.of(visitor, id, done == null ? null : DONE.get(done)))
                .addAttribute("problem", problem);
        return "casework/applicant/case";
    }

    private static String done(UUID id, String done) {
        return "redirect:/my/cases/" + id + "?done=" + done;
    }

    private ExplainPage explained(Visitor visitor, UUID id) {
        return explanations.of(
                visitor, id, new ExplainPage.Frame("/my/cases", Text.of("我的办件", "My cases"), "/my/cases/" + id));
    }

    private static String withdrawal(CaseView view, String reason, @Nullable Problem problem, Model model) {
        model.addAttribute("it", view).addAttribute("reason", reason).addAttribute("problem", problem);
        return "casework/applicant/withdraw";
    }
}
