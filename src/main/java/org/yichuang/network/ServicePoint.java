package org.yichuang.network;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/** Where a village or community helps its residents to apply; it has no windows and decides nothing. */
public record ServicePoint(
        @Schema(description = "Under which the register has it")
        String code,

        Text name,

        @Schema(description = "The village or community, by its code")
        String division,

        @Schema(description = "The street's centre that its papers go to, by its code")
        String centre,

        String address,
        @Nullable String phone,

        @Schema(
                description = "When it is open in a week; closed on legal holidays, on a make-up workday open as on a "
                        + "Monday")
        OpeningHours hours) {}
