package org.yichuang.casework.service;

import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.yichuang.casework.domain.CaseFile;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.shared.Mask;

/** A case's answers for who only looks on: enough of a personal number is left to compare it. */
@Component
class Masks {
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
                .filter(field -> field.type().personal())
                .forEach(
                        field -> masked.computeIfPresent(field.key(), (key, answer) -> Mask.number(answer.toString())));
        return masked;
    }
}
