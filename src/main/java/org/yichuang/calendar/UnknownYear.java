package org.yichuang.calendar;

import io.swagger.v3.oas.annotations.media.Schema;
import org.yichuang.shared.Text;

/**
 * The answer cannot be given, because it needs the working days of a year whose notice is not in the calendar. It is
 * said, never guessed.
 */
public record UnknownYear(
        @Schema(description = "The year whose calendar is missing")
        int year) implements CalendarDay, WorkingDays, Due, Remaining, Explained {

    @Override
    public int unknownYear() {
        return year;
    }

    public Text text() {
        return Text.of(year + " 年的工作日历还没有录入", "The working calendar of " + year + " is not known yet");
    }
}
