package org.yichuang.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yichuang.identity.signin.Sessions;
import org.yichuang.shared.web.Role;
import org.yichuang.support.Web;
import tools.jackson.databind.json.JsonMapper;

@IdentityTest
@ExtendWith(OutputCaptureExtension.class)
class SecretsTests {
    private final DSLContext dsl;
    private final People people;
    private final Sessions sessions;
    private final int port;

    @Autowired
    SecretsTests(DSLContext dsl, ApplicationContext context, @LocalServerPort int port) {
        this.dsl = dsl;
        this.people = new People(context);
        this.sessions = context.getBean(Sessions.class);
        this.port = port;
    }

    @Test
    void a_password_is_in_no_log_no_journal_and_no_table(CapturedOutput output) {
        String secret = "a secret of this test";
        String number = People.number();
        var web = new Web(port);
        var registered = web.post("/register", People.registration(number, "测试人", secret));
        var changed =
                web.post("/account/password", "current", secret, "password", secret + " two", "again", secret + " two");
        new Web(port).signedIn(number, secret + " two");
        var mistaken = new Web(port).post("/sign-in", "name", number, "password", secret + " wrong");
        var odd = new Web(port)
                .api(
                        "POST",
                        "/api/v1/sessions",
                        "{\"name\": \"" + number + "\", \"password\": \"" + secret + "\", \"odd\": 1}");
        assertThat(registered.status()).as(registered.body()).isEqualTo(302);
        assertThat(changed.status()).as(changed.body()).isEqualTo(302);
        assertThat(List.of(mistaken.status(), odd.status())).containsExactly(401, 422);
        LoggerFactory.getLogger("org.yichuang").info("the log is read");
        assertThat(output.getAll())
                .contains("the log is read")
                .doesNotContain(secret)
                .doesNotContain(number);
        assertThat(Stored.in(dsl, secret)).isEmpty();
        assertThat(Stored.in(dsl, number)).containsExactly("identity.account");
    }

    @Test
    void what_is_logged_of_a_row_that_the_database_refuses_has_no_value_of_it() {
        String number = Objects.requireNonNull(people.resident().number()).inFull();
        var other = people.resident();

        assertThatThrownBy(
                        () -> dsl.execute("update identity.account set id_number = ? where id = ?", number, other.id()))
                .rootCause()
                .hasMessageContaining("account_id_number")
                .hasMessageNotContaining(number);
        assertThatThrownBy(() -> dsl.execute("update identity.account set id_number = null where id = ?", other.id()))
                .rootCause()
                .hasMessageContaining("resident_has_number")
                .hasMessageNotContaining(other.name());
    }

    @Test
    void the_token_of_a_session_is_in_no_table_and_no_log(CapturedOutput output) {
        var web = new Web(port).signedIn(String.valueOf(people.resident().login()), People.PASSWORD);
        String token = Objects.requireNonNull(web.cookie("yc_session"));
        assertThat(output.getAll()).doesNotContain(token);
        assertThat(Stored.in(dsl, token)).isEmpty();
    }

    @Test
    void a_number_that_an_account_is_looked_for_by_goes_into_no_address() {
        var resident = people.resident();
        String number = Objects.requireNonNull(resident.number()).inFull();
        var security = people.officer(Role.SECURITY_ADMINISTRATOR);
        var web = new Web(port).signedIn(String.valueOf(security.login()), People.PASSWORD);
        String find = "/admin/accounts/find";

        assertThat(web.get("/admin/accounts").body())
                .containsPattern("<form [^>]*method=\"post\" action=\"" + find + "\"");
        for (String typed : List.of(
                number, " " + number.substring(0, 6) + " " + number.substring(6), "查 " + number, "ID " + number)) {
            assertThat(web.post(find, "q", typed).location()).as(typed).isEqualTo("/admin/accounts/" + resident.id());
        }
        String unknown = "/admin/accounts?unknown=true";
        for (String typed : List.of(People.number(), "٣٣٠١٠٦١٩٩٠٠١٠١١٢٣٤", "330106199OO1011234", "护照 E12345678")) {
            assertThat(web.post(find, "q", typed).location()).as(typed).isEqualTo(unknown);
        }
        assertThat(web.get(unknown).body()).contains("没有这样的账号").doesNotContain("class=\"sheet");
        assertThat(web.post(find, "kind", "RESIDENT", "q", " 测试人 ").location())
                .isEqualTo("/admin/accounts?kind=RESIDENT&q=%E6%B5%8B%E8%AF%95%E4%BA%BA");
        assertThat(web.get(find).location()).isEqualTo("/admin/accounts");
    }

    @Test
    void by_the_api_too_an_account_is_found_by_a_number_that_stands_in_no_address() {
        var resident = people.resident();
        String number = Objects.requireNonNull(resident.number()).inFull();
        var security = people.officer(Role.SECURITY_ADMINISTRATOR);
        var web = new Web(port).bearer(sessions.open(security, true, "test").token());
        String find = "/api/v1/accounts/find";

        var refused = web.api("GET", "/api/v1/accounts?q=" + number, null);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("\"field\":\"q\"", find).doesNotContain(number);
        String typed = number.substring(0, 6) + " " + number.substring(6);
        var found = web.api("POST", find, "{\"number\":\"" + typed + "\"}");
        assertThat(found.body()).contains(resident.id().toString()).doesNotContain(number);
        assertThat(web.api("POST", find, "{\"number\":\"" + People.number() + "\"}")
                        .body())
                .isEqualTo("[]");
        var name = web.api("POST", find, "{\"number\":\"测试人\"}");
        assertThat(name.status()).isEqualTo(422);
        assertThat(name.body()).contains("\"field\":\"number\"");
    }

    @Test
    void numbers_are_masked_in_lists_pages_json_and_where_an_account_is_printed() {
        var resident = people.resident();
        String number = Objects.requireNonNull(resident.number()).inFull();
        var security = people.officer(Role.SECURITY_ADMINISTRATOR);
        var web = new Web(port).signedIn(String.valueOf(security.login()), People.PASSWORD);
        String masked = resident.number().masked();
        assertThat(web.get("/admin/accounts?q=" + number).body()).contains(masked);
        assertThat(web.get("/admin/accounts/export.csv?kind=RESIDENT&q=" + number)
                        .body())
                .contains(resident.name(), masked)
                .doesNotContain(number)
                .hasLineCount(2);
        assertThat(web.get("/admin/accounts/" + resident.id()).body())
                .contains(masked)
                .doesNotContain(number);
        var self = new Web(port).signedIn(number, People.PASSWORD);
        assertThat(self.get("/account").body()).contains(masked).doesNotContain(number);
        assertThat(resident + "" + resident.number() + resident.person()).doesNotContain(number);
        assertThat(JsonMapper.shared().writeValueAsString(resident.number())).doesNotContain(number);
    }
}
