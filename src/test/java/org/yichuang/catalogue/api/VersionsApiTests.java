package org.yichuang.catalogue.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yichuang.catalogue.document.ItemText;
import org.yichuang.network.Clerk;
import org.yichuang.shared.PlainFile;
import org.yichuang.support.CityTest;

/** The administrator keeps the catalogue by API as by the pages. */
@CityTest
class VersionsApiTests {
    private static final String ADDRESS = VersionsApi.ADDRESS;
    private static final String YAML = "application/yaml";

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    private Clerk admin = Clerk.nobody(0);
    private Clerk anyone = Clerk.nobody(0);

    @BeforeEach
    void the_administrator_signs_in() {
        admin = Clerk.of(context, port, "admin");
        anyone = Clerk.nobody(port);
    }

    /** The text of a published item, under another code. */
    private String text(String code) {
        return admin.get(ADDRESS + "/food_permit/1/text").text().replace("code: food_permit", "code: " + code);
    }

    private Clerk.Answer send(String method, String path, String text) {
        return admin.send(method, ADDRESS + path, YAML, text.getBytes(StandardCharsets.UTF_8));
    }

    private Clerk.Answer act(String path, int revision) {
        return admin.json("POST", ADDRESS + path, "{\"revision\":" + revision + "}");
    }

