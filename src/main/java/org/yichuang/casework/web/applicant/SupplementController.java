package org.yichuang.casework.web.applicant;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.Cases;
import org.yichuang.casework.Casework;
import org.yichuang.casework.Draft;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.casework.service.Corrections;
import org.yichuang.casework.web.applicant.CorrectionPages.Kept;
import org.yichuang.casework.web.applicant.CorrectionPages.Sent;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Ui;
import org.yichuang.shared.web.Visitor;

/** The applicant mends what the one notice named, all at once. */
@Controller
@RequestMapping("/my/cases/{id}/supplement")
@Access({Role.RESIDENT, Role.COMPANY})
class SupplementController {
    private final Cases cases;
    private final Casework casework;
    private final Corrections corrections;
    private final Catalogue catalogue;
    private final CorrectionPages pages;
    private final Districts districts;

    SupplementController(
            Cases cases,
            Casework casework,
            Corrections corrections,
            Catalogue catalogue,
            CorrectionPages pages,
            Districts districts) {
        this.cases = cases;
        this.casework = casework;
        this.corrections = corrections;
        this.catalogue = catalogue;
        this.pages = pages;
        this.districts = districts;
    }

    @GetMapping
    String ask(Visitor visitor, @PathVariable UUID id, Ui ui, Model model) {
        Asked asked = asked(visitor, id);
        if (!asked.view().may(ActKind.SUPPLEMENT)) {
            return "redirect:/my/cases/" + id;
        }
        Draft kept = corrections.of(visitor, asked.view()).orElse(null);
        Map<String, Object> answers = asked.with(kept == null ? Map.of() : kept.answers());
        List<SubmittedMaterial> files = kept == null ? List.of() : kept.materials();
        model.addAttribute(
                        "page",
                        SupplementPage.of(asked, answers, files, asked.seen(answers), null, streets(asked.view(), ui)))
                .addAttribute("savedAt", kept == null ? null : kept.updatedAt());
        return "casework/applicant/supplement";
    }

    private Asked asked(Visitor visitor, UUID id) {
        CaseView view = cases.view(visitor, id);
        return new Asked(view, catalogue.version(view.item().code(), view.item().version()));
    }

    /** What was typed and ticked so far. Answers with a line that says so. */
    @PutMapping("/fields")
    String autosave(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam(name = CorrectionPages.SEEN, defaultValue = "") String seen,
            Ui ui,
            HttpServletRequest request,
            Model model) {
        Asked asked = asked(visitor, id);
        Sent sent = pages.sent(visitor, asked, request);
        Problem problem = null;
        Set<String> twice = Set.of();
        try {
            Kept kept = pages.keep(visitor, asked, sent);
            twice = kept.twice();
            problem = twice.isEmpty() ? null : pages.elsewhere(asked, kept, CorrectionPages.ASKED_LATER);
        } catch (Problem wrong) {
            if (wrong.status() != 422) {
                throw wrong;
            }
            problem = wrong;
        }
        model.addAttribute("at", problem == null ? ui.now() : null)
                .addAttribute("problem", problem)
                .addAttribute("seen", problem == null || !twice.isEmpty() ? asked.seen(sent.answers(), twice) : seen);
        return "casework/applicant/autosaved";
    }

    /** Keeps what was typed and uploaded, to go on with later. */
    @PostMapping(path = "/save", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String save(
            Visitor visitor,
            @PathVariable UUID id,
            Ui ui,
            MultipartHttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Asked asked = asked(visitor, id);
        Sent sent = pages.sent(visitor, asked, request);
        Kept kept = null;
        try {
            kept = pages.keep(visitor, asked, sent);
            sent.taken().whole();
            pages.once(asked, kept);
        } catch (Problem wrong) {
            if (wrong.status() != 422 && !wrong.slug().equals(CorrectionPages.CHANGED)) {
                throw wrong;
            }
            return refused(asked, sent, kept, wrong, ui, response, model);
        }
        return "redirect:/my/cases/" + id + "/supplement" + chosen(asked, request);
    }

    /** Where the page is gone on with: at the material whose file was uploaded. */
    private static String chosen(Asked asked, MultipartHttpServletRequest request) {
        return asked.materials().stream()
                .map(material -> Asked.INPUT + material.code())
                .filter(input -> request.getFiles(input).stream().anyMatch(file -> !file.isEmpty()))
                .map(input -> "#" + input)
                .findFirst()
                .orElse("");
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String hand(
            Visitor visitor,
            @PathVariable UUID id,
            @RequestParam(name = "_version") int version,
            Ui ui,
            MultipartHttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Asked asked = asked(visitor, id);
        Sent sent = pages.sent(visitor, asked, request);
        boolean may = asked.view().may(ActKind.SUPPLEMENT);
        Kept kept = null;
        try {
            if (may) {
                kept = pages.keep(visitor, asked, sent);
                pages.once(asked, kept);
                CorrectionPages.asShown(asked, sent, kept);
            }
            asked.checks(sent.answers(), sent.taken(), ui.today());
            var act = new CaseAct.Supplement(sent.typed(), asked.handed(sent.answers(), sent.taken()));
            casework.act(visitor, id, version, act);
            corrections.done(visitor, id);
        } catch (Problem wrong) {
            boolean changed = wrong.status() == 409 && may;
            if (wrong.status() != 422 && !changed) {
                throw wrong;
            }
            return refused(asked, sent, kept, wrong, ui, response, model);
        }
        return "redirect:/my/cases/" + id + "?done=supplemented";
    }

    /**
     * The page again, with what is wrong: with all that is kept and what another page answered otherwise, or as it was
     * sent where that could not be kept.
     */
    private String refused(
            Asked asked,
            Sent sent,
            @Nullable Kept kept,
            Problem problem,
            Ui ui,
            HttpServletResponse response,
            Model model) {
        Map<String, Object> answers = new HashMap<>(kept == null ? sent.answers() : kept.answers());
        if (kept != null) {
            kept.twice()
                    .forEach(key -> answers.put(
                            key, Objects.requireNonNullElse(sent.answers().get(key), "")));
        }
        List<SubmittedMaterial> files = kept == null ? sent.taken().files() : kept.materials();
        // what another page answered otherwise has been told only where that is the problem
        Set<String> untold = kept == null || problem.slug().equals(CorrectionPages.CHANGED) ? Set.of() : kept.twice();
        String seen = kept == null ? sent.seen() : asked.seen(kept.answers(), untold);
        response.setStatus(problem.status());
        model.addAttribute("page", SupplementPage.of(asked, answers, files, seen, problem, streets(asked.view(), ui)))
                .addAttribute("shown", kept == null ? sent.shown() : Set.of());
        return "casework/applicant/supplement";
    }

    /** The unit of a case does not change, so its place can change within the district only. */
    private List<QuestionPage.PlaceOption> streets(CaseView view, Ui ui) {
        String place = view.place().division();
        String district = place == null ? null : districts.districtOf(place).orElse(null);
        return districts.streets(district, ui.lang());
    }
}
