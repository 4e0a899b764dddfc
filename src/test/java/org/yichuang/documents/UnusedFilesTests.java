package org.yichuang.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.yichuang.casework.Answers;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.Casework;
import org.yichuang.casework.Drafts;
import org.yichuang.casework.NewCase;
import org.yichuang.casework.Office;
import org.yichuang.casework.Receipt;
import org.yichuang.casework.Situations;
import org.yichuang.casework.State;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.casework.WindowFiling;
import org.yichuang.casework.service.Corrections;
import org.yichuang.casework.store.UnusedDrafts;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.documents.store.SampleFiles;
import org.yichuang.documents.store.UnusedFiles;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.CityTest;
import org.yichuang.support.Locks;
import org.yichuang.support.TestClock;

/** Nothing that was uploaded lies here for longer than it can be of use, and nothing of a case or a draft goes. */
@CityTest
class UnusedFilesTests {
    private static final String LAYOUT = "layout_equipment_work_flow";
    /** Long before anything that other tests upload. */
    private static final Instant UPLOADED = TestClock.at("2026-01-05T09:00");

    @Autowired
    private Office office;

    @Autowired
    private Situations situations;

    @Autowired
    private Casework casework;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Corrections corrections;

    @Autowired
    private Documents documents;

    @Autowired
    private Letters letters;

    @Autowired
    private UnusedFiles unused;

    @Autowired
    private UnusedDrafts unusedDrafts;

    @Autowired
    private DSLContext dsl;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    @Test
    void an_upload_that_was_not_used_is_deleted_with_its_content_after_thirty_days() {
        Visitor company = office.aCompany();
        UUID file = office.upload(company, "unused");
        String sha256 = documents.find(file).orElseThrow().sha256();

        deleteAfter(29, company);
        assertThat(documents.find(file)).isPresent();
        deleteAfter(31, company);

        assertThat(documents.find(file)).isEmpty();
        assertThat(dsl.fetch("select 1 from documents.content where encode(sha256, 'hex') = ?", sha256))
                .isEmpty();
    }

    @Test
    void all_that_were_not_used_are_deleted_however_many_there_are() {
        Visitor company = office.aCompany();
        UUID drafted = inADraft(company);
        dsl.execute("""
            insert into documents.file (id, sha256, name, media_type, size, owner, uploaded_at)
            select gen_random_uuid(), sha256, name, media_type, size, owner, uploaded_at
            from documents.file, generate_series(1, 250) where id = ?
            """, drafted);

        deleteAfter(31, company);

        assertThat(dsl.fetch("select id from documents.file where owner = ?", company.id())
                        .getValues("id", UUID.class))
                .containsExactly(drafted);
    }

    @Test
    void what_a_draft_holds_stays_as_long_as_it_holds_it() {
        Visitor company = office.aCompany();
        UUID file = inADraft(company);

        deleteAfter(250, company);
        assertThat(documents.find(file)).isPresent();
        drafts.detach(company, drafts.mine(company).getFirst().id(), file);
        deleteAfter(31, company);

        assertThat(documents.find(file)).isEmpty();
    }

    @Test
    void what_a_case_holds_stays_however_it_came_in() {
        Visitor company = office.aCompany();
        UUID onLine = office.submitted(company).caseId();
        UUID drafted = situations.in(State.DRAFT);
        Visitor writer = office.account(dsl.fetchSingle("select account from casework.draft where id = ?", drafted)
                .get(0, UUID.class));
        drafts.submit(writer, drafted);
        Visitor officer = office.officer("accept");
        UUID atWindow = atWindow(officer, office.aCompany()).caseId();

        deleteAfter(250, company, writer, officer);

        assertThat(Stream.of(onLine, drafted, atWindow).map(this::files))
                .allSatisfy(files -> assertThat(files)
                        .isNotEmpty()
                        .allSatisfy(file -> assertThat(documents.read(file)).isPresent()));
    }

