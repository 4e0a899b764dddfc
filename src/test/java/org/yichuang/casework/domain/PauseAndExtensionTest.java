package org.yichuang.casework.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yichuang.casework.domain.PureCase.FOOD;
import static org.yichuang.casework.domain.PureCase.OFFICER;
import static org.yichuang.casework.domain.PureCase.OTHER;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.yichuang.calendar.Pause;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.CaseStep;
import org.yichuang.casework.Verdict;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.LocalRules;
import org.yichuang.catalogue.PauseCause;
import org.yichuang.catalogue.document.DemoItems;
import org.yichuang.documents.LetterContent.Row;
import org.yichuang.documents.LetterKind;
import org.yichuang.support.TestClock;

class PauseAndExtensionTest {
    /** The statute's ten working days from Friday 9 October end on the 22nd. */
    private static final String AFTER_THE_LIMIT = "2026-10-22T17:01";

    private final CaseFile accepted = PureCase.done(
                    PureCase.submitted(FOOD, "2026-10-09T10:24"), new CaseAct.Accept(), OFFICER, "2026-10-09T10:30")
            .file();

    @Test
    void a_pause_says_who_approved_it() {
        var ask = new CaseAct.ProposePause(PauseCause.TESTING, LocalDate.of(2026, 10, 20), "水质检测");
        CaseFile asked =
                PureCase.done(accepted, ask, OFFICER, "2026-10-12T09:00").file();

        CaseFile paused = PureCase.done(asked, new CaseAct.Approve(), OTHER, "2026-10-12T09:30")
                .file();

        assertThat(Objects.requireNonNull(paused.clocks()).pauses())
                .singleElement()
                .satisfies(pause -> {
                    assertThat(pause.approver()).isEqualTo(OTHER.name());
                    assertThat(pause.endedAt(pause.start()).approver()).isEqualTo(OTHER.name());
                });
    }

    @Test
    void what_is_no_licence_goes_on_record_under_no_article_of_the_licensing_law() {
        assertThat(paused(FOOD).facts().getFirst().payload()).containsEntry("rule", "AL-45");
        assertThat(pauses(paused(FOOD))).extracting(Pause::article).containsExactly("AL-45");

        Result.Done paused = paused(DemoItems.item("labor_arbitration"));
        assertThat(paused.facts().getFirst().payload()).containsKey("cause").doesNotContainKey("rule");
        assertThat(pauses(paused)).hasSize(1).extracting(Pause::article).containsOnlyNulls();
    }

    @Test
    void an_extension_that_was_asked_for_before_the_city_set_less_is_not_approved() {
        ItemVersion general = DemoItems.all().stream()
                .filter(item -> item.extension() != null && item.promised() != null)
                .filter(item -> item.statutory() == null || item.statutory().extension() == null)
                .findFirst()
                .orElseThrow();
        CaseFile accepted = PureCase.done(
                        PureCase.submitted(general, "2026-10-09T10:24"),
                        new CaseAct.Accept(),
                        OFFICER,
                        "2026-10-09T10:30")
                .file();
        CaseFile asked = PureCase.done(accepted, new CaseAct.ProposeExtension(10, "需要复核"), OFFICER, "2026-10-09T10:40")
                .file();

        for (int most : new int[] {4, 10}) {
            var city = new LocalRules(5, 10, most, 3, 0);
            Result approved = asked.act(new CaseAct.Approve(), OTHER, PureCase.at(general, "2026-10-09T10:50", city));
            if (most < 10) {
                assertThat(approved)
                        .isInstanceOfSatisfying(
                                Result.No.class, no -> assertThat(no.slug()).isEqualTo("extension-too-long"));
            } else {
                assertThat(approved).isInstanceOf(Result.Done.class);
            }
        }
    }

    private static Result.Done paused(ItemVersion item) {
        CaseFile filed = PureCase.submitted(item, "2026-10-09T10:24");
        CaseFile accepted = PureCase.done(filed, new CaseAct.Accept(), OFFICER, "2026-10-09T10:30")
                .file();
        var ask = new CaseAct.ProposePause(PauseCause.TESTING, LocalDate.of(2026, 10, 20), "水质检测");
        CaseFile asked =
                PureCase.done(accepted, ask, OFFICER, "2026-10-12T09:00").file();
        return PureCase.done(asked, new CaseAct.Approve(), OTHER, "2026-10-12T09:30");
    }

