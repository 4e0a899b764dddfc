package org.yichuang.shared;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** A day as it is typed or sent, {@code 2026-10-09}, and days and times as they are written to be read. */
public final class Days {
    /** The city's time. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /** The years that the register and the calendar reach. */
    public static final int FIRST_YEAR = 1949;

    public static final int LAST_YEAR = 2999;
    /** The first day of anything that is counted. */
    public static final LocalDate EARLIEST = LocalDate.of(FIRST_YEAR, 10, 1);

    private static final int FOUR_DIGITS = 9999;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter EN_DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter EN_WEEKDAY = DateTimeFormatter.ofPattern("EEE", Locale.ENGLISH);
    private static final DateTimeFormatter EN_MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
    private static final String WEEKDAYS = "一二三四五六日";

    private Days() {}

    /**
     * @throws DateTimeException where it is no day, or its year has not four digits: what nobody means, and what neither
     *     the database nor a sum of days takes
     */
    public static LocalDate parse(String text) {
        LocalDate day = LocalDate.parse(text.strip());
        if (day.getYear() < 1 || day.getYear() > FOUR_DIGITS) {
            throw new DateTimeParseException("The year has not four digits", text, 0);
        }
        return day;
    }

    /** Whether it lies in the years that the register and the calendar reach. */
    public static boolean reached(LocalDate day) {
        return day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR;
    }

    /** 2026年10月9日, or 9 Oct 2026. */
    public static Text written(LocalDate day) {
        return Text.of(day.getYear() + "年" + day(day).zh(), EN.format(day));
    }

    /** 10月9日, or 9 Oct: a day near enough to need no year. */
    public static Text day(LocalDate day) {
        return Text.of(day.getMonthValue() + "月" + day.getDayOfMonth() + "日", EN_DAY.format(day));
    }

    /** With its year when that is not the year of {@code beside}. */
    public static Text day(LocalDate day, LocalDate beside) {
        return day.getYear() == beside.getYear() ? day(day) : written(day);
    }

    public static Text day(Instant at, Instant beside) {
        return day(LocalDate.ofInstant(at, ZONE), LocalDate.ofInstant(beside, ZONE));
    }

    /** 10月9日 17:00, or 9 Oct 17:00; with its year when that is not the year of {@code beside}. */
    public static Text moment(Instant at, Instant beside) {
        Text day = day(at, beside);
        return Text.of(day.zh() + " " + time(at), day.en() + " " + time(at));
    }

    /** 周五, or Fri. */
    public static Text weekday(DayOfWeek day) {
        return Text.of("周" + WEEKDAYS.charAt(day.ordinal()), EN_WEEKDAY.format(day));
    }

    /**
     * 9月22日 – 24日, or 22–24 Sep; one day with its weekday: 9月18日 周五, or Fri 18 Sep. With its year when that is not the
     * year of {@code beside}.
     */
    public static Text range(LocalDate from, LocalDate to, LocalDate beside) {
        Text first = day(from, beside);
        Text last = day(to, from);
        if (from.equals(to)) {
            Text weekday = weekday(from.getDayOfWeek());
            return Text.of(first.zh() + " " + weekday.zh(), weekday.en() + " " + first.en());
        }
        return YearMonth.from(from).equals(YearMonth.from(to))
                ? Text.of(
                        first.zh() + " – " + to.getDayOfMonth() + "日",
                        from.getDayOfMonth() + "–" + day(to, beside).en())
                : Text.of(first.zh() + " – " + last.zh(), first.en() + " – " + last.en());
    }

    /** 2026年9月, or September 2026. */
    public static Text month(YearMonth month) {
        return Text.of(month.getYear() + "年" + month.getMonthValue() + "月", EN_MONTH.format(month));
    }

    /** 17:00. */
    public static String time(Instant at) {
        return TIME.format(ZonedDateTime.ofInstant(at, ZONE));
    }

    /** 3 小时 15 分, or 3 h 15 min. */
    public static Text length(Duration time) {
        long hours = time.toHours();
        int minutes = time.toMinutesPart();
        if (hours == 0) {
            return Text.of(minutes + " 分", minutes + " min");
        }
        return minutes == 0
                ? Text.of(hours + " 小时", hours + " h")
                : Text.of(hours + " 小时 " + minutes + " 分", hours + " h " + minutes + " min");
    }
}
