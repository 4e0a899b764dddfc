package org.yichuang.catalogue.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.util.HtmlUtils;
import org.yichuang.calendar.Limit;
import org.yichuang.catalogue.CatalogueOffice;
import org.yichuang.catalogue.Condition;
import org.yichuang.catalogue.Evidence;
import org.yichuang.catalogue.Field;
import org.yichuang.catalogue.Finding;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.Material;
import org.yichuang.catalogue.document.DemoItems;
import org.yichuang.journal.Actor;
import org.yichuang.network.Clerk;
import org.yichuang.network.PostRole;
import org.yichuang.shared.Text;
import org.yichuang.support.CityTest;

/** A draft edited as a form, sent as a browser without scripts sends it. */
@CityTest
class FieldsPagesTests {
    private static final AtomicInteger SERIAL = new AtomicInteger();
    private static final Pattern CONTROL = Pattern.compile(
            "<input\\b([^>]*)>|<textarea\\b([^>]*)>([^<]*)</textarea>|<select\\b([^>]*)>(.*?)</select>",
            Pattern.DOTALL);
    private static final Pattern OPTION = Pattern.compile("<option value=\"([^\"]*)\"( selected)?");

    @Autowired
    private CatalogueOffice office;

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private final String code = "as_a_form_" + SERIAL.incrementAndGet();
    private final String page = "/admin/items/" + code + "/1/fields";
    private Clerk admin = Clerk.nobody(0);
    private ItemVersion item = DemoItems.item("food_permit");

    @BeforeEach
    void a_draft() {
        admin = Clerk.of(context, port, "admin");
        item = DemoItems.changed("food_permit", "code: food_permit", "code: " + code)
                .as(1);
        office.draft(item, Actor.SYSTEM);
    }

    @AfterEach
    void the_draft_is_thrown_away() {
        office.versions(code).forEach(info -> office.discard(code, info.version(), info.revision(), Actor.SYSTEM));
    }

    @Test
    void saving_what_the_page_shows_changes_nothing() {
        Clerk.Answer saved = send(fields(admin.get(page)));

        assertThat(saved.status()).isEqualTo(302);
        assertThat(saved.header("Location")).isEqualTo("/admin/items/" + code + "/1");
        assertThat(office.body(code, 1)).isEqualTo(item);
        assertThat(admin.get("/admin/items/" + code + "/1").text()).contains("<td>修改事项</td><td>郑文博</td>");
    }

    @Test
    void what_has_to_be_picked_cannot_be_unpicked() {
        String shown = admin.get(page).text();
        for (String path : List.of("type", "department", "materials[0].form")) {
            assertThat(select(shown, path)).doesNotContain("<option value=\"\">");
        }
        assertThat(select(shown, "statutory.starts")).contains("<option value=\"\">");
    }

    private static String select(String page, String path) {
        String from = page.substring(page.indexOf("<select class=\"form-select\" id=\"" + path + "\""));
        return from.substring(0, from.indexOf("</select>"));
    }

    @Test
    void what_is_changed_is_saved_and_all_else_is_kept() {
        Map<String, List<String>> fields = fields(admin.get(page));
        fields.put("name.en", List.of("Licence for a food business"));
        fields.put("promised.limit", List.of("4"));
        fields.put("themes", List.of("", "social"));
        fields.put("materials[1].held", List.of(""));

        assertThat(send(fields).status()).isEqualTo(302);

        ItemVersion now = office.body(code, 1);
        assertThat(now.name()).isEqualTo(Text.of("食品经营许可（新办）", "Licence for a food business"));
        assertThat(now.promised()).extracting("limit", "demo").containsExactly(Limit.workingDays(4), true);
        assertThat(now.themes()).containsExactly("social");
        assertThat(now.materials()).extracting(Material::held).doesNotContain(true);
        assertThat(now.form()).isEqualTo(item.form());
        assertThat(now.procedure()).isEqualTo(item.procedure());
        assertThat(now.evidence()).isEqualTo(item.evidence());
        assertThat(now.legalBasis()).isEqualTo(item.legalBasis());
    }

    @Test
    void what_a_row_of_the_document_prints_is_printed_in_the_order_in_which_it_was_picked() {
        Map<String, List<String>> fields = fields(admin.get(page));
        assertThat(fields.get("outcome.prints[2].of")).containsExactly("division", "address", "", "");
        fields.put("outcome.prints[2].of", List.of("business_kind", "address", "", "division"));

        assertThat(send(fields).status()).isEqualTo(302);

        assertThat(office.body(code, 1).outcome().prints().get(2).of())
                .containsExactly("business_kind", "address", "division");
        assertThat(admin.get(page).text()).contains("印表里的哪几项：主体业态、");
    }

