package org.yichuang.catalogue.document;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.Limit;
import org.yichuang.catalogue.Condition;
import org.yichuang.catalogue.Evidence;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.shared.Text;

/**
 * An element of an item as a form shows it, read off the records themselves.
 *
 * @param many it stands in rows, which can be added and removed
 * @param optional it may be left out as a whole
 * @param choices what can be picked, of {@link Kind#ONE}, {@link Kind#ANY} and {@link Kind#RANKED}; the units of a
 *     {@link Kind#LIMIT}
 * @param parts what it consists of, of {@link Kind#PARTS}
 */
public record FormElement(
        String name,
        Text label,
        Text hint,
        Kind kind,
        boolean many,
        boolean optional,
        List<Choice> choices,
        List<FormElement> parts,
        RecordComponent of) {
    /** How it is filled in. */
    public enum Kind {
        /** In both languages: {@code .zh} and {@code .en} behind its path. */
        TEXT,
        LINE,
        /** One entry a line, or any of what is known. */
        LINES,
        NUMBER,
        /** With decimals. */
        DECIMAL,
        /** {@code true} or nothing. */
        YES,
        ONE,
        ANY,
        /** Some of the choices, or of what is known, in an order that counts. */
        RANKED,
        /** A number, with its unit under {@code .unit}. */
        LIMIT,
        CONDITION,
        PARTS
    }

    /** What can be picked: the value that is sent, and its name. */
    public record Choice(String value, Text name) {
        /** What was picked, in its order, each as it is known or else as it stands. */
        static Stream<Choice> picked(List<String> values, List<Choice> known) {
            return values.stream()
                    .map(value -> known.stream()
                            .filter(choice -> choice.value.equals(value))
                            .findFirst()
                            .orElseGet(() -> new Choice(value, Text.same(value))));
        }
    }

    /** What belongs together on a page. */
    public record Part(Text title, List<FormElement> elements) {}

    /**
     * What is edited, and saved, at a time.
     *
     * @param key behind {@code /fields/} in its address; empty: the one that is opened first
     */
    public record Page(String key, Text title, List<Part> parts) {
        public List<FormElement> elements() {
            return parts.stream().flatMap(part -> part.elements().stream()).toList();
        }

        /** @param key null: the first page */
        public static Page of(@Nullable String key) {
            return PAGES.stream()
                    .filter(page -> page.key().equals(key))
                    .findFirst()
                    .orElse(PAGES.getFirst());
        }

        /** The one that has this field. */
        public static Page with(String path) {
            String name = path.split("[.\\[]", 2)[0];
            return PAGES.stream()
                    .filter(page -> page.elements().stream()
                            .anyMatch(element -> element.name().equals(name)))
                    .findFirst()
                    .orElse(PAGES.getFirst());
        }

        /** What stands behind the address of a version. */
        public String address() {
            return "/fields" + (key.isEmpty() ? "" : "/" + key);
        }
    }

    /** How well an element is evidenced: a row of what the item keeps as a map. */
    record Sourced(String element, Evidence evidence) {
        /** In the order of the elements: a map that comes from the database is in none that anybody gave it. */
        static List<Sourced> of(Map<?, ?> evidence) {
            List<String> order = ALL.stream().map(FormElement::name).toList();
            return evidence.entrySet().stream()
                    .map(entry -> new Sourced((String) entry.getKey(), (Evidence) entry.getValue()))
                    .sorted(Comparator.comparingInt(row -> order.indexOf(row.element)))
                    .toList();
        }
    }

    /** The catalogue counts versions. */
    static final List<String> NOT_SHOWN = List.of("version");

    /** Not nullable, but the record says it itself where nobody does, or it may be empty. */
    private static final Set<String> MAY_BE_EMPTY =
            Set.of("StatutoryLimit.starts", "Outcome.holder", "Field.atMost", "Field.atLeast");

    /** The first level decides; what a row prints stands one after the other. */
    private static final Set<String> IN_ORDER = Set.of("ItemVersion.levels", "Print.of");

    private static final Map<Class<?>, Kind> KINDS = Map.of(
            Text.class, Kind.TEXT,
            Limit.class, Kind.LIMIT,
            Condition.class, Kind.CONDITION,
            boolean.class, Kind.YES,
            int.class, Kind.NUMBER,
            Integer.class, Kind.NUMBER,
            BigDecimal.class, Kind.DECIMAL);

    private static final List<FormElement> ALL = parts(ItemVersion.class);

    /** Every element that is shown, in the order of the pages. */
    public static final List<Page> PAGES = List.of(
            new Page(
                    "",
                    Text.of("事项内容", "Content"),
                    List.of(
                            part(
                                    "事项",
                                    "The item",
                                    "code",
                                    "name",
                                    "summary",
                                    "type",
                                    "officialCode",
                                    "department",
                                    "levels"),
                            part(
                                    "谁可以办",
                                    "Who can apply",
                                    "audience",
                                    "targets",
                                    "conditions",
                                    "exceptions",
                                    "quantity"),
                            part("法律依据", "Law", "legalBasis"),
                            part("时限", "Time", "statutory", "promised", "onTheSpot", "special", "deadlines"),
                            part("怎么申请，收多少钱", "How, and what it costs", "handling", "fee"),
                            part("材料", "Materials", "materials"),
                            part("办理结果", "The result", "outcome"),
                            part("常见问题", "Questions", "questions"),
                            part("怎么找到它", "How it is found", "themes", "lifeEvents", "common", "synonyms", "related"),
                            part("有多可靠", "Evidence", "evidence"))),
            new Page("form", Text.of("申请表", "Form"), List.of(part("申请表", "The applicant's form", "form"))),
            new Page(
                    "steps",
                    Text.of("办理步骤", "Steps"),
                    List.of(part("办理步骤", "The steps after acceptance", "procedure"))));

    static List<FormElement> all() {
        return ALL;
    }

    /** What consists of one list alone is shown as that list. */
    public boolean oneList() {
        return kind == Kind.PARTS && parts.size() == 1 && parts.getFirst().many();
    }

    /** Rows that stand in the order that somebody gave them. */
    public boolean inOrder() {
        return many && of.getType() != Map.class;
    }

    private static Part part(String zh, String en, String... names) {
        return new Part(
                Text.of(zh, en), Stream.of(names).map(FormElement::named).toList());
    }

    private static FormElement named(String name) {
        return ALL.stream()
                .filter(element -> element.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<FormElement> parts(Class<?> type) {
        List<FormElement> parts = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            if (type != ItemVersion.class || !NOT_SHOWN.contains(component.getName())) {
                parts.add(of(type, component));
            }
        }
        return List.copyOf(parts);
    }

    private static FormElement of(Class<?> owner, RecordComponent component) {
        boolean map = component.getType() == Map.class;
        boolean list = map || List.class.isAssignableFrom(component.getType());
        Class<?> type =
                map ? Sourced.class : list ? ItemElements.last(component.getGenericType()) : component.getType();
        String key = owner.getSimpleName() + "." + component.getName();
        Kind kind = IN_ORDER.contains(key) ? Kind.RANKED : kind(type, list);
        Text meaning = meaning(key);
        String[] zh = meaning.zh().split("；", 2);
        String[] en = meaning.en().split("; ", 2);
        return new FormElement(
                component.getName(),
                Text.of(zh[0], en[0]),
                Text.of(zh.length > 1 ? zh[1] : "", en.length > 1 ? en[1] : ""),
                kind,
                list && (kind == Kind.TEXT || kind == Kind.PARTS),
                component.getAnnotatedType().isAnnotationPresent(Nullable.class) || MAY_BE_EMPTY.contains(key),
                kind == Kind.LIMIT ? choices(Limit.Unit.class) : type.isEnum() ? choices(type) : List.of(),
                kind == Kind.PARTS ? parts(type) : List.of(),
                component);
    }

    private static Text meaning(String key) {
        return switch (key) {
            case "Sourced.element" -> Text.of("哪一项", "Which element");
            case "Sourced.evidence" -> Text.of("依据什么", "What it stands on");
            default -> ItemElements.meaning(key);
        };
    }

    private static Kind kind(Class<?> type, boolean list) {
        if (type.isEnum()) {
            return list ? Kind.ANY : Kind.ONE;
        }
        if (type == String.class) {
            return list ? Kind.LINES : Kind.LINE;
        }
        Kind own = KINDS.get(type);
        if (own == null && !type.isRecord()) {
            throw new IllegalStateException("No field for " + type);
        }
        return own == null ? Kind.PARTS : own;
    }

    private static List<Choice> choices(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> (Enum<?>) constant)
                .map(constant -> new Choice(
                        constant.name(),
                        constant instanceof Limit.Unit unit ? unit.noun(2) : ItemElements.name(constant)))
                .toList();
    }
}
