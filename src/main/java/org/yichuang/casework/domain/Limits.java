package org.yichuang.casework.domain;

import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.Limit;
import org.yichuang.catalogue.ItemVersion;

/** The limits of an item's cases. */
public final class Limits {
    private Limits() {}

    /** What the city promises; null: nothing. */
    public static @Nullable Limit promise(ItemVersion item) {
        return item.promised() == null ? null : item.promised().limit();
    }

    /** What the law gives: the item's own, for a licence else the twenty working days of AL-42; null: no number. */
    public static @Nullable Limit statute(ItemVersion item) {
        return item.statute();
    }

    /** What can be added once; null: nothing. A licence under the general limit of AL-42 has its ten. */
    public static @Nullable Limit extension(ItemVersion item) {
        if (item.statutory() != null && item.statutory().extension() != null) {
            return item.statutory().extension();
        }
        boolean general = item.licence() && Rules.DECISION.equals(statute(item));
        return general ? Rules.EXTENSION : null;
    }
}
