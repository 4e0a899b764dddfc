package org.yichuang.casework.web.desk;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yichuang.casework.ActKind.*;
import static org.yichuang.casework.web.desk.Filled.dialogue;
import static org.yichuang.support.Forms.*;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.Casework;
import org.yichuang.casework.Office;
import org.yichuang.casework.Proposal;
import org.yichuang.casework.State;
import org.yichuang.casework.Verdict;
import org.yichuang.catalogue.PauseCause;
import org.yichuang.documents.LetterKind;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.CityTest;
import org.yichuang.support.TestClock;
import org.yichuang.support.Web;

/** AL-45 on the desk: the time of experts does not count, so the desk leads to the pause and out of it again. */
@CityTest
class OffTheClockTests {
    private static final String FIRE = "fire_design";
    private static final String RUNS = "“专家评审”的时间不计入时限，时钟现在还在走。";
    private static final String STANDS = "“专家评审”已经办完，时钟还停着。";

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private TestClock clock;

    @Test
    void the_days_that_experts_take_move_the_due_date_by_the_pause_that_their_step_leads_to() {
        UUID id = accepted();
        String page = "/desk/cases/" + id;
        Web expert = office.web(officer("expert"));
        assertThat(expert.page(page)).doesNotContain(RUNS);
        finish("review", id);

        assertThat(office.view(id).times().promiseDue()).isEqualTo(TestClock.at("2026-10-19T17:00"));
        String propose = dialogue(id, PROPOSE_PAUSE);
        assertThat(expert.page(page)).containsPattern(RUNS + "</b>.*<a href=\"" + propose + "\">报请中止计时</a>");
        assertThat(expert.again().page(page + "?lang=en"))
                .contains("The time of “Expert review” does not count, and the clock runs.");
        assertThat(expert.page(dialogue(id, FINISH_STEP) + "?step=expert").split(RUNS))
                .as("once, in the dialogue of the step")
                .hasSize(2);
        assertThat(send(expert, propose, propose, List.of("reason", "特殊消防设计")).status())
                .isEqualTo(302);
        Proposal asked = requireNonNull(office.view(id).proposal());
        assertThat(asked.cause()).isEqualTo(PauseCause.EXPERT_REVIEW);
        assertThat(asked.expectedEnd())
                .as("twenty working days of the step from today")
                .isEqualTo(TestClock.at("2026-11-05T17:00"));
        assertThat(expert.page(page)).doesNotContain(RUNS);

        office.act(officer("pause"), id, new CaseAct.Approve());
        assertThat(expert.page(page)).doesNotContain(RUNS).doesNotContain(STANDS);
        clock.set("2026-10-30T10:00");
        finish("expert", id);
        expert = office.web(officer("expert"));

        String resume = dialogue(id, RESUME);
        assertThat(expert.page(page)).containsPattern(STANDS + "</b> <a href=\"" + resume + "\">恢复计时</a>");
        assertThat(send(expert, resume, resume, List.of()).status()).isEqualTo(302);
        assertThat(office.view(id).state()).isEqualTo(State.REVIEWING);
        assertThat(office.letters(id, LetterKind.RESUME))
                .singleElement()
                .satisfies(letter -> assertThat(letter.toString()).contains("专家评审已经完成"));
        assertThat(office.view(id).times().promiseDue())
                .as("later by the sixteen working days of the pause")
                .isEqualTo(TestClock.at("2026-11-10T17:00"));
        assertThat(expert.page(page)).doesNotContain(RUNS).doesNotContain(STANDS);
    }

    @Test
    void a_cause_that_was_emptied_stays_empty_and_an_act_that_one_may_not_do_is_no_link() {
        UUID id = accepted();
        finish("review", id);
        String propose = dialogue(id, PROPOSE_PAUSE);
        Web expert = office.web(officer("expert"));

        Web.Answer sent = send(expert, propose, propose, List.of("cause", "", "reason", "特殊消防设计"));

        assertThat(sent.status()).isEqualTo(422);
        assertThat(fields(form(sent.body(), propose)).getFirst("cause")).isEmpty();
        assertThat(office.web(officer("deliver")).page("/desk/cases/" + id))
                .contains(RUNS)
                .doesNotContain(propose);
    }

    @Test
    void who_waits_for_a_test_is_not_led_to_resume_when_the_experts_are_done() {
        UUID id = accepted();
        finish("review", id);
        office.act(
                officer("expert"),
                id,
                new CaseAct.ProposePause(PauseCause.TESTING, LocalDate.of(2026, 10, 20), "水质检测"));
        office.act(officer("pause"), id, new CaseAct.Approve());
        finish("expert", id);

        assertThat(office.view(id).state()).isEqualTo(State.PAUSED);
        assertThat(office.web(officer("expert")).page("/desk/cases/" + id)).doesNotContain(STANDS, RUNS);
    }

    @Test
    void a_pause_is_not_offered_where_both_limits_have_run_out() {
        UUID id = accepted();
        finish("review", id);
        clock.set("2026-11-30T10:00");

        assertThat(office.web(officer("expert")).page("/desk/cases/" + id)).doesNotContain(RUNS);
    }

    @Test
    void a_pause_is_not_offered_where_the_only_limit_has_run_out(@Autowired DSLContext db) {
        UUID id = accepted();
        finish("review", id);
        db.execute("""
                update casework.case_file
                set clocks = (clocks::jsonb #- '{clocks,statute}' #- '{dues,statute}')::text
                where id = ?""", id);
        String page = "/desk/cases/" + id;
        assertThat(office.web(officer("expert")).page(page))
                .as("as long as the promise runs")
                .contains(RUNS);
        clock.set("2026-10-20T10:00");

        assertThat(office.view(id).times().statuteDue()).isNull();
        assertThat(office.web(officer("expert")).page(page)).doesNotContain(RUNS);
    }

    @Test
    void a_limit_that_ends_in_a_year_not_announced_has_not_run_out() {
        clock.set("2026-12-21T10:24");
        UUID id = accepted();
        finish("review", id);
        clock.set("2026-12-31T10:00");

        assertThat(office.view(id).times().promiseDue()).isBefore(TestClock.at("2026-12-31T10:00"));
        assertThat(office.view(id).times().unknownYear()).isEqualTo(2027);
        assertThat(office.web(officer("expert")).page("/desk/cases/" + id)).contains(RUNS);
    }

    private UUID accepted() {
        Visitor company = office.aCompany();
        UUID id = casework.file(company, office.application(company, FIRE)).caseId();
        office.act(officer("accept"), id, new CaseAct.Accept());
        return id;
    }

    private void finish(String step, UUID id) {
        office.act(officer(step), id, new CaseAct.FinishStep(step, Verdict.PASS, "符合", null));
    }

    private Visitor officer(String act) {
        return office.officerAnywhere(act, FIRE);
    }
}
