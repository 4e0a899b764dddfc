package org.yichuang.casework.service;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.ActOption;
import org.yichuang.casework.CaseStep;
import org.yichuang.casework.domain.CaseFile;
import org.yichuang.casework.domain.Permission;
import org.yichuang.casework.domain.Result;
import org.yichuang.casework.domain.Setting;
import org.yichuang.casework.domain.Transitions;
import org.yichuang.casework.domain.Who;
import org.yichuang.catalogue.Procedure;
import org.yichuang.shared.Text;

/** What somebody can do with a case now, and why not the rest; by the very rules that an act is checked by. */
@Component
class Options {
    /** Not done on the case's page. */
    private static final Set<ActKind> ELSEWHERE =
            EnumSet.of(ActKind.SUBMIT, ActKind.JUDGE, ActKind.REVERSE, ActKind.ANSWER);

    private final Settings settings;
    private final People people;

    Options(Settings settings, People people) {
        this.settings = settings;
        this.people = people;
    }

    List<ActOption> of(CaseFile file, List<Who> faces) {
        Setting at = settings.of(file, faces.stream().anyMatch(who -> who instanceof Who.Officer));
        List<Face> seen =
                faces.stream().map(who -> new Face(who, people.why(who, file))).toList();
        return Arrays.stream(ActKind.values())
                .filter(act -> !ELSEWHERE.contains(act))
                .flatMap(act -> seen.stream()
                        .filter(face -> Transitions.may(act, face.who()))
                        .limit(1)
                        .flatMap(face -> options(file, act, face, at)))
                .toList();
    }

    /** @param why to them an act is refused */
    private record Face(Who who, Function<Result.No, Text> why) {}

    private static Stream<ActOption> options(CaseFile file, ActKind act, Face face, Setting at) {
        return act != ActKind.FINISH_STEP
                ? Stream.of(option(file, act, null, face, at))
                : file.steps().stream().filter(Options::finishable).map(step -> option(file, act, step, face, at));
    }

    private static ActOption option(CaseFile file, ActKind act, @Nullable CaseStep step, Face face, Setting at) {
        String key = step == null ? "" : step.key();
        Permission permission = Permission.of(file, act, key, face.who(), at);
        return new ActOption(
                act,
                step,
                Transitions.rule(file, act, key, at.item()),
                permission instanceof Permission.Denied(var no) ? face.why().apply(no) : null);
    }

    /** Not yet done, and not done by deciding or delivering. */
    private static boolean finishable(CaseStep step) {
        boolean own = !step.kind().equals(Procedure.Kind.DECISION.name())
                && !step.kind().equals(Procedure.Kind.DELIVERY.name());
        return own && (step.open() || step.progress() == CaseStep.Progress.WAITING);
    }
}
