package org.yichuang.shared.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class PdfRendererTests {
    private static final Instant DAY = Instant.parse("2026-10-09T02:24:00Z");
    private static final PdfRenderer RENDERER = new PdfRenderer();

    private static String page(String body) {
        return "<html lang=\"zh-CN\"><head><title>受理通知书</title>"
                + "<meta name=\"description\" content=\"通知\"/></head><body>" + body + "</body></html>";
    }

    private static byte[] render(String body) {
        return RENDERER.render(page(body), DAY);
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @Test
    void chinese_text_is_written_with_an_embedded_face_in_both_weights() throws IOException {
        byte[] pdf = render("<h1>受理通知书</h1><p>杭州清和里餐饮有限公司</p>");
        assertThat(text(pdf)).contains("受理通知书", "杭州清和里餐饮有限公司");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            var resources = document.getPage(0).getResources();
            List<String> fonts = new ArrayList<>();
            for (COSName name : resources.getFontNames()) {
                var font = resources.getFont(name);
                assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                fonts.add(font.getName());
            }
            assertThat(fonts).hasSize(2).anyMatch(name -> name.endsWith("Bold"));
        }
        assertThat(pdf).as("only the characters used are embedded").hasSizeLessThan(60_000);
    }

    @Test
    void the_document_is_tagged_and_carries_title_language_and_date() throws IOException {
        try (PDDocument document = Loader.loadPDF(render("<p>正文</p>"))) {
            var catalog = document.getDocumentCatalog();
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(catalog.getLanguage()).isEqualTo("zh-CN");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("受理通知书");
            assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(DAY);
        }
    }

    @Test
    void the_same_page_and_instant_give_the_same_bytes() {
        assertThat(render("<h1>同</h1><p>一份</p>")).isEqualTo(render("<h1>同</h1><p>一份</p>"));
    }

    @Test
    void renderings_beside_each_other_do_not_disturb_each_other() throws Exception {
        byte[] alone = render("<h1>并行</h1><p>一二三四五六七八九十</p>");
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<byte[]>> all = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                all.add(executor.submit(() -> render("<h1>并行</h1><p>一二三四五六七八九十</p>")));
            }
            for (Future<byte[]> one : all) {
                assertThat(one.get()).isEqualTo(alone);
            }
        }
    }

    @Test
    void nothing_is_fetched_from_the_network_or_the_disk(@TempDir Path directory) throws IOException {
        var asked = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(404, -1);
            exchange.close();
        });
        server.start();
        try {
            Path secret = Files.writeString(directory.resolve("secret.css"), "body::before{content:'SECRET'}");
            String there = "http://localhost:" + server.getAddress().getPort() + "/a";
            String reaching = page("<p style=\"font-family:x\">正文</p><img alt=\"图\" src=\"" + there + "\"/>")
                    .replace(
                            "</head>",
                            "<link rel=\"stylesheet\" href=\"" + there + "\"/>"
                                    + "<link rel=\"stylesheet\" href=\"" + secret.toUri() + "\"/>"
                                    + "<style>@import url('" + there + "'); p{background:url('" + there + "')}"
                                    + "@font-face{font-family:x;src:url('" + there + "')}</style></head>");
            byte[] pdf = RENDERER.render(reaching, DAY);
            assertThat(text(pdf)).contains("正文").doesNotContain("SECRET");
            assertThat(asked).hasValue(0);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void characters_are_found_as_typed_and_not_as_radicals_of_the_same_shape() throws IOException {
        String typed =
                "里乙一人立口十又土士大女子小山川工己干广弓心手支文斗方无日曰月木止毛水火父片牛玄玉瓜瓦生用田白皮目石示禾穴竹米羊老耳肉自舌色行衣见角言谷豆走足身车金长门阜青非面革音页风飞食首香马骨高鬼鱼鸟麦黄黑鼓鼠鼻龙";
        assertThat(text(render("<p>" + typed + "</p>")).replaceAll("\\s", "")).isEqualTo(typed);
    }

    @Test
    void a_document_type_with_entities_is_refused() {
        assertThatThrownBy(() -> RENDERER.render(
                        "<!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><html><body>&x;</body></html>",
                        DAY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void characters_that_xml_cannot_carry_are_left_out_and_rare_ones_kept() throws IOException {
        assertThat(text(render("<p>甲\u0000\u0008\uD800乙 𪟝</p>"))).contains("甲乙 𪟝");
    }

    @Test
    void a_character_that_the_face_does_not_have_is_marked_and_told_by_its_number_alone(CapturedOutput said)
            throws IOException {
        assertThat(text(render("<p>沈𠮷和</p>"))).contains("沈〓和");

        assertThat(said.getAll()).contains("U+20BB7").doesNotContain("𠮷", "沈");
    }

    @Test
    void the_characters_that_cannot_be_printed_are_said_each_once() {
        assertThat(RENDERER.lacking("沈𠮷 和𠮷·A\u200B\uE000")).isEqualTo("𠮷\uE000");
        assertThat(RENDERER.lacking("杭州清和里餐饮有限公司（Ltd.） 㛃䶮")).isEmpty();
    }
}
