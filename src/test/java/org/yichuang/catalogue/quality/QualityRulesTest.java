package org.yichuang.catalogue.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yichuang.calendar.Limit;
import org.yichuang.catalogue.Finding;
import org.yichuang.catalogue.ItemType;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.Outcome;
import org.yichuang.catalogue.Procedure;
import org.yichuang.catalogue.document.DemoItems;
import org.yichuang.catalogue.document.ItemText;
import org.yichuang.network.Tier;
import org.yichuang.shared.Text;

class QualityRulesTest {

    @Test
    void every_rule_has_its_own_id() {
        assertThat(QualityRules.CONTENT).extracting(Rule::id).doesNotHaveDuplicates();
    }

    @Test
    void an_empty_draft_lacks_every_element_that_has_to_be_published() {
        var blank = ItemVersion.blank("a", Text.of("名", ""), ItemType.LICENCE, "scjg", List.of(Tier.DISTRICT));
        assertThat(errors(blank))
                .contains(
                        "AL-30-NAME",
                        "AL-30-SUMMARY",
                        "AL-30-BASIS",
                        "AL-30-CONDITIONS",
                        "AL-30-QUANTITY",
                        "AL-30-LIMIT",
                        "AL-30-MATERIALS",
                        "AL-30-OUTCOME",
                        "AL-29-FORM",
                        "AL-58-FEE",
                        "GRAPH-DECISION");
    }

    @Test
    void a_promise_longer_than_the_law_gives_is_an_error() {
        assertThat(errors(DemoItems.changed(
                        "pension", "limit: 10 working days\n  demo", "limit: 21 working days\n  demo")))
                .contains("PROMISE");
    }

    @Test
    void steps_that_add_up_to_more_than_the_promise_are_an_error() {
        assertThat(errors(DemoItems.changed("food_permit", "limit: 1 working day\n", "limit: 2 working days\n")))
                .containsExactly("STEP-SUM");
    }

    @Test
    void a_certificate_prints_no_personal_number_and_nothing_that_the_form_does_not_ask() {
        for (String key : List.of("contact_phone", "nowhere")) {
            assertThat(errors(DemoItems.changed("food_permit", "- business_kind", "- " + key)))
                    .as(key)
                    .containsExactly("OUTCOME-PRINTS");
        }
        assertThat(errors(DemoItems.changed("company_setup", "holder: proposed_name", "holder: capital")))
                .containsExactly("OUTCOME-HOLDER");
    }

    @Test
    void a_number_is_held_against_an_earlier_number_only() {
        for (String key : List.of("nowhere", "seats", "address")) {
            assertThat(errors(DemoItems.changed("food_permit", "atMost: premises_area", "atMost: " + key)))
                    .as(key)
                    .containsExactly("FORM-COMPARED");
        }
    }

    @Test
    void the_demo_city_s_certificates_say_what_they_print_or_have_nothing_to_print() {
        assertThat(DemoItems.all())
                .filteredOn(item -> item.outcome().kind() != Outcome.Kind.OTHER
                        && item.outcome().prints().isEmpty())
                .extracting(ItemVersion::code)
                .containsExactlyInAnyOrder(
                        "id_card", "passport", "taiwan_permit", "licence_renew", "senior_card", "si_person");
    }

    @Test
    void parallel_steps_count_once() {
        Procedure procedure = DemoItems.item("food_permit").procedure();
        assertThat(procedure.first()).hasSize(3);
        assertThat(procedure.longest()).isEqualTo(5);
        assertThat(procedure.spans().get("decide")).isEqualTo(new Procedure.Span(3, 4));
    }

    @Test
    void an_expert_review_does_not_count() {
        assertThat(DemoItems.item("fire_design").procedure().longest()).isEqualTo(7);
    }

    @Test
    void a_circle_and_an_unknown_step_are_errors() {
        assertThat(errors(DemoItems.changed("food_permit", "after:\n        - decide", "after:\n        - issue")))
                .contains("GRAPH-CIRCLE");
        assertThat(errors(DemoItems.changed("food_permit", "after:\n        - decide", "after:\n        - nowhere")))
                .contains("GRAPH-AFTER")
                .doesNotContain("GRAPH-CIRCLE");
    }

