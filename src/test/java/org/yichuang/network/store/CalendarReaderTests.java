package org.yichuang.network.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jooq.DSLContext;
import org.jooq.ExecuteContext;
import org.jooq.ExecuteListener;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yichuang.calendar.YearFacts;
import org.yichuang.support.CityTest;

/** The calendar read while a year is taken in. */
@CityTest
class CalendarReaderTests {
    @Autowired
    private DSLContext dsl;

    @Test
    void a_year_taken_in_between_two_statements_is_not_known_without_its_days() {
        var taken = new AtomicBoolean();
        var reader = new CalendarReader(DSL.using(dsl.configuration()
                .derive(new DefaultExecuteListenerProvider(new ExecuteListener() {
                    @Override
                    public void executeEnd(ExecuteContext context) {
                        if (!taken.getAndSet(true)) {
                            takeIn();
                        }
                    }
                }))));
        try {
            assertThat(reader.years())
                    .noneMatch(year -> year.year() == 2041 && year.days().isEmpty());
            assertThat(reader.years())
                    .filteredOn(year -> year.year() == 2041)
                    .flatExtracting(YearFacts::days)
                    .hasSize(1);
        } finally {
            dsl.execute("delete from network.calendar_year where year = 2041");
        }
    }

    private void takeIn() {
        dsl.execute("insert into network.calendar_year (year, changed_at) values (2041, now())");
        dsl.execute("insert into network.calendar_day (year, day, kind, name)"
                + " values (2041, '2041-01-01', 'OFF', '元旦')");
    }
}
