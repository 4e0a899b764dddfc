package org.yichuang.casework.service;

import org.springframework.stereotype.Component;
import org.yichuang.journal.SubjectHeads;

/** The ends of the cases' chains stand on their rows. */
@Component
class CaseHeads implements SubjectHeads {
    @Override
    public String view() {
        return "casework.published_heads";
    }
}
