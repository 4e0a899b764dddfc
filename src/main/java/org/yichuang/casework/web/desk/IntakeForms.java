package org.yichuang.casework.web.desk;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.LinkedMultiValueMap;
import org.yichuang.casework.Cases;
import org.yichuang.casework.Draft;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.casework.service.WindowApplicants;
import org.yichuang.casework.service.WindowDrafts;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.Field;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.identity.Account;
import org.yichuang.identity.Accounts;
import org.yichuang.network.Centre;
import org.yichuang.network.Network;
import org.yichuang.network.Seat;
import org.yichuang.network.Tier;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Visitor;

/** Shows the form of an item at a window: empty, with what was begun online or typed before, or with what is wrong. */
@Component
class IntakeForms {
    /** When the draft on the page was saved. */
    private static final String SAVED = "draftSaved";

    private final Catalogue catalogue;
    private final Accounts accounts;
    private final Cases cases;
    private final WindowApplicants applicants;
    private final WindowDrafts drafts;
    private final Network network;

    IntakeForms(
            Catalogue catalogue,
            Accounts accounts,
            Cases cases,
            WindowApplicants applicants,
            WindowDrafts drafts,
            Network network) {
        this.catalogue = catalogue;
        this.accounts = accounts;
        this.cases = cases;
        this.applicants = applicants;
        this.drafts = drafts;
        this.network = network;
    }

    /** Who receives which item from whom. */
    record Receiving(Visitor officer, ItemVersion item, Account applicant) {
        String path() {
            return "/desk/intake/" + item.code() + "/" + applicant.id();
        }
    }

    /** For who may receive something today; of what is no item and of who does not apply there is no form. */
    Receiving receiving(Visitor officer, String item, UUID applicant) {
        applicants.receiving(officer);
        return new Receiving(officer, item(item), applicant(applicant));
    }

    /** The item to be received. */
    ItemVersion item(String code) {
        return catalogue.published(code).orElseThrow(() -> Problem.invalid("item", "请先选一个事项", "Choose an item first"));
    }

    /** Somebody who applies; of officers and systems nothing is told here. */
    Account applicant(UUID id) {
        return accounts.find(id)
                .filter(Account::applies)
                .orElseThrow(() -> Problem.notFound("没有这个申请人", "There is no such applicant"));
    }

    /** The form with nothing in it but the place of the window. */
    String empty(Receiving at, @Nullable Problem problem, Model model) {
        return with(at, begun(at), problem, model);
    }

    /** The form with what they began online. */
    String goneOn(Receiving at, Draft begun, Model model) {
        return with(at, sent(begun), null, model);
    }

    /** Who comes to a street's window is of that street as a rule: it is picked already. */
    private Sent begun(Receiving at) {
        String street = applicants
                .seat(at.officer())
                .map(Seat::centre)
                .filter(centre -> centre.tier() == Tier.STREET)
                .map(Centre::division)
                .orElse("");
        var division = new LinkedMultiValueMap<String, String>();
        division.add("division", street);
        Map<String, Object> answers = street.isEmpty()
                ? Map.of()
                : at.item()
                        .form()
                        .place()
                        .map(Field::key)
                        .map(key -> Map.<String, Object>of(key, street))
                        .orElse(Map.of());
        return new Sent(answers, new ActInput(division), List.of());
    }

    /** What was sent, to be kept on the page that says what is wrong. */
    record Sent(Map<String, Object> answers, ActInput input, List<SubmittedMaterial> kept) {}

    /** The form of another item, filled in with what was typed into the one before. */
    String brought(Receiving at, Map<String, Object> answers, ActInput typed, Model model) {
        model.addAttribute("brought", true);
        return with(at, new Sent(answers, typed, List.of()), null, model);
    }

    private static Sent sent(Draft begun) {
        var input = new LinkedMultiValueMap<String, String>();
        input.add("draft", begun.id().toString());
        input.add(SAVED, begun.updatedAt().toString());
        input.add("division", Objects.requireNonNullElse(begun.division(), ""));
        return new Sent(begun.answers(), new ActInput(input), begun.materials());
    }

    String with(Receiving at, Sent sent, @Nullable Problem problem, Model model) {
        Visitor officer = at.officer();
        ItemVersion item = at.item();
        UUID applicant = at.applicant().id();
        boolean takes = applicants.takes(officer, item);
        boolean passesOn = !takes && applicants.passesOn(officer, item);
        model.addAttribute(
                        "page",
                        new IntakePage(item, at.applicant(), sent.answers(), problem, IntakePage.places(network)))
                .addAttribute("running", cases.running(officer, applicant, item.code()))
                .addAttribute("takes", takes)
                .addAttribute("passesOn", passesOn)
                .addAttribute(
                        "drafted", takes || passesOn ? drafts.drafted(officer, applicant, item.code()) : List.of())
                .addAttribute("begun", draft(at, sent.input()).orElse(null))
                .addAttribute("seat", applicants.seat(officer).orElse(null))
                .addAttribute("input", sent.input())
                .addAttribute("kept", sent.kept())
                .addAttribute("problem", problem);
        return "casework/desk/intakeForm";
    }

    /** To the form with what they began online, for who just gave their number; empty where they began nothing. */
    Optional<String> begunOnLine(Receiving at, @Nullable UUID which) {
        return (applicants.receives(at.officer(), at.item())
                        ? drafts.begun(at.officer(), at.applicant(), at.item().code(), which)
                        : Optional.<Draft>empty())
                .map(draft -> "redirect:" + at.path() + "?draft=" + draft.id());
    }

    /** The draft on the page; empty where it was submitted, saved again or deleted since it was shown. */
    Optional<Draft> draft(Receiving at, ActInput input) {
        UUID draft = draftId(input);
        return draft == null
                ? Optional.empty()
                : drafts.begun(at.officer(), at.applicant(), draft, at.item().code())
                        .filter(found -> input.is(SAVED, found.updatedAt().toString()));
    }

    static @Nullable UUID draftId(ActInput input) {
        try {
            return input.text("draft").isEmpty() ? null : UUID.fromString(input.text("draft"));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("draft", "没有这份草稿", "There is no such draft");
        }
    }
}
