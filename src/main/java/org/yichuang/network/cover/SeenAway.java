package org.yichuang.network.cover;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.network.Away;
import org.yichuang.network.Officer;

/**
 * An absence as a colleague sees it.
 *
 * @param name of the officer who is away
 * @param mine the absence is the visitor's own
 */
public record SeenAway(
        UUID id,
        @Schema(description = "The officer's number") String officer,
        @Schema(description = "Name of the officer") String name,
        @Schema(description = "The first day") LocalDate from,
        @Schema(description = "The last day") LocalDate to,
        @Schema(description = "It is one's own") boolean mine,

        @Schema(description = "Null unless it is one's own") @Nullable
        String reason) {

    static SeenAway of(Away away, Officer officer, Officer me) {
        boolean mine = officer.code().equals(me.code());
        return new SeenAway(
                away.id(), officer.code(), officer.name(), away.from(), away.to(), mine, mine ? away.reason() : null);
    }

    public boolean on(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** By day, then by officer: what a list is ordered and leafed through by. */
    public String place() {
        return from + " " + officer + " " + id;
    }
}
