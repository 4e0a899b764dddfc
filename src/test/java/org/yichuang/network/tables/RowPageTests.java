package org.yichuang.network.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yichuang.journal.Actor;
import org.yichuang.network.Clerk;
import org.yichuang.support.CityTest;
import org.yichuang.support.Locks;

/** One row of a table, added, changed and removed in a form. */
@CityTest
class RowPageTests {
    private static final String LINES = "/admin/network/authorisations";
    private static final String ITEMS = "/api/v1/item-versions";

    /** The keys of the rows that these tests enter; those that others are used by come last. */
    private static final List<Map.Entry<String, String>> OURS = List.of(
            Map.entry("authorisations", "select number from network.authorisation where number like 'zz-%'"),
            Map.entry("posts", "select code from network.post where code like 'zz-%'"),
            Map.entry("windows", "select code from network.service_window where code like 'zz-%' or code = 'null'"),
            Map.entry("officers", "select code from network.officer where code like 'zz-%'"),
            Map.entry("units", "select code from network.unit where code like 'zz-%'"),
            Map.entry("divisions", "select code from network.division where code like 'zz-%'"));

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    private Clerk admin = Clerk.nobody(0);

    @BeforeEach
    void the_administrator_signs_in() {
        admin = Clerk.of(context, port, "admin");
    }

    /** Also what a test that failed half way has left. */
    @AfterEach
    void no_row_is_left() {
        DSLContext dsl = context.getBean(DSLContext.class);
        for (var table : OURS) {
            for (String key : dsl.fetch(table.getValue()).getValues(0, String.class)) {
                taken("/admin/network/" + table.getKey() + "/remove", "key=" + key);
            }
        }
    }

    private void taken(String path, String form) {
        assertThat(admin.form(path, form).status()).as(path + " " + form).isEqualTo(302);
    }

    private static String line(String number, String to, boolean added) {
        return "added=" + added + "&number=" + number + "&post=330106-scjg-decide&item=food_permit&act=expert"
                + "&from_day=2026-10-09&to_day=" + to;
    }

    @Test
    void a_line_is_entered_changed_and_revoked_and_each_is_on_record() {
        assertThat(admin.form(LINES + "/row", line("zz-row", "", true)).header("Location"))
                .endsWith(LINES + "?done=saved");
        assertThat(admin.form(LINES + "/row", line("zz-row", "", true)).status())
                .as("not entered twice")
                .isEqualTo(422);
        assertThat(admin.get(LINES + "/row?key=zz-row").text())
                .contains("value=\"zz-row\"", "readonly", "value=\"330106-scjg-decide\"")
                .contains("id=\"to_day-hint\">可不填<");
        taken(LINES + "/row", line("zz-row", "2026-12-31", false));
        assertThat(admin.get(LINES + "?q=zz-row").text()).contains("2026-12-31");
        assertThat(admin.get(LINES + "/row?key=zz-row").text())
                .containsPattern("(?s)<details class=\"sure\"><summary[^>]*>删除这一行</summary>.*要恢复只能重新填一行");
        assertThat(admin.form(LINES + "/remove", "key=zz-row").header("Location"))
                .endsWith(LINES + "?done=removed");
        assertThat(admin.get(LINES + "?done=removed").text()).contains("role=\"status\"><p>这一行已删除。");
        assertThat(admin.get(LINES + "/row?key=zz-row").status()).isEqualTo(404);
        String journal = Clerk.of(context, port, "auditor")
                .get("/api/v1/journal?subject=authorisation:zz-row")
                .text();
        assertThat(JsonPath.<List<String>>read(journal, "$.items[*].kind"))
                .containsExactly("authorisation.revoked", "authorisation.granted", "authorisation.granted");
    }

