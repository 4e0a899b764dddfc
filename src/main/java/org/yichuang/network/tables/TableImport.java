package org.yichuang.network.tables;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.yichuang.journal.Actor;
import org.yichuang.network.store.NetworkMemory;
import org.yichuang.shared.Cells;
import org.yichuang.shared.Digest;
import org.yichuang.shared.Ids;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

/** Imports a file into a table: all of it, or nothing and every bad row named. */
@Service
public class TableImport {
    private final TableStore store;
    private final TableExport export;
    private final AccountNames accounts;
    private final ItemCodes items;
    private final TableJournal journal;
    private final PostCover cover;
    private final Belonging belonging;
    private final Extending extending;
    private final WindowPosts windows;
    private final StillUsed used;
    private final NetworkMemory memory;
    private final Ids ids;

    TableImport(
            TableStore store,
            TableExport export,
            AccountNames accounts,
            ItemCodes items,
            TableJournal journal,
            PostCover cover,
            Belonging belonging,
            Extending extending,
            WindowPosts windows,
            StillUsed used,
            NetworkMemory memory,
            Ids ids) {
        this.store = store;
        this.export = export;
        this.accounts = accounts;
        this.items = items;
        this.journal = journal;
        this.cover = cover;
        this.belonging = belonging;
        this.extending = extending;
        this.windows = windows;
        this.used = used;
        this.memory = memory;
        this.ids = ids;
    }

    /**
     * Adds the rows whose key is new and changes those that are there; with {@code replace}, removes those that the file
     * does not have. A column the file leaves out stays as it is, unless every row needs it.
     *
     * @throws BadRows 422 with one error for each bad cell, named {@code line 3: officer_a}
     */
    @Transactional
    public Imported sheet(Actor by, Table table, Sheet sheet, boolean replace) {
        store.lock();
        Map<String, @Nullable String[]> before = before(table);
        List<RowError> errors = new ArrayList<>();
        List<Row> rows = rows(table, sheet, before, errors);
        Changes changes = change(table, rows, before, errors, replace, true);
        journal.imported(by, table, changes, sheet.digest());
        windows.moved(by, table, changes);
        return changes.counts();
    }

    /** Fills a table with rows that the product brings along; said in the journal as one import. */
    @Transactional
    public Imported fill(Actor by, Table table, List<@Nullable String[]> cells) {
        store.lock();
        List<Row> rows = new ArrayList<>();
        cells.forEach(row -> rows.add(new Row(rows.size() + 1, row)));
        Changes changes = change(table, rows, before(table), List.of(), false, true);
        String digest = Digest.hex(SheetWriter.csv(table, cells));
        journal.filled(by, table, changes, digest);
        return changes.counts();
    }

    /**
     * Adds or changes one row, typed into a form: {@code cells} by column.
     *
     * @param added the row is meant to be new: a key that is there is refused, not overwritten
     * @param shown {@link TableExport#digest} of the row that the form showed; empty: not asked
     * @throws Problem 409 {@code stale-row} when the row was removed or changed since it was shown
     */
    @Transactional
    public void row(Actor by, Table table, Map<String, String> cells, boolean added, String shown) {
        store.lock();
        Map<String, @Nullable String[]> before = before(table);
        List<RowError> errors = new ArrayList<>();
        String key = cells.getOrDefault(table.key().name(), "").strip();
        if (!added) {
            asShown(table, before.containsKey(key) ? export.row(table, key) : null, shown);
        } else if (before.containsKey(key)) {
            errors.add(new RowError(1, table.key().name(), Text.of("这个编码已经有了", "is there already")));
        }
        @Nullable String[] row = new String[table.columns().size()];
        for (int at = 0; at < row.length; at++) {
            String typed =
                    cells.getOrDefault(table.columns().get(at).name(), "").strip();
            row[at] = typed.isEmpty() ? null : typed;
        }
        List<Row> rows = List.of(new Row(1, row));
        identify(table, rows, before, errors);
        Changes changes = change(table, rows, before, errors, false, false);
        if (!changes.none()) {
            journal.edited(by, table, changes);
            windows.moved(by, table, changes);
        }
    }

    /** What somebody removed is not put back by a form that was open meanwhile, nor what they changed overwritten. */
    private static void asShown(Table table, @Nullable List<String> row, String shown) {
        if (row == null) {
            throw Problem.conflict(
                    "stale-row",
                    "这一行已经被删除，没有保存；要恢复请另加一行",
                    "This row was removed meanwhile; nothing was saved. To have it again, add a row");
        }
        if (!shown.isEmpty() && !shown.equals(TableExport.digest(row))) {
            throw Problem.conflict(
                    "stale-row",
                    "这一行在您打开以后被别人改过，这次没有保存，也没有删除；请从“" + table.title().zh() + "”里重新打开再看",
                    "This row was changed since you opened it; nothing was saved or removed. Open it again from "
                            + table.title().en());
        }
    }

    /**
     * Removes one row.
     *
     * @param shown as with {@link #row}
     * @throws Problem 409 {@code stale-row} when the row was changed since it was shown
     */
    @Transactional
    public void remove(Actor by, Table table, String key, String shown) {
        store.lock();
        @Nullable String[] row = store.row(table, key);
        if (row == null) {
            throw Problem.notFound("没有“" + key + "”这一行", "There is no row “" + key + "”");
        }
        asShown(table, export.row(table, key), shown);
        var changes = new Changes(List.of(), List.of(), List.<@Nullable String[]>of(row), 0);
        write(table, changes, List.of(), false);
        journal.edited(by, table, changes);
    }

