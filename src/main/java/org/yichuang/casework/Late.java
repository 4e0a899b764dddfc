package org.yichuang.casework;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/** That a case was not decided in time, and what its applicant can do. */
public record Late(
        @Schema(description = "The law's time is over; false: the promised one alone is")
        boolean law,

        @Schema(description = "When that time ended") Instant since,

        @Schema(
                description =
                        "When the law's ends, where the promised one alone is over; null: there is none, or its end"
                                + " is not known")
        @Nullable
        Instant lawDue,

        @Schema(description = "Where one asks") Text unit,
        @Schema(description = "Null: nobody said") @Nullable String phone,

        @Schema(
                description = "What the law gives against silence; null: its time is not over, or the item's law has"
                        + " another way")
        @Nullable
        Text remedies) {}
