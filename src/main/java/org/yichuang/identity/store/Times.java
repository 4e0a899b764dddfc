package org.yichuang.identity.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Instants as jOOQ wants them. */
final class Times {
    private Times() {}

    static OffsetDateTime of(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static @Nullable Instant from(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
