package org.yichuang.journal.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.yichuang.journal.Entry;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A letter or a file as an entry names it.
 *
 * @param sha256 hexadecimal; blank where the entry holds none
 */
record Cited(UUID id, String sha256, Entry entry) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /**
     * Those in a list of the payload that have an id. A payload that cannot be read was changed, which its hash tells.
     *
     * @param id the key of their ids
     */
    static List<Cited> in(Entry entry, String list, String id) {
        var all = new ArrayList<Cited>();
        try {
            for (JsonNode one : JSON.readTree(entry.payload()).path(list)) {
                if (one.hasNonNull(id)) {
                    all.add(new Cited(
                            UUID.fromString(one.path(id).asString("")),
                            one.path("sha256").asString(""),
                            entry));
                }
            }
        } catch (JacksonException | IllegalArgumentException unreadable) {
            return List.of();
        }
        return all;
    }
}
