package org.yichuang.documents;

import java.util.Optional;
import java.util.UUID;

/**
 * The store of uploaded files. Content lies in the database under its SHA-256, each content once, and is as durable as
 * the transaction it came in. Who may see a file of a case is the casework module's to decide; here, only whose it is. A
 * file that neither a draft nor a case holds is deleted after thirty days.
 */
public interface Documents {
    /** The largest file taken: 20 MB. */
    int MAX_BYTES = 20 * 1024 * 1024;

    /**
     * Takes an upload. What it is, is told from its content: PDF, JPEG, PNG, WebP, DOCX, XLSX or OFD.
     *
     * @param owner the account that uploads
     * @throws org.yichuang.shared.Problem 422 on {@code file} when it is empty, of another kind, or not what its name
     *     says; 413 when it is too large
     */
    StoredFile store(byte[] bytes, String fileName, UUID owner);

    /** A file, whoever's it is. */
    Optional<StoredFile> find(UUID id);

    /** A file with its bytes, whoever's it is; {@link FileAnswer} serves it safely. */
    Optional<StoredFile.Content> read(UUID id);

    /** @throws org.yichuang.shared.Problem 404 when there is no such file or it is somebody else's */
    StoredFile own(UUID id, UUID owner);
}
