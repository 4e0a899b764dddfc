package org.yichuang.casework.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yichuang.casework.domain.PureCase.FILING;
import static org.yichuang.casework.domain.PureCase.FOOD;
import static org.yichuang.casework.domain.PureCase.OFFICER;
import static org.yichuang.casework.domain.PureCase.OTHER;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.casework.DenialRow.Judgement;
import org.yichuang.casework.State;
import org.yichuang.casework.Verdict;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.document.DemoItems;
import org.yichuang.support.TestClock;

class SupervisionTest {
    private static final Who.Supervisor NOBODY = new Who.Supervisor(new UUID(9, 9), "韩雪梅", null);
    private static final Who.Supervisor SUPERVISOR =
            new Who.Supervisor(new UUID(9, 9), "韩雪梅", new Power("supervise", "330100-sfj-denials", "330100-sfj", null));
    private static final String DAY = "2026-10-09T11:00";

    private final CaseFile denied = PureCase.done(
                    PureCase.submitted(FOOD, "2026-10-09T10:24"), new CaseAct.Decline(FILING), OFFICER, DAY)
            .file();

    @Test
    void without_a_post_authorised_to_supervise_nobody_reviews_a_denial() {
        assertThat(PureCase.no(denied, new CaseAct.Reverse("依据不足"), NOBODY, DAY))
                .isEqualTo("not-authorised");
        assertThat(PureCase.no(denied, new CaseAct.Judge(Judgement.UPHELD, "维持"), NOBODY, DAY))
                .isEqualTo("not-authorised");
    }

    @Test
    void what_a_supervisor_does_is_done_by_their_post() {
        Result.Done done = PureCase.done(denied, new CaseAct.Reverse("依据不足"), SUPERVISOR, DAY);

        assertThat(done.power()).isEqualTo(SUPERVISOR.power());
        assertThat(done.file().state()).isEqualTo(State.SUBMITTED);
    }

    @Test
    void a_reversed_refusal_runs_by_the_calendar_of_the_day_it_is_reversed() {
        ItemVersion item = DemoItems.item("company_change");
        CaseFile refused = refused(item);
        Setting amended = PureCase.amended(item, "2026-10-10T09:00", LocalDate.of(2026, 10, 12));

        Result result = refused.act(new CaseAct.Reverse("依据不足"), SUPERVISOR, amended);

        assertThat(refused.dues().promise()).isEqualTo(TestClock.at("2026-10-10T17:00"));
        assertThat(refused.dues().statute()).isEqualTo(TestClock.at("2026-10-13T17:00"));
        assertThat(result).isInstanceOfSatisfying(Result.Done.class, done -> {
            assertThat(done.file().dues().statute()).isEqualTo(TestClock.at("2026-10-14T17:00"));
            assertThat(done.facts().getFirst().payload()).containsKeys("oldStatuteDue", "newStatuteDue");
        });
    }

    @Test
    void what_is_granted_after_a_reversal_goes_the_way_the_applicant_chose_not_as_the_refusal_went() {
        CaseFile refused = refused(DemoItems.item("company_change"));
        CaseFile handed = PureCase.done(refused, new CaseAct.Deliver(DeliveryWay.WINDOW, "本人"), OFFICER, DAY)
                .file();

        Result.Done done = PureCase.done(handed, new CaseAct.Reverse("依据不足"), SUPERVISOR, DAY);

        assertThat(done.facts().getFirst().payload()).containsEntry("way", "ELECTRONIC");
        assertThat(refused.way()).isEqualTo(DeliveryWay.ELECTRONIC);
        assertThat(handed.way()).isEqualTo(DeliveryWay.WINDOW);
        assertThat(done.file().way()).isEqualTo(DeliveryWay.ELECTRONIC);
    }

    @Test
    void a_reversed_denial_owes_the_answer_anew_and_leaves_the_receipt_where_it_was() {
        ItemVersion item = DemoItems.item("company_change");
        CaseFile declined = PureCase.done(
                        PureCase.submitted(item, "2026-10-12T09:00"),
                        new CaseAct.Decline(FILING),
                        OFFICER,
                        "2026-10-13T09:00")
                .file();

        CaseFile reversed = PureCase.done(declined, new CaseAct.Reverse("依据不足"), SUPERVISOR, "2026-10-26T09:00")
                .file();

        assertThat(reversed.intake().receivedAt()).isEqualTo(TestClock.at("2026-10-12T09:00"));
        assertThat(reversed.intake().due()).isEqualTo(TestClock.at("2026-11-02T17:00"));
        assertThat(Recomputing.moved(reversed, PureCase.at(item, "2026-10-26T09:00")))
                .isFalse();
        assertThat(PureCase.no(reversed, new CaseAct.DeemAccepted(), new Who.TheClock(), "2026-11-02T17:00"))
                .isEqualTo("not-due");

        CaseFile accepted = PureCase.done(reversed, new CaseAct.Accept(), OFFICER, "2026-10-26T10:00")
                .file();
        assertThat(accepted.dues().statute()).isEqualTo(TestClock.at("2026-10-15T17:00"));
        assertThat(Recomputing.moved(accepted, PureCase.at(item, "2026-10-26T10:00")))
                .isFalse();
        assertThat(PureCase.kinds(PureCase.done(reversed, new CaseAct.Accept(), OFFICER, "2026-11-03T09:00")))
                .containsExactly("case.deemed-accepted");
    }

    @Test
    void a_question_is_answered_once_and_the_denial_stays() {
        assertThat(PureCase.no(denied, new CaseAct.Answer("现场有照片", null, null), OFFICER, DAY))
                .isEqualTo("no-question");

        CaseFile asked = PureCase.done(denied, new CaseAct.Judge(Judgement.QUESTIONED, "离污染源多远？"), SUPERVISOR, DAY)
                .file();
        Result.Done answered = PureCase.done(asked, new CaseAct.Answer("十二米，有照片", null, null), OFFICER, DAY);

        assertThat(answered.file().state()).isEqualTo(State.NOT_ACCEPTED);
        assertThat(answered.facts().getFirst().payload())
                .containsEntry("question", "离污染源多远？")
                .containsEntry("answer", "十二米，有照片");
        assertThat(PureCase.no(answered.file(), new CaseAct.Answer("再答", null, null), OFFICER, DAY))
                .isEqualTo("no-question");
    }

    private static CaseFile refused(ItemVersion item) {
        CaseFile accepted = PureCase.done(
                        PureCase.submitted(item, "2026-10-09T10:24"), new CaseAct.Accept(), OFFICER, DAY)
                .file();
        CaseFile reviewed = PureCase.done(
                        accepted, new CaseAct.FinishStep("review", Verdict.FAIL, "地址不实", null), OFFICER, DAY)
                .file();
        return PureCase.done(reviewed, new CaseAct.Refuse("地址不实", List.of("市场主体登记管理条例第八条"), FILING), OTHER, DAY)
                .file();
    }
}
