package org.yichuang.documents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

/**
 * A file in the store.
 *
 * @param sha256 its content's SHA-256, lower-case hex: the same content has the same everywhere
 * @param name the name it was uploaded under, cleaned of paths and control characters
 * @param mediaType what the content is, told from the content
 * @param size in bytes
 */
public record StoredFile(UUID id, String sha256, String name, String mediaType, long size) {
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
