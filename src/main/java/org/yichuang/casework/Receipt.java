package org.yichuang.casework;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an applicant has in hand after filing. */
public record Receipt(
        UUID caseId,

        @Schema(description = "Readable and self-checking: XH26-004172-7")
        String number,

        @Schema(description = "With it alone anybody reads `GET /api/v1/track/{queryCode}`")
        String queryCode,

        State state,
        Instant receivedAt,

        @Schema(
                description = "Deemed accepted if nobody answers till then; null: decided already, or in a year that is"
                        + " not known")
        @Nullable
        Instant intakeDue,

        @Schema(description = "The id of the receipt letter; null: none was made") @Nullable
        UUID letter) {}
