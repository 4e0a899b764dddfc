package org.yichuang.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yichuang.calendar.CalendarDay;
import org.yichuang.calendar.DayFact;
import org.yichuang.calendar.Explanation;
import org.yichuang.calendar.OfficeHours;
import org.yichuang.calendar.WorkingCalendar;
import org.yichuang.casework.service.Rounds;
import org.yichuang.catalogue.PauseCause;
import org.yichuang.identity.Account;
import org.yichuang.identity.Accounts;
import org.yichuang.journal.Actor;
import org.yichuang.network.Clerk;
import org.yichuang.network.WorkingCalendars;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.CityTest;
import org.yichuang.support.TestClock;

/** AL-82: a holiday is announced while cases are open. */
@CityTest
class CalendarAmendedTests {
    private static final LocalDate HOLIDAY = LocalDate.of(2026, 10, 13);

    /** As a notice may be: New Year is off from Friday to Monday. */
    private static final String NOTICE = Stream.of(
                    "01-01,off,元旦",
                    "01-02,off,元旦",
                    "01-03,off,元旦",
                    "01-04,off,元旦",
                    "02-05,off,春节",
                    "02-06,off,春节",
                    "02-07,off,春节",
                    "02-08,off,春节",
                    "02-09,off,春节",
                    "05-01,off,劳动节",
                    "10-01,off,国庆节")
            .map(line -> "2027-" + line + "\n")
            .collect(Collectors.joining("", "date,kind,name\n", ""));

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Office office;

    @Autowired
    private Situations situations;

    @Autowired
    private WorkingCalendars calendars;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Cases cases;

    @Autowired
    private Rounds rounds;

    @Autowired
    private DSLContext db;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    @AfterEach
    void the_calendar_is_as_it_was() {
        db.execute("delete from network.calendar_year where year > 2026");
        calendars.editDay(Actor.SYSTEM, HOLIDAY, null);
        calendars.changeHours(Actor.SYSTEM, OfficeHours.DEFAULT);
        rounds.make();
    }

