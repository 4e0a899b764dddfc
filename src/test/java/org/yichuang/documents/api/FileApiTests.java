package org.yichuang.documents.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.yichuang.documents.Documents;
import org.yichuang.documents.FileUpload;
import org.yichuang.documents.Http;
import org.yichuang.documents.store.SampleFiles;
import org.yichuang.identity.Account;
import org.yichuang.identity.People;
import org.yichuang.identity.signin.Sessions;
import org.yichuang.shared.Problem;
import org.yichuang.support.CityTest;
import org.yichuang.support.TestClock;

@CityTest
class FileApiTests {
    @Autowired
    ApplicationContext context;

    @Autowired
    Sessions sessions;

    @Autowired
    DSLContext dsl;

    @Autowired
    Documents documents;

    @Autowired
    TestClock clock;

    private final int port;
    private final Http http;

    FileApiTests(@LocalServerPort int port) {
        this.port = port;
        http = new Http(port);
    }

    private Map<String, String> somebody() {
        return signedIn(new People(context).resident());
    }

    private Map<String, String> signedIn(Account account) {
        return Map.of(
                "Authorization",
                "Bearer " + sessions.open(account, true, "test").token());
    }

    @Test
    void an_upload_is_answered_with_what_was_stored_and_its_owner_gets_it_back_to_save() {
        Map<String, String> owner = somebody();
        byte[] pdf = SampleFiles.pdf();
        Http.Answer stored = http.upload("/api/v1/files", owner, pdf, "营业执照.pdf", Map.of());
        assertThat(stored.status()).isEqualTo(201);
        assertThat(stored.text()).contains("\"mediaType\":\"application/pdf\"", "营业执照.pdf", "\"sha256\"");
        Http.Answer file = http.get(stored.header("Location"), owner);
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.body()).isEqualTo(pdf);
        assertThat(file.header("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''%E8%90%A5%E4%B8%9A%E6%89%A7%E7%85%A7.pdf");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.header("Content-Security-Policy")).contains("default-src 'none'");
    }

    @Test
    void the_length_of_a_file_is_told_without_reading_it_and_a_part_that_it_does_not_have_is_not_the_whole()
            throws Exception {
        Map<String, String> owner = somebody();
        byte[] pdf = large();
        String path = uploaded(pdf, owner);

        HttpResponse<byte[]> part = sent("GET", path, owner, "bytes=700000-700009");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(pdf, 700_000, 700_010));
        HttpResponse<byte[]> none = sent("GET", path, owner, "bytes=1200000-");
        assertThat(none.statusCode()).isEqualTo(416);
        assertThat(none.headers().firstValue("Content-Range")).hasValue("bytes */1200000");
        assertThat(none.body()).isEmpty();

        leave(0, path);
        HttpResponse<byte[]> head = sent("HEAD", path, owner, null);
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(head.headers().firstValue("Content-Length")).hasValue("1200000");
        assertThat(head.headers().firstValue("Content-Type")).hasValue("application/pdf");
        for (String range : List.of("bytes=700000-700009", "bytes=0-9,20-29", "bytes=1200000-")) {
            HttpResponse<byte[]> whole = sent("HEAD", path, owner, range);
            assertThat(whole.statusCode()).as(range).isEqualTo(200);
            assertThat(whole.headers().firstValue("Content-Length")).hasValue("1200000");
            assertThat(whole.headers().firstValue("Content-Range")).isEmpty();
        }
        assertThat(sent("HEAD", path, Map.of(), null).statusCode()).isEqualTo(401);
    }

    @Test
    void a_file_that_cannot_be_read_is_a_problem_of_its_own_length() throws Exception {
        Map<String, String> owner = somebody();
        String path = uploaded(large(), owner);
        leave(0, path);

        HttpResponse<byte[]> answer = sent("GET", path, owner, null);

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .startsWith("{")
                .contains("urn:yichuang:problem:internal")
                .endsWith("}");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValueAsLong("Content-Length").orElse(answer.body().length))
                .isEqualTo(answer.body().length);
    }

    @Test
    void a_file_that_cannot_be_read_to_its_end_does_not_look_whole() throws Exception {
        Map<String, String> owner = somebody();
        String path = uploaded(large(), owner);
        leave(600_000, path);

        assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(() -> sent("GET", path, owner, null))
                .withCauseInstanceOf(IOException.class);
    }

    /** A PDF in three pieces. */
    private static byte[] large() {
        return Arrays.copyOf(("%PDF-1.7 " + UUID.randomUUID()).getBytes(StandardCharsets.US_ASCII), 1_200_000);
    }

    private String uploaded(byte[] pdf, Map<String, String> owner) {
        Http.Answer stored = http.upload("/api/v1/files", owner, pdf, "a.pdf", Map.of());
        assertThat(stored.status()).as(stored.text()).isEqualTo(201);
        return stored.header("Location");
    }

    /** So many bytes of the content. */
    private void leave(int bytes, String path) {
        int changed = dsl.execute("""
            update documents.content set bytes = substring(bytes from 1 for ?), size = ?
            where sha256 = (select sha256 from documents.file where id = ?)
            """, bytes, bytes, UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
        assertThat(changed).isEqualTo(1);
    }

    private HttpResponse<byte[]> sent(String method, String path, Map<String, String> headers, @Nullable String range)
            throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        headers.forEach(request::header);
        if (range != null) {
            request.header("Range", range);
        }
        try (var client = HttpClient.newHttpClient()) {
            try {
                return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray())
                        .get(30, TimeUnit.SECONDS);
            } finally {
                client.shutdownNow();
            }
        }
    }

    @Test
    void the_longest_name_that_a_system_allows_is_taken_and_shortened() {
        String name = "执".repeat(251) + ".pdf";
        Http.Answer stored = http.upload("/api/v1/files", somebody(), SampleFiles.pdf(), name, Map.of());
        assertThat(stored.status()).as(stored.text()).isEqualTo(201);
        assertThat(stored.text()).contains("执执执", ".pdf\"").doesNotContain(name);
    }

    @Test
    void a_strangers_file_is_as_if_it_were_not_there() {
        Http.Answer stored = http.upload("/api/v1/files", somebody(), SampleFiles.pdf(), "a.pdf", Map.of());
        assertThat(http.get(stored.header("Location"), somebody()).status()).isEqualTo(404);
        assertThat(http.get(stored.header("Location")).status()).isEqualTo(401);
    }

    @Test
    void what_is_wrong_with_an_upload_is_said_of_the_field() {
        Http.Answer wrong = http.upload("/api/v1/files", somebody(), new byte[] {1, 2, 3}, "a.pdf", Map.of());
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("\"field\":\"file\"", "DOCX");
        Http.Answer large = http.upload("/api/v1/files", somebody(), new byte[30 << 20], "a.pdf", Map.of());
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.text()).contains("\"field\":\"file\"");
        assertThat(http.get("/api/v1/files/no-id", somebody()).status()).isEqualTo(422);
    }

    @Test
    void a_file_that_is_too_large_is_not_read_to_find_that_out() {
        var large = new MockMultipartFile("file", "a.pdf", "application/pdf", new byte[0]) {
            @Override
            public long getSize() {
                return Documents.MAX_BYTES + 1L;
            }

            @Override
            public byte[] getBytes() {
                throw new AssertionError("read");
            }
        };

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> FileUpload.read(large, bytes -> documents.store(bytes, "a.pdf", UUID.randomUUID())))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(413));
    }

    @Test
    void nobody_uploads_without_signing_in() {
        assertThat(http.upload("/api/v1/files", Map.of(), SampleFiles.pdf(), "a.pdf", Map.of())
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_system_has_nothing_to_upload() {
        Map<String, String> system = signedIn(new People(context).system());

        assertThat(http.upload("/api/v1/files", system, SampleFiles.pdf(), "a.pdf", Map.of())
                        .status())
                .isEqualTo(403);
    }

    @Test
    void who_leaves_half_a_gigabyte_lying_unused_within_a_day_is_asked_to_wait() {
        Account account = new People(context).resident();
        Map<String, String> owner = signedIn(account);
        Http.Answer first = http.upload("/api/v1/files", owner, SampleFiles.pdf(), "a.pdf", Map.of());
        assertThat(first.status()).isEqualTo(201);
        dsl.execute("""
            insert into documents.file (id, sha256, name, media_type, size, owner, uploaded_at)
            select gen_random_uuid(), sha256, name, media_type, 20971520, owner, ? from documents.file,
                generate_series(1, 25) where owner = ?
            """, clock.instant().atOffset(java.time.ZoneOffset.UTC), account.id());

        Http.Answer refused = http.upload("/api/v1/files", owner, SampleFiles.pdf(), "a.pdf", Map.of());

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text()).contains("upload-quota");
        assertThat(refused.header("Retry-After")).isEqualTo("86400");
        dsl.execute("""
            update documents.file set uploaded_at = uploaded_at - interval '23 hours' where id in
                (select id from documents.file where owner = ? and size > 1000000 limit 2)
            """, account.id());
        assertThat(http.upload("/api/v1/files", owner, SampleFiles.pdf(), "a.pdf", Map.of())
                        .header("Retry-After"))
                .as("when two of them are a day old")
                .isEqualTo("3600");
        dsl.execute(
                "update documents.file set uploaded_at = uploaded_at - interval '25 hours' where owner = ?",
                account.id());
        assertThat(http.upload("/api/v1/files", owner, SampleFiles.pdf(), "a.pdf", Map.of())
                        .status())
                .isEqualTo(201);
    }
}
