package org.yichuang.casework.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.CaseStep;
import org.yichuang.casework.Channel;
import org.yichuang.casework.ClockKind;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.casework.Proposal;
import org.yichuang.casework.State;
import org.yichuang.casework.SubmittedMaterial;

/**
 * A case: its whole state, one row in the database. It never changes; an act makes the next one.
 *
 * @param version grows with every act
 * @param answers field key → a string, or a list of strings
 * @param clocks null before acceptance
 * @param dues the clocks' ends as last computed
 * @param letters how many letters of each kind it has
 */
public record CaseFile(
        Particulars is,
        State state,
        int version,
        Map<String, Object> answers,
        List<SubmittedMaterial> materials,
        Intake intake,
        @Nullable Clocks clocks,
        Dues dues,
        List<CaseStep> steps,
        @Nullable Proposal proposal,
        Ending ending,
        DeliveryWay way,
        Map<String, Integer> letters) {

    /** Does an act, or says why it cannot be done. The one way a case changes. */
    public Result act(CaseAct act, Who who, Setting at) {
        return Acting.act(this, act, who, at);
    }

    public Optional<CaseStep> step(String key) {
        return steps.stream().filter(step -> step.key().equals(key)).findFirst();
    }

    /** Whether nothing but steps was finished since this version: steps in parallel do not disturb each other. */
    public boolean onlyStepsSince(int seen) {
        return seen <= version
                && IntStream.rangeClosed(seen + 1, version)
                        .allMatch(made -> steps.stream()
                                .map(CaseStep::done)
                                .anyMatch(done -> done != null && Objects.equals(done.version(), made)));
    }

    /** The clocks of a case that was accepted. */
    Clocks running() {
        return Objects.requireNonNull(clocks, "accepted");
    }

    /** AL-32: nobody answered in time, so it is accepted by law, whether that is on record already or not. */
    boolean acceptedBySilence(Setting at) {
        return state == State.SUBMITTED && Recomputing.over(this, at);
    }

    /**
     * The next instant that matters; null when none does, or the clock stands still, or a year is not known. A pause that
     * begins after the end leaves the case overdue.
     */
    public @Nullable Instant due() {
        return switch (state) {
            case SUBMITTED -> intake.next();
            case CORRECTING -> intake.notice() == null ? null : intake.notice().dueAt();
            case ACCEPTED, REVIEWING, PAUSED -> dues.leading();
            case GRANTED, REFUSED -> ending.deliveryDue();
            default -> null;
        };
    }

    /** The limit that it is answered or decided by. */
    public ClockKind leading() {
        ClockKind decides = clocks == null ? null : clocks.leading(dues);
        if (decides != null) {
            return decides;
        }
        return state == State.SUBMITTED ? intake.leading() : ClockKind.INTAKE;
    }

    /** When the law's own limit ends, which may run before acceptance already. */
    public @Nullable Instant statuteDue() {
        return state == State.SUBMITTED ? intake.lawDue() : dues.statute();
    }

    /** How an act delivers: where it does not say, as the applicant chose; null where it delivers nothing. */
    public @Nullable DeliveryWay delivery(CaseAct act) {
        return switch (act) {
            case CaseAct.OnTheSpot spot -> spot.way();
            case CaseAct.Deliver deliver -> deliver.way() == null ? way : deliver.way();
            case CaseAct.ChooseDelivery choose -> choose.way();
            default -> null;
        };
    }

    /** Whose turn it is: acts of the authorisation register, or the applicant. */
    public List<String> waitsFor() {
        return switch (state) {
            case SUBMITTED -> List.of("accept");
            case CORRECTING, DELIVERED -> List.of("applicant");
            case ACCEPTED, REVIEWING, PAUSED -> Steps.waitFor(this);
            case GRANTED -> Steps.open(this, "issue") ? List.of("issue") : List.of("deliver");
            case REFUSED -> List.of("deliver");
            default -> List.of();
        };
    }

    CaseFile to(State state) {
        return new CaseFile(
                is, state, version, answers, materials, intake, clocks, dues, steps, proposal, ending, way, letters);
    }

    CaseFile with(Map<String, Object> answers, List<SubmittedMaterial> materials) {
        return new CaseFile(
                is, state, version, answers, materials, intake, clocks, dues, steps, proposal, ending, way, letters);
    }

    CaseFile with(Intake intake) {
        return new CaseFile(
                is, state, version, answers, materials, intake, clocks, dues, steps, proposal, ending, way, letters);
    }

    CaseFile with(@Nullable Clocks clocks, Dues dues) {
        return new CaseFile(
                is, state, version, answers, materials, intake, clocks, dues, steps, proposal, ending, way, letters);
    }

    CaseFile with(List<CaseStep> steps) {
        return new CaseFile(
                is, state, version, answers, materials, intake, clocks, dues, steps, proposal, ending, way, letters);
    }

    CaseFile proposing(@Nullable Proposal proposal) {
        return new CaseFile(
                is, state, version, answers, materials, intake, clocks, dues, steps, proposal, ending, way, letters);
    }

    CaseFile with(Ending ending) {
        return new CaseFile(
                is, state, version, answers, materials, intake, clocks, dues, steps, proposal, ending, way, letters);
    }

    CaseFile with(DeliveryWay way) {
        return new CaseFile(
                is, state, version, answers, materials, intake, clocks, dues, steps, proposal, ending, way, letters);
    }

    /** After an act: the next version, with the letters it made counted. */
    CaseFile next(Map<String, Integer> letters) {
        return new CaseFile(
                is,
                state,
                version + 1,
                answers,
                materials,
                intake,
                clocks,
                dues,
                steps,
                proposal,
                ending,
                way,
                letters);
    }

    /** The file of a material handed in, replaced: those of the same materials go, these come. */
    static List<SubmittedMaterial> replaced(List<SubmittedMaterial> before, List<SubmittedMaterial> by) {
        var codes = by.stream().map(SubmittedMaterial::material).toList();
        var all = new ArrayList<>(before.stream()
                .filter(material -> !codes.contains(material.material()))
                .toList());
        all.addAll(by);
        return List.copyOf(all);
    }

    /** Somebody asked at the window of the wrong authority: nothing was filed that could be opened again. */
    public boolean turnedAway() {
        return state == State.NOT_ACCEPTED
                && is.channel() == Channel.WINDOW
                && answers.isEmpty()
                && materials.isEmpty();
    }
}
