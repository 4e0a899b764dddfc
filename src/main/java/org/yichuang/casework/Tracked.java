package org.yichuang.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.LimitClock;
import org.yichuang.shared.Text;

/**
 * What anybody with the query code may see of a case.
 *
 * @param item its code
 * @param licence it stands under the Licensing Law
 * @param unit its code
 * @param applicant masked
 * @param way how the decision is to reach its applicant
 * @param reversed the "no" was taken back, and who was turned away applies anew
 * @param intakeDue when it is accepted by silence if nobody answers
 * @param decidedAt when it was decided, withdrawn or ended
 * @param due the next instant that matters
 * @param leading which of the clocks it is, or was, answered or decided by
 * @param late null where it is decided, or still in time
 */
public record Tracked(
        String number,
        String queryCode,
        String item,
        Text itemName,
        boolean licence,
        String unit,
        Text unitName,
        String applicant,
        State state,
        @Nullable State result,
        DeliveryWay way,
        boolean reversed,
        List<String> waitsFor,
        Instant receivedAt,
        @Nullable Instant intakeDue,
        @Nullable Instant decidedAt,
        @Nullable Instant due,
        Map<ClockKind, LimitClock> clocks,
        ClockKind leading,
        @Nullable Late late,
        List<TimelineEntry> timeline) {}
