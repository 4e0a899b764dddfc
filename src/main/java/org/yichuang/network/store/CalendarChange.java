package org.yichuang.network.store;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.DayFact;

/** What an import changed in a year: {@code day, was, is}, each OFF, WORK or none. */
final class CalendarChange {
    private CalendarChange() {}

    static List<Map<String, String>> between(Map<LocalDate, DayFact> before, Collection<DayFact> after) {
        Map<LocalDate, DayFact> now = new TreeMap<>();
        after.forEach(day -> now.put(day.date(), day));
        var days = new TreeMap<>(before);
        days.putAll(now);
        return days.keySet().stream()
                .filter(day -> !Objects.equals(before.get(day), now.get(day)))
                .map(day -> change(day, before.get(day), now.get(day)))
                .toList();
    }

    private static Map<String, String> change(LocalDate day, @Nullable DayFact was, @Nullable DayFact is) {
        Map<String, String> change = new LinkedHashMap<>();
        change.put("day", day.toString());
        change.put("was", was == null ? "none" : was.kind().name());
        change.put("is", is == null ? "none" : is.kind().name());
        change.put("name", is == null ? Objects.requireNonNull(was).name() : is.name());
        return change;
    }
}
