package org.yichuang.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.yichuang.casework.Office;
import org.yichuang.identity.People;
import org.yichuang.input.Endpoints.Endpoint;
import org.yichuang.input.Examples.Example;
import org.yichuang.shared.web.Role;
import org.yichuang.support.Api;
import org.yichuang.support.CityTest;
import org.yichuang.support.TestClock;

/**
 * Every endpoint of the API that changes something × everything that can be wrong with a request: always a problem in
 * both languages that names the field where there is one, never a failure, and nothing is changed.
 */
@CityTest
class ApiInputTests {
    private static final List<String> NO_IDS = List.of(
            "nonsense",
            "00000000-0000-0000-0000-00000000000g",
            "%F0%9F%98%80",
            "%E4%B8",
            "a".repeat(300),
            "-1",
            "%0A",
            "'%20or%201=1--");
    private static final List<String> NO_ANSWERS = List.of(
            "",
            "%00",
            ",",
            "%2B999999999-12-31",
            "-999999999-01-01",
            "2026-02-30",
            "9".repeat(30),
            "-1",
            "%F0%9F%98%80",
            "%E4%B8",
            "%25",
            "'",
            "a".repeat(3000));
    private static final String CHANGED = """
            select (select count(*) from journal.entry) || ' ' || (select sum(version) from casework.case_file) || ' '
                || (select count(*) from casework.denial_filing) || ' ' || (select count(*) from documents.letter) || ' '
                || (select count(*) || ' ' || coalesce(max(updated_at)::text, '') from casework.draft) || ' '
                || (select count(*) from documents.file) || ' ' || (select count(*) from identity.account) || ' '
                || (select count(*) from identity.kept_answer)""";

    private final ApplicationContext context;
    private final DSLContext db;

    @Autowired
    ApiInputTests(ApplicationContext context, DSLContext db, TestClock clock) {
        this.context = context;
        this.db = db;
        clock.set("2026-10-09T10:24");
    }

    private Stream<Endpoint> endpoints() {
        return Endpoints.of(context).stream().filter(endpoint -> endpoint.api() && endpoint.changes());
    }

