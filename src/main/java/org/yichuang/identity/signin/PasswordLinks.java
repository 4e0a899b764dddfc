package org.yichuang.identity.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.yichuang.identity.Account;
import org.yichuang.identity.AccountKind;
import org.yichuang.identity.IdentityKinds;
import org.yichuang.identity.PasswordLink;
import org.yichuang.identity.store.AccountStore;
import org.yichuang.identity.store.GuardStore;
import org.yichuang.identity.store.LinkStore;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Journal;
import org.yichuang.journal.NewEntry;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

/** Setting a password: by a one-time link, which an officer hands over and never learns the password of; or by its owner. */
@Service
public class PasswordLinks {
    private final LinkStore links;
    private final AccountStore accounts;
    private final GuardStore guards;
    private final Passwords passwords;
    private final Sessions sessions;
    private final SecondPerson second;
    private final SignInSettings settings;
    private final Journal journal;
    private final Clock clock;
    private final TransactionTemplate transaction;

    PasswordLinks(
            LinkStore links,
            AccountStore accounts,
            GuardStore guards,
            Passwords passwords,
            Sessions sessions,
            SecondPerson second,
            SignInSettings settings,
            Journal journal,
            Clock clock,
            TransactionTemplate transaction) {
        this.links = links;
        this.accounts = accounts;
        this.guards = guards;
        this.passwords = passwords;
        this.sessions = sessions;
        this.second = second;
        this.settings = settings;
        this.journal = journal;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * A new link; the ones before it are dead. One may wait for a second person; a system gets none: it shows tokens.
     *
     * @throws Problem 409 for a system, and where it would wait and nobody but its owner could say yes
     */
    @Transactional
    public PasswordLink issue(Account whose, Actor by) {
        Account account = accounts.hold(whose.id()).orElseThrow();
        if (account.kind() == AccountKind.SYSTEM) {
            throw Problem.conflict(
                    "no-password",
                    "系统没有密码，用令牌：请到“系统与令牌”",
                    "A system has no password but tokens: see systems and tokens");
        }
        Instant now = clock.instant();
        Instant expires = now.plus(settings.link());
        boolean waits = second.needed(account, by.account());
        if (waits) {
            second.somebodyElse(account);
        }
        String code = Tokens.code();
        links.clear(account.id());
        links.insert(new LinkStore.Link(Tokens.codeHash(code), account.id(), by.account(), waits, null, now, expires));
        journal.append(new NewEntry(
                IdentityKinds.PASSWORD_LINK,
                account.subject(),
                by,
                Map.of("expires", expires.toString(), "waits", waits)));
        return new PasswordLink(code, expires, waits);
    }

    /** Uses a code. Every session of the account ends: who knew the old password is out. */
    public Account use(String code, String password) {
        Account account = open(code).account();
        String hash = hashed(account, password);
        transaction.executeWithoutResult(status -> {
            Open open = open(code);
            if (!links.use(open.link().hash())) {
                throw dead();
            }
            store(open.account(), hash, null, hands(open.link()));
        });
        return account;
    }

    /** A code that may be used, and whose password it sets. */
    private record Open(LinkStore.Link link, Account account) {}

    /** Asked of the account as it is now, and it gets no role meanwhile: a code from before one of the three is dead. */
    private Open open(String code) {
        LinkStore.Link link = links.find(Tokens.codeHash(code), clock.instant()).orElseThrow(PasswordLinks::dead);
        Account account = accounts.hold(link.account()).orElseThrow(PasswordLinks::dead);
        if (account.disabled()) {
            throw SignIn.disabled();
        }
        if (link.takesTwo() && link.second() == null) {
            throw Problem.conflict(
                    "second-person",
                    "这个开通码要等系统管理员或审计员确认后才能用",
                    "This code works when the administrator or the auditor has confirmed it");
        }
        if (!link.takesTwo() && second.needed(account, link.issuer())) {
            throw dead();
        }
        return new Open(link, account);
    }

    /** For the record: that it was the owner is not known, but through whose hands the code went is. */
    private static Map<String, String> hands(LinkStore.Link link) {
        Map<String, String> hands = new HashMap<>();
        hands.put("issuedBy", link.issuer() == null ? "system" : Account.subject(link.issuer()));
        if (link.second() != null) {
            hands.put("confirmedBy", Account.subject(link.second()));
        }
        return hands;
    }

    /** The owner's own change of the password that was right; the session it is done in stays open. */
    public void change(AccountStore.Credentials checked, String password, UUID session) {
        String hash = hashed(checked.account(), password);
        transaction.executeWithoutResult(status -> {
            accounts.holdAs(checked);
            store(checked.account(), hash, session, Map.of());
        });
    }

    /** Ends the password with every session and code: with a role of the three its owner sets a new one. */
    @Transactional
    public void end(Account account, Actor by) {
        links.clear(account.id());
        if (account.claimed()) {
            accounts.password(account.id(), null);
            sessions.revokeAll(account.id(), null, by);
            journal.append(new NewEntry(IdentityKinds.PASSWORD_ENDED, account.subject(), by, Map.of()));
        }
    }

    /** Before the transaction, which holds a connection, and hashing takes its time and its turn. */
    private String hashed(Account account, String password) {
        Text wrong = Passwords.wrong(password, account);
        if (wrong != null) {
            throw Problem.invalid("password", wrong.zh(), wrong.en());
        }
        return passwords.hash(password);
    }

    private void store(Account account, String hash, @Nullable UUID session, Map<String, String> payload) {
        Actor owner = Actor.of(account.id());
        accounts.password(account.id(), hash);
        guards.clear(account.id());
        String kind = account.claimed() ? IdentityKinds.PASSWORD_CHANGED : IdentityKinds.CLAIMED;
        journal.append(new NewEntry(kind, account.subject(), owner, payload));
        sessions.revokeAll(account.id(), session, owner);
        links.clear(account.id());
    }

    public static Problem dead() {
        return Problem.notFound(
                "开通码不对，或者用过、过期了：请对照再看一遍，或者再要一个",
                "The code is wrong, was used or is over: compare it, or ask for a new one");
    }
}
