package org.yichuang.catalogue;

import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Days;
import org.yichuang.shared.Lang;
import org.yichuang.shared.Text;

/**
 * One field of a form.
 *
 * @param required an answer is needed when the field is shown
 * @param when shown only under this condition; null: always
 * @param hint one line under the label
 * @param missing what to say when it is empty, with an example; null: the general sentence
 * @param options what can be picked; empty for other types
 * @param min the least number; null: none
 * @param whole a number without decimals: people, seats
 * @param atMost an earlier field of the same type that this number or day does not exceed: the kitchen, the premises; empty: none
 * @param atLeast one that it is not below: the end, the beginning; empty: none
 * @param past a day that has come already: it is not after the day it is filled in
 * @param unit what the number counts
 */
public record Field(
        @Schema(description = "Its name among the answers") String key,

        @Schema(
                description = "What the answer is: TEXT one line; LONG_TEXT several; NUMBER a decimal; DATE a day,"
                        + " 2026-11-22; CHOICE one of `options`, CHOICES a list of them; YES_NO `yes` or `no`;"
                        + " RESIDENT_ID and USCC with a true check digit; PHONE of mainland China; ADDRESS one line;"
                        + " DIVISION the code of a district, street or community")
        FieldType type,

        @Schema(description = "What the applicant reads above it")
        Text label,

        boolean required,
        @Nullable Condition when,
        @Nullable Text hint,
        @Nullable Text missing,
        List<Option> options,
        @Nullable BigDecimal min,

        @Schema(description = "The greatest number; of a text the most characters, null: 200, of LONG_TEXT 2,000")
        @Nullable
        BigDecimal max,

        boolean whole,
        String atMost,
        String atLeast,
        boolean past,
        @Nullable Text unit,

        @Schema(description = "What the account has, to fill it in with at first; null: nothing") @Nullable
        Known known) {
    static final int DIGITS = 15;
    static final int DECIMALS = 6;

    public Field {
        options = List.copyOf(options);
    }

    /** Whether some number fits between its bounds. */
    public boolean fitted() {
        return Stream.of(Optional.ofNullable(min), Optional.ofNullable(max))
                        .flatMap(Optional::stream)
                        .allMatch(Field::written)
                && (min == null
                        || max == null
                        || (whole
                                ? min.setScale(0, RoundingMode.CEILING).compareTo(max.setScale(0, RoundingMode.FLOOR))
                                        <= 0
                                : min.compareTo(max) <= 0));
    }

    /** Whether an answer may be this number: at most 15 digits, and 6 behind the point. */
    public static boolean written(BigDecimal number) {
        return (long) number.precision() - number.scale() <= DIGITS
                && number.stripTrailingZeros().scale() <= DECIMALS;
    }

    /** One thing to pick: {@code hint} stands under it, {@code note} appears when it is picked. */
    public record Option(
            String value,

            @Schema(description = "What the applicant reads beside it")
            Text label,

            @Nullable Text hint,
            @Nullable Text note) {}

    /** What the system knows about an applicant, so that nobody types it again. */
    public enum Known {
        NAME,
        RESIDENT_ID,
        PHONE,
        COMPANY_NAME,
        USCC,
        LEGAL_REPRESENTATIVE,
        ADDRESS
    }

    /** The same with these things to pick. */
    public Field offering(List<Option> others) {
        return new Field(
                key, type, label, required, when, hint, missing, others, min, max, whole, atMost, atLeast, past, unit,
                known);
    }

    /** The same apart from its question, which is asked under this condition; a condition of its own is narrower. */
    Field askedWhen(@Nullable Condition question) {
        return question == null || when != null
                ? this
                : new Field(
                        key, type, label, required, question, hint, missing, options, min, max, whole, atMost, atLeast,
                        past, unit, known);
    }

    /** Shown under these answers. */
    public boolean visible(Map<String, ?> answers) {
        return when == null || when.holds(answers);
    }

    public Optional<Option> option(String value) {
        return options.stream().filter(option -> option.value().equals(value)).findFirst();
    }

    /** The answer in words, for the check-answers page and the officer; empty when there is none. */
    public String say(@Nullable Object answer, Lang lang) {
        List<String> values = FieldType.values(answer);
        String said = values.stream()
                .map(value -> say(value, lang))
                .collect(Collectors.joining(lang == Lang.EN ? ", " : "、"));
        return unit == null || said.isEmpty() ? said : said + " " + unit.in(lang);
    }

    private String say(String value, Lang lang) {
        if (type == FieldType.YES_NO) {
            return (value.equals("yes") ? Text.of("是", "Yes") : Text.of("否", "No")).in(lang);
        }
        if (type == FieldType.DATE) {
            return day(value).map(day -> Days.written(day).in(lang)).orElse(value);
        }
        return option(value).map(option -> option.label().in(lang)).orElse(value);
    }

    /** Empty for what is no day yet: a draft keeps it as it was typed. */
    private static Optional<LocalDate> day(String value) {
        try {
            return Optional.of(Days.parse(value));
        } catch (DateTimeException notADay) {
            return Optional.empty();
        }
    }
}
