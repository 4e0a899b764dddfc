package org.yichuang.identity.signin;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.yichuang.identity.DemoMark;
import org.yichuang.identity.store.AccountStore;
import org.yichuang.shared.Guess;
import org.yichuang.shared.PersonalNumbers;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Ui;

/** Signing in with a name and a password. */
@Service
public class SignIn {
    private final AccountStore accounts;
    private final Passwords passwords;
    private final Lockout lockout;
    private final Sessions sessions;
    private final DemoMark demo;
    private final Clock clock;

    SignIn(AccountStore accounts, Passwords passwords, Lockout lockout, Sessions sessions, DemoMark demo, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.lockout = lockout;
        this.sessions = sessions;
        this.demo = demo;
        this.clock = clock;
    }

    /**
     * Opens a new session, or says why not: a {@link Problem} with status 401 ({@code wrong-password}), 403 ({@code
     * disabled}) or 429 ({@code locked}). Whether a name exists cannot be told from the answer, nor from its time.
     *
     * @param name a login name, a resident id number or a credit code
     * @param agent the browser or program
     */
    public Sessions.Opened signIn(String name, String password, boolean api, String agent) {
        String typed = name.replaceAll("\\p{Cntrl}", "").strip().toLowerCase(Locale.ROOT);
        String number = PersonalNumbers.normalise(typed);
        var known = accounts.credentials(typed, number);
        return sessions.open(checked(counted(typed, number), known.orElse(null), password), api, agent);
    }

    /** A number is the same however it is typed, whether somebody has it or not. */
    private String counted(String typed, String number) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), Ui.ZONE);
        boolean right =
                PersonalNumbers.wrongResidentId(number, today) == null || PersonalNumbers.wrongUscc(number) == null;
        return right ? number : typed;
    }

    /**
     * Asks somebody who is signed in for the password again; wrong ones count like those at the door.
     *
     * @return the account with the password that was right
     * @throws Problem 401 on {@code current} when it is wrong
     */
    public AccountStore.Credentials confirm(UUID account, String password) {
        try {
            return checked("", accounts.credentials(account).orElse(null), password);
        } catch (Guess wrong) {
            throw wrong.at("current");
        }
    }

    private AccountStore.Credentials checked(String name, AccountStore.@Nullable Credentials known, String password) {
        UUID id = known == null ? null : known.account().id();
        int left = lockout.begin(name, id);
        if (left < 0) {
            throw lockout.lock(name, id);
        }
        boolean right = right(name, id, password, known == null ? null : known.password());
        if (!right || known == null) {
            throw left > 0 ? wrong(left) : lockout.lock(name, id);
        }
        lockout.succeeded(name, known.account().id());
        if (known.account().disabled() || (known.demo() && !demo.is())) {
            throw disabled();
        }
        return known;
    }

    /** What could not be looked at was no attempt. */
    private boolean right(String name, @Nullable UUID id, String password, @Nullable String hash) {
        try {
            return passwords.matches(password, hash);
        } catch (RuntimeException e) {
            lockout.takeBack(name, id);
            throw e;
        }
    }

    static Problem disabled() {
        return new Problem(403, "disabled", Text.of("这个账号已停用", "This account is disabled"), List.of());
    }

    private static Problem wrong(int left) {
        return new Guess(new Problem(
                401,
                "wrong-password",
                Text.of(
                        "登录名或密码不对，还可以试 " + left + " 次",
                        "Wrong name or password: " + left + (left == 1 ? " try left" : " tries left")),
                List.of()));
    }
}