    @Test
    void a_review_behind_the_decision_is_an_error() {
        assertThat(errors(DemoItems.changed("food_permit", "kind: ISSUE", "kind: REVIEW")))
                .contains("GRAPH-ORDER");
    }

    @Test
    void a_fee_without_a_law_is_an_error() {
        assertThat(errors(DemoItems.changed(
                        "pension", "  standard: 不收费 | Free of charge", "  charged: true\n  standard: 20 元 | 20 yuan")))
                .containsExactly("AL-58-FEE");
    }

    @Test
    void a_material_that_could_mean_anything_is_an_error() {
        assertThat(errors(DemoItems.changed("work_injury", "劳动关系证明 | Proof of employment", "其他需要的材料 | Whatever else")))
                .containsExactly("AL-31-CLEAR");
    }

    @Test
    void a_condition_on_a_field_that_is_not_asked_before_is_an_error() {
        assertThat(errors(DemoItems.changed("food_permit", "when: water_report = yes", "when: weather = sunny")))
                .containsExactly("FORM-CONDITIONS");
        assertThat(errors(DemoItems.changed(
                        "food_permit", "when: business_kind = canteen", "when: business_kind = circus")))
                .containsExactly("FORM-CONDITIONS");
    }

    @Test
    void a_site_survey_by_one_officer_is_an_error() {
        Procedure.Step survey =
                DemoItems.item("food_permit").procedure().step("survey").orElseThrow();
        assertThat(survey.fourEyes()).isTrue();
        assertThat(survey.limit()).isEqualTo(Limit.workingDays(3));
        assertThat(errors(DemoItems.changed("plan_verify", "fourEyes: true", "fourEyes: false")))
                .contains("AL-34-TWO");
    }

    @Test
    void what_is_on_the_spot_promises_so() {
        assertThat(errors(DemoItems.changed("marriage", "onTheSpot: true", "onTheSpot: false")))
                .containsExactly("ON-THE-SPOT");
    }

    @Test
    void what_is_on_the_spot_is_one_officers_one_act() {
        String decide = "    - key: decide\n";
        assertThat(errors(DemoItems.changed("marriage", decide, decide + "      fourEyes: true\n")))
                .containsExactly("ON-THE-SPOT");
        String review = "    - {key: review, kind: REVIEW, name: 审查 | Review, role: REVIEW, limit: on the spot}\n";
        assertThat(errors(DemoItems.changed("marriage", decide, review + decide + "      after: [review]\n")))
                .containsExactly("ON-THE-SPOT");
    }

    @Test
    void a_licence_without_a_limit_of_its_own_is_promised_within_the_twenty_days_of_the_licensing_law() {
        ItemText text = new ItemText();
        ItemVersion item = DemoItems.all().stream()
                .filter(one -> one.type() == ItemType.PUBLIC_SERVICE && one.statutory() == null && !one.onTheSpot())
                .findFirst()
                .orElseThrow();
        String written = text.write(item)
                .replace("type: PUBLIC_SERVICE", "type: LICENCE")
                .replaceFirst("promised:\\s+limit: [^\\n]+", "promised:\n  limit: 21 working days");
        ItemVersion slow = text.read(written, "text");
        assertThat(slow.statute()).isEqualTo(Limit.workingDays(20));
        assertThat(errors(slow)).contains("PROMISE");
        assertThat(errors(text.read(written.replace("21 working", "20 working"), "text")))
                .doesNotContain("PROMISE");
    }

    @Test
    void a_form_without_an_example_is_an_error() {
        ItemVersion item = DemoItems.item("food_permit");
        ItemVersion bare = item.with(item.materials().stream()
                .map(material -> material.with(List.of()))
                .toList());
        assertThat(errors(bare)).containsExactly("AL-30-SAMPLE");
    }

    private static List<String> errors(ItemVersion item) {
        return QualityRules.CONTENT.stream()
                .flatMap(rule -> rule.check(item))
                .filter(Finding::error)
                .map(Finding::rule)
                .distinct()
                .toList();
    }
}
