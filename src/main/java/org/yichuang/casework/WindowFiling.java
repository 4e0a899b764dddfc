package org.yichuang.casework;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An officer files for somebody who stands at the window.
 *
 * @param draft what they began online of this item, filed with it: the case takes its id, and it is gone; null: none
 */
public record WindowFiling(
        @Schema(description = "The account of who applies, as window-applicants answers it")
        UUID applicant,

        @Schema(description = "Who stands there for them, needed for a company; null: the applicant") @Nullable
        String agentName,

        @Schema(
                description = "A window, by its code, of a centre in which the officer has a post; null: not at a "
                        + "window")
        @Nullable
        String window,

        @Schema(description = "What is applied for, as online")
        NewCase application,

        @Schema(description = "What follows at once; with RECEIVE materials may be missing")
        Then then,

        @Schema(
                description =
                        "What they began online, as window-drafts answered it to the same officer that day; saved "
                                + "since then, or the item published anew: refused (409). Null: nothing")
        @Nullable
        Begun draft) {
    /** A draft as it was read. What was saved of it since then nobody at the window has seen: nothing is received. */
    public record Begun(
            @Schema(description = "Of the draft") UUID id,

            @Schema(description = "As the draft had it when it was read")
            Instant updatedAt) {}

    /** What follows at once. */
    public enum Then {
        /** Received; intake answers later. Materials may be missing. */
        RECEIVE,
        ACCEPT,
        /** Accepted, granted and delivered: items that are decided on the spot. */
        ON_THE_SPOT
    }
}
