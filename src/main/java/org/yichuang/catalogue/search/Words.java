package org.yichuang.catalogue.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Texts as they are compared: full-width made half-width, lower case, letters and digits only. */
final class Words {
    private static final Pattern PLURAL = Pattern.compile("(?<=.{3})((?<=ch|sh|ss|x)es|(?<![sui])s)$");
    private static final Pattern Y = Pattern.compile("(?<=.{3})(y|ie)$");

    private Words() {}

    static String plain(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(normal.length());
        normal.codePoints().filter(Character::isLetterOrDigit).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    /** The words of an English text, each as its {@link #stem}. */
    static String[] english(String text) {
        String[] words = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .split("[^\\p{L}\\p{N}]+");
        return Arrays.stream(words).map(Words::stem).toArray(String[]::new);
    }

    /** Several like one, and the American license like the licence: companies as compani, as company is too. */
    static String stem(String word) {
        String one = PLURAL.matcher(word.replace("licens", "licenc")).replaceFirst("");
        return Y.matcher(one).replaceFirst("i");
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
