package org.yichuang.network;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/** A post of a unit, held by officer A and, while A is away, by officer B (A/B 岗). */
public record Post(
        @Schema(description = "`330106-scjg-decide`") String code,
        String unit,

        @Schema(description = "What it is for; what it may do is in the authorisation register")
        PostRole role,

        Text name,

        @Schema(description = "Officer A; null while nobody is appointed") @Nullable
        Officer a,

        @Schema(description = "Who acts while A is away; null: nobody") @Nullable
        Officer b,

        @Schema(description = "Where its officer sits; null: at the unit") @Nullable
        String centre,

        @Schema(description = "By its code; null: in the back office") @Nullable
        String window) {}
