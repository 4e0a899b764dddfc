package org.yichuang.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yichuang.identity.signin.PasswordLinks;
import org.yichuang.identity.signin.Sessions;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Role;
import org.yichuang.support.TestClock;
import org.yichuang.support.Web;

/** Who gives the rights does not become, by a link alone, who runs the data or who reads the record. */
@IdentityTest
class SecondPersonTests {
    private static final String NEW = "another fine phrase";

    private final PasswordLinks links;
    private final Roles roles;
    private final Sessions sessions;
    private final Journal journal;
    private final TestClock clock;
    private final People people;
    private final int port;

    @Autowired
    SecondPersonTests(
            PasswordLinks links,
            Roles roles,
            Sessions sessions,
            Journal journal,
            TestClock clock,
            ApplicationContext context,
            @LocalServerPort int port) {
        this.links = links;
        this.roles = roles;
        this.sessions = sessions;
        this.journal = journal;
        this.clock = clock;
        this.people = new People(context);
        this.port = port;
    }

    @BeforeEach
    void morning() {
        clock.set("2026-10-09T10:24");
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
        String code = page.replaceAll("(?s).*<b class=\"code\">([^<]+)</b>.*", "$1");

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

        roles.revoke(security.id(), Role.SECURITY_ADMINISTRATOR, Actor.SYSTEM);
        roles.grant(security.id(), Role.ADMINISTRATOR, Actor.SYSTEM);
        assertThat(signedIn(security).post(confirm(auditor)).status())
                .as("who issued it, in another role since")
                .isEqualTo(409);
        assertThat(set(code).status()).isEqualTo(409);
    }

    @Test
    void a_role_taken_for_a_moment_does_not_get_round_it() {
        var auditor = people.officer(Role.AUDITOR);
        Actor security = Actor.of(people.officer(Role.SECURITY_ADMINISTRATOR).id());

        roles.revoke(auditor.id(), Role.AUDITOR, security);
        var link = links.issue(auditor, security);

        assertThat(link.waits()).isTrue();
        assertThatThrownBy(() -> links.use(link.code(), NEW))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("second-person"));
    }

    @Test
    void a_code_from_before_the_role_was_given_is_dead() {
        var officer = people.officer();
        var link = links.issue(officer, Actor.SYSTEM);
        assertThat(link.waits()).isFalse();

        roles.grant(officer.id(), Role.AUDITOR, Actor.SYSTEM);

        assertThatThrownBy(() -> links.use(link.code(), NEW))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(404));
        signedIn(officer);
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
        return Objects.requireNonNull(journal.of(account.subject()).stream()
                .filter(entry -> entry.kind().equals(kind))
                .map(Entry::payload)
                .reduce("", (before, after) -> after));
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
