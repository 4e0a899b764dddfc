package org.yichuang.catalogue.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.yichuang.catalogue.Field;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.store.ItemJson;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/**
 * An item as a text that a person reads and edits: YAML (JSON is YAML too), with the short forms of {@link Shorthand}.
 * What is wrong is said with its line, column and element, and what was expected.
 */
@Component
public class ItemText {
    /** Where a new item begins: a whole small one, to be changed line by line. */
    public static final String STARTER = content(new ClassPathResource("catalogue/new-item.yaml"));

    static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,99}");
    private static final int LONGEST = 400_000;
    private static final YAMLMapper MAPPER = ItemJson.common(YAMLMapper.builder())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER)
            .disable(YAMLWriteFeature.SPLIT_LINES)
            .enable(YAMLWriteFeature.MINIMIZE_QUOTES)
            .enable(YAMLWriteFeature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
            .addModule(Shorthand.module())
            .build();

    public String write(ItemVersion item) {
        return MAPPER.writeValueAsString(item);
    }

    /** What its text says, element by element; what it does not say is not there. */
    JsonNode tree(ItemVersion item) {
        return MAPPER.valueToTree(item);
    }

    String written(Map<String, ?> document) {
        return MAPPER.writeValueAsString(document);
    }

    /**
     * @param field the name under which the text was sent, for the problem
     * @throws Problem 422 that names every line or element that is wrong
     */
    public ItemVersion read(String text, String field) {
        ItemVersion item = read(text, ItemVersion.class, field);
        List<Problem.FieldError> errors = new ArrayList<>();
        for (String missing : Complete.missing(item)) {
            errors.add(new Problem.FieldError(field, Text.of("缺少 " + missing, missing + " is missing")));
        }
        item.form()
                .fields()
                .filter(one ->
                        Stream.of(one.min(), one.max()).anyMatch(bound -> bound != null && !Field.written(bound)))
                .forEach(one -> errors.add(new Problem.FieldError(
                        field,
                        Text.of(
                                one.key() + "：min、max 最多 15 位整数、6 位小数",
                                one.key() + ": min and max have at most 15 digits and 6 decimals"))));
        if (!CODE.matcher(item.code()).matches()) {
            errors.add(new Problem.FieldError(
                    field, Text.of("code 要用字母、数字、下划线和短横", "code takes letters, digits, _ and -")));
        }
        Problem.ifAny(errors);
        return item;
    }

    /** The same for a version of a known item, whose code stays. */
    public ItemVersion read(String text, String field, String code) {
        ItemVersion item = read(text, field);
        if (!item.code().equals(code)) {
            throw Problem.invalid(field, "code 不能改", "The code cannot be changed");
        }
        return item;
    }

    /** All of a file on the class path. */
    static String content(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    <T> T read(String text, Class<T> type, String field) {
        if (text.length() > LONGEST) {
            throw Problem.invalid(field, "太长，最多 40 万字", "Too long: at most 400,000 characters");
        }
        if (text.isBlank()) {
            throw Problem.invalid(field, "没有内容", "There is nothing in it");
        }
        try {
            T value = MAPPER.readValue(text, type);
            if (value == null) {
                throw Problem.invalid(field, "没有内容", "There is nothing in it");
            }
            return value;
        } catch (JacksonException e) {
            Text fault = TextFault.of(e, text);
            throw Problem.invalid(field, fault.zh(), fault.en());
        }
    }
}
