package org.yichuang.documents;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/**
 * What anyone who holds a letter's code may know of it.
 *
 * @param revokedBecause why, as it stands on record, which keeps one text: the Chinese, then the English
 * @param sha256 of the letter's stored text, lower-case hex: the same stands in the record of its case
 * @param pdfSha256 of its PDF, null as long as nobody has taken one
 */
public record Verification(
        @Schema(description = "The verification code, as it stands on the letter")
        String code,

        @Schema(description = "What kind of letter it is") LetterKind kind,

        @Schema(description = "The kind in both languages; `title` is what stands on it")
        Text kindName,

        @Schema(description = "As it stands on the letter, in Chinese")
        String title,

        @Schema(description = "Of the letter, as it stands on it")
        String number,

        @Schema(description = "The day it bears") LocalDate date,

        @Schema(description = "The unit whose seal it bears, in Chinese")
        String issuer,

        @Schema(description = "A company's name; of a person the family name only")
        String addressee,

        @Schema(description = "What the item is called, in Chinese")
        String item,

        @Schema(description = "The first day on which it is good; null: the letter sets none") @Nullable
        LocalDate validFrom,

        @Schema(description = "The last day; null: no end") @Nullable
        LocalDate validUntil,

        @Schema(
                description =
                        "ALTERED: its stored text is not the one that was issued, and nothing here can be relied on")
        Status status,

        @Nullable LocalDate revokedOn,

        @Schema(description = "Why, as it stands on record: Chinese, then English; null: not revoked") @Nullable
        String revokedBecause,

        @Schema(description = "Of the letter's stored text, hexadecimal")
        String sha256,

        @Schema(description = "Of its PDF, hexadecimal; none as long as nobody has taken one") @Nullable
        String pdfSha256) {

    public enum Status {
        VALID,
        EXPIRED,
        REVOKED,
        /** Its stored text is not the one that was issued: nothing here can be relied on. */
        ALTERED
    }
}
