package org.yichuang.casework.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yichuang.casework.Office;
import org.yichuang.casework.Receipt;
import org.yichuang.shared.Page;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.Api;
import org.yichuang.support.CityTest;
import org.yichuang.support.TestClock;
import tools.jackson.databind.JsonNode;

/** What programs read of cases: lists page by page, the explanation of a limit, and tracking without an account. */
@CityTest
class ReadApiTests {
    @Autowired
    private Office office;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void a_friday_morning() {
        clock.set("2026-10-09T10:24");
    }

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
        assertThat(numbers(office.api(office.officer("accept")), "/api/v1/worklist?act=accept&size=7"))
                .containsAll(filed)
                .doesNotHaveDuplicates();
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
}
