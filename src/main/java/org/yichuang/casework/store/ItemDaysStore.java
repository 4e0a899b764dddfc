package org.yichuang.casework.store;

import static org.yichuang.jooq.casework.Tables.ITEM_DAYS;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
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

    /**
     * @param days working days, or {@link #UNKNOWN}
     * @param dated how many of the cases had a due date
     * @param onTime how many were decided by it
     */
    public record Taken(int days, int cases, int dated, int onTime) {
        /** Decided in a year whose calendar was not known: nobody can say how many days it took. */
        public static final int UNKNOWN = -1;

        public boolean known() {
            return days != UNKNOWN;
        }

        /** Of the same days. */
        public Taken plus(Taken other) {
            return new Taken(days, cases + other.cases, dated + other.dated, onTime + other.onTime);
        }
    }

    /** @param more what comes to what is there; less than none for decisions that were taken back */
    public void add(String item, LocalDate month, Taken more) {
        db.insertInto(ITEM_DAYS)
                .set(ITEM_DAYS.ITEM, item)
                .set(ITEM_DAYS.MONTH, month)
                .set(ITEM_DAYS.DAYS, more.days)
                .set(ITEM_DAYS.CASES, more.cases)
                .set(ITEM_DAYS.DATED, more.dated)
                .set(ITEM_DAYS.ON_TIME, more.onTime)
                .onConflict(ITEM_DAYS.ITEM, ITEM_DAYS.MONTH, ITEM_DAYS.DAYS)
                .doUpdate()
                .set(ITEM_DAYS.CASES, ITEM_DAYS.CASES.plus(more.cases))
                .set(ITEM_DAYS.DATED, ITEM_DAYS.DATED.plus(more.dated))
                .set(ITEM_DAYS.ON_TIME, ITEM_DAYS.ON_TIME.plus(more.onTime))
                .execute();
    }

    /** By days taken, ascending; months from the first, before the second. */
    public List<Taken> of(String item, LocalDate from, LocalDate before) {
        return taken(ITEM_DAYS.ITEM.eq(item), from, before).getOrDefault(item, List.of());
    }

    /** The same of all items that have some. */
    public Map<String, List<Taken>> all(LocalDate from, LocalDate before) {
        return taken(DSL.noCondition(), from, before);
    }

    private Map<String, List<Taken>> taken(Condition which, LocalDate from, LocalDate before) {
        var cases = DSL.sum(ITEM_DAYS.CASES);
        var dated = DSL.sum(ITEM_DAYS.DATED);
        var onTime = DSL.sum(ITEM_DAYS.ON_TIME);
        return db.select(ITEM_DAYS.ITEM, ITEM_DAYS.DAYS, cases, dated, onTime)
                .from(ITEM_DAYS)
                .where(which)
                .and(ITEM_DAYS.MONTH.ge(from))
                .and(ITEM_DAYS.MONTH.lt(before))
                .groupBy(ITEM_DAYS.ITEM, ITEM_DAYS.DAYS)
                .having(cases.gt(BigDecimal.ZERO))
                .orderBy(ITEM_DAYS.ITEM, ITEM_DAYS.DAYS)
                .fetchGroups(
                        ITEM_DAYS.ITEM,
                        row -> new Taken(
                                row.value2(),
                                row.value3().intValueExact(),
                                row.value4().intValueExact(),
                                row.value5().intValueExact()));
    }
}
