package org.yichuang.casework.store;

import static org.yichuang.jooq.casework.Tables.CASE_FILE;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.yichuang.network.InUse;
import org.yichuang.shared.Text;

/** Units, divisions and windows of open cases stay in the register: nobody else would see these cases. */
@Repository
class CasesInUse implements InUse {
    private final DSLContext db;

    CasesInUse(DSLContext db) {
        this.db = db;
    }

    @Override
    public Map<String, Text> of(String table, Collection<String> keys) {
        Field<String> column = column(table);
        if (column == null) {
            return Map.of();
        }
        Map<String, Text> used = new HashMap<>();
        db.select(column, DSL.count())
                .from(CASE_FILE)
                .where(column.in(keys))
                .and(CASE_FILE.CLOSED_AT.isNull())
                .groupBy(column)
                .forEach(row -> used.put(row.value1(), cases(row.value2())));
        return used;
    }

    private static @Nullable Field<String> column(String table) {
        return switch (table) {
            case "units" -> CASE_FILE.UNIT;
            case "divisions" -> CASE_FILE.DIVISION;
            case "windows" -> CASE_FILE.SERVICE_WINDOW;
            default -> null;
        };
    }

    private static Text cases(int open) {
        return Text.of(" " + open + " 件没有办完的办件", open + (open == 1 ? " open case" : " open cases"));
    }
}
