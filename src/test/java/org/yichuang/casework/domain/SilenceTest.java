package org.yichuang.casework.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yichuang.casework.domain.PureCase.FILING;
import static org.yichuang.casework.domain.PureCase.FOOD;
import static org.yichuang.casework.domain.PureCase.OFFICER;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yichuang.casework.Answers;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.Defect;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.casework.State;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.LocalRules;
import org.yichuang.catalogue.document.DemoItems;
import org.yichuang.documents.LetterContent;
import org.yichuang.documents.LetterKind;
import org.yichuang.support.TestClock;

/** AL-32: an application that nobody answered within five working days is accepted, swept or not. */
class SilenceTest {
    private static final String RECEIVED = "2026-10-09T10:24";
    private static final String LAST_MOMENT = "2026-10-15T17:00";
    private static final String TOO_LATE = "2026-10-15T17:01";

    static List<CaseAct> answers() {
        var defect = new Defect("layout_equipment_work_flow", null, "没有标出水池", "请标出");
        return List.of(
                new CaseAct.Notice(List.of(defect)),
                new CaseAct.Decline(FILING),
                new CaseAct.NotHere(PureCase.NOT_OURS, "区城管局"),
                new CaseAct.NotNeeded(PureCase.NOTHING_NEEDED),
                new CaseAct.Correct("电话", Map.of("contact_phone", "13900139000"), List.of()));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void every_other_answer_is_too_late_after_the_limit_and_possible_until_then(CaseAct answer) {
        CaseFile file = PureCase.submitted(FOOD, RECEIVED);

        assertThat(PureCase.no(file, answer, OFFICER, TOO_LATE)).isEqualTo("deemed-accepted");
        assertThat(PureCase.act(file, answer, OFFICER, LAST_MOMENT)).isInstanceOf(Result.Done.class);
    }

    /** On the last day of 2026 nobody knows the days of 2027 yet. */
    @Test
    void a_letter_says_of_a_limit_whose_end_nobody_knows_yet_that_it_will_be_told() {
        CaseFile file = PureCase.submitted(FOOD, "2026-12-31T10:24");
        Result.Done accepted = PureCase.done(file, new CaseAct.Accept(), OFFICER, "2026-12-31T11:00");

        assertThat(file.intake().due()).isNull();
        assertThat(accepted.facts().getFirst().letters().getFirst().facts())
                .contains(new LetterContent.Row("承诺办结期限届满", "待有关年份的放假安排公布后算定"));
        var corrected = new CaseAct.Correct("电话", Map.of("contact_phone", "13900139000"), List.of());
        assertThat(PureCase.done(file, corrected, OFFICER, "2026-12-31T11:00")
                        .facts()
                        .getFirst()
                        .letters()
                        .getFirst()
                        .facts())
                .contains(new LetterContent.Row("受理期限", "待有关年份的放假安排公布后算定"));
    }

    @Test
    void a_last_day_that_became_a_holiday_is_none_even_before_the_case_is_computed_again() {
        CaseFile file = PureCase.submitted(FOOD, RECEIVED);
        Setting before = PureCase.at(FOOD, TOO_LATE);
        Setting at = PureCase.amended(FOOD, TOO_LATE, LocalDate.of(2026, 10, 15));

        assertThat(file.act(new CaseAct.DeemAccepted(), new Who.TheClock(), before))
                .isInstanceOf(Result.Done.class);
        assertThat(file.act(new CaseAct.DeemAccepted(), new Who.TheClock(), at)).isInstanceOf(Result.No.class);
        assertThat(file.act(new CaseAct.Decline(FILING), OFFICER, at)).isInstanceOf(Result.Done.class);
    }

    @Test
    void where_the_city_answers_within_three_days_silence_accepts_after_three_and_older_cases_keep_their_five() {
        String fourthDay = "2026-10-13T17:01";
        var three = new LocalRules(3, 10, 10, 3, 0);
        CaseFile older = PureCase.submitted(FOOD, RECEIVED);
        CaseFile file = PureCase.submitted(
                FOOD,
                Answers.fitting(FOOD),
                PureCase.materials(FOOD, Answers.fitting(FOOD)),
                PureCase.at(FOOD, RECEIVED, three));

        assertThat(file.due()).isEqualTo(TestClock.at("2026-10-13T17:00"));
        assertThat(older.due()).isEqualTo(TestClock.at(LAST_MOMENT));
        for (LocalRules today : List.of(three, LocalRules.DEFAULT)) {
            Setting at = PureCase.at(FOOD, fourthDay, today);
            assertThat(file.act(new CaseAct.DeemAccepted(), new Who.TheClock(), at))
                    .isInstanceOf(Result.Done.class);
            assertThat(older.act(new CaseAct.DeemAccepted(), new Who.TheClock(), at))
                    .isInstanceOf(Result.No.class);
            assertThat(older.act(new CaseAct.Recompute(), new Who.TheClock(), at))
                    .as("nothing moved")
                    .isInstanceOf(Result.No.class);
        }
    }

    @Test
    void a_late_acceptance_is_acceptance_by_silence_from_the_day_of_receipt() {
        CaseFile file = PureCase.submitted(FOOD, RECEIVED);

        Result.Done done = PureCase.done(file, new CaseAct.Accept(), OFFICER, TOO_LATE);

        assertThat(done.file().state()).isEqualTo(State.ACCEPTED);
        Clocks clocks = Objects.requireNonNull(done.file().clocks());
        assertThat(clocks.deemed()).isTrue();
        assertThat(clocks.start()).isEqualTo(TestClock.at(RECEIVED));
        assertThat(PureCase.kinds(done)).containsExactly("case.deemed-accepted");
        assertThat(done.facts().getFirst().letters())
                .extracting(Letter::kind)
                .containsExactly(LetterKind.DEEMED_ACCEPTANCE);
    }

    @Test
    void it_is_accepted_by_silence_even_where_materials_are_missing() {
        CaseFile file = PureCase.submitted(FOOD, Answers.fitting(FOOD), List.of(), RECEIVED);

        assertThat(PureCase.no(file, new CaseAct.Accept(), OFFICER, LAST_MOMENT))
                .isEqualTo("materials-missing");
        assertThat(PureCase.done(file, new CaseAct.Accept(), OFFICER, TOO_LATE)
                        .file()
                        .state())
                .isEqualTo(State.ACCEPTED);
    }

    @Test
    void what_is_decided_on_the_spot_too_late_was_accepted_by_silence_first() {
        ItemVersion item = DemoItems.all().stream()
                .filter(ItemVersion::onTheSpot)
                .findFirst()
                .orElseThrow();
        CaseFile file = PureCase.submitted(item, RECEIVED);

        Result.Done done = PureCase.done(file, new CaseAct.OnTheSpot("", DeliveryWay.ELECTRONIC), OFFICER, TOO_LATE);

        assertThat(PureCase.kinds(done))
                .containsExactly("case.deemed-accepted", "case.granted", "case.delivered", "case.closed");
    }
}
