package org.yichuang.network;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/** An authority: a department in one division. It is what is competent, decides and answers for it. */
public record Unit(
        @Schema(description = "`330106-scjg`") String code,
        Text name,
        Tier tier,
        @Schema(description = "Its code: 330106000000") String division,
        @Schema(description = "Its key: `scjg`") String department,

        @Schema(description = "The unit that guides it, one tier up, by its code; null: none") @Nullable
        String parent,

        @Schema(description = "Where one asks; null: nobody said") @Nullable
        String phone,

        @Schema(description = "Who reviews its decisions; null: the city does not say") @Nullable
        String reviewBody,

        @Schema(description = "Where it is sued; null: the city does not say") @Nullable
        String court) {}
