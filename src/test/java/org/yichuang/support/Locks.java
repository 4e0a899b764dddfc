package org.yichuang.support;

import java.util.stream.Stream;
import org.jooq.DSLContext;

/** Who waits for what another transaction holds. */
public final class Locks {
    private Locks() {}

    /** How many statements of this database wait that have one of these words in them, but for the quotes of names. */
    public static int waiting(DSLContext db, String... words) {
        Object patterns = Stream.of(words).map(word -> "%" + word + "%").toArray(String[]::new);
        return db.fetchSingle(
                        "select count(*)::int from pg_stat_activity where wait_event_type = 'Lock'"
                                + " and datname = current_database() and replace(query, '\"', '') like any (?)",
                        patterns)
                .get(0, int.class);
    }

    /** The connection of a transaction, to ask for from within it. */
    public static int connection(DSLContext db) {
        return db.fetchSingle("select pg_backend_pid()").get(0, int.class);
    }

    /** Whether somebody waits for what this connection holds. */
    public static boolean awaited(DSLContext db, int connection) {
        return !db.fetch("select 1 from pg_locks where not granted and ? = any (pg_blocking_pids(pid))", connection)
                .isEmpty();
    }
}
