package org.yichuang.catalogue;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/** What stands beside a version's content. */
public record VersionInfo(
        String code,
        int version,
        VersionState state,
        Text name,
        String department,

        @Schema(description = "Greater with every change; a command names the one that was looked at")
        int revision,

        @Schema(description = "How many errors the quality rules found when it was last saved")
        int errors,

        Instant changedAt,
        @Nullable Instant publishedAt,
        @Nullable Instant retiredAt) {}
