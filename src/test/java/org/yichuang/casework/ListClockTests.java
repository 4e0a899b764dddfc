package org.yichuang.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yichuang.calendar.ClockFace;
import org.yichuang.calendar.Limit;
import org.yichuang.calendar.LimitStory;
import org.yichuang.casework.web.Clocks;
import org.yichuang.casework.web.ExplainPage;
import org.yichuang.casework.web.ExplainPages;
import org.yichuang.catalogue.PauseCause;
import org.yichuang.identity.Account;
import org.yichuang.identity.Accounts;
import org.yichuang.network.Clerk;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.CityTest;
import org.yichuang.support.TestClock;

/** The clock that stands beside a case in a list. */
@CityTest
class ListClockTests {
    private static final String CHANGE = "company_change";
    private static final ExplainPage.Frame FRAME = new ExplainPage.Frame("/desk", Text.of("今日", "Today"), "/x");

    @Autowired
    private Office office;

    @Autowired
    private Cases cases;

    @Autowired
    private Clocks clocks;

    @Autowired
    private Casework casework;

    @Autowired
    private ExplainPages explanations;

    @Autowired
    private Accounts accounts;

    @Autowired
    private DSLContext db;

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    @Autowired
    private TestClock clock;

    @Test
    void a_case_decided_in_time_is_never_overdue_in_a_list_however_long_ago_that_was() {
        Visitor company = office.aCompany();
        UUID id = office.granted(company);
        office.act(office.officer("deliver"), id, new CaseAct.Deliver(null, ""));

        clock.set("2026-12-28T09:00");

        ClockFace mine = face(cases.mine(company, null).items().getFirst());
        assertThat(mine.state()).isEqualTo(ClockFace.State.DONE);
        assertThat(mine.words().zh()).contains("提前").doesNotContain("逾期");
        assertThat(face(closed(id)).state()).isEqualTo(ClockFace.State.DONE);
        assertThat(page(company, "/my/cases/" + id)).doesNotContain("重新申请");
        assertThat(page(company, "/my/cases/" + id + "?lang=en"))
                .as("the button that takes the certificate away")
                .contains("Food business licence</a></p>");
    }

    @Test
    void a_promise_that_was_not_kept_is_said_without_remedies_while_the_law_s_time_runs() {
        Visitor company = office.aCompany();
        UUID id = office.accepted(company);
        assertThat(office.view(company, id).late()).isNull();
        clock.set("2026-10-16T09:00");

        String code = office.view(id).queryCode();

        for (String path : List.of("/my/cases/" + id, "/my/cases/" + id + "/explain", "/track/" + code)) {
            assertThat(page(company, path))
                    .as(path)
                    .contains("承诺的时间已经过了", "法定期限到 10月22日", "还没有过", "12345")
                    .doesNotContain("行政复议");
        }
        Late late = Objects.requireNonNull(office.view(company, id).late());
        assertThat(late.law()).isFalse();
        assertThat(late.since()).isEqualTo(TestClock.at("2026-10-15T17:00"));
        assertThat(late.lawDue()).isEqualTo(TestClock.at("2026-10-22T17:00"));
    }

    @Test
    void where_the_law_s_time_is_over_without_a_decision_its_applicant_is_told_what_the_law_gives_them() {
        Visitor company = office.aCompany();
        UUID id = office.accepted(company);
        clock.set("2026-10-23T09:00");

        String code = office.view(id).queryCode();

        for (String path : List.of(
                "/my/cases/" + id, "/my/cases/" + id + "/explain", "/track/" + code, "/track/" + code + "/explain")) {
            assertThat(page(company, path))
                    .as(path)
                    .contains("法定期限已经过了", "法定期限到 10月22日", "12345")
                    .contains("六十日内依法向西湖区人民政府申请行政复议", "十五日内", "行政复议法第十一条、第二十条、第二十三条");
        }
        assertThat(page(company, "/my/cases/" + id + "?lang=en"))
                .contains("nothing has been decided", "within 60 days of that end");
        assertThat(page(office.officer("decide"), "/desk/cases/" + id + "/explain"))
                .doesNotContain("行政复议");
        office.act(office.officer("decide"), reviewed(id), new CaseAct.Grant("同意"));
        assertThat(office.view(company, id).late()).isNull();
        assertThat(page(company, "/my/cases/" + id)).doesNotContain("行政复议");
    }

