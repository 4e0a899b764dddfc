package org.yichuang.network.tables;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yichuang.network.ItemNames;
import org.yichuang.shared.Digest;
import org.yichuang.shared.Text;

/** Gives a table out: whole as a file, or a page of it. */
@Service
@Transactional(readOnly = true)
public class TableExport {
    private static final int MOST_CHOICES = 500;

    private final TableStore store;
    private final AccountNames accounts;
    private final ItemNames items;

    TableExport(TableStore store, AccountNames accounts, ItemNames items) {
        this.store = store;
        this.accounts = accounts;
        this.items = items;
    }

    public byte[] file(Table table, FileKind kind) {
        List<@Nullable String[]> rows = accounts.toNames(table, store.all(table));
        return kind == FileKind.XLSX ? SheetWriter.xlsx(table, rows) : SheetWriter.csv(table, rows);
    }

    public long count(Table table) {
        return store.count(table);
    }

    /** One row more than {@code size}, when there are more; empty cells are empty strings. */
    public List<List<String>> page(Table table, String words, @Nullable String after, int size) {
        return accounts.toNames(table, store.page(table, words, after, size + 1)).stream()
                .map(TableExport::shown)
                .toList();
    }

    /** A row's cells, or null when there is no such key. */
    public @Nullable List<String> row(Table table, String key) {
        @Nullable String[] row = store.row(table, key);
        return row == null
                ? null
                : shown(accounts.toNames(table, List.<@Nullable String[]>of(row))
                        .getFirst());
    }

    /** What the keys in these rows stand for, by column: the rows of other tables, items, choices. */
    public Map<String, Map<String, Text>> names(Table table, List<List<String>> rows) {
        Map<String, Map<String, Text>> names = new LinkedHashMap<>();
        for (int at = 0; at < table.columns().size(); at++) {
            Column column = table.columns().get(at);
            int cell = at;
            Set<String> keys = rows.stream()
                    .map(row -> row.get(cell))
                    .filter(key -> !key.isEmpty())
                    .collect(Collectors.toSet());
            names.put(
                    column.name(),
                    switch (column.kind()) {
                        case CHOICE -> column.choices();
                        case REFERENCE ->
                            store.names(
                                    Tables.named(String.valueOf(column.references()))
                                            .orElseThrow(),
                                    keys);
                        case ITEM -> items(keys);
                        default -> Map.of();
                    });
        }
        return names;
    }

    private Map<String, Text> items(Set<String> codes) {
        Map<String, Text> names = new LinkedHashMap<>();
        codes.forEach(code -> items.of(code).ifPresent(name -> names.put(code, name)));
        names.put("*", Text.of("本单位全部事项", "All items of the unit"));
        return names;
    }

    /**
     * What a column may name in another table, key and name, to choose from in a form; nothing where it names none, or
     * where there are more than can be looked through.
     */
    public Map<String, String> choices(Column column) {
        Table named = Tables.named(String.valueOf(column.references())).orElse(null);
        List<List<String>> rows = named == null ? List.of() : page(named, "", null, MOST_CHOICES);
        Map<String, String> choices = new LinkedHashMap<>();
        if (named != null && rows.size() <= MOST_CHOICES) {
            rows.forEach(row -> choices.put(row.getFirst(), row.get(named.nameIndex())));
        }
        return choices;
    }

    /** What a form keeps of a row it shows, so that a change made meanwhile is found when it is sent. */
    public static String digest(List<String> row) {
        return Digest.hex(String.join("\0", row));
    }

    private static List<String> shown(@Nullable String[] row) {
        return Arrays.stream(row).map(cell -> cell == null ? "" : cell).toList();
    }
}
