package org.yichuang.casework.web.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
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
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.identity.Account;
import org.yichuang.identity.Accounts;
import org.yichuang.network.Network;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Problem.FieldError;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Ui;
import org.yichuang.shared.web.Visitor;

/** Takes the form of an item at a window, with the papers: received, accepted, or decided on the spot. */
@Controller
@Access(Role.OFFICER)
class IntakeFormController {
    static final String PATH = "/desk/intake/{item}/{applicant}";

    private final Casework casework;
    private final Catalogue catalogue;
    private final Accounts accounts;
    private final WindowApplicants applicants;
    private final IntakeForms forms;
    private final Uploads uploads;
    private final Network network;
    private final WindowReceiptController receipts;
    private final Clock clock;

    IntakeFormController(
            Casework casework,
            Catalogue catalogue,
            Accounts accounts,
            WindowApplicants applicants,
            IntakeForms forms,
            Uploads uploads,
            Network network,
            WindowReceiptController receipts,
            Clock clock) {
        this.casework = casework;
        this.catalogue = catalogue;
        this.accounts = accounts;
        this.applicants = applicants;
        this.forms = forms;
        this.uploads = uploads;
        this.network = network;
        this.receipts = receipts;
        this.clock = clock;
    }

    static String path(ItemVersion item, Account applicant) {
        return "/desk/intake/" + item.code() + "/" + applicant.id();
    }

    @GetMapping(PATH)
    String form(Visitor visitor, @PathVariable String item, @PathVariable UUID applicant, Model model) {
        applicants.receiving(visitor);
        return forms.empty(
                visitor, IntakePage.item(catalogue, item), IntakePage.applicant(accounts, applicant), null, model);
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
        applicants.receiving(visitor);
        ItemVersion version = IntakePage.item(catalogue, item);
        var input = new ActInput(fields);
        Account account = IntakePage.applicant(accounts, applicant);
        Map<String, Object> answers = IntakePage.answers(version, account, fields);
        Draft begun = forms.draft(visitor, account, version, input).orElse(null);
        List<SubmittedMaterial> brought = begun == null ? List.of() : begun.materials();
        Uploads.Taken scans = uploads.take(visitor, version.materials(), "file.", request, brought);
        try {
            confirmed(begun, input);
            scans.whole();
            List<SubmittedMaterial> materials = input.withPaper(version.materials(), scans);
            Receipt receipt =
                    casework.receive(visitor, filing(visitor, version, applicant, input, answers, materials, begun));
            receipts.claim(visitor, receipt.caseId(), request, response);
            return "redirect:" + WindowReceiptController.path(receipt.caseId());
        } catch (Problem problem) {
            if (problem.status() == 404) {
                throw problem;
            }
            response.setStatus(problem.status());
            return forms.with(
                    visitor,
                    version,
                    account,
                    new IntakeForms.Sent(answers, input, scans.files()),
                    asked(version, problem),
                    model);
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
            Visitor visitor,
            ItemVersion item,
            UUID applicant,
            ActInput input,
            Map<String, Object> answers,
            List<SubmittedMaterial> materials,
            @Nullable Draft begun) {
        String agent = input.text("agentName");
        String division = input.text("division");
        return new WindowFiling(
                applicant,
                agent.isEmpty() ? null : agent,
                IntakePage.window(network, visitor, today()),
                new NewCase(item.code(), division.isEmpty() ? null : division, answers, materials, null),
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

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Ui.ZONE);
    }
}
