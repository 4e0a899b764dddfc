package org.yichuang.network;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/**
 * A place on the map of administration, by the code of the National Bureau of Statistics: {@code 330106000000}, 西湖区.
 */
public record Division(
        @Schema(description = "Of the National Bureau of Statistics: 330106000000")
        String code,

        Tier tier,
        Text name,

        @Schema(description = "The division it lies in; null for the city") @Nullable
        String parent) {}
