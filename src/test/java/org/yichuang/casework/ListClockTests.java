package org.yichuang.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.yichuang.calendar.ClockFace;
import org.yichuang.casework.web.Clocks;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.CityTest;
import org.yichuang.support.TestClock;

/** The clock that stands beside a case in a list. */
@CityTest
@Import(Office.class)
class ListClockTests {
    @Autowired
    private Office office;

    @Autowired
    private Cases cases;

    @Autowired
    private Clocks clocks;

    @Autowired
    private TestClock clock;

    @BeforeEach
    void a_friday_morning() {
        clock.set("2026-10-09T10:24");
    }

    @Test
    void a_case_decided_in_time_is_never_overdue_in_a_list_however_long_ago_that_was() {
        Visitor company = office.aCompany();
        UUID id = office.granted(company);
        office.act(office.officer("deliver"), id, new CaseAct.Deliver(null, ""));

        clock.set("2026-12-28T09:00");

        ClockFace mine = face(cases.mine(company, null).items().getFirst());
        assertThat(mine.state()).isEqualTo(ClockFace.State.DONE);
        assertThat(mine.words().zh()).contains("提前").doesNotContain("逾期");
        assertThat(face(closed(id)).state()).isEqualTo(ClockFace.State.DONE);
    }

    @Test
    void a_case_that_was_granted_runs_by_the_clock_of_its_delivery() {
        Visitor company = office.aCompany();
        office.granted(company);

        CaseRow row = cases.mine(company, null).items().getFirst();

        assertThat(row.clockKind()).isEqualTo(ClockKind.DELIVERY);
        assertThat(face(row).words().zh()).startsWith("送达还剩");
    }

    @Test
    void a_withdrawn_case_is_over_for_who_tracks_it() {
        Visitor company = office.aCompany();
        UUID id = office.reviewed(company);
        office.act(company, id, new CaseAct.Withdraw("不开了"));

        clock.set("2026-12-28T09:00");

        Tracked tracked = cases.track(office.view(id).queryCode());
        assertThat(tracked.decidedAt()).isEqualTo(TestClock.at("2026-10-09T10:24"));
        assertThat(clocks.of(tracked).orElseThrow().state()).isEqualTo(ClockFace.State.DONE);
    }

    private CaseRow closed(UUID id) {
        var filter = new WorkFilter(
                Set.of(State.CLOSED),
                null,
                null,
                false,
                null,
                null,
                office.view(id).number(),
                null,
                null);
        return cases.worklist(office.officer("accept"), filter).items().getFirst();
    }

    private ClockFace face(CaseRow row) {
        return clocks.of(row).orElseThrow();
    }
}
