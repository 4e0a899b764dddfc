package org.yichuang.input;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yichuang.support.Api;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A body that would be right, made wrong in every way that a body can be. */
final class Spoilt {
    private static final String JSON = "application/json";
    private static final Pattern CODED =
            Pattern.compile("[A-Z][A-Z_]+|\\d{4}-\\d{2}-\\d{2}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    /** What PostgreSQL refuses, what is no character, what no field is long enough for. */
    private static final List<String> NO_TEXTS = List.of(
            "\"\\u0000\"", "\"a\\u0000b\"", "\"a\\ud800b\"", '"' + "长".repeat(100_000) + '"', "{\"a\":1}", "[[1]]");

    private static final List<String> NO_CODES = List.of("0", "7", "99999", "true", "\"\"", "\"nonsense\"", "1.5");
    private static final List<String> NO_DAYS = List.of(
            "\"99999-01-01\"",
            "\"+99999-12-31\"",
            "\"+999999999-12-31\"",
            "\"-999999999-01-01\"",
            "\"2026-02-30\"",
            "\"2026-13-01\"",
            "\"0000-00-00\"",
            "\"-0044-03-15\"",
            "\"2026-10-20T10:00\"",
            "20746");
    private static final List<String> NO_NUMBERS =
            List.of("\"x\"", "\"\"", "1.5", "-1", "-2147483648", "2147483648", "1e400", "true", "{}", "[1]");

    private Spoilt() {}

    /** @param field what is wrong; null: the body as a whole */
    record Body(
            String what, @Nullable String field, @Nullable String type, byte[] bytes) {}

    static List<Body> all(ObjectNode right, Set<String> optional) {
        List<Body> all = new ArrayList<>(whole(right));
        new Walk(right, optional, all).object(right, "");
        return all;
    }

    private static List<Body> whole(ObjectNode right) {
        byte[] good = Api.bytes(right);
        List<Body> all = new ArrayList<>();
        for (String text : List.of("", "{", "version=1", "null", "[]", "\"x\"", "5", "[".repeat(5000))) {
            all.add(new Body("body " + shortened(text), null, JSON, text.getBytes(StandardCharsets.UTF_8)));
        }
        all.add(new Body("something behind it", null, JSON, joined(good, "}".getBytes(StandardCharsets.UTF_8))));
        all.add(new Body("not UTF-8", null, JSON, new byte[] {'{', '"', (byte) 0xC3, '(', '"', ':', '1', '}'}));
        all.add(new Body("UTF-16", null, JSON, "{\"a\":1}".getBytes(StandardCharsets.UTF_16LE)));
        all.add(new Body(
                "oversized", null, JSON, joined(good, " ".repeat(5_000_000).getBytes(StandardCharsets.UTF_8))));
        String first = right.propertyNames().stream().findFirst().orElseThrow();
        String once = "{\"" + first + "\":" + right.get(first) + ",";
        all.add(new Body(
                "a field twice",
                null,
                JSON,
                joined(once.getBytes(StandardCharsets.UTF_8), Arrays.copyOfRange(good, 1, good.length))));
        for (String type : List.of(
                "text/plain",
                "application/yaml",
                "application/xml",
                "application/x-www-form-urlencoded",
                "nonsense",
                "*/*",
                "application/*")) {
            all.add(new Body("as " + type, null, type, good));
        }
        all.add(new Body("without a type", null, null, good));
        return all;
    }

    private static byte[] joined(byte[] one, byte[] two) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(one);
        out.writeBytes(two);
        return out.toByteArray();
    }

    private static String shortened(String text) {
        return text.length() < 40 ? text : text.substring(0, 40) + "…";
    }

    /** Spoils each place of the tree in turn and mends it again. */
    private record Walk(ObjectNode root, Set<String> optional, List<Body> all) {
        void object(ObjectNode at, String path) {
            at.put("nonsense", 1);
            add("unknown", path + "nonsense");
            at.remove("nonsense");
            for (String name : List.copyOf(at.propertyNames())) {
                property(at, name, path + name);
            }
        }

        private void property(ObjectNode at, String name, String field) {
            JsonNode right = at.get(name);
            boolean answer = field.contains("answers.");
            if (!optional.contains(field) && !answer) {
                at.putNull(name);
                add("null", field);
                at.remove(name);
                add("missing", field);
            }
            for (String wrong : wrong(right, field, optional.contains(field))) {
                at.set(name, Api.JSON.readTree(wrong));
                add(shortened(wrong), field);
            }
            at.set(name, right);
            if (right instanceof ObjectNode object) {
                object(object, field + ".");
            } else if (right instanceof ArrayNode array) {
                elements(array, field);
            }
        }

        private void elements(ArrayNode array, String field) {
            if (array.isEmpty()) {
                return;
            }
            JsonNode right = array.get(0);
            for (String wrong : wrong(right, field, false)) {
                array.set(0, Api.JSON.readTree(wrong));
                add(shortened(wrong), field);
            }
            array.set(0, right);
            if (right instanceof ObjectNode object) {
                object(object, field + "[0].");
            }
        }

        private static List<String> wrong(JsonNode right, String field, boolean optional) {
            boolean answer = field.contains("answers.");
            if (right.isNull()) {
                return List.of("{\"a\":1}", "[[1]]");
            }
            if (right.isObject()) {
                return List.of("\"x\"", "5", "[]", "true");
            }
            if (right.isArray()) {
                return answer
                        ? List.of("{}", "[{}]", many("\"x\""))
                        : List.of("{}", "\"x\"", "5", "[null]", many("{}"));
            }
            if (right.isNumber()) {
                return field.equals("version") ? with(NO_NUMBERS, "0") : NO_NUMBERS;
            }
            var wrong = new ArrayList<>(NO_TEXTS);
            if (right.isString() && CODED.matcher(right.asString()).matches() && !answer) {
                wrong.addAll(NO_CODES);
            }
            if (right.isString() && DAY.matcher(right.asString()).matches() && !answer) {
                wrong.addAll(NO_DAYS);
            }
            wrong.removeIf(value -> optional && value.equals("\"\""));
            // a limit may be asked for to the minute
            wrong.removeIf(value -> field.startsWith("pauses") && value.contains("T10:00"));
            return wrong;
        }

        private static List<String> with(List<String> some, String more) {
            var all = new ArrayList<>(some);
            all.add(more);
            return all;
        }

        private static String many(String one) {
            return "[" + (one + ",").repeat(10_000) + one + "]";
        }

        private void add(String what, String field) {
            all.add(new Body(field + ": " + what, field, JSON, Api.bytes(root)));
        }
    }
}
