package org.yichuang.casework.web.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.yichuang.casework.Casework;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.casework.NewCase;
import org.yichuang.casework.Receipt;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.casework.WindowFiling;
import org.yichuang.casework.service.WindowApplicants;
import org.yichuang.casework.web.Uploads;
import org.yichuang.catalogue.Audience;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.Field;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.identity.Account;
import org.yichuang.identity.AccountKind;
import org.yichuang.identity.Accounts;
import org.yichuang.identity.AtWindow;
import org.yichuang.network.Authorised;
import org.yichuang.network.Network;
import org.yichuang.network.Seat;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Problem.FieldError;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Ui;
import org.yichuang.shared.web.Visitor;

/** Intake at a window: who stands there, for which item; then the form, the papers, and received, accepted or done. */
@Controller
@Access(Role.OFFICER)
class IntakeController {
    private static final int FOUND = 12;

    private final Casework casework;
    private final Catalogue catalogue;
    private final Accounts accounts;
    private final WindowApplicants applicants;
    private final Uploads uploads;
    private final Network network;
    private final WindowReceiptController receipts;
    private final Clock clock;

    IntakeController(
            Casework casework,
            Catalogue catalogue,
            Accounts accounts,
            WindowApplicants applicants,
            Uploads uploads,
            Network network,
            WindowReceiptController receipts,
            Clock clock) {
        this.casework = casework;
        this.catalogue = catalogue;
        this.accounts = accounts;
        this.applicants = applicants;
        this.uploads = uploads;
        this.network = network;
        this.receipts = receipts;
        this.clock = clock;
    }

    @GetMapping("/desk/intake")
    String start(@RequestParam(defaultValue = "") String q, Model model) {
        return start(q, new ActInput(new LinkedMultiValueMap<>()), null, model);
    }

    /** To another item or person from the form of this item; what was typed into it goes along for the same person. */
    @PostMapping("/desk/intake/{item}/{applicant}/another")
    String another(
            Visitor visitor,
            @PathVariable String item,
            @PathVariable UUID applicant,
            @RequestParam MultiValueMap<String, String> fields,
            Model model) {
        receives(visitor);
        ItemVersion before = published(item);
        var chosen = new LinkedMultiValueMap<String, String>();
        chosen.add("item", item);
        chosen.add("applicant", applicant.toString());
        chosen.add(ActInput.BEFORE, item);
        Stream.concat(before.form().fields().map(Field::key), Stream.of("agentName", "division"))
                .distinct()
                .forEach(key ->
                        fields.getOrDefault(key, List.of()).forEach(typed -> chosen.add(ActInput.TYPED + key, typed)));
        return start(before.name().zh(), new ActInput(chosen), null, model);
    }

    private String start(String words, ActInput input, @Nullable Problem problem, Model model) {
        model.addAttribute("applicant", known(input));
        model.addAttribute("words", words);
        model.addAttribute("found", words.isBlank() ? catalogue.mostUsed(FOUND) : catalogue.suggest(words, FOUND));
        model.addAttribute("input", input);
        model.addAttribute("problem", problem);
        return "casework/desk/intake";
    }

    @PostMapping("/desk/intake")
    String person(
            Visitor visitor,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        receives(visitor);
        var input = new ActInput(fields);
        if (finds(input)) {
            return start(input.text("q"), input, null, model);
        }
        try {
            ItemVersion item = published(input.text("item"));
            Account known = known(input);
            suits(item, known == null ? kind(input) : known.kind());
            if (known != null && !input.typed().isEmpty()) {
                return another(visitor, item, known, input, model);
            }
            Account applicant = known == null ? applicants.account(visitor, atWindow(input)) : known;
            return "redirect:/desk/intake/" + item.code() + "/" + applicant.id();
        } catch (Problem problem) {
            if (problem.status() != 422) {
                throw problem;
            }
            response.setStatus(problem.status());
            return start(input.text("q"), input, problem, model);
        }
    }

    /** The form of another item, filled in with what both ask; nothing of it is in an address. */
    private String another(Visitor visitor, ItemVersion item, Account applicant, ActInput input, Model model) {
        var typed = new LinkedMultiValueMap<String, String>();
        input.typed().forEach((name, values) -> typed.put(name.substring(ActInput.TYPED.length()), values));
        Map<String, Object> answers = catalogue
                .published(input.text(ActInput.BEFORE))
                .map(before -> IntakePage.alike(before, item, IntakePage.answers(item, applicant, typed)))
                .orElse(Map.of());
        model.addAttribute("brought", true);
        return form(visitor, item, applicant, new Sent(answers, new ActInput(typed), List.of()), null, model);
    }

    /** Other items are looked for: by their button, or by the Enter key after other words. */
    private static boolean finds(ActInput input) {
        boolean enter = input.text("next").isEmpty() && !input.is("words", input.text("q"));
        return !input.text("find").isEmpty() || enter;
    }

