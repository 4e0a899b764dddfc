package org.yichuang.casework;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The cases next to a place in a work list; null where the list ends. */
public record Neighbours(@Nullable Place before, @Nullable Place after) {

    /**
     * Where a case stands in the list.
     *
     * @param due null: among those that are due by no date, which come last
     */
    public record Place(UUID caseId, @Nullable Instant due) {}
}
