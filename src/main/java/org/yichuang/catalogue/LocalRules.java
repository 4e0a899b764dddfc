package org.yichuang.catalogue;

import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.Limit;

/**
 * The numbers that count in this city, in working days: the law's, or its own where it set tighter ones, and those that
 * each city sets for itself. The limit to decide is none of them: each item promises its own.
 *
 * @param intake AL-32: how soon an application is answered, or is accepted
 * @param delivery AL-44: how soon what was decided is delivered
 * @param extension AL-42: the most that the authority's head may add to the general limit
 * @param denialReview DENIAL-FILING: how soon the supervising unit looks at a denial
 * @param correction how long an applicant has to correct before the case ends; 0: it waits for them
 */
public record LocalRules(int intake, int delivery, int extension, int denialReview, int correction) {
    public static final LocalRules DEFAULT = new LocalRules(
            LegalRule.AL_32.number().amount(),
            LegalRule.AL_44.number().amount(),
            LegalRule.AL_42.more().amount(),
            LegalRule.DENIAL_FILING.number().amount(),
            0);

    public Limit toAnswer() {
        return Limit.workingDays(intake);
    }

    public Limit toDeliver() {
        return Limit.workingDays(delivery);
    }

    public Limit toReview() {
        return Limit.workingDays(denialReview);
    }

    /** Null: the case waits for the applicant. */
    public @Nullable Limit toCorrect() {
        return correction == 0 ? null : Limit.workingDays(correction);
    }

    /** The most that an item's limit may be extended by; what a law of its own gives no city changes. */
    public @Nullable Limit extension(ItemVersion item) {
        Limit most = item.extension();
        return most == null || item.statutory() != null && item.statutory().extension() != null
                ? most
                : Limit.workingDays(extension);
    }
}
