package org.yichuang.casework.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yichuang.casework.store.ItemDaysStore;
import org.yichuang.casework.store.ItemDaysStore.Taken;
import org.yichuang.catalogue.ItemRecord;
import org.yichuang.support.CityTest;
import org.yichuang.support.Web;

/** How items were really done. */
@CityTest
class ItemRecordsTests {
    private static final LocalDate OCTOBER = LocalDate.of(2026, 10, 1);

    @Autowired
    private ItemRecord.Source records;

    @Autowired
    private ItemDaysStore store;

    @Autowired
    private DSLContext db;

    @LocalServerPort
    private int port;

    @BeforeEach
    void three_cases_of_one_item_and_one_taken_back_of_another() {
        store.add("records-one", OCTOBER, new Taken(2, 1, 1, 1));
        store.add("records-one", OCTOBER.minusMonths(2), new Taken(5, 2, 2, 1));
        store.add("records-one", OCTOBER.minusMonths(3), new Taken(9, 7, 7, 7));
        store.add("records-none", OCTOBER, new Taken(3, 1, 1, 1));
        store.add("records-none", OCTOBER, new Taken(3, -1, -1, -1));
    }

    @AfterEach
    void as_before() {
        db.execute("delete from casework.item_days where item like 'records-%'");
    }

    @Test
    void all_of_them_are_what_each_of_them_is() {
        assertThat(records.all()).doesNotContainKey("records-none").containsKey("records-one");
        assertThat(records.of("records-none")).isEmpty();
        assertThat(records.of("records-one")).contains(records.all().get("records-one"));
        assertThat(records.of("records-one")).hasValueSatisfying(record -> {
            assertThat(record.closed()).isEqualTo(3);
            assertThat(record.mean()).isEqualTo(4);
            assertThat(record.days()).containsExactly(new ItemRecord.Bucket(2, 1, 0), new ItemRecord.Bucket(5, 2, 1));
            assertThat(record.untimed()).isZero();
        });
    }

    @Test
    void what_was_decided_in_a_year_that_is_not_known_is_told_beside_and_changes_no_figure() {
        store.add("records-one", OCTOBER, new Taken(Taken.UNKNOWN, 4, 0, 0));
        store.add("records-none", OCTOBER, new Taken(Taken.UNKNOWN, 1, 0, 0));

        assertThat(records.all().get("records-one")).satisfies(record -> {
            assertThat(record.untimed()).isEqualTo(4);
            assertThat(record.closed()).isEqualTo(3);
            assertThat(record.mean()).isEqualTo(4);
            assertThat(record.days()).extracting(ItemRecord.Bucket::days).containsExactly(2, 5);
        });
        assertThat(records.all()).doesNotContainKey("records-none");
    }

    @Test
    void what_was_late_in_a_year_that_is_not_known_was_late_all_the_same() {
        store.add("records-late", OCTOBER, new Taken(3, 1, 1, 1));
        store.add("records-late", OCTOBER, new Taken(Taken.UNKNOWN, 1, 1, 0));

        assertThat(records.all().get("records-late")).satisfies(record -> {
            assertThat(record.dated()).isEqualTo(2);
            assertThat(record.onTime()).isEqualTo(0.5);
            assertThat(record.closed()).isEqualTo(1);
        });
    }

    @Test
    void the_page_and_a_program_are_told_how_many_are_not_counted() {
        store.add("senior_card", OCTOBER, new Taken(2, 1, 1, 1));
        store.add("senior_card", OCTOBER, new Taken(Taken.UNKNOWN, 3, 0, 0));
        try {
            var anybody = new Web(port);
            assertThat(anybody.page("/items/senior_card")).contains("另有 3 件，决定时当年的日历还不知道");
            assertThat(JsonPath.<Integer>read(anybody.page("/api/v1/items/senior_card/record"), "$.actual.untimed"))
                    .isEqualTo(3);
        } finally {
            db.execute("delete from casework.item_days where item = 'senior_card'");
        }
    }

    @Test
    void what_was_late_by_its_own_date_is_told_beside_what_took_as_long() {
        store.add("bid_complaint", OCTOBER, new Taken(2, 3, 3, 2));
        try {
            var anybody = new Web(port);
            assertThat(anybody.page("/items/bid_complaint")).contains("红的里面有超过各自期限才决定的");
            assertThat(JsonPath.<Integer>read(
                            anybody.page("/api/v1/items/bid_complaint/record"), "$.actual.days[0].late"))
                    .isEqualTo(1);
        } finally {
            db.execute("delete from casework.item_days where item = 'bid_complaint'");
        }
    }

    @Test
    void a_program_reads_what_the_law_gives_what_is_promised_and_how_it_was_done_also_as_a_table() {
        store.add("food_permit", OCTOBER, new Taken(2, 1, 1, 1));
        try {
            String said = new Web(port).page("/api/v1/items/food_permit/record");

            assertThat(JsonPath.<Integer>read(said, "$.statutory.amount")).isEqualTo(10);
            assertThat(JsonPath.<Integer>read(said, "$.promised.amount")).isEqualTo(5);
            assertThat(JsonPath.<Integer>read(said, "$.actual.closed")).isPositive();
            assertThat(new Web(port).get("/api/v1/items/nothing/record").status())
                    .isEqualTo(404);
            Web.Answer table = new Web(port).get("/items/food_permit/record.csv");
            assertThat(table.raw().headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
            assertThat(table.body().lines()).first().asString().endsWith("用时（工作日） working_days,办结件数 cases,超期件数 late");
            for (var bucket : records.of("food_permit").orElseThrow().days()) {
                assertThat(table.body().lines()).contains(bucket.days() + "," + bucket.cases() + "," + bucket.late());
            }
        } finally {
            store.add("food_permit", OCTOBER, new Taken(2, -1, -1, -1));
        }
    }
}
