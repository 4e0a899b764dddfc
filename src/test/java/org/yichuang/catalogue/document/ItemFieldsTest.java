package org.yichuang.catalogue.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yichuang.catalogue.ItemType;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.Outcome;
import org.yichuang.network.Tier;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

/** An item as the fields of a form: nothing is lost on the way there and back. */
class ItemFieldsTest {
    private final ItemText text = new ItemText();
    private final ItemVersion food = DemoItems.item("food_permit");

    @Test
    void every_element_is_shown_or_said_to_be_elsewhere() {
        Stream<String> shown = FormElement.PAGE.stream()
                .flatMap(part -> part.elements().stream())
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
                                ItemFields.sent(fields(item)).compact().read(item, text))
                        .isEqualTo(item));
    }

    @Test
    void a_draft_of_which_nothing_is_known_can_be_saved() {
        var blank = ItemVersion.blank("x", Text.same(""), ItemType.LICENCE, "", List.of(Tier.CITY));

        assertThat(ItemFields.sent(fields(blank)).compact().read(blank, text)).isEqualTo(blank);
    }

    @Test
    void rows_are_added_moved_and_removed_with_all_that_stands_in_them() {
        ItemFields fields = ItemFields.of(food);
        int rows = fields.rows("materials");

        ItemFields.Moved added = fields.move("add:materials");
        assertThat(added.focus()).isEqualTo("materials[" + rows + "]");
        assertThat(added.fields().rows("materials")).isEqualTo(rows + 1);
        assertThat(added.fields().compact().read(food, text)).isEqualTo(food);
        ItemFields sample = added.fields().move("add:materials[1].sample").fields();
        assertThat(sample.rows("materials[1].sample"))
                .isEqualTo(food.materials().get(1).sample().size() + 1);

        ItemVersion moved = sample.move("up:materials[2]").fields().compact().read(food, text);
        assertThat(moved.materials()).containsExactlyInAnyOrderElementsOf(food.materials());
        assertThat(moved.materials().get(1)).isEqualTo(food.materials().get(2));
        ItemVersion fewer =
                fields.move("remove:materials[0]").fields().compact().read(food, text);
        assertThat(fewer.materials()).isEqualTo(food.materials().subList(1, rows));
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

        assertThatThrownBy(() -> ItemFields.sent(sent).compact().read(food, text))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .extracting(Problem.FieldError::field)
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
                                        "statutory"));
    }

    @Test
    void of_very_many_mistakes_the_first_hundred_are_listed_and_more_fields_than_any_item_has_are_refused() {
        Map<String, List<String>> sent = fields(food);
        for (int i = 0; i < 150; i++) {
            sent.put("materials[" + i + "]", List.of(""));
            sent.put("materials[" + i + "].copies", List.of("two"));
        }
        assertThatThrownBy(() -> ItemFields.sent(sent).read(food, text))
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

        ItemVersion item = ItemFields.sent(sent).compact().read(food, text);

        assertThat(item.statutory()).isNull();
        assertThat(item.outcome()).isEqualTo(Outcome.UNDECLARED);
        assertThat(item.form()).isEqualTo(food.form());
    }

    /** What the form of an item sends. */
    private static Map<String, List<String>> fields(ItemVersion item) {
        Map<String, List<String>> sent = new LinkedHashMap<>();
        ItemFields.of(item).typed().forEach((path, value) -> sent.put(path, List.of(value)));
        return sent;
    }
}
