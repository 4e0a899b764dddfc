package org.yichuang.casework.service;

import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yichuang.casework.State;
import org.yichuang.casework.domain.Transitions;
import org.yichuang.journal.SubjectHeads;
import org.yichuang.journal.SubjectStates;
import org.yichuang.shared.Text;

/** The end of a case's chain stands on its row; the case is where the lines of the transition table lead by its entries. */
@Component
class CaseStates implements SubjectHeads, SubjectStates {
    @Override
    public String view() {
        return "casework.published_heads";
    }

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

    @Override
    public Text named(String state) {
        return Stream.of(State.values())
                .filter(one -> one.name().equals(state))
                .map(State::text)
                .findFirst()
                .orElse(Text.same(state));
    }
}
