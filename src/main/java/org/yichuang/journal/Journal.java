package org.yichuang.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.yichuang.shared.Times;

/** The record's face: append and look up. Reading on as it grows is {@link JournalReader}. */
public interface Journal {
    /** The columns that {@link #chain} users insert, in this order; {@link #values} gives the values. */
    String INSERT_COLUMNS = "id, at, kind, subject, nth, actor_account, actor_post, actor_unit, actor_for,"
            + " payload, previous, hash, algorithm";

    /**
     * Appends an entry to its subject's chain, in the caller's transaction; without one, in its own. Two transactions
     * that append to one subject wait for each other: append to several subjects in a fixed order.
     */
    Entry append(NewEntry entry);

    /**
     * Appends many entries at once, in a few statements however many they are; those of one subject in their order. The
     * subjects are taken in a fixed order.
     */
    List<Entry> appendAll(List<NewEntry> entries);

    /**
     * Computes the entry that follows {@code previous}, without writing it: for a module that keeps the chain's end on
     * its state row and inserts the entry in the statement that changes the state (into {@code journal.entry}, by
     * {@link #INSERT_COLUMNS}), then calls {@link #written}. Such a module publishes the ends as a {@link SubjectHeads}.
     *
     * @param at the instant of the act, one for all its entries
     */
    Entry chain(NewEntry entry, Link previous, Instant at);

    /** Wakes the readers for entries of {@link #chain}, once their statement has run or, in a transaction, committed. */
    void written();

    /** A subject's entries, oldest first. */
    List<Entry> of(String subject);

    /**
     * A subject's entries of a kind since an instant, oldest first: those behind the last one of its chain that is from
     * before it. They are looked for from the chain's end, so that it may be long.
     */
    List<Entry> since(Instant from, String subject, String kind);

    /** The entry with this id. */
    Optional<Entry> find(UUID id);

    /** The bind values of an entry for {@link #INSERT_COLUMNS}. */
    static Object[] values(Entry e) {
        Actor actor = e.actor();
        return new Object[] {
            e.id(),
            Times.of(e.at()),
            e.kind(),
            e.subject(),
            e.nth(),
            actor.account(),
            actor.post(),
            actor.unit(),
            actor.onBehalfOf(),
            e.payload(),
            e.previous(),
            e.hash(),
            e.algorithm().label()
        };
    }
}
