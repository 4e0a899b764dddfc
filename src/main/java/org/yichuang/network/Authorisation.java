package org.yichuang.network;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One line of the authorisation register (授权到位): this post may do this act with this item.
 *
 * @param number the register's number: {@code 2026-0312}
 * @param item the item's code, or {@link #EVERY_ITEM} for all that the unit handles, and with
 *     {@link Act#SUPERVISE} for all of the other units in its division and those inside it
 * @param to the last day; null: until revoked
 */
public record Authorisation(
        String number,
        String post,
        String item,
        Act act,
        LocalDate from,
        @Nullable LocalDate to) {
    public static final String EVERY_ITEM = "*";

    public boolean covers(String code) {
        return item.equals(EVERY_ITEM) || item.equals(code);
    }

    public boolean on(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
