package org.yichuang.network;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/** Where a village or community helps its residents to apply; it has no windows and decides nothing. */
public record ServicePoint(
        String code,
        Text name,
        String division,

        @Schema(description = "The street's centre that its papers go to, by its code")
        String centre,

        String address,
        @Nullable String phone,
        OpeningHours hours) {}
