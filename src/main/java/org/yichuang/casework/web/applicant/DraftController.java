package org.yichuang.casework.web.applicant;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
import org.yichuang.casework.Drafts;
import org.yichuang.casework.Receipt;
import org.yichuang.documents.Documents;
import org.yichuang.documents.FileAnswer;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Problem.FieldError;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** An application being written: its task list, where it is for, its submission or other end. */
@Controller
@RequestMapping("/apply/draft/{id}")
@Access({Role.RESIDENT, Role.COMPANY})
class DraftController {
    /** Refusals that leave the draft as it is, to be looked at once more and submitted again. */
    private static final Set<String> ONCE_MORE = Set.of("draft-changed", "stale-row");

    private final Drafts drafts;
    private final Drafting drafting;
    private final Districts districts;
    private final Documents documents;

    DraftController(Drafts drafts, Drafting drafting, Districts districts, Documents documents) {
        this.drafts = drafts;
        this.drafting = drafting;
        this.districts = districts;
        this.documents = documents;
    }

    @GetMapping
    String tasks(
            Visitor visitor, @PathVariable UUID id, @RequestParam(required = false) @Nullable UUID from, Model model) {
        DraftPage page = drafting.opened(visitor, id);
        model.addAttribute("page", page);
        drafting.renewed(visitor, page).ifPresent(renewed -> model.addAttribute("renewed", renewed));
        if (from != null) {
            drafting.taken(visitor, page, from).ifPresent(taken -> model.addAttribute("taken", taken));
        }
        return "casework/applicant/tasks";
    }

    @GetMapping("/where")
    String where(Visitor visitor, @PathVariable UUID id, Model model) {
        DraftPage page = drafting.opened(visitor, id);
        if (!page.inDistricts()) {
            return "redirect:" + page.href();
        }
        model.addAttribute("page", page).addAttribute("places", districts.of(page.item()));
        return "casework/applicant/where";
    }

    @PostMapping("/where")
    String move(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String division,
            Model model,
            HttpServletResponse response) {
        DraftPage page = drafting.opened(visitor, id);
        if (!page.inDistricts()) {
            return "redirect:" + page.href();
        }
        if (districts.of(page.item()).stream().noneMatch(place -> place.code().equals(division))) {
            response.setStatus(422);
            model.addAttribute("problem", Problem.invalid("division", "请选一个区", "Please choose a district"));
            return where(visitor, id, model);
        }
        drafts.at(visitor, id, division);
        return "redirect:" + page.href();
    }

    /** The last look at an application; of an item that is not offered any more all of it, to read. */
    @GetMapping("/check")
    String check(Visitor visitor, @PathVariable UUID id, Model model) {
        boolean retired = drafting.opened(visitor, id).retired();
        List<FieldError> errors = retired ? List.of() : drafts.check(visitor, id);
        if (!errors.isEmpty()) {
            model.addAttribute("problem", Problem.invalid(errors));
        }
        return checkPage(visitor, id, model);
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
                var errors = new ArrayList<>(drafts.check(visitor, id));
                errors.add(new FieldError("declared", Text.of("请确认内容真实", "Please confirm that it is true")));
                throw Problem.invalid(errors);
            }
            Receipt receipt = drafts.submit(visitor, id, reading);
            return "redirect:/my/cases/" + receipt.caseId() + "/receipt";
        } catch (Problem problem) {
            if (problem.status() != 422 && !ONCE_MORE.contains(problem.slug())) {
                throw problem;
            }
            response.setStatus(problem.status());
            model.addAttribute("problem", problem);
            if (problem.status() == 422 && reading != null) { // what changed elsewhere is not told yet
                model.addAttribute("reading", reading);
            }
            return checkPage(visitor, id, model);
        }
    }

    private String checkPage(Visitor visitor, UUID id, Model model) {
        DraftPage page = drafting.page(visitor, id);
        if (!model.containsAttribute("reading")) {
            model.addAttribute("reading", drafts.reading(page.draft()));
        }
        model.addAttribute("page", CheckPage.of(page, districts::name));
        return "casework/applicant/check";
    }

    @GetMapping("/delete")
    String askDelete(Visitor visitor, @PathVariable UUID id, Model model) {
        model.addAttribute("page", drafting.opened(visitor, id));
        return "casework/applicant/delete";
    }

    @PostMapping("/delete")
    String delete(Visitor visitor, @PathVariable UUID id) {
        drafts.delete(visitor, id);
        return "redirect:/my/cases";
    }

    /** A file handed in for this draft, for its owner to look at. */
    @GetMapping("/files/{file}")
    ResponseEntity<Resource> file(Visitor visitor, @PathVariable UUID id, @PathVariable UUID file) {
        boolean ofDraft = drafts.get(visitor, id).materials().stream().anyMatch(handed -> file.equals(handed.file()));
        return documents
                .read(file)
                .filter(content -> ofDraft)
                .map(FileAnswer::shown)
                .orElseThrow(() -> Problem.notFound("没有这个文件", "There is no such file"));
    }
}
