package org.yichuang.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yichuang.documents.LetterContent;
import org.yichuang.documents.Letters;
import org.yichuang.documents.Verification;
import org.yichuang.identity.Accounts;
import org.yichuang.journal.Actor;
import org.yichuang.network.Absences;
import org.yichuang.network.Away;
import org.yichuang.network.Clerk;
import org.yichuang.network.Division;
import org.yichuang.network.Network;
import org.yichuang.network.Officer;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.CityTest;
import org.yichuang.support.TestClock;

/** Who may file what, and what follows of it. */
@CityTest
class FilingTests {
    private static final String SHANGCHENG = "330102000000";

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private Cases cases;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Letters letters;

    @Autowired
    private Absences absences;

    @Autowired
    private Network network;

    @Autowired
    private Accounts accounts;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    @Test
    void what_is_done_in_person_is_not_filed_on_line() {
        Visitor resident = office.aResident();
        NewCase divorce = office.application(resident, "divorce");

        assertThat(problem(() -> casework.file(resident, divorce)).slug()).isEqualTo("not-online");
        assertThat(problem(() -> drafts.start(resident, "divorce", Answers.XIHU, null))
                        .slug())
                .isEqualTo("not-online");
    }

    @ParameterizedTest
    @ValueSource(strings = {"330100000000", "999999999999", "330106"})
    void which_unit_an_application_is_for_is_not_guessed_from_a_place_that_is_in_no_district(String nowhere) {
        Visitor company = office.aCompany();
        String place = place();
        NewCase lost = Office.with(office.application(company, Office.FOOD), Map.of(place, nowhere));
        UUID draft = office.draft(company);
        drafts.save(company, draft, Map.of(place, nowhere));
        var atWindow = new WindowFiling(company.id(), "何大明", null, lost, WindowFiling.Then.RECEIVE, null);
        List<ThrowingCallable> ways = List.of(
                () -> casework.file(company, lost),
                () -> drafts.submit(company, draft),
                () -> casework.receive(office.officer("accept"), atWindow));

        assertThat(ways).allSatisfy(way -> assertThat(fields(way)).containsExactly(place));
        assertThat(drafts.check(company, draft))
                .isEqualTo(problem(() -> drafts.submit(company, draft)).errors());
        assertThat(cases.mine(company, null).items()).isEmpty();
    }

    @Test
    void of_what_the_city_alone_decides_no_place_need_be_said() {
        Visitor resident = office.aResident();
        NewCase whole = office.application(resident, "hpf_withdraw");
        var anywhere = new NewCase(whole.item(), null, whole.answers(), whole.materials(), null);

        UUID id = casework.file(resident, anywhere).caseId();

        assertThat(office.view(id).place().unit()).startsWith("330100-");
    }

    @Test
    void a_draft_that_is_moved_to_another_district_goes_to_the_unit_there() {
        Visitor company = office.aCompany();
        NewCase whole = office.application(company, Office.FOOD);
        String street = network.divisionsIn(Answers.XIHU).getFirst().code();
        UUID draft = drafts.start(company, Office.FOOD, Answers.XIHU, null).id();
        drafts.save(company, draft, whole.answers());
        drafts.save(company, draft, Map.of(place(), street));
        whole.materials().forEach(material -> drafts.attach(company, draft, material));

        assertThat(drafts.at(company, draft, Answers.XIHU).answers()).containsEntry(place(), street);
        assertThat(drafts.at(company, draft, SHANGCHENG).answers()).doesNotContainKey(place());
        assertThat(fields(() -> drafts.submit(company, draft))).containsExactly(place());
        drafts.save(
                company,
                draft,
                Map.of(place(), network.divisionsIn(SHANGCHENG).getFirst().code()));
        UUID id = drafts.submit(company, draft).caseId();

        assertThat(office.view(id).place().unit()).startsWith("330102-");
    }

    @Test
    void a_draft_begins_with_a_case_of_ones_own_of_its_item_alone_and_with_what_still_fits() {
        Visitor company = office.aCompany();
        Visitor other = office.aCompany();
        Map<String, Object> street =
                Map.of(place(), network.divisionsIn(Answers.XIHU).getFirst().code());
        NewCase placed = Office.with(office.application(company, Office.FOOD), street);
        UUID own = casework.file(company, placed).caseId();
        CaseView view = office.view(company, own);

        Draft draft = drafts.start(company, Office.FOOD, Answers.XIHU, own);
        assertThat(draft.answers()).isEqualTo(view.answers());
        assertThat(draft.materials()).isEqualTo(view.materials());
        assertThat(drafts.submit(company, draft.id()).caseId()).isEqualTo(draft.id());
        Draft moved = drafts.start(company, Office.FOOD, SHANGCHENG, own);
        assertThat(moved.answers())
                .doesNotContainKey(place())
                .hasSize(view.answers().size() - 1);
        assertThat(fields(() -> drafts.start(other, Office.FOOD, Answers.XIHU, own)))
                .containsExactly("from");
        assertThat(fields(() -> drafts.start(company, "small_catering", Answers.XIHU, own)))
                .containsExactly("from");
    }

