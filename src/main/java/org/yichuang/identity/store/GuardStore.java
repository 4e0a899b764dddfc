package org.yichuang.identity.store;

import static org.yichuang.jooq.identity.Tables.GUARD_KEY;
import static org.yichuang.jooq.identity.Tables.SIGN_IN_GUARD;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.yichuang.shared.Batches;
import org.yichuang.shared.Digest;
import org.yichuang.shared.Times;

/** Counts sign-ins that have not succeeded. */
@Repository
public class GuardStore {
    /** One row a name: attempts older than the window fall out, a lock that is over falls off, this attempt is added. */
    private static final String BEGIN = """
            insert into identity.sign_in_guard as g (who, account, attempts) values (?, ?::uuid, array[?::timestamptz])
            on conflict (who) do update set
              attempts = case when g.locked_until > excluded.attempts[1] then g.attempts
                else array(select a from unnest(g.attempts) a where a > ?::timestamptz and g.locked_until is null)
                  || excluded.attempts end,
              locked_until = case when g.locked_until > excluded.attempts[1] then g.locked_until end
            returning cardinality(attempts), locked_until, attempts[cardinality(attempts) - 1]""";

    private final DSLContext dsl;
    private volatile byte @Nullable [] key;

    GuardStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * How many attempts the window holds, this one included; until when the name is locked, if it is; and when the attempt
     * before this one was.
     */
    public record Guard(
            int attempts,
            @Nullable Instant lockedUntil,
            @Nullable Instant before) {}

    /** A row's key for what an address or a typed name is: told from no hash, and the same on every node. */
    public byte[] who(String what) {
        return Digest.hmac(key()).doFinal(what.getBytes(StandardCharsets.UTF_8));
    }

    /** Of this database; it does not change. */
    private byte[] key() {
        byte[] known = key;
        if (known == null) {
            known = dsl.selectFrom(GUARD_KEY).fetchSingle().getKey();
            key = known;
        }
        return known;
    }

    public Guard begin(byte[] who, @Nullable UUID account, Instant now, Instant windowStart) {
        var row = dsl.fetchSingle(BEGIN, who, account, Times.of(now), Times.of(windowStart));
        return new Guard(
                row.get(0, Integer.class),
                Times.read(row.get(1, OffsetDateTime.class)),
                Times.read(row.get(2, OffsetDateTime.class)));
    }

    /** One attempt less, unless the name was locked meanwhile. */
    public void takeBack(byte[] who) {
        dsl.execute(
                "update identity.sign_in_guard set attempts = trim_array(attempts, 1)"
                        + " where who = ? and locked_until is null and cardinality(attempts) > 0",
                who);
    }

    /** False when another attempt locked it first. */
    public boolean lock(byte[] who, Instant until) {
        return dsl.update(SIGN_IN_GUARD)
                        .set(SIGN_IN_GUARD.LOCKED_UNTIL, Times.of(until))
                        .where(SIGN_IN_GUARD.WHO.eq(who))
                        .and(SIGN_IN_GUARD.LOCKED_UNTIL.isNull())
                        .execute()
                == 1;
    }

    public void clear(byte[] who) {
        dsl.deleteFrom(SIGN_IN_GUARD).where(SIGN_IN_GUARD.WHO.eq(who)).execute();
    }

    public Optional<Instant> lockedUntil(UUID account, Instant now) {
        return dsl.select(SIGN_IN_GUARD.LOCKED_UNTIL)
                .from(SIGN_IN_GUARD)
                .where(SIGN_IN_GUARD.ACCOUNT.eq(account))
                .and(SIGN_IN_GUARD.LOCKED_UNTIL.gt(Times.of(now)))
                .fetchOptional(row -> row.value1().toInstant());
    }

    public boolean clear(UUID account) {
        return dsl.deleteFrom(SIGN_IN_GUARD)
                        .where(SIGN_IN_GUARD.ACCOUNT.eq(account))
                        .execute()
                == 1;
    }

    /** Forgets names nobody has tried since this instant. */
    public int forget(Instant before) {
        return Batches.delete(
                dsl,
                SIGN_IN_GUARD,
                DSL.condition(
                        "coalesce(locked_until, '-infinity') < ? and not exists (select 1 from unnest(attempts) a where a > ?)",
                        Times.of(before),
                        Times.of(before)));
    }
}
