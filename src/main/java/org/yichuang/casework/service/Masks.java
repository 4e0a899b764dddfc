package org.yichuang.casework.service;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yichuang.casework.domain.CaseFile;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.FieldType;
import org.yichuang.shared.Mask;

/** A case's answers for who only looks on: enough of a personal number is left to compare it. */
@Component
class Masks {
    private static final Set<FieldType> PERSONAL = Set.of(FieldType.RESIDENT_ID, FieldType.PHONE);

    private final Catalogue catalogue;

    Masks(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Map<String, Object> of(CaseFile file) {
        var masked = new HashMap<>(file.answers());
        catalogue
                .version(file.is().item(), file.is().itemVersion())
                .form()
                .fields()
                .filter(field -> PERSONAL.contains(field.type()))
                .forEach(
                        field -> masked.computeIfPresent(field.key(), (key, answer) -> Mask.number(answer.toString())));
        return masked;
    }
}
