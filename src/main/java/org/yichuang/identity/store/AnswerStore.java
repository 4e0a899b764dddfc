package org.yichuang.identity.store;

import static org.yichuang.jooq.identity.Tables.KEPT_ANSWER;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.yichuang.shared.Times;

/** Keeps the answers to requests with an idempotency key. */
@Repository
public class AnswerStore {
    /** In milliseconds, and below in words. */
    private static final int FOR_FILES = 10 * 60 * 1000;

    private final DSLContext dsl;

    AnswerStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** An answer as it was given. */
    public record Answer(
            int status, @Nullable String location, @Nullable String type, String body) {}

    /** An answer, and what it answered. */
    public record Known(byte[] digest, Answer answer) {}

    /** Whether nobody used this key before; waits for another transaction that works on it. */
    public boolean claim(UUID account, byte[] key, byte[] digest, Instant now) {
        return dsl.insertInto(KEPT_ANSWER)
                        .set(KEPT_ANSWER.ACCOUNT, account)
                        .set(KEPT_ANSWER.KEY, key)
                        .set(KEPT_ANSWER.DIGEST, digest)
                        .set(KEPT_ANSWER.AT, Times.of(now))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /**
     * Files are stored on another connection while this transaction waits: it may for longer than others, which are
     * ended after a minute of nothing; and so may the same request, sent again meanwhile, wait for it. A large table takes
     * its time too.
     */
    public void waitForFiles() {
        dsl.connection(connection -> connection.setNetworkTimeout(Runnable::run, FOR_FILES));
        dsl.execute("set local idle_in_transaction_session_timeout = '10min'");
    }

    public void keep(UUID account, byte[] key, Answer answer) {
        dsl.update(KEPT_ANSWER)
                .set(KEPT_ANSWER.STATUS, (short) answer.status())
                .set(KEPT_ANSWER.LOCATION, answer.location())
                .set(KEPT_ANSWER.CONTENT_TYPE, answer.type())
                .set(KEPT_ANSWER.BODY, answer.body())
                .where(KEPT_ANSWER.ACCOUNT.eq(account), KEPT_ANSWER.KEY.eq(key))
                .execute();
    }

    public Known known(UUID account, byte[] key) {
        return Objects.requireNonNull(dsl.selectFrom(KEPT_ANSWER)
                .where(KEPT_ANSWER.ACCOUNT.eq(account), KEPT_ANSWER.KEY.eq(key))
                .fetchSingle(row -> new Known(
                        row.getDigest(),
                        new Answer(row.getStatus(), row.getLocation(), row.getContentType(), row.getBody()))));
    }

    /** Forgets what is so old that nobody sends it again. */
    public void forget(Instant before) {
        dsl.deleteFrom(KEPT_ANSWER).where(KEPT_ANSWER.AT.lt(Times.of(before))).execute();
    }
}
