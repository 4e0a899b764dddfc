package org.yichuang.casework.web.applicant;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yichuang.casework.Drafts;
import org.yichuang.casework.Receipt;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** The last look at an application, and its submission. */
@Controller
@RequestMapping("/apply/draft/{id}")
@Access({Role.RESIDENT, Role.COMPANY})
class SubmitController {
    private final Drafts drafts;
    private final Drafting drafting;
    private final Districts districts;

    SubmitController(Drafts drafts, Drafting drafting, Districts districts) {
        this.drafts = drafts;
        this.drafting = drafting;
        this.districts = districts;
    }

    @GetMapping("/check")
    String check(Visitor visitor, @PathVariable UUID id, Model model) {
        drafting.opened(visitor, id);
        var errors = drafts.check(visitor, id);
        if (!errors.isEmpty()) {
            model.addAttribute("problem", Problem.invalid(errors));
        }
        return page(visitor, id, model);
    }

    /** Pressed twice, it leads to the same case. */
    @PostMapping("/check")
    String submit(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String declared,
            @RequestParam(required = false) @Nullable String reading,
            Model model,
            HttpServletResponse response) {
        try {
            if (!declared.equals("yes")) {
                throw Problem.invalid("declared", "请确认内容真实", "Please confirm that it is true");
            }
            Receipt receipt = drafts.submit(visitor, id, reading);
            return "redirect:/my/cases/" + receipt.caseId() + "/receipt";
        } catch (Problem problem) {
            if (problem.status() != 422 && !problem.slug().equals("draft-changed")) {
                throw problem;
            }
            response.setStatus(problem.status());
            model.addAttribute("problem", problem);
            if (problem.status() == 422) { // what changed elsewhere is not told yet
                model.addAttribute("reading", reading);
            }
            return page(visitor, id, model);
        }
    }

    private String page(Visitor visitor, UUID id, Model model) {
        model.addAttribute("page", CheckPage.of(drafting.page(visitor, id), districts::name));
        return "casework/applicant/check";
    }
}
