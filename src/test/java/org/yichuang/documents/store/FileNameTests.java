package org.yichuang.documents.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTests {
    @ParameterizedTest
    @CsvSource({
        "营业执照.pdf, 营业执照.pdf",
        "C:\\Users\\沈清和\\扫描.PDF, 扫描.pdf",
        "../../etc/passwd, passwd.pdf",
        "a/b\\c.pdf, c.pdf",
        "'  .hidden.pdf ', hidden.pdf",
        "evil\u202Efdp.pdf, evilfdp.pdf",
        "'a\u0000b\nc.pdf', abc.pdf",
        "'a\"b;c<d>.pdf', a_b_c_d_.pdf",
        "'', file.pdf",
        "..., file.pdf",
        "无后缀, 无后缀.pdf",
        "扫描2026.10.9, 扫描2026.10.9.pdf",
        "第1.2版 说明, 第1.2版 说明.pdf"
    })
    void a_name_is_kept_for_people_and_made_harmless(String given, String clean) {
        assertThat(FileName.clean(given, MediaKind.PDF)).isEqualTo(clean);
    }

    @Test
    void a_long_name_is_cut_between_characters_and_keeps_its_ending() {
        String name = FileName.clean("𠮷".repeat(500) + ".pdf", MediaKind.PDF);
        assertThat(name).isEqualTo("𠮷".repeat(120) + ".pdf");
    }
}
