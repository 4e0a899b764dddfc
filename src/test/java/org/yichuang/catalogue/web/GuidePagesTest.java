package org.yichuang.catalogue.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yichuang.casework.service.Competence;
import org.yichuang.casework.web.applicant.StartPage;
import org.yichuang.catalogue.Audience;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.ItemCard;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.LocalRules;
import org.yichuang.catalogue.Material;
import org.yichuang.catalogue.Procedure;
import org.yichuang.catalogue.document.DemoItems;
import org.yichuang.journal.Actor;
import org.yichuang.network.Centre;
import org.yichuang.network.Clerk;
import org.yichuang.network.Network;
import org.yichuang.network.tables.SheetReader;
import org.yichuang.network.tables.TableImport;
import org.yichuang.network.tables.Tables;
import org.yichuang.shared.Text;
import org.yichuang.support.Api;
import org.yichuang.support.CityTest;
import org.yichuang.support.Printed;
import org.yichuang.support.TestClock;

@CityTest
class GuidePagesTest {
    private static final String STREET = "330106010000";

    @LocalServerPort
    int port;

    @Autowired
    Catalogue catalogue;

    @Test
    void every_guide_opens_in_both_languages_and_on_paper() {
        for (ItemCard card : catalogue.all()) {
            assertThat(get("/items/" + card.code()).text()).contains(card.name().zh());
            assertThat(get("/items/" + card.code() + "?lang=en").text()).contains("What to bring");
            assertThat(get("/items/" + card.code() + "/print").status()).isEqualTo(200);
        }
    }

    @Test
    void only_the_guide_of_a_licence_cites_the_licensing_law() {
        for (ItemCard card : catalogue.all()) {
            ItemVersion item = catalogue.published(card.code()).orElseThrow();
            if (!item.licence()) {
                for (String page : List.of("", "/print")) {
                    assertThat(get("/items/" + card.code() + page).text())
                            .as(card.code())
                            .contains(item.unverified("materials") ? "这张清单还没有和原文核对过。" : "谁也不能再向您要别的材料。")
                            .doesNotContain("许可法");
                }
            }
        }
        assertThat(get("/items/drainage").text()).contains("谁也不能再向您要别的材料（行政许可法第三十一条）。");
    }

    @Test
    void where_nothing_is_found_the_topic_that_the_words_name_is_led_to() {
        String school = URLEncoder.encode("上学", StandardCharsets.UTF_8);
        for (String query : List.of(URLEncoder.encode("孩子上学", StandardCharsets.UTF_8), school + "&theme=social")) {
            assertThat(get("/items?q=" + query).text())
                    .as(query)
                    .contains("找到 0 项", "<a href=\"/items?event=school\">上学</a>");
        }
    }

    @Test
    void what_nobody_compared_with_its_source_is_not_promised() {
        for (String page : List.of("", "/print")) {
            assertThat(get("/items/plan_verify" + page).text())
                    .contains("没有查到收费的规定，待核对")
                    .doesNotContain("依据待核对");
            assertThat(get("/items/outdoor_ad" + page).text())
                    .contains("这张清单还没有和原文核对过。", "材料待核对")
                    .doesNotContain("谁也不能再向您要别的材料");
        }
    }

    @Test
    void what_an_agent_may_bring_to_a_window_is_not_said_to_be_done_in_person() {
        assertThat(get("/items/vehicle_reg").text()).contains("要到窗口办；").doesNotContain("要本人到窗口办");
    }

    @Test
    void a_guide_says_from_which_day_each_limit_counts() {
        assertThat(get("/items/company_change").text())
                .contains("承诺从受理次日、法定从收到材料次日算起", "从收到材料起算")
                .doesNotContain("工作日，从受理次日算起");
        assertThat(get("/items/food_permit").text()).contains("工作日，从受理次日算起").doesNotContain("收到材料次日");
    }

    @Test
    void the_food_permit_says_what_is_unverified_and_what_is_a_demo_setting() {
        String page = get("/items/food_permit").text();
        assertThat(page).contains("条文待核对", "演示设定", "设备布局和操作流程文件", "食品安全审查", "承诺到期");
    }

