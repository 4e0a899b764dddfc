package org.yichuang.casework;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an act led to. */
public record Acted(
        UUID caseId,
        String number,
        State state,

        @Schema(description = "To be given with the next act")
        int version,

        @Schema(description = "The next instant that matters; null: none, or the clock stands still") @Nullable
        Instant due,

        @Schema(description = "The ids of the letters it made")
        List<UUID> letters) {}
