package org.yichuang.catalogue.document;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.yichuang.catalogue.FieldType;
import org.yichuang.catalogue.document.FormElement.Choice;
import org.yichuang.shared.Lang;
import org.yichuang.shared.Text;

/** What in the form of an item can be named elsewhere in it, as it stands now: fields of the form, answers, steps. */
public record ItemReferences(ItemFields fields) {
    private static final Set<String> COUNTED = Set.of(FieldType.NUMBER.name(), FieldType.DATE.name());
    private static final Set<String> PRINTED = Stream.of(FieldType.values())
            .filter(type -> !type.personal())
            .map(FieldType::name)
            .collect(Collectors.toSet());
    private static final Set<String> NO_FACT = Set.of("code", "evidence");
    private static final List<Choice> YES_NO =
            List.of(new Choice("yes", Text.of("是", "yes")), new Choice("no", Text.of("否", "no")));

    /** What of the form and the steps can be named elsewhere in the item, by where it is. */
    public Map<String, List<Choice>> byPlace() {
        List<Choice> counted = fieldsOf(COUNTED::contains);
        List<Choice> elements = FormElement.all().stream()
                .filter(element -> !NO_FACT.contains(element.name()))
                .map(element -> new Choice(element.name(), element.label()))
                .toList();
        return Map.of(
                RowMoves.TO + "form.sections[].questions",
                places(each("form.sections")),
                RowMoves.TO + "form.sections[].questions[].fields",
                places(questions()),
                "evidence[].element",
                elements,
                "outcome.holder",
                fieldsOf(FieldType.TEXT.name()::equals),
                "outcome.prints[].of",
                fieldsOf(PRINTED::contains),
                "form.sections[].questions[].fields[].atMost",
                counted,
                "form.sections[].questions[].fields[].atLeast",
                counted,
                "procedure.steps[].after",
                keyed(each("procedure.steps"), "name"));
    }

    private List<Choice> places(Stream<String> rows) {
        var places = new ItemPlaces(fields);
        return rows.map(row -> new Choice(row, Text.of(places.called(row, Lang.ZH), places.called(row, Lang.EN))))
                .toList();
    }

    private List<Choice> fieldsOf(Predicate<String> type) {
        return keyed(formFields().filter(row -> type.test(fields.get(row + ".type"))), "label");
    }

    /** What a condition can say: {@code water = own}, 用水：自己取水. */
    public List<Choice> conditions() {
        return formFields().flatMap(this::conditions).toList();
    }

    private Stream<Choice> conditions(String row) {
        String key = fields.get(row + ".key");
        Text label = said(row, "label");
        Stream<Choice> answers = fields.get(row + ".type").equals(FieldType.YES_NO.name())
                ? YES_NO.stream()
                : each(row + ".options")
                        .map(option -> new Choice(fields.get(option + ".value"), said(option, "label")));
        return answers.filter(answer -> !answer.value().isEmpty() && !key.isEmpty())
                .map(answer -> new Choice(
                        key + " = " + answer.value(),
                        Text.of(
                                label.zh() + "：" + answer.name().zh(),
                                label.en() + ": " + answer.name().en())));
    }

    /** A condition as people say it; empty when it says nothing that can be answered. */
    public static String inWords(String condition, List<Choice> conditions, Lang lang) {
        return values(condition).stream()
                .flatMap(
                        one -> conditions.stream().filter(known -> known.value().equals(one)))
                .map(known -> known.name().in(lang))
                .collect(Collectors.joining(lang == Lang.EN ? " or " : " 或 "));
    }

    /** Each value of a condition by itself: water = own, water = both. Of several fields the last one counts. */
    public static List<String> values(String condition) {
        List<String> each = condition
                .lines()
                .map(line -> line.split("=", 2))
                .filter(sides -> sides.length == 2)
                .flatMap(sides -> Stream.of(sides[1].split(",")).map(value -> sides[0].strip() + " = " + value.strip()))
                .distinct()
                .toList();
        return each.stream()
                .filter(value -> field(value).equals(field(each.getLast())))
                .toList();
    }

    private static String field(String value) {
        return value.substring(0, value.indexOf(" = "));
    }

    /** What the field of a condition can be answered with, what the condition says first; empty: no known field. */
    public static List<Choice> answers(String condition, List<Choice> conditions) {
        List<String> said = values(condition);
        List<Choice> known = conditions.stream()
                .filter(one -> !said.isEmpty() && field(one.value()).equals(field(said.getFirst())))
                .toList();
        if (known.isEmpty()) {
            return List.of();
        }
        return Stream.concat(Choice.picked(said, known), known.stream().filter(one -> !said.contains(one.value())))
                .toList();
    }

    private Stream<String> formFields() {
        return questions().flatMap(question -> each(question + ".fields"));
    }

    private Stream<String> questions() {
        return each("form.sections").flatMap(section -> each(section + ".questions"));
    }

    private Stream<String> each(String list) {
        return IntStream.range(0, fields.rows(list)).mapToObj(i -> ItemFields.row(list, i));
    }

    private List<Choice> keyed(Stream<String> rows, String name) {
        return rows.map(row -> new Choice(fields.get(row + ".key"), said(row, name)))
                .filter(choice -> !choice.value().isEmpty())
                .toList();
    }

    /** What is said there, in the other language or by its key where one is wanting. */
    private Text said(String row, String name) {
        String zh = fields.get(row + "." + name + ".zh");
        String en = fields.get(row + "." + name + ".en");
        String other = zh.isEmpty() ? fields.get(row + ".key") + fields.get(row + ".value") : zh;
        return Text.of(other, en.isEmpty() ? other : en);
    }
}