    @Test
    void a_correction_says_the_place_better_but_does_not_move_the_case_to_where_another_unit_is_competent() {
        Visitor company = office.aCompany();
        UUID id = office.submitted(company).caseId();
        Visitor officer = office.officer("accept");
        String place = place();
        String street = network.divisionsIn(Answers.XIHU).getFirst().code();

        for (String elsewhere : List.of("330102000000", "330100000000", "999999999999", "转塘")) {
            var correct = new CaseAct.Correct("地点写错", Map.of(place, elsewhere), List.of());
            assertThat(fields(() -> office.act(officer, id, correct)))
                    .as(elsewhere)
                    .containsExactly(place);
        }
        office.act(officer, id, new CaseAct.Correct("写明街道", Map.of(place, street), List.of()));
        office.act(officer, id, new CaseAct.Notice(List.of(new Defect(null, place, "和图纸不符", "请改正"))));
        var moved = new CaseAct.Supplement(Map.of(place, "330102000000"), List.of());
        assertThat(fields(() -> office.act(company, id, moved))).containsExactly(place);
        office.act(company, id, new CaseAct.Supplement(Map.of(place, Answers.XIHU), List.of()));

        assertThat(office.view(id).answers()).containsEntry(place, Answers.XIHU);
        assertThat(office.view(id).place().unit()).isEqualTo(Office.UNIT);
    }

    @Test
    void a_notice_about_the_place_offers_on_line_the_streets_of_its_district() {
        Visitor company = office.aCompany();
        List<String> streets =
                network.divisionsIn(Answers.XIHU).stream().map(Division::code).toList();
        Map<String, Object> first = Map.of(place(), streets.getFirst());
        NewCase placed = Office.with(office.application(company, Office.FOOD), first);
        UUID id = casework.file(company, placed).caseId();
        var wrong = new Defect(null, place(), "和图纸不符", "请改正");
        office.act(office.officer("accept"), id, new CaseAct.Notice(List.of(wrong)));

        String page = Clerk.of(context, port, accounts.get(company.id()))
                .get("/my/cases/" + id + "/supplement")
                .text();

        assertThat(page).contains("value=\"" + streets.getFirst() + "\" selected");
        assertThat(streets).allSatisfy(street -> assertThat(page).contains("<option value=\"" + street + "\""));
    }

    @Test
    void who_was_turned_away_is_led_to_apply_again_but_not_where_nothing_is_to_be_applied_for() {
        Visitor company = office.aCompany();
        Clerk owner = Clerk.of(context, port, accounts.get(company.id()));
        UUID declined = office.submitted(company).caseId();
        office.act(office.officer("accept"), declined, new CaseAct.Decline(Office.filing()));
        UUID needless = office.submitted(company).caseId();
        var notNeeded = new DenialFiling(DenialFiling.Reason.NO_LICENCE_NEEDED, "食品安全法第三十五条", "自产自销不需要许可");
        office.act(office.officer("accept"), needless, new CaseAct.NotNeeded(notNeeded));

        assertThat(owner.get("/my/cases/" + declined).text()).contains("重新申请");
        assertThat(owner.get("/my/cases/" + needless).text()).contains("不予受理").doesNotContain("重新申请");
    }

    @Test
    void a_draft_is_delivered_the_way_its_form_was_answered_or_that_was_chosen_since() {
        Visitor company = office.aCompany();
        NewCase whole = office.application(company, Office.FOOD);
        UUID draft = drafts.start(company, Office.FOOD, Answers.XIHU, null).id();
        drafts.save(company, draft, whole.answers());
        whole.materials().forEach(material -> drafts.attach(company, draft, material));
        Map<String, Object> byPost = Map.of("receive", "post", "receive_address", "转塘街道外桐坞村 18 号");

        assertThat(drafts.save(company, draft, byPost).way()).isEqualTo(DeliveryWay.POST);
        drafts.choose(company, draft, DeliveryWay.WINDOW);
        assertThat(drafts.save(company, draft, byPost).way()).isEqualTo(DeliveryWay.WINDOW);
        drafts.save(company, draft, Map.of("receive", "electronic"));
        drafts.save(company, draft, byPost);

        assertThat(office.view(drafts.submit(company, draft).caseId()).way()).isEqualTo(DeliveryWay.POST);
    }

    /** The field of a food permit's form that says where the premises are. */
    private String place() {
        return office.item(Office.FOOD).form().place().orElseThrow().key();
    }

    private static List<String> fields(ThrowingCallable act) {
        return problem(act).errors().stream().map(Problem.FieldError::field).toList();
    }

