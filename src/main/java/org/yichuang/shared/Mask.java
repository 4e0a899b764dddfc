package org.yichuang.shared;

/** Hides personal numbers in lists, logs and public pages; enough is left for the owner to know their own. */
public final class Mask {
    private Mask() {}

    /** A resident id, a phone or any other number: the first three and the last two stay. */
    public static String number(String number) {
        if (number.length() <= 5) {
            return "*".repeat(number.length());
        }
        return number.substring(0, 3) + "*".repeat(number.length() - 5) + number.substring(number.length() - 2);
    }

    /** A person's name: the family name stays. */
    public static String name(String name) {
        return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }
}
