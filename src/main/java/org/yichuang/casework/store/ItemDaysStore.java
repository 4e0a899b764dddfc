package org.yichuang.casework.store;

import static org.yichuang.jooq.casework.Tables.ITEM_DAYS;

import java.time.LocalDate;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/** How long decided cases took, folded by item and month. */
@Repository
public class ItemDaysStore {
    private final DSLContext db;

    ItemDaysStore(DSLContext db) {
        this.db = db;
    }

    /** @param days working days @param onTime how many of the cases within the promise */
    public record Taken(int days, int cases, int onTime) {}

    public void add(String item, LocalDate month, int days, boolean onTime) {
        db.insertInto(ITEM_DAYS)
                .set(ITEM_DAYS.ITEM, item)
                .set(ITEM_DAYS.MONTH, month)
                .set(ITEM_DAYS.DAYS, days)
                .set(ITEM_DAYS.CASES, 1)
                .set(ITEM_DAYS.ON_TIME, onTime ? 1 : 0)
                .onConflict(ITEM_DAYS.ITEM, ITEM_DAYS.MONTH, ITEM_DAYS.DAYS)
                .doUpdate()
                .set(ITEM_DAYS.CASES, ITEM_DAYS.CASES.plus(1))
                .set(ITEM_DAYS.ON_TIME, ITEM_DAYS.ON_TIME.plus(onTime ? 1 : 0))
                .execute();
    }

    /** By days taken, ascending; months from the first, before the second. */
    public List<Taken> of(String item, LocalDate from, LocalDate before) {
        var cases = DSL.sum(ITEM_DAYS.CASES);
        var onTime = DSL.sum(ITEM_DAYS.ON_TIME);
        return db.select(ITEM_DAYS.DAYS, cases, onTime)
                .from(ITEM_DAYS)
                .where(ITEM_DAYS.ITEM.eq(item))
                .and(ITEM_DAYS.MONTH.ge(from))
                .and(ITEM_DAYS.MONTH.lt(before))
                .groupBy(ITEM_DAYS.DAYS)
                .orderBy(ITEM_DAYS.DAYS)
                .fetch(row -> new Taken(
                        row.value1(), row.value2().intValueExact(), row.value3().intValueExact()));
    }
}
