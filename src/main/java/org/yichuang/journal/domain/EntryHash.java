package org.yichuang.journal.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Entry;

/** The hash of an entry: over one canonical JSON document of everything it says, the previous hash among it. */
public final class EntryHash {
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private EntryHash() {}

    public static byte[] of(Entry entry) {
        return entry.algorithm().hash(document(entry).getBytes(StandardCharsets.UTF_8));
    }

    /** The same entry with its hash. */
    public static Entry sealed(Entry e) {
        return new Entry(
                e.id(),
                e.at(),
                e.kind(),
                e.subject(),
                e.nth(),
                e.actor(),
                e.payload(),
                e.previous(),
                of(e),
                e.algorithm());
    }

    /** The document that is hashed; its keys stand in canonical order, its payload is canonical already. */
    static String document(Entry entry) {
        StringBuilder out = new StringBuilder(512);
        CanonicalJson json = new CanonicalJson(out);
        Actor actor = entry.actor();
        out.append("{\"actor\":{\"account\":");
        json.write(actor.account());
        out.append(",\"for\":");
        json.write(actor.onBehalfOf());
        out.append(",\"post\":");
        json.write(actor.post());
        out.append(",\"unit\":");
        json.write(actor.unit());
        out.append("},\"algorithm\":");
        json.write(entry.algorithm().label());
        out.append(",\"at\":");
        json.write(micros(entry.at()));
        out.append(",\"id\":");
        json.write(entry.id());
        out.append(",\"kind\":");
        json.write(entry.kind());
        out.append(",\"nth\":");
        json.write(entry.nth());
        out.append(",\"payload\":").append(entry.payload()).append(",\"previous\":");
        json.write(HexFormat.of().formatHex(entry.previous()));
        out.append(",\"subject\":");
        json.write(entry.subject());
        return out.append('}').toString();
    }

    private static String micros(Instant at) {
        return MICROS.format(at);
    }
}
