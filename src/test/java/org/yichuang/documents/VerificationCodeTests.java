package org.yichuang.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerificationCodeTests {
    private static final String ALL = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @Test
    void a_code_is_four_groups_of_four_and_reads_back() {
        String code = VerificationCode.random();
        assertThat(code).matches("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}");
        assertThat(VerificationCode.read(code)).isEqualTo(code);
        assertThat(VerificationCode.random()).isNotEqualTo(code);
    }

    @Test
    void it_is_read_as_people_type_it() {
        String code = codeWith('0', '1');
        String plain = code.replace("-", "");
        assertThat(VerificationCode.read(plain.toLowerCase(java.util.Locale.ROOT)))
                .isEqualTo(code);
        assertThat(VerificationCode.read(" " + code.replace('-', '—') + " ")).isEqualTo(code);
        assertThat(VerificationCode.read(plain.replace('0', 'O').replace('1', 'l')))
                .isEqualTo(code);
        assertThat(VerificationCode.read(plain.replace('1', 'I').replace('0', '０')))
                .isEqualTo(code);
    }

    @Test
    void it_is_read_with_its_label_pasted_before_it() {
        String code = VerificationCode.random();
        for (String label : List.of("验证码 ", "验证码：", "文书验证码: ", "驗證碼", "verification code ", "Verification code: ")) {
            assertThat(VerificationCode.read(label + code)).as(label).isEqualTo(code);
            assertThat(VerificationCode.read(label)).as(label).isNull();
        }
        assertThat(VerificationCode.read("X " + code)).isNull();
    }

    @Test
    void every_single_wrong_character_is_found() {
        String plain = VerificationCode.random().replace("-", "");
        for (int i = 0; i < plain.length(); i++) {
            for (char other : ALL.toCharArray()) {
                if (other != plain.charAt(i)) {
                    String wrong = plain.substring(0, i) + other + plain.substring(i + 1);
                    assertThat(VerificationCode.read(wrong)).as(wrong).isNull();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "7K3M",
                "../../etc/passwd",
                "🙂🙂🙂🙂🙂🙂🙂🙂",
                "UUUU-UUUU-UUUU-UUUU",
                "'; drop table letter --"
            })
    void anything_else_is_no_code(String typed) {
        assertThat(VerificationCode.read(typed)).isNull();
    }

    private static String codeWith(char... wanted) {
        String code = VerificationCode.random();
        while (!contains(code, wanted)) {
            code = VerificationCode.random();
        }
        return code;
    }

    private static boolean contains(String code, char... wanted) {
        for (char one : wanted) {
            if (code.indexOf(one) < 0) {
                return false;
            }
        }
        return true;
    }
}
