package org.yichuang.network.limits;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yichuang.network.Clerk;
import org.yichuang.support.CityTest;

/** Any limit, for anyone: counted as the law says, every wrong field named, no year guessed. */
@CityTest
class LimitsTests {
    private static final String COMPUTE = "/api/v1/limits/compute";

    @LocalServerPort
    int port;

    private Clerk anyone = Clerk.nobody(0);

    @BeforeEach
    void a_friday_morning() {
        anyone = Clerk.nobody(port);
    }

    private Clerk.Answer compute(String json) {
        return anyone.json("POST", COMPUTE, json.replace('\'', '"'));
    }

    private @Nullable String due(String json) {
        var answer = compute(json);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return JsonPath.read(answer.text(), "$.due");
    }

    /** 18 September 2026 is a Friday; Sunday the 20th and Saturday 10 October are worked; 25–27 and 1–7 are holidays. */
    @ParameterizedTest(name = "{1} {2} from {0}: {3}")
    @CsvSource({
        "2026-09-18T10:24, 1, WORKING_DAY, 2026-09-20T17:00+08:00",
        "2026-09-18T10:24, 5, WORKING_DAY, 2026-09-24T17:00+08:00",
        "2026-09-18T10:24, 6, WORKING_DAY, 2026-09-28T17:00+08:00",
        "2026-09-18T10:24, 10, WORKING_DAY, 2026-10-09T17:00+08:00",
        "2026-09-18T23:59, 1, WORKING_DAY, 2026-09-20T17:00+08:00",
        "2026-09-19, 1, WORKING_DAY, 2026-09-20T17:00+08:00",
        "2026-09-18, 3, CALENDAR_DAY, 2026-09-21T17:00+08:00",
        "2026-09-18, 7, CALENDAR_DAY, 2026-09-28T17:00+08:00",
        "2026-09-30, 1, CALENDAR_DAY, 2026-10-08T17:00+08:00",
        "2026-09-18T16:00, 1, WORKING_HOUR, 2026-09-18T17:00+08:00",
        "2026-09-18T16:30, 1, WORKING_HOUR, 2026-09-20T09:15+08:00",
        "2026-09-18T11:30, 1, WORKING_HOUR, 2026-09-18T14:00+08:00",
        "2026-09-30T16:30, 2, WORKING_HOUR, 2026-10-08T10:15+08:00",
        "2026-09-18T16:30, 24, HOUR, 2026-09-19T16:30+08:00",
        "2026-09-18T08:24Z, 1, HOUR, 2026-09-18T17:24+08:00",
        "2026-09-18T10:24, 0, WORKING_DAY, 2026-09-18T17:00+08:00",
        "2026-09-18T17:30, 0, WORKING_DAY, 2026-09-20T17:00+08:00",
        "2026-09-19T10:00, 0, WORKING_DAY, 2026-09-20T17:00+08:00"
    })
    void a_limit_ends_when_the_law_says(String start, int amount, String unit, String due) {
        String json = "{'start':'" + start + "','amount':" + amount + ",'unit':'" + unit + "'}";
        assertThat(due(json)).isEqualTo(due.replace("+08:00", ":00+08:00"));
    }

    @Test
    void days_that_a_pause_covers_do_not_count_and_overlaps_count_once() {
        String pause = "{'start':'2026-09-21T16:40','end':'2026-10-08T15:00','cause':'水质检测'}";
        String inside = "{'start':'2026-09-23','end':'2026-09-24'}";
        String limit = "{'start':'2026-09-18T10:24','amount':5,'unit':'WORKING_DAY','pauses':[";
        assertThat(due(limit + pause + "]}")).isEqualTo("2026-10-12T17:00:00+08:00");
        assertThat(due(limit + pause + "," + inside + "]}")).isEqualTo("2026-10-12T17:00:00+08:00");
        assertThat(due(limit + inside + "," + pause + "]}")).isEqualTo("2026-10-12T17:00:00+08:00");

        String explained = compute(limit + pause + "]}").text();
        assertThat(JsonPath.<Integer>read(explained, "$.sums.counted")).isEqualTo(5);
        assertThat(JsonPath.<Integer>read(explained, "$.sums.total")).isEqualTo(25);
        assertThat(JsonPath.<Integer>read(explained, "$.sums.paused")).isEqualTo(7);
        assertThat(JsonPath.<List<String>>read(explained, "$.days[?(@.date=='2026-09-22')].reason"))
                .containsExactly("水质检测，中止");
        assertThat(JsonPath.<List<String>>read(explained, "$.days[?(@.counted==true)].date"))
                .containsExactly("2026-09-20", "2026-09-21", "2026-10-09", "2026-10-10", "2026-10-12");
    }

