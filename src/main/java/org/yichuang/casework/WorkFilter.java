package org.yichuang.casework;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which of the cases that one may see to list. All parts narrow.
 *
 * @param states empty: all open ones
 * @param act only cases that wait for this act of the register, by its key ({@code accept}), or for the {@code applicant}
 * @param due null: whenever
 * @param mine only where it is the visitor's turn
 * @param unit null: every one the visitor may see cases of
 * @param item an item's code
 * @param applicant an account's id
 * @param q case number (whole or its beginning), or part of the applicant's, agent's or item's name
 * @param after a cursor
 * @param size how many, null: the default
 */
public record WorkFilter(
        Set<State> states,
        @Nullable String act,
        @Nullable Bucket due,
        boolean mine,
        @Nullable String unit,
        @Nullable String item,
        @Nullable UUID applicant,
        @Nullable String q,
        @Nullable String after,
        @Nullable Integer size) {
    public static final WorkFilter ALL =
            new WorkFilter(Set.of(), null, null, false, null, null, null, null, null, null);

    /** A filter that is left empty is left out. */
    public WorkFilter {
        act = orNull(act);
        unit = orNull(unit);
        item = orNull(item);
    }

    private static @Nullable String orNull(@Nullable String word) {
        return word == null || word.isBlank() ? null : word;
    }

    /** The same from this place on. */
    public WorkFilter after(String cursor) {
        return new WorkFilter(states, act, due, mine, unit, item, applicant, q, cursor, size);
    }

    /** When something is due. */
    public enum Bucket {
        OVERDUE,
        TODAY,
        /** After today, till the end of the next working day. */
        NEXT,
        LATER,
        /** Not what was overdue already when it was paused. */
        PAUSED,
        /** Nothing is due by a date, or the date cannot be computed yet. */
        NONE
    }
}
