package org.yichuang.casework.web.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.yichuang.casework.Casework;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.casework.Draft;
import org.yichuang.casework.NewCase;
import org.yichuang.casework.Receipt;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.casework.WindowFiling;
import org.yichuang.casework.service.WindowApplicants;
import org.yichuang.casework.service.WindowDrafts;
import org.yichuang.casework.web.Uploads;
import org.yichuang.casework.web.desk.IntakeForms.Receiving;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.Material;
import org.yichuang.documents.FileAnswer;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Problem.FieldError;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/**
 * Takes the form of an item at a window, with the papers: received, accepted, or decided on the spot; once the applicant
 * gave the number on their card, with what they began online.
 */
@Controller
@Access(Role.OFFICER)
class IntakeFormController {
    private static final String PATH = "/desk/intake/{item}/{applicant}";
    private static final String NUMBER = "draftNumber";

    private final Casework casework;
    private final WindowApplicants applicants;
    private final WindowDrafts drafts;
    private final IntakeForms forms;
    private final Uploads uploads;
    private final WindowReceiptController receipts;

    IntakeFormController(
            Casework casework,
            WindowApplicants applicants,
            WindowDrafts drafts,
            IntakeForms forms,
            Uploads uploads,
            WindowReceiptController receipts) {
        this.casework = casework;
        this.applicants = applicants;
        this.drafts = drafts;
        this.forms = forms;
        this.uploads = uploads;
        this.receipts = receipts;
    }

    @GetMapping(PATH)
    String form(Visitor visitor, @PathVariable String item, @PathVariable UUID applicant, Model model) {
        return forms.empty(forms.receiving(visitor, item, applicant), null, model);
    }

    /** The form with what they began online, for the officer who was shown it when they gave their number. */
    @GetMapping(path = PATH, params = "draft")
    String begun(
            Visitor visitor,
            @PathVariable String item,
            @PathVariable UUID applicant,
            @RequestParam UUID draft,
            Model model) {
        Receiving at = forms.receiving(visitor, item, applicant);
        return drafts.begun(visitor, at.applicant(), draft, item)
                .map(begun -> forms.goneOn(at, begun, model))
                .orElse("redirect:" + at.path());
    }

    /** The number on the card of who is here opens what they began online; it opens no account. */
    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String goOn(
            Visitor visitor,
            @PathVariable String item,
            @PathVariable UUID applicant,
            @RequestParam(name = NUMBER, defaultValue = "") String typed,
            @RequestParam(required = false) @Nullable UUID which,
            HttpServletResponse response,
            Model model) {
        Receiving at = forms.receiving(visitor, item, applicant);
        try {
            here(at, typed, which);
        } catch (Problem wrong) {
            response.setStatus(wrong.status());
            return forms.empty(at, wrong, model);
        }
        return forms.begunOnLine(at, which).orElse("redirect:" + at.path());
    }

    /** Who gave their number once today is not asked for it again when they began more than one. */
    private void here(Receiving at, String typed, @Nullable UUID which) {
        boolean again = typed.isEmpty()
                && which != null
                && drafts.met(at.officer(), at.applicant(), at.item().code(), which);
        if (!again && !drafts.present(at.officer(), at.applicant(), typed)) {
            throw WindowDrafts.notTheirs(NUMBER);
        }
    }

    /** A file of the draft on the page. */
    @GetMapping(PATH + "/files/{file}")
    ResponseEntity<Resource> file(
            Visitor visitor,
            @PathVariable String item,
            @PathVariable UUID applicant,
            @PathVariable UUID file,
            @RequestParam UUID draft) {
        applicants.receiving(visitor);
        return FileAnswer.shown(drafts.file(visitor, forms.applicant(applicant), draft, item, file));
    }

    @PostMapping(path = PATH, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String receive(
            Visitor visitor,
            @PathVariable String item,
            @PathVariable UUID applicant,
            @RequestParam MultiValueMap<String, String> fields,
            MultipartHttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Receiving at = forms.receiving(visitor, item, applicant);
        var input = new ActInput(fields);
        Map<String, Object> answers = IntakePage.answers(at.item(), at.applicant(), fields);
        Draft begun = forms.draft(at, input).orElse(null);
        List<SubmittedMaterial> brought = begun == null ? List.of() : begun.materials();
        List<Material> listed = at.item().materials();
        Uploads.Taken scans = uploads.take(visitor, listed, "file.", request, brought);
        try {
            confirmed(begun, input);
            scans.whole();
            List<SubmittedMaterial> materials = input.withPaper(listed, scans);
            Receipt receipt = casework.receive(visitor, filing(at, input, answers, materials, begun));
            receipts.claim(visitor, receipt.caseId(), request, response);
            return "redirect:" + WindowReceiptController.path(receipt.caseId());
        } catch (Problem problem) {
            if (problem.status() == 404) {
                throw problem;
            }
            response.setStatus(problem.status());
            var sent = new IntakeForms.Sent(answers, input, scans.files());
            return forms.with(at, sent, asked(at.item(), problem), model);
        }
    }

    /** How the result is received is a question of the form. */
    private static Problem asked(ItemVersion item, Problem problem) {
        if (item.form().field(DeliveryWay.QUESTION).isEmpty()
                || item.form().field("way").isPresent()) {
            return problem;
        }
        List<FieldError> named = problem.errors().stream()
                .map(error -> error.field().equals("way") ? error.at(DeliveryWay.QUESTION) : error)
                .toList();
        return new Problem(problem.status(), problem.slug(), problem.detail(), named);
    }

    private WindowFiling filing(
            Receiving at,
            ActInput input,
            Map<String, Object> answers,
            List<SubmittedMaterial> materials,
            @Nullable Draft begun) {
        String agent = input.text("agentName");
        String division = input.text("division");
        return new WindowFiling(
                at.applicant().id(),
                agent.isEmpty() ? null : agent,
                applicants.window(at.officer()),
                new NewCase(at.item().code(), division.isEmpty() ? null : division, answers, materials, null),
                then(input.text("then")),
                begun == null ? null : new WindowFiling.Begun(begun.id(), begun.updatedAt()));
    }

    /** What somebody wrote at home counts at the window when who is there says so. */
    private static void confirmed(@Nullable Draft begun, ActInput input) {
        if (begun == null && IntakeForms.draftId(input) != null) {
            throw WindowDrafts.changed();
        }
        if (begun != null && !input.is("confirmed", "yes")) {
            throw Problem.invalid(
                    "confirmed", "请在场的人看过网上填的内容，再打勾", "Let who is here read what was filled in online, then tick this");
        }
    }

    private static WindowFiling.Then then(String value) {
        try {
            return WindowFiling.Then.valueOf(value.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("then", "请选收件、受理或当场办结", "Choose to receive, accept or decide on the spot");
        }
    }
}
