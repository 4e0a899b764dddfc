package org.yichuang.casework;

import java.util.Map;

/**
 * How many open cases there are, by when they are due and by what they wait for.
 *
 * @param byAct acts of the register, and {@code applicant}; a case with steps in parallel counts under each. Of every
 *     unit's cases the applicant alone
 * @param mine where it is the visitor's turn
 * @param told a count that is larger says only that there are more than this
 */
public record WorkCounts(Map<WorkFilter.Bucket, Integer> due, Map<String, Integer> byAct, int mine, int all, int told) {
    /** Of all of a city's cases no count goes further: they are too many to be read for each page. */
    public static final int TOLD = 999;

    public int due(WorkFilter.Bucket bucket) {
        return due.getOrDefault(bucket, 0);
    }

    public int of(String act) {
        return byAct.getOrDefault(act, 0);
    }

    /** Whether they were counted to the end, so that one can be taken from another. */
    public boolean whole() {
        return all <= told;
    }

    /** One of these counts as it is written: 17, or 999+. */
    public String shown(int count) {
        return count > told ? told + "+" : Integer.toString(count);
    }
}
