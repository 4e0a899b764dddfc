package org.yichuang.documents.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yichuang.documents.LetterContent;
import org.yichuang.documents.LetterKind;

/** Two of five services are no licences: their letters neither cite the Licensing Law nor speak of a licence. */
class NoLicenceLettersTest {
    @ParameterizedTest
    @EnumSource
    void a_letter_about_something_else_than_a_licence_does_not_stand_on_the_licensing_law(LetterKind kind) {
        LetterContent letter = Wording.complete(SampleLetters.of(kind).noLicence(), "7K3M-9QRT-0ABC-D5E4");

        assertThat(letter.citations()).noneMatch(citation -> citation.law().contains("行政许可法"));
        if (kind != LetterKind.CERTIFICATE) {
            assertThat(letter.title()).doesNotContain("许可");
        }
        assertThat(letter.kind().title(letter.title()).zh()).doesNotContain("许可");
        assertThat(Words.courtesy(letter)).doesNotContain("licence");
        assertThat(letter.number()).doesNotContain("市监许", "市监不许");
        assertThat(letter.paragraphs())
                .noneMatch(paragraph -> paragraph.replace("食品经营许可", "").contains("许可"));
    }
}
