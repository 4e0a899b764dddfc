package org.yichuang.catalogue.search;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** Texts as they are compared: full-width made half-width, lower case, letters and digits only. */
final class Words {
    private Words() {}

    static String plain(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(normal.length());
        normal.codePoints().filter(Character::isLetterOrDigit).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** The words of an English text. */
    static String[] english(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .split("[^\\p{L}\\p{N}]+");
    }

    static boolean latin(String plain) {
        return plain.chars().allMatch(c -> c < 0x80);
    }

    /** Every two characters that stand beside each other. */
    static Set<String> pairs(String plain) {
        Set<String> pairs = new LinkedHashSet<>();
        for (int i = 0; i + 2 <= plain.length(); i++) {
            pairs.add(plain.substring(i, i + 2));
        }
        return pairs;
    }
}
