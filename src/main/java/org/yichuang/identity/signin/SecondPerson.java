package org.yichuang.identity.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yichuang.identity.Account;
import org.yichuang.identity.IdentityKinds;
import org.yichuang.identity.Roles;
import org.yichuang.identity.store.AccountStore;
import org.yichuang.identity.store.LinkStore;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Journal;
import org.yichuang.journal.NewEntry;
import org.yichuang.shared.Problem;

/**
 * The password of administrator, security administrator or auditor is not reset by one person, who could then be that
 * person: the link does nothing until another of the three says yes. The security administrator issues it, so it is the
 * administrator or the auditor who does.
 */
@Service
public class SecondPerson {
    private final LinkStore links;
    private final AccountStore accounts;
    private final Journal journal;
    private final Clock clock;

    SecondPerson(LinkStore links, AccountStore accounts, Journal journal, Clock clock) {
        this.links = links;
        this.accounts = accounts;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * A link that waits.
     *
     * @param account whose password it would set
     * @param issuer null: the system
     */
    public record Waiting(Account account, @Nullable Account issuer, Instant since, Instant expires) {}

    /** Those that wait, the oldest first. */
    public List<Waiting> waiting() {
        return links.waiting(clock.instant()).stream()
                .map(link -> new Waiting(
                        accounts.find(link.account()).orElseThrow(),
                        link.issuer() == null
                                ? null
                                : accounts.find(link.issuer()).orElseThrow(),
                        link.created(),
                        link.expires()))
                .toList();
    }

    /**
     * The second person's yes, with which the link works.
     *
     * @throws Problem 404 where none waits, 409 for who issued it or whose password it is
     */
    @Transactional
    public void confirm(UUID account, UUID second) {
        LinkStore.Link link = links.waiting(clock.instant()).stream()
                .filter(waiting -> waiting.account().equals(account))
                .findFirst()
                .orElseThrow(SecondPerson::gone);
        if (second.equals(account) || second.equals(link.issuer())) {
            throw Problem.conflict(
                    "four-eyes",
                    "重设的是您的密码，或者开通码是您发的：请另一个人确认",
                    "It is your password, or you issued the code: somebody else confirms it");
        }
        if (!links.confirm(link, second)) {
            throw gone();
        }
        journal.append(new NewEntry(
                IdentityKinds.PASSWORD_LINK_CONFIRMED, Account.subject(account), Actor.of(second), Map.of()));
    }

    /** Whether a link for this account takes two; who held one of the roles before counts, else it could be taken for that. */
    boolean needed(Account account) {
        return account.claimed() && (!Collections.disjoint(account.roles(), Roles.APART) || held(account));
    }

    private boolean held(Account account) {
        return journal.of(account.subject()).stream()
                .filter(entry -> entry.kind().equals(IdentityKinds.ROLE_REVOKED))
                .anyMatch(entry ->
                        Roles.APART.stream().anyMatch(role -> entry.payload().contains("\"" + role.name() + "\"")));
    }

    private static Problem gone() {
        return Problem.notFound("没有等着确认的开通码", "No code waits for this");
    }
}
