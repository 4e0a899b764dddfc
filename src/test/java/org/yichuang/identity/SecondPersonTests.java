package org.yichuang.identity;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.yichuang.identity.signin.PasswordLinks;
import org.yichuang.identity.signin.SecondPerson;
import org.yichuang.identity.signin.Sessions;
import org.yichuang.identity.signin.SignIn;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Role;
import org.yichuang.support.Locks;
import org.yichuang.support.TestClock;
import org.yichuang.support.Web;

/** Who gives the rights does not become, alone, who runs the data or who reads the record. */
@IdentityTest
class SecondPersonTests {
    private static final String NEW = "another fine phrase";

    private final PasswordLinks links;
    private final SecondPerson second;
    private final SignIn signIn;
    private final Accounts accounts;
    private final NewAccounts newAccounts;
    private final Roles roles;
    private final Sessions sessions;
    private final Journal journal;
    private final DSLContext dsl;
    private final TransactionTemplate transaction;
    private final TestClock clock;
    private final People people;
    private final int port;

    @Autowired
    SecondPersonTests(
            PasswordLinks links,
            SecondPerson second,
            SignIn signIn,
            Accounts accounts,
            NewAccounts newAccounts,
            Roles roles,
            Sessions sessions,
            Journal journal,
            DSLContext dsl,
            TransactionTemplate transaction,
            TestClock clock,
            ApplicationContext context,
            @LocalServerPort int port) {
        this.links = links;
        this.second = second;
        this.signIn = signIn;
        this.accounts = accounts;
        this.newAccounts = newAccounts;
        this.roles = roles;
        this.sessions = sessions;
        this.journal = journal;
        this.dsl = dsl;
        this.transaction = transaction;
        this.clock = clock;
        this.people = new People(context);
        this.port = port;
    }

    @ParameterizedTest
    @CsvSource({"ADMINISTRATOR, AUDITOR", "AUDITOR, ADMINISTRATOR", "SECURITY_ADMINISTRATOR, AUDITOR"})
    void the_password_of_one_of_the_three_is_reset_only_when_another_has_confirmed_it(Role held, Role other) {
        var owner = people.officer(held);
        var security = people.officer(Role.SECURITY_ADMINISTRATOR);
        String page = signedIn(security)
                .post("/admin/accounts/" + owner.id() + "/password-link")
                .body();
        assertThat(page).contains("确认后，它才有用");
        String code = code(page);

        var early = set(code);

        assertThat(early.status()).isEqualTo(409);
        assertThat(early.body()).contains("code-error");
        signedIn(owner);

        var second = signedIn(people.officer(other));
        assertThat(second.get("/admin/password-links").body()).contains(owner.name(), security.name(), confirm(owner));
        assertThat(second.post(confirm(owner)).location()).isEqualTo("/admin/password-links");
        assertThat(second.get("/admin/password-links").body()).doesNotContain(confirm(owner));
        assertThat(set(code).status()).isEqualTo(302);
        new Web(port).signedIn(String.valueOf(owner.login()), NEW);
    }

    @Test
    void a_disabled_account_takes_no_code_and_opens_no_session_until_it_is_enabled() {
        var officer = people.officer(Role.OFFICER);
        var security = Actor.of(people.officer(Role.SECURITY_ADMINISTRATOR).id());
        String code = links.issue(officer, security).code();
        accounts.disable(officer.id(), security);

        var refused = set(code);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("这个账号已停用");
        assertThat(refused.raw().headers().allValues("Set-Cookie"))
                .noneMatch(cookie -> cookie.startsWith("yc_session="));
        assertThat(journal.of(officer.subject())).extracting(Entry::kind).endsWith("account.disabled");

        accounts.enable(officer.id(), security);
        assertThat(set(code).status()).isEqualTo(302);
    }

    @Test
    void a_program_of_another_of_the_three_reads_what_waits_and_confirms_it_once() {
        Web auditor = program(people.officer(Role.AUDITOR)).keyed();
        var owner = people.officer(Role.SECURITY_ADMINISTRATOR);
        var security = people.officer(Role.SECURITY_ADMINISTRATOR);
        String code = links.issue(owner, Actor.of(security.id())).code();
        String confirm = "/api/v1/password-links/" + owner.id() + "/confirm";

        assertThat(program(security).api("POST", confirm, null).status()).isEqualTo(403);
        assertThat(auditor.api("GET", "/api/v1/password-links", null).body())
                .contains("\"account\":\"" + owner.id() + "\"", "\"issuer\":\"" + security.name() + "\"")
                .doesNotContain(code);
        assertThat(set(code).status()).isEqualTo(409);
        assertThat(auditor.api("POST", confirm, null).status()).isEqualTo(204);

        assertThat(auditor.api("POST", confirm, null).status())
                .as("nothing waits any more")
                .isEqualTo(404);
        assertThat(auditor.api("GET", "/api/v1/password-links", null).body())
                .doesNotContain(owner.id().toString());
        assertThat(set(code).status()).isEqualTo(302);
    }

