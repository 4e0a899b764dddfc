package org.yichuang.catalogue.document;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yichuang.catalogue.document.FormElement.Choice;
import org.yichuang.shared.Lang;

/** What stands beside the title of a row that is folded. */
public final class RowRemarks {
    private RowRemarks() {}

    /** What else there is to know of a row that is folded: what was picked and ticked in it, its limit and condition. */
    public static String of(
            ItemFields fields,
            FormElement element,
            String row,
            Map<String, List<Choice>> known,
            List<Choice> conditions,
            Lang lang) {
        return element.parts().stream()
                .map(part -> remark(fields, part, row + "." + part.name(), known, conditions, lang))
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private static String remark(
            ItemFields fields,
            FormElement part,
            String path,
            Map<String, List<Choice>> known,
            List<Choice> conditions,
            Lang lang) {
        String value = fields.get(path);
        return switch (part.kind()) {
            case YES -> value.equals("true") ? part.label().in(lang) : "";
            case ONE -> name(part, value, lang);
            case LIMIT -> value.isEmpty() ? "" : value + " " + name(part, fields.get(path + ".unit"), lang);
            case CONDITION -> ItemReferences.inWords(value, conditions, lang);
            case LINE, LINES, RANKED ->
                picked(fields, part, path, known.getOrDefault(ItemFields.everywhere(path), List.of()), lang);
            default -> "";
        };
    }

    private static String picked(ItemFields fields, FormElement part, String path, List<Choice> known, Lang lang) {
        List<String> names = fields.lines(path).isEmpty() || known.isEmpty()
                ? List.of()
                : fields.choices(path, known).stream()
                        .limit(fields.lines(path).size())
                        .map(choice -> choice.name().in(lang))
                        .toList();
        String said = String.join(lang == Lang.EN ? ", " : "、", names);
        return said.isEmpty() ? "" : part.label().in(lang) + (lang == Lang.EN ? ": " : "：") + said;
    }

    private static String name(FormElement element, String value, Lang lang) {
        return element.choices().stream()
                .filter(choice -> choice.value().equals(value))
                .map(choice -> choice.name().in(lang))
                .findFirst()
                .orElse("");
    }
}
