package org.yichuang.casework.service;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.yichuang.calendar.WorkingCalendar;
import org.yichuang.casework.store.ItemDaysStore;
import org.yichuang.journal.Entry;
import org.yichuang.journal.JournalReader;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Counts how long decisions really take, entry by entry of the record. */
@Component
class ItemDays implements JournalReader {
    private static final TypeReference<Map<String, Object>> PAYLOAD = new TypeReference<>() {};

    private final ItemDaysStore store;
    private final JsonMapper json;

    ItemDays(ItemDaysStore store, JsonMapper json) {
        this.store = store;
        this.json = json;
    }

    @Override
    public String name() {
        return "casework.item-days";
    }

    @Override
    public Set<String> kinds() {
        return Set.of("case.granted", "case.refused");
    }

    @Override
    public void read(Entry entry) {
        Map<String, Object> payload = json.readValue(entry.payload(), PAYLOAD);
        if (payload.get("item") instanceof String item && payload.get("workingDays") instanceof Number days) {
            store.add(
                    item,
                    WorkingCalendar.dayOf(entry.at()).withDayOfMonth(1),
                    days.intValue(),
                    !Boolean.FALSE.equals(payload.get("onTime")));
        }
    }
}
