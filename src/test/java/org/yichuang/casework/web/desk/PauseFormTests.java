package org.yichuang.casework.web.desk;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yichuang.casework.ActKind.*;
import static org.yichuang.casework.State.*;
import static org.yichuang.casework.web.desk.Filled.*;
import static org.yichuang.support.Forms.*;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.Office;
import org.yichuang.casework.Proposal;
import org.yichuang.casework.Situations;
import org.yichuang.casework.State;
import org.yichuang.catalogue.PauseCause;
import org.yichuang.documents.LetterKind;
import org.yichuang.documents.Letters;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.CityTest;
import org.yichuang.support.TestClock;
import org.yichuang.support.Web;

/** Pauses and extensions on the desk: asked for by one, approved by another, taken back. */
@CityTest
class PauseFormTests {
    @Autowired
    private Office office;

    @Autowired
    private Situations situations;

    @Autowired
    private Letters letters;

    @Autowired
    private TestClock clock;

    @Test
    void an_extension_is_asked_for_within_what_the_law_gives_with_its_unit() {
        UUID id = office.accepted(office.aCompany());
        Web desk = office.desk("decide");
        String dialogue = dialogue(id, PROPOSE_EXTENSION);

        assertThat(desk.page(dialogue)).contains("延长多少，1 到 5 个工作日");
        Web.Answer sent = send(desk, dialogue, dialogue, List.of("amount", "6", "reason", "现场复杂"));

        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.body()).contains("可以延长 1 到 5 个工作日");
    }

    @Test
    void the_explanation_of_a_pause_names_who_asked_for_it_and_its_letter() {
        UUID id = situations.in(State.PAUSED);
        String letter = letters.ofCase(id).stream()
                .filter(one -> one.kind() == LetterKind.PAUSE)
                .findFirst()
                .orElseThrow()
                .id()
                .toString();

        assertThat(office.desk("accept").page("/desk/cases/" + id + "/explain"))
                .containsPattern("<dt>报请</dt><dd>[^<]+ · [^<]+</dd><dt>批准人</dt>")
                .contains("<a href=\"/letters/" + letter + ".pdf\">中止计时告知书</a>");
    }

    @Test
    void a_pause_approved_by_another_person_stops_the_clock_until_it_is_resumed() {
        UUID id = office.accepted(office.aCompany());
        Visitor asking = office.officer("decide");
        clock.set("2026-10-12T10:00");
        pause(ACCEPTED).done(office, id);
        Proposal asked = requireNonNull(office.view(id).proposal());
        assertThat(asked.act()).isEqualTo(PROPOSE_PAUSE);
        assertThat(asked.cause()).isEqualTo(PauseCause.TESTING);
        assertThat(asked.expectedEnd()).isEqualTo(TestClock.at("2026-10-20T17:00"));
        assertThat(asked.reason()).isEqualTo("水质检测");
        assertThat(asked.by()).isEqualTo(asking.id());

        filled(ACCEPTED, APPROVE, PAUSED, "supervise").done(office, id);
        CaseView.Times paused = office.view(id).times();
        assertThat(office.view(id).proposal()).isNull();
        assertThat(paused.due()).isNull();
        assertThat(paused.projected()).isEqualTo(TestClock.at("2026-10-23T17:00"));
        assertThat(office.web(asking).page("/desk/cases/" + id)).contains("检测，预计到 2026年10月20日。水质检测");

        clock.set("2026-10-14T10:00");
        resume().done(office, id);
        assertThat(office.view(id).times().promiseDue()).isEqualTo(TestClock.at("2026-10-19T17:00"));
        assertThat(office.view(id).times().statuteDue()).isEqualTo(TestClock.at("2026-10-26T17:00"));
    }

    @Test
    void an_extension_approved_by_another_person_moves_both_due_dates() {
        UUID id = office.accepted(office.aCompany());
        extension(ACCEPTED).done(office, id);
        Proposal asked = requireNonNull(office.view(id).proposal());
        assertThat(asked.act()).isEqualTo(PROPOSE_EXTENSION);
        assertThat(asked.amount()).isEqualTo(3);
        assertThat(office.view(id).times().promiseDue()).isEqualTo(TestClock.at("2026-10-15T17:00"));
        Web desk = office.desk("decide");
        String said = "延长 3 个工作日。情况复杂";
        assertThat(desk.page("/desk/cases/" + id)).contains(said);

        filled(ACCEPTED, APPROVE, ACCEPTED, "supervise").done(office, id);
        assertThat(desk.page("/desk/cases/" + id).split(said)).hasSize(3);

        assertThat(office.view(id).proposal()).isNull();
        assertThat(office.view(id).times().promiseDue()).isEqualTo(TestClock.at("2026-10-20T17:00"));
        assertThat(office.view(id).times().statuteDue()).isEqualTo(TestClock.at("2026-10-27T17:00"));
    }

    @Test
    void what_was_asked_for_last_year_bears_its_year_where_it_is_approved() {
        UUID id = office.accepted(office.aCompany());
        Web head = office.desk("supervise");
        extension(ACCEPTED).done(office, id);

        assertThat(head.page(dialogue(id, APPROVE))).containsPattern("报请的是.* · 10月9日 \\d\\d:\\d\\d</small>");
        clock.set("2027-01-05T10:00"); // the limit has passed by then: it can only be rejected
        assertThat(office.desk("supervise").page(dialogue(id, REJECT)))
                .containsPattern("报请的是.* · 2026年10月9日 \\d\\d:\\d\\d</small>");
    }

    @Test
    void an_extension_that_is_not_approved_moves_nothing() {
        UUID id = office.accepted(office.aCompany());
        CaseView.Times before = office.view(id).times();
        extension(ACCEPTED).done(office, id);

        reject().done(office, id);

        assertThat(office.view(id).proposal()).isNull();
        assertThat(office.view(id).times()).isEqualTo(before);
        assertThat(office.view(id).state()).isEqualTo(ACCEPTED);
    }

    @Test
    void who_asked_for_a_pause_takes_it_back_and_nobody_else_does() {
        UUID id = office.accepted(office.aCompany());
        CaseView.Times before = office.view(id).times();
        pause(ACCEPTED).done(office, id);

        assertThat(office.desk("review").page("/desk/cases/" + id))
                .containsPattern("等批准：</b>报请中止计时，<span[^>]*>检测，预计到 2026年10月20日。水质检测");
        Web.Answer anothers = sentLate(office.desk("review"), office, id, TAKE_BACK, List.of("reason", "不要了"));
        assertThat(anothers.status()).isEqualTo(409);
        assertThat(anothers.body()).contains("这是别人报请的，由报请的人收回", "请有权批准的人“不批准”");
        assertThat(office.view(id).proposal()).isNotNull();
        takeBack().done(office, id);

        assertThat(office.view(id).proposal()).isNull();
        assertThat(office.view(id).times()).isEqualTo(before);
        assertThat(office.desk("decide").page("/desk/cases/" + id))
                .contains("报请收回", "报告今天到了", dialogue(id, PROPOSE_PAUSE))
                .doesNotContain("等批准：");
        assertThat(office.kinds(id)).endsWith("case.proposal-taken-back");
    }

    @Test
    void nobody_approves_what_they_asked_for() {
        UUID id = office.accepted(office.aCompany());
        pause(ACCEPTED).done(office, id);
        CaseView before = office.view(id);
        Web asked = office.desk("decide");
        String own = "自己报请的，要由别人批准";

        assertThat(asked.page(dialogue(id, APPROVE))).contains(own).doesNotContain("<form class=\"act\"");
        Web.Answer sent = sentLate(asked, office, id, APPROVE, List.of());

        assertThat(sent.status()).isEqualTo(409);
        assertThat(sent.body()).contains(own, "<form class=\"act\"");
        assertThat(office.view(id)).isEqualTo(before);
    }

    @Test
    void who_approves_or_rejects_or_takes_back_reads_what_was_asked_for() {
        UUID id = office.accepted(office.aCompany());
        office.act(
                office.officer("decide"),
                id,
                new CaseAct.ProposePause(PauseCause.TESTING, LocalDate.of(2026, 10, 20), "要等水质报告"));

        for (ActKind act : List.of(APPROVE, REJECT, TAKE_BACK)) {
            assertThat(office.desk(act == TAKE_BACK ? "decide" : "supervise").page(dialogue(id, act)))
                    .containsPattern("(?s)报请的是</h3><p><b>报请中止计时</b>：<span[^>]*>检测，预计到 2026年10月20日。要等水质报告</span>");
        }
    }
}
