package org.yichuang.casework.api;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.yichuang.casework.Answers;
import org.yichuang.casework.Office;
import org.yichuang.documents.store.SampleFiles;
import org.yichuang.identity.Account;
import org.yichuang.identity.Accounts;
import org.yichuang.identity.People;
import org.yichuang.identity.signin.Sessions;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.Api;
import org.yichuang.support.CityTest;

/** {@code Idempotency-Key} on every endpoint that changes something. */
@CityTest
class IdempotencyTests {
    private static final byte[] PDF = SampleFiles.pdf();

    @Autowired
    private Office office;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Sessions sessions;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private DSLContext dsl;

    @Autowired
    private TransactionTemplate transaction;

    private final String key = UUID.randomUUID().toString();

    @Test
    void the_same_act_with_the_same_key_is_done_once_and_another_act_with_it_is_refused() {
        UUID id = office.submitted(office.aCompany()).caseId();
        String clerk = token(office.officer("accept"));
        String body = "{\"version\":" + office.view(id).version() + "}";

        var first = send(clerk, "POST", "/api/v1/cases/" + id + "/accept", body);
        var again = send(clerk, "POST", "/api/v1/cases/" + id + "/accept", body);
        var other = send(clerk, "POST", "/api/v1/cases/" + id + "/approve", body);

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(other.body()).contains("idempotency-key-reused");
    }

    @Test
    void a_draft_is_begun_once_with_its_status_and_the_place_of_a_filed_case_are_told_again() {
        Visitor company = office.aCompany();
        String token = token(company);
        String begin = "{\"item\":\"food_permit\",\"division\":\"" + Answers.XIHU + "\"}";

        var first = send(token, "POST", "/api/v1/drafts", begin);
        var again = send(token, "POST", "/api/v1/drafts", begin);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(JsonPath.<List<?>>read(
                        send(token, "GET", "/api/v1/drafts", null).body(), "$"))
                .hasSize(1);
    }

    @Test
    void where_the_answer_could_not_be_kept_nothing_was_done_and_later_requests_are_as_any() {
        Visitor company = office.aCompany();
        String token = token(company);
        String begin = "{\"item\":\"food_permit\",\"division\":\"" + Answers.XIHU + "\"}";
        dsl.execute("create function keep_nothing() returns trigger language plpgsql as"
                + " 'begin raise exception ''in a test''; end'");
        dsl.execute(
                "create trigger keep_nothing before update on identity.kept_answer for each row when (new.account = '"
                        + company.id() + "') execute function keep_nothing()");
        try {
            assertThat(send(token, "POST", "/api/v1/drafts", begin).statusCode())
                    .isEqualTo(500);
        } finally {
            dsl.execute("drop function keep_nothing cascade");
        }

        // more than there are threads, so that each of them answers one
        for (int i = 0; i < 10 * Runtime.getRuntime().availableProcessors(); i++) {
            var drafts = send(token, "GET", "/api/v1/drafts", null);
            assertThat(drafts.statusCode()).isEqualTo(200);
            assertThat(drafts.body()).isEqualTo("[]");
        }
        assertThat(send(token, "POST", "/api/v1/drafts", begin).statusCode()).isEqualTo(201);
    }

    @Test
    void a_file_is_stored_once_though_the_form_has_another_boundary_each_time() {
        String token = token(office.aCompany());

        var first = upload(token, "one");
        var again = upload(token, "two");

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(again.headers().firstValue("Location"))
                .isPresent()
                .isEqualTo(first.headers().firstValue("Location"));
    }

    @Test
    void accounts_systems_and_registrations_are_made_once_too() {
        String security = token(new People(context).officer(Role.SECURITY_ADMINISTRATOR));
        String system = "{\"login\":\"sys-" + key.substring(0, 8) + "\",\"name\":\"测试系统\"}";
        String resident = "{\"idNumber\":\"%s\",\"name\":\"何小满\",\"phone\":\"13800138000\",\"password\":\"%s\"}"
                .formatted(People.number(), People.PASSWORD);

        assertThat(twice(security, "/api/v1/systems", system)).containsExactly(201, 201);
        assertThat(twice(null, "/api/v1/residents", resident)).containsExactly(201, 201);
    }

