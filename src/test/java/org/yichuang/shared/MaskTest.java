package org.yichuang.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaskTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        测试人 320101196602035061 出资 50 万    | 测试人 320*************61 出资 50 万
        测试人11010519491231002x出资            | 测试人110*************2x出资
        ３２０１０１１９６６０２０３５０６１     | ３２０*************６１
        320101 1966 0203 5061，现金             | 320****************61，现金
        320101-19660203-5061                    | 320***************61
        1320101196602035061                     | 1320*************61
        320101196602035060                      | 320*************60
        320101196602035061 13900000013          | 320*************61 139******13
        电话139-0000-0013。                     | 电话139********13。
        +86 139 0000 0013                       | +86 ***********13
        """)
    void a_number_of_a_person_among_free_words_is_masked(String words, String masked) {
        assertThat(Mask.numbers(words)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "转塘街道外桐坞村 18 号 2 幢 1301",
                "91330106MA2AAAAA0X",
                "0571-88880000",
                "6222021202012345678",
                "2026-11-22 至 2027-11-21，500000 元",
                "330106196613035061",
                "第1390000001号",
                "139000000131"
            })
    void words_and_other_numbers_stay(String words) {
        assertThat(Mask.numbers(words)).isEqualTo(words);
    }
}
