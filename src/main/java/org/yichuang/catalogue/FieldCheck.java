package org.yichuang.catalogue;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Lang;
import org.yichuang.shared.PersonalNumbers;
import org.yichuang.shared.Phone;
import org.yichuang.shared.PlainText;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

/** Whether an answer fits its field. */
final class FieldCheck {
    /** As the network lets divisions be keyed; whether there is one is asked where the unit is found. */
    private static final Pattern DIVISION = Pattern.compile("[A-Za-z0-9._-]{1,40}");

    private static final Pattern NUMBER = Pattern.compile(
            "(?!-0(\\.0*)?$)-?(0|[1-9]\\d{0," + (Field.DIGITS - 1) + "})(\\.\\d{1," + Field.DECIMALS + "})?");
    private static final int MOST_PICKED = 100;

    private FieldCheck() {}

    /** What is wrong today in a field of a form that is asked under these answers. */
    static Optional<Problem.FieldError> of(FormSpec form, Field field, Map<String, ?> answers, LocalDate today) {
        return of(field, answers.get(field.key()), today)
                .or(() -> beyond(form, field, answers))
                .or(() -> toCome(field, answers.get(field.key()), today));
    }

    private static Optional<Problem.FieldError> of(Field field, @Nullable Object answer, LocalDate today) {
        Optional<Problem.FieldError> unfit = storable(field, answer);
        if (unfit.isPresent()) {
            return unfit;
        }
        List<String> values = FieldType.values(answer);
        if (values.isEmpty()) {
            return field.required() ? Optional.of(missing(field)) : Optional.empty();
        }
        return values.stream()
                .map(value -> wrong(field, value, today))
                .flatMap(Optional::stream)
                .findFirst()
                .flatMap(text -> error(field, text));
    }

    /** More than another answer allows, or less; what is no number or day itself is told there. */
    private static Optional<Problem.FieldError> beyond(FormSpec form, Field field, Map<String, ?> answers) {
        boolean day = field.type() == FieldType.DATE;
        Text more = day ? Text.of("不能晚于", "Not later than") : Text.of("不能大于", "Not more than");
        Text less = day ? Text.of("不能早于", "Not earlier than") : Text.of("不能小于", "Not less than");
        return beyond(form, field, field.atMost(), answers, 1, more)
                .or(() -> beyond(form, field, field.atLeast(), answers, -1, less));
    }

    private static Optional<Problem.FieldError> beyond(
            FormSpec form, Field field, String bound, Map<String, ?> answers, int wrong, Text said) {
        Field other = form.field(bound).orElse(null);
        if (other == null || order(field, answers.get(field.key()), answers.get(other.key())) != wrong) {
            return Optional.empty();
        }
        return error(
                field,
                Text.of(
                        said.zh() + "“" + other.label().zh() + "”",
                        said.en() + " “" + other.label().en() + "”"));
    }

    /** How two answers compare; 0 also where one of them is missing or is no such value. */
    private static int order(Field field, @Nullable Object one, @Nullable Object other) {
        List<String> mine = FieldType.values(one);
        List<String> bound = FieldType.values(other);
        if (mine.size() != 1 || bound.size() != 1) {
            return 0;
        }
        if (field.type() == FieldType.DATE) {
            boolean days =
                    day(mine.getFirst()).isEmpty() && day(bound.getFirst()).isEmpty();
            return days ? Integer.signum(mine.getFirst().compareTo(bound.getFirst())) : 0;
        }
        boolean numbers = NUMBER.matcher(mine.getFirst()).matches()
                && NUMBER.matcher(bound.getFirst()).matches();
        return numbers ? new BigDecimal(mine.getFirst()).compareTo(new BigDecimal(bound.getFirst())) : 0;
    }

    /** A day that has to have come and has not; days as they are written have their order. */
    private static Optional<Problem.FieldError> toCome(Field field, @Nullable Object answer, LocalDate today) {
        boolean later =
                field.past() && FieldType.values(answer).stream().anyMatch(day -> day.compareTo(today.toString()) > 0);
        return later ? error(field, Text.of("不能晚于今天", "Not later than today")) : Optional.empty();
    }

