package org.yichuang.calendar;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a limit ends. */
public sealed interface Due permits Due.At, Due.Paused, UnknownYear {

    /** The year whose calendar is missing to say when it ends, or is projected to; 0 where none is. */
    int unknownYear();

    /** It ends at this instant; later is overdue. */
    record At(Instant instant) implements Due {
        @Override
        public int unknownYear() {
            return 0;
        }
    }

    /**
     * A pause is open, so there is no due instant.
     *
     * @param projected when it will end if the pause ends as expected; null when that is not known
     * @param unknownYear the year that is missing to say it, or 0: the pause has no expected end
     */
    record Paused(@Nullable Instant projected, int unknownYear) implements Due {
        Paused(@Nullable Instant projected) {
            this(projected, 0);
        }
    }
}