    @Test
    void a_program_whose_owner_waits_for_a_password_does_not_confirm_it() {
        people.officer(Role.ADMINISTRATOR);
        var auditor = people.officer(Role.AUDITOR);
        String code = links.issue(auditor, Actor.SYSTEM).code();

        var refused = program(auditor).api("POST", "/api/v1/password-links/" + auditor.id() + "/confirm", null);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("urn:yichuang:problem:four-eyes", "somebody else confirms it");
        assertThat(set(code).status()).isEqualTo(409);
    }

    private Web program(Account account) {
        return new Web(port).bearer(sessions.open(account, true, "test").token());
    }

    @Test
    void neither_who_issues_it_nor_whose_it_is_is_the_second_person() {
        var auditor = people.officer(Role.AUDITOR);
        var security = people.officer(Role.SECURITY_ADMINISTRATOR);
        String code = links.issue(auditor, Actor.of(security.id())).code();

        assertThat(signedIn(security).post(confirm(auditor)).status()).isEqualTo(403);
        assertThat(signedIn(security).get("/admin/password-links").status()).isEqualTo(403);
        assertThat(signedIn(auditor).post(confirm(auditor)).status()).isEqualTo(409);
        assertThat(signedIn(auditor).get("/admin/password-links").body())
                .contains("是您的密码")
                .doesNotContain(confirm(auditor));

        assertThatThrownBy(() -> second.confirm(auditor.id(), security.id()))
                .as("who issued it, in another role since")
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("four-eyes"));
        assertThat(set(code).status()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource({"ADMINISTRATOR, AUDITOR", "AUDITOR, ADMINISTRATOR", "SECURITY_ADMINISTRATOR, AUDITOR"})
    void whose_account_is_opened_for_one_of_the_three_signs_in_only_when_another_has_confirmed_it(
            Role wanted, Role other) {
        var confirming = people.officer(other);
        var security = signedIn(people.officer(Role.SECURITY_ADMINISTRATOR));
        String number = People.number();
        String login = "new-" + number.toLowerCase(Locale.ROOT);
        String page = security.post(
                        "/admin/accounts", "name", "新任", "login", login, "idNumber", number, "roles", wanted.name())
                .location();
        var made = accounts.byLogin(login).orElseThrow();
        String account = "/admin/accounts/" + made.id();
        assertThat(page).isEqualTo(account + "?done=made");
        assertThat(security.get(account + "?done=made").body()).contains("账号已建立；现在给本人开通码。");
        String code = code(security.post(account + "/password-link").body());

        assertThat(set(code).status()).isEqualTo(409);
        var second = signedIn(confirming);
        assertThat(second.get("/admin/password-links").body()).contains(login, "<td>任命</td>", confirm(made));
        second.post(confirm(made));
        assertThat(set(code).status()).isEqualTo(302);
        new Web(port).signedIn(login, NEW);
    }

    @Test
    void who_gives_an_officer_one_of_the_three_roles_does_not_get_it_by_a_password_a_code_or_a_session_of_before() {
        var administrator = people.officer(Role.ADMINISTRATOR);
        var security = people.officer(Role.SECURITY_ADMINISTRATOR);
        var officer = people.officer(Role.OFFICER);
        var signedIn = signedIn(officer);
        String before = links.issue(officer, Actor.of(security.id())).code();
        var desk = signedIn(security);
        String account = "/admin/accounts/" + officer.id();

        desk.post(account + "/roles", "revoke", Role.OFFICER.name());
        desk.post(account + "/roles", "grant", Role.AUDITOR.name());

        assertThat(accounts.get(officer.id()).roles()).containsExactly(Role.AUDITOR);
        assertThat(signedIn.get("/admin/password-links").location()).startsWith("/sign-in");
        assertThat(signsIn(officer, People.PASSWORD)).isFalse();
        assertThat(set(before).status()).isEqualTo(404);
        String code = code(desk.post(account + "/password-link").body());
        assertThat(set(code).status()).isEqualTo(409);
        signedIn(administrator).post(confirm(officer));
        assertThat(set(code).status()).isEqualTo(302);
        assertThat(signsIn(officer, NEW)).isTrue();
        assertThat(journal.of(officer.subject()))
                .filteredOn(entry -> entry.kind().equals(IdentityKinds.PASSWORD_ENDED))
                .singleElement()
                .extracting(entry -> entry.actor().account())
                .isEqualTo(security.id());
    }

    @Test
    void a_role_taken_for_a_moment_does_not_get_round_it() {
        people.officer(Role.ADMINISTRATOR);
        var auditor = people.officer(Role.AUDITOR);
        Actor security = Actor.of(people.officer(Role.SECURITY_ADMINISTRATOR).id());

        roles.revoke(auditor.id(), Role.AUDITOR, security);
        links.use(links.issue(auditor, security).code(), NEW);
        roles.grant(auditor.id(), Role.AUDITOR, security);

        assertThat(signsIn(auditor, NEW)).isFalse();
        assertThat(links.issue(auditor, security).waits()).isTrue();
    }

    @Test
    void a_yes_to_one_of_the_three_roles_is_none_to_another() {
        var administrator = people.officer(Role.ADMINISTRATOR);
        var auditor = people.officer(Role.AUDITOR);
        Actor security = Actor.of(people.officer(Role.SECURITY_ADMINISTRATOR).id());
        String confirmed = links.issue(auditor, security).code();
        second.confirm(auditor.id(), administrator.id());

        roles.revoke(auditor.id(), Role.AUDITOR, security);
        roles.grant(auditor.id(), Role.ADMINISTRATOR, security);

        assertThat(set(confirmed).status()).isEqualTo(404);
    }

    @Test
    void what_began_before_the_role_was_given_does_not_end_with_it() {
        var signing = people.officer();
        meanwhile(granting(signing), "roles-changed", entering(signing));
        var changing = people.officer();
        meanwhile(granting(changing), "roles-changed", replacing(changing));

        assertThat(sessions.of(signing.id())).isEmpty();
        assertThat(accounts.get(changing.id()).claimed()).isFalse();
    }

    @Test
    void an_old_password_that_was_right_opens_and_changes_nothing_when_it_was_reset_meanwhile() {
        var signing = people.resident();
        meanwhile(resetting(signing), "password-changed", entering(signing));
        var changing = people.resident();
        meanwhile(resetting(changing), "password-changed", replacing(changing));

        assertThat(sessions.of(signing.id())).isEmpty();
        assertThat(signsIn(changing, NEW)).isTrue();
    }

    @Test
    void no_code_is_given_for_an_account_whose_owner_sets_the_password_meanwhile() {
        var owner = newAccounts.applicantAtWindow(
                new AtWindow(AccountKind.RESIDENT, People.number(), "吴玉珍", null, null), Actor.SYSTEM);
        String first = links.issue(owner, Actor.SYSTEM).code();

        meanwhile(() -> links.use(first, NEW), "claimed", () -> accounts.passwordLink(owner.id(), Actor.SYSTEM));

        assertThat(journal.of(owner.subject()))
                .extracting(Entry::kind)
                .containsOnlyOnce(IdentityKinds.PASSWORD_LINK)
                .endsWith(IdentityKinds.CLAIMED);
    }

    private Runnable granting(Account account) {
        return () -> roles.grant(account.id(), Role.AUDITOR, Actor.SYSTEM);
    }

    private Runnable resetting(Account account) {
        return () -> links.use(links.issue(account, Actor.SYSTEM).code(), NEW);
    }

    private Runnable entering(Account account) {
        return () -> signIn.signIn(String.valueOf(account.login()), People.PASSWORD, true, "test");
    }

    private Runnable replacing(Account account) {
        return () -> links.change(signIn.confirm(account.id(), People.PASSWORD), "yet another phrase", account.id());
    }

    /** Begins while the account is being changed, and is refused when it is. */
    private void meanwhile(Runnable change, String slug, Runnable act) {
        try (var thread = Executors.newSingleThreadExecutor()) {
            Future<?> begun = requireNonNull(transaction.execute(status -> {
                change.run();
                int changing = Locks.connection(dsl);
                Future<?> waiting = thread.submit(act);
                await().until(() -> waiting.isDone() || Locks.awaited(dsl, changing));
                return waiting;
            }));
            assertThatThrownBy(begun::get)
                    .cause()
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.slug()).isEqualTo(slug));
        }
    }

    @Test
    void the_last_who_can_say_yes_is_neither_disabled_nor_loses_the_role() {
        withTwo((administrator, auditor, security) -> {
            accounts.disable(auditor.id(), security);
            var fresh = new NewOfficer("fresh-auditor", "新任", null, People.number(), Set.of(Role.AUDITOR));
            var made = newAccounts.createOfficer(fresh, security);
            assertThat(links.issue(made, security).waits())
                    .as("in the place of one that was locked")
                    .isTrue();
            for (ThrowingCallable last : List.<ThrowingCallable>of(
                    () -> accounts.disable(administrator.id(), security),
                    () -> roles.revoke(administrator.id(), Role.ADMINISTRATOR, security))) {
                assertThatThrownBy(last)
                        .isInstanceOfSatisfying(
                                Problem.class,
                                problem -> assertThat(problem.slug()).isEqualTo("last-second-person"));
            }
            accounts.enable(auditor.id(), security);
            roles.revoke(administrator.id(), Role.ADMINISTRATOR, security);
            assertThat(accounts.get(administrator.id()).roles()).isEmpty();
        });
    }

    @Test
    void the_last_who_can_say_yes_gets_a_new_password_from_who_starts_the_server_and_not_from_who_gives_the_roles() {
        withTwo((administrator, auditor, security) -> {
            assertThat(links.issue(administrator, security).waits()).isTrue();
            assertThat(links.issue(administrator, Actor.SYSTEM).waits())
                    .as("with both there")
                    .isTrue();

            accounts.disable(auditor.id(), security);

            assertThatThrownBy(() -> links.issue(administrator, security))
                    .as("who disabled the other would be both")
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.slug()).isEqualTo("last-second-person"));
            var fresh = new NewOfficer("friend-auditor", "新任", null, People.number(), Set.of(Role.AUDITOR));
            var friend = newAccounts.createOfficer(fresh, security);
            assertThat(links.issue(friend, Actor.SYSTEM).waits())
                    .as("there is another than the new one")
                    .isTrue();
            var link = links.issue(administrator, Actor.SYSTEM);
            assertThat(link.waits()).isFalse();
            links.use(link.code(), NEW);
            second.confirm(friend.id(), administrator.id());
        });
    }

    @Test
    void a_code_that_waited_for_nobody_is_dead_once_there_is_somebody_else() {
        withTwo((administrator, auditor, security) -> {
            accounts.disable(auditor.id(), security);
            String code = links.issue(administrator, Actor.SYSTEM).code();

            accounts.enable(auditor.id(), security);

            assertThatThrownBy(() -> links.use(code, NEW))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.status()).isEqualTo(404));
        });
    }

    @Test
    void where_nobody_can_say_yes_the_first_code_waits_for_nobody_and_the_next_one_does() {
        var security = Actor.of(people.officer(Role.SECURITY_ADMINISTRATOR).id());
        undone(() -> {
            onlyThese();
            var first = people.officer();
            roles.grant(first.id(), Role.AUDITOR, security);
            links.use(links.issue(first, security).code(), NEW);
            var next = new NewOfficer("next-administrator", "新任", null, People.number(), Set.of(Role.ADMINISTRATOR));

            var link = links.issue(newAccounts.createOfficer(next, security), security);

            assertThat(accounts.get(first.id()).claimed()).isTrue();
            assertThat(link.waits()).isTrue();
        });
    }

    @Test
    void the_last_who_can_issue_a_code_is_neither_disabled_nor_loses_the_role() {
        var last = people.officer(Role.SECURITY_ADMINISTRATOR);
        var other = people.officer(Role.SECURITY_ADMINISTRATOR);
        undone(() -> {
            onlyThese(last, other);
            accounts.disable(other.id(), Actor.of(last.id()));
            for (ThrowingCallable refused : List.<ThrowingCallable>of(
                    () -> accounts.disable(last.id(), Actor.of(other.id())),
                    () -> roles.revoke(last.id(), Role.SECURITY_ADMINISTRATOR, Actor.of(other.id())))) {
                assertThatThrownBy(refused)
                        .isInstanceOfSatisfying(
                                Problem.class,
                                problem -> assertThat(problem.slug()).isEqualTo("last-security-administrator"));
            }
            accounts.enable(other.id(), Actor.of(last.id()));
            accounts.disable(last.id(), Actor.of(other.id()));
            assertThat(accounts.get(last.id()).disabled()).isTrue();
        });
    }

    /** Of the three. */
    private void onlyThese(Account... left) {
        dsl.execute(
                "update identity.account set disabled_at = now() where roles &&"
                        + " array['ADMINISTRATOR', 'SECURITY_ADMINISTRATOR', 'AUDITOR'] and not id = any (?)",
                (Object) Stream.of(left).map(Account::id).toArray(UUID[]::new));
    }

    private interface WithTwo {
        void run(Account administrator, Account auditor, Actor security);
    }

    /** Where an administrator and an auditor are all who can say yes; undone afterwards. */
    private void withTwo(WithTwo work) {
        var administrator = people.officer(Role.ADMINISTRATOR);
        var auditor = people.officer(Role.AUDITOR);
        var security = Actor.of(people.officer(Role.SECURITY_ADMINISTRATOR).id());
        undone(() -> {
            onlyThese(administrator, auditor);
            work.run(administrator, auditor, security);
        });
    }

    private void undone(Runnable work) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            work.run();
        });
    }

    @Test
    void a_confirmed_code_that_is_replaced_is_dead_and_the_new_one_waits_again() {
        var auditor = people.officer(Role.AUDITOR);
        var administrator = signedIn(people.officer(Role.ADMINISTRATOR));
        String first = links.issue(auditor, Actor.SYSTEM).code();
        administrator.post(confirm(auditor));

        String second = links.issue(auditor, Actor.SYSTEM).code();

        assertThat(set(first).status()).isEqualTo(404);
        assertThat(set(second).status()).isEqualTo(409);
        clock.set("2026-11-09T10:24");
        assertThat(signedIn(people.officer(Role.ADMINISTRATOR))
                        .post(confirm(auditor))
                        .status())
                .as("nothing waits that is over")
                .isEqualTo(404);
    }

    @Test
    void the_record_says_through_whose_hands_a_code_went_and_every_session_ends() {
        var auditor = people.officer(Role.AUDITOR);
        var security = people.officer(Role.SECURITY_ADMINISTRATOR);
        var administrator = people.officer(Role.ADMINISTRATOR);
        String page = sessions.open(auditor, false, "test").token();
        String program = sessions.open(auditor, true, "test").token();
        String code = links.issue(auditor, Actor.of(security.id())).code();
        signedIn(administrator).post(confirm(auditor));

        links.use(code, NEW);

        assertThat(sessions.byCookie(page)).isEmpty();
        assertThat(sessions.byBearer(program)).isEmpty();
        assertThat(journal.of(auditor.subject()))
                .filteredOn(entry -> entry.kind().equals(IdentityKinds.PASSWORD_LINK_CONFIRMED))
                .singleElement()
                .extracting(entry -> entry.actor().account())
                .isEqualTo(administrator.id());
        assertThat(last(auditor, IdentityKinds.PASSWORD_CHANGED))
                .contains("\"issuedBy\":\"" + security.subject() + "\"")
                .contains("\"confirmedBy\":\"" + administrator.subject() + "\"");
    }

    @Test
    void everybody_elses_code_works_at_once_and_the_record_names_who_issued_it() {
        var security = people.officer(Role.SECURITY_ADMINISTRATOR);
        var resident = people.resident();
        String session = sessions.open(resident, false, "test").token();

        links.use(links.issue(resident, Actor.of(security.id())).code(), NEW);

        assertThat(sessions.byCookie(session)).isEmpty();
        assertThat(last(resident, IdentityKinds.PASSWORD_CHANGED))
                .contains("\"issuedBy\":\"" + security.subject() + "\"");
    }

    private String last(Account account, String kind) {
        return requireNonNull(journal.of(account.subject()).stream()
                .filter(entry -> entry.kind().equals(kind))
                .map(Entry::payload)
                .reduce("", (before, after) -> after));
    }

    private static String code(String page) {
        return page.replaceAll("(?s).*<b class=\"code\">([^<]+)</b>.*", "$1");
    }

    private boolean signsIn(Account account, String password) {
        return new Web(port)
                        .post("/sign-in", "name", String.valueOf(account.login()), "password", password)
                        .status()
                == 302;
    }

    private static String confirm(Account account) {
        return "/admin/password-links/" + account.id() + "/confirm";
    }

    private Web.Answer set(String code) {
        return new Web(port).post("/set-password", "code", code, "password", NEW, "again", NEW);
    }

    private Web signedIn(Account account) {
        return new Web(port).signedIn(String.valueOf(account.login()), People.PASSWORD);
    }
}
