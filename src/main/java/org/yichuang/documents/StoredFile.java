package org.yichuang.documents;

import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

/** A file in the store. */
public record StoredFile(
        @Schema(description = "What a material has as `file`, and its own address as {id}")
        UUID id,

        @Schema(description = "Of the content, hexadecimal") String sha256,

        @Schema(description = "As uploaded, without path and control characters")
        String name,

        @Schema(description = "Told from the content") String mediaType,
        @Schema(description = "In bytes") long size) {
    /** With its content; an uploaded file's is read as it is taken. */
    public record Content(StoredFile file, Resource content) {
        public Content(StoredFile file, byte[] bytes) {
            this(file, new ByteArrayResource(bytes));
        }

        /** All of it, in memory: for what is known to be small. */
        public byte[] bytes() {
            try {
                return content.getContentAsByteArray();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
