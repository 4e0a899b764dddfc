package org.yichuang.catalogue.search;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    /** The words of an English text, the American license as the licence. */
    static String[] english(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replace("licens", "licenc")
                .split("[^\\p{L}\\p{N}]+");
    }

    /** The words of an English text, each also as its {@link #stem}. */
    static String[] forms(String text) {
        return Arrays.stream(english(text))
                .flatMap(word -> Stream.of(word, stem(word)))
                .distinct()
                .toArray(String[]::new);
    }

    /** Several like one: companies as compani, as company is too. */
    static String stem(String word) {
        return Y.matcher(PLURAL.matcher(word).replaceFirst("")).replaceFirst("i");
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
