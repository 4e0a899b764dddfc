package org.yichuang.documents.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.ui.ExtendedModelMap;
import org.yichuang.documents.LetterKind;
import org.yichuang.documents.Letters;
import org.yichuang.documents.PreparedLetter;
import org.yichuang.documents.VerificationCode;
import org.yichuang.documents.letter.SampleLetters;
import org.yichuang.documents.store.SampleFiles;
import org.yichuang.network.Clerk;
import org.yichuang.shared.Problem;
import org.yichuang.support.CityTest;
import org.yichuang.support.TestClock;

@CityTest
class VerifyPageTests {
    @Autowired
    Letters letters;

    @Autowired
    DSLContext dsl;

    @Autowired
    TestClock clock;

    private final Clerk http;

    VerifyPageTests(@LocalServerPort int port) {
        http = Clerk.nobody(port);
    }

    private PreparedLetter certificate() {
        return SampleLetters.issued(letters, dsl, SampleLetters.of(LetterKind.CERTIFICATE, UUID.randomUUID()));
    }

    private static String page(PreparedLetter letter) {
        return "/verify/" + letter.content().code();
    }

    private Clerk.Answer compare(PreparedLetter letter, byte[] file) {
        return http.upload(page(letter), file, "证.pdf");
    }

    @Test
    void a_code_as_typed_leads_to_the_letter_s_page() {
        PreparedLetter letter = certificate();
        String typed = letter.content().code().replace("-", "").toLowerCase(java.util.Locale.ROOT);
        Clerk.Answer answer = http.get("/verify?code=" + typed);
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith(page(letter));
    }

    @Test
    void the_page_says_what_the_letter_is_and_that_it_is_valid() {
        PreparedLetter letter = certificate();
        Clerk.Answer answer = http.get(page(letter));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text())
                .contains(
                        "name=\"_csrf\"",
                        "现在有效",
                        letter.content().title(),
                        letter.number(),
                        SampleLetters.UNIT.name(),
                        letter.sha256());
        assertThat(http.get(page(letter) + "?lang=en").text())
                .contains("Issued here, and valid", "Certificate")
                .contains(
                        "<b lang=\"zh-CN\">" + letter.content().title(),
                        "<dd lang=\"zh-CN\">" + SampleLetters.UNIT.name());
    }

    @Test
    void an_expired_and_a_revoked_letter_are_told_apart() {
        PreparedLetter letter = certificate();
        clock.set("2032-01-05T10:00");
        assertThat(http.get(page(letter)).text()).contains("已过有效期");
        letters.revoke(letter.id(), SampleLetters.DAY, "以欺骗手段取得");
        assertThat(http.get(page(letter)).text()).contains("已经撤销", "以欺骗手段取得");
    }

    @Test
    void a_code_that_nobody_issued_and_one_with_a_slip_are_told_apart() {
        Clerk.Answer unknown = http.get("/verify/" + VerificationCode.random());
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.text()).contains("没有使用这个验证码的文书");
        Clerk.Answer slip = http.get("/verify?code=7K3M-9QRT-0ABC-XXXX");
        assertThat(slip.status()).isEqualTo(422);
        assertThat(slip.text()).contains("再输一遍", "value=\"7K3M-9QRT-0ABC-XXXX\"");
        assertThat(http.get("/verify?code=").text()).contains("请输入验证码");
    }

    @Test
    void the_issued_pdf_is_recognised_and_a_changed_one_is_not() {
        PreparedLetter letter = certificate();
        byte[] pdf = SampleFiles.bytes(letters.pdf(letter.id()).orElseThrow());
        assertThat(compare(letter, pdf).text()).contains("一致：这就是签发的那一份");
        byte[] changed = pdf.clone();
        changed[changed.length - 200] ^= 1;
        assertThat(compare(letter, changed).text()).contains("不一致");
    }

    @Test
    void no_file_and_a_file_too_large_are_answered_with_what_to_do() {
        PreparedLetter letter = certificate();
        Clerk.Answer none = compare(letter, new byte[0]);
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.text()).contains("请选择要核对的 PDF");
        Clerk.Answer large = compare(letter, new byte[30 << 20]);
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.text()).contains("最多 20 MB");
    }

    @Test
    void a_file_to_compare_is_read_like_any_other_in_its_turn_and_whole() {
        var cut = new MockMultipartFile("file", "证.pdf", "application/pdf", new byte[1]) {
            @Override
            public byte[] getBytes() throws IOException {
                throw new IOException("cut off");
            }
        };
        String code = certificate().content().code();

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> new VerifyController(letters)
                        .compare(code, cut, new ExtendedModelMap(), new MockHttpServletResponse()))
                .matches(problem -> problem.status() == 422);
    }

    @Test
    void programs_verify_by_the_api() {
        PreparedLetter letter = certificate();
        Clerk.Answer answer =
                http.get("/api/v1/verifications/" + letter.content().code());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains("\"status\":\"VALID\"", letter.sha256(), letter.number());
        Clerk.Answer missing = http.get("/api/v1/verifications/" + VerificationCode.random());
        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.header("Content-Type")).startsWith("application/problem+json");
    }
}
