package org.yichuang.shared.pdf;

import java.awt.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/**
 * The text faces, parsed once and lent to one rendering at a time: a parsed font reads its tables from one moving
 * position, so two renderings must not share it. As many are kept as renderings may run beside each other.
 */
final class Typefaces {
    private static final int AT_ONCE = 2;

    /** One rendering's fonts. */
    record Pair(TrueTypeFont regular, TrueTypeFont bold) {}

    private final BlockingQueue<Pair> free = new ArrayBlockingQueue<>(AT_ONCE);
    /** One more, for outlines: a drawing asks for them while its page holds a pair. */
    private @Nullable TrueTypeFont drawn;

    Pair borrow() {
        load();
        try {
            return free.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    void giveBack(Pair pair) {
        free.add(pair);
    }

    /** In the bold face, 1,000 units an em. */
    synchronized Shape outline(int character) {
        TrueTypeFont font = load();
        try {
            int glyph = font.getUnicodeCmapLookup().getGlyphId(character);
            return font.getGlyph().getGlyph(glyph).getPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The characters that neither face has a glyph for, each once; the two have the same. */
    synchronized String lacking(String text) {
        try {
            var glyphs = load().getUnicodeCmapLookup();
            return text.codePoints()
                    .filter(each -> !Character.isWhitespace(each) && Character.getType(each) != Character.FORMAT)
                    .filter(each -> glyphs.getGlyphId(each) == 0)
                    .distinct()
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** On first use, so that a start does not wait for it. */
    private synchronized TrueTypeFont load() {
        if (drawn != null) {
            return drawn;
        }
        byte[] regular = read("/fonts/NotoSansSC_400Regular.ttf");
        byte[] bold = read("/fonts/NotoSansSC_700Bold.ttf");
        for (int i = 0; i < AT_ONCE; i++) {
            free.add(new Pair(parse(regular), parse(bold)));
        }
        drawn = parse(bold);
        return drawn;
    }

    private static TrueTypeFont parse(byte[] font) {
        try {
            TrueTypeFont parsed = new TTFParser().parse(new RandomAccessReadBuffer(font));
            PlainCharacters.prefer(parsed);
            return parsed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(String resource) {
        try {
            return new ClassPathResource(resource).getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
