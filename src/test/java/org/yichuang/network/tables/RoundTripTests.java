package org.yichuang.network.tables;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.yichuang.journal.Actor;
import org.yichuang.network.Absences;
import org.yichuang.network.Clerk;
import org.yichuang.support.CityTest;

/** Every table of the network: out, changed, in, out. */
@CityTest
class RoundTripTests {
    private static final String TABLES = "/api/v1/network/tables/";

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    private Clerk admin = Clerk.nobody(0);

    @BeforeEach
    void the_administrator_signs_in() {
        admin = Clerk.of(context, port, "admin");
    }

    /** What is changed in the first row, and what a new row has that is otherwise like it. */
    private record Change(String table, Map<String, String> changed, Map<String, String> added) {}

    private static final List<Change> CHANGES = List.of(
            new Change("departments", Map.of("name_en", "Changed"), Map.of("key", "zz-new", "name", "新部门")),
            new Change("divisions", Map.of("name_en", "Changed"), division()),
            new Change("units", Map.of("phone", "0571-00000001"), Map.of("code", "zz-new", "division", "VILLAGE")),
            new Change("centres", Map.of("address", "＝改过的路 1 号"), Map.of("code", "zz-new")),
            new Change("windows", Map.of("place", "=3 楼"), Map.of("code", "zz-new", "number", "999")),
            new Change("service-points", Map.of("hours", "1-5 09:00-12:00; 6 09:00-11:00"), Map.of("code", "zz-new")),
            new Change("officers", Map.of("name", "改名"), Map.of("code", "zz-new", "account", "")),
            new Change("posts", Map.of("name_en", "Changed, \"so\""), Map.of("code", "zz-new")),
            new Change("authorisations", Map.of("to_day", "2029-12-31"), Map.of("number", "zz-new", "act", "expert")));

    private static Map<String, String> division() {
        return Map.of("code", "zz-new", "tier", "VILLAGE", "name", "新社区", "parent", "330106010000");
    }

    static Stream<Arguments> tables() {
        return CHANGES.stream()
                .flatMap(change -> Stream.of("csv", "xlsx").map(format -> Arguments.of(change.table, format, change)));
    }

    @ParameterizedTest(name = "{0} as {1}")
    @MethodSource("tables")
    void a_table_comes_out_as_it_was_changed_and_goes_back_to_what_it_was(String table, String format, Change change) {
        byte[] original = out(table, format);
        Sheets before = Sheets.read(original);
        assertThat(take(table, original, format, true))
                .as("nothing changed")
                .isEqualTo(new Imported(0, 0, 0, before.rows().size()));

        Sheets wanted = before.with(change.changed, village(change.added));
        byte[] file = format.equals("csv") ? wanted.csv() : wanted.xlsx();
        assertThat(take(table, file, format, false))
                .isEqualTo(new Imported(1, 1, 0, before.rows().size() - 1));
        assertThat(Sheets.read(out(table, format))).isEqualTo(wanted);

        assertThat(take(table, original, format, true))
                .isEqualTo(new Imported(0, 1, 1, before.rows().size() - 1));
        assertThat(Sheets.read(out(table, format))).isEqualTo(before);
    }

    /** A place that has no unit yet. */
    private Map<String, String> village(Map<String, String> added) {
        if (!added.containsValue("VILLAGE") || added.containsKey("tier")) {
            return added;
        }
        String village =
                Sheets.read(out("service-points", "csv")).rows().getFirst().get(3);
        return Map.of("code", "zz-new", "division", village, "tier", "VILLAGE");
    }

    @Test
    void absences_come_in_with_ids_of_their_own_and_go_out_again() {
        Sheets officers = Sheets.read(out("officers", "csv"));
        String number = officers.rows().getLast().getFirst();
        String csv = "officer,from_day,to_day,reason\r\n" + number + ",2027-03-01,2027-03-05,培训\r\n";
        Imported done = take("away", csv.getBytes(java.nio.charset.StandardCharsets.UTF_8), "csv", false);
        assertThat(done.added()).isEqualTo(1);

        Sheets out = Sheets.read(out("away", "csv"));
        List<String> row = out.rows().stream()
                .filter(one -> one.get(1).equals(number))
                .findFirst()
                .orElseThrow();
        assertThat(row).hasSize(5).contains("2027-03-01", "2027-03-05", "培训");
        String saved = new String(out.csv(), java.nio.charset.StandardCharsets.UTF_8).replace("2027-03-05", "2027/3/5");
        assertThat(take("away", saved.getBytes(java.nio.charset.StandardCharsets.UTF_8), "csv", false)
                        .unchanged())
                .as("days as a spreadsheet saves them in a CSV file")
                .isEqualTo(out.rows().size());
        String later =
                new String(out.csv(), java.nio.charset.StandardCharsets.UTF_8).replace("2027-03-05", "2027-03-06");
        assertThat(take("away", later.getBytes(java.nio.charset.StandardCharsets.UTF_8), "csv", false)
                        .changed())
                .isEqualTo(1);
        assertThat(new String(out("away", "csv"), java.nio.charset.StandardCharsets.UTF_8))
                .contains(row.getFirst(), "2027-03-06");
        context.getBean(Absences.class)
                .end(Actor.SYSTEM, UUID.fromString(row.getFirst()), java.time.LocalDate.of(2026, 10, 9));
        assertThat(Clerk.of(context, port, "auditor")
                        .get("/api/v1/journal?kind=officer.away&subject=officer:" + number)
                        .text())
                .contains("2027-03-06");
    }

