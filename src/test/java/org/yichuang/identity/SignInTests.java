package org.yichuang.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.yichuang.jooq.identity.Tables.PASSWORD_LINK;
import static org.yichuang.jooq.identity.Tables.SIGN_IN_GUARD;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yichuang.identity.signin.Lockout;
import org.yichuang.identity.signin.SignIn;
import org.yichuang.identity.store.GuardStore;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.shared.Digest;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Role;
import org.yichuang.support.TestClock;
import org.yichuang.support.Web;

@IdentityTest
class SignInTests {
    private final SignIn signIn;
    private final Accounts accounts;
    private final NewAccounts newAccounts;
    private final Lockout lockout;
    private final Journal journal;
    private final TestClock clock;
    private final People people;

    @Autowired
    SignInTests(
            SignIn signIn,
            Accounts accounts,
            NewAccounts newAccounts,
            Lockout lockout,
            Journal journal,
            TestClock clock,
            ApplicationContext context) {
        this.signIn = signIn;
        this.accounts = accounts;
        this.newAccounts = newAccounts;
        this.lockout = lockout;
        this.journal = journal;
        this.clock = clock;
        this.people = new People(context);
    }

    @Test
    void a_resident_signs_in_with_the_name_or_the_number() {
        var resident = people.resident();
        String number = Objects.requireNonNull(resident.number()).inFull();
        signs(String.valueOf(resident.login()));
        signs(String.valueOf(resident.login()).toUpperCase(java.util.Locale.ROOT));
        signs(number);
        signs(" " + number.replaceAll("(.{6})", "$1 "));
    }

    @Test
    void an_officer_does_not_sign_in_with_a_resident_id_number() {
        String number = People.number();
        newAccounts.createOfficer(
                new NewOfficer("by-number", "以号登录", null, number, java.util.Set.of(Role.OFFICER)), Actor.SYSTEM);
        assertThat(refused(number, People.PASSWORD).slug()).isEqualTo("wrong-password");
    }

    @Test
    void the_fifth_wrong_password_locks_and_says_until_when() {
        String name = String.valueOf(people.resident().login());
        for (int left = 4; left > 0; left--) {
            var wrong = refused(name, "not the password");
            assertThat(wrong.status()).isEqualTo(401);
            assertThat(wrong.detail().zh()).contains("还可以试 " + left + " 次");
        }
        var locked = refused(name, "not the password");
        assertThat(locked.status()).isEqualTo(429);
        assertThat(locked.slug()).isEqualTo("locked");
        assertThat(locked.detail().zh()).contains("锁定到 10:39");
        assertThat(refused(name, People.PASSWORD).slug()).isEqualTo("locked");
        clock.set("2026-10-09T10:39:01");
        signs(name);
    }

