package org.yichuang.catalogue.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yichuang.catalogue.Field;
import org.yichuang.catalogue.Finding;
import org.yichuang.catalogue.FormSpec;
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
                .flatMap(item -> found(item).filter(Finding::error).map(finding -> item.code() + " " + finding))
                .collect(Collectors.joining("\n"));
        assertThat(broken).isEmpty();
    }

    @Test
    void what_ends_a_licence_and_which_law_sets_its_fee_is_said_where_the_law_was_read() {
        assertThat(warned("OUTCOME-VALIDITY")).doesNotContain("taiwan_permit", "licence_renew");
        assertThat(warned("FEE-LAW")).doesNotContain("passport", "licence_renew", "vehicle_reg");
        assertThat(DemoItems.item("taiwan_permit").outcome().months())
                .as("under 16 it is valid for less long")
                .isNull();
    }

    /** There is nothing here that sends one. */
    @Test
    void no_demo_item_promises_a_message_to_a_telephone() {
        assertThat(items)
                .allSatisfy(item -> assertThat(text.write(item))
                        .as(item.code())
                        .doesNotContain("短信")
                        .doesNotContainIgnoringCase("text message", "SMS", "notices are sent"));
    }

    private static Stream<Finding> found(ItemVersion item) {
        return QualityRules.CONTENT.stream().flatMap(rule -> rule.check(item));
    }

    private List<String> warned(String rule) {
        return items.stream()
                .filter(item -> found(item).anyMatch(finding -> finding.rule().equals(rule)))
                .map(ItemVersion::code)
                .toList();
    }

    @Test
    void every_demo_item_is_complete_in_english() {
        String untranslated = items.stream()
                .flatMap(item -> found(item)
                        .filter(finding -> finding.rule().equals("ENGLISH"))
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
    void a_question_is_no_declaration_in_the_example_with_or_without_its_sign() {
        ItemVersion asked = DemoItems.changed("road_freight", "有总质量 4.5 吨以上的吗", "有总质量 4.5 吨以上的吗？");
        ItemVersion filledIn = SampleForms.filledIn(asked.with(asked.materials().stream()
                .map(material -> material.with(List.of()))
                .toList()));
        assertThat(filledIn.materials().stream()
                        .flatMap(material -> material.sample().stream())
                        .filter(row -> row.label().zh().endsWith("吗？"))
                        .map(row -> row.value().zh()))
                .isNotEmpty()
                .containsOnly("否");
    }

    @Test
    void who_is_exempt_from_the_check_of_means_brings_no_statement_of_them() {
        assertThat(asked("legal_aid", "exempt", "no")).contains("statement_economic_difficulty");
        assertThat(asked("legal_aid", "exempt", "yes"))
                .contains("papers_legal_matter")
                .doesNotContain("statement_economic_difficulty");
    }

    private static List<String> asked(String code, String field, String answer) {
        return DemoItems.item(code).materials(Map.of(field, answer)).stream()
                .map(Material::code)
                .toList();
    }

    @Test
    void a_builder_shows_how_he_was_chosen_whether_the_works_were_tendered_or_not() {
        assertThat(asked("construction_permit", "tendered", "yes"))
                .contains("letter_award")
                .doesNotContain("proof_direct_contract");
        assertThat(asked("construction_permit", "tendered", "no"))
                .contains("proof_direct_contract")
                .doesNotContain("letter_award");
    }

    @Test
    void every_case_that_a_guide_admits_can_be_stated_in_its_form() {
        FormSpec fund = DemoItems.item("hpf_withdraw").form();
        assertThat(fund.asked(Map.of("reason", "death")).fields())
                .extracting(Field::key)
                .contains("holder_name", "holder_id");
        assertThat(fund.asked(Map.of("reason", "rent")).fields())
                .extracting(Field::key)
                .doesNotContain("holder_name", "holder_id");
        for (String code : List.of("dibao", "dibao_edge", "tekun")) {
            assertThat(option(code, "hardship")).as(code).isPresent();
        }
        assertThat(option("labor_arbitration", "claims")).isPresent();
    }

    private static Optional<Field.Option> option(String code, String field) {
        return DemoItems.item(code).form().field(field).orElseThrow().option("other");
    }

    @Test
    void the_transfer_of_a_home_is_applied_for_by_an_application_for_registration() {
        assertThat(DemoItems.item("realestate_transfer")
                        .materials()
                        .getFirst()
                        .name()
                        .en())
                .isEqualTo("Application for registration");
    }

    @Test
    void an_assessment_of_water_is_asked_of_construction_projects_alone() {
        ItemVersion intake = DemoItems.item("water_intake");

        assertThat(intake.materials(Map.of("construction", "yes", "assessed", "no")))
                .extracting(Material::code)
                .contains("water_resource_assessment");
        assertThat(intake.materials(Map.of("construction", "yes", "assessed", "yes")))
                .extracting(Material::code)
                .doesNotContain("water_resource_assessment");
        assertThat(intake.materials(Map.of("construction", "no", "assessed", "no")))
                .extracting(Material::code)
                .doesNotContain("water_resource_assessment");
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

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        code: [a]                            | 1 | 7  | code：这里应当是一行文字           | one line of text
        code: a\\nname: b: c                  | 2 | 8  | 有冒号的，整个加引号               | quotation marks
        code: a\\n\\tname: b                  | 2 | 1  | 不能用制表符                       | not a tab
        code: a\\nname: "x\\nfee: 3            | 2 | 7  | 引号没有合上                       | to be closed
        code: a\\nname: @x                    | 2 | 7  | 整个加引号                         | begins with this character
        {"code": "a" "b"}                    | 1 | 14 | 要有逗号                           | a comma
        code: a\\nsteps:\\n  - b\\n   c: d       | 4 | 5  | 有冒号的，整个加引号               | quotation marks
        code: a\\nname: 'it's'                | 2 | 11 | 引号前后不能再有字                 | nothing beside quotation marks
        code: a\\ncode: b                     | 2 | 1  | “code”写了两次                     | stands twice
        code: a\\nfee:\\n  colour:\\n    x: 1    | 3 | 3  | fee.colour：没有“colour”这一项     | expected is one of: basis, charged
        code: a\\ntyp: b\\ntype: LICENCE       | 2 | 1  | 没有“typ”这一项                    | no element “typ”
        code: a\\npromised: {limit: 5 weeks}  | 2 | 19 | promised.limit：这里应当是时限     | on the spot
        code: a\\npromised: soon              | 2 | 11 | “名称: 值”，一行一个               | name: value
        code: a\\nlevels: DISTRICT            | 2 | 9  | 一列，每项前面写“- ”               | before each entry
        code: a\\nlevels: [MOON]              | 2 | 10 | “MOON”不行，应当是其中一个：CITY   | one of: CITY, DISTRICT
        code: a\\ncommon: 1.5                 | 2 | 9  | “1.5”不行，应当是整数              | a whole number
        code: a\\ncommon: 99999999999         | 2 | 20 | 应当是整数                         | a whole number
        code: a\\nonTheSpot: maybe            | 2 | 12 | 应当是 true 或 false               | true or false
        code: a\\nname: \\0001x                | 2 | 7  | 控制字符                           | control character
        ---\\ncode: a\\n---\\ncode: b           | 4 | 1  | 一次只能写一个事项                 | one item is expected
        """)
    void what_is_wrong_is_said_in_both_languages_with_line_column_and_what_was_expected(
            String typed, int line, int column, String zh, String en) {
        String written = typed.replace("\\n", "\n").replace("\\t", "\t").replace("\\0001", "\u0001");
        assertThatThrownBy(() -> text.read(written, "body")).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.detail().zh())
                    .startsWith("第 " + line + " 行第 " + column + " 列：")
                    .contains(zh);
            assertThat(problem.detail().en())
                    .startsWith("Line " + line + ", column " + column + ": ")
                    .contains(en)
                    .doesNotContain("deserialize", "org.yichuang", "java.");
        });
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
