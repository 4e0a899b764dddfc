package org.yichuang.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.network.Clerk;
import org.yichuang.support.CityTest;

/** The administrator names the ways into the catalogue. */
@CityTest
class TopicsTests {
    private static final String PAGE = "/admin/items/topics";
    private static final String API = "/api/v1/topics";
    private static final String PETS = "THEME,pets,养宠物,Pets,RESIDENT\r\n";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Journal journal;

    @LocalServerPort
    private int port;

    private Clerk admin = Clerk.nobody(0);
    private String before = "";

    @BeforeEach
    void the_administrator_takes_them_out() {
        admin = Clerk.of(context, port, "admin");
        before = exported();
    }

    @AfterEach
    void they_are_as_before() {
        assertThat(put(before).status()).isEqualTo(200);
        assertThat(exported()).isEqualTo(before);
    }

    @Test
    void one_that_is_added_is_there_at_once_in_its_place_and_on_record() {
        String pets = before.replaceFirst("THEME,hukou", PETS + "THEME,hukou");

        Clerk.Answer answer = admin.upload(PAGE, pets.getBytes(UTF_8), "then", "");

        assertThat(answer.text()).contains("已换上：新增 1，改动 0，删去 0。", "养宠物");
        assertThat(exported()).isEqualTo(pets);
        List<String> keys = JsonPath.read(admin.get(API).text(), "$[?(@.kind == 'THEME')].key");
        assertThat(keys.indexOf("pets")).isPositive().isEqualTo(keys.indexOf("hukou") - 1);
        Entry entry = journal.of("catalogue:topics").getLast();
        assertThat(entry.kind()).isEqualTo("catalogue.topics-replaced");
        assertThat(entry.payload()).contains("\"added\":[\"THEME.pets\"]");
    }

    @Test
    void another_name_and_one_that_is_gone_are_told() {
        put(before + PETS);

        Clerk.Answer answer = put(before.replace("THEME,hukou,户籍和证件,", "THEME,hukou,户口和证件,"));

        assertThat(JsonPath.<List<String>>read(answer.text(), "$.changed")).containsExactly("THEME.hukou");
        assertThat(JsonPath.<List<String>>read(answer.text(), "$.removed")).containsExactly("THEME.pets");
        assertThat(admin.get("/items?theme=hukou").text()).contains("户口和证件");
    }

    @Test
    void all_that_is_left_out_though_published_items_stand_under_it_is_named_at_once() {
        put(before + PETS);
        String without = before.lines()
                .filter(line -> !line.startsWith("THEME,hukou,") && !line.startsWith("LIFE_EVENT,retire,"))
                .reduce("", (all, line) -> all + line + "\r\n");

        Clerk.Answer answer = put(without);

        assertThat(answer.status()).isEqualTo(422);
        List<String> fields = JsonPath.read(answer.text(), "$.errors[*].field");
        assertThat(fields).containsExactly("file", "file");
        assertThat(answer.text())
                .contains("少了 THEME.hukou", "少了 LIFE_EVENT.retire")
                .doesNotContain("pets");
        assertThat(exported()).isEqualTo(before + PETS);
    }

    @Test
    void a_name_of_wide_blanks_alone_is_none_and_those_around_one_do_not_belong_to_it() {
        for (String blank : List.of("THEME,pets,\u3000,Pets,RESIDENT\r\n", "THEME,pets,养宠物,\u3000,RESIDENT\r\n")) {
            Clerk.Answer answer = put(before + blank);

            assertThat(answer.status()).as(blank).isEqualTo(422);
            assertThat(answer.text()).contains("第 " + (before.lines().count() + 1) + " 行：name_", "要写在一行里");
        }
        assertThat(exported()).isEqualTo(before);

        assertThat(put(before + PETS.replace("养宠物", "\u3000养宠物\u3000")).status())
                .isEqualTo(200);
        assertThat(exported()).isEqualTo(before + PETS);
    }

    @Test
    void every_bad_row_is_named_with_its_line_and_nothing_changes() {
        long line = before.lines().count();
        String bad = before + "THEME,Pets,养宠物,Pets,RESIDENT\r\nTHEM,pets,养宠物,Pets,RESIDENT\r\n"
                + "THEME,pets,,Pets,RESIDENT\r\nTHEME,hukou,又来,Again,RESIDENT\r\nTHEME,pets,养宠物,Pets";

        Clerk.Answer answer = admin.upload(PAGE, bad.getBytes(UTF_8), "then", "");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .contains(
                        "第 " + (line + 1) + " 行：key 用",
                        "第 " + (line + 2) + " 行：kind 写",
                        "第 " + (line + 3) + " 行：name_zh 要写在一行里",
                        "第 " + (line + 4) + " 行：重复了",
                        "第 " + (line + 5) + " 行：要有 5 格");
        for (String file :
                List.of("", "kind,key\r\n", before.lines().findFirst().orElseThrow() + "\r\n", "\"")) {
            assertThat(put(file).status()).as(file).isEqualTo(422);
        }
        assertThat(exported()).isEqualTo(before);
    }

    @Test
    void the_same_again_leaves_nothing_in_the_record() {
        int entries = journal.of("catalogue:topics").size();

        assertThat(put(before).status()).isEqualTo(200);

        assertThat(journal.of("catalogue:topics")).hasSize(entries);
    }

    private String exported() {
        return admin.get(PAGE + "/export.csv").text().replace("\uFEFF", "");
    }

    private Clerk.Answer put(String csv) {
        return admin.send("PUT", API, "text/csv", csv.getBytes(UTF_8));
    }
}
