package org.yichuang.casework.service;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.ActOption;
import org.yichuang.casework.CaseStep;
import org.yichuang.casework.domain.CaseFile;
import org.yichuang.casework.domain.Permission;
import org.yichuang.casework.domain.Setting;
import org.yichuang.casework.domain.Transitions;
import org.yichuang.casework.domain.Who;
import org.yichuang.catalogue.Procedure;

/** What somebody can do with a case now, and why not the rest; by the very rules that an act is checked by. */
@Component
class Options {
    /** Not done on the case's page. */
    private static final Set<ActKind> ELSEWHERE =
            EnumSet.of(ActKind.SUBMIT, ActKind.JUDGE, ActKind.REVERSE, ActKind.ANSWER);

    private final Settings settings;

    Options(Settings settings) {
        this.settings = settings;
    }

    List<ActOption> of(CaseFile file, List<Who> faces) {
        Setting at = settings.of(file, faces.stream().anyMatch(who -> who instanceof Who.Officer));
        return Arrays.stream(ActKind.values())
                .filter(act -> !ELSEWHERE.contains(act))
                .flatMap(act -> faces.stream()
                        .filter(who -> Transitions.may(act, who))
                        .limit(1)
                        .flatMap(who -> options(file, act, who, at).stream()))
                .toList();
    }

    private static List<ActOption> options(CaseFile file, ActKind act, Who who, Setting at) {
        if (act != ActKind.FINISH_STEP) {
            return List.of(option(file, act, null, who, at));
        }
        return file.steps().stream()
                .filter(Options::finishable)
                .map(step -> option(file, act, step, who, at))
                .toList();
    }

    private static ActOption option(CaseFile file, ActKind act, @Nullable CaseStep step, Who who, Setting at) {
        String key = step == null ? "" : step.key();
        Permission permission = Permission.of(file, act, key, who, at);
        return new ActOption(
                act,
                step,
                Transitions.rule(file, act, key, at.item()),
                permission instanceof Permission.Denied(var no) ? no.why() : null);
    }

    /** Not yet done, and not done by deciding or delivering. */
    private static boolean finishable(CaseStep step) {
        boolean own = !step.kind().equals(Procedure.Kind.DECISION.name())
                && !step.kind().equals(Procedure.Kind.DELIVERY.name());
        return own && (step.open() || step.progress() == CaseStep.Progress.WAITING);
    }
}
