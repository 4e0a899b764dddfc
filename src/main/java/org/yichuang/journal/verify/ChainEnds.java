package org.yichuang.journal.verify;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.yichuang.journal.JournalVerifier.Finding;
import org.yichuang.journal.SubjectHeads;
import org.yichuang.shared.Text;

/** Holds the last entry of each chain against the end kept on the subject's row; the database compares. */
final class ChainEnds {
    private static final Pattern VIEW = Pattern.compile("[a-z_]+\\.[a-z_]+");
    private static final Text NO_END = Text.of("这条链的末端没有登记", "the end of this chain is kept nowhere");
    private static final Text NOT_AFTER =
            Text.of("登记的末端在此之前：此后各条是另外写入的", "the end kept for this chain comes before: written past it");
    private static final Text OTHER =
            Text.of("与登记的末端哈希值不符：被改动或替换", "its hash is not the one kept as the chain's end: changed or exchanged");

    private final String sql;

    ChainEnds(List<SubjectHeads> heads) {
        String ends = Stream.concat(Stream.of("journal.head"), heads.stream().map(SubjectHeads::view))
                .map(ChainEnds::select)
                .collect(Collectors.joining(" union all "));
        sql = "select coalesce(kept.subject, entry.subject) as subject, kept.nth as kept,"
                + " coalesce(entry.nth, 0) as nth, entry.id, entry.kind from (" + ends + ") kept"
                + " full join (select distinct on (subject) subject, nth, hash, id, kind from journal.entry %s"
                + " order by subject, nth desc) entry on entry.subject = kept.subject"
                + " where (kept.nth is distinct from entry.nth or kept.hash is distinct from entry.hash)"
                + " and (kept.nth > 0 or entry.nth > 0)";
    }

    private static String select(String view) {
        if (!VIEW.matcher(view).matches()) {
            throw new IllegalArgumentException("Not the name of a view: " + view);
        }
        return "select subject, nth, hash from " + view;
    }

    void check(DSLContext dsl, Consumer<Finding> found) {
        try (var rows = dsl.resultQuery(sql.formatted("")).fetchSize(1000).fetchLazy()) {
            rows.forEach(row -> found.accept(finding(row)));
        }
    }

    void check(DSLContext dsl, String subject, Consumer<Finding> found) {
        String one = sql.formatted("where subject = ?") + " and coalesce(kept.subject, entry.subject) = ?";
        dsl.resultQuery(one, subject, subject).fetch().forEach(row -> found.accept(finding(row)));
    }

    private static Finding finding(Record row) {
        String subject = requireNonNull(row.get("subject", String.class));
        long nth = requireNonNull(row.get("nth", Long.class));
        Long kept = row.get("kept", Long.class);
        if (kept != null && kept > nth) {
            return ChainWalk.missing(subject, nth + 1, kept);
        }
        Text what = kept == null ? NO_END : kept < nth ? NOT_AFTER : OTHER;
        return new Finding(subject, nth, nth, row.get("id", UUID.class), row.get("kind", String.class), what);
    }
}
