package org.yichuang.casework.service;

import java.security.SecureRandom;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The code by which anybody who has it can look at a case: 50 random bits, {@code 7KQ4M-2PDX4}, without 0, O, 1 and I. */
final class QueryCode {
    private static final String DIGITS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int LENGTH = 10;
    private static final int GROUP = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private QueryCode() {}

    static String random() {
        var code = new StringBuilder(LENGTH + 1);
        for (int i = 0; i < LENGTH; i++) {
            code.append(i == GROUP ? "-" : "").append(DIGITS.charAt(RANDOM.nextInt(DIGITS.length())));
        }
        return code.toString();
    }

    /** As stored, from what somebody typed; null when it cannot be one. */
    static @Nullable String read(String typed) {
        String plain = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s\\p{Pd}]", "");
        boolean right = plain.length() == LENGTH && plain.chars().allMatch(c -> DIGITS.indexOf(c) >= 0);
        return right ? plain.substring(0, GROUP) + "-" + plain.substring(GROUP) : null;
    }
}
