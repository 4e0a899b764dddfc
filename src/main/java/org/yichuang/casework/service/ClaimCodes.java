package org.yichuang.casework.service;

import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.casework.Cases;
import org.yichuang.casework.Channel;
import org.yichuang.casework.domain.Particulars;
import org.yichuang.casework.store.CaseStore;
import org.yichuang.casework.store.CaseStore.Found;
import org.yichuang.identity.Accounts;
import org.yichuang.identity.PasswordLink;
import org.yichuang.identity.Person;
import org.yichuang.journal.Actor;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Visitor;

/**
 * What an applicant whom only a window knows takes home to make the account theirs. Who has the code has the account, so
 * it is given where they stand with their card: by who received the case, or may receive it there, and soon after. Who
 * came for somebody else gets none, but for a child's guardian.
 */
@Component
public class ClaimCodes {
    private static final Duration SOON = Duration.ofHours(24);

    private final Cases cases;
    private final CaseStore store;
    private final People people;
    private final Accounts accounts;
    private final Clock clock;

    ClaimCodes(Cases cases, CaseStore store, People people, Accounts accounts, Clock clock) {
        this.cases = cases;
        this.store = store;
        this.people = people;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * A code for the applicant of a case; the one before it is dead.
     *
     * @throws Problem 404 for who does not see the case, 403 for who may not receive it, 409 where it was not received at a
     *     window, or a day ago, or from another than the applicant, or the account has a password already or is disabled
     */
    public PasswordLink give(Visitor officer, UUID caseId) {
        Found found = found(officer, caseId);
        Problem refused = refused(officer, found);
        if (refused != null) {
            throw refused;
        }
        return accounts.passwordLink(found.file().is().applicant(), Actor.of(officer.id()));
    }

    /** Whether {@link #give} would give one now. */
    public boolean may(Visitor officer, UUID caseId) {
        Found found = found(officer, caseId);
        return refused(officer, found) == null
                && !accounts.get(found.file().is().applicant()).claimed();
    }

    /** With what the officer may do today of receiving. */
    private Found found(Visitor officer, UUID caseId) {
        cases.view(officer, caseId);
        return store.find(caseId, officer.id(), WindowFilings.RECEIVING, people.today())
                .orElseThrow(People::notFound);
    }

    private @Nullable Problem refused(Visitor officer, Found found) {
        Particulars is = found.file().is();
        if (is.channel() != Channel.WINDOW) {
            return Problem.conflict("not-at-window", "这件不是窗口收的", "This case was not received at a window");
        }
        if (!officer.id().equals(is.filedBy()) && !receives(officer, found)) {
            return Problem.forbidden(
                    "开通码由收件的人或能在那里收这件的人发", "The code is given by who received the case, or may receive it there");
        }
        if (absent(is)) {
            return Problem.conflict(
                    "not-present",
                    "申请人本人没有来，不发开通码：请本人带证件到窗口",
                    "The applicant did not come themselves: the code is given to them, with their card");
        }
        if (accounts.get(is.applicant()).disabled()) {
            return Problem.conflict(
                    "disabled",
                    "申请人的账户已停用，不发开通码：请安全管理员先启用",
                    "The applicant's account is disabled and takes no code: the security administrator enables it first");
        }
        if (clock.instant().isAfter(found.file().intake().submittedAt().plus(SOON))) {
            return Problem.conflict(
                    "claim-too-late",
                    "收件已过 24 小时，这里不再发开通码：请申请人带证件到窗口，核对后由安全管理员发",
                    "Received over 24 hours ago: the applicant comes to a window with their card, and the security"
                            + " administrator gives the code");
        }
        return null;
    }

    private boolean absent(Particulars is) {
        Person person = accounts.get(is.applicant()).person();
        return is.agent() != null && person != null && !person.minor(people.today());
    }

    /** By a post of today, in the centre of the window that received it. */
    private boolean receives(Visitor officer, Found found) {
        String window = found.file().is().window();
        return !found.powers().isEmpty()
                && (window == null || people.seen(officer.id()).windows().contains(window));
    }
}
