package org.yichuang.documents.letter;

import java.time.LocalDate;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.yichuang.documents.LetterContent;
import org.yichuang.documents.Verification;
import org.yichuang.documents.Verification.Status;
import org.yichuang.shared.Mask;

/** From a letter's row to what the public may know. */
final class Verifications {
    private Verifications() {}

    static Verification of(LetterTable.Row row, LocalDate today) {
        LetterContent letter = row.content();
        return new Verification(
                letter.code(),
                letter.kind(),
                letter.kind().title(letter.title()),
                letter.title(),
                letter.number(),
                letter.date(),
                letter.issuer().name(),
                letter.addressee().person()
                        ? Mask.name(letter.addressee().name())
                        : letter.addressee().name(),
                letter.item(),
                letter.validFrom(),
                letter.validUntil(),
                status(row, today),
                row.revokedOn(),
                row.revokedBecause(),
                hex(row.sha256()),
                row.pdf() == null ? null : hex(row.pdf()));
    }

    private static Status status(LetterTable.Row row, LocalDate today) {
        if (!row.intact()) {
            return Status.ALTERED;
        }
        if (row.revokedOn() != null && !today.isBefore(row.revokedOn())) {
            return Status.REVOKED;
        }
        @Nullable LocalDate until = row.content().validUntil();
        return until != null && today.isAfter(until) ? Status.EXPIRED : Status.VALID;
    }

    private static String hex(byte[] hash) {
        return HexFormat.of().formatHex(hash);
    }
}
