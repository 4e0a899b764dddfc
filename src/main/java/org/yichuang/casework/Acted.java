package org.yichuang.casework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an act led to.
 *
 * @param version to be given with the next act
 * @param due the next instant that matters
 * @param letters the letters it made
 */
public record Acted(
        UUID caseId,
        String number,
        State state,
        int version,
        @Nullable Instant due,
        List<UUID> letters) {}
