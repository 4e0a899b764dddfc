package org.yichuang.casework.domain;

import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.Limit;

/**
 * Numbers that each city sets for itself.
 *
 * @param denialReview DENIAL-FILING: how soon the supervising unit looks at a denial
 * @param correction how long an applicant has to correct before the case ends; null: it waits for them
 */
public record LocalRules(Limit denialReview, @Nullable Limit correction) {
    public static final LocalRules DEFAULT = new LocalRules(Limit.workingDays(3), null);
}
