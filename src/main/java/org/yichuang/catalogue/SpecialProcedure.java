package org.yichuang.catalogue;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/**
 * Something the law may put between acceptance and decision: a hearing, a notice, an expert review.
 *
 * @param time how long it takes, in words; null when the law gives no number
 * @param counts its time counts against the limits; what article 45 of the licensing law names does not
 */
public record SpecialProcedure(
        Text name,
        @Nullable Text time,
        boolean counts,
        @Nullable Text basis,
        boolean verified,

        @Schema(description = "What the guide says of it beside") @Nullable
        Text note) {}
