package org.yichuang.identity.store;

import static org.yichuang.jooq.identity.Tables.KEPT_ANSWER;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Repository;
import org.yichuang.jooq.identity.tables.records.KeptAnswerRecord;
import org.yichuang.shared.Batches;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;
import org.yichuang.shared.Times;
import org.yichuang.shared.web.DatabaseAway;

/** Keeps the answers to requests with an idempotency key. */
@Repository
public class AnswerStore {
    /** In milliseconds, and below in words. */
    private static final int FOR_FILES = 10 * 60 * 1000;

    /** Another transaction is waited for less long than an answer of the database is. */
    private static final String CLAIM = """
            insert into identity.kept_answer (account, key, digest, at)
            select ?::uuid, ?, ?, ?::timestamptz from set_config('lock_timeout', '50s', true)
            on conflict do nothing""";

    private static final Problem STILL_RUNNING = new Problem(
            503,
            "still-running",
            Text.of(
                    "这个请求先前发过，还在办，还没有结果；请过一会儿再发一次，不会办两次",
                    "This was sent before and is still being done. Send it again in a while: it is not done twice"),
            List.of());

    private final DSLContext dsl;

    AnswerStore(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** An answer as it was given. */
    public record Answer(
            int status, @Nullable String location, @Nullable String type, String body) {}

    /** An answer, and what it answered. */
    public record Known(byte[] digest, Answer answer) {}

    /**
     * Whether nobody used this key before; waits for another transaction that works on it.
     *
     * @throws Problem 503 where that one is not done for long
     */
    public boolean claim(UUID account, byte[] key, byte[] digest, Instant now) {
        try {
            return dsl.execute(CLAIM, account, key, digest, Times.of(now)) == 1;
        } catch (DataAccessException e) {
            throw DatabaseAway.waited(e) ? STILL_RUNNING : e;
        }
    }

    /**
     * Files are stored on another connection while this transaction waits: it may for longer than others, which are
     * ended after a minute of nothing. A large table takes its time too.
     */
    public void waitForFiles() {
        dsl.connection(connection -> connection.setNetworkTimeout(Runnable::run, FOR_FILES));
        dsl.execute("set local idle_in_transaction_session_timeout = '10min'");
    }

    /** @param secret the key as it was sent, with which alone the body is read again */
    public void keep(UUID account, byte[] key, String secret, Answer answer) {
        dsl.update(KEPT_ANSWER)
                .set(KEPT_ANSWER.STATUS, (short) answer.status())
                .set(KEPT_ANSWER.LOCATION, answer.location())
                .set(KEPT_ANSWER.CONTENT_TYPE, answer.type())
                .set(KEPT_ANSWER.SEALED, SealedText.of(answer.body(), secret))
                .where(KEPT_ANSWER.ACCOUNT.eq(account), KEPT_ANSWER.KEY.eq(key))
                .execute();
    }

    public Known known(UUID account, byte[] key, String secret) {
        return Objects.requireNonNull(dsl.selectFrom(KEPT_ANSWER)
                .where(KEPT_ANSWER.ACCOUNT.eq(account), KEPT_ANSWER.KEY.eq(key))
                .fetchSingle(row -> new Known(
                        row.getDigest(),
                        new Answer(row.getStatus(), row.getLocation(), row.getContentType(), body(row, secret)))));
    }

    private static String body(KeptAnswerRecord row, String secret) {
        return row.getSealed() == null ? row.getBody() : SealedText.read(row.getSealed(), secret);
    }

    /** Forgets what is so old that nobody sends it again. */
    public void forget(Instant before) {
        Batches.delete(dsl, KEPT_ANSWER, KEPT_ANSWER.AT.lt(Times.of(before)));
    }
}
