package org.yichuang.network;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** An officer's absence, from the first day through the last. */
public record Away(UUID id, String officer, LocalDate from, LocalDate to, String reason) {

    /** What the journal keeps when they go. */
    public Map<String, String> going() {
        return Map.of("away", id.toString(), "from", from.toString(), "to", to.toString(), "reason", reason);
    }

    /** What the journal keeps when they come back early, or do not go: the first day from which they are there. */
    public Map<String, String> back(LocalDate day) {
        return Map.of("away", id.toString(), "back", day.toString());
    }
}
