package org.yichuang.catalogue.document;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.Limit;
import org.yichuang.catalogue.Condition;
import org.yichuang.catalogue.ItemType;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.document.FormElement.Choice;
import org.yichuang.catalogue.document.FormElement.Kind;
import org.yichuang.catalogue.document.FormElement.Sourced;
import org.yichuang.network.Tier;
import org.yichuang.shared.Lang;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

/**
 * What stands in the form of an item, by path: {@code materials[2].name.zh}. Each row has an entry of its own, {@code
 * materials[2]}, so that an empty one counts too; so has a list that is all of its element, {@code form.sections}.
 */
public final class ItemFields {
    static final Pattern INDEX = Pattern.compile("\\[\\d+]");

    /** Far more than any item has; what the form sends stays below what the server takes. */
    private static final int MOST = 5000;

    /** A draft of which nothing is known: what its fields say is said by nobody. */
    public static final ItemFields BLANK =
            of(ItemVersion.blank("", Text.same(""), ItemType.PUBLIC_SERVICE, "", List.of(Tier.DISTRICT)));

    private final Map<String, String> typed;

    ItemFields(Map<String, String> typed) {
        this.typed = Collections.unmodifiableMap(typed);
    }

    public static ItemFields of(ItemVersion item) {
        var typed = new LinkedHashMap<String, String>();
        FormElement.all().forEach(element -> fill(element, element.name(), Complete.read(item, element.of()), typed));
        return new ItemFields(typed);
    }

    /**
     * As a form sent them; of what is sent several times each stands on a line.
     *
     * @throws Problem 422 when there are more than any item has
     */
    public static ItemFields sent(Map<String, List<String>> parameters) {
        if (parameters.size() > MOST) {
            throw Problem.invalid(
                    "part-1",
                    "表里最多 " + MOST + " 个空，更多的请在全部内容（YAML）里写",
                    "The form holds at most " + MOST + " fields; write more in the whole content (YAML)");
        }
        var typed = new LinkedHashMap<String, String>();
        parameters.forEach((path, values) ->
                typed.put(path, String.join("\n", values).replace("\r\n", "\n").strip()));
        return new ItemFields(typed);
    }

    private static void fill(FormElement element, String path, @Nullable Object value, Map<String, String> typed) {
        if (element.many()) {
            List<?> rows =
                    value instanceof Map<?, ?> map ? Sourced.of(map) : value == null ? List.of() : (List<?>) value;
            for (int i = 0; i < rows.size(); i++) {
                typed.put(row(path, i), "");
                fillOne(element, row(path, i), rows.get(i), typed);
            }
        } else {
            fillOne(element, path, value, typed);
        }
    }

    private static void fillOne(FormElement element, String path, @Nullable Object value, Map<String, String> typed) {
        if (element.kind() == Kind.PARTS) {
            if (element.oneList()) {
                typed.put(path + "." + element.parts().getFirst().name(), "");
            }
            for (FormElement part : element.parts()) {
                Object inside = value == null ? null : Complete.read((Record) value, part.of());
                fill(part, path + "." + part.name(), inside, typed);
            }
        } else if (element.kind() == Kind.TEXT) {
            typed.put(path + ".zh", value == null ? "" : ((Text) value).zh());
            typed.put(path + ".en", value == null ? "" : ((Text) value).en());
        } else if (value instanceof Limit limit) {
            typed.put(path, String.valueOf(limit.amount()));
            typed.put(path + ".unit", limit.unit().name());
        } else {
            typed.put(path, value == null ? "" : cell(value));
        }
    }

