package org.yichuang.shared.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The text faces, parsed once and lent to one rendering at a time: a parsed font reads its tables from one moving
 * position, so two renderings must not share it. As many are kept as renderings may run beside each other.
 */
final class Typefaces {
    private static final int AT_ONCE = 2;

    /** One rendering's fonts. */
    record Pair(TrueTypeFont regular, TrueTypeFont bold) {}

    private final BlockingQueue<Pair> free = new ArrayBlockingQueue<>(AT_ONCE);
    private boolean loaded;

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

    /** On first use, so that a start does not wait for it. */
    private synchronized void load() {
        if (loaded) {
            return;
        }
        byte[] regular = read("/fonts/NotoSansSC_400Regular.ttf");
        byte[] bold = read("/fonts/NotoSansSC_700Bold.ttf");
        for (int i = 0; i < AT_ONCE; i++) {
            free.add(new Pair(parse(regular), parse(bold)));
        }
        loaded = true;
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
        try (InputStream in = Typefaces.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(resource + " is not in the jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
