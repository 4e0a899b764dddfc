package org.yichuang.casework.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.CaseStep;
import org.yichuang.casework.Proposal;

/**
 * Whether somebody may do an act on a case now, whatever they would say with it: the table, the register (AUTHORISED),
 * and the act's rules. The same answer stands behind the act and behind the list of what one can do.
 */
public sealed interface Permission {
    /** @param power what an officer or a supervisor acts by */
    record Given(@Nullable Power power) implements Permission {}

    record Denied(Result.No no) implements Permission {}

    /** @param step the step that {@link ActKind#FINISH_STEP} would finish; empty for other acts */
    static Permission of(CaseFile file, ActKind act, String step, Who who, Setting at) {
        if (!Transitions.may(act, who)) {
            return new Denied(Reasons.notYours(act));
        }
        if (Transitions.from(file.state(), act).isEmpty()) {
            return new Denied(Reasons.notNow(file, act));
        }
        if (act == ActKind.FINISH_STEP && file.step(step).isEmpty()) {
            return new Denied(Reasons.noSuchStep());
        }
        Power power = null;
        if (who instanceof Who.Officer officer) {
            List<String> acts = needed(file, act, step);
            power = officer.power(acts).orElse(null);
            if (power == null) {
                return new Denied(Reasons.notAuthorised(acts));
            }
        }
        if (who instanceof Who.Supervisor supervisor) {
            power = supervisor.power();
            if (power == null) {
                return new Denied(Reasons.notAuthorised(List.of("supervise")));
            }
        }
        Result.No no = Guards.no(file, act, step, who, at);
        return no == null ? new Given(power) : new Denied(no);
    }

    /** The acts of the register of which one is needed: a step's own, a proposal's own, else the table's. */
    static List<String> needed(CaseFile file, ActKind act, String step) {
        Proposal proposal = file.proposal();
        if (act == ActKind.FINISH_STEP) {
            return file.step(step).map(CaseStep::act).map(List::of).orElse(List.of());
        }
        if ((act == ActKind.APPROVE || act == ActKind.REJECT) && proposal != null) {
            return List.of(proposal.approval());
        }
        return Transitions.acts(act);
    }
}
