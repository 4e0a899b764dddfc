package org.yichuang.identity;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.yichuang.identity.signin.Passwords;
import org.yichuang.identity.signin.SignInSettings;
import org.yichuang.identity.store.GuardStore;
import org.yichuang.shared.Guess;
import org.yichuang.shared.Text;
import org.yichuang.shared.TooMany;
import org.yichuang.shared.web.Ui;

/**
 * What strangers may guess at: each answer that is a {@link Guess} is counted by the address it went to, and too many in an
 * hour close it for an hour. A hall or an office shares one address, so much is allowed; what succeeds, and what is only
 * ill-formed, does not count. Accounts that strangers open are counted by themselves, so that no program fills the register.
 */
@Component
public class Attempts {
    /** Registrations told that a number, or a login name, is somebody's already. */
    static final int REGISTRATIONS = 30;
    /** Query codes that no case has. Among ten million cases one code in a hundred million is right. */
    static final int LOOKUPS = 120;
    /** Wrong passwords, of whichever names: as many as a busy hall mistypes, and few for who tries one on each name. */
    static final int SIGN_INS = 500;

    static final String REGISTRATION = "registration:";
    private static final Text REGISTER_LATER = Text.of(
            "从这个网络试了太多已经注册的号码或登录名，请 %s 以后再注册；急着办事，请到窗口",
            "Too many numbers or login names that are taken were tried from this network: register after %s, or come to a"
                    + " window");
    private static final Text REGISTERED_LATER = Text.of(
            "这个网络一小时里开的账号太多，请 %s 以后再注册；急着办事，请到窗口",
            "Too many accounts were opened from this network within an hour: register after %s, or come to a window");
    private static final Text LOOK_UP_LATER = Text.of(
            "从这个网络输错的查询码太多，请 %s 以后再查；登录后随时可以看自己的办件",
            "Too many wrong query codes came from this network: look up after %s, or sign in to see your cases at any time");
    private static final Text SIGN_IN_LATER = Text.of(
            "从这个网络输错的密码太多，请 %s 以后再登录，或者换一个网络",
            "Too many wrong passwords came from this network: sign in after %s, or from another network");

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MOMENT = Duration.ofMinutes(1);
    /** So many at once are most likely honest people: a school that registers its staff. */
    private static final Text BUSY = Text.of(
            "这个网络同时注册的人太多，请过一分钟再试", "Too many people register from this network at once: try again in a minute");

    /** A client of IPv6 has as many addresses as it likes in its network of 64 bits. */
    private static final int NETWORK_BYTES = 8;

    private final GuardStore guards;
    private final SignInSettings settings;
    private final Clock clock;
    private final TransactionTemplate apart;
    private final Semaphore holding = new Semaphore(Passwords.HOLDING);
    /** What is closed to whom, as the database said: so a code or a password that is right costs no statement. */
    private final Map<String, Instant> closed = new ConcurrentHashMap<>();

