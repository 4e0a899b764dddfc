package org.yichuang.casework.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.NewCase;
import org.yichuang.casework.Office;
import org.yichuang.casework.Receipt;
import org.yichuang.casework.Situations;
import org.yichuang.casework.State;
import org.yichuang.shared.Page;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.Api;
import org.yichuang.support.CityTest;
import org.yichuang.support.TestClock;
import org.yichuang.support.Web;
import tools.jackson.databind.JsonNode;

/** What programs read of cases: lists page by page, the explanation of a limit, and tracking without an account. */
@CityTest
class ReadApiTests {
    @Autowired
    private Office office;

    @Autowired
    private Situations situations;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    /** The numbers on all pages of a list; none of them is empty or longer than a page may be. */
    private static List<String> numbers(Api api, String path) {
        List<JsonNode> pages = api.pages(path);
        assertThat(pages)
                .allSatisfy(page -> assertThat(page.path("items").size()).isBetween(1, Page.DEFAULT_SIZE));
        return pages.stream()
                .flatMap(page -> page.path("items").valueStream())
                .map(row -> row.path("number").asString())
                .toList();
    }

    @Test
    void the_cases_of_a_company_come_page_by_page_to_it_and_to_the_work_list() {
        Visitor company = office.aCompany();
        var filed = new ArrayList<String>();
        for (int i = 0; i <= Page.DEFAULT_SIZE; i++) {
            filed.add(office.submitted(company).number());
        }

        assertThat(numbers(office.api(company), "/api/v1/cases?")).containsExactlyInAnyOrderElementsOf(filed);
        assertThat(numbers(office.api(company), "/api/v1/cases?size=8")).containsExactlyInAnyOrderElementsOf(filed);
        assertThat(office.api(company).get("/api/v1/cases?size=201").status()).isEqualTo(422);
        for (int n = 0; n < 2; n++) {
            UUID declined = office.submitted(company).caseId();
            office.act(office.officer("accept"), declined, new CaseAct.Decline(Office.filing()));
        }
        JsonNode denials =
                office.api(office.aSupervisor()).get("/api/v1/denials?size=1").json();
        assertThat(denials.path("items")).hasSize(1);
        assertThat(denials.path("next").asString()).isNotEmpty();
        assertThat(numbers(office.api(office.officer("accept")), "/api/v1/worklist?act=accept&size=7"))
                .containsAll(filed)
                .doesNotHaveDuplicates();
    }

    @Test
    void somebody_s_number_is_no_word_of_the_work_list_and_a_case_s_number_is() {
        Visitor company = office.aCompany();
        String number = office.submitted(company).number();
        Api officer = office.api(office.officer("accept"));
        for (String typed : List.of(office.number(company), "11010519491231002X", "1101051949123100", "13900000013")) {
            Api.Answer refused = officer.get("/api/v1/worklist?q=" + typed);
            assertThat(refused.status()).as(typed).isEqualTo(422);
            assertThat(refused.text()).contains("\"field\":\"q\"").doesNotContain(typed);
        }
        for (String typed : List.of(number, number.replace("-", ""), number.substring(0, number.length() - 2))) {
            assertThat(officer.get("/api/v1/worklist?q=" + typed).text())
                    .as(typed)
                    .contains(number);
        }
    }

    @Test
    void what_there_is_not_is_no_filter_of_the_work_list() {
        Api officer = office.api(office.officer("accept"));
        for (String field : List.of("act", "unit", "item")) {
            Api.Answer refused = officer.get("/api/v1/worklist?" + field + "=nix");
            assertThat(refused.status()).as(field).isEqualTo(422);
            assertThat(refused.text()).contains("\"field\":\"" + field + "\"");
        }
        assertThat(officer.get("/api/v1/worklist?act=applicant&unit=330106-scjg&item=food_permit")
                        .status())
                .isEqualTo(200);
        assertThat(officer.get("/api/v1/worklist?state=ACCEPTED&state=REVIEWING")
                        .status())
                .as("a list")
                .isEqualTo(200);
        assertThat(officer.get("/api/v1/worklist?item=food_permit&item=birth_reg")
                        .fields())
                .containsExactly("item");
    }

