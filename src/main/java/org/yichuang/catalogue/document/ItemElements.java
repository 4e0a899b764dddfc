package org.yichuang.catalogue.document;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.yichuang.calendar.Limit;
import org.yichuang.catalogue.Condition;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.shared.Text;

/**
 * What an item's text can say, for who writes one: every element of {@link ItemVersion}, read off the records themselves,
 * with its meaning from {@code catalogue/elements.txt} and what may stand there.
 */
public final class ItemElements {
    private static final Text NUMBER = Text.of("数", "a number");
    private static final Map<Class<?>, Text> TAKEN = Map.of(
            Text.class, Text.of("中文 | English", "中文 | English"),
            Limit.class, Text.same(Shorthand.LIMITS),
            Condition.class, Text.same("water = own, both"),
            boolean.class, Text.same("true, false"),
            int.class, NUMBER,
            Integer.class, NUMBER,
            BigDecimal.class, NUMBER);
    private static final Map<String, Text> MEANINGS = meanings();
    private static final List<Element> ALL = walked();

    private ItemElements() {}

    /** @param path where it stands: {@code form.sections[].title}, each of a list behind {@code []} */
    public record Element(String path, Text means, Text takes) {}

    /** In the order of an item's text. */
    public static List<Element> all() {
        return ALL;
    }

    private static List<Element> walked() {
        var elements = new ArrayList<Element>();
        walk("", ItemVersion.class, elements);
        return List.copyOf(elements);
    }

    private static void walk(String prefix, Class<?> type, List<Element> elements) {
        for (RecordComponent component : type.getRecordComponents()) {
            String key = type.getSimpleName() + "." + component.getName();
            if (key.equals("ItemVersion.version")) {
                continue; // the catalogue counts
            }
            boolean many = List.class.isAssignableFrom(component.getType());
            Class<?> one = many ? last(component.getGenericType()) : component.getType();
            String path = prefix + component.getName() + (many ? "[]" : "");
            boolean parts = one.isRecord() && !shorthand(one);
            elements.add(new Element(path, meaning(key), parts ? Text.of("", "") : takes(one, component)));
            if (parts) {
                walk(path + ".", one, elements);
            }
        }
    }

    static Text meaning(String key) {
        return Objects.requireNonNull(MEANINGS.get(key), () -> "elements.txt does not say what " + key + " means");
    }

    private static boolean shorthand(Class<?> type) {
        return type == Text.class || type == Limit.class || type == Condition.class;
    }

    private static Text takes(Class<?> type, RecordComponent component) {
        if (type == Map.class) {
            Text values = constants(last(component.getGenericType()));
            return Text.of("materials: 后面写 " + values.zh(), "materials: and one of " + values.en());
        }
        return type.isEnum() ? constants(type) : TAKEN.getOrDefault(type, Text.of("文字", "a text"));
    }

    /** LICENCE 行政许可 · PAYMENT 行政给付 · … */
    private static Text constants(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> (Enum<?>) constant)
                .map(constant -> Text.of(
                        constant.name() + " " + name(constant).zh(),
                        constant.name() + " " + name(constant).en()))
                .collect(Text.joining(" · ", " · "));
    }

    static Text name(Enum<?> constant) {
        Text said = MEANINGS.get(constant.getDeclaringClass().getSimpleName() + "." + constant.name());
        if (said != null) {
            return said;
        }
        try {
            return (Text) constant.getDeclaringClass().getMethod("text").invoke(constant);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("elements.txt does not say what " + constant + " is", e);
        }
    }

    static Class<?> last(Type type) {
        Type[] of = ((ParameterizedType) type).getActualTypeArguments();
        return (Class<?>) of[of.length - 1];
    }

    private static Map<String, Text> meanings() {
        return ItemText.content(new ClassPathResource("catalogue/elements.txt"))
                .lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" = ", 2))
                .collect(Collectors.toMap(line -> line[0], line -> Shorthand.text(line[1])));
    }

    /** What an element means, by its record and its name: {@code Fee.basis}; empty for what is none. */
    public static Optional<Text> said(String element) {
        return Optional.ofNullable(MEANINGS.get(element));
    }

    /** What the list of meanings has, for the test that holds it against the records. */
    static Map<String, Text> said() {
        return MEANINGS;
    }
}
