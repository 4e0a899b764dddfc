package org.yichuang.calendar;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.DayOfWeek;
import java.time.LocalDate;
import org.yichuang.shared.Text;

/** One day that the yearly notice of the State Council makes different from its weekday. */
public record DayFact(
        @Schema(description = "A day of the city") LocalDate date,

        @Schema(description = "OFF a day off, WORK a make-up workday")
        Kind kind,

        @Schema(description = "The holiday it belongs to") String name) {
    /** What is wrong with one that is {@link #needless}. */
    public static final Text NEEDLESS = Text.of(
            "调休上班只能在星期六、星期日，这一天本来就上班", "A make-up workday is a Saturday or Sunday; this day is a working day anyway");

    public enum Kind {
        /** A day off, whatever its weekday. */
        OFF,
        /** A make-up workday, whatever its weekday. */
        WORK
    }

    /** Whether a name is one of 1 to 40 characters on one line, without commas and quotation marks. */
    public static boolean named(String name) {
        return HolidayName.fits(name);
    }

    /** A make-up workday from Monday to Friday, which no notice has: a day off or another date was meant. */
    public boolean needless() {
        return kind == Kind.WORK && date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0;
    }

    public boolean off() {
        return kind == Kind.OFF;
    }

    /** The holiday's full name: 中秋节, Mid-Autumn Festival. A name we have no translation for stays as it is. */
    public Text holiday() {
        return HolidayName.full(name);
    }

    /** The name as short as a calendar cell needs it: 中秋, Mid-Autumn. */
    public Text shortHoliday() {
        return HolidayName.brief(name);
    }
}
