package org.yichuang.casework;

import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.PersonalNumbers;

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

    /** A case number as it is printed, whole, begun or without its letters: XH26-004172-7. */
    private static final Pattern BEGUN = Pattern.compile("(?:[A-Za-z]{2})?\\d{2}-\\d{1,12}-?\\d?");

    private static final Pattern DASHLESS = Pattern.compile("([A-Z]{2}\\d{2})(\\d{6,12})(\\d)");

    /** A filter that is left empty is left out. */
    public WorkFilter {
        act = orNull(act);
        unit = orNull(unit);
        item = orNull(item);
    }

    private static @Nullable String orNull(@Nullable String word) {
        return word == null || word.isBlank() ? null : word;
    }

    /** Words as they are looked for: a case number that was typed without its hyphens gets them. */
    public static String words(String typed) {
        Matcher dashless = DASHLESS.matcher(PersonalNumbers.normalise(typed));
        return dashless.matches() ? dashless.replaceFirst("$1-$2-$3") : typed.strip();
    }

    /** Whether these words are a case number, whole or begun, and so nobody's own. */
    public static boolean caseNumber(String words) {
        return BEGUN.matcher(words).matches();
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
