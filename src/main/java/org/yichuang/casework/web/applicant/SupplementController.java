package org.yichuang.casework.web.applicant;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import org.yichuang.casework.Defect;
import org.yichuang.casework.Draft;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.casework.service.Corrections;
import org.yichuang.casework.web.Paper;
import org.yichuang.casework.web.Uploads;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.Field;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Ui;
import org.yichuang.shared.web.Visitor;

/** The applicant mends what the one notice named, all at once. */
@Controller
@RequestMapping("/my/cases/{id}/supplement")
@Access({Role.RESIDENT, Role.COMPANY})
class SupplementController {
    private static final String SEEN = "_seen";
    private static final String CHANGED = "changed-elsewhere";
    private static final Text PRESS_AGAIN =
            Text.of("要用这里的，再按一次；要用那边的，照着改过来", "Press again to keep yours, or change it to that");
    /** Of what is saved by itself. */
    private static final Text ASKED_LATER = Text.of("交的时候会问以哪边为准", "You are asked which is to stand when you hand in");

    private final Cases cases;
    private final Casework casework;
    private final Corrections corrections;
    private final Catalogue catalogue;
    private final Uploads uploads;
    private final Districts districts;

    SupplementController(
            Cases cases,
            Casework casework,
            Corrections corrections,
            Catalogue catalogue,
            Uploads uploads,
            Districts districts) {
        this.cases = cases;
        this.casework = casework;
        this.corrections = corrections;
        this.catalogue = catalogue;
        this.uploads = uploads;
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
        model.addAttribute("page", page(asked, answers, files, asked.seen(answers), null, ui))
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
            @RequestParam(name = SEEN, defaultValue = "") String seen,
            Ui ui,
            HttpServletRequest request,
            Model model) {
        Asked asked = asked(visitor, id);
        Sent sent = sent(visitor, asked, request);
        Problem problem = null;
        Set<String> twice = Set.of();
        try {
            Kept kept = keep(visitor, asked, sent);
            twice = kept.twice();
            problem = twice.isEmpty() ? null : elsewhere(asked, kept, ASKED_LATER);
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
        Sent sent = sent(visitor, asked, request);
        Kept kept = null;
        try {
            kept = keep(visitor, asked, sent);
            sent.taken().whole();
            once(asked, kept);
        } catch (Problem wrong) {
            if (wrong.status() != 422 && !wrong.slug().equals(CHANGED)) {
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
        Sent sent = sent(visitor, asked, request);
        boolean may = asked.view().may(ActKind.SUPPLEMENT);
        Kept kept = null;
        try {
            if (may) {
                kept = keep(visitor, asked, sent);
                once(asked, kept);
                asShown(asked, sent, kept);
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
     * What a page sends.
     *
     * @param typed what was typed, for the fields that are to be mended
     * @param answers the case's answers with that over them
     * @param seen the marks of the answers that the page was made from
     * @param shown the ids of the files that the page showed
     */
    private record Sent(
            Map<String, Object> typed,
            Map<String, Object> answers,
            Uploads.Taken taken,
            String seen,
            Set<String> shown) {}

    private Sent sent(Visitor visitor, Asked asked, HttpServletRequest request) {
        Map<String, Object> typed = asked.typed(request);
        Uploads.Taken taken = uploads.take(visitor, asked.materials(), Asked.INPUT, request);
        String seen = Objects.requireNonNullElse(request.getParameter(SEEN), "");
        String[] shown = Objects.requireNonNullElse(request.getParameterValues("_shown"), new String[0]);
        return new Sent(typed, asked.with(typed), taken, seen, new HashSet<>(Arrays.asList(shown)));
    }

    /**
     * What is kept of all pages.
     *
     * @param answers the case's answers with it over them
     * @param twice the fields that this page changed and another one too: there the other's stays
     */
    private record Kept(List<SubmittedMaterial> materials, Map<String, Object> answers, Set<String> twice) {}

    /** Keeps what the page says; what another page wrote since this one was made stays. */
    private Kept keep(Visitor visitor, Asked asked, Sent sent) {
        Map<String, Object> before = asked.with(
                corrections.of(visitor, asked.view()).map(Draft::answers).orElse(Map.of()));
        Set<String> twice = asked.changedTwice(sent.answers(), before, sent.seen());
        Set<String> changed = asked.changed(sent.answers(), sent.seen());
        changed.removeAll(twice);
        Draft kept = corrections.keep(
                visitor, asked.view(), asked.item(), sent.typed(), sent.taken().files(), changed, sent.shown());
        return new Kept(kept.materials(), asked.with(kept.answers()), twice);
    }

    /** Of two answers to one field nobody loses one unasked. */
    private void once(Asked asked, Kept kept) {
        if (!kept.twice().isEmpty()) {
            throw elsewhere(asked, kept, PRESS_AGAIN);
        }
    }

    /** Says of each field that was changed on two pages what stands on the other. */
    private Problem elsewhere(Asked asked, Kept kept, Text then) {
        List<Problem.FieldError> errors = asked.question().fields().stream()
                .filter(field -> kept.twice().contains(field.key()))
                .map(field -> {
                    Text said = Answer.of(Stream.of(field), kept.answers(), districts::name)
                            .getFirst()
                            .said();
                    Text detail = Text.of(
                            "在别处改成了“" + said.zh() + "”，这里填的还没有存。" + then.zh(),
                            "Changed elsewhere to “" + said.en() + "”; what you typed here is not saved yet. "
                                    + then.en());
                    return new Problem.FieldError(field.key(), detail, field.label());
                })
                .toList();
        Text all = errors.size() == 1
                ? errors.getFirst().inSummary()
                : Text.of(
                        "有 " + errors.size() + " 处在别处也改过了，这里填的还没有存。" + then.zh(),
                        errors.size() + " answers were changed elsewhere too, and yours are not saved yet. "
                                + then.en());
        return new Problem(409, CHANGED, all, errors);
    }

    /** Nobody hands in what the page they pressed the button on does not show. */
    private static void asShown(Asked asked, Sent sent, Kept kept) {
        String shown = asked.seen(sent.answers());
        if (!sent.taken().files().containsAll(kept.materials()) || !shown.equals(asked.seen(kept.answers()))) {
            throw Problem.conflict(
                    CHANGED,
                    "这次补正在别处改过了，还没有交。下面是最后存下的，请看一遍再交",
                    "These corrections were changed elsewhere and are not handed in yet. What was saved last stands below:"
                            + " look it through and hand it in");
        }
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
        Set<String> untold = kept == null || problem.slug().equals(CHANGED) ? Set.of() : kept.twice();
        String seen = kept == null ? sent.seen() : asked.seen(kept.answers(), untold);
        response.setStatus(problem.status());
        model.addAttribute("page", page(asked, answers, files, seen, problem, ui))
                .addAttribute("shown", kept == null ? sent.shown() : Set.of());
        return "casework/applicant/supplement";
    }

    private SupplementPage page(
            Asked asked,
            Map<String, Object> answers,
            List<SubmittedMaterial> kept,
            String seen,
            @Nullable Problem problem,
            Ui ui) {
        CaseView view = asked.view();
        QuestionPage asks =
                QuestionPage.among(asked.item(), asked.question().fields(), answers, problem, streets(view, ui));
        var drawn = new HashSet<String>();
        List<SupplementPage.Mend> points = asked.defects().stream()
                .collect(Collectors.groupingBy(
                        defect -> List.of(String.valueOf(defect.material()), String.valueOf(defect.field())),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .map(same -> mend(asked, asks, same, kept, drawn))
                .toList();
        List<Paper> papers = asked.papers().stream()
                .map(material -> new Paper(
                        material,
                        Asked.INPUT,
                        Paper.handed(view, material.code()),
                        of(material.code(), kept),
                        false,
                        false))
                .toList();
        return new SupplementPage(view, points, asks, papers, seen, problem);
    }

    /** The unit of a case does not change, so its place can change within the district only. */
    private List<QuestionPage.PlaceOption> streets(CaseView view, Ui ui) {
        String place = view.place().division();
        String district = place == null ? null : districts.districtOf(place).orElse(null);
        return districts.streets(district, ui.lang());
    }

    private static SupplementPage.Mend mend(
            Asked asked, QuestionPage asks, List<Defect> same, List<SubmittedMaterial> kept, Set<String> drawn) {
        Defect defect = same.getFirst();
        String material = String.valueOf(defect.material());
        return new SupplementPage.Mend(
                List.copyOf(same),
                CasePage.about(asks.item(), defect),
                fields(asked, asks, defect.field()).stream()
                        .filter(field -> drawn.add(field.key()))
                        .toList(),
                Paper.handed(asked.view(), material),
                of(material, kept));
    }

    private static List<SubmittedMaterial> of(String material, List<SubmittedMaterial> kept) {
        return kept.stream().filter(file -> file.material().equals(material)).toList();
    }

    /** What is drawn for a field that the notice names; one that another decides about stands under that one. */
    private static List<Field> fields(Asked asked, QuestionPage asks, @Nullable String named) {
        if (named == null) {
            return List.of();
        }
        List<Field> own = asked.item().form().toMend(List.of(named));
        List<String> others = asked.named();
        return asks.roots().stream()
                .filter(own::contains)
                .filter(field -> field.key().equals(named) || !others.contains(field.key()))
                .toList();
    }
}
