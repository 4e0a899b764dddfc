package org.yichuang.network;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One line of the authorisation register (授权到位): this post may do this act with this item. */
public record Authorisation(
        @Schema(description = "`2026-0312`") String number,
        String post,

        @Schema(
                description =
                        "An item's code, or `*`: all that the unit handles; with `supervise` all of the other units in its division"
                                + " and those inside it")
        String item,

        @Schema(description = "What the post may do") Act act,
        @Schema(description = "The first day") LocalDate from,

        @Schema(description = "The last day; null: until revoked") @Nullable
        LocalDate to) {
    public static final String EVERY_ITEM = "*";

    public boolean covers(String code) {
        return item.equals(EVERY_ITEM) || item.equals(code);
    }

    public boolean on(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
}
