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
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.yichuang.journal.JournalVerifier.Finding;
import org.yichuang.journal.SubjectHeads;
import org.yichuang.shared.Text;

/** Holds the last entry of each chain against the end kept on the subject's row; the database compares. */
final class ChainEnds {
    private static final Pattern VIEW = Pattern.compile("[a-z_]+\\.[a-z_]+");
    private static final Text NO_END = Text.of(
            "登记这条链末端的那一行缺失：已被删除（办件的，就是办件本身）",
            "the row that holds this chain's end is missing: removed; a case's is the case itself");
    private static final Text NO_ENTRY = Text.of("没有任何记录：不是由办理产生的", "no entry is on record of it: no act made it");
    private static final Text NOT_AFTER =
            Text.of("登记的末端在此之前：此后各条是另外写入的", "the end kept for this chain comes before: written past it");
    private static final Text OTHER =
            Text.of("与登记的末端哈希值不符：被改动或替换", "its hash is not the one kept as the chain's end: changed or exchanged");

    private static final String UNEQUAL = "select coalesce(kept.subject, entry.subject) as subject, kept.nth as kept,"
            + " coalesce(entry.nth, 0) as nth, entry.id, entry.kind from (%s) kept"
            + " full join (select distinct on (subject) subject, nth, hash, id, kind from journal.entry%s"
            + " order by subject, nth desc) entry on entry.subject = kept.subject"
            + " where kept.nth is distinct from entry.nth or kept.hash is distinct from entry.hash";

    private final String all;
    private final String one;

    ChainEnds(List<SubjectHeads> heads) {
        List<String> views = heads.stream().map(SubjectHeads::view).toList();
        all = UNEQUAL.formatted(ends(views, "", ""), "");
        one = UNEQUAL.formatted(
                ends(views, " where subject = {0}", " where subject_id = {1} and subject = {0}"),
                " where subject = {0}");
    }

    private static String ends(List<String> views, String ofHead, String ofView) {
        return Stream.concat(
                        Stream.of("select subject, nth, hash from journal.head" + ofHead),
                        views.stream().map(view -> "select subject, nth, hash from " + name(view) + ofView))
                .collect(Collectors.joining(" union all "));
    }

    static String name(String view) {
        if (!VIEW.matcher(view).matches()) {
            throw new IllegalArgumentException("Not the name of a view: " + view);
        }
        return view;
    }

    /** What a subject has behind its colon, where that is an id: by it a module's row is found. */
    static @Nullable UUID id(String subject) {
        try {
            return UUID.fromString(subject.substring(subject.indexOf(':') + 1));
        } catch (IllegalArgumentException otherwise) {
            return null;
        }
    }

    void check(DSLContext dsl, Consumer<Finding> found) {
        try (var rows = dsl.resultQuery(all).fetchSize(1000).fetchLazy()) {
            rows.forEach(row -> found.accept(finding(row)));
        }
    }

    void check(DSLContext dsl, String subject, Consumer<Finding> found) {
        one(dsl, subject).fetch().forEach(row -> found.accept(finding(row)));
    }

    ResultQuery<Record> one(DSLContext dsl, String subject) {
        return dsl.resultQuery(one, DSL.val(subject), DSL.val(id(subject), SQLDataType.UUID));
    }

    private static Finding finding(Record row) {
        String subject = requireNonNull(row.get("subject", String.class));
        long nth = requireNonNull(row.get("nth", Long.class));
        Long kept = row.get("kept", Long.class);
        if (kept != null && kept > nth) {
            return ChainWalk.missing(subject, nth + 1, kept);
        }
        Text what = kept == null ? NO_END : kept < nth ? NOT_AFTER : nth == 0 ? NO_ENTRY : OTHER;
        return new Finding(subject, nth, nth, row.get("id", UUID.class), row.get("kind", String.class), what);
    }
}
