package org.yichuang.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.util.unit.DataSize;
import org.yichuang.identity.DemoAccounts;
import org.yichuang.support.CityTest;
import org.yichuang.support.Web;

/** What comes in from strangers, at the outermost edge. */
@CityTest
@ExtendWith(OutputCaptureExtension.class)
class EdgeTests {
    @LocalServerPort
    private int port;

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/items/%ZZ", "/api/v1/items/%c0%ae", "/api/v1/items/%00", "/api/v1/items/a%2Fb"})
    void an_address_that_cannot_be_read_is_a_problem_under_the_api(String path) throws Exception {
        String answer = raw(path);

        assertThat(answer).startsWith("HTTP/1.1 4").containsIgnoringCase("content-type: application/problem+json");
        assertThat(answer).contains("\"type\":\"urn:yichuang:problem:").doesNotContain("Tomcat", "<html");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/track/ABCDE-FGHJK, /api/v1/track/* failed",
        "/api/v1/verifications/ABCDE-FGHJK-MNPQR, /api/v1/verifications/* failed",
        "/api/v1/cases/0199/timeline, /api/v1/cases/0199/timeline failed"
    })
    void a_failure_is_logged_by_its_address_without_the_code_in_it(
            String path, String logged, @Autowired ProblemAdvice problems, CapturedOutput output) throws Exception {
        problems.other(
                new IllegalStateException("in a test"),
                new MockHttpServletRequest("GET", path),
                new MockHttpServletResponse());

        assertThat(output.getAll()).contains("GET " + logged).doesNotContain("ABCDE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/assets/yc.css", "/assets/yc.js", "/assets/htmx.org/dist/htmx.min.js"})
    void what_every_page_loads_goes_over_the_wire_compressed(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept-Encoding", "gzip")
                .build();

        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
        }
    }

    @Test
    void an_address_that_is_too_long_is_refused_in_words_as_a_problem_and_as_a_page() throws Exception {
        String words = "q=" + "a".repeat(17_000);

        assertThat(raw("/api/v1/items?" + words))
                .startsWith("HTTP/1.1 414")
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("地址太长，最多 16 KB", "at most 16 KB");
        assertThat(raw("/items?" + words))
                .startsWith("HTTP/1.1 414")
                .containsIgnoringCase("content-type: text/html")
                .contains("<h1>地址太长，最多 16 KB</h1>", "href=\"/assets/yc.css\"");
    }

    @Test
    void what_the_api_does_not_know_in_a_query_is_refused_by_its_name_and_pages_pass_over_it() throws Exception {
        var web = new Web(port);

        for (String query : List.of("audiense=COMPANY", "size=2&audiense=COMPANY", "audiense", "%61udiense=1")) {
            var answer = web.get("/api/v1/items?" + query);
            assertThat(answer.status()).as(query).isEqualTo(422);
            assertThat(answer.body()).contains("\"field\":\"audiense\"");
        }
        assertThat(web.get("/api/v1/items?audience=COMPANY&size=2&").status()).isEqualTo(200);
        assertThat(web.get("/api/v1/items?").status()).isEqualTo(200);
        assertThat(raw("/api/v1/items?%ZZ=1")).startsWith("HTTP/1.1 4");
        assertThat(web.send("POST", "/api/v1/limits/compute?dry=1", "application/json", "{}")
                        .body())
                .contains("\"field\":\"dry\"");
        assertThat(web.get("/items?from=elsewhere").status()).isEqualTo(200);
    }

    @Test
    void a_page_is_in_the_language_that_its_header_says_whatever_the_browser_prefers() throws Exception {
        assertThat(raw("/")).containsIgnoringCase("content-language: zh-CN");
        assertThat(raw("/?lang=en")).containsIgnoringCase("content-language: en\r\n");
        assertThat(raw("/?lang=EN")).containsIgnoringCase("content-language: en\r\n");
        assertThat(raw("/?lang=xx")).doesNotContain("yc_lang");
    }

    @Test
    void what_no_reader_of_json_goes_through_is_said_to_be_too_much() {
        String limit = "{\"start\":\"2026-09-18\",\"unit\":\"HOUR\",\"amount\":%s}";

        for (String amount : List.of("9".repeat(2000), "[".repeat(2000) + "]".repeat(2000))) {
            var answer = compute(limit.formatted(amount));
            assertThat(answer.status()).isBetween(400, 422);
            assertThat(answer.body()).containsAnyOf("有一处太长，或者套得太深", "\"field\":\"amount\"");
        }
        assertThat(compute(limit.formatted("9".repeat(2000))).body()).contains("有一处太长，或者套得太深");
    }

    @Test
    void a_field_that_stands_twice_in_a_body_is_named() {
        var top = compute("{\"start\":\"2026-09-18\",\"start\":\"2026-09-19\"}");
        var inside = compute(
                "{\"start\":\"2026-09-18\",\"unit\":\"HOUR\",\"amount\":1,\"pauses\":[{\"end\":\"2026-09-18\",\"end\":\"2026-09-18\"}]}");

        assertThat(top.status()).isEqualTo(400);
        assertThat(top.body()).contains("\"field\":\"start\"", "同一项写了两次");
        assertThat(inside.body()).contains("\"field\":\"pauses[0].end\"");
    }

    @Test
    void a_body_that_is_no_utf_8_is_refused_as_that_and_read_as_nothing_else() throws Exception {
        String limit = "{\"start\":\"2026-09-18\",\"unit\":\"HOUR\",\"amount\":1,\"pauses\":[{\"start\":\"2026-09-18\","
                + "\"end\":\"2026-09-19\",\"cause\":\"%s\"}]}";
        String json = "application/json";

        // "/" in two bytes and in three, half of a pair, a character cut off, one beyond the last
        for (String bytes : List.of(
                "\u00c0\u00af",
                "\u00e0\u0080\u00af",
                "\u00ed\u00a0\u0080",
                "\u00e4\u00b8",
                "\u00f5\u0080\u0080\u0080")) {
            var answer = chunked(
                    "/api/v1/limits/compute", json, limit.formatted(bytes).getBytes(StandardCharsets.ISO_8859_1));
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertThat(answer.body()).contains("urn:yichuang:problem:unreadable", "请求的正文要用 UTF-8 编码", "in UTF-8");
        }
        byte[] right = limit.formatted("检测 😀").getBytes(StandardCharsets.UTF_8);
        assertThat(chunked("/api/v1/limits/compute", json, right).statusCode()).isEqualTo(200);
        assertThat(chunked("/api/v1/limits/compute", json + ";charset=utf-8", right)
                        .statusCode())
                .isEqualTo(200);
        assertThat(chunked("/api/v1/limits/compute", json + ";charset=GBK", right)
                        .body())
                .contains("in UTF-8");
    }

    @Test
    void what_stands_twice_in_a_query_of_the_api_is_refused_by_its_name_where_it_is_no_list() {
        var web = new Web(port);

        for (String query : List.of("q=a&size=2&size=3", "size=2&size=2", "size=2&%73ize=3")) {
            var answer = web.get("/api/v1/items?" + query);
            assertThat(answer.status()).as(query).isEqualTo(422);
            assertThat(answer.body()).contains("\"field\":\"size\"");
        }
        assertThat(web.get("/items?q=a&q=b").status()).isEqualTo(200);
    }

    @Test
    void of_a_field_it_is_said_whether_it_is_missing_unknown_or_of_the_wrong_form() {
        Map.of(
                        "{\"start\":\"2026-09-18\",\"unit\":\"HOUR\"}", "amount: This is missing",
                        "{\"start\":\"2026-09-18\",\"unit\":\"HOUR\",\"amount\":null}", "amount: This is missing",
                        "{\"start\":\"2026-09-18\",\"unit\":\"HOUR\",\"amount\":1,\"x\":1}",
                                "x: There is no such field",
                        "{\"start\":\"2026-09-18\",\"unit\":\"HOUR\",\"amount\":\"x\"}",
                                "amount: This value has the wrong form",
                        "{\"start\":20260918,\"unit\":\"HOUR\",\"amount\":1}", "start: This value has the wrong form")
                .forEach((body, said) -> {
                    var answer = compute(body);
                    assertThat(answer.status()).as(body).isEqualTo(422);
                    assertThat(JsonPath.<String>read(answer.body(), "$.errors[0].field")
                                    + ": "
                                    + JsonPath.<String>read(answer.body(), "$.errors[0].detailEn"))
                            .isEqualTo(said);
                });
    }

    @Test
    void parts_where_none_are_taken_are_told_what_is_and_nobody_is_told_to_send_files() {
        var answer = new Web(port).send("POST", "/api/v1/limits/compute", "multipart/form-data", "x");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.body()).contains("send application/json").doesNotContain("Files are expected");
    }

    @Test
    void letters_of_an_address_that_are_not_encoded_are_named_by_program_and_page() throws Exception {
        for (String path : List.of("/api/v1/items?q=食品", "/items?q=食品", "/items?q={}")) {
            assertThat(raw(path))
                    .as(path)
                    .startsWith("HTTP/1.1 400")
                    .contains("没有编码（%E9%A3%9F）的汉字", "percent-encoded (%E9%A3%9F)");
        }
    }

    @Test
    void who_takes_problems_too_is_not_told_that_an_answer_is_one() throws Exception {
        for (String accept : List.of("application/problem+json, application/json", "application/vnd.x+json")) {
            String more = "Accept: " + accept + "\r\n";
            assertThat(raw("GET", "/api/v1/items", more))
                    .startsWith("HTTP/1.1 200")
                    .containsIgnoringCase("content-type: application/json\r\n");
            assertThat(raw("GET", "/api/v1/items/nix", more))
                    .startsWith("HTTP/1.1 404")
                    .containsIgnoringCase("content-type: application/problem+json");
        }
    }

    @Test
    void a_method_that_there_is_not_is_said_to_be_none() throws Exception {
        assertThat(raw("BREW", "/api/v1/items"))
                .startsWith("HTTP/1.1 501")
                .containsIgnoringCase("content-type: application/problem+json")
                .contains("urn:yichuang:problem:not-implemented", "没有这种方法");
        assertThat(raw("BREW", "/items")).startsWith("HTTP/1.1 501").contains("没有这种方法");
        assertThat(raw("DELETE", "/api/v1/items")).startsWith("HTTP/1.1 405");
        assertThat(raw("TRACE", "/api/v1/items")).startsWith("HTTP/1.1 405");
    }

    @ParameterizedTest
    @CsvSource({
        "/sign-in, 4",
        "/register, 4",
        "/track, 4",
        "/nowhere, 4",
        "/apply, 4",
        "/admin/accounts, 4",
        "/api/v1/limits/compute, 4",
        "/api/v1/network/absences, 4",
        "/verify/ABCDE-FGHJK-MNPQR, 21",
        "/admin/items/import, 21",
        "/admin/items/topics, 21",
        "/admin/network/units/import, 21",
        "/admin/calendar/import, 21",
        "/api/v1/network/tables/units, 21",
        "/api/v1/calendar, 21",
        "/api/v1/files, 21",
        "/apply/draft/0199/materials/layout, 100",
        "/my/cases/0199/supplement/save, 100",
        "/desk/intake/food/0199, 100",
        "/desk/cases/0199/act/correct, 100"
    })
    void a_form_with_files_is_large_only_where_files_come_in(String path, int most) throws Exception {
        assertThat(withParts(path, (long) most << 20)).isEqualTo(200);
        assertThat(withParts(path, ((long) most << 20) + 1)).isEqualTo(413);
    }

    @ParameterizedTest
    @CsvSource({
        "/sign-in, 411",
        "/verify/ABCDE-FGHJK-MNPQR, 411",
        "/admin/items/import, 411",
        "/api/v1/limits/compute, 411",
        "/api/v1/files, 200",
        "/my/cases/0199/supplement, 200"
    })
    void a_form_with_files_says_its_length_where_nothing_else_counts_it(String path, int status) throws Exception {
        assertThat(withParts(path, -1)).isEqualTo(status);
    }

    private static int withParts(String path, long length) throws Exception {
        var request = new MockHttpServletRequest("POST", path) {
            @Override
            public long getContentLengthLong() {
                return length;
            }
        };
        request.setContentType("multipart/form-data; boundary=b");
        var response = new MockHttpServletResponse();
        new BodyLimit(DataSize.ofMegabytes(100)).doFilter(request, response, (sent, answer) -> {});
        return response.getStatus();
    }

    @ParameterizedTest
    @CsvSource({
        "/sign-in, 5, 413, 最多 4 MB",
        "/verify/ABCDE-FGHJK-MNPQR, 22, 413, 最多 20 MB",
        "/api/v1/limits/compute, 5, 413, 最多 4 MB",
        "/api/v1/files, 20, 401, 需要登录",
        "/api/v1/network/tables/units, 20, 401, 需要登录",
        "/api/v1/calendar, 20, 401, 需要登录"
    })
    void a_strangers_form_with_files_is_answered_before_any_of_it_is_read(
            String path, int megabytes, int status, String said) throws Exception {
        for (String key : List.of("", "Idempotency-Key: " + path + "\r\n")) {
            try (var socket = new Socket("localhost", port)) {
                socket.setSoTimeout(20_000);
                send(
                        socket,
                        "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + key
                                + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: "
                                + (megabytes << 20) + "\r\n\r\n");
                var answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));

                assertThat(answer.readLine()).startsWith("HTTP/1.1 " + status);
                assertThat(answer.lines().anyMatch(line -> line.contains(said))).isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"/sign-in, 411", "/verify/ABCDE-FGHJK-MNPQR, 411", "/api/v1/limits/compute, 411", "/api/v1/files, 401"})
    void a_strangers_form_with_files_that_does_not_say_how_long_it_is_is_not_read(String path, int status)
            throws Exception {
        HttpResponse<String> answer = chunked(path, "multipart/form-data; boundary=b", new byte[5 << 20]);

        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 411) {
            assertThat(answer.body()).contains("要写明长度");
        }
    }

    @Test
    void elsewhere_it_is_a_plain_page_in_both_languages() throws Exception {
        assertThat(raw("/items/%ZZ"))
                .startsWith("HTTP/1.1 400")
                .contains("请求有误", "Bad request")
                .doesNotContain("Tomcat");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example/x", "///evil.example/x", "/\\evil.example/x", "\\\\evil.example/x"})
    void the_page_of_a_refused_address_has_no_link_to_another_site(String path) throws Exception {
        assertThat(raw(path)).startsWith("HTTP/1.1 400").doesNotContain("href=\"//", "href=\"/\\", "href=\"\\");
    }

    @Test
    void a_body_that_does_not_say_how_long_it_is_is_cut_off_where_it_is_too_long() throws Exception {
        byte[] long5 = new byte[5 << 20];
        Arrays.fill(long5, (byte) ' ');

        HttpResponse<String> answer = chunked("/api/v1/limits/compute", "application/json", long5);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("too-large", "4 MB").doesNotContain("\"field\":\"file\"");
    }

    @Test
    void a_form_that_does_not_say_how_long_it_is_is_refused_too() throws Exception {
        byte[] long5 = new byte[5 << 20];
        Arrays.fill(long5, (byte) 'a');

        HttpResponse<String> answer = chunked("/sign-in", "application/x-www-form-urlencoded", long5);

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("请求太大，最多 4 MB");
    }

    @Test
    void a_form_as_long_as_is_said_is_taken() {
        var answer = new Web(port).post("/sign-in", "name", "nobody", "password", "a".repeat(3 << 20));

        assertThat(answer.status()).isEqualTo(401);
    }

    @Test
    void a_page_of_what_was_refused_at_the_edge_stays_where_it_was_asked_in_the_frame_of_who_asked() {
        var security = new Web(port).signedIn("security", DemoAccounts.PASSWORD);

        var answer = security.send("POST", "/admin/accounts?q=x", "*/*", "");

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.body())
                .contains("<body class=\"desk\">", "href=\"/admin/systems\"")
                .contains("href=\"/admin/accounts?q=x&amp;lang=en\"");
        assertThat(new Web(port).send("POST", "/sign-in", "*/*", "").body())
                .contains("href=\"/sign-in?lang=en\"", "href=\"/sign-in?type=large\"");
    }

    @Test
    void the_page_of_a_problem_says_each_thing_once_and_no_field_s_key() {
        var security = new Web(port).signedIn("security", DemoAccounts.PASSWORD);

        var answer = security.get("/admin/accounts?after=!");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("<h1>翻页位置不对</h1>").doesNotContain("<p>翻页位置不对</p>", "<p>after");
    }

    @Test
    void a_value_in_the_query_of_the_api_without_a_name_is_told_as_that_and_an_empty_pair_is_nothing() {
        for (String query : List.of("=1", "=", "size=1&=2", "=&size=1")) {
            var answer = new Web(port).api("GET", "/api/v1/items?" + query, null);
            assertThat(answer.status()).as(query).isEqualTo(400);
            assertThat(answer.body()).contains("查询里有一个值没有参数名", "has no parameter's name");
        }
        assertThat(new Web(port).api("GET", "/api/v1/items?&size=1&", null).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1//items", "/api/v1/items/a;b=c", "/api/v1/items/%2e%2e%2fetc", "/api/v1/items/%"})
    void an_address_that_is_refused_as_such_is_told_what_is_not_taken(String path) throws Exception {
        assertThat(raw(path))
                .startsWith("HTTP/1.1 400")
                .contains("urn:yichuang:problem:bad-request", "不收的写法，比如地址里的", "something that is not taken");
    }

    @Test
    void a_body_of_another_type_is_told_which_type_is_taken() {
        var json = new Web(port).send("POST", "/api/v1/limits/compute", "text/plain", "{}");

        assertThat(json.status()).isEqualTo(415);
        assertThat(json.body()).contains("这里收 application/json", "send application/json");
        assertThat(json.raw().headers().firstValue("Accept").orElse("")).startsWith("application/json");
    }

    @Test
    void a_json_body_that_says_it_is_too_long_is_not_called_a_file() {
        var answer = compute(" ".repeat(5 << 20));

        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.body()).contains("4 MB").doesNotContain("20 MB");
    }

    @Test
    void a_limit_that_would_fill_centuries_of_days_is_refused_by_the_field_that_leads_there() {
        String open =
                "{\"start\":\"1950-01-02\",\"amount\":1,\"unit\":\"HOUR\",\"pauses\":[{\"start\":\"1950-01-01\"%s}]%s}";

        var forNow = compute(open.formatted("", ",\"now\":\"2990-01-01\""));
        var expected = compute(open.formatted(",\"expectedEnd\":\"2500-01-01\"", ""));
        var ended = compute(open.formatted(",\"end\":\"2500-01-01\"", ""));
        var start = compute(open.formatted("", ""));

        assertThat(forNow.status()).isEqualTo(422);
        assertThat(forNow.body()).contains("\"field\":\"now\"");
        assertThat(expected.body()).contains("\"field\":\"pauses[0].expectedEnd\"");
        assertThat(ended.body()).contains("\"field\":\"pauses[0].end\"");
        assertThat(start.body()).contains("\"field\":\"start\"");
    }

    private Web.Answer compute(String json) {
        return new Web(port).api("POST", "/api/v1/limits/compute", json);
    }

    private HttpResponse<String> chunked(String path, String type, byte[] body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .header("Content-Type", type)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void who_sends_slowly_keeps_nobody_else_waiting() throws Exception {
        var slow = new ArrayList<Socket>();
        try {
            for (int i = 0; i < 5 * Workers.PER_PROCESSOR * Runtime.getRuntime().availableProcessors(); i++) {
                var socket = new Socket("localhost", port);
                slow.add(socket);
                send(socket, "POST /api/v1/limits/compute HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
                send(socket, "Content-Type: application/json\r\nContent-Length: 2\r\n\r\n{");
            }

            assertThat(new Web(port).get("/").status()).isEqualTo(200);

            for (Socket socket : slow) {
                send(socket, "}");
                String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                assertThat(answer).startsWith("HTTP/1.1 422");
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** As no client of ours would send it. */
    private String raw(String path) throws Exception {
        return raw("GET", path);
    }

    private String raw(String method, String path) throws Exception {
        return raw(method, path, "");
    }

    private String raw(String method, String path, String more) throws Exception {
        try (var socket = new Socket("localhost", port)) {
            send(socket, method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + more + "Connection: close\r\n\r\n");
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
