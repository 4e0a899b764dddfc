package org.yichuang.casework.service;

import java.time.Clock;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yichuang.casework.store.SweepStore;
import org.yichuang.journal.Entry;
import org.yichuang.journal.JournalReader;
import org.yichuang.network.WorkingCalendars;

/** Hears that the official calendar was amended, and asks for a round through the open cases. */
@Component
class CalendarChanges implements JournalReader {
    private final SweepStore store;
    private final Clock clock;

    CalendarChanges(SweepStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "casework.calendar";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(WorkingCalendars.YEAR_IMPORTED, WorkingCalendars.DAY_CHANGED, WorkingCalendars.HOURS_CHANGED);
    }

    @Override
    public void read(Entry entry) {
        // not when the entry was made: now its change is committed
        store.ask(entry.id(), clock.instant());
    }
}
