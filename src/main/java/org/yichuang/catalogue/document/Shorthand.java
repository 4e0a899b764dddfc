package org.yichuang.catalogue.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yichuang.calendar.Limit;
import org.yichuang.catalogue.Condition;
import org.yichuang.shared.Text;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * How an item's text writes what stands in it a hundred times: a text in both languages as {@code 营业执照 | Business
 * licence}, a limit as {@code 5 working days} or {@code on the spot}, a condition as {@code water = own, both}.
 */
final class Shorthand {
    private static final Pattern LIMIT = Pattern.compile("(\\d{1,5}) (working day|calendar day|working hour|hour)s?");
    private static final Pattern CONDITION = Pattern.compile("([a-z][a-z0-9_]*) *= *(.+)");
    private static final String BETWEEN = " | ";

    /** How limits are written, for who writes one. */
    static final String LIMITS = "5 working days, 20 calendar days, 8 working hours, 24 hours, on the spot";

    private Shorthand() {}

    static SimpleModule module() {
        return new SimpleModule("shorthand")
                .addSerializer(new Out<>(Text.class, Shorthand::write))
                .addDeserializer(Text.class, new In<>(Text.class, Shorthand::text))
                .addSerializer(new Out<>(Limit.class, Shorthand::write))
                .addDeserializer(Limit.class, new In<>(Limit.class, Shorthand::limit))
                .addSerializer(new Out<>(Condition.class, Shorthand::write))
                .addDeserializer(Condition.class, new In<>(Condition.class, Shorthand::condition));
    }

    static Text text(String line) {
        int cut = line.indexOf(BETWEEN);
        return cut < 0
                ? Text.same(line.strip())
                : Text.of(
                        line.substring(0, cut).strip(),
                        line.substring(cut + BETWEEN.length()).strip());
    }

    static String write(Text text) {
        return text.zh().equals(text.en()) ? text.zh() : text.zh() + BETWEEN + text.en();
    }

    static Limit limit(String line) {
        if (line.strip().equals("on the spot")) {
            return Limit.workingDays(0);
        }
        Matcher matcher = LIMIT.matcher(line.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(LIMITS);
        }
        String unit = matcher.group(2).toUpperCase(Locale.ROOT).replace(' ', '_');
        return new Limit(Integer.parseInt(matcher.group(1)), Limit.Unit.valueOf(unit));
    }

    static String write(Limit limit) {
        return limit.text().en();
    }

    static Condition condition(String line) {
        Matcher matcher = CONDITION.matcher(line.strip());
        if (!matcher.matches()) {
            throw new IllegalArgumentException("field = value, value");
        }
        List<String> values = new ArrayList<>();
        for (String value : matcher.group(2).split(",", -1)) {
            values.add(value.strip());
        }
        return new Condition(matcher.group(1), values);
    }

    static String write(Condition condition) {
        return condition.field() + " = " + String.join(", ", condition.is());
    }

    /** Where a reading cannot make a value of a line, its {@link IllegalArgumentException} says what was expected. */
    private static final class In<T> extends StdDeserializer<T> {
        private final Function<String, T> reading;

        private In(Class<T> type, Function<String, T> reading) {
            super(type);
            this.reading = reading;
        }

        @Override
        public T deserialize(JsonParser parser, DeserializationContext context) {
            String line = parser.getValueAsString();
            if (line == null) {
                return context.reportInputMismatch(this, "one line of text is expected");
            }
            try {
                return reading.apply(line);
            } catch (IllegalArgumentException e) {
                return context.reportInputMismatch(this, "expected: %s", e.getMessage());
            }
        }
    }

    private static final class Out<T> extends StdSerializer<T> {
        private final Function<T, String> writing;

        private Out(Class<T> type, Function<T, String> writing) {
            super(type);
            this.writing = writing;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializationContext context) {
            out.writeString(writing.apply(value));
        }

        @Override
        public boolean isEmpty(SerializationContext context, T value) {
            return writing.apply(value).isEmpty();
        }
    }
}
