package org.yichuang.catalogue.document;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.Limit;
import org.yichuang.catalogue.Condition;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.document.FormElement.Kind;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;
import tools.jackson.databind.JsonNode;

/** What stands in the form of an item, read into the item; collects everything that is wrong on the way. */
final class FieldsReading {
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,12}(\\.\\d{1,6})?");
    private static final Pattern AMOUNT = Pattern.compile("\\d{1,5}");
    private static final int MOST_LISTED = 100;

    /** What is left out where nothing was typed. */
    private static final Set<Kind> ONE_VALUE =
            Set.of(Kind.LINE, Kind.NUMBER, Kind.DECIMAL, Kind.YES, Kind.LIMIT, Kind.CONDITION);

    private final ItemFields fields;
    private final ItemText text;
    private final List<Problem.FieldError> errors = new ArrayList<>();

    FieldsReading(ItemFields fields, ItemText text) {
        this.fields = fields;
        this.text = text;
    }

    /**
     * @param shown the elements that are read; all others are those of the base
     * @param code of a known item; null: it stands among the fields
     */
    ItemVersion item(ItemVersion base, List<FormElement> shown, @Nullable String code) {
        JsonNode rest = text.tree(base);
        var document = new LinkedHashMap<String, Object>();
        for (FormElement element : FormElement.all()) {
            boolean known = element.name().equals("code") && code != null;
            Object value = known
                    ? code
                    : shown.contains(element)
                            ? value(element, element.name(), element.label())
                            : rest.get(element.name());
            if (value != null) {
                document.put(element.name(), value);
            }
        }
        if (!ItemText.CODE.matcher(fields.get("code")).matches() && code == null) {
            wrong("code", null, "短名要用字母、数字、下划线和短横", "The short name takes letters, digits, _ and -");
        }
        Problem.ifAny(errors, MOST_LISTED);
        ItemVersion item = text.read(text.written(document), ItemVersion.class, "part-1");
        Complete.missing(item).forEach(path -> wrong(path, null, "还没有填 " + path, path + " is missing"));
        Problem.ifAny(errors, MOST_LISTED);
        return item;
    }

    private @Nullable Object value(FormElement element, String path, Text label) {
        if (!element.many()) {
            return one(element, path, label);
        }
        List<Object> rows = new ArrayList<>();
        int count = fields.rows(path);
        for (int i = 0; i < count; i++) {
            Text numbered = Text.of(label.zh() + " " + (i + 1), label.en() + " " + (i + 1));
            Object row = one(element, ItemFields.row(path, i), numbered);
            if (row != null) {
                rows.add(row);
            }
        }
        if (rows.isEmpty()) {
            return null;
        }
        return element.of().getType() == Map.class ? sources(rows, path, label) : rows;
    }

    /** Each element once, with how well it is evidenced. */
    private Map<Object, Object> sources(List<Object> rows, String path, Text label) {
        var sources = new LinkedHashMap<Object, Object>();
        for (int i = 0; i < rows.size(); i++) {
            String at = ItemFields.row(path, i) + ".element";
            Map<?, ?> row = (Map<?, ?>) rows.get(i);
            Object element = row.get("element");
            Object evidence = row.get("evidence");
            if (element == null) {
                missing(at, label);
            } else if (sources.containsKey(element)) {
                wrong(at, label, "这一项已经有一行", "There is a row for it already");
            } else if (evidence != null) {
                sources.put(element, evidence);
            }
        }
        return sources;
    }

    private @Nullable Object one(FormElement element, String path, Text label) {
        boolean sent = switch (element.kind()) {
            case PARTS -> element.many() || fields.sentWithin(path);
            case TEXT -> fields.sent(path + ".zh") && fields.sent(path + ".en");
            default -> fields.sent(path);
        };
        if (!sent) {
            return wrong(path, label, "这一项没有送到，请重新打开这一页", "This did not arrive; open the page again");
        }
        String typed = fields.get(path);
        if (typed.isEmpty() && ONE_VALUE.contains(element.kind())) {
            return null;
        }
        return switch (element.kind()) {
            case PARTS -> element.many() || !fields.nothing(element, path) ? parts(element, path, label) : null;
            case TEXT -> text(path, label);
            case LIMIT -> limit(typed, path, label);
            case CONDITION -> condition(path, label);
            case NUMBER ->
                WHOLE.matcher(typed).matches()
                        ? Integer.valueOf(typed)
                        : wrong(path, label, "要写整数，最多九位", "A whole number of at most nine digits");
            case DECIMAL ->
                DECIMAL.matcher(typed).matches()
                        ? new BigDecimal(typed)
                        : wrong(path, label, "要写数，可以带小数点：2.5", "A number, with a point for decimals: 2.5");
            case YES -> typed.equals("true") ? Boolean.TRUE : wrong(path, label, "只能勾选", "It can only be ticked");
            case ONE -> typed.isEmpty() && element.optional() ? null : picked(element, typed, path, label);
            case ANY, RANKED ->
                fields.lines(path).stream()
                        .distinct()
                        .filter(line -> element.choices().isEmpty() || chosen(element, line, path, label) != null)
                        .toList();
            case LINES -> fields.lines(path);
            case LINE -> typed;
        };
    }

    private Map<String, Object> parts(FormElement element, String path, Text label) {
        var parts = new LinkedHashMap<String, Object>();
        for (FormElement part : element.parts()) {
            int before = errors.size();
            String at = path + "." + part.name();
            Text name = Text.of(
                    label.zh() + " · " + part.label().zh(),
                    label.en() + " · " + part.label().en());
            Object value = value(part, at, name);
            if (value != null) {
                parts.put(part.name(), value);
            } else if (errors.size() == before && needed(part)) {
                missing(at, name);
            }
        }
        return parts;
    }

    /** What the item's text could not be read without. */
    private boolean needed(FormElement part) {
        boolean defaults = part.of().getType() == String.class
                || part.of().getType() == boolean.class
                || List.class.isAssignableFrom(part.of().getType());
        return !part.optional() && !defaults;
    }

    private @Nullable Object text(String path, Text label) {
        Text said = Text.of(fields.get(path + ".zh"), fields.get(path + ".en"));
        if (said.zh().isEmpty() && said.en().isEmpty()) {
            return null;
        }
        String written = Shorthand.write(said);
        return Shorthand.text(written).equals(said)
                ? written
                : wrong(path, label, "不能有两边带空格的竖线", "A bar with spaces beside it cannot stand here");
    }

    private @Nullable Object limit(String amount, String path, Text label) {
        if (!AMOUNT.matcher(amount).matches()) {
            return wrong(path, label, "要写整数，当场办结写 0", "A whole number; 0 for on the spot");
        }
        for (Limit.Unit unit : Limit.Unit.values()) {
            if (unit.name().equals(fields.get(path + ".unit"))) {
                return Shorthand.write(new Limit(Integer.parseInt(amount), unit));
            }
        }
        return wrong(path, label, "没有选单位", "The unit is not chosen");
    }

    private @Nullable Object condition(String path, Text label) {
        try {
            List<Condition> said =
                    fields.lines(path).stream().map(Shorthand::condition).toList();
            String field = said.getLast().field();
            return Shorthand.write(new Condition(
                    field,
                    said.stream()
                            .filter(one -> one.field().equals(field))
                            .flatMap(one -> one.is().stream())
                            .distinct()
                            .toList()));
        } catch (IllegalArgumentException e) {
            return wrong(
                    path,
                    label,
                    "要从列表里选，或写成：栏目的短名 = 值, 值",
                    "Pick one from the list, or write: key of a field = value, value");
        }
    }

    private @Nullable Object picked(FormElement element, String typed, String path, Text label) {
        return typed.isEmpty() ? missing(path, label) : chosen(element, typed, path, label);
    }

    private @Nullable Object chosen(FormElement element, String value, String path, Text label) {
        return element.choices().stream().anyMatch(choice -> choice.value().equals(value))
                ? value
                : wrong(path, label, "没有这个选项", "There is no such choice");
    }

    private @Nullable Object missing(String path, Text label) {
        return wrong(path, label, "还没有填", "This is missing");
    }

    private @Nullable Object wrong(String path, @Nullable Text label, String zh, String en) {
        errors.add(new Problem.FieldError(path, Text.of(zh, en), label));
        return null;
    }
}