    private Map<String, @Nullable String[]> before(Table table) {
        Map<String, @Nullable String[]> before = new LinkedHashMap<>();
        store.all(table).forEach(row -> before.put(String.valueOf(row[0]), row));
        return before;
    }

    private List<Row> rows(Table table, Sheet sheet, Map<String, @Nullable String[]> before, List<RowError> errors) {
        if (sheet.lines().size() == 1 && !before.isEmpty()) {
            throw Problem.invalid("file", "文件里只有表头，没有一行数据", "The file has a heading and no rows");
        }
        Heading heading = Heading.of(table, sheet.lines().getFirst(), errors);
        fail(errors, true); // under a wrong heading every row would be
        List<Row> rows = new ArrayList<>();
        for (Sheet.Line line : sheet.lines().subList(1, sheet.lines().size())) {
            if (line.cells().size() > heading.width()) {
                errors.add(new RowError(line.number(), "-", Text.of("比表头多出单元格", "has more cells than the heading")));
            } else {
                rows.add(new Row(line.number(), heading.row(line, before)));
            }
        }
        identify(table, rows, before, errors);
        return rows;
    }

    /**
     * Writes days and choices in one way, gives an id where the server gives it, turns sign-in names into accounts, and
     * asks for the items named.
     */
    private void identify(Table table, List<Row> rows, Map<String, @Nullable String[]> before, List<RowError> errors) {
        for (int at = 0; at < table.columns().size(); at++) {
            Column column = table.columns().get(at);
            if (column.kind() == Kind.DATE) {
                for (Row row : rows) {
                    String day = row.cells()[at];
                    row.cells()[at] = day == null ? null : Cells.day(day);
                }
            } else if (column.kind() == Kind.CHOICE) {
                for (Row row : rows) {
                    row.cells()[at] = column.meant(row.cells()[at]);
                }
            } else if (column.kind() == Kind.ID) {
                for (Row row : rows) {
                    row.cells()[at] = row.cells()[at] == null ? ids.next().toString() : row.cells()[at];
                }
            } else if (column.kind() == Kind.ACCOUNT) {
                accounts.toIds(column, at, rows, before, errors);
            } else if (column.kind() == Kind.ITEM) {
                items.check(column, at, rows, before, errors);
            }
        }
    }

    private Changes change(
            Table table,
            List<Row> rows,
            Map<String, @Nullable String[]> before,
            List<RowError> errors,
            boolean replace,
            boolean file) {
        Map<String, @Nullable String[]> after = new LinkedHashMap<>(replace ? Map.of() : before);
        rows.forEach(row -> after.put(row.key(), row.cells()));
        Changes changes = Changes.between(rows, before, after);
        List<RowError> wrong = new RowCheck(table, keys(table, after.keySet())).check(rows, after, errors);
        List<Row> toWrite = toWrite(rows, changes, wrong);
        wrong.addAll(belonging.misplaced(table, toWrite, after));
        wrong.addAll(extending.byOthers(table, toWrite, before));
        wrong.addAll(Overlapping.lines(table, toWrite, before, after));
        wrong.addAll(cover.clashes(table, toWrite, replaced(changes)));
        wrong.sort(Comparator.comparingInt(RowError::line));
        fail(wrong, file);
        write(table, changes, rows, file);
        return changes;
    }

    private static List<String> replaced(Changes changes) {
        var keys = new ArrayList<>(changes.removedKeys());
        changes.written().forEach(row -> keys.add(String.valueOf(row[0])));
        return keys;
    }

    /** The rows that bring something new and are right in themselves. */
    private static List<Row> toWrite(List<Row> rows, Changes changes, List<RowError> wrong) {
        Set<@Nullable String[]> touched = Collections.newSetFromMap(new IdentityHashMap<>());
        touched.addAll(changes.written());
        Set<Integer> bad = wrong.stream().map(RowError::line).collect(Collectors.toSet());
        return rows.stream()
                .filter(row -> touched.contains(row.cells()) && !bad.contains(row.line()))
                .toList();
    }

    private Map<String, Set<String>> keys(Table table, Set<String> own) {
        Map<String, Set<String>> keys = new HashMap<>();
        for (Column column : table.columns()) {
            if (column.references() != null) {
                keys.computeIfAbsent(
                        column.references(),
                        name -> name.equals(table.name())
                                ? own
                                : store.keys(Tables.named(name).orElseThrow()));
            }
        }
        return keys;
    }

    /** Writes before it removes: what is removed may be what a row that is written belonged to until now. */
    private void write(Table table, Changes changes, List<Row> rows, boolean file) {
        try {
            store.askLater();
            store.write(table, changes.written());
            store.remove(table, changes.removedKeys());
            store.askNow();
        } catch (DataAccessException e) {
            throw DatabaseFault.problem(e, table, rows, file);
        }
        memory.changed(); // from here on this transaction reads the register for itself alone
        used.check(table, changes.removedKeys(), file);
    }

    private static void fail(List<RowError> errors, boolean file) {
        if (!errors.isEmpty()) {
            throw file
                    ? new BadRows(errors)
                    : Problem.invalid(errors.stream().map(RowError::inForm).toList());
        }
    }
}
