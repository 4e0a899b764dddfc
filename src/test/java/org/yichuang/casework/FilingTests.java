package org.yichuang.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.yichuang.documents.LetterContent;
import org.yichuang.documents.Letters;
import org.yichuang.journal.Actor;
import org.yichuang.network.Absences;
import org.yichuang.network.Away;
import org.yichuang.network.Officer;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.CityTest;
import org.yichuang.support.TestClock;

/** Who may file what, and what follows of it. */
@CityTest
@Import(Office.class)
class FilingTests {
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
    private TestClock clock;

    @BeforeEach
    void a_friday_morning() {
        clock.set("2026-10-09T10:24");
    }

    @Test
    void what_is_done_in_person_is_not_filed_on_line() {
        Visitor resident = office.aResident();
        NewCase divorce = office.application(resident, "divorce");

        assertThat(problem(() -> casework.file(resident, divorce)).slug()).isEqualTo("not-online");
        assertThat(problem(() -> drafts.start(resident, "divorce", Answers.XIHU))
                        .slug())
                .isEqualTo("not-online");
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

        survey(surveyor, id, b.account());
        assertThat(office.view(id).steps())
                .anySatisfy(step -> assertThat(step.done())
                        .isNotNull()
                        .extracting(CaseStep.Done::companion)
                        .isEqualTo(b.name()));
        assertThat(cases.timeline(surveyor, id))
                .anySatisfy(entry -> assertThat(entry.detail().zh()).isEqualTo("符合要求（同去：" + b.name() + "）"));
    }

    private void survey(Visitor surveyor, UUID id, @org.jspecify.annotations.Nullable UUID companion) {
        String step = office.view(id).openSteps().stream()
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