    private static String cell(Object value) {
        return switch (value) {
            case Boolean yes -> yes ? "true" : "";
            case BigDecimal number -> number.toPlainString();
            case Condition condition -> Shorthand.write(condition);
            case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining("\n"));
            default -> value.toString();
        };
    }

    static String row(String path, int number) {
        return path + "[" + number + "]";
    }

    Map<String, String> typed() {
        return typed;
    }

    public String get(String path) {
        return typed.getOrDefault(path, "");
    }

    boolean sent(String path) {
        return typed.containsKey(path);
    }

    /** Something of what consists of fields. */
    boolean sentWithin(String path) {
        return typed.keySet().stream().anyMatch(sent -> sent.startsWith(path + "."));
    }

    public List<String> lines(String path) {
        return get(path)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
    }

    public int rows(String path) {
        int rows = 0;
        while (typed.containsKey(row(path, rows))) {
            rows++;
        }
        return rows;
    }

    /** What tells a row from the others: every text that it has to have. */
    public String title(FormElement element, String row, Lang lang) {
        return element.parts().stream()
                .filter(part -> part.kind() == Kind.TEXT && !part.many() && !part.optional())
                .map(part -> row + "." + part.name())
                .map(path -> Text.of(get(path + ".zh"), get(path + ".en")).in(lang))
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** What a button beside the rows does, and where one goes on from there. */
    public record Moved(ItemFields fields, String focus) {}

    /**
     * @param act {@code add:materials}, {@code remove:materials[2]}, {@code up:materials[2]}; {@code
     *     to:form.sections[0].questions[2]} goes where the field of that name says, and asks where while there is none;
     *     {@code show:materials[2].when} moves nothing, but offers every value of the field that is typed there
     */
    public Moved move(String act) {
        return RowMoves.move(this, act);
    }

    /** The same with these rows of a list, in this order. */
    ItemFields ordered(String list, List<Integer> rows) {
        var moved = new LinkedHashMap<>(typed);
        moved.keySet().removeIf(path -> path.startsWith(list + "["));
        for (int to = 0; to < rows.size(); to++) {
            String from = row(list, rows.get(to));
            String now = row(list, to);
            copy(from, now, moved);
        }
        return new ItemFields(moved);
    }

    /** All that stands in one row, as another. */
    void copy(String from, String row, Map<String, String> to) {
        to.put(row, "");
        typed.forEach((path, value) -> {
            if (path.startsWith(from + ".")) {
                to.put(row + path.substring(from.length()), value);
            }
        });
    }

    /** The same without rows in which nothing stands. */
    public ItemFields compact() {
        ItemFields left = this;
        for (FormElement element : FormElement.all()) {
            left = left.compact(element, element.name());
        }
        return left;
    }

    private ItemFields compact(FormElement element, String path) {
        if (!element.many()) {
            return compact(element.parts(), path);
        }
        List<Integer> kept = IntStream.range(0, rows(path))
                .filter(i -> !nothing(element, row(path, i)))
                .boxed()
                .toList();
        ItemFields left = kept.size() == rows(path) ? this : ordered(path, kept);
        for (int i = 0; i < kept.size(); i++) {
            left = left.compact(element.parts(), row(path, i));
        }
        return left;
    }

    private ItemFields compact(List<FormElement> parts, String path) {
        ItemFields left = this;
        for (FormElement part : parts) {
            left = left.compact(part, path + "." + part.name());
        }
        return left;
    }

    private boolean empty(FormElement element, String path) {
        return element.many()
                ? IntStream.range(0, rows(path)).allMatch(i -> nothing(element, row(path, i)))
                : nothing(element, path);
    }

    /** Nothing was typed, ticked or picked there, or only what a blank draft says. */
    boolean nothing(FormElement element, String path) {
        return switch (element.kind()) {
            case PARTS ->
                element.parts().stream()
                        .allMatch(part -> (element.optional() && part.kind() == Kind.ONE)
                                || empty(part, path + "." + part.name()));
            case TEXT -> get(path + ".zh").isEmpty() && get(path + ".en").isEmpty();
            default -> get(path).isEmpty() || get(path).equals(BLANK.typed.get(path));
        };
    }

    /**
     * The item that these fields describe, read as its text is; of what is not shown that of the base.
     *
     * @throws Problem 422 that names every field that is wrong
     */
    public ItemVersion read(ItemVersion base, List<FormElement> shown, ItemText text) {
        return new FieldsReading(this, text).item(base, shown, base.code());
    }

    /** The same of a new item, whose code stands among the fields. */
    public ItemVersion readNew(ItemVersion sample, List<FormElement> shown, ItemText text) {
        return new FieldsReading(this, text).item(sample, shown, null);
    }

    /** The same, and beside it what the item has that is not shown. */
    public ItemFields beside(ItemVersion base, List<FormElement> shown) {
        var all = new LinkedHashMap<>(of(base).typed);
        all.keySet().removeIf(path -> shown.stream().anyMatch(element -> within(path, element.name())));
        all.putAll(typed);
        return new ItemFields(all);
    }

    static boolean within(String path, String element) {
        return path.startsWith(element)
                && (path.length() == element.length() || ".[".indexOf(path.charAt(element.length())) >= 0);
    }

    /**
     * The same with a key in each row of the form and of the steps in which something stands, but no key.
     *
     * @param versions of the item; what one of them called something is not the name of something else, because
     *     answers go from one version to the next by key
     */
    public ItemFields named(List<ItemVersion> versions) {
        return MadeUpKeys.in(this, versions);
    }

    /** What a path is in every row: {@code procedure.steps[].after}. */
    public static String everywhere(String path) {
        return INDEX.matcher(path).replaceAll("[]");
    }

    /** What can be picked there, what was picked first and in its order; what nobody knows is kept. */
    public List<Choice> choices(String path, List<Choice> known) {
        List<String> picked = lines(path);
        String itself = get(path.substring(0, path.lastIndexOf('.') + 1) + "key");
        return Stream.concat(
                        Choice.picked(picked, known),
                        known.stream()
                                .filter(choice -> !picked.contains(choice.value()))
                                .filter(choice -> !choice.value().equals(itself) || itself.isEmpty()))
                .toList();
    }
}
