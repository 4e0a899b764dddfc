package org.yichuang.catalogue.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.json.JsonMapper;

/** Versions as JSON in the database. An element that a later release drops does not break what is published. */
public final class ItemJson {
    private static final JsonMapper MAPPER = common(JsonMapper.builder())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ItemJson() {}

    /** What is left out is empty, off or null; and what is empty, off or null is left out. */
    public static <B extends MapperBuilder<?, B>> B common(B builder) {
        for (Class<?> type : List.of(List.class, Map.class, String.class)) {
            builder.withConfigOverride(
                    type, config -> config.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)));
        }
        // a 0 that somebody wrote says something: it is no month, no copy, no place on the home page
        builder.withConfigOverride(
                Integer.class,
                config -> config.setInclude(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL)));
        return builder.disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .changeDefaultPropertyInclusion(
                        inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_DEFAULT));
    }

    public static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    public static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }
}
