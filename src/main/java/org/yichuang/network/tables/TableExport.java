package org.yichuang.network.tables;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yichuang.shared.Digest;

/** Gives a table out: whole as a file, or a page of it. */
@Service
@Transactional(readOnly = true)
public class TableExport {
    private static final int MOST_CHOICES = 500;

    private final TableStore store;
    private final AccountNames accounts;

    TableExport(TableStore store, AccountNames accounts) {
        this.store = store;
        this.accounts = accounts;
    }

    public byte[] file(Table table, FileKind kind) {
        List<@Nullable String[]> rows = all(table);
        return kind == FileKind.XLSX ? SheetWriter.xlsx(table, rows) : SheetWriter.csv(table, rows);
    }

    private List<@Nullable String[]> all(Table table) {
        return accounts.toNames(table, store.all(table));
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
        return HexFormat.of().formatHex(Digest.sha256(String.join("\0", row).getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> shown(@Nullable String[] row) {
        return Arrays.stream(row).map(cell -> cell == null ? "" : cell).toList();
    }
}
