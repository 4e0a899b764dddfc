package org.yichuang.network.tables;

import io.swagger.v3.oas.annotations.media.Schema;

/** How many rows an import added, changed, removed and found as they were. */
public record Imported(
        @Schema(description = "Rows that were not there before")
        int added,

        @Schema(description = "Rows that were there with other cells")
        int changed,

        @Schema(description = "Rows that the file did not have, with `replace`")
        int removed,

        @Schema(description = "Rows that were there just so")
        int unchanged) {}