    @Test
    void a_district_says_who_decides_and_which_windows() {
        assertThat(get("/items/food_permit?in=330106000000").text())
                .contains("西湖区市场监督管理局", "<p>西湖区行政服务中心<br>1 楼 B 区 11、12 号窗口<br>2 楼 B 区 23、24、25、26 号窗口</p>");
        assertThat(get("/items/food_permit?in=nonsense").status()).isEqualTo(200);
    }

    @Test
    void on_paper_a_guide_says_where_to_go_and_has_a_box_for_what_is_to_be_brought_alone() {
        String in = "?in=330106000000";
        assertThat(get("/items/food_permit" + in).text())
                .contains("/items/food_permit/print" + in, "/items/food_permit/guide.pdf" + in);
        String paper = get("/items/food_permit/print" + in).text();
        assertThat(paper)
                .contains("西湖区市场监督管理局", ">地址</td>", ">开放时间</td>", ">电话</td>", "href=\"/items/food_permit" + in + "\"");
        assertThat(get("/items/food_permit/print").text()).contains("选好地方再打印").doesNotContain(">地址</td>");
        ItemVersion item = catalogue.published("food_permit").orElseThrow();
        long brought = item.materials().stream().filter(Material::brought).count();
        assertThat(brought).isLessThan(item.materials().size());
        assertThat(paper.split("class=\"box\"", -1)).hasSize((int) brought + 1);
        Clerk.Answer pdf = get("/items/food_permit/guide.pdf" + in);
        assertThat(Printed.of(pdf.bytes()).text().replaceAll("\\s+", ""))
                .contains("西湖区市场监督管理局", "开放时间")
                .doesNotContain("回到指南");
    }

    @Test
    void a_guide_is_printed_once_a_day_for_everybody(@Autowired TestClock clock) {
        byte[] first = get("/items/food_permit/guide.pdf").bytes();
        clock.set("2026-10-09T11:30");

        assertThat(get("/items/food_permit/guide.pdf").bytes()).isEqualTo(first);
        assertThat(get("/items/food_permit/guide.pdf?lang=en").bytes()).isNotEqualTo(first);
        clock.set("2026-10-10T11:30");
        assertThat(get("/items/food_permit/guide.pdf").bytes()).isNotEqualTo(first);
    }

    @Test
    void on_paper_stands_what_the_page_says_of_steps_limits_and_questions() {
        assertThat(get("/items/food_permit").text()).contains("，可延长 5 个工作日", "到场 0 次");
        assertThat(get("/items/food_permit/print").text()).contains("，可延长 5 个工作日", "到场 0 次");
        int uncounted = 0;
        for (ItemCard card : catalogue.all()) {
            ItemVersion item = catalogue.published(card.code()).orElseThrow();
            var said = new ArrayList<String>();
            item.special().stream()
                    .filter(special -> !special.counts())
                    .forEach(special -> said.add(special.name().zh()));
            uncounted += said.size();
            item.questions().forEach(question -> said.add(question.answer().zh()));
            item.procedure().steps().stream()
                    .filter(step -> step.kind() == Procedure.Kind.DECISION && step.note() == null)
                    .forEach(step -> said.add("书面说明理由和救济途径"));
            for (String page : List.of("", "/print")) {
                String body = get("/items/" + card.code() + page).text();
                said.forEach(one -> assertThat(body).as(card.code() + page).contains(one));
            }
        }
        assertThat(uncounted).isPositive();
    }

    @Test
    void a_guide_names_the_unit_that_a_case_from_there_goes_to(@Autowired Competence competence) {
        var nobody = new ArrayList<String>();
        for (ItemCard card : catalogue.all()) {
            ItemVersion item = catalogue.published(card.code()).orElseThrow();
            for (String place : List.of("330106000000", STREET)) {
                String where = card.code() + " in " + place;
                String page = get("/items/" + card.code() + "?in=" + place).text();
                var unit = competence.find(item, place);
                if (unit.isEmpty()) {
                    nobody.add(where);
                }
                unit.ifPresent(is ->
                        assertThat(page).as(where).contains("<p><b>" + is.name().zh() + "</b></p>"));
            }
        }
        assertThat(nobody)
                .as("the street decides")
                .containsExactlyInAnyOrder("birth_register in 330106000000", "retiree_file in 330106000000");
    }

