package org.yichuang.casework.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.catalogue.FieldType;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.Material;

/** What an applicant writes. */
public final class Applications {
    private Applications() {}

    /** These answers written over those; an empty one takes the answer away. */
    public static Map<String, Object> merged(Map<String, Object> before, Map<String, Object> by) {
        var all = new LinkedHashMap<String, Object>(before);
        by.forEach((field, answer) -> {
            if (FieldType.values(answer).isEmpty()) {
                all.remove(field);
            } else {
                all.put(field, answer);
            }
        });
        return all;
    }

    /** Only the answers that count: texts, and lists of texts; what was hidden by another answer goes. */
    public static Map<String, Object> counting(ItemVersion item, Map<String, Object> answers) {
        var counting = new LinkedHashMap<String, Object>();
        item.form().visible(answers).forEach((field, answer) -> {
            List<String> values = FieldType.values(answer);
            if (!values.isEmpty()) {
                boolean several = item.form().field(field).orElseThrow().type() == FieldType.CHOICES;
                counting.put(field, several ? values.stream().distinct().toList() : values.getFirst());
            }
        });
        return counting;
    }

    /** Only the materials that the item asks for under these answers (AL-31); those asked for by another answer go. */
    public static List<SubmittedMaterial> counting(
            ItemVersion item, Map<String, Object> answers, List<SubmittedMaterial> materials) {
        Set<String> asked = item.materials(answers).stream().map(Material::code).collect(Collectors.toSet());
        return materials.stream()
                .filter(handed -> asked.contains(handed.material()))
                .toList();
    }
}
