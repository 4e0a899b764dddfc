package org.yichuang.network.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.jayway.jsonpath.JsonPath;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yichuang.journal.Actor;
import org.yichuang.network.Absences;
import org.yichuang.network.Clerk;
import org.yichuang.shared.Problem;
import org.yichuang.support.CityTest;
import org.yichuang.support.Locks;
import org.yichuang.support.TestClock;

/** Two who are both away cannot be made A and B of a post, as the product's clock has the days, not the database's. */
@CityTest
class PostCoverTests {
    private static final String TABLES = "/api/v1/network/tables/";
    private static final String POST = "code,unit,role,name,officer_a,officer_b\r\nzz-cover,330106-scjg,review,试岗,";

    @Autowired
    ApplicationContext context;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    private Clerk admin = Clerk.nobody(0);
    private byte[] posts = {};
    private byte[] officers = {};

    @BeforeEach
    void two_officers_are_away_in_the_same_week() {
        admin = Clerk.of(context, port, "admin");
        posts = admin.get(TABLES + "posts?format=csv").bytes();
        officers = admin.get(TABLES + "officers?format=csv").bytes();
        taken("officers", "code,name,unit\r\nzz-a,甲,330106-scjg\r\nzz-b,乙,330106-scjg");
        taken("away", "officer,from_day,to_day,reason\r\n" + week("zz-a", "02", "06") + week("zz-b", "06", "08"));
    }

    private void itIs(String moment) {
        clock.set(moment);
        admin = Clerk.of(context, port, "admin");
    }

    private static String week(String officer, String from, String to) {
        return officer + ",2026-11-" + from + ",2026-11-" + to + ",培训\r\n";
    }

    @AfterEach
    void the_city_as_it_was() {
        context.getBean(DSLContext.class).execute("delete from network.away where officer like 'zz-%'");
        admin.send("POST", TABLES + "posts?replace=true", "text/csv", posts);
        assertThat(admin.send("POST", TABLES + "officers?replace=true", "text/csv", officers)
                        .status())
                .isEqualTo(200);
    }

    private Clerk.Answer take(String table, String csv) {
        return admin.csv(TABLES + table, csv);
    }

