package org.yichuang.documents.store;

import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.selectOne;
import static org.yichuang.jooq.documents.Tables.CONTENT;
import static org.yichuang.jooq.documents.Tables.FILE;
import static org.yichuang.jooq.documents.Tables.LETTER;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record3;
import org.jooq.Result;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yichuang.documents.FileUse;

/**
 * Deletes uploads that were not used: nothing personal is kept for longer than its purpose needs (Personal Information
 * Protection Law, articles 19 and 47). What a case holds, or once held, is marked as kept by the database; what drafts
 * hold is asked of {@link FileUse}.
 */
@Component
public class UnusedFiles {
    private static final Duration UNUSED = Duration.ofDays(30);
    /** Readers of the journal wait for the oldest transaction, and a file may have 20 MB: a batch takes no long time. */
    private static final int BATCH = 100;
    /** The index of these files has the same words. */
    private static final Condition NOT_KEPT = DSL.condition("not {0}", FILE.KEPT);

    private final DSLContext dsl;
    private final FileUse use;
    private final TransactionTemplate transactions;
    private final Clock clock;

    UnusedFiles(DSLContext dsl, FileUse use, PlatformTransactionManager transactions, Clock clock) {
        this.dsl = dsl;
        this.use = use;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** Where a round has come to, and how many files it deleted. */
    private record Round(OffsetDateTime uploaded, UUID id, int deleted, boolean more) {}

    /** @return how many files it deleted */
    public int delete() {
        OffsetDateTime before = clock.instant().minus(UNUSED).atOffset(ZoneOffset.UTC);
        var round = new Round(Instant.EPOCH.atOffset(ZoneOffset.UTC), new UUID(0, 0), 0, true);
        while (round.more) {
            Round after = round;
            round = Objects.requireNonNull(transactions.execute(batch -> delete(before, after)));
        }
        return round.deleted;
    }

    /**
     * Who uses a file locks it: one that is being used now is left out here; who comes later waits, and finds it gone.
     * What was used until the lock was had, the question after it sees.
     */
    private Round delete(OffsetDateTime before, Round round) {
        Result<Record3<UUID, UUID, OffsetDateTime>> old = dsl.select(FILE.ID, FILE.OWNER, FILE.UPLOADED_AT)
                .from(FILE)
                .where(NOT_KEPT)
                .and(FILE.UPLOADED_AT.lt(before))
                .and(row(FILE.UPLOADED_AT, FILE.ID).gt(round.uploaded, round.id))
                .orderBy(FILE.UPLOADED_AT, FILE.ID)
                .limit(BATCH)
                .forUpdate()
                .skipLocked()
                .fetch();
        if (old.isEmpty()) {
            return new Round(round.uploaded, round.id, round.deleted, false);
        }
        Set<UUID> used = use.used(old.intoSet(FILE.OWNER));
        List<UUID> unused = old.getValues(FILE.ID).stream()
                .filter(file -> !used.contains(file))
                .toList();
        List<byte[]> contents = dsl.deleteFrom(FILE)
                .where(FILE.ID.in(unused))
                .and(NOT_KEPT)
                .and(FILE.UPLOADED_AT.lt(before))
                .returning(FILE.SHA256)
                .fetch(FILE.SHA256);
        deleteContents(contents);
        Record3<UUID, UUID, OffsetDateTime> last = old.getLast();
        return new Round(last.value3(), last.value1(), round.deleted + contents.size(), true);
    }

    /** Those that nothing else has. An upload of the same content locks it too; what it was is asked after the lock. */
    private void deleteContents(List<byte[]> contents) {
        dsl.select(CONTENT.SHA256)
                .from(CONTENT)
                .where(CONTENT.SHA256.in(contents))
                .orderBy(CONTENT.SHA256)
                .forUpdate()
                .fetch();
        dsl.deleteFrom(CONTENT)
                .where(CONTENT.SHA256.in(contents))
                .andNotExists(selectOne().from(FILE).where(FILE.SHA256.eq(CONTENT.SHA256)))
                .andNotExists(selectOne().from(LETTER).where(LETTER.PDF.eq(CONTENT.SHA256)))
                .execute();
    }
}
