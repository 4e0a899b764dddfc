package org.yichuang.documents;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.DayRange;
import org.yichuang.shared.Page;

/**
 * Official letters and certificates. Issuing one costs a single inserted row; its PDF is made when somebody first asks
 * for it, and kept. Whoever issues a letter puts {@link PreparedLetter#reference} into the journal entry of the act: the
 * letter's hash then stands in the record.
 */
public interface Letters {
    /** The columns of {@code documents.letter} that {@link PreparedLetter#values} gives the values of, in this order. */
    String INSERT_COLUMNS = "id, code, kind, title, case_id, nth, number, issued_on, valid_until, content, sha256";

    /**
     * Writes a letter's text, number and verification code, without storing it: for a module that inserts it in the
     * statement of its own act.
     *
     * @throws IllegalArgumentException when a letter that denies something gives no reason
     */
    PreparedLetter prepare(NewLetter letter);

    /** What the letter would say, for a preview; its code is not a real one. */
    LetterContent preview(NewLetter letter);

    Optional<LetterContent> find(UUID id);

    /** A case's letters, oldest first. */
    List<Issued> ofCase(UUID caseId);

    /**
     * The letter as PDF, with its file name: made now, or kept from the first time.
     *
     * @throws org.yichuang.shared.Problem 409 {@code letter-altered} when it would be made from an altered text
     */
    Optional<StoredFile.Content> pdf(UUID id);

    /**
     * From this day on the public page says that it is revoked, and why. In the caller's transaction.
     *
     * @param reason for everybody to read, in both languages
     */
    void revoke(UUID id, LocalDate day, String reason);

    /** What the public page says of the letter with this code, as typed; empty when there is none. */
    Optional<Verification> verify(String code);

    /**
     * Licences granted (AL 40), newest first. Decisions on what is no licence are not among them.
     *
     * @param holder how a company's name begins; empty: all, of persons too, whose names nobody can look for
     * @param days of granting
     * @throws org.yichuang.shared.Problem 422 naming {@code holder}, which fits more than a thousand, or {@code after}
     */
    Page<Granted> granted(String holder, DayRange days, @Nullable String after, int size);

    /** Whether these bytes are the PDF of the letter with this code; never where its text was altered. */
    boolean matches(String code, byte[] pdf);

    /**
     * A line in a list of letters; a revoked one is worth nothing any more.
     *
     * @param code what anybody verifies it by, as it stands on the letter
     */
    record Issued(
            UUID id,

            @Schema(description = "What kind of letter it is")
            LetterKind kind,

            @Schema(description = "As it stands on the letter, in Chinese")
            String title,

            @Schema(description = "Of the letter, as it stands on it")
            String number,

            @Schema(description = "The day it bears") LocalDate date,

            @Schema(description = "What anybody verifies it by, as it stands on the letter")
            String code,

            @Schema(description = "It is worth nothing any more")
            boolean revoked) {}
}
