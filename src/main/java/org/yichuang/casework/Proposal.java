package org.yichuang.casework;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.catalogue.PauseCause;

/** A pause or an extension that waits for approval by somebody else than who asked for it. */
public record Proposal(
        @Schema(description = "PROPOSE_PAUSE or PROPOSE_EXTENSION")
        ActKind act,

        @Schema(description = "Of a pause; else null") @Nullable
        PauseCause cause,

        @Schema(description = "Of a pause; else null") @Nullable
        Instant expectedEnd,

        @Schema(description = "Of an extension, in the unit of the statutory limit; else 0")
        int amount,

        @Schema(description = "Why it is asked for") String reason,
        @Schema(description = "The account of who asked") UUID by,
        @Schema(description = "Name of who asked") String byName,
        @Schema(description = "When it was asked for (UTC)") Instant at) {

    /** The act of the authorisation register that approves it. */
    public String approval() {
        return act == ActKind.PROPOSE_PAUSE ? "pause" : "extend";
    }
}
