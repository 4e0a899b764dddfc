package org.yichuang.journal.store;

import static java.util.Objects.requireNonNull;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.shared.DayRange;
import org.yichuang.shared.Page;
import org.yichuang.shared.Patience;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

/** The record as an auditor leafs through it: newest first, by subject, kind and day. */
@Repository
public class EntryArchive {
    /** How many are gone through at once for a file. */
    static final int PAGE = 5_000;

    private static final int PATIENCE_SECONDS = 10;
    private static final String CANCELLED = "57014";
    private static final String COLUMNS = Journal.INSERT_COLUMNS + ", epoch, tx::text as tx, seq";

    /** A stretch of the record; of it only those that are looked for come over, and the last one for its place. */
    private static final String STRETCH = "with stretch as materialized (select " + Journal.INSERT_COLUMNS
            + ", epoch, tx, seq from journal.entry where {0} order by epoch, tx, seq limit " + PAGE + ") select "
            + COLUMNS + ", {1} as wanted, (select count(*) from stretch) as looked_at from stretch"
            + " where {1} or (epoch, tx, seq) = (select epoch, tx, seq from stretch order by 1 desc, 2 desc, 3 desc limit 1)"
            + " order by epoch, stretch.tx, seq";
    /** What was committed at one moment: all of earlier epochs (ADR 0018), and of this one what its snapshot sees. */
    private static final String WRITTEN = "(epoch, entry.tx) < (?, pg_snapshot_xmax(?::pg_snapshot))"
            + " and (epoch < ? or pg_visible_in_snapshot(entry.tx, ?::pg_snapshot))";
    /** What some days wrote lies close together; none: a stretch that ends before it begins. */
    private static final String ENDS = """
            select coalesce(min(epoch), 0) as epoch, coalesce(min(tx), '0')::text as tx,
                   coalesce(max(epoch), -1) as last_epoch, coalesce(max(tx), '0')::text as last_tx
            from journal.entry where {0}
            """;

    private final DSLContext dsl;
    private final TransactionTemplate transaction;

    EntryArchive(DSLContext dsl, PlatformTransactionManager transactions) {
        this.dsl = dsl;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setReadOnly(true);
    }

    private record Row(Entry entry, String cursor) {}

    /** One subject's entries stand in its chain's order; those of many, in the order of writing. */
    @Transactional(readOnly = true)
    public Page<Entry> search(EntryFilter filter, @Nullable String after, int size) {
        boolean chain = filter.subject() != null;
        Condition where = filter.condition().and(before(chain, Page.decode(after)));
        String order = chain ? "nth desc" : "epoch desc, entry.tx desc, seq desc";
        List<Row> rows = patiently(() -> dsl.resultQuery(
                        "select " + COLUMNS + " from journal.entry where {0} order by " + order + " limit {1}",
                        where,
                        DSL.val(size + 1))
                .queryTimeout(PATIENCE_SECONDS)
                .fetch(row -> row(chain, row)));
        return Page.of(rows, size, Row::cursor).map(Row::entry);
    }

    private static <T> T patiently(Supplier<T> query) {
        try {
            return query.get();
        } catch (RuntimeException e) {
            throw cancelled(e) ? tooBroad() : e;
        }
    }

    /** Whether there is any such entry. */
    @Transactional(readOnly = true)
    public boolean knows(EntryFilter filter) {
        return patiently(() -> dsl.resultQuery("select 1 from journal.entry where {0} limit 1", filter.condition())
                .queryTimeout(PATIENCE_SECONDS)
                .fetchOptional()
                .isPresent());
    }

    /**
     * All of them that are written when it begins, in the order of writing. The record is gone through a stretch at a time,
     * and nothing is held while the taker has what was found: who takes a file slowly keeps neither a connection nor the
     * database from clearing up.
     */
    public void each(EntryFilter filter, Consumer<Entry> taker) {
        Condition all = writtenByNow().and(within(filter));
        String last = null;
        do {
            Stretch next = next(last == null ? all : all.and(place(">", last)), filter.condition());
            next.wanted().forEach(taker);
            last = next.last();
        } while (last != null);
    }

