package org.yichuang.casework;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URLEncoder;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yichuang.calendar.WorkingCalendar;
import org.yichuang.catalogue.PauseCause;
import org.yichuang.documents.LetterKind;
import org.yichuang.documents.Letters;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.journal.JournalVerifier;
import org.yichuang.journal.JournalVerifier.Finding;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.Api;
import org.yichuang.support.CityTest;
import org.yichuang.support.TestClock;

/** A case's life on the real database. */
@CityTest
class CaseworkTests {
    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private Cases cases;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Denials denials;

    @Autowired
    private Letters letters;

    @Autowired
    private Journal journal;

    @Autowired
    private JournalVerifier verifier;

    @Autowired
    private DSLContext db;

    @Autowired
    private TestClock clock;

    @Test
    void a_case_goes_from_application_to_certificate() {
        Visitor company = office.aCompany();
        UUID id = office.granted(company);
        assertThat(office.view(id).state()).isEqualTo(State.GRANTED);

        office.act(office.officer("deliver"), id, new CaseAct.Deliver(null, ""));

        assertThat(office.view(id).state()).isEqualTo(State.CLOSED);
        assertThat(office.kinds(id))
                .startsWith("case.submitted", "case.accepted")
                .endsWith("case.delivered", "case.closed")
                .containsSubsequence("case.step-done", "case.granted");
        assertThat(letters.ofCase(id))
                .extracting(Letters.Issued::kind)
                .contains(
                        LetterKind.RECEIPT,
                        LetterKind.ACCEPTANCE,
                        LetterKind.GRANT,
                        LetterKind.CERTIFICATE,
                        LetterKind.DELIVERY);
        assertThat(new Api(office.address(), null)
                        .get("/api/v1/grants?size=100&holder=" + URLEncoder.encode(company.name(), UTF_8))
                        .text())
                .as("AL-40: for anyone to read")
                .contains(
                        office.letters(id, LetterKind.GRANT).getFirst().code(),
                        office.letters(id, LetterKind.CERTIFICATE).getFirst().code());
        assertThat(verifier.verify("case:" + id)).isEmpty();
    }

    @Test
    void who_follows_a_case_by_its_code_reads_no_finding_of_an_officer() {
        UUID id = office.granted(office.aCompany());

        assertThat(cases.track(office.view(id).queryCode()).timeline())
                .filteredOn(entry -> entry.kind().equals("case.step-done"))
                .extracting(entry -> entry.title().zh())
                .isNotEmpty()
                .allMatch(title -> title.endsWith("：办完"));
    }

    @Test
    void a_draft_becomes_a_case_once_however_often_it_is_submitted() {
        Visitor company = office.aCompany();
        UUID draft = office.draft(company);
        assertThat(drafts.check(company, draft)).isEmpty();

        Receipt receipt = drafts.submit(company, draft);
        Receipt again = drafts.submit(company, draft);

        assertThat(again).isEqualTo(receipt);
        assertThat(receipt.number()).matches("XH26-\\d{6,}-\\d");
        assertThat(receipt.intakeDue()).isEqualTo(TestClock.at("2026-10-15T17:00"));
        assertThat(drafts.mine(company)).isEmpty();
        assertThat(cases.track(receipt.queryCode()).number()).isEqualTo(receipt.number());
    }

    @Test
    void what_is_wrong_with_an_application_is_named_field_by_field() {
        Visitor company = office.aCompany();
        NewCase whole = office.application(company, Office.FOOD);
        Map<String, Object> answers = new java.util.HashMap<>(whole.answers());
        answers.remove("address");
        answers.put("nonsense", "x");

        assertThat(problem(() -> casework.file(
                                company, new NewCase(Office.FOOD, Answers.XIHU, answers, List.of(), null)))
                        .errors())
                .extracting(Problem.FieldError::field)
                .contains("address", "nonsense", "materials.layout_equipment_work_flow");
    }

    @Test
    void somebody_elses_upload_cannot_be_handed_in() {
        Visitor company = office.aCompany();
        NewCase application = office.application(office.aCompany(), Office.FOOD);

        assertThat(problem(() -> casework.file(company, application)).errors())
                .extracting(Problem.FieldError::field)
                .contains("materials[0].file");

        Draft draft = drafts.start(company, Office.FOOD, Answers.XIHU, null);
        SubmittedMaterial theirs = application.materials().getFirst();
        assertThat(problem(() -> drafts.attach(company, draft.id(), theirs)).errors())
                .extracting(Problem.FieldError::field)
                .containsExactly("file");
        assertThat(drafts.get(company, draft.id()).materials()).isEmpty();
    }

    @Test
    void nothing_may_be_asked_for_that_the_item_does_not_list() {
        UUID id = office.submitted(office.aCompany()).caseId();
        var defect = new Defect("marriage_certificate", null, "没有", "请交");

        assertThat(problem(() -> office.act(office.officer("accept"), id, new CaseAct.Notice(List.of(defect))))
                        .errors())
                .extracting(Problem.FieldError::field)
                .containsExactly("defects[0].material");
    }

