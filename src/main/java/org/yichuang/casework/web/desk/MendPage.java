package org.yichuang.casework.web.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.ActOption;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.Defect;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.casework.web.Paper;
import org.yichuang.casework.web.applicant.CasePage;
import org.yichuang.casework.web.applicant.QuestionPage;
import org.yichuang.catalogue.Field;
import org.yichuang.catalogue.FieldType;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.Material;
import org.yichuang.network.Division;
import org.yichuang.shared.Lang;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

/**
 * What an applicant mends at the window: anything when it is corrected on the spot, what the notice names, and what goes
 * with it, when they bring their corrections.
 *
 * @param typed the answers as they would be
 * @param input what was typed, also what is no answer
 * @param places the district of the case and its streets
 */
public record MendPage(
        CaseView view,
        ItemVersion item,
        ActKind kind,
        Map<String, Object> typed,
        ActInput input,
        List<Division> places,
        @Nullable Problem problem) {
    /** What the name of a file's input has before the material's code. */
    static final String INPUT = "file.";

    /** Why it cannot be done now; null where it can, and of what was sent, which keeps what was typed. */
    public @Nullable Text whyNot() {
        return problem != null || view.may(kind)
                ? null
                : view.impossible().stream()
                        .filter(option -> option.act() == kind)
                        .map(ActOption::whyNot)
                        .findFirst()
                        .orElse(Text.of("这一步不由您来做", "It is not yours to do"));
    }

    /** The fields as the form's own pages draw them. */
    public QuestionPage asks(Lang lang) {
        return QuestionPage.among(item, fields(), typed, problem, IntakePage.options(item, places, lang));
    }

    public List<Defect> defects() {
        CaseView.Notice notice = view.notice();
        return kind == ActKind.SUPPLEMENT && notice != null ? notice.defects() : List.of();
    }

    /** What a point of the notice is about. */
    public Text about(Defect defect) {
        return CasePage.about(item, defect);
    }

    public List<Field> fields() {
        return fields(view, item, kind);
    }

    static List<Field> fields(CaseView view, ItemVersion item, ActKind kind) {
        return kind == ActKind.CORRECT
                ? IntakePage.fields(item)
                : item.form()
                        .toMend(named(view).stream()
                                .map(Defect::field)
                                .filter(Objects::nonNull)
                                .toList());
    }

    public List<Material> materials() {
        return materials(view, item, kind);
    }

    /** On the spot what intake asks for: nothing that the government holds, or that is made from the answers (AL-31). */
    static List<Material> materials(CaseView view, ItemVersion item, ActKind kind) {
        List<String> named = named(view).stream()
                .map(Defect::material)
                .filter(Objects::nonNull)
                .toList();
        return item.materials().stream()
                .filter(material -> kind == ActKind.CORRECT ? material.brought() : named.contains(material.code()))
                .toList();
    }

    /** What the answers to be mended may ask for: it is handed in under them. */
    public List<Paper> papers(List<SubmittedMaterial> kept) {
        return papers(view, item, kind).stream()
                .map(material -> new Paper(
                        material,
                        INPUT,
                        Paper.handed(view, material.code()),
                        kept,
                        true,
                        input.is("paper." + material.code(), "yes")))
                .toList();
    }

    private static List<Material> papers(CaseView view, ItemVersion item, ActKind kind) {
        List<Material> named = materials(view, item, kind);
        return item.askedBy(fields(view, item, kind)).stream()
                .filter(material -> !named.contains(material))
                .toList();
    }

    /** All that is handed in with these answers. */
    static List<Material> taken(CaseView view, ItemVersion item, ActKind kind, Map<String, Object> answers) {
        return Stream.concat(
                        materials(view, item, kind).stream(),
                        papers(view, item, kind).stream().filter(item.materials(answers)::contains))
                .toList();
    }

    /**
     * What of the fields was answered otherwise than before; an answer that was taken out is empty. What was not sent at
     * all was not on the page, but for boxes of which none is ticked.
     */
    static Map<String, Object> changed(
            Map<String, Object> before, List<Field> fields, MultiValueMap<String, String> typed) {
        var changed = new LinkedHashMap<String, Object>();
        for (Field field : fields) {
            List<String> values = values(field, typed.get(field.key()));
            boolean sent = typed.containsKey(field.key()) || field.type() == FieldType.CHOICES;
            if (sent && !values.equals(values(field, before.get(field.key())))) {
                changed.put(
                        field.key(),
                        field.type() == FieldType.CHOICES ? values : values.isEmpty() ? "" : values.getFirst());
            }
        }
        return changed;
    }

    private static List<String> values(Field field, @Nullable Object answer) {
        return FieldType.values(answer).stream().map(field.type()::tidy).toList();
    }

    private static List<Defect> named(CaseView view) {
        CaseView.Notice notice = view.notice();
        return notice == null ? List.of() : notice.defects();
    }
}
