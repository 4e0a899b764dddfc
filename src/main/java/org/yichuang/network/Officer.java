package org.yichuang.network;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Someone who holds posts. */
public record Officer(
        @Schema(description = "The officer's number") String code,
        @Schema(description = "Name of the officer") String name,
        String unit,

        @Schema(description = "What they sign in with; null: none yet") @Nullable
        UUID account) {}
