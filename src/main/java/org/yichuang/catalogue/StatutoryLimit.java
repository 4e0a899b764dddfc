package org.yichuang.catalogue;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.Limit;
import org.yichuang.shared.Text;

/**
 * How long the law gives. An item whose law gives no number has none, and its pages say that.
 *
 * @param limit number and unit as the law writes them; zero is on the spot
 * @param extension what the authority's head may add, once
 * @param basis law and article
 * @param verified the article was read; where not, pages say so
 * @param from the event that starts the clock, in the law's words
 * @param note what the number does not say, for instance how the law words it
 */
public record StatutoryLimit(
        Limit limit,
        @Nullable Limit extension,
        Text basis,
        boolean verified,
        Text from,

        @Schema(description = "ACCEPTANCE, or the last RECEIPT of materials: the filing or a supplement")
        Start starts,

        @Nullable Text note) {
    /** What a limit is counted from. */
    public enum Start {
        ACCEPTANCE,
        /** The last receipt of materials: the filing or a supplement, and no correction on the spot. */
        RECEIPT
    }

    public StatutoryLimit {
        starts = starts == null ? Start.ACCEPTANCE : starts;
    }

    /** It counts from the receipt of the materials; a promise always counts from acceptance. */
    public boolean fromReceipt() {
        return starts == Start.RECEIPT;
    }
}
