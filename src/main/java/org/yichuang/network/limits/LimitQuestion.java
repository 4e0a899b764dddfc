package org.yichuang.network.limits;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A limit to compute, as somebody wrote it.
 *
 * @param start the event it counts from: 2026-09-18, 2026-09-18T10:24 (the city's time), or with an offset
 * @param amount how many of the unit; 0 is on the spot
 * @param unit WORKING_DAY, CALENDAR_DAY, WORKING_HOUR or HOUR
 * @param extension how many more, in the same unit
 * @param now the instant at which what is left is told; left out: now
 */
public record LimitQuestion(
        @Nullable String start,
        @Nullable Integer amount,
        @Nullable String unit,
        @Nullable Integer extension,
        @Nullable List<@Nullable PauseQuestion> pauses,
        @Nullable String now) {

    /**
     * A stretch that does not count.
     *
     * @param end left out while it is open
     * @param expectedEnd when an open one is expected to end
     */
    public record PauseQuestion(
            @Nullable String start,
            @Nullable String end,
            @Nullable String expectedEnd,
            @Nullable String cause) {}
}
