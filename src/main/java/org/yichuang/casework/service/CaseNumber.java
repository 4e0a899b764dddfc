package org.yichuang.casework.service;

import java.util.List;
import java.util.Locale;
import net.sourceforge.pinyin4j.PinyinHelper;
import org.yichuang.network.Division;

/**
 * Case numbers: {@code XH26-004172-7}. Two letters of the district, two digits of the year, a running number of at least
 * six digits, and a check digit (Damm's, over the letters' places in the alphabet and all digits): every single wrong
 * digit and every two digits beside each other that changed places are found; most of what happens to the letters too.
 */
final class CaseNumber {
    /** Damm's quasigroup of order 10. */
    private static final int[][] TABLE = {
        {0, 3, 1, 7, 5, 9, 8, 6, 4, 2},
        {7, 0, 9, 2, 1, 5, 4, 8, 6, 3},
        {4, 2, 0, 6, 8, 7, 1, 3, 5, 9},
        {1, 7, 5, 0, 9, 8, 3, 4, 2, 6},
        {6, 1, 2, 3, 0, 4, 5, 9, 7, 8},
        {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
        {5, 8, 6, 9, 7, 2, 0, 1, 3, 4},
        {8, 9, 4, 5, 3, 6, 2, 0, 1, 7},
        {9, 4, 3, 8, 6, 1, 7, 2, 0, 5},
        {2, 5, 8, 1, 4, 3, 6, 7, 9, 0}
    };

    private static final int DISTRICT = 1;

    private CaseNumber() {}

    /** @param path the divisions around the case, from the city down; empty where it lies in none */
    static String of(List<Division> path, int year, long n) {
        String body = String.format(Locale.ROOT, "%s%02d-%06d", letters(path), year % 100, n);
        return body + "-" + check(body);
    }

    /** Whether it can be one of ours: the form is right and the check digit fits. */
    static boolean valid(String number) {
        return number.matches("[A-Z]{2}\\d{2}-\\d{6,12}-\\d")
                && check(number.substring(0, number.length() - 2)) == number.charAt(number.length() - 1) - '0';
    }

    /** The initials of the district, 西湖区 is XH; of the city where there is none. */
    private static String letters(List<Division> path) {
        return path.isEmpty()
                ? "YC"
                : initials(path.get(Math.min(DISTRICT, path.size() - 1)).name().zh());
    }

    private static String initials(String name) {
        var letters = new StringBuilder();
        for (int i = 0; i < Math.min(2, name.length()); i++) {
            String[] read = PinyinHelper.toHanyuPinyinStringArray(name.charAt(i));
            letters.append(read == null ? 'X' : read[0].charAt(0));
        }
        return (letters + "XX").substring(0, 2).toUpperCase(Locale.ROOT);
    }

    private static int check(String body) {
        int interim = 0;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c >= 'A' && c <= 'Z') {
                interim = TABLE[TABLE[interim][(c - 'A') / 10]][(c - 'A') % 10];
            } else if (c >= '0' && c <= '9') {
                interim = TABLE[interim][c - '0'];
            }
        }
        return interim;
    }
}
