package org.yichuang.journal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.yichuang.documents.Documents;
import org.yichuang.documents.StoredFile;
import org.yichuang.journal.JournalVerifier;
import org.yichuang.journal.JournalVerifier.Finding;
import org.yichuang.journal.KeptFiles;
import org.yichuang.journal.SubjectFilings;
import org.yichuang.journal.SubjectLetters;
import org.yichuang.support.CityTest;
import org.yichuang.support.Plans;

/** The whole record is verified without holding the database back, however many files and contents there are. */
@CityTest
class WholeRecordTests {
    @Autowired
    JournalVerifier verifier;

    @Autowired
    Documents documents;

    @Autowired
    DSLContext dsl;

    @Autowired
    List<SubjectLetters> letters;

    @Autowired
    List<SubjectFilings> filings;

    @Autowired
    List<KeptFiles> files;

    private StoredFile upload(byte[] pdf) {
        return documents.store(pdf, "甲.pdf", UUID.randomUUID());
    }

    /** A PDF that no other test has. */
    private static byte[] pdf() {
        return ("%PDF-1.4\n% " + UUID.randomUUID() + "\n%%EOF\n").getBytes(StandardCharsets.US_ASCII);
    }

    private ContentCheck contents() {
        return new ContentCheck(dsl, TransactionOperations.withoutTransaction(), letters, filings, files);
    }

    @Test
    void contents_are_read_some_at_a_time_and_outside_the_snapshot_and_each_is_named_once() {
        dsl.execute(
                "insert into documents.content (sha256, size, bytes)"
                        + " select sha256(convert_to('changed' || n, 'UTF8')), 1, convert_to('x', 'UTF8') from generate_series(1, 250) n");
        List<String> named = new ArrayList<>();
        try {
            verifier.verify(finding -> {
                if (finding.subject().startsWith("content:")) {
                    assertThat(TransactionSynchronizationManager.isActualTransactionActive())
                            .isFalse();
                    named.add(finding.subject());
                }
            });
        } finally {
            dsl.execute("delete from documents.content where bytes = convert_to('x', 'UTF8')");
        }

        assertThat(named).hasSize(250).doesNotHaveDuplicates();
    }

    @Test
    void of_a_content_that_changed_each_file_that_has_it_is_named() {
        byte[] pdf = pdf();
        StoredFile one = upload(pdf);
        StoredFile other = upload(pdf);
        dsl.execute(
                "update documents.content set bytes = set_byte(bytes, 0, 0) where sha256 = decode(?, 'hex')",
                one.sha256());

        List<Finding> found = new ArrayList<>();
        contents().check(found::add);

        assertThat(found)
                .extracting(Finding::subject)
                .filteredOn(subject -> subject.contains(one.id().toString())
                        || subject.contains(other.id().toString())
                        || subject.contains(one.sha256()))
                .containsExactlyInAnyOrder("file:" + one.id(), "file:" + other.id());
    }

    @Test
    void an_unused_upload_that_is_deleted_meanwhile_is_no_loss() {
        StoredFile changed = upload(pdf());
        StoredFile unused = upload(pdf());
        dsl.execute("update documents.file set name = '乙.pdf' where id = ?", changed.id());
        List<Finding> found = new ArrayList<>();

        verifier.verify(finding -> {
            found.add(finding);
            if (finding.subject().equals("file:" + changed.id())) {
                CompletableFuture.runAsync(() -> delete(unused), Thread::startVirtualThread)
                        .join();
            }
        });

        assertThat(found).extracting(Finding::subject).contains("file:" + changed.id());
        assertThat(documents.find(unused.id())).isEmpty();
        assertThat(found)
                .extracting(Finding::toString)
                .noneMatch(finding -> finding.contains(unused.id().toString()) || finding.contains(unused.sha256()));
    }

    private void delete(StoredFile file) {
        dsl.execute("""
            with gone as (delete from documents.file where id = ? returning sha256)
            delete from documents.content where sha256 in (select sha256 from gone)
            """, file.id());
    }

    @Test
    void a_batch_of_contents_and_who_has_them_are_found_by_keys() {
        assertThat(Plans.of(dsl, contents().next("00")))
                .contains("content_pkey")
                .doesNotContain("Seq Scan");
        assertThat(Plans.of(dsl, contents().files("00")))
                .contains("file_of_content")
                .doesNotContain("Seq Scan");
        assertThat(Plans.of(dsl, contents().prints("00")))
                .contains("letter_of_content")
                .doesNotContain("Seq Scan");
    }

    @Test
    void however_many_files_were_changed_they_are_named_by_one_statement() {
        UUID owner = UUID.randomUUID();
        StoredFile file = upload(pdf());
        dsl.execute("""
            insert into documents.file (id, sha256, name, media_type, size, owner, uploaded_at)
            select overlay(gen_random_uuid()::text placing '8' from 15 for 1)::uuid, sha256, name, media_type, size, ?,
                uploaded_at
            from documents.file, generate_series(1, 1200) n where id = ?
            """, owner, file.id());
        List<String> ids = dsl.resultQuery("select 'file:' || id from documents.file where owner = ?", owner)
                .fetch(row -> row.get(0, String.class));
        var statements = new AtomicInteger();
        var counted = dsl.configuration()
                .deriveAppending(ExecuteListener.onExecuteStart(statement -> statements.incrementAndGet()))
                .dsl();
        List<String> found = new ArrayList<>();

        new FileCheck(counted, filings, files, finding -> found.add(finding.subject())).end();
        found.retainAll(ids);
        dsl.execute("delete from documents.file where owner = ?", owner);

        assertThat(statements).hasValue(1);
        assertThat(found).containsExactlyInAnyOrderElementsOf(ids);
    }
}
