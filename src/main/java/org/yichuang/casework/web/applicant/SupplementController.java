package org.yichuang.casework.web.applicant;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.util.ArrayList;
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
import org.yichuang.catalogue.FieldType;
import org.yichuang.catalogue.FormSpec;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.Material;
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
    /** What the inputs of files are called, and what a problem calls the materials: with the code after it. */
    private static final String INPUT = "materials.";

    private static final String SEEN = "_seen";
    private static final String SHOWN = "_shown";

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
        CaseView view = cases.view(visitor, id);
        if (!view.may(ActKind.SUPPLEMENT)) {
            return "redirect:/my/cases/" + id;
        }
        Draft kept = corrections.of(visitor, view).orElse(null);
        Map<String, Object> answers = with(view, kept == null ? Map.of() : kept.answers());
        List<SubmittedMaterial> files = kept == null ? List.of() : kept.materials();
        model.addAttribute("page", page(view, answers, files, seen(view, answers), null, ui))
                .addAttribute("savedAt", kept == null ? null : kept.updatedAt());
        return "casework/applicant/supplement";
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
        CaseView view = cases.view(visitor, id);
        Map<String, Object> typed = typed(view, asked(view), request);
        Problem problem = null;
        try {
            keep(visitor, view, typed, uploads.take(visitor, all(view), INPUT, request), request);
        } catch (Problem wrong) {
            if (wrong.status() != 422) {
                throw wrong;
            }
            problem = wrong;
        }
        model.addAttribute("at", problem == null ? ui.now() : null)
                .addAttribute("problem", problem)
                .addAttribute("seen", problem == null ? seen(view, with(view, typed)) : seen);
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
        CaseView view = cases.view(visitor, id);
        Map<String, Object> typed = typed(view, asked(view), request);
        Uploads.Taken taken = uploads.take(visitor, all(view), INPUT, request);
        Draft kept = null;
        try {
            kept = keep(visitor, view, typed, taken, request);
            taken.whole();
        } catch (Problem wrong) {
            if (wrong.status() != 422) {
                throw wrong;
            }
            response.setStatus(wrong.status());
            model.addAttribute("page", refused(view, typed, taken, kept, request, wrong, ui))
                    .addAttribute("shown", kept == null ? shown(request) : Set.of());
            return "casework/applicant/supplement";
        }
        return "redirect:/my/cases/" + id + "/supplement" + chosen(request);
    }

    /** Where the page is gone on with: at the material whose file was uploaded. */
    private static String chosen(MultipartHttpServletRequest request) {
        return request.getMultiFileMap().entrySet().stream()
                .filter(input -> input.getValue().stream().anyMatch(file -> !file.isEmpty()))
                .map(input -> "#" + input.getKey())
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
        CaseView view = cases.view(visitor, id);
        Map<String, Object> typed = typed(view, asked(view), request);
        Map<String, Object> answers = with(view, typed);
        Uploads.Taken taken = uploads.take(visitor, all(view), INPUT, request);
        Draft kept = null;
        Problem problem = null;
        try {
            if (view.may(ActKind.SUPPLEMENT)) {
                kept = keep(visitor, view, typed, taken, request);
                asShown(view, answers, taken, kept);
            }
            missing(view, answers, taken, ui.today());
            casework.act(visitor, id, version, new CaseAct.Supplement(typed, handed(view, answers, taken)));
            corrections.done(visitor, id);
        } catch (Problem wrong) {
            boolean changed = wrong.status() == 409 && view.may(ActKind.SUPPLEMENT);
            if (wrong.status() != 422 && !changed) {
                throw wrong;
            }
            problem = wrong;
        }
        if (problem == null) {
            return "redirect:/my/cases/" + id + "?done=supplemented";
        }
        response.setStatus(problem.status());
        model.addAttribute("page", refused(view, typed, taken, kept, request, problem, ui))
                .addAttribute("shown", kept == null ? shown(request) : Set.of());
        return "casework/applicant/supplement";
    }

    /** Of the files those that the notice and these answers ask for. */
    private List<SubmittedMaterial> handed(CaseView view, Map<String, Object> answers, Uploads.Taken taken) {
        Set<String> asked = Stream.concat(materials(view).stream(), needed(view, answers))
                .map(Material::code)
                .collect(Collectors.toSet());
        return taken.files().stream()
                .filter(file -> asked.contains(file.material()))
                .toList();
    }

    /** Keeps what the page says; what another page wrote since this one was made, and this one did not change, stays. */
    private Draft keep(
            Visitor visitor,
            CaseView view,
            Map<String, Object> typed,
            Uploads.Taken taken,
            HttpServletRequest request) {
        List<String> seen = List.of(parameter(SEEN, request).split(" "));
        Map<String, Object> answers = with(view, typed);
        Set<String> changed = asked(view).fields().stream()
                .filter(field -> !seen.contains(Typed.mark(List.of(field), answers)))
                .map(Field::key)
                .collect(Collectors.toSet());
        return corrections.keep(visitor, view, item(view), typed, taken.files(), changed, shown(request));
    }

    /** The files that the page showed, by their ids. */
    private static Set<String> shown(HttpServletRequest request) {
        String[] shown = request.getParameterValues(SHOWN);
        return shown == null ? Set.of() : Set.of(Arrays.stream(shown).distinct().toArray(String[]::new));
    }

    /** Nobody hands in what the page they pressed the button on does not show. */
    private void asShown(CaseView view, Map<String, Object> answers, Uploads.Taken taken, Draft kept) {
        String shown = seen(view, answers);
        if (!taken.files().containsAll(kept.materials()) || !shown.equals(seen(view, with(view, kept.answers())))) {
            throw Problem.conflict(
                    "changed-elsewhere",
                    "这次补正在别处改过了，还没有交。下面是最后存下的，请看一遍再交",
                    "These corrections were changed elsewhere and are not handed in yet. What was saved last stands below:"
                            + " look it through and hand it in");
        }
    }

    /** The page again, with what is wrong: with all that is kept, or as it was sent where that could not be kept. */
    private SupplementPage refused(
            CaseView view,
            Map<String, Object> typed,
            Uploads.Taken taken,
            @Nullable Draft kept,
            HttpServletRequest request,
            Problem problem,
            Ui ui) {
        if (kept == null) {
            return page(view, with(view, typed), taken.files(), parameter(SEEN, request), problem, ui);
        }
        Map<String, Object> answers = with(view, kept.answers());
        return page(view, answers, kept.materials(), seen(view, answers), problem, ui);
    }

    private static String parameter(String name, HttpServletRequest request) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    /** A mark for each field: by it a page tells later what was changed on it. */
    private String seen(CaseView view, Map<String, Object> answers) {
        return asked(view).fields().stream()
                .map(field -> Typed.mark(List.of(field), answers))
                .collect(Collectors.joining(" "));
    }

    private static Map<String, Object> with(CaseView view, Map<String, Object> typed) {
        Map<String, Object> answers = new HashMap<>(view.answers());
        answers.putAll(typed);
        return answers;
    }

    /** What stands in the fields that the notice names; of those that go with them, what is not as it was. */
    private static Map<String, Object> typed(CaseView view, FormSpec.Question fields, HttpServletRequest request) {
        List<String> named = named(view);
        Map<String, Object> typed = Typed.of(fields, view.answers(), request);
        typed.entrySet()
                .removeIf(answer -> !named.contains(answer.getKey())
                        && FieldType.values(answer.getValue())
                                .equals(FieldType.values(view.answers().get(answer.getKey()))));
        return typed;
    }

    /** Every point has to be mended: a file for a material, a right answer for a field with the paper it asks for. */
    private void missing(CaseView view, Map<String, Object> answers, Uploads.Taken taken, LocalDate today) {
        var errors = new ArrayList<>(taken.wrong());
        materials(view).forEach(material -> missing(material, "还没有选新的文件", "No new file was chosen", taken, errors));
        needed(view, answers)
                .filter(Material::mustBring)
                .filter(material -> !item(view).materials(view.answers()).contains(material))
                .filter(material -> Paper.handed(view, material.code()).isEmpty())
                .forEach(material -> missing(material, "还没有选文件", "No file was chosen", taken, errors));
        errors.addAll(item(view).form().check(answers, today));
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
    }

    private static void missing(
            Material material, String zh, String en, Uploads.Taken taken, List<Problem.FieldError> errors) {
        String field = INPUT + material.code();
        if (!taken.has(material)
                && errors.stream().noneMatch(error -> error.field().equals(field))) {
            errors.add(new Problem.FieldError(field, Text.of(zh, en), material.name()));
        }
    }

    /** What the answers to be mended may ask for; what the notice names itself stands there. */
    private List<Material> papers(CaseView view) {
        List<Material> named = materials(view);
        return item(view).askedBy(asked(view).fields()).stream()
                .filter(material -> !named.contains(material))
                .toList();
    }

    /** Everything that a file may be handed in for. */
    private List<Material> all(CaseView view) {
        return Stream.concat(materials(view).stream(), papers(view).stream()).toList();
    }

    /** Those of them that these answers ask for. */
    private Stream<Material> needed(CaseView view, Map<String, Object> answers) {
        return papers(view).stream().filter(item(view).materials(answers)::contains);
    }

    private List<Material> materials(CaseView view) {
        ItemVersion item = item(view);
        return defects(view).stream()
                .map(Defect::material)
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(code -> item.material(code).stream())
                .toList();
    }

    private static List<Defect> defects(CaseView view) {
        CaseView.Notice notice = view.notice();
        return notice == null ? List.of() : notice.defects();
    }

    private static List<String> named(CaseView view) {
        return defects(view).stream()
                .map(Defect::field)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The fields the notice names and those that go with them, as one question. */
    private FormSpec.Question asked(CaseView view) {
        ItemVersion item = item(view);
        List<Field> fields = item.form().toMend(named(view));
        return new FormSpec.Question("mend", item.name(), null, null, null, 1, null, fields);
    }

    private ItemVersion item(CaseView view) {
        return catalogue.version(view.item().code(), view.item().version());
    }

    private SupplementPage page(
            CaseView view,
            Map<String, Object> answers,
            List<SubmittedMaterial> kept,
            String seen,
            @Nullable Problem problem,
            Ui ui) {
        ItemVersion item = item(view);
        QuestionPage asks = QuestionPage.among(item, asked(view).fields(), answers, problem, streets(view, ui));
        var drawn = new HashSet<String>();
        List<SupplementPage.Mend> points = defects(view).stream()
                .collect(Collectors.groupingBy(
                        defect -> List.of(String.valueOf(defect.material()), String.valueOf(defect.field())),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .map(same -> mend(view, asks, same, kept, drawn))
                .toList();
        List<Paper> papers = papers(view).stream()
                .map(material -> new Paper(
                        material, INPUT, Paper.handed(view, material.code()), of(material.code(), kept), false, false))
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
            CaseView view, QuestionPage asks, List<Defect> same, List<SubmittedMaterial> kept, Set<String> drawn) {
        Defect defect = same.getFirst();
        String material = String.valueOf(defect.material());
        return new SupplementPage.Mend(
                List.copyOf(same),
                CasePage.about(asks.item(), defect),
                fields(view, asks, defect.field()).stream()
                        .filter(field -> drawn.add(field.key()))
                        .toList(),
                Paper.handed(view, material),
                of(material, kept));
    }

    private static List<SubmittedMaterial> of(String material, List<SubmittedMaterial> kept) {
        return kept.stream().filter(file -> file.material().equals(material)).toList();
    }

    /** What is drawn for a field that the notice names; one that another decides about stands under that one. */
    private static List<Field> fields(CaseView view, QuestionPage asks, @Nullable String named) {
        if (named == null) {
            return List.of();
        }
        List<Field> own = asks.item().form().toMend(List.of(named));
        List<String> others = named(view);
        return asks.roots().stream()
                .filter(own::contains)
                .filter(field -> field.key().equals(named) || !others.contains(field.key()))
                .toList();
    }
}
