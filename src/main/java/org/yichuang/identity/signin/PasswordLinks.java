package org.yichuang.identity.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
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
            SignInSettings settings,
            Journal journal,
            Clock clock,
            TransactionTemplate transaction) {
        this.links = links;
        this.accounts = accounts;
        this.guards = guards;
        this.passwords = passwords;
        this.sessions = sessions;
        this.settings = settings;
        this.journal = journal;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** A new link; the ones before it are dead. A system gets none: it shows tokens. */
    @Transactional
    public PasswordLink issue(Account account, Actor by) {
        if (account.kind() == AccountKind.SYSTEM) {
            throw Problem.conflict(
                    "no-password",
                    "系统没有密码，用令牌：请到“系统与令牌”",
                    "A system has no password but tokens: see systems and tokens");
        }
        Instant now = clock.instant();
        Instant expires = now.plus(settings.link());
        String code = Tokens.code();
        links.clear(account.id());
        links.insert(Tokens.codeHash(code), account.id(), now, expires);
        journal.append(new NewEntry(
                IdentityKinds.PASSWORD_LINK, account.subject(), by, Map.of("expires", expires.toString())));
        return new PasswordLink(code, expires);
    }

    /** Whose password a code may set. */
    public Optional<Account> account(String code) {
        return links.account(Tokens.codeHash(code), clock.instant()).flatMap(accounts::find);
    }

    /** Uses a code. Every session of the account ends: who knew the old password is out. */
    public Account use(String code, String password) {
        Account account = account(code).orElseThrow(PasswordLinks::dead);
        String hash = hashed(account, password);
        transaction.executeWithoutResult(status -> {
            if (!links.use(Tokens.codeHash(code))) {
                throw dead();
            }
            store(account, hash, null);
        });
        return account;
    }

    /** The owner's own change; the session it is done in stays open. */
    public void change(Account account, String password, UUID session) {
        String hash = hashed(account, password);
        transaction.executeWithoutResult(status -> store(account, hash, session));
    }

    /** Before the transaction, which holds a connection, and hashing takes its time and its turn. */
    private String hashed(Account account, String password) {
        Text wrong = Passwords.wrong(password, account);
        if (wrong != null) {
            throw Problem.invalid("password", wrong.zh(), wrong.en());
        }
        return passwords.hash(password);
    }

    private void store(Account account, String hash, @Nullable UUID session) {
        Actor owner = Actor.of(account.id());
        accounts.password(account.id(), hash);
        guards.clear(account.id());
        String kind = account.claimed() ? IdentityKinds.PASSWORD_CHANGED : IdentityKinds.CLAIMED;
        journal.append(new NewEntry(kind, account.subject(), owner, Map.of()));
        sessions.revokeAll(account.id(), session, owner);
        links.clear(account.id());
    }

    public static Problem dead() {
        return Problem.notFound(
                "开通码不对，或者用过、过期了：请对照再看一遍，或者再要一个",
                "The code is wrong, was used or is over: compare it, or ask for a new one");
    }
}
