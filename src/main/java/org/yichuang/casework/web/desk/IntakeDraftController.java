package org.yichuang.casework.web.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yichuang.casework.Draft;
import org.yichuang.casework.service.WindowApplicants;
import org.yichuang.casework.service.WindowDrafts;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.documents.FileAnswer;
import org.yichuang.identity.Account;
import org.yichuang.identity.Accounts;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** The form at a window with what the applicant began online, once they gave the number on their card. */
@Controller
@Access(Role.OFFICER)
class IntakeDraftController {
    private static final String NUMBER = "draftNumber";

    private final Catalogue catalogue;
    private final Accounts accounts;
    private final WindowApplicants applicants;
    private final WindowDrafts drafts;
    private final IntakeForms forms;

    IntakeDraftController(
            Catalogue catalogue,
            Accounts accounts,
            WindowApplicants applicants,
            WindowDrafts drafts,
            IntakeForms forms) {
        this.catalogue = catalogue;
        this.accounts = accounts;
        this.applicants = applicants;
        this.drafts = drafts;
        this.forms = forms;
    }

    /** The form with what they began online, for the officer who was shown it when they gave their number. */
    @GetMapping(path = IntakeFormController.PATH, params = "draft")
    String form(
            Visitor visitor,
            @PathVariable String item,
            @PathVariable UUID applicant,
            @RequestParam UUID draft,
            Model model) {
        applicants.receiving(visitor);
        ItemVersion version = IntakePage.item(catalogue, item);
        Account account = IntakePage.applicant(accounts, applicant);
        return drafts.begun(visitor, account, draft, item)
                .map(begun -> forms.goneOn(visitor, version, account, begun, model))
                .orElse("redirect:" + IntakeFormController.path(version, account));
    }

    /** The number on the card of who is here opens what they began online; it opens no account. */
    @PostMapping(path = IntakeFormController.PATH, consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    String goOn(
            Visitor visitor,
            @PathVariable String item,
            @PathVariable UUID applicant,
            @RequestParam(name = NUMBER, defaultValue = "") String typed,
            @RequestParam(required = false) @Nullable UUID which,
            HttpServletResponse response,
            Model model) {
        applicants.receiving(visitor);
        ItemVersion version = IntakePage.item(catalogue, item);
        Account account = IntakePage.applicant(accounts, applicant);
        try {
            here(visitor, account, item, typed, which);
        } catch (Problem wrong) {
            response.setStatus(wrong.status());
            return forms.empty(visitor, version, account, wrong, model);
        }
        return begunOnLine(visitor, version, account, which)
                .orElse("redirect:" + IntakeFormController.path(version, account));
    }

    /** Who gave their number once today is not asked for it again when they began more than one. */
    private void here(Visitor visitor, Account applicant, String item, String typed, @Nullable UUID which) {
        boolean again = typed.isEmpty() && which != null && drafts.met(visitor, applicant, item, which);
        if (!again && !drafts.present(visitor, applicant, typed)) {
            throw WindowDrafts.notTheirs(NUMBER);
        }
    }

    /** A file of the draft on the page. */
    @GetMapping(IntakeFormController.PATH + "/files/{file}")
    ResponseEntity<Resource> file(
            Visitor visitor,
            @PathVariable String item,
            @PathVariable UUID applicant,
            @PathVariable UUID file,
            @RequestParam UUID draft) {
        applicants.receiving(visitor);
        return FileAnswer.shown(drafts.file(visitor, IntakePage.applicant(accounts, applicant), draft, item, file));
    }

    /** To the form with what they began online, for who just gave their number; empty where they began nothing. */
    Optional<String> begunOnLine(Visitor visitor, ItemVersion item, Account applicant, @Nullable UUID which) {
        return (applicants.receives(visitor, item)
                        ? drafts.begun(visitor, applicant, item.code(), which)
                        : Optional.<Draft>empty())
                .map(draft -> "redirect:" + IntakeFormController.path(item, applicant) + "?draft=" + draft.id());
    }
}
