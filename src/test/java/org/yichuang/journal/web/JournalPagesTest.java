package org.yichuang.journal.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yichuang.identity.Account;
import org.yichuang.identity.People;
import org.yichuang.identity.signin.Sessions;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.journal.NewEntry;
import org.yichuang.shared.web.Role;
import org.yichuang.support.CityTest;
import org.yichuang.support.TestClock;
import org.yichuang.support.Web;

@CityTest
class JournalPagesTest {
    @Autowired
    ApplicationContext context;

    @Autowired
    Journal journal;

    @Autowired
    Sessions sessions;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    private final String subject = "thing:" + UUID.randomUUID();
    private Web auditor = new Web(0);

    @BeforeEach
    void an_auditor_signs_in() {
        clock.set("2026-10-09T10:24");
        Account account = new People(context).officer(Role.AUDITOR);
        auditor = new Web(port)
                .cookie("yc_session", sessions.open(account, false, "test").token())
                .bearer(sessions.open(account, true, "test").token());
    }

    private Entry append(String kind) {
        return journal.append(new NewEntry(kind, subject, Actor.SYSTEM, Map.of("<b>", "甲\"乙")));
    }

    @Test
    void the_record_is_leafed_through_by_subject_and_kind_page_by_page() {
        for (int i = 0; i < 5; i++) {
            append(i % 2 == 0 ? "thing.even" : "thing.odd");
        }

        String first = auditor.api("GET", "/api/v1/journal?size=3&subject=" + subject, null)
                .body();
        assertThat(JsonPath.<List<Integer>>read(first, "$.items[*].nth")).containsExactly(5, 4, 3);
        String next = JsonPath.read(first, "$.next");
        String second = auditor.api("GET", "/api/v1/journal?size=3&subject=" + subject + "&after=" + next, null)
                .body();
        assertThat(JsonPath.<List<Integer>>read(second, "$.items[*].nth")).containsExactly(2, 1);
        assertThat(JsonPath.<Object>read(second, "$.items[0].payload['<b>']")).isEqualTo("甲\"乙");

        String odd = auditor.api("GET", "/api/v1/journal?kind=thing.odd&subject=" + subject, null)
                .body();
        assertThat(JsonPath.<List<Integer>>read(odd, "$.items[*].nth")).containsExactly(4, 2);
    }

    @Test
    void without_a_subject_the_newest_come_first_and_pages_join() {
        for (int i = 0; i < 4; i++) {
            append("joined" + i + ".made");
        }
        String first = auditor.api("GET", "/api/v1/journal?size=2", null).body();
        String next = JsonPath.read(first, "$.next");
        String second =
                auditor.api("GET", "/api/v1/journal?size=2&after=" + next, null).body();

        assertThat(JsonPath.<List<String>>read(first, "$.items[*].kind")).hasSize(2);
        assertThat(JsonPath.<List<String>>read(second, "$.items[*].id"))
                .doesNotContainAnyElementsOf(JsonPath.<List<String>>read(first, "$.items[*].id"));
    }

    @Test
    void a_kind_without_a_point_means_all_that_begin_with_it() {
        append("thing.made");
        append("things.made");

        String found = auditor.api("GET", "/api/v1/journal?kind=thing&subject=" + subject, null)
                .body();
        assertThat(JsonPath.<List<String>>read(found, "$.items[*].kind")).containsExactly("thing.made");
    }

    @Test
    void a_wrong_day_cursor_or_id_names_its_field_and_keeps_what_was_typed() {
        for (String query : List.of("from=yesterday", "from=2026-10-09&to=2026-10-08", "after=nonsense", "size=0")) {
            var answer = auditor.api("GET", "/api/v1/journal?" + query, null);
            assertThat(answer.status()).as(query).isEqualTo(422);
            assertThat(JsonPath.<List<String>>read(answer.body(), "$.errors[*].field"))
                    .hasSize(1);
        }
        var page = auditor.get("/admin/journal?from=yesterday&kind=thing");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("value=\"yesterday\"", "value=\"thing\"", "href=\"#from\"");
        assertThat(auditor.api("GET", "/api/v1/journal/7", null).status()).isEqualTo(422);
        assertThat(auditor.get("/admin/journal/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void one_entry_shows_its_hash_and_that_its_chain_fits() {
        append("thing.made");
        Entry entry = append("thing.used");

        String page = auditor.get("/admin/journal/" + entry.id()).body();
        assertThat(page).contains(java.util.HexFormat.of().formatHex(entry.hash()), "环环相符");
        String chain = auditor.api("GET", "/api/v1/journal/chain?subject=" + subject, null)
                .body();
        assertThat(JsonPath.<List<?>>read(chain, "$.findings")).isEmpty();
        assertThat(auditor.get("/admin/journal?subject=" + subject).body())
                .contains("thing.made", "thing.used")
                .doesNotContain("<b>\"");
    }

    @Test
    void a_subject_that_nothing_was_recorded_of_has_no_chain_that_could_be_unbroken() {
        var none = auditor.api("GET", "/api/v1/journal/chain?subject=case:typo", null);

        assertThat(none.status()).isEqualTo(404);
        assertThat(none.body()).contains("not-found");
    }

    @Test
    void what_was_found_can_be_taken_along_as_csv() {
        Entry entry = append("thing.made");
        var answer = auditor.get("/admin/journal.csv?subject=" + subject);

        assertThat(answer.raw().headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(answer.body().lines())
                .hasSize(2)
                .last()
                .asString()
                .contains(entry.id().toString(), "\"{\"\"<b>\"\":\"\"甲\\\"\"乙\"\"}\"");
    }
}
