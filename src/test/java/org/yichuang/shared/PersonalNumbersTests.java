package org.yichuang.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class PersonalNumbersTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 9);
    private static final String CODE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @Property
    void a_number_with_its_own_check_digit_is_right(@ForAll("residents") String number) {
        assertThat(PersonalNumbers.wrongResidentId(number, TODAY)).isNull();
    }

    @Property
    void one_wrong_digit_is_always_found(
            @ForAll("residents") String number,
            @ForAll @IntRange(max = 16) int place,
            @ForAll @IntRange(min = 1, max = 9) int by) {
        int digit = (number.charAt(place) - '0' + by) % 10;
        assertThat(PersonalNumbers.wrongResidentId(with(number, place, (char) ('0' + digit)), TODAY))
                .isNotNull();
    }

    @Property
    void two_neighbours_that_changed_places_are_always_found(
            @ForAll("residents") String number, @ForAll @IntRange(max = 15) int place) {
        char left = number.charAt(place);
        char right = number.charAt(place + 1);
        if (left != right) {
            String swapped = with(with(number, place, right), place + 1, left);
            assertThat(PersonalNumbers.wrongResidentId(swapped, TODAY)).isNotNull();
        }
    }

    @Property
    void however_it_is_typed_it_is_the_same_number(@ForAll("residents") String number) {
        String typed = number.substring(0, 6) + " " + number.substring(6, 14) + "－"
                + number.substring(14).toLowerCase(Locale.ROOT);
        assertThat(PersonalNumbers.normalise(typed)).isEqualTo(number);
        assertThat(PersonalNumbers.normalise(fullWidth(number))).isEqualTo(number);
    }

    @Property
    void nothing_typed_fails_with_more_than_words(@ForAll String typed) {
        PersonalNumbers.wrongResidentId(typed, TODAY);
        PersonalNumbers.wrongUscc(typed);
    }

    @Property
    void a_credit_code_with_its_own_check_character_is_right(@ForAll("codes") String code) {
        assertThat(PersonalNumbers.wrongUscc(code)).isNull();
    }

    @Property
    void one_wrong_character_of_a_credit_code_is_always_found(
            @ForAll("codes") String code,
            @ForAll @IntRange(max = 16) int place,
            @ForAll @IntRange(min = 1, max = 30) int by) {
        int letter = (CODE_ALPHABET.indexOf(code.charAt(place)) + by) % CODE_ALPHABET.length();
        assertThat(PersonalNumbers.wrongUscc(with(code, place, CODE_ALPHABET.charAt(letter))))
                .isNotNull();
    }

    @Example
    void what_is_wrong_is_said_so_that_it_can_be_mended() {
        assertThat(resident("")).contains("Enter");
        assertThat(resident("330100880416026")).contains("15-digit");
        assertThat(resident("33010019880416026")).contains("this one has 17");
        assertThat(resident("e12345678")).contains("passport", "permanent residence card");
        assertThat(resident("33010019880416O26X")).contains("digits");
        assertThat(resident("993100198804160260")).contains("province");
        assertThat(resident("330100198802300260")).contains("no real date");
        assertThat(resident("330100202704160260")).contains("future");
        assertThat(resident("330100178804160260")).contains("too long ago");
        assertThat(code("91330100MAYC000")).contains("this one has 15");
        assertThat(code("9133O100MAYC00010X")).contains("never occur");
        assertThat(code("91330100MAYC00-1!!")).isNotEmpty();
        assertThat(code("913301A0MAYC0001XX")).contains("digits only");
    }

    @Property
    void a_number_is_found_among_whatever_was_typed_with_it(
            @ForAll("residents") String number, @ForAll("codes") String code) {
        for (String typed : List.of("ID %s", "A %s", "查 %s", "%s.", "13900000013 %s", "No.%s（本人）")) {
            assertThat(PersonalNumbers.in(String.format(Locale.ROOT, typed, number), TODAY))
                    .as(typed)
                    .isEqualTo(number);
        }
        assertThat(PersonalNumbers.in(" " + code.toLowerCase(Locale.ROOT) + " ", TODAY))
                .isEqualTo(code);
    }

    @Example
    void what_has_the_digits_of_a_number_counts_as_one_and_words_do_not() {
        for (String typed : List.of(
                "3301061990010112",
                "330106199OO1011234",
                "٣٣٠١٠٦١٩٩٠٠١٠١١٢٣٤",
                "护照 E12345678",
                "Passport HA1234567",
                "139 5710 1234",
                "+86-571-8888-0000")) {
            assertThat(PersonalNumbers.in(typed, TODAY)).as(typed).matches("[\\p{L}0-9]{7,}");
        }
        for (String words : List.of("", "张三", "窗口 12", "W-330106", "食品经营许可 2026")) {
            assertThat(PersonalNumbers.in(words, TODAY)).as(words).isEmpty();
        }
    }

    @Example
    void published_sample_numbers_are_right() {
        assertThat(PersonalNumbers.wrongResidentId("11010519491231002X", TODAY)).isNull();
        assertThat(PersonalNumbers.wrongUscc("91350100M000100Y43")).isNull();
    }

    @Provide
    Arbitrary<String> residents() {
        Arbitrary<String> area = Arbitraries.of("330100", "110105", "440306", "650102", "810000", "933010");
        Arbitrary<Integer> age = Arbitraries.integers().between(0, 149 * 365);
        Arbitrary<Integer> serial = Arbitraries.integers().between(1, 999);
        return Combinators.combine(area, age, serial).as((place, days, nth) -> {
            String body = place
                    + TODAY.minusDays(days).format(DateTimeFormatter.BASIC_ISO_DATE)
                    + String.format(Locale.ROOT, "%03d", nth);
            return body + PersonalNumbers.residentCheck(body);
        });
    }

    @Provide
    Arbitrary<String> codes() {
        Arbitrary<String> kind = Arbitraries.of("91", "92", "93", "12", "51", "Y1");
        Arbitrary<String> organisation =
                Arbitraries.strings().withChars(CODE_ALPHABET).ofLength(9);
        return Combinators.combine(kind, organisation).as((start, rest) -> {
            String body = start + "330100" + rest;
            return body + PersonalNumbers.usccCheck(body);
        });
    }

    private static String resident(String number) {
        return Objects.requireNonNull(PersonalNumbers.wrongResidentId(number, TODAY))
                .en();
    }

    private static String code(String number) {
        return Objects.requireNonNull(PersonalNumbers.wrongUscc(number)).en();
    }

    private static String with(String number, int place, char c) {
        return number.substring(0, place) + c + number.substring(place + 1);
    }

    private static String fullWidth(String number) {
        return number.chars()
                .collect(StringBuilder::new, (all, c) -> all.append((char) (c + 0xFEE0)), StringBuilder::append)
                .toString();
    }
}
