package org.yichuang.casework.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.casework.WorkFilter;

/**
 * A work list to be read.
 *
 * @param seen whose cases; null: everybody's
 * @param officer who the visitor is as an officer; null: none
 * @param mine what the visitor may do
 * @param tomorrow when today ends, and {@code later} when the next working day does
 */
public record WorkQuery(
        WorkFilter filter,
        @Nullable Seen seen,
        @Nullable UUID officer,
        List<Waiting> mine,
        Instant now,
        Instant tomorrow,
        Instant later) {

    /**
     * Cases of one unit that wait for one act which an officer may do today.
     *
     * @param items null: all of them
     */
    public record Waiting(String unit, String act, @Nullable List<String> items) {}

    /** Cases of these units, and those taken at these windows, whichever unit decides them. */
    public record Seen(List<String> units, List<String> windows) {}
}
