package org.yichuang.casework;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.LimitClock;
import org.yichuang.shared.Text;

/**
 * What anybody with the query code may see of a case.
 *
 * @param item its code
 * @param unit its code
 */
public record Tracked(
        String number,
        String queryCode,
        String item,
        Text itemName,

        @Schema(description = "It stands under the Licensing Law")
        boolean licence,

        String unit,
        Text unitName,
        @Schema(description = "Masked") String applicant,
        State state,

        @Schema(description = "Null while nothing is decided") @Nullable
        State result,

        @Schema(description = "How the result is to be received")
        DeliveryWay way,

        @Schema(description = "The “no” was taken back, and who was turned away applies anew")
        boolean reversed,

        @Schema(description = "Whose turn it is: keys of the register's acts (`accept`, `review`), or `applicant`")
        List<String> waitsFor,

        Instant receivedAt,

        @Schema(
                description = "Deemed accepted if nobody answers till then; it stays after the answer. Null: in a year "
                        + "that is not known")
        @Nullable
        Instant intakeDue,

        @Schema(description = "Decided, withdrawn or ended; null: not yet") @Nullable
        Instant decidedAt,

        @Schema(description = "The next instant that matters; null: none, or the clock stands still") @Nullable
        Instant due,

        @Nullable Instant promiseDue,
        @Nullable Instant statuteDue,

        @Schema(description = "The year whose calendar is missing to say when it is due, or 0")
        int unknownYear,

        @Schema(description = "Those that have begun, with pauses and extension")
        Map<ClockKind, LimitClock> clocks,

        @Schema(description = "The clock the case goes by, or was answered or decided by")
        ClockKind leading,

        @Schema(description = "Null where it is decided, or still in time") @Nullable
        Late late,

        @Schema(description = "What happened, the oldest first, without names and anybody's words")
        List<TimelineEntry> timeline) {}
