package org.yichuang.casework.web.desk;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.CaseStep;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.Cases;
import org.yichuang.casework.Casework;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.casework.Denials;
import org.yichuang.casework.Previews;
import org.yichuang.casework.Previews.Preview;
import org.yichuang.catalogue.LocalRules;
import org.yichuang.catalogue.Outcome;
import org.yichuang.catalogue.StatutoryLimit;
import org.yichuang.documents.LetterKind;
import org.yichuang.identity.Accounts;
import org.yichuang.network.HeldPost;
import org.yichuang.network.Network;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Problem.FieldError;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Ui;
import org.yichuang.shared.web.Visitor;

/** The one dialogue in which an officer acts on a case: the effect in words, what has to be told, then the act. */
@Controller
@Access({Role.OFFICER, Role.SUPERVISOR})
class ActController {
    /** What is delivered by an act of its own, or by this one: any other letter goes to the applicant's account alone. */
    private static final Set<ActKind> DELIVERED = EnumSet.of(
            ActKind.ON_THE_SPOT,
            ActKind.FINISH_STEP,
            ActKind.GRANT,
            ActKind.REFUSE,
            ActKind.DELIVER,
            ActKind.CONFIRM_RECEIPT);

    private final Casework casework;
    private final Cases cases;
    private final Previews previews;
    private final CaseFrames frames;
    private final Denials denials;
    private final Network network;
    private final Accounts accounts;
    private final LocalRules rules;
    private final Clock clock;

    ActController(
            Casework casework,
            Cases cases,
            Previews previews,
            CaseFrames frames,
            Denials denials,
            Network network,
            Accounts accounts,
            LocalRules rules,
            Clock clock) {
        this.casework = casework;
        this.cases = cases;
        this.previews = previews;
        this.frames = frames;
        this.denials = denials;
        this.network = network;
        this.accounts = accounts;
        this.rules = rules;
        this.clock = clock;
    }

    @GetMapping("/desk/cases/{id}/act/{act}")
    String dialogue(
            Visitor visitor,
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestParam(defaultValue = "") String step,
            @RequestParam(name = FromList.PARAMETER, defaultValue = "") String from,
            Model model) {
        var input = new LinkedMultiValueMap<String, String>();
        input.add("step", step);
        input.add(FromList.PARAMETER, from);
        return dialogue(visitor, id, kind(act), new ActInput(input), null, model);
    }

    @PostMapping("/desk/cases/{id}/act/{act}")
    String act(
            Visitor visitor,
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestParam int version,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            HttpServletResponse response) {
        var input = new ActInput(fields);
        try {
            casework.act(visitor, id, version, read(visitor, id, kind(act), input));
            String step = input.text("step").isEmpty() ? "" : "&step=" + UriUtils.encode(input.text("step"), UTF_8);
            return "redirect:" + input.list().kept("/desk/cases/" + id + "?done=" + act + step);
        } catch (Problem problem) {
            if (problem.status() == 404) {
                throw problem;
            }
            response.setStatus(problem.status());
            return dialogue(visitor, id, kind(act), input, input.named(problem), model);
        }
    }

    /** The letter that the dialogue would make as it stands: a part of the page, or the whole page without scripts. */
    @PostMapping("/desk/cases/{id}/act/{act}/preview")
    String preview(
            Visitor visitor,
            @PathVariable UUID id,
            @PathVariable String act,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Model model) {
        var input = new ActInput(fields);
        if (!part) {
            return dialogue(visitor, id, kind(act), input, null, model);
        }
        model.addAttribute("preview", preview(visitor, id, kind(act), input));
        model.addAttribute("letters", input.is("letters", "true"));
        return "casework/desk/preview";
    }

    /** The act, or everything that is wrong with the dialogue at once: what cannot be read, and what the rules say. */
    private CaseAct read(Visitor visitor, UUID id, ActKind kind, ActInput input) {
        var reader = new ActReader(input);
        CaseAct act = reader.act(kind);
        if (reader.errors().isEmpty()) {
            return act;
        }
        Map<String, FieldError> all = new LinkedHashMap<>();
        reader.errors().forEach(error -> all.putIfAbsent(error.field(), error));
        input.named(Problem.invalid(previews.of(visitor, id, act).wrong()))
                .errors()
                .forEach(error -> all.putIfAbsent(error.field(), error));
        throw Problem.invalid(List.copyOf(all.values()));
    }

