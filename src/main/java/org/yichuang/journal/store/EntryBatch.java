package org.yichuang.journal.store;

import static java.util.Objects.requireNonNull;
import static org.jooq.impl.DSL.val;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.QueryPart;
import org.jspecify.annotations.Nullable;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.journal.Link;

/** Entries in two statements however many they are: the chains' ends with their locks; the entries and the new ends. */
final class EntryBatch {
    private static final HexFormat HEX = HexFormat.of();
    private static final String LOCK = """
            insert into journal.head (subject, nth, hash)
            select subject, 0, decode({0}, 'hex') from unnest({1}::text[]) as s (subject) order by subject
            on conflict (subject) do update set subject = excluded.subject
            returning subject, nth, hash
            """;
    private static final String WRITE = "with written as (insert into journal.entry (" + Journal.INSERT_COLUMNS + """
            )
            select id::uuid, at::timestamptz, kind, subject, nth::bigint, account::uuid, post, unit, for_whom, payload,
                   decode(previous, 'hex'), decode(hash, 'hex'), algorithm
            from unnest({0}::text[], {1}::text[], {2}::text[], {3}::text[], {4}::text[], {5}::text[], {6}::text[],
                        {7}::text[], {8}::text[], {9}::text[], {10}::text[], {11}::text[], {12}::text[])
              as e (id, at, kind, subject, nth, account, post, unit, for_whom, payload, previous, hash, algorithm))
            update journal.head h set nth = e.nth::bigint, hash = decode(e.hash, 'hex')
            from unnest({13}::text[], {14}::text[], {15}::text[]) as e (subject, nth, hash)
            where h.subject = e.subject
            """;

    private final DSLContext dsl;

    EntryBatch(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** The ends of these subjects' chains, which stay locked until the transaction ends. */
    Map<String, Link> lock(SortedSet<String> subjects) {
        Map<String, Link> ends = new HashMap<>();
        dsl.resultQuery(LOCK, val(HEX.formatHex(Link.NONE.hash())), val(subjects.toArray(String[]::new)))
                .forEach(row -> ends.put(
                        requireNonNull(row.get("subject", String.class)),
                        new Link(
                                requireNonNull(row.get("nth", Long.class)),
                                requireNonNull(row.get("hash", byte[].class)))));
        return ends;
    }

    void write(List<Entry> entries, Map<String, Link> ends) {
        List<Map.Entry<String, Link>> after = List.copyOf(ends.entrySet());
        dsl.query(
                        WRITE,
                        column(entries, Entry::id),
                        column(entries, Entry::at),
                        column(entries, Entry::kind),
                        column(entries, Entry::subject),
                        column(entries, Entry::nth),
                        column(entries, entry -> entry.actor().account()),
                        column(entries, entry -> entry.actor().post()),
                        column(entries, entry -> entry.actor().unit()),
                        column(entries, entry -> entry.actor().onBehalfOf()),
                        column(entries, Entry::payload),
                        column(entries, entry -> HEX.formatHex(entry.previous())),
                        column(entries, entry -> HEX.formatHex(entry.hash())),
                        column(entries, entry -> entry.algorithm().label()),
                        column(after, Map.Entry::getKey),
                        column(after, end -> end.getValue().nth()),
                        column(after, end -> HEX.formatHex(end.getValue().hash())))
                .execute();
    }

    private static <T> QueryPart column(List<T> rows, Function<T, @Nullable Object> cell) {
        @Nullable String[] cells = new String[rows.size()];
        for (int at = 0; at < cells.length; at++) {
            Object value = cell.apply(rows.get(at));
            cells[at] = value == null ? null : value.toString();
        }
        return val(cells);
    }
}