    private static int revision(Clerk.Answer answer, String state) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
        assertThat(JsonPath.<String>read(answer.text(), "$.state")).isEqualTo(state);
        return JsonPath.read(answer.text(), "$.revision");
    }

    @Test
    void a_new_item_goes_from_draft_to_retirement() {
        var made = send("POST", "", text("by_api"));
        assertThat(made.header("Location")).endsWith(ADDRESS + "/by_api/1");
        int drafted = revision(made, "DRAFT");
        assertThat(anyone.get("/api/v1/items/by_api").status()).isEqualTo(404);

        String better = text("by_api").replace("食品经营许可（新办）", "食品经营许可（接口）");
        int edited = revision(send("PUT", "/by_api/1/text?revision=" + drafted, better), "DRAFT");
        var stale = send("PUT", "/by_api/1/text?revision=" + drafted, better);
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.text()).contains("urn:yichuang:problem:stale");

        assertThat(act("/by_api/1/publish", edited).text()).contains("urn:yichuang:problem:state");
        int checked = revision(act("/by_api/1/check", edited), "CHECKED");
        int published = revision(act("/by_api/1/publish", checked), "PUBLISHED");
        assertThat(anyone.get("/api/v1/items/by_api").text()).contains("食品经营许可（接口）");
        assertThat(JsonPath.<List<Object>>read(admin.get(ADDRESS + "/by_api/1").text(), "$.findings[?(@.error==true)]"))
                .isEmpty();

        var next = admin.send("POST", ADDRESS + "/by_api/1/revise", null, new byte[0]);
        assertThat(next.header("Location")).endsWith(ADDRESS + "/by_api/2");
        assertThat(admin.send("DELETE", ADDRESS + "/by_api/2?revision=" + revision(next, "DRAFT"), null, new byte[0])
                        .status())
                .isEqualTo(204);
        revision(act("/by_api/1/retire", published), "RETIRED");
        assertThat(anyone.get("/api/v1/items/by_api").status()).isEqualTo(410);
        assertThat(JsonPath.<List<String>>read(
                        admin.get(ADDRESS + "?q=by_api&state=RETIRED").text(), "$.items[*].code"))
                .containsExactly("by_api");
    }

    /** A text is no table: what its first line holds beside commas does not matter. */
    @Test
    void the_sample_that_a_new_item_begins_with_makes_a_draft_as_it_is() {

        var made = send("POST", "", ItemText.STARTER.replace("code: my_item", "code: from_sample"));

        int drafted = revision(made, "DRAFT");
        var edited = send("PUT", "/from_sample/1/text?revision=" + drafted, "# a; b\n" + text("from_sample"));
        admin.send("DELETE", ADDRESS + "/from_sample/1?revision=" + revision(edited, "DRAFT"), null, new byte[0]);
    }

    @Test
    void what_is_wrong_with_a_text_is_named_and_no_draft_is_made() {
        assertThat(send("POST", "", "code: [").status()).isEqualTo(422);
        assertThat(send("POST", "", "code: odd\ncolour: blue").text())
                .contains("\"field\":\"file\"", "第 2 行", "colour");
        assertThat(send("POST", "", text("a b")).text()).contains("code 要用字母");
        assertThat(send("PUT", "/food_permit/1/text?revision=1", text("other")).text())
                .contains("code 不能改");
        assertThat(send("PUT", "/food_permit/1/text", text("food_permit")).text())
                .contains("\"field\":\"revision\"");
        assertThat(admin.send("POST", ADDRESS, YAML, text("gbk").getBytes(Charset.forName("GBK")))
                        .text())
                .contains("GBK", "save it as UTF-8");
        var large =
                admin.send("POST", ADDRESS + "/import", "application/octet-stream", new byte[PlainFile.MAX_BYTES + 1]);
        assertThat(large.status()).isEqualTo(413);
        assertThat(large.text()).contains("\"field\":\"file\"");
        assertThat(admin.send("POST", ADDRESS, "text/plain", new byte[] {'x'}).status())
                .isEqualTo(415);
        assertThat(admin.get(ADDRESS + "?state=DRAFT").text()).doesNotContain("odd");
    }

    @Test
    void the_page_says_where_a_text_is_wrong_and_keeps_it() {
        String typed = "code: odd\ncommon: <many>\n";
        var page = admin.form("/admin/items/new", "text=" + URLEncoder.encode(typed, StandardCharsets.UTF_8));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text())
                .contains("第 2 行第 9 列：common：“&lt;many&gt;”不行，应当是整数", "common: &lt;many&gt;", "id=\"text-error\"");
    }

    @Test
    void what_the_rules_find_names_the_article_and_what_may_stand_there() {
        int draft = revision(send("POST", "", text("not_out")), "DRAFT");
        String odd = text("odd_names")
                .replace("department: scjg", "department: nobody")
                .replace("themes:\n  - opening", "themes:\n  - closing")
                .replace("related:\n", "related:\n  - odd_names\n  - nowhere\n  - not_out\n");
        int drafted = revision(send("POST", "", odd), "DRAFT");
        String found = admin.get(ADDRESS + "/odd_names/1").text();
        assertThat(JsonPath.<List<String>>read(found, "$.findings[?(@.rule=='DEPARTMENT')].what.zh"))
                .singleElement()
                .asString()
                .contains("没有代码为“nobody”的部门", "scjg 市场监督管理");
        assertThat(JsonPath.<List<String>>read(found, "$.findings[?(@.rule=='TOPIC')].what.en"))
                .singleElement()
                .asString()
                .contains("no topic “closing”", "opening Licences to open");
        assertThat(JsonPath.<List<String>>read(found, "$.findings[?(@.rule=='RELATED')].what.zh"))
                .hasSize(3)
                .anyMatch(what -> what.contains("没有已发布的“not_out”"));
        assertThat(JsonPath.<List<String>>read(found, "$.findings[?(@.rule=='LIMIT-READ')].source.zh"))
                .containsExactly("行政许可法第八十二条");
        assertThat(admin.get("/admin/items/odd_names/1").text()).contains("行政许可法第八十二条");
        assertThat(admin.send("DELETE", ADDRESS + "/odd_names/1?revision=" + drafted, null, new byte[0])
                        .status())
                .isEqualTo(204);
        assertThat(admin.send("DELETE", ADDRESS + "/not_out/1?revision=" + draft, null, new byte[0])
                        .status())
                .isEqualTo(204);
    }

    @Test
    void an_error_of_the_quality_rules_keeps_a_draft_from_being_checked() {
        String longer = text("too_long").replaceFirst("(?s)(promised:.*?limit: )5", "$160");
        int drafted = revision(send("POST", "", longer), "DRAFT");
        var refused = act("/too_long/1/check", drafted);
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(JsonPath.<List<String>>read(refused.text(), "$.errors[*].field"))
                .isNotEmpty();
        assertThat(admin.send("DELETE", ADDRESS + "/too_long/1?revision=" + drafted, null, new byte[0])
                        .status())
                .isEqualTo(204);
    }
}
