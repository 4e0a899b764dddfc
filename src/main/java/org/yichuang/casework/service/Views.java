package org.yichuang.casework.service;

import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.calendar.Limit;
import org.yichuang.calendar.LimitClock;
import org.yichuang.calendar.WorkingCalendar;
import org.yichuang.casework.ActOption;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.ClockKind;
import org.yichuang.casework.DenialRow;
import org.yichuang.casework.DenialRow.Judgement;
import org.yichuang.casework.Late;
import org.yichuang.casework.State;
import org.yichuang.casework.domain.CaseFile;
import org.yichuang.casework.domain.Clocks;
import org.yichuang.casework.store.DenialStore;
import org.yichuang.network.Network;
import org.yichuang.network.Unit;
import org.yichuang.network.WorkingCalendars;
import org.yichuang.shared.Text;

/** A case as the face shows it. */
@Component
class Views {
    private final Network network;
    private final WorkingCalendars calendars;
    private final DenialStore denials;

    Views(Network network, WorkingCalendars calendars, DenialStore denials) {
        this.network = network;
        this.calendars = calendars;
        this.denials = denials;
    }

    /** @param differing what of the answers is to be checked, by key */
    CaseView view(
            CaseFile file,
            Map<String, Object> answers,
            List<String> differing,
            @Nullable Late late,
            List<ActOption> acts) {
        var is = file.is();
        return new CaseView(
                is.id(),
                is.number(),
                is.queryCode(),
                file.state(),
                file.version(),
                new CaseView.Item(is.item(), is.itemVersion(), is.itemName()),
                new CaseView.Party(is.applicant(), is.applicantName(), is.agent()),
                new CaseView.Place(
                        is.unit(), unitName(is.unit()), is.division(), is.channel(), is.window(), is.filedByName()),
                answers,
                differing,
                file.materials(),
                file.intake().notice(),
                file.intake().stillAskable(),
                file.steps(),
                file.waitsFor(),
                file.proposal(),
                times(file),
                clocks(file),
                file.leading(),
                file.ending().result(),
                file.intake().rules().toDeliver(),
                reversed(file),
                late,
                file.way(),
                acts);
    }

    Text unitName(String unit) {
        return network.unit(unit).map(Unit::name).orElseGet(() -> Text.same(unit));
    }

    /** A "no" that was reversed where there is nothing to open again; any other case is open by then. */
    boolean reversed(CaseFile file) {
        UUID denial = file.ending().denial();
        return denial != null
                && file.turnedAway()
                && denials.find(denial)
                        .map(DenialRow::review)
                        .filter(review -> review.judgement() == Judgement.REVERSED)
                        .isPresent();
    }

    /** The clocks that have begun, as they stand; what has ended is as it was then. */
    Map<ClockKind, LimitClock> clocks(CaseFile file) {
        var all = new EnumMap<ClockKind, LimitClock>(ClockKind.class);
        all.put(ClockKind.INTAKE, file.intake().clock());
        if (file.state() == State.SUBMITTED) {
            put(all, ClockKind.STATUTE, file.intake().lawClock());
        }
        Clocks clocks = file.clocks();
        if (clocks != null) {
            put(all, ClockKind.PROMISE, clocks.promiseClock());
            put(all, ClockKind.STATUTE, clocks.statuteClock());
        }
        Instant decided = file.ending().decidedAt();
        if (decided != null) {
            all.replaceAll((kind, clock) -> clock.endedAt(decided));
        }
        if (decided != null && toDeliver(file.ending().result())) {
            all.put(
                    ClockKind.DELIVERY,
                    LimitClock.of(decided, file.intake().rules().toDeliver()));
        }
        return all;
    }

    /** AL-44 is about decisions; a case can be over without one. */
    private static boolean toDeliver(CaseView.@Nullable Result result) {
        return result != null && (result.state() == State.GRANTED || result.state() == State.REFUSED);
    }

    /** The working calendar as it is now. */
    WorkingCalendar calendar() {
        return calendars.calendar();
    }

    private CaseView.Times times(CaseFile file) {
        Clocks clocks = file.clocks();
        var intake = file.intake();
        var ending = file.ending();
        return new CaseView.Times(
                intake.submittedAt(),
                intake.receivedAt(),
                intake.due(),
                clocks == null ? null : clocks.start(),
                clocks != null && clocks.deemed(),
                file.dues().promise(),
                file.statuteDue(),
                ending.decidedAt() == null ? file.dues().projected() : null,
                file.due(),
                unknownYear(file),
                ending.decidedAt(),
                ending.deliveryDue(),
                ending.deliveredAt(),
                ending.closedAt());
    }

    /** The first year that is missing to say when the clocks that run now end, or are expected to; or 0. */
    int unknownYear(CaseFile file) {
        Map<ClockKind, LimitClock> clocks = clocks(file);
        for (ClockKind running : running(file.state())) {
            LimitClock clock = clocks.get(running);
            int unknown = clock == null ? 0 : clock.due(calendar()).unknownYear();
            if (unknown != 0) {
                return unknown;
            }
        }
        CaseView.Notice open = file.state() == State.CORRECTING ? file.intake().notice() : null;
        Limit toCorrect = open == null ? null : file.intake().rules().toCorrect();
        return open == null || toCorrect == null
                ? 0
                : LimitClock.of(open.at(), toCorrect).due(calendar()).unknownYear();
    }

    static List<ClockKind> running(State state) {
        return switch (state) {
            case SUBMITTED -> List.of(ClockKind.INTAKE, ClockKind.STATUTE);
            case ACCEPTED, REVIEWING, PAUSED -> List.of(ClockKind.PROMISE, ClockKind.STATUTE);
            case GRANTED, REFUSED -> List.of(ClockKind.DELIVERY);
            default -> List.of();
        };
    }

    private static void put(Map<ClockKind, LimitClock> all, ClockKind kind, @Nullable LimitClock clock) {
        if (clock != null) {
            all.put(kind, clock);
        }
    }
}
