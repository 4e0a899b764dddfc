package org.yichuang.documents.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yichuang.documents.Addressee;
import org.yichuang.documents.Citation;
import org.yichuang.documents.LetterContent;
import org.yichuang.documents.LetterKind;
import org.yichuang.documents.NewLetter;
import org.yichuang.shared.pdf.PdfRenderer;

class LetterPaperTests {
    private static final String CODE = "7K3M-9QRT-0ABC-D5E4";
    private static final String ADDRESS = "https://zw.example.gov.cn";
    private static final PdfRenderer RENDERER = new PdfRenderer();
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(ContentType.Html);
    private static final Press PRESS = new Press(TEMPLATES, RENDERER, ADDRESS + "/", () -> true);

    private static LetterContent content(LetterKind kind) {
        return content(SampleLetters.of(kind));
    }

    private static LetterContent content(NewLetter letter) {
        return Wording.complete(letter, CODE);
    }

    /** Without the breaks that the width of the page makes. */
    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
    }

    private static BufferedImage picture(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFRenderer(document).renderImageWithDPI(0, 200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void a_letter_of_each_kind_says_all_that_makes_it_official(LetterKind kind) throws IOException {
        LetterContent letter = content(kind);
        String text = text(PRESS.print(letter));
        assertThat(text)
                .contains(
                        letter.title(),
                        letter.number().replace(" ", ""),
                        letter.addressee().name(),
                        CODE)
                .contains(
                        letter.issuer().name(), "2026年10月9日", kind.title().en().replace(" ", ""));
        letter.citations().forEach(citation -> assertThat(text).contains(citation.toString()));
        letter.points().forEach(point -> assertThat(text).contains(point.replace(" ", "")));
        letter.facts()
                .forEach(fact ->
                        assertThat(text).contains(fact.label(), fact.value().replace(" ", "")));
        letter.after().forEach(paragraph -> assertThat(text).contains(paragraph));
        assertThat(text.contains("行政复议")).isEqualTo(kind.adverse());
    }

    @ParameterizedTest
    @EnumSource
    void a_letter_of_each_kind_is_one_page_with_its_faces_inside(LetterKind kind) throws IOException {
        try (PDDocument document = Loader.loadPDF(PRESS.print(content(kind)))) {
            assertThat(document.getNumberOfPages()).isOne();
            var resources = document.getPage(0).getResources();
            for (COSName font : resources.getFontNames()) {
                assertThat(resources.getFont(font).isEmbedded()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ACCEPTANCE", "REFUSAL", "CERTIFICATE"})
    void its_qr_code_leads_to_its_verification_page(LetterKind kind) throws Exception {
        BufferedImage page = picture(PRESS.print(content(kind)));
        int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
        var source = new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels);
        int top = page.getHeight() / 2;
        var corner = source.crop(0, top, page.getWidth() / 3, page.getHeight() - top);
        assertThat(new QRCodeReader()
                        .decode(new BinaryBitmap(new HybridBinarizer(corner)))
                        .getText())
                .isEqualTo(ADDRESS + "/verify/" + CODE);
    }

    @Test
    void the_unit_s_red_seal_stands_over_the_date() throws IOException {
        BufferedImage page = picture(PRESS.print(content(LetterKind.REFUSAL)));
        int[] right = page.getRGB(
                page.getWidth() / 2,
                page.getHeight() / 2,
                page.getWidth() / 2,
                page.getHeight() / 3,
                null,
                0,
                page.getWidth() / 2);
        long red = Arrays.stream(right)
                .mapToObj(Color::new)
                .filter(color -> color.getRed() > 150 && color.getGreen() < 90)
                .count();
        assertThat(red).isGreaterThan(8_000);
    }

    @Test
    void a_screen_reader_is_told_what_seal_and_code_are() throws IOException {
        byte[] pdf = PRESS.print(content(LetterKind.CERTIFICATE));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String tags = document.getDocumentCatalog()
                    .getStructureTreeRoot()
                    .getKids()
                    .toString();
            assertThat(Figures.alternatives(document)).as(tags).hasSize(2).allMatch(alt -> !alt.isBlank());
        }
    }

    @Test
    void what_people_wrote_is_text_and_never_markup() throws IOException {
        String nasty = "<img src=\"http://localhost:1/x\"/></p></body><script>alert(1)</script>&amp;&lt;]]>\u0000'\"";
        NewLetter letter = NewLetter.of(
                        LetterKind.REFUSAL,
                        new NewLetter.Case(UUID.randomUUID(), "N-1", nasty),
                        SampleLetters.UNIT,
                        new Addressee("甲<b>乙</b>", true),
                        SampleLetters.DAY)
                .fact("<td>", nasty)
                .point(nasty)
                .remedies("<i>" + nasty);
        String text = text(PRESS.print(content(letter)));
        assertThat(text).contains("甲<b>乙</b>", "<script>alert(1)</script>&amp;&lt;]]>'\"", "<td>");
    }

    @Test
    void a_long_letter_runs_over_pages_with_its_code_on_each() throws IOException {
        NewLetter letter = SampleLetters.of(LetterKind.CORRECTION_NOTICE);
        for (int i = 0; i < 60; i++) {
            letter.point("第" + i + "项材料缺少签名，请补签后重新扫描上传。");
        }
        byte[] pdf = PRESS.print(content(letter));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isGreaterThan(2);
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document)).contains(CODE, page + " / " + document.getNumberOfPages());
            }
        }
        assertThat(text(pdf)).contains("六十二、第59项");
    }

    @Test
    void the_lines_that_people_wrote_stay_lines() throws IOException {
        NewLetter letter = SampleLetters.of(LetterKind.REFUSAL)
                .point("经核查：\n灶台距污水池三米；\n没有隔断。")
                .fact("听取的意见", "同意。\n请补照片。");
        try (PDDocument document = Loader.loadPDF(PRESS.print(content(letter)))) {
            assertThat(new PDFTextStripper().getText(document).lines().map(String::strip))
                    .contains("灶台距污水池三米；", "没有隔断。", "请补照片。");
        }
    }

    @Test
    void a_long_word_or_file_name_does_not_run_over_the_margin() throws IOException {
        String name = "IMG-" + "A1b2C3d4".repeat(15) + ".pdf";
        NewLetter letter = SampleLetters.of(LetterKind.REFUSAL)
                .point("见 https://example.gov.cn/" + "a1b2c3d4".repeat(20))
                .fact("依据", "x".repeat(200))
                .schedule(List.of("材料", "文件"), List.of(List.of("营业执照", name), List.of(name, "纸质")));
        byte[] pdf = PRESS.print(content(letter));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                assertThat(right(document, page))
                        .as("points from the left edge")
                        .isLessThan(document.getPage(0).getMediaBox().getWidth() - 76);
            }
        }
        assertThat(text(pdf)).contains(name);
    }

    @Test
    void long_words_stay_within_a_certificate_s_columns() throws IOException {
        String word = "HTTPS://EXAMPLE.GOV.CN/" + "A1B2C3D4".repeat(20) + "WXYZ.";
        NewLetter wide = certificate("W".repeat(95)).fact("网址", word);
        NewLetter close = certificate(SampleLetters.COMPANY.name());
        for (int i = 0; i < 7; i++) {
            close.fact("型号 " + i, "ABCDEFGHIJKLMNOPQRSTUVWXYZABCD").fact("编号 " + i, "ABCDEFGHIJKLMNOPQRSTUVWX");
        }
        NewLetter behind = certificate(SampleLetters.COMPANY.name()).fact("编码", "Abcdefgh".repeat(300));

        for (NewLetter letter : List.of(wide, close, behind)) {
            try (PDDocument document = Loader.loadPDF(PRESS.print(content(letter)))) {
                for (int page = 1; page <= document.getNumberOfPages(); page++) {
                    assertThat(right(document, page))
                            .as("points from the left edge")
                            .isLessThan(document.getPage(0).getMediaBox().getWidth() - 80);
                    assertThat(over(document, page)).as("printed over others").isEmpty();
                }
            }
        }
        assertThat(text(PRESS.print(content(wide)))).contains("W".repeat(95), word);
    }

    private static NewLetter certificate(String holder) {
        return NewLetter.of(
                        LetterKind.CERTIFICATE,
                        new NewLetter.Case(UUID.randomUUID(), "N-1", "食品经营许可（新办）"),
                        SampleLetters.UNIT,
                        new Addressee(holder, false),
                        SampleLetters.DAY)
                .title("食品经营许可证");
    }

    /** The characters of a page that stand on another one. */
    private static List<String> over(PDDocument document, int page) throws IOException {
        List<TextPosition> all = new ArrayList<>();
        var stripper = new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> positions) {
                all.addAll(positions);
            }
        };
        stripper.setSuppressDuplicateOverlappingText(false);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        stripper.getText(document);
        return all.stream()
                .filter(one -> all.stream().anyMatch(other -> other != one && onEachOther(one, other)))
                .map(TextPosition::getUnicode)
                .toList();
    }

    /** By more than a sixth of their size; {@code getYDirAdj} is the baseline. */
    private static boolean onEachOther(TextPosition one, TextPosition other) {
        float size = Math.min(one.getFontSizeInPt(), other.getFontSizeInPt());
        float across = Math.min(one.getXDirAdj() + one.getWidthDirAdj(), other.getXDirAdj() + other.getWidthDirAdj())
                - Math.max(one.getXDirAdj(), other.getXDirAdj());
        float apart = Math.abs(one.getYDirAdj() - other.getYDirAdj());
        return across > size / 6 && apart < size * 5 / 6;
    }

    /** How far to the right the text of a page reaches; what reaches over the margin is cut off. */
    private static float right(PDDocument document, int page) throws IOException {
        float[] most = new float[1];
        var stripper = new PDFTextStripper() {
            @Override
            protected void writeString(String text, List<TextPosition> positions) {
                positions.forEach(each -> most[0] = Math.max(most[0], each.getXDirAdj() + each.getWidthDirAdj()));
            }
        };
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        stripper.getText(document);
        return most[0];
    }

    @Test
    void a_certificate_names_the_articles_that_it_stands_on() throws IOException {
        NewLetter certificate = SampleLetters.of(LetterKind.CERTIFICATE).cite(new Citation("", "食品安全法", "第三十五条"));

        assertThat(text(PRESS.print(content(certificate)))).contains("依据：《食品安全法》第三十五条。");
    }

    @Test
    void a_scope_of_business_that_one_page_cannot_hold_stands_in_full_on_the_page_behind() throws IOException {
        String scope = "食品销售；日用百货销售；服装服饰零售；".repeat(100) + "许可项目：餐饮服务。";
        byte[] pdf =
                PRESS.print(content(SampleLetters.of(LetterKind.CERTIFICATE).fact("经营范围", scope)));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            var stripper = new PDFTextStripper();
            stripper.setEndPage(1);
            assertThat(stripper.getText(document).replaceAll("\\s", ""))
                    .contains(CODE, "经营范围见附页")
                    .doesNotContain("附页编号", "服装服饰零售");
            stripper.setEndPage(document.getNumberOfPages());
            stripper.setStartPage(2);
            String behind = stripper.getText(document).replaceAll("\\s", "");
            assertThat(behind).contains("食品经营许可证附页", "许可项目：餐饮服务。").doesNotContain(CODE);
            assertThat(behind.split("服装服饰零售；", -1)).hasSize(101);
            assertThat(right(document, 2))
                    .as("points from the left edge")
                    .isLessThan(document.getPage(1).getMediaBox().getWidth() - 80);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"NON_ACCEPTANCE", "NOT_THIS_AUTHORITY", "REFUSAL", "TERMINATION"})
    void what_denies_something_is_not_issued_without_a_reason(LetterKind kind) {
        NewLetter bare = NewLetter.of(
                kind,
                new NewLetter.Case(UUID.randomUUID(), "N-1", "食品经营许可"),
                SampleLetters.UNIT,
                SampleLetters.COMPANY,
                SampleLetters.DAY);
        assertThatThrownBy(() -> content(bare)).hasMessageContaining("AL-38");
    }

    @Test
    void the_receipt_of_corrections_promises_no_further_notice() {
        LetterContent first = content(LetterKind.RECEIPT);
        LetterContent second = content(SampleLetters.of(LetterKind.RECEIPT).nth(2));

        assertThat(first.after().toString()).contains("一次告知需要补正的全部内容");
        assertThat(second.paragraphs().toString()).contains("你单位补正的");
        assertThat(second.after().toString()).contains("不再要求补正", "自收到材料之日起即为受理").doesNotContain("一次告知需要补正的全部内容");
        assertThat(second.citations()).isEqualTo(first.citations());
    }

    @Test
    void a_letter_tells_the_number_of_days_that_counts() {
        assertThat(content(LetterKind.RECEIPT).after().toString()).contains("自收到之日起五个工作日内一次告知");
        assertThat(content(SampleLetters.of(LetterKind.DEEMED_ACCEPTANCE).within(3, false))
                        .paragraphs()
                        .toString())
                .contains("在三个工作日（本市规定的期限）内没有告知")
                .doesNotContain("依法自收到");
        assertThat(content(SampleLetters.of(LetterKind.GRANT).within(2, false))
                        .after()
                        .toString())
                .contains("之日起两个工作日内颁发、送达");
    }

    @Test
    void an_article_that_every_letter_of_the_kind_cites_is_not_cited_again() {
        NewLetter letter = SampleLetters.of(LetterKind.NOT_THIS_AUTHORITY)
                .cite(new Citation("", "行政许可法第三十二条", ""))
                .cite(new Citation("", "《城乡规划法》第四十条", ""));

        assertThat(content(letter).citations())
                .extracting(Citation::toString)
                .contains("《中华人民共和国行政许可法》第三十二条第一款第二项", "《城乡规划法》第四十条")
                .doesNotContain("行政许可法第三十二条");
    }

    @Test
    void an_item_that_is_no_licence_does_not_cite_the_licensing_law() {
        NewLetter letter = SampleLetters.of(LetterKind.ACCEPTANCE).noLicence();
        assertThat(content(letter).citations()).isEmpty();
    }

    @Test
    void the_stored_text_reads_back_as_it_was() {
        for (LetterKind kind : LetterKind.values()) {
            LetterContent letter = content(kind);
            assertThat(LetterJson.read(LetterJson.write(letter))).isEqualTo(letter);
        }
    }

    @Test
    void only_a_demo_says_that_it_has_no_legal_effect() throws IOException {
        var real = new Press(TEMPLATES, RENDERER, ADDRESS, () -> false);
        assertThat(text(PRESS.print(content(LetterKind.GRANT)))).contains("不具法律效力");
        assertThat(text(real.print(content(LetterKind.GRANT)))).doesNotContain("不具法律效力");
    }
}
