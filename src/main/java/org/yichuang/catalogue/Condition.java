package org.yichuang.catalogue;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;

/** True when a field of the form is answered with one of these values; of a multiple choice, when one is among them. */
public record Condition(
        @Schema(description = "The key of a field of the form")
        String field,

        @Schema(description = "It holds where the answer is one of these values; of CHOICES, where one is among them")
        List<String> is) {
    public Condition {
        is = List.copyOf(is);
    }

    public boolean holds(Map<String, ?> answers) {
        return FieldType.values(answers.get(field)).stream().anyMatch(is::contains);
    }
}
