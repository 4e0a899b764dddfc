package org.yichuang.network.tables;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/**
 * One column.
 *
 * @param name in the database, in files and in forms
 * @param references for {@link Kind#REFERENCE}: the table whose key it holds
 * @param choices for {@link Kind#CHOICE}: what it may hold
 */
public record Column(
        String name,
        Text title,
        Kind kind,
        boolean required,
        @Nullable String references,
        List<String> choices) {

    static Column of(String name, String zh, String en, Kind kind) {
        return new Column(name, Text.of(zh, en), kind, false, null, List.of());
    }

    static Column text(String name, String zh, String en) {
        return of(name, zh, en, Kind.TEXT);
    }

    static Column reference(String name, String zh, String en, String table) {
        return new Column(name, Text.of(zh, en), Kind.REFERENCE, false, table, List.of());
    }

    static Column choice(String name, String zh, String en, Stream<String> choices) {
        return new Column(name, Text.of(zh, en), Kind.CHOICE, false, null, choices.toList());
    }

    Column asked() {
        return new Column(name, title, kind, true, references, choices);
    }

    /** Whether a file's heading means this column: its name, or its title in either language. */
    boolean called(String heading) {
        String typed = heading.strip().toLowerCase(Locale.ROOT);
        return typed.equals(name)
                || typed.equals(title.zh().toLowerCase(Locale.ROOT))
                || typed.equals(title.en().toLowerCase(Locale.ROOT));
    }
}
