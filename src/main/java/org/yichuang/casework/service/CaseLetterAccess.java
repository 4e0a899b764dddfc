package org.yichuang.casework.service;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yichuang.casework.store.CaseStore;
import org.yichuang.documents.LetterAccess;
import org.yichuang.shared.web.Visitor;

/** Who may see a case may read its letters. */
@Component
class CaseLetterAccess implements LetterAccess {
    private final CaseStore store;
    private final People people;

    CaseLetterAccess(CaseStore store, People people) {
        this.store = store;
        this.people = people;
    }

    @Override
    public boolean mayRead(Visitor visitor, UUID caseId) {
        return store.find(caseId)
                .filter(found -> people.maySee(visitor, found.file(), found.powers()))
                .isPresent();
    }
}
