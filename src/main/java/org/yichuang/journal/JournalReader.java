package org.yichuang.journal;

import java.util.List;
import java.util.Set;

/**
 * A read side of the record. Make one a bean: each entry of its kinds takes effect exactly once, on any number of nodes,
 * in an order in which an entry never comes before one that was committed before it began. (Two entries of one subject
 * whose transactions overlapped may come in either order: who needs the chain's order compares {@link Entry#nth}.) What
 * {@link #read} writes to the database commits together with the reader's position; it may be called again for an entry
 * whose transaction was rolled back, so it does nothing that a rollback cannot take back. When it throws, the reader
 * stops at that entry, tries again later, and raises an alarm; it never skips.
 *
 * <p>A new reader starts at the first entry ever. To build a read side anew, empty it and delete the reader's row of
 * {@code journal.reader} in one transaction.
 */
public interface JournalReader {
    /** Stable: the position is stored under it. */
    String name();

    /** The kinds it wants; an empty set means all. */
    Set<String> kinds();

    /** Takes one entry, inside the transaction of the batch. */
    void read(Entry entry);

    /** Takes the entries of a batch, in order; a reader that adds up writes less so. When it throws, each is read by itself. */
    default void readAll(List<Entry> entries) {
        entries.forEach(this::read);
    }
}
