package org.yichuang.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yichuang.identity.Account;
import org.yichuang.identity.Accounts;
import org.yichuang.identity.IdentityTest;
import org.yichuang.identity.People;
import org.yichuang.identity.store.LinkStore;
import org.yichuang.journal.Actor;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;
import org.yichuang.shared.TooMany;

/** Hashing takes its time and its turn: who waits for it holds no connection, or is one of few. */
@IdentityTest
@Import(HashingTests.Setup.class)
class HashingTests {
    private final Watched passwords;
    private final SignIn signIn;
    private final PasswordLinks links;
    private final LinkStore store;
    private final SetUp setUp;
    private final Accounts accounts;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final People people;

    @Autowired
    HashingTests(
            Watched passwords,
            SignIn signIn,
            PasswordLinks links,
            LinkStore store,
            SetUp setUp,
            Accounts accounts,
            Clock clock,
            TransactionTemplate transaction,
            ApplicationContext context) {
        this.passwords = passwords;
        this.signIn = signIn;
        this.links = links;
        this.store = store;
        this.setUp = setUp;
        this.accounts = accounts;
        this.clock = clock;
        this.transaction = transaction;
        this.people = new People(context);
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Setup {
        @Bean
        @Primary
        Watched watched() {
            return new Watched();
        }
    }

    /** Notes whether a transaction was open when a password was hashed; has no time for one password. */
    static class Watched extends Passwords {
        static final String TOO_MUCH = "one phrase too many";

        private final Queue<Boolean> inTransaction = new ConcurrentLinkedQueue<>();

        @Override
        public String hash(String password) {
            // the constructor hashes too
            Queue<Boolean> noted = inTransaction;
            if (noted != null) {
                noted.add(TransactionSynchronizationManager.isActualTransactionActive());
            }
            refuse(password);
            return super.hash(password);
        }

        @Override
        public boolean matches(String password, @Nullable String hash) {
            refuse(password);
            return super.matches(password, hash);
        }

        private static void refuse(String password) {
            if (password.equals(TOO_MUCH)) {
                throw new Problem(429, "busy", Text.of("请过一会儿再试", "Try again shortly"), List.of());
            }
        }
    }

    @BeforeEach
    void nothing_is_noted() {
        passwords.inTransaction.clear();
    }

    @Test
    void who_registers_claims_or_changes_a_password_holds_no_connection_while_it_is_hashed() {
        people.company();
        var resident = people.resident();
        links.use(links.issue(resident, Actor.SYSTEM).code(), "a fine phrase");
        var checked = signIn.confirm(resident.id(), "a fine phrase");
        links.change(checked, "another fine phrase", resident.id());

        assertThat(passwords.inTransaction).containsExactly(false, false, false, false);
    }

    @Test
    void a_set_up_that_had_no_time_for_a_password_makes_nobody_and_its_link_stays() {
        String token = Tokens.next(Tokens.SETUP);
        store.replaceSetup(Tokens.hash(token), clock.instant());

        assertThatThrownBy(() -> setUp.run(token, three(Watched.TOO_MUCH)))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(429));

        assertThat(setUp.open(token)).isTrue();
        assertThat(accounts.byLogin("set-up-1")).isEmpty();
        setUp.run(token, three("third phrase here"));
        assertThat(accounts.byLogin("set-up-3")).map(Account::claimed).contains(true);
    }

    @Test
    void a_password_that_there_was_no_time_for_is_no_wrong_one() {
        String name = String.valueOf(people.resident().login());
        for (int i = 0; i < 6; i++) {
            assertThatThrownBy(() -> signIn.signIn(name, Watched.TOO_MUCH, false, "test"))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.slug()).isEqualTo("busy"));
        }

        assertThatThrownBy(() -> signIn.signIn(name, "not the password", false, "test"))
                .hasMessageContaining("4 tries left");
        assertThat(signIn.signIn(name, People.PASSWORD, false, "test").token()).startsWith(Tokens.SESSION);
    }

    private static List<SetUp.Person> three(String last) {
        return List.of(
                new SetUp.Person("set-up-1", "甲", People.number(), "first phrase here"),
                new SetUp.Person("set-up-2", "乙", People.number(), "second phrase here"),
                new SetUp.Person("set-up-3", "丙", People.number(), last));
    }

    @Test
    void of_transactions_that_hash_few_wait_and_the_next_is_told_to_come_again() throws Exception {
        var free = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(Passwords.HOLDING + 1)) {
            var answers = new ExecutorCompletionService<Boolean>(threads);
            for (int i = 0; i <= Passwords.HOLDING; i++) {
                answers.submit(() -> transaction.execute(status -> hashes(free)));
            }

            boolean firstAnswered = answers.take().get();
            free.countDown();

            assertThat(firstAnswered).as("one more than may wait").isFalse();
            for (int i = 0; i < Passwords.HOLDING; i++) {
                assertThat(answers.take().get()).isTrue();
            }
        }
    }

    /** Hashes until it is free to go; false where it was told to come again. */
    private boolean hashes(CountDownLatch free) {
        try {
            return passwords.limited(() -> waited(free));
        } catch (TooMany many) {
            assertThat(many.slug()).isEqualTo("busy");
            assertThat(many.seconds()).isEqualTo(20);
            return false;
        }
    }

    private static boolean waited(CountDownLatch free) {
        try {
            return free.await(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
