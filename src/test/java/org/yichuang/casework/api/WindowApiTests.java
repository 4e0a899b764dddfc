package org.yichuang.casework.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yichuang.casework.Cases;
import org.yichuang.casework.NewCase;
import org.yichuang.casework.Office;
import org.yichuang.identity.Accounts;
import org.yichuang.identity.People;
import org.yichuang.journal.Actor;
import org.yichuang.network.Clerk;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.Api;
import org.yichuang.support.CityTest;
import org.yichuang.support.TestClock;
import tools.jackson.databind.node.ObjectNode;

/** A window's own program: who stands there, their application, and the code they take home. */
@CityTest
class WindowApiTests {
    private static final String SHANGCHENG = "330102000000";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Office office;

    @Autowired
    private TestClock clock;

    @Autowired
    private Cases cases;

    @Autowired
    private Accounts accounts;

    @LocalServerPort
    private int port;

    private static ObjectNode person(String number, String name) {
        return Api.JSON
                .createObjectNode()
                .put("kind", "RESIDENT")
                .put("number", number)
                .put("name", name);
    }

    private Api.Answer receive(Api window, Visitor officer, String item, String applicant, @Nullable String agent) {
        NewCase whole = office.application(officer, item);
        ObjectNode application = Api.JSON.createObjectNode();
        application.put("item", item).put("division", whole.division());
        application.set("answers", Api.JSON.valueToTree(whole.answers()));
        application.set("materials", Api.JSON.valueToTree(whole.materials()));
        ObjectNode body = Api.JSON
                .createObjectNode()
                .put("applicant", applicant)
                .put("agentName", agent)
                .put("then", "RECEIVE");
        body.set("application", application);
        return window.post("/api/v1/window-cases", body);
    }

    @Test
    void who_applies_at_a_window_takes_home_a_code_that_opens_their_account_once() {
        String item = office.onTheSpot().orElseThrow();
        Visitor officer = office.officerAnywhere("on-the-spot", item);
        Api window = office.api(officer);
        String number = People.number();
        Api.Answer made = window.post("/api/v1/window-applicants", person(number, "何建平"));
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        assertThat(made.text()).doesNotContain(number).contains("\"claimed\":false");
        String applicant = made.json().path("id").asString();
        assertThat(window.post("/api/v1/window-applicants", person(number, "何建平"))
                        .json()
                        .path("id")
                        .asString())
                .isEqualTo(applicant);
        assertThat(window.post("/api/v1/window-applicants", person(number, "别人"))
                        .fields())
                .containsExactly("name");

        Api.Answer received = receive(window, officer, item, applicant, null);
        assertThat(received.status()).as(received.text()).isEqualTo(201);
        String claim = "/api/v1/cases/" + received.json().path("caseId").asString() + "/claim-code";

        String dead = window.send("POST", claim, null, null).json().path("code").asString();
        String code = window.send("POST", claim, null, null).json().path("code").asString();
        assertThat(setPassword(dead).status()).isBetween(400, 422);
        assertThat(setPassword(code).header("Location")).endsWith("/my/cases");
        assertThat(window.send("POST", claim, null, null).slug()).isEqualTo("claimed");
    }