    @Test
    void an_empty_table_goes_back_as_it_came_out() {
        Table away = Tables.named("away").orElseThrow();
        for (byte[] file : List.of(SheetWriter.csv(away, List.of()), SheetWriter.xlsx(away, List.of()))) {
            context.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
                context.getBean(DSLContext.class).execute("delete from network.away");
                assertThat(context.getBean(TableImport.class).sheet(Actor.SYSTEM, away, SheetReader.read(file), true))
                        .isEqualTo(new Imported(0, 0, 0, 0));
                status.setRollbackOnly();
            });
        }
    }

    @Test
    void the_rows_of_a_file_may_exchange_what_is_unique() {
        byte[] original = out("windows", "csv");
        Sheets before = Sheets.read(original);
        String centre = before.rows().getFirst().get(1);
        List<List<String>> two = before.rows().stream()
                .filter(row -> row.get(1).equals(centre))
                .limit(2)
                .toList();
        List<List<String>> lines = new ArrayList<>(List.of(before.lines().getFirst()));
        lines.add(number(two.getFirst(), two.getLast().get(2)));
        lines.add(number(two.getLast(), two.getFirst().get(2)));

        assertThat(take("windows", new Sheets(lines).csv(), "csv", false).changed())
                .isEqualTo(2);
        assertThat(take("windows", original, "csv", true).changed()).isEqualTo(2);
    }

    private static List<String> number(List<String> row, String number) {
        List<String> cells = new ArrayList<>(row);
        cells.set(2, number);
        return cells;
    }

    @Test
    void the_same_key_brings_a_file_in_once() {
        byte[] csv = "key,name\r\nzz-once,一次\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        byte[] original = out("departments", "csv");
        String key = java.util.UUID.randomUUID().toString();
        var first = admin.send("POST", TABLES + "departments", "text/csv", csv, "Idempotency-Key", key);
        var again = admin.send("POST", TABLES + "departments", "text/csv", csv, "Idempotency-Key", key);
        assertThat(again.text()).isEqualTo(first.text()).contains("\"added\":1");
        var other = admin.send("POST", TABLES + "departments?replace=true", "text/csv", csv, "Idempotency-Key", key);
        assertThat(other.status()).isEqualTo(409);
        take("departments", original, "csv", true);
    }

    @Test
    void accept_chooses_the_file_and_what_is_neither_is_refused() {
        assertThat(admin.get(TABLES + "departments", "Accept", Sheets.XLSX).header("Content-Type"))
                .isEqualTo(Sheets.XLSX);
        assertThat(admin.get(TABLES + "departments", "Accept", "text/csv").header("Content-Type"))
                .startsWith("text/csv");
        assertThat(admin.get(TABLES + "departments", "Accept", "application/json")
                        .status())
                .isEqualTo(406);
        assertThat(admin.get(TABLES + "departments", "Accept", "csv").status()).isEqualTo(406);
        var wrong = admin.get(TABLES + "departments?format=pdf");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(JsonPath.<String>read(wrong.text(), "$.errors[0].field")).isEqualTo("format");
        assertThat(admin.get(TABLES + "nothing").status()).isEqualTo(404);
    }

    @Test
    void the_list_names_every_table_with_its_rows_and_columns() {
        String list = admin.get("/api/v1/network/tables").text();
        assertThat(JsonPath.<List<String>>read(list, "$[*].name"))
                .containsExactly(
                        "departments",
                        "divisions",
                        "units",
                        "centres",
                        "windows",
                        "service-points",
                        "officers",
                        "posts",
                        "away",
                        "authorisations");
        assertThat(JsonPath.<List<Integer>>read(list, "$[?(@.name=='divisions')].rows"))
                .containsExactly(1 + 13 + 196 + 3320);
        assertThat(JsonPath.<List<String>>read(list, "$[?(@.name=='posts')].columns[*].name"))
                .contains("officer_a", "officer_b");
    }

    private byte[] out(String table, String format) {
        var answer = admin.get(TABLES + table + "?format=" + format);
        assertThat(answer.status()).as(table).isEqualTo(200);
        return answer.bytes();
    }

    private Imported take(String table, byte[] file, String format, boolean replace) {
        String type = format.equals("csv") ? "text/csv" : Sheets.XLSX;
        var answer = admin.send("POST", TABLES + table + "?replace=" + replace, type, file);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return new Imported(
                count(answer, "added"), count(answer, "changed"), count(answer, "removed"), count(answer, "unchanged"));
    }

    private static int count(Clerk.Answer answer, String what) {
        return JsonPath.<Integer>read(answer.text(), "$." + what);
    }
}
