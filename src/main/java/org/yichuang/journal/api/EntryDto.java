package org.yichuang.journal.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.journal.Entry;

/**
 * An entry of the record.
 *
 * @param payload canonical JSON, byte for byte as hashed
 * @param previous hexadecimal, as {@code hash}
 */
record EntryDto(
        UUID id,
        Instant at,
        String kind,
        String subject,
        long nth,
        ActorDto actor,
        @JsonRawValue @Schema(types = "object") String payload,
        String previous,
        String hash,
        String algorithm) {

    /** Who acted. */
    record ActorDto(
            @Nullable UUID account,
            @Nullable String post,
            @Nullable String unit,
            @Nullable String onBehalfOf) {}

    static EntryDto of(Entry e) {
        var actor = e.actor();
        return new EntryDto(
                e.id(),
                e.at(),
                e.kind(),
                e.subject(),
                e.nth(),
                new ActorDto(actor.account(), actor.post(), actor.unit(), actor.onBehalfOf()),
                e.payload(),
                HexFormat.of().formatHex(e.previous()),
                HexFormat.of().formatHex(e.hash()),
                e.algorithm().label());
    }
}
