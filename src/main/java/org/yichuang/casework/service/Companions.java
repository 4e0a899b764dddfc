package org.yichuang.casework.service;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yichuang.casework.CaseStep;
import org.yichuang.casework.domain.CaseFile;
import org.yichuang.network.Absences;
import org.yichuang.network.Network;
import org.yichuang.network.Officer;
import org.yichuang.network.Post;

/**
 * AL-34: who can be the second officer of a step: A or B of a post of the case's unit that is authorised for the step with
 * this item, not away that day.
 */
@Component
class Companions {
    private final Network network;
    private final Absences absences;

    Companions(Network network, Absences absences) {
        this.network = network;
        this.absences = absences;
    }

    List<Officer> of(CaseFile file, String step, LocalDate day) {
        String act = file.step(step).map(CaseStep::act).orElse("survey");
        return network.posts(file.is().unit()).stream()
                .filter(post -> authorised(post, act, file.is().item(), day))
                .flatMap(post -> Stream.of(post.a(), post.b()))
                .filter(Objects::nonNull)
                .filter(officer -> officer.account() != null)
                .filter(officer -> !away(officer, day))
                .distinct()
                .toList();
    }

    /** The name of the one who has this account; null when they cannot be it. */
    @org.jspecify.annotations.Nullable
    String name(CaseFile file, String step, UUID account, LocalDate day) {
        return of(file, step, day).stream()
                .filter(officer -> account.equals(officer.account()))
                .map(Officer::name)
                .findFirst()
                .orElse(null);
    }

    private boolean authorised(Post post, String act, String item, LocalDate day) {
        return network.authorisations(post.code()).stream()
                .anyMatch(line -> line.act().key().equals(act) && line.covers(item) && line.on(day));
    }

    private boolean away(Officer officer, LocalDate day) {
        return absences.of(officer.code(), day).stream()
                .anyMatch(away -> !away.from().isAfter(day) && !away.to().isBefore(day));
    }
}