    /** Who was at the window on the page before; null for somebody new. */
    private @Nullable Account known(ActInput input) {
        String id = input.text("applicant");
        try {
            return id.isEmpty() ? null : IntakePage.applicant(accounts, UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("没有这个申请人", "There is no such applicant");
        }
    }

    /** Said before anybody fills in the form. */
    private static void suits(ItemVersion item, AccountKind kind) {
        if (kind == AccountKind.RESIDENT && !item.isFor(Audience.RESIDENT)) {
            throw Problem.invalid("item", "这个事项由企业或其他组织申请", "This item is for companies and organisations");
        }
        if (kind == AccountKind.COMPANY && !item.isFor(Audience.COMPANY)) {
            throw Problem.invalid("item", "这个事项由个人申请", "This item is for people");
        }
    }

    private static AccountKind kind(ActInput input) {
        return input.is("kind", "company") ? AccountKind.COMPANY : AccountKind.RESIDENT;
    }

    private static AtWindow atWindow(ActInput input) {
        String agent = input.text("agent");
        return new AtWindow(
                kind(input),
                input.text("number"),
                input.text("name"),
                agent.isEmpty() ? null : agent,
                input.text("phone"));
    }

    private List<Authorised> receives(Visitor visitor) {
        return applicants.receiving(visitor);
    }

    /** Whether some unit of the item's department has authorised a post of this officer to take it. */
    private boolean takes(Visitor visitor, ItemVersion item) {
        return receives(visitor).stream()
                .anyMatch(may -> may.covers(may.unit(), item.code())
                        && network.unit(may.unit())
                                .filter(unit -> unit.department().equals(item.department()))
                                .isPresent());
    }

    /** City-wide acceptance: received here, decided by whose it is. */
    private boolean passesOn(Visitor visitor, ItemVersion item) {
        return item.handling().cityWide() && receives(visitor).stream().anyMatch(Authorised::general);
    }

    private ItemVersion published(String code) {
        return catalogue.published(code).orElseThrow(() -> Problem.invalid("item", "请先选一个事项", "Choose an item first"));
    }

    @GetMapping("/desk/intake/{item}/{applicant}")
    String form(Visitor visitor, @PathVariable String item, @PathVariable UUID applicant, Model model) {
        receives(visitor);
        return form(visitor, published(item), IntakePage.applicant(accounts, applicant), Sent.NOTHING, null, model);
    }

    /** What was sent, to be kept on the page that says what is wrong. */
    private record Sent(Map<String, Object> answers, ActInput input, List<SubmittedMaterial> kept) {
        static final Sent NOTHING = new Sent(Map.of(), new ActInput(new LinkedMultiValueMap<>()), List.of());
    }

    private String form(
            Visitor visitor, ItemVersion item, Account applicant, Sent sent, @Nullable Problem problem, Model model) {
        Seat seat = network.seat(visitor.id(), today()).orElse(null);
        model.addAttribute(
                "page", new IntakePage(item, applicant, sent.answers(), problem, IntakePage.places(network)));
        boolean takes = takes(visitor, item);
        model.addAttribute("takes", takes);
        model.addAttribute("passesOn", !takes && seat != null && seat.window() != null && passesOn(visitor, item));
        model.addAttribute("seat", seat);
        model.addAttribute("input", sent.input());
        model.addAttribute("kept", sent.kept());
        model.addAttribute("problem", problem);
        return "casework/desk/intakeForm";
    }

    @PostMapping(path = "/desk/intake/{item}/{applicant}", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String receive(
            Visitor visitor,
            @PathVariable String item,
            @PathVariable UUID applicant,
            @RequestParam MultiValueMap<String, String> fields,
            MultipartHttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        receives(visitor);
        ItemVersion version = published(item);
        var input = new ActInput(fields);
        Account account = IntakePage.applicant(accounts, applicant);
        Map<String, Object> answers = IntakePage.answers(version, account, fields);
        Uploads.Taken scans = uploads.take(visitor, version.materials(), "file.", request);
        try {
            scans.whole();
            List<SubmittedMaterial> materials = input.withPaper(version.materials(), scans);
            Receipt receipt = casework.receive(visitor, filing(visitor, version, applicant, input, answers, materials));
            receipts.claim(visitor, receipt.caseId(), applicant, request, response);
            return "redirect:" + WindowReceiptController.path(receipt.caseId());
        } catch (Problem problem) {
            if (problem.status() == 404) {
                throw problem;
            }
            response.setStatus(problem.status());
            return form(
                    visitor, version, account, new Sent(answers, input, scans.files()), asked(version, problem), model);
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
            List<SubmittedMaterial> materials) {
        String agent = input.text("agentName");
        String division = input.text("division");
        return new WindowFiling(
                applicant,
                agent.isEmpty() ? null : agent,
                IntakePage.window(network, visitor, today()),
                new NewCase(item.code(), division.isEmpty() ? null : division, answers, materials, null),
                then(input.text("then")));
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
