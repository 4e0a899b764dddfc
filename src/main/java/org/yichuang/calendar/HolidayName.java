package org.yichuang.calendar;

import java.util.List;
import org.yichuang.shared.PlainText;
import org.yichuang.shared.Text;

/** The seven legal holidays in both languages; notices write some of them with 节 and some without. */
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
        return KNOWN.stream()
                .filter(known -> name.startsWith(known.stem))
                .findFirst()
                .map(Known::full)
                .orElse(Text.same(name));
    }

    static Text brief(String name) {
        return KNOWN.stream()
                .filter(known -> name.startsWith(known.stem))
                .findFirst()
                .map(Known::brief)
                .orElse(Text.same(name));
    }
}
