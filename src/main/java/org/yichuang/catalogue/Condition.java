package org.yichuang.catalogue;

import java.util.List;
import java.util.Map;

/** True when a field of the form is answered with one of these values; of a multiple choice, when one is among them. */
public record Condition(String field, List<String> is) {
    public Condition {
        is = List.copyOf(is);
    }

    public boolean holds(Map<String, ?> answers) {
        return FieldType.values(answers.get(field)).stream().anyMatch(is::contains);
    }
}
