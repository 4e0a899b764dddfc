package org.yichuang.documents;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A licence that was granted, as the public may know it (AL 40). */
public record Granted(
        @Schema(description = "The letter that grants it") Verification decision,

        @Schema(description = "The newest one made of it; null: none yet") @Nullable
        Verification certificate) {}
