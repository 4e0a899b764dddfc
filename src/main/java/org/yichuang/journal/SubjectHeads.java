package org.yichuang.journal;

/**
 * Where a module keeps the chain ends of its own subjects: a view it publishes, with the columns {@code subject} (text),
 * {@code nth} (bigint), {@code hash} (bytea) and {@code subject_id} (uuid), which is what the subject has behind its colon
 * and finds one row by an index. The verifier holds each chain's last entry against it, so that an entry removed from a
 * chain's end is missed. A row is written together with the first entry: one whose chain has no entry is named too.
 *
 * <p>Implement it as a component with no dependencies: the verifier's command makes it outside the running server.
 */
public interface SubjectHeads {
    /** The view with its schema: {@code casework.published_heads}. */
    String view();
}
