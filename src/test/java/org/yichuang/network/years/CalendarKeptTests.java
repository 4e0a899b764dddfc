package org.yichuang.network.years;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;
import org.yichuang.calendar.OfficeHours;
import org.yichuang.journal.Actor;
import org.yichuang.network.Clerk;
import org.yichuang.network.WorkingCalendars;
import org.yichuang.support.CityTest;
import org.yichuang.support.TestClock;
import org.yichuang.support.Web;

/** The administrator keeps the official calendar; anyone reads it. */
@CityTest
class CalendarKeptTests {
    private static final String ADDRESS = "/api/v1/calendar";
    private static final String WHOLE = "date,kind,name\n2027-01-01,off,元旦\n2027-05-01,off,劳动节\n"
            + IntStream.rangeClosed(5, 12)
                    .mapToObj(day -> "2027-02-%02d,off,春节\n".formatted(day))
                    .collect(Collectors.joining())
            + "2027-10-01,off,国庆节\n";
    private static final String HOURS = "08:45-12:00, 13:30-17:00";

    @Autowired
    ApplicationContext context;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    private Clerk admin = Clerk.nobody(0);
    private Clerk anyone = Clerk.nobody(0);
    private byte[] notice = {};

    @BeforeEach
    void the_calendar_as_it_was() {
        anyone = Clerk.nobody(port);
        admin = Clerk.of(context, port, "admin");
        notice = anyone.get(ADDRESS + "/2026/notice").bytes();
    }

    @AfterEach
    void the_calendar_is_put_back() {
        context.getBean(org.jooq.DSLContext.class).execute("delete from network.calendar_year where year > 2026");
        assertThat(admin.send("POST", ADDRESS, "text/csv", notice).status()).isEqualTo(200);
        assertThat(open(HOURS).status()).isEqualTo(200);
    }

    private Clerk.Answer open(String hours) {
        return admin.json("PUT", ADDRESS + "/office-hours", "{\"hours\":\"" + hours + "\"}");
    }

    private Clerk.Answer edit(String day, String kind, String name) {
        return admin.json("PUT", ADDRESS + "/days/" + day, "{\"kind\":\"" + kind + "\",\"name\":\"" + name + "\"}");
    }

    private Object working(String day) {
        return JsonPath.<List<Object>>read(
                        anyone.get(ADDRESS + "/2026").text(), "$.days[?(@.day=='" + day + "')].working")
                .getFirst();
    }

    @Test
    void anyone_reads_the_years_and_each_day_of_one() {
        String years = anyone.get(ADDRESS).text();
        assertThat(JsonPath.<List<Integer>>read(years, "$.years[*].year"))
                .containsExactly(2026, 2025, 2024, 2023, 2022, 2021);
        assertThat(JsonPath.<String>read(years, "$.officeHours[0].from")).startsWith("08:45");
        String year = anyone.get(ADDRESS + "/2026").text();
        assertThat(JsonPath.<List<?>>read(year, "$.days")).hasSize(365);
        assertThat(JsonPath.<List<String>>read(year, "$.days[?(@.day=='2026-10-10')].kind"))
                .containsExactly("WORK");
        assertThat(JsonPath.<List<String>>read(year, "$.days[?(@.day=='2026-10-01')].holiday.en"))
                .containsExactly("National Day");
        assertThat(JsonPath.<Integer>read(year, "$.workingDays"))
                .isEqualTo(JsonPath.<List<?>>read(year, "$.days[?(@.working==true)]")
                        .size());
        assertThat(anyone.get(ADDRESS + "/2031").status()).isEqualTo(404);
        assertThat(anyone.get(ADDRESS + "/2031").text()).contains("2031 年的工作日历还没有录入");
        assertThat(anyone.get(ADDRESS + "/next").status()).isEqualTo(422);
    }

