package org.yichuang.journal;

/**
 * Where a module keeps what was filed under its subjects. Each entry that sets it names it at {@code filed}, by its
 * SHA-256 in hexadecimal, and the verifier holds what is kept against the latest of these entries.
 *
 * <p>Implement it as a component with no dependencies: the verifier's command makes it outside the running server.
 */
public interface SubjectFilings {
    /**
     * A select of the columns {@code subject} (text) and {@code subject_id} as in {@link SubjectHeads}, {@code sha256}
     * (bytea), computed from what is kept, and {@code files} (uuid[]), the files of {@link KeptFiles} that it cites,
     * each once. It is in the code, because who can change what is kept can change a view.
     */
    String select();
}
