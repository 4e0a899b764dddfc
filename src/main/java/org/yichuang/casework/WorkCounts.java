package org.yichuang.casework;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many open cases there are, by when they are due and by what they wait for.
 *
 * @param due where they were not counted to the end, only the buckets that have a date
 * @param byAct acts of the register, and {@code applicant}; a case with steps in parallel counts under each. Of every
 *     unit's cases the applicant alone; where they were not counted to the end, nothing
 * @param mine where it is the visitor's turn
 * @param told a count that is larger says only that there are more than this
 */
public record WorkCounts(Map<WorkFilter.Bucket, Integer> due, Map<String, Integer> byAct, int mine, int all, int told) {
    /**
     * Of all of a city's cases no count goes further, since they are too many to be read for each page; where there are
     * more, what no index leads to is not counted at all: what is paused, has no date, or waits for the applicant.
     */
    public static final int TOLD = 999;

    /** Null: not counted. */
    public @Nullable Integer due(WorkFilter.Bucket bucket) {
        return due.get(bucket);
    }

    /** Null: not counted. */
    public @Nullable Integer of(String act) {
        return whole() ? byAct.getOrDefault(act, 0) : byAct.get(act);
    }

    /** Whether they were counted to the end, so that one can be taken from another. */
    public boolean whole() {
        return all <= told;
    }

    /** One of these counts as it is written: 17, or 999+; nothing where it was not counted. */
    public String shown(@Nullable Integer count) {
        return count == null ? "" : count > told ? told + "+" : count.toString();
    }
}
