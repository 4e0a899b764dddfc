package org.yichuang.shared;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Hides personal numbers in lists, logs and public pages; enough is left for the owner to know their own. */
public final class Mask {
    /** A resident id number by its form, its date of birth among it: one with a wrong check digit is somebody's too. */
    private static final Pattern RESIDENT =
            run("[1-9]\\d{2}_\\d{3}_(?:18|19|20)\\d{2}_(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])_\\d{3}[\\dXxＸｘ]");

    private static final Pattern MOBILE = run("(?<!\\d)(?:86_)?1[3-9]\\d_\\d{4}_\\d{4}(?!\\d)");

    private Mask() {}

    /** A resident id, a phone or any other number: the first three and the last two stay. */
    public static String number(String number) {
        if (number.length() <= 5) {
            return "*".repeat(number.length());
        }
        return number.substring(0, 3) + "*".repeat(number.length() - 5) + number.substring(number.length() - 2);
    }

    /** Free words: each resident id and mobile number among them, also in full width or in groups. All else stays. */
    public static String numbers(String words) {
        String digits = digits(words);
        var masked = new StringBuilder(words);
        for (Pattern kind : List.of(RESIDENT, MOBILE)) {
            Matcher run = kind.matcher(digits);
            while (run.find()) {
                masked.replace(run.start(), run.end(), number(masked.substring(run.start(), run.end())));
            }
        }
        return masked.toString();
    }

    /** Each digit as 0 to 9, at the place where it stands. */
    private static String digits(String words) {
        return words.chars()
                .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** @param form where people part a number by a space or a hyphen stands _ */
    private static Pattern run(String form) {
        return Pattern.compile(form.replace("_", "[\\p{Zs}\\p{Pd}]?"));
    }

    /** A person's name: the family name stays. */
    public static String name(String name) {
        return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }
}
