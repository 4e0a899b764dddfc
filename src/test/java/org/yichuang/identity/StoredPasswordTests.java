package org.yichuang.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.yichuang.casework.Office;
import org.yichuang.shared.Digest;
import org.yichuang.shared.web.Role;
import org.yichuang.support.Api;
import org.yichuang.support.CityTest;
import org.yichuang.support.TestClock;
import tools.jackson.databind.node.ObjectNode;

/** Passwords, tokens and codes as they are stored: who reads the database cannot sign in with what stands there. */
@CityTest
class StoredPasswordTests {
    /** 19 MiB, two passes, one lane; 16 bytes of salt and 32 of hash. */
    private static final String ARGON2ID =
            "\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}";

    private final DSLContext db;
    private final Office office;
    private final TestClock clock;
    private final People people;

    @Autowired
    StoredPasswordTests(DSLContext db, Office office, TestClock clock, ApplicationContext context) {
        this.db = db;
        this.office = office;
        this.clock = clock;
        this.people = new People(context);
    }

    @Test
    void a_password_of_every_kind_of_person_is_stored_with_argon2id() {
        List<Account> registered = List.of(people.resident(), people.company(), people.officer(Role.OFFICER));

        assertThat(registered)
                .extracting(this::stored)
                .allSatisfy(stored -> assertThat(stored).matches(ARGON2ID))
                .doesNotHaveDuplicates();
    }

    @Test
    void no_account_has_a_password_in_any_other_form() {
        people.resident();

        assertThat(db.fetch("select password from identity.account where password is not null")
                        .getValues(0, String.class))
                .isNotEmpty()
                .allSatisfy(stored -> assertThat(stored).matches(ARGON2ID));
    }

    @Test
    void a_changed_password_is_stored_the_same_way_and_the_old_one_is_gone() {
        Account resident = people.resident();
        String before = stored(resident);
        ObjectNode change =
                Api.JSON.createObjectNode().put("current", People.PASSWORD).put("password", "battery horse 正确");
        Api api = office.api(office.account(resident.id()));

        Api.Answer answer = api.send("PUT", "/api/v1/me/password", "application/json", Api.bytes(change));

        assertThat(answer.status()).as(answer.text()).isEqualTo(204);
        assertThat(stored(resident)).matches(ARGON2ID).isNotEqualTo(before);
        assertThat(tables(before)).isEmpty();
        assertThat(tables("battery horse 正确")).isEmpty();
    }

    @Test
    void a_wrong_password_of_now_is_named_and_changes_nothing() {
        Account resident = people.resident();
        String before = stored(resident);
        ObjectNode change =
                Api.JSON.createObjectNode().put("current", "not this one").put("password", "battery horse 正确");
        Api api = office.api(office.account(resident.id()));

        Api.Answer answer = api.send("PUT", "/api/v1/me/password", "application/json", Api.bytes(change));

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.slug()).isEqualTo("wrong-password");
        assertThat(answer.fields()).containsExactly("current");
        assertThat(stored(resident)).isEqualTo(before);
    }

    @Test
    void a_system_and_who_never_claimed_an_account_have_no_password() {
        assertThat(db.fetch(
                        "select password from identity.account where id in (?, ?)",
                        people.system().id(),
                        office.aResidentAtWindow().id()))
                .hasSize(2)
                .allSatisfy(row -> assertThat(row.get(0)).isNull());
    }

    @Test
    void of_the_token_of_a_session_only_the_hash_is_stored() {
        ObjectNode door = Api.JSON
                .createObjectNode()
                .put("name", people.resident().login())
                .put("password", People.PASSWORD);

        String token = told(new Api(office.address(), null).post("/api/v1/sessions", door), "token");

        assertThat(token).startsWith("ycs_");
        assertStoredNowhere(token);
        assertThat(tables(hex(Digest.sha256(bytes(token))))).containsExactly("identity.session");
    }

    @Test
    void of_the_token_of_a_system_only_the_hash_is_stored() {
        ObjectNode named = Api.JSON.createObjectNode().put("name", "夜间").put("days", 30);

        String token = told(security().post("/api/v1/systems/" + people.system().id() + "/tokens", named), "token");

        assertThat(token).startsWith("yct_");
        assertStoredNowhere(token);
        assertThat(tables(hex(Digest.sha256(bytes(token))))).containsExactly("identity.api_token");
    }

    @Test
    void of_the_code_of_a_password_link_only_a_hash_is_stored() {
        Account officer = people.officer(Role.OFFICER);
        String path = "/api/v1/accounts/" + officer.id() + "/password-link";

        String code = told(security().send("POST", path, null, null), "code");

        assertStoredNowhere(code);
        assertStoredNowhere(code.replace("-", ""));
        assertThat(db.fetchSingle("select hash from identity.password_link where account = ?", officer.id())
                        .get(0, byte[].class))
                .hasSize(32)
                .isNotEqualTo(bytes(code));
    }

    /** Neither as text nor as bytes. */
    private void assertStoredNowhere(String secret) {
        assertThat(tables(secret)).isEmpty();
        assertThat(tables(hex(bytes(secret)))).isEmpty();
    }

    private List<String> tables(String text) {
        return Stored.in(db, text);
    }

    private static String told(Api.Answer answer, String secret) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.json().path(secret).asString();
    }

    private Api security() {
        return office.api(office.known("security"));
    }

    private String stored(Account account) {
        return Objects.requireNonNull(db.fetchSingle("select password from identity.account where id = ?", account.id())
                .get(0, String.class));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