    @Test
    void strangers_who_send_the_same_key_neither_get_each_other_s_answer_nor_stand_in_each_other_s_way() {
        String resident = "{\"idNumber\":\"%s\",\"name\":\"%s\",\"phone\":\"13800138000\",\"password\":\"%s\"}";
        String one = resident.formatted(People.number(), "何小满", People.PASSWORD);
        String other = resident.formatted(People.number(), "何大满", People.PASSWORD);

        var first = send(null, "POST", "/api/v1/residents", one);
        var second = send(null, "POST", "/api/v1/residents", other);

        assertThat(List.of(first.statusCode(), second.statusCode())).containsExactly(201, 201);
        assertThat(second.body()).isNotEqualTo(first.body());
        assertThat(send(null, "POST", "/api/v1/residents", one).body()).isEqualTo(first.body());
    }

    @Test
    void what_is_only_computed_is_not_kept_though_a_key_comes_along() {
        String limit = "{\"start\":\"2026-09-18\",\"amount\":1,\"unit\":\"WORKING_DAY\"}";
        int kept = dsl.fetchCount(DSL.table("identity.kept_answer"));

        assertThat(send(null, "POST", "/api/v1/limits/compute", limit).statusCode())
                .isEqualTo(200);

        assertThat(dsl.fetchCount(DSL.table("identity.kept_answer"))).isEqualTo(kept);
    }

    @Test
    void what_is_in_a_kept_answer_is_read_by_who_has_the_key_alone() {
        Visitor company = office.aCompany();
        String token = token(company);
        String begin = "{\"item\":\"food_permit\"}";
        String draft = send(token, "POST", "/api/v1/drafts", begin).body();
        assertThat(draft).contains("food_permit");

        var kept = dsl.fetchSingle("select body, sealed from identity.kept_answer where account = ?", company.id());

        assertThat(kept.get("body")).isNull();
        assertThat(new String(kept.get("sealed", byte[].class), StandardCharsets.ISO_8859_1))
                .doesNotContain("food_permit");
        assertThat(send(token, "POST", "/api/v1/drafts", begin).body()).isEqualTo(draft);
    }

    @Test
    void an_answer_that_was_kept_before_they_were_sealed_is_given_again() {
        Visitor company = office.aCompany();
        String token = token(company);
        String begin = "{\"item\":\"food_permit\"}";
        String draft = send(token, "POST", "/api/v1/drafts", begin).body();
        dsl.execute("update identity.kept_answer set body = ?, sealed = null where account = ?", draft, company.id());

        assertThat(send(token, "POST", "/api/v1/drafts", begin).body()).isEqualTo(draft);
    }

    @Test
    void what_failed_was_not_done_and_may_be_sent_again_mended() {
        String token = token(office.aCompany());

        assertThat(send(token, "POST", "/api/v1/drafts", "{\"item\":\"nothing\"}")
                        .statusCode())
                .isBetween(400, 499);
        assertThat(send(token, "POST", "/api/v1/drafts", "{\"item\":\"food_permit\"}")
                        .statusCode())
                .isEqualTo(201);
    }

