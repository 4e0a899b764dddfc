package org.yichuang.journal.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Entry;

/** An entry of the record; the payload is canonical JSON, byte for byte as hashed. */
record EntryDto(
        UUID id,

        @Schema(description = "When it was done (UTC); the entries of one act have the same")
        Instant at,

        @Schema(description = "`case.accepted`; the tag `journal` lists them")
        String kind,

        @Schema(description = "`case:` and its id, `account:` and its id")
        String subject,

        @Schema(description = "Its place in the subject's chain, from 1")
        long nth,

        @Schema(description = "Who did it") Actor actor,

        @JsonRawValue
        @Schema(description = "What was done: the facts of this kind, as they were hashed", types = "object")
        String payload,

        @Schema(description = "The hash of the entry before, hexadecimal")
        String previous,

        @Schema(description = "Over the canonical JSON and `previous`, hexadecimal")
        String hash,

        @Schema(description = "Of the hash") String algorithm) {

    static EntryDto of(Entry e) {
        return new EntryDto(
                e.id(),
                e.at(),
                e.kind(),
                e.subject(),
                e.nth(),
                e.actor(),
                e.payload(),
                HexFormat.of().formatHex(e.previous()),
                HexFormat.of().formatHex(e.hash()),
                e.algorithm().label());
    }
}
