package org.yichuang.network;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A right of an officer on a day (rule AUTHORISED): an act of the register, with an item, for a unit.
 *
 * @param item the item's code, or {@link Authorisation#EVERY_ITEM}
 * @param post the post that is authorised and that the officer holds that day
 * @param onBehalfOf A's account where B stands in for A, else null
 */
public record Authorised(
        Act act,
        String unit,
        String item,
        String post,
        Cover cover,
        @Nullable UUID onBehalfOf) {

    /** To accept every item of its unit: what a general window does. */
    public boolean general() {
        return act == Act.ACCEPT && item.equals(Authorisation.EVERY_ITEM);
    }

    public boolean covers(String unit, String item) {
        return this.unit.equals(unit) && (this.item.equals(Authorisation.EVERY_ITEM) || this.item.equals(item));
    }
}