    @Test
    void the_database_itself_takes_no_denial_without_a_filing() {
        UUID id = office.reviewed(office.aCompany());

        assertThatExceptionOfType(org.springframework.dao.DataIntegrityViolationException.class)
                .isThrownBy(() ->
                        db.execute("update casework.case_file set result = 'REFUSED', denial = null where id = ?", id))
                .withMessageContaining("no_denial_without_filing");
    }

    @Test
    void the_supervising_unit_reverses_a_denial_and_the_case_is_open_again() {
        Visitor company = office.aCompany();
        UUID id = office.submitted(company).caseId();
        office.act(office.officer("accept"), id, new CaseAct.Decline(Office.filing()));
        assertThat(office.view(id).state()).isEqualTo(State.NOT_ACCEPTED);
        UUID denial = office.denial(id);

        DenialRow reviewed = denials.review(office.aSupervisor(), denial, DenialRow.Judgement.REVERSED, "依据不足");

        assertThat(reviewed.review()).isNotNull();
        assertThat(office.view(id).state()).isEqualTo(State.SUBMITTED);
        assertThat(problem(() -> denials.review(office.aSupervisor(), denial, DenialRow.Judgement.UPHELD, "再看"))
                        .slug())
                .isEqualTo("reviewed");
        office.act(office.officer("accept"), id, new CaseAct.Accept());
        assertThat(verifier.verify("case:" + id)).isEmpty();
    }

    @Test
    void an_officer_without_authorisation_is_refused_and_strangers_see_nothing() {
        UUID id = office.submitted(office.aCompany()).caseId();
        Visitor decider = office.officer("decide");

        assertThat(problem(() -> office.act(decider, id, new CaseAct.Accept())).slug())
                .isEqualTo("not-authorised");
        assertThat(problem(() -> cases.view(office.aCompany(), id)).status()).isEqualTo(404);
        assertThat(problem(() -> casework.act(office.aCompany(), id, 1, new CaseAct.Withdraw("")))
                        .status())
                .isEqualTo(404);
        Visitor elsewhere = new Visitor(UUID.randomUUID(), "外人", Set.of(org.yichuang.shared.web.Role.OFFICER));
        assertThat(problem(() -> cases.view(elsewhere, id)).status()).isEqualTo(404);
    }

    @Test
    void the_work_list_shows_what_is_mine_to_do() {
        Visitor company = office.aCompany();
        Receipt receipt = office.submitted(company);
        Visitor intake = office.officer("accept");
        var mine = new WorkFilter(Set.of(), null, null, true, null, null, null, receipt.number(), null, null);

        assertThat(cases.worklist(intake, mine).items())
                .extracting(CaseRow::number)
                .containsExactly(receipt.number());
        assertThat(cases.counts(intake, mine).of("accept")).isEqualTo(1);
        assertThat(cases.worklist(office.officer("decide"), mine).items()).isEmpty();
        assertThat(cases.mine(company, null).items()).hasSize(1);
    }

    @Test
    void what_one_asked_for_oneself_waits_for_somebody_else() {
        UUID id = office.reviewed(office.aCompany());
        Visitor asks = office.officer("review");
        Visitor approves = office.officer("supervise");
        String number = office.view(id).number();
        var mine = new WorkFilter(Set.of(), null, null, true, null, null, null, number, null, null);
        LocalDate end = WorkingCalendar.dayOf(clock.instant()).plusDays(7);

        office.act(asks, id, new CaseAct.ProposePause(PauseCause.TESTING, end, "水质检测"));

        assertThat(cases.worklist(asks, mine).items()).isEmpty();
        assertThat(cases.worklist(approves, mine).items())
                .extracting(CaseRow::number)
                .containsExactly(number);
        assertThat(cases.counts(approves, mine).mine()).isEqualTo(1);
    }

    private static Problem problem(org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
        return org.assertj.core.api.Assertions.catchThrowableOfType(Problem.class, act);
    }

    /** The end of a case's chain is kept on its row; as if the last entry had been removed, and as if one was added. */
    @Test
    void an_entry_missing_at_the_end_of_a_cases_chain_is_named_and_one_past_the_end_too() {
        UUID id = office.accepted(office.aCompany());
        String chain = "case:" + id;
        Entry last = journal.of(chain).getLast();
        Entry first = journal.of(chain).getFirst();
        head(id, last.nth() + 1, last.hash());
        assertThat(verifier.verify(chain))
                .extracting(Finding::from, Finding::to, Finding::id)
                .containsExactly(Tuple.tuple(last.nth() + 1, last.nth() + 1, null));
        head(id, first.nth(), first.hash());
        assertThat(verifier.verify(chain)).extracting(Finding::id).containsExactly(last.id());
        head(id, last.nth(), last.hash());
        assertThat(verifier.verify(chain)).isEmpty();
    }

    private void head(UUID id, long nth, byte[] hash) {
        db.execute("update casework.case_file set head_nth = ?, head_hash = ? where id = ?", nth, hash, id);
    }
}
