package org.yichuang.identity.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yichuang.identity.Account;
import org.yichuang.identity.IdentityKinds;
import org.yichuang.identity.store.AccountStore;
import org.yichuang.identity.store.SessionStore;
import org.yichuang.identity.store.TokenStore;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Journal;
import org.yichuang.journal.NewEntry;
import org.yichuang.shared.Ids;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;

/**
 * Who is signed in. The database is asked on every request and nothing is kept in the node, so a session works on any
 * node and a revoked one on none, from the next request on.
 */
@Service
public class Sessions {
    private static final Duration TOUCH = Duration.ofMinutes(1);
    private static final Set<Role> APPLICANTS = Set.of(Role.RESIDENT, Role.COMPANY, Role.SYSTEM);

    private final SessionStore sessions;
    private final AccountStore accounts;
    private final TokenStore tokens;
    private final SignInSettings settings;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    Sessions(
            SessionStore sessions,
            AccountStore accounts,
            TokenStore tokens,
            SignInSettings settings,
            Journal journal,
            Ids ids,
            Clock clock) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.tokens = tokens;
        this.settings = settings;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /** A session just opened; the token is told once and stored nowhere. */
    public record Opened(UUID id, String token, Set<Role> roles, Instant expires) {
        @Override
        public String toString() {
            return "session " + id;
        }
    }

    /** Whose request this is, and by which session or token. */
    public record Signed(Visitor visitor, UUID session) {
        /** The request attribute under which the filter puts it. */
        public static final String ATTRIBUTE = "org.yichuang.signed";
    }

    /** For the account as it was when its password was found right. */
    @Transactional
    public Opened open(AccountStore.Credentials checked, boolean api, String agent) {
        accounts.holdAs(checked);
        return opened(checked.account(), api, agent);
    }

    /** For who has just set the password. */
    @Transactional
    public Opened open(Account account, boolean api, String agent) {
        accounts.holdAs(account);
        return opened(account, api, agent);
    }

    private Opened opened(Account account, boolean api, String agent) {
        Instant now = clock.instant();
        boolean staff = staff(account.roles());
        Instant expires = now.plus(settings.ends(staff));
        var row = new SessionStore.Row(ids.next(), api, now, now, expires, shortened(agent));
        String token = Tokens.next(Tokens.SESSION);
        sessions.insert(Tokens.hash(token), account.id(), row, now.plus(settings.idle(staff)));
        journal.append(new NewEntry(
                IdentityKinds.SESSION_OPENED,
                account.subject(),
                Actor.of(account.id()),
                Map.of("session", row.id().toString(), "api", api)));
        return new Opened(row.id(), token, account.roles(), expires);
    }

    /** The visitor behind a page's cookie. */
    public Optional<Signed> byCookie(String token) {
        return Tokens.is(Tokens.SESSION, token) ? session(token, false) : Optional.empty();
    }

    /** The visitor behind an API request's bearer token: a session's, or a system's. */
    public Optional<Signed> byBearer(String token) {
        if (Tokens.is(Tokens.SESSION, token)) {
            return session(token, true);
        }
        return Tokens.is(Tokens.SYSTEM, token) ? system(token) : Optional.empty();
    }

    private Optional<Signed> session(String token, boolean api) {
        byte[] hash = Tokens.hash(token);
        Instant now = clock.instant();
        var found = sessions.find(hash, api, now);
        found.filter(session -> stale(session, now))
                .ifPresent(session -> sessions.touch(hash, now, now.plus(settings.idle(staff(session.roles())))));
        return found.map(Sessions::signed);
    }

    private Optional<Signed> system(String token) {
        byte[] hash = Tokens.hash(token);
        Instant now = clock.instant();
        var found = tokens.find(hash, now);
        found.filter(used -> stale(used, now)).ifPresent(used -> tokens.touch(hash, now));
        return found.map(Sessions::signed);
    }

    public List<SessionStore.Row> of(UUID account) {
        return sessions.of(account, clock.instant());
    }

    /** Ends one session; nothing happens when it is not this account's, or ended already. */
    @Transactional
    public void revoke(UUID account, UUID session, Actor by) {
        if (sessions.revoke(account, session, null, clock.instant()) == 1) {
            record(account, by, Map.of("session", session.toString()));
        }
    }

    /** Ends the one that a browser had, which another takes the place of, or nothing does. */
    @Transactional
    public void end(@Nullable Signed before) {
        if (before != null) {
            UUID account = before.visitor().id();
            revoke(account, before.session(), Actor.of(account));
        }
    }

    /** Ends all sessions of an account, but for the one it keeps; says how many ended. */
    @Transactional
    public int revokeAll(UUID account, @Nullable UUID kept, Actor by) {
        int ended = sessions.revoke(account, null, kept, clock.instant());
        if (ended > 0) {
            record(account, by, Map.of("sessions", ended));
        }
        return ended;
    }

    private void record(UUID account, Actor by, Map<String, ?> payload) {
        journal.append(new NewEntry(IdentityKinds.SESSION_REVOKED, Account.subject(account), by, payload));
    }

    private static boolean stale(SessionStore.Found found, Instant now) {
        return Duration.between(found.seen(), now).compareTo(TOUCH) >= 0;
    }

    private static Signed signed(SessionStore.Found found) {
        return new Signed(new Visitor(found.account(), found.name(), found.roles()), found.session());
    }

    private static boolean staff(Set<Role> roles) {
        return roles.stream().noneMatch(APPLICANTS::contains);
    }

    private static String shortened(String agent) {
        String plain = agent.replaceAll("\\p{Cntrl}", "");
        return plain.length() <= 120 ? plain : plain.substring(0, 120);
    }
}