    @Test
    void only_the_administrator_changes_it() {
        String body = "{\"kind\":\"OFF\",\"name\":\"元旦\"}";
        assertThat(anyone.json("PUT", ADDRESS + "/days/2026-10-12", body).status())
                .isEqualTo(401);
        for (String login : List.of("zhoumin", "supervisor", "auditor", "security", "qingheli")) {
            Clerk other = Clerk.of(context, port, login);
            assertThat(other.json("PUT", ADDRESS + "/days/2026-10-12", body).status())
                    .as(login)
                    .isEqualTo(403);
            assertThat(other.send("POST", ADDRESS, "text/csv", notice).status())
                    .as(login)
                    .isEqualTo(403);
            assertThat(other.json("PUT", ADDRESS + "/office-hours", "{\"hours\":\"09:00-16:00\"}")
                            .status())
                    .as(login)
                    .isEqualTo(403);
        }
        assertThat(working("2026-10-12")).isEqualTo(true);
    }

    @Test
    void a_day_becomes_a_day_off_a_working_day_and_an_ordinary_day_again() {
        var off = edit("2026-10-12", "OFF", "国庆节");
        assertThat(off.status()).as(off.text()).isEqualTo(200);
        assertThat(off.text()).contains("\"working\":false", "\"kind\":\"OFF\"");
        assertThat(working("2026-10-12")).isEqualTo(false);
        assertThat(edit("2026-10-12", "ORDINARY", "").text()).contains("\"working\":true", "\"kind\":null");
        assertThat(working("2026-10-12")).isEqualTo(true);
        assertThat(edit("2026-10-17", "WORK", "国庆节").text()).contains("\"working\":true");
        assertThat(working("2026-10-17")).isEqualTo(true);
        String journal = Clerk.of(context, port, "auditor")
                .get("/api/v1/journal?size=3&subject=calendar:2026")
                .text();
        assertThat(JsonPath.<List<String>>read(journal, "$.items[*].payload.day"))
                .containsExactly("2026-10-17", "2026-10-12", "2026-10-12");
    }

    @Test
    void a_change_of_a_day_names_each_wrong_field_and_changes_nothing() {
        fields(edit("2026-13-12", "MAYBE", ""), "day", "kind");
        fields(edit("2026-10-12", "OFF", ""), "name");
        fields(edit("2026-10-12", "OFF", "a,b"), "name");
        fields(edit("2026-10-12", "OFF", "长".repeat(41)), "name");
        fields(edit("2026-10-12", "OFF", "a\\u0000"), "name");
        fields(edit("2031-10-12", "OFF", "国庆节"), "day");
        fields(edit("2026-10-14", "WORK", "国庆节"), "day");
        fields(edit("+999999999-12-31", "OFF", "国庆节"), "day");
        assertThat(anyone.get(ADDRESS + "/2026/notice").bytes()).isEqualTo(notice);
    }

    @Test
    void a_year_with_hardly_a_working_day_left_is_a_mistake_by_file_by_day_and_on_the_page() {
        List<LocalDate> weekdays = LocalDate.of(2027, 1, 1)
                .datesUntil(LocalDate.of(2028, 1, 1))
                .filter(day -> day.getDayOfWeek().getValue() <= 5)
                .toList();
        String holidays = "date,kind,name\n2027-05-01,off,劳动节\n2027-10-01,off,国庆节\n";
        byte[] idle = off(holidays, weekdays.subList(0, weekdays.size() - 100));
        byte[] enough = off(holidays, weekdays.subList(0, weekdays.size() - 101));

        var answer = admin.send("POST", ADDRESS, "text/csv", idle);
        fields(answer, "file");
        assertThat(answer.text()).contains("2027 年只剩 99 个工作日");
        var page = admin.upload("/admin/calendar/import", idle, "2027.csv");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("2027 年只剩 99 个工作日");
        assertThat(anyone.get(ADDRESS + "/2027").status()).isEqualTo(404);

        assertThat(admin.send("POST", ADDRESS, "text/csv", enough).status()).isEqualTo(200);
        fields(edit("2027-12-31", "OFF", "元旦"), "day");
        assertThat(anyone.get(ADDRESS + "/2027/notice").text()).doesNotContain("2027-12-31");
        assertThat(edit("2027-05-01", "OFF", "国际劳动节").status()).isEqualTo(200); // off it was before
    }

