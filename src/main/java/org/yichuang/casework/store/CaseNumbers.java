package org.yichuang.casework.store;

import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Repository;

/**
 * The running part of case numbers. A node takes a block of them from the database, so that filing a case asks for none;
 * what is left of a block when the node ends is never given to a case (ADR 0017).
 */
@Repository
public class CaseNumbers {
    /** By how much the sequence goes on. */
    private static final int BLOCK = 50;

    private static final long NONE = 0;

    private final DSLContext db;
    private long next;
    private long end;

    CaseNumbers(DSLContext db) {
        this.db = db;
    }

    /** A number that no case has, on any node. */
    public long next() {
        long held = held();
        return held == NONE ? ofNewBlock() : held;
    }

    private synchronized long held() {
        return next == end ? NONE : next++;
    }

    /** Nobody waits for another's connection here; of two who come at once, one's block serves the next ones. */
    private long ofNewBlock() {
        long first = db.resultQuery("select nextval('casework.case_number')")
                .coerce(DSL.field("nextval", Long.class))
                .fetchSingle()
                .value1();
        synchronized (this) {
            next = first + 1;
            end = first + BLOCK;
        }
        return first;
    }
}