    @Test
    void every_endpoint_that_changes_something_has_an_example_here() {
        var examples = new Examples(context);

        assertThat(endpoints().filter(endpoint -> examples.of(endpoint).isEmpty()))
                .isEmpty();
        assertThat(endpoints()
                        .filter(Endpoint::takesBody)
                        .filter(endpoint -> examples.of(endpoint).stream().anyMatch(example -> example.body() == null)))
                .isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> a_spoilt_body_is_a_problem_and_changes_nothing() {
        var examples = new Examples(context);
        return endpoints()
                .filter(Endpoint::takesBody)
                .map(endpoint -> DynamicTest.dynamicTest(
                        endpoint.toString(), () -> spoil(examples.of(endpoint).getFirst())));
    }

    private void spoil(Example example) {
        String before = changed();
        List<String> wrong = new ArrayList<>();
        for (Spoilt.Body body : Spoilt.all(java.util.Objects.requireNonNull(example.body()), example.optional())) {
            Api.Answer answer = example.api().send(example.method(), example.path(), body.type(), body.bytes());
            String why = why(answer, example.counted() ? null : body.field());
            if (!why.isEmpty()) {
                wrong.add(body.what() + " → " + answer.status() + " " + why);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(example.counted() ? before : changed()).isEqualTo(before);
    }

    @TestFactory
    Stream<DynamicTest> what_is_said_where_no_body_is_taken_is_a_problem_and_changes_nothing() {
        var examples = new Examples(context);
        return endpoints()
                .filter(endpoint -> !endpoint.takesBody())
                .map(endpoint -> DynamicTest.dynamicTest(
                        endpoint.toString(),
                        () -> unheard(endpoint, examples.of(endpoint).getFirst())));
    }

    private void unheard(Endpoint endpoint, Example example) {
        String before = changed();
        for (String body : List.of("{\"reason\":\"unheard\"}", "[1]", "\"reason\"", "{")) {
            Api.Answer answer = example.api()
                    .send(example.method(), example.path(), "application/json", body.getBytes(StandardCharsets.UTF_8));
            boolean field = body.contains(":") && endpoint.takes() == null;
            assertThat(why(answer, field ? "reason" : null)).as(body).isEmpty();
        }
        if (endpoint.takes() == null) {
            String part = "--x\r\nContent-Disposition: form-data; name=\"reason\"\r\n\r\nunheard\r\n--x--\r\n";
            Map.of("application/x-www-form-urlencoded", "reason=unheard", "multipart/form-data; boundary=x", part)
                    .forEach((type, form) -> {
                        byte[] bytes = form.getBytes(StandardCharsets.UTF_8);
                        assertThat(why(example.api().send(example.method(), example.path(), type, bytes), null))
                                .as(type)
                                .isEmpty();
                    });
        }
        assertThat(changed()).isEqualTo(before);
    }

    @TestFactory
    Stream<DynamicTest> a_spoilt_address_is_a_problem_and_changes_nothing() {
        var examples = new Examples(context);
        return endpoints()
                .filter(endpoint -> endpoint.pattern().getPatternString().contains("{"))
                .map(endpoint -> DynamicTest.dynamicTest(
                        endpoint.toString(),
                        () -> misaddress(endpoint, examples.of(endpoint).getFirst())));
    }

    private void misaddress(Endpoint endpoint, Example example) {
        String before = changed();
        List<String> wrong = new ArrayList<>();
        String[] pattern = endpoint.pattern().getPatternString().split("/");
        for (int at = 0; at < pattern.length; at++) {
            for (String id : pattern[at].startsWith("{") ? NO_IDS : List.<String>of()) {
                String[] path = example.path().split("/");
                path[at] = id;
                Api.Answer answer = sent(example, String.join("/", path));
                String why = why(answer, null);
                if (!why.isEmpty()) {
                    wrong.add(pattern[at] + " = " + id + " → " + answer.status() + " " + why);
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(changed()).isEqualTo(before);
    }

    @TestFactory
    Stream<DynamicTest> a_spoilt_question_is_no_failure() {
        var office = context.getBean(Office.class);
        var people = new People(context);
        Map<Role, Api> as = Stream.of(Role.SUPERVISOR, Role.AUDITOR, Role.ADMINISTRATOR, Role.SECURITY_ADMINISTRATOR)
                .collect(Collectors.toMap(
                        role -> role,
                        role -> office.api(office.account(people.officer(role).id()))));
        as.put(Role.RESIDENT, office.api(office.aResident()));
        Api officer = office.api(office.officer("accept"));
        return Endpoints.of(context).stream()
                .filter(endpoint -> endpoint.api() && !endpoint.changes())
                .filter(endpoint -> !endpoint.pattern().getPatternString().contains("{"))
                .filter(endpoint -> !endpoint.asks().isEmpty())
                .map(endpoint -> DynamicTest.dynamicTest(
                        endpoint.toString(),
                        () -> question(
                                endpoint,
                                endpoint.roles().stream()
                                        .map(as::get)
                                        .filter(Objects::nonNull)
                                        .findFirst()
                                        .orElse(officer))));
    }

    private static void question(Endpoint endpoint, Api api) {
        List<String> wrong = new ArrayList<>();
        for (String name : endpoint.asks()) {
            for (String value : NO_ANSWERS) {
                String path = endpoint.pattern().getPatternString() + "?" + name + "=" + value;
                Api.Answer answer = api.get(path);
                if (answer.status() >= 500 || answer.status() == 403) {
                    wrong.add(path + " → " + answer.status());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void what_is_missing_is_named_and_what_would_do_is_said() {
        var office = context.getBean(Office.class);
        Api company = office.api(office.aCompany());
        var nobody = new Api(office.address(), null);

        String part =
                "--x\r\nContent-Disposition: form-data; name=\"paper\"; filename=\"a.pdf\"\r\n\r\n%PDF-\r\n--x--\r\n";
        Api.Answer noFile = company.send(
                "POST", "/api/v1/files", "multipart/form-data; boundary=x", part.getBytes(StandardCharsets.UTF_8));
        assertThat(noFile.status()).isEqualTo(422);
        assertThat(noFile.fields()).containsExactly("file");
        assertThat(company.send("POST", "/api/v1/drafts", "application/json", new byte[0])
                        .text())
                .contains("请求没有正文");
        assertThat(company.send("PUT", "/api/v1/drafts", null, null)
                        .raw()
                        .headers()
                        .firstValue("Allow")
                        .orElse(""))
                .contains("GET", "POST");
        assertThat(nobody.get("/api/v1/me").raw().headers().firstValue("WWW-Authenticate"))
                .contains("Bearer");
    }

    private static Api.Answer sent(Example example, String path) {
        return example.body() == null
                ? example.api().send(example.method(), path, null, null)
                : example.api().send(example.method(), path, "application/json", Api.bytes(example.body()));
    }

    private String changed() {
        return db.fetchSingle(CHANGED).get(0, String.class);
    }

    /** What is wrong with the answer; empty when nothing is. */
    private static String why(Api.Answer answer, @org.jspecify.annotations.Nullable String field) {
        if (answer.status() < 400 || answer.status() >= 500) {
            return "is no refusal";
        }
        if (answer.slug().isEmpty()) {
            return "is no problem: " + answer.type();
        }
        var json = answer.json();
        boolean said = Stream.of("title", "titleEn", "detail", "detailEn")
                .noneMatch(part -> json.path(part).asString("").isBlank());
        if (!said || json.path("status").asInt() != answer.status()) {
            return "does not say it in both languages: " + answer.text();
        }
        return field == null || answer.fields().stream().anyMatch(named -> about(named, field))
                ? ""
                : "does not name " + field + ": " + answer.text();
    }

    /** Answers are named by their key alone; what is wrong with a part may be said of the whole, and the other way. */
    private static boolean about(String named, String field) {
        return named.equals(field)
                || field.endsWith("." + named)
                || named.endsWith("." + field)
                || named.startsWith(field)
                || field.startsWith(named);
    }
}
