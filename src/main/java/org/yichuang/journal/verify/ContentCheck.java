package org.yichuang.journal.verify;

import static java.util.Objects.requireNonNull;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.ResultQuery;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;
import org.yichuang.journal.JournalVerifier.Finding;
import org.yichuang.journal.KeptFiles;
import org.yichuang.journal.SubjectFilings;
import org.yichuang.journal.SubjectLetters;
import org.yichuang.shared.Text;

/**
 * Has the database hold each content, of files and of letters' PDFs, against its fingerprint: once, whoever has it.
 * Contents are only inserted, and deleted when nothing has them. So they are taken by their keys, in transactions of
 * their own, and no vacuum waits until all are read. One that goes meanwhile is not read; of one that is gone though
 * something has it, {@link FileCheck} and {@link LetterCheck} tell.
 */
final class ContentCheck {
    /** A content may have 20 MB. */
    private static final int AT_ONCE = 100;
    /** To find who cites files, all that was filed is gone through. */
    private static final int NAMED_AT_ONCE = 10_000;

    private static final String NEXT = "select encode(sha256, 'hex') as sha256, whole from (%1$s) c where sha256 = any"
            + " (array(select sha256 from (%1$s) k where sha256 > decode({0}, 'hex') order by sha256 limit {1}))"
            + " order by 1";
    private static final String HELD = "select %s, encode(sha256, 'hex') as sha256 from (%s) k where sha256 = any"
            + " (array(select decode(hex, 'hex') from unnest({0}::text[]) hex))";
    /** A join: each citation would be looked for in a list one by one. */
    private static final String CITED =
            "select c.subject, c.id from (%s) c join unnest({0}::uuid[]) wanted (id) on wanted.id = c.id";

    private static final Text UNHELD = Text.of(
            "这份内容与它的指纹不符：存入后被改动；没有文件或文书用到它",
            "this content does not have its fingerprint: changed after it was stored; no file and no letter has it");

    private final DSLContext dsl;
    private final TransactionOperations snapshot;
    private final boolean none;
    private final String next;
    private final String files;
    private final String prints;
    private final String cited;

    ContentCheck(
            DSLContext dsl,
            TransactionOperations snapshot,
            List<SubjectLetters> letters,
            List<SubjectFilings> filings,
            List<KeptFiles> files) {
        this.dsl = dsl;
        this.snapshot = snapshot;
        this.none = letters.isEmpty() || filings.isEmpty() || files.isEmpty();
        this.next = NEXT.formatted(all(files.stream().map(KeptFiles::contents)));
        this.files = HELD.formatted("id", FileCheck.rows(files));
        this.prints = HELD.formatted("subject, id", all(letters.stream().map(SubjectLetters::prints)));
        this.cited = CITED.formatted(FileCheck.cited(filings));
    }

    private static String all(Stream<String> selects) {
        return selects.collect(Collectors.joining(" union all "));
    }

    /**
     * Some contents as they stood at one moment.
     *
     * @param last null: there are no more
     * @param files those whose content has changed
     * @param others what has changed and is no file's
     */
    private record Batch(@Nullable String last, Set<UUID> files, List<Finding> others) {}

    void check(Consumer<Finding> found) {
        if (none) {
            return;
        }
        var changed = new HashSet<UUID>();
        String last = "";
        while (last != null) {
            Batch batch = after(last);
            batch.others.forEach(found);
            changed.addAll(batch.files);
            last = batch.last;
            if (last == null || changed.size() >= NAMED_AT_ONCE) {
                name(changed, found);
                changed.clear();
            }
        }
    }

    private Batch after(String last) {
        return requireNonNull(snapshot.execute(status -> read(last)));
    }

    private Batch read(String after) {
        Result<Record> contents = next(after).fetch();
        String last = contents.isEmpty() ? null : Check.sha256(contents.getLast());
        String[] changed = contents.stream()
                .filter(row -> !Boolean.TRUE.equals(row.get("whole", Boolean.class)))
                .map(Check::sha256)
                .toArray(String[]::new);
        return changed.length == 0 ? new Batch(last, Set.of(), List.of()) : held(last, changed);
    }

    private Batch held(@Nullable String last, String[] changed) {
        Result<Record> ofFiles = files(changed).fetch();
        Result<Record> ofPrints = prints(changed).fetch();
        Set<String> held = Stream.concat(ofFiles.stream(), ofPrints.stream())
                .map(Check::sha256)
                .collect(Collectors.toSet());
        Stream<Finding> unheld = Stream.of(changed)
                .filter(sha256 -> !held.contains(sha256))
                .map(sha256 -> Check.at("content:" + sha256, UNHELD));
        return new Batch(
                last,
                ofFiles.stream().map(Check::id).collect(Collectors.toSet()),
                Stream.concat(ofPrints.stream().map(ContentCheck::print), unheld)
                        .toList());
    }

    ResultQuery<Record> next(String after) {
        return dsl.resultQuery(next, DSL.val(after), DSL.val(AT_ONCE));
    }

    ResultQuery<Record> files(String... sha256) {
        return dsl.resultQuery(files, DSL.val(sha256));
    }

    ResultQuery<Record> prints(String... sha256) {
        return dsl.resultQuery(prints, DSL.val(sha256));
    }

    /** Under each subject that cites it; one that none does, under itself. */
    private void name(Set<UUID> files, Consumer<Finding> found) {
        if (files.isEmpty()) {
            return;
        }
        var uncited = new HashSet<>(files);
        dsl.resultQuery(cited, DSL.val(files.toArray(UUID[]::new))).fetch().forEach(row -> {
            uncited.remove(Check.id(row));
            found.accept(Check.at(Check.subject(row), changed(Check.id(row))));
        });
        uncited.forEach(id -> found.accept(Check.at("file:" + id, changed(id))));
    }

    private static Text changed(UUID file) {
        return Text.of(
                "文件 " + file + " 的内容与它的指纹不符：上传后被改动",
                "the content of the file " + file + " does not have its fingerprint: changed after it was uploaded");
    }

    private static Finding print(Record row) {
        UUID letter = Check.id(row);
        return Check.at(
                Check.subject(row),
                Text.of(
                        "文书 " + letter + " 的 PDF 与它的指纹不符：打印后被改动",
                        "the PDF of the letter " + letter
                                + " does not have its fingerprint: changed after it was printed"));
    }
}
