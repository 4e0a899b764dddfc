package org.yichuang.journal;

/**
 * Where a module keeps the letters that entries name at {@code letters}, each with its {@code id} and {@code sha256}: a
 * view it publishes, with the columns {@code subject} (text) and {@code subject_id} as in {@link SubjectHeads},
 * {@code id} (uuid) and {@code sha256} (bytea), computed from what is kept. The verifier holds each letter against the
 * entry that issued it.
 *
 * <p>Implement it as a component with no dependencies: the verifier's command makes it outside the running server.
 */
public interface SubjectLetters {
    /** The view with its schema: {@code documents.published_letters}. */
    String view();

    /**
     * A select of those whose PDF is kept: {@code subject}, {@code subject_id} and {@code id} as in the view,
     * {@code sha256} (bytea), the fingerprint of the PDF, and {@code stored} (boolean), whether a content is there under
     * it, one of {@link KeptFiles#contents}.
     */
    String prints();
}
