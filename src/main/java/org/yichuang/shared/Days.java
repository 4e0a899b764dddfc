package org.yichuang.shared;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** A day: as it is typed or sent, {@code 2026-10-09}, and as it is written to be read. */
public final class Days {
    private static final int LAST_YEAR = 9999;

    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private Days() {}

    /** 2026年10月9日, or 9 Oct 2026. */
    public static Text written(LocalDate day) {
        return Text.of(day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日", EN.format(day));
    }

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
