package org.yichuang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yichuang.identity.signin.Sessions;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Journal;
import org.yichuang.shared.web.Role;
import org.yichuang.support.TestClock;
import org.yichuang.support.Web;

@IdentityTest
class SessionTests {
    private final Sessions sessions;
    private final Accounts accounts;
    private final Roles roles;
    private final ApplicationContext context;
    private final TestClock clock;
    private final People people;
    private final int port;

    @Autowired
    SessionTests(
            Sessions sessions,
            Accounts accounts,
            Roles roles,
            TestClock clock,
            ApplicationContext context,
            @LocalServerPort int port) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.roles = roles;
        this.context = context;
        this.clock = clock;
        this.people = new People(context);
        this.port = port;
    }

    @Test
    void an_officer_who_asks_for_nothing_is_signed_out_after_half_an_hour() {
        String token =
                sessions.open(people.officer(Role.OFFICER), false, "test").token();
        later(Duration.ofMinutes(29));
        assertThat(sessions.byCookie(token)).isPresent();
        later(Duration.ofMinutes(29));
        assertThat(sessions.byCookie(token)).isPresent();
        later(Duration.ofMinutes(31));
        assertThat(sessions.byCookie(token)).isEmpty();
    }

    @Test
    void an_applicant_has_eight_hours_for_a_long_form() {
        String token = sessions.open(people.resident(), false, "test").token();
        later(Duration.ofHours(7).plusMinutes(59));
        assertThat(sessions.byCookie(token)).isPresent();
        later(Duration.ofHours(8).plusMinutes(1));
        assertThat(sessions.byCookie(token)).isEmpty();
    }

    @Test
    void no_session_is_kept_alive_for_ever() {
        String token =
                sessions.open(people.officer(Role.OFFICER), false, "test").token();
        for (int i = 0; i < 12 * 3; i++) {
            assertThat(sessions.byCookie(token)).isPresent();
            later(Duration.ofMinutes(20));
        }
        assertThat(sessions.byCookie(token)).isEmpty();
    }

    @Test
    void being_seen_is_written_down_once_a_minute_and_not_more() {
        var resident = people.resident();
        String token = sessions.open(resident, false, "test").token();
        Instant opened = clock.instant();
        later(Duration.ofSeconds(59));
        sessions.byCookie(token);
        assertThat(seen(resident)).isEqualTo(opened);
        later(Duration.ofSeconds(1));
        sessions.byCookie(token);
        assertThat(seen(resident)).isEqualTo(clock.instant());
    }

    @Test
    void a_revoked_session_is_over_on_another_node_at_once() {
        var resident = people.resident();
        var opened = sessions.open(resident, false, "test");
        Sessions other = context.getAutowireCapableBeanFactory().createBean(Sessions.class);
        assertThat(other.byCookie(opened.token())).isPresent();
        sessions.revoke(resident.id(), opened.id(), Actor.of(resident.id()));
        assertThat(other.byCookie(opened.token())).isEmpty();
    }

    @Test
    void who_signs_out_everywhere_is_out_here_and_elsewhere_and_that_is_on_record() {
        var resident = people.resident();
        Web here = new Web(port).signedIn(String.valueOf(resident.login()), People.PASSWORD);
        var elsewhere = sessions.open(resident, true, "test");

        Web.Answer out = here.post("/account/sign-out-everywhere");

        assertThat(out.location()).isEqualTo("/sign-in");
        assertThat(here.get("/account").location()).startsWith("/sign-in");
        assertThat(sessions.byBearer(elsewhere.token())).isEmpty();
        assertThat(context.getBean(Journal.class)
                        .of(resident.subject())
                        .getLast()
                        .kind())
                .isEqualTo(IdentityKinds.SESSION_REVOKED);
    }

    @Test
    void a_disabled_account_is_out_at_once() {
        var officer = people.officer(Role.OFFICER, Role.SUPERVISOR);
        var opened = sessions.open(officer, true, "test");
        accounts.disable(officer.id(), Actor.SYSTEM);
        assertThat(sessions.byBearer(opened.token())).isEmpty();
    }

    @Test
    void what_ends_an_officers_work_is_asked_twice_and_said_when_it_is_done() {
        var security = people.officer(Role.SECURITY_ADMINISTRATOR);
        var officer = people.officer(Role.OFFICER, Role.SUPERVISOR);
        sessions.open(officer, false, "test");
        Web web = new Web(port).signedIn(String.valueOf(security.login()), People.PASSWORD);
        String page = "/admin/accounts/" + officer.id();

        assertThat(web.get(page).body())
                .containsPattern("(?s)<p>本人马上退出[^<]*</p><button[^>]*>确定停用<")
                .containsPattern("(?s)name=\"revoke\" value=\"SUPERVISOR\"><p>本人马上不能[^<]*</p><button[^>]*>确定收回<")
                .containsPattern("(?s)<p>每一处登录马上结束[^<]*</p><button[^>]*>确定全部退出<");
        assertThat(web.get("/account").body()).contains("这里也退出；没有保存的会丢。</p><button");
        assertThat(said(web, web.post(page + "/roles", "revoke", "SUPERVISOR"))).contains("角色已收回。");
        assertThat(said(web, web.post(page + "/sign-out"))).contains("所有登录都已结束。");
        assertThat(web.get(page).body()).doesNotContain("没有角色");
        web.post(page + "/roles", "revoke", "OFFICER");
        assertThat(web.get(page).body()).contains("这个账号没有角色：登录以后什么也做不了");
        assertThat(said(web, web.post(page + "/disable"))).contains("账号已停用。", "由 B 岗办理");
        assertThat(said(web, web.post("/admin/accounts/" + people.resident().id() + "/disable")))
                .contains("账号已停用。")
                .doesNotContain("B 岗");
    }

    private static String said(Web web, Web.Answer answer) {
        String page = web.get(String.valueOf(answer.location())).body();
        return page.replaceAll("(?s).*<div class=\"note\" role=\"status\">(.*?)</div>.*", "$1");
    }

    @Test
    void a_role_that_is_taken_is_gone_with_the_next_request() {
        var officer = people.officer(Role.OFFICER, Role.SUPERVISOR);
        String token = sessions.open(officer, true, "test").token();
        roles.revoke(officer.id(), Role.SUPERVISOR, Actor.SYSTEM);
        assertThat(sessions.byBearer(token))
                .hasValueSatisfying(
                        signed -> assertThat(signed.visitor().roles()).containsExactly(Role.OFFICER));
    }

    @Test
    void one_session_can_be_ended_and_the_others_go_on() {
        var resident = people.resident();
        var here = sessions.open(resident, false, "Firefox/140 Linux");
        var there = sessions.open(resident, false, "Chrome/140 Android");
        assertThat(sessions.of(resident.id())).hasSize(2);
        sessions.revoke(resident.id(), there.id(), Actor.of(resident.id()));
        assertThat(sessions.byCookie(here.token())).isPresent();
        assertThat(sessions.byCookie(there.token())).isEmpty();
    }

    @Test
    void nobody_ends_the_session_of_somebody_else() {
        var mine = people.resident();
        var opened = sessions.open(mine, false, "test");
        var other = people.resident();
        sessions.revoke(other.id(), opened.id(), Actor.of(other.id()));
        assertThat(sessions.byCookie(opened.token())).isPresent();
    }

    @Test
    void the_cookie_of_a_page_does_not_open_the_api_nor_the_token_of_the_api_a_page() {
        var resident = people.resident();
        String cookie = sessions.open(resident, false, "test").token();
        String token = sessions.open(resident, true, "test").token();
        var web = new Web(port).cookie("yc_session", cookie);
        assertThat(web.api("GET", "/api/v1/me", null).status()).isEqualTo(401);
        assertThat(web.get("/account").status()).isEqualTo(200);
        assertThat(new Web(port).bearer(cookie).api("GET", "/api/v1/me", null).status())
                .isEqualTo(401);
        assertThat(new Web(port).bearer(token).api("GET", "/api/v1/me", null).status())
                .isEqualTo(200);
        assertThat(new Web(port).cookie("yc_session", token).get("/account").status())
                .isEqualTo(302);
    }

    @Test
    void a_token_planted_before_the_sign_in_is_worth_nothing_after_it() {
        var resident = people.resident();
        var web = new Web(port);
        String planted = sessions.open(people.resident(), false, "test").token();
        web.cookie("yc_session", planted);
        web.signedIn(String.valueOf(resident.login()), People.PASSWORD);
        String mine = Objects.requireNonNull(web.cookie("yc_session"));
        assertThat(mine).isNotEqualTo(planted);
        assertThat(sessions.byCookie(planted)).isEmpty();
        assertThat(sessions.byCookie(mine))
                .hasValueSatisfying(
                        signed -> assertThat(signed.visitor().account()).isEqualTo(resident.id()));
    }

    @Test
    void who_was_going_where_no_address_leads_is_signed_in_and_comes_to_their_first_page() {
        var resident = people.resident();
        var web = new Web(port);
        String[] typed = {
            "name", String.valueOf(resident.login()), "password", People.PASSWORD, "next", "/items/{item}?q={q}"
        };
        var signed = web.post("/sign-in", typed);
        assertThat(signed.status()).isEqualTo(302);
        assertThat(signed.location()).isEqualTo("/my/cases");
        assertThat(web.get("/sign-in?next=/%7Bitem%7D").location()).isEqualTo("/my/cases");
        var registered = new Web(port)
                .post("/register?next=/items/%7Bitem%7D", People.registration(People.number(), "测试人", People.PASSWORD));
        assertThat(registered.status()).isEqualTo(302);
        assertThat(registered.location()).isEqualTo("/my/cases");
    }

    @Test
    void where_somebody_was_going_and_as_whom_they_register_is_kept_through_what_was_refused_and_by_every_link() {
        String register = "/register?kind=company&next=%2Fitems%3Fq%3D1";
        String signIn = "/sign-in?next=%2Fitems%3Fq%3D1";
        var resident = people.resident();
        var web = new Web(port);

        var registering = web.post(register, "name", "甲");
        var signing = web.post(signIn, "name", String.valueOf(resident.login()), "password", "not the password");

        assertThat(registering.status()).isEqualTo(422);
        assertThat(registering.body().replace("&amp;", "&"))
                .contains("action=\"" + register + "\"", "\"" + register + "&lang=en\"", "href=\"" + signIn + "\"")
                .contains("name=\"legalRepresentative\"");
        assertThat(web.get(register).body().replace("&amp;", "&")).contains("action=\"" + register + "\"");
        assertThat(signing.status()).isEqualTo(401);
        assertThat(signing.body().replace("&amp;", "&"))
                .contains("action=\"" + signIn + "\"", "\"" + signIn + "&lang=en\"");
        assertThat(web.post(signIn, "name", String.valueOf(resident.login()), "password", People.PASSWORD)
                        .location())
                .isEqualTo("/items?q=1");
    }

    @Test
    void wrong_passwords_count_whatever_key_the_form_is_sent_with() {
        String name = String.valueOf(people.resident().login());
        var web = new Web(port);
        for (int i = 0; i < 5; i++) {
            web.post("/sign-in?once=" + i, "name", name, "password", "not the password");
        }

        assertThat(web.post("/sign-in?once=right", "name", name, "password", People.PASSWORD)
                        .status())
                .isEqualTo(429);
    }

    @Test
    void no_password_is_shown_to_whose_session_ended_while_they_changed_it() {
        var web = new Web(port);

        var sent = web.post("/account/password", "current", "my old one", "password", "my new one", "again", "new");

        assertThat(sent.status()).isEqualTo(401);
        assertThat(sent.body()).doesNotContain("my old one", "my new one");
    }

    @Test
    void signing_out_ends_the_session_and_not_only_the_cookie() {
        var resident = people.resident();
        var web = new Web(port).signedIn(String.valueOf(resident.login()), People.PASSWORD);
        String token = Objects.requireNonNull(web.cookie("yc_session"));
        assertThat(web.post("/sign-out").location()).isEqualTo("/");
        assertThat(web.cookie("yc_session")).isNull();
        assertThat(sessions.byCookie(token)).isEmpty();
    }

    @Test
    void the_cookie_is_out_of_reach_of_scripts_and_of_other_sites() {
        var resident = people.resident();
        var answer =
                new Web(port).post("/sign-in", "name", String.valueOf(resident.login()), "password", People.PASSWORD);
        List<String> cookies = answer.raw().headers().allValues("Set-Cookie");
        assertThat(cookies)
                .filteredOn(cookie -> cookie.startsWith("yc_session="))
                .singleElement()
                .asString()
                .contains("HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Expires", "Max-Age");
    }

    @Test
    void changing_the_password_ends_every_other_session() {
        var resident = people.resident();
        String other = sessions.open(resident, true, "test").token();
        var web = new Web(port).signedIn(String.valueOf(resident.login()), People.PASSWORD);
        var changed = web.post(
                "/account/password",
                "current",
                People.PASSWORD,
                "password",
                "another fine phrase",
                "again",
                "another fine phrase");
        assertThat(changed.location()).isEqualTo("/account?done=password");
        assertThat(web.get("/account").status()).isEqualTo(200);
        assertThat(sessions.byBearer(other)).isEmpty();
    }

    private void later(Duration time) {
        clock.set(clock.instant().plus(time));
    }

    private Instant seen(Account account) {
        return sessions.of(account.id()).getFirst().seen();
    }
}
