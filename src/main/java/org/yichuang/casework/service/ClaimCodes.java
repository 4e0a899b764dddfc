package org.yichuang.casework.service;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.Cases;
import org.yichuang.casework.Channel;
import org.yichuang.identity.Accounts;
import org.yichuang.identity.PasswordLink;
import org.yichuang.journal.Actor;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Visitor;

/** What an applicant whom only a window knows takes home to make the account theirs. */
@Component
public class ClaimCodes {
    private final Cases cases;
    private final Accounts accounts;

    ClaimCodes(Cases cases, Accounts accounts) {
        this.cases = cases;
        this.accounts = accounts;
    }

    /**
     * A code for the applicant of a case; the one before it is dead.
     *
     * @throws Problem 404 for who does not see the case, 409 where it was not received at a window, or the account has a
     *     password already
     */
    public PasswordLink give(Visitor officer, UUID caseId) {
        CaseView view = cases.view(officer, caseId);
        if (view.place().channel() != Channel.WINDOW) {
            throw Problem.conflict("not-at-window", "这件不是窗口收的", "This case was not received at a window");
        }
        return accounts.passwordLink(view.applicant().account(), Actor.of(officer.id()));
    }
}