    @Test
    void rows_come_and_go_by_buttons_and_are_saved_with_the_form_only() {
        int rows = item.conditions().size();
        Map<String, List<String>> fields = fields(admin.get(page));
        fields.put("row", List.of("add:conditions"));
        Clerk.Answer added = send(fields);
        assertThat(added.status()).isEqualTo(200);
        Map<String, List<String>> more = fields(added);
        more.put("conditions[" + rows + "].zh", List.of("有健康证明"));
        more.put("conditions[" + rows + "].en", List.of("Health certificates"));
        more.put("row", List.of("remove:conditions[0]"));
        Map<String, List<String>> fewer = fields(send(more));
        assertThat(office.body(code, 1)).isEqualTo(item);

        assertThat(send(fewer).status()).isEqualTo(302);

        assertThat(office.body(code, 1).conditions())
                .containsExactlyElementsOf(Stream.concat(
                                item.conditions().stream().skip(1), Stream.of(Text.of("有健康证明", "Health certificates")))
                        .toList());
    }

    @Test
    void the_applicants_form_and_the_steps_are_pages_of_the_same_form() {
        for (String part : List.of("/form", "/steps")) {
            assertThat(send(part, fields(admin.get(page + part))).status()).isEqualTo(302);
            assertThat(office.body(code, 1)).as(part).isEqualTo(item);
        }
        assertThat(admin.get(page + "/evidence").status()).isEqualTo(404);
    }

    @Test
    void a_question_is_added_to_the_applicants_form_with_its_options_and_its_condition() {
        String row = "form.sections[1].questions[2].fields[4]";
        Clerk.Answer form = admin.get(page + "/form");
        assertThat(form.text()).contains(">加一项：栏目</button>", ">加一项：选项</button>");
        Map<String, List<String>> fields = fields(form);
        fields.put("row", List.of("add:form.sections[1].questions[2].fields"));
        fields = fields(send("/form", fields));
        fields.put(row + ".label.zh", List.of("水源多远"));
        fields.put(row + ".label.en", List.of("How far the spring is"));
        fields.put(row + ".type", List.of("CHOICE"));
        fields.put(row + ".when", List.of("water"));
        for (String option : List.of("近", "远")) {
            fields.put("row", List.of("add:" + row + ".options"));
            Clerk.Answer added = send("/form", fields);
            assertThat(added.text()).contains("<option value=\"water = own\">用水：自己取水</option>");
            fields = fields(added);
            int last = option.equals("近") ? 0 : 1;
            fields.put(row + ".options[" + last + "].label.zh", List.of(option));
        }
        Clerk.Answer refused = send("/form", fields);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("id=\"" + row + ".when-error\"");
        assertThat(office.body(code, 1)).isEqualTo(item);
        fields.put(row + ".when", List.of("water = own, both"));

        assertThat(send("/form", fields).status()).isEqualTo(302);

        ItemVersion now = office.body(code, 1);
        Field added = now.form().field("field_1").orElseThrow();
        assertThat(added.label()).isEqualTo(Text.of("水源多远", "How far the spring is"));
        assertThat(added.when()).isEqualTo(new Condition("water", List.of("own", "both")));
        assertThat(added.options()).extracting(Field.Option::value).containsExactly("option_1", "option_2");
        assertThat(now.form().fields().filter(field -> !field.equals(added)))
                .containsExactlyElementsOf(item.form().fields().toList());
        assertThat(now.procedure()).isEqualTo(item.procedure());
        assertThat(now.materials()).isEqualTo(item.materials());
        assertThat(admin.get(page + "/form").text()).contains("现在是：用水：自己取水 或 用水：两样都用");
    }

    @Test
    void a_condition_that_is_set_shows_every_answer_of_its_field_to_be_ticked() {
        String when = "form.sections[1].questions[2].fields[1].when";
        Map<String, List<String>> fields = fields(admin.get(page + "/form"));
        assertThat(fields.get(when)).containsExactly("", "water = own", "water = both", "");
        assertThat(admin.get(page + "/form").text())
                .contains("name=\"" + when + "\" value=\"water = tap\"> 用水：自来水")
                .contains("换成别的条件");
        for (String other : List.of("foo = x", "foo")) {
            fields.put(when, List.of("", "water = own", other));
            fields.put("row", List.of("add:form.sections"));
            assertThat(send("/form", fields).text()).as(other).contains("value=\"" + other + "\"");
        }
        fields.remove("row");
        fields.put(when, List.of("", "water = tap", "water = own", ""));

        assertThat(send("/form", fields).status()).isEqualTo(302);

        assertThat(office.body(code, 1)
                        .form()
                        .field("water_place")
                        .orElseThrow()
                        .when())
                .isEqualTo(new Condition("water", List.of("tap", "own")));
    }

