package org.yichuang.identity.signin;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.yichuang.jooq.identity.Tables.SETUP_LINK;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.yichuang.identity.Accounts;
import org.yichuang.identity.DemoAccounts;
import org.yichuang.identity.IdentityTest;
import org.yichuang.identity.People;
import org.yichuang.journal.Actor;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Role;
import org.yichuang.support.Locks;
import org.yichuang.support.TestClock;
import org.yichuang.support.Web;

@ExtendWith(OutputCaptureExtension.class)
@IdentityTest
@TestPropertySource(properties = {"yichuang.fill=empty", "yichuang.recover=yi-security"})
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SetUpTests {
    private static final Pattern SET_UP = Pattern.compile("/setup/ycu_[A-Za-z0-9_-]+");
    private static final Pattern NEW_PASSWORD = Pattern.compile("/set-password\\?code=[A-Z0-9-]+");

    private static final String[] PEOPLE = {
        "name-1", "甲", "idNumber-1", People.number(), "login-1", "jia", "password-1", "first phrase here",
        "name-2", "乙", "idNumber-2", People.number(), "login-2", "yi-security", "password-2", "second phrase here",
        "name-3", "丙", "idNumber-3", People.number(), "login-3", "bing-audit", "password-3", "third phrase here"
    };

    private final SetUp setUp;
    private final Recovery recovery;
    private final DSLContext dsl;
    private final Accounts accounts;
    private final DemoAccounts demo;
    private final TransactionTemplate transaction;
    private final TestClock clock;
    private final int port;

    @Autowired
    SetUpTests(
            SetUp setUp,
            Recovery recovery,
            DSLContext dsl,
            Accounts accounts,
            DemoAccounts demo,
            TransactionTemplate transaction,
            TestClock clock,
            @LocalServerPort int port) {
        this.setUp = setUp;
        this.recovery = recovery;
        this.dsl = dsl;
        this.accounts = accounts;
        this.demo = demo;
        this.transaction = transaction;
        this.clock = clock;
        this.port = port;
    }

    @Test
    @Order(1)
    void an_empty_database_has_no_demo_account_and_takes_none() {
        assertThat(accounts.byLogin("security")).isEmpty();
        assertThat(new Web(port).get("/sign-in").body()).doesNotContain(DemoAccounts.PASSWORD);
        assertThatThrownBy(() -> demo.create(DemoAccounts.people())).isInstanceOf(IllegalStateException.class);
    }

    @Test
    @Order(2)
    void a_new_start_replaces_the_link_and_an_hour_ends_it(CapturedOutput output) {
        setUp.announce();
        setUp.announce();
        assertThat(output.getAll()).contains("还没有人能登录", "Nobody can sign in yet");
        assertThat(dsl.fetchCount(SETUP_LINK)).isEqualTo(1);
        String path = last(SET_UP, output);
        var web = new Web(port);
        assertThat(web.get(path).status()).isEqualTo(200);

        clock.set(clock.instant().plus(Duration.ofMinutes(61)));

        assertThat(web.get(path).status()).isEqualTo(404);
        assertThat(web.post(path, PEOPLE).status()).isEqualTo(404);
        assertThat(accounts.byLogin("jia")).isEmpty();
    }

    private static String last(Pattern path, CapturedOutput output) {
        return path.matcher(output.getAll())
                .results()
                .map(found -> found.group())
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    @Test
    @Order(3)
    void the_link_in_the_log_makes_three_people_once(CapturedOutput output) {
        assertThat(dsl.fetchCount(SETUP_LINK)).as("the start gave a link").isEqualTo(1);
        setUp.announce();
        String path = last(SET_UP, output);
        var web = new Web(port);
        assertThat(web.get(path).status()).isEqualTo(200);
        assertThat(web.get("/setup/ycu_" + "x".repeat(43)).status()).isEqualTo(404);

        assertThat(web.post(path, with("idNumber-1", "")).body()).contains("idNumber-1-error");
        assertThat(web.post(path, with("idNumber-3", PEOPLE[3])).body())
                .as("the same person under another name")
                .contains("idNumber-3-error");
        assertThat(web.post(path, with("password-2", "short")).body())
                .contains("password-2-error", "<a href=\"#password-2\">安全管理员：")
                .contains("value=\"yi-security\"");
        assertThat(accounts.byLogin("jia")).isEmpty();

        assertThat(web.post(path, PEOPLE).location()).isEqualTo("/sign-in?done=set-up");
        assertThat(web.get("/sign-in?done=set-up").body()).contains("三个账号已建立");
        assertThat(accounts.byLogin("jia").orElseThrow().roles()).containsExactly(Role.ADMINISTRATOR);
        assertThat(accounts.byLogin("yi-security").orElseThrow().roles()).containsExactly(Role.SECURITY_ADMINISTRATOR);
        assertThat(accounts.byLogin("bing-audit").orElseThrow().roles()).containsExactly(Role.AUDITOR);
        new Web(port).signedIn("yi-security", "second phrase here");

        assertThat(web.get(path).status()).isEqualTo(404);
        assertThat(web.post(path, PEOPLE).status()).isEqualTo(404);
        setUp.announce();
        assertThat(dsl.fetchCount(SETUP_LINK)).as("nobody gets a link any more").isZero();
    }

    @Test
    @Order(4)
    void of_two_who_can_confirm_an_appointment_one_stays_when_both_are_disabled_at_once() {
        var administrator = accounts.byLogin("jia").orElseThrow();
        var auditor = accounts.byLogin("bing-audit").orElseThrow();
        try (var thread = Executors.newSingleThreadExecutor()) {
            Future<?> other = requireNonNull(transaction.execute(status -> {
                accounts.disable(administrator.id(), Actor.SYSTEM);
                int disabling = Locks.connection(dsl);
                Future<?> begun = thread.submit(() -> accounts.disable(auditor.id(), Actor.SYSTEM));
                await().until(() -> begun.isDone() || Locks.awaited(dsl, disabling));
                return begun;
            }));
            assertThatThrownBy(other::get)
                    .cause()
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.slug()).isEqualTo("last-second-person"));
        }
        assertThat(accounts.get(auditor.id()).disabled()).isFalse();
    }

    @Test
    @Order(5)
    void a_security_administrator_whom_no_other_can_help_comes_back_by_a_link_that_waits_for_another(
            CapturedOutput output) {
        var security = accounts.byLogin("yi-security").orElseThrow();
        dsl.execute("update identity.account set disabled_at = now() where id = ?", security.id());

        recovery.announce();

        var web = new Web(port);
        String code = last(NEW_PASSWORD, output).replaceFirst(".*=", "");
        String[] set = {"code", code, "password", "fourth phrase here", "again", "fourth phrase here"};
        assertThat(output).contains("系统管理员或审计员确认后才有用");
        assertThat(web.post("/sign-in", "name", "yi-security", "password", "second phrase here")
                        .status())
                .as("the old password of who was disabled")
                .isEqualTo(401);
        assertThat(web.post("/set-password", set).status()).isEqualTo(409);
        new Web(port)
                .signedIn("bing-audit", "third phrase here")
                .post("/admin/password-links/" + security.id() + "/confirm");
        assertThat(web.post("/set-password", set).status()).isEqualTo(302);
        new Web(port).signedIn("yi-security", "fourth phrase here");
    }

    @Test
    @Order(6)
    void who_is_none_of_the_three_is_not_helped_so(CapturedOutput output) {
        dsl.execute("update identity.account set login = 'yi' where login = 'yi-security'");

        recovery.announce();

        assertThat(output)
                .contains("No administrator, security administrator or auditor has this login name")
                .doesNotContain("code=");
    }

    @Test
    @Order(7)
    void who_was_disabled_stays_so_while_another_security_administrator_can_help(CapturedOutput output) {
        dsl.execute("update identity.account set login = 'yi-security', disabled_at = now(),"
                + " roles = array['SECURITY_ADMINISTRATOR'] where login = 'jia'");

        recovery.announce();

        assertThat(output)
                .contains("another security administrator can enable it")
                .doesNotContain("code=");
        assertThat(accounts.byLogin("yi-security").orElseThrow().disabled()).isTrue();
    }

    @Test
    @Order(8)
    void the_only_one_left_who_can_confirm_comes_back_by_a_link_that_waits_for_nobody(CapturedOutput output) {
        dsl.execute("update identity.account set login = 'jia' where login = 'yi-security'");
        dsl.execute("update identity.account set login = 'yi-security' where login = 'bing-audit'");

        recovery.announce();

        String code = last(NEW_PASSWORD, output).replaceFirst(".*=", "");
        assertThat(output).doesNotContain("系统管理员或审计员确认后才有用");
        assertThat(new Web(port)
                        .post(
                                "/set-password",
                                "code",
                                code,
                                "password",
                                "sixth phrase here",
                                "again",
                                "sixth phrase here")
                        .status())
                .isEqualTo(302);
        new Web(port).signedIn("yi-security", "sixth phrase here");
    }

    @Test
    @Order(9)
    void an_administrator_or_auditor_who_was_disabled_stays_so_until_the_security_administrator_enables_them(
            CapturedOutput output) {
        dsl.execute("update identity.account set disabled_at = now() where login in ('yi', 'yi-security')");
        assertThat(accounts.byLogin("yi").orElseThrow().roles()).containsExactly(Role.SECURITY_ADMINISTRATOR);

        for (String role : new String[] {"AUDITOR", "ADMINISTRATOR"}) {
            dsl.execute("update identity.account set roles = array['" + role + "'] where login = 'yi-security'");
            recovery.announce();
            assertThat(accounts.byLogin("yi-security").orElseThrow().disabled()).isTrue();
        }

        assertThat(output)
                .contains("the security administrator enables it")
                .doesNotContain("code=", "another security administrator");
    }

    private static String[] with(String field, String value) {
        String[] changed = PEOPLE.clone();
        for (int i = 0; i < changed.length; i += 2) {
            changed[i + 1] = changed[i].equals(field) ? value : changed[i + 1];
        }
        return changed;
    }
}
