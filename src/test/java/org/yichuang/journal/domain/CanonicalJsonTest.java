package org.yichuang.journal.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

class CanonicalJsonTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Test
    void keys_stand_in_the_order_of_their_units_and_nothing_stands_between() {
        var object = new LinkedHashMap<String, Object>();
        object.put("票", 1);
        object.put("b", List.of(true, "x"));
        object.put("B", Map.of("z", 1, "a", 2));

        assertThat(CanonicalJson.of(object)).isEqualTo("{\"B\":{\"a\":2,\"z\":1},\"b\":[true,\"x\"],\"票\":1}");
    }

    @Test
    void only_the_escapes_that_must_be_are_written() {
        assertThat(CanonicalJson.of("\"\\\n\t\u0001é/一😀")).isEqualTo("\"\\\"\\\\\\n\\t\\u0001é/一😀\"");
    }

    @Test
    void equal_numbers_are_written_the_same_and_none_is_rounded() {
        assertThat(CanonicalJson.of(Arrays.asList(1, 1L, 1.0, new BigDecimal("1.00"), 0.1, 1e21, -0.0)))
                .isEqualTo("[1,1,1,1,0.1,1000000000000000000000,0]");
        assertThat(CanonicalJson.of(Long.MAX_VALUE)).isEqualTo("9223372036854775807");
        assertThatThrownBy(() -> CanonicalJson.of(Double.NaN)).isInstanceOf(NumberFormatException.class);
    }

    @Test
    void what_has_no_one_form_is_refused() {
        assertThatThrownBy(() -> CanonicalJson.of(Map.of("x", new Object())))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> CanonicalJson.of("\ud83d")).hasMessageContaining("Half a character");
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void it_is_json_that_reads_back_to_the_same_form(@ForAll("values") Object value) {
        String canonical = CanonicalJson.of(value);

        assertThat(CanonicalJson.of(JSON.readValue(canonical, Object.class))).isEqualTo(canonical);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void the_order_in_which_keys_were_put_does_not_matter(@ForAll("objects") Map<String, Object> object) {
        var keys = new ArrayList<>(object.keySet());
        Collections.shuffle(keys, new Random(keys.hashCode()));
        var shuffled = new LinkedHashMap<String, Object>();
        keys.forEach(key -> shuffled.put(key, object.get(key)));

        assertThat(CanonicalJson.of(shuffled)).isEqualTo(CanonicalJson.of(object));
    }

    @Provide
    Arbitrary<Object> values() {
        return values(2);
    }

    @Provide
    Arbitrary<Map<String, Object>> objects() {
        return objects(2);
    }

    private static Arbitrary<Object> values(int depth) {
        return depth == 0
                ? scalars()
                : Arbitraries.oneOf(
                        scalars(),
                        values(depth - 1).list().ofMaxSize(3).asGeneric(),
                        objects(depth - 1).asGeneric());
    }

    private static Arbitrary<Map<String, Object>> objects(int depth) {
        return Arbitraries.maps(text(), values(depth)).ofMaxSize(4);
    }

    private static Arbitrary<Object> scalars() {
        return Arbitraries.oneOf(
                text().asGeneric(),
                Arbitraries.longs().asGeneric(),
                Arbitraries.doubles().between(-1e12, 1e12).asGeneric(),
                Arbitraries.of(true, false).asGeneric());
    }

    private static Arbitrary<String> text() {
        return Arbitraries.strings()
                .withCharRange('\u0000', '\ud7ff')
                .withCharRange('\ue000', '\uffff')
                .ofMaxLength(8);
    }
}
