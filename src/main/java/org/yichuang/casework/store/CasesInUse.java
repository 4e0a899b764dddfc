package org.yichuang.casework.store;

import static org.yichuang.jooq.casework.Tables.CASE_FILE;
import static org.yichuang.jooq.casework.Tables.DENIAL_FILING;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.yichuang.network.InUse;
import org.yichuang.shared.Text;

/**
 * Units, divisions and windows of open cases stay in the register, and units whose denials are under review: nobody else
 * would see these.
 */
@Repository
class CasesInUse implements InUse {
    private final DSLContext db;

    CasesInUse(DSLContext db) {
        this.db = db;
    }

    @Override
    public Map<String, Text> of(String table, Collection<String> keys) {
        TableField<?, String> column = column(table);
        if (column == null) {
            return Map.of();
        }
        Map<String, Text> used = new HashMap<>();
        count(column, keys, CASE_FILE.CLOSED_AT.isNull())
                .forEach((key, open) -> used.put(key, Text.of(" " + open + " 件没有办完的办件", "open cases (" + open + ")")));
        if (column == CASE_FILE.UNIT) {
            count(DENIAL_FILING.UNIT, keys, DenialStore.OPEN)
                    .forEach((key, open) -> used.putIfAbsent(
                            key, Text.of(" " + open + " 项没有复核完的否定报备", "denials under review (" + open + ")")));
        }
        return used;
    }

    private Map<String, Integer> count(TableField<?, String> column, Collection<String> keys, Condition open) {
        return db.select(column, DSL.count())
                .from(column.getTable())
                .where(column.in(keys))
                .and(open)
                .groupBy(column)
                .fetchMap(column, DSL.count());
    }

    private static @Nullable TableField<?, String> column(String table) {
        return switch (table) {
            case "units" -> CASE_FILE.UNIT;
            case "divisions" -> CASE_FILE.DIVISION;
            case "windows" -> CASE_FILE.SERVICE_WINDOW;
            default -> null;
        };
    }
}
