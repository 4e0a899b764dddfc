package org.yichuang.documents;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Serves somebody's file so that it can do nothing: only PDF, JPEG and PNG are shown in the browser, everything else is
 * saved; the type is ours, never guessed; scripts, forms and further requests are forbidden.
 */
public final class FileAnswer {
    private static final String PDF = "application/pdf";
    private static final Set<String> SHOWN = Set.of(PDF, "image/jpeg", "image/png");
    private static final String LOCKED = "default-src 'none'; style-src 'unsafe-inline'; img-src 'self';"
            + " form-action 'none'; base-uri 'none'; frame-ancestors 'self'; sandbox";
    /** A browser's PDF viewer is a page of its own, which the rule above would leave blank. */
    private static final String VIEWER = "frame-ancestors 'self'";

    private FileAnswer() {}

    /** Whether the browser shows it; else it is saved, and a frame for it stays empty. */
    public static boolean shows(StoredFile file) {
        return SHOWN.contains(file.mediaType());
    }

    /** To be shown where that is safe. */
    public static ResponseEntity<Resource> shown(StoredFile.Content content) {
        return shows(content.file())
                ? answer(
                        content,
                        ContentDisposition.inline(),
                        content.file().mediaType().equals(PDF) ? VIEWER : LOCKED)
                : saved(content);
    }

    /** To be saved. */
    public static ResponseEntity<Resource> saved(StoredFile.Content content) {
        return answer(content, ContentDisposition.attachment(), LOCKED);
    }

    private static ResponseEntity<Resource> answer(
            StoredFile.Content content, ContentDisposition.Builder disposition, String policy) {
        String name = disposition
                .filename(content.file().name(), StandardCharsets.UTF_8)
                .build()
                .toString();
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(content.file().mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, name)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", policy)
                .body(content.content());
    }
}
