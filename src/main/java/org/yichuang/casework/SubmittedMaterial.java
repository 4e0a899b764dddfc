package org.yichuang.casework;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something handed in. */
public record SubmittedMaterial(
        @Schema(description = "Its code in the item version")
        String material,

        @Schema(description = "The id of an uploaded file; null: on paper, at a window") @Nullable
        UUID file,

        @Schema(description = "What the file is called") String name) {}
