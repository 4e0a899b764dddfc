package org.yichuang.casework.web.applicant;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yichuang.catalogue.Condition;
import org.yichuang.catalogue.Field;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.document.DemoItems;

class QuestionPageTest {
    private final ItemVersion item = DemoItems.item("food_permit");

    @Test
    void among_others_a_field_that_no_option_decides_is_drawn_while_what_decides_it_can_still_be_typed() {
        Field seats = field("seats");
        Field kitchen = asked("kitchen_area", new Condition("seats", List.of("20")));
        Field elsewhere = asked("address", new Condition("water", List.of("own")));

        var page = QuestionPage.among(item, List.of(seats, kitchen, elsewhere), Map.of(), null, List.of());

        assertThat(page.roots()).containsExactly(seats, kitchen);
    }

    @Test
    void among_others_a_field_that_an_option_decides_stands_under_it() {
        List<Field> fields = Stream.of("water", "water_place").map(this::field).toList();

        var page = QuestionPage.among(item, fields, Map.of(), null, List.of());

        assertThat(page.roots()).containsExactly(fields.getFirst());
    }

    @Test
    void what_the_first_choice_asks_is_said_unless_the_page_s_own_question_says_it() {
        assertThat(saidByItsQuestion("food_permit", "water")).isTrue();
        assertThat(saidByItsQuestion("food_permit", "receive")).isTrue();
        assertThat(saidByItsQuestion("realestate_transfer", "transfer")).isFalse();
        assertThat(saidByItsQuestion("individual_business", "name")).isFalse();
    }

    private static boolean saidByItsQuestion(String code, String key) {
        ItemVersion item = DemoItems.item(code);
        var section = item.form().sections().stream()
                .filter(each ->
                        each.questions().stream().anyMatch(one -> one.key().equals(key)))
                .findFirst()
                .orElseThrow();
        var question = item.form().question(key).orElseThrow();
        var page = new QuestionPage(
                UUID.randomUUID(),
                item,
                section,
                question,
                new QuestionPage.Place(1, 1, 1),
                Map.of(),
                null,
                "",
                null,
                List.of(),
                null);
        return page.legend(question.fields().getFirst());
    }

    private Field field(String key) {
        return item.form().field(key).orElseThrow();
    }

    private Field asked(String key, Condition when) {
        Field it = field(key);
        return new Field(
                it.key(),
                it.type(),
                it.label(),
                it.required(),
                when,
                it.hint(),
                it.missing(),
                it.options(),
                it.min(),
                it.max(),
                it.whole(),
                it.atMost(),
                it.atLeast(),
                it.past(),
                it.unit(),
                it.known());
    }
}
