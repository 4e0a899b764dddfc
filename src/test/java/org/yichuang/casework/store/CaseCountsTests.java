package org.yichuang.casework.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yichuang.casework.Office;
import org.yichuang.casework.Situations;
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
    private Situations situations;

    @Autowired
    private DSLContext dsl;

    @Test
    void a_count_says_how_many_there_are_or_that_there_are_more_than_it_tells() {
        Visitor company = office.aCompany();
        Stream.of(1, 2, 3).forEach(one -> office.submitted(company));
        UUID noticed = office.submitted(company).caseId();
        office.act(office.officer("accept"), noticed, situations.notice());
        WorkQuery query = query(company.id());

        WorkCounts few = new CaseLists(dsl).counts(query, 2);
        WorkCounts enough = new CaseLists(dsl).counts(query, 4);

        assertThat(few.shown(few.all())).isEqualTo("2+");
        assertThat(few.shown(few.due(Bucket.LATER))).isEqualTo("2+");
        assertThat(few.shown(few.due(Bucket.OVERDUE))).isEqualTo("0");
        assertThat(few.whole()).isFalse();
        assertThat(few.of("applicant")).isNull();
        assertThat(few.due(Bucket.PAUSED)).isNull();
        assertThat(few.due(Bucket.NONE)).isNull();
        assertThat(few.shown(few.of("applicant"))).isEmpty();
        assertThat(enough.shown(enough.all())).isEqualTo("4");
        assertThat(enough.shown(enough.due(Bucket.LATER))).isEqualTo("4");
        assertThat(enough.of("applicant")).isEqualTo(1);
        assertThat(enough.due(Bucket.PAUSED)).isZero();
        assertThat(enough.mine()).isZero();
        assertThat(enough.whole()).isTrue();
        WorkCounts read = new CaseLists(dsl).counts(query);
        assertThat(read.due()).isEqualTo(enough.due());
        assertThat(read.byAct()).isEqualTo(enough.byAct());
        assertThat(List.of(read.mine(), read.all())).isEqualTo(List.of(enough.mine(), enough.all()));
    }

    @Test
    void a_city_s_open_cases_are_counted_to_the_end_only_where_a_filter_narrows_them() {
        assertThat(new CaseLists(dsl).counts(query(null)).shown(1000)).isEqualTo("999+");
        assertThat(new CaseLists(dsl).counts(query(UUID.randomUUID())).shown(1000))
                .isEqualTo("1000");
    }

    /** Of everybody's, or of this applicant's. */
    private static WorkQuery query(@Nullable UUID applicant) {
        var filter = new WorkFilter(Set.of(), null, null, false, null, null, applicant, null, null, null);
        return new WorkQuery(filter, null, null, List.of(), NOW, NOW, NOW);
    }
}
