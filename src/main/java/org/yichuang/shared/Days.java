package org.yichuang.shared;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;

/** A day as it is typed or sent: {@code 2026-10-09}. */
public final class Days {
    private static final int LAST_YEAR = 9999;

    private Days() {}

    /**
     * @throws DateTimeException where it is no day, or its year has not four digits: what nobody means, and what neither
     *     the database nor a sum of days takes
     */
    public static LocalDate parse(String text) {
        LocalDate day = LocalDate.parse(text.strip());
        if (day.getYear() < 1 || day.getYear() > LAST_YEAR) {
            throw new DateTimeParseException("The year has not four digits", text, 0);
        }
        return day;
    }
}
