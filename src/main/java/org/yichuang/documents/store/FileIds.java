package org.yichuang.documents.store;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.yichuang.journal.KeptFiles;
import org.yichuang.shared.Digest;

/**
 * A file's id is a fingerprint of all that its row says: 122 bits of a SHA-256 in a UUID of version 8 (RFC 9562). Who
 * has the id on record can tell whether the row is still what it was. Ids of other versions were random, and say nothing.
 */
@Component
class FileIds implements KeptFiles {
    private static final String KEPT = """
        select f.id, f.sha256, substr(f.id::text, 15, 1) <> '8' or f.id = encode(set_byte(set_byte(substr(said, 1, 16),
                6, (get_byte(said, 6) & 15) | 128), 8, (get_byte(said, 8) & 63) | 128), 'hex')::uuid as named,
            c.sha256 is not null as stored
        from documents.file f
            left join documents.content c on c.sha256 = f.sha256
            cross join lateral (select sha256(convert_to(concat_ws(chr(10), f.owner,
                trunc(extract(epoch from f.uploaded_at) * 1000000), encode(f.sha256, 'hex'), f.size, f.media_type,
                f.name), 'UTF8')) as said) fingerprint""";
    private static final String CONTENTS = "select sha256, sha256(bytes) = sha256 as whole from documents.content";

    /**
     * @param at to the microsecond, as the database keeps it: so each upload has an id of its own
     * @param sha256 of the content, hexadecimal
     */
    static UUID of(UUID owner, Instant at, String sha256, int size, String mediaType, String name) {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
        String said = String.join("\n", owner.toString(), "" + micros, sha256, "" + size, mediaType, name);
        ByteBuffer hash = ByteBuffer.wrap(Digest.sha256(said));
        return new UUID(
                (hash.getLong() & ~0xF000L) | 0x8000L,
                (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L);
    }

    @Override
    public String select() {
        return KEPT;
    }

    @Override
    public String contents() {
        return CONTENTS;
    }
}