    @Test
    void what_corrections_replaced_stays_whoever_made_them() {
        Visitor company = office.aCompany();
        UUID id = office.submitted(company).caseId();
        UUID first = layout(id);
        Visitor officer = office.officer("accept");
        UUID second = office.upload(officer, "second");
        UUID third = office.upload(officer, "third");
        for (UUID file : List.of(second, third)) {
            office.act(
                    officer,
                    id,
                    new CaseAct.Correct("换了图", Map.of(), List.of(new SubmittedMaterial(LAYOUT, file, "新图.pdf"))));
        }

        deleteAfter(250, company, officer);

        assertThat(layout(id)).isEqualTo(third);
        assertThat(List.of(first, second, third))
                .allSatisfy(file -> assertThat(documents.find(file)).isPresent());
    }

    @Test
    void content_stays_while_somebody_else_has_the_same() {
        Visitor company = office.aCompany();
        byte[] pdf = pdf();
        UUID mine = documents.store(pdf, "甲.pdf", company.id()).id();
        UUID other = documents.store(pdf, "乙.pdf", UUID.randomUUID()).id();

        deleteAfter(31, company);

        assertThat(documents.find(mine)).isEmpty();
        assertThat(documents.read(other))
                .hasValueSatisfying(read -> assertThat(SampleFiles.bytes(read)).isEqualTo(pdf));
    }

    @Test
    void content_that_goes_while_it_is_uploaded_again_is_stored_anew() throws Exception {
        byte[] pdf = pdf();
        UUID file = documents.store(pdf, "甲.pdf", UUID.randomUUID()).id();

        StoredFile again = whileSomebodyWaits(
                        "documents.content",
                        () -> documents.store(pdf, "乙.pdf", UUID.randomUUID()),
                        () -> dsl.fetch(
                                "select 1 from documents.content where sha256 ="
                                        + " (select sha256 from documents.file where id = ?) for update",
                                file),
                        () -> dsl.execute("""
                            with gone as (delete from documents.file where id = ? returning sha256)
                            delete from documents.content where sha256 in (select sha256 from gone)
                            """, file))
                .get();

        assertThat(documents.read(again.id()))
                .hasValueSatisfying(read -> assertThat(SampleFiles.bytes(read)).isEqualTo(pdf));
    }

    @Test
    void a_letters_pdf_stays_though_somebody_uploaded_it_and_did_not_use_it() {
        Visitor company = office.aCompany();
        UUID letter = Objects.requireNonNull(office.submitted(company).letter());
        byte[] pdf = SampleFiles.bytes(letters.pdf(letter).orElseThrow());
        UUID file = documents.store(pdf, "回执.pdf", company.id()).id();

        deleteAfter(31, company);

        assertThat(documents.find(file)).isEmpty();
        assertThat(SampleFiles.bytes(letters.pdf(letter).orElseThrow())).isEqualTo(pdf);
    }

    @Test
    void a_file_that_is_being_taken_into_a_draft_is_left_there() {
        Visitor company = office.aCompany();
        UUID file = office.upload(company, "taken");
        UUID draft = drafts.start(company, Office.FOOD, Answers.XIHU, null).id();

        transaction.executeWithoutResult(open -> {
            drafts.attach(company, draft, new SubmittedMaterial(LAYOUT, file, "图.pdf"));
            apart(() -> deleteAfter(31, company));
        });

        assertThat(documents.find(file)).isPresent();
    }

