package org.yichuang.casework.store;

import java.time.Instant;
import java.util.List;
import org.yichuang.casework.WorkFilter;

/**
 * A work list to be read.
 *
 * @param units whose cases
 * @param mine what the visitor may do
 * @param tomorrow when today ends, and {@code later} when the next working day does
 */
public record WorkQuery(
        WorkFilter filter, List<String> units, List<Waiting> mine, Instant now, Instant tomorrow, Instant later) {}
