package org.yichuang.casework.service;

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

    CalendarChanges(SweepStore store) {
        this.store = store;
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
        store.ask(entry.id(), entry.at());
    }
}
