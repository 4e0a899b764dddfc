package org.yichuang.catalogue.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yichuang.calendar.Limit;
import org.yichuang.catalogue.Finding;
import org.yichuang.catalogue.ItemType;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.Outcome;
import org.yichuang.catalogue.Procedure;
import org.yichuang.catalogue.document.DemoItems;
import org.yichuang.catalogue.document.ItemText;
import org.yichuang.catalogue.store.ItemJson;
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
    void what_the_sample_of_a_new_item_leaves_to_be_said_has_to_be_said() {
        ItemVersion sample = new ItemText().read(ItemText.STARTER, "text");

        assertThat(found(sample).filter(Finding::error))
                .allSatisfy(finding -> assertThat(finding.rule()).isEqualTo("SAMPLE"))
                .extracting(Finding::element)
                .containsExactly(
                        "name",
                        "summary",
                        "legalBasis[0].law",
                        "conditions[0]",
                        "statutory.basis",
                        "outcome.name",
                        "synonyms",
                        "synonyms");
        assertThat(warned(sample)).contains("SAMPLE-FORM", "SAMPLE-STEPS");
        assertThat(DemoItems.all())
                .allSatisfy(item -> assertThat(warned(item)).doesNotContain("SAMPLE-FORM", "SAMPLE-STEPS"));
    }

    @Test
    void a_promise_longer_than_the_law_gives_is_an_error() {
        assertThat(errors("pension", "limit: 10 working days\n  demo", "limit: 21 working days\n  demo"))
                .contains("PROMISE");
    }

    @Test
    void a_promise_that_is_less_than_the_policys_fifty_percent_faster_is_warned_of() {
        assertThat(warned(DemoItems.item("pension"))).doesNotContain("TARGETS");
        assertThat(warned(DemoItems.changed(
                        "pension", "limit: 10 working days\n  demo", "limit: 11 working days\n  demo")))
                .contains("TARGETS");
    }

    @Test
    void a_promise_longer_than_acceptance_leaves_of_a_limit_from_the_receipt_is_warned_of() {
        assertThat(left(DemoItems.item("maternity"))).isEmpty();
        ItemVersion longer =
                DemoItems.changed("maternity", "limit: 5 working days\n  demo", "limit: 6 working days\n  demo");
        assertThat(left(longer)).hasSize(1);
        assertThat(left(longer).getFirst().zh()).contains("法定时限 10 个工作日从收到材料起算", "最少只剩 5 个工作日", "承诺却是受理后 6 个工作日");
        assertThat(left(longer).getFirst().en()).contains("5 working days may be left", "6 working days");
        assertThat(errors(longer)).doesNotContain("PROMISE-RECEIPT");
        assertThat(left(DemoItems.changed("maternity", "limit: 5 working days\n  demo", "limit: on the spot\n  demo")))
                .isEmpty();
        for (int days : List.of(23, 24)) {
            assertThat(left(DemoItems.changed("eia_form", "limit: 12 calendar", "limit: " + days + " calendar")))
                    .hasSize(days - 23);
        }
        assertThat(left(DemoItems.changed(longer, "starts: RECEIPT", "starts: ACCEPTANCE")))
                .isEmpty();
    }

    @Test
    void the_licensing_laws_ten_days_more_are_for_what_counts_from_acceptance_alone() {
        String limit = "  limit: 10 working days\n  extension: 5 working days\n";
        ItemVersion twenty = DemoItems.changed("food_permit", limit, "  limit: 20 working days\n");
        assertThat(twenty.extension()).isEqualTo(Limit.workingDays(10));
        ItemVersion received = DemoItems.changed(twenty, "starts: ACCEPTANCE", "starts: RECEIPT");
        assertThat(received.fromReceipt()).isTrue();
        assertThat(received.extension()).isNull();
    }

    private static List<Text> left(ItemVersion item) {
        return found(item)
                .filter(finding -> finding.rule().equals("PROMISE-RECEIPT"))
                .map(Finding::what)
                .toList();
    }

    @Test
    void a_licence_has_more_time_than_the_licensing_law_gives_only_by_an_article_that_was_read() {
        String limit = "  limit: 10 working days\n  extension: 5 working days\n";
        for (String longer : List.of(
                limit.replace("10 working", "21 working"),
                limit.replace("10 working", "30 calendar"),
                limit.replace("5 working", "11 working"))) {
            assertThat(errors("food_permit", limit, longer)).as(longer).contains("LIMIT-LONGER");
            assertThat(errors("food_permit", limit, longer + "  verified: true\n"))
                    .as(longer)
                    .doesNotContain("LIMIT-LONGER");
        }
        String most = limit.replace("10 working", "20 working").replace(" 5 working", " 10 working");
        assertThat(errors("food_permit", limit, most)).isEmpty();
    }

    @Test
    void a_plain_site_survey_counts_and_a_test_on_site_does_not() {
        String counts = "  - name: 现场核查 | Site check\n    time: 5 个工作日 | 5 working days\n    counts: true\n";
        for (String name : List.of("现场核查", "现场踏勘", "实地查看")) {
            assertThat(errors("food_permit", counts, "  - name: " + name + " | On site\n"))
                    .as(name)
                    .containsExactly("SURVEY-COUNTS");
        }
        assertThat(errors("fire_design", "name: 专家评审 | Expert review\n      role", "name: 现场踏勘 | On site\n      role"))
                .contains("SURVEY-COUNTS");
        assertThat(errors(
                        "labor_arbitration", "kind: SURVEY\n      name: 调查和开庭 |", "kind: HEARING\n      name: 现场核查 |"))
                .as("AL-45 is about licences")
                .isEmpty();
        for (String name : List.of("现场检测", "现场核查（专家评审）", "听证")) {
            assertThat(errors("food_permit", counts, "  - name: " + name + " | On site\n"))
                    .as(name)
                    .isEmpty();
        }
    }

    @Test
    void what_the_licensing_law_does_not_list_counts_unless_a_law_that_was_read_says_otherwise() {
        String counts = "  - name: 现场核查 | Site check\n    time: 5 个工作日 | 5 working days\n    counts: true\n";
        String other = "  - name: 内部会签 | Countersigning\n    time: 5 个工作日 | 5 working days\n";
        assertThat(errors("food_permit", counts, other)).containsExactly("AL-45-LISTED");
        assertThat(errors("food_permit", counts, other + "    verified: true\n"))
                .isEmpty();
        assertThat(errors("food_permit", counts, other + "    counts: true\n")).isEmpty();
    }

    @Test
    void what_is_granted_is_delivered_within_ten_working_days_of_the_decision() {
        String limit = "  limit: 10 working days\n  extension: 5 working days\n";
        for (int days : List.of(10, 11)) {
            ItemText text = new ItemText();
            String written = text.write(
                            DemoItems.changed("food_permit", limit, "  limit: 60 working days\n  verified: true\n"))
                    .replace("limit: 5 working days\n  demo", "limit: 30 working days\n  demo")
                    .replaceFirst("(key: issue[^@]*?limit: )1 working day", "$1" + days + " working days");
            assertThat(errors(text.read(written, "text")))
                    .isEqualTo(days == 10 ? List.of() : List.of("AL-44-DELIVERY"));
        }
    }

    @Test
    void what_cannot_be_seen_is_an_error_and_so_is_evidence_of_nothing() {
        String said = "name: 材料审查 | Document review\n";
        assertThat(errors("food_permit", said, "name: \"材料\\u202E审查 | Document review\"\n"))
                .containsExactly("CHARACTERS");
        assertThat(errors("food_permit", "evidence:\n", "evidence:\n  nonsense: LAW\n"))
                .containsExactly("EVIDENCE");
    }

    @Test
    void what_is_written_down_empty_is_an_error() {
        for (String said : List.of(
                "name: 材料审查 | Document review",
                "name: 营业执照 | Business licence",
                "label: 联系电话 | Telephone",
                "label: 自来水 | Tap water",
                "law: 食品安全法实施条例 | Implementing Regulation of the Food Safety Law")) {
            String empty = said.substring(0, said.indexOf(':')) + ": \"\"";
            assertThat(errors("food_permit", said + "\n", empty + "\n"))
                    .as(said)
                    .containsExactly("AL-30-EMPTY");
        }
    }

    @Test
    void a_number_that_nothing_has_is_an_error() {
        for (String[] change : new String[][] {
            {"common: 1\n", "common: 0\n"},
            {"minutes: 3\n", "minutes: -3\n"},
            {"  online: true\n", "  online: true\n  visits: -1\n"},
            {
                "    necessity: REQUIRED\n    source: GOVERNMENT\n",
                "    copies: 0\n    necessity: REQUIRED\n    source: GOVERNMENT\n"
            }
        }) {
            ItemVersion changed = DemoItems.changed("food_permit", change[0], change[1]);
            assertThat(errors(changed)).as(change[1]).containsExactly("NUMBERS");
            assertThat(ItemJson.read(ItemJson.write(changed), ItemVersion.class))
                    .isEqualTo(changed);
        }
    }

    @Test
    void steps_that_add_up_to_more_than_the_promise_are_an_error() {
        assertThat(errors("food_permit", "limit: 1 working day\n", "limit: 2 working days\n"))
                .containsExactly("STEP-SUM");
        assertThat(errors("food_permit", "  limit: 5 working days", "  limit: 4 working days"))
                .as("by one day")
                .containsExactly("STEP-SUM");
    }

    @Test
    void a_certificate_prints_no_personal_number_and_nothing_that_the_form_does_not_ask() {
        for (String key : List.of("contact_phone", "nowhere")) {
            assertThat(errors("food_permit", "- business_kind", "- " + key))
                    .as(key)
                    .containsExactly("OUTCOME-PRINTS");
        }
        assertThat(errors("food_permit", "主体业态 | Type", "很".repeat(21) + " | Type"))
                .containsExactly("OUTCOME-PRINTS");
        assertThat(errors("company_setup", "holder: proposed_name", "holder: capital"))
                .containsExactly("OUTCOME-HOLDER");
    }

    @Test
    void a_certificate_is_valid_for_a_month_to_a_hundred_years() {
        for (String months : List.of("-1", "0", "1201", "2000000000")) {
            assertThat(errors("food_permit", "months: 60", "months: " + months))
                    .as(months)
                    .containsExactly("OUTCOME-MONTHS");
        }
    }

    @Test
    void a_number_is_held_against_an_earlier_number_only() {
        for (String key : List.of("nowhere", "seats", "address")) {
            assertThat(errors("food_permit", "atMost: premises_area", "atMost: " + key))
                    .as(key)
                    .containsExactly("FORM-COMPARED");
        }
    }

    @Test
    void only_a_day_can_have_to_have_come() {
        assertThat(errors("food_permit", "atMost: premises_area", "past: true")).containsExactly("FORM-PAST");
    }

    @Test
    void the_demo_city_s_certificates_say_what_they_print_or_have_nothing_to_print() {
        assertThat(DemoItems.all())
                .filteredOn(item -> item.outcome().kind() != Outcome.Kind.OTHER
                        && item.outcome().prints().isEmpty())
                .extracting(ItemVersion::code)
                .containsExactlyInAnyOrder(
                        "id_card", "passport", "taiwan_permit", "licence_renew", "senior_card", "si_person")
                .allMatch(code -> bare(DemoItems.item(code)));
        assertThat(bare(DemoItems.item("food_permit"))).isFalse();
    }

    /** Whoever keeps the item is warned that its certificate prints nothing. */
    private static boolean bare(ItemVersion item) {
        return found(item).anyMatch(finding -> finding.rule().equals("OUTCOME-BARE") && !finding.error());
    }

    @Test
    void parallel_steps_count_once() {
        Procedure procedure = DemoItems.item("food_permit").procedure();
        assertThat(procedure.steps().stream().filter(step -> step.after().isEmpty()))
                .hasSize(3);
        assertThat(procedure.longest()).isEqualTo(5);
        assertThat(procedure.spans().get("decide")).isEqualTo(new Procedure.Span(3, 4));
    }

    @Test
    void an_expert_review_does_not_count() {
        assertThat(DemoItems.item("fire_design").procedure().longest()).isEqualTo(7);
    }

    @Test
    void a_circle_and_an_unknown_step_are_errors() {
        assertThat(errors("food_permit", "after:\n        - decide", "after:\n        - issue"))
                .contains("GRAPH-CIRCLE");
        assertThat(errors("food_permit", "after:\n        - decide", "after:\n        - nowhere"))
                .contains("GRAPH-AFTER")
                .doesNotContain("GRAPH-CIRCLE");
    }

    @Test
    void a_review_behind_the_decision_is_an_error() {
        assertThat(errors("food_permit", "kind: ISSUE", "kind: REVIEW")).contains("GRAPH-ORDER");
    }

    @Test
    void a_fee_without_a_law_is_an_error() {
        assertThat(errors("pension", "  standard: 不收费 | Free of charge", "  charged: true\n  standard: 20 元 | 20 yuan"))
                .containsExactly("AL-58-FEE");
        assertThat(errors(
                        "pension",
                        "  standard: 不收费 | Free of charge",
                        "  charged: true\n  standard: 20 元 | 20 yuan\n  basis: ' '"))
                .as("a law without a name")
                .containsExactlyInAnyOrder("AL-58-FEE", "AL-30-EMPTY");
        for (String named : List.of(
                "20 元",
                "每年五百元",
                "1,200元",
                "２０元",
                "20块",
                "十块钱",
                "¥20",
                "￥ 0.50",
                "20 美元",
                "首次申领不收；到期换领 20 元",
                "免费，补领 20 元")) {
            assertThat(errors("pension", "standard: 不收费 |", "standard: " + named + " |"))
                    .as(named)
                    .containsExactly("AL-58-FEE");
        }
        for (String free : List.of(
                "0 元",
                "不收费（原 9 元登记费已取消）",
                "免收，原每证 10 元",
                "不收费；复印费每页 0.5 元由窗口承担",
                "免收 1,200 元登记费",
                "一元化办理，与营业执照一块办，不收费")) {
            assertThat(errors("pension", "standard: 不收费 |", "standard: " + free + " |"))
                    .as(free)
                    .isEmpty();
        }
    }

    @Test
    void a_material_that_could_mean_anything_is_an_error() {
        assertThat(errors("work_injury", "劳动关系证明 | Proof of employment", "其他需要的材料 | Whatever else"))
                .containsExactly("AL-31-CLEAR");
        for (String name :
                List.of("法律法规规定的其他资料", "审批部门认为需要提供的材料", "相关材料", "身份证等文件", "其他", "其它证明材料", "其他应当提交的文件", "要求提供的有关资料")) {
            assertThat(errors("work_injury", "劳动关系证明 | Proof", name + " | Proof"))
                    .as(name)
                    .containsExactly("AL-31-CLEAR");
        }
        for (String name : List.of(
                "其他股东的身份证明",
                "其它股东的身份证明",
                "其他共有人同意证明",
                "其他家庭成员收入证明",
                "其他继承人放弃继承的证明",
                "其他出资人决议文件",
                "出租人提供的产权文件",
                "申请人提交的申报材料")) {
            assertThat(errors("work_injury", "劳动关系证明 | Proof", name + " | Proof"))
                    .as(name)
                    .isEmpty();
        }
    }

    @Test
    void a_condition_on_a_field_that_is_not_asked_before_is_an_error() {
        assertThat(errors("food_permit", "when: water_report = yes", "when: weather = sunny"))
                .containsExactly("FORM-CONDITIONS");
        assertThat(errors("food_permit", "when: business_kind = canteen", "when: business_kind = circus"))
                .containsExactly("FORM-CONDITIONS");
        assertThat(found("food_permit", "when: business_kind = canteen", "when: business_kind = circus")
                        .map(finding -> finding.what().zh()))
                .contains("条件里的“business_kind”没有“circus”这个选项，可以写的是：restaurant, canteen, shop");
    }

    @Test
    void a_site_survey_by_one_officer_is_an_error() {
        Procedure.Step survey =
                DemoItems.item("food_permit").procedure().step("survey").orElseThrow();
        assertThat(survey.fourEyes()).isTrue();
        assertThat(survey.limit()).isEqualTo(Limit.workingDays(3));
        assertThat(errors("plan_verify", "fourEyes: true", "fourEyes: false")).contains("AL-34-TWO");
        assertThat(errors("food_permit", "name: 材料审查 |", "name: 上门查看 |")).containsExactly("AL-34-TWO");
        for (String desk : List.of("现场核查结果审核", "现场勘查报告审查", "现场核查的意见公示")) {
            assertThat(errors("food_permit", "name: 材料审查 |", "name: " + desk + " |"))
                    .as(desk)
                    .isEmpty();
        }
    }

    @Test
    void an_extension_is_in_the_unit_of_what_it_extends() {
        assertThat(errors("labor_arbitration", "extension: 15 calendar days", "extension: 10 working days"))
                .containsExactly("EXTENSION-UNIT");
    }

    @Test
    void what_is_delivered_was_issued_before() {
        String issue = "    - key: issue\n      kind: ISSUE\n";
        String delivered = "    - key: handed\n      kind: DELIVERY\n      name: 送达 | Delivery\n      role: ISSUE\n"
                + "      limit: on the spot\n      after:\n        - decide\n" + issue;
        assertThat(errors("food_permit", issue, delivered)).isEmpty();
        ItemVersion after = DemoItems.changed(
                DemoItems.changed("food_permit", issue, delivered),
                "      limit: 1 working day\n      after:\n        - decide\nspecial",
                "      limit: 1 working day\n      after:\n        - handed\nspecial");
        assertThat(errors(after)).containsExactly("GRAPH-ORDER");
    }

    @Test
    void steps_that_take_centuries_are_named_and_break_nothing() {
        String issue =
                "    - key: issue\n      kind: ISSUE\n      name: 制证 | Issue\n      role: ISSUE\n      limit: 1 working day\n      after:\n        - decide\n";
        String[] days = {"limit: 1 working day", "limit: 60000 working days"};
        String made = issue.replace(days[0], days[1]);
        String sealed = made.replace("key: issue", "key: seal").replace("- decide", "- issue");
        assertThat(errors("food_permit", issue, made + sealed)).contains("STEP-SUM", "AL-44-DELIVERY");
    }

    @Test
    void some_number_has_to_fit() {
        String people = "min: 1\n              max: 100\n              whole: true\n";
        String share = "min: 0.2\n              max: 0.8\n";
        assertThat(errors("small_catering", people, share)).isEmpty();
        assertThat(errors("small_catering", people, share + "              whole: true\n"))
                .containsExactly("FORM-LIMITS");
        assertThatThrownBy(() -> DemoItems.changed("small_catering", people, "min: 1e5000\n"))
                .hasMessageContaining("15 digits");
        assertThatThrownBy(() -> DemoItems.changed("small_catering", people, "min: 999999999999999E2147483640\n"))
                .hasMessageContaining("15 digits");
    }

    @Test
    void how_the_result_is_received_is_one_of_what_can_be_done() {
        assertThat(errors("food_permit", "value: post\n", "value: option_1\n")).contains("FORM-RECEIVE");
        assertThat(errors("food_permit", "key: receive_address", "key: field_1"))
                .containsExactly("FORM-RECEIVE");
        String post = "              when: receive = post\n";
        assertThat(errors("food_permit", post, "")).contains("FORM-RECEIVE");
        String address = "            - key: receive_address\n";
        String page = "        - key: where_to\n          title: 寄到哪里 | Where to\n          when: receive = post\n"
                + "          fields:\n" + address;
        assertThat(errors(DemoItems.changed(DemoItems.changed("food_permit", post, ""), address, page)))
                .isEmpty();
        assertThat(errors("food_permit", address, page)).isEmpty();
        assertThat(errors("food_permit", address, page.replace("receive = post", "receive = collect")))
                .as("nobody who has it posted is asked where to")
                .containsExactly("FORM-RECEIVE");
        String kind = address + "              type: ADDRESS\n";
        assertThat(errors("food_permit", kind, address + "              type: TEXT\n"))
                .isEmpty();
        for (String other : List.of("DATE", "NUMBER", "PHONE", "YES_NO")) {
            assertThat(errors("food_permit", kind, address + "              type: " + other + "\n"))
                    .as(other)
                    .containsExactly("FORM-RECEIVE");
        }
    }

    @Test
    void communities_that_nobody_can_choose_exercise_nothing() {
        String all = "levels:\n  - DISTRICT\n  - STREET\n  - VILLAGE\n";
        assertThat(errors("dibao", all, "levels:\n  - VILLAGE\n")).contains("LEVELS-VILLAGE");
        assertThat(errors(DemoItems.item("dibao"))).isEmpty();
    }

    @Test
    void a_step_behind_the_decision_is_one_officers() {
        assertThat(errors("food_permit", "      kind: ISSUE\n", "      kind: ISSUE\n      fourEyes: true\n"))
                .containsExactly("AL-34-TWO");
    }

    @Test
    void a_material_that_could_not_be_handed_in_later_is_not_said_to_follow_later() {
        assertThat(errors("food_permit", "necessity: IN_SOME_CASES", "necessity: MAY_FOLLOW"))
                .containsExactly("MATERIAL-LATER");
    }

    @Test
    void what_is_on_the_spot_promises_so() {
        assertThat(errors("marriage", "onTheSpot: true", "onTheSpot: false")).containsExactly("ON-THE-SPOT");
    }

    @Test
    void what_is_on_the_spot_is_one_officers_one_act() {
        String decide = "    - key: decide\n";
        assertThat(errors("marriage", decide, decide + "      fourEyes: true\n"))
                .containsExactly("ON-THE-SPOT");
        String review = "    - {key: review, kind: REVIEW, name: 审查 | Review, role: REVIEW, limit: on the spot}\n";
        assertThat(errors("marriage", decide, review + decide + "      after: [review]\n"))
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

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "201", "4294967346"})
    void a_text_of_no_characters_or_of_more_than_its_type_takes_is_an_error(String most) {
        assertThat(errors("food_permit", "max: 50\n", "max: " + most + "\n")).containsExactly("FORM-LIMITS");
    }

    @Test
    void numbers_that_leave_nothing_between_them_are_an_error() {
        assertThat(errors("food_permit", "max: 100000\n", "max: 0.9\n")).containsExactly("FORM-LIMITS");
        assertThat(errors("food_permit", "max: 100000\n", "max: 1\n")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cake", "' '", "' drink'", "\"a\\tb\""})
    void an_option_that_no_answer_can_pick_is_an_error(String value) {
        assertThat(errors("food_permit", "value: drink\n", "value: " + value + "\n"))
                .containsExactly("FORM-OPTIONS");
    }

    @Test
    void an_option_s_value_is_as_long_as_an_answer_may_be() {
        for (int length : List.of(200, 201)) {
            assertThat(errors("food_permit", "value: drink\n", "value: " + "x".repeat(length) + "\n"))
                    .isEqualTo(length == 200 ? List.of() : List.of("FORM-OPTIONS"));
        }
    }

    @Test
    void a_field_has_no_name_that_the_desk_s_forms_use() {
        for (String key :
                List.of("then", "version", "what", "once", "draft", "confirmed", "step", "after", "revision")) {
            assertThat(errors("food_permit", "key: contact_phone\n", "key: " + key + "\n"))
                    .containsExactly("FORM-KEYS");
        }
    }

    @Test
    void a_field_has_no_name_that_a_script_asks_its_form_for() {
        for (String key : List.of("form", "action", "elements", "submit", "name", "id", "value")) {
            assertThat(errors("food_permit", "key: contact_phone\n", "key: " + key + "\n"))
                    .as(key)
                    .containsExactly("FORM-KEYS");
        }
    }

    @Test
    void a_district_that_is_not_asked_of_everybody_is_an_error() {
        String condition = "when: legal_representative = x";
        assertThat(errors(behind("type: DIVISION", condition))).containsExactly("FORM-PLACE");
        assertThat(errors(behind("title: 经营地址 | Address", condition))).containsExactly("FORM-PLACE");
        assertThat(errors(behind("title: 面积和布局 | Floor area and layout", condition)))
                .isEmpty();
    }

    /** The food permit with one more line behind this one, as deep as it. */
    private static ItemVersion behind(String line, String more) {
        ItemText text = new ItemText();
        var found = Pattern.compile("\n( *)" + Pattern.quote(line) + "\n")
                .matcher(text.write(DemoItems.item("food_permit")));
        return text.read(found.replaceFirst("$0$1" + more + "\n"), "text");
    }

    /** Each of sixty steps waits for the two before it: there are more ways through them than could ever be gone. */
    @Test
    void steps_that_wait_for_many_others_are_looked_at_once() {
        String steps = IntStream.range(0, 60)
                .mapToObj(n ->
                        "    - {key: s" + n + ", kind: REVIEW, name: 审 | R, role: REVIEW, limit: on the spot, after: ["
                                + (n > 0 ? "s" + (n - 1) : "") + (n > 1 ? ", s" + (n - 2) : "") + "]}\n")
                .collect(Collectors.joining());
        String decide = "    - key: decide\n";
        ItemVersion item = DemoItems.changed(
                DemoItems.changed("food_permit", decide, steps + decide),
                "        - documents\n",
                "        - documents\n        - s59\n");

        assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> assertThat(errors(item)).isEmpty());
    }

    @Test
    void what_nobody_can_apply_for_and_a_fee_whose_basis_nobody_read_are_warned_of() {
        assertThat(found("marriage", "visits: 1", "visits: 0").map(Finding::rule))
                .contains("VISITS");
        assertThat(found(DemoItems.item("passport"))
                        .filter(finding -> !finding.error())
                        .map(Finding::rule))
                .contains("FEE-READ");
        assertThat(found(DemoItems.item("road_dig")).map(Finding::rule)).doesNotContain("FEE-READ");
    }

    @Test
    void a_certificate_that_does_not_say_how_long_it_is_valid_is_warned_of() {
        assertThat(warned(DemoItems.item("food_permit"))).doesNotContain("OUTCOME-VALIDITY");
        assertThat(warned(DemoItems.item("hr_service"))).contains("OUTCOME-VALIDITY");
        assertThat(warned("hr_service", "kind: CERTIFICATE", "kind: APPROVAL")).doesNotContain("OUTCOME-VALIDITY");
    }

    @Test
    void a_fee_for_a_licence_that_only_a_price_document_sets_is_warned_of() {
        assertThat(warned(DemoItems.item("taiwan_permit"))).contains("FEE-LAW");
        assertThat(warned("taiwan_permit", "basis: 发改价格", "basis: 护照法第1条、发改价格")).doesNotContain("FEE-LAW");
        assertThat(warned(DemoItems.item("road_dig"))).doesNotContain("FEE-LAW");
        assertThat(warned(DemoItems.item("id_card"))).as("no licence").doesNotContain("FEE-LAW");
    }

    @Test
    void a_material_for_some_cases_that_does_not_say_which_is_warned_of() {
        assertThat(warned(DemoItems.item("fire_design"))).doesNotContain("MATERIAL-WHEN");
        assertThat(found(DemoItems.item("medical_inst"))
                        .filter(finding -> finding.rule().equals("MATERIAL-WHEN"))
                        .map(Finding::element))
                .containsExactly("materials.approval_set_up_institution");
    }

    @Test
    void a_telephone_that_an_applicant_may_not_have_is_not_required() {
        assertThat(DemoItems.all()).allSatisfy(item -> assertThat(warned(item)).doesNotContain("PHONE-ASKED"));
        assertThat(warned(new ItemText().read(ItemText.STARTER, "text"))).doesNotContain("PHONE-ASKED");
        assertThat(warned(behind("known: PHONE", "required: true"))).contains("PHONE-ASKED");
    }

    private static List<String> errors(String item, String said, String other) {
        return errors(DemoItems.changed(item, said, other));
    }

    private static List<String> warned(String item, String said, String other) {
        return warned(DemoItems.changed(item, said, other));
    }

    private static Stream<Finding> found(String item, String said, String other) {
        return found(DemoItems.changed(item, said, other));
    }

    private static List<String> warned(ItemVersion item) {
        return found(item)
                .filter(finding -> !finding.error())
                .map(Finding::rule)
                .toList();
    }

    private static Stream<Finding> found(ItemVersion item) {
        return QualityRules.CONTENT.stream().flatMap(rule -> rule.check(item));
    }

    private static List<String> errors(ItemVersion item) {
        return found(item).filter(Finding::error).map(Finding::rule).distinct().toList();
    }
}
