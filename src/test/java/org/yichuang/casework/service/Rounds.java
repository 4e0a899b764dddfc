package org.yichuang.casework.service;

import static org.awaitility.Awaitility.await;

import org.jooq.DSLContext;
import org.yichuang.support.TestClock;

/** Open cases computed again on a calendar that a test changed. */
public class Rounds {
    private static final String UNHEARD = """
            select count(*)::int from journal.entry e where e.kind like 'calendar.%'
              and not exists (select from journal.reader r where r.name = 'casework.calendar'
                and (r.epoch, r.tx, r.seq) >= (e.epoch, e.tx, e.seq))""";

    private final ClockWork work;
    private final DSLContext db;
    private final TestClock clock;

    Rounds(ClockWork work, DSLContext db, TestClock clock) {
        this.work = work;
        this.db = db;
        this.clock = clock;
    }

    /** Waits until every change was heard of, and goes through the cases. */
    public void make() {
        settle();
        work.recompute();
    }

    /** Waits until every change was heard of, and lets pass what nodes need to learn of it. */
    public void settle() {
        await().until(() -> db.fetchValue(UNHEARD), Integer.valueOf(0)::equals);
        clock.set(clock.instant().plus(ClockWork.SETTLED));
    }
}
