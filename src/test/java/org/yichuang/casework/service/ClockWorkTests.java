package org.yichuang.casework.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.Cases;
import org.yichuang.casework.Office;
import org.yichuang.casework.store.ItemDaysStore;
import org.yichuang.casework.store.ItemDaysStore.Taken;
import org.yichuang.casework.store.SweepStore;
import org.yichuang.casework.web.ExplainPage;
import org.yichuang.casework.web.ExplainPages;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Journal;
import org.yichuang.journal.NewEntry;
import org.yichuang.network.WorkingCalendars;
import org.yichuang.shared.Text;
import org.yichuang.support.CityTest;
import org.yichuang.support.Holidays;
import org.yichuang.support.TestClock;

/** An amended calendar, and what is counted of the record. */
@CityTest
@ExtendWith(OutputCaptureExtension.class)
class ClockWorkTests {
    private static final LocalDate MONDAY = LocalDate.of(2026, 10, 12);

    private static final ExplainPage.Frame FRAME = new ExplainPage.Frame("/desk", Text.of("今日", "Today"), "/x");

    @Autowired
    private Office office;

    @Autowired
    private Cases cases;

    @Autowired
    private CaseworkService casework;

    @Autowired
    private ClockWork work;

    @Autowired
    private SweepStore sweeps;

    @Autowired
    private DenialDues denials;

    @Autowired
    private ItemDaysStore days;

    @Autowired
    private ExplainPages explanations;

    @Autowired
    private WorkingCalendars calendars;

    @Autowired
    private Journal journal;

    @Autowired
    private DSLContext db;

    @Autowired
    private TestClock clock;

    /** Also what a test that failed half way has left: cases that cannot be computed, rounds, another calendar's days. */
    @AfterEach
    void the_clock_has_nothing_left_to_do() {
        db.execute("update casework.case_file set steps = '[]' where steps = '{}'");
        db.execute("delete from casework.recomputation_again");
        db.execute("delete from casework.recomputation");
        denials.recompute(calendars.calendar());
    }

    @Test
    void the_explanation_shows_the_due_date_that_an_amended_calendar_moved_to_everybody() {
        var receipt = office.submitted(office.aCompany());
        UUID id = receipt.caseId();
        office.act(office.officer("accept"), id, new CaseAct.Accept());

        var before = office.view(id).times();
        assertThat(casework.byClock(id, new CaseAct.Recompute(), Holidays.with(List.of(MONDAY))))
                .isTrue();

        var due = office.view(id).times().promiseDue();
        assertThat(journal.of("case:" + id).getLast().payload())
                .contains("\"oldPromiseDue\":\"" + before.promiseDue() + "\"")
                .contains("\"oldStatuteDue\":\"" + before.statuteDue() + "\"")
                .contains("\"newPromiseDue\":\"" + due + "\"");
        assertThat(explanations.of(office.aSupervisor(), id, FRAME).changes())
                .hasSize(2)
                .last()
                .satisfies(change -> {
                    assertThat(change.why().zh()).contains("重算");
                    assertThat(change.promise()).isEqualTo(due);
                });
        assertThat(explanations.tracked(receipt.queryCode(), FRAME).changes())
                .extracting(ExplainPage.Change::promise)
                .hasSize(2)
                .endsWith(due);
        assertThat(cases.track(receipt.queryCode()).timeline())
                .isNotEmpty()
                .allSatisfy(
                        entry -> assertThat(entry.payload()).doesNotContainKeys("by", "number", "reasons", "letters"));
    }

    @Test
    void a_decision_s_delivery_is_explained_beside_the_limit_it_was_decided_in() {
        UUID id = office.reviewed(office.aCompany());
        assertThat(explanations.of(office.aSupervisor(), id, FRAME).delivery()).isNull();

        office.act(office.officer("decide"), id, new CaseAct.Grant("同意"));

        var page = explanations.of(office.aSupervisor(), id, FRAME);
        assertThat(Objects.requireNonNull(page.delivery()).due())
                .isEqualTo(office.view(id).times().deliveryDue());
        assertThat(Objects.requireNonNull(page.story()).due())
                .isEqualTo(office.view(id).times().promiseDue());
    }

    @Test
    void a_case_that_cannot_be_computed_again_is_tried_until_it_can() {
        UUID id = office.submitted(office.aCompany()).caseId();
        var right = office.view(id).times().intakeDue();
        db.execute(
                "update casework.case_file set steps = '{}', intake = jsonb_set(intake::jsonb, '{due}',"
                        + " '\"2026-10-20T09:00:00Z\"')::text where id = ?",
                id);
        UUID round = UUID.randomUUID();
        sweeps.ask(round, clock.instant().minus(ClockWork.SETTLED));

        work.recompute();
        assertThat(rounds(round)).isZero();
        assertThat(waiting()).contains(id);

        db.execute("update casework.case_file set steps = '[]' where id = ?", id);
        work.recompute();
        assertThat(waiting()).doesNotContain(id);
        assertThat(office.view(id).times().intakeDue()).isEqualTo(right);
    }

    @Test
    void a_case_that_fails_again_is_said_in_one_line_and_tried_more_seldom(CapturedOutput output) {
        UUID id = office.submitted(office.aCompany()).caseId();
        db.execute("update casework.case_file set steps = '{}' where id = ?", id);
        sweeps.ask(UUID.randomUUID(), clock.instant().minus(ClockWork.SETTLED));

        for (int round = 0; round < 5; round++) {
            work.recompute();
        }
        assertThat(output.getAll().lines().filter(line -> line.contains("of case " + id + " failed")))
                .hasSize(2)
                .last()
                .satisfies(line -> assertThat(line).contains("failed 2 times, and is tried again in 20 s"));

        db.execute("update casework.case_file set steps = '[]' where id = ?", id);
        clock.set(clock.instant().plusSeconds(20));
        work.recompute();
        assertThat(waiting()).doesNotContain(id);
    }

