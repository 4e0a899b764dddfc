package org.yichuang.identity.store;

import static org.yichuang.jooq.identity.Tables.SESSION;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.yichuang.shared.Batches;
import org.yichuang.shared.PlainSql;
import org.yichuang.shared.Times;
import org.yichuang.shared.web.Role;

/** Keeps the sessions. Every request of a signed-in visitor asks {@link #find} once. */
@Repository
public class SessionStore {
    private static final String FIND = """
            select s.id, s.account, s.seen_at, a.name, a.roles
            from identity.session s join identity.account a on a.id = s.account
            where s.hash = ? and s.api = ? and s.revoked_at is null and s.idle_ends_at > ? and s.expires_at > ?
              and a.disabled_at is null""";

    private final DSLContext dsl;
    private final PlainSql sql;

    SessionStore(DSLContext dsl, PlainSql sql) {
        this.dsl = dsl;
        this.sql = sql;
    }

    /** A session and whose it is. */
    public record Found(UUID session, UUID account, Instant seen, String name, Set<Role> roles) {}

    /** A session as its owner sees it. */
    public record Row(UUID id, boolean api, Instant opened, Instant seen, Instant expires, String agent) {}

    public Optional<Found> find(byte[] hash, boolean api, Instant now) {
        var at = Times.of(now);
        return sql.first(
                FIND,
                (row, n) -> new Found(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getObject(3, OffsetDateTime.class).toInstant(),
                        row.getString(4),
                        AccountStore.roles((String[]) row.getArray(5).getArray())),
                hash,
                api,
                at,
                at);
    }

    public void touch(byte[] hash, Instant now, Instant idleEnds) {
        dsl.update(SESSION)
                .set(SESSION.SEEN_AT, Times.of(now))
                .set(SESSION.IDLE_ENDS_AT, Times.of(idleEnds))
                .where(SESSION.HASH.eq(hash))
                .and(SESSION.SEEN_AT.lt(Times.of(now)))
                .execute();
    }

    public void insert(byte[] hash, UUID account, Row row, Instant idleEnds) {
        dsl.insertInto(SESSION)
                .set(SESSION.HASH, hash)
                .set(SESSION.ID, row.id())
                .set(SESSION.ACCOUNT, account)
                .set(SESSION.API, row.api())
                .set(SESSION.OPENED_AT, Times.of(row.opened()))
                .set(SESSION.SEEN_AT, Times.of(row.seen()))
                .set(SESSION.IDLE_ENDS_AT, Times.of(idleEnds))
                .set(SESSION.EXPIRES_AT, Times.of(row.expires()))
                .set(SESSION.AGENT, row.agent())
                .execute();
    }

    public List<Row> of(UUID account, Instant now) {
        return dsl.selectFrom(SESSION)
                .where(SESSION.ACCOUNT.eq(account))
                .and(SESSION.REVOKED_AT.isNull())
                .and(SESSION.IDLE_ENDS_AT.gt(Times.of(now)))
                .and(SESSION.EXPIRES_AT.gt(Times.of(now)))
                .orderBy(SESSION.SEEN_AT.desc(), SESSION.ID)
                .fetch(row -> new Row(
                        row.getId(),
                        row.getApi(),
                        row.getOpenedAt().toInstant(),
                        row.getSeenAt().toInstant(),
                        row.getExpiresAt().toInstant(),
                        row.getAgent()));
    }

    /** Ends one session of an account, or all but one; says how many ended. */
    public int revoke(UUID account, @Nullable UUID only, @Nullable UUID except, Instant now) {
        Condition which = SESSION.ACCOUNT.eq(account).and(SESSION.REVOKED_AT.isNull());
        if (only != null) {
            which = which.and(SESSION.ID.eq(only));
        }
        if (except != null) {
            which = which.and(SESSION.ID.ne(except));
        }
        return dsl.update(SESSION)
                .set(SESSION.REVOKED_AT, Times.of(now))
                .where(which)
                .execute();
    }

    /** Forgets sessions that ended before this instant; the journal keeps that they were. */
    public int forget(Instant before) {
        return Batches.delete(dsl, SESSION, SESSION.EXPIRES_AT.lt(Times.of(before)));
    }
}
