package org.yichuang.journal.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.yichuang.journal.Entry;
import org.yichuang.journal.JournalVerifier.Finding;
import org.yichuang.journal.SubjectLetters;
import org.yichuang.shared.Text;

/**
 * Holds the letters that entries name against those that are kept, and finds those that no entry names and those whose
 * PDF is gone.
 */
final class LetterCheck implements Check {
    private static final String LETTERS = "\"letters\":[";
    private static final int AT_ONCE = 500;
    static final String UNNAMED = "select kept.subject, kept.id from %s kept where not exists (select from"
            + " journal.entry e where e.subject = kept.subject and"
            + " strpos(e.payload, '\"id\":\"' || kept.id || '\"') > 0)";
    static final String UNPRINTED = "select kept.subject, kept.id from (%s) kept where kept.stored is not true";
    static final String OF_ONE = " and kept.subject = ? and kept.subject_id = ?";

    private final DSLContext dsl;
    private final List<String> views;
    private final List<String> prints;
    private final Consumer<Finding> found;
    private final List<Cited> waiting = new ArrayList<>();

    LetterCheck(DSLContext dsl, List<SubjectLetters> letters, Consumer<Finding> found) {
        this.dsl = dsl;
        this.views =
                letters.stream().map(SubjectLetters::view).map(ChainEnds::name).toList();
        this.prints = letters.stream().map(SubjectLetters::prints).toList();
        this.found = found;
    }

    @Override
    public void next(Entry entry) {
        if (!views.isEmpty() && entry.payload().contains(LETTERS)) {
            waiting.addAll(Cited.in(entry, "letters", "id"));
        }
        if (waiting.size() >= AT_ONCE) {
            compare();
        }
    }

    @Override
    public void end() {
        compare();
        views.forEach(view -> unnamed(UNNAMED.formatted(view)));
        prints.forEach(print -> unprinted(UNPRINTED.formatted(print)));
    }

    @Override
    public void end(String subject) {
        compare();
        UUID id = ChainEnds.id(subject);
        if (id != null) {
            views.forEach(view -> unnamed(UNNAMED.formatted(view) + OF_ONE, subject, id));
            prints.forEach(print -> unprinted(UNPRINTED.formatted(print) + OF_ONE, subject, id));
        }
    }

    private void compare() {
        if (waiting.isEmpty()) {
            return;
        }
        Map<String, String> kept = kept(waiting.stream().map(Cited::id).toArray(UUID[]::new));
        for (Cited named : waiting) {
            String sha256 = kept.get(named.entry().subject() + " " + named.id());
            if (!named.sha256().equals(sha256)) {
                found.accept(at(named, sha256));
            }
        }
        waiting.clear();
    }

    /** By subject and id: a letter that was moved to another case is missed in its own. */
    private Map<String, String> kept(UUID[] ids) {
        String all = views.stream()
                .map(view -> "select subject, id, encode(sha256, 'hex') as sha256 from " + view)
                .collect(Collectors.joining(" union all "));
        return dsl.resultQuery("select subject, id, sha256 from (" + all + ") kept where id = any (?)", (Object) ids)
                .fetchMap(row -> Check.subject(row) + " " + Check.id(row), Check::sha256);
    }

    private static Finding at(Cited named, @Nullable String kept) {
        Text what = kept == null
                ? Text.of("其中的文书 " + named.id() + " 缺失：已被删除", "its letter " + named.id() + " is missing: removed")
                : Text.of(
                        "其中的文书 " + named.id() + " 与这里所记的指纹不符：签发后被改动",
                        "its letter " + named.id()
                                + " does not have the fingerprint held here: changed after it was issued");
        return Check.at(named.entry(), what);
    }

    private void unnamed(String sql, Object... values) {
        each(
                sql,
                values,
                letter -> Text.of(
                        "文书 " + letter + " 没有任何记录：不是办件中签发的",
                        "no entry names the letter " + letter + ": no act issued it"));
    }

    private void unprinted(String sql, Object... values) {
        each(
                sql,
                values,
                letter -> Text.of(
                        "文书 " + letter + " 的 PDF 缺失：已被删除", "the PDF of the letter " + letter + " is missing: removed"));
    }

    private void each(String sql, Object[] values, Function<UUID, Text> what) {
        try (var rows = dsl.resultQuery(sql, values).fetchSize(AT_ONCE).fetchLazy()) {
            rows.forEach(row -> found.accept(Check.at(Check.subject(row), what.apply(Check.id(row)))));
        }
    }
}
