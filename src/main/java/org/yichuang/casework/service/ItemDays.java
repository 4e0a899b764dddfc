package org.yichuang.casework.service;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yichuang.calendar.WorkingCalendar;
import org.yichuang.casework.store.ItemDaysStore;
import org.yichuang.casework.store.ItemDaysStore.Taken;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.journal.JournalReader;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Counts how long decisions really take, entry by entry of the record. */
@Component
class ItemDays implements JournalReader {
    private static final TypeReference<Map<String, Object>> PAYLOAD = new TypeReference<>() {};

    private final ItemDaysStore store;
    private final Journal journal;
    private final JsonMapper json;

    ItemDays(ItemDaysStore store, Journal journal, JsonMapper json) {
        this.store = store;
        this.journal = journal;
        this.json = json;
    }

    @Override
    public String name() {
        return "casework.item-days";
    }

    @Override
    public Set<String> kinds() {
        return Set.of("case.granted", "case.refused", "case.reopened");
    }

    @Override
    public void read(Entry entry) {
        readAll(List.of(entry));
    }

    @Override
    public void readAll(List<Entry> entries) {
        var sums = new LinkedHashMap<Key, Taken>();
        for (Entry entry : entries) {
            if (entry.kind().equals("case.reopened")) {
                undone(entry).ifPresent(decision -> count(decision, -1, sums));
            } else {
                count(entry, 1, sums);
            }
        }
        sums.forEach((key, sum) -> store.add(key.item, key.month, sum));
    }

    /** Under what cases are added up. */
    private record Key(String item, LocalDate month, int days) {}

    /** The decision that a supervisor took back; none where the case was never accepted. A case counts once. */
    private Optional<Entry> undone(Entry reopened) {
        return journal.of(reopened.subject()).stream()
                .takeWhile(entry -> !entry.id().equals(reopened.id()))
                .filter(entry -> kinds().contains(entry.kind()))
                .reduce((earlier, later) -> later)
                .filter(entry -> !entry.kind().equals("case.reopened"));
    }

    private void count(Entry decision, int cases, Map<Key, Taken> sums) {
        Map<String, Object> payload = json.readValue(decision.payload(), PAYLOAD);
        if (payload.get("item") instanceof String item) {
            int days = payload.get("workingDays") instanceof Number taken ? taken.intValue() : Taken.UNKNOWN;
            LocalDate month = WorkingCalendar.dayOf(decision.at()).withDayOfMonth(1);
            int dated = payload.get("onTime") instanceof Boolean ? cases : 0;
            int onTime = Boolean.TRUE.equals(payload.get("onTime")) ? cases : 0;
            sums.merge(new Key(item, month, days), new Taken(days, cases, dated, onTime), Taken::plus);
        }
    }
}