    @Test
    void of_a_condition_that_was_just_picked_several_values_can_be_ticked_before_anything_is_saved() {
        String when = "form.sections[1].questions[0].fields[0].when";
        Map<String, List<String>> fields = fields(admin.get(page + "/form"));
        assertThat(fields.get(when)).containsExactly("");
        fields.put(when, List.of("water = own"));
        fields.put("row", List.of("show:" + when));

        Clerk.Answer shown = send("/form", fields);

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.text())
                .contains("name=\"" + when + "\" value=\"water = own\" checked", "value=\"water = both\"")
                .contains("id=\"" + when + "\" tabindex=\"-1\" autofocus");
        assertThat(fields(shown).get(when)).containsExactly("", "water = own", "");
        assertThat(office.body(code, 1)).isEqualTo(item);
    }

    @Test
    void where_a_row_can_go_is_asked_when_it_is_to_be_moved_and_not_listed_in_every_row() {
        String row = "form.sections[1].questions[2].fields[2]";
        Clerk.Answer shown = admin.get(page + "/form");
        assertThat(shown.text()).contains("value=\"to:" + row + "\"").doesNotContain("name=\"to:");
        Map<String, List<String>> fields = fields(shown);
        fields.put("row", List.of("to:" + row));

        assertThat(select(send("/form", fields).text(), "to:" + row))
                .contains("<option value=\"form.sections[1].questions[0]\">")
                .doesNotContain("<option value=\"form.sections[1].questions[2]\">");
    }

    @Test
    void rows_that_are_kept_in_no_order_cannot_be_moved_up() {
        assertThat(admin.get(page).text())
                .contains("value=\"remove:evidence[1]\"", "value=\"up:materials[1]\"")
                .doesNotContain("value=\"up:evidence[");
    }

    @Test
    void a_field_is_moved_to_another_question_and_keeps_its_key() {
        String row = "form.sections[1].questions[2].fields[2]";
        Map<String, List<String>> fields = fields(admin.get(page + "/form"));
        fields.put("to:" + row, List.of("form.sections[1].questions[0]"));
        fields.put("row", List.of("to:" + row));
        Clerk.Answer moved = send("/form", fields);
        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.text()).contains("data-unsent=\"true\"");
        assertThat(office.body(code, 1)).isEqualTo(item);

        assertThat(send("/form", fields(moved)).status()).isEqualTo(302);

        ItemVersion now = office.body(code, 1);
        Field there = item.form().field("water_amount").orElseThrow();
        assertThat(now.form().sections().get(1).questions().get(0).fields().getLast())
                .isEqualTo(there);
        assertThat(now.form().fields())
                .containsExactlyInAnyOrderElementsOf(item.form().fields().toList());
        fields.put("to:" + row, List.of("form.sections[9].questions[0]"));
        assertThat(send("/form", fields).status()).isEqualTo(422);
        assertThat(office.body(code, 1)).isEqualTo(now);
    }

    @Test
    void how_well_the_elements_are_evidenced_is_edited_in_rows() {
        Clerk.Answer shown = admin.get(page);
        assertThat(shown.text()).contains("data-unsent=\"false\"", "有多可靠", "哪一项：要交的材料 · 待核对");
        Map<String, List<String>> fields = fields(shown);
        fields.put("evidence[0].evidence", List.of("GUIDE"));

        assertThat(send(fields).status()).isEqualTo(302);

        assertThat(office.body(code, 1).evidence())
                .hasSameSizeAs(item.evidence())
                .containsValue(Evidence.GUIDE);
        assertThat(fields(admin.get(page)).get("evidence[0].evidence")).containsExactly("GUIDE");
    }

    @Test
    void the_key_of_a_field_that_is_removed_is_not_made_up_for_another() {
        String path = "form.sections[1].questions[2].fields";
        Map<String, List<String>> fields = fields(admin.get(page + "/form"));
        fields.put(path + "[3].key", List.of(""));
        assertThat(send("/form", fields).status()).isEqualTo(302);
        assertThat(office.body(code, 1).form().field("field_1")).isPresent();
        fields = fields(admin.get(page + "/form"));
        fields.put("row", List.of("remove:" + path + "[3]"));
        fields = fields(send("/form", fields));
        fields.put("row", List.of("add:" + path));
        fields = fields(send("/form", fields));
        fields.put(path + "[3].label.zh", List.of("几个人"));
        fields.put(path + "[3].type", List.of("NUMBER"));

        assertThat(send("/form", fields).status()).isEqualTo(302);

        assertThat(office.body(code, 1).form().field("field_1")).isEmpty();
        assertThat(office.body(code, 1).form().field("field_2")).isPresent();
    }

    @Test
    void a_step_is_put_before_the_decision_and_its_time_counts_against_the_promise() {
        Map<String, List<String>> fields = fields(admin.get(page + "/steps"));
        fields.put("procedure.steps[0].limit", List.of("9"));
        fields.put("procedure.steps[1].role", List.of("REVIEW"));
        fields.put("procedure.steps[3].after", List.of("", "documents", "survey"));

        assertThat(send("/steps", fields).status()).isEqualTo(302);

        ItemVersion now = office.body(code, 1);
        assertThat(now.procedure().steps().get(0).limit()).isEqualTo(Limit.workingDays(9));
        assertThat(now.procedure().steps().get(1).role()).isEqualTo(PostRole.REVIEW);
        assertThat(now.procedure().steps().get(3).after()).containsExactly("documents", "survey");
        assertThat(now.form()).isEqualTo(item.form());
        assertThat(office.findings(now))
                .filteredOn(Finding::error)
                .extracting(Finding::rule)
                .contains("STEP-SUM", "GRAPH-ORDER");
        assertThat(send("/steps", fields).status()).isEqualTo(409);
    }

    @Test
    void what_the_rules_find_leads_to_where_it_is_mended() {
        Map<String, List<String>> fields = fields(admin.get(page + "/form"));
        fields.put("form.sections[1].questions[2].fields[1].when", List.of("water = well"));
        assertThat(send("/form", fields).status()).isEqualTo(302);
        String version = admin.get("/admin/items/" + code + "/1").text();
        String place = "form.sections%5B1%5D.questions%5B2%5D.fields%5B1%5D";
        String link = page + "/form?at=" + place;
        assertThat(version)
                .contains("href=\"" + link + "#" + place + "\">申请表 · 部分 2 场所 · 问题 3 用水 · 栏目 2 在哪里取水</a>")
                .contains(">form.water_place<");

        String there = admin.get(link).text();

        assertThat(there)
                .contains("id=\"form.sections[1].questions[2].fields[1]\" tabindex=\"-1\" autofocus")
                .contains("<details open><summary>问题 3 ");
        assertThat(admin.get(page + "/form").text()).doesNotContain("autofocus", "<details open><summary>问题 3 ");
    }

    @Test
    void what_is_wrong_is_said_at_its_field_and_what_was_typed_is_kept() {
        Map<String, List<String>> fields = fields(admin.get(page));
        fields.put("promised.limit", List.of("五天"));
        fields.put("materials[2].copies", List.of("两份"));
        fields.put("summary.zh", List.of("改过的一句话"));

        Clerk.Answer refused = send(fields);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("id=\"promised.limit-error\"", "id=\"materials[2].copies-error\"")
                .contains("href=\"#promised.limit\"", "承诺时限 · 承诺多久：要写整数", "要交的材料 3 · 几份：要写整数");
        assertThat(fields(refused)).isEqualTo(fields);
        assertThat(office.body(code, 1)).isEqualTo(item);
    }

    @Test
    void who_was_overtaken_is_told_and_loses_nothing() {
        Map<String, List<String>> fields = fields(admin.get(page));
        fields.put("name.en", List.of("Mine"));
        office.edit(item, office.info(code, 1).revision(), Actor.SYSTEM);

        Clerk.Answer refused = send(fields);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("别人刚改过这个版本", "href=\"/admin/items/" + code + "/1\" target");
        assertThat(fields(refused)).isEqualTo(fields);
        assertThat(office.body(code, 1)).isEqualTo(item);
    }

    @Test
    void what_no_text_can_hold_is_refused() {
        Map<String, List<String>> fields = fields(admin.get(page));
        fields.put("name.zh", List.of("名\0称"));

        assertThat(send(fields).status()).isEqualTo(400);
        assertThat(office.body(code, 1)).isEqualTo(item);
    }

    @Test
    void half_a_form_and_unknown_rows_are_refused() {
        Map<String, List<String>> fields = fields(admin.get(page));
        fields.remove("quantity.zh");
        assertThat(send(fields).status()).isEqualTo(422);
        fields.put("row", List.of("steal:materials"));
        assertThat(send(fields).status()).isEqualTo(422);

        assertThat(office.body(code, 1)).isEqualTo(item);
    }

    @Test
    void a_page_of_one_list_of_which_nothing_arrived_is_refused_and_one_whose_rows_were_all_removed_is_not() {
        for (String part : List.of("/form", "/steps")) {
            Map<String, List<String>> fields = fields(admin.get(page + part));
            fields.keySet().removeIf(name -> !name.equals("revision"));
            Clerk.Answer refused = send(part, fields);
            assertThat(refused.status()).as(part).isEqualTo(422);
            assertThat(refused.text()).contains("这一项没有送到");
        }
        assertThat(office.body(code, 1)).isEqualTo(item);

        Map<String, List<String>> fields = fields(admin.get(page + "/steps"));
        while (fields.containsKey("procedure.steps[0]")) {
            fields.put("row", List.of("remove:procedure.steps[0]"));
            fields = fields(send("/steps", fields));
        }
        assertThat(send("/steps", fields).status()).isEqualTo(302);
        assertThat(office.body(code, 1).procedure().steps()).isEmpty();
    }

    @Test
    void a_new_item_begins_as_a_form_with_the_samples_applicants_form_and_steps() {
        String made = code + "_new";
        Map<String, List<String>> fields = fields(admin.get("/admin/items/new/fields"));
        fields.put("code", List.of("新 事项"));
        fields.put("name.zh", List.of("新事项"));
        Clerk.Answer refused = admin.form("/admin/items/new/fields", encoded(fields));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(fields(refused)).isEqualTo(fields);

        fields.put("code", List.of(made));
        assertThat(admin.form("/admin/items/new/fields", encoded(fields)).header("Location"))
                .isEqualTo("/admin/items/" + made + "/1");

        ItemVersion draft = office.body(made, 1);
        assertThat(draft.name()).isEqualTo(Text.of("新事项", ""));
        assertThat(draft.procedure().steps()).isNotEmpty();
        assertThat(draft.materials()).isEmpty();
        assertThat(admin.get("/admin/items/" + made + "/1").text())
                .contains("没有写部门", "写了部门和哪一级办，这里才看得出谁来办")
                .doesNotContain("没有代码为“”的部门", "这个部门在这些层级还没有单位");
        Clerk.Answer taken = admin.form("/admin/items/new/fields", encoded(fields));
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.text()).contains("已有事项用了这个短名");
        assertThat(office.versions(made)).hasSize(1);
        assertThat(fields(admin.get("/admin/items/" + made + "/1/fields"))).doesNotContainKey("code");
        office.discard(made, 1, office.info(made, 1).revision(), Actor.SYSTEM);
    }

    private Clerk.Answer send(Map<String, List<String>> fields) {
        return send("", fields);
    }

    private Clerk.Answer send(String part, Map<String, List<String>> fields) {
        return admin.form(page + part, encoded(fields));
    }

    private static String encoded(Map<String, List<String>> fields) {
        return fields.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream()
                        .map(value -> URLEncoder.encode(entry.getKey(), UTF_8) + "=" + URLEncoder.encode(value, UTF_8)))
                .collect(Collectors.joining("&"));
    }

    /** What the form on the page would send. */
    private static Map<String, List<String>> fields(Clerk.Answer answer) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        Matcher control = CONTROL.matcher(answer.text());
        while (control.find()) {
            String tag = Stream.of(1, 2, 4)
                    .map(control::group)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElseThrow();
            String name = attribute(tag, "name");
            boolean unticked = tag.contains("checkbox") && !tag.contains(" checked");
            if (name.isEmpty() || name.equals("_csrf") || unticked) {
                continue;
            }
            String value = control.group(1) != null
                    ? attribute(tag, "value")
                    : control.group(2) != null ? HtmlUtils.htmlUnescape(control.group(3)) : picked(control.group(5));
            fields.merge(
                    name,
                    List.of(value),
                    (some, one) -> Stream.concat(some.stream(), one.stream()).toList());
        }
        return fields;
    }

    private static String attribute(String tag, String name) {
        Matcher found = Pattern.compile("\\b" + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? HtmlUtils.htmlUnescape(found.group(1)) : "";
    }

    private static String picked(String options) {
        Matcher option = OPTION.matcher(options);
        return option.results()
                .filter(one -> one.group(2) != null)
                .findFirst()
                .or(() -> OPTION.matcher(options).results().findFirst())
                .orElseThrow()
                .group(1);
    }
}