    @Test
    void of_two_lines_for_the_same_post_item_and_act_one_begins_when_the_other_has_ended() {
        String second = line("zz-two", "", true).replace("2026-10-09", "2026-12-31");
        taken(LINES + "/row", line("zz-one", "2026-12-31", true));
        var twice = admin.form(LINES + "/row", second);
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.text()).contains("id=\"from_day-error\"", "“zz-one”已经给了同一岗位", "2026-10-09 至 2026-12-31");
        taken(LINES + "/row", second.replace("2026-12-31", "2027-01-01"));
        assertThat(admin.form(LINES + "/row", line("zz-one", "", false)).text()).contains("“zz-two”已经给了同一岗位");
        taken(LINES + "/row", line("zz-one", "2026-11-30", false));

        String file = "number,post,item,act,from_day,to_day\n"
                + "zz-three,330106-scjg-decide,food_permit,survey,2026-10-09,2026-10-31\n"
                + "zz-one,330106-scjg-decide,food_permit,survey,2026-10-31,\n";
        var bad = admin.csv("/api/v1/network/tables/authorisations", file);
        assertThat(bad.fields()).containsExactly("line 3: from_day");
    }

    @Test
    void lines_that_overlap_from_before_this_was_asked_can_be_shortened_and_taken_in_as_they_are() {
        DSLContext dsl = context.getBean(DSLContext.class);
        for (String number : List.of("zz-old", "zz-older")) {
            dsl.execute(
                    "insert into network.authorisation (number, post, item, act, from_day) values ({0},"
                            + " '330106-scjg-decide', 'food_permit', 'expert', date '2026-01-01')",
                    DSL.val(number));
        }
        byte[] whole =
                admin.get("/api/v1/network/tables/authorisations?format=csv").bytes();
        assertThat(admin.send("POST", "/api/v1/network/tables/authorisations", "text/csv", whole)
                        .status())
                .isEqualTo(200);
        String shorter = line("zz-old", "2026-10-31", false);
        taken(LINES + "/row", shorter);
        assertThat(admin.form(LINES + "/row", shorter.replace("2026-10-31", "2026-12-31"))
                        .text())
                .contains("“zz-older”已经给了同一岗位");
    }

    @Test
    void a_line_for_an_item_that_another_department_handles_is_taken_and_said_to_be_of_no_use() {
        String line = line("zz-idle", "", true);
        admin.form(LINES + "/row", line.replace("food_permit", "birth_reg"));
        assertThat(admin.get(LINES).text()).containsPattern("有 \\d+ 条授权用不上[^\n]*/admin/network#idle");
        assertThat(count("有 (\\d+) 条授权用不上", admin.get(LINES).text()))
                .isEqualTo(count(
                        "有 (\\d+) 条授权，事项归别的部门", admin.get("/admin/network").text()));
        assertThat(admin.get("/admin/network").text())
                .contains("用不上的授权", "authorisations/row?key=zz-idle", "birth_reg</small>")
                .containsPattern("由“[^”]+”的单位办理，岗位在“市场监督管理”");
        String supervises =
                line("zz-eyes", "", true).replace("food_permit", "birth_reg").replace("act=expert", "act=supervise");
        taken(LINES + "/row", supervises);
        assertThat(admin.get("/admin/network").text()).doesNotContain("key=zz-eyes");
        assertThat(admin.get(LINES + "/row?key=zz-eyes").status()).isEqualTo(200);
        taken(LINES + "/remove", "key=zz-idle");
        assertThat(admin.get("/admin/network").text()).doesNotContain("key=zz-idle");
    }

    private static int count(String said, String page) {
        return Pattern.compile(said)
                .matcher(page)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_division_keeps_its_tier_while_a_unit_of_that_tier_is_in_it() {
        take("divisions", "code,tier,name,parent\nzz-place,STREET,某街道,330106000000\n");
        take("units", "code,name,tier,division,department\nzz-unit,某所,STREET,zz-place,scjg\n");
        String district = "added=false&code=zz-place&tier=DISTRICT&name=某区&parent=330100000000";
        var refused = admin.form("/admin/network/divisions/row", district);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("id=\"tier-error\"", "“zz-unit”还在这个区划里");
        taken("/admin/network/units/remove", "key=zz-unit");
        taken("/admin/network/divisions/row", district);
    }

    @Test
    void a_telephone_number_may_be_written_as_it_is_dialled_from_abroad_and_comes_out_of_a_file_as_it_went_in() {
        String unit = "code,name,tier,division,department,phone\nzz-phone,某所,VILLAGE," + village()
                + ",scjg,+86 571-8700 0000\n";
        take("units", unit);
        String whole = admin.get("/api/v1/network/tables/units?format=csv").text();
        assertThat(whole).contains("'+86 571-8700 0000");
        take("units", whole);
        assertThat(admin.get("/admin/network/units/row?key=zz-phone").text()).contains("value=\"+86 571-8700 0000\"");
    }

    private String village() {
        return admin.get("/api/v1/network/tables/divisions?format=csv")
                .text()
                .lines()
                .filter(line -> line.contains(",VILLAGE,"))
                .map(line -> line.split(",", 2)[0])
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_form_names_the_tables_it_refers_to_and_offers_their_rows_where_they_are_few() {
        assertThat(admin.get("/admin/network/units/row").text())
                .contains("“部门”表里的编码", "list=\"department-list\"", "<option value=\"scjg\">市场监督管理</option>")
                .contains("“行政区划”表里的编码")
                .doesNotContain("division-list");
    }

    @Test
    void a_line_names_an_item_of_the_catalogue_and_a_draft_of_the_longest_code_will_do() {
        String code = "i".repeat(100);
        String line = line("zz-long", "", true);
        assertThat(admin.form(LINES + "/row", line.replace("food_permit", code + "i"))
                        .status())
                .isEqualTo(422);
        var unknown = admin.form(LINES + "/row", line.replace("food_permit", code));
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.text()).contains("id=\"item-error\"", "事项目录里没有“" + code + "”", "value=\"" + code + "\"");

        String drafted = "name,item_code\n长编码," + code + "\n";
        var draft = admin.csv(ITEMS + "/import", drafted);
        assertThat(draft.status()).as(draft.text()).isEqualTo(200);
        taken(LINES + "/row", line.replace("food_permit", code));
        String version = ITEMS + "/" + code + "/1";
        int revision = JsonPath.read(admin.get(version).text(), "$.info.revision");
        assertThat(admin.send("DELETE", version + "?revision=" + revision, null, new byte[0])
                        .status())
                .isEqualTo(204);
        assertThat(admin.form(
                                LINES + "/row",
                                line("zz-long", "2026-12-31", false).replace("food_permit", code))
                        .status())
                .as("what a line names already is not asked again")
                .isEqualTo(302);
    }

    @Test
    void a_form_left_open_neither_puts_a_revoked_line_back_nor_overwrites_what_changed_meanwhile() {
        admin.form(LINES + "/row", line("zz-stale", "", true));
        String page = admin.get(LINES + "/row?key=zz-stale").text();
        String shown = "&shown=" + page.replaceAll("(?s).*name=\"shown\" value=\"([0-9a-f]+)\".*", "$1");
        taken(LINES + "/row", line("zz-stale", "2026-12-31", false) + shown);

        var overtaken = admin.form(LINES + "/row", line("zz-stale", "2027-06-30", false) + shown);
        assertThat(overtaken.status()).isEqualTo(409);
        assertThat(overtaken.text()).contains("被别人改过", "value=\"2027-06-30\"");
        assertThat(admin.get(LINES + "/row?key=zz-stale").text()).contains("value=\"2026-12-31\"");

        taken(LINES + "/remove", "key=zz-stale");
        var revoked = admin.form(LINES + "/row", line("zz-stale", "2026-12-31", false));
        assertThat(revoked.status()).isEqualTo(409);
        assertThat(revoked.text()).contains("已经被删除");
        assertThat(admin.get(LINES + "/row?key=zz-stale").status()).isEqualTo(404);
    }

    @Test
    void a_row_that_was_changed_since_it_was_shown_is_not_removed() {
        admin.form(LINES + "/row", line("zz-shown", "", true));
        String page = admin.get(LINES + "/row?key=zz-shown").text();
        String shown = page.replaceAll("(?s).*name=\"shown\" value=\"([0-9a-f]+)\".*", "$1");
        taken(LINES + "/row", line("zz-shown", "2026-12-31", false));

        var overtaken = admin.form(LINES + "/remove", "key=zz-shown&shown=" + shown);
        assertThat(overtaken.status()).isEqualTo(409);
        assertThat(overtaken.text()).contains("被别人改过", "value=\"2026-12-31\"");
        String now = overtaken.text().replaceAll("(?s).*name=\"shown\" value=\"([0-9a-f]+)\".*", "$1");
        taken(LINES + "/remove", "key=zz-shown&shown=" + now);
    }

    @Test
    void a_choice_is_also_written_as_it_is_called_and_the_page_says_what_keys_stand_for() {
        take("posts", "code,unit,role,name\nzz-words,330106-scjg,审查岗,岗\nzz-other,330106-scjg,DECISION,岗\n");
        assertThat(admin.get("/admin/network/posts?q=zz-words").text())
                .contains("审查岗 <small class=\"code\">review</small>", "<small class=\"code\">330106-scjg</small>")
                .containsPattern("西湖区[^<]*市场[^<]* <small class=\"code\">330106-scjg</small>");
        assertThat(admin.get("/api/v1/network/tables/posts?format=csv").text())
                .contains("zz-words,330106-scjg,review,", "zz-other,330106-scjg,decide,");
        assertThat(admin.get("/admin/network/authorisations?q=330106-scjg-decide")
                        .text())
                .contains("食品经营许可（新办） <small class=\"code\">food_permit</small>");
        assertThat(admin.get("/admin/network/posts/row").text()).contains("<option value=\"\">请选</option>");
    }

    @Test
    void what_is_wrong_stands_beside_its_field_and_what_was_typed_stays() {
        var wrong = admin.form(
                LINES + "/row", "added=true&number=&post=nix&item=%00&act=dream&from_day=soon&to_day=2026-01-01");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text())
                .contains("id=\"number-error\"", "id=\"post-error\"", "id=\"item-error\"", "id=\"act-error\"")
                .contains("id=\"from_day-error\"", "value=\"nix\"", "value=\"soon\"")
                .contains("<a href=\"#from_day\">", "<a href=\"#number\">授权号：没有填</a>");
    }

    @Test
    void a_row_that_is_still_used_stays_and_the_page_says_where() {
        var used = admin.form("/admin/network/posts/remove", "key=330106-scjg-decide");
        assertThat(used.status()).isEqualTo(409);
        assertThat(used.text()).contains("还在“授权”里使用", "value=\"330106-scjg-5\"");
        assertThat(admin.form("/admin/network/posts/remove", "key=nothing").status())
                .isEqualTo(404);
        assertThat(admin.get("/admin/network/posts/row").status()).isEqualTo(200);
        assertThat(admin.get("/admin/network/nothing/row").status()).isEqualTo(404);
    }

    @Test
    void a_post_and_an_officer_are_on_record_as_they_were_and_are_however_they_are_changed() {
        take("officers", "code,name,unit\nzz-9,甲,330106-scjg\n");
        take("officers", "code,name,unit\nzz-9,乙,330106-scjg\n");
        for (String officer : List.of("zz-9", "", "")) {
            take("posts", "code,unit,role,name,officer_a\nzz-post,330106-scjg,review,岗," + officer + "\n");
        }
        String row = "added=false&code=zz-post&unit=330106-scjg&role=review&name=";
        taken("/admin/network/posts/row", row + "x");
        assertThat(recorded("network:posts", "is.name")).startsWith("x");
        assertThat(recorded("network:posts", "was.name")).startsWith("岗");
        taken("/admin/network/posts/remove", "key=zz-post");
        taken("/admin/network/officers/remove", "key=zz-9");

        assertThat(recorded("post:zz-post", "is.name")).containsExactly("x", "岗", "岗");
        assertThat(recorded("post:zz-post", "was.name")).containsExactly("x", "岗", "岗");
        assertThat(recorded("post:zz-post", "is.officer_a")).containsExactly("zz-9");
        assertThat(recorded("post:zz-post", "was.officer_a")).containsExactly("zz-9");
        assertThat(recorded("officer:zz-9", "is.name")).containsExactly("乙", "甲");
        assertThat(recorded("officer:zz-9", "was.name")).containsExactly("乙", "甲");
    }

    @Test
    void a_window_that_moves_takes_its_posts_along_and_each_is_on_record() {
        take("windows", "code,centre,number,name\nzz-w,330106-centre,999,某窗口\n");
        take("posts", "code,unit,role,name,centre,service_window\nzz-at,330106-scjg,intake,岗,330106-centre,zz-w\n");
        String moved = "added=false&code=zz-w&centre=330100-centre&number=999&name=x";
        taken("/admin/network/windows/row", moved);
        assertThat(admin.get("/admin/network/posts/row?key=zz-at").text())
                .contains("value=\"330100-centre\"", "value=\"zz-w\"");
        take("windows", "code,centre,number,name\nzz-w,330106-centre,999,某窗口\n");

        assertThat(recorded("post:zz-at", "is.centre"))
                .containsExactly("330106-centre", "330100-centre", "330106-centre");
    }

    @Test
    void a_post_at_no_window_stays_where_it_is_whatever_the_code_of_a_window_that_moves() {
        take("windows", "code,centre,number,name\nnull,330106-centre,999,某窗口\n");
        take("posts", "code,unit,role,name,centre,service_window\nzz-in,330106-scjg,intake,岗,330106-centre,\n");
        String moved = "added=false&code=null&centre=330100-centre&number=999&name=x";

        taken("/admin/network/windows/row", moved);

        assertThat(admin.get("/admin/network/posts/row?key=zz-in").text()).contains("value=\"330106-centre\"");
        assertThat(recorded("post:zz-in", "is.centre")).containsExactly("330106-centre");
    }

    @Test
    void who_brings_in_a_table_waits_for_who_brings_in_another_that_its_rows_are_checked_against() {
        take("windows", "code,centre,number,name\nzz-w,330106-centre,999,某窗口\n");
        String seated = "code,unit,role,name,centre,service_window\nzz-at,330106-scjg,intake,岗,330106-centre,zz-w\n";
        Table windows = Tables.named("windows").orElseThrow();
        var cells = Map.of("code", "zz-w", "centre", "330100-centre", "number", "999", "name", "某窗口");
        var dsl = context.getBean(DSLContext.class);
        try (var threads = Executors.newSingleThreadExecutor()) {
            var refused = new TransactionTemplate(context.getBean(PlatformTransactionManager.class)).execute(held -> {
                context.getBean(TableImport.class).row(Actor.SYSTEM, windows, cells, false, "");
                var posts = threads.submit(() -> admin.csv("/api/v1/network/tables/posts", seated));
                await().until(() -> posts.isDone() || Locks.waiting(dsl, "pg_advisory_xact_lock") > 0);
                return posts;
            });
            assertThat(refused)
                    .succeedsWithin(Duration.ofSeconds(60))
                    .satisfies(answer -> assertThat(answer.text()).contains("line 2: service_window", "不在这个中心"));
        }
    }

    private void take(String table, String csv) {
        var answer = admin.csv("/api/v1/network/tables/" + table, csv);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /** What stands at this place of a subject's entries, newest first. */
    private List<String> recorded(String subject, String place) {
        String journal = Clerk.of(context, port, "auditor")
                .get("/api/v1/journal?subject=" + subject)
                .text();
        return JsonPath.read(journal, "$.items[*].payload." + place);
    }
}