    private static List<Pause> pauses(Result.Done paused) {
        return Objects.requireNonNull(paused.file().clocks()).pauses();
    }

    @Test
    void a_pause_that_begins_after_the_promise_ran_out_leaves_the_case_overdue() {
        assertThat(paused("2026-10-12T09:00").due()).isNull();
        for (String late : new String[] {"2026-10-16T09:00", "2026-10-23T09:00"}) {
            assertThat(paused(late).due()).isEqualTo(accepted.dues().promise()).isNotNull();
        }
    }

    @Test
    void a_pause_is_not_approved_after_the_day_on_which_it_was_to_end() {
        var ask = new CaseAct.ProposePause(PauseCause.TESTING, LocalDate.of(2026, 10, 12), "水质检测");
        CaseFile asked =
                PureCase.done(accepted, ask, OFFICER, "2026-10-12T09:00").file();

        assertThat(PureCase.act(asked, new CaseAct.Approve(), OTHER, "2026-10-12T19:00"))
                .isInstanceOf(Result.Done.class);
        assertThat(PureCase.no(asked, new CaseAct.Approve(), OTHER, "2026-10-13T09:00"))
                .isEqualTo("expected-end-passed");
        assertThat(PureCase.act(asked, new CaseAct.Reject("重新报请"), OTHER, "2026-10-13T09:00"))
                .isInstanceOf(Result.Done.class);
    }

    private CaseFile paused(String local) {
        var ask = new CaseAct.ProposePause(PauseCause.TESTING, LocalDate.of(2026, 10, 30), "水质检测");
        CaseFile asked = PureCase.done(accepted, ask, OFFICER, local).file();
        return PureCase.done(asked, new CaseAct.Approve(), OTHER, local).file();
    }

    @Test
    void a_request_that_still_waits_when_the_case_is_withdrawn_is_on_record_as_lapsed() {
        CaseFile asked = PureCase.done(accepted, new CaseAct.ProposeExtension(5, "需要复核"), OFFICER, "2026-10-09T10:40")
                .file();

        var by = PureCase.done(asked, new CaseAct.Withdraw("不开了"), PureCase.APPLICANT, "2026-10-12T10:00");
        assertThat(by.facts().getFirst().payload()).containsEntry("lapsed", "propose-extension");
        assertThat(by.file().proposal()).isNull();

        var none = PureCase.done(accepted, new CaseAct.Withdraw("不开了"), PureCase.APPLICANT, "2026-10-12T10:00");
        assertThat(none.facts().getFirst().payload()).doesNotContainKey("lapsed");
    }

    @Test
    void an_extension_is_neither_asked_for_nor_approved_after_the_limit() {
        var ask = new CaseAct.ProposeExtension(5, "需要复核");
        CaseFile asked =
                PureCase.done(accepted, ask, OFFICER, "2026-10-22T16:59").file();

        assertThat(PureCase.no(accepted, ask, OFFICER, AFTER_THE_LIMIT)).isEqualTo("limit-passed");
        assertThat(PureCase.no(asked, new CaseAct.Approve(), OTHER, AFTER_THE_LIMIT))
                .isEqualTo("limit-passed");
        assertThat(PureCase.act(asked, new CaseAct.Reject("太晚"), OTHER, AFTER_THE_LIMIT))
                .isInstanceOf(Result.Done.class);
    }

    @Test
    void an_extension_is_asked_for_while_the_law_ends_in_a_year_that_is_not_known_yet() {
        CaseFile submitted = PureCase.submitted(PureCase.FOOD, "2026-12-21T10:00");
        CaseFile late = PureCase.done(submitted, new CaseAct.Accept(), OFFICER, "2026-12-21T11:00")
                .file();
        assertThat(late.dues().statute()).isNull();
        assertThat(late.dues().promise()).isBefore(TestClock.at("2026-12-30T09:00"));

        var ask = new CaseAct.ProposeExtension(5, "需要复核");
        CaseFile asked = PureCase.done(late, ask, OFFICER, "2026-12-30T10:00").file();

        // in that year, before its holidays are known, nobody can tell whether it has passed
        assertThat(PureCase.no(late, ask, OFFICER, "2027-01-04T10:00")).isEqualTo("unknown-year");
        assertThat(PureCase.no(asked, new CaseAct.Approve(), OTHER, "2027-01-04T10:00"))
                .isEqualTo("unknown-year");
    }

