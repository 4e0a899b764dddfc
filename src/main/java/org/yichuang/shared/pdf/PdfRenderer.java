package org.yichuang.shared.pdf;

import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxFontResolver.FontGroup;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.yichuang.shared.Digest;
import org.yichuang.shared.web.Ui;

/**
 * XHTML to PDF: tagged for screen readers, the faces embedded as subsets, and the same bytes for the same page and
 * instant. Everything a page shows stands in it: images are {@code data:} addresses, styles a {@code <style>}; any other
 * address is not fetched.
 *
 * <p>A page needs {@code <html lang>}, {@code <title>} and {@code <meta name="description">} (a reader announces them).
 * The text face is Noto Sans SC, in the weights 400 and 700; it needs not be named.
 */
@Component
public class PdfRenderer {
    private static final Logger log = LoggerFactory.getLogger(PdfRenderer.class);
    private static final String FACE = "Noto Sans SC";
    /** Stands for a character that the face does not have, as Chinese printers mark one. */
    public static final String MISSING = "〓";

    private static final int USUAL_SIZE = 64 * 1024;

    static {
        XRLog.setLoggingEnabled(false);
    }

    private final Typefaces typefaces = new Typefaces();

    /** @param at the document's own date, as its properties show it */
    public byte[] render(String xhtml, Instant at) {
        return render(xhtml, at, Map.of());
    }

    /** @param drawings shown where the page has {@code <object data="drawing:NAME" alt="what it shows">} */
    public byte[] render(String xhtml, Instant at, Map<String, Drawing> drawings) {
        Document page = Xhtml.parse(xhtml);
        Typefaces.Pair faces = typefaces.borrow();
        try (var document = new PDDocument()) {
            byte[] fingerprint = Digest.sha256((xhtml + at));
            document.setDocumentId(ByteBuffer.wrap(fingerprint).getLong());
            tellMissing(page);
            return write(document, builder(document, page, drawings), faces, at);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            typefaces.giveBack(faces);
        }
    }

    /** Several documents in one, each from a new page on, to be printed at once. */
    public static byte[] together(List<byte[]> documents) {
        var output = new ByteArrayOutputStream(USUAL_SIZE * Math.max(1, documents.size()));
        var merger = new PDFMergerUtility();
        documents.forEach(document -> merger.addSource(new RandomAccessReadBuffer(document)));
        merger.setDestinationStream(output);
        try {
            merger.mergeDocuments(IOUtils.createMemoryOnlyStreamCache());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return output.toByteArray();
    }

    /** The characters of a text that the face does not have, each once: every PDF shows {@link #MISSING} for them. */
    public String lacking(String text) {
        return typefaces.lacking(text);
    }

    /**
     * The outline of a character in the bold face, to be drawn in a picture: 1,000 units an em, upwards from the
     * baseline. Drawing text that way asks for no font of the machine.
     */
    public Shape outline(int character) {
        return typefaces.outline(character);
    }

    private static byte[] write(PDDocument document, PdfRendererBuilder builder, Typefaces.Pair faces, Instant at)
            throws IOException {
        var output = new ByteArrayOutputStream(USUAL_SIZE);
        try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
            use(renderer, document, faces.regular(), 400);
            use(renderer, document, faces.bold(), 700);
            renderer.createPDFWithoutClosing();
            document.getDocumentInformation().setCreationDate(GregorianCalendar.from(at.atZone(Ui.ZONE)));
            document.save(output);
        }
        return output.toByteArray();
    }

    /** Says which characters are printed as {@link #MISSING}; not of what: it may be somebody's name. */
    private void tellMissing(Document page) {
        String missing = lacking(page.getDocumentElement().getTextContent())
                .codePoints()
                .mapToObj("U+%04X"::formatted)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            log.warn("The face has no {}: printed as {}", missing, MISSING);
        }
    }

    /** Whatever face a style asks for, it gets ours: the built-in ones have no Chinese. */
    private static void use(PdfBoxRenderer renderer, PDDocument document, TrueTypeFont face, int weight)
            throws IOException {
        var font = new PDFontSupplier(PDType0Font.load(document, face, true));
        renderer.getFontResolver()
                .addFont(font, FACE, weight, IdentValue.NORMAL, true, FontGroup.PRE_BUILT_IN_FALLBACK);
    }

    private static PdfRendererBuilder builder(PDDocument document, Document page, Map<String, Drawing> drawings) {
        var builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePDDocument(document);
        builder.usePdfUaAccessibility(true);
        builder.withProducer("Yichuang");
        builder.useReplacementText(MISSING);
        builder.withW3cDocument(page, "");
        builder.useObjectDrawerFactory(new Drawings(drawings));
        builder.useUriResolver((base, address) -> local(address) ? address : null);
        for (var moment : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((address, type) -> local(address), moment);
        }
        return builder;
    }

    private static boolean local(String address) {
        return address.startsWith("data:image/");
    }
}
