package org.yichuang.documents.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.documents.FileUse;
import org.yichuang.shared.Text;
import org.yichuang.shared.TooMany;

/** How much one account may leave lying in the store in a day: what a case or a draft holds does not count. */
@Component
class UploadQuota {
    static final long MOST = 500L << 20;
    private static final Duration DAY = Duration.ofDays(1);
    private static final String OVER = """
        select max(uploaded_at) from (
          select uploaded_at, sum(size) over (order by uploaded_at desc) as since_then from documents.file
          where owner = ? and uploaded_at > ?::timestamptz and not kept and not id = any (?)) files
        where since_then > ?\
        """;

    private final DSLContext dsl;
    private final FileUse use;
    private final Clock clock;

    UploadQuota(DSLContext dsl, FileUse use, Clock clock) {
        this.dsl = dsl;
        this.use = use;
        this.clock = clock;
    }

    /** Asks what drafts hold only of who uploaded that much and handed in less. */
    void check(UUID owner, long more) {
        Instant now = clock.instant();
        Instant over = over(owner, now, Set.of(), more);
        if (over != null) {
            over = over(owner, now, use.used(List.of(owner)), more);
        }
        if (over != null) {
            throw new TooMany(
                    "upload-quota",
                    Text.of(
                            "一天之内上传而没有用上的文件超过 500 MB，请先用上已经上传的，或者明天再传",
                            "More than 500 MB were uploaded within a day and not used: use what is there, or come back"
                                    + " tomorrow"),
                    Duration.between(now, over.plus(DAY)));
        }
    }

    /** When the last of those was uploaded that have to be a day old before there is room; null where there is room now. */
    private @Nullable Instant over(UUID owner, Instant now, Set<UUID> used, long more) {
        OffsetDateTime since = now.minus(DAY).atOffset(ZoneOffset.UTC);
        OffsetDateTime over = dsl.fetchSingle(OVER, owner, since, used.toArray(UUID[]::new), MOST - more)
                .get(0, OffsetDateTime.class);
        return over == null ? null : over.toInstant();
    }
}