    @Test
    void there_is_one_paper_for_each_place_that_can_be_chosen() {
        String village = "330106010002";
        for (String place : List.of("330106000000", STREET, village)) {
            assertThat(paper("food_permit", place)).isEqualTo("?in=330106000000");
            assertThat(paper("hpf_loan", place))
                    .as("the city's own unit does it")
                    .isEmpty();
        }
        assertThat(paper("birth_register", "330106000000")).isEqualTo("?in=330106000000");
        assertThat(paper("birth_register", STREET)).isEqualTo("?in=" + STREET);
        assertThat(paper("birth_register", village)).isEqualTo("?in=" + STREET);
    }

    @Test
    void where_a_district_has_no_unit_for_it_each_street_that_has_one_has_a_paper_of_its_own(
            @Autowired TableImport tables) {
        String district = "330199000000";
        String street = "330199001000";
        take(
                tables,
                "divisions",
                "code,tier,name,parent\n%s,DISTRICT,新区,330100000000\n%s,STREET,新街道,%s\n"
                        .formatted(district, street, district));
        try {
            take(
                    tables,
                    "units",
                    "code,name,tier,division,department\nzz-street,新街道市场监管所,STREET,%s,scjg\n".formatted(street));
            assertThat(paper("small_catering", district)).isEqualTo("?in=" + district);
            assertThat(paper("small_catering", street)).isEqualTo("?in=" + street);
            assertThat(get("/items/small_catering/print?in=" + street).text()).contains("新街道市场监管所");
        } finally {
            tables.remove(Actor.SYSTEM, Tables.named("units").orElseThrow(), "zz-street", "");
            tables.remove(Actor.SYSTEM, Tables.named("divisions").orElseThrow(), street, "");
            tables.remove(Actor.SYSTEM, Tables.named("divisions").orElseThrow(), district, "");
        }
    }

