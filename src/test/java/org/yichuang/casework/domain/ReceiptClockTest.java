package org.yichuang.casework.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yichuang.casework.domain.PureCase.OFFICER;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.ClockKind;
import org.yichuang.casework.Defect;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.PauseCause;
import org.yichuang.catalogue.StatutoryLimit;
import org.yichuang.catalogue.document.DemoItems;
import org.yichuang.documents.LetterContent.Row;
import org.yichuang.support.TestClock;

/** Some laws count from the receipt of the materials, the promise from acceptance. */
class ReceiptClockTest {
    /** Three working days from the receipt, by the regulation on registration; the city promises one from acceptance. */
    private static final ItemVersion CHANGE = DemoItems.item("company_change");

    private static final String RECEIVED = "2026-10-12T09:00";

    private static CaseFile acceptedAt(String local) {
        return PureCase.done(PureCase.submitted(CHANGE, RECEIVED), new CaseAct.Accept(), OFFICER, local)
                .file();
    }

    @Test
    void the_law_s_clock_begins_with_the_receipt_however_late_the_acceptance() {
        for (String accepted : new String[] {"2026-10-12T15:00", "2026-10-14T09:00"}) {
            assertThat(acceptedAt(accepted).dues().statute()).isEqualTo(TestClock.at("2026-10-15T17:00"));
        }
    }

    @Test
    void a_holiday_after_the_time_to_answer_moves_the_law_s_date_of_what_nobody_accepted_yet() {
        ItemVersion item = DemoItems.item("dibao"); // 20 working days from the receipt
        CaseFile file = PureCase.submitted(item, RECEIVED);
        Setting at = PureCase.amended(item, "2026-10-12T10:00", LocalDate.of(2026, 11, 9));

        assertThat(file.statuteDue()).isEqualTo(TestClock.at("2026-11-09T17:00"));
        Result.Done done = (Result.Done) file.act(new CaseAct.Recompute(), new Who.TheClock(), at);

        assertThat(done.file().statuteDue()).isEqualTo(TestClock.at("2026-11-10T17:00"));
        assertThat(done.file().due()).isEqualTo(file.due());
        assertThat(done.facts().getFirst().payload())
                .containsEntry("oldStatuteDue", "2026-11-09T09:00:00Z")
                .containsEntry("newStatuteDue", "2026-11-10T09:00:00Z");
    }

    @Test
    void where_it_ends_before_the_promise_the_work_goes_by_it() {
        CaseFile late = acceptedAt("2026-10-15T09:00");

        assertThat(late.dues().promise()).isEqualTo(TestClock.at("2026-10-16T17:00"));
        assertThat(late.due()).isEqualTo(late.dues().statute()).isEqualTo(TestClock.at("2026-10-15T17:00"));
        assertThat(acceptedAt("2026-10-12T15:00").due()).isEqualTo(TestClock.at("2026-10-13T17:00"));
    }

    @Test
    void where_it_ends_before_the_promise_it_leads_while_both_stand_still_too() {
        var ask = new CaseAct.ProposePause(PauseCause.TESTING, LocalDate.of(2026, 10, 20), "鉴定");
        CaseFile asked = PureCase.done(acceptedAt("2026-10-15T09:00"), ask, OFFICER, "2026-10-15T09:30")
                .file();
        CaseFile paused = PureCase.done(asked, new CaseAct.Approve(), PureCase.OTHER, "2026-10-15T10:00")
                .file();

        assertThat(paused.leading()).isEqualTo(ClockKind.STATUTE);
        assertThat(paused.dues().projected()).isEqualTo(TestClock.at("2026-10-15T17:00"));
        assertThat(acceptedAt("2026-10-12T15:00").leading()).isEqualTo(ClockKind.PROMISE);
    }

    @Test
    void it_begins_anew_with_the_receipt_of_what_was_corrected() {
        var defect = new Defect(null, "contact_phone", "少一位", "请补上");
        CaseFile noticed = PureCase.done(
                        PureCase.submitted(CHANGE, RECEIVED),
                        new CaseAct.Notice(List.of(defect)),
                        OFFICER,
                        "2026-10-12T10:00")
                .file();
        var mended = new CaseAct.Supplement(Map.of("contact_phone", "13900139000"), List.of());
        CaseFile corrected = PureCase.done(noticed, mended, PureCase.APPLICANT, "2026-10-14T09:00")
                .file();

        assertThat(PureCase.done(corrected, new CaseAct.Accept(), OFFICER, "2026-10-14T10:00")
                        .file()
                        .dues()
                        .statute())
                .isEqualTo(TestClock.at("2026-10-19T17:00"));
    }

