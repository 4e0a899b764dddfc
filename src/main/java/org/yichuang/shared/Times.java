package org.yichuang.shared;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Instants as the database takes and gives them. */
public final class Times {
    private Times() {}

    public static OffsetDateTime of(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    public static @Nullable OffsetDateTime ofNullable(@Nullable Instant at) {
        return at == null ? null : of(at);
    }

    public static @Nullable Instant read(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
