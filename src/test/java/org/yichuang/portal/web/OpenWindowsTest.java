package org.yichuang.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.yichuang.calendar.OfficeHours;
import org.yichuang.calendar.WorkingCalendar;
import org.yichuang.calendar.YearFacts;
import org.yichuang.network.OpeningHours;

class OpenWindowsTest {
    private static final WorkingCalendar CALENDAR = WorkingCalendar.of(OfficeHours.DEFAULT, YearFacts.stateCouncil());
    private static final OpeningHours WEEKDAYS =
            OpeningHours.parse("1-5 09:00-12:00 13:30-17:00").orElseThrow();

    @Test
    void an_ordinary_day_goes_by_the_hours_of_its_weekday() {
        assertThat(open("2026-10-09", "08:30")).isEqualTo("opens at 09:00");
        assertThat(open("2026-10-09", "10:24")).isEqualTo("open now, until 12:00");
        assertThat(open("2026-10-09", "12:00")).isEqualTo("opens at 13:30");
        assertThat(open("2026-10-09", "17:00")).isEqualTo("closed for today");
        assertThat(open("2026-10-11", "10:00")).isEqualTo("Closed today");
    }

    @Test
    void a_legal_holiday_is_closed_and_a_make_up_workday_open_as_a_monday() {
        assertThat(open("2026-10-01", "10:00")).isEqualTo("Closed today");
        assertThat(open("2026-10-10", "10:00")).isEqualTo("open now, until 12:00");
    }

    @Test
    void whether_a_day_of_an_unknown_year_is_a_holiday_is_not_guessed() {
        assertThat(open("2027-01-01", "10:00"))
                .isEqualTo(open("2027-01-03", "10:00"))
                .isEqualTo("the holidays of 2027 are not known here yet: call there, or 12345, before you go");
    }

    private static String open(String day, String time) {
        return OpenWindows.open(WEEKDAYS, CALENDAR.day(LocalDate.parse(day)), LocalTime.parse(time))
                .en();
    }
}
