package org.yichuang.documents.store;

import static org.yichuang.jooq.documents.Tables.FILE;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.yichuang.documents.FileUse;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

/** How much one account may leave lying in the store in a day: what a case or a draft holds does not count. */
@Component
class UploadQuota {
    static final long MOST = 500L << 20;
    private static final Duration DAY = Duration.ofDays(1);

    private final DSLContext dsl;
    private final ObjectProvider<FileUse> use;
    private final Clock clock;

    UploadQuota(DSLContext dsl, ObjectProvider<FileUse> use, Clock clock) {
        this.dsl = dsl;
        this.use = use;
        this.clock = clock;
    }

    /** Asks what drafts hold only of who uploaded that much and handed in less. */
    void check(UUID owner, long more) {
        Instant since = clock.instant().minus(DAY);
        if (sum(owner, since, Set.of()) + more <= MOST) {
            return;
        }
        FileUse known = use.getIfAvailable();
        if (known == null || sum(owner, since, known.used(List.of(owner))) + more > MOST) {
            throw new Problem(
                    429,
                    "upload-quota",
                    Text.of(
                            "一天之内上传而没有用上的文件超过 500 MB，请先用上已经上传的，或者明天再传",
                            "More than 500 MB were uploaded within a day and not used: use what is there, or come back"
                                    + " tomorrow"),
                    List.of());
        }
    }

    private long sum(UUID owner, Instant since, Set<UUID> used) {
        Condition unused = used.isEmpty() ? DSL.noCondition() : FILE.ID.notIn(used);
        return dsl.select(DSL.coalesce(DSL.sum(FILE.SIZE), DSL.val(java.math.BigDecimal.ZERO)))
                .from(FILE)
                .where(
                        FILE.OWNER.eq(owner),
                        FILE.UPLOADED_AT.gt(since.atOffset(ZoneOffset.UTC)),
                        FILE.KEPT.isFalse(),
                        unused)
                .fetchSingle()
                .value1()
                .longValue();
    }
}
