package org.yichuang.casework.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.Limit;
import org.yichuang.calendar.WorkingCalendar;
import org.yichuang.casework.CaseStep;
import org.yichuang.casework.CaseStep.Progress;
import org.yichuang.catalogue.Procedure;
import org.yichuang.catalogue.Procedure.Kind;

/** The steps of a case, from its item's procedure. */
final class Steps {
    private Steps() {}

    /** As they stand at acceptance: those that wait for no other are open. */
    static List<CaseStep> begin(Procedure procedure) {
        return procedure.steps().stream()
                .map(step -> new CaseStep(
                        step.key(),
                        step.kind().name(),
                        step.name(),
                        step.kind().act().key(),
                        step.fourEyes(),
                        step.after(),
                        step.after().isEmpty() ? Progress.OPEN : Progress.WAITING,
                        null,
                        null))
                .toList();
    }

    /** This one done, and those open that waited for it alone. */
    static List<CaseStep> finish(List<CaseStep> steps, String key, CaseStep.Done done) {
        List<CaseStep> finished = steps.stream()
                .map(step -> step.key().equals(key) ? with(step, Progress.DONE, done) : step)
                .toList();
        return opened(finished);
    }

    /** All that are not done are not needed any more. */
    static List<CaseStep> skipRest(List<CaseStep> steps) {
        return steps.stream()
                .map(step -> step.finished() ? step : with(step, Progress.SKIPPED, null))
                .toList();
    }

    /** On the spot nothing comes before the decision. */
    static List<CaseStep> decisionAlone(List<CaseStep> steps) {
        return skipRest(steps).stream()
                .map(step -> decision(step) ? with(step, Progress.OPEN, null) : step)
                .toList();
    }

    /** The decision is open again, what comes after it waits again. */
    static List<CaseStep> reopen(List<CaseStep> steps) {
        List<CaseStep> waiting = steps.stream()
                .map(step -> decision(step) || step.progress() == Progress.SKIPPED || afterDecision(step)
                        ? with(step, Progress.WAITING, null)
                        : step)
                .toList();
        return opened(waiting);
    }

    /** When each of those to come is due: its place on the longest path, counted like the case's clocks. */
    static List<CaseStep> due(List<CaseStep> steps, Procedure procedure, Clocks clocks, WorkingCalendar calendar) {
        Map<String, Procedure.Span> spans = procedure.spans();
        return steps.stream()
                .map(step -> step.finished()
                        ? step
                        : with(
                                step,
                                step.progress(),
                                Dues.end(clocks.clock(limit(procedure, spans, step)), calendar),
                                null))
                .toList();
    }

    static boolean decision(CaseStep step) {
        return step.kind().equals(Kind.DECISION.name());
    }

    static boolean delivery(CaseStep step) {
        return step.kind().equals(Kind.DELIVERY.name());
    }

    /** Whether a step with this act of the register is open. */
    static boolean open(CaseFile file, String act) {
        return file.steps().stream().anyMatch(step -> step.open() && step.act().equals(act));
    }

    /** Whether there were reviews, and this officer had a hand in them all, in those of two officers as either of them. */
    static boolean allBy(CaseFile file, UUID officer) {
        List<CaseStep.Done> reviews = file.steps().stream()
                .map(CaseStep::done)
                .filter(Objects::nonNull)
                .toList();
        return !reviews.isEmpty() && reviews.stream().allMatch(done -> done.by(officer));
    }

    /** The acts that open steps and an open proposal wait for. */
    static List<String> waitFor(CaseFile file) {
        var acts = file.steps().stream()
                .filter(CaseStep::open)
                .map(CaseStep::act)
                .distinct()
                .collect(Collectors.toList());
        if (acts.isEmpty()) {
            acts.add("decide");
        }
        if (file.proposal() != null) {
            acts.add(file.proposal().approval());
        }
        return List.copyOf(acts);
    }

    private static @Nullable Limit limit(Procedure procedure, Map<String, Procedure.Span> spans, CaseStep step) {
        Procedure.Span span = spans.get(step.key());
        Procedure.Step planned = procedure.step(step.key()).orElse(null);
        return span == null || planned == null || planned.kind().uncounted()
                ? null
                : new Limit(span.end(), unit(procedure, planned));
    }

    /** What is done on the spot is due with the steps before it, which are in the unit of the promise (STEP-SUM). */
    private static Limit.Unit unit(Procedure procedure, Procedure.Step planned) {
        return Stream.concat(Stream.of(planned), procedure.steps().stream())
                .filter(step -> !step.limit().onTheSpot() && !step.kind().uncounted())
                .map(step -> step.limit().unit())
                .findFirst()
                .orElse(planned.limit().unit());
    }

    private static List<CaseStep> opened(List<CaseStep> steps) {
        Set<String> done =
                steps.stream().filter(CaseStep::finished).map(CaseStep::key).collect(Collectors.toSet());
        return steps.stream()
                .map(step -> step.progress() == Progress.WAITING && done.containsAll(step.after())
                        ? with(step, Progress.OPEN, null)
                        : step)
                .toList();
    }

    private static boolean afterDecision(CaseStep step) {
        return step.kind().equals(Kind.ISSUE.name()) || delivery(step);
    }

    private static CaseStep with(CaseStep step, Progress progress, CaseStep.@Nullable Done done) {
        return with(step, progress, step.dueAt(), done);
    }

    private static CaseStep with(
            CaseStep step, Progress progress, @Nullable Instant dueAt, CaseStep.@Nullable Done done) {
        return new CaseStep(
                step.key(), step.kind(), step.name(), step.act(), step.fourEyes(), step.after(), progress, dueAt, done);
    }
}