    @Test
    void where_the_item_s_law_has_another_way_review_is_not_promised_against_silence() {
        String item = "labor_arbitration";
        Visitor resident = office.aResident();
        UUID id = casework.file(resident, office.application(resident, item)).caseId();
        office.act(office.officerAnywhere("accept", item), id, new CaseAct.Accept());
        clock.set("2026-12-28T09:00");

        assertThat(page(resident, "/my/cases/" + id))
                .contains("法定期限已经过了", "12345")
                .doesNotContain("行政复议");
    }

    private UUID reviewed(UUID id) {
        office.review(id);
        return id;
    }

    @Test
    void a_case_that_was_paused_when_it_was_overdue_stays_among_the_overdue() {
        UUID id = office.accepted(office.aCompany());
        clock.set("2026-10-16T09:00");
        Visitor decider = office.officer("decide");
        var ask = new CaseAct.ProposePause(PauseCause.TESTING, LocalDate.of(2026, 10, 20), "水质检测");
        office.act(decider, id, ask);
        office.act(office.officer("supervise"), id, new CaseAct.Approve());

        CaseView view = office.view(id);
        assertThat(view.state()).isEqualTo(State.PAUSED);
        assertThat(view.times().due()).isEqualTo(TestClock.at("2026-10-15T17:00"));
        var overdue = numbered(view.number(), WorkFilter.Bucket.OVERDUE);
        assertThat(face(cases.worklist(decider, overdue).items().getFirst()).state())
                .isEqualTo(ClockFace.State.OVER);
        assertThat(cases.worklist(decider, numbered(view.number(), WorkFilter.Bucket.PAUSED))
                        .items())
                .isEmpty();
        WorkCounts counts = cases.counts(decider, numbered(view.number(), null));
        assertThat(counts.due(WorkFilter.Bucket.OVERDUE)).isEqualTo(1);
        assertThat(counts.due(WorkFilter.Bucket.PAUSED)).isZero();
    }

    @Test
    void the_work_list_says_of_a_pause_that_its_expected_end_has_passed() {
        UUID id = office.accepted(office.aCompany());
        Visitor decider = office.officer("decide");
        var ask = new CaseAct.ProposePause(PauseCause.TESTING, LocalDate.of(2026, 10, 20), "水质检测");
        office.act(decider, id, ask);
        office.act(office.officer("supervise"), id, new CaseAct.Approve());
        String number = office.view(id).number();
        String list = "/desk?q=" + number.substring(0, number.length() - 2);

        clock.set("2026-10-20T16:00");
        assertThat(page(decider, list)).contains("中止第 8 个工作日").doesNotContain("结束，已过");
        clock.set("2026-10-22T09:00");
        assertThat(page(decider, list)).contains("中止第 10 个工作日，预计 10月20日 结束，已过");
        assertThat(page(decider, list + "&lang=en"))
                .contains("Paused, working day 10, expected to end on 20 Oct, which has passed");
    }

    private static WorkFilter numbered(String number, WorkFilter.@Nullable Bucket due) {
        return new WorkFilter(Set.of(), null, due, false, null, null, null, number, null, null);
    }

    @Test
    void a_case_that_was_granted_runs_by_the_clock_of_its_delivery() {
        Visitor company = office.aCompany();
        office.granted(company);

        CaseRow row = cases.mine(company, null).items().getFirst();

        assertThat(row.clockKind()).isEqualTo(ClockKind.DELIVERY);
        assertThat(face(row).words().zh()).startsWith("送达还剩");
    }

    @Test
    void a_withdrawn_case_is_over_and_nobody_is_told_that_it_was_decided() {
        Visitor company = office.aCompany();
        UUID id = office.reviewed(company);
        office.act(company, id, new CaseAct.Withdraw("不开了"));

        clock.set("2026-12-28T09:00");

        Tracked tracked = cases.track(office.view(id).queryCode());
        assertThat(tracked.decidedAt()).isEqualTo(TestClock.at("2026-10-09T10:24"));
        assertThat(List.of(
                        clocks.of(tracked).orElseThrow(),
                        clocks.of(office.view(company, id)).orElseThrow(),
                        face(cases.mine(company, null).items().getFirst())))
                .allSatisfy(face -> {
                    assertThat(face.state()).isEqualTo(ClockFace.State.DONE);
                    assertThat(face.words()).isEqualTo(State.WITHDRAWN.text());
                    assertThat(face.label().en()).doesNotContain("early", "Decided");
                });
        assertThat(page(company, "/my/cases/" + id))
                .contains("/apply/food_permit?from=" + id + "\">重新申请", "/items/food_permit\">看办事指南");
    }

