package org.yichuang.shared;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of days that a list is narrowed to, in the city's time.
 *
 * @param from the first day, and {@code to} the last; null where it is open
 */
public record DayRange(@Nullable LocalDate from, @Nullable LocalDate to) {
    /**
     * As typed or sent, {@code 2026-10-09} or nothing.
     *
     * @throws Problem 422 naming {@code from} and {@code to} where they are no days, or the wrong way round
     */
    public static DayRange read(String from, String to) {
        var errors = new ArrayList<Problem.FieldError>();
        LocalDate first = day("from", Text.of("从", "From"), from, errors);
        LocalDate last = day("to", Text.of("到", "To"), to, errors);
        if (first != null && last != null && last.isBefore(first)) {
            errors.add(new Problem.FieldError("to", Text.of("最后一天早于第一天", "The last day is before the first")));
        }
        Problem.ifAny(errors);
        return new DayRange(first, last);
    }

    private static @Nullable LocalDate day(String field, Text label, String typed, List<Problem.FieldError> errors) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            return Days.parse(typed);
        } catch (DateTimeException e) {
            errors.add(
                    new Problem.FieldError(field, Text.of("日期写成 2026-10-09 这样", "Write the day as 2026-10-09"), label));
            return null;
        }
    }
}
