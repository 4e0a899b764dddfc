package org.yichuang.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/**
 * A PDF as its reader sees it.
 *
 * @param left where the text that stands furthest left begins, in millimetres from the left edge
 * @param right where the text that stands furthest right ends
 */
public record Printed(int pages, String text, double left, double right) {
    private static final double POINTS = 72 / 25.4;

    private static final class Reader extends PDFTextStripper {
        private double left = Double.MAX_VALUE;
        private double right;

        @Override
        protected void writeString(String text, List<TextPosition> positions) throws IOException {
            for (TextPosition each : positions) {
                left = Math.min(left, each.getXDirAdj());
                right = Math.max(right, each.getXDirAdj() + each.getWidthDirAdj());
            }
            super.writeString(text, positions);
        }
    }

    public static Printed of(byte[] pdf) {
        try (var document = Loader.loadPDF(pdf)) {
            var reader = new Reader();
            String text = reader.getText(document);
            return new Printed(document.getNumberOfPages(), text, reader.left / POINTS, reader.right / POINTS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
