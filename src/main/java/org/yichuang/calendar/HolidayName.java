package org.yichuang.calendar;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.yichuang.shared.PlainText;
import org.yichuang.shared.Text;

/** The seven legal holidays in both languages, by either; notices write some of them with 节 and some without. */
final class HolidayName {
    private record Known(String stem, Text full, Text brief) {}

    private static final List<Known> KNOWN = List.of(
            new Known("元旦", Text.of("元旦", "New Year's Day"), Text.of("元旦", "New Year")),
            new Known("春节", Text.of("春节", "Spring Festival"), Text.of("春节", "Spring F.")),
            new Known("清明", Text.of("清明节", "Qingming Festival"), Text.of("清明", "Qingming")),
            new Known("劳动", Text.of("劳动节", "Labour Day"), Text.of("劳动节", "Labour")),
            new Known("端午", Text.of("端午节", "Dragon Boat Festival"), Text.of("端午", "Dragon B.")),
            new Known("中秋", Text.of("中秋节", "Mid-Autumn Festival"), Text.of("中秋", "Mid-Autumn")),
            new Known("国庆", Text.of("国庆节", "National Day"), Text.of("国庆", "National")));

    private static final int LONGEST = 40;

    private HolidayName() {}

    /** A name that a line of a calendar's file can hold as it is. */
    static boolean fits(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST
                && PlainText.oneLine(name)
                && name.chars().noneMatch(c -> c == ',' || c == '"');
    }

    static Text full(String name) {
        return named(name, Known::full);
    }

    static Text brief(String name) {
        return named(name, Known::brief);
    }

    /** A notice may give one day to two holidays: 国庆节、中秋节. */
    private static Text named(String name, Function<Known, Text> which) {
        return Arrays.stream(name.split("、", -1))
                .map(part -> KNOWN.stream()
                        .filter(known -> part.equals(known.stem)
                                || part.equals(known.stem + "节")
                                || part.equalsIgnoreCase(known.full.en()))
                        .findFirst()
                        .map(which)
                        .orElse(Text.same(part)))
                .collect(Text.joining("、", ", "));
    }
}
