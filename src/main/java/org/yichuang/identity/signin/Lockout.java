package org.yichuang.identity.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yichuang.identity.Account;
import org.yichuang.identity.IdentityKinds;
import org.yichuang.identity.store.GuardStore;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Journal;
import org.yichuang.journal.NewEntry;
import org.yichuang.shared.Digest;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;
import org.yichuang.shared.TooMany;
import org.yichuang.shared.web.Ui;

/**
 * Too many wrong passwords lock a name for a while. An attempt is counted before its password is looked at, so that many
 * at once do not slip by, and a name that nobody has is counted like any other.
 */
@Component
public class Lockout {
    /** By then a password was looked at, or the node that looked at it has ended. */
    private static final Duration LOOKED_AT = Duration.ofMinutes(1);

    private final GuardStore guards;
    private final SignInSettings settings;
    private final Journal journal;
    private final Clock clock;

    Lockout(GuardStore guards, SignInSettings settings, Journal journal, Clock clock) {
        this.guards = guards;
        this.settings = settings;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * Counts an attempt; says how many more there are after it, or that the name is locked. Where so many are being looked
     * at just now that the rest could be wrong too, the next comes again: programs that sign in with one name, all right.
     * Where their node ended over it they count as wrong.
     *
     * @return negative when none was left before this one: {@link #lock} the name
     */
    int begin(String name, @Nullable UUID account) {
        Instant now = clock.instant();
        var guard = guards.begin(who(name, account), account, now, now.minus(settings.window()));
        if (guard.lockedUntil() != null) {
            throw locked(guard.lockedUntil());
        }
        int left = settings.attempts() - guard.attempts();
        if (left < 0) {
            if (guard.before() != null && guard.before().isBefore(now.minus(LOOKED_AT))) {
                return left;
            }
            guards.takeBack(who(name, account));
            throw Passwords.busy();
        }
        return left;
    }

    /** The attempt that was counted was none. */
    void takeBack(String name, @Nullable UUID account) {
        guards.takeBack(who(name, account));
    }

    /** The attempt was wrong and none is left. */
    @Transactional
    public Problem lock(String name, @Nullable UUID account) {
        Instant until = clock.instant().plus(settings.lock());
        if (guards.lock(who(name, account), until) && account != null) {
            journal.append(new NewEntry(
                    IdentityKinds.LOCKED,
                    Account.subject(account),
                    Actor.SYSTEM,
                    Map.of("until", until.toString(), "attempts", settings.attempts())));
        }
        return locked(until);
    }

    void succeeded(String name, UUID account) {
        guards.clear(who(name, account));
    }

    /** Opens a locked account before its time. */
    @Transactional
    public void unlock(UUID account, Actor by) {
        if (guards.clear(account)) {
            journal.append(new NewEntry(IdentityKinds.UNLOCKED, Account.subject(account), by, Map.of()));
        }
    }

    /** Until when an account is locked, null when it is not. */
    public @Nullable Instant lockedUntil(UUID account) {
        return guards.lockedUntil(account, clock.instant()).orElse(null);
    }

    private Problem locked(Instant until) {
        String time = until.atZone(Ui.ZONE).toLocalTime().withNano(0).toString();
        return new TooMany(
                "locked",
                Text.of(
                        "密码连续输错 " + settings.attempts() + " 次，已锁定到 " + time + "，请到时再试",
                        "Locked after " + settings.attempts() + " wrong passwords: try again at " + time),
                Duration.between(clock.instant(), until));
    }

    private byte[] who(String name, @Nullable UUID account) {
        return account == null ? guards.who("name:" + name) : Digest.sha256(Account.subject(account));
    }
}
