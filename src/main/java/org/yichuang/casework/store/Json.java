package org.yichuang.casework.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yichuang.casework.CaseStep;
import org.yichuang.casework.SubmittedMaterial;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The parts of a case that are kept as JSON. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .changeDefaultPropertyInclusion(all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();
    private static final TypeReference<Map<String, Object>> ANSWERS = new TypeReference<>() {};
    private static final TypeReference<Map<String, Integer>> COUNTS = new TypeReference<>() {};
    private static final TypeReference<List<SubmittedMaterial>> MATERIALS = new TypeReference<>() {};
    private static final TypeReference<List<CaseStep>> STEPS = new TypeReference<>() {};

    private Json() {}

    static String of(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static @Nullable String ofNullable(@Nullable Object value) {
        return value == null ? null : of(value);
    }

    static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    static <T> @Nullable T readNullable(@Nullable String json, Class<T> type) {
        return json == null ? null : read(json, type);
    }

    static Map<String, Object> answers(String json) {
        return MAPPER.readValue(json, ANSWERS);
    }

    static Map<String, Integer> counts(String json) {
        return MAPPER.readValue(json, COUNTS);
    }

    static List<SubmittedMaterial> materials(String json) {
        return MAPPER.readValue(json, MATERIALS);
    }

    static List<CaseStep> steps(String json) {
        return MAPPER.readValue(json, STEPS);
    }
}