    @Test
    void an_open_case_is_due_when_the_changed_office_hours_end() {
        UUID id = office.accepted(office.aCompany());
        Instant before = due(id);

        var answer = Clerk.of(context, port, "admin")
                .json("PUT", "/api/v1/calendar/office-hours", "{\"hours\":\"08:45-12:00, 13:30-16:30\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);

        assertThat(moved(id)).isEqualTo(before.minus(Duration.ofMinutes(30)));
    }

    @Test
    void an_open_case_is_due_later_and_its_page_shows_the_earlier_date_too() {
        Visitor company = office.aCompany();
        UUID id = office.accepted(company);
        Instant before = due(id);

        var answer = Clerk.of(context, port, "admin")
                .json("PUT", "/api/v1/calendar/days/" + HOLIDAY, "{\"kind\":\"OFF\",\"name\":\"市庆\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        Instant after = moved(id);

        assertThat(after).isAfter(before);
        String page = Clerk.of(context, port, accounts.get(Objects.requireNonNull(company.account())))
                .get("/my/cases/" + id + "/explain")
                .text();
        assertThat(page).contains("市庆", "到期日的变化", "工作日历调整，重算时限", shortDay(before), shortDay(after));
    }

    /** Intake's five days, the promise, and the ten days of the delivery. */
    @ParameterizedTest
    @EnumSource(names = {"SUBMITTED", "REVIEWING", "GRANTED", "REFUSED"})
    void whatever_limit_runs_its_end_moves_and_both_days_are_told(State state) {
        UUID id = situations.in(state);
        Instant before = due(id);

        calendars.editDay(Actor.SYSTEM, HOLIDAY, new DayFact(HOLIDAY, DayFact.Kind.OFF, "市庆"));
        Instant after = moved(id);

        assertThat(WorkingCalendar.dayOf(after)).isEqualTo(nextWorkingDay(before));
        Account owner = accounts.get(Objects.requireNonNull(office.owner(id).account()));
        String page = Clerk.of(context, port, owner)
                .get("/my/cases/" + id + "/explain")
                .text();
        assertThat(page).contains("到期日的变化", "工作日历调整，重算时限", shortDay(before), shortDay(after));
    }

    @Test
    void
            a_statute_that_ends_in_a_year_not_announced_is_said_beside_a_promise_that_is_known_and_known_with_the_notice() {
        clock.set("2026-12-21T10:24");
        UUID id = office.accepted(office.aCompany());

        assertThat(office.view(id).times().promiseDue()).isNotNull();
        assertThat(office.view(id).times().statuteDue()).isNull();
        assertThat(office.view(id).times().unknownYear()).isEqualTo(2027);
        Account owner = accounts.get(Objects.requireNonNull(office.owner(id).account()));
        var reader = Clerk.of(context, port, owner);
        assertThat(reader.get("/my/cases/" + id + "/explain").text()).contains("为什么是 12月28日", "日历里还没有 2027 年的放假安排");
        assertThat(reader.get("/my/cases/" + id).text()).contains("日历里还没有 2027 年的放假安排");

        var imported = Clerk.of(context, port, "admin")
                .send("POST", "/api/v1/calendar", "text/csv", NOTICE.getBytes(StandardCharsets.UTF_8));
        assertThat(imported.status()).as(imported.text()).isEqualTo(200);
        rounds.make();

        assertThat(office.view(id).times().unknownYear()).isZero();
        assertThat(office.view(id).times().statuteDue()).isEqualTo(TestClock.at("2027-01-06T17:00"));
        assertThat(reader.get("/my/cases/" + id).text()).doesNotContain("还没有 2027 年的放假安排");
    }

    @Test
    void a_pause_expected_to_last_to_a_year_not_announced_names_the_year_and_its_days_and_makes_no_sum() {
        clock.set("2026-11-27T10:24");
        UUID id = office.accepted(office.aCompany());
        LocalDate end = LocalDate.of(2026, 12, 31);
        office.act(office.officer("decide"), id, new CaseAct.ProposePause(PauseCause.TESTING, end, "水质检测"));
        office.act(office.officer("supervise"), id, new CaseAct.Approve());

        assertThat(office.view(id).times().projected()).isNull();
        assertThat(office.view(id).times().unknownYear()).isEqualTo(2027);
        Account owner = accounts.get(Objects.requireNonNull(office.owner(id).account()));
        var reader = Clerk.of(context, port, owner);
        assertThat(reader.get("/my/cases/" + id + "/explain").text())
                .contains("日历里还没有 2027 年的放假安排", "计时中止，到期日未定", "中止 4 个工作日")
                .doesNotContain("正是");
        assertThat(reader.get("/my/cases/" + id).text()).contains("日历里还没有 2027 年的放假安排");
        String code = office.view(id).queryCode();
        assertThat(cases.track(code).unknownYear()).isEqualTo(2027);
        assertThat(reader.get("/track/" + code).text()).contains("日历里还没有 2027 年的放假安排");
    }

    /** What was decided in time stays so: the case, its letter and its record keep the end that counted then. */
    @Test
    void a_case_that_was_decided_is_explained_by_the_end_it_had_then_and_says_what_the_calendar_of_now_makes_of_it() {
        Visitor company = office.aCompany();
        UUID id = office.granted(company);
        Instant before = Objects.requireNonNull(office.view(id).times().promiseDue());

        calendars.editDay(Actor.SYSTEM, HOLIDAY, new DayFact(HOLIDAY, DayFact.Kind.OFF, "市庆"));
        rounds.make();

        assertThat(office.view(id).times().promiseDue()).isEqualTo(before);
        var told = (Explanation) cases.explain(company, id, ClockKind.PROMISE);
        assertThat(told.kept()).isEqualTo(before);
        assertThat(told.end()).isAfter(before);
        String code = office.view(id).queryCode();
        assertThat(((Explanation) cases.explainTracked(code, ClockKind.PROMISE)).kept())
                .isEqualTo(before);
        var reader = Clerk.of(context, port, accounts.get(Objects.requireNonNull(company.account())));
        for (String page : List.of("/my/cases/" + id, "/track/" + code)) {
            assertThat(reader.get(page + "/explain").text())
                    .contains(
                            "为什么是 " + shortDay(before),
                            "这是按当时的日历算的",
                            "按现在的日历数是 " + shortDay(Objects.requireNonNull(told.end())));
            assertThat(reader.get(page).text())
                    .contains("提前办结，承诺 " + shortDay(before) + " 17:00 前办结")
                    .doesNotContain("个工作日办结");
        }
    }

    private LocalDate nextWorkingDay(Instant due) {
        LocalDate day = WorkingCalendar.dayOf(due).plusDays(1);
        while (!working(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    private boolean working(LocalDate day) {
        return calendars.calendar().day(day) instanceof CalendarDay.Known known && known.working();
    }

    private Instant moved(UUID id) {
        rounds.make();
        return due(id);
    }

    private Instant due(UUID id) {
        return Objects.requireNonNull(office.view(id).times().due());
    }

    private static String shortDay(Instant instant) {
        LocalDate day = WorkingCalendar.dayOf(instant);
        return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
