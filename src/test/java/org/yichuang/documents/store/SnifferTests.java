package org.yichuang.documents.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SnifferTests {
    static Stream<Arguments> taken() {
        return Stream.of(
                Arguments.of(MediaKind.PDF, SampleFiles.pdf()),
                Arguments.of(MediaKind.JPEG, SampleFiles.image("jpg")),
                Arguments.of(MediaKind.PNG, SampleFiles.image("png")),
                Arguments.of(MediaKind.WEBP, SampleFiles.webp()),
                Arguments.of(MediaKind.DOCX, SampleFiles.docx()),
                Arguments.of(MediaKind.XLSX, SampleFiles.xlsx()),
                Arguments.of(MediaKind.OFD, SampleFiles.ofd()));
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                Arguments.of("a program", SampleFiles.bytes("MZ\u0090\0\u0003\0\0\0\u0004\0\0\0\u00ff\u00ff")),
                Arguments.of("an ELF program", SampleFiles.bytes("\u007fELF\u0002\u0001\u0001\0")),
                Arguments.of("a page", SampleFiles.bytes("<!doctype html><script>alert(1)</script>")),
                Arguments.of("a page after a space", SampleFiles.bytes("  <html><body onload=x></body></html>")),
                Arguments.of(
                        "an SVG",
                        SampleFiles.bytes("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>1</script></svg>")),
                Arguments.of("XML", SampleFiles.bytes("<?xml version=\"1.0\"?><a/>")),
                Arguments.of("text", SampleFiles.bytes("hello")),
                Arguments.of("a shell script", SampleFiles.bytes("#!/bin/sh\nrm -rf /\n")),
                Arguments.of("a plain ZIP", SampleFiles.zip("a.txt")),
                Arguments.of("a JAR", SampleFiles.zip("META-INF/MANIFEST.MF", "A.class")),
                Arguments.of(
                        "a DOCX with macros",
                        SampleFiles.zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")),
                Arguments.of(
                        "a DOCX with macros under a name in capitals",
                        SampleFiles.zip("[Content_Types].xml", "word/document.xml", "word/VBAPROJECT.BIN")),
                Arguments.of("an old DOC", SampleFiles.bytes("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")),
                Arguments.of("a GIF", SampleFiles.image("gif")),
                Arguments.of("a page that ends as a PDF", SampleFiles.bytes("<html></html>%PDF-1.7")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("taken")
    void a_kind_that_is_taken_is_told_from_its_content(MediaKind kind, byte[] bytes) {
        assertThat(Sniffer.kindOf(bytes)).contains(kind);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void every_other_kind_is_refused(String what, byte[] bytes) {
        assertThat(Sniffer.kindOf(bytes)).as(what).isEmpty();
    }

    @Test
    void a_document_of_many_parts_is_taken_and_one_of_more_than_are_looked_at_is_refused() {
        assertThat(Sniffer.kindOf(parts(4_998))).contains(MediaKind.DOCX);
        assertThat(Sniffer.kindOf(parts(4_999))).isEmpty();
    }

    private static byte[] parts(int pictures) {
        var names = Stream.of("[Content_Types].xml", "word/document.xml");
        var many = IntStream.range(0, pictures).mapToObj(picture -> "word/media/" + picture + ".png");
        return SampleFiles.zip(Stream.concat(names, many).toArray(String[]::new));
    }

    @Test
    void a_macro_behind_the_end_that_the_directory_claims_is_found() {
        byte[] lying = SampleFiles.zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin");
        int end = lying.length - 22;
        lying[end + 8] = 2;
        lying[end + 10] = 2;

        assertThat(Sniffer.kindOf(lying)).isEmpty();
    }

    @Test
    void a_damaged_zip_is_refused_and_does_no_harm() {
        byte[] whole = SampleFiles.docx();
        for (int length = 4; length < whole.length; length += 7) {
            assertThat(Sniffer.kindOf(Arrays.copyOf(whole, length))).isEmpty();
        }
        byte[] lying = whole.clone();
        int end = whole.length - 22;
        Arrays.fill(lying, end + 16, end + 20, (byte) 0xFF);
        assertThat(Sniffer.kindOf(lying)).as("a directory outside the file").isEmpty();
    }
}
