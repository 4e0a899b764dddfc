package org.yichuang.journal.store;

import static java.util.Objects.requireNonNull;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.Record;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Entry;
import org.yichuang.journal.HashAlgorithm;
import org.yichuang.journal.Journal;

/** An entry from its row: read the columns of {@link Journal#INSERT_COLUMNS}. */
public final class EntryRows {
    private EntryRows() {}

    public static Entry entry(Record row) {
        return new Entry(
                required(row, "id", UUID.class),
                required(row, "at", OffsetDateTime.class).toInstant(),
                required(row, "kind", String.class),
                required(row, "subject", String.class),
                required(row, "nth", Long.class),
                new Actor(
                        row.get("actor_account", UUID.class),
                        row.get("actor_post", String.class),
                        row.get("actor_unit", String.class),
                        row.get("actor_for", String.class)),
                required(row, "payload", String.class),
                required(row, "previous", byte[].class),
                required(row, "hash", byte[].class),
                HashAlgorithm.of(required(row, "algorithm", String.class)));
    }

    private static <T> T required(Record row, String column, Class<T> type) {
        return requireNonNull(row.get(column, type));
    }
}
