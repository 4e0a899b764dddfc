package org.yichuang.casework.web.applicant;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.Defect;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.casework.web.Paper;
import org.yichuang.casework.web.Uploads;
import org.yichuang.catalogue.Field;
import org.yichuang.catalogue.FieldType;
import org.yichuang.catalogue.FormSpec;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.Material;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

/** What the one correction notice of a case asks for (AL 32): fields, materials, and what their answers ask for in turn. */
record Asked(CaseView view, ItemVersion item) {
    /** What a problem calls the materials, and what the inputs of their files are called: with the code after it. */
    static final String INPUT = "materials.";

    private static final String NO_MARK = "-";

    List<Defect> defects() {
        CaseView.Notice notice = view.notice();
        return notice == null ? List.of() : notice.defects();
    }

    /** The keys of the fields that the notice names. */
    List<String> named() {
        return defects().stream()
                .map(Defect::field)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The fields the notice names and those that go with them, as one question. */
    FormSpec.Question question() {
        List<Field> fields = item.form().toMend(named());
        return new FormSpec.Question("mend", item.name(), null, null, null, 1, null, fields);
    }

    /** Everything that a file may be handed in for. */
    List<Material> materials() {
        return Stream.concat(noticed().stream(), papers().stream()).toList();
    }

    private List<Material> noticed() {
        return defects().stream()
                .map(Defect::material)
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(code -> item.material(code).stream())
                .toList();
    }

    /** What the answers to be mended may ask for; what the notice names itself stands there. */
    List<Material> papers() {
        List<Material> named = noticed();
        return item.askedBy(question().fields()).stream()
                .filter(material -> !named.contains(material))
                .toList();
    }

    /** Those of them that these answers ask for. */
    private Stream<Material> needed(Map<String, Object> answers) {
        return papers().stream().filter(item.materials(answers)::contains);
    }

    /** The case's answers, with these over them. */
    Map<String, Object> with(Map<String, Object> typed) {
        Map<String, Object> answers = new HashMap<>(view.answers());
        answers.putAll(typed);
        return answers;
    }

    /** What stands in the fields that the notice names; of those that go with them, what is not as it was. */
    Map<String, Object> typed(HttpServletRequest request) {
        List<String> named = named();
        Map<String, Object> typed = Typed.of(question(), view.answers(), request);
        typed.entrySet()
                .removeIf(answer -> !named.contains(answer.getKey())
                        && FieldType.values(answer.getValue())
                                .equals(FieldType.values(view.answers().get(answer.getKey()))));
        return typed;
    }

    /** A mark for each field: by it a page tells later what was changed on it. */
    String seen(Map<String, Object> answers) {
        return seen(answers, Set.of());
    }

    /** The fields whose answers are not those of a page with these marks. */
    Set<String> changed(Map<String, Object> answers, String seen) {
        List<String> marks = List.of(seen.split(" "));
        return question().fields().stream()
                .filter(field -> !marks.contains(Typed.mark(List.of(field), answers)))
                .map(Field::key)
                .collect(Collectors.toSet());
    }

    /**
     * The fields that were changed on a page with these marks, and on another one since, to something else.
     *
     * @param kept what is kept of both
     */
    Set<String> changedTwice(Map<String, Object> answers, Map<String, Object> kept, String seen) {
        if (seen.isEmpty()) {
            return Set.of();
        }
        Set<String> here = changed(answers, seen);
        here.retainAll(changed(kept, seen));
        here.retainAll(changed(answers, seen(kept)));
        return here;
    }

    /** The marks of a page of which these fields could not be kept: no answer fits theirs. */
    String seen(Map<String, Object> answers, Set<String> without) {
        return question().fields().stream()
                .map(field -> without.contains(field.key()) ? NO_MARK : Typed.mark(List.of(field), answers))
                .collect(Collectors.joining(" "));
    }

    /** Of the files those that the notice and these answers ask for. */
    List<SubmittedMaterial> handed(Map<String, Object> answers, Uploads.Taken taken) {
        Set<String> asked = Stream.concat(noticed().stream(), needed(answers))
                .map(Material::code)
                .collect(Collectors.toSet());
        return taken.files().stream()
                .filter(file -> asked.contains(file.material()))
                .toList();
    }

    /**
     * Every point has to be mended: a file for a material, a right answer for a field with the paper it asks for.
     *
     * @throws Problem 422 that names each that is not
     */
    void checks(Map<String, Object> answers, Uploads.Taken taken, LocalDate today) {
        var errors = new ArrayList<>(taken.wrong());
        noticed().forEach(material -> missing(material, "还没有选新的文件", "No new file was chosen", taken, errors));
        needed(answers)
                .filter(Material::mustBring)
                .filter(material -> !item.materials(view.answers()).contains(material))
                .filter(material -> Paper.handed(view, material.code()).isEmpty())
                .forEach(material -> missing(material, "还没有选文件", "No file was chosen", taken, errors));
        errors.addAll(item.form().check(answers, today));
        Problem.ifAny(errors);
    }

    private static void missing(
            Material material, String zh, String en, Uploads.Taken taken, List<Problem.FieldError> errors) {
        String field = INPUT + material.code();
        if (!taken.has(material)
                && errors.stream().noneMatch(error -> error.field().equals(field))) {
            errors.add(new Problem.FieldError(field, Text.of(zh, en), material.name()));
        }
    }
}