    private void taken(String table, String csv) {
        var answer = take(table, csv);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    @Test
    void while_the_days_are_to_come_the_line_is_refused() {
        itIs("2026-11-06T08:00");
        var answer = take("posts", POST + "zz-a,zz-b");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("line 2: officer_b", "2026-11-06 至 2026-11-06");
    }

    @Test
    void once_they_have_passed_it_is_taken() {
        itIs("2026-11-07T08:00");
        taken("posts", POST + "zz-a,zz-b");
    }

    @Test
    void an_import_of_absences_names_every_row_that_sends_both_away_or_one_twice() {
        itIs("2026-11-09T08:00");
        taken("posts", POST + "zz-a,zz-b");
        String before = stored();
        var answer = take(
                "away",
                "officer,from_day,to_day,reason\r\n"
                        + "zz-a,2026-12-01,2026-12-03,会议\r\n"
                        + "zz-b,2026-12-03,2026-12-04,会议\r\n"
                        + "zz-b,2026-12-24,2026-12-25,休假\r\n"
                        + "zz-a,2026-11-05,2026-11-10,会议\r\n"
                        + "zz-b,2026-12-99,2026-12-31,休假\r\n");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.fields())
                .containsExactly(
                        "line 2: officer", "line 3: officer", "line 5: officer", "line 5: officer", "line 6: from_day");
        assertThat(JsonPath.<List<String>>read(answer.text(), "$.errors[*].detail"))
                .satisfiesExactly(
                        first -> assertThat(first).contains("“zz-b” 2026-12-03 至 2026-12-04 外出"),
                        second -> assertThat(second).contains("“zz-a” 2026-12-01 至 2026-12-03 外出"),
                        twice -> assertThat(twice).contains("2026-11-02 至 2026-11-06 已经登记过外出"),
                        both -> assertThat(both).contains("“zz-b” 2026-11-06 至 2026-11-08 外出"),
                        date -> assertThat(date).isNotEmpty());
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void an_import_may_give_the_days_of_a_row_that_it_removes_to_another() {
        itIs("2026-11-09T08:00");
        taken("posts", POST + "zz-a,zz-b");
        String others =
                stored().lines().filter(line -> !line.contains("zz-b")).collect(Collectors.joining("\r\n")) + "\r\n";
        String mine =
                others.lines().filter(line -> line.contains("zz-a")).findFirst().orElseThrow();
        taken("away?replace=true", others.replace(mine, mine.replace("zz-a", "zz-b")));
        String id = mine.substring(0, mine.indexOf(','));
        assertThat(lastOf("zz-a", "officer.back")).isEqualTo(Map.of("away", id, "back", "2026-11-02"));
        assertThat(lastOf("zz-b", "officer.away"))
                .isEqualTo(Map.of("away", id, "from", "2026-11-02", "to", "2026-11-06", "reason", "培训"));
        assertThat(lastOf("zz-b", "officer.back")).containsEntry("back", "2026-11-06");
        taken("away?replace=true", others.replace(mine, mine.substring(mine.indexOf(','))));
        assertThat(stored()).contains("zz-a,2026-11-02,2026-11-06").doesNotContain("zz-b");
    }

    @Test
    void who_was_away_with_the_other_before_they_shared_a_post_comes_back_early() {
        itIs("2026-11-07T08:00");
        taken("posts", POST + "zz-a,zz-b");
        context.getBean(Absences.class).end(Actor.SYSTEM, id("zz-b"), LocalDate.of(2026, 11, 8));
        assertThat(stored()).contains("zz-b,2026-11-06,2026-11-07");

        taken("away", stored().replace("zz-b,2026-11-06,2026-11-07", "zz-b,2026-11-06,2026-11-06"));
        assertThat(take("away", stored().replace("zz-b,2026-11-06,2026-11-06", "zz-b,2026-11-06,2026-11-07"))
                        .status())
                .as("nobody goes away longer by that")
                .isEqualTo(422);
    }

    @Test
    void of_two_who_report_while_they_become_a_and_b_of_a_post_one_goes() {
        var dsl = context.getBean(DSLContext.class);
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<String>> reports = dsl.transactionResult(held -> {
                held.dsl()
                        .execute("insert into network.post (code, unit, role, name, officer_a, officer_b)"
                                + " values ('zz-cover', '330106-scjg', 'review', '试岗', 'zz-a', 'zz-b')");
                var both = Stream.of("zz-a", "zz-b")
                        .map(officer -> threads.submit(() -> report(officer)))
                        .toList();
                await().until(() -> Locks.waiting(dsl, "away") == 2);
                return both;
            });
            assertThat(reports)
                    .extracting(report -> report.get(60, TimeUnit.SECONDS))
                    .containsExactlyInAnyOrder("gone", "both-away");
        }
    }

    private String report(String officer) {
        LocalDate day = LocalDate.of(2026, 12, 1);
        try {
            context.getBean(Absences.class).record(Actor.SYSTEM, officer, day, day, "培训");
            return "gone";
        } catch (Problem problem) {
            return problem.slug();
        }
    }

    private UUID id(String officer) {
        return stored().lines()
                .filter(line -> line.contains("," + officer + ","))
                .map(line -> UUID.fromString(line.substring(0, line.indexOf(','))))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, String> lastOf(String officer, String kind) {
        String entries = Clerk.of(context, port, "auditor")
                .get("/api/v1/journal?size=1&kind=" + kind + "&subject=officer:" + officer)
                .text();
        return JsonPath.read(entries, "$.items[0].payload");
    }

    private String stored() {
        return admin.get(TABLES + "away?format=csv").text().replace("\uFEFF", "");
    }
}
