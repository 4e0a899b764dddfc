package org.yichuang.journal.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One value of a payload, as it stands there.
 *
 * @param steps the keys that lead to it, and places in lists as {@code [0]}
 */
record Leaf(List<String> steps, String value) {
    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /** All of them, in their order. What is no JSON, because somebody changed it, is one value as a whole. */
    static List<Leaf> of(String payload) {
        var leaves = new ArrayList<Leaf>();
        try {
            JsonNode all = EXACT.readTree(payload);
            if (!all.isObject() || !all.isEmpty()) {
                collect(List.of(), all, leaves);
            }
        } catch (JacksonException e) {
            leaves.add(new Leaf(List.of(), payload));
        }
        return leaves;
    }

    static Map<String, String> values(List<Leaf> leaves) {
        return leaves.stream().collect(Collectors.toMap(Leaf::path, Leaf::value, (one, same) -> one));
    }

    private static void collect(List<String> steps, JsonNode node, List<Leaf> leaves) {
        if (!node.isContainer() || node.isEmpty()) {
            leaves.add(new Leaf(steps, text(node)));
        } else if (node.isArray()) {
            for (int at = 0; at < node.size(); at++) {
                collect(and(steps, "[" + at + "]"), node.get(at), leaves);
            }
        } else {
            node.properties().forEach(one -> collect(and(steps, one.getKey()), one.getValue(), leaves));
        }
    }

    private static String text(JsonNode node) {
        if (node.isString()) {
            return node.stringValue();
        }
        return node.isNumber() ? node.decimalValue().toPlainString() : node.toString();
    }

    private static List<String> and(List<String> steps, String step) {
        return Stream.concat(steps.stream(), Stream.of(step)).toList();
    }

    static boolean place(String step) {
        return step.matches("\\[\\d{1,9}]");
    }

    /** {@code letters[0].sha256}. */
    String path() {
        return steps.stream()
                .map(step -> place(step) ? step : "." + step)
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }

    /** The last key that leads to it; blank for a payload that has none. */
    String key() {
        return steps.reversed().stream()
                .filter(step -> !place(step))
                .findFirst()
                .orElse("");
    }
}