    Attempts(GuardStore guards, SignInSettings settings, Clock clock, PlatformTransactionManager transactions) {
        this.guards = guards;
        this.settings = settings;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Registers somebody. It is counted before anything is looked at, so that many at once do not slip by, and apart from
     * the transaction of a request with an idempotency key, which takes back what fails. That needs a second connection:
     * few may. What is opened from a private address is not counted, for the reason of {@link #signingIn}.
     *
     * @param address the client's, as the server knows it
     * @throws TooMany when too many were guesses, or too many accounts were opened
     */
    public <T> T registering(String address, Supplier<T> registration) {
        byte[] who = guards.who(REGISTRATION + network(address));
        return Passwords.few(
                holding, () -> counted(who, inside(address) ? registration : () -> opening(address, registration)));
    }

    private <T> T counted(byte[] who, Supplier<T> registration) {
        int left = begin(who, REGISTRATIONS, REGISTER_LATER);
        T made;
        try {
            made = registration.get();
        } catch (Guess guess) {
            if (left == 0) {
                close(who);
            }
            throw guess;
        } catch (RuntimeException e) {
            takeBack(who);
            throw e;
        }
        takeBack(who);
        return made;
    }

    /** Counts what succeeds. */
    private <T> T opening(String address, Supplier<T> registration) {
        byte[] who = guards.who("registered:" + network(address));
        int left = begin(who, settings.registrations(), REGISTERED_LATER);
        T made;
        try {
            made = registration.get();
        } catch (RuntimeException e) {
            takeBack(who);
            throw e;
        }
        if (left == 0) {
            close(who);
        }
        return made;
    }

    private void close(byte[] who) {
        Instant until = clock.instant().plus(HOUR);
        apart.executeWithoutResult(status -> guards.lock(who, until));
    }

    /** Counts a registration; says how many more there may be. */
    private int begin(byte[] who, int most, Text later) {
        Instant now = clock.instant();
        var guard = Objects.requireNonNull(
                apart.execute(status -> guards.begin(who, null, now, now.minus(HOUR))), "A guard is a row");
        if (guard.lockedUntil() != null) {
            throw tooMany(guard.lockedUntil(), later);
        }
        if (guard.attempts() > most) {
            takeBack(who);
            throw new TooMany("busy", BUSY, MOMENT);
        }
        return most - guard.attempts();
    }

    private void takeBack(byte[] who) {
        apart.executeWithoutResult(status -> guards.takeBack(who));
    }

    /**
     * Looks up what somebody has the code of; only a code that is wrong is counted.
     *
     * @param address the client's, as the server knows it
     * @throws TooMany when too many were wrong
     */
    public <T> T lookingUp(String address, Supplier<T> look) {
        return guessing("lookup:" + network(address), LOOKUPS, LOOK_UP_LATER, look);
    }

    /**
     * Signs somebody in; only a wrong password is counted, beside the lock of the one name. A private address may be a
     * proxy that says of nobody who they are, and the guesses of one would close the sign-in to all: it is not counted.
     *
     * @param address the client's, as the server knows it
     * @throws TooMany when too many were wrong
     */
    public <T> T signingIn(String address, Supplier<T> door) {
        return inside(address) ? door.get() : guessing("sign-in:" + network(address), SIGN_INS, SIGN_IN_LATER, door);
    }

    /** As the server believes what a proxy says: 10/8, 172.16/12, 192.168/16, 100.64/10, fc00::/7, link-local, itself. */
    private static boolean inside(String address) {
        try {
            InetAddress from = InetAddress.ofLiteral(address);
            byte[] bytes = from.getAddress();
            boolean shared = bytes.length == 4 && bytes[0] == 100 && (bytes[1] & 0xC0) == 64;
            boolean unique = bytes.length == 16 && (bytes[0] & 0xFE) == 0xFC;
            return from.isLoopbackAddress()
                    || from.isSiteLocalAddress()
                    || from.isLinkLocalAddress()
                    || shared
                    || unique;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private <T> T guessing(String key, int most, Text later, Supplier<T> asked) {
        Instant until = closed.get(key);
        if (until != null && until.isAfter(clock.instant())) {
            throw tooMany(until, later);
        }
        try {
            return asked.get();
        } catch (Guess guess) {
            missed(key, most);
            throw guess;
        }
    }

    private void missed(String key, int most) {
        Instant now = clock.instant();
        byte[] who = guards.who(key);
        var guard = guards.begin(who, null, now, now.minus(HOUR));
        Instant until = guard.lockedUntil();
        if (until == null && guard.attempts() >= most) {
            until = now.plus(HOUR);
            guards.lock(who, until);
        }
        if (until != null) {
            closed.values().removeIf(over -> !over.isAfter(now));
            closed.put(key, until);
        }
    }

    private TooMany tooMany(Instant until, Text later) {
        String time = until.atZone(Ui.ZONE).toLocalTime().withNano(0).toString();
        Duration wait = Duration.between(clock.instant(), until);
        return new TooMany(
                "too-many-attempts",
                Text.of(later.zh().replace("%s", time), later.en().replace("%s", time)),
                wait);
    }

    static String network(String address) {
        try {
            byte[] bytes = InetAddress.ofLiteral(address).getAddress();
            return HexFormat.of().formatHex(bytes.length > NETWORK_BYTES ? Arrays.copyOf(bytes, NETWORK_BYTES) : bytes);
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
