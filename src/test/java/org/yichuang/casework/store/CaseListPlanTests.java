package org.yichuang.casework.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yichuang.casework.State;
import org.yichuang.casework.WorkFilter;
import org.yichuang.support.CityTest;
import org.yichuang.support.Plans;

/** The first page of a list reads no more than the page, however many cases there are. */
@CityTest
class CaseListPlanTests {
    @Autowired
    private DSLContext dsl;

    @Test
    void open_cases_are_read_in_the_order_of_what_is_due() {
        assertThat(plan(Set.of())).contains("case_file_due").doesNotContain("Sort");
    }

    @Test
    void closed_cases_are_read_in_the_order_of_their_ids() {
        assertThat(plan(Set.of(State.CLOSED, State.WITHDRAWN)))
                .contains("case_file_pkey")
                .doesNotContain("Sort");
    }

    @Test
    void open_and_closed_cases_together_are_read_in_the_order_of_their_ids() {
        assertThat(plan(EnumSet.complementOf(EnumSet.of(State.DRAFT))))
                .contains("case_file_pkey")
                .doesNotContain("Sort");
    }

    /** For a supervisor, who sees every unit's. */
    private String plan(Set<State> states) {
        Instant now = Instant.parse("2026-10-09T02:24:00Z");
        var filter = new WorkFilter(states, null, null, false, null, null, null, null, null, null);
        var query = new WorkQuery(filter, null, null, List.of(), now, now, now);
        return Plans.of(
                dsl,
                new CaseLists(dsl).worklist(query, 50, DSL.field("false", Boolean.class)),
                "enable_bitmapscan",
                "enable_sort");
    }
}
