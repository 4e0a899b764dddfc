package org.yichuang.identity.signin;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.yichuang.shared.Digest;

/** Random secrets of 256 bits, with a word in front that says what they are; only their hash is stored. */
final class Tokens {
    static final String SESSION = "ycs_";
    static final String SYSTEM = "yct_";
    static final String LINK = "ycl_";
    private static final int BYTES = 32;
    private static final int LENGTH = SESSION.length() + 43;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {}

    static String next(String kind) {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return kind + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static boolean is(String kind, String token) {
        return token.length() == LENGTH && token.startsWith(kind);
    }

    static byte[] hash(String token) {
        return Digest.sha256(token.getBytes(StandardCharsets.UTF_8));
    }
}
