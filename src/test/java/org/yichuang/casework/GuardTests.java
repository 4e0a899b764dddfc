package org.yichuang.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yichuang.catalogue.Field;
import org.yichuang.catalogue.FieldType;
import org.yichuang.documents.Letters;
import org.yichuang.documents.store.SampleFiles;
import org.yichuang.identity.Accounts;
import org.yichuang.identity.People;
import org.yichuang.identity.signin.Sessions;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.journal.JournalVerifier;
import org.yichuang.journal.JournalVerifier.Finding;
import org.yichuang.journal.Link;
import org.yichuang.journal.NewEntry;
import org.yichuang.network.Clerk;
import org.yichuang.shared.Mask;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.CityTest;
import org.yichuang.support.Web;

/** What leaves the house: files, letters, numbers and exports. */
@CityTest
class GuardTests {
    private static final String AREA =
            "update casework.case_file set answers = jsonb_set(answers::jsonb, '{premises_area}', ?::jsonb)::text"
                    + " where id = ?";
    private static final String REFILED =
            "the answers or materials that are kept do not have the fingerprint held here:"
                    + " changed after they were filed";

    @Autowired
    private Office office;

    @Autowired
    private Cases cases;

    @Autowired
    private Letters letters;

    @Autowired
    private Journal journal;

    @Autowired
    private JournalVerifier verifier;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Sessions sessions;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private DSLContext dsl;

    @LocalServerPort
    private int port;

