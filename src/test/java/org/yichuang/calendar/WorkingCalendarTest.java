package org.yichuang.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yichuang.calendar.Hangzhou.CALENDAR;
import static org.yichuang.calendar.Hangzhou.day;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.yichuang.shared.Text;

class WorkingCalendarTest {
    @Test
    void an_ordinary_day_follows_its_weekday() {
        assertThat(CALENDAR.day(day("2026-03-06"))).isEqualTo(new CalendarDay.Known(day("2026-03-06"), true, null));
        assertThat(CALENDAR.day(day("2026-03-07"))).isEqualTo(new CalendarDay.Known(day("2026-03-07"), false, null));
    }

    @Test
    void a_notice_makes_a_weekday_a_day_off_and_a_sunday_a_workday() {
        assertThat(CALENDAR.day(day("2026-10-01")))
                .isEqualTo(new CalendarDay.Known(
                        day("2026-10-01"), false, new DayFact(day("2026-10-01"), DayFact.Kind.OFF, "国庆节")));
        assertThat(CALENDAR.day(day("2026-09-20")))
                .isEqualTo(new CalendarDay.Known(
                        day("2026-09-20"), true, new DayFact(day("2026-09-20"), DayFact.Kind.WORK, "国庆节")));
    }

    @Test
    void a_year_without_a_notice_is_unknown() {
        assertThat(CALENDAR.day(day("2027-01-04"))).isEqualTo(new UnknownYear(2027));
        assertThat(CALENDAR.workingDays(day("2026-12-30"), day("2027-01-04"), List.of()))
                .isEqualTo(new UnknownYear(2027));
        assertThat(CALENDAR.knows(2020)).isFalse();
        assertThat(CALENDAR.years()).containsExactly(2021, 2022, 2023, 2024, 2025, 2026);
    }

    @Test
    void a_year_in_between_may_be_unknown() {
        List<YearFacts> gap = YearFacts.stateCouncil().stream()
                .filter(year -> year.year() != 2023)
                .toList();
        WorkingCalendar calendar = WorkingCalendar.of(OfficeHours.DEFAULT, gap);
        assertThat(calendar.workingDays(day("2022-12-01"), day("2024-01-31"), List.of()))
                .isEqualTo(new UnknownYear(2023));
        assertThat(calendar.knows(2024)).isTrue();
    }

    @Test
    void a_calendar_of_nothing_knows_nothing() {
        WorkingCalendar calendar = WorkingCalendar.of(OfficeHours.DEFAULT, List.of());
        assertThat(calendar.day(day("2026-03-06"))).isEqualTo(new UnknownYear(2026));
    }

    @Test
    void a_notice_may_move_days_of_the_december_before_it() {
        var fact = new DayFact(day("2026-12-31"), DayFact.Kind.OFF, "元旦");
        List<YearFacts> more = IntStream.of(2026, 2027)
                .mapToObj(year -> new YearFacts(year, year == 2027 ? List.of(fact) : List.of()))
                .toList();
        WorkingCalendar before = WorkingCalendar.of(OfficeHours.DEFAULT, more.subList(0, 1));
        WorkingCalendar after = WorkingCalendar.of(OfficeHours.DEFAULT, more);
        assertThat(before.day(day("2026-12-31"))).isEqualTo(new CalendarDay.Known(day("2026-12-31"), true, null));
        assertThat(after.day(day("2026-12-31"))).isEqualTo(new CalendarDay.Known(day("2026-12-31"), false, fact));
    }

    @Test
    void the_later_notice_has_the_last_word_on_december() {
        var work = new YearFacts(2026, List.of(new DayFact(day("2026-12-31"), DayFact.Kind.WORK, "元旦")));
        var off = new YearFacts(2027, List.of(new DayFact(day("2026-12-31"), DayFact.Kind.OFF, "元旦")));
        assertThat(WorkingCalendar.of(OfficeHours.DEFAULT, List.of(off, work))
                        .works(day("2026-12-31").toEpochDay()))
                .isFalse();
    }

    @Test
    void working_days_are_counted_over_years() {
        assertThat(CALENDAR.workingDays(day("2026-09-18"), day("2026-10-12"), List.of()))
                .isEqualTo(new WorkingDays.Count(12));
        // as published: 250 in 2021, 249 in 2022, 249 in 2023
        assertThat(CALENDAR.workingDays(day("2020-12-31"), day("2023-12-31"), List.of()))
                .isEqualTo(new WorkingDays.Count(748));
        assertThat(CALENDAR.workingDays(day("2026-10-12"), day("2026-09-18"), List.of()))
                .isEqualTo(new WorkingDays.Count(0));
    }

    @Test
    void counting_agrees_with_walking_day_by_day() {
        for (int from = 0; from < 2100; from += 37) {
            var after = day("2021-01-01").plusDays(from);
            int walked = 0;
            for (int days = 1; days <= 60; days++) {
                walked += CALENDAR.works(after.plusDays(days).toEpochDay()) ? 1 : 0;
                assertThat(CALENDAR.count(
                                after.toEpochDay(), after.plusDays(days).toEpochDay()))
                        .isEqualTo(walked);
            }
        }
    }

    @Test
    void a_year_has_one_notice() {
        var twice = List.of(new YearFacts(2026, List.of()), new YearFacts(2026, List.of()));
        assertThatThrownBy(() -> WorkingCalendar.of(OfficeHours.DEFAULT, twice))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_holiday_has_its_name_in_both_languages() {
        var fact = new DayFact(day("2026-09-25"), DayFact.Kind.OFF, "中秋");
        assertThat(fact.holiday()).isEqualTo(Text.of("中秋节", "Mid-Autumn Festival"));
        assertThat(fact.shortHoliday().zh()).isEqualTo("中秋");
        assertThat(new DayFact(day("2026-10-01"), DayFact.Kind.OFF, "National Day").holiday())
                .isEqualTo(Text.of("国庆节", "National Day"));
        assertThat(new DayFact(day("2026-05-20"), DayFact.Kind.OFF, "城市纪念日").holiday())
                .isEqualTo(Text.same("城市纪念日"));
    }

    @Test
    void a_day_of_two_holidays_names_both_and_a_longer_name_stays_as_it_is() {
        var both = new DayFact(day("2026-10-01"), DayFact.Kind.OFF, "国庆节、中秋");
        assertThat(both.holiday()).isEqualTo(Text.of("国庆节、中秋节", "National Day, Mid-Autumn Festival"));
        assertThat(both.shortHoliday()).isEqualTo(Text.of("国庆、中秋", "National, Mid-Autumn"));
        assertThat(new DayFact(day("2026-05-04"), DayFact.Kind.OFF, "劳动模范日").holiday())
                .isEqualTo(Text.same("劳动模范日"));
    }
}
