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
 * @param applicant masked
 * @param decidedAt when it was decided, withdrawn or ended
 */
public record Tracked(
        String number,
        String queryCode,
        Text itemName,
        Text unitName,
        String applicant,
        State state,
        @Nullable State result,
        List<String> waitsFor,
        Instant receivedAt,
        @Nullable Instant decidedAt,
        @Nullable Instant due,
        Map<ClockKind, LimitClock> clocks,
        List<TimelineEntry> timeline) {}
