package org.yichuang.casework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.LimitClock;
import org.yichuang.shared.Text;

/**
 * A case in a list.
 *
 * @param steps names of the open steps
 * @param mine it is this visitor's turn
 * @param clock the one that runs: intake, then the promise, or in place of either the statute where that ends first or
 *     nothing is promised, then delivery; of a case that is over, the one it was decided by; null when there is none
 * @param reversed who was turned away may apply anew: the supervising unit took the "no" back
 * @param promiseDue the promise's and the statute's due instants
 * @param statute the law's clock beside the promise's, for the second mark; null where {@code clock} is another
 */
public record CaseRow(
        UUID id,
        String number,
        String item,
        Text itemName,
        String applicant,
        State state,
        Channel channel,
        @Nullable String window,
        String unit,
        List<Text> steps,
        List<String> waitsFor,
        boolean mine,
        Instant receivedAt,
        @Nullable Instant due,
        @Nullable Instant promiseDue,
        @Nullable Instant statuteDue,
        @Nullable Instant decidedAt,
        @Nullable Instant closedAt,
        @Nullable State result,
        boolean reversed,
        @Nullable ClockKind clockKind,
        @Nullable LimitClock clock,
        @Nullable LimitClock statute) {
    /** How many of an item's running cases a page lists before it says that there are more. */
    public static final int LISTED = 10;

    /** The state, or that the answer was reversed. */
    public Text stands() {
        return state.text(reversed);
    }
}
