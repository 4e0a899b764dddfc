package org.yichuang.casework.web.desk;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.yichuang.calendar.Pause;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.CaseStep;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.ClockKind;
import org.yichuang.casework.State;
import org.yichuang.casework.web.Clocks;
import org.yichuang.catalogue.PauseCause;
import org.yichuang.catalogue.Procedure;

/**
 * AL-45: a step whose time does not count is open and the clock runs all the same, or it is done and the clock still
 * stands for it.
 *
 * @param act what is to be done about it: to propose a pause, or to resume
 * @param fields what its dialogue begins with
 */
public record OffTheClock(ActKind act, CaseStep step, Map<String, String> fields) {

    /** Empty where a pause runs as long as it is needed, or is asked for. */
    static Optional<OffTheClock> of(CaseView view, Procedure procedure, Clocks clocks) {
        boolean open = uncounted(view, procedure).anyMatch(CaseStep::open);
        if (view.state() == State.PAUSED) {
            return open ? Optional.empty() : done(view, procedure);
        }
        boolean asked = view.proposal() != null;
        return view.leading() == ClockKind.INTAKE || view.result() != null || asked || over(view.times(), clocks.now())
                ? Optional.empty()
                : uncounted(view, procedure)
                        .filter(CaseStep::open)
                        .findFirst()
                        .map(step -> new OffTheClock(ActKind.PROPOSE_PAUSE, step, pause(step, procedure, clocks)));
    }

    /** Every limit that there is has run out: a pause that begins now moves none. In an unknown year none has. */
    private static boolean over(CaseView.Times times, Instant now) {
        Instant promise = times.promiseDue();
        Instant statute = times.statuteDue();
        return times.unknownYear() == 0
                && (promise != null || statute != null)
                && (promise == null || promise.isBefore(now))
                && (statute == null || statute.isBefore(now));
    }

    /** Finished since the pause began that was made for it. */
    private static Optional<OffTheClock> done(CaseView view, Procedure procedure) {
        return uncounted(view, procedure)
                .filter(step -> step.done() != null && !step.done().at().isBefore(pausedFor(step, view, procedure)))
                .findFirst()
                .map(step -> new OffTheClock(
                        ActKind.RESUME, step, Map.of("finding", step.name().zh() + "已经完成")));
    }

    private static Instant pausedFor(CaseStep step, CaseView view, Procedure procedure) {
        PauseCause cause = Objects.requireNonNull(
                procedure.step(step.key()).orElseThrow().kind().pause());
        return view.clocks().values().stream()
                .flatMap(clock -> clock.pauses().stream())
                .filter(pause -> pause.open() && pause.cause().equals(cause.text()))
                .map(Pause::start)
                .findFirst()
                .orElse(Instant.MAX);
    }

    private static Stream<CaseStep> uncounted(CaseView view, Procedure procedure) {
        return view.steps().stream()
                .filter(step -> procedure
                        .step(step.key())
                        .filter(planned -> planned.kind().uncounted())
                        .isPresent());
    }

    private static Map<String, String> pause(CaseStep step, Procedure procedure, Clocks clocks) {
        Procedure.Step planned = procedure.step(step.key()).orElseThrow();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("cause", Objects.requireNonNull(planned.kind().pause()).name());
        clocks.lastDay(planned.limit()).ifPresent(day -> fields.put("expectedEnd", day.toString()));
        return fields;
    }
}