    @Test
    void a_draft_is_answered_with_where_it_is_read() {
        Api company = office.api(office.aCompany());

        Api.Answer begun =
                company.post("/api/v1/drafts", Api.JSON.createObjectNode().put("item", Office.FOOD));

        String where = begun.raw().headers().firstValue("Location").orElse("");
        assertThat(where).endsWith("/api/v1/drafts/" + begun.json().path("id").asString());
        assertThat(company.get("/api/v1/drafts/" + begun.json().path("id").asString())
                        .json())
                .isEqualTo(begun.json());
    }

    @Test
    void numbers_and_codes_are_taken_as_people_write_them_and_kept_in_one_way() {
        Visitor company = office.aCompany();
        Api api = office.api(company);
        NewCase whole = office.application(company, Office.FOOD);
        Map<String, Object> answers =
                Map.of("uscc", " 9111 0000-600037341l", "contact_phone", "138 0013 8000", "premises_area", "１２０");

        Api.Answer filed = api.post("/api/v1/cases", Api.JSON.valueToTree(Office.with(whole, answers)));

        assertThat(filed.status()).as(filed.text()).isEqualTo(201);
        JsonNode kept = api.get("/api/v1/cases/" + filed.json().path("caseId").asString())
                .json()
                .path("answers");
        assertThat(kept.path("uscc").asString()).isEqualTo("91110000600037341L");
        assertThat(kept.path("contact_phone").asString()).isEqualTo("13800138000");
        assertThat(kept.path("premises_area").asString()).isEqualTo("120");
        UUID id = UUID.fromString(filed.json().path("caseId").asString());
        office.act(
                office.officer("accept"),
                id,
                new CaseAct.Correct("电话写错了", Map.of("contact_phone", "139 0013 9000"), List.of()));
        assertThat(api.get("/api/v1/cases/" + id)
                        .json()
                        .path("answers")
                        .path("contact_phone")
                        .asString())
                .isEqualTo("13900139000");
        String draft = api.post("/api/v1/drafts", Api.JSON.createObjectNode().put("item", Office.FOOD))
                .json()
                .path("id")
                .asString();
        Api.Answer saved = api.send(
                "PATCH",
                "/api/v1/drafts/" + draft + "/answers",
                "application/json",
                Api.bytes(Api.JSON.createObjectNode().put("uscc", "91110000600037341l")));
        assertThat(saved.json().path("answers").path("uscc").asString()).isEqualTo("91110000600037341L");
    }

