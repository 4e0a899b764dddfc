package org.yichuang.documents.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.yichuang.documents.Documents;
import org.yichuang.documents.FileUpload;
import org.yichuang.documents.store.SampleFiles;
import org.yichuang.identity.Account;
import org.yichuang.identity.People;
import org.yichuang.network.Clerk;
import org.yichuang.shared.Problem;
import org.yichuang.support.CityTest;
import org.yichuang.support.TestClock;

@CityTest
class FileApiTests {
    @Autowired
    ApplicationContext context;

    @Autowired
    DSLContext dsl;

    @Autowired
    Documents documents;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    private Clerk somebody() {
        return Clerk.of(context, port, new People(context).resident());
    }

    @Test
    void an_upload_is_answered_with_what_was_stored_and_its_owner_gets_it_back_to_save() {
        Clerk owner = somebody();
        byte[] pdf = SampleFiles.pdf();
        Clerk.Answer stored = owner.upload("/api/v1/files", pdf, "营业执照.pdf");
        assertThat(stored.status()).isEqualTo(201);
        assertThat(stored.text()).contains("\"mediaType\":\"application/pdf\"", "营业执照.pdf", "\"sha256\"");
        Clerk.Answer file = owner.get(stored.header("Location"));
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.bytes()).isEqualTo(pdf);
        assertThat(file.header("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''%E8%90%A5%E4%B8%9A%E6%89%A7%E7%85%A7.pdf");
        assertThat(file.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(file.header("Content-Security-Policy")).contains("default-src 'none'");
    }

    @Test
    void a_file_as_large_as_any_may_be_is_taken() {
        byte[] largest = Arrays.copyOf(SampleFiles.pdf(), Documents.MAX_BYTES);

        assertThat(somebody().upload("/api/v1/files", largest, "a.pdf").status())
                .isEqualTo(201);
    }

    @Test
    void parts_without_their_boundary_are_said_to_be_unreadable() {
        byte[] part = "x".getBytes(StandardCharsets.UTF_8);

        Clerk.Answer answer = somebody().send("POST", "/api/v1/files", "multipart/form-data", part);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text()).contains("boundary").doesNotContain("Files are expected");
    }