    private Condition writtenByNow() {
        Record now = dsl.fetchSingle("select number, pg_current_snapshot()::text as snapshot from journal.epoch");
        Object epoch = now.get("number");
        Object snapshot = now.get("snapshot");
        return DSL.condition(WRITTEN, epoch, snapshot, epoch, snapshot);
    }

    /** Where in the record they stand: a subject's entries have an index of their own. */
    private Condition within(EntryFilter filter) {
        if (filter.subject() != null) {
            return DSL.condition("subject = ?", filter.subject());
        }
        return filter.days().equals(new DayRange(null, null)) ? DSL.noCondition() : ends(filter.condition());
    }

    /** How the entries are best found depends on which days they are. */
    private Condition ends(Condition days) {
        Record ends = inItsTime(() -> {
            dsl.execute("set local plan_cache_mode = force_custom_plan");
            return dsl.resultQuery(ENDS, days).fetchSingle();
        });
        return DSL.condition(
                "(epoch, entry.tx) >= (?, ?::xid8) and (epoch, entry.tx) <= (?, ?::xid8)", ends.intoArray());
    }

    /** @param last where the next one begins; null: there is none */
    private record Stretch(List<Entry> wanted, @Nullable String last) {}

    private Stretch next(Condition where, Condition wanted) {
        List<Record> rows = inItsTime(stretch(where, wanted)::fetch);
        boolean full = !rows.isEmpty() && rows.getLast().get("looked_at", int.class) == PAGE;
        return new Stretch(
                rows.stream()
                        .filter(row -> row.get("wanted", boolean.class))
                        .map(EntryRows::entry)
                        .toList(),
                full ? row(false, rows.getLast()).cursor() : null);
    }

    /** A transaction that waits for the database as long as it takes, and for nobody else. */
    private <T> T inItsTime(Supplier<T> work) {
        return requireNonNull(transaction.execute(status -> {
            dsl.connection(Patience::with);
            return work.get();
        }));
    }

    ResultQuery<Record> stretch(Condition where, Condition wanted) {
        return dsl.resultQuery(STRETCH, where, wanted);
    }

    private static Row row(boolean chain, Record row) {
        Entry entry = EntryRows.entry(row);
        String place = row.get("epoch") + "." + row.get("tx") + "." + row.get("seq");
        return new Row(entry, chain ? String.valueOf(entry.nth()) : place);
    }

    private static Condition before(boolean chain, @Nullable String cursor) {
        if (cursor == null) {
            return DSL.noCondition();
        }
        try {
            return chain ? DSL.condition("nth < ?", Long.parseLong(cursor)) : place("<", cursor);
        } catch (NumberFormatException e) {
            throw Page.notOurs();
        }
    }

    /** @param side of that place, in the order of writing */
    static Condition place(String side, String cursor) {
        String[] place = cursor.split("\\.", 3);
        if (place.length < 3) {
            throw new NumberFormatException(cursor);
        }
        return DSL.condition(
                "(epoch, entry.tx, seq) " + side + " (?, ?::xid8, ?)",
                Integer.parseInt(place[0]),
                Long.toUnsignedString(Long.parseUnsignedLong(place[1])),
                Long.parseLong(place[2]));
    }

    private static boolean cancelled(@Nullable Throwable e) {
        return e != null
                && (e instanceof SQLException sql && CANCELLED.equals(sql.getSQLState()) || cancelled(e.getCause()));
    }

    private static Problem tooBroad() {
        return new Problem(
                422,
                "too-broad",
                Text.of("要找的范围太大：请给出对象，或缩短日期", "Too much to look through: name a subject, or fewer days"),
                List.of());
    }
}
