package org.yichuang.casework;

import java.util.Map;

/**
 * How many open cases there are, by when they are due and by what they wait for.
 *
 * @param byAct acts of the register, and {@code applicant}; a case with steps in parallel counts under each
 * @param mine where it is the visitor's turn
 */
public record WorkCounts(Map<WorkFilter.Bucket, Integer> due, Map<String, Integer> byAct, int mine, int all) {
    public int due(WorkFilter.Bucket bucket) {
        return due.getOrDefault(bucket, 0);
    }

    public int of(String act) {
        return byAct.getOrDefault(act, 0);
    }
}
