package org.yichuang.identity.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yichuang.identity.Account;
import org.yichuang.identity.IdentityKinds;
import org.yichuang.identity.store.AccountStore;
import org.yichuang.identity.store.LinkStore;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Journal;
import org.yichuang.journal.NewEntry;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Role;

/**
 * Nobody is made administrator, security administrator or auditor by one person, who could then be that person. Who gets
 * one of the three roles, with a new account or with the one they have, sets a password with a code that does nothing
 * until another of the three says yes, and so does who forgot it. The security administrator issues it, so it is the
 * administrator or the auditor who says yes.
 *
 * <p>There is always somebody who can, and somebody who issues: the set-up makes all three at once, and the last one is
 * neither disabled nor loses the role before there is another ({@link #stays}). Who is left alone and forgot the password
 * is helped by whoever starts the server ({@link Recovery}), and not by the security administrator, who can disable all
 * others first and would then be both. Where nobody can all the same, as in a city that disabled both before there was
 * this rule, codes wait for nobody until somebody can again.
 */
@Service
public class SecondPerson {
    /** Those of the three who issue no code. */
    private static final Set<Role> SECOND = Set.of(Role.ADMINISTRATOR, Role.AUDITOR);

    private static final Set<Role> ISSUING = Set.of(Role.SECURITY_ADMINISTRATOR);

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
        List<LinkStore.Link> waiting = links.waiting(clock.instant());
        Map<UUID, Account> people = accounts.all(waiting.stream()
                .flatMap(link -> Stream.of(link.account(), link.issuer()))
                .filter(Objects::nonNull)
                .toList());
        return waiting.stream()
                .map(link -> new Waiting(
                        Objects.requireNonNull(people.get(link.account())),
                        link.issuer() == null ? null : people.get(link.issuer()),
                        link.created(),
                        link.expires()))
                .toList();
    }

    /** How many these are. */
    public int howMany() {
        return links.waiting(clock.instant()).size();
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

    /**
     * Whether a code for this account takes two. One of the system's waits for nobody where only its owner could say yes.
     *
     * @param issuer null: the system
     */
    boolean needed(Account account, @Nullable UUID issuer) {
        return !Collections.disjoint(account.roles(), Role.APART)
                && accounts.anyActive(SECOND, issuer == null ? account.id() : null);
    }

    /**
     * Asked for a code that takes two.
     *
     * @throws Problem 409 where only its owner could say yes
     */
    void somebodyElse(Account account) {
        if (!accounts.anyActive(SECOND, account.id())) {
            throw Problem.conflict(
                    "last-second-person",
                    "能确认的只有本人：请启动服务器的人用“./run --recover 登录名”给出新密码的链接",
                    "Only the owner could confirm it: whoever starts the server gives the link to a new password, with"
                            + " ./run --recover LOGIN");
        }
    }

    /**
     * Asked in the transaction in which the account is disabled or loses the role.
     *
     * @throws Problem 409 where nobody else could say yes, or issue a code, any more
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void stays(Account account) {
        if (last(account, SECOND)) {
            throw Problem.conflict(
                    "last-second-person",
                    "能确认任命和重设密码的只剩这个账号：请先有另一位系统管理员或审计员",
                    "Only this account can confirm appointments and password resets: let there be another administrator or"
                            + " auditor first");
        }
        if (last(account, ISSUING)) {
            throw Problem.conflict(
                    "last-security-administrator",
                    "能管账号和角色的只剩这个账号：请先有另一位安全管理员",
                    "Only this account can give accounts and roles: let there be another security administrator first");
        }
    }

    private boolean last(Account account, Set<Role> roles) {
        return !Collections.disjoint(account.roles(), roles) && accounts.lastActive(account.id(), roles);
    }

    private static Problem gone() {
        return Problem.notFound("没有等着确认的开通码", "No code waits for this");
    }
}
