package org.yichuang.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yichuang.catalogue.document.DemoItems;
import org.yichuang.shared.Lang;
import org.yichuang.shared.Problem;

class FormSpecTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 9);

    private final FormSpec form = DemoItems.item("food_permit").form();
    private final FormSpec.Question water = form.question("water").orElseThrow();

    @Test
    void a_hidden_field_is_not_asked_and_its_answer_does_not_count() {
        var answers = Map.of("water", "tap", "water_place", "left over");
        assertThat(form.check(water, answers, TODAY)).isEmpty();
        assertThat(form.visible(answers)).containsOnlyKeys("water");
        assertThat(form.asked(answers).field("water_place")).isEmpty();
        assertThat(form.asked(Map.of("water", "own")).field("water_place")).isPresent();
    }

    @Test
    void a_shown_field_is_asked_with_its_own_words() {
        assertThat(form.check(water, Map.of("water", "own"), TODAY))
                .extracting(Problem.FieldError::field)
                .containsExactly("water_place", "water_amount", "water_report");
        assertThat(form.check(water, Map.of("water", "own"), TODAY)
                        .getFirst()
                        .detail()
                        .zh())
                .contains("外桐坞村");
    }

    @Test
    void with_a_field_what_its_answer_asks_for_or_bounds_is_mended() {
        assertThat(keys(form.toMend(List.of("water"))))
                .containsExactly("water", "water_place", "water_amount", "water_report");
        assertThat(keys(form.toMend(List.of("canteen_people")))).containsExactly("canteen_people");
        assertThat(keys(form.toMend(List.of("premises_area")))).containsExactly("premises_area", "kitchen_area");
    }

    @Test
    void with_a_field_what_a_whole_question_asks_under_it_is_mended_under_that_condition() {
        var when = new Condition("water", List.of("own"));
        Field seats = form.field("seats").orElseThrow();
        var asked = new FormSpec.Question("source", water.title(), null, null, null, 1, when, List.of(seats));
        var own = new FormSpec(List.of(new FormSpec.Section("all", water.title(), false, List.of(water, asked))));

        assertThat(own.toMend(List.of("water")).getLast().key()).isEqualTo("seats");
        assertThat(own.toMend(List.of("water")).getLast().when()).isEqualTo(when);
    }

    private static List<String> keys(List<Field> fields) {
        return fields.stream().map(Field::key).toList();
    }

    @Test
    void fields_the_form_does_not_have_are_refused() {
        assertThat(form.check(Map.of("favourite_colour", "blue"), TODAY))
                .extracting(Problem.FieldError::field)
                .contains("favourite_colour", "company_name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0", "-0.0", "0010", "1.", "+1", "1e3", "１２"})
    void a_number_is_written_in_one_way(String number) {
        assertThat(form.check(Map.of("premises_area", number), TODAY)).anySatisfy(error -> {
            assertThat(error.field()).isEqualTo("premises_area");
            assertThat(error.detail().en()).contains("enter a number");
        });
    }

    @Test
    void people_and_seats_are_counted_in_whole_numbers() {
        assertThat(said("seats", Map.of("seats", "3.7"))).isEqualTo("请写整数，例如 3");
        assertThat(said("seats", Map.of("seats", "3.0"))).isEqualTo("请写整数，例如 3");
        assertThat(said("seats", Map.of("seats", "三"))).isEqualTo("请写整数，例如 3");
        assertThat(said("seats", Map.of("seats", "3"))).isEmpty();
    }

    @Test
    void a_bound_has_its_unit() {
        assertThat(said("premises_area", Map.of("premises_area", "200000"))).isEqualTo("不能大于 100000 平方米");
        assertThat(said("premises_area", Map.of("premises_area", "0.5"))).isEqualTo("不能小于 1 平方米");
    }

    @Test
    void a_part_is_not_larger_than_the_whole() {
        assertThat(said("kitchen_area", Map.of("premises_area", "80", "kitchen_area", "80.5")))
                .isEqualTo("不能大于“经营场所面积”");
        assertThat(said("kitchen_area", Map.of("premises_area", "80", "kitchen_area", "80.0")))
                .isEmpty();
        assertThat(said("kitchen_area", Map.of("premises_area", "many", "kitchen_area", "80")))
                .isEmpty();
    }

    @Test
    void an_end_is_not_before_its_beginning() {
        FormSpec works = DemoItems.item("road_dig").form();
        var answers = Map.of("start_day", "2026-12-01", "end_day", "2026-11-30");

        assertThat(works.check(answers, TODAY))
                .filteredOn(error -> error.field().equals("end_day"))
                .extracting(error -> error.detail().zh())
                .containsExactly("不能早于“计划开始日期”");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-10-10", "2027-01-01", "2199-12-31"})
    void what_happened_did_not_happen_after_today(String day) {
        FormSpec death = DemoItems.item("death_cancel").form();
        FormSpec works = DemoItems.item("road_dig").form();

        assertThat(death.check(Map.of("death_day", day), TODAY))
                .filteredOn(error -> error.field().equals("death_day"))
                .extracting(
                        error -> error.detail().zh(), error -> error.detail().en())
                .containsExactly(tuple("不能晚于今天", "Not later than today"));
        assertThat(death.check(Map.of("death_day", TODAY.toString()), TODAY))
                .extracting(Problem.FieldError::field)
                .doesNotContain("death_day");
        assertThat(works.check(Map.of("start_day", day), TODAY))
                .extracting(Problem.FieldError::field)
                .doesNotContain("start_day");
    }

    /** What is wrong with one field, empty when nothing is. */
    private String said(String field, Map<String, String> answers) {
        return form.check(answers, TODAY).stream()
                .filter(error -> error.field().equals(field))
                .map(error -> error.detail().zh())
                .findFirst()
                .orElse("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u200b", "杭州\u202e店", "杭州\ufeff", "杭\u2028州"})
    void what_nobody_sees_is_no_answer(String name) {
        assertThat(form.check(Map.of("company_name", name), TODAY)).anySatisfy(error -> {
            assertThat(error.field()).isEqualTo("company_name");
            assertThat(error.detail().en()).contains("control characters");
        });
    }

    @Test
    void each_type_is_checked() {
        var wrong = Map.of(
                "uscc", "91330106MA2XXXXXX0",
                "contact_phone", "12",
                "premises_area", "many",
                "kitchen_area", "0",
                "business_kind", "circus",
                "food_items", List.of("hot", "gold"),
                "delivery", "maybe",
                "open_day", "2026-02-30");
        assertThat(form.check(wrong, TODAY))
                .extracting(Problem.FieldError::field)
                .contains(
                        "uscc",
                        "contact_phone",
                        "premises_area",
                        "kitchen_area",
                        "business_kind",
                        "food_items",
                        "delivery",
                        "open_day");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13800138000",
                "138 0013 8000",
                "0571-87000000-123",
                "+86 13800138000",
                "+86-571-87000000",
                "+8657187000000",
                "0086 13800138000",
                "0086-571-87000000-8",
                "＋86 571 8700 0000"
            })
    void a_telephone_number_may_have_the_country_before_it(String number) {
        assertThat(form.check(Map.of("contact_phone", number), TODAY))
                .extracting(Problem.FieldError::field)
                .doesNotContain("contact_phone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1380013800",
                "+86 1380013800",
                "+86 12012345678",
                "+1 202 555 0100",
                "0086 1234 5678",
                "13800138000-1"
            })
    void a_mobile_number_with_a_digit_too_few_is_no_number_of_a_land_line(String number) {
        assertThat(form.check(Map.of("contact_phone", number), TODAY))
                .extracting(Problem.FieldError::field)
                .contains("contact_phone");
    }

    @Test
    void what_cannot_be_an_answer_cannot_be_saved_either() {
        assertThat(form.checkDraft(Map.of("company_name", "x".repeat(300)))).hasSize(1);
        assertThat(form.checkDraft(Map.of("company_name", "a\u0000b"))).hasSize(1);
        assertThat(form.checkDraft(Map.of("company_name", List.of("a", "b")))).hasSize(1);
        assertThat(form.checkDraft(Map.of("food_items", List.of(Map.of("a", "b")))))
                .hasSize(1);
        assertThat(form.checkDraft(Map.of("premises_area", Double.POSITIVE_INFINITY)))
                .as("1e999999999 in JSON")
                .hasSize(1);
        assertThat(form.checkDraft(Map.of("company_name", "half an answ", "food_items", List.of("hot"))))
                .isEmpty();
    }

    @Test
    void no_answer_is_longer_than_its_type_takes_whatever_the_form_says() {
        FormSpec endless = DemoItems.changed("food_permit", "max: 50\n", "max: 4294967346\n")
                .form();
        assertThat(endless.checkDraft(Map.of("contact_name", "x".repeat(200)))).isEmpty();
        assertThat(endless.checkDraft(Map.of("contact_name", "x".repeat(201)))).hasSize(1);
    }

    @Test
    void progress_goes_from_not_started_over_started_to_done() {
        assertThat(form.progress(water, Map.of(), TODAY)).isEqualTo(FormSpec.Progress.NOT_STARTED);
        assertThat(form.progress(water, Map.of("water", "own"), TODAY)).isEqualTo(FormSpec.Progress.STARTED);
        assertThat(form.progress(water, Map.of("water", "tap"), TODAY)).isEqualTo(FormSpec.Progress.DONE);
    }

    @Test
    void a_material_with_a_condition_is_asked_for_only_then() {
        ItemVersion item = DemoItems.item("food_permit");
        var own = Map.of("water", "own", "water_report", "yes");
        assertThat(item.materials(own)).extracting(Material::code).contains("water_report");
        assertThat(item.materials(Map.of("water", "tap", "water_report", "yes")))
                .extracting(Material::code)
                .doesNotContain("water_report");
    }

    @Test
    void what_an_answer_makes_necessary_must_be_brought_then_and_is_not_counted_for_everybody() {
        Material report = DemoItems.item("food_permit").material("water_report").orElseThrow();
        Material attorney =
                DemoItems.item("realestate_transfer").material("power_attorney").orElseThrow();
        Material unsaid = DemoItems.changed("food_permit", "    when: water_report = yes\n", "")
                .material("water_report")
                .orElseThrow();

        assertThat(List.of(report, attorney)).allMatch(Material::mustBring).noneMatch(Material::alwaysBring);
        assertThat(unsaid.mustBring()).isFalse();
    }

    @Test
    void answers_are_said_in_words() {
        assertThat(form.field("food_items").orElseThrow().say(List.of("hot", "cold"), Lang.ZH))
                .isEqualTo("热食类、冷食类");
        assertThat(form.field("water_amount").orElseThrow().say("1.5", Lang.EN)).isEqualTo("1.5 t");
        Field day = DemoItems.item("labor_arbitration")
                .form()
                .field("infringed_day")
                .orElseThrow();
        assertThat(day.say("2026-06-05", Lang.ZH)).isEqualTo("2026年6月5日");
        assertThat(day.say("2026-06-05", Lang.EN)).isEqualTo("5 Jun 2026");
        assertThat(day.say("去年夏天", Lang.ZH)).isEqualTo("去年夏天");
    }
}
