package org.yichuang.catalogue.document;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yichuang.shared.Lang;

/** Where in the form of an item something stands that a quality rule speaks of, and what people call it. */
public record ItemPlaces(ItemFields fields) {
    private static final Pattern ROW_OF = Pattern.compile("(.+\\[\\d+])\\.(?:key|code)");

    /** The address of an element that a quality rule speaks of, behind that of the version. */
    public String address(String element) {
        String place = URLEncoder.encode(place(element), StandardCharsets.UTF_8);
        return FormElement.Page.with(element).address() + "?at=" + place + "#" + place;
    }

    /** What people call it: 申请表 · 部分 2 · 问题 3 用水. */
    public String called(String element, Lang lang) {
        List<String> said = new ArrayList<>();
        List<FormElement> among = FormElement.all();
        StringBuilder path = new StringBuilder();
        for (String step : List.of(place(element).split("\\."))) {
            String name = ItemFields.INDEX.matcher(step).replaceAll("");
            Optional<FormElement> found =
                    among.stream().filter(one -> one.name().equals(name)).findFirst();
            if (found.isEmpty()) {
                break;
            }
            path.append(path.isEmpty() ? "" : ".").append(step);
            String number = step.equals(name) ? "" : " " + (Integer.parseInt(step.replaceAll("\\D", "")) + 1);
            String title = number.isEmpty() ? "" : " " + fields.title(found.get(), path.toString(), lang);
            said.add((found.get().label().in(lang) + number + title).strip());
            among = found.get().parts();
        }
        return said.isEmpty() ? element : String.join(" · ", said);
    }

    /** Where it is in the form: {@code form.water} is a row in it. */
    String place(String element) {
        if (element.equals("form") || element.equals("procedure")) {
            return element.equals("form") ? "form.sections" : "procedure.steps";
        }
        int dot = element.indexOf('.');
        String key = element.substring(dot + 1);
        String list = dot < 0 ? "" : element.substring(0, dot);
        return fields.typed().entrySet().stream()
                .filter(entry -> entry.getValue().equals(key) && ItemFields.within(entry.getKey(), list))
                .map(entry -> ROW_OF.matcher(entry.getKey()))
                .filter(Matcher::matches)
                .map(row -> row.group(1))
                .max(Comparator.comparingInt(String::length))
                .orElse(element);
    }
}
