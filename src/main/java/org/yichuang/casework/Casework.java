package org.yichuang.casework;

import java.util.UUID;
import org.yichuang.shared.web.Visitor;

/**
 * What can be done with a case. Every act is checked against the transition table, the visitor's right to it (the
 * applicant's own case; for officers the authorisation register, today, for this item in this unit) and its rules; it is
 * then one statement that writes state, journal and letters.
 *
 * <p>Problems: {@code not-found} (404: no such case for this visitor), {@code not-authorised} (403), {@code stale-version}
 * and {@code act-not-possible} (409), a rule's own slug such as {@code one-notice} or {@code four-eyes} (409), and
 * {@code invalid} (422) with the component's name.
 */
public interface Casework {
    /** The visitor applies; the answers and materials have to be complete. */
    Receipt file(Visitor who, NewCase application);

    /** An officer files for somebody who stands at the window. */
    Receipt receive(Visitor officer, WindowFiling filing);

    /**
     * AL-32 (2): an officer tells somebody at the window which authority is the right one, in writing, with the denial
     * filed. Any post that is authorised to receive may; for what its own unit is competent for, it may not.
     */
    Receipt turnAway(Visitor officer, TurnedAway asked);

    /** @param version the one the visitor has seen */
    Acted act(Visitor who, UUID caseId, int version, CaseAct act);
}
