package org.yichuang.journal.verify;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
 * that are not any more what they were. Their contents are read by the database, one after the other.
 */
final class FileCheck implements Check {
    private static final String REPLACED = "\"replaced\":[";
    private static final int AT_ONCE = 500;
    private static final String CITED = "select f.subject, file as id from (%s) f, unnest(f.files) file where ";
    private static final String OF_ONE = " and f.subject_id = ? and f.subject = ?";

    private final DSLContext dsl;
    private final boolean none;
    private final String cited;
    private final String gone;
    private final String unfit;
    private final String kept;
    private final Consumer<Finding> found;
    private final List<Cited> waiting = new ArrayList<>();

    FileCheck(DSLContext dsl, List<SubjectFilings> filings, List<KeptFiles> files, Consumer<Finding> found) {
        String all = files.stream().map(KeptFiles::select).collect(Collectors.joining(" union all "));
        this.dsl = dsl;
        this.none = filings.isEmpty() || files.isEmpty();
        this.cited = CITED.formatted(FilingCheck.all(filings));
        this.gone = cited + "not exists (select from (" + all + ") k where k.id = file)";
        this.unfit = "select id, named, whole from (" + all + ") k where (named is not true or whole is not true)";
        this.kept = "select id, encode(sha256, 'hex') as sha256 from (" + all + ") k where id = any (?)";
        this.found = found;
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

    @Override
    public void end() {
        if (none) {
            return;
        }
        compare();
        gone(dsl.resultQuery(gone));
        var changed = new HashMap<UUID, Text>();
        try (var rows = dsl.resultQuery(unfit).fetchSize(AT_ONCE).fetchLazy()) {
            rows.forEach(row -> {
                changed.put(id(row), unfit(row));
                if (changed.size() >= AT_ONCE) {
                    name(changed);
                }
            });
        }
        name(changed);
    }

    @Override
    public void end(String subject) {
        UUID id = ChainEnds.id(subject);
        if (none || id == null) {
            return;
        }
        Set<UUID> files = waiting.stream().map(Cited::id).collect(Collectors.toCollection(HashSet::new));
        compare();
        gone(goneOf(subject, id));
        files.addAll(dsl.resultQuery(cited + "true" + OF_ONE, id, subject).fetch(FileCheck::id));
        unfitOf(files).forEach(row -> found.accept(at(subject, unfit(row))));
    }

    ResultQuery<Record> goneOf(String subject, UUID id) {
        return dsl.resultQuery(gone + OF_ONE, id, subject);
    }

    ResultQuery<Record> unfitOf(Set<UUID> files) {
        return dsl.resultQuery(unfit + " and id = any (?)", (Object) files.toArray(UUID[]::new));
    }

    private void compare() {
        if (waiting.isEmpty()) {
            return;
        }
        UUID[] ids = waiting.stream().map(Cited::id).toArray(UUID[]::new);
        Map<UUID, String> now = dsl.resultQuery(kept, (Object) ids)
                .fetchMap(FileCheck::id, row -> requireNonNull(row.get("sha256", String.class)));
        for (Cited named : waiting) {
            String sha256 = now.get(named.id());
            if (sha256 == null || !(named.sha256().isEmpty() || named.sha256().equals(sha256))) {
                found.accept(at(named, sha256));
            }
        }
        waiting.clear();
    }

    private void gone(ResultQuery<Record> query) {
        try (var rows = query.fetchSize(AT_ONCE).fetchLazy()) {
            rows.forEach(row -> found.accept(at(requireNonNull(row.get("subject", String.class)), missing(id(row)))));
        }
    }

    /** Under each subject that cites it; one that none does, under itself. */
    private void name(Map<UUID, Text> files) {
        var uncited = new HashMap<>(files);
        UUID[] ids = files.keySet().toArray(UUID[]::new);
        if (ids.length > 0) {
            dsl.resultQuery(cited + "file = any (?)", (Object) ids).fetch().forEach(row -> {
                uncited.remove(id(row));
                found.accept(at(requireNonNull(row.get("subject", String.class)), requireNonNull(files.get(id(row)))));
            });
        }
        uncited.forEach((id, what) -> found.accept(at("file:" + id, what)));
        files.clear();
    }

    private static UUID id(Record row) {
        return requireNonNull(row.get("id", UUID.class));
    }

    private static Finding at(String subject, Text what) {
        return new Finding(subject, 0, 0, null, null, what);
    }

    private static Finding at(Cited named, @Nullable String kept) {
        Entry entry = named.entry();
        Text what = kept == null
                ? missing(named.id())
                : Text.of(
                        "文件 " + named.id() + " 与这里所记的指纹不符：更换后被改动",
                        "the file " + named.id()
                                + " does not have the fingerprint held here: changed after it was replaced");
        return new Finding(entry.subject(), entry.nth(), entry.nth(), entry.id(), entry.kind(), what);
    }

    private static Text missing(UUID file) {
        return Text.of("文件 " + file + " 缺失：已被删除", "the file " + file + " is missing: removed");
    }

    private static Text unfit(Record row) {
        UUID file = id(row);
        if (!Boolean.TRUE.equals(row.get("named", Boolean.class))) {
            return Text.of(
                    "文件 " + file + " 的名称、类型、上传人、时间或内容指纹与编号不符：上传后被改动",
                    "the file " + file
                            + " does not have the name, kind, owner, time or content that its id stands for: changed"
                            + " after it was uploaded");
        }
        return row.get("whole", Boolean.class) == null
                ? Text.of("文件 " + file + " 的内容缺失：已被删除", "the content of the file " + file + " is missing: removed")
                : Text.of(
                        "文件 " + file + " 的内容与它的指纹不符：上传后被改动",
                        "the content of the file " + file
                                + " does not have its fingerprint: changed after it was uploaded");
    }
}
