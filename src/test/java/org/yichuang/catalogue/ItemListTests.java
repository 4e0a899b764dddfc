package org.yichuang.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.network.Clerk;
import org.yichuang.support.CityTest;

/** A district's list of items, as the provinces' catalogues export it, brought in as it is. */
@CityTest
class ItemListTests {
    private static final AtomicInteger SERIAL = new AtomicInteger();
    private static final String VERSIONS = "/api/v1/item-versions";
    private static final String HEAD = "department,main_item,name,item_code,area_code,dept_uscc_or_code,task_type\n";
    private static final String LIST = HEAD + """
            市场监督管理,未分类,集市摊位许可（据第1号令）,CODE-1-00,990000000000,11990000000000001A,1
            scjg,"未分类,其他","夜市摊位许可（据第1号令,部分下放)",CODE-2-00,990000000000,11990000000000001A,1
            市场监督管理,未分类,"办理""一照通""证明",CODE-3-00,990000000000,11990000000000001A,7
            区银河观测局,未分类,"观星台使用
            登记",CODE-4-00,990000000000,,10
            ,,望远镜借用咨询,CODE-5-00,,,
             区银河观测局 ,未分类, 流星奖励 ,CODE-6-00,990000000000,11990000000000002B,8

            区银河观测局,未分类,观星补贴,CODE-7-00,990000000000,11990000000000002B,5
            """;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Journal journal;

    @Autowired
    private DSLContext db;

    @LocalServerPort
    private int port;

    private final String code = "990A%05d-990000000000-000-11990000000000001A".formatted(SERIAL.incrementAndGet());
    private Clerk admin = Clerk.nobody(0);
    private String before = "";

    @BeforeEach
    void the_administrator_signs_in() {
        admin = Clerk.of(context, port, "admin");
        before = versions("");
    }

    /** So that the other tests' city has no drafts of ours. */
    @AfterEach
    void the_drafts_are_thrown_away() {
        for (int n = 1; n < 10; n++) {
            discard(n);
        }
        assertThat(versions("")).isEqualTo(before);
    }

    private void discard(int n) {
        String draft = VERSIONS + "/" + code(n) + "/1";
        Clerk.Answer found = admin.get(draft);
        if (found.status() == 200) {
            int revision = JsonPath.read(found.text(), "$.info.revision");
            admin.send("DELETE", draft + "?revision=" + revision, null, new byte[0]);
        }
    }

    private String code(int n) {
        return code + "-" + n + "-00";
    }

    private String list(String csv) {
        return csv.replace("CODE", code);
    }

    private Clerk.Answer send(String csv) {
        return admin.send("POST", VERSIONS + "/import", "text/csv", list(csv).getBytes(StandardCharsets.UTF_8));
    }

    /** What the database holds of the versions whose code begins so. */
    private String versions(String code) {
        return db.fetch(
                        "select code, version, state, name_zh, department, revision, changed_at"
                                + " from catalogue.item_version where starts_with(code, ?) order by code, version",
                        code)
                .formatCSV();
    }

    private List<String> errors(Clerk.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(JsonPath.<List<String>>read(answer.text(), "$.errors[*].field"))
                .containsOnly("file");
        return JsonPath.read(answer.text(), "$.errors[*].detail");
    }

