package org.yichuang.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yichuang.casework.store.ItemDaysStore;
import org.yichuang.casework.store.ItemDaysStore.Taken;
import org.yichuang.support.CityTest;
import org.yichuang.support.TestClock;
import org.yichuang.support.Web;

/** Each figure of the city's promises opens to what it counts. */
@CityTest
class PromisesPageTests {
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);
    private static final String GONE = "promises-gone";

    @Autowired
    private ItemDaysStore store;

    @Autowired
    private DSLContext db;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    @BeforeEach
    void cases_of_something_that_is_offered_no_more_counted_afresh() {
        store.add(GONE, OCTOBER, new Taken(3, 4, 4, 3));
        clock.set("2026-10-08T03:03"); // nobody else's, so that no older figures are shown
    }

    @AfterEach
    void as_before() {
        db.execute("delete from casework.item_days where item = '" + GONE + "'");
    }

    @Test
    void the_home_page_leads_from_each_figure_to_what_it_counts() {
        assertThat(new Web(port).page("/")).contains("href=\"/promises?of=PROMISED\"", "href=\"/promises?of=ON_TIME\"");
    }

    @Test
    void a_figure_lists_its_items_alone_with_their_limits_and_cases() {
        var anybody = new Web(port);

        assertThat(anybody.page("/promises?of=PROMISED"))
                .contains("<a href=\"/items/pension\">", "20 个工作日", "/promises.csv?of=PROMISED")
                .doesNotContain(GONE);
        assertThat(anybody.page("/promises?of=ON_TIME"))
                .contains("<a href=\"/items/" + GONE + "\">", "3.0 个工作日", "4 件中 3 件");
        assertThat(anybody.page("/promises?of=DONE")).doesNotContain(GONE);
        assertThat(anybody.page("/promises")).contains("<a href=\"/items/pension\">", GONE);
    }

    @Test
    void the_file_says_the_same() {
        Web.Answer table = new Web(port).get("/promises.csv?of=PROMISED");
        assertThat(table.raw().headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(table.body().lines())
                .anyMatch(line -> line.startsWith("pension,") && line.contains(",20,WORKING_DAY,10,WORKING_DAY,"))
                .noneMatch(line -> line.startsWith(GONE));
        assertThat(new Web(port).page("/promises.csv?of=ON_TIME").lines())
                .contains(GONE + "," + GONE + "," + GONE + ",,,,,4,12,3.0,4,3");
    }

    @Test
    void a_figure_that_there_is_not_is_refused() {
        for (String address : new String[] {"/promises?of=NONE", "/promises.csv?of=NONE"}) {
            assertThat(new Web(port).get(address).status()).as(address).isEqualTo(422);
        }
    }
}
