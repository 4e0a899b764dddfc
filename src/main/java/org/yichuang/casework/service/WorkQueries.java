package org.yichuang.casework.service;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.calendar.CalendarDay;
import org.yichuang.calendar.WorkingCalendar;
import org.yichuang.casework.WorkFilter;
import org.yichuang.casework.store.WorkQuery;
import org.yichuang.network.WorkingCalendars;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Visitor;

/** A work list's question, with what the visitor's posts and the calendar add to it. */
@Component
class WorkQueries {
    private static final int LONGEST_HOLIDAY = 15;

    private final People people;
    private final WorkingCalendars calendars;
    private final Clock clock;

    WorkQueries(People people, WorkingCalendars calendars, Clock clock) {
        this.people = people;
        this.calendars = calendars;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant();
    }

    WorkQuery of(Visitor visitor, WorkFilter filter) {
        UUID officer = people.officer(visitor);
        WorkQuery.Seen seen = people.seen(visitor);
        LocalDate today = people.today();
        check(seen, filter.unit());
        return new WorkQuery(
                filter,
                seen,
                officer,
                officer == null ? List.of() : people.powers(officer),
                now(),
                start(today.plusDays(1)),
                start(nextWorkingDay(today).plusDays(1)));
    }

    /** Of another unit an officer sees only what came in at their own centre's windows. */
    private static void check(WorkQuery.@Nullable Seen seen, @Nullable String unit) {
        if (seen != null
                && unit != null
                && seen.windows().isEmpty()
                && !seen.units().contains(unit)) {
            throw Problem.invalid("unit", "您没有这个单位的岗位", "You hold no post of this unit");
        }
    }

    /** Where the year is not known, the next day. */
    private LocalDate nextWorkingDay(LocalDate today) {
        WorkingCalendar calendar = calendars.calendar();
        for (LocalDate day = today.plusDays(1); day.isBefore(today.plusDays(LONGEST_HOLIDAY)); day = day.plusDays(1)) {
            if (calendar.day(day) instanceof CalendarDay.Known known && known.working()) {
                return day;
            }
        }
        return today.plusDays(1);
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(WorkingCalendar.ZONE).toInstant();
    }
}
