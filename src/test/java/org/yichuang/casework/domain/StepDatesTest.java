package org.yichuang.casework.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yichuang.casework.domain.PureCase.OFFICER;
import static org.yichuang.casework.domain.PureCase.OTHER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yichuang.casework.CaseAct;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.PauseCause;
import org.yichuang.catalogue.document.DemoItems;
import org.yichuang.support.TestClock;

/** Review of five working days, the experts, the decision and the letter of one each; accepted on a Friday. */
class StepDatesTest {
    private static final ItemVersion FIRE = DemoItems.item("fire_design");

    private final CaseFile accepted = accepted("2026-10-09T10:24");

    @Test
    void what_is_done_on_the_spot_is_due_with_the_steps_before_it_in_the_promises_unit() {
        ItemVersion item = DemoItems.changed("labor_capacity", "limit: 3 calendar days", "limit: on the spot");
        CaseFile submitted = PureCase.submitted(item, "2026-10-09T10:24");
        var accepted = (Result.Done)
                submitted.act(new CaseAct.Accept(), PureCase.OFFICER, PureCase.at(item, "2026-10-09T10:24"));

        assertThat(accepted.file().step("decide").orElseThrow().dueAt())
                .isNotNull()
                .isEqualTo(accepted.file().step("panel").orElseThrow().dueAt());
    }

    @Test
    void a_step_is_due_by_its_place_on_the_path_from_acceptance_and_one_that_does_not_count_has_no_date() {
        assertDue(accepted, "2026-10-15T17:00", null, "2026-10-16T17:00", "2026-10-19T17:00");
        assertThat(accepted.dues().promise()).isEqualTo(TestClock.at("2026-10-19T17:00"));
    }

    @Test
    void while_the_clock_stands_no_step_has_a_date_and_afterwards_each_is_later_by_the_days_of_the_pause() {
        var ask = new CaseAct.ProposePause(PauseCause.EXPERT_REVIEW, LocalDate.of(2026, 10, 20), "专家评审");
        CaseFile asked =
                PureCase.done(accepted, ask, OFFICER, "2026-10-12T09:00").file();
        CaseFile paused = PureCase.done(asked, new CaseAct.Approve(), OTHER, "2026-10-12T10:00")
                .file();
        CaseFile resumed = PureCase.done(paused, new CaseAct.Resume("已评审"), OFFICER, "2026-10-14T10:00")
                .file();

        assertDue(paused, null, null, null, null);
        assertDue(resumed, "2026-10-19T17:00", null, "2026-10-20T17:00", "2026-10-21T17:00");
    }

    @Test
    void an_amended_calendar_moves_the_steps_and_the_old_dates_stay_on_record() {
        Result.Done done = recomputed(accepted, LocalDate.of(2026, 10, 16));

        assertDue(done.file(), "2026-10-15T17:00", null, "2026-10-19T17:00", "2026-10-20T17:00");
        assertThat(done.facts().getFirst().payload())
                .containsEntry(
                        "steps",
                        List.of(
                                Map.of(
                                        "step",
                                        "decide",
                                        "oldDue",
                                        "2026-10-16T09:00:00Z",
                                        "newDue",
                                        "2026-10-19T09:00:00Z"),
                                Map.of(
                                        "step",
                                        "issue",
                                        "oldDue",
                                        "2026-10-19T09:00:00Z",
                                        "newDue",
                                        "2026-10-20T09:00:00Z")));
    }

    /** The seventh day lies in a year that is not known, the fifth does not. */
    @Test
    void where_nothing_but_a_step_moves_the_record_says_which() {
        CaseFile late = accepted("2026-12-23T10:24");
        assertThat(late.due()).isNull();

        Result.Done done = recomputed(late, LocalDate.of(2026, 12, 29));

        assertThat(done.facts().getFirst().payload())
                .doesNotContainKeys("oldDue", "newDue", "oldPromiseDue", "newPromiseDue")
                .extractingByKey("steps")
                .asString()
                .contains("2026-12-30T09:00:00Z", "2026-12-31T09:00:00Z");
    }

    private static CaseFile accepted(String local) {
        return PureCase.done(PureCase.submitted(FIRE, local), new CaseAct.Accept(), OFFICER, local)
                .file();
    }

    private static Result.Done recomputed(CaseFile file, LocalDate holiday) {
        Setting at = PureCase.amended(FIRE, holiday.minusDays(1).atTime(10, 0).toString(), holiday);
        return (Result.Done) file.act(new CaseAct.Recompute(), new Who.TheClock(), at);
    }

    private static void assertDue(
            CaseFile file,
            @Nullable String review,
            @Nullable String expert,
            @Nullable String decide,
            @Nullable String issue) {
        var expected = new LinkedHashMap<String, @Nullable Instant>();
        expected.put("review", at(review));
        expected.put("expert", at(expert));
        expected.put("decide", at(decide));
        expected.put("issue", at(issue));
        var steps = new LinkedHashMap<String, @Nullable Instant>();
        file.steps().forEach(step -> steps.put(step.key(), step.dueAt()));
        assertThat(steps).isEqualTo(expected);
    }

    private static @Nullable Instant at(@Nullable String local) {
        return local == null ? null : TestClock.at(local);
    }
}