    @Test
    void of_attempts_at_once_each_is_counted_and_none_fails_otherwise() throws Exception {
        String name = String.valueOf(people.resident().login());
        var refusals = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            Callable<Integer> attempt = () -> refused(name, "not the password").status();
            for (var one : threads.invokeAll(Collections.nCopies(8, attempt))) {
                refusals.add(one.get());
            }
        }
        assertThat(refusals).containsOnly(401, 429);
        assertThat(refusals).filteredOn(status -> status == 401).hasSize(4);
    }

    @Test
    void a_locked_account_is_told_by_the_journal_and_opened_by_the_security_administrator() {
        var resident = people.resident();
        wrong(String.valueOf(resident.login()), 5);
        assertThat(lockout.lockedUntil(resident.id())).isEqualTo(TestClock.at("2026-10-09T10:39"));
        lockout.unlock(resident.id(), Actor.SYSTEM);
        signs(String.valueOf(resident.login()));
        assertThat(journal.of(resident.subject()))
                .extracting(Entry::kind)
                .containsSequence(IdentityKinds.LOCKED, IdentityKinds.UNLOCKED, IdentityKinds.SESSION_OPENED);
    }

    @Test
    void who_is_locked_or_disabled_signs_in_again_once_security_says_so_on_the_page_or_by_a_program(
            @LocalServerPort int port) {
        Account security = people.officer(Role.SECURITY_ADMINISTRATOR);
        String name = String.valueOf(security.login());
        var page = new Web(port).signedIn(name, People.PASSWORD);
        var program = new Web(port)
                .bearer(signIn.signIn(name, People.PASSWORD, true, "test").token());
        Map<String, Function<String, Integer>> ways = Map.of(
                "/admin/accounts/", to -> page.post(to).status(),
                "/api/v1/accounts/", to -> program.api("POST", to, null).status());

        ways.forEach((way, post) -> {
            int done = way.startsWith("/api") ? 200 : 302;
            Account resident = people.resident();
            String login = String.valueOf(resident.login());
            wrong(login, 5);
            assertThat(post.apply(way + resident.id() + "/unlock")).isEqualTo(done);
            signs(login);
            assertThat(post.apply(way + resident.id() + "/disable")).isEqualTo(done);
            assertThat(refused(login, People.PASSWORD)).isNotNull();
            assertThat(post.apply(way + resident.id() + "/enable")).isEqualTo(done);
            signs(login);
            assertThat(journal.of(resident.subject()))
                    .filteredOn(entry -> List.of(IdentityKinds.UNLOCKED, IdentityKinds.ENABLED)
                            .contains(entry.kind()))
                    .hasSize(2)
                    .allSatisfy(entry -> assertThat(entry.actor().account()).isEqualTo(security.id()));
        });
    }

    @Test
    void wrong_passwords_that_are_long_apart_do_not_lock() {
        String name = String.valueOf(people.resident().login());
        wrong(name, 4);
        clock.set(clock.instant().plus(Duration.ofMinutes(16)));
        assertThat(refused(name, "not the password").detail().en()).contains("4 tries left");
    }

    @Test
    void the_right_password_forgets_the_wrong_ones() {
        String name = String.valueOf(people.resident().login());
        wrong(name, 4);
        signs(name);
        assertThat(refused(name, "not the password").detail().en()).contains("4 tries left");
    }

    @Test
    void a_name_that_nobody_has_is_answered_like_one_that_somebody_has() {
        String known = String.valueOf(people.resident().login());
        String unknown = "nobody-" + known;
        for (int i = 0; i < 6; i++) {
            var one = refused(known, "not the password");
            var other = refused(unknown, "not the password");
            assertThat(other.status()).isEqualTo(one.status());
            assertThat(other.slug()).isEqualTo(one.slug());
            assertThat(other.detail()).isEqualTo(one.detail());
        }
    }

    @Test
    void spellings_of_one_number_count_together_whether_somebody_has_it_or_not() {
        String known = Objects.requireNonNull(people.resident().number()).inFull();
        for (String number : List.of(known, People.number())) {
            assertThat(refused(number, "not the password").detail().en()).contains("4 tries");
            assertThat(refused(number.substring(0, 6) + " " + number.substring(6), "not the password")
                            .detail()
                            .en())
                    .contains("3 tries");
            assertThat(refused(number.substring(0, 6) + "-" + number.substring(6), "not the password")
                            .detail()
                            .en())
                    .contains("2 tries");
        }
    }

    @Test
    void a_name_that_nobody_has_is_forgotten_in_the_second_night_after_it_was_tried(
            @Autowired @Qualifier("forgetOldSessions") RecurringTask<Void> night,
            @Autowired GuardStore guards,
            @Autowired DSLContext db) {
        String name = "nobody-" + UUID.randomUUID();
        byte[] who = guards.who("name:" + name);
        clock.set("2026-10-07T10:24");
        refused(name, "not the password");

        clock.set("2026-10-08T03:40");
        night.executeRecurringly(null, null);
        assertThat(db.fetchCount(SIGN_IN_GUARD, SIGN_IN_GUARD.WHO.eq(who))).isOne();

        clock.set("2026-10-09T03:40");
        night.executeRecurringly(null, null);
        assertThat(db.fetchCount(SIGN_IN_GUARD, SIGN_IN_GUARD.WHO.eq(who))).isZero();
    }

    @Test
    void a_code_that_nobody_used_in_time_is_forgotten_in_the_night(
            @Autowired @Qualifier("forgetOldSessions") RecurringTask<Void> night, @Autowired DSLContext db) {
        clock.set("2026-10-07T10:24");
        var who = new AtWindow(AccountKind.RESIDENT, People.number(), "吴玉珍", null, null);
        UUID account = newAccounts.applicantAtWindow(who, Actor.SYSTEM).id();
        accounts.passwordLink(account, Actor.SYSTEM);

        night.executeRecurringly(null, null);
        assertThat(db.fetchCount(PASSWORD_LINK, PASSWORD_LINK.ACCOUNT.eq(account)))
                .isOne();

        clock.set("2027-10-07T10:24");
        night.executeRecurringly(null, null);
        assertThat(db.fetchCount(PASSWORD_LINK, PASSWORD_LINK.ACCOUNT.eq(account)))
                .isZero();
    }

    @Test
    void many_attempts_at_once_get_no_more_tries_than_five() throws Exception {
        String name = String.valueOf(people.resident().login());
        var attempts = new ArrayList<Callable<Problem>>();
        for (int i = 0; i < 24; i++) {
            attempts.add(() -> refused(name, "not the password"));
        }
        int tried = 0;
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<Problem> answer : threads.invokeAll(attempts)) {
                tried += answer.get().slug().equals("wrong-password") ? 1 : 0;
            }
        }
        assertThat(tried).isEqualTo(4);
        assertThat(refused(name, People.PASSWORD).slug()).isEqualTo("locked");
    }

    @Test
    void who_signs_in_many_times_at_once_with_the_right_password_is_never_told_to_be_locked() throws Exception {
        String name = String.valueOf(people.resident().login());
        Callable<String> attempt = () -> {
            try {
                signIn.signIn(name, People.PASSWORD, true, "a program");
                return "in";
            } catch (Problem problem) {
                return problem.slug();
            }
        };
        var answers = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(16)) {
            for (var one : threads.invokeAll(Collections.nCopies(32, attempt))) {
                answers.add(one.get());
            }
        }
        assertThat(answers).contains("in").isSubsetOf("in", "busy");
        signs(name);
    }

    @Test
    void attempts_whose_node_ended_over_them_lock_like_wrong_ones(@Autowired GuardStore guards) {
        var resident = people.resident();
        String name = String.valueOf(resident.login());
        byte[] who = Digest.sha256(("account:" + resident.id()).getBytes(StandardCharsets.UTF_8));
        Instant now = clock.instant();
        for (int i = 0; i < 5; i++) {
            guards.begin(who, resident.id(), now, now.minus(Duration.ofMinutes(15)));
        }
        clock.set("2026-10-09T10:25");
        assertThat(refused(name, People.PASSWORD).slug()).isEqualTo("busy");
        assertThat(lockout.lockedUntil(resident.id())).isNull();

        clock.set("2026-10-09T10:25:01");
        assertThat(refused(name, People.PASSWORD).slug()).isEqualTo("locked");
        assertThat(lockout.lockedUntil(resident.id())).isEqualTo(TestClock.at("2026-10-09T10:40:01"));
        assertThat(journal.of(resident.subject())).extracting(Entry::kind).contains(IdentityKinds.LOCKED);

        clock.set("2026-10-09T10:40:02");
        signs(name);
    }

    @Test
    void a_disabled_account_is_told_so_only_with_the_right_password() {
        var resident = people.resident();
        accounts.disable(resident.id(), Actor.SYSTEM);
        assertThat(refused(String.valueOf(resident.login()), "not the password").slug())
                .isEqualTo("wrong-password");
        assertThat(refused(String.valueOf(resident.login()), People.PASSWORD).slug())
                .isEqualTo("disabled");
    }

    @Test
    void letters_that_no_name_has_are_a_wrong_name_and_nothing_worse() {
        for (String odd : new String[] {"", "\u0000", "a\u0000b", "'; --", "😀", "x".repeat(5000)}) {
            assertThat(refused(odd, "p").status()).isIn(401, 429);
        }
    }

    private void signs(String name) {
        assertThat(signIn.signIn(name, People.PASSWORD, false, "test").token()).startsWith("ycs_");
    }

    private void wrong(String name, int times) {
        for (int i = 0; i < times; i++) {
            refused(name, "not the password");
        }
    }

    private Problem refused(String name, String password) {
        return catchThrowableOfType(Problem.class, () -> signIn.signIn(name, password, false, "test"));
    }
}
