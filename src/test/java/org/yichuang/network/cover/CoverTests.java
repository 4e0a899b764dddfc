package org.yichuang.network.cover;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yichuang.identity.Account;
import org.yichuang.identity.Accounts;
import org.yichuang.identity.People;
import org.yichuang.identity.Roles;
import org.yichuang.journal.Actor;
import org.yichuang.network.Act;
import org.yichuang.network.Authorised;
import org.yichuang.network.Clerk;
import org.yichuang.network.Cover;
import org.yichuang.network.Network;
import org.yichuang.shared.web.Role;
import org.yichuang.support.CityTest;
import org.yichuang.support.TestClock;

/** Officers report when they are away: 周敏 is A of the decision post, 吴国强 its B. */
@CityTest
class CoverTests {
    private static final String ADDRESS = "/api/v1/network/absences";
    private static final LocalDate MONDAY = LocalDate.of(2026, 10, 12);

    @Autowired
    ApplicationContext context;

    @Autowired
    Network network;

    @Autowired
    Accounts accounts;

    @Autowired
    Roles roles;

    @Autowired
    DSLContext dsl;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    private Clerk zhoumin = Clerk.nobody(0);
    private Clerk wuguoqiang = Clerk.nobody(0);

    @BeforeEach
    void a_friday_morning_with_nobody_away() {
        nobody_is_away();
        zhoumin = Clerk.of(context, port, "zhoumin");
        wuguoqiang = Clerk.of(context, port, "wuguoqiang");
    }

    @AfterEach
    void nobody_is_away() {
        dsl.execute("delete from network.away");
    }

    private static Clerk.Answer away(Clerk who, String from, String to, String... headers) {
        return who.json(
                "POST", ADDRESS, "{\"from\":\"" + from + "\",\"to\":\"" + to + "\",\"reason\":\"外出培训\"}", headers);
    }

    private static Clerk.Answer back(Clerk who, String id, String... headers) {
        return who.send("DELETE", ADDRESS + "/" + id, null, new byte[0], headers);
    }

    /** What this officer may do as the one who decides food permits on this day. */
    private List<Authorised> decides(String login, LocalDate day) {
        Account account = accounts.byLogin(login).orElseThrow();
        return network.powers(account.id(), day).stream()
                .filter(power -> power.act() == Act.DECIDE && power.covers("330106-scjg", "food_permit"))
                .toList();
    }

    @Test
    void while_a_is_away_b_acts_and_a_does_not() {
        var answer = away(zhoumin, "2026-10-12", "2026-10-14");
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        assertThat(answer.header("Location")).startsWith(ADDRESS + "/");
        assertThat(JsonPath.<Map<String, Object>>read(answer.text(), "$"))
                .containsEntry("name", "周敏")
                .containsEntry("from", "2026-10-12")
                .containsEntry("mine", true);

        UUID a = accounts.byLogin("zhoumin").orElseThrow().id();
        assertThat(decides("zhoumin", MONDAY)).isEmpty();
        assertThat(decides("wuguoqiang", MONDAY)).singleElement().satisfies(power -> {
            assertThat(power.post()).isEqualTo("330106-scjg-decide");
            assertThat(power.cover()).isEqualTo(Cover.B);
            assertThat(power.onBehalfOf()).isEqualTo(a);
        });
        assertThat(decides("zhoumin", MONDAY.plusDays(3))).isNotEmpty();
    }

