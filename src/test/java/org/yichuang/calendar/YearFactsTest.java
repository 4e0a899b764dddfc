package org.yichuang.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yichuang.calendar.Hangzhou.day;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yichuang.calendar.DayFact.Kind;
import org.yichuang.calendar.YearFacts.Fault;
import org.yichuang.calendar.YearFacts.Faulty;
import org.yichuang.calendar.YearFacts.Read;

class YearFactsTest {
    @Test
    void lines_are_read_past_header_comments_and_blanks() {
        String csv = "\uFEFFdate,kind,name\r\n# a comment\r\n\r\n2026-10-10, WORK ,\"国庆节\"\r\n2026-10-01,off,国庆节";
        assertThat(YearFacts.parse(csv))
                .isEqualTo(new Read(List.of(new YearFacts(
                        2026,
                        List.of(
                                new DayFact(day("2026-10-01"), Kind.OFF, "国庆节"),
                                new DayFact(day("2026-10-10"), Kind.WORK, "国庆节"))))));
    }

    @Test
    void what_a_spreadsheet_writes_is_read() {
        String csv =
                "\uFEFF\"date\",\"kind\",\"name\"\r\n,,\r\n2026/10/1,off,国庆节\r\n\"2026-10-10\",\"work\",\"国庆节\"\r\n , , \r\n,,\r\n";
        assertThat(YearFacts.parse(csv))
                .isEqualTo(new Read(List.of(new YearFacts(
                        2026,
                        List.of(
                                new DayFact(day("2026-10-01"), Kind.OFF, "国庆节"),
                                new DayFact(day("2026-10-10"), Kind.WORK, "国庆节"))))));
    }

    @Test
    void a_notice_may_be_written_in_chinese() {
        assertThat(YearFacts.parse("日期,类型,名称\n2026-10-01,放假,国庆节\n2026-10-10,上班,国庆节\n"))
                .isEqualTo(YearFacts.parse("date,kind,name\n2026-10-01,off,国庆节\n2026-10-10,work,国庆节\n"));
    }

    @Test
    void another_file_is_one_fault_not_two_in_each_line() {
        assertThat(YearFacts.parse("code,name,tier\n1,2,3\n4,5,6\n"))
                .isInstanceOfSatisfying(
                        Faulty.class,
                        faulty -> assertThat(faulty.faults())
                                .extracting(Fault::line)
                                .containsExactly(1));
    }

    @Test
    void a_make_up_workday_is_a_day_of_a_weekend() {
        String csv = "2026-10-09,work,国庆节\n2026-10-10,work,国庆节\n2026-10-11,work,国庆节\n2026-10-12,work,国庆节\n";
        assertThat(YearFacts.parse(csv))
                .isInstanceOfSatisfying(
                        Faulty.class,
                        faulty -> assertThat(faulty.faults())
                                .extracting(Fault::line)
                                .containsExactly(1, 4));
    }

    @Test
    void every_wrong_line_is_named_with_its_number() {
        String csv = """
                date,kind,name
                2026-02-30,off,春节
                2026-02-16,holiday,春节
                2026-02-17,off,
                2026-02-18,off,春节
                2026-02-18,off,春节
                2026-02-19,off
                02/20/2026,off,春节
                """;
        assertThat(YearFacts.parse(csv)).isInstanceOfSatisfying(Faulty.class, faulty -> {
            assertThat(faulty.faults()).extracting(Fault::line).containsExactly(2, 3, 4, 6, 7, 8);
            assertThat(faulty.faults().get(3).reason().zh()).isEqualTo("2026-02-18 在第 5 行已有");
            assertThat(faulty.faults().get(3).reason().en()).isEqualTo("2026-02-18 is already on line 5");
        });
    }

    @Test
    void a_text_without_days_is_a_fault() {
        assertThat(YearFacts.parse("")).isInstanceOf(Faulty.class);
        assertThat(YearFacts.parse("date,kind,name\n")).isInstanceOf(Faulty.class);
    }

    @Test
    void a_day_of_december_belongs_to_the_notice_of_the_year_after_when_that_is_in_the_text() {
        String csv = "2022-12-31,off,元旦\n2023-01-01,off,元旦\n";
        assertThat(YearFacts.parse(csv))
                .isInstanceOfSatisfying(
                        Read.class,
                        read -> assertThat(read.years())
                                .extracting(YearFacts::year)
                                .containsExactly(2023));
        assertThat(YearFacts.parse("2022-12-31,off,元旦\n"))
                .isInstanceOfSatisfying(
                        Read.class,
                        read -> assertThat(read.years())
                                .extracting(YearFacts::year)
                                .containsExactly(2022));
    }

    @Test
    void the_notices_brought_along_are_those_of_2021_to_2026() {
        assertThat(YearFacts.stateCouncil())
                .extracting(YearFacts::year)
                .containsExactly(2021, 2022, 2023, 2024, 2025, 2026);
        assertThat(YearFacts.stateCouncil().stream()
                        .mapToInt(year -> year.days().size())
                        .sum())
                .isEqualTo(218);
    }

    @Test
    void a_notice_holds_days_of_its_year_and_the_december_before() {
        var november = List.of(new DayFact(day("2025-11-30"), Kind.OFF, "元旦"));
        assertThatThrownBy(() -> new YearFacts(2026, november)).isInstanceOf(IllegalArgumentException.class);
        var twice = List.of(
                new DayFact(day("2026-01-01"), Kind.OFF, "元旦"), new DayFact(day("2026-01-01"), Kind.WORK, "元旦"));
        assertThatThrownBy(() -> new YearFacts(2026, twice)).isInstanceOf(IllegalArgumentException.class);
    }
}
