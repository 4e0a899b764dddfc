package org.yichuang.network.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yichuang.network.Clerk;
import org.yichuang.support.CityTest;

/** The network read by programs: places by anyone, posts and authorisations by those who work for the city. */
@CityTest
class NetworkReadsTests {
    private static final String NETWORK = "/api/v1/network/";

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    private Clerk anyone = Clerk.nobody(0);
    private Clerk officer = Clerk.nobody(0);

    @BeforeEach
    void a_friday_morning() {
        anyone = Clerk.nobody(port);
        officer = Clerk.of(context, port, "zhoumin");
    }

    private static String read(Clerk who, String path) {
        var answer = who.get(NETWORK + path);
        assertThat(answer.status()).as(path + ": " + answer.text()).isEqualTo(200);
        return answer.text();
    }

    /** Every row's key, page after page. */
    private static List<String> all(Clerk who, String path, String key) {
        List<String> keys = new ArrayList<>();
        String after = "";
        while (after != null) {
            String page = read(who, path + (path.contains("?") ? "&" : "?") + "size=200&after=" + after);
            keys.addAll(JsonPath.<List<String>>read(page, "$.items[*]." + key));
            after = JsonPath.read(page, "$.next");
        }
        return keys;
    }

    @Test
    void the_city_is_walked_from_its_tiers_down_to_a_community() {
        assertThat(JsonPath.<List<String>>read(read(anyone, "tiers"), "$[*].tier"))
                .containsExactly("CITY", "DISTRICT", "STREET", "VILLAGE");
        assertThat(all(anyone, "divisions?inside=330100000000", "code")).hasSize(13);
        assertThat(all(anyone, "divisions?tier=STREET", "code")).hasSize(196);
        assertThat(all(anyone, "divisions", "code"))
                .hasSize(1 + 13 + 196 + 3320)
                .doesNotHaveDuplicates();
        assertThat(JsonPath.<List<String>>read(read(anyone, "divisions/330106010000"), "$.path[*].name.zh"))
                .containsExactly("杭州市", "西湖区", "转塘街道");
    }

    @Test
    void units_centres_and_service_points_are_found_by_place() {
        assertThat(all(anyone, "units?department=scjg", "code")).contains("330100-scjg", "330106-scjg");
        assertThat(all(anyone, "units?division=330106000000&department=scjg", "code"))
                .containsExactly("330106-scjg");
        assertThat(JsonPath.<String>read(read(anyone, "units/330106-scjg"), "$.tier"))
                .isEqualTo("DISTRICT");
        String centre = read(anyone, "centres/330106-centre");
        assertThat(JsonPath.<List<?>>read(centre, "$.windows")).isNotEmpty();
        assertThat(JsonPath.<String>read(centre, "$.hours.weeks[0].first")).isEqualTo("MONDAY");
        assertThat(all(anyone, "centres?tier=DISTRICT", "code")).hasSize(13);
        List<String> points = all(anyone, "service-points", "code");
        assertThat(points).hasSize(3320);
        assertThat(JsonPath.<String>read(read(anyone, "service-points/" + points.getFirst()), "$.centre"))
                .isNotBlank();
    }

