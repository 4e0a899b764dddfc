package org.yichuang.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertAll;

import jakarta.servlet.Filter;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.Part;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.yichuang.casework.Office;
import org.yichuang.catalogue.CatalogueOffice;
import org.yichuang.catalogue.VersionInfo;
import org.yichuang.identity.People;
import org.yichuang.input.Endpoints.Endpoint;
import org.yichuang.input.Examples.Example;
import org.yichuang.journal.Actor;
import org.yichuang.shared.web.IdempotencyKey;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;
import org.yichuang.shared.web.WithoutKey;
import org.yichuang.support.Api;
import org.yichuang.support.CityTest;
import org.yichuang.support.TestClock;
import tools.jackson.databind.JsonNode;

/** {@code Idempotency-Key} on every endpoint of the API that changes something, but for those that tell a secret. */
@CityTest
class SentOnceTests {
    private static final AtomicInteger SERIAL = new AtomicInteger();
    /** These end the session that they are sent in: sent again, they come from somebody who is not signed in. */
    private static final Set<String> SIGNING_OUT =
            Set.of("DELETE /api/v1/me/sessions", "DELETE /api/v1/sessions/current");
    /** Their example asks for what is so already, or for nothing but an answer. */
    private static final Set<String> IDLE = Set.of(
            "POST /api/v1/accounts/find",
            "POST /api/v1/accounts/{id}/unlock",
            "POST /api/v1/limits/compute",
            "PUT /api/v1/calendar/office-hours",
            "PUT /api/v1/drafts/{id}/delivery-way");
    /** An order in which nothing takes away what a later one needs. */
    private static final Comparator<Endpoint> DELETING_LAST = Comparator.comparing(
                    (Endpoint endpoint) -> endpoint.method().equals("DELETE"))
            .thenComparing(Comparator.comparing(Endpoint::toString).reversed());

    /** The rows that acts leave; what the clock's own jobs write has no account. */
    private static final String DONE = """
            select (select count(*) from journal.entry where actor_account is not null) || ' '
                || (select count(*) from casework.case_file) || ' ' || (select count(*) from casework.draft) || ' '
                || (select coalesce(sum(length(d::text)), 0) from casework.draft d) || ' '
                || (select count(*) from documents.letter) || ' ' || (select count(*) from documents.file) || ' '
                || (select count(*) from identity.account) || ' '
                || (select count(*) from network.away) || ' ' || (select sum(revision) from catalogue.item_version)""";

    private static final String VERSIONS = "/api/v1/item-versions";
    private static final String ABSENCES = "/api/v1/network/absences";
    private static final String TOPICS = "/api/v1/topics";
    private static final String DEPARTMENTS = "/api/v1/network/tables/departments";

    private final ApplicationContext context;
    private final Office office;
    private final CatalogueOffice catalogue;
    private final DSLContext db;
    private final People people;
    private final String notice;
    private final String departments;
    private final String topics;
    private final List<String> codes = new ArrayList<>();

    @Autowired
    SentOnceTests(
            ApplicationContext context, Office office, CatalogueOffice catalogue, DSLContext db, TestClock clock) {
        clock.set("2026-10-09T10:24");
        this.context = context;
        this.office = office;
        this.catalogue = catalogue;
        this.db = db;
        this.people = new People(context);
        this.notice = admin().get("/api/v1/calendar/2026/notice").text();
        this.departments = admin().get(DEPARTMENTS + "?format=csv").text();
        this.topics = office.web(office.known("admin"))
                .page("/admin/items/topics/export.csv")
                .replace("\uFEFF", "");
    }

    @AfterEach
    void the_city_is_as_it_was() {
        assertAll(
                () -> assertAll(codes.stream()
                        .flatMap(code -> catalogue.versions(code).stream())
                        .map(info -> () -> takeBack(info))),
                () -> putBack(DEPARTMENTS + "?replace=true", departments),
                () -> putBack("/api/v1/calendar", notice),
                () -> assertThat(admin().send("PUT", TOPICS, "text/csv", topics.getBytes(UTF_8))
                                .status())
                        .isEqualTo(200),
                this::nobodyIsAway);
    }

