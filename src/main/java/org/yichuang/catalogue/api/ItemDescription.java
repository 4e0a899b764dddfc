package org.yichuang.catalogue.api;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yichuang.catalogue.document.ItemElements;
import org.yichuang.catalogue.document.ItemText;

/** An item's elements in the API's description, as the pages say them: as fields of an answer, and as its text. */
@Component
@Order(0)
class ItemDescription implements OpenApiCustomizer {
    private static final String TEXT = """
        .

        An item's text is YAML (JSON is YAML too) with these elements; what is left out is not there. `[]` is a list. \
        A text in both languages is one line, `中文 | English`; a limit `5 working days`, `20 calendar days`, \
        `8 working hours`, `24 hours` or `on the spot`; a condition `field = value, value`.

        | element | what it means | what stands there |
        |---|---|---|
        """;

    @Override
    public void customise(OpenAPI api) {
        api.getComponents().getSchemas().forEach(ItemDescription::describe);
        api.getTags().stream()
                .filter(tag -> tag.getName().equals(VersionsApi.TAG))
                .forEach(tag -> tag.setDescription(tag.getDescription() + TEXT + elements()));
        example(api);
    }

    /** What is said of a field here already, for programs, stays. */
    private static void describe(String type, Schema<?> schema) {
        Map<String, Schema> fields = schema.getProperties() == null ? Map.of() : schema.getProperties();
        fields.forEach((name, field) -> {
            if (field.getDescription() == null) {
                ItemElements.said(type + "." + name).ifPresent(means -> field.setDescription(means.en()));
            }
        });
    }

    private static String elements() {
        return ItemElements.all().stream()
                .map(element -> "| `" + element.path() + "` | "
                        + element.means().en() + " | " + element.takes().en().replace("|", "\\|") + " |")
                .collect(Collectors.joining("\n"));
    }

    private static void example(OpenAPI api) {
        Objects.requireNonNull(api.getPaths().get(VersionsApi.ADDRESS))
                .getPost()
                .getRequestBody()
                .getContent()
                .values()
                .forEach(content -> content.setExample(ItemText.STARTER));
    }
}