    /** Four days stood still; a clock that went on standing would move its end each day. */
    @Test
    void a_pause_ends_with_the_case_that_is_withdrawn_meanwhile() {
        Visitor company = office.aCompany();
        UUID id = office.accepted(company);
        office.act(
                office.officer("decide"),
                id,
                new CaseAct.ProposePause(PauseCause.TESTING, LocalDate.of(2026, 10, 20), "水质检测"));
        office.act(office.officer("supervise"), id, new CaseAct.Approve());
        clock.set("2026-10-14T10:00");
        office.act(company, id, new CaseAct.Withdraw("不开了"));

        clock.set("2026-12-28T09:00");

        LimitStory story =
                Objects.requireNonNull(explanations.of(company, id, FRAME).story());
        assertThat(story.projected()).isFalse();
        assertThat(story.due()).isEqualTo(TestClock.at("2026-10-21T17:00"));
        assertThat(office.view(company, id).times().projected()).isNull();
        assertThat(page(company, "/my/cases/" + id + "/explain")).doesNotContain("预计");
    }

    /** Received on Monday with three working days by its law, accepted on the last of them with one promised. */
    @Test
    void where_the_law_ends_first_list_page_tracking_and_explanation_go_by_it() {
        clock.set("2026-10-12T09:00");
        Visitor company = office.aCompany();
        Receipt receipt = casework.file(company, office.application(company, CHANGE));
        UUID id = receipt.caseId();
        Instant law = TestClock.at("2026-10-15T17:00");
        assertThat(page(company, "/my/cases/" + id + "/receipt")).contains("受理后 1 个工作日内，最迟 10月15日 17:00 前（法定）");

        clock.set("2026-10-14T09:00");
        assertAgreed(company, receipt, law, ClockFace.State.WARN);
        String answer = page(company, "/my/cases/" + id);
        assertThat(List.of(answer, page(company, "/track/" + receipt.queryCode())))
                .allSatisfy(page -> assertThat(page)
                        .containsSubsequence("10月15日前", "答复是否受理，并作出决定", "法定期限从收到材料起算；10月19日前没有答复，就算受理"));
        assertThat(beside(company, id).name()).isEqualTo(ClockKind.INTAKE.text());

        clock.set("2026-10-15T09:00");
        office.act(office.officer("accept", CHANGE), id, new CaseAct.Accept());
        clock.set("2026-10-16T09:00");
        assertAgreed(company, receipt, law, ClockFace.State.OVER);
        assertThat(page(company, "/my/cases/" + id)).contains("作出决定", "10月15日前").doesNotContain("10月16日前");
        assertThat(page(company, "/my/cases/" + id + "/explain"))
                .contains("为什么是 10月15日", "从 10月12日 收件到", "承诺时限，10月16日", "从收到材料起算");
        assertThat(page(company, "/my/cases/" + id + "/explain.csv"))
                .contains("2026-10-12,", "2026-10-13,", "法定到期", "承诺到期");
    }

    @Test
    void a_receipt_promises_no_answer_and_no_decision_on_the_spot_after_the_law_s_end() {
        clock.set("2026-12-01T09:00");
        Visitor resident = office.aResident();
        UUID id = casework.file(resident, office.application(resident, "individual_business"))
                .caseId();

        assertThat(page(resident, "/my/cases/" + id + "/receipt"))
                .contains("12月4日 17:00 前；到 12月8日 17:00 没答复，就算受理", "受理后当场，最迟 12月4日 17:00 前（法定），准不准都有书面文书");
    }

