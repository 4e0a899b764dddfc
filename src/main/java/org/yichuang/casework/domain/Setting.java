package org.yichuang.casework.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.WorkingCalendar;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.LocalRules;

/**
 * What an act is done under.
 *
 * @param item the version the case began with
 * @param companion the name of the second officer that a step names; null when it names none, or nobody is that
 * @param newId for what the act may have to file
 * @param elsewhere a correction would move the matter to no place, or to where another unit is competent
 * @param claimed the applicant has an account that they can open; asked only where something would be delivered there, or
 *     an officer would withdraw what they applied for online
 * @param relied the accounts of the companion and of who is delivered to, which have to serve when the act is written
 */
public record Setting(
        Instant now,
        ItemVersion item,
        WorkingCalendar calendar,
        LocalRules local,
        @Nullable String companion,
        UUID newId,
        boolean elsewhere,
        boolean claimed,
        Set<UUID> relied) {

    LocalDate today() {
        return WorkingCalendar.dayOf(now);
    }
}
