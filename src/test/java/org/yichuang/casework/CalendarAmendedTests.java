package org.yichuang.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.yichuang.calendar.OfficeHours;
import org.yichuang.calendar.WorkingCalendar;
import org.yichuang.identity.Accounts;
import org.yichuang.journal.Actor;
import org.yichuang.network.Clerk;
import org.yichuang.network.WorkingCalendars;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.CityTest;
import org.yichuang.support.TestClock;

/** AL-82: a holiday is announced while cases are open. */
@CityTest
@Import(Office.class)
class CalendarAmendedTests {
    private static final LocalDate HOLIDAY = LocalDate.of(2026, 10, 13);
    private static final long PATIENCE = 60_000_000_000L;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Office office;

    @Autowired
    private WorkingCalendars calendars;

    @Autowired
    private Accounts accounts;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    @BeforeEach
    void a_friday_morning() {
        clock.set("2026-10-09T10:24");
    }

    @AfterEach
    void the_day_is_an_ordinary_one_again() {
        calendars.editDay(Actor.SYSTEM, HOLIDAY, null);
        calendars.changeHours(Actor.SYSTEM, OfficeHours.DEFAULT);
    }

    @Test
    void an_open_case_is_due_when_the_changed_office_hours_end() {
        UUID id = office.accepted(office.aCompany());
        Instant before = promiseDue(id);

        var answer = Clerk.of(context, port, "admin")
                .json("PUT", "/api/v1/calendar/office-hours", "{\"hours\":\"08:45-12:00, 13:30-16:30\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);

        assertThat(moved(id, before)).isEqualTo(before.minus(Duration.ofMinutes(30)));
    }

    @Test
    void an_open_case_is_due_later_and_its_page_shows_the_earlier_date_too() {
        Visitor company = office.aCompany();
        UUID id = office.accepted(company);
        Instant before = promiseDue(id);

        var answer = Clerk.of(context, port, "admin")
                .json("PUT", "/api/v1/calendar/days/" + HOLIDAY, "{\"kind\":\"OFF\",\"name\":\"市庆\"}");
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        Instant after = moved(id, before);

        assertThat(after).isAfter(before);
        String page = Clerk.of(context, port, accounts.get(Objects.requireNonNull(company.account())))
                .get("/my/cases/" + id + "/explain")
                .text();
        assertThat(page).contains("市庆", "到期日的变化", "工作日历调整，重算时限", shortDay(before), shortDay(after));
    }

    /** The clock's job computes open cases again some seconds after the change. */
    private Instant moved(UUID id, Instant before) {
        long until = System.nanoTime() + PATIENCE;
        Instant due = promiseDue(id);
        while (due.equals(before) && System.nanoTime() < until) {
            LockSupport.parkNanos(100_000_000L);
            due = promiseDue(id);
        }
        return due;
    }

    private Instant promiseDue(UUID id) {
        return Objects.requireNonNull(office.view(id).times().promiseDue());
    }

    private static String shortDay(Instant instant) {
        LocalDate day = WorkingCalendar.dayOf(instant);
        return day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
