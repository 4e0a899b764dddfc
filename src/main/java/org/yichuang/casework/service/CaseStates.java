package org.yichuang.casework.service;

import org.springframework.stereotype.Component;
import org.yichuang.casework.State;
import org.yichuang.casework.domain.Transitions;
import org.yichuang.journal.SubjectStates;

/** A case is where the lines of the transition table lead by its entries. */
@Component
class CaseStates implements SubjectStates {
    @Override
    public String select() {
        return "select 'case:' || id as subject, id as subject_id, state from casework.case_file";
    }

    @Override
    public boolean of(String type) {
        return type.equals("case");
    }

    @Override
    public String first() {
        return State.DRAFT.name();
    }

    @Override
    public String after(String state, String kind) {
        return Transitions.TABLE.stream()
                .filter(edge ->
                        edge.journal().equals(kind) && edge.from().name().equals(state))
                .findFirst()
                .map(edge -> edge.to().name())
                .orElse(state);
    }
}