    @Test
    void a_database_without_room_ends_the_round_which_goes_on_later_and_no_case_has_failed() {
        UUID id = office.submitted(office.aCompany()).caseId();
        db.execute(
                "update casework.case_file set intake = jsonb_set(intake::jsonb, '{due}',"
                        + " '\"2026-10-20T09:00:00Z\"')::text where id = ?",
                id);
        UUID round = UUID.randomUUID();
        sweeps.ask(round, clock.instant().minus(ClockWork.SETTLED));
        db.execute("""
            create function casework.full_disk() returns trigger language plpgsql as
            $$ begin raise exception 'No space left on device' using errcode = '53100'; end $$
            """);
        db.execute("create trigger full_disk before update on casework.case_file for each row when (old.id = '" + id
                + "') execute function casework.full_disk()");
        try {
            assertThatThrownBy(work::recompute).hasStackTraceContaining("No space left on device");
        } finally {
            db.execute("drop function casework.full_disk() cascade");
        }
        assertThat(rounds(round)).isOne();
        assertThat(waiting()).doesNotContain(id);

        work.recompute();
        assertThat(rounds(round)).isZero();
    }

    @Test
    void a_case_that_a_node_computed_on_the_old_calendar_just_after_the_change_is_computed_again() {
        UUID id = office.submitted(office.aCompany()).caseId();
        var right = office.view(id).times().intakeDue();
        UUID round = UUID.randomUUID();
        sweeps.ask(round, clock.instant());
        work.recompute();
        casework.byClock(id, new CaseAct.Recompute(), Holidays.with(List.of(MONDAY)));
        assertThat(office.view(id).times().intakeDue()).isNotEqualTo(right);

        clock.set(clock.instant().plus(ClockWork.SETTLED));
        work.recompute();

        assertThat(rounds(round)).isZero();
        assertThat(office.view(id).times().intakeDue()).isEqualTo(right);
        assertThat(journal.of("case:" + id).getLast().kind()).isEqualTo("case.recomputed");
    }

    /** Another node's clock may be a little behind. */
    @Test
    void what_is_asked_for_while_a_round_runs_is_not_done_with_it() {
        UUID running = UUID.randomUUID();
        UUID later = UUID.randomUUID();
        sweeps.ask(running, clock.instant());
        var round = sweeps.round(clock.instant()).orElseThrow();
        UUID reached = UUID.randomUUID();
        sweeps.reached(round, reached);
        assertThat(sweeps.round(clock.instant()).orElseThrow().after()).isEqualTo(reached);

        sweeps.ask(later, clock.instant().minusSeconds(1));
        assertThat(sweeps.round(clock.instant()).orElseThrow().after())
                .as("from the first case on, for what was asked since")
                .isEqualTo(new UUID(0, 0));
        sweeps.finished(round);

        assertThat(rounds(running)).isZero();
        assertThat(rounds(later)).isOne();
        assertThat(sweeps.round(clock.instant()).orElseThrow().after()).isEqualTo(new UUID(0, 0));
        sweeps.finished(sweeps.round(clock.instant()).orElseThrow());
        assertThat(rounds(later)).isZero();
    }

    @Test
    void the_review_of_a_denial_is_due_by_the_amended_calendar_and_the_old_day_stays_on_record() {
        UUID id = office.submitted(office.aCompany()).caseId();
        office.act(office.officer("accept"), id, new CaseAct.Decline(Office.filing()));
        var filing = db.fetchSingle("select id, review_due from casework.denial_filing where case_id = ?", id);

        denials.recompute(Holidays.with(List.of(MONDAY)));

        var moved = db.fetchSingle("select review_due from casework.denial_filing where case_id = ?", id);
        assertThat(filing.get("review_due", Instant.class)).isEqualTo(TestClock.at("2026-10-13T17:00"));
        assertThat(moved.get("review_due", Instant.class)).isEqualTo(TestClock.at("2026-10-14T17:00"));
        assertThat(journal.of("denial:" + filing.get(0)))
                .singleElement()
                .satisfies(entry -> assertThat(entry.payload()).contains("oldDue", "newDue"));
    }

    @Test
    void a_case_that_was_reversed_counts_once_and_one_without_a_due_date_is_not_on_time() {
        String item = "counted-" + UUID.randomUUID();
        String subject = "case:" + UUID.randomUUID();
        entry("case.refused", subject, Map.of("item", item, "workingDays", 3, "onTime", true));
        entry("case.reopened", subject, Map.of("item", item));
        entry("case.granted", subject, Map.of("item", item, "workingDays", 5, "onTime", false));
        entry("case.granted", "case:" + UUID.randomUUID(), Map.of("item", item, "workingDays", 7));
        entry("case.granted", "case:" + UUID.randomUUID(), Map.of("item", item));

        var from = LocalDate.of(2026, 1, 1);
        await().untilAsserted(() -> assertThat(days.of(item, from, from.plusYears(1)))
                .containsExactly(new Taken(Taken.UNKNOWN, 1, 0, 0), new Taken(5, 1, 1, 0), new Taken(7, 1, 0, 0)));
    }

    private void entry(String kind, String subject, Map<String, ?> payload) {
        journal.append(new NewEntry(kind, subject, Actor.SYSTEM, payload));
    }

    private int rounds(UUID round) {
        return db.fetchSingle("select count(*) from casework.recomputation where entry = ?", round)
                .get(0, Integer.class);
    }

    private Set<UUID> waiting() {
        return db.fetch("select case_id from casework.recomputation_again").intoSet(0, UUID.class);
    }
}
