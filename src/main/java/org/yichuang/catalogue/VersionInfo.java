package org.yichuang.catalogue;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/** What stands beside a version's content. */
public record VersionInfo(
        @Schema(description = "Of the item: `food_permit`") String code,

        @Schema(description = "Which version of the item, counted from 1")
        int version,

        @Schema(description = "Where the version stands") VersionState state,
        Text name,
        @Schema(description = "Its key: `scjg`") String department,

        @Schema(description = "Greater with every change; a command names the one that was looked at")
        int revision,

        @Schema(description = "How many errors the quality rules found when it was last saved")
        int errors,

        @Schema(description = "When it was last saved or its state changed (UTC)")
        Instant changedAt,

        @Schema(description = "When it was put in force (UTC); null: never") @Nullable
        Instant publishedAt,

        @Schema(description = "When it was taken out of force (UTC); null: not so far") @Nullable
        Instant retiredAt) {}