    @Test
    void letters_and_files_of_a_case_are_had_by_bearer_token_by_who_sees_the_case_only() {
        Visitor company = office.aCompany();
        UUID id = office.accepted(company);
        String letter = "/api/v1/letters/" + letters.ofCase(id).getFirst().id() + ".pdf";
        String file = "/api/v1/cases/" + id + "/files/"
                + office.view(id).materials().stream()
                        .flatMap(material -> java.util.stream.Stream.ofNullable(material.file()))
                        .findFirst()
                        .orElseThrow();

        for (String path : new String[] {letter, file}) {
            assertThat(bytes(path, token(company)).status()).isEqualTo(200);
            assertThat(bytes(path, token(office.officer("accept"))).status()).isEqualTo(200);
            assertThat(bytes(path, token(office.aCompany())).status()).isEqualTo(404);
            assertThat(bytes(path, null).status()).isEqualTo(401);
        }
        assertThat(bytes("/api/v1/cases/" + id, systemToken()).status()).isEqualTo(404);
        assertThat(bytes("/api/v1/track/" + office.view(id).queryCode(), systemToken())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_draft_s_district_and_delivery_can_be_said_by_api() {
        var web = new Web(port).bearer(token(office.aCompany()));
        String draft =
                web.api("POST", "/api/v1/drafts", "{\"item\":\"food_permit\"}").body();
        String path = "/api/v1/drafts/" + draft.replaceAll("(?s).*?\"id\":\"([^\"]+)\".*", "$1");

        assertThat(web.api("PUT", path + "/division", "{\"division\":\"" + Answers.XIHU + "\"}")
                        .body())
                .contains("\"division\":\"" + Answers.XIHU + "\"");
        assertThat(web.api("PUT", path + "/delivery-way", "{\"way\":\"POST\"}").body())
                .contains("\"way\":\"POST\"");
    }

    @Test
    void personal_numbers_in_answers_are_masked_for_who_only_looks_on() {
        Visitor company = office.aCompany();
        UUID id = office.submitted(company).caseId();
        Field phone = office.item(Office.FOOD)
                .form()
                .fields()
                .filter(field -> field.type() == FieldType.PHONE || field.type() == FieldType.RESIDENT_ID)
                .filter(field -> cases.view(company, id).answers().containsKey(field.key()))
                .findFirst()
                .orElseThrow();
        String full = String.valueOf(cases.view(company, id).answers().get(phone.key()));

        assertThat(cases.view(office.officer("accept"), id).answers()).containsEntry(phone.key(), full);
        assertThat(office.view(id).answers()).containsEntry(phone.key(), Mask.number(full));
    }

    @Test
    void a_number_among_free_words_is_masked_for_who_only_looks_on_and_on_the_record() {
        Visitor company = office.aCompany();
        Visitor officer = office.officer("accept");
        UUID id = office.submitted(company).caseId();
        String said = "测试人 32010119660203506X 电话 13900000013";
        String masked = "测试人 320*************6X 电话 139******13";
        office.act(officer, id, new CaseAct.Correct("写全", Map.of("safety_person", said), List.of()));

        for (Visitor works : List.of(company, officer)) {
            assertThat(cases.view(works, id).answers()).containsEntry("safety_person", said);
        }
        for (Visitor looksOn : List.of(office.aSupervisor(), office.known("auditor"))) {
            assertThat(cases.view(looksOn, id).answers()).containsEntry("safety_person", masked);
        }
        office.act(officer, id, new CaseAct.Correct("写错了人", Map.of("safety_person", "另一人"), List.of()));
        assertThat(journal.of("case:" + id).getLast().payload())
                .contains("\"before\":{\"safety_person\":\"" + masked + "\"}");
        assertThat(journal.of("case:" + id))
                .noneMatch(entry -> entry.payload().matches("(?s).*(0119660203|90000001).*"));
        assertThat(verifier.verify("case:" + id)).isEmpty();
    }

    @Test
    void a_letter_whose_stored_text_was_changed_is_said_to_be_altered() {
        UUID id = office.accepted(office.aCompany());
        UUID letter = letters.ofCase(id).getFirst().id();
        String code = letters.find(letter).orElseThrow().code();

        tamper("update documents.letter set content = replace(content, '西湖', '东湖') where id = ?", letter);

        assertThat(new Web(port).page("/api/v1/verifications/" + code)).contains("\"status\":\"ALTERED\"");
        assertThat(new Web(port).page("/verify/" + code)).contains("存档文字被改动过").doesNotContain("现在有效", "type=\"file\"");
        assertThat(verifier.verify("case:" + id))
                .extracting(found -> found.what().en())
                .containsExactly("its letter " + letter
                        + " does not have the fingerprint held here: changed after it was issued");
    }

    @Test
    void a_letter_whose_stored_text_is_none_any_more_is_said_to_count_for_nothing() {
        UUID letter =
                letters.ofCase(office.accepted(office.aCompany())).getFirst().id();
        String code = letters.find(letter).orElseThrow().code();

        tamper("update documents.letter set content = 'no letter' where id = ?", letter);

        Web.Answer told = new Web(port).get("/api/v1/verifications/" + code);
        assertThat(told.status()).isEqualTo(409);
        assertThat(told.body()).contains("letter-altered");
    }

    @Test
    void an_altered_letter_is_not_printed_and_its_earlier_print_proves_nothing() {
        UUID printed =
                letters.ofCase(office.accepted(office.aCompany())).getFirst().id();
        UUID never =
                letters.ofCase(office.accepted(office.aCompany())).getFirst().id();
        String code = letters.find(printed).orElseThrow().code();
        byte[] pdf = SampleFiles.bytes(letters.pdf(printed).orElseThrow());
        assertThat(letters.matches(code, pdf)).isTrue();

        tamper("update documents.letter set content = replace(content, '西湖', '东湖') where id in (?, ?)", printed, never);

        assertThat(letters.matches(code, pdf)).isFalse();
        assertThat(catchThrowableOfType(Problem.class, () -> letters.pdf(never)).slug())
                .isEqualTo("letter-altered");
        assertThat(dsl.fetchSingle("select pdf from documents.letter where id = ?", never)
                        .get(0))
                .isNull();
    }

    @Test
    void the_verifier_names_a_letter_that_was_changed_with_its_fingerprint_removed_or_issued_by_no_act() {
        UUID changed = office.accepted(office.aCompany());
        UUID removed = office.accepted(office.aCompany());
        UUID forged = office.accepted(office.aCompany());
        assertThat(Stream.of(changed, removed, forged).flatMap(id -> verifier.verify("case:" + id).stream()))
                .isEmpty();

        tamper("""
            update documents.letter set content = replace(content, '西湖', '东湖'),
                sha256 = sha256(convert_to(replace(content, '西湖', '东湖'), 'UTF8')) where case_id = ? and kind = 'RECEIPT'
            """, changed);
        tamper("delete from documents.letter where case_id = ? and kind = 'ACCEPTANCE'", removed);
        dsl.execute("""
            insert into documents.letter (id, code, kind, title, case_id, nth, number, issued_on, content, sha256)
            select gen_random_uuid(), reverse(code), 'GRANT', title, case_id, 1, number, issued_on, content, sha256
            from documents.letter where case_id = ? and kind = 'ACCEPTANCE'
            """, forged);

        for (List<Finding> found : List.of(
                Stream.of(changed, removed, forged)
                        .flatMap(id -> verifier.verify("case:" + id).stream())
                        .toList(),
                ofAll(changed, removed, forged))) {
            assertThat(found)
                    .extracting(Finding::subject, Finding::kind, finding -> words(finding.what()))
                    .containsExactlyInAnyOrder(
                            tuple("case:" + changed, "case.submitted", "changed"),
                            tuple("case:" + removed, "case.accepted", "missing"),
                            tuple("case:" + forged, null, "no act issued it"));
        }
    }

    @Test
    void the_verifier_names_answers_materials_and_files_that_were_changed_or_removed_after_they_were_filed() {
        List<UUID> filed = Stream.generate(() -> office.accepted(office.aCompany()))
                .limit(6)
                .toList();
        UUID[] all = filed.toArray(UUID[]::new);
        List<UUID> files = filed.stream().map(this::file).toList();
        assertThat(filed.stream().flatMap(id -> verifier.verify("case:" + id).stream()))
                .isEmpty();
        assertThat(ofAll(all)).isEmpty();

        dsl.execute(AREA, "\"999\"", all[0]);
        dsl.execute("update casework.case_file set materials = replace(materials, '文件', '他件') where id = ?", all[1]);
        dsl.execute("update documents.file set name = '他件.pdf' where id = ?", files.get(2));
        dsl.execute("""
            update documents.content set bytes = set_byte(bytes, 0, 0)
            where sha256 = (select sha256 from documents.file where id = ?)
            """, files.get(3));
        dsl.execute("delete from documents.file where id = ?", files.get(4));

        List<Tuple> rows = List.of(
                tuple("case:" + all[0], "case.submitted", REFILED),
                tuple("case:" + all[1], "case.submitted", REFILED),
                tuple(
                        "case:" + all[2],
                        null,
                        "the file " + files.get(2) + " does not have the name, kind, owner, time or content"
                                + " that its id stands for: changed after it was uploaded"),
                tuple("case:" + all[4], null, "the file " + files.get(4) + " is missing: removed"));
        Tuple content = tuple(
                "case:" + all[3],
                null,
                "the content of the file " + files.get(3)
                        + " does not have its fingerprint: changed after it was uploaded");
        assertThat(filed.stream().flatMap(id -> verifier.verify("case:" + id).stream()))
                .as("no content is read for one case")
                .extracting(
                        Finding::subject,
                        Finding::kind,
                        finding -> finding.what().en())
                .containsExactlyInAnyOrderElementsOf(rows);
        assertThat(ofAll(all))
                .extracting(
                        Finding::subject,
                        Finding::kind,
                        finding -> finding.what().en())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(rows.stream(), Stream.of(content)).toList());
    }

    @Test
    void the_verifier_names_a_letter_whose_pdf_was_changed_or_removed() {
        UUID changed = office.accepted(office.aCompany());
        UUID removed = office.accepted(office.aCompany());
        UUID letter = letters.ofCase(changed).getFirst().id();
        UUID gone = letters.ofCase(removed).getFirst().id();
        letters.pdf(letter);
        letters.pdf(gone);
        assertThat(ofAll(changed, removed)).isEmpty();

        String content = " where sha256 = (select pdf from documents.letter where id = ?)";
        dsl.execute("update documents.content set bytes = set_byte(bytes, 0, 0)" + content, letter);
        dsl.transaction(configuration -> {
            DSL.using(configuration).execute("set local session_replication_role = replica");
            DSL.using(configuration).execute("delete from documents.content" + content, gone);
        });

        Tuple missing = tuple("case:" + removed, "the PDF of the letter " + gone + " is missing: removed");
        assertThat(Stream.of(changed, removed).flatMap(id -> verifier.verify("case:" + id).stream()))
                .as("no content is read for one case")
                .extracting(Finding::subject, finding -> finding.what().en())
                .containsExactly(missing);
        assertThat(ofAll(changed, removed))
                .extracting(Finding::subject, finding -> finding.what().en())
                .containsExactly(
                        missing,
                        tuple(
                                "case:" + changed,
                                "the PDF of the letter " + letter
                                        + " does not have its fingerprint: changed after it was printed"));
    }

    @Test
    void a_letter_that_was_moved_to_another_case_is_missed_in_its_own() {
        UUID from = office.accepted(office.aCompany());
        UUID to = office.submitted(office.aCompany()).caseId();

        tamper("update documents.letter set case_id = ? where case_id = ? and kind = 'ACCEPTANCE'", to, from);

        assertThat(verifier.verify("case:" + from))
                .extracting(Finding::kind, finding -> words(finding.what()))
                .containsExactly(tuple("case.accepted", "missing"));
        assertThat(ofAll(from, to))
                .extracting(Finding::subject, finding -> words(finding.what()))
                .containsExactlyInAnyOrder(tuple("case:" + from, "missing"), tuple("case:" + to, "no act issued it"));
    }

    @Test
    void an_entry_that_has_a_letter_s_id_as_something_else_did_not_issue_it() {
        UUID id = office.submitted(office.aCompany()).caseId();
        SubmittedMaterial before = office.view(id).materials().getFirst();
        Visitor officer = office.officer("accept");
        var after = new SubmittedMaterial(before.material(), office.upload(officer, "other"), "新图.pdf");
        office.act(officer, id, new CaseAct.Correct("换了图", Map.of(), List.of(after)));
        dsl.execute("""
            insert into documents.letter (id, code, kind, title, case_id, nth, number, issued_on, content, sha256)
            select ?, reverse(code), 'GRANT', title, case_id, 1, number, issued_on, content, sha256
            from documents.letter where case_id = ? and kind = 'RECEIPT'
            """, before.file(), id);

        for (List<Finding> found : List.of(verifier.verify("case:" + id), ofAll(id))) {
            assertThat(found).extracting(finding -> words(finding.what())).containsExactly("no act issued it");
        }
    }

    @Test
    void what_a_correction_filed_and_what_it_replaced_is_held_against_the_record_too() {
        UUID id = office.submitted(office.aCompany()).caseId();
        SubmittedMaterial before = office.view(id).materials().getFirst();
        Object area = office.view(id).answers().get("premises_area");
        Visitor officer = office.officer("accept");
        var after = new SubmittedMaterial(before.material(), office.upload(officer, "new"), "新图.pdf");
        office.act(officer, id, new CaseAct.Correct("面积和图不符", Map.of("premises_area", "62"), List.of(after)));
        assertThat(verifier.verify("case:" + id)).isEmpty();

        dsl.execute(AREA, "\"" + area + "\"", id);
        dsl.execute("delete from documents.file where id = ?", before.file());

        for (List<Finding> found : List.of(verifier.verify("case:" + id), ofAll(id))) {
            assertThat(found)
                    .extracting(Finding::kind, finding -> finding.what().en())
                    .containsExactlyInAnyOrder(
                            tuple("case.corrected", REFILED),
                            tuple("case.corrected", "the file " + before.file() + " is missing: removed"));
        }
    }

    @Test
    void a_case_that_has_no_fingerprint_on_record_is_not_called_changed() {
        UUID old = UUID.randomUUID();
        Entry entry = journal.chain(
                new NewEntry("case.submitted", "case:" + old, Actor.SYSTEM, Map.of()), Link.NONE, Instant.EPOCH);
        dsl.query(
                        "insert into journal.entry (" + Journal.INSERT_COLUMNS
                                + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        Journal.values(entry))
                .execute();
        put(old, entry.link());
        try {
            assertThat(verifier.verify("case:" + old)).isEmpty();
            assertThat(ofAll(old)).isEmpty();
        } finally {
            dsl.execute("delete from casework.case_file where id = ?", old);
        }
    }

    @Test
    void a_case_that_no_entry_is_on_record_of_is_named() {
        UUID put = UUID.randomUUID();
        put(put, Link.NONE);
        try {
            for (List<Finding> found : List.of(verifier.verify("case:" + put), ofAll(put))) {
                assertThat(found)
                        .extracting(Finding::from, finding -> finding.what().en())
                        .containsExactly(tuple(0L, "no entry is on record of it: no act made it"));
            }
        } finally {
            dsl.execute("delete from casework.case_file where id = ?", put);
        }
    }

    /** Puts in a case by no act, as if this were the end of its chain. */
    private void put(UUID id, Link head) {
        dsl.execute(
                """
                insert into casework.case_file select (r).* from (
                    select jsonb_populate_record(c, jsonb_build_object('id', ?::text, 'number', ?::text,
                        'query_code', ?::text, 'answers', '{}', 'head_nth', ?::bigint, 'head_hash', ?::text)) as r
                    from casework.case_file c where c.id = ?) made
                """,
                id.toString(),
                "ZZ" + id,
                "ZZ" + id,
                head.nth(),
                "\\x" + HexFormat.of().formatHex(head.hash()),
                office.submitted(office.aCompany()).caseId());
    }

    private UUID file(UUID id) {
        return office.view(id).materials().stream()
                .flatMap(material -> Stream.ofNullable(material.file()))
                .findFirst()
                .orElseThrow();
    }

    private static String words(Text what) {
        return Stream.of("changed", "missing", "no act issued it")
                .filter(what.en()::contains)
                .findFirst()
                .orElse(what.en());
    }

    /** What is found about these cases where the whole record is walked. */
    private List<Finding> ofAll(UUID... ids) {
        List<String> subjects = Stream.of(ids).map(id -> "case:" + id).toList();
        List<Finding> found = new ArrayList<>();
        verifier.verify(finding -> {
            if (subjects.contains(finding.subject())) {
                found.add(finding);
            }
        });
        return found;
    }

    @Test
    void the_database_keeps_an_issued_letter_as_it_is_but_for_one_print_and_one_revocation() {
        UUID letter =
                letters.ofCase(office.accepted(office.aCompany())).getFirst().id();
        letters.pdf(letter);
        letters.revoke(letter, LocalDate.of(2026, 10, 9), "以欺骗手段取得");

        for (String change : List.of(
                "update documents.letter set content = '{}'",
                "update documents.letter set sha256 = sha256('{}')",
                "update documents.letter set valid_until = '2099-01-01'",
                "update documents.letter set pdf = null",
                "update documents.letter set revoked_on = null",
                "update documents.letter set revoked_because = null",
                "delete from documents.letter")) {
            assertThatThrownBy(() -> dsl.execute(change + " where id = ?", letter))
                    .as(change)
                    .rootCause()
                    .hasMessageContaining("A letter is fixed when it is issued");
        }
    }

    /** As the owner of the database could. */
    private void tamper(String sql, Object... values) {
        dsl.execute("alter table documents.letter disable trigger letter_is_final");
        try {
            dsl.execute(sql, values);
        } finally {
            dsl.execute("alter table documents.letter enable trigger letter_is_final");
        }
    }

    private String systemToken() {
        return sessions.open(new People(context).system(), true, "test").token();
    }

    private String token(Visitor who) {
        return sessions.open(accounts.get(who.id()), true, "test").token();
    }

    private Clerk.Answer bytes(String path, @Nullable String token) {
        String[] headers = token == null ? new String[0] : new String[] {"Authorization", "Bearer " + token};
        return Clerk.nobody(port).get(path, headers);
    }
}
