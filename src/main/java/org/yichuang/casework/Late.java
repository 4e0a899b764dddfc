package org.yichuang.casework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/**
 * That a case was not decided in time, and what its applicant can do.
 *
 * @param law the law's time is over; where not, the promised one alone is
 * @param since when that time ended
 * @param lawDue when the law's ends, where the promised one alone is over; null where there is none, or its end is not
 *     known
 * @param unit where one asks
 * @param phone its telephone, null where nobody said
 * @param remedies what the law gives against silence; null where the law's time is not over, or the item's own law has
 *     another way than review and suit
 */
public record Late(
        boolean law,
        Instant since,
        @Nullable Instant lawDue,
        Text unit,
        @Nullable String phone,
        @Nullable Text remedies) {}
