package org.yichuang.casework.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.casework.CaseView.Result;
import org.yichuang.casework.DeliveryWay;

/**
 * How a case was decided and what came after.
 *
 * @param denial the filing that a "no" stands on
 * @param sent by which number, or to whom, it was delivered; null where nobody noted it
 * @param chosen the way that the applicant had chosen, where it was delivered another; otherwise null
 * @param question what the supervising unit asks about it, as long as nobody answered
 */
public record Ending(
        @Nullable Result result,
        @Nullable Instant decidedAt,
        @Nullable UUID denial,
        @Nullable Instant deliveryDue,
        @Nullable Instant deliveredAt,
        @Nullable Instant closedAt,
        @Nullable String sent,
        @Nullable DeliveryWay chosen,
        @Nullable String question) {
    public static final Ending NONE = new Ending(null, null, null, null, null, null, null, null, null);

    static Ending decided(Result result, Instant at, @Nullable UUID denial, @Nullable Instant deliveryDue) {
        return new Ending(result, at, denial, deliveryDue, null, null, null, null, null);
    }

    /** Over without anything to deliver. */
    static Ending closed(Result result, Instant at, @Nullable UUID denial) {
        return new Ending(result, at, denial, null, null, at, null, null, null);
    }

    /** Delivered again, it stays delivered when it was first. */
    Ending delivered(Instant at, @Nullable String sent, @Nullable DeliveryWay chosen) {
        Instant first = deliveredAt == null ? at : deliveredAt;
        return new Ending(result, decidedAt, denial, deliveryDue, first, null, sent, chosen, question);
    }

    Ending closed(Instant at) {
        return new Ending(result, decidedAt, denial, deliveryDue, deliveredAt, at, sent, chosen, question);
    }

    Ending deliveryDue(@Nullable Instant due) {
        return new Ending(result, decidedAt, denial, due, deliveredAt, closedAt, sent, chosen, question);
    }

    Ending questioned(@Nullable String asked) {
        return new Ending(result, decidedAt, denial, deliveryDue, deliveredAt, closedAt, sent, chosen, asked);
    }
}
