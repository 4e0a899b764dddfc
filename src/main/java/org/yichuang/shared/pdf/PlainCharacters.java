package org.yichuang.shared.pdf;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.fontbox.ttf.CmapSubtable;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.jspecify.annotations.Nullable;

/**
 * A font draws 里 and the Kangxi radical ⾥ with one glyph, and a PDF would name the glyph after the radical, which
 * comes first in Unicode: searching, copying and reading aloud would find the wrong character. This table of a font's
 * characters names a glyph after its plain character.
 */
final class PlainCharacters extends CmapSubtable {
    private final CmapSubtable table;

    private PlainCharacters(CmapSubtable table) {
        this.table = table;
        setPlatformId(table.getPlatformId());
        setPlatformEncodingId(table.getPlatformEncodingId());
    }

    static void prefer(TrueTypeFont font) throws IOException {
        var tables = font.getCmap();
        tables.setCmaps(
                Arrays.stream(tables.getCmaps()).map(PlainCharacters::new).toArray(CmapSubtable[]::new));
    }

    @Override
    public int getGlyphId(int character) {
        return table.getGlyphId(character);
    }

    @Override
    public @Nullable List<Integer> getCharCodes(int glyph) {
        List<Integer> all = table.getCharCodes(glyph);
        if (all == null || all.size() < 2) {
            return all;
        }
        List<Integer> plain = all.stream().filter(code -> !variant(code)).toList();
        return plain.isEmpty() ? all : plain;
    }

    /** Radicals (U+2E80 to U+2FDF), compatibility ideographs (two blocks), and the private use area. */
    private static boolean variant(int code) {
        return (code >= 0x2E80 && code <= 0x2FDF)
                || (code >= 0xF900 && code <= 0xFAFF)
                || (code >= 0x2F800 && code <= 0x2FA1F)
                || (code >= 0xE000 && code <= 0xF8FF);
    }
}