    @Test
    void posts_officers_and_the_register_are_read_by_those_who_work_for_the_city() {
        assertThat(JsonPath.<String>read(read(officer, "posts/330106-scjg-decide"), "$.a.name"))
                .isEqualTo("周敏");
        assertThat(all(officer, "posts?unit=330106-scjg", "code")).contains("330106-scjg-decide");
        assertThat(all(officer, "officers?unit=330106-scjg", "name")).contains("周敏", "吴国强");
        List<String> lines = all(officer, "authorisations?post=330106-scjg-decide&act=DECIDE", "number");
        assertThat(lines).isNotEmpty().doesNotHaveDuplicates();
        assertThat(all(officer, "authorisations?unit=330106-scjg", "number")).containsAll(lines);
        assertThat(all(officer, "authorisations?post=330106-scjg-decide&on=2020-01-01", "number"))
                .isEmpty();
        for (String login : List.of("supervisor", "auditor", "admin")) {
            assertThat(all(
                            Clerk.of(context, port, login),
                            "authorisations?post=330106-scjg-decide&act=DECIDE",
                            "number"))
                    .isEqualTo(lines);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"posts", "officers", "authorisations", "absences", "tables"})
    void the_public_does_not_see_who_holds_which_post(String path) {
        assertThat(anyone.get(NETWORK + path).status()).isEqualTo(401);
        assertThat(Clerk.of(context, port, "qingheli").get(NETWORK + path).status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "divisions?tier=MOON",
                "divisions?size=0",
                "divisions?after=!",
                "units?size=201",
                "units?department=scj",
                "units?division=1",
                "centres?division=1",
                "service-points?division=1",
                "service-points?centre=x",
                "posts?unit=330106-scj",
                "officers?unit=330106-scj",
                "authorisations?unit=330106-scj",
                "authorisations?post=330106-scjg-decides",
                "posts?after=AA",
                "posts?unit=%00",
                "officers?unit=a%00",
                "authorisations?act=DREAM",
                "authorisations?on=2026-13-01",
                "authorisations?on=%2B999999999-01-01",
                "authorisations?item=%01",
                "authorisations?item=food_permits"
            })
    void a_wrong_question_is_answered_with_its_field(String path) {
        var answer = officer.get(NETWORK + path);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.fields())
                .hasSize(1)
                .allSatisfy(field -> assertThat(path).contains(field + "="));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "divisions",
                "units",
                "centres",
                "service-points",
                "posts",
                "officers",
                "authorisations",
                "absences"
            })
    void a_cursor_of_another_list_is_refused_and_no_wrong_page_answered(String path) {
        String other = path.equals("units") ? "centres" : "units";
        String next = JsonPath.read(read(officer, other + "?size=1"), "$.next");

        var answer = officer.get(NETWORK + path + "?after=" + next);

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.fields()).containsExactly("after");
    }

    @Test
    void a_list_inside_of_what_there_is_not_names_the_field() {
        var answer = anyone.get(NETWORK + "divisions?inside=1");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.fields()).containsExactly("inside");
    }

    @ParameterizedTest
    @ValueSource(strings = {"divisions/1", "units/x", "centres/x", "service-points/x", "posts/x", "tables/x"})
    void what_is_not_there_is_not_found(String path) {
        assertThat(Clerk.of(context, port, "admin").get(NETWORK + path).status())
                .isEqualTo(404);
    }

    @Test
    void the_page_of_a_community_shows_its_service_point_and_leads_to_the_centre_of_its_street() {
        String point = all(anyone, "service-points", "code").getFirst();
        String json = read(anyone, "service-points/" + point);
        String centre = JsonPath.read(json, "$.centre");

        String page = anyone.get("/places?in=" + JsonPath.<String>read(json, "$.division"))
                .text();

        assertThat(page)
                .contains(JsonPath.<String>read(json, "$.name.zh"), JsonPath.<String>read(json, "$.address"))
                .contains(JsonPath.<String>read(json, "$.phone"), "周一至周五 09:00–11:30，14:00–16:30")
                .contains("这里是便民服务点", "href=\"/places/" + centre + "\"");
        assertThat(anyone.get("/places/" + centre).text()).doesNotContain("这里是便民服务点", "这里没有服务中心");
    }

    @Test
    void the_tables_of_the_pages_can_be_taken_away_as_files() {
        String centre = all(anyone, "centres", "code").getFirst();
        int windows = JsonPath.<List<Object>>read(read(anyone, "centres/" + centre), "$.windows")
                .size();
        var exported = anyone.get("/places/" + centre + "/windows.csv");
        assertThat(exported.status()).isEqualTo(200);
        assertThat(exported.text()).hasLineCount(1 + windows).contains("号窗口");
        assertThat(anyone.get("/places/" + centre).text()).contains("/places/" + centre + "/windows.csv");
        assertThat(anyone.get("/places/999/windows.csv").status()).isEqualTo(404);

        var mine = officer.get("/desk/authorisations.csv");
        assertThat(mine.text()).startsWith("\uFEFFnumber,post,").contains(",DECIDE,");
        assertThat(officer.get("/desk/authorisations").text()).contains("/desk/authorisations.csv");
    }
}
