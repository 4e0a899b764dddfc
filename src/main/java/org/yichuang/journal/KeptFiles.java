package org.yichuang.journal;

/**
 * Where a module keeps the files that what was filed cites. The verifier looks for each of them there, and names those
 * that are not any more what they were.
 *
 * <p>Implement it as a component with no dependencies: the verifier's command makes it outside the running server.
 */
public interface KeptFiles {
    /**
     * A select of the columns {@code id} (uuid); {@code sha256} (bytea), the fingerprint of the content as it was
     * uploaded; {@code named} (boolean), whether what is said of the file is what its id stands for; {@code stored}
     * (boolean), whether a content is there under that fingerprint. No content is read for it.
     */
    String select();

    /**
     * A select of all contents, each once, those of letters' PDFs among them: {@code sha256} (bytea), by which an index
     * finds them in their order, and {@code whole} (boolean), whether the content has it. The content is read only where
     * {@code whole} is asked for.
     */
    String contents();
}
