package org.yichuang.journal.verify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jspecify.annotations.Nullable;
import org.yichuang.journal.Entry;
import org.yichuang.journal.JournalVerifier.Finding;
import org.yichuang.journal.KeptFiles;
import org.yichuang.journal.SubjectFilings;
import org.yichuang.shared.Text;

/**
 * Finds the files that are gone, of those that subjects cite and those that entries name at {@code replaced}, and those
 * whose row is not any more what it was or whose content is gone. It reads no content: {@link ContentCheck} does.
 */
final class FileCheck implements Check {
    private static final String REPLACED = "\"replaced\":[";
    private static final int AT_ONCE = 500;
    private static final String CITED = "select f.subject, f.subject_id, file as id from (%s) f, unnest(f.files) file";
    /** Each under the subjects that cite it, in one statement however many they are. */
    private static final String UNFIT = "select c.subject, coalesce(c.id, k.id) as id, k.id is null as gone, k.named"
            + " from (%s) c %s join (%s) k on k.id = c.id where (k.named is not true or k.stored is not true)";

    private final DSLContext dsl;
    private final boolean none;
    private final String all;
    private final String ofOne;
    private final String ofThese;
    private final String kept;
    private final Consumer<Finding> found;
    private final List<Cited> waiting = new ArrayList<>();

    FileCheck(DSLContext dsl, List<SubjectFilings> filings, List<KeptFiles> files, Consumer<Finding> found) {
        String rows = rows(files);
        this.dsl = dsl;
        this.none = filings.isEmpty() || files.isEmpty();
        this.all = UNFIT.formatted(cited(filings), "full", rows);
        this.ofOne = UNFIT.formatted(cited(filings), "left", rows) + " and c.subject_id = ? and c.subject = ?";
        this.ofThese = "select k.id, false as gone, k.named from (" + rows
                + ") k where (k.named is not true or k.stored is not true) and k.id = any (?)";
        this.kept = "select id, encode(sha256, 'hex') as sha256 from (" + rows + ") k where id = any (?)";
        this.found = found;
    }

    /** Who cites which file. */
    static String cited(List<SubjectFilings> filings) {
        return CITED.formatted(FilingCheck.all(filings));
    }

    static String rows(List<KeptFiles> files) {
        return files.stream().map(KeptFiles::select).collect(Collectors.joining(" union all "));
    }

    @Override
    public void next(Entry entry) {
        if (!none && entry.payload().contains(REPLACED)) {
            waiting.addAll(Cited.in(entry, "replaced", "file"));
        }
        if (waiting.size() >= AT_ONCE) {
            compare();
        }
    }

    /** One that no subject cites is named under itself. */
    @Override
    public void end() {
        if (none) {
            return;
        }
        compare();
        try (var rows = dsl.resultQuery(all).fetchSize(AT_ONCE).fetchLazy()) {
            rows.forEach(row -> {
                String subject = row.get("subject", String.class);
                found.accept(Check.at(subject == null ? "file:" + Check.id(row) : subject, unfit(row)));
            });
        }
    }

    @Override
    public void end(String subject) {
        UUID id = ChainEnds.id(subject);
        if (none || id == null) {
            return;
        }
        UUID[] replaced = waiting.stream().map(Cited::id).distinct().toArray(UUID[]::new);
        compare();
        var unfit = new HashMap<UUID, Text>();
        ofOne(subject, id).forEach(row -> unfit.put(Check.id(row), unfit(row)));
        dsl.resultQuery(ofThese, (Object) replaced).forEach(row -> unfit.put(Check.id(row), unfit(row)));
        unfit.values().forEach(what -> found.accept(Check.at(subject, what)));
    }

    ResultQuery<Record> ofOne(String subject, UUID id) {
        return dsl.resultQuery(ofOne, id, subject);
    }

    private void compare() {
        if (waiting.isEmpty()) {
            return;
        }
        UUID[] ids = waiting.stream().map(Cited::id).toArray(UUID[]::new);
        Map<UUID, String> now = dsl.resultQuery(kept, (Object) ids).fetchMap(Check::id, Check::sha256);
        for (Cited named : waiting) {
            String sha256 = now.get(named.id());
            if (sha256 == null || !(named.sha256().isEmpty() || named.sha256().equals(sha256))) {
                found.accept(at(named, sha256));
            }
        }
        waiting.clear();
    }

    private static Finding at(Cited named, @Nullable String kept) {
        Text what = kept == null
                ? missing(named.id())
                : Text.of(
                        "文件 " + named.id() + " 与这里所记的指纹不符：更换后被改动",
                        "the file " + named.id()
                                + " does not have the fingerprint held here: changed after it was replaced");
        return Check.at(named.entry(), what);
    }

    private static Text missing(UUID file) {
        return Text.of("文件 " + file + " 缺失：已被删除", "the file " + file + " is missing: removed");
    }

    private static Text unfit(Record row) {
        UUID file = Check.id(row);
        if (Boolean.TRUE.equals(row.get("gone", Boolean.class))) {
            return missing(file);
        }
        return Boolean.TRUE.equals(row.get("named", Boolean.class))
                ? Text.of("文件 " + file + " 的内容缺失：已被删除", "the content of the file " + file + " is missing: removed")
                : Text.of(
                        "文件 " + file + " 的名称、类型、上传人、时间或内容指纹与编号不符：上传后被改动",
                        "the file " + file
                                + " does not have the name, kind, owner, time or content that its id stands for:"
                                + " changed after it was uploaded");
    }
}