    @Test
    void an_extension_adds_to_the_limit() {
        assertThat(due("{'start':'2026-09-18','amount':1,'unit':'WORKING_DAY','extension':4}"))
                .isEqualTo("2026-09-24T17:00:00+08:00");
    }

    @Test
    void while_a_pause_is_open_there_is_no_due_instant_but_a_projected_one() {
        String limit = "{'start':'2026-09-18','amount':5,'unit':'WORKING_DAY','pauses':[{'start':'2026-09-21'";
        String open = compute(limit + "}]}").text();
        assertThat(JsonPath.<Object>read(open, "$.due")).isNull();
        assertThat(JsonPath.<Object>read(open, "$.projected")).isNull();
        assertThat(JsonPath.<String>read(open, "$.left.state")).isEqualTo("PAUSED");
        String expected = compute(limit + ",'expectedEnd':'2026-10-10'}]}").text();
        assertThat(JsonPath.<Object>read(expected, "$.due")).isNull();
        assertThat(JsonPath.<String>read(expected, "$.projected")).isEqualTo("2026-10-14T17:00:00+08:00");
    }

    @Test
    void before_an_open_pause_begins_the_page_does_not_say_that_the_clock_is_paused() {
        String limit = "/limits?start=2026-11-30T10:00&amount=5&unit=WORKING_DAY"
                + "&pauses%5B0%5D.start=2026-12-03T10:00&now=";
        String paused = "计时中止，到期日未定";
        String later = "到期日未定：之后还有中止";
        String overrun = "&pauses%5B0%5D.expectedEnd=2026-12-29";

        assertThat(anyone.get(limit + "2026-12-01T10:00").text())
                .contains(later)
                .doesNotContain(paused);
        for (String since : List.of("2026-12-03T10:00", "2026-12-04T10:00", "2026-12-31T10:00" + overrun)) {
            assertThat(anyone.get(limit + since).text())
                    .as(since)
                    .contains(paused)
                    .doesNotContain(later);
        }
    }

