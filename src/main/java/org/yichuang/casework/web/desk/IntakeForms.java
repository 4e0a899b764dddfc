package org.yichuang.casework.web.desk;

import java.time.Clock;
import java.time.LocalDate;
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
import org.yichuang.catalogue.Field;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.identity.Account;
import org.yichuang.network.Centre;
import org.yichuang.network.Network;
import org.yichuang.network.Seat;
import org.yichuang.network.Tier;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Ui;
import org.yichuang.shared.web.Visitor;

/** Shows the form of an item at a window: empty, with what was begun online or typed before, or with what is wrong. */
@Component
class IntakeForms {
    /** When the draft on the page was saved. */
    private static final String SAVED = "draftSaved";

    private final Cases cases;
    private final WindowApplicants applicants;
    private final WindowDrafts drafts;
    private final Network network;
    private final Clock clock;

    IntakeForms(Cases cases, WindowApplicants applicants, WindowDrafts drafts, Network network, Clock clock) {
        this.cases = cases;
        this.applicants = applicants;
        this.drafts = drafts;
        this.network = network;
        this.clock = clock;
    }

    /** The form with nothing in it but the place of the window. */
    String empty(Visitor visitor, ItemVersion item, Account applicant, @Nullable Problem problem, Model model) {
        return with(visitor, item, applicant, begun(visitor, item), problem, model);
    }

    /** The form with what they began online. */
    String goneOn(Visitor visitor, ItemVersion item, Account applicant, Draft begun, Model model) {
        return with(visitor, item, applicant, sent(begun), null, model);
    }

    /** Who comes to a street's window is of that street as a rule: it is picked already. */
    private Sent begun(Visitor visitor, ItemVersion item) {
        String street = network.seat(visitor.id(), today())
                .map(Seat::centre)
                .filter(centre -> centre.tier() == Tier.STREET)
                .map(Centre::division)
                .orElse("");
        var division = new LinkedMultiValueMap<String, String>();
        division.add("division", street);
        Map<String, Object> answers = street.isEmpty()
                ? Map.of()
                : item.form()
                        .place()
                        .map(Field::key)
                        .map(key -> Map.<String, Object>of(key, street))
                        .orElse(Map.of());
        return new Sent(answers, new ActInput(division), List.of());
    }

    /** What was sent, to be kept on the page that says what is wrong. */
    record Sent(Map<String, Object> answers, ActInput input, List<SubmittedMaterial> kept) {}

    /** The form of another item, filled in with what was typed into the one before. */
    String brought(
            Visitor visitor,
            ItemVersion item,
            Account applicant,
            Map<String, Object> answers,
            ActInput typed,
            Model model) {
        model.addAttribute("brought", true);
        return with(visitor, item, applicant, new Sent(answers, typed, List.of()), null, model);
    }

    private static Sent sent(Draft begun) {
        var input = new LinkedMultiValueMap<String, String>();
        input.add("draft", begun.id().toString());
        input.add(SAVED, begun.updatedAt().toString());
        input.add("division", Objects.requireNonNullElse(begun.division(), ""));
        return new Sent(begun.answers(), new ActInput(input), begun.materials());
    }

    String with(
            Visitor visitor, ItemVersion item, Account applicant, Sent sent, @Nullable Problem problem, Model model) {
        Seat seat = network.seat(visitor.id(), today()).orElse(null);
        model.addAttribute(
                "page", new IntakePage(item, applicant, sent.answers(), problem, IntakePage.places(network)));
        model.addAttribute("running", cases.running(visitor, applicant.id(), item.code()));
        boolean takes = applicants.takes(visitor, item);
        boolean passesOn = !takes && applicants.passesOn(visitor, item);
        model.addAttribute("takes", takes);
        model.addAttribute("passesOn", passesOn);
        model.addAttribute(
                "drafted", takes || passesOn ? drafts.drafted(visitor, applicant.id(), item.code()) : List.of());
        model.addAttribute(
                "begun", draft(visitor, applicant, item, sent.input()).orElse(null));
        model.addAttribute("seat", seat);
        model.addAttribute("input", sent.input());
        model.addAttribute("kept", sent.kept());
        model.addAttribute("problem", problem);
        return "casework/desk/intakeForm";
    }

    /** The draft on the page; empty where it was submitted, saved again or deleted since it was shown. */
    Optional<Draft> draft(Visitor visitor, Account applicant, ItemVersion item, ActInput input) {
        UUID draft = draftId(input);
        return draft == null
                ? Optional.empty()
                : drafts.begun(visitor, applicant, draft, item.code())
                        .filter(found -> input.is(SAVED, found.updatedAt().toString()));
    }

    static @Nullable UUID draftId(ActInput input) {
        try {
            return input.text("draft").isEmpty() ? null : UUID.fromString(input.text("draft"));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("draft", "没有这份草稿", "There is no such draft");
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Ui.ZONE);
    }
}
