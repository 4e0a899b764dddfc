package org.yichuang.identity;

import static org.yichuang.jooq.identity.Tables.IDEMPOTENCY;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yichuang.shared.Digest;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Visitor;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code Idempotency-Key}: the same key with the same request is done once and answered the same way, however often and
 * from however many connections it is sent; the same key with another request is refused (409). The key, what was done
 * and the answer are one transaction.
 */
@Component
public class Idempotency {
    public static final String HEADER = "Idempotency-Key";
    private static final int LONGEST = 200;

    private final DSLContext dsl;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final Clock clock;

    Idempotency(DSLContext dsl, TransactionTemplate transaction, JsonMapper json, Clock clock) {
        this.dsl = dsl;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    /**
     * @param key what the client sent, null when nothing
     * @param request everything that makes the request what it is: its address and its body
     */
    public <T> T once(Visitor who, @Nullable String key, Class<T> answer, Supplier<T> act, Object... request) {
        if (key == null) {
            return act.get();
        }
        if (key.isBlank() || key.length() > LONGEST) {
            throw Problem.invalid(HEADER, "幂等键 1 到 200 个字符", "The idempotency key has 1 to 200 characters");
        }
        byte[] digest = Digest.sha256(json.writeValueAsString(request).getBytes(StandardCharsets.UTF_8));
        T done = transaction.execute(status -> first(who.id(), key, digest)
                ? keep(who.id(), key, act.get())
                : json.readValue(known(who.id(), key, digest), answer));
        return java.util.Objects.requireNonNull(done);
    }

    /** Waits for another transaction that works on the same key. */
    private boolean first(UUID account, String key, byte[] digest) {
        return dsl.insertInto(IDEMPOTENCY)
                        .set(IDEMPOTENCY.ACCOUNT, account)
                        .set(IDEMPOTENCY.KEY, key)
                        .set(IDEMPOTENCY.DIGEST, digest)
                        .set(IDEMPOTENCY.AT, OffsetDateTime.now(clock))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    private <T> T keep(UUID account, String key, T answer) {
        dsl.update(IDEMPOTENCY)
                .set(IDEMPOTENCY.ANSWER, json.writeValueAsString(answer))
                .where(IDEMPOTENCY.ACCOUNT.eq(account), IDEMPOTENCY.KEY.eq(key))
                .execute();
        return answer;
    }

    private String known(UUID account, String key, byte[] digest) {
        var row = dsl.selectFrom(IDEMPOTENCY)
                .where(IDEMPOTENCY.ACCOUNT.eq(account), IDEMPOTENCY.KEY.eq(key))
                .fetchSingle();
        if (!Arrays.equals(row.getDigest(), digest)) {
            throw Problem.conflict(
                    "idempotency-key-reused", "这个幂等键已经用在另一个请求上", "This idempotency key was used for another request");
        }
        return row.getAnswer();
    }

    /** Requests so old that nobody sends them again. */
    public void forget(Instant before) {
        dsl.deleteFrom(IDEMPOTENCY)
                .where(IDEMPOTENCY.AT.lt(before.atOffset(ZoneOffset.UTC)))
                .execute();
    }
}