    @Test
    void where_a_pause_is_expected_to_end_before_an_unknown_year_the_year_is_said_and_no_sum_is_made_up() {
        var answer = compute("{'start':'2026-11-29','amount':5,'unit':'WORKING_DAY','pauses':[{'start':'2026-11-29',"
                + "'expectedEnd':'2026-12-31'}],'now':'2026-11-29'}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(JsonPath.<Object>read(answer.text(), "$.projected")).isNull();
        assertThat(JsonPath.<Integer>read(answer.text(), "$.unknownYear.year")).isEqualTo(2027);
        assertThat(JsonPath.<List<?>>read(answer.text(), "$.days[?(@.treatment=='PAUSED')]"))
                .hasSize(24);

        String page = anyone.get("/limits?start=2026-11-29&amount=5&unit=WORKING_DAY&pauses%5B0%5D.start=2026-11-29"
                        + "&pauses%5B0%5D.expectedEnd=2026-12-31&now=2026-11-29")
                .text();
        assertThat(page).contains("2027 年的放假安排不在日历里", "中止 4 个工作日").doesNotContain("正是 5 个工作日");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-30, 5, WORKING_DAY, 2027",
        "2026-12-01, 100000, WORKING_DAY, 2027",
        "2026-12-30, 10, CALENDAR_DAY, 2027",
        "2020-12-30, 1, WORKING_DAY, 2020",
        "2026-12-31T16:00, 3, WORKING_HOUR, 2027",
        "2998-06-01, 0, WORKING_DAY, 2998",
        "2998-12-31, 100000, CALENDAR_DAY, 3272"
    })
    void an_unknown_year_is_said_not_guessed(String start, int amount, String unit, int year) {
        var answer = compute("{'start':'" + start + "','amount':" + amount + ",'unit':'" + unit + "'}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(JsonPath.<Object>read(answer.text(), "$.due")).isNull();
        assertThat(JsonPath.<Integer>read(answer.text(), "$.unknownYear.year")).isEqualTo(year);
        assertThat(JsonPath.<List<?>>read(answer.text(), "$.days")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        {} | start,amount,unit
        {'start':'','amount':1,'unit':'WORKING_DAY'} | start
        {'start':'yesterday','amount':1,'unit':'WORKING_DAY'} | start
        {'start':'2026-02-30','amount':1,'unit':'WORKING_DAY'} | start
        {'start':'1600-01-01','amount':1,'unit':'WORKING_DAY'} | start
        {'start':'+999999999-12-31T00:00Z','amount':1,'unit':'WORKING_DAY'} | start
        {'start':'2026-09-18','amount':-1,'unit':'WORKING_DAY'} | amount
        {'start':'2026-09-18','amount':100001,'unit':'WORKING_DAY'} | amount
        {'start':'2026-09-18','amount':99999999999,'unit':'WORKING_DAY'} | amount
        {'start':'2026-09-18','amount':1.5,'unit':'WORKING_DAY'} | amount
        {'start':'2026-09-18','amount':'many','unit':'WORKING_DAY'} | amount
        {'start':'2026-09-18','amount':1,'unit':'FORTNIGHT'} | unit
        {'start':'2026-09-18','amount':1,'unit':'WORKING_DAY','extension':-1} | extension
        {'start':'2026-09-18','amount':1,'unit':'WORKING_DAY','colour':'red'} | colour
        {'start':'2026-09-18','amount':1,'unit':'WORKING_DAY','now':'later'} | now
        {'start':'2026-09-18','amount':1,'unit':'WORKING_DAY','pauses':[{'end':'2026-09-20'}]} | pauses[0].start
        {'start':'2026-09-18','amount':1,'unit':'WORKING_DAY','pauses':[{'start':'2026-09-20','end':'2026-09-19'}]} | pauses[0].end
        {'start':'2026-09-18','amount':1,'unit':'WORKING_DAY','pauses':[{'start':'2026-09-20','expectedEnd':'2026-09-19'}]} | pauses[0].expectedEnd
        {'start':'2026-09-18','amount':1,'unit':'WORKING_DAY','pauses':[null]} | pauses[0]
        {'start':'2026-09-18','amount':1,'unit':'HOUR','pauses':[{'start':'2026-09-18','end':'2990-01-01'}]} | pauses[0].end
        {'start':'2026-09-18','amount':1,'unit':'HOUR','pauses':[{'start':'2026-09-18'}],'now':'2990-01-01'} | now
        {'start':'1950-01-01','amount':1,'unit':'HOUR','pauses':[{'start':'1950-01-01'}]} | start
        """)
    void what_cannot_be_a_limit_names_its_field(String json, String fields) {
        var answer = compute(json);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.fields()).containsExactly(fields.split(","));
    }

    @Test
    void what_is_no_json_at_all_is_a_problem_too() {
        for (String body : List.of("", "[]", "null", "{", "7", "\"x\"")) {
            assertThat(compute(body).status()).as(body).isBetween(400, 422);
        }
    }

    @Test
    void fifty_pauses_are_taken_and_fifty_one_are_not() {
        String one = "{'start':'2026-09-20','end':'2026-09-21'}";
        String json = "{'start':'2026-09-18','amount':1,'unit':'WORKING_DAY','pauses':[" + one;
        assertThat(compute(json + ("," + one).repeat(49) + "]}").status()).isEqualTo(200);
        var many = compute(json + ("," + one).repeat(50) + "]}");
        assertThat(many.fields()).containsExactly("pauses");
    }

    @Test
    void the_page_answers_from_its_address_alone() {
        assertThat(anyone.get("/limits").text()).contains("算期限", "name=\"start\"");
        var page = anyone.get("/limits?start=2026-09-18T10:24&amount=5&unit=WORKING_DAY"
                + "&pauses%5B0%5D.start=2026-09-21T16:40&pauses%5B0%5D.end=2026-10-08T15:00"
                + "&pauses%5B0%5D.cause=%E6%B0%B4%E8%B4%A8%E6%A3%80%E6%B5%8B");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains("2026年10月12日(周一) 17:00 到期", "水质检测，中止", "国庆节放假", "调休上班", "第 5 天")
                .doesNotContain("承诺到期");
        String href = page.text()
                .replaceAll("(?s).*href=\"(/limits\\.csv\\?[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(anyone.get(href).text()).contains("2026-10-12,2026-10-12,Day 5,第 5 天,", "水质检测");
        assertThat(anyone.get("/limits?start=2026-09-18&amount=5&unit=WORKING_DAY&lang=en")
                        .text())
                .contains("Due on 24 Sep 2026, 17:00", "Working day");
    }

    @Test
    void the_page_says_what_is_wrong_beside_the_field_and_keeps_what_was_typed() {
        var page = anyone.get("/limits?start=soon&amount=-3&unit=WORKING_DAY&pauses%5B1%5D.start=2026-09-20"
                + "&pauses%5B1%5D.end=2026-09-01");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text())
                .contains("id=\"start-error\"", "id=\"amount-error\"", "id=\"pauses[0].end-error\"")
                .contains("value=\"soon\"", "value=\"-3\"", "value=\"2026-09-01\"")
                .contains(">从什么时候起算：时间写成", ">第 1 段结束：中止的结束不能早于开始</a>");
        assertThat(anyone.get("/limits?start=2026-09-18&amount=&unit=WORKING_DAY")
                        .text())
                .contains("id=\"amount-error\"", "请填时限的数字");
        assertThat(anyone.get("/limits?start=2026-09-18&amount=lots&unit=WORKING_DAY")
                        .text())
                .contains("id=\"amount-error\"");
        assertThat(anyone.get("/limits?start=2026-12-30&amount=20&unit=WORKING_DAY")
                        .text())
                .contains("2027 年的放假安排不在日历里");
        assertThat(anyone.get("/limits.csv?start=x").status()).isEqualTo(422);
        var file = anyone.get("/limits.csv?start=2026-12-30&amount=20&unit=WORKING_DAY");
        assertThat(file.status()).isEqualTo(422);
        assertThat(file.text()).contains("2027 年的放假安排不在日历里");
    }

    @ParameterizedTest
    @CsvSource({
        "5, WORKING_DAY, 行政许可法第八十二条, true",
        "5, CALENDAR_DAY, 民法典第二百零一条、第二百零三条, true",
        "5, WORKING_HOUR, 只计办公时间, false",
        "5, HOUR, 昼夜都计, false",
        "0, WORKING_DAY, 当天下班前到期, false"
    })
    void the_page_says_by_which_law_the_unit_counts(int amount, String unit, String law, boolean nextDay) {
        String page = anyone.get("/limits?start=2026-09-18T10:24&amount=" + amount + "&unit=" + unit)
                .text();
        assertThat(page).contains(law);
        assertThat(page.contains("次日起算")).isEqualTo(nextDay);
    }

    @Test
    void a_limit_of_years_is_shown_as_far_as_a_page_goes() {
        var page = anyone.get("/limits?start=2010-01-01T08:00&amount=100000&unit=HOUR");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("行在 CSV 里");
        assertThat(page.bytes().length).isLessThan(400_000);
    }
}
