package org.yichuang.casework.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.DenialFiling;

/** A denial as filed (DENIAL-FILING). */
public record Denial(
        UUID id,
        ActKind act,
        DenialFiling filing,
        UUID officer,
        String officerName,
        String post,
        Instant at,
        @Nullable Instant reviewDue) {}
