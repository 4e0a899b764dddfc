package org.yichuang.casework.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.yichuang.casework.NewCase;
import org.yichuang.casework.Office;
import org.yichuang.identity.People;
import org.yichuang.network.Clerk;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.Api;
import org.yichuang.support.CityTest;
import org.yichuang.support.TestClock;
import tools.jackson.databind.node.ObjectNode;

/** A window's own program: who stands there, their application, and the code they take home. */
@CityTest
@Import(Office.class)
class WindowApiTests {
    @Autowired
    private ApplicationContext context;

    @Autowired
    private Office office;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    @BeforeEach
    void a_friday_morning() {
        clock.set("2026-10-09T10:24");
    }

    private static ObjectNode person(String number, String name) {
        return Api.JSON
                .createObjectNode()
                .put("kind", "RESIDENT")
                .put("number", number)
                .put("name", name);
    }

    private Api.Answer receive(Api window, Visitor officer, String item, String applicant) {
        NewCase whole = office.application(officer, item);
        ObjectNode application = Api.JSON.createObjectNode();
        application.put("item", item).put("division", whole.division());
        application.set("answers", Api.JSON.valueToTree(whole.answers()));
        application.set("materials", Api.JSON.valueToTree(whole.materials()));
        ObjectNode body =
                Api.JSON.createObjectNode().put("applicant", applicant).put("then", "RECEIVE");
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

        Api.Answer received = receive(window, officer, item, applicant);
        assertThat(received.status()).as(received.text()).isEqualTo(201);
        String claim = "/api/v1/cases/" + received.json().path("caseId").asString() + "/claim-code";

        String dead = window.send("POST", claim, null, null).json().path("code").asString();
        String code = window.send("POST", claim, null, null).json().path("code").asString();
        assertThat(setPassword(dead).status()).isBetween(400, 422);
        assertThat(setPassword(code).header("Location")).endsWith("/my/cases");
        assertThat(window.send("POST", claim, null, null).slug()).isEqualTo("claimed");
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
