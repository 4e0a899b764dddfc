package org.yichuang.casework.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.WorkingCalendar;
import org.yichuang.catalogue.ItemVersion;

/**
 * What an act is done under.
 *
 * @param item the version the case began with
 * @param companion the name of the second officer that a step names; null when it names none, or nobody is that
 * @param newId for what the act may have to file
 */
public record Setting(
        Instant now,
        ItemVersion item,
        WorkingCalendar calendar,
        LocalRules local,
        @Nullable String companion,
        UUID newId) {

    LocalDate today() {
        return WorkingCalendar.dayOf(now);
    }
}
