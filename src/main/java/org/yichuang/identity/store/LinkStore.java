package org.yichuang.identity.store;

import static org.yichuang.jooq.identity.Tables.PASSWORD_LINK;
import static org.yichuang.jooq.identity.Tables.SETUP_LINK;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.yichuang.jooq.identity.tables.records.PasswordLinkRecord;
import org.yichuang.shared.Times;

/** Keeps one-time links, by the hash of their code. */
@Repository
public class LinkStore {
    private final DSLContext dsl;

    LinkStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /**
     * A link to set a password once.
     *
     * @param issuer null: the system
     * @param takesTwo it does nothing until it is confirmed
     * @param second who confirmed it
     */
    public record Link(
            byte[] hash,
            UUID account,
            @Nullable UUID issuer,
            boolean takesTwo,
            @Nullable UUID second,
            Instant created,
            Instant expires) {}

    public void insert(Link link) {
        dsl.insertInto(PASSWORD_LINK)
                .set(PASSWORD_LINK.HASH, link.hash())
                .set(PASSWORD_LINK.ACCOUNT, link.account())
                .set(PASSWORD_LINK.ISSUED_BY, link.issuer())
                .set(PASSWORD_LINK.TAKES_TWO, link.takesTwo())
                .set(PASSWORD_LINK.CREATED_AT, Times.of(link.created()))
                .set(PASSWORD_LINK.EXPIRES_AT, Times.of(link.expires()))
                .execute();
    }

    public Optional<Link> find(byte[] hash, Instant now) {
        return dsl.selectFrom(PASSWORD_LINK)
                .where(PASSWORD_LINK.HASH.eq(hash))
                .and(PASSWORD_LINK.EXPIRES_AT.gt(Times.of(now)))
                .fetchOptional(LinkStore::link);
    }

    /** Those that take two and have one, the oldest first. */
    public List<Link> waiting(Instant now) {
        return dsl.selectFrom(PASSWORD_LINK)
                .where(PASSWORD_LINK.TAKES_TWO)
                .and(PASSWORD_LINK.CONFIRMED_BY.isNull())
                .and(PASSWORD_LINK.EXPIRES_AT.gt(Times.of(now)))
                .orderBy(PASSWORD_LINK.CREATED_AT, PASSWORD_LINK.ACCOUNT)
                .fetch(LinkStore::link);
    }

    /** Links of which nobody made use in time. */
    public void forget(Instant now) {
        dsl.deleteFrom(PASSWORD_LINK)
                .where(PASSWORD_LINK.EXPIRES_AT.le(Times.of(now)))
                .execute();
    }

    /** False when it was used, replaced or confirmed meanwhile. */
    public boolean confirm(Link link, UUID second) {
        return dsl.update(PASSWORD_LINK)
                        .set(PASSWORD_LINK.CONFIRMED_BY, second)
                        .where(PASSWORD_LINK.HASH.eq(link.hash()))
                        .and(PASSWORD_LINK.CONFIRMED_BY.isNull())
                        .execute()
                == 1;
    }

    private static Link link(PasswordLinkRecord row) {
        return new Link(
                row.getHash(),
                row.getAccount(),
                row.getIssuedBy(),
                row.getTakesTwo(),
                row.getConfirmedBy(),
                row.getCreatedAt().toInstant(),
                row.getExpiresAt().toInstant());
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
