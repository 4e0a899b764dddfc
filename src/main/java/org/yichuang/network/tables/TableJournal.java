package org.yichuang.network.tables;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Journal;
import org.yichuang.journal.NewEntry;
import org.yichuang.network.Absences;
import org.yichuang.network.Away;
import org.yichuang.network.NetworkKinds;

/**
 * What the record keeps of a change: one entry an import, and one for each post, officer, authorisation and absence it
 * touches.
 */
@Component
class TableJournal {
    private final Journal journal;

    TableJournal(Journal journal) {
        this.journal = journal;
    }

    void imported(Actor by, Table table, Changes changes, String digest) {
        filled(by, table, changes, digest);
        each(by, table, changes);
    }

    void filled(Actor by, Table table, Changes changes, String digest) {
        journal.append(new NewEntry(
                NetworkKinds.IMPORTED,
                "network:" + table.name(),
                by,
                Map.of(
                        "added", changes.added().size(),
                        "changed", changes.changed().size(),
                        "removed", changes.removed().size(),
                        "unchanged", changes.unchanged(),
                        "digest", digest)));
    }

    void edited(Actor by, Table table, Changes changes) {
        rows(by, table, changes, NetworkKinds.EDITED, key -> "network:" + table.name(), "removed");
        each(by, table, changes);
    }

    /** Who holds a post, and whose account an officer's is, decides what anybody may do: each row as it was and is. */
    private void each(Actor by, Table table, Changes changes) {
        switch (table.stored()) {
            case "authorisation" -> authorisations(by, table, changes);
            case "away" -> absences(by, table, changes);
            case "post" -> rows(by, table, changes, NetworkKinds.POST_CHANGED, key -> "post:" + key, "was");
            case "officer" -> rows(by, table, changes, NetworkKinds.OFFICER_CHANGED, key -> "officer:" + key, "was");
            default -> {
                // the entry of the import says it all
            }
        }
    }

    /**
     * An entry a row.
     *
     * @param subject of the entry, by the row's key
     * @param gone what the payload calls a row that was removed
     */
    private void rows(Actor by, Table table, Changes changes, String kind, UnaryOperator<String> subject, String gone) {
        List<NewEntry> entries = new ArrayList<>();
        BiConsumer<@Nullable String[], Map<String, ?>> add =
                (row, payload) -> entries.add(new NewEntry(kind, subject.apply(String.valueOf(row[0])), by, payload));
        changes.added().forEach(row -> add.accept(row, Map.of("is", payload(table, row))));
        changes.changed()
                .forEach(row ->
                        add.accept(row.is(), Map.of("was", payload(table, row.was()), "is", payload(table, row.is()))));
        changes.removed().forEach(row -> add.accept(row, Map.of(gone, payload(table, row))));
        journal.appendAll(entries);
    }

    private void authorisations(Actor by, Table table, Changes changes) {
        Stream<NewEntry> granted = changes.written().stream()
                .map(row -> new NewEntry(NetworkKinds.GRANTED, "authorisation:" + row[0], by, payload(table, row)));
        Stream<NewEntry> revoked = changes.removed().stream()
                .map(row -> new NewEntry(NetworkKinds.REVOKED, "authorisation:" + row[0], by, payload(table, row)));
        journal.appendAll(Stream.concat(granted, revoked).toList());
    }

    /** As when officers report them themselves; who had an absence that now is another's was not away. */
    private void absences(Actor by, Table table, Changes changes) {
        int officer = table.index("officer");
        Stream<@Nullable String[]> taken = changes.changed().stream()
                .filter(row -> !Objects.equals(row.was()[officer], row.is()[officer]))
                .map(Changes.Changed::was);
        Stream<NewEntry> back = Stream.concat(taken, changes.removed().stream())
                .map(row -> away(table, row))
                .map(away -> new NewEntry(Absences.BACK_KIND, "officer:" + away.officer(), by, away.back(away.from())));
        Stream<NewEntry> going = changes.written().stream()
                .map(row -> away(table, row))
                .map(away -> new NewEntry(Absences.AWAY_KIND, "officer:" + away.officer(), by, away.going()));
        journal.appendAll(Stream.concat(back, going).toList());
    }

    /** No cell of an absence is empty. */
    private static Away away(Table table, @Nullable String[] row) {
        UnaryOperator<String> cell = column -> String.valueOf(row[table.index(column)]);
        return new Away(
                UUID.fromString(cell.apply("id")),
                cell.apply("officer"),
                LocalDate.parse(cell.apply("from_day")),
                LocalDate.parse(cell.apply("to_day")),
                cell.apply("reason"));
    }

    private static Map<String, String> payload(Table table, @Nullable String[] row) {
        Map<String, String> payload = new LinkedHashMap<>();
        for (int at = 0; at < row.length; at++) {
            String cell = row[at];
            if (cell != null) {
                payload.put(table.columns().get(at).name(), cell);
            }
        }
        return payload;
    }
}
