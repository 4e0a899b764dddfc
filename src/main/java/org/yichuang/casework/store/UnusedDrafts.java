package org.yichuang.casework.store;

import static org.jooq.impl.DSL.select;
import static org.yichuang.jooq.casework.Tables.CASE_FILE;
import static org.yichuang.jooq.casework.Tables.DRAFT;

import java.time.Clock;
import java.time.OffsetDateTime;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.yichuang.calendar.WorkingCalendar;
import org.yichuang.casework.Draft;
import org.yichuang.casework.State;

/**
 * Deletes drafts that were not saved for long, and corrections that their case does not wait for any more: nothing
 * personal is kept for longer than its purpose needs (Personal Information Protection Law, articles 19 and 47). What was
 * uploaded for them no draft holds any more, and it goes as other uploads do.
 */
@Component
public class UnusedDrafts {
    /** Readers of the journal wait for the oldest transaction: a batch takes no long time. */
    private static final int BATCH = 100;

    private final DSLContext db;
    private final Clock clock;

    UnusedDrafts(DSLContext db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** @return how many drafts it deleted */
    public int delete() {
        OffsetDateTime before = WorkingCalendar.dayOf(clock.instant())
                .minusDays(Draft.KEPT_DAYS)
                .atStartOfDay(WorkingCalendar.ZONE)
                .toOffsetDateTime();
        return delete(DRAFT.UPDATED_AT.lt(before))
                + delete(DRAFT.ID.in(
                        select(CASE_FILE.ID).from(CASE_FILE).where(CASE_FILE.STATE.ne(State.CORRECTING.name()))));
    }

    private int delete(Condition unused) {
        int deleted = 0;
        int batch;
        do {
            batch = deleteSome(unused);
            deleted += batch;
        } while (batch >= BATCH);
        return deleted;
    }

    /**
     * Who saves or submits a draft locks it: one that is being saved now is left out, and what was saved until the lock
     * was had, the condition sees. Who comes later waits, and finds it gone.
     */
    private int deleteSome(Condition unused) {
        return db.deleteFrom(DRAFT)
                .where(DRAFT.ID.in(select(DRAFT.ID)
                        .from(DRAFT)
                        .where(unused)
                        .orderBy(DRAFT.UPDATED_AT, DRAFT.ID)
                        .limit(BATCH)
                        .forUpdate()
                        .skipLocked()))
                .and(unused)
                .execute();
    }
}
