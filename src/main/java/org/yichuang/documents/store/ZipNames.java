package org.yichuang.documents.store;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * The names in a ZIP's directory (APPNOTE.TXT 4.3.12 and 4.3.16). Nothing is unpacked, so a small file that would grow
 * to gigabytes costs nothing.
 */
final class ZipNames {
    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int ENTRY = 0x02014b50;
    /** A workbook or a text has some dozens, a document of a thousand scanned pages some thousands. */
    private static final int MOST_ENTRIES = 5_000;

    private ZipNames() {}

    /** All of them; empty when the file is damaged, or has more than a document has: what is not read may be a macro. */
    static Set<String> of(byte[] zip) {
        ByteBuffer buffer = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
        try {
            int end = end(buffer);
            return end < 0 ? Set.of() : names(buffer, end);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException e) {
            return Set.of();
        }
    }

    private static int end(ByteBuffer zip) {
        int last = zip.limit() - END_SIZE;
        for (int at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) {
            if (zip.getInt(at) == END) {
                return at;
            }
        }
        return -1;
    }

    private static Set<String> names(ByteBuffer zip, int end) {
        int at = zip.getInt(end + 16);
        var names = new HashSet<String>();
        // how many it says to be in it may be a lie
        for (int count = 0; zip.getInt(at) == ENTRY; count++) {
            if (count == MOST_ENTRIES) {
                return Set.of();
            }
            int name = Short.toUnsignedInt(zip.getShort(at + 28));
            int extra = Short.toUnsignedInt(zip.getShort(at + 30));
            int comment = Short.toUnsignedInt(zip.getShort(at + 32));
            byte[] bytes = new byte[name];
            zip.get(at + 46, bytes);
            names.add(new String(bytes, StandardCharsets.UTF_8));
            at += 46 + name + extra + comment;
        }
        return names;
    }
}
