package org.yichuang.casework.store;

import static org.yichuang.jooq.casework.Tables.IDEMPOTENCY;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Answers already given to requests with a key. */
@Repository
public class IdempotencyStore {
    private final DSLContext db;

    IdempotencyStore(DSLContext db) {
        this.db = db;
    }

    /** @param answer JSON */
    public record Given(byte[] digest, @Nullable String answer) {}

    /** Whether the key was free; waits for another transaction that works on it. */
    public boolean claim(UUID account, String key, byte[] digest, Instant at) {
        return db.insertInto(IDEMPOTENCY)
                        .set(IDEMPOTENCY.ACCOUNT, account)
                        .set(IDEMPOTENCY.KEY, key)
                        .set(IDEMPOTENCY.DIGEST, digest)
                        .set(IDEMPOTENCY.AT, Times.of(at))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    public Optional<Given> find(UUID account, String key) {
        return db.select(IDEMPOTENCY.DIGEST, IDEMPOTENCY.ANSWER)
                .from(IDEMPOTENCY)
                .where(IDEMPOTENCY.ACCOUNT.eq(account))
                .and(IDEMPOTENCY.KEY.eq(key))
                .fetchOptional(row -> new Given(row.value1(), row.value2()));
    }

    public void answer(UUID account, String key, String answer) {
        db.update(IDEMPOTENCY)
                .set(IDEMPOTENCY.ANSWER, answer)
                .where(IDEMPOTENCY.ACCOUNT.eq(account))
                .and(IDEMPOTENCY.KEY.eq(key))
                .execute();
    }

    /** Forgets what is older. */
    public int forget(Instant before) {
        return db.deleteFrom(IDEMPOTENCY)
                .where(IDEMPOTENCY.AT.lt(Times.of(before)))
                .execute();
    }
}
