package org.yichuang.shared;

/** What text of one line is made of. */
public final class PlainText {
    private PlainText() {}

    /** No control characters, which nobody can type, and no halves of characters, which have no bytes to store or hash. */
    public static boolean oneLine(String text) {
        return text.codePoints().allMatch(PlainText::printable);
    }

    public static boolean printable(int codePoint) {
        return !Character.isISOControl(codePoint) && Character.getType(codePoint) != Character.SURROGATE;
    }
}
