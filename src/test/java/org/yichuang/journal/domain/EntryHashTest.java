package org.yichuang.journal.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Entry;
import org.yichuang.journal.HashAlgorithm;
import org.yichuang.journal.Link;

class EntryHashTest {
    private static Entry entry(HashAlgorithm algorithm) {
        return new Entry(
                UUID.fromString("01900000-0000-7000-8000-000000000001"),
                Instant.parse("2026-10-09T02:24:00.5Z"),
                "case.accepted",
                "case:1",
                1,
                new Actor(null, "post", null, null),
                "{\"a\":1}",
                Link.NONE.hash(),
                new byte[0],
                algorithm);
    }

    @Test
    void the_hashed_document_is_canonical_and_says_everything() {
        assertThat(EntryHash.document(entry(HashAlgorithm.SHA_256)))
                .isEqualTo("{\"actor\":{\"account\":null,\"for\":null,\"post\":\"post\",\"unit\":null},"
                        + "\"algorithm\":\"SHA-256\",\"at\":\"2026-10-09T02:24:00.500000Z\","
                        + "\"id\":\"01900000-0000-7000-8000-000000000001\",\"kind\":\"case.accepted\",\"nth\":1,"
                        + "\"payload\":{\"a\":1},\"previous\":\"" + "0".repeat(64) + "\",\"subject\":\"case:1\"}");
    }

    @Test
    void both_algorithms_give_32_bytes_and_differ() {
        assertThat(EntryHash.of(entry(HashAlgorithm.SHA_256))).hasSize(32);
        assertThat(EntryHash.of(entry(HashAlgorithm.SM3)))
                .hasSize(32)
                .isNotEqualTo(EntryHash.of(entry(HashAlgorithm.SHA_256)));
    }

    @Test
    void sm3_is_the_sm3_of_the_standard() {
        assertThat(HexFormat.of().formatHex(HashAlgorithm.SM3.hash(new byte[] {'a', 'b', 'c'})))
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }
}
