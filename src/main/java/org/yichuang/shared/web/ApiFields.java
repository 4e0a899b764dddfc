package org.yichuang.shared.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * What a field, a parameter or a value means that the place where it stands does not say itself: {@code api-fields.md}. It
 * comes after all that say something special.
 */
@Component
class ApiFields implements OpenApiCustomizer {
    private final Map<String, Map<String, String>> tables = new LinkedHashMap<>();

    ApiFields() throws IOException {
        String part = "";
        for (String line : new ClassPathResource("api-fields.md")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            if (line.startsWith("## ")) {
                part = line.substring(3);
            } else if (line.startsWith("|--")) {
                tables.put(part, new LinkedHashMap<>()); // its head is no row
            } else if (line.startsWith("| ")) {
                String[] cells = line.split(" *\\| *");
                tables.computeIfAbsent(part, any -> new LinkedHashMap<>()).put(cells[1], cells[2]);
            }
        }
    }

    @Override
    public void customise(OpenAPI api) {
        api.getComponents().getSchemas().forEach(this::describe);
        api.getPaths().forEach((path, item) -> item.readOperations().forEach(operation -> describe(path, operation)));
    }

    private void describe(String type, Schema<?> schema) {
        if (schema.getEnum() != null) {
            schema.setDescription(schema.getEnum().stream()
                    .map(value -> "- `" + value + "`: " + said("values", type + "." + value))
                    .collect(Collectors.joining("\n")));
        }
        List<Schema> parts = schema.getAllOf() == null ? List.of() : schema.getAllOf();
        Stream.concat(Stream.of(schema), parts.stream())
                .map(part -> (Map<String, Schema>) part.getProperties())
                .filter(properties -> properties != null)
                .flatMap(properties -> properties.entrySet().stream())
                .filter(field -> field.getValue().getDescription() == null)
                .forEach(field -> {
                    String special = said("fields", type + "." + field.getKey());
                    field.getValue().setDescription(special == null ? said("fields", field.getKey()) : special);
                });
    }

    /** That of the longest beginning of the path, or of any. */
    private void describe(String path, Operation operation) {
        for (Parameter parameter :
                operation.getParameters() == null ? List.<Parameter>of() : operation.getParameters()) {
            if (parameter.getDescription() == null) {
                parameter.setDescription(tables.getOrDefault("parameters", Map.of()).entrySet().stream()
                        .filter(said -> applies(said.getKey(), path, parameter.getName()))
                        .max(Comparator.comparingInt(said -> said.getKey().length()))
                        .map(Map.Entry::getValue)
                        .orElse(null));
            }
        }
    }

    private static boolean applies(String key, String path, String name) {
        return key.equals(name)
                || (key.endsWith(" " + name) && path.startsWith(key.substring(0, key.length() - name.length() - 1)));
    }

    private @Nullable String said(String table, String key) {
        return tables.getOrDefault(table, Map.of()).get(key);
    }
}
