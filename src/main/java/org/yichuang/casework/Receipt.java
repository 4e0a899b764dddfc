package org.yichuang.casework;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an applicant has in hand after filing.
 *
 * @param number readable and self-checking: XH26-004172-7
 * @param queryCode for {@link Cases#track}, together with nothing else: whoever has it may look
 * @param letter the receipt letter
 * @param intakeDue when it is deemed accepted if nobody answers; null when it is decided already, or the year's calendar
 *     is not known
 */
public record Receipt(
        UUID caseId,
        String number,
        String queryCode,
        State state,
        Instant receivedAt,
        @Nullable Instant intakeDue,
        @Nullable UUID letter) {}