    @ParameterizedTest(name = "lines end with {0}, the file begins with “{1}”")
    @CsvSource({"LF, ''", "CRLF, ''", "LF, \uFEFF", "CRLF, \uFEFF"})
    void each_row_becomes_a_draft_with_what_the_list_says(String ends, String mark) {
        String csv = mark + (ends.equals("LF") ? LIST : LIST.replace("\n", "\r\n"));

        assertThat(send(csv).text()).startsWith("{\"drafts\":7,");

        isDraft(1, "集市摊位许可（据第1号令）", ItemType.LICENCE, "scjg");
        isDraft(2, "夜市摊位许可（据第1号令,部分下放)", ItemType.LICENCE, "scjg");
        isDraft(3, "办理\"一照通\"证明", ItemType.CONFIRMATION, "scjg");
        isDraft(4, "观星台使用 登记", ItemType.OTHER_POWER, "区银河观测局");
        isDraft(5, "望远镜借用咨询", ItemType.PUBLIC_SERVICE, "");
        isDraft(6, "流星奖励", ItemType.REWARD, "区银河观测局");
        isDraft(7, "观星补贴", ItemType.PAYMENT, "区银河观测局");
        String found = admin.get(VERSIONS + "?state=DRAFT&q=" + code).text();
        assertThat(JsonPath.<List<String>>read(found, "$.items[*].code")).hasSize(7);
        assertThat(versions(code).lines()).hasSize(1 + 7);
    }

    /** At the API, on record, and for nobody else yet; a department that we do not know is for somebody to settle. */
    private void isDraft(int n, String name, ItemType type, String department) {
        String draft = admin.get(VERSIONS + "/" + code(n) + "/1").text();
        assertThat(JsonPath.<String>read(draft, "$.info.state")).isEqualTo("DRAFT");
        assertThat(JsonPath.<String>read(draft, "$.item.name.zh")).isEqualTo(name);
        assertThat(JsonPath.<String>read(draft, "$.item.type")).isEqualTo(type.name());
        assertThat(JsonPath.<String>read(draft, "$.item.department")).isEqualTo(department);
        assertThat(JsonPath.<List<Object>>read(draft, "$.findings[?(@.error && @.element == 'department')]"))
                .hasSize(department.equals("scjg") ? 0 : 1);
        assertThat(journal.of("item:" + code(n))).last().extracting(Entry::kind).isEqualTo("item.drafted");
        assertThat(Clerk.nobody(port).get("/api/v1/items/" + code(n)).status()).isEqualTo(404);
    }

    @Test
    void a_draft_of_a_list_can_be_edited_as_text_and_its_name_stays() {
        send(LIST);
        for (int n = 1; n <= 7; n++) {
            String draft = VERSIONS + "/" + code(n) + "/1";
            String before = admin.get(draft).text();
            String item = JsonPath.read(before, "$.item").toString();
            int revision = JsonPath.read(before, "$.info.revision");

            var edited = admin.send(
                    "PUT",
                    draft + "/text?revision=" + revision,
                    "application/yaml",
                    admin.get(draft + "/text").bytes());

            assertThat(edited.status()).as(edited.text()).isEqualTo(200);
            assertThat(JsonPath.read(admin.get(draft).text(), "$.item").toString())
                    .isEqualTo(item);
        }
    }

    @Test
    void what_the_drafts_do_not_hold_of_the_list_is_said() {
        String answer = send(LIST).text();

        assertThat(JsonPath.<List<String>>read(answer, "$.unreadColumns"))
                .containsExactly("main_item", "area_code", "dept_uscc_or_code");
        assertThat(JsonPath.<List<String>>read(answer, "$.unknownDepartments[*].name"))
                .containsExactly("区银河观测局", "");
        assertThat(JsonPath.<List<Integer>>read(answer, "$.unknownDepartments[*].drafts"))
                .containsExactly(3, 1);
        assertThat(JsonPath.<Integer>read(answer, "$.withoutType")).isEqualTo(1);

        discard(1);
        assertThat(send("department,name,item_code,task_type\nscjg,集市,CODE-1-00,1\n")
                        .text())
                .isEqualTo("{\"drafts\":1,\"unreadColumns\":[],\"unknownDepartments\":[],\"withoutType\":0}");
    }

    @Test
    void the_page_says_it_too_and_the_page_of_a_draft_has_its_record_in_words() {
        byte[] list = list(LIST).getBytes(StandardCharsets.UTF_8);

        assertThat(admin.upload("/admin/items/import", list, "then", "").text())
                .contains("已导入 7 项", "main_item, area_code, dept_uscc_or_code", "区银河观测局", "3 项", "没写类型的 1 项");
        String draft = admin.get("/admin/items/" + code(1) + "/1").text();
        assertThat(draft).contains("起草事项", "第 1 版").doesNotContain("&#34;version&#34;", "\"version\":");
    }

