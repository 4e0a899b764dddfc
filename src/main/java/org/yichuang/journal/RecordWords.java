package org.yichuang.journal;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.yichuang.shared.Text;

/**
 * The record in words, for who reads it: what the codes in it are called, which are all that it holds. Each module knows
 * those of the entries that it writes.
 */
public interface RecordWords {
    /** Every kind it writes, in the order of a choice; one without a point names all that begin with it: {@code case}. */
    Map<String, Text> kinds();

    /** The keys of its payloads, those first that say most. */
    Map<String, Text> keys();

    /**
     * What a code stands for that a payload holds; empty for what is none, and for one that is no more.
     *
     * @param payload its values by their paths, where it takes another to say it
     */
    default Optional<Text> value(String key, String value, Map<String, String> payload) {
        return Optional.empty();
    }

    /**
     * The same for a page of entries, with what their payloads need to be said in words asked for once.
     *
     * @param payloads the values of each by their paths
     */
    default RecordWords of(Collection<Map<String, String>> payloads) {
        return this;
    }

    /**
     * Names, asked for once for all of a page.
     *
     * @param type what a subject has before its colon: {@code case}; of another module's type nothing is known
     * @param codes what they have behind it; one that is no more is left out of the answer
     */
    Map<String, Text> names(String type, Collection<String> codes);

    /** The subject that somebody means who typed this, such as a case's number. */
    default Optional<String> subject(String typed) {
        return Optional.empty();
    }

    /** The subject of whose number somebody typed, which stands in no address; empty: there is none in it. */
    default Optional<String> numbered(String typed) {
        return Optional.empty();
    }

    @SafeVarargs
    static Map<String, Text> inOrder(Map.Entry<String, Text>... entries) {
        var all = new LinkedHashMap<String, Text>();
        for (Map.Entry<String, Text> entry : entries) {
            all.put(entry.getKey(), entry.getValue());
        }
        return Collections.unmodifiableMap(all);
    }

    /** Those of the codes that are ids. */
    static List<UUID> ids(Collection<String> codes) {
        return codes.stream()
                .filter(code -> code.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .map(UUID::fromString)
                .toList();
    }
}
