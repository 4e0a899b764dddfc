package org.yichuang.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a limit ends. */
public sealed interface Due permits Due.At, Due.Paused, UnknownYear {

    /** It ends at this instant; later is overdue. */
    record At(Instant instant) implements Due {}

    /**
     * A pause is open, so there is no due instant.
     *
     * @param projected when it will end if the pause ends as expected; null when that is not known
     */
    record Paused(@Nullable Instant projected) implements Due {}
}
