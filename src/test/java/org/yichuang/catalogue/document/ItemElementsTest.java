package org.yichuang.catalogue.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yichuang.catalogue.document.ItemElements.Element;
import org.yichuang.shared.Text;

/** What is said of an item's elements is what the records have. */
class ItemElementsTest {
    private final Map<String, Element> elements =
            ItemElements.all().stream().collect(Collectors.toMap(Element::path, element -> element));

    @Test
    void every_element_of_an_item_is_said_with_what_may_stand_there() {
        assertThat(elements.keySet())
                .contains(
                        "code", "statutory.limit", "form.sections[].questions[].fields[].type", "outcome.prints[].of[]")
                .doesNotContain("version");
        assertThat(takes("audience[]"))
                .isEqualTo(Text.of(
                        "RESIDENT 个人 · COMPANY 企业和其他组织", "RESIDENT People · COMPANY Companies and organisations"));
        assertThat(takes("statutory.starts").zh()).isEqualTo("ACCEPTANCE 受理 · RECEIPT 收到材料");
        assertThat(elements.values())
                .allSatisfy(element -> assertThat(element.means().zh()).isNotBlank())
                .allSatisfy(element -> assertThat(element.means().en()).isNotBlank());
    }

    @Test
    void nothing_is_said_of_what_an_item_has_not() {
        var used = new TreeSet<String>();
        ItemElements.all()
                .forEach(element ->
                        used.add(element.means().zh() + element.means().en()));

        assertThat(ItemElements.said().entrySet().stream()
                        .filter(entry -> Character.isLowerCase(
                                entry.getKey().charAt(entry.getKey().indexOf('.') + 1)))
                        .filter(entry -> !used.contains(
                                entry.getValue().zh() + entry.getValue().en()))
                        .map(Map.Entry::getKey))
                .isEmpty();
    }

    private Text takes(String path) {
        return Objects.requireNonNull(elements.get(path)).takes();
    }
}