    @Test
    void of_two_files_in_one_upload_none_is_taken() {
        Clerk owner = somebody();
        String part = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s.pdf\"\r\n"
                + "Content-Type: application/pdf\r\n\r\n%%PDF-1.4\n%%%%EOF\n\r\n";
        byte[] two = (part.formatted("a") + part.formatted("b") + "--x--\r\n").getBytes(StandardCharsets.UTF_8);
        int before = dsl.fetchCount(dsl.selectFrom("documents.file"));

        Clerk.Answer answer = owner.send("POST", "/api/v1/files", "multipart/form-data; boundary=x", two);

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.fields()).containsExactly("file");
        assertThat(dsl.fetchCount(dsl.selectFrom("documents.file"))).isEqualTo(before);
        Clerk.Answer table = Clerk.of(context, port, "admin")
                .send("POST", "/api/v1/network/tables/units", "multipart/form-data; boundary=x", two);
        assertThat(table.status()).as(table.text()).isEqualTo(422);
        assertThat(table.fields()).containsExactly("file");
    }

    @Test
    void a_part_that_is_not_asked_for_and_a_name_that_cannot_be_read_are_told() {
        Clerk owner = somebody();
        String file = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"扫描.pdf\"\r\n\r\n"
                + "%PDF-1.4\n%%EOF\n\r\n";
        String note = "--x\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\n1\r\n";

        Clerk.Answer further = parts(owner, (file + note + "--x--\r\n").getBytes(StandardCharsets.UTF_8));
        Clerk.Answer unreadable = parts(owner, (file + "--x--\r\n").getBytes(Charset.forName("GBK")));

        assertThat(further.status()).as(further.text()).isEqualTo(422);
        assertThat(further.fields()).containsExactly("note");
        assertThat(unreadable.status()).as(unreadable.text()).isEqualTo(422);
        assertThat(unreadable.fields()).containsExactly("file");
        assertThat(parts(owner, (file + "--x--\r\n").getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(201);
    }

    private static Clerk.Answer parts(Clerk owner, byte[] body) {
        return owner.send("POST", "/api/v1/files", "multipart/form-data; boundary=x", body);
    }

    @Test
    void the_length_of_a_file_is_told_without_reading_it_and_a_part_that_it_does_not_have_is_not_the_whole() {
        Clerk owner = somebody();
        byte[] pdf = large();
        String path = uploaded(pdf, owner);

        Clerk.Answer part = part(owner, "GET", path, "bytes=700000-700009");
        assertThat(part.status()).isEqualTo(206);
        assertThat(part.bytes()).isEqualTo(Arrays.copyOfRange(pdf, 700_000, 700_010));
        Clerk.Answer none = part(owner, "GET", path, "bytes=1200000-");
        assertThat(none.status()).isEqualTo(416);
        assertThat(none.header("Content-Range")).isEqualTo("bytes */1200000");
        assertThat(none.bytes()).isEmpty();

        leave(0, path);
        Clerk.Answer head = owner.send("HEAD", path, null, new byte[0]);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Length")).isEqualTo("1200000");
        assertThat(head.header("Content-Type")).isEqualTo("application/pdf");
        for (String range : List.of("bytes=700000-700009", "bytes=0-9,20-29", "bytes=1200000-")) {
            Clerk.Answer whole = part(owner, "HEAD", path, range);
            assertThat(whole.status()).as(range).isEqualTo(200);
            assertThat(whole.header("Content-Length")).isEqualTo("1200000");
            assertThat(whole.header("Content-Range")).isEmpty();
        }
        assertThat(Clerk.nobody(port).send("HEAD", path, null, new byte[0]).status())
                .isEqualTo(401);
    }

    @Test
    void a_file_that_cannot_be_read_is_a_problem_of_its_own_length() {
        Clerk owner = somebody();
        String path = uploaded(large(), owner);
        leave(0, path);

        Clerk.Answer answer = owner.get(path);

        assertThat(answer.status()).isEqualTo(500);
        assertThat(answer.text())
                .startsWith("{")
                .contains("urn:yichuang:problem:internal")
                .endsWith("}");
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.raw().headers().firstValueAsLong("Content-Length").orElse(answer.bytes().length))
                .isEqualTo(answer.bytes().length);
    }

    @Test
    void a_file_that_cannot_be_read_to_its_end_does_not_look_whole() {
        Clerk owner = somebody();
        String path = uploaded(large(), owner);
        leave(600_000, path);

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> owner.get(path))
                .withCauseInstanceOf(IOException.class);
    }

    /** A PDF in three pieces. */
    private static byte[] large() {
        return Arrays.copyOf(("%PDF-1.7 " + UUID.randomUUID()).getBytes(StandardCharsets.US_ASCII), 1_200_000);
    }

    private String uploaded(byte[] pdf, Clerk owner) {
        Clerk.Answer stored = owner.upload("/api/v1/files", pdf, "a.pdf");
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

    private static Clerk.Answer part(Clerk who, String method, String path, String range) {
        return who.send(method, path, null, new byte[0], "Range", range);
    }

    @Test
    void the_longest_name_that_a_system_allows_is_taken_and_shortened() {
        String name = "执".repeat(251) + ".pdf";
        Clerk.Answer stored = somebody().upload("/api/v1/files", SampleFiles.pdf(), name);
        assertThat(stored.status()).as(stored.text()).isEqualTo(201);
        assertThat(stored.text()).contains("执执执", ".pdf\"").doesNotContain(name);
    }

    @Test
    void a_strangers_file_is_as_if_it_were_not_there() {
        Clerk.Answer stored = somebody().upload("/api/v1/files", SampleFiles.pdf(), "a.pdf");
        assertThat(somebody().get(stored.header("Location")).status()).isEqualTo(404);
        assertThat(Clerk.nobody(port).get(stored.header("Location")).status()).isEqualTo(401);
    }

    @Test
    void what_is_wrong_with_an_upload_is_said_of_the_field() {
        Clerk.Answer wrong = somebody().upload("/api/v1/files", new byte[] {1, 2, 3}, "a.pdf");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("\"field\":\"file\"", "DOCX");
        Clerk.Answer large = somebody().upload("/api/v1/files", new byte[30 << 20], "a.pdf");
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.text()).contains("\"field\":\"file\"");
        assertThat(somebody().get("/api/v1/files/no-id").status()).isEqualTo(422);
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
        assertThat(Clerk.nobody(port)
                        .upload("/api/v1/files", SampleFiles.pdf(), "a.pdf")
                        .status())
                .isEqualTo(401);
    }

    @Test
    void a_system_has_nothing_to_upload() {
        Clerk system = Clerk.of(context, port, new People(context).system());

        assertThat(system.upload("/api/v1/files", SampleFiles.pdf(), "a.pdf").status())
                .isEqualTo(403);
    }

    @Test
    void who_leaves_half_a_gigabyte_lying_unused_within_a_day_is_asked_to_wait() {
        Account account = new People(context).resident();
        Clerk owner = Clerk.of(context, port, account);
        Clerk.Answer first = owner.upload("/api/v1/files", SampleFiles.pdf(), "a.pdf");
        assertThat(first.status()).isEqualTo(201);
        dsl.execute("""
            insert into documents.file (id, sha256, name, media_type, size, owner, uploaded_at)
            select gen_random_uuid(), sha256, name, media_type, 20971520, owner, ? from documents.file,
                generate_series(1, 25) where owner = ?
            """, clock.instant().atOffset(java.time.ZoneOffset.UTC), account.id());

        Clerk.Answer refused = owner.upload("/api/v1/files", SampleFiles.pdf(), "a.pdf");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.text()).contains("upload-quota");
        assertThat(refused.header("Retry-After")).isEqualTo("86400");
        dsl.execute("""
            update documents.file set uploaded_at = uploaded_at - interval '23 hours' where id in
                (select id from documents.file where owner = ? and size > 1000000 limit 2)
            """, account.id());
        assertThat(owner.upload("/api/v1/files", SampleFiles.pdf(), "a.pdf").header("Retry-After"))
                .as("when two of them are a day old")
                .isEqualTo("3600");
        dsl.execute(
                "update documents.file set uploaded_at = uploaded_at - interval '25 hours' where owner = ?",
                account.id());
        assertThat(owner.upload("/api/v1/files", SampleFiles.pdf(), "a.pdf").status())
                .isEqualTo(201);
    }
}
