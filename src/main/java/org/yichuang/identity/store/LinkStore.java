package org.yichuang.identity.store;

import static org.yichuang.jooq.identity.Tables.PASSWORD_LINK;
import static org.yichuang.jooq.identity.Tables.SETUP_LINK;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Repository;

/** Keeps one-time links, by the hash of their code. */
@Repository
public class LinkStore {
    private final DSLContext dsl;

    LinkStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    public void insert(byte[] hash, UUID account, Instant now, Instant expires) {
        dsl.insertInto(PASSWORD_LINK)
                .set(PASSWORD_LINK.HASH, hash)
                .set(PASSWORD_LINK.ACCOUNT, account)
                .set(PASSWORD_LINK.CREATED_AT, Times.of(now))
                .set(PASSWORD_LINK.EXPIRES_AT, Times.of(expires))
                .execute();
    }

    public Optional<UUID> account(byte[] hash, Instant now) {
        return dsl.select(PASSWORD_LINK.ACCOUNT)
                .from(PASSWORD_LINK)
                .where(PASSWORD_LINK.HASH.eq(hash))
                .and(PASSWORD_LINK.EXPIRES_AT.gt(Times.of(now)))
                .fetchOptional(PASSWORD_LINK.ACCOUNT);
    }

    /** Takes the link away; false when it was used by somebody else meanwhile. */
    public boolean use(byte[] hash) {
        return dsl.deleteFrom(PASSWORD_LINK).where(PASSWORD_LINK.HASH.eq(hash)).execute() == 1;
    }

    public void clear(UUID account) {
        dsl.deleteFrom(PASSWORD_LINK).where(PASSWORD_LINK.ACCOUNT.eq(account)).execute();
    }

    /** A new link; the ones before it are dead. */
    public void replaceSetup(byte[] hash, Instant now) {
        dsl.deleteFrom(SETUP_LINK).execute();
        dsl.insertInto(SETUP_LINK)
                .set(SETUP_LINK.HASH, hash)
                .set(SETUP_LINK.CREATED_AT, Times.of(now))
                .execute();
    }

    /** @param since older ones are dead */
    public boolean isSetup(byte[] hash, Instant since) {
        return dsl.fetchExists(SETUP_LINK, SETUP_LINK.HASH.eq(hash), SETUP_LINK.CREATED_AT.gt(Times.of(since)));
    }

    /** Takes this link and all others away; false when there was no such link, or somebody used one meanwhile. */
    public boolean useSetup(byte[] hash) {
        dsl.execute("lock table identity.setup_link in exclusive mode");
        if (dsl.deleteFrom(SETUP_LINK).where(SETUP_LINK.HASH.eq(hash)).execute() == 0) {
            return false;
        }
        dsl.deleteFrom(SETUP_LINK).execute();
        return true;
    }
}
