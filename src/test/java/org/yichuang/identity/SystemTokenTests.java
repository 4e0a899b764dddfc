package org.yichuang.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;
import org.yichuang.identity.signin.ApiTokens;
import org.yichuang.identity.signin.Sessions;
import org.yichuang.journal.Actor;
import org.yichuang.shared.web.Role;
import org.yichuang.support.TestClock;
import org.yichuang.support.Web;

@IdentityTest
class SystemTokenTests {
    private final ApiTokens tokens;
    private final Sessions sessions;
    private final TestClock clock;
    private final DSLContext dsl;
    private final People people;
    private final int port;

    @Autowired
    SystemTokenTests(
            ApiTokens tokens,
            Sessions sessions,
            TestClock clock,
            DSLContext dsl,
            ApplicationContext context,
            @LocalServerPort int port) {
        this.tokens = tokens;
        this.sessions = sessions;
        this.clock = clock;
        this.dsl = dsl;
        this.people = new People(context);
        this.port = port;
    }

    @Test
    void a_system_is_known_by_its_token_until_that_is_revoked() {
        var system = people.system();
        var issued = tokens.issue(system, "nightly", 30, Actor.SYSTEM);
        var web = new Web(port).bearer(issued.token());
        assertThat(web.api("GET", "/api/v1/me", null).body())
                .contains("\"SYSTEM\"")
                .contains(system.id().toString());
        tokens.revoke(system.id(), issued.id(), Actor.SYSTEM);
        assertThat(web.api("GET", "/api/v1/me", null).status()).isEqualTo(401);
    }

    @Test
    void a_disabled_system_gets_no_token_and_the_page_offers_none(@Autowired Accounts accounts) {
        var security = people.officer(Role.SECURITY_ADMINISTRATOR);
        var system = people.system();
        String all = "/systems/" + system.id() + "/tokens";
        accounts.disable(system.id(), Actor.SYSTEM);

        var answer = new Web(port)
                .bearer(sessions.open(security, true, "test").token())
                .api("POST", "/api/v1" + all, "{\"name\": \"nightly\", \"days\": 30}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("urn:yichuang:problem:disabled", "恢复后才能发令牌");
        assertThat(tokens.of(system.id())).isEmpty();
        var page = new Web(port)
                .cookie("yc_session", sessions.open(security, false, "test").token())
                .get("/admin/systems");
        assertThat(page.body()).contains(system.login()).doesNotContain("action=\"/admin" + all + "\"");
    }

    @Test
    void a_new_token_s_address_ends_it_and_one_that_the_system_has_not_cannot_be_ended_by_mistake() {
        var security = people.officer(Role.SECURITY_ADMINISTRATOR);
        var web = new Web(port).bearer(sessions.open(security, true, "test").token());
        var system = people.system();
        String all = "/api/v1/systems/" + system.id() + "/tokens";

        var made = web.api("POST", all, "{\"name\": \"nightly\", \"days\": 30}");
        var issued = tokens.of(system.id()).getFirst();

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.location()).isEqualTo(all + "/" + issued.id());
        var other = people.system();
        for (String unknown :
                List.of(all + "/" + UUID.randomUUID(), "/api/v1/systems/" + other.id() + "/tokens/" + issued.id())) {
            var answer = web.api("DELETE", unknown, null);
            assertThat(answer.status()).as(unknown).isEqualTo(404);
            assertThat(answer.body()).contains("这个系统没有这个令牌", "no such token");
        }
        assertThat(tokens.of(system.id()).getFirst().revoked()).isNull();
        for (int twice = 0; twice < 2; twice++) {
            assertThat(web.api("DELETE", all + "/" + issued.id(), null).status())
                    .isEqualTo(204);
        }
        assertThat(tokens.of(system.id()).getFirst().revoked()).isNotNull();
    }

    @Test
    void a_token_ends_on_its_day_and_says_when_it_was_used() {
        var system = people.system();
        var issued = tokens.issue(system, "nightly", 30, Actor.SYSTEM);
        assertThat(tokens.of(system.id()).getFirst().used()).isNull();
        clock.set(clock.instant().plus(Duration.ofDays(30)).minusSeconds(1));
        assertThat(sessions.byBearer(issued.token())).isPresent();
        assertThat(tokens.of(system.id()).getFirst().used()).isEqualTo(clock.instant());
        clock.set(clock.instant().plusSeconds(1));
        assertThat(sessions.byBearer(issued.token())).isEmpty();
    }

    @Test
    void the_security_administrator_connects_a_system_and_sees_the_token_once() {
        var security = people.officer(Role.SECURITY_ADMINISTRATOR);
        var web = new Web(port).signedIn(String.valueOf(security.login()), People.PASSWORD);
        assertThat(web.post("/admin/systems", "name", "不动产登记系统", "login", "realty")
                        .location())
                .isEqualTo("/admin/systems");
        String page = web.get("/admin/systems").body();
        assertThat(page).contains("不动产登记系统").doesNotContain("yct_");
        String action = page.replaceAll("(?s).*不动产登记系统.*?action=\"(/admin/systems/[^\"]+/tokens)\".*", "$1");
        String shown = web.post(action, "name", "夜间同步", "days", "90").body();
        assertThat(shown).contains("yct_");
        assertThat(web.get("/admin/systems").body()).contains("夜间同步").doesNotContain("yct_");
        assertThat(web.post(action, "name", "", "days", "0").status()).isEqualTo(422);
        assertThat(web.post(action, "name", "x", "days", "many").status()).isEqualTo(422);
    }

