package org.yichuang.journal;

import java.util.List;
import java.util.UUID;

/** The record's face: append and look up. Reading on as it grows is {@link JournalReader}. */
public interface Journal {
    /**
     * Appends an entry to its subject's chain, in the caller's transaction; without one, in its own. Two transactions
     * that append to one subject wait for each other.
     */
    Entry append(NewEntry entry);

    /**
     * Computes the entry that follows {@code previous}, without writing it: for a module that keeps the chain's end on
     * its state row and inserts the entry in the statement that changes the state (into {@code journal.entry}, by
     * {@link #INSERT_COLUMNS}).
     */
    Entry chain(NewEntry entry, Link previous);

    /** A subject's entries, oldest first. */
    List<Entry> of(String subject);

    /** The columns that {@link #chain} users insert, in this order; {@link #values} gives the values. */
    String INSERT_COLUMNS =
            "id, at, kind, subject, nth, actor_account, actor_post, actor_unit, actor_for, payload, previous, hash";

    /** The bind values of an entry for {@link #INSERT_COLUMNS}. */
    static Object[] values(Entry e) {
        return new Object[] {
            e.id(), e.at().atOffset(java.time.ZoneOffset.UTC), e.kind(), e.subject(), e.nth(),
                    e.actor().account(),
            e.actor().post(), e.actor().unit(), e.actor().onBehalfOf(), e.payload(), e.previous(), e.hash()
        };
    }

    /** The entry with this id. */
    java.util.Optional<Entry> find(UUID id);
}
