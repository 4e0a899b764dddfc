package org.yichuang.catalogue.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.yichuang.catalogue.Condition;
import org.yichuang.catalogue.Evidence;
import org.yichuang.catalogue.Field;
import org.yichuang.catalogue.FieldType;
import org.yichuang.catalogue.FormSpec;
import org.yichuang.catalogue.ItemType;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.Outcome;
import org.yichuang.catalogue.Procedure;
import org.yichuang.catalogue.document.FormElement.Choice;
import org.yichuang.network.Tier;
import org.yichuang.shared.Lang;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

/** An item as the fields of a form: nothing is lost on the way there and back. */
class ItemFieldsTest {
    private final ItemText text = new ItemText();
    private final ItemVersion food = DemoItems.item("food_permit");

    @Test
    void every_element_is_shown_or_said_to_be_elsewhere() {
        Stream<String> shown = FormElement.PAGES.stream()
                .flatMap(page -> page.elements().stream())
                .map(FormElement::name);

        assertThat(Stream.concat(shown, FormElement.NOT_SHOWN.stream()))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(ItemVersion.class.getRecordComponents())
                        .map(component -> component.getName())
                        .toList());
    }

    @Test
    void every_demo_item_comes_back_as_it_was() {
        assertThat(DemoItems.all())
                .isNotEmpty()
                .allSatisfy(item -> assertThat(
                                ItemFields.sent(fields(item)).compact().read(item, FormElement.all(), text))
                        .isEqualTo(item));
    }

    @Test
    void each_page_is_read_by_itself_and_leaves_the_others_as_they_are() {
        var blank = ItemVersion.blank("x", Text.same(""), ItemType.LICENCE, "", List.of(Tier.CITY));
        for (FormElement.Page page : FormElement.PAGES) {
            assertThat(Stream.concat(Stream.of(blank), DemoItems.all().stream()))
                    .allSatisfy(item -> {
                        Map<String, List<String>> sent = fields(item);
                        sent.keySet().removeIf(path -> FormElement.Page.with(path) != page);
                        assertThat(ItemFields.sent(sent)
                                        .named(List.of())
                                        .compact()
                                        .read(item, page.elements(), text))
                                .isEqualTo(item);
                    });
        }
    }

    @Test
    void a_form_and_steps_can_be_made_row_by_row_without_a_key_by_hand() {
        var blank = ItemVersion.blank("x", Text.same(""), ItemType.LICENCE, "", List.of(Tier.CITY));
        Map<String, List<String>> sent = fields(blank);
        row(sent, "form.sections[0]", Map.of("key", "", "title.zh", "店", "title.en", "Shop", "last", ""));
        String question = "form.sections[0].questions[0]";
        row(sent, question, Map.of("key", "", "title.zh", "用水", "title.en", "Water", "minutes", "2", "when", ""));
        both(sent, question, "ask", "hint", "why");
        formField(sent, question + ".fields[0]", "CHOICE", "用水");
        row(sent, question + ".fields[0].options[0]", Map.of("value", "", "label.zh", "自来水", "label.en", "Tap"));
        row(sent, question + ".fields[0].options[1]", Map.of("value", "own", "label.zh", "自取", "label.en", "Own"));
        both(sent, question + ".fields[0].options[0]", "hint", "note");
        both(sent, question + ".fields[0].options[1]", "hint", "note");
        formField(sent, question + ".fields[1]", "NUMBER", "多少吨");
        sent.put(question + ".fields[1].min", List.of("0.5"));
        sent.put(question + ".fields[1].when", List.of("field_1 = own"));
        formField(sent, question + ".fields[2]", "", "");
        step(sent, "procedure.steps[0]", "REVIEW", "");
        step(sent, "procedure.steps[1]", "DECISION", "step_1");

        ItemFields named = ItemFields.sent(sent).named(List.of());
        ItemVersion item = named.compact().read(blank, FormElement.all(), text);

        assertThat(item.form().fields()).extracting(Field::key).containsExactly("field_1", "field_2");
        assertThat(item.form().questions()).extracting(FormSpec.Question::key).containsExactly("question_1");
        Field water = item.form().field("field_1").orElseThrow();
        assertThat(water.options()).extracting(Field.Option::value).containsExactly("option_1", "own");
        Field tons = item.form().field("field_2").orElseThrow();
        assertThat(tons.min()).isEqualTo(new BigDecimal("0.5"));
        assertThat(tons.when()).isEqualTo(new Condition("field_1", List.of("own")));
        assertThat(item.procedure().steps())
                .extracting(Procedure.Step::key, Procedure.Step::after)
                .containsExactly(tuple("step_1", List.of()), tuple("step_2", List.of("step_1")));
        assertThat(named.get(question + ".fields[2].key")).isEmpty();
    }

    /** Whoever has saved an answer under a key would find it in another field. */
    @Test
    void a_key_that_a_version_of_the_item_has_is_not_made_up_for_something_else() {
        Map<String, List<String>> sent = fields(food);
        String row = "form.sections[1].questions[2].fields[0]";
        sent.put(row + ".key", List.of(""));
        sent.put(row + ".options[0].value", List.of(""));
        ItemVersion earlier = ItemFields.sent(sent).named(List.of()).compact().read(food, FormElement.all(), text);
        assertThat(earlier.form()
                        .field("field_1")
                        .orElseThrow()
                        .options()
                        .getFirst()
                        .value())
                .isEqualTo("option_1");

        ItemFields now = ItemFields.sent(sent).named(List.of(food, earlier));

        assertThat(now.get(row + ".key")).isEqualTo("field_2");
        assertThat(now.get(row + ".options[0].value")).isEqualTo("option_2");
    }

    private static void row(Map<String, List<String>> sent, String row, Map<String, String> parts) {
        sent.put(row, List.of(""));
        parts.forEach((part, value) -> sent.put(row + "." + part, List.of(value)));
    }

    private static void both(Map<String, List<String>> sent, String row, String... empty) {
        for (String part : empty) {
            row(sent, row, Map.of(part + ".zh", "", part + ".en", ""));
        }
    }

    private static void formField(Map<String, List<String>> sent, String row, String type, String label) {
        row(sent, row, Map.of("key", "", "type", type, "label.zh", label, "label.en", label));
        both(sent, row, "hint", "missing", "unit");
        for (String part : List.of("required", "when", "min", "max", "whole", "atMost", "atLeast", "past", "known")) {
            sent.put(row + "." + part, List.of(""));
        }
    }

    private static void step(Map<String, List<String>> sent, String row, String kind, String after) {
        row(sent, row, Map.of("key", "", "kind", kind, "name.zh", kind, "name.en", kind, "role", "REVIEW"));
        row(sent, row, Map.of("limit", "1", "limit.unit", "WORKING_DAY", "after", after, "fourEyes", ""));
        both(sent, row, "note");
    }

    @Test
    void what_one_part_of_an_item_says_of_another_can_be_picked_by_its_name() {
        ItemFields fields = ItemFields.of(food);

        List<Choice> conditions = new ItemReferences(fields).conditions();
        assertThat(conditions)
                .contains(
                        new Choice("water = own", Text.of("用水：自己取水", "Water: Your own water")),
                        new Choice("delivery = no", Text.of("做网络外卖吗：否", "Is food delivered through platforms?: no")));
        assertThat(ItemReferences.inWords("water = own, both", conditions, Lang.ZH))
                .isEqualTo("用水：自己取水 或 用水：两样都用");
        assertThat(ItemReferences.inWords("water", conditions, Lang.ZH)).isEmpty();
        Map<String, List<Choice>> known = new ItemReferences(fields).byPlace();
        String after = "procedure.steps[3].after";
        assertThat(fields.choices(after, known.getOrDefault(ItemFields.everywhere(after), List.of())))
                .extracting(Choice::value)
                .containsExactly("documents", "survey", "safety", "issue");
        assertThat(known.get("form.sections[].questions[].fields[].atMost"))
                .extracting(Choice::value)
                .contains("premises_area", "open_day")
                .doesNotContain("water");
    }

    @Test
    void for_the_document_nothing_is_offered_that_the_rules_refuse() {
        Map<String, List<Choice>> known = new ItemReferences(ItemFields.of(food)).byPlace();

        assertThat(known.get("outcome.holder"))
                .isNotEmpty()
                .allMatch(choice ->
                        food.form().field(choice.value()).orElseThrow().type() == FieldType.TEXT);
        assertThat(known.get("outcome.prints[].of"))
                .extracting(Choice::value)
                .contains("address", "business_kind", "food_items")
                .doesNotContain("contact_phone");
    }

    @Test
    void what_the_rules_speak_of_has_its_place_in_the_form() {
        var places = new ItemPlaces(ItemFields.of(food));

        assertThat(places.place("materials.water_report")).isEqualTo("materials[4]");
        assertThat(places.place("form.water")).isEqualTo("form.sections[1].questions[2].fields[0]");
        assertThat(places.place("form.layout")).isEqualTo("form.sections[1].questions[1]");
        assertThat(places.place("procedure.decide")).isEqualTo("procedure.steps[3]");
        assertThat(places.place("procedure")).isEqualTo("procedure.steps");
        assertThat(places.place("form.sections[1].title")).isEqualTo("form.sections[1].title");
        assertThat(places.place("fee.basis")).isEqualTo("fee.basis");
        assertThat(places.called("promised", Lang.ZH)).isEqualTo("承诺时限");
        assertThat(places.called("procedure.decide", Lang.EN))
                .isEqualTo("The steps after acceptance · Step 4 Decision");
        assertThat(places.called("conditions[1]", Lang.ZH)).isEqualTo("要符合的条件 2");
        assertThat(FormElement.Page.with("materials[4]").address()).isEqualTo("/fields");
        assertThat(FormElement.Page.with("procedure.steps").address()).isEqualTo("/fields/steps");
    }

    @Test
    void a_draft_of_which_nothing_is_known_can_be_saved() {
        var blank = ItemVersion.blank("x", Text.same(""), ItemType.LICENCE, "", List.of(Tier.CITY));

        assertThat(ItemFields.sent(fields(blank)).compact().read(blank, FormElement.all(), text))
                .isEqualTo(blank);
    }

    @Test
    void rows_are_added_moved_and_removed_with_all_that_stands_in_them() {
        ItemFields fields = ItemFields.of(food);
        int rows = fields.rows("materials");

        ItemFields.Moved added = fields.move("add:materials");
        assertThat(added.focus()).isEqualTo("materials[" + rows + "]");
        assertThat(added.fields().rows("materials")).isEqualTo(rows + 1);
        assertThat(read(added.fields())).isEqualTo(food);
        ItemFields sample = added.fields().move("add:materials[1].sample").fields();
        assertThat(sample.rows("materials[1].sample"))
                .isEqualTo(food.materials().get(1).sample().size() + 1);

        ItemVersion moved = read(sample.move("up:materials[2]").fields());
        assertThat(moved.materials()).containsExactlyInAnyOrderElementsOf(food.materials());
        assertThat(moved.materials().get(1)).isEqualTo(food.materials().get(2));
        ItemVersion fewer = read(fields.move("remove:materials[0]").fields());
        assertThat(fewer.materials()).isEqualTo(food.materials().subList(1, rows));
    }

    @Test
    void a_field_goes_to_another_question_and_a_question_to_another_part() {
        ItemFields fields = ItemFields.of(food);
        String from = "form.sections[1].questions[2].fields[1]";
        Map<String, List<String>> sent = fields(food);
        sent.put("to:" + from, List.of("form.sections[0].questions[0]"));

        ItemFields.Moved moved = ItemFields.sent(sent).move("to:" + from);

        int last = fields.rows("form.sections[0].questions[0].fields");
        assertThat(moved.focus()).isEqualTo("form.sections[0].questions[0].fields[" + last + "]");
        FormSpec form = read(moved.fields()).form();
        assertThat(form.sections().get(0).questions().get(0).fields().getLast())
                .isEqualTo(food.form().field("water_place").orElseThrow());
        assertThat(form.sections().get(1).questions().get(2).fields())
                .extracting(Field::key)
                .doesNotContain("water_place");
        assertThat(form.fields())
                .containsExactlyInAnyOrderElementsOf(food.form().fields().toList());

        sent.put("to:form.sections[1].questions[2]", List.of("form.sections[0]"));
        FormSpec other = read(ItemFields.sent(sent)
                        .move("to:form.sections[1].questions[2]")
                        .fields())
                .form();
        assertThat(other.sections().get(0).questions().getLast())
                .isEqualTo(food.form().sections().get(1).questions().get(2));
        assertThat(new ItemReferences(fields).byPlace().get("to:form.sections[].questions[].fields"))
                .contains(new Choice(
                        "form.sections[1].questions[2]",
                        Text.of("申请表 · 部分 2 场所 · 问题 3 用水", "The form · Part 2 The premises · Question 3 Water")));
    }

    @Test
    void a_row_goes_nowhere_where_it_does_not_belong() {
        Map<String, List<String>> sent = fields(food);
        String from = "form.sections[1].questions[2].fields[1]";
        assertThat(ItemFields.sent(sent).move("to:" + from).fields().typed())
                .isEqualTo(ItemFields.sent(sent).typed());
        for (String where : List.of("form.sections[0]", "form.sections[77].questions[0]", "materials[0]")) {
            sent.put("to:" + from, List.of(where));
            assertThatThrownBy(() -> ItemFields.sent(sent).move("to:" + from)).isInstanceOf(Problem.class);
        }
        sent.put("to:materials[0]", List.of("materials[1]"));
        assertThatThrownBy(() -> ItemFields.sent(sent).move("to:materials[0]")).isInstanceOf(Problem.class);
    }

    @Test
    void a_condition_has_the_values_that_were_ticked_of_the_field_that_was_named_last() {
        Map<String, List<String>> sent = fields(food);
        String when = "form.sections[1].questions[2].fields[1].when";
        List<Choice> conditions = new ItemReferences(ItemFields.of(food)).conditions();
        assertThat(ItemReferences.answers("water = own, well", conditions))
                .extracting(Choice::value)
                .containsExactly("water = own", "water = well", "water = tap", "water = both");
        assertThat(ItemReferences.answers("weather = fine", conditions)).isEmpty();

        sent.put(when, List.of("", "water = tap", "water = both", ""));
        assertThat(readWhen(sent)).isEqualTo(new Condition("water", List.of("tap", "both")));
        sent.put(when, List.of("", "water = tap", "water = both", "delivery = no"));
        assertThat(readWhen(sent)).isEqualTo(new Condition("delivery", List.of("no")));
        sent.put(when, List.of("", ""));
        assertThat(readWhen(sent)).isNull();
    }

    private @Nullable Condition readWhen(Map<String, List<String>> sent) {
        ItemVersion item = read(ItemFields.sent(sent));
        return item.form().field("water_place").orElseThrow().when();
    }

    @Test
    void how_well_an_element_is_evidenced_is_said_in_rows_each_element_once() {
        Map<String, List<String>> sent = fields(food);
        ItemFields fields = ItemFields.of(food);
        int rows = fields.rows("evidence");
        assertThat(rows).isEqualTo(food.evidence().size());
        sent.put("evidence[0].evidence", List.of("MIXED"));
        row(sent, "evidence[" + rows + "]", Map.of("element", "special", "evidence", "LAW"));

        assertThat(read(ItemFields.sent(sent)).evidence())
                .hasSize(rows + 1)
                .containsEntry(fields.get("evidence[0].element"), Evidence.MIXED)
                .containsEntry("special", Evidence.LAW);

        sent.put("evidence[" + rows + "].element", List.of(fields.get("evidence[0].element")));
        sent.put("evidence[1].element", List.of(""));
        assertThat(wrong(sent)).containsExactlyInAnyOrder("evidence[1].element", "evidence[" + rows + "].element");
    }

    @Test
    void what_the_elements_stand_on_comes_in_the_order_of_the_elements_whatever_order_it_was_kept_in() {
        Map<String, List<String>> sent =
                fields(ItemVersion.blank("x", Text.same("x"), ItemType.PUBLIC_SERVICE, "", List.of(Tier.DISTRICT)));
        row(sent, "evidence[0]", Map.of("element", "conditions", "evidence", "LAW"));
        row(sent, "evidence[1]", Map.of("element", "fee", "evidence", "GUIDE"));
        row(sent, "evidence[2]", Map.of("element", "name", "evidence", "LAW"));

        ItemFields shown = ItemFields.of(read(ItemFields.sent(sent)));

        assertThat(Stream.of(0, 1, 2).map(i -> shown.get("evidence[" + i + "].element")))
                .containsExactly("name", "conditions", "fee");
    }

    @Test
    void the_values_of_a_condition_are_shown_without_anything_being_moved() {
        Map<String, List<String>> sent = fields(food);
        String when = "form.sections[1].questions[2].fields[1].when";
        sent.put(when, List.of("water = own", "delivery = no"));

        ItemFields.Moved shown = ItemFields.sent(sent).move("show:" + when);

        assertThat(shown.focus()).isEqualTo(when);
        assertThat(shown.fields().typed()).isEqualTo(ItemFields.sent(sent).typed());
    }

    @Test
    void what_is_wrong_is_named_at_its_field() {
        Map<String, List<String>> sent = fields(food);
        sent.put("promised.limit", List.of("soon"));
        sent.put("materials[0].name.zh", List.of(""));
        sent.put("materials[0].name.en", List.of(""));
        sent.put("materials[1].copies", List.of("two"));
        sent.put("materials[1].form", List.of("STONE"));
        sent.put("materials[2].when", List.of("water"));
        sent.put("summary.zh", List.of("开餐馆 | 食堂"));
        sent.remove("fee.charged");
        sent.put("type", List.of(""));
        sent.put("handling.visits", List.of(""));
        sent.keySet().removeIf(path -> path.startsWith("statutory."));

        assertThat(wrong(sent))
                .containsExactlyInAnyOrder(
                        "promised.limit",
                        "materials[0].name",
                        "materials[1].copies",
                        "materials[1].form",
                        "materials[2].when",
                        "summary",
                        "fee.charged",
                        "type",
                        "handling.visits",
                        "statutory");
    }

    @Test
    void of_very_many_mistakes_the_first_hundred_are_listed_and_more_fields_than_any_item_has_are_refused() {
        Map<String, List<String>> sent = fields(food);
        for (int i = 0; i < 150; i++) {
            sent.put("materials[" + i + "]", List.of(""));
            sent.put("materials[" + i + "].copies", List.of("two"));
        }
        assertThatThrownBy(() -> ItemFields.sent(sent).read(food, FormElement.all(), text))
                .isInstanceOfSatisfying(Problem.class, problem -> {
                    assertThat(problem.errors()).hasSize(100);
                    assertThat(problem.unlisted()).isPositive();
                });

        for (int i = 0; i < 5000; i++) {
            sent.put("conditions[" + i + "]", List.of(""));
        }
        assertThatThrownBy(() -> ItemFields.sent(sent))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.detail().zh()).contains("最多 5000 个空"));
    }

    @Test
    void what_may_be_left_out_is_left_out_when_all_of_it_is_empty() {
        Map<String, List<String>> sent = fields(food);
        sent.replaceAll(
                (path, value) -> path.startsWith("statutory.") && !path.endsWith("starts") ? List.of("") : value);
        sent.replaceAll((path, value) -> path.startsWith("outcome.") ? List.of("") : value);
        sent.put("outcome.kind", List.of("OTHER"));
        sent.keySet().removeIf(path -> path.startsWith("outcome.prints"));

        ItemVersion item = read(ItemFields.sent(sent));

        assertThat(item.statutory()).isNull();
        assertThat(item.outcome()).isEqualTo(Outcome.UNDECLARED);
        assertThat(item.form()).isEqualTo(food.form());
    }

    private List<String> wrong(Map<String, List<String>> sent) {
        return assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> read(ItemFields.sent(sent)))
                .actual()
                .errors()
                .stream()
                .map(Problem.FieldError::field)
                .toList();
    }

    private ItemVersion read(ItemFields fields) {
        return fields.compact().read(food, FormElement.all(), text);
    }

    /** What the form of an item sends. */
    private static Map<String, List<String>> fields(ItemVersion item) {
        Map<String, List<String>> sent = new LinkedHashMap<>();
        ItemFields.of(item).typed().forEach((path, value) -> sent.put(path, List.of(value)));
        return sent;
    }
}
