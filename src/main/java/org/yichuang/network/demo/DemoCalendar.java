package org.yichuang.network.demo;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.yichuang.calendar.YearFacts;
import org.yichuang.journal.Actor;
import org.yichuang.network.WorkingCalendars;
import org.yichuang.shared.Seed;

/** The State Council's notices that the product brings along: every city needs them. */
@Component
@Order(Seed.CALENDAR)
class DemoCalendar implements Seed {
    private final WorkingCalendars calendars;

    DemoCalendar(WorkingCalendars calendars) {
        this.calendars = calendars;
    }

    @Override
    public boolean demoOnly() {
        return false;
    }

    @Override
    public void fill() {
        calendars.importYears(Actor.SYSTEM, YearFacts.stateCouncil());
    }
}
