package org.yichuang.casework.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.CaseStep;
import org.yichuang.casework.State;

/** AL-82: the official calendar was amended; what is due is computed again, the old date goes on record. */
final class Recomputing {
    private Recomputing() {}

    /** Whether anything would be due at another time. */
    static boolean moved(CaseFile file, Setting at) {
        CaseFile after = computed(file, at);
        return !Objects.equals(file.due(), after.due())
                || !Objects.equals(lapses(file), lapses(after))
                || !Objects.equals(file.statuteDue(), after.statuteDue())
                || !file.dues().equals(after.dues())
                || !file.steps().equals(after.steps());
    }

    /**
     * Whether the time to answer, or what else is due, have passed, by the calendar of today as well: one that was
     * amended just now may not have been applied to this case yet.
     */
    static boolean over(CaseFile file, Setting at) {
        Instant today = lapses(computed(file, at));
        return passed(lapses(file), at) && (today == null || passed(today, at));
    }

    /** Silence accepts after the time to answer (AL-32), also where the law's own limit is over before. */
    private static @Nullable Instant lapses(CaseFile file) {
        return file.state() == State.SUBMITTED ? file.intake().due() : file.due();
    }

    private static boolean passed(@Nullable Instant due, Setting at) {
        return due != null && at.now().isAfter(due);
    }

    static void recompute(Course course) {
        CaseFile before = course.file();
        course.change(file -> computed(file, course.at));
        CaseFile after = course.file();
        course.go(
                ActKind.RECOMPUTE,
                after.state(),
                Payload.of("oldDue", lapses(before))
                        .and("newDue", lapses(after))
                        .and("oldPromiseDue", before.dues().promise())
                        .and("newPromiseDue", after.dues().promise())
                        .and("oldStatuteDue", before.statuteDue())
                        .and("newStatuteDue", after.statuteDue())
                        .and("steps", moved(before.steps(), after.steps()))
                        .map());
    }

    /** The steps that are due at another time, with both; null: none. */
    static @Nullable List<Map<String, Object>> moved(List<CaseStep> before, List<CaseStep> after) {
        List<Map<String, Object>> moved = IntStream.range(0, before.size())
                .filter(i -> !Objects.equals(before.get(i).dueAt(), after.get(i).dueAt()))
                .mapToObj(i -> Payload.of("step", before.get(i).key())
                        .and("oldDue", before.get(i).dueAt())
                        .and("newDue", after.get(i).dueAt())
                        .map())
                .toList();
        return moved.isEmpty() ? null : moved;
    }

    private static CaseFile computed(CaseFile file, Setting at) {
        return switch (file.state()) {
            case SUBMITTED, CORRECTING -> file.with(intake(file.intake(), at));
            case ACCEPTED, REVIEWING, PAUSED -> clocks(file, at);
            case GRANTED -> steps(delivery(file, at), at);
            case REFUSED -> delivery(file, at);
            default -> file;
        };
    }

    private static Intake intake(Intake intake, Setting at) {
        Instant correction = intake.notice() == null
                ? null
                : IntakeActs.correctionDue(intake, intake.notice().at(), at);
        return intake.counted(at).correctionDue(correction);
    }

    private static CaseFile clocks(CaseFile file, Setting at) {
        Clocks clocks = file.running();
        return steps(file.with(clocks, Dues.of(clocks, at.calendar())), at);
    }

    /** The steps that are open; after a grant, making the certificate is one. */
    private static CaseFile steps(CaseFile file, Setting at) {
        Clocks clocks = file.running();
        return file.with(Steps.due(file.steps(), at.item().procedure(), clocks, at.calendar()));
    }

    private static CaseFile delivery(CaseFile file, Setting at) {
        Instant decided = file.ending().decidedAt();
        return file.with(
                file.ending().deliveryDue(decided == null ? null : DecisionActs.deliveryDue(file, decided, at)));
    }
}