    @Test
    void both_cannot_be_away_and_the_refusal_names_the_others_absence() {
        away(zhoumin, "2026-10-12", "2026-10-14");
        for (String key : List.of("", UUID.randomUUID().toString())) {
            var refused = key.isEmpty()
                    ? away(wuguoqiang, "2026-10-14", "2026-10-20")
                    : away(wuguoqiang, "2026-10-14", "2026-10-20", "Idempotency-Key", key);
            assertThat(refused.status()).as(refused.text()).isEqualTo(409);
            assertThat(JsonPath.<String>read(refused.text(), "$.type")).isEqualTo("urn:yichuang:problem:both-away");
            assertThat(JsonPath.<String>read(refused.text(), "$.detail")).contains("周敏", "2026-10-12 至 2026-10-14");
            assertThat(JsonPath.<String>read(refused.text(), "$.detailEn"))
                    .contains("周敏", "from 2026-10-12 to 2026-10-14");
        }
        assertThat(dsl.fetchCount(org.jooq.impl.DSL.table("network.away"))).isEqualTo(1);

        assertThat(away(wuguoqiang, "2026-10-15", "2026-10-20").status()).isEqualTo(201);
        var twice = away(wuguoqiang, "2026-10-20", "2026-10-21");
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.text()).contains("already-away", "2026-10-15 至 2026-10-20");
    }

    @Test
    void a_post_whose_officer_cannot_sign_in_is_shown_to_the_administrator_until_b_may_act() {
        Clerk admin = Clerk.of(context, port, "admin");
        String vacant = "<small class=\"code\">330106-scjg-decide</small>";
        String undecided = "西湖区[^<]*<small class=\"code\">330106-scjg</small></td><td>决定</td>";
        assertThat(admin.get("/admin/network").text()).doesNotContain(vacant);
        assertThat(admin.get("/admin/items/food_permit/1").text()).doesNotContainPattern(undecided);
        UUID a = accounts.byLogin("zhoumin").orElseThrow().id();
        accounts.disable(a, Actor.SYSTEM);
        try {
            assertThat(admin.get("/admin/network").text()).contains(vacant, "周敏的账号已停用");
            assertThat(admin.get("/admin/items/food_permit/1").text()).containsPattern(undecided);

            admin.form(
                    "/admin/network/away/row",
                    "added=true&officer=330106-scjg-5&from_day=2026-10-09&to_day=2026-10-09&reason=x");

            assertThat(admin.get("/admin/network").text()).doesNotContain(vacant);
            assertThat(admin.get("/admin/items/food_permit/1").text()).doesNotContainPattern(undecided);
        } finally {
            accounts.enable(a, Actor.SYSTEM);
        }
    }

    @Test
    void who_has_only_the_role_supervisor_mans_no_post_that_works_on_cases() {
        Clerk admin = Clerk.of(context, port, "admin");
        UUID a = accounts.byLogin("zhoumin").orElseThrow().id();
        roles.grant(a, Role.SUPERVISOR, Actor.SYSTEM);
        roles.revoke(a, Role.OFFICER, Actor.SYSTEM);
        try {
            assertThat(admin.get("/admin/network").text())
                    .contains("周敏的账号没有“办事人员”的角色")
                    .as("whose post only reviews denials needs that role alone")
                    .doesNotContain("韩雪梅的账号没有");
            assertThat(unmanned("food_permit", List.of(Act.DECIDE), MONDAY))
                    .isEqualTo(Map.of("330106-scjg", List.of(Act.DECIDE)));
        } finally {
            roles.grant(a, Role.OFFICER, Actor.SYSTEM);
            roles.revoke(a, Role.SUPERVISOR, Actor.SYSTEM);
        }
    }

    @Test
    void an_item_decided_on_the_spot_needs_who_receives_it_too() {
        Clerk admin = Clerk.of(context, port, "admin");
        String unreceived = "<small class=\"code\">330106-scjg</small></td><td>收件受理</td>";
        assertThat(admin.get("/admin/items/individual_business/1").text()).doesNotContain(unreceived);
        UUID a = accounts.byLogin("zhengxiaowen").orElseThrow().id();
        accounts.disable(a, Actor.SYSTEM);
        try {
            assertThat(admin.get("/admin/items/individual_business/1").text()).contains(unreceived);
        } finally {
            accounts.enable(a, Actor.SYSTEM);
        }
    }

    @Test
    void what_no_line_is_in_force_for_is_unmanned_before_it_begins_and_after_it_ends() {
        List<Act> acts = List.of(Act.ACCEPT, Act.DECIDE);
        assertThat(unmanned("food_permit", acts, MONDAY)).isEmpty();
        assertThat(unmanned("food_permit", acts, LocalDate.of(2025, 12, 31))).isEqualTo(Map.of("330106-scjg", acts));
        assertThat(unmanned("food_permit", acts, LocalDate.of(2028, 1, 1)))
                .isEqualTo(Map.of("330106-scjg", List.of(Act.DECIDE)));
        assertThat(unmanned("no_such_item", acts, MONDAY)).isEqualTo(Map.of("330106-scjg", List.of(Act.DECIDE)));
    }

    private Map<String, List<Act>> unmanned(String item, List<Act> acts, LocalDate day) {
        return network.unmanned(item, List.of("330106-scjg"), acts, day);
    }

    @Test
    void of_two_who_go_away_at_the_same_moment_one_goes() throws Exception {
        try (var threads = java.util.concurrent.Executors.newFixedThreadPool(2)) {
            for (int week = 0; week < 5; week++) {
                String day = MONDAY.plusWeeks(week).toString();
                var answers = threads.invokeAll(List.of(
                        () -> away(zhoumin, day, day).status(),
                        () -> away(wuguoqiang, day, day).status()));
                assertThat(List.of(answers.get(0).get(), answers.get(1).get()))
                        .as(day)
                        .containsExactlyInAnyOrder(201, 409);
            }
        }
    }

    @Test
    void the_page_says_who_sees_the_reason_and_it_is_so() {
        assertThat(zhoumin.get("/desk/cover").text()).contains("只有您自己、管理员和审计员看得到");
        away(zhoumin, "2026-10-12", "2026-10-14");
        for (String login : List.of("admin", "auditor")) {
            assertThat(Clerk.of(context, port, login)
                            .get("/api/v1/network/tables/away?format=csv")
                            .text())
                    .contains("外出培训");
        }
    }

    @Test
    void colleagues_see_the_days_but_not_the_reason_and_strangers_see_nothing() {
        away(zhoumin, "2026-10-12", "2026-10-14");
        String seen = wuguoqiang.get(ADDRESS).text();
        assertThat(JsonPath.<String>read(seen, "$.items[0].name")).isEqualTo("周敏");
        assertThat(JsonPath.<Object>read(seen, "$.items[0].reason")).isNull();
        assertThat(JsonPath.<String>read(zhoumin.get(ADDRESS).text(), "$.items[0].reason"))
                .isEqualTo("外出培训");
        Clerk street = Clerk.of(context, port, "hexiaoyan");
        assertThat(JsonPath.<List<?>>read(street.get(ADDRESS).text(), "$.items"))
                .isEmpty();
        Clerk unlisted = Clerk.of(context, port, new People(context).officer(Role.OFFICER));
        assertThat(JsonPath.<List<?>>read(unlisted.get(ADDRESS).text(), "$.items"))
                .isEmpty();
        assertThat(away(unlisted, "2026-10-12", "2026-10-14").status()).isEqualTo(403);
        assertThat(unlisted.get("/desk/cover").text()).contains("不在人员名册里");
    }

    @Test
    void who_has_no_post_or_a_role_without_work_is_told_so_where_cases_would_stand() {
        var people = new People(context);
        assertThat(Clerk.of(context, port, people.officer(Role.OFFICER))
                        .get("/desk")
                        .text())
                .contains("您还没有岗位");
        assertThat(zhoumin.get("/desk").text()).doesNotContain("您还没有岗位");
        assertThat(Clerk.of(context, port, people.officer(Role.HALL_MANAGER))
                        .get("/desk")
                        .text())
                .contains("您的角色是“大厅主管”：管大厅的窗口和当天的人", "还没有做这些事的页面", "href=\"/places\"")
                .doesNotContain("/desk/export.csv");
    }

    @Test
    void a_page_below_one_of_the_side_bar_shows_where_it_belongs() {
        assertThat(Clerk.of(context, port, "admin").get("/admin/network/posts").text())
                .contains("<a href=\"/admin/network\" aria-current=\"true\">");
    }

    @Test
    void absences_are_leafed_through_page_by_page() {
        for (int week = 0; week < 5; week++) {
            String day = MONDAY.plusWeeks(week).toString();
            away(week % 2 == 0 ? zhoumin : wuguoqiang, day, day);
        }
        String first = zhoumin.get(ADDRESS + "?size=3").text();
        String next = JsonPath.read(first, "$.next");
        String second = zhoumin.get(ADDRESS + "?size=3&after=" + next).text();
        assertThat(JsonPath.<List<String>>read(first, "$.items[*].from"))
                .containsExactly("2026-10-12", "2026-10-19", "2026-10-26");
        assertThat(JsonPath.<List<String>>read(second, "$.items[*].from")).containsExactly("2026-11-02", "2026-11-09");
        assertThat(JsonPath.<List<String>>read(
                        zhoumin.get(ADDRESS + "?from=2026-11-03").text(), "$.items[*].from"))
                .containsExactly("2026-11-09");
    }

    @Test
    void what_has_begun_ends_yesterday_and_what_has_not_is_struck_out() {
        String id = JsonPath.read(away(zhoumin, "2026-10-12", "2026-10-14").text(), "$.id");
        assertThat(back(wuguoqiang, id).status()).isEqualTo(403);
        clock.set("2026-10-13T09:00");
        zhoumin = Clerk.of(context, port, "zhoumin");
        assertThat(back(zhoumin, id).text()).contains("\"from\":\"2026-10-13\"");
        assertThat(decides("zhoumin", MONDAY)).isEmpty();
        assertThat(decides("zhoumin", MONDAY.plusDays(1))).isNotEmpty();
        assertThat(back(zhoumin, id).status()).isEqualTo(409);

        String later = JsonPath.read(away(zhoumin, "2026-10-20", "2026-10-21").text(), "$.id");
        String key = UUID.randomUUID().toString();
        var gone = back(zhoumin, later, "Idempotency-Key", key);
        assertThat(gone.status()).isEqualTo(200);
        assertThat(back(zhoumin, later, "Idempotency-Key", key).text()).isEqualTo(gone.text());
        assertThat(back(zhoumin, later).status()).isEqualTo(404);
    }

    @Test
    void the_same_key_reports_once_and_with_another_body_not_at_all() {
        String key = UUID.randomUUID().toString();
        var first = away(zhoumin, "2026-10-12", "2026-10-14", "Idempotency-Key", key);
        var again = away(zhoumin, "2026-10-12", "2026-10-14", "Idempotency-Key", key);
        var other = away(zhoumin, "2026-10-12", "2026-10-15", "Idempotency-Key", key);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(again.status()).isEqualTo(201);
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text()).contains("idempotency-key-reused");
    }

    @Test
    void wrong_days_and_words_name_their_field() {
        assertField(away(zhoumin, "2026-10-08", "2026-10-14"), "from");
        assertField(away(zhoumin, "2026-10-12", "2026-10-11"), "to");
        assertField(away(zhoumin, "2026-10-12", "2028-10-11"), "to");
        assertField(away(zhoumin, "tomorrow", "2026-10-11"), "from");
        assertField(away(zhoumin, "2999-01-01", "2999-01-01"), "from");
        assertField(away(zhoumin, "+999999999-12-31", "+999999999-12-31"), "from");
        assertField(zhoumin.json("POST", ADDRESS, "{\"from\":\"2026-10-12\",\"to\":\"2026-10-12\"}"), "reason");
        for (String reason : List.of("", "长".repeat(101), "a\\u0000b")) {
            assertField(
                    zhoumin.json(
                            "POST",
                            ADDRESS,
                            "{\"from\":\"2026-10-12\",\"to\":\"2026-10-12\",\"reason\":\"" + reason + "\"}"),
                    "reason");
        }
        assertField(
                zhoumin.json(
                        "POST",
                        ADDRESS,
                        "{\"from\":\"2026-10-12\",\"to\":\"2026-10-12\",\"reason\":\"x\",\"officer\":\"y\"}"),
                "officer");
        assertField(zhoumin.get(ADDRESS + "?from=%2B999999999-12-31"), "from");
        assertField(zhoumin.get(ADDRESS + "?from=x"), "from");
        assertField(zhoumin.get(ADDRESS + "?after=!"), "after");
        assertThat(dsl.fetchCount(org.jooq.impl.DSL.table("network.away"))).isZero();
    }

    private static void assertField(Clerk.Answer answer, String field) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.fields()).contains(field);
    }

    @Test
    void the_page_reports_refuses_beside_the_field_lists_and_cancels() {
        assertThat(zhoumin.form("/desk/cover", "from=2026-10-12&to=2026-10-14&reason=x")
                        .header("Location"))
                .endsWith("/desk/cover?done=reported");
        String page = zhoumin.get("/desk/cover?done=reported").text();
        assertThat(page).contains("已登记", "2026年10月12日(周一)", "食品经营许可 决定岗", "吴国强");

        var refused = wuguoqiang.form("/desk/cover", "from=2026-10-13&to=2026-10-13&reason=y");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("id=\"from-error\"", "周敏", "value=\"2026-10-13\"");
        var wrong = wuguoqiang.form("/desk/cover", "from=&to=soon&reason=");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("id=\"from-error\"", "id=\"to-error\"", "value=\"soon\"");

        String csv = wuguoqiang.get("/desk/cover.csv").text();
        assertThat(csv.lines()).hasSize(2);
        assertThat(csv).contains("周敏,2026-10-12,2026-10-14,");

        String id = JsonPath.read(zhoumin.get(ADDRESS).text(), "$.items[0].id");
        assertThat(wuguoqiang.form("/desk/cover/" + id + "/cancel", "").status())
                .isEqualTo(403);
        assertThat(zhoumin.form("/desk/cover/" + id + "/cancel", "").header("Location"))
                .endsWith("?done=cancelled");
        assertThat(zhoumin.get("/desk/cover").text()).contains("今天起没有人外出");
    }

    @Test
    void the_page_names_who_holds_each_post_meanwhile_and_says_of_one_without_b_that_nobody_does() {
        dsl.execute("insert into network.post (code, unit, role, name, officer_a)"
                + " values ('zz-alone', '330106-scjg', 'review', '独任岗', '330106-scjg-5')");
        try {
            zhoumin.form("/desk/cover", "from=2026-10-09&to=2026-10-12&reason=x");
            assertThat(zhoumin.get("/desk/cover?done=reported").text())
                    .contains("食品经营许可 决定岗：吴国强", "由吴国强行使")
                    .contains("独任岗：没有 B 岗，这几天无人行使", "没有 B 岗，今天无人行使");
        } finally {
            dsl.execute("delete from network.post where code = 'zz-alone'");
        }
    }

    @Test
    void going_and_coming_back_are_on_record() {
        String id = JsonPath.read(away(zhoumin, "2026-10-12", "2026-10-14").text(), "$.id");
        back(zhoumin, id);
        String kinds = Clerk.of(context, port, "auditor")
                .get("/api/v1/journal?size=2&subject=officer:330106-scjg-5")
                .text();
        assertThat(JsonPath.<List<String>>read(kinds, "$.items[*].kind"))
                .containsExactly("officer.back", "officer.away");
    }
}