    @Test
    void it_is_due_before_acceptance_already_and_silence_waits_for_the_five_days() {
        CaseFile file = PureCase.submitted(CHANGE, RECEIVED);

        assertThat(file.due()).isEqualTo(TestClock.at("2026-10-15T17:00"));
        assertThat(file.intake().due()).isEqualTo(TestClock.at("2026-10-19T17:00"));
        assertThat(PureCase.submitted(DemoItems.item("inv_filing"), RECEIVED).due())
                .isEqualTo(TestClock.at("2026-10-12T17:00"));
        for (String early : new String[] {"2026-10-15T17:01", "2026-10-19T17:00"}) {
            assertThat(PureCase.no(file, new CaseAct.DeemAccepted(), new Who.TheClock(), early))
                    .isEqualTo("not-due");
            assertThat(PureCase.kinds(PureCase.done(file, new CaseAct.Accept(), OFFICER, early)))
                    .containsExactly("case.accepted");
        }
        assertThat(PureCase.act(file, new CaseAct.DeemAccepted(), new Who.TheClock(), "2026-10-19T17:01"))
                .isInstanceOf(Result.Done.class);
    }

    @Test
    void each_letter_before_acceptance_says_beside_the_time_to_answer_where_the_law_ends_before_it() {
        var defect = new Defect(null, "contact_phone", "少一位", "请补上");
        Map<String, Object> phone = Map.of("contact_phone", "13900139000");
        Result.Done begun = PureCase.opened(CHANGE, RECEIVED);
        Result.Done corrected =
                PureCase.done(begun.file(), new CaseAct.Correct("少一位", phone, List.of()), OFFICER, "2026-10-14T09:00");
        CaseFile noticed = PureCase.done(begun.file(), new CaseAct.Notice(List.of(defect)), OFFICER, "2026-10-12T10:00")
                .file();
        Result.Done supplemented = PureCase.done(
                noticed, new CaseAct.Supplement(phone, List.of()), PureCase.APPLICANT, "2026-10-14T09:00");

        for (Result.Done done : List.of(begun, corrected)) {
            assertThat(told(done))
                    .endsWith(new Row("受理期限", "2026年10月19日17:00"), new Row("法定办结期限届满", "2026年10月15日17:00"));
        }
        assertThat(told(supplemented))
                .containsExactly(new Row("受理期限", "2026年10月21日17:00"), new Row("法定办结期限届满", "2026年10月19日17:00"));
        for (String later : List.of("eia_report", "food_permit")) {
            assertThat(told(PureCase.opened(DemoItems.item(later), RECEIVED)))
                    .as("of " + later)
                    .containsExactly(new Row("受理期限", "2026年10月19日17:00"));
        }
    }

    private static List<Row> told(Result.Done done) {
        return done.facts().getFirst().letters().getFirst().facts();
    }

    @Test
    void where_the_five_days_end_first_the_case_is_due_by_them() {
        CaseFile file = PureCase.submitted(DemoItems.item("eia_report"), RECEIVED);

        assertThat(file.due()).isEqualTo(file.intake().due()).isEqualTo(TestClock.at("2026-10-19T17:00"));
    }

    @Test
    void a_correction_on_the_spot_is_no_receipt() {
        var correct = new CaseAct.Correct("少一位", Map.of("contact_phone", "13900139000"), List.of());
        CaseFile corrected = PureCase.done(PureCase.submitted(CHANGE, RECEIVED), correct, OFFICER, "2026-10-14T09:00")
                .file();

        CaseFile accepted = PureCase.done(corrected, new CaseAct.Accept(), OFFICER, "2026-10-14T10:00")
                .file();

        assertThat(accepted.dues().statute()).isEqualTo(TestClock.at("2026-10-15T17:00"));
    }

    @Test
    void every_item_whose_words_say_receipt_counts_from_it() {
        assertThat(DemoItems.all())
                .filteredOn(item ->
                        item.statutory() != null && item.statutory().from().zh().matches("(收到|提交).*"))
                .hasSize(23)
                .allMatch(
                        item -> item.statutory() != null && item.statutory().starts() == StatutoryLimit.Start.RECEIPT);
    }
}
