package org.yichuang.calendar;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a limit ends. */
public sealed interface Due permits Due.At, Due.Paused, UnknownYear {

    /** The year whose calendar is missing to say when it ends, or is projected to; 0 where none is. */
    int unknownYear();

    /** It ends at this instant; later is overdue. */
    record At(
            @Schema(description = "It ends at this instant (UTC); later is overdue")
            Instant instant) implements Due {
        @Override
        public int unknownYear() {
            return 0;
        }
    }

    /** A pause is open, so there is no due instant. */
    record Paused(
            @Schema(description = "When it ends if the pause ends as expected; null: not known") @Nullable
            Instant projected,

            @Schema(description = "The year that is missing to say it, or 0: the pause has no expected end")
            int unknownYear)
            implements Due {
        Paused(@Nullable Instant projected) {
            this(projected, 0);
        }
    }
}