    @Test
    void a_list_in_gbk_is_refused_and_no_draft_is_made() {
        String before = versions(code);

        Clerk.Answer answer =
                admin.upload("/admin/items/import", list(LIST).getBytes(Charset.forName("GBK")), "then", "");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("GBK");
        assertThat(versions(code)).isEqualTo(before);
    }

    @Test
    void several_drafts_are_discarded_with_one_confirmation_and_each_is_on_record() {
        send(LIST);
        String list = admin.get("/admin/items?state=DRAFT&all=true&q=" + code).text();
        assertThat(list.split(" checked")).as("all are ticked").hasSize(1 + 7);
        assertThat(admin.get("/admin/items?state=DRAFT&q=" + code).text()).doesNotContain(" checked");
        String five = "q=" + code + "&state=DRAFT" + chosen(1) + chosen(2) + chosen(3) + chosen(5) + chosen(7);
        String before = versions(code);

        Clerk.Answer asked = admin.form("/admin/items/discard", five);
        assertThat(asked.text()).contains("丢弃 5 个版本", "找不回来", "集市摊位许可（据第1号令）", "name=\"sure\"");
        assertThat(versions(code)).isEqualTo(before);
        Clerk.Answer done = admin.form("/admin/items/discard", five + "&sure=true");

        assertThat(done.status()).isEqualTo(302);
        assertThat(admin.get(done.header("Location")).text()).contains("已丢弃 5 个版本", code(4), code(6));
        assertThat(versions(code).lines()).hasSize(1 + 2);
        for (int n : List.of(1, 2, 3, 5, 7)) {
            assertThat(journal.of("item:" + code(n)))
                    .extracting(Entry::kind)
                    .containsExactly("item.drafted", "item.discarded");
        }
    }

    @Test
    void of_several_drafts_none_is_discarded_when_one_was_changed_or_is_no_draft() {
        send(LIST);
        String two = "sure=true" + chosen(1) + chosen(2);
        Clerk.Answer text = admin.get(VERSIONS + "/" + code(2) + "/1/text");
        admin.send(
                "PUT",
                VERSIONS + "/" + code(2) + "/1/text?revision=" + revision(code(2)),
                "application/yaml",
                text.bytes());
        String before = versions("");

        Clerk.Answer refused = admin.form("/admin/items/discard", two);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains(code(2) + " 别人刚改过");
        String published = "sure=true" + chosen(1) + "&chosen=food_permit/1/" + revision("food_permit");
        assertThat(admin.form("/admin/items/discard", published).status()).isEqualTo(409);
        assertThat(admin.form("/admin/items/discard", "sure=true" + chosen(1) + "&chosen=nothing/1/1")
                        .status())
                .isEqualTo(409);
        for (String none : List.of("sure=true", "chosen=a", "sure=true&chosen=a/1/x")) {
            assertThat(admin.form("/admin/items/discard", none).status()).isEqualTo(422);
        }

        assertThat(versions("")).isEqualTo(before);
        assertThat(journal.of("item:" + code(1))).extracting(Entry::kind).containsExactly("item.drafted");
    }

    private String chosen(int n) {
        return "&chosen=" + code(n) + "/1/" + revision(code(n));
    }

    private int revision(String item) {
        return JsonPath.read(admin.get(VERSIONS + "/" + item + "/1").text(), "$.info.revision");
    }

