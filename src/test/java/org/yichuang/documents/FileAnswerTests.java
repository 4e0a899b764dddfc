package org.yichuang.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;

class FileAnswerTests {
    private static String header(ResponseEntity<Resource> answer, String name) {
        return Objects.requireNonNull(answer.getHeaders().getFirst(name));
    }

    @ParameterizedTest
    @CsvSource({
        "application/pdf, inline, false",
        "image/png, inline, true",
        "image/jpeg, inline, true",
        "image/webp, attachment, true",
        "application/ofd, attachment, true"
    })
    void only_safe_kinds_are_shown_and_all_but_the_pdf_viewer_are_locked_up(
            String mediaType, String disposition, boolean locked) {
        var file = new StoredFile(UUID.randomUUID(), "", "营业执照", mediaType, 1);
        ResponseEntity<Resource> answer = FileAnswer.shown(new StoredFile.Content(file, new byte[] {1}));
        assertThat(header(answer, "Content-Disposition")).startsWith(disposition + ";");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(header(answer, "Content-Security-Policy")).contains("frame-ancestors 'self'");
        assertThat(header(answer, "Content-Security-Policy").contains("sandbox"))
                .isEqualTo(locked);
    }
}