    @Test
    void where_the_promise_ends_first_the_law_s_days_from_the_receipt_are_told_beside_it() {
        clock.set("2026-10-12T09:00");
        Visitor company = office.aCompany();
        Receipt receipt = casework.file(company, office.application(company, CHANGE));
        clock.set("2026-10-13T09:00");
        office.act(office.officer("accept", CHANGE), receipt.caseId(), new CaseAct.Accept());

        assertAgreed(company, receipt, TestClock.at("2026-10-14T17:00"), ClockFace.State.WARN);
        LimitStory beside = beside(company, receipt.caseId());
        assertThat(beside.name()).isEqualTo(ClockKind.STATUTE.text());
        assertThat(beside.firstDay()).isEqualTo(LocalDate.of(2026, 10, 12));
        assertThat(beside.due()).isEqualTo(TestClock.at("2026-10-15T17:00"));
        assertThat(face(cases.mine(company, null).items().getFirst()).marks())
                .extracting(ClockFace.Mark::kind)
                .containsExactly(ClockFace.Mark.Kind.PROMISE, ClockFace.Mark.Kind.STATUTE);
    }

    @Test
    void a_case_goes_by_the_numbers_that_counted_when_it_was_filed_whatever_counts_today() {
        Visitor company = office.aCompany();
        UUID id = office.submitted(company).caseId();
        filedUnderTighterNumbers(id);

        assertThat(limit(office.view(company, id), ClockKind.INTAKE)).isEqualTo(Limit.workingDays(3));
        assertThat(page(company, "/my/cases/" + id + "/explain")).contains("受理 3 个工作日，本市的规定；行政许可法第三十二条最多给 5 个工作日");
        assertThat(page(company, "/my/cases/" + id + "/receipt")).contains("决定后 6 个工作日内");

        UUID older = office.granted(company);
        filedUnderTighterNumbers(older);
        assertThat(limit(office.view(company, older), ClockKind.DELIVERY)).isEqualTo(Limit.workingDays(6));
        assertThat(cases.mine(company, null).items())
                .filteredOn(row -> row.id().equals(older))
                .extracting(row -> Objects.requireNonNull(row.clock()).limit())
                .containsExactly(Limit.workingDays(6));
    }

    private void filedUnderTighterNumbers(UUID id) {
        db.execute(
                "update casework.case_file set intake = (intake::jsonb || jsonb_build_object('local', ?::jsonb))::text"
                        + " where id = ?",
                "{\"intake\": 3, \"delivery\": 6, \"extension\": 10, \"denialReview\": 3, \"correction\": 0}",
                id);
    }

    private static Limit limit(CaseView view, ClockKind kind) {
        return Objects.requireNonNull(view.clocks().get(kind)).limit();
    }

    private LimitStory beside(Visitor company, UUID id) {
        return Objects.requireNonNull(explanations.of(company, id, FRAME).beside());
    }

    private void assertAgreed(Visitor company, Receipt receipt, Instant due, ClockFace.State face) {
        CaseRow row = cases.mine(company, null).items().getFirst();
        CaseView view = office.view(company, receipt.caseId());
        Tracked tracked = cases.track(receipt.queryCode());
        assertThat(List.of(view.leading(), tracked.leading())).containsOnly(row.clockKind());
        assertThat(row.due()).isEqualTo(due);
        assertThat(view.times().due()).isEqualTo(due);
        assertThat(tracked.due()).isEqualTo(due);
        assertThat(List.of(
                        face(row),
                        clocks.of(view).orElseThrow(),
                        clocks.of(tracked).orElseThrow()))
                .extracting(ClockFace::state)
                .containsOnly(face);
        for (ExplainPage page : List.of(
                explanations.of(company, receipt.caseId(), FRAME), explanations.tracked(receipt.queryCode(), FRAME))) {
            assertThat(Objects.requireNonNull(page.story()).due()).isEqualTo(due);
        }
    }

    private String page(Visitor who, String path) {
        Account account = accounts.get(Objects.requireNonNull(who.account()));
        return Clerk.of(context, port, account).get(path).text();
    }

    private CaseRow closed(UUID id) {
        var filter = new WorkFilter(
                Set.of(State.CLOSED),
                null,
                null,
                false,
                null,
                null,
                null,
                office.view(id).number(),
                null,
                null);
        return cases.worklist(office.officer("accept"), filter).items().getFirst();
    }

    private ClockFace face(CaseRow row) {
        return clocks.of(row).orElseThrow();
    }
}