    /** What names the place in the address of the PDF that the guide of an item leads to from there. */
    private String paper(String item, String place) {
        var link = Pattern.compile("/items/" + item + "/guide\\.pdf([^\"]*)\"")
                .matcher(get("/items/" + item + "?in=" + place).text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    @Test
    void where_streets_decide_the_guide_asks_for_the_street_and_names_no_centre_before(@Autowired Network network) {
        Centre district = network.centresIn("330106000000").getFirst();
        Centre street = network.centresIn(STREET).getFirst();
        for (String item : List.of("birth_register", "retiree_file")) {
            assertThat(get("/items/" + item + "?in=330106000000").text())
                    .contains("哪个街道（乡镇）", "<option value=\"" + STREET + "\">", "/places?in=330106000000")
                    .doesNotContain(district.address());
            assertThat(get("/items/" + item + "?in=" + STREET).text())
                    .contains("<option value=\"" + STREET + "\" selected", street.address());
        }
    }

    @Test
    void the_windows_of_a_second_centre_stand_under_that_centre(@Autowired TableImport tables) {
        take(
                tables,
                "centres",
                "code,name,tier,division,address,hours\nzz-two,分中心,DISTRICT,330106000000,分路 1 号,1-5 09:00-17:00\n");
        try {
            take(tables, "windows", "code,centre,number,name,unit\nzz-two-77,zz-two,77,食品,330106-scjg\n");
            assertThat(get("/items/food_permit?in=330106000000").text())
                    .contains("西湖区行政服务中心", "<p>分中心<br>77 号窗口</p>")
                    .doesNotContain("、77 号窗口");
            assertThat(get("/places?in=330106000000").text())
                    .contains("<h2>西湖区行政服务中心</h2>", "<h2>分中心</h2>", "/places/zz-two/windows.csv");
        } finally {
            tables.remove(Actor.SYSTEM, Tables.named("windows").orElseThrow(), "zz-two-77", "");
            tables.remove(Actor.SYSTEM, Tables.named("centres").orElseThrow(), "zz-two", "");
        }
    }

    private static void take(TableImport tables, String table, String csv) {
        tables.sheet(
                Actor.SYSTEM,
                Tables.named(table).orElseThrow(),
                SheetReader.read(csv.getBytes(StandardCharsets.UTF_8)),
                false);
    }

    @Test
    void a_paper_that_only_some_answers_ask_for_is_not_among_those_that_everybody_prepares() {
        ItemVersion item = catalogue.published("licence_renew").orElseThrow();
        ItemVersion bare = item.with(item.materials().stream()
                .filter(material -> material.when() == null)
                .toList());
        long always = bare.materials().stream().filter(Material::mustBring).count();

        assertThat(item.materials().stream().filter(Material::mustBring)).hasSizeGreaterThan((int) always);
        assertThat(always).isZero();
        assertThat(get("/items/licence_renew").text()).contains(">一般不用自己准备，上面写了情形的除外。");
        assertThat(get("/items/realestate_transfer").text()).contains(">至少要自己准备 1 项。");
        assertThat(get("/items/birth_register").text()).contains(">不用自己准备材料。");
        assertThat(get("/items/birth_register?lang=en").text()).contains(">There is nothing for you to prepare.");
        assertThat(start(item).minutes()).isEqualTo(start(bare).minutes());
    }

    @Test
    void where_neither_law_nor_promise_counts_days_no_scale_is_drawn() {
        assertThat(get("/items/birth_register").text())
                .contains("法律没有规定天数", "当场办结")
                .doesNotContain("limits__track");
        assertThat(get("/items/food_permit").text()).contains("limits__track");
    }

    @Test
    void a_paper_whose_condition_no_note_explains_says_which_answer_asks_for_it() {
        assertThat(get("/items/private_kindergarten").text())
                .contains("“联合举办吗”答“是”的要交")
                .doesNotContain("不用交；“");
        assertThat(get("/items/private_kindergarten/print?lang=en").text())
                .contains("Needed where “Founded jointly?” is answered with “Yes”");
        assertThat(get("/items/licence_renew").text()).contains("联网核查的免交").doesNotContain("的要交");
    }

    @Test
    void english_counts_one_visit_and_two_visits() {
        assertThat(visits(DemoItems.item("divorce"))).isEqualTo("1 visit");
        assertThat(visits(DemoItems.changed("divorce", "visits: 1\n", "visits: 2\n")))
                .isEqualTo("2 visits");
    }

    private static String visits(ItemVersion item) {
        Where nowhere = new Where(List.of(), null, null, List.of());
        return new GuidePage(
                        item,
                        Text.same(""),
                        LimitScale.of(item, null),
                        null,
                        null,
                        List.of(),
                        nowhere,
                        LocalRules.DEFAULT)
                .visits()
                .en();
    }

    private static StartPage start(ItemVersion item) {
        return new StartPage(item, Audience.RESIDENT, List.of(), null, List.of(), List.of(), "", null, false);
    }

    @Test
    void the_guide_is_a_pdf_too() {
        Clerk.Answer pdf = get("/items/food_permit/guide.pdf");
        assertThat(pdf.status()).isEqualTo(200);
        Printed guide = Printed.of(pdf.bytes());
        assertThat(guide.text().replaceAll("\\s+", "")).contains("食品经营许可（新办）", "设备布局和操作流程文件", "行政许可法");
        assertThat(guide.left()).isCloseTo(16, within(0.5));
    }

    @Test
    void the_list_searches_filters_and_suggests() {
        assertThat(get("/items").text()).contains("食品经营许可（新办）", "下一页");
        assertThat(get("/items?q=%E5%BC%80%E9%A5%AD%E9%A6%86").text()).contains("小餐饮店登记");
        assertThat(get("/items?q=submarine").text()).contains("没有找到", "<a href=\"#filters\">按主题和部门找</a>");
        assertThat(get("/items/suggest?q=submarine").text()).contains("<a href=\"/items\">看全部事项</a>");
        assertThat(get("/items?for=RESIDENT&theme=family").text())
                .contains("内地居民结婚登记")
                .doesNotContain("公司设立登记");
        assertThat(get("/items?q=zzzzqq").text()).contains("没有找到");
        assertThat(get("/items/suggest?q=spjyxk").text())
                .contains("食品经营许可（新办）")
                .containsPattern("<span hx-swap-oob=\"innerHTML:#hits-said\">有 \\d 个建议</span>")
                .doesNotContain("<html");
        assertThat(get("/items/suggest?q=a&for=COMPANY&dept=scjg").text())
                .containsPattern("href=\"/items[?]q=a&(amp;)?for=COMPANY&(amp;)?dept=scjg\">看全部")
                .doesNotContain("内地居民结婚登记");
        for (String page : java.util.List.of("/", "/items")) {
            assertThat(get(page).text())
                    .contains("role=\"status\" id=\"hits-said\"")
                    .doesNotContain("aria-live");
        }
    }

    @Test
    void another_search_and_another_department_keep_the_filters_that_stand() {
        String page =
                get("/items?q=a&for=COMPANY&theme=family&event=birth&dept=scjg").text();
        Matcher forms = Pattern.compile("<form[^>]* action=\"/items\".*?</form>", Pattern.DOTALL)
                .matcher(page);
        assertThat(forms.results().map(form -> hidden(form.group())))
                .containsExactly(
                        List.of("for=COMPANY", "theme=family", "event=birth", "dept=scjg"),
                        List.of("q=a", "for=COMPANY", "theme=family", "event=birth"));
        assertThat(get("/items").text()).doesNotContain("name=\"theme\"", "name=\"for\"");
    }

    private static List<String> hidden(String form) {
        return Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")
                .matcher(form)
                .results()
                .map(input -> input.group(1) + "=" + input.group(2))
                .toList();
    }

    @Test
    void open_data_and_the_api_give_the_same_items() {
        Set<String> all = catalogue.all().stream().map(ItemCard::code).collect(Collectors.toSet());
        assertThat(get("/open-data").status()).isEqualTo(200);
        assertThat(Api.JSON
                        .readTree(get("/open-data/items.json").text())
                        .valueStream()
                        .map(item -> item.path("code").asString()))
                .containsExactlyInAnyOrderElementsOf(all);
        String csv = get("/open-data/items.csv").text();
        assertThat(csv).startsWith("\uFEFFcode,").contains(",fee,", "首次申领不收；到期换领 20 元");
        assertThat(get("/open-data").text())
                .contains("<td class=\"code\">fee_basis</td><td>收费的依据</td>")
                .contains("<td class=\"code\">materials[].necessity</td><td>是不是必要</td>");
        assertThat(all).allSatisfy(code -> assertThat(csv).contains("\n" + code + ","));
        assertThat(new Api("http://localhost:" + port, null)
                        .pages("/api/v1/items?size=7").stream()
                                .flatMap(page -> page.path("items").valueStream())
                                .map(item -> item.path("code").asString()))
                .containsExactlyInAnyOrderElementsOf(all);
        assertThat(get("/api/v1/items?q=jiehun&size=1").text()).contains("marriage");
        assertThat(get("/api/v1/items/food_permit").text()).contains("\"water_place\"");
        assertThat(get("/api/v1/items/food_permit/versions").text()).contains("PUBLISHED");
        assertThat(get("/api/v1/items/food_permit/versions/1").status()).isEqualTo(200);
        assertThat(get("/api/v1/topics").text()).contains("birth");
    }

    @Test
    void only_a_licence_s_guide_speaks_of_what_the_licensing_law_does_not_count() {
        assertThat(get("/items/food_permit").text()).contains("检验、检测、专家评审依法不计时");
        assertThat(get("/items/id_card").text()).doesNotContain("依法不计时").contains("备好要带的材料");
    }

    @Test
    void what_is_not_there_or_not_asked_right_is_a_problem() {
        assertThat(get("/items/nothing").status()).isEqualTo(404);
        assertThat(get("/api/v1/items/nothing").status()).isEqualTo(404);
        assertThat(get("/api/v1/items/food_permit/versions/9").status()).isEqualTo(404);
        assertThat(get("/api/v1/items?size=0").status()).isEqualTo(422);
        assertThat(get("/api/v1/items?after=%25%25").status()).isEqualTo(422);
        for (String field : List.of("theme", "lifeEvent", "department")) {
            Clerk.Answer unknown = get("/api/v1/items?" + field + "=nix");
            assertThat(unknown.status()).as(field).isEqualTo(422);
            assertThat(unknown.text()).contains("\"field\":\"" + field + "\"", "没有“nix”");
        }
        assertThat(get("/api/v1/items?theme=family&lifeEvent=&department=scjg").status())
                .isEqualTo(200);
        assertThat(get("/items?for=MARTIANS").status()).isBetween(400, 422);
        assertThat(get("/admin/items").status()).isBetween(300, 403);
    }

    private Clerk.Answer get(String path) {
        return Clerk.nobody(port).get(path);
    }
}
