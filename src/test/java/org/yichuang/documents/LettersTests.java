package org.yichuang.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yichuang.documents.Verification.Status;
import org.yichuang.documents.letter.SampleLetters;
import org.yichuang.documents.store.SampleFiles;
import org.yichuang.shared.Problem;
import org.yichuang.support.CityTest;
import org.yichuang.support.TestClock;

@CityTest
class LettersTests {
    @Autowired
    Letters letters;

    @Autowired
    DSLContext dsl;

    @Autowired
    TestClock clock;

    private UUID caseId = UUID.randomUUID();

    @BeforeEach
    void a_case_on_the_day_of_the_letters() {
        caseId = UUID.randomUUID();
    }

    private PreparedLetter issue(LetterKind kind) {
        return issue(SampleLetters.of(kind, caseId));
    }

    private PreparedLetter issue(NewLetter letter) {
        return SampleLetters.issued(letters, dsl, letter);
    }

    private Verification verified(PreparedLetter letter) {
        return letters.verify(letter.content().code()).orElseThrow();
    }

    @Test
    void a_letter_is_issued_with_a_number_that_follows_from_the_case_and_is_listed_there() {
        PreparedLetter letter = issue(LetterKind.ACCEPTANCE);
        assertThat(letter.number()).isEqualTo("西市监受〔2026〕" + SampleLetters.NUMBER + "号");
        assertThat(letters.ofCase(caseId))
                .containsExactly(new Letters.Issued(
                        letter.id(),
                        LetterKind.ACCEPTANCE,
                        "受理通知书",
                        letter.number(),
                        SampleLetters.DAY,
                        letter.content().code(),
                        false));
        assertThat(letters.find(letter.id())).contains(letter.content());
    }

    @Test
    void a_second_letter_of_a_kind_has_its_own_number() {
        PreparedLetter first = issue(LetterKind.PAUSE);
        clock.set("2026-10-09T10:25");
        PreparedLetter second = issue(SampleLetters.of(LetterKind.PAUSE, caseId).nth(2));
        assertThat(second.number()).isEqualTo(first.number() + "之2");
        assertThat(letters.ofCase(caseId))
                .extracting(Letters.Issued::number)
                .containsExactly(first.number(), second.number());
    }

    @Test
    void a_prepared_letter_is_there_when_another_module_inserted_it_in_its_own_statement() {
        assertThat(letters.find(letters.prepare(SampleLetters.of(LetterKind.GRANT, caseId))
                        .id()))
                .isEmpty();
        PreparedLetter letter = issue(LetterKind.GRANT);
        assertThat(letters.find(letter.id())).contains(letter.content());
        assertThat(verified(letter).sha256())
                .isEqualTo(letter.sha256())
                .isEqualTo(letter.reference().get("sha256"));
    }

    @Test
    void the_pdf_is_made_once_and_has_one_fingerprint_for_ever() throws Exception {
        PreparedLetter letter = issue(LetterKind.RECEIPT);
        assertThat(verified(letter).pdfSha256()).isNull();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<String>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(executor.submit(
                        () -> letters.pdf(letter.id()).orElseThrow().file().sha256()));
            }
            String first = all.getFirst().get();
            for (Future<String> one : all) {
                assertThat(one.get()).isEqualTo(first);
            }
            assertThat(verified(letter).pdfSha256()).isEqualTo(first);
        }
        assertThat(letters.pdf(letter.id()).orElseThrow().file().name()).isEqualTo("收件凭证 " + letter.number() + ".pdf");
    }

    @Test
    void the_pdf_is_recognised_and_a_tampered_one_is_not() {
        PreparedLetter letter = issue(LetterKind.GRANT);
        byte[] pdf = SampleFiles.bytes(letters.pdf(letter.id()).orElseThrow());
        String code = letter.content().code();
        assertThat(letters.matches(code, pdf)).isTrue();
        byte[] tampered = pdf.clone();
        tampered[tampered.length / 2] ^= 1;
        assertThat(letters.matches(code, tampered)).isFalse();
        PreparedLetter other = issue(LetterKind.CERTIFICATE);
        assertThat(letters.matches(other.content().code(), pdf)).isFalse();
    }

    @Test
    void a_letter_without_an_end_is_valid_for_good() {
        PreparedLetter letter = issue(LetterKind.GRANT);
        clock.set("2040-01-01T00:00");
        assertThat(verified(letter).status()).isEqualTo(Status.VALID);
    }

    @Test
    void a_certificate_is_valid_to_the_end_of_its_last_day() {
        PreparedLetter letter = issue(LetterKind.CERTIFICATE);
        clock.set("2031-10-08T23:59");
        assertThat(verified(letter).status()).isEqualTo(Status.VALID);
        clock.set("2031-10-09T00:00");
        assertThat(verified(letter).status()).isEqualTo(Status.EXPIRED);
    }

    @Test
    void a_revoked_letter_says_so_with_the_reason_from_that_day_on() {
        PreparedLetter letter = issue(LetterKind.CERTIFICATE);
        letters.revoke(letter.id(), SampleLetters.DAY.plusDays(1), "以欺骗手段取得");
        assertThat(verified(letter).status()).isEqualTo(Status.VALID);
        clock.set("2026-10-10T00:00");
        Verification after = verified(letter);
        assertThat(after.status()).isEqualTo(Status.REVOKED);
        assertThat(after.revokedBecause()).isEqualTo("以欺骗手段取得");
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> letters.revoke(letter.id(), SampleLetters.DAY, "再来一次"))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(409));
    }

    @Test
    void a_companys_name_is_public_and_of_a_person_only_the_family_name() {
        assertThat(verified(issue(LetterKind.ACCEPTANCE)).addressee()).isEqualTo("杭州清和里餐饮有限公司");
        PreparedLetter persons = issue(NewLetter.of(
                LetterKind.ACCEPTANCE,
                new NewLetter.Case(UUID.randomUUID(), SampleLetters.NUMBER, "老年人优待证"),
                SampleLetters.UNIT,
                new Addressee("沈清和", true),
                SampleLetters.DAY));
        assertThat(verified(persons).addressee()).isEqualTo("沈**");
    }

    @Test
    void a_code_that_no_letter_has_is_not_found() {
        assertThat(letters.verify(VerificationCode.random())).isEmpty();
        assertThat(letters.verify("nonsense")).isEmpty();
        assertThat(letters.matches(VerificationCode.random(), new byte[] {1})).isFalse();
    }

    @Test
    void a_preview_stores_nothing() {
        LetterContent preview = letters.preview(SampleLetters.of(LetterKind.REFUSAL, caseId));
        assertThat(preview.remedies()).contains("六十日", "六个月");
        assertThat(letters.ofCase(caseId)).isEmpty();
        assertThat(letters.verify(preview.code())).isEmpty();
    }
}
