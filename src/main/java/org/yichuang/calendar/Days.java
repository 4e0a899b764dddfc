package org.yichuang.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.yichuang.shared.Text;

/** Says days and times in both languages, in {@link WorkingCalendar#ZONE}. */
final class Days {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter EN_WEEKDAY = DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);
    private static final DateTimeFormatter EN_MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
    private static final String WEEKDAYS = "一二三四五六日";

    private Days() {}

    /** 10月12日, 12 Oct; with its year when that is not the year of {@code beside}. */
    static Text day(LocalDate date, LocalDate beside) {
        Text day = Text.of(date.getMonthValue() + "月" + date.getDayOfMonth() + "日", EN.format(date));
        return date.getYear() == beside.getYear() ? day : org.yichuang.shared.Days.written(date);
    }

    static Text day(Instant instant, Instant beside) {
        return day(WorkingCalendar.dayOf(instant), WorkingCalendar.dayOf(beside));
    }

    /** 10月12日 17:00, 12 Oct 17:00. */
    static Text moment(Instant instant, Instant beside) {
        Text day = day(instant, beside);
        return Text.of(day.zh() + " " + time(instant), day.en() + " " + time(instant));
    }

    /** 9月18日 周五, Fri 18 Sep. */
    static Text weekday(LocalDate date) {
        char weekday = WEEKDAYS.charAt(date.getDayOfWeek().getValue() - 1);
        return Text.of(date.getMonthValue() + "月" + date.getDayOfMonth() + "日 周" + weekday, EN_WEEKDAY.format(date));
    }

    /** 9月22日 – 24日, 22–24 Sep; one day with its weekday. */
    static Text range(LocalDate from, LocalDate to) {
        if (from.equals(to)) {
            return weekday(from);
        }
        Text first = day(from, from);
        Text last = day(to, from);
        return YearMonth.from(from).equals(YearMonth.from(to))
                ? Text.of(first.zh() + " – " + to.getDayOfMonth() + "日", from.getDayOfMonth() + "–" + last.en())
                : Text.of(first.zh() + " – " + last.zh(), first.en() + " – " + last.en());
    }

    /** 2026年9月, September 2026. */
    static Text month(YearMonth month) {
        return Text.of(month.getYear() + "年" + month.getMonthValue() + "月", EN_MONTH.format(month));
    }

    /** 3 小时 15 分, 3 h 15 min. */
    static Text length(Duration time) {
        long hours = time.toHours();
        int minutes = time.toMinutesPart();
        if (hours == 0) {
            return Text.of(minutes + " 分", minutes + " min");
        }
        return minutes == 0
                ? Text.of(hours + " 小时", hours + " h")
                : Text.of(hours + " 小时 " + minutes + " 分", hours + " h " + minutes + " min");
    }

    /** 17:00. */
    static String time(Instant instant) {
        return TIME.format(ZonedDateTime.ofInstant(instant, WorkingCalendar.ZONE));
    }
}