    /** Wrong whatever it says: nested values, several where one is asked, control characters, too long. */
    static Optional<Problem.FieldError> storable(Field field, @Nullable Object answer) {
        if (answer instanceof Map || (answer instanceof List<?> && field.type() != FieldType.CHOICES)) {
            return error(field, Text.of("这一项只能有一个答案", "This takes one answer"));
        }
        if (answer instanceof Double number && !Double.isFinite(number)) {
            return error(field, Text.of("这个数太大", "This number is too large"));
        }
        List<String> values = FieldType.values(answer);
        if (values.size() > MOST_PICKED
                || (answer instanceof List<?> many && many.stream().anyMatch(FieldCheck::nested))) {
            return error(field, Text.of("答案的格式不对", "This answer has the wrong form"));
        }
        for (String value : values) {
            IntPredicate fit = field.type() == FieldType.LONG_TEXT ? PlainText::inLines : PlainText::printable;
            if (!value.codePoints().allMatch(fit)) {
                return error(field, Text.of("有不能用的控制字符", "This has control characters in it"));
            }
            if (value.codePointCount(0, value.length()) > most(field)) {
                return error(
                        field,
                        Text.of("太长，最多 " + most(field) + " 个字", "Too long: at most " + most(field) + " characters"));
            }
        }
        return Optional.empty();
    }

    private static boolean nested(@Nullable Object value) {
        return value instanceof Map || value instanceof List;
    }

    private static int most(Field field) {
        BigDecimal max = field.max();
        return field.type().text() && max != null
                ? max.min(BigDecimal.valueOf(field.type().most())).intValue()
                : field.type().length();
    }

    private static Optional<Text> wrong(Field field, String value, LocalDate today) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT, ADDRESS -> Optional.empty();
            case NUMBER -> number(field, value);
            case DATE -> day(value);
            case CHOICE, CHOICES ->
                unless(field.option(value).isPresent(), "请从列出的选项里选", "Please pick one of the options");
            case YES_NO -> unless(value.equals("yes") || value.equals("no"), "请选“是”或“否”", "Please pick yes or no");
            case RESIDENT_ID -> Optional.ofNullable(PersonalNumbers.wrongResidentId(value, today));
            case USCC -> Optional.ofNullable(PersonalNumbers.wrongUscc(value));
            case PHONE ->
                unless(
                        Phone.dialled(value) != null,
                        "电话号码不对，例如 13800138000 或 0571-87000000",
                        "This telephone number is not right; for example 13800138000 or 0571-87000000");
            case DIVISION ->
                unless(DIVISION.matcher(value).matches(), "请选择所在的区和街道", "Please choose the district and street");
        };
    }

    private static Optional<Text> number(Field field, String value) {
        boolean right = NUMBER.matcher(value).matches();
        if (field.whole() && (!right || new BigDecimal(value).scale() > 0)) {
            return Optional.of(Text.of("请写整数，例如 3", "Please enter a whole number, for example 3"));
        }
        if (!right) {
            return Optional.of(Text.of("请写数字，例如 1.5", "Please enter a number, for example 1.5"));
        }
        BigDecimal number = new BigDecimal(value);
        BigDecimal min = field.min();
        BigDecimal max = field.max();
        if (min != null && number.compareTo(min) < 0) {
            return Optional.of(bound(field, "不能小于 ", "Not less than ", min));
        }
        if (max != null && number.compareTo(max) > 0) {
            return Optional.of(bound(field, "不能大于 ", "Not more than ", max));
        }
        return Optional.empty();
    }

    private static Text bound(Field field, String zh, String en, BigDecimal bound) {
        String number = bound.toPlainString();
        return Text.of(zh + field.say(number, Lang.ZH), en + field.say(number, Lang.EN));
    }

    private static Optional<Text> day(String value) {
        try {
            int year = LocalDate.parse(value).getYear();
            return unless(year >= 1900 && year < 2200, "年份不对", "The year is not right");
        } catch (DateTimeException e) {
            return Optional.of(Text.of("日期不对，例如 2026-11-22", "This is not a date, for example 2026-11-22"));
        }
    }

    /** Whose words are the item's own, or name the field. */
    private static Problem.FieldError missing(Field field) {
        Text own = field.missing();
        return new Problem.FieldError(field.key(), own == null ? empty(field) : own);
    }

    private static Text empty(Field field) {
        return field.type().picks() || field.type() == FieldType.YES_NO
                ? Text.of(
                        "“" + field.label().zh() + "”还没有选", "“" + field.label().en() + "” is not chosen yet")
                : Text.of(
                        "“" + field.label().zh() + "”还没有填", "“" + field.label().en() + "” is still empty");
    }

    private static Optional<Text> unless(boolean right, String zh, String en) {
        return right ? Optional.empty() : Optional.of(Text.of(zh, en));
    }

    private static Optional<Problem.FieldError> error(Field field, Text text) {
        boolean named = text.zh().contains(field.label().zh());
        return Optional.of(new Problem.FieldError(field.key(), text, named ? null : field.label()));
    }
}