    private Preview preview(Visitor visitor, UUID id, ActKind kind, ActInput input) {
        return previews.of(visitor, id, new ActReader(input.filled(kind, today())).act(kind));
    }

    private String dialogue(
            Visitor visitor, UUID id, ActKind kind, ActInput sent, @Nullable Problem problem, Model model) {
        CaseFrame frame = frames.of(visitor, id, sent.list());
        OffTheClock off = frame.off();
        ActInput input = off != null && off.act() == kind ? sent.begun(off.fields()) : sent;
        if (kind == ActKind.NOTICE && !sent.fields().containsKey("version")) {
            input = input.asking(frame.missing());
        }
        CaseStep step = frame.step(input.text("step")).orElse(null);
        ActForm form = ActForm.of(kind, frame.view().state(), step)
                .orElseThrow(() -> Problem.notFound("没有这个动作", "There is no such act"));
        model.addAttribute("frame", frame);
        model.addAttribute("kind", kind);
        model.addAttribute("form", form);
        model.addAttribute("input", input);
        model.addAttribute("problem", problem);
        List<DeliveryWay> ways = form.asks().contains(ActForm.Ask.WAY) ? ways(kind, frame.view()) : List.of();
        DeliveryWay way = Stream.of(frame.view().way(), DeliveryWay.WINDOW)
                .filter(ways::contains)
                .findFirst()
                .orElse(DeliveryWay.POST);
        model.addAttribute("ways", ways);
        model.addAttribute("way", way);
        model.addAttribute("most", rules.extension(frame.version()));
        Preview preview = preview(visitor, id, kind, input.going(way));
        model.addAttribute("preview", preview);
        model.addAttribute("effects", form.effects(kind, facts(frame, preview)));
        model.addAttribute("held", held(visitor, preview));
        model.addAttribute("unread", form.letters() && !DELIVERED.contains(kind) && !opens(frame.view()));
        model.addAttribute("lacking", form.letters() ? frames.lacking(frame.view()) : "");
        model.addAttribute(
                "colleagues",
                form.asks(step).contains(ActForm.Ask.COMPANION)
                        ? cases.companions(visitor, id, input.text("step"))
                        : List.of());
        return "casework/desk/act";
    }

    private ActFacts facts(CaseFrame frame, Preview preview) {
        Outcome outcome = frame.version().outcome();
        StatutoryLimit law = frame.version().statutory();
        boolean lawRuns = law != null && law.fromReceipt();
        boolean ownExtension = law != null && law.extension() != null;
        return new ActFacts(
                denials.reviewLimit(),
                frame.view().deliverWithin(),
                makes(preview, LetterKind.DEEMED_ACCEPTANCE),
                lawRuns,
                frame.version().licence(),
                outcome.kind() == Outcome.Kind.OTHER ? Text.of("决定", "the decision") : outcome.name(),
                makes(preview, LetterKind.CERTIFICATE) ? outcome.name() : null,
                ownExtension);
    }

    private static boolean makes(Preview preview, LetterKind kind) {
        return preview.letters().stream().anyMatch(letter -> letter.kind() == kind);
    }

    /** How it can reach the applicant: in an account that they can open, by post where somebody said where to. */
    private List<DeliveryWay> ways(ActKind kind, CaseView view) {
        boolean addressed = kind != ActKind.ON_THE_SPOT
                || DeliveryWay.address(view.answers()).isPresent();
        boolean claimed = opens(view);
        return Arrays.stream(DeliveryWay.values())
                .filter(way -> way != DeliveryWay.ELECTRONIC
                        || claimed && (kind == ActKind.CHOOSE_DELIVERY || view.way() == DeliveryWay.ELECTRONIC))
                .filter(way -> addressed || way != DeliveryWay.POST)
                .filter(way -> kind != ActKind.CHOOSE_DELIVERY || way != view.way())
                .toList();
    }

    /** The applicant has an account that they can open, and reads there what goes to it. */
    private boolean opens(CaseView view) {
        return accounts.get(view.applicant().account()).opens();
    }

    /** By what they would act, as it goes on record (AUTHORISED); null for who may not. */
    private @Nullable HeldPost held(Visitor visitor, Preview preview) {
        return network.myPosts(visitor.id(), today()).stream()
                .filter(held -> held.post().code().equals(preview.post()))
                .findFirst()
                .orElse(null);
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
