package org.yichuang.casework;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.catalogue.PauseCause;

/**
 * A pause or an extension that waits for approval by somebody else than who asked for it.
 *
 * @param act {@link ActKind#PROPOSE_PAUSE} or {@link ActKind#PROPOSE_EXTENSION}
 * @param cause of a pause
 * @param amount of an extension
 */
public record Proposal(
        ActKind act,
        @Nullable PauseCause cause,
        @Nullable Instant expectedEnd,
        int amount,
        String reason,
        UUID by,
        String byName,
        Instant at) {

    /** The act of the authorisation register that approves it. */
    public String approval() {
        return act == ActKind.PROPOSE_PAUSE ? "pause" : "extend";
    }
}
