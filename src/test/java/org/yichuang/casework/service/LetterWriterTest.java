package org.yichuang.casework.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LetterWriterTest {
    @ParameterizedTest
    @CsvSource({
        "2026-10-09, 60, 2031-10-08",
        "2026-08-31, 6, 2027-02-28",
        "2028-02-29, 60, 2033-02-28",
        "2026-10-01, 12, 2027-09-30"
    })
    void months_end_the_day_before_and_in_a_shorter_month_with_its_last(LocalDate from, int months, LocalDate last) {
        assertThat(LetterWriter.last(from, months)).isEqualTo(last);
    }
}
