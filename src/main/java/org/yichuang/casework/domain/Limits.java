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
}
