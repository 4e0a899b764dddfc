package org.yichuang.casework.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yichuang.catalogue.FieldType;
import org.yichuang.catalogue.ItemVersion;

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
                counting.put(field, answer instanceof List ? values : values.getFirst());
            }
        });
        return counting;
    }
}
