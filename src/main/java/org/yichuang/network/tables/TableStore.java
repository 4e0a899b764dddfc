package org.yichuang.network.tables;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record3;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.shared.Text;

/** Reads and writes any table of {@link Tables} as text, many rows in one statement. */
@Component
class TableStore {
    private final DSLContext dsl;

    TableStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** One change of any table at a time, until the transaction ends: rows are checked against those of other tables. */
    void lock() {
        // for as long as that takes, whatever else this transaction waited for
        dsl.fetch("select set_config('lock_timeout', '0', true), pg_advisory_xact_lock(hashtext('network.tables'))");
    }

    List<@Nullable String[]> all(Table of) {
        return dsl.select(columns(of)).from(stored(of)).orderBy(key(of)).fetch(TableStore::cells);
    }

    /** At most {@code most} rows after a key, whose key or name contains the words. */
    List<@Nullable String[]> page(Table of, String words, @Nullable String after, int most) {
        var like = "%" + words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        var named = of.columns().get(of.nameIndex()).name();
        return dsl.select(columns(of))
                .from(stored(of))
                .where(
                        words.isEmpty()
                                ? DSL.noCondition()
                                : key(of).likeIgnoreCase(like).or(column(named).likeIgnoreCase(like)))
                .and(after == null ? DSL.noCondition() : key(of).gt(after))
                .orderBy(key(of))
                .limit(most)
                .fetch(TableStore::cells);
    }

    @Nullable
    String @Nullable [] row(Table of, String key) {
        return dsl.select(columns(of)).from(stored(of)).where(key(of).eq(key)).fetchOne(TableStore::cells);
    }

    Set<String> keys(Table of) {
        return new HashSet<>(dsl.select(key(of)).from(stored(of)).fetch(key(of)));
    }

    /** What rows of these keys are called. */
    Map<String, Text> names(Table of, Collection<String> keys) {
        Field<String> zh = column(of.columns().get(of.nameIndex()).name());
        Field<String> en =
                of.columns().stream().anyMatch(column -> column.name().equals("name_en"))
                        ? DSL.coalesce(column("name_en"), zh)
                        : zh;
        return keys.isEmpty()
                ? Map.of()
                : dsl.select(key(of), zh, en)
                        .from(stored(of))
                        .where(key(of).in(keys))
                        .fetchMap(Record3::value1, row -> Text.of(row.value2(), row.value3()));
    }

    long count(Table of) {
        return dsl.fetchCount(stored(of));
    }

    /** What is unique is asked when all is written, not row by row. */
    void askLater() {
        dsl.execute("set constraints all deferred");
    }

    void askNow() {
        dsl.execute("set constraints all immediate");
    }

    void write(Table to, List<@Nullable String[]> rows) {
        if (rows.isEmpty()) {
            return;
        }
        List<Column> columns = to.columns();
        String names = columns.stream().map(Column::name).collect(Collectors.joining(", "));
        String values = IntStream.range(0, columns.size())
                .mapToObj(at -> "c" + at + "::" + columns.get(at).kind().sqlType())
                .collect(Collectors.joining(", "));
        String arrays = IntStream.range(0, columns.size())
                .mapToObj(at -> "{" + at + "}::text[]")
                .collect(Collectors.joining(", "));
        String aliases =
                IntStream.range(0, columns.size()).mapToObj(at -> "c" + at).collect(Collectors.joining(", "));
        String updates = columns.stream()
                .skip(1)
                .map(column -> column.name() + " = excluded." + column.name())
                .collect(Collectors.joining(", "));
        Object[] binds = IntStream.range(0, columns.size())
                .mapToObj(at -> DSL.val(rows.stream().map(row -> row[at]).toArray(String[]::new)))
                .toArray();
        dsl.execute(
                "insert into network." + to.stored() + " (" + names + ") select " + values + " from unnest(" + arrays
                        + ") as t(" + aliases + ") on conflict (" + to.key().name() + ") do update set " + updates,
                binds);
    }

    void remove(Table from, Collection<String> keys) {
        if (!keys.isEmpty()) {
            dsl.deleteFrom(stored(from)).where(key(from).in(keys)).execute();
        }
    }

    private static org.jooq.Table<Record> stored(Table of) {
        return table(name("network", of.stored()));
    }

    private static List<Field<String>> columns(Table of) {
        return of.columns().stream().map(column -> column(column.name())).toList();
    }

    private static Field<String> key(Table of) {
        return column(of.key().name());
    }

    private static Field<String> column(String column) {
        return field(name(column)).cast(String.class);
    }

    private static @Nullable String[] cells(Record row) {
        return IntStream.range(0, row.size())
                .mapToObj(at -> row.get(at, String.class))
                .toArray(String[]::new);
    }
}
