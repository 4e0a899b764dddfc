package org.yichuang.journal.store;

import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.shared.Page;
import org.yichuang.shared.Patience;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

/** The record as an auditor leafs through it: newest first, by subject, kind and day. */
@Repository
public class EntryArchive {
    private static final int PATIENCE_SECONDS = 10;
    private static final String CANCELLED = "57014";
    private static final String COLUMNS = Journal.INSERT_COLUMNS + ", epoch, tx::text as tx, seq";

    private final DSLContext dsl;

    EntryArchive(DSLContext dsl) {
        this.dsl = dsl;
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

    /** All of them, oldest first, without holding them in memory. */
    @Transactional(readOnly = true)
    public void each(EntryFilter filter, Consumer<Entry> taker) {
        noHurry(dsl);
        try (var rows = dsl.resultQuery(
                        "select " + COLUMNS + " from journal.entry where {0} order by epoch, entry.tx, seq",
                        filter.condition())
                .fetchSize(500)
                .fetchLazy()) {
            rows.forEach(row -> taker.accept(EntryRows.entry(row)));
        }
    }

    /**
     * Who reads all of it in one transaction may be slow to take it, and the database to find it; such a transaction
     * locks nothing.
     */
    public static void noHurry(DSLContext dsl) {
        dsl.execute("set local idle_in_transaction_session_timeout = 0");
        dsl.connection(Patience::with);
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
            if (chain) {
                return DSL.condition("nth < ?", Long.parseLong(cursor));
            }
            String[] place = cursor.split("\\.", 3);
            if (place.length < 3) {
                throw new NumberFormatException(cursor);
            }
            return DSL.condition(
                    "(epoch, entry.tx, seq) < (?, ?::xid8, ?)",
                    Integer.parseInt(place[0]),
                    Long.toUnsignedString(Long.parseUnsignedLong(place[1])),
                    Long.parseLong(place[2]));
        } catch (NumberFormatException e) {
            throw Page.notOurs();
        }
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