    @Test
    void who_may_receive_nothing_is_not_told_by_the_api_either_whether_a_number_has_an_account() {
        String known = People.number();
        Api window = office.api(office.officer("accept"));
        assertThat(window.post("/api/v1/window-applicants", person(known, "何建平"))
                        .status())
                .isEqualTo(200);
        Visitor nobody =
                office.account(new People(context).officer(Role.OFFICER).id());

        List<Api.Answer> answers = Stream.of(known, People.number())
                .flatMap(number -> Stream.of("何建平", "别人").map(name -> person(number, name)))
                .map(who -> office.api(nobody).post("/api/v1/window-applicants", who))
                .toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(403));
        assertThat(answers.stream().map(Api.Answer::text).distinct()).hasSize(1);
    }

    /** Received at a window for somebody whom only windows know. */
    private String received(Visitor officer) {
        ObjectNode who =
                person(People.code(), "杭州认领试验餐饮有限公司").put("kind", "COMPANY").put("agent", "林晓");
        Api window = office.api(officer);
        String applicant =
                window.post("/api/v1/window-applicants", who).json().path("id").asString();
        Api.Answer received = receive(window, officer, Office.FOOD, applicant, "林晓");
        assertThat(received.status()).as(received.text()).isEqualTo(201);
        return received.json().path("caseId").asString();
    }

    private Api.Answer claims(Visitor officer, String id) {
        return office.api(officer).send("POST", "/api/v1/cases/" + id + "/claim-code", null, null);
    }

    @Test
    void a_code_is_given_by_who_received_the_case_or_may_receive_it_and_by_nobody_else_who_sees_it() {
        Visitor officer = office.officer("accept");
        Visitor reviewer = office.officer("review");
        String id = received(officer);

        assertThat(office.api(reviewer).get("/api/v1/cases/" + id).status()).isEqualTo(200);
        assertThat(claims(reviewer, id).status()).isEqualTo(403);
        assertThat(claims(officer, id).status()).isEqualTo(201);
        assertThat(claims(office.officer("decide"), id).status())
                .as("may receive it too, to decide on the spot")
                .isEqualTo(201);
    }

    @Test
    void a_day_after_the_filing_a_code_is_given_no_more_and_the_answer_says_where_to_go() {
        Visitor officer = office.officer("accept");
        String id = received(officer);

        clock.set("2026-10-10T10:24");
        assertThat(claims(officer, id).status()).isEqualTo(201);
        clock.set("2026-10-10T10:24:01");

        Api.Answer late = claims(officer, id);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.slug()).isEqualTo("claim-too-late");
        assertThat(late.text()).contains("带证件到窗口");
    }

    @Test
    void a_disabled_account_is_given_no_code_that_it_could_not_use() {
        Visitor officer = office.officer("accept");
        String id = received(officer);
        UUID applicant = office.view(UUID.fromString(id)).applicant().account();
        accounts.disable(applicant, Actor.SYSTEM);

        Api.Answer refused = claims(officer, id);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.slug()).isEqualTo("disabled");

        accounts.enable(applicant, Actor.SYSTEM);
        assertThat(claims(officer, id).status()).isEqualTo(201);
    }

    @Test
    void the_receipt_offers_a_code_only_to_whom_it_is_given() {
        String offer = "发一个新的开通码";
        String id = received(office.known("zhengxiaowen"));
        String receipt = "/desk/cases/" + id + "/receipt";

        assertThat(office.web(office.known("zhengxiaowen")).page(receipt)).contains(offer, "收下一件", "同一位申请人再办一件");
        assertThat(office.web(office.known("chenli")).page(receipt))
                .contains("查询码")
                .doesNotContain(offer, "收下一件", "同一位申请人再办一件");
        assertThat(office.web(office.known("chenli")).post(receipt + "/claim").status())
                .isEqualTo(403);

        clock.set("2026-10-10T10:24:01");
        assertThat(office.web(office.known("zhengxiaowen")).page(receipt))
                .contains("查询码")
                .doesNotContain(offer);
    }

    @Test
    void for_a_company_somebody_stands_at_the_window_and_is_named() {
        Visitor officer = office.officer("accept");
        Visitor company = office.aCompany();
        ObjectNode asks = Api.JSON
                .createObjectNode()
                .put("applicant", company.id().toString())
                .put("item", Office.FOOD)
                .put("division", SHANGCHENG);
        asks.set("filing", Api.JSON.valueToTree(Office.notOurs()));

        List<Api.Answer> unnamed = List.of(
                receive(office.api(officer), officer, Office.FOOD, company.id().toString(), " "),
                receive(office.api(officer), officer, Office.FOOD, company.id().toString(), null),
                office.api(officer).post("/api/v1/window-cases/not-here", asks));

        assertThat(unnamed).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.fields()).containsExactly("agentName");
        });
        assertThat(cases.mine(company, null).items()).isEmpty();
    }

    private Clerk.Answer setPassword(String code) {
        return Clerk.of(context, port, "wuyuzhen")
                .form("/set-password", "code=" + code + "&password=long-enough-26&again=long-enough-26");
    }

    @Test
    void a_code_is_for_cases_of_ones_own_window_alone() {
        UUID online = office.submitted(office.aCompany()).caseId();
        String claim = "/api/v1/cases/" + online + "/claim-code";
        assertThat(office.api(office.officer("accept"))
                        .send("POST", claim, null, null)
                        .slug())
                .isEqualTo("not-at-window");
        assertThat(office.api(office.known("hexiaoyan"))
                        .send("POST", claim, null, null)
                        .status())
                .isEqualTo(404);
    }
}
