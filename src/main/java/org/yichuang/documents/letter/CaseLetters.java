package org.yichuang.documents.letter;

import org.springframework.stereotype.Component;
import org.yichuang.journal.SubjectLetters;

/** The letters of the cases, for the journal's verifier. */
@Component
class CaseLetters implements SubjectLetters {
    @Override
    public String view() {
        return "documents.published_letters";
    }
}