    private void putBack(String path, String csv) {
        Api.Answer answer = admin().send("POST", path, "text/csv", csv.getBytes(UTF_8));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private void nobodyIsAway() {
        Api officer = officer();
        officer.get(ABSENCES + "?from=2027-01-01")
                .json()
                .path("items")
                .valueStream()
                .filter(away -> away.path("mine").asBoolean())
                .forEach(away ->
                        officer.send("DELETE", ABSENCES + "/" + away.path("id").asString(), null, null));
    }

    private void takeBack(VersionInfo info) {
        switch (info.state()) {
            case DRAFT, CHECKED -> catalogue.discard(info.code(), info.version(), info.revision(), Actor.SYSTEM);
            case PUBLISHED -> catalogue.retire(info.code(), info.version(), info.revision(), Actor.SYSTEM);
            case RETIRED -> {}
        }
    }

    @TestFactory
    Stream<DynamicTest> what_is_sent_twice_with_one_key_is_done_once_and_answered_the_same() {
        return each(false, request -> {
            String key = key();
            String before = done();
            Api.Answer first = request.send(key);
            assertThat(first.status()).as(first.text()).isBetween(200, 204);
            String done = done();
            assertThat(done.equals(before)).as(done).isEqualTo(IDLE.contains(request.endpoint.toString()));

            Api.Answer again = request.send(key);

            assertThat(done()).isEqualTo(done);
            if (SIGNING_OUT.contains(request.endpoint.toString())) {
                assertThat(again.status()).isEqualTo(401);
            } else {
                assertThat(told(again)).isEqualTo(told(first));
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> a_key_that_was_used_for_another_body_is_refused_and_nothing_is_done() {
        return each(false, request -> {
            String key = key();
            Api.Answer first = request.send(key);
            assertThat(first.status()).as(first.text()).isBetween(200, 204);
            String done = done();

            Api.Answer other = request.other().send(key);

            assertThat(done()).isEqualTo(done);
            if (SIGNING_OUT.contains(request.endpoint.toString())) {
                assertThat(other.status()).isEqualTo(401);
            } else if (request.endpoint.roles().contains(Role.ANYONE)
                    || request.endpoint.handler().hasMethodAnnotation(WithoutKey.class)) {
                assertThat(other.slug()).as("another stranger's, or only asked").isNotEqualTo("idempotency-key-reused");
            } else {
                assertThat(other.status()).as(other.text()).isEqualTo(409);
                assertThat(other.slug()).isEqualTo("idempotency-key-reused");
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> where_a_secret_is_told_a_key_is_refused_and_nothing_is_done() {
        return each(true, request -> {
            String before = done();

            Api.Answer answer = request.send(key());

            assertThat(answer.status()).as(answer.text()).isEqualTo(422);
            assertThat(answer.fields()).containsExactly(IdempotencyKey.HEADER);
            assertThat(done()).isEqualTo(before);
        });
    }

    @Test
    void what_only_computes_passes_over_a_key() {
        Api officer = officer();
        String key = key();
        for (int days : new int[] {5, 6}) {
            byte[] question = "{\"start\":\"2026-09-18\",\"unit\":\"WORKING_DAY\",\"amount\":%d}"
                    .formatted(days)
                    .getBytes(UTF_8);
            Api.Answer answer = officer.send(
                    "POST", "/api/v1/limits/compute", "application/json", question, IdempotencyKey.HEADER, key);
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Text/CSV", "Multipart/form-data; boundary=b"})
    void a_table_of_somebody_who_is_not_signed_in_is_not_read(String type) throws Exception {
        var request = new MockHttpServletRequest("POST", "/api/v1/calendar") {
            @Override
            public ServletInputStream getInputStream() {
                throw new AssertionError("read");
            }

            @Override
            public Collection<Part> getParts() {
                throw new AssertionError("read");
            }
        };
        request.setContentType(type);
        request.addHeader(IdempotencyKey.HEADER, key());
        var passed = new AtomicReference<@Nullable Object>();

        sentOnce().doFilter(request, new MockHttpServletResponse(), (sent, answer) -> passed.set(sent));

        assertThat(passed.get()).isSameAs(request);
    }

    @Test
    void while_files_are_stored_what_was_sent_waits_longer_than_any_other_transaction() throws Exception {
        assertThat(limitWhileDone("application/json")).isEqualTo("1min, 60000, 50s");
        assertThat(limitWhileDone("multipart/form-data")).isEqualTo("10min, 600000, 50s");
        assertThat(limitWhileDone("application/json")).isEqualTo("1min, 60000, 50s");
    }

    @Test
    void who_waits_too_long_for_the_same_request_sent_before_is_told_that_it_still_runs() {
        db.execute("""
            create function identity.waited() returns trigger language plpgsql as
            $$ begin raise exception 'canceling statement due to lock timeout' using errcode = '55P03'; end $$
            """);
        Api officer = officer();
        Api.Answer told;
        try {
            db.execute("create trigger waited before insert on identity.kept_answer for each row"
                    + " execute function identity.waited()");
            told = officer.send("DELETE", ABSENCES + "/" + UUID.randomUUID(), null, null, IdempotencyKey.HEADER, key());
        } finally {
            db.execute("drop function identity.waited() cascade");
        }

        assertThat(told.status()).as(told.text()).isEqualTo(503);
        assertThat(told.slug()).isEqualTo("still-running");
        assertThat(told.raw().headers().firstValue("Retry-After")).contains("30");
    }

    @Test
    void who_waits_too_long_for_another_request_is_told_that_and_not_that_the_database_is_away() {
        Api company = office.api(office.aCompany());
        db.execute("""
            create function casework.waited() returns trigger language plpgsql as
            $$ begin raise exception 'canceling statement due to lock timeout' using errcode = '55P03'; end $$
            """);
        Api.Answer told;
        try {
            db.execute("create trigger waited before insert on casework.draft for each row"
                    + " execute function casework.waited()");
            told = company.post("/api/v1/drafts", Api.JSON.createObjectNode().put("item", Office.FOOD));
        } finally {
            db.execute("drop function casework.waited() cascade");
        }

        assertThat(told.status()).as(told.text()).isEqualTo(503);
        assertThat(told.slug()).isEqualTo("waited-too-long");
        assertThat(told.raw().headers().firstValue("Retry-After")).contains("30");
    }

    /** How long the transaction may idle in which a request is done, an answer of the database is waited for, and a lock. */
    private String limitWhileDone(String type) throws Exception {
        var request = new MockHttpServletRequest("POST", "/api/v1/files");
        request.setContentType(type);
        request.addHeader(IdempotencyKey.HEADER, key());
        request.setAttribute(Visitor.ATTRIBUTE, office.aCompany());
        var limit = new AtomicReference<>("");
        String asked = "select current_setting('idle_in_transaction_session_timeout')";
        sentOnce()
                .doFilter(
                        request,
                        new MockHttpServletResponse(),
                        (sent, answer) -> limit.set(db.fetchSingle(asked).get(0, String.class) + ", "
                                + db.connectionResult(Connection::getNetworkTimeout) + ", "
                                + db.fetchValue("select current_setting('lock_timeout')")));
        return limit.get();
    }

    private Filter sentOnce() {
        return context.getBean("org.yichuang.identity.api.SentOnce", Filter.class);
    }

    private Stream<DynamicTest> each(boolean secret, Consumer<Request> test) {
        var examples = new Examples(context);
        List<Endpoint> endpoints = Endpoints.of(context).stream()
                .filter(endpoint -> endpoint.api() && endpoint.changes())
                .filter(endpoint -> secret(endpoint) == secret)
                .sorted(DELETING_LAST)
                .toList();
        assertThat(endpoints).hasSizeGreaterThan(secret ? 4 : 50);
        return endpoints.stream()
                .flatMap(endpoint -> requests(endpoint, examples).stream())
                .map(request -> DynamicTest.dynamicTest(request.endpoint.toString(), () -> test.accept(request)));
    }

    private static boolean secret(Endpoint endpoint) {
        WithoutKey without = endpoint.handler().getMethodAnnotation(WithoutKey.class);
        return without != null && without.refused();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private String done() {
        return db.fetchSingle(DONE).get(0, String.class);
    }

    private static List<String> told(Api.Answer answer) {
        String location = answer.raw().headers().firstValue("Location").orElse("");
        return List.of(String.valueOf(answer.status()), answer.type(), location, answer.text());
    }

    /** A request that succeeds. */
    private record Request(
            Endpoint endpoint,
            Api api,
            String path,
            @Nullable String type,
            byte @Nullable [] body) {
        Api.Answer send(String key) {
            return api.send(endpoint.method(), path, type, body, IdempotencyKey.HEADER, key);
        }

        /** Another one, that would do as well: a line end more, or a file of another name. */
        Request other() {
            if (body == null) {
                return new Request(endpoint, api, path, "application/json", "{}".getBytes(UTF_8));
            }
            String text = new String(body, UTF_8);
            String other = text.contains("filename") ? text.replace("filename=\"", "filename=\"other-") : text + "\n";
            return new Request(endpoint, api, path, type, other.getBytes(UTF_8));
        }
    }

    private List<Request> requests(Endpoint endpoint, Examples examples) {
        Request own = own(endpoint);
        return own != null
                ? List.of(own)
                : examples.of(endpoint).stream()
                        .map(example -> request(endpoint, example))
                        .toList();
    }

    private static Request request(Endpoint endpoint, Example example) {
        if (example.body() == null) {
            return new Request(endpoint, example.api(), example.path(), null, null);
        }
        if (example.body().has("login")) {
            example.body().put("login", "sent-once-" + SERIAL.incrementAndGet());
        }
        return new Request(endpoint, example.api(), example.path(), "application/json", Api.bytes(example.body()));
    }

    /** What takes no JSON, or is done to something that has to be there: null for all others. */
    private @Nullable Request own(Endpoint endpoint) {
        return switch (endpoint.toString()) {
            case "POST /api/v1/files" -> file(endpoint, officer(), "/api/v1/files", "%PDF-1.4\n%once\n%%EOF\n");
            case "POST /api/v1/calendar" -> file(endpoint, admin(), "/api/v1/calendar", notice);
            case "POST /api/v1/network/tables/{table}" ->
                file(endpoint, admin(), DEPARTMENTS, "key,name\r\nzz-sent-" + SERIAL.incrementAndGet() + ",一次\r\n");
            case "POST /api/v1/item-versions" -> yaml(endpoint, VERSIONS, text(code()));
            case "POST /api/v1/item-versions/import" -> list(endpoint);
            case "PUT /api/v1/topics" ->
                file(
                        endpoint,
                        admin(),
                        TOPICS,
                        topics + "THEME,once_" + SERIAL.incrementAndGet() + ",一次,Once,RESIDENT\r\n");
            case "PUT /api/v1/item-versions/{code}/{version}/text" -> {
                String code = code();
                int revision = revision(drafted(code));
                yield yaml(endpoint, at(code) + "/text?revision=" + revision, text(code));
            }
            case "POST /api/v1/item-versions/{code}/{version}/check" -> act(endpoint, "check", drafted(code()));
            case "POST /api/v1/item-versions/{code}/{version}/publish" -> act(endpoint, "publish", checked(code()));
            case "POST /api/v1/item-versions/{code}/{version}/retire" -> act(endpoint, "retire", published(code()));
            case "POST /api/v1/item-versions/{code}/{version}/revise" ->
                bare(endpoint, admin(), at(published(code()).path("code").asString()) + "/revise");
            case "DELETE /api/v1/item-versions/{code}/{version}" -> {
                JsonNode info = drafted(code());
                yield bare(endpoint, admin(), at(info.path("code").asString()) + "?revision=" + revision(info));
            }
            case "DELETE /api/v1/network/absences/{id}" -> bare(endpoint, officer(), ABSENCES + "/" + absence());
            default -> ofAccounts(endpoint);
        };
    }

    private @Nullable Request ofAccounts(Endpoint endpoint) {
        Api security = office.api(office.known("security"));
        String officer = people.officer(Role.OFFICER).id().toString();
        return switch (endpoint.toString()) {
            case "POST /api/v1/accounts/{id}/enable" -> {
                done(security.send("POST", "/api/v1/accounts/" + officer + "/disable", null, null));
                yield bare(endpoint, security, "/api/v1/accounts/" + officer + "/enable");
            }
            case "DELETE /api/v1/accounts/{id}/sessions" -> {
                office.api(office.account(UUID.fromString(officer)));
                yield bare(endpoint, security, "/api/v1/accounts/" + officer + "/sessions");
            }
            case "DELETE /api/v1/me/sessions/{id}" -> {
                Api other = office.api(office.account(UUID.fromString(officer)));
                Api me = office.api(office.account(UUID.fromString(officer)));
                yield bare(endpoint, me, "/api/v1/me/sessions/" + current(other));
            }
            case "DELETE /api/v1/systems/{id}/tokens/{token}" -> {
                String tokens = "/api/v1/systems/" + people.system().id() + "/tokens";
                var named = Api.JSON.createObjectNode().put("name", "夜间").put("days", 30);
                String token = done(security.post(tokens, named)).path("id").asString();
                yield bare(endpoint, security, tokens + "/" + token);
            }
            default -> null;
        };
    }

    private static String current(Api api) {
        return api.get("/api/v1/me/sessions")
                .json()
                .valueStream()
                .filter(session -> session.path("current").asBoolean())
                .map(session -> session.path("id").asString())
                .findFirst()
                .orElseThrow();
    }

    private static Request bare(Endpoint endpoint, Api api, String path) {
        return new Request(endpoint, api, path, null, null);
    }

    /** As a form where the endpoint takes one, else as it is. */
    private static Request file(Endpoint endpoint, Api api, String path, String content) {
        if (MediaType.MULTIPART_FORM_DATA.equals(endpoint.takes()) || path.endsWith("/files")) {
            String form = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n"
                    + "Content-Type: application/pdf\r\n\r\n" + content + "\r\n--x--\r\n";
            return new Request(endpoint, api, path, "multipart/form-data; boundary=x", form.getBytes(UTF_8));
        }
        return new Request(endpoint, api, path, "text/csv", content.getBytes(UTF_8));
    }

    private Request yaml(Endpoint endpoint, String path, String text) {
        return new Request(endpoint, admin(), path, "application/yaml", text.getBytes(UTF_8));
    }

    private Request list(Endpoint endpoint) {
        String csv = "department,name,item_code,task_type\n市监局,甲," + code() + ",1\n";
        return new Request(endpoint, admin(), VERSIONS + "/import", "text/csv", csv.getBytes(UTF_8));
    }

    private Request act(Endpoint endpoint, String act, JsonNode info) {
        var body = Api.JSON.createObjectNode().put("revision", revision(info));
        String path = at(info.path("code").asString()) + "/" + act;
        return new Request(endpoint, admin(), path, "application/json", Api.bytes(body));
    }

    private String code() {
        String code = "sent_once_" + SERIAL.incrementAndGet();
        codes.add(code);
        return code;
    }

    private static String at(String code) {
        return VERSIONS + "/" + code + "/1";
    }

    private String text(String code) {
        return admin().get(VERSIONS + "/food_permit/1/text").text().replace("code: food_permit", "code: " + code);
    }

    private JsonNode drafted(String code) {
        return done(
                admin().send("POST", VERSIONS, "application/yaml", text(code).getBytes(UTF_8)));
    }

    private JsonNode checked(String code) {
        return next(drafted(code), "check");
    }

    private JsonNode published(String code) {
        return next(checked(code), "publish");
    }

    private JsonNode next(JsonNode info, String act) {
        var body = Api.JSON.createObjectNode().put("revision", revision(info));
        return done(admin().post(at(info.path("code").asString()) + "/" + act, body));
    }

    private static int revision(JsonNode info) {
        return info.path("revision").asInt();
    }

    private String absence() {
        var away = Api.JSON
                .createObjectNode()
                .put("from", "2027-05-10")
                .put("to", "2027-05-11")
                .put("reason", "培训");
        return done(officer().post(ABSENCES, away)).path("id").asString();
    }

    private static JsonNode done(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
        return answer.json();
    }

    private Api admin() {
        return office.api(office.known("admin"));
    }

    private Api officer() {
        return office.api(office.officer("review"));
    }
}
