package org.yichuang.casework.web.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
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
import org.yichuang.casework.ActKind;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.Cases;
import org.yichuang.casework.Casework;
import org.yichuang.casework.web.Clocks;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.network.Network;
import org.yichuang.network.Officer;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Ui;
import org.yichuang.shared.web.Visitor;

/** The one dialogue in which an officer acts on a case: the effect in words, what has to be told, then the act. */
@Controller
@Access({Role.OFFICER, Role.SUPERVISOR})
class ActController {
    private final Casework casework;
    private final Cases cases;
    private final Catalogue catalogue;
    private final Network network;
    private final Clocks clocks;
    private final Clock clock;

    ActController(Casework casework, Cases cases, Catalogue catalogue, Network network, Clocks clocks, Clock clock) {
        this.casework = casework;
        this.cases = cases;
        this.catalogue = catalogue;
        this.network = network;
        this.clocks = clocks;
        this.clock = clock;
    }

    @GetMapping("/desk/cases/{id}/act/{act}")
    String dialogue(
            Visitor visitor,
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String step,
            Model model) {
        var input = new LinkedMultiValueMap<String, String>();
        input.add("step", step);
        return dialogue(visitor, id, kind(act), new ActInput(input), null, model);
    }

    @PostMapping("/desk/cases/{id}/act/{act}")
    String act(
            Visitor visitor,
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> fields,
            Model model) {
        var input = new ActInput(fields);
        try {
            casework.act(visitor, id, version, input.act(kind(act)));
            return "redirect:/desk/cases/" + id + "?done=" + act;
        } catch (Problem problem) {
            if (problem.status() != 422 && problem.status() != 409) {
                throw problem;
            }
            return dialogue(visitor, id, kind(act), input, problem, model);
        }
    }

    private String dialogue(
            Visitor visitor, UUID id, ActKind kind, ActInput input, @Nullable Problem problem, Model model) {
        CaseView view = cases.view(visitor, id);
        ActForm form = ActForm.of(kind).orElseThrow(() -> Problem.notFound("没有这个动作", "There is no such act"));
        model.addAttribute("view", view);
        model.addAttribute(
                "version", catalogue.version(view.item().code(), view.item().version()));
        model.addAttribute("face", clocks.of(view).orElse(null));
        model.addAttribute("kind", kind);
        model.addAttribute("form", form);
        model.addAttribute("input", input);
        model.addAttribute("problem", problem);
        model.addAttribute("held", network.seat(visitor.id(), today()).orElse(null));
        model.addAttribute("colleagues", form.asksFor(ActForm.Ask.COMPANION) ? colleagues(view, visitor) : List.of());
        return "casework/desk/act";
    }

    private List<Officer> colleagues(CaseView view, Visitor visitor) {
        return network.posts(view.place().unit()).stream()
                .flatMap(post -> Stream.of(post.a(), post.b()))
                .filter(officer -> officer != null && officer.account() != null)
                .filter(officer -> !visitor.id().equals(officer.account()))
                .distinct()
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Ui.ZONE);
    }

    private static ActKind kind(String act) {
        try {
            return ActKind.valueOf(act.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("没有这个动作", "There is no such act");
        }
    }
}
