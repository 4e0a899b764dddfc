package org.yichuang;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yichuang.support.CityTest;
import org.yichuang.support.Web;

/** Who reads the description of the API alone understands each field, parameter and value. */
@CityTest
class OpenApiFieldsTest {
    private static final Path TABLE = Path.of("src/main/resources/api-fields.md");

    @LocalServerPort
    int port;

    private String running = "";
    private Map<String, Map<String, Object>> schemas = Map.of();

    @BeforeEach
    void read() {
        running = new Web(port).get("/api/v1/openapi").body();
        schemas = JsonPath.read(running, "$.components.schemas");
    }

    @Test
    void each_field_is_described() {
        Map<String, Object> fields = fields();

        assertThat(fields).hasSizeGreaterThan(700);
        assertThat(undescribed(fields)).isEmpty();
    }

    @Test
    void each_parameter_is_described() {
        Map<String, Object> parameters = parameters();

        assertThat(parameters).hasSizeGreaterThan(200);
        assertThat(undescribed(parameters)).isEmpty();
    }

    @Test
    void no_description_says_the_name_alone() {
        var all = new TreeMap<>(fields());
        all.putAll(parameters());

        assertThat(all).allSatisfy((place, of) -> {
            String name = place.substring(Math.max(place.lastIndexOf('.'), place.lastIndexOf(' ')) + 1);
            String said = String.valueOf(((Map<?, ?>) of).get("description")).toLowerCase(Locale.ROOT);
            assertThat(said.replaceFirst("^(the|its|a|an) ", "").replaceAll("\\W", ""))
                    .as(place)
                    .isNotEqualTo(name.toLowerCase(Locale.ROOT));
        });
    }

    @Test
    void each_value_of_an_enumeration_is_explained() {
        Map<String, Object> values = values();

        assertThat(values).hasSizeGreaterThan(150);
        assertThat(values)
                .allSatisfy((value, said) -> assertThat(String.valueOf(said))
                        .as(value)
                        .containsPattern("(?m)^- `" + value.substring(value.indexOf('.') + 1) + "`: (?!null$).{2,}"));
    }

    /** A row that nothing is said by any more goes. */
    @Test
    void the_table_has_no_row_for_what_there_is_not() throws IOException {
        Set<String> names = new HashSet<>();
        fields().keySet().forEach(field -> {
            names.add("fields " + field);
            names.add("fields " + field.substring(field.indexOf('.') + 1));
        });
        values().keySet().forEach(value -> names.add("values " + value));
        Set<String> parameters = parameters().keySet();
        List<String> rows = rows();

        assertThat(rows)
                .hasSizeGreaterThan(200)
                .doesNotHaveDuplicates()
                .allSatisfy(row -> assertThat(
                                names.contains(row) || parameters.stream().anyMatch(place -> names(row, place)))
                        .as(row)
                        .isTrue());
    }

    /** Whether a row of a parameter, of any address or of some, is about this one. */
    private static boolean names(String row, String place) {
        String[] words = row.split(" ");
        String[] method = place.split(" ");
        return words[0].equals("parameters")
                && words[words.length - 1].equals(method[2])
                && (words.length == 2 || method[1].startsWith(words[1]));
    }

    /** Each with the part of the table that it stands in. */
    private static List<String> rows() throws IOException {
        var rows = new ArrayList<String>();
        String part = "";
        boolean head = true;
        for (String line : Files.readAllLines(TABLE)) {
            if (line.startsWith("## ")) {
                part = line.substring(3);
                head = true;
            } else if (line.startsWith("|--")) {
                head = false;
            } else if (line.startsWith("| ") && !head) {
                rows.add(part + " " + line.split(" *\\| *")[1]);
            }
        }
        return rows;
    }

    private static Set<String> undescribed(Map<String, Object> places) {
        Set<String> silent = new TreeSet<>();
        places.forEach((place, of) -> {
            if (String.valueOf(((Map<?, ?>) of).get("description")).length() < 5) {
                silent.add(place);
            }
        });
        return silent;
    }

    /** {@code CaseView.number} to what is said of it. */
    private Map<String, Object> fields() {
        var fields = new TreeMap<String, Object>();
        schemas.forEach((type, schema) -> {
            List<Object> parts = new ArrayList<>(List.of(schema));
            if (schema.get("allOf") instanceof List<?> more) {
                parts.addAll(more);
            }
            for (Object part : parts) {
                if (((Map<?, ?>) part).get("properties") instanceof Map<?, ?> properties) {
                    properties.forEach((name, of) -> fields.put(type + "." + name, of));
                }
            }
        });
        return fields;
    }

    /** {@code get /api/v1/cases size} to what is said of it. */
    private Map<String, Object> parameters() {
        var parameters = new TreeMap<String, Object>();
        Map<String, Map<String, Map<String, Object>>> paths = JsonPath.read(running, "$.paths");
        paths.forEach((path, operations) -> operations.forEach((method, operation) -> {
            if (operation.get("parameters") instanceof List<?> all) {
                all.forEach(one -> parameters.put(method + " " + path + " " + ((Map<?, ?>) one).get("name"), one));
            }
        }));
        return parameters;
    }

    /** {@code State.DRAFT} to what is said of the enumeration. */
    private Map<String, Object> values() {
        var values = new TreeMap<String, Object>();
        schemas.forEach((type, schema) -> {
            if (schema.get("enum") instanceof List<?> all) {
                all.forEach(value -> values.put(type + "." + value, String.valueOf(schema.get("description"))));
            }
        });
        return values;
    }
}
