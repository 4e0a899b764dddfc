package org.yichuang.casework;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.LimitClock;
import org.yichuang.shared.Text;

/**
 * A case in a list.
 *
 * @param promiseDue the promise's and the statute's due instants
 */
public record CaseRow(
        UUID id,
        String number,
        String item,
        Text itemName,
        @Schema(description = "Name of who applied") String applicant,
        State state,
        Channel channel,

        @Schema(description = "By its code; null: online") @Nullable
        String window,

        @Schema(description = "The unit that is competent, by its code")
        String unit,

        @Schema(description = "Names of the open steps") List<Text> steps,

        @Schema(description = "Whose turn it is: keys of the register's acts (`accept`, `review`), or `applicant`")
        List<String> waitsFor,

        @Schema(description = "It is the turn of who asks") boolean mine,
        Instant receivedAt,

        @Schema(
                description =
                        "The next instant that matters; null while the clock stands still, when nothing is due, or"
                                + " in a year that is not known")
        @Nullable
        Instant due,

        @Nullable Instant promiseDue,
        @Nullable Instant statuteDue,

        @Schema(description = "Decided, withdrawn or ended; null: not yet") @Nullable
        Instant decidedAt,

        @Nullable Instant closedAt,

        @Schema(description = "What was decided; null while nothing is") @Nullable
        State result,

        @Schema(description = "Who was turned away may apply anew: the supervising unit took the “no” back")
        boolean reversed,

        @Schema(description = "Which `clock` is; null with it") @Nullable
        ClockKind clockKind,

        @Schema(
                description = "The one that runs: intake, then of promise and statute the one that ends first, then "
                        + "delivery; of a case that is over, the one it was decided by. Null: none")
        @Nullable
        LimitClock clock,

        @Schema(description = "The law's clock beside the promise's; null where `clock` is another") @Nullable
        LimitClock statute) {
    /** How many of an item's running cases a page lists before it says that there are more. */
    public static final int LISTED = 10;

    /** The state, or that the answer was reversed. */
    public Text stands() {
        return state.text(reversed);
    }
}
