package org.yichuang.shared;

import java.util.Set;

/** What text of one line is made of. */
public final class PlainText {
    /** Letters and signs without any ink, which pass for an answer: Hangul fillers and the empty Braille pattern. */
    private static final Set<Integer> BLANK = Set.of(0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800);

    private PlainText() {}

    /**
     * No control characters, which nobody can type, none that only turn or hide their neighbours, and no halves of
     * characters, which have no bytes to store or hash.
     */
    public static boolean oneLine(String text) {
        return text.codePoints().allMatch(PlainText::printable);
    }

    public static boolean printable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            // emoji and some scripts are joined by these two, and copied text has soft hyphens in it
            case Character.FORMAT -> codePoint == 0x200C || codePoint == 0x200D || codePoint == 0x00AD;
            default -> !BLANK.contains(codePoint);
        };
    }

    /** The same in text of several lines, which also has line ends and tabs. */
    public static boolean inLines(int codePoint) {
        return printable(codePoint) || codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
    }
}