    @Test
    void many_at_once_with_one_key_are_one() throws Exception {
        String token = token(office.aCompany());
        Callable<HttpResponse<String>> begin =
                () -> send(token, "POST", "/api/v1/drafts", "{\"item\":\"food_permit\"}");
        var bodies = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var answer : threads.invokeAll(List.of(begin, begin, begin, begin, begin, begin))) {
                bodies.add(answer.get().body());
            }
        }
        assertThat(bodies).hasSize(6).containsOnly(bodies.getFirst());
    }

    @Test
    void secrets_that_are_told_once_take_no_key_and_neither_keys_nor_bodies_are_kept() {
        Account security = new People(context).officer(Role.SECURITY_ADMINISTRATOR);
        String path =
                "/api/v1/accounts/" + new People(context).officer(Role.AUDITOR).id() + "/password-link";
        String signIn = "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(security.login(), People.PASSWORD);

        assertThat(send(token(security), "POST", path, null).statusCode()).isEqualTo(422);
        assertThat(send(null, "POST", "/api/v1/sessions", signIn).statusCode()).isEqualTo(422);
        assertThat(send(token(security), "PUT", "/api/v1/me/password", "{}").statusCode())
                .isEqualTo(422);
        send(token(office.aCompany()), "POST", "/api/v1/drafts", "{\"item\":\"food_permit\"}");
        assertThat(dsl.fetchSingle(
                                "select count(*) from identity.kept_answer where key = sha256(?::bytea)",
                                key.getBytes(StandardCharsets.UTF_8))
                        .get(0, Integer.class))
                .isEqualTo(1);
    }

    @Test
    void whose_connection_is_lost_on_the_way_is_told_to_come_again_and_may() throws Exception {
        UUID officer = new People(context).officer(Role.OFFICER).id();
        String security = token(new People(context).officer(Role.SECURITY_ADMINISTRATOR));
        Callable<HttpResponse<String>> disable =
                () -> send(security, "POST", "/api/v1/accounts/" + officer + "/disable", null);

        var claiming = losing("lock table identity.kept_answer in exclusive mode", disable);
        var acting = losing("select 1 from identity.account where id = '" + officer + "' for update", disable);

        for (var answer : List.of(claiming, acting)) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(answer.body()).contains("\"type\":\"urn:yichuang:problem:unavailable\"");
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("30");
        }
        assertThat(accounts.get(officer).disabled()).isFalse();
        assertThat(disable.call().statusCode()).isEqualTo(200);
    }

    /** Its connection is ended while it waits for what this statement holds. */
    private HttpResponse<String> losing(String held, Callable<HttpResponse<String>> request) throws Exception {
        try (var thread = Executors.newSingleThreadExecutor()) {
            Future<HttpResponse<String>> answer = requireNonNull(transaction.execute(status -> {
                dsl.execute(held);
                var holding = dsl.fetchSingle("select pg_backend_pid()").get(0);
                Future<HttpResponse<String>> sent = thread.submit(request);
                await().until(() -> sent.isDone()
                        || dsl.fetch(
                                        "select pg_terminate_backend(pid) from pg_locks"
                                                + " where not granted and ? = any (pg_blocking_pids(pid))",
                                        holding)
                                .isNotEmpty());
                return sent;
            }));
            return answer.get();
        }
    }

    private List<Integer> twice(@Nullable String token, String path, String body) {
        var first = send(token, "POST", path, body);
        var again = send(token, "POST", path, body);
        assertThat(again.body()).isEqualTo(first.body());
        return List.of(first.statusCode(), again.statusCode());
    }

    private HttpResponse<String> send(@Nullable String token, String method, String path, @Nullable String json) {
        byte[] body = json == null ? null : json.getBytes(StandardCharsets.UTF_8);
        return send(token, method, path, "application/json", body);
    }

    private HttpResponse<String> upload(String token, String boundary) {
        String body = "--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n"
                + "Content-Type: application/pdf\r\n\r\n"
                + new String(PDF, StandardCharsets.ISO_8859_1)
                + "\r\n--" + boundary + "--\r\n";
        String type = "multipart/form-data; boundary=" + boundary;
        return send(token, "POST", "/api/v1/files", type, body.getBytes(StandardCharsets.ISO_8859_1));
    }

    private HttpResponse<String> send(
            @Nullable String token, String method, String path, String type, byte @Nullable [] body) {
        return new Api(office.address(), token)
                .send(method, path, type, body, "Idempotency-Key", key)
                .raw();
    }

    private String token(Visitor who) {
        return token(accounts.get(who.id()));
    }

    private String token(Account account) {
        return sessions.open(account, true, "test").token();
    }
}
