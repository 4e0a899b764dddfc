package org.yichuang.catalogue;

import java.text.Normalizer;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Mask;
import org.yichuang.shared.PersonalNumbers;

/** What kind of answer a field takes. */
public enum FieldType {
    /** One line, up to {@code max} characters (200). */
    TEXT,
    /** Several lines, up to {@code max} characters (2,000; no more than 10,000). */
    LONG_TEXT,
    /** A decimal number between {@code min} and {@code max}, in the field's unit. */
    NUMBER,
    /** A day, {@code 2026-11-22}. */
    DATE,
    /** One of the options. */
    CHOICE,
    /** Any of the options; the answer is a list. */
    CHOICES,
    /** {@code yes} or {@code no}. */
    YES_NO,
    /** An 18-digit resident identity number with a true check digit. */
    RESIDENT_ID,
    /** A unified social credit code with a true check character. */
    USCC,
    /** A mobile or a fixed-line number of mainland China. */
    PHONE,
    /** Street, number, building, room: one line. */
    ADDRESS,
    /** The code of a district, street or community; says whose unit is competent. Whether it exists the asker checks. */
    DIVISION;

    private static final int LINE = 200;
    private static final int LINES = 2000;
    private static final int MOST_LINES = 10_000;

    /** At most so many characters where the field does not say. */
    int length() {
        return this == LONG_TEXT ? LINES : LINE;
    }

    /** As many as a field may say: a line stays a line. */
    public int most() {
        return this == LONG_TEXT ? MOST_LINES : LINE;
    }

    /** A field's {@code max} counts its characters. */
    public boolean text() {
        return this == TEXT || this == LONG_TEXT;
    }

    /** A personal number: masked ({@link #masked}), and on no document. */
    public boolean personal() {
        return this == RESIDENT_ID || this == PHONE;
    }

    /**
     * An answer as lists, who only looks on, and the record may have it, which is for ever: of a personal number there is
     * left what its owner needs to know it again, also among free words.
     */
    public Object masked(Object answer) {
        return switch (this) {
            case RESIDENT_ID, PHONE -> Mask.number(answer.toString());
            case TEXT, LONG_TEXT, ADDRESS -> Mask.numbers(answer.toString());
            default -> answer;
        };
    }

    /** Picks from options. */
    public boolean picks() {
        return this == CHOICE || this == CHOICES;
    }

    /** What was typed into such a field, as an answer: full-width digits and spaces inside a number are no errors. */
    public String tidy(String typed) {
        return switch (this) {
            case NUMBER, PHONE, DATE ->
                Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("\\s", "");
            case RESIDENT_ID, USCC -> PersonalNumbers.normalise(typed);
            default -> typed.strip();
        };
    }

    /** An answer as the values it holds: none, one, or several of a multiple choice; blank ones do not count. */
    public static List<String> values(@Nullable Object answer) {
        return switch (answer) {
            case null -> List.of();
            case List<?> many ->
                many.stream()
                        .filter(Objects::nonNull)
                        .map(String::valueOf)
                        .map(String::strip)
                        .filter(value -> !value.isEmpty())
                        .toList();
            case Boolean yes -> List.of(yes ? "yes" : "no");
            default -> {
                String value = String.valueOf(answer).strip();
                yield value.isEmpty() ? List.of() : List.of(value);
            }
        };
    }
}
