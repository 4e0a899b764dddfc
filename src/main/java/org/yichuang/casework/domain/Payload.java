package org.yichuang.casework.domain;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The facts of a journal entry, in order; what is null is left out, instants are written as text. */
final class Payload {
    private final Map<String, Object> map = new LinkedHashMap<>();

    static Payload of(String key, @Nullable Object value) {
        return new Payload().and(key, value);
    }

    Payload and(String key, @Nullable Object value) {
        if (value != null) {
            map.put(key, value instanceof Instant || value instanceof Enum<?> ? value.toString() : value);
        }
        return this;
    }

    Map<String, Object> map() {
        return map;
    }
}
