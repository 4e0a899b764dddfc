package org.yichuang.casework.service;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The code by which anybody who has it can look at a case: 50 random bits, {@code 7KQ4M-2PDX4}, without 0, O, 1 and I. */
final class QueryCode {
    private static final String DIGITS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 10;
    private static final int GROUP = 5;
    /** 查询码： or Query code: — no code has an O in it. */
    private static final String LABEL = "^[^0-9A-Z]*((QUERY)?CODE)?[^0-9A-Z]*";

    private static final SecureRandom RANDOM = new SecureRandom();

    private QueryCode() {}

    static String random() {
        var code = new StringBuilder(LENGTH + 1);
        for (int i = 0; i < LENGTH; i++) {
            code.append(i == GROUP ? "-" : "").append(DIGITS.charAt(RANDOM.nextInt(DIGITS.length())));
        }
        return code.toString();
    }

    /** As stored, from what somebody typed, or pasted with its label before it; null when it cannot be one. */
    static @Nullable String read(String typed) {
        String plain = Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Pd}]", "")
                .replaceFirst(LABEL, "");
        boolean right = plain.length() == LENGTH && plain.chars().allMatch(c -> DIGITS.indexOf(c) >= 0);
        return right ? plain.substring(0, GROUP) + "-" + plain.substring(GROUP) : null;
    }
}