    private static byte[] off(String first, List<LocalDate> days) {
        return days.stream()
                .filter(day -> !first.contains(day.toString()))
                .map(day -> day + ",off,放假\n")
                .collect(Collectors.joining("", first, ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static void fields(Clerk.Answer answer, String... fields) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.fields()).containsExactly(fields);
    }

    @Test
    void a_year_goes_out_and_comes_in_as_it_was_and_a_new_one_becomes_known() {
        assertThat(admin.send("POST", ADDRESS, "text/csv", notice).status()).isEqualTo(200);
        assertThat(anyone.get(ADDRESS + "/2026/notice").bytes()).isEqualTo(notice);

        byte[] next = (WHOLE + "2026-12-31,off,元旦\n2027-01-03,work,元旦\n").getBytes(StandardCharsets.UTF_8);
        assertThat(admin.upload(ADDRESS, next, "2027.csv").status()).isEqualTo(200);
        assertThat(JsonPath.<List<Integer>>read(anyone.get(ADDRESS).text(), "$.years[*].year"))
                .startsWith(2027, 2026);
        assertThat(working("2026-12-31")).isEqualTo(false);
        assertThat(anyone.get(ADDRESS + "/2026/notice").bytes()).isEqualTo(notice);
        assertThat(anyone.get(ADDRESS + "/2027/notice").text()).contains("2026-12-31,off,元旦");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+86",
                "-",
                "@SUM(A1)",
                "＝1+1",
                "＋86",
                "－",
                "＠SUM(A1)",
                "'=1+1",
                "'＝1+1",
                "''",
                "'quoted'"
            })
    void a_name_that_a_spreadsheet_would_compute_goes_out_harmless_and_comes_in_as_it_was(String name) {
        assertThat(edit("2026-10-12", "OFF", name).status()).isEqualTo(200);
        byte[] out = anyone.get(ADDRESS + "/2026/notice").bytes();
        assertThat(new String(out, StandardCharsets.UTF_8).lines())
                .contains("2026-10-12,off," + (name.matches("'*[=+@＝＋＠－-].*") ? "'" + name : name))
                .noneMatch(line -> line.matches(".*,[=+@＝＋＠－-].*"));

        assertThat(edit("2026-10-12", "ORDINARY", "").status()).isEqualTo(200);
        assertThat(admin.send("POST", ADDRESS, "text/csv", out).status()).isEqualTo(200);

        assertThat(JsonPath.<List<String>>read(
                        anyone.get(ADDRESS + "/2026").text(), "$.days[?(@.day=='2026-10-12')].holiday.zh"))
                .containsExactly(name);
        assertThat(anyone.get(ADDRESS + "/2026/notice").bytes()).isEqualTo(out);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        date,kind,name\\n2027-01-01,off | 第 2 行 | 三项
        2027-01-01,maybe,元旦            | 第 1 行 | off 或 work
        2027-01-01,off,                  | 第 1 行 | 1 到 40 个字
        2027-01-01,off,"a"b"             | 第 1 行 | 不带逗号、引号
        2027-01-01,off,元\u202e旦        | 第 1 行 | 看不见的字符
        2027-01-01,off,元\tb旦           | 第 1 行 | 看不见的字符
        01/01/2027,off,元旦              | 第 1 行 | 2026-10-01
        01-01,off,元旦                   | 第 1 行 | 日期要带年份
        2027-01-01;off;元旦              | 第 1 行 | 英文逗号
        code,name,tier\\n1,2,3           | 第 1 行 | 不像放假安排
        2027-01-01,off,元旦\\n2027-01-01,work,元旦 | 第 2 行 | 第 1 行已有
        date,kind,name                   | 第 1 行 | 没有一行
        2027-01-04,work,元旦             | 第 1 行 | 这一天本来就上班：2027-01-04
        ２０２７-01-01,off,元旦          | 第 1 行 | 2026-10-01
        2027-01-01,off,元旦              | 2027 年 | 放假安排不全
        """)
    void a_wrong_line_is_named_and_no_year_is_taken(String file, String line, String reason) {
        byte[] csv = file.replace("\\n", "\n").getBytes(StandardCharsets.UTF_8);
        var answer = admin.send("POST", ADDRESS, "text/csv", csv);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(JsonPath.<String>read(answer.text(), "$.errors[0].detail")).contains(line, reason);
        assertThat(anyone.get(ADDRESS + "/2027").status()).isEqualTo(404);
        var page = admin.upload("/admin/calendar/import", csv, "x", "y");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("id=\"file-error\"", reason);
    }

    @Test
    void every_part_of_a_year_is_named_and_of_many_wrong_lines_how_many_there_are() {
        byte[] parts = "2027-01-01,off,元旦\n2028-01-01,off,元旦\n".getBytes(StandardCharsets.UTF_8);
        fields(admin.send("POST", ADDRESS, "text/csv", parts), "file", "file");

        byte[] wrong = "2027-01-01,off\n".repeat(60).getBytes(StandardCharsets.UTF_8);
        var answer = admin.send("POST", ADDRESS, "text/csv", wrong);
        assertThat(JsonPath.<String>read(answer.text(), "$.detail")).isEqualTo("有 60 处要改，先列出 50 处");
        assertThat(JsonPath.<List<?>>read(answer.text(), "$.errors")).hasSize(50);
        assertThat(admin.upload("/admin/calendar/import", wrong, "x", "y").text())
                .contains("还有 60 处要改", "另有 10 处没有列出");
    }

    @Test
    void a_file_in_another_encoding_an_xlsx_and_none_at_all_are_refused() {
        byte[] gbk = "2027-01-01,off,元旦".getBytes(Charset.forName("GBK"));
        for (byte[] file : List.of(new byte[0], gbk, new byte[] {'P', 'K', 3, 4, 0}, new byte[] {'a', 0, 'b'})) {
            fields(admin.send("POST", ADDRESS, "application/octet-stream", file), "file");
            fields(admin.upload(ADDRESS, file, "2027.csv"), "file");
        }
    }

    @Test
    void the_pages_show_the_years_and_change_a_day() {
        assertThat(admin.get("/admin/calendar").text()).contains("/admin/calendar/2026", HOURS);
        assertThat(admin.form("/admin/calendar/hours", "hours=09:00-17:30").header("Location"))
                .endsWith("/admin/calendar?done=hours");
        assertThat(admin.get("/admin/calendar?done=hours").text()).contains("09:00-17:30", "办公时间已改");
        assertThat(admin.get("/admin/calendar/2026").text()).contains("国庆节", "调休上班", "10月10日");
        assertThat(admin.form("/admin/calendar/2026", "day=2026-10-12&kind=OFF&name=x")
                        .header("Location"))
                .endsWith("/admin/calendar/2026?done=changed");
        assertThat(working("2026-10-12")).isEqualTo(false);
        var wrong = admin.form("/admin/calendar/2026", "day=&kind=&name=");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("id=\"day-error\"", "id=\"kind-error\"");
        assertThat(admin.get("/admin/calendar/2026/export").header("Content-Disposition"))
                .contains("calendar-2026.csv");
        var unknown = admin.get("/admin/calendar/2031");
        assertThat(unknown.status()).isEqualTo(404);
        assertThat(unknown.text()).contains("2031 年的工作日历还没有录入，导入", "action=\"/admin/calendar/import\"");
    }

    @Test
    void the_page_says_from_october_on_that_the_next_year_is_wanting() {
        Web page = new Web(port).signedIn("admin", "yichuang-demo");
        String wanting = "还没有录入 2027 年的放假安排";

        assertThat(page.get("/admin/calendar").body()).contains(wanting).doesNotContain("desk__find");
        assertThat(page.get("/admin/items").body())
                .as("where the administrator begins")
                .contains(wanting);
        assertThat(page.get("/admin/network").body()).contains(wanting);
        clock.set("2026-09-30T10:24");
        assertThat(page.get("/admin/calendar").body()).doesNotContain("还没有录入");
        clock.set("2026-10-09T10:24");
        assertThat(admin.csv(ADDRESS, WHOLE).status()).isEqualTo(200);
        assertThat(page.get("/admin/calendar").body()).doesNotContain("还没有录入");
    }

    @Test
    void limits_end_when_the_changed_office_hours_do() {
        assertThat(open("9:00–12:00，13:00~16:30").text()).contains("\"from\":\"09:00", "\"to\":\"16:30");
        assertThat(anyone.json(
                                "POST",
                                "/api/v1/limits/compute",
                                "{\"start\":\"2026-10-09T10:24\",\"amount\":5,\"unit\":\"WORKING_DAY\"}")
                        .text())
                .contains("2026-10-15T16:30");
        String journal = Clerk.of(context, port, "auditor")
                .get("/api/v1/journal?size=1&subject=calendar:hours")
                .text();
        assertThat(JsonPath.<List<String>>read(journal, "$.items[0].payload.hours"))
                .containsExactly("09:00-12:00", "13:00-16:30");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "9 to 5",
                "08:45",
                "12:00-08:45",
                "08:45-12:00,11:00-17:00",
                "08:45-12:00,12:00-17:00",
                "13:30-17:00,08:45-12:00",
                "08:45-24:00",
                "08:45-12:00-17:00",
                "08:45-12:00,",
                "08:45-08:46",
                "09:00-10:00, 14:00-14:59"
            })
    void what_cannot_be_office_hours_names_its_field_and_changes_nothing(String hours) {
        String before = anyone.get(ADDRESS).text();
        fields(open(hours), "hours");
        var page = admin.form("/admin/calendar/hours", "hours=" + URLEncoder.encode(hours, StandardCharsets.UTF_8));
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("id=\"hours-error\"", "value=\"" + hours + "\"");
        assertThat(anyone.get(ADDRESS).text()).isEqualTo(before);
    }

    @Test
    void a_change_sent_with_a_key_is_answered_with_the_changed_calendar() {
        anyone.get(ADDRESS);
        String body = "{\"hours\":\"09:00-12:00, 13:00-16:30\"}";
        String key = UUID.randomUUID().toString();
        var answer = admin.json("PUT", ADDRESS + "/office-hours", body, "Idempotency-Key", key);
        assertThat(answer.text()).contains("\"to\":\"16:30");
        assertThat(anyone.get(ADDRESS).text()).isEqualTo(answer.text());
    }

    @Test
    void a_change_is_seen_by_its_own_transaction_and_by_nobody_else_before_it_is_committed() {
        var calendars = context.getBean(WorkingCalendars.class);
        OfficeHours before = calendars.calendar().officeHours();
        OfficeHours other = new OfficeHours(List.of(new OfficeHours.Opening(LocalTime.of(9, 0), LocalTime.of(16, 0))));
        context.getBean(TransactionTemplate.class).executeWithoutResult(transaction -> {
            calendars.changeHours(Actor.SYSTEM, other);
            assertThat(calendars.calendar().officeHours()).isEqualTo(other);
            assertThat(CompletableFuture.supplyAsync(calendars::calendar).join().officeHours())
                    .isEqualTo(before);
            transaction.setRollbackOnly();
        });
        assertThat(calendars.calendar().officeHours()).isEqualTo(before);
    }

    @Test
    void the_same_key_takes_a_notice_in_once() {
        String key = UUID.randomUUID().toString();
        var first = admin.send("POST", ADDRESS, "text/csv", notice, "Idempotency-Key", key);
        var again = admin.send("POST", ADDRESS, "text/csv", notice, "Idempotency-Key", key);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(admin.send(
                                "POST",
                                ADDRESS,
                                "text/csv",
                                WHOLE.getBytes(StandardCharsets.UTF_8),
                                "Idempotency-Key",
                                key)
                        .status())
                .isEqualTo(409);
    }
}
