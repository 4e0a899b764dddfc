package org.yichuang.casework.web.applicant;

import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.Cases;
import org.yichuang.casework.Casework;
import org.yichuang.casework.Defect;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.casework.web.Uploads;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.Field;
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
    private final Cases cases;
    private final Casework casework;
    private final Catalogue catalogue;
    private final Uploads uploads;
    private final Districts districts;

    SupplementController(Cases cases, Casework casework, Catalogue catalogue, Uploads uploads, Districts districts) {
        this.cases = cases;
        this.casework = casework;
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
        model.addAttribute("page", page(view, view.answers(), List.of(), null, ui));
        return "casework/applicant/supplement";
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
        FormSpec.Question fields = asked(view);
        Map<String, Object> typed = Typed.of(fields, view.answers(), request);
        Uploads.Taken taken = uploads.take(visitor, materials(view), "materials.", request);
        Problem problem = null;
        try {
            missing(view, fields, typed, taken);
            casework.act(visitor, id, version, new CaseAct.Supplement(typed, taken.files()));
        } catch (Problem wrong) {
            if (wrong.status() != 422) {
                throw wrong;
            }
            problem = wrong;
        }
        if (problem == null) {
            return "redirect:/my/cases/" + id + "?done=supplemented";
        }
        response.setStatus(422);
        Map<String, Object> answers = new HashMap<>(view.answers());
        answers.putAll(typed);
        model.addAttribute("page", page(view, answers, taken.files(), problem, ui));
        return "casework/applicant/supplement";
    }

    /** Every point has to be mended: a file for a material, a right answer for a field. */
    private void missing(CaseView view, FormSpec.Question fields, Map<String, Object> typed, Uploads.Taken taken) {
        var errors = new ArrayList<>(taken.wrong());
        for (Material material : materials(view)) {
            String field = "materials." + material.code();
            if (!taken.has(material)
                    && errors.stream().noneMatch(error -> error.field().equals(field))) {
                errors.add(
                        new Problem.FieldError(field, Text.of("还没有选新的文件", "No new file was chosen"), material.name()));
            }
        }
        Map<String, Object> answers = new HashMap<>(view.answers());
        answers.putAll(typed);
        errors.addAll(new FormSpec(List.of(new FormSpec.Section("mend", fields.title(), false, List.of(fields))))
                .check(fields, answers));
        if (!errors.isEmpty()) {
            throw Problem.invalid(errors);
        }
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

    /** The fields the notice names, as one question. */
    private FormSpec.Question asked(CaseView view) {
        ItemVersion item = item(view);
        List<Field> fields = defects(view).stream()
                .map(Defect::field)
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(key -> item.form().field(key).stream())
                .toList();
        return new FormSpec.Question("mend", item.name(), null, null, null, 1, null, fields);
    }

    private ItemVersion item(CaseView view) {
        return catalogue.version(view.item().code(), view.item().version());
    }

    private SupplementPage page(
            CaseView view,
            Map<String, Object> answers,
            List<SubmittedMaterial> kept,
            @Nullable Problem problem,
            Ui ui) {
        ItemVersion item = item(view);
        FormSpec.Question fields = asked(view);
        var section = new FormSpec.Section("mend", item.name(), false, List.of(fields));
        QuestionPage asks = new QuestionPage(
                view.id(),
                item,
                section,
                fields,
                new QuestionPage.Place(1, 1, 1),
                answers,
                problem,
                "",
                null,
                districts.streets(view.place().division(), ui.lang()),
                null);
        List<SupplementPage.Mend> points = defects(view).stream()
                .collect(Collectors.groupingBy(
                        defect -> List.of(String.valueOf(defect.material()), String.valueOf(defect.field())),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .map(same -> mend(view, item, same, kept))
                .toList();
        return new SupplementPage(view, points, asks, problem);
    }

    private static SupplementPage.Mend mend(
            CaseView view, ItemVersion item, List<Defect> same, List<SubmittedMaterial> kept) {
        Defect defect = same.getFirst();
        String before = view.materials().stream()
                .filter(handed -> handed.material().equals(defect.material()))
                .map(SubmittedMaterial::name)
                .collect(Collectors.joining(", "));
        Field field = Optional.ofNullable(defect.field())
                .flatMap(key -> item.form().field(key))
                .orElse(null);
        return new SupplementPage.Mend(
                List.copyOf(same),
                CasePage.about(item, defect),
                field,
                before,
                kept.stream()
                        .filter(file -> file.material().equals(defect.material()))
                        .toList());
    }
}
