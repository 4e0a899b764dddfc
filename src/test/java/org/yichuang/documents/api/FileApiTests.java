package org.yichuang.documents.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yichuang.documents.Http;
import org.yichuang.documents.store.SampleFiles;
import org.yichuang.identity.Accounts;
import org.yichuang.identity.signin.Sessions;
import org.yichuang.journal.Actor;
import org.yichuang.support.CityTest;

@CityTest
class FileApiTests {
    @Autowired
    Accounts accounts;

    @Autowired
    Sessions sessions;

    private final Http http;

    FileApiTests(@LocalServerPort int port) {
        http = new Http(port);
    }

    private Map<String, String> somebody() {
        String login = "sys-" + UUID.randomUUID().toString().substring(0, 12);
        var account = accounts.createSystem(login, "外部系统", Actor.SYSTEM);
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
    void nobody_uploads_without_signing_in() {
        assertThat(http.upload("/api/v1/files", Map.of(), SampleFiles.pdf(), "a.pdf", Map.of())
                        .status())
                .isEqualTo(401);
    }
}
