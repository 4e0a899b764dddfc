package org.yichuang.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {
    @ParameterizedTest
    @ValueSource(strings = {"=1", "+1", "-1", "@A", "＝1", "＋1", "－1", "＠A", "\t=1", "\r=1", "\n=1", "'=1", "''＝1"})
    void what_a_spreadsheet_would_compute_gets_a_mark_and_loses_it_again(String cell) {
        assertThat(Cells.harmless(cell)).isEqualTo("'" + cell);
        assertThat(Cells.plain(Cells.harmless(cell))).isEqualTo(cell);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'", "'甲", "甲＝乙", "1+1", "甲－"})
    void other_cells_stay_as_they_are(String cell) {
        assertThat(Cells.harmless(cell)).isEqualTo(cell);
        assertThat(Cells.plain(cell)).isEqualTo(cell);
    }
}
