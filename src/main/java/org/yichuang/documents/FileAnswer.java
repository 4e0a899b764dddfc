package org.yichuang.documents;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Serves somebody's file so that it can do nothing: only PDF, JPEG and PNG are shown in the browser, everything else is
 * saved; the type is ours, never guessed; scripts, forms and further requests are forbidden.
 */
public final class FileAnswer {
    private static final Set<String> SHOWN = Set.of("application/pdf", "image/jpeg", "image/png");
    private static final String CSP = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self';"
            + " form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox";

    private FileAnswer() {}

    /** To be shown where that is safe. */
    public static ResponseEntity<byte[]> shown(StoredFile.Content content) {
        boolean safe = SHOWN.contains(content.file().mediaType());
        return answer(content, safe ? ContentDisposition.inline() : ContentDisposition.attachment());
    }

    /** To be saved. */
    public static ResponseEntity<byte[]> saved(StoredFile.Content content) {
        return answer(content, ContentDisposition.attachment());
    }

    private static ResponseEntity<byte[]> answer(StoredFile.Content content, ContentDisposition.Builder disposition) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.file().mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        disposition
                                .filename(content.file().name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", CSP)
                .body(content.bytes());
    }
}
