package org.yichuang.identity.store;

import static org.yichuang.jooq.identity.Tables.ACCOUNT;
import static org.yichuang.jooq.identity.Tables.API_TOKEN;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.yichuang.shared.Times;

/** Keeps the API tokens of systems. */
@Repository
public class TokenStore {
    private static final String FIND = """
        select t.id, t.account, t.last_used_at, a.name, a.roles
        from identity.api_token t join identity.account a on a.id = t.account
        where t.hash = ? and t.revoked_at is null and t.expires_at > ? and a.disabled_at is null\
        """;

    private final DSLContext dsl;

    TokenStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** A token as the security administrator sees it. */
    public record Row(
            UUID id,
            UUID account,
            String name,
            Instant created,
            Instant expires,
            @Nullable Instant used,
            @Nullable Instant revoked) {}

    public Optional<SessionStore.Found> find(byte[] hash, Instant now) {
        return dsl.resultQuery(FIND, hash, Times.of(now))
                .coerce(API_TOKEN.ID, API_TOKEN.ACCOUNT, API_TOKEN.LAST_USED_AT, ACCOUNT.NAME, ACCOUNT.ROLES)
                .fetchOptional(row -> new SessionStore.Found(
                        row.value1(),
                        row.value2(),
                        row.value3() == null ? Instant.EPOCH : row.value3().toInstant(),
                        row.value4(),
                        AccountStore.roles(row.value5())));
    }

    public void touch(byte[] hash, Instant now) {
        dsl.update(API_TOKEN)
                .set(API_TOKEN.LAST_USED_AT, Times.of(now))
                .where(API_TOKEN.HASH.eq(hash))
                .execute();
    }

    public void insert(byte[] hash, Row row) {
        dsl.insertInto(API_TOKEN)
                .set(API_TOKEN.HASH, hash)
                .set(API_TOKEN.ID, row.id())
                .set(API_TOKEN.ACCOUNT, row.account())
                .set(API_TOKEN.NAME, row.name())
                .set(API_TOKEN.CREATED_AT, Times.of(row.created()))
                .set(API_TOKEN.EXPIRES_AT, Times.of(row.expires()))
                .execute();
    }

    public List<Row> of(Collection<UUID> accounts) {
        return dsl.selectFrom(API_TOKEN)
                .where(API_TOKEN.ACCOUNT.in(accounts))
                .orderBy(API_TOKEN.CREATED_AT.desc(), API_TOKEN.ID)
                .fetch(row -> new Row(
                        row.getId(),
                        row.getAccount(),
                        row.getName(),
                        row.getCreatedAt().toInstant(),
                        row.getExpiresAt().toInstant(),
                        Times.read(row.getLastUsedAt()),
                        Times.read(row.getRevokedAt())));
    }

    /** False when there is no such token of this system, or it was revoked before. */
    public boolean revoke(UUID system, UUID id, Instant now) {
        return dsl.update(API_TOKEN)
                        .set(API_TOKEN.REVOKED_AT, Times.of(now))
                        .where(API_TOKEN.ID.eq(id))
                        .and(API_TOKEN.ACCOUNT.eq(system))
                        .and(API_TOKEN.REVOKED_AT.isNull())
                        .execute()
                == 1;
    }
}