    @Test
    void the_letters_of_a_service_that_is_no_licence_do_not_cite_the_licensing_law() {
        Visitor resident = office.aResident();
        Receipt receipt = casework.file(resident, office.application(resident, "pension"));
        Visitor intake = office.officerAnywhere("accept", "pension");
        office.act(intake, receipt.caseId(), new CaseAct.Decline(Office.filing()));

        List<LetterContent> made = letters.ofCase(receipt.caseId()).stream()
                .map(letter -> letters.find(letter.id()).orElseThrow())
                .toList();

        assertThat(made)
                .hasSize(2)
                .allSatisfy(letter -> assertThat(letter.citations())
                        .noneMatch(citation -> citation.law().contains("行政许可法")));
    }

    static Stream<CaseAct> decisions() {
        return Stream.of(
                new CaseAct.Grant("缴费满十五年"), new CaseAct.Refuse("缴费不满十五年", List.of("社会保险法第十六条"), Office.filing()));
    }

    @ParameterizedTest
    @MethodSource("decisions")
    void a_service_that_is_no_licence_is_called_none_wherever_its_case_is_told(CaseAct decision) {
        Visitor resident = office.aResident();
        Receipt receipt = casework.file(resident, office.application(resident, "pension"));
        UUID id = receipt.caseId();
        office.act(office.officerAnywhere("accept", "pension"), id, new CaseAct.Accept());
        var review = new CaseAct.FinishStep("review", Verdict.PASS, "符合要求", null);
        office.act(office.officerAnywhere("review", "pension"), id, review);
        office.act(office.officerAnywhere("decide", "pension"), id, decision);
        LetterContent letter = office.lastLetter(id);

        Verification told = letters.verify(letter.code()).orElseThrow();
        assertThat(told.kindName().zh()).isEqualTo(told.title()).endsWith("办理决定书");
        Clerk owner = Clerk.of(context, port, accounts.get(resident.id()));
        for (String page : List.of("/my/cases/" + id, "/track/" + receipt.queryCode(), "/verify/" + letter.code())) {
            assertThat(owner.get(page).text()).as(page).contains("领取基本养老金").doesNotContain("许可");
            assertThat(owner.get(page + "?lang=en").text()).as(page).doesNotContainIgnoringCase("licen");
        }
    }

    @Test
    void a_companion_is_of_the_unit_authorised_for_the_survey_and_there_that_day() {
        UUID id = office.accepted(office.aCompany());
        Officer b = java.util.Objects.requireNonNull(
                office.post("survey", Office.FOOD).b());
        Visitor surveyor = office.officer("survey");
        Visitor clerk = office.officer("accept");

        assertThat(problem(() -> survey(surveyor, id, clerk.id())).errors())
                .extracting(Problem.FieldError::field)
                .containsExactly("companion");

        clock.set("2026-10-12T09:00");
        var day = java.time.LocalDate.of(2026, 10, 12);
        Away away = absences.record(Actor.SYSTEM, b.code(), day, day, "培训");
        assertThat(problem(() -> survey(surveyor, id, b.account())).errors())
                .extracting(Problem.FieldError::field)
                .containsExactly("companion");
        absences.end(Actor.SYSTEM, away.id(), day);

        String companions = "/api/v1/cases/" + id + "/steps/survey/companions";
        assertThat(office.api(surveyor).get(companions).json().valueStream())
                .anySatisfy(officer ->
                        assertThat(officer.path("account").asString()).isEqualTo(String.valueOf(b.account())))
                .noneSatisfy(officer -> assertThat(officer.path("account").asString())
                        .isEqualTo(surveyor.id().toString()));
        assertThat(office.api(surveyor)
                        .get("/api/v1/cases/" + id + "/steps/nix/companions")
                        .status())
                .isEqualTo(404);
        assertThat(office.api(office.owner(id)).get(companions).status()).isEqualTo(403);

        survey(surveyor, id, b.account());
        assertThat(office.view(id).steps())
                .anySatisfy(step -> assertThat(step.done())
                        .isNotNull()
                        .extracting(CaseStep.Done::companion)
                        .isEqualTo(b.name()));
        assertThat(cases.timeline(surveyor, id))
                .anySatisfy(entry -> assertThat(entry.detail().zh()).isEqualTo("符合要求（与" + b.name() + "一起）"));
    }

    private void survey(Visitor surveyor, UUID id, @org.jspecify.annotations.Nullable UUID companion) {
        String step = office.openSteps(id).stream()
                .filter(open -> open.act().equals("survey"))
                .findFirst()
                .orElseThrow()
                .key();
        office.act(surveyor, id, new CaseAct.FinishStep(step, Verdict.PASS, "符合要求", companion));
    }

    private static Problem problem(ThrowingCallable act) {
        return catchThrowableOfType(Problem.class, act);
    }
}
