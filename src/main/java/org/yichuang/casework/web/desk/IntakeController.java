package org.yichuang.casework.web.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yichuang.casework.service.WindowApplicants;
import org.yichuang.casework.web.desk.IntakeForms.Receiving;
import org.yichuang.catalogue.Audience;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.Field;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.identity.Account;
import org.yichuang.identity.AccountKind;
import org.yichuang.identity.AtWindow;
import org.yichuang.shared.PersonalNumbers;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/** Intake at a window begins: who stands there, for which item. The form is {@link IntakeFormController}'s. */
@Controller
@Access(Role.OFFICER)
class IntakeController {
    private static final int FOUND = 12;

    private final Catalogue catalogue;
    private final WindowApplicants applicants;
    private final IntakeForms forms;

    IntakeController(Catalogue catalogue, WindowApplicants applicants, IntakeForms forms) {
        this.catalogue = catalogue;
        this.applicants = applicants;
        this.forms = forms;
    }

    @GetMapping("/desk/intake")
    String start(Visitor visitor, @RequestParam(defaultValue = "") String q, Model model) {
        applicants.receiving(visitor);
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
        applicants.receiving(visitor);
        ItemVersion before = forms.item(item);
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
        model.addAttribute("found", words.isBlank() ? catalogue.common(FOUND) : catalogue.suggest(words, FOUND));
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
        applicants.receiving(visitor);
        if (creditCode(fields.getFirst("number"))) {
            fields.set("kind", "company");
        }
        var input = new ActInput(fields);
        if (finds(input)) {
            return start(input.text("q"), input, null, model);
        }
        try {
            ItemVersion item = forms.item(input.text("item"));
            Account known = known(input);
            suits(item, known == null ? kind(input) : known.kind());
            if (known != null && !input.typed().isEmpty()) {
                return another(new Receiving(visitor, item, known), input, model);
            }
            if (known != null) {
                return "redirect:" + new Receiving(visitor, item, known).path();
            }
            var at = new Receiving(visitor, item, applicants.account(visitor, atWindow(input)));
            return forms.begunOnLine(at, null).orElse("redirect:" + at.path());
        } catch (Problem problem) {
            if (problem.status() != 422) {
                throw problem;
            }
            response.setStatus(problem.status());
            return start(input.text("q"), input, problem, model);
        }
    }

    /** The form of another item, filled in with what both ask; nothing of it is in an address. */
    private String another(Receiving at, ActInput input, Model model) {
        var typed = new LinkedMultiValueMap<String, String>();
        input.typed().forEach((name, values) -> typed.put(name.substring(ActInput.TYPED.length()), values));
        Map<String, Object> answers = catalogue
                .published(input.text(ActInput.BEFORE))
                .map(before ->
                        IntakePage.alike(before, at.item(), IntakePage.answers(at.item(), at.applicant(), typed)))
                .orElse(Map.of());
        return forms.brought(at, answers, new ActInput(typed), model);
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
            return id.isEmpty() ? null : forms.applicant(UUID.fromString(id));
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

    /** A number with letters is no person's, whatever was ticked before it was typed. */
    private static boolean creditCode(@Nullable String typed) {
        String number = PersonalNumbers.normalise(typed == null ? "" : typed);
        return PersonalNumbers.wrongUscc(number) == null && !number.matches("\\d{17}[\\dX]");
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
}
