package org.yichuang.casework;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** AL-32 (2) at a window: somebody asks for an item that another authority is competent for. */
public record TurnedAway(
        @Schema(description = "The account of who asks, as window-applicants answers it")
        UUID applicant,

        @Schema(description = "Who stands there for them, needed for a company; null: the applicant") @Nullable
        String agentName,

        @Schema(description = "A window, by its code; null: not at a window") @Nullable
        String window,

        @Schema(description = "What they ask for, by its code; none that every window of the city takes")
        String item,

        @Schema(description = "Where it would be handled; null: for an item whose form does not ask for the place")
        @Nullable
        String division,

        @Schema(description = "The right authority follows from item and division")
        DenialFiling filing) {}
