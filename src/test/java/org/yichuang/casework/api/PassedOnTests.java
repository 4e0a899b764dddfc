package org.yichuang.casework.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.Cases;
import org.yichuang.casework.Office;
import org.yichuang.casework.Situations;
import org.yichuang.casework.State;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.network.Network;
import org.yichuang.network.Seat;
import org.yichuang.network.Window;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.Api;
import org.yichuang.support.CityTest;
import tools.jackson.databind.node.ObjectNode;

/** What a general window receives for another unit: that unit's case, corrected and withdrawn where it was received. */
@CityTest
class PassedOnTests {
    /** Received by the unit that decides it, and nowhere else. */
    private static final String ONLY_THERE = "vehicle_reg";

    @Autowired
    private Office office;

    @Autowired
    private Situations situations;

    @Autowired
    private Cases cases;

    @Autowired
    private Network network;

    @Autowired
    private Journal journal;

    @Test
    void a_general_window_takes_what_every_window_of_the_city_takes_and_the_competent_unit_accepts_it() {
        Visitor street = office.known("hexiaoyan");
        String window = window(street);
        String applicant = office.aCompany().id().toString();

        Api.Answer received = passOn(street, Office.FOOD, applicant, window, "RECEIVE");

        assertThat(received.status()).as(received.text()).isEqualTo(201);
        UUID id = UUID.fromString(received.json().path("caseId").asString());
        assertThat(office.view(id).place().unit()).isEqualTo(Office.UNIT);
        Actor receiver = journal.of("case:" + id).getFirst().actor();
        assertThat(receiver.unit())
                .isEqualTo(office.post(Objects.requireNonNull(receiver.post())).unit())
                .isNotEqualTo(Office.UNIT);
        assertThat(cases.view(street, id).may(ActKind.ACCEPT)).isFalse();
        office.act(office.officer("accept"), id, new CaseAct.Accept());
        assertThat(office.view(id).state()).isEqualTo(State.ACCEPTED);

        assertThat(passOn(street, Office.FOOD, applicant, window, "ACCEPT").status())
                .isEqualTo(403);
        assertThat(passOn(street, Office.FOOD, applicant, null, "RECEIVE").status())
                .isEqualTo(403);
        assertThat(passOn(street, ONLY_THERE, applicant, window, "RECEIVE").status())
                .isEqualTo(403);
    }

    @Test
    void what_was_received_at_a_window_of_the_city_is_corrected_there_and_accepted_by_the_competent_unit() {
        Visitor street = office.known("hexiaoyan");
        Visitor elsewhere = office.officerAnywhere("accept", ONLY_THERE);
        String window = window(street);
        Api.Answer received = passOn(street, Office.FOOD, office.aCompany().id().toString(), window, "RECEIVE");
        UUID id = UUID.fromString(received.json().path("caseId").asString());
        assertThat(cases.view(street, id).may(ActKind.SUPPLEMENT)).isFalse();
        office.act(office.officer("accept"), id, situations.notice());

        assertThat(cases.view(street, id).may(ActKind.SUPPLEMENT)).isTrue();
        CaseAct.Supplement foreign = situations.supplement(elsewhere);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> office.act(elsewhere, id, foreign))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(404));
        office.act(street, id, situations.supplement(street));

        assertThat(office.view(id).state()).isEqualTo(State.SUBMITTED);
        Entry supplemented = journal.of("case:" + id).getLast();
        assertThat(supplemented.kind()).isEqualTo("case.supplemented");
        assertThat(supplemented.actor().unit()).isEqualTo("330106010-jdb");
        assertThat(cases.view(street, id).may(ActKind.ACCEPT)).isFalse();
        office.act(office.officer("accept"), id, new CaseAct.Accept());
        assertThat(office.view(id).state()).isEqualTo(State.ACCEPTED);
    }

    @Test
    void what_was_received_at_a_window_of_the_city_is_withdrawn_there() {
        Visitor street = office.known("hexiaoyan");
        String window = window(street);
        String applicant = office.aCompanyAtWindow().id().toString();
        Api.Answer received = passOn(street, Office.FOOD, applicant, window, "RECEIVE");
        UUID id = UUID.fromString(received.json().path("caseId").asString());
        office.act(office.officer("accept"), id, new CaseAct.Accept());

        assertThat(cases.view(street, id).may(ActKind.WITHDRAW)).isTrue();
        office.act(street, id, new CaseAct.Withdraw("申请人说不开了"));

        assertThat(office.view(id).state()).isEqualTo(State.WITHDRAWN);
        assertThat(journal.of("case:" + id).getLast().actor().unit()).isEqualTo("330106010-jdb");
    }

    /** At which an officer sits that day. */
    private String window(Visitor officer) {
        return network.seat(officer.id(), LocalDate.of(2026, 10, 9))
                .map(Seat::window)
                .map(Window::code)
                .orElseThrow();
    }

    private Api.Answer passOn(Visitor officer, String item, String applicant, @Nullable String window, String then) {
        ObjectNode body = Api.JSON
                .createObjectNode()
                .put("applicant", applicant)
                .put("agentName", "林晓")
                .put("window", window)
                .put("then", then);
        body.set("application", Api.JSON.valueToTree(office.application(officer, item)));
        return office.api(officer).post("/api/v1/window-cases", body);
    }
}
