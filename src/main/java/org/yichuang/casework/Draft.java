package org.yichuang.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.WorkingCalendar;

/**
 * An application being written. Its id becomes the case's.
 *
 * @param version of the item; a draft of a retired version cannot be submitted
 * @param division the district it is for, null while not chosen
 * @param answers field key → a string, or a list of strings
 */
public record Draft(
        UUID id,
        UUID account,
        String item,
        int version,
        @Nullable String division,
        Map<String, Object> answers,
        List<SubmittedMaterial> materials,
        DeliveryWay way,
        Instant updatedAt) {

    /** So many days after the day on which it was last saved it is deleted. */
    public static final int KEPT_DAYS = 180;

    /** The last day on which it is there. */
    public LocalDate keptUntil() {
        return WorkingCalendar.dayOf(updatedAt).plusDays(KEPT_DAYS);
    }

    /** What was read of it: it changes whenever something of the draft does, or the item's version. */
    public String reading() {
        return updatedAt + "/" + version;
    }

    public List<SubmittedMaterial> of(String material) {
        return materials.stream()
                .filter(handed -> handed.material().equals(material))
                .toList();
    }
}
