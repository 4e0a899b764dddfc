package org.yichuang.network.tables;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Journal;
import org.yichuang.journal.NewEntry;
import org.yichuang.network.Absences;
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
        String subject = "network:" + table.name();
        changes.added()
                .forEach(row -> journal.append(
                        new NewEntry(NetworkKinds.EDITED, subject, by, Map.of("is", payload(table, row)))));
        changes.changed()
                .forEach(row -> journal.append(
                        new NewEntry(NetworkKinds.EDITED, subject, by, wasAndIs(table, row.was(), row.is()))));
        changes.removed()
                .forEach(row -> journal.append(
                        new NewEntry(NetworkKinds.EDITED, subject, by, Map.of("removed", payload(table, row)))));
        each(by, table, changes);
    }

    private void each(Actor by, Table table, Changes changes) {
        switch (table.stored()) {
            case "authorisation" ->
                each(by, table, changes, "authorisation:", 0, NetworkKinds.GRANTED, NetworkKinds.REVOKED);
            case "away" ->
                each(by, table, changes, "officer:", table.index("officer"), Absences.AWAY_KIND, Absences.BACK_KIND);
            case "post" -> each(by, table, changes, "post:", NetworkKinds.POST_CHANGED);
            case "officer" -> each(by, table, changes, "officer:", NetworkKinds.OFFICER_CHANGED);
            default -> {
                // the entry of the import says it all
            }
        }
    }

    /** Who holds a post, and whose account an officer's is, decides what anybody may do: each row as it was and is. */
    private void each(Actor by, Table table, Changes changes, String subject, String kind) {
        Stream<NewEntry> added = changes.added().stream()
                .map(row -> new NewEntry(kind, subject + row[0], by, Map.of("is", payload(table, row))));
        Stream<NewEntry> changed = changes.changed().stream()
                .map(row -> new NewEntry(kind, subject + row.is()[0], by, wasAndIs(table, row.was(), row.is())));
        Stream<NewEntry> removed = changes.removed().stream()
                .map(row -> new NewEntry(kind, subject + row[0], by, Map.of("was", payload(table, row))));
        journal.appendAll(
                Stream.of(added, changed, removed).flatMap(entries -> entries).toList());
    }

    private static Map<String, Map<String, String>> wasAndIs(
            Table table, @Nullable String[] was, @Nullable String[] is) {
        return Map.of("was", payload(table, was), "is", payload(table, is));
    }

    private void each(Actor by, Table table, Changes changes, String subject, int at, String granted, String revoked) {
        Stream<NewEntry> now = Stream.concat(
                        changes.added().stream(), changes.changed().stream().map(Changes.Changed::is))
                .map(row -> new NewEntry(granted, subject + row[at], by, payload(table, row)));
        Stream<NewEntry> gone = changes.removed().stream()
                .map(row -> new NewEntry(revoked, subject + row[at], by, payload(table, row)));
        journal.appendAll(Stream.concat(now, gone).toList());
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