    @Test
    void a_file_that_goes_at_that_moment_comes_into_no_draft() {
        Visitor company = office.aCompany();
        UUID file = office.upload(company, "going");
        UUID draft = drafts.start(company, Office.FOOD, Answers.XIHU, null).id();

        Problem refused = deletedWhile(
                file, "draft", () -> drafts.attach(company, draft, new SubmittedMaterial(LAYOUT, file, "图.pdf")));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.of("file")).isNotNull();
        assertThat(drafts.get(company, draft).materials()).isEmpty();
    }

    @Test
    void a_file_that_goes_at_that_moment_comes_into_no_case() {
        Visitor company = office.aCompany();
        NewCase application = office.application(company, Office.FOOD);
        UUID file = Objects.requireNonNull(application.materials().getFirst().file());

        Problem refused = deletedWhile(file, "case_file", () -> casework.file(company, application));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.of("materials")).isNotNull();
        assertThat(dsl.fetch("select 1 from casework.case_file where applicant = ?", company.id()))
                .isEmpty();
    }

    @Test
    void what_a_case_or_a_draft_holds_does_not_count_as_left_lying_unused() {
        Visitor company = office.aCompany();
        office.submitted(company);
        UUID file = inADraft(company);
        dsl.execute("update documents.file set size = 600 * 1024 * 1024 where owner = ?", company.id());

        UUID taken = office.upload(company, "more");
        assertThat(dsl.fetchSingle("select owner from documents.file where id = ?", taken)
                        .get(0))
                .isEqualTo(company.id());
        drafts.detach(company, drafts.mine(company).getFirst().id(), file);

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> office.upload(company, "too much"))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(429));
    }

    @Test
    void a_draft_that_was_not_saved_for_180_days_goes_and_its_uploads_with_what_is_not_used() {
        Visitor company = office.aCompany();
        UUID file = inADraft(company);
        UUID draft = drafts.mine(company).getFirst().id();
        saved(draft, "2026-01-05T23:59");

        deleteOn("2026-07-04T03:45", company);
        assertThat(drafts.get(company, draft).keptUntil()).isEqualTo(LocalDate.of(2026, 7, 4));
        assertThat(documents.find(file)).isPresent();
        deleteOn("2026-07-05T03:45", company);

        assertThat(drafts.mine(company)).isEmpty();
        assertThat(documents.find(file)).isEmpty();
    }

    @Test
    void a_correction_that_was_not_handed_in_goes_when_its_case_waits_for_it_no_more() {
        Visitor company = office.aCompany();
        UUID id = office.submitted(company).caseId();
        office.act(office.officer("accept"), id, situations.notice());
        UUID file = office.upload(company, "corrected");
        List<SubmittedMaterial> files = List.of(new SubmittedMaterial(LAYOUT, file, "图.pdf"));
        ItemVersion item = office.item(Office.FOOD);
        corrections.keep(company, office.view(company, id), item, Map.of(), files, Set.of(), Set.of());

        deleteOn("2026-10-10T03:45", company);
        assertThat(corrections.of(company, office.view(company, id))).isPresent();
        assertThat(documents.find(file)).isPresent();
        office.act(company, id, new CaseAct.Withdraw("不办了"));
        deleteOn("2026-10-10T03:45", company);

        assertThat(dsl.fetch("select 1 from casework.draft where id = ?", id)).isEmpty();
        assertThat(documents.find(file)).isEmpty();
    }

    @Test
    void all_old_drafts_go_however_many_there_are() {
        Visitor company = office.aCompany();
        UUID draft = drafts.start(company, Office.FOOD, null, null).id();
        saved(draft, "2026-01-05T09:00");
        dsl.execute("""
            insert into casework.draft (id, account, item, item_version, way, updated_at)
            select gen_random_uuid(), account, item, item_version, way, updated_at from casework.draft,
                generate_series(1, 250) where id = ?
            """, draft);

        deleteOn("2026-07-05T03:45", company);

        assertThat(dsl.fetch("select 1 from casework.draft where account = ?", company.id()))
                .isEmpty();
    }

    @Test
    void a_draft_that_is_being_saved_in_that_moment_stays_with_what_was_written() {
        Visitor company = office.aCompany();
        UUID draft = drafts.start(company, Office.FOOD, null, null).id();
        saved(draft, "2026-01-05T09:00");

        transaction.executeWithoutResult(open -> {
            drafts.save(company, draft, Map.of("contact_name", "林晓"));
            apart(() -> deleteOn("2026-07-05T03:45", company));
        });
        deleteOn("2026-07-05T03:45", company);

        assertThat(drafts.get(company, draft).answers()).containsEntry("contact_name", "林晓");
    }

    private void saved(UUID draft, String at) {
        dsl.execute(
                "update casework.draft set updated_at = ? where id = ?",
                TestClock.at(at).atOffset(ZoneOffset.UTC),
                draft);
    }

    /** Does the whole night's work. */
    private void deleteOn(String night, Visitor owner) {
        uploadedLongAgo(owner);
        clock.set(night);
        unusedDrafts.delete();
        unused.delete();
        clock.set("2026-10-09T10:24");
    }

    /** Does the night's work so many days after all that these people uploaded. */
    private void deleteAfter(int days, Visitor... owners) {
        Stream.of(owners).forEach(this::uploadedLongAgo);
        clock.set(UPLOADED.plus(Duration.ofDays(days)));
        unused.delete();
        clock.set("2026-10-09T10:24");
    }

    private void uploadedLongAgo(Visitor owner) {
        dsl.execute(
                "update documents.file set uploaded_at = ? where owner = ?",
                UPLOADED.atOffset(ZoneOffset.UTC),
                owner.id());
    }

    /** A PDF that no other test has. */
    private static byte[] pdf() {
        return ("%PDF-1.4\n% " + UUID.randomUUID() + "\n%%EOF\n").getBytes(StandardCharsets.US_ASCII);
    }

    private UUID inADraft(Visitor company) {
        UUID file = office.upload(company, "drafted");
        UUID draft = drafts.start(company, Office.FOOD, Answers.XIHU, null).id();
        drafts.attach(company, draft, new SubmittedMaterial(LAYOUT, file, "图.pdf"));
        return file;
    }

    private Receipt atWindow(Visitor officer, Visitor company) {
        ItemVersion item = office.item(Office.FOOD);
        Map<String, Object> answers = Answers.fitting(item);
        List<SubmittedMaterial> scans = office.materials(officer, item, answers);
        var application = new NewCase(Office.FOOD, Answers.XIHU, answers, scans, null);
        return casework.receive(
                officer, new WindowFiling(company.id(), "何大明", null, application, WindowFiling.Then.RECEIVE, null));
    }

    private List<UUID> files(UUID caseId) {
        return office.view(caseId).materials().stream()
                .map(SubmittedMaterial::file)
                .filter(Objects::nonNull)
                .toList();
    }

    private UUID layout(UUID caseId) {
        return office.view(caseId).materials().stream()
                .filter(handed -> handed.material().equals(LAYOUT))
                .map(SubmittedMaterial::file)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow();
    }

    private static void apart(Runnable work) {
        CompletableFuture.runAsync(work, Thread::startVirtualThread)
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    /** Deletes a file after somebody who uses it has found it there, and before they have written so. */
    private <T> Problem deletedWhile(UUID file, String table, Callable<T> use) {
        Future<T> using = whileSomebodyWaits(
                table,
                use,
                () -> dsl.fetch("select id from documents.file where id = ? for update", file),
                () -> dsl.execute("delete from documents.file where id = ?", file));
        Throwable refused = assertThatExceptionOfType(ExecutionException.class)
                .isThrownBy(using::get)
                .actual()
                .getCause();
        assertThat(refused).isInstanceOf(Problem.class);
        return (Problem) Objects.requireNonNull(refused);
    }

    /** What the work came to that began after the lock, and went on when the change was committed. */
    private <T> Future<T> whileSomebodyWaits(String table, Callable<T> work, Runnable lock, Runnable change) {
        try (var thread = Executors.newSingleThreadExecutor()) {
            return Objects.requireNonNull(transaction.execute(open -> {
                lock.run();
                Future<T> started = thread.submit(work);
                await().until(() -> started.isDone() || Locks.waiting(dsl, table) > 0);
                change.run();
                return started;
            }));
        }
    }
}
