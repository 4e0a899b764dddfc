package org.yichuang.network.tables;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/**
 * One column.
 *
 * @param name in the database, in files and in forms
 * @param references for {@link Kind#REFERENCE}: the table whose key it holds
 * @param choices for {@link Kind#CHOICE}: what it may hold, and what that is called
 */
public record Column(
        String name,
        Text title,
        Kind kind,
        boolean required,
        @Nullable String references,
        Map<String, Text> choices) {

    static Column of(String name, String zh, String en, Kind kind) {
        return new Column(name, Text.of(zh, en), kind, false, null, Map.of());
    }

    static Column text(String name, String zh, String en) {
        return of(name, zh, en, Kind.TEXT);
    }

    static Column reference(String name, String zh, String en, String table) {
        return new Column(name, Text.of(zh, en), Kind.REFERENCE, false, table, Map.of());
    }

    /** One of an enumeration's values. */
    static <E> Column choice(
            String name, String zh, String en, E[] values, Function<E, String> key, Function<E, Text> text) {
        Map<String, Text> choices = new LinkedHashMap<>();
        Arrays.stream(values).forEach(value -> choices.put(key.apply(value), text.apply(value)));
        return new Column(name, Text.of(zh, en), Kind.CHOICE, false, null, choices);
    }

    Column asked() {
        return new Column(name, title, kind, true, references, choices);
    }

    /** The choice meant by its key or by what it is called in either language; what means none stays as it is. */
    @Nullable
    String meant(@Nullable String written) {
        return choices.entrySet().stream()
                .filter(choice -> choice.getKey().equalsIgnoreCase(written)
                        || choice.getValue().zh().equals(written)
                        || choice.getValue().en().equalsIgnoreCase(written))
                .findFirst()
                .map(Map.Entry::getKey)
                .orElse(written);
    }

    /** Its choices as a list says them: {@code CITY 市}. */
    public Text listed() {
        return choices.entrySet().stream()
                .map(choice -> Text.of(
                        choice.getKey() + " " + choice.getValue().zh(),
                        choice.getKey() + " (" + choice.getValue().en() + ")"))
                .collect(Text.joining("，", ", "));
    }

    /** Whether a file's heading means this column: its name, or its title in either language. */
    boolean called(String heading) {
        String typed = heading.strip().toLowerCase(Locale.ROOT);
        return typed.equals(name)
                || typed.equals(title.zh().toLowerCase(Locale.ROOT))
                || typed.equals(title.en().toLowerCase(Locale.ROOT));
    }
}
