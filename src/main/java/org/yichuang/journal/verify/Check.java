package org.yichuang.journal.verify;

import static java.util.Objects.requireNonNull;

import java.util.UUID;
import org.jooq.Record;
import org.yichuang.journal.Entry;
import org.yichuang.journal.JournalVerifier.Finding;
import org.yichuang.shared.Text;

/** Takes the entries of all chains, each chain in its order, and holds them against what modules keep. */
interface Check {
    void next(Entry entry);

    /** When all entries were given. */
    void end();

    /** When all entries of one subject were given. */
    default void end(String subject) {
        end();
    }

    static Finding at(Entry entry, Text what) {
        return new Finding(entry.subject(), entry.nth(), entry.nth(), entry.id(), entry.kind(), what);
    }

    /** Something that has no place in the chain. */
    static Finding at(String subject, Text what) {
        return new Finding(subject, 0, 0, null, null, what);
    }

    static String subject(Record row) {
        return requireNonNull(row.get("subject", String.class));
    }

    static String sha256(Record row) {
        return requireNonNull(row.get("sha256", String.class));
    }

    static UUID id(Record row) {
        return requireNonNull(row.get("id", UUID.class));
    }
}
