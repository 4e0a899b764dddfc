package org.yichuang.casework.service;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.casework.Late;
import org.yichuang.casework.State;
import org.yichuang.casework.domain.CaseFile;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.documents.Remedies;
import org.yichuang.network.Network;
import org.yichuang.network.Unit;
import org.yichuang.shared.Text;

/** Whether a case was not decided in time. */
@Component
class Lateness {
    private static final Set<State> UNDECIDED =
            EnumSet.of(State.SUBMITTED, State.ACCEPTED, State.REVIEWING, State.PAUSED);

    private final Network network;
    private final Catalogue catalogue;
    private final Clock clock;

    Lateness(Network network, Catalogue catalogue, Clock clock) {
        this.network = network;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @Nullable
    Late of(CaseFile file) {
        if (!UNDECIDED.contains(file.state())) {
            return null;
        }
        Instant law = file.statuteDue();
        Instant promise = file.dues().promise();
        Instant now = clock.instant();
        if (law != null && law.isBefore(now)) {
            return late(file, true, law, null);
        }
        return promise != null && promise.isBefore(now) ? late(file, false, promise, law) : null;
    }

    private Late late(CaseFile file, boolean law, Instant since, @Nullable Instant lawDue) {
        String code = file.is().unit();
        Unit unit = network.unit(code).orElse(null);
        return new Late(
                law,
                since,
                lawDue,
                unit == null ? Text.same(code) : unit.name(),
                unit == null ? null : unit.phone(),
                law ? remedies(file, unit) : null);
    }

    private @Nullable Text remedies(CaseFile file, @Nullable Unit unit) {
        var item = catalogue.version(file.is().item(), file.is().itemVersion());
        if (item.outcome().remedies() != null) {
            return null;
        }
        return unit == null
                ? Remedies.SILENCE.naming(null, null)
                : Remedies.SILENCE.naming(unit.reviewBody(), unit.court());
    }
}
