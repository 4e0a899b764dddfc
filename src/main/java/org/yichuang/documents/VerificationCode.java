package org.yichuang.documents;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The code that a person types, or a phone scans, to verify a letter: 75 random bits and a check character, in
 * Crockford's base 32, as {@code XXXX-XXXX-XXXX-XXXX}. Nobody guesses one; a slip of the finger is told from an unknown
 * code without asking the database.
 */
public final class VerificationCode {
    private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BASE = 32;
    private static final int LENGTH = 16;
    /** 验证码： or Verification code: */
    private static final String LABEL = "^[^0-9A-Z]*(VERIFICATIONCODE)?[^0-9A-Z]*";

    private static final SecureRandom RANDOM = new SecureRandom();

    private VerificationCode() {}

    public static String random() {
        var code = new StringBuilder(LENGTH);
        for (int i = 1; i < LENGTH; i++) {
            code.append(DIGITS.charAt(RANDOM.nextInt(BASE)));
        }
        return printed(code.append(check(code)).toString());
    }

    /**
     * As printed, from a code as typed (any case, spaces, full-width, O for 0, I or L for 1) or pasted with its label
     * before it; null when it is none.
     */
    public static @Nullable String read(String typed) {
        String plain = plain(typed);
        boolean right = plain.length() == LENGTH
                && plain.chars().allMatch(c -> DIGITS.indexOf(c) >= 0)
                && check(plain.substring(0, LENGTH - 1)) == plain.charAt(LENGTH - 1);
        return right ? printed(plain) : null;
    }

    static String plain(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}]", "")
                .replaceFirst(LABEL, "")
                .replace('O', '0')
                .replaceAll("[IL]", "1");
    }

    /** As printed, from a code as it is stored: without its hyphens. */
    public static String printed(String plain) {
        return String.join(
                "-", plain.substring(0, 4), plain.substring(4, 8), plain.substring(8, 12), plain.substring(12));
    }

    /** Luhn's sum in base 32: finds every wrong character and nearly every two that changed places. */
    private static char check(CharSequence code) {
        int sum = 0;
        int factor = 2;
        for (int i = code.length() - 1; i >= 0; i--) {
            int addend = factor * DIGITS.indexOf(code.charAt(i));
            sum += addend / BASE + addend % BASE;
            factor = factor == 2 ? 1 : 2;
        }
        return DIGITS.charAt((BASE - sum % BASE) % BASE);
    }
}
