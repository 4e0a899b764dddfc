package org.yichuang.shared;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks the two numbers that name applicants: the resident id number (GB 11643) and the unified social credit code
 * (GB 32100). A check answers null when the number is right, else what is wrong with it, in words for the person typing.
 */
public final class PersonalNumbers {
    private static final int LENGTH = 18;
    private static final int OLDEST = 150;
    private static final int[] RESIDENT_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String RESIDENT_CHECKS = "10X98765432";
    private static final int[] USCC_WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final String USCC_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83");

    /** As many digits as no name or code that is looked for has, and each number of a person. */
    private static final int DIGITS = 7;

    private PersonalNumbers() {}

    /** As people type it: full-width digits, spaces, hyphens and a small x are all the same number. */
    public static String normalise(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Pd}]", "")
                .toUpperCase(Locale.ROOT);
    }

    /**
     * The number of a person or company in what somebody looks for, among whatever words and signs; else, where there are
     * as many digits as in a mistyped one, a passport's or a telephone's, all that was typed: it stands in no address and
     * no log. Empty: there is none.
     */
    public static String in(String typed, LocalDate today) {
        String said = said(typed);
        return Stream.concat(
                        Arrays.stream(typed.split("[\\s\\p{P}]+")).map(PersonalNumbers::said),
                        IntStream.rangeClosed(0, said.length() - LENGTH)
                                .mapToObj(from -> said.substring(from, from + LENGTH)))
                .filter(number -> wrongResidentId(number, today) == null || wrongUscc(number) == null)
                .findFirst()
                .orElse(like(said) ? said : "");
    }

    /** A number, or signs alone. */
    public static boolean noName(String typed) {
        return typed.codePoints().noneMatch(Character::isLetter) || like(typed);
    }

    /** Whether it has as many digits as a number of a person, and no name. */
    private static boolean like(String typed) {
        return typed.codePoints().filter(Character::isDigit).count() >= DIGITS;
    }

    /** Its letters and digits, these as 0 to 9 in whatever writing. */
    private static String said(String typed) {
        return normalise(typed)
                .replaceAll("[^\\p{L}\\p{Nd}]", "")
                .codePoints()
                .map(c -> Character.isDigit(c) ? '0' + Character.digit(c, 10) : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** What is wrong with a resident id number, normalised or not. */
    public static @Nullable Text wrongResidentId(String typed, LocalDate today) {
        String number = normalise(typed);
        if (number.isEmpty()) {
            return Text.of("请填写身份证号码", "Enter the resident id number");
        }
        if (number.matches("\\d{15}")) {
            return Text.of("15 位的旧号码已经停用，请填现在证件上的 18 位号码", "15-digit numbers are no longer valid: enter the 18 digits");
        }
        if (number.matches("[A-Z]{1,2}\\d{6,10}")) {
            return Text.of(
                    "这是护照或通行证的号码；这里要身份证、居住证或永久居留身份证上的 18 位号码",
                    "This is the number of a passport or travel permit: enter the 18 digits of an identity card, a residence permit"
                            + " or a permanent residence card");
        }
        if (number.length() != LENGTH) {
            return length("身份证号码", "A resident id number", number);
        }
        if (!number.matches("\\d{17}[\\dX]")) {
            return Text.of("前 17 位都是数字，最后一位是数字或 X", "The first 17 are digits, the last is a digit or X");
        }
        if (!PROVINCES.contains(province(number))) {
            return Text.of("开头两位不是任何省份的代码，请对照证件", "The first two digits are no province: compare with the card");
        }
        Text birth = wrongBirth(number.substring(6, 14), today);
        if (birth != null) {
            return birth;
        }
        return number.charAt(17) == residentCheck(number) ? null : typo("身份证", "card");
    }

    /** What is wrong with a unified social credit code, normalised or not. */
    public static @Nullable Text wrongUscc(String typed) {
        String number = normalise(typed);
        if (number.isEmpty()) {
            return Text.of("请填写统一社会信用代码", "Enter the unified social credit code");
        }
        if (number.length() != LENGTH) {
            return length("统一社会信用代码", "A unified social credit code", number);
        }
        if (number.chars().anyMatch(c -> "IOSVZ".indexOf(c) >= 0)) {
            return Text.of("代码里没有字母 I、O、S、V、Z，是不是 1、0、5、U、2？", "I, O, S, V and Z never occur: is it 1, 0, 5, U or 2?");
        }
        if (number.chars().anyMatch(c -> USCC_ALPHABET.indexOf(c) < 0)) {
            return Text.of("代码只有数字和大写字母", "The code has digits and capital letters only");
        }
        if (!number.substring(2, 8).matches("\\d{6}")) {
            return Text.of("第 3 到 8 位是登记机关的行政区划，都是数字", "Places 3 to 8 are the registering division: digits only");
        }
        return number.charAt(17) == usccCheck(number) ? null : typo("营业执照", "licence");
    }

    /** The check character that belongs at the end of the first 17 digits. */
    public static char residentCheck(String number) {
        return RESIDENT_CHECKS.charAt(weighed(number, USCC_ALPHABET, RESIDENT_WEIGHTS) % 11);
    }

    /** The check character that belongs at the end of the first 17 characters. */
    public static char usccCheck(String number) {
        return USCC_ALPHABET.charAt((31 - weighed(number, USCC_ALPHABET, USCC_WEIGHTS) % 31) % 31);
    }

    /** The sum of what each character is worth, by its place in the alphabet and its weight. */
    public static int weighed(String number, String alphabet, int... weights) {
        return IntStream.range(0, weights.length)
                .map(at -> alphabet.indexOf(number.charAt(at)) * weights[at])
                .sum();
    }

    /** A foreigner's permanent residence card has the same form behind a 9: the province stands one place later. */
    private static String province(String number) {
        return number.charAt(0) == '9' ? number.substring(1, 3) : number.substring(0, 2);
    }

    private static @Nullable Text wrongBirth(String digits, LocalDate today) {
        try {
            LocalDate birth = LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE);
            if (birth.isAfter(today)) {
                return Text.of("第 7 到 14 位的出生日期还没有到", "Places 7 to 14 are a date of birth in the future");
            }
            return birth.isBefore(today.minusYears(OLDEST))
                    ? Text.of("第 7 到 14 位的出生日期太早了", "Places 7 to 14 are a date of birth too long ago")
                    : null;
        } catch (DateTimeException e) {
            return Text.of("第 7 到 14 位不是真实的出生日期", "Places 7 to 14 are no real date of birth");
        }
    }

    private static Text length(String zh, String en, String number) {
        int has = number.length();
        return Text.of(zh + "是 18 位，现在有 " + has + " 位", en + " has 18 characters; this one has " + has);
    }

    private static Text typo(String zh, String en) {
        return Text.of("末位校验不符，多半有一位打错了，请对照" + zh, "The check character does not fit: compare with the " + en);
    }
}