    @Test
    void an_extension_moves_both_limits_and_the_promise_only_while_it_runs() {
        CaseFile early = extended("2026-10-15T09:00");
        CaseFile late = extended("2026-10-21T09:00");

        assertThat(early.dues().promise()).isAfter(accepted.dues().promise());
        assertThat(late.dues().promise()).isEqualTo(accepted.dues().promise());
        assertThat(late.dues().statute())
                .isEqualTo(early.dues().statute())
                .isAfter(accepted.dues().statute());
    }

    @Test
    void an_extension_goes_on_record_with_the_old_and_the_new_dates() {
        assertThat(extension("2026-10-15T09:00").facts().getFirst().payload())
                .containsEntry("oldPromiseDue", "2026-10-15T09:00:00Z")
                .containsEntry("promiseDue", "2026-10-22T09:00:00Z")
                .containsEntry("oldStatuteDue", "2026-10-22T09:00:00Z")
                .containsEntry("statuteDue", "2026-10-29T09:00:00Z");
    }

    private CaseFile extended(String local) {
        return extension(local).file();
    }

    private Result.Done extension(String local) {
        return PureCase.done(asked(local), new CaseAct.Approve(), OTHER, local);
    }

    private CaseFile asked(String local) {
        return PureCase.done(accepted, new CaseAct.ProposeExtension(5, "需要复核"), OFFICER, local)
                .file();
    }

    @Test
    void the_applicant_reads_why_a_limit_is_extended_and_how_long_a_pause_is_expected_to_last() {
        Letter extended = letter(extension("2026-10-15T09:00"));
        Letter paused = letter(paused(FOOD));

        assertThat(extended.kind()).isEqualTo(LetterKind.EXTENSION);
        assertThat(extended.points()).containsExactly("需要复核");
        assertThat(paused.kind()).isEqualTo(LetterKind.PAUSE);
        assertThat(paused.points()).containsExactly("水质检测");
        assertThat(paused.facts()).contains(new Row("预计结束", "2026年10月20日17:00"));
    }

    private static Letter letter(Result.Done done) {
        return done.facts().getFirst().letters().getFirst();
    }

    @Test
    void nobody_approves_or_rejects_the_extension_that_they_asked_for_themselves() {
        CaseFile asked = asked("2026-10-15T09:00");

        for (CaseAct act : List.of(new CaseAct.Approve(), new CaseAct.Reject("不用"))) {
            assertThat(PureCase.no(asked, act, OFFICER, "2026-10-15T10:00")).isEqualTo("four-eyes");
            assertThat(PureCase.act(asked, act, OTHER, "2026-10-15T10:00")).isInstanceOf(Result.Done.class);
        }
    }

    @Test
    void who_reviewed_alone_decides_only_where_the_item_asks_for_one_person() {
        CaseFile two = reviewed("company_change");
        CaseFile one = reviewed("hpf_loan");
        var grant = new CaseAct.Grant("符合条件");

        assertThat(two.steps()).filteredOn(Steps::decision).singleElement().matches(CaseStep::fourEyes);
        assertThat(PureCase.no(two, grant, OFFICER, "2026-10-09T11:00")).isEqualTo("four-eyes");
        assertThat(PureCase.act(two, grant, OTHER, "2026-10-09T11:00")).isInstanceOf(Result.Done.class);
        assertThat(PureCase.act(one, grant, OFFICER, "2026-10-09T11:00")).isInstanceOf(Result.Done.class);
    }

    private static CaseFile reviewed(String item) {
        CaseFile filed = PureCase.submitted(DemoItems.item(item), "2026-10-09T10:24");
        CaseFile accepted = PureCase.done(filed, new CaseAct.Accept(), OFFICER, "2026-10-09T10:30")
                .file();
        var review = new CaseAct.FinishStep("review", Verdict.PASS, "符合", null);
        return PureCase.done(accepted, review, OFFICER, "2026-10-09T10:40").file();
    }
}
