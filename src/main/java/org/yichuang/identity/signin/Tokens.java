package org.yichuang.identity.signin;

import java.security.SecureRandom;
import java.util.Base64;
import org.yichuang.shared.Digest;
import org.yichuang.shared.PersonalNumbers;

/** Random secrets of 256 bits, with a word in front that says what they are; only their hash is stored. */
final class Tokens {
    static final String SESSION = "ycs_";
    static final String SYSTEM = "yct_";
    static final String SETUP = "ycu_";
    private static final int BYTES = 32;
    private static final int LENGTH = SESSION.length() + 43;
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int CODE_LETTERS = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {}

    static String next(String kind) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return kind + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Eighty bits that a person can type from paper: {@code K7QM-4X2T-9BWD-5HNR}, without I, L, O and U. */
    static String code() {
        var code = new StringBuilder();
        for (int i = 0; i < CODE_LETTERS; i++) {
            code.append(i > 0 && i % 4 == 0 ? "-" : "").append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    /** The hash of a code however it was typed. */
    static byte[] codeHash(String typed) {
        String code = PersonalNumbers.normalise(typed)
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
        return hash("code:" + code);
    }

    static boolean is(String kind, String token) {
        return token.length() == LENGTH && token.startsWith(kind);
    }

    static byte[] hash(String token) {
        return Digest.sha256(token);
    }
}
