package org.yichuang.journal.domain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.Temporal;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * JSON in one form only, so that equal values have equal hashes (after RFC 8785): keys in the order of their UTF-16 units,
 * no white space, only the escapes that must be. Numbers stay exact: plain decimals without trailing zeros, where the RFC
 * would round to a double.
 */
public final class CanonicalJson {
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out;

    CanonicalJson(StringBuilder out) {
        this.out = out;
    }

    public static String of(@Nullable Object value) {
        StringBuilder out = new StringBuilder();
        new CanonicalJson(out).write(value);
        return out.toString();
    }

    CanonicalJson write(@Nullable Object value) {
        switch (value) {
            case null -> out.append("null");
            case Boolean flag -> out.append(flag);
            case Number number -> out.append(number(number));
            case CharSequence text -> string(text.toString());
            case Enum<?> constant -> string(constant.name());
            case UUID id -> string(id.toString());
            case Temporal time -> string(time.toString());
            case Map<?, ?> object -> object(object);
            case Iterable<?> list -> list(list);
            default ->
                throw new IllegalArgumentException(
                        value.getClass().getName() + " has no canonical form: use strings, numbers, lists, maps");
        }
        return this;
    }

    private void object(Map<?, ?> object) {
        var sorted = new TreeMap<String, @Nullable Object>();
        object.forEach((key, value) -> sorted.put((String) key, value));
        out.append('{');
        String comma = "";
        for (var entry : sorted.entrySet()) {
            out.append(comma);
            string(entry.getKey());
            out.append(':');
            write(entry.getValue());
            comma = ",";
        }
        out.append('}');
    }

    private void list(Iterable<?> list) {
        out.append('[');
        String comma = "";
        for (Object value : list) {
            out.append(comma);
            write(value);
            comma = ",";
        }
        out.append(']');
    }

    private static String number(Number number) {
        BigDecimal exact = switch (number) {
            case BigDecimal decimal -> decimal;
            case BigInteger integer -> new BigDecimal(integer);
            case Double real -> BigDecimal.valueOf(real); // refuses NaN and the infinities
            case Float real -> new BigDecimal(real.toString());
            default -> BigDecimal.valueOf(number.longValue());
        };
        return exact.signum() == 0 ? "0" : exact.stripTrailingZeros().toPlainString();
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                i = pair(text, i);
            } else {
                character(c);
            }
        }
        out.append('"');
    }

    private int pair(String text, int at) {
        int point = text.codePointAt(at);
        if (!Character.isSupplementaryCodePoint(point)) {
            throw new IllegalArgumentException("Half a character at " + at);
        }
        out.appendCodePoint(point);
        return at + 1;
    }

    private void character(char c) {
        switch (c) {
            case '"' -> out.append("\\\"");
            case '\\' -> out.append("\\\\");
            case '\b' -> out.append("\\b");
            case '\f' -> out.append("\\f");
            case '\n' -> out.append("\\n");
            case '\r' -> out.append("\\r");
            case '\t' -> out.append("\\t");
            default -> {
                if (c < ' ') {
                    out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
                } else {
                    out.append(c);
                }
            }
        }
    }
}
