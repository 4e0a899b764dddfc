package org.yichuang.journal.reading;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.journal.store.EntryRows;
import org.yichuang.shared.Times;

/** The readers' positions, and the entries that follow one. */
@Repository
class ReaderStore {
    /**
     * The reader's row belongs to one node at a time; another finds it locked and passes on. The horizon is the oldest
     * transaction that still ran at that moment: what is below it, and all of earlier epochs, is committed and seen by
     * every later statement.
     */
    private static final String TAKE = """
            select r.epoch, r.tx::text, r.seq, n.number, pg_snapshot_xmin(pg_current_snapshot())::text as horizon
            from journal.reader r, journal.epoch n where r.name = ? for update of r skip locked
            """;
    /** A stretch of the record after a position; only the wanted entries come over, and the last one for its place. */
    private static final String NEXT =
            "with stretch as materialized (select epoch, tx, seq, kind, id from journal.entry"
                    + " where (epoch, tx, seq) > (?, ?::xid8, ?) and (epoch, tx) < (?, ?::xid8) order by epoch, tx, seq limit ?)"
                    + " select e.epoch, e.tx::text as tx, e.seq, (? or e.kind = any(?)) as wanted,"
                    + " (select count(*) from stretch) as looked_at, "
                    + Journal.INSERT_COLUMNS.replaceAll("(\\w+)", "e.$1")
                    + " from stretch s join journal.entry e using (id)"
                    + " where ? or s.kind = any(?) or (s.epoch, s.tx, s.seq) ="
                    + " (select epoch, tx, seq from stretch order by 1 desc, 2 desc, 3 desc limit 1)"
                    + " order by e.epoch, e.tx, e.seq";

    private static final String MOVE = """
            update journal.reader set epoch = ?, tx = ?::xid8, seq = ?, failures = 0, last_error = null, updated_at = ?
            where name = ?
            """;
    private static final String FAIL = """
            update journal.reader set failures = failures + 1, last_error = ?, updated_at = ?
            where name = ? returning failures
            """;
    private static final String CREATE =
            "insert into journal.reader (name, updated_at) values (?, ?) on conflict (name) do nothing";

    private final DSLContext dsl;
    private final Clock clock;

    ReaderStore(DSLContext dsl, Clock clock) {
        this.dsl = dsl;
        this.clock = clock;
    }

    /** Where a reader stands, and below which transaction of which epoch it may read. */
    record Taken(Position position, int epoch, String horizon) {}

    /** One entry of a stretch; one that is not wanted only carries the position on. */
    record Read(Position position, boolean wanted, Entry entry) {}

    /** What follows a position; {@code full} when there is more behind it. */
    record Stretch(List<Read> entries, boolean full) {}

    /** Gives a new reader its place before the first entry; false when it has one. */
    boolean create(String reader) {
        return dsl.query(CREATE, reader, Times.of(clock.instant())).execute() == 1;
    }

    /** Takes the reader's row until the transaction ends; empty when another node has it or it is not there. */
    Optional<Taken> take(String reader) {
        return dsl.resultQuery(TAKE, reader)
                .fetchOptional(row -> new Taken(
                        position(row),
                        requireNonNull(row.get("number", Integer.class)),
                        requireNonNull(row.get("horizon", String.class))));
    }

    Stretch next(Taken taken, Set<String> kinds, int most) {
        boolean all = kinds.isEmpty();
        String[] wanted = kinds.toArray(String[]::new);
        Position from = taken.position();
        var rows = dsl.resultQuery(
                        NEXT,
                        from.epoch(),
                        from.tx(),
                        from.seq(),
                        taken.epoch(),
                        taken.horizon(),
                        most,
                        all,
                        wanted,
                        all,
                        wanted)
                .fetch();
        boolean full = !rows.isEmpty() && requireNonNull(rows.get(0).get("looked_at", Integer.class)) == most;
        return new Stretch(rows.map(ReaderStore::read), full);
    }

    void move(String reader, Position to) {
        dsl.query(MOVE, to.epoch(), to.tx(), to.seq(), Times.of(clock.instant()), reader)
                .execute();
    }

    /** Puts the failure on record; gives how many there were in a row. */
    int fail(String reader, String error) {
        var row =
                dsl.resultQuery(FAIL, error, Times.of(clock.instant()), reader).fetchOne();
        return row == null ? 1 : requireNonNull(row.get("failures", Integer.class));
    }

    private static Read read(Record row) {
        return new Read(position(row), requireNonNull(row.get("wanted", Boolean.class)), EntryRows.entry(row));
    }

    private static Position position(Record row) {
        return new Position(
                requireNonNull(row.get("epoch", Integer.class)),
                requireNonNull(row.get("tx", String.class)),
                requireNonNull(row.get("seq", Long.class)));
    }
}