    @Test
    void what_revoking_a_token_does_is_said_before_and_that_it_is_done_after() {
        var security = people.officer(Role.SECURITY_ADMINISTRATOR);
        var web = new Web(port).signedIn(String.valueOf(security.login()), People.PASSWORD);
        var system = people.system();
        var issued = tokens.issue(system, "nightly", 30, Actor.SYSTEM);
        String revoke = "/admin/systems/" + system.id() + "/tokens/" + issued.id() + "/revoke";

        assertThat(web.get("/admin/systems").body())
                .containsPattern("(?s)<details class=\"sure\"><summary[^>]*>作废<span[^>]*> nightly</span></summary>"
                        + "<form method=\"post\" action=\"" + revoke + "\">.*作废了不能恢复.*>确定作废<");
        String done = String.valueOf(web.post(revoke).location());
        assertThat(web.get(done).body()).contains("role=\"status\"><p>令牌已作废。");
    }

    @Test
    void a_system_gets_no_password_whoever_asks() {
        var system = people.system();
        var security = people.officer(Role.SECURITY_ADMINISTRATOR);
        String token = sessions.open(security, true, "test").token();

        var answer =
                new Web(port).bearer(token).api("POST", "/api/v1/accounts/" + system.id() + "/password-link", null);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("no-password");
        assertThatThrownBy(() -> dsl.execute("update identity.account set password = 'x' where id = ?", system.id()))
                .isInstanceOf(DataIntegrityViolationException.class)
                .hasMessageContaining("system_has_no_password");
    }

    @Test
    void signing_in_by_api_gives_a_token_and_signing_out_ends_it() {
        var resident = people.resident();
        String body = "{\"name\": \"%s\", \"password\": \"%s\"}".formatted(resident.login(), People.PASSWORD);
        var signed = new Web(port).api("POST", "/api/v1/sessions", body);
        assertThat(signed.status()).isEqualTo(201);
        assertThat(signed.location()).isEqualTo("/api/v1/sessions/current");
        String token = signed.body().replaceAll(".*\"token\":\"([^\"]+)\".*", "$1");
        var web = new Web(port).bearer(token);
        assertThat(web.api("GET", "/api/v1/me", null).body()).contains("\"RESIDENT\"");
        assertThat(web.api("DELETE", "/api/v1/sessions/current", null).status()).isEqualTo(204);
        assertThat(web.api("GET", "/api/v1/me", null).status()).isEqualTo(401);
    }

    @Test
    void a_system_that_signs_out_is_told_that_its_token_goes_on_and_who_revokes_it() {
        var system = people.system();
        var issued = tokens.issue(system, "nightly", 30, Actor.SYSTEM);
        var web = new Web(port).bearer(issued.token());
        String mine = "/api/v1/me/sessions";

        for (String path : List.of("/api/v1/sessions/current", mine, mine + "/" + issued.id())) {
            var answer = web.api("DELETE", path, null);
            assertThat(answer.status()).as(path).isEqualTo(409);
            assertThat(answer.body()).contains("no-session", "系统与令牌");
        }
        assertThat(web.api("GET", "/api/v1/me", null).status()).isEqualTo(200);
    }

    @Test
    void a_system_that_would_change_a_password_is_told_that_it_has_none_and_not_how_many_tries_are_left() {
        var web = new Web(port)
                .bearer(tokens.issue(people.system(), "nightly", 30, Actor.SYSTEM)
                        .token());

        var answer = web.api("PUT", "/api/v1/me/password", "{\"current\":\"guess\",\"password\":\"another-long-one\"}");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.body()).contains("no-password");
    }

    @Test
    void a_body_that_is_wrong_is_answered_with_the_field_and_nothing_worse() {
        var web = new Web(port);
        for (String empty : List.of("{}", "{\"name\": null, \"password\": null}")) {
            var answer = web.api("POST", "/api/v1/sessions", empty);
            assertThat(answer.status()).as(empty).isEqualTo(422);
            assertThat(answer.body()).contains("\"field\":\"name\"", "\"field\":\"password\"");
        }
        assertThat(web.api("POST", "/api/v1/sessions", "{\"name\": [1]}").body())
                .contains("\"field\":\"name\"");
        assertThat(web.api("POST", "/api/v1/sessions", "{\"nam\": \"x\"}").body())
                .contains("\"field\":\"nam\"");
        assertThat(web.api("POST", "/api/v1/sessions", "not json").status()).isEqualTo(400);
        assertThat(web.api("POST", "/api/v1/residents", "{}").body()).contains("idNumber", "password", "phone");
        assertThat(web.api("POST", "/api/v1/residents", "{\"name\": \"a\\u0000b\"}")
                        .status())
                .isEqualTo(422);
    }
}
