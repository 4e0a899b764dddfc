package org.yichuang.shared;

import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Deletes what is old some rows at a time: the journal's readers wait for the oldest transaction, and a statement for a minute. */
public final class Batches {
    private static final int BATCH = 1000;

    private Batches() {}

    /** Each batch is a transaction of its own where the caller has none; what somebody works on now is left for another day. */
    public static int delete(DSLContext db, Table<? extends Record> from, Condition old) {
        Field<Object> place = DSL.field("{0}.ctid", Object.class, from);
        int deleted = 0;
        int batch;
        do {
            batch = db.deleteFrom(from)
                    .where(place.in(DSL.select(place)
                            .from(from)
                            .where(old)
                            .limit(BATCH)
                            .forUpdate()
                            .skipLocked()))
                    .execute();
            deleted += batch;
        } while (batch >= BATCH);
        return deleted;
    }
}
