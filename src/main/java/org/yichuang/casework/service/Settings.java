package org.yichuang.casework.service;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.calendar.WorkingCalendar;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.CaseStep;
import org.yichuang.casework.Channel;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.casework.domain.Applications;
import org.yichuang.casework.domain.CaseFile;
import org.yichuang.casework.domain.Setting;
import org.yichuang.casework.domain.Transitions;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.LocalRules;
import org.yichuang.identity.Accounts;
import org.yichuang.network.Act;
import org.yichuang.network.Network;
import org.yichuang.network.Officer;
import org.yichuang.network.Unit;
import org.yichuang.network.WorkingCalendars;
import org.yichuang.shared.Ids;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

/** What acts are done under: the time, the item, the calendar, the city's own numbers. */
@Component
class Settings {
    private final Clock clock;
    private final Catalogue catalogue;
    private final WorkingCalendars calendars;
    private final Network network;
    private final Competence competence;
    private final Accounts accounts;
    private final Ids ids;
    private final LocalRules local;

    Settings(
            Clock clock,
            Catalogue catalogue,
            WorkingCalendars calendars,
            Network network,
            Competence competence,
            Accounts accounts,
            Ids ids,
            LocalRules local) {
        this.clock = clock;
        this.catalogue = catalogue;
        this.calendars = calendars;
        this.network = network;
        this.competence = competence;
        this.accounts = accounts;
        this.ids = ids;
        this.local = local;
    }

    Setting of(CaseFile file, CaseAct act) {
        Officer companion = companion(file, act, null);
        boolean asked = delivers(file, act)
                || act instanceof CaseAct.Withdraw && file.is().channel() == Channel.ONLINE;
        return of(file, act, companion, !asked || opens(file));
    }

    /**
     * Without a statement: that the accounts it relies on serve is left to the one that writes the act.
     *
     * @param roster the version of the register that the case was seen with
     */
    Setting unasked(CaseFile file, CaseAct act, long roster) {
        return of(file, act, companion(file, act, roster), true);
    }

    private Setting of(CaseFile file, CaseAct act, @Nullable Officer companion, boolean claimed) {
        ItemVersion item = item(file);
        var relied = new HashSet<UUID>();
        if (companion != null) {
            relied.add(Objects.requireNonNull(companion.account()));
        }
        if (claimed && delivers(file, act)) {
            relied.add(file.is().applicant());
        }
        String name = companion == null ? null : companion.name();
        return of(item, calendars.calendar(), name, elsewhere(file, item, act), claimed, relied);
    }

    /** @param claimed the applicant has an account that they can open */
    Setting of(ItemVersion item, boolean claimed) {
        return of(item, calendars.calendar(), null, false, claimed, Set.of());
    }

    /**
     * For what delivers nothing.
     *
     * @param officer an officer asks, to whom a disabled account makes a difference
     */
    Setting of(CaseFile file, boolean officer) {
        boolean asked = officer
                && file.is().channel() == Channel.ONLINE
                && !Transitions.from(file.state(), ActKind.WITHDRAW).isEmpty();
        return of(item(file), calendars.calendar(), null, false, !asked || opens(file), Set.of());
    }

    /** On a calendar just read: for computing again what stood on an older one. */
    Setting of(CaseFile file, WorkingCalendar calendar) {
        return of(item(file), calendar, null, false, true, Set.of());
    }

    private Setting of(
            ItemVersion item,
            WorkingCalendar calendar,
            @Nullable String companion,
            boolean elsewhere,
            boolean claimed,
            Set<UUID> relied) {
        // microseconds, as the database keeps them
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Setting(now, item, calendar, local, companion, ids.next(), elsewhere, claimed, relied);
    }

    private ItemVersion item(CaseFile file) {
        return catalogue.version(file.is().item(), file.is().itemVersion());
    }

    /** The same act with its answers as the form's fields write them. */
    CaseAct tidied(CaseFile file, CaseAct act) {
        return switch (act) {
            case CaseAct.Correct(var what, var answers, var materials) ->
                new CaseAct.Correct(what, item(file).form().tidied(answers), materials);
            case CaseAct.Supplement(var answers, var materials) ->
                new CaseAct.Supplement(item(file).form().tidied(answers), materials);
            default -> act;
        };
    }

    /** Whose case it is, is not the other authority that the applicant is sent to. */
    void another(CaseFile file, CaseAct act) {
        if (act instanceof CaseAct.NotHere(var filing, String right) && right != null) {
            Text own = network.unit(file.is().unit()).map(Unit::name).orElse(Text.of("", ""));
            if (right.strip().equals(own.zh()) || right.strip().equalsIgnoreCase(own.en())) {
                throw Problem.invalid(
                        "rightAuthority",
                        "这就是本机关：请写有权办理的机关",
                        "That is this authority itself: name the one whose matter it is");
            }
        }
    }

    private static boolean delivers(CaseFile file, CaseAct act) {
        return file.delivery(act) == DeliveryWay.ELECTRONIC;
    }

    private boolean opens(CaseFile file) {
        return accounts.get(file.is().applicant()).opens();
    }

    /**
     * AL-34: the step's second officer; null when they cannot be it.
     *
     * @param roster the version of the register to go by, which knows no accounts; null: as all stands now
     */
    private @Nullable Officer companion(CaseFile file, CaseAct act, @Nullable Long roster) {
        if (!(act instanceof CaseAct.FinishStep finish) || finish.companion() == null) {
            return null;
        }
        Act needed =
                file.step(finish.step()).map(CaseStep::act).flatMap(Act::of).orElse(Act.SURVEY);
        LocalDate today = WorkingCalendar.dayOf(clock.instant());
        List<Officer> able = roster == null
                ? network.able(file.is().unit(), file.is().item(), needed, today)
                : network.registered(file.is().unit(), file.is().item(), needed, today, roster);
        return able.stream()
                .filter(officer -> finish.companion().equals(officer.account()))
                .findFirst()
                .orElse(null);
    }

    /** The unit of a case is settled when it is filed: a correction may say its place better, but not another unit's. */
    private boolean elsewhere(CaseFile file, ItemVersion item, CaseAct act) {
        Map<String, Object> corrected = switch (act) {
            case CaseAct.Correct correct -> correct.answers();
            case CaseAct.Supplement supplement -> supplement.answers();
            default -> null;
        };
        if (corrected == null) {
            return false;
        }
        String was = competence.place(item, file.answers(), file.is().division());
        String place = competence.place(
                item, Applications.merged(file.answers(), corrected), file.is().division());
        return !Objects.equals(was, place)
                && competence
                        .find(item, place)
                        .filter(there -> there.code().equals(file.is().unit()))
                        .isEmpty();
    }
}
