package org.yichuang.journal;

import java.util.Set;

/**
 * A read side of the record. Make one a bean: each entry of its kinds takes effect exactly once, on any number of nodes,
 * in an order in which an entry never comes before one that was committed before it began. What {@link #read} writes to
 * the database commits together with the reader's position. When it throws, the reader stops at that entry, tries again
 * later, and raises an alarm; it never skips.
 */
public interface JournalReader {
    /** Stable: the position is stored under it. */
    String name();

    /** The kinds it wants; an empty set means all. */
    Set<String> kinds();

    void read(Entry entry);
}
