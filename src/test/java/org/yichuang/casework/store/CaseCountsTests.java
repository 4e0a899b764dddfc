package org.yichuang.casework.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yichuang.casework.Office;
import org.yichuang.casework.WorkCounts;
import org.yichuang.casework.WorkFilter;
import org.yichuang.casework.WorkFilter.Bucket;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.CityTest;

/** How far the open cases are counted that somebody sees. */
@CityTest
class CaseCountsTests {
    private static final Instant NOW = Instant.parse("2026-10-09T02:24:00Z");

    @Autowired
    private Office office;

    @Autowired
    private DSLContext dsl;

    @Test
    void a_count_says_how_many_there_are_or_that_there_are_more_than_it_tells() {
        Visitor company = office.aCompany();
        Stream.of(1, 2, 3, 4).forEach(one -> office.submitted(company));
        var query = new WorkQuery(
                new WorkFilter(Set.of(), null, null, false, null, null, company.id(), null, null, null),
                null,
                null,
                List.of(),
                NOW,
                NOW,
                NOW);

        WorkCounts few = new CaseLists(dsl).counts(query, 2);
        WorkCounts enough = new CaseLists(dsl).counts(query, 4);

        assertThat(few.shown(few.all())).isEqualTo("2+");
        assertThat(few.shown(few.due(Bucket.LATER))).isEqualTo("2+");
        assertThat(few.shown(few.due(Bucket.OVERDUE))).isEqualTo("0");
        assertThat(few.whole()).isFalse();
        assertThat(enough.shown(enough.all())).isEqualTo("4");
        assertThat(enough.shown(enough.due(Bucket.LATER))).isEqualTo("4");
        assertThat(enough.of("applicant")).isZero();
        assertThat(enough.whole()).isTrue();
    }
}
