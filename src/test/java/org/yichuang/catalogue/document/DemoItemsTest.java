package org.yichuang.catalogue.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yichuang.catalogue.Finding;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.Material;
import org.yichuang.catalogue.quality.QualityRules;
import org.yichuang.shared.Problem;

class DemoItemsTest {
    private final ItemText text = new ItemText();
    private final List<ItemVersion> items = new DemoCatalogue(text).items();

    @Test
    void the_demo_city_has_its_items() {
        assertThat(items).hasSize(71).extracting(ItemVersion::code).contains("food_permit", "small_catering");
    }

    @Test
    void every_demo_item_keeps_every_rule_that_needs_no_database() {
        String broken = items.stream()
                .flatMap(item -> QualityRules.CONTENT.stream()
                        .flatMap(rule -> rule.check(item))
                        .filter(Finding::error)
                        .map(finding -> item.code() + " " + finding))
                .collect(Collectors.joining("\n"));
        assertThat(broken).isEmpty();
    }

    @Test
    void every_demo_item_is_complete_in_english() {
        String untranslated = items.stream()
                .flatMap(item -> QualityRules.CONTENT.stream()
                        .filter(rule -> rule.id().equals("ENGLISH"))
                        .flatMap(rule -> rule.check(item))
                        .map(finding -> item.code() + " " + finding))
                .collect(Collectors.joining("\n"));
        assertThat(untranslated).isEmpty();
    }

    @Test
    void every_form_of_the_demo_city_has_an_example() {
        List<Material> forms = items.stream()
                .flatMap(item -> item.materials().stream())
                .filter(Material::filledInByHand)
                .toList();
        assertThat(forms).hasSizeGreaterThan(30).allMatch(form -> form.sample().size() > 2);
    }

    @Test
    void promises_of_the_demo_city_are_labelled_and_on_average_half_of_what_the_law_gives() {
        assertThat(items)
                .allMatch(item -> item.promised() != null && item.promised().demo());
        double faster = items.stream()
                .filter(item ->
                        item.statutory() != null && item.statutory().limit().amount() > 0)
                .mapToDouble(item -> 1.0
                        - (double) java.util.Objects.requireNonNull(item.promised())
                                        .limit()
                                        .amount()
                                / item.statutory().limit().amount())
                .average()
                .orElseThrow();
        assertThat(faster).isGreaterThanOrEqualTo(0.5);
    }

    @Test
    void an_item_written_and_read_again_is_the_same() {
        assertThat(items)
                .allSatisfy(
                        item -> assertThat(text.read(text.write(item), "body")).isEqualTo(item));
    }

    @Test
    void what_is_wrong_in_a_text_is_said_with_line_and_element() {
        assertThatThrownBy(() -> text.read("code: a\nname: 名 | Name\nfee: {charged: true, standad: 5}\n", "body"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.detail().en())
                                .contains("Line 3")
                                .contains("standad"));
        assertThatThrownBy(() -> text.read("code: a\npromised: {limit: 5 weeks}\n", "body"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.detail().en())
                                .contains("Line 2")
                                .contains("working days"));
    }

    @Test
    void every_element_that_is_missing_is_named() {
        assertThatThrownBy(
                        () -> text.read("code: a\nmaterials:\n  - {code: b}\nprocedure: {steps: [{key: s}]}\n", "body"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .extracting(error -> error.detail().en())
                                .contains("materials[0].name is missing", "procedure.steps[0].limit is missing"));
    }
}
