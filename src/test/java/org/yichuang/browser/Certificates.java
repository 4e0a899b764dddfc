package org.yichuang.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;

/** Reads letters and certificates as a person would. */
final class Certificates {
    private Certificates() {}

    static String text(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The verification code that stands on it. */
    static String code(byte[] pdf) {
        var matcher = Pattern.compile("([0-9A-Z]{4}(?:-[0-9A-Z]{4}){3,4})").matcher(text(pdf));
        assertThat(matcher.find()).as(text(pdf)).isTrue();
        return matcher.group(1);
    }
}