    @Test
    void every_bad_row_is_named_with_the_line_it_begins_in_and_nothing_is_imported() {
        var refused = send(HEAD + """
                区银河观测局,未分类,"观星台使用
                登记",CODE-1-00,990000000000,,10
                区银河观测局,未分类,,CODE-2-00,990000000000,,10
                区银河观测局,未分类,观星补贴,CODE 3,990000000000,,5
                区银河观测局,"未
                分
                类",观星台使用,CODE-1-00,990000000000,,10

                区银河观测局,未分类,观星,CODE-4-00,990000000000,,99
                区银河观测局,未分类,没有引号的,逗号,CODE-5-00,990000000000,,5
                区银河观测局,未分类,食品经营许可,food_permit,990000000000,,1
                市场监督管理,未分类,集市摊位许可,CODE-6-00,990000000000,,1
                """);

        assertThat(errors(refused))
                .containsExactly(
                        "第 4 行：name 是空的，或超过 200 字",
                        "第 5 行：item_code 要用字母、数字、下划线和短横，最多 100 个",
                        "第 6 行：item_code 在文件里重复",
                        "第 10 行：task_type 不认识：99",
                        "第 11 行：列数和表头不一样",
                        "第 12 行：food_permit 目录里已经有了");
        assertThat(versions("")).isEqualTo(before);
        for (int n = 1; n < 7; n++) {
            assertThat(admin.get(VERSIONS + "/" + code(n) + "/1").status()).isEqualTo(404);
            assertThat(journal.of("item:" + code(n))).isEmpty();
        }
    }

    /** An item's text writes a name in both languages with a bar between them. */
    @Test
    void a_name_that_an_items_text_would_take_for_two_languages_is_refused() {
        assertThat(errors(send(HEAD + """
                scjg,未分类,道路|桥梁,CODE-1-00,,,1
                scjg,未分类,道路 | 桥梁,CODE-2-00,,,1
                scjg,未分类,"道路
                |
                桥梁",CODE-3-00,,,1
                scjg,未分类,道路 |,CODE-4-00,,,1
                """)))
                .containsExactly("第 3 行：name 里不能有两边带空格的竖线", "第 4 行：name 里不能有两边带空格的竖线", "第 7 行：name 里不能有两边带空格的竖线");
        assertThat(versions("")).isEqualTo(before);
    }

    @Test
    void a_list_that_is_not_separated_by_commas_is_told_so_and_not_that_a_column_is_missing() {
        assertThat(errors(send("name;item_code\n观星;CODE-1-00\n")))
                .singleElement()
                .asString()
                .contains("不是用逗号隔开");
        assertThat(versions("")).isEqualTo(before);
    }

    @Test
    void quotation_marks_that_do_not_match_are_named_with_their_line() {
        String good = "市场监督管理,未分类,集市摊位许可,CODE-1-00,990000000000,,1\n";
        for (String bad : List.of("市场监督管理,未分类,\"夜市,CODE-2-00,,,1\n", "市场监督管理,,\"夜\"市,CODE-2-00,,,1\n")) {
            assertThat(errors(send(HEAD + good + bad + good))).containsExactly("从第 3 行起引号不成对");
        }
        assertThat(versions("")).isEqualTo(before);
    }

    @Test
    void the_same_list_again_is_refused_row_by_row_and_changes_nothing() {
        send(LIST);
        String once = versions("");

        List<String> again = errors(send(LIST + "区银河观测局,未分类,新的一项,CODE-8-00,990000000000,,5\n"));

        assertThat(again)
                .hasSize(7)
                .startsWith("第 2 行：" + code(1) + " 目录里已经有了")
                .endsWith("第 10 行：" + code(7) + " 目录里已经有了");
        assertThat(versions("")).isEqualTo(once);
        assertThat(journal.of("item:" + code(1))).hasSize(1);

        discard(1);
        assertThat(send(LIST.lines().limit(2).reduce("", (a, b) -> a + b + "\n"))
                        .text())
                .startsWith("{\"drafts\":1,");
        assertThat(journal.of("item:" + code(1)))
                .extracting(Entry::kind)
                .containsExactly("item.drafted", "item.discarded", "item.drafted");
    }
}
