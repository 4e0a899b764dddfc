package org.yichuang.identity.signin;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.yichuang.identity.Account;
import org.yichuang.shared.PlainText;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;
import org.yichuang.shared.TooMany;

/**
 * Argon2id with 19 MiB and two passes (OWASP's first choice for one lane). Only a few run at once, so that a crowd at the
 * door costs waiting, not memory. Who hashes in a transaction keeps a connection while it waits: few may.
 */
@Component
public class Passwords {
    static final int MIN = 10;
    static final int MAX = 128;
    private static final int AT_ONCE = Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 8);
    private static final int PATIENCE_SECONDS = 20;
    /** So many transactions at most hash or wait for their turn; more are told to come again. */
    public static final int HOLDING = 4;

    private static final List<String> COMMON =
            List.of("1234567890", "0123456789", "0987654321", "1qaz2wsx3edc", "password", "qwertyuiop", "asdfghjkl");

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, 19456, 2);
    private final Semaphore hashing = new Semaphore(AT_ONCE, true);
    private final Semaphore holding = new Semaphore(HOLDING);
    /** What an unknown name is compared with, so that it takes as long as a known one. */
    private final String nobody;

    Passwords() {
        nobody = hash("an account that does not exist");
    }

    public String hash(String password) {
        return limited(() -> String.valueOf(argon2.encode(password)));
    }

    /** Takes the same time whether there is a hash to compare with or not. */
    public boolean matches(String password, @Nullable String hash) {
        String compared = hash == null ? nobody : hash;
        String asked = PlainText.oneLine(password) ? password : "";
        boolean same = limited(() -> asked.length() <= MAX && argon2.matches(asked, compared));
        return same && hash != null;
    }

    /** What is wrong with a new password, null when it will do. */
    public static @Nullable Text wrong(String password, @Nullable String... known) {
        if (password.codePointCount(0, password.length()) < MIN) {
            return Text.of("密码至少 " + MIN + " 位", "A password has at least " + MIN + " characters");
        }
        if (password.length() > MAX) {
            return Text.of("密码最多 " + MAX + " 位", "A password has at most " + MAX + " characters");
        }
        if (!PlainText.oneLine(password)) {
            return Text.of("密码里有不能用的字符", "There is a character in it that cannot be used");
        }
        String small = password.toLowerCase(Locale.ROOT);
        if (password.chars().distinct().count() < 5 || COMMON.stream().anyMatch(small::startsWith)) {
            return Text.of("这个密码太容易猜到", "This password is too easy to guess");
        }
        for (String fact : known) {
            if (fact != null && fact.length() >= 4 && small.contains(fact.toLowerCase(Locale.ROOT))) {
                return Text.of("密码里不要有自己的名字、号码或登录名", "Keep your name and numbers out of the password");
            }
        }
        return null;
    }

    /** That it was typed another way the second time; null when it was not. */
    public static @Nullable Text differ(String password, String again) {
        return password.equals(again) ? null : Text.of("两次输入的密码不一样", "The two passwords differ");
    }

    /** @throws Problem 422 where it was */
    public static void same(String password, String again) {
        Text differ = differ(password, again);
        if (differ != null) {
            throw Problem.invalid("again", differ.zh(), differ.en());
        }
    }

    /** What is wrong with the new password of an account that exists. */
    public static @Nullable Text wrong(String password, Account account) {
        var number = account.number();
        return wrong(
                password, account.login(), account.name(), account.phone(), number == null ? null : number.inFull());
    }

    <T> T limited(Supplier<T> work) {
        return few(holding, () -> inTurn(work));
    }

    /** Of transactions, which keep a connection meanwhile, no more at once than there are permits: the next comes again. */
    public static <T> T few(Semaphore holding, Supplier<T> work) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            return work.get();
        }
        if (!holding.tryAcquire()) {
            throw busy();
        }
        try {
            return work.get();
        } finally {
            holding.release();
        }
    }

    private <T> T inTurn(Supplier<T> work) {
        try {
            if (!hashing.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw busy();
        }
        try {
            return work.get();
        } finally {
            hashing.release();
        }
    }

    /** By then whoever waits for a turn now has had it, or was told so too. */
    public static TooMany busy() {
        return new TooMany(
                "busy",
                Text.of("现在登录的人太多，请过一会儿再试", "Too many people are signing in: try again shortly"),
                Duration.ofSeconds(PATIENCE_SECONDS));
    }
}
