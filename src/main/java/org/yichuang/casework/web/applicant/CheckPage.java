package org.yichuang.casework.web.applicant;

import java.util.ArrayList;
import java.util.List;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.catalogue.Material;
import org.yichuang.shared.Text;

/** All that will be submitted, subject by subject, each with the way to change it. */
public record CheckPage(DraftPage draft, List<Part> parts) {

    public record Part(Text title, List<Subject> subjects) {}

    public record Subject(Text title, String href, List<Answer> answers) {}

    static CheckPage of(DraftPage draft, Answer.Divisions divisions) {
        var parts = new ArrayList<Part>();
        parts.addAll(parts(draft, false, divisions));
        if (!draft.materials().isEmpty()) {
            parts.add(materials(draft));
        }
        parts.addAll(parts(draft, true, divisions));
        return new CheckPage(draft, parts);
    }

    /** The page on which a field or a material is mended. */
    public String hrefOf(String field) {
        if (field.startsWith("materials")) {
            return draft.href() + "/materials#" + field;
        }
        return draft.item()
                .form()
                .questions()
                .filter(question ->
                        question.fields().stream().anyMatch(each -> each.key().equals(field)))
                .findFirst()
                .map(question -> draft.href(question) + "#" + field)
                .orElse(field.equals("division") ? draft.href() + "/where" : "#" + field);
    }

    private static List<Part> parts(DraftPage draft, boolean last, Answer.Divisions divisions) {
        return draft.item().form().asked(draft.answers()).sections().stream()
                .filter(section -> section.last() == last)
                .map(section -> new Part(
                        section.title(),
                        section.questions().stream()
                                .map(question -> new Subject(
                                        question.title(),
                                        draft.href(question),
                                        Answer.of(question.fields().stream(), draft.answers(), divisions)))
                                .toList()))
                .filter(part -> !part.subjects.isEmpty())
                .toList();
    }

    private static Part materials(DraftPage draft) {
        return new Part(
                Text.of("材料", "Materials"),
                List.of(new Subject(
                        Text.of("交的材料", "What you hand in"),
                        draft.href() + "/materials",
                        draft.materials().stream()
                                .map(material -> new Answer(material.code(), material.name(), handed(draft, material)))
                                .toList())));
    }

    private static Text handed(DraftPage draft, Material material) {
        List<String> names =
                draft.files(material).stream().map(SubmittedMaterial::name).toList();
        if (!names.isEmpty()) {
            return Text.of(String.join("、", names), String.join(", ", names));
        }
        if (material.held()) {
            return Text.of("免交，政府已有", "Not needed: the government holds it");
        }
        return material.filled() ? Text.of("由填写的内容生成", "Made from your answers") : Text.of("没有交", "Not handed in");
    }
}
