package org.yichuang.casework.service;

import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yichuang.calendar.Limit;
import org.yichuang.calendar.WorkingCalendar;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.CaseStep;
import org.yichuang.casework.domain.CaseFile;
import org.yichuang.casework.domain.LocalRules;
import org.yichuang.casework.domain.Setting;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.network.Act;
import org.yichuang.network.Network;
import org.yichuang.network.Officer;
import org.yichuang.network.WorkingCalendars;
import org.yichuang.shared.Ids;

/** What acts are done under: the time, the item, the calendar, the city's own numbers. */
@Component
class Settings {
    private final Clock clock;
    private final Catalogue catalogue;
    private final WorkingCalendars calendars;
    private final Network network;
    private final Ids ids;
    private final LocalRules local;

    Settings(
            Clock clock,
            Catalogue catalogue,
            WorkingCalendars calendars,
            Network network,
            Ids ids,
            @Value("${yichuang.rules.denial-review-working-days:3}") int denialReview,
            @Value("${yichuang.rules.correction-working-days:0}") int correction) {
        this.clock = clock;
        this.catalogue = catalogue;
        this.calendars = calendars;
        this.network = network;
        this.ids = ids;
        this.local =
                new LocalRules(Limit.workingDays(denialReview), correction == 0 ? null : Limit.workingDays(correction));
    }

    /** @param roster the version of the register that the case was read with */
    Setting of(CaseFile file, CaseAct act, long roster) {
        return of(item(file), calendars.calendar(), companion(file, act, roster));
    }

    Setting of(ItemVersion item) {
        return of(item, calendars.calendar(), null);
    }

    Setting of(CaseFile file) {
        return of(item(file), calendars.calendar(), null);
    }

    /** On a calendar just read: for computing again what stood on an older one. */
    Setting of(CaseFile file, WorkingCalendar calendar) {
        return of(item(file), calendar, null);
    }

    private Setting of(ItemVersion item, WorkingCalendar calendar, @Nullable String companion) {
        // microseconds, as the database keeps them
        var now = clock.instant().truncatedTo(java.time.temporal.ChronoUnit.MICROS);
        return new Setting(now, item, calendar, local, companion, ids.next());
    }

    private ItemVersion item(CaseFile file) {
        return catalogue.version(file.is().item(), file.is().itemVersion());
    }

    /** What each city sets for itself. */
    LocalRules local() {
        return local;
    }

    /** AL-34: the name of the step's second officer; null when they cannot be it. */
    private @Nullable String companion(CaseFile file, CaseAct act, long roster) {
        if (!(act instanceof CaseAct.FinishStep finish) || finish.companion() == null) {
            return null;
        }
        Act needed =
                file.step(finish.step()).map(CaseStep::act).flatMap(Act::of).orElse(Act.SURVEY);
        return network
                .able(file.is().unit(), file.is().item(), needed, WorkingCalendar.dayOf(clock.instant()), roster)
                .stream()
                .filter(officer -> finish.companion().equals(officer.account()))
                .map(Officer::name)
                .findFirst()
                .orElse(null);
    }
}