    @Test
    void a_cursor_outside_all_times_is_refused_by_its_name_and_that_of_no_due_date_is_the_work_lists_alone() {
        Api company = office.api(office.aCompany());
        Api supervisor = office.api(office.aSupervisor());
        Api officer = office.api(office.officer("accept"));
        Instant late = Instant.MAX.minusSeconds(31_622_400);
        Instant early = Instant.MIN.plusSeconds(31_622_400);

        for (Instant wrong : List.of(Instant.MAX, late, early)) {
            assertAfter(company.get("/api/v1/cases?after=" + cursor("own-cases", wrong)));
            assertAfter(supervisor.get("/api/v1/denials?after=" + cursor("denials", wrong)));
            assertAfter(supervisor.get("/api/v1/denials?reviewed=true&after=" + cursor("reviewed-denials", wrong)));
        }
        assertAfter(officer.get("/api/v1/denials/questions?after=" + cursor("questions", Instant.MAX)));
        assertAfter(officer.get("/api/v1/worklist?after=" + cursor("worklist", late)));
        assertAfter(officer.get("/api/v1/worklist?after=" + cursor("worklist", early)));
        assertThat(officer.get("/api/v1/worklist?after=" + cursor("worklist", Instant.MAX))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_list_takes_its_own_cursors_alone() {
        Instant now = TestClock.at("2026-10-09T10:24");
        Map<String, Api.Answer> answers = new LinkedHashMap<>();
        for (String list : List.of("own-cases", "worklist", "denials", "reviewed-denials", "questions")) {
            String after = "after=" + cursor(list, now);
            answers.put(list + " for own-cases", office.api(office.aCompany()).get("/api/v1/cases?" + after));
            answers.put(
                    list + " for worklist", office.api(office.officer("accept")).get("/api/v1/worklist?" + after));
            answers.put(list + " for denials", office.api(office.aSupervisor()).get("/api/v1/denials?" + after));
            answers.put(
                    list + " for reviewed-denials",
                    office.api(office.aSupervisor()).get("/api/v1/denials?reviewed=true&" + after));
            answers.put(
                    list + " for questions",
                    office.api(office.officer("accept")).get("/api/v1/denials/questions?" + after));
        }

        answers.forEach((which, answer) -> {
            String[] lists = which.split(" for ");
            assertThat(answer.status()).as(which).isEqualTo(lists[0].equals(lists[1]) ? 200 : 422);
        });
    }

    @Test
    void a_filter_that_is_left_empty_is_left_out() {
        situations.in(State.SUBMITTED);
        Api officer = office.api(office.officer("accept"));

        String all = officer.get("/api/v1/worklist").text();

        assertThat(all).contains("\"number\"");
        assertThat(officer.get("/api/v1/worklist?unit=&item=&act=&q=").text()).isEqualTo(all);
        assertThat(officer.get("/api/v1/network/divisions?inside=").text())
                .isEqualTo(officer.get("/api/v1/network/divisions").text());
    }

    @Test
    void a_page_of_a_list_with_such_a_cursor_is_no_failure_of_the_server() {
        Web supervisor = new Web(port).signedIn("supervisor", "yichuang-demo");
        Web resident = new Web(port).signedIn("wuyuzhen", "yichuang-demo");

        assertThat(supervisor
                        .get("/desk/denials?after=" + cursor("denials", Instant.MAX))
                        .status())
                .isEqualTo(422);
        assertThat(resident.get("/my/cases?after=" + cursor("own-cases", Instant.MAX))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void who_tracks_a_case_by_its_code_reads_why_its_clock_stood_still_but_no_officers_name() {
        UUID id = situations.in(State.PAUSED);
        String head = office.officer("supervise").name();
        String code = office.view(id).queryCode();
        var anybody = new Api(office.address(), null);

        assertThat(office.api(office.owner(id))
                        .get("/api/v1/cases/" + id + "/explanation")
                        .text())
                .as("told to the applicant")
                .contains(head);
        for (String open : List.of(
                "/api/v1/track/" + code,
                "/api/v1/track/" + code + "/explanation",
                "/track/" + code,
                "/track/" + code + "/explain",
                "/track/" + code + "/explain.csv")) {
            Api.Answer answer = anybody.get(open);
            assertThat(answer.status()).as(open).isEqualTo(200);
            assertThat(answer.text()).as(open).doesNotContain(head);
        }
        assertThat(anybody.get("/track/" + code + "/explain").text())
                .contains("检测")
                .doesNotContain("批准人");
    }

    @Test
    void too_many_wrong_query_codes_close_the_lookup_to_that_address_for_an_hour_and_to_no_other() {
        String code = office.submitted(office.aCompany()).queryCode();
        Web guessing = new Web(port).from("198.51.100.7, 203.0.113.7");
        for (int i = 0; i < 150; i++) {
            assertThat(guessing.get("/track/not-a-code").status()).isEqualTo(404);
        }
        for (int i = 0; i < 60; i++) {
            assertThat(guessing.get("/api/v1/track/22222-22222").status()).isEqualTo(404);
            String typed = i % 2 == 0 ? "code=22222-22222" : "code=&number=22222-22222";
            assertThat(guessing.get("/track?" + typed).status()).isEqualTo(404);
            assertThat(new Web(port).from("203.0.113.7").get("/track/" + code).status())
                    .isEqualTo(i < 59 ? 200 : 429);
        }

        Web.Answer refused = guessing.get("/api/v1/track/" + code);
        Web.Answer page = guessing.get("/track?code=" + code);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).contains("urn:yichuang:problem:too-many-attempts", "11:24", "look up after 11:24");
        assertThat(refused.raw().headers().firstValue("Retry-After")).hasValue("3600");
        assertThat(page.status()).isEqualTo(429);
        assertThat(page.body()).contains("请 11:24 以后再查", "value=\"" + code + "\"");
        assertThat(page.raw().headers().firstValue("Retry-After")).hasValue("3600");
        assertThat(new Web(port).from("198.51.100.7").get("/track/" + code).status())
                .as("what a client says of itself before the proxy does is not believed")
                .isEqualTo(200);
        clock.set("2026-10-09T11:24");
        assertThat(guessing.get("/track/" + code).status()).isEqualTo(200);
    }

    private static String cursor(String list, Instant at) {
        return Page.encode(list + "\n" + at + " " + new UUID(0, 0));
    }

    private static void assertAfter(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.fields()).containsExactly("after");
    }

    @Test
    void an_explanation_counts_each_day_up_to_the_due_date() {
        Visitor company = office.aCompany();
        UUID id = office.accepted(company);

        Api.Answer answer = office.api(company).get("/api/v1/cases/" + id + "/explanation?clock=promise");

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().path("due").path("instant").asString()).isEqualTo("2026-10-15T09:00:00Z");
        List<String> days = answer.json()
                .path("days")
                .valueStream()
                .map(day -> day.path("date").asString())
                .toList();
        assertThat(days).isSorted().startsWith("2026-10-09").contains("2026-10-11", "2026-10-15");
        assertThat(office.api(office.aCompany())
                        .get("/api/v1/cases/" + id + "/explanation")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_case_that_nobody_accepted_yet_is_explained_by_the_clock_it_goes_by() {
        Visitor company = office.aCompany();
        UUID id = office.submitted(company).caseId();
        String path = "/api/v1/cases/" + id + "/explanation";

        assertThat(office.api(company).get(path).json())
                .isEqualTo(office.api(company).get(path + "?clock=intake").json());
        assertThat(office.api(company).get(path + "?clock=promise").status()).isEqualTo(404);
    }

    @Test
    void a_case_is_tracked_by_its_code_and_a_number_beside_it_has_to_fit() {
        Visitor company = office.aCompany();
        Receipt one = office.submitted(company);
        Receipt other = office.submitted(company);
        var anybody = new Api(office.address(), null);
        String find = "/track?code=" + one.queryCode() + "&number=";

        assertThat(anybody.get(find + one.number()).raw().headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/track/" + one.queryCode()));
        assertThat(anybody.get(find + other.number()).status()).isEqualTo(404);
        assertThat(anybody.get(find + other.number()).text()).contains("没有对得上的办件");
        Api.Answer tracked = anybody.get("/api/v1/track/" + one.queryCode());
        assertThat(tracked.json().path("number").asString()).isEqualTo(one.number());
    }

    @Test
    void who_has_the_query_code_is_told_why_the_case_is_due_as_its_applicant_is() {
        Visitor company = office.aCompany();
        Receipt one = office.submitted(company);
        office.act(office.officer("accept"), one.caseId(), new CaseAct.Accept());
        String tracked = "/api/v1/track/" + one.queryCode() + "/explanation";
        var anybody = new Api(office.address(), null);

        for (String clock : List.of("", "?clock=promise", "?clock=statute", "?clock=intake")) {
            Api.Answer explained = anybody.get(tracked + clock);
            assertThat(explained.status()).as(clock).isEqualTo(200);
            assertThat(explained.json())
                    .as(clock)
                    .isEqualTo(office.api(company)
                            .get("/api/v1/cases/" + one.caseId() + "/explanation" + clock)
                            .json());
        }
        assertThat(anybody.get(tracked + "?clock=delivery").status()).isEqualTo(404);
        assertThat(anybody.get(tracked + "?clock=noon").fields()).containsExactly("clock");
        assertThat(anybody.get("/api/v1/track/22222-22222/explanation").status())
                .isEqualTo(404);
    }

    @Test
    void a_query_code_is_found_with_its_label_pasted_before_it() {
        Receipt one = office.submitted(office.aCompany());
        var anybody = new Api(office.address(), null);

        for (String label : List.of("查询码 ", "查询码：", "查詢碼", "query code ", "Query code: ", "ｃｏｄｅ ")) {
            String typed = URLEncoder.encode(label + one.queryCode(), UTF_8).replace("+", "%20");
            assertThat(anybody.get("/track?code=" + typed).raw().headers().firstValue("Location"))
                    .as(label)
                    .hasValueSatisfying(to -> assertThat(to).endsWith("/track/" + one.queryCode()));
            assertThat(anybody.get("/api/v1/track/" + typed).status()).as(label).isEqualTo(200);
        }
        assertThat(anybody.get("/track?code=X" + one.queryCode()).status()).isEqualTo(404);
    }
}
