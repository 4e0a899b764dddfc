package org.yichuang.casework.store;

import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;
import static org.yichuang.jooq.casework.Tables.CASE_FILE;
import static org.yichuang.jooq.casework.Tables.RECOMPUTATION;
import static org.yichuang.jooq.casework.Tables.RECOMPUTATION_AGAIN;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.yichuang.casework.State;
import org.yichuang.shared.Times;

/** What the jobs look for. */
@Repository
public class SweepStore {
    private static final UUID FIRST = new UUID(0, 0);

    private final DSLContext db;

    SweepStore(DSLContext db) {
        this.db = db;
    }

    /** A case whose limit ran out at that instant. */
    public record Overdue(UUID id, Instant due) {}

    /** Unanswered cases in this state whose limit has run out, the longest overdue first, from after that one. */
    public List<Overdue> overdue(State state, Instant now, @Nullable Overdue after, int most) {
        Condition further =
                after == null ? noCondition() : row(CASE_FILE.DUE, CASE_FILE.ID).gt(Times.of(after.due), after.id);
        // a law that counts from the receipt can make it due before silence accepts it
        Condition lapsed = state == State.SUBMITTED
                ? condition("({0}::jsonb ->> 'due')::timestamptz < {1}", CASE_FILE.INTAKE, val(Times.of(now)))
                : noCondition();
        return db.select(CASE_FILE.ID, CASE_FILE.DUE)
                .from(CASE_FILE)
                .where(CASE_FILE.DUE.lt(Times.of(now)))
                .and(CASE_FILE.CLOSED_AT.isNull())
                .and(CASE_FILE.ACCEPTED_AT.isNull())
                .and(CASE_FILE.STATE.eq(state.name()))
                .and(lapsed)
                .and(further)
                .orderBy(CASE_FILE.DUE, CASE_FILE.ID)
                .limit(most)
                .fetch(row -> new Overdue(row.value1(), row.value2().toInstant()));
    }

    /** Open cases in the order of their ids. */
    public List<UUID> open(UUID after, int most) {
        return db.select(CASE_FILE.ID)
                .from(CASE_FILE)
                .where(CASE_FILE.CLOSED_AT.isNull())
                .and(CASE_FILE.ID.gt(after))
                .orderBy(CASE_FILE.ID)
                .limit(most)
                .fetch(CASE_FILE.ID);
    }

    /**
     * A round through all open cases that is to be made because of these journal entries, and of no other: what is asked
     * for while it runs is of a calendar that it does not know.
     */
    public record Round(UUID after, List<UUID> entries) {}

    public void ask(UUID entry, Instant at) {
        db.insertInto(RECOMPUTATION)
                .set(RECOMPUTATION.ENTRY, entry)
                .set(RECOMPUTATION.AFTER, FIRST)
                .set(RECOMPUTATION.AT, Times.of(at))
                .onConflictDoNothing()
                .execute();
    }

    /** One for all that was asked for until then; it goes on where it was cut off if nothing was asked for since. */
    public Optional<Round> round(Instant until) {
        var asked = db.select(RECOMPUTATION.ENTRY, RECOMPUTATION.AFTER)
                .from(RECOMPUTATION)
                .where(RECOMPUTATION.AT.le(Times.of(until)))
                .fetch();
        if (asked.isEmpty()) {
            return Optional.empty();
        }
        List<UUID> reached =
                asked.getValues(RECOMPUTATION.AFTER).stream().distinct().toList();
        return Optional.of(
                new Round(reached.size() == 1 ? reached.getFirst() : FIRST, asked.getValues(RECOMPUTATION.ENTRY)));
    }

    public void reached(Round round, UUID after) {
        db.update(RECOMPUTATION)
                .set(RECOMPUTATION.AFTER, after)
                .where(RECOMPUTATION.ENTRY.in(round.entries))
                .execute();
    }

    /** This case could not be computed again; it waits for another try. */
    public void again(UUID caseId) {
        db.insertInto(RECOMPUTATION_AGAIN)
                .set(RECOMPUTATION_AGAIN.CASE_ID, caseId)
                .onConflictDoNothing()
                .execute();
    }

    /** Those that wait for another try, after this one. */
    public List<UUID> again(UUID after, int most) {
        return db.select(RECOMPUTATION_AGAIN.CASE_ID)
                .from(RECOMPUTATION_AGAIN)
                .where(RECOMPUTATION_AGAIN.CASE_ID.gt(after))
                .orderBy(RECOMPUTATION_AGAIN.CASE_ID)
                .limit(most)
                .fetch(RECOMPUTATION_AGAIN.CASE_ID);
    }

    public void done(UUID caseId) {
        db.deleteFrom(RECOMPUTATION_AGAIN)
                .where(RECOMPUTATION_AGAIN.CASE_ID.eq(caseId))
                .execute();
    }

    public void finished(Round round) {
        db.deleteFrom(RECOMPUTATION)
                .where(RECOMPUTATION.ENTRY.in(round.entries))
                .execute();
    }
}
