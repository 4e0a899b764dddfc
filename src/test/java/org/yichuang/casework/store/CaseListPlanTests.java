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

    @Test
    void a_city_s_open_cases_are_counted_along_the_order_of_what_is_due() {
        String plan = Plans.of(dsl, new CaseLists(dsl).counting(query(Set.of()), 999), "enable_bitmapscan");

        assertThat(plan).contains("case_file_due").doesNotContain("Seq Scan", "case_file_pkey");
        assertThat(plan).as("what is read is counted: none is passed over").doesNotContain("Filter: (");
        assertThat(plan.split("->  Limit", -1)).as("each count ends").hasSizeGreaterThan(5);
    }

    /** For a supervisor, who sees every unit's. */
    private String plan(Set<State> states) {
        return Plans.of(
                dsl,
                new CaseLists(dsl).worklist(query(states), 50, DSL.field("false", Boolean.class)),
                "enable_bitmapscan",
                "enable_sort");
    }

    private static WorkQuery query(Set<State> states) {
        Instant now = Instant.parse("2026-10-09T02:24:00Z");
        var filter = new WorkFilter(states, null, null, false, null, null, null, null, null, null);
        return new WorkQuery(filter, null, null, List.of(), now, now, now);
    }
}
