package org.yichuang.casework.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.calendar.ClockFace;
import org.yichuang.calendar.ClockFace.Kept;
import org.yichuang.calendar.Due;
import org.yichuang.calendar.Limit;
import org.yichuang.calendar.LimitClock;
import org.yichuang.calendar.WorkingCalendar;
import org.yichuang.casework.CaseRow;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.ClockKind;
import org.yichuang.casework.State;
import org.yichuang.casework.Tracked;
import org.yichuang.network.WorkingCalendars;
import org.yichuang.shared.Text;

/** The clock of a case as pages show it: the leading one; where that is the promise, the statute beside it. */
@Component
public class Clocks {
    private static final Text RECEIVED = Text.of("收件", "Received");
    private static final Text ACCEPTED = Text.of("受理", "Accepted");

    private final WorkingCalendars calendars;
    private final Clock clock;

    Clocks(WorkingCalendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    /** The last day of a limit that began now; empty on the spot, and in a year that is not known. */
    public Optional<LocalDate> lastDay(Limit limit) {
        Due end = LimitClock.of(clock.instant(), limit).due(calendars.calendar());
        return !limit.onTheSpot() && end instanceof Due.At(Instant at)
                ? Optional.of(WorkingCalendar.dayOf(at))
                : Optional.empty();
    }

    public Optional<ClockFace> of(CaseView view) {
        return of(
                view.clocks(),
                view.leading(),
                view.state(),
                view.times().decidedAt(),
                ends(view.leading(), view.times().promiseDue(), view.times().statuteDue()),
                view.times().receivedAt());
    }

    /** By when what was decided has to be delivered, while it is not: the clock that the work list shows then. */
    public Optional<ClockFace> delivery(CaseView view) {
        LimitClock clock = view.clocks().get(ClockKind.DELIVERY);
        boolean runs = view.state() == State.GRANTED || view.state() == State.REFUSED;
        return clock == null || !runs
                ? Optional.empty()
                : Optional.of(face(
                        clock,
                        null,
                        null,
                        Kept.NONE,
                        ClockKind.DELIVERY,
                        view.times().receivedAt(),
                        view.state()));
    }

    public Optional<ClockFace> of(Tracked tracked) {
        return of(
                tracked.clocks(),
                tracked.leading(),
                tracked.state(),
                tracked.decidedAt(),
                ends(tracked.leading(), tracked.promiseDue(), tracked.statuteDue()),
                tracked.receivedAt());
    }

    public Optional<ClockFace> of(CaseRow row) {
        LimitClock clock = row.clock();
        ClockKind kind = row.clockKind();
        if (clock == null || kind == null) {
            return Optional.empty();
        }
        boolean toDecide = kind == ClockKind.PROMISE || kind == ClockKind.STATUTE;
        return Optional.of(face(
                clock,
                row.statute(),
                toDecide ? row.decidedAt() : null,
                ends(kind, row.promiseDue(), row.statuteDue()),
                kind,
                row.receivedAt(),
                row.state()));
    }

    private Optional<ClockFace> of(
            Map<ClockKind, LimitClock> clocks,
            ClockKind leading,
            State state,
            @Nullable Instant decidedAt,
            Kept ends,
            Instant receivedAt) {
        LimitClock main = clocks.get(leading);
        if (main == null || leading == ClockKind.INTAKE && state != State.SUBMITTED) {
            return Optional.empty();
        }
        LimitClock statute = leading == ClockKind.PROMISE ? clocks.get(ClockKind.STATUTE) : null;
        return Optional.of(face(main, statute, decidedAt, ends, leading, receivedAt, state));
    }

    private ClockFace face(
            LimitClock main,
            @Nullable LimitClock statute,
            @Nullable Instant decidedAt,
            Kept ends,
            ClockKind kind,
            Instant receivedAt,
            State state) {
        Text event = event(kind, main, receivedAt);
        Text undecided = state.open() || state == State.CLOSED ? null : state.text();
        Kept kept = decidedAt == null ? Kept.NONE : ends;
        ClockFace face =
                ClockFace.of(calendars.calendar(), main, statute, clock.instant(), decidedAt, kept, event, undecided);
        return kind == ClockKind.PROMISE ? face : named(face, kind);
    }

    /** The ends as the case has them, of the leading limit and of the statute beside it. */
    private static Kept ends(ClockKind leading, @Nullable Instant promise, @Nullable Instant statute) {
        return switch (leading) {
            case PROMISE -> new Kept(promise, statute);
            case STATUTE -> new Kept(statute, null);
            case INTAKE, DELIVERY -> Kept.NONE;
        };
    }

    /** What a clock counts from. */
    static Text event(ClockKind kind, LimitClock clock, Instant receivedAt) {
        boolean fromReceipt = clock.start().equals(receivedAt);
        return switch (kind) {
            case INTAKE -> fromReceipt ? RECEIVED : Text.of("撤销否定", "Denial reversed");
            case PROMISE -> ACCEPTED;
            case STATUTE -> fromReceipt ? RECEIVED : ACCEPTED;
            case DELIVERY -> Text.of("决定", "Decided");
        };
    }

    /** The face of a limit that is not the promise, so that it does not call itself one. */
    private static ClockFace named(ClockFace face, ClockKind kind) {
        return new ClockFace(
                face.state(),
                face.number(),
                words(face.words(), kind),
                face.now(),
                face.pauses(),
                face.marks(),
                face.ends().stream()
                        .map(end -> new ClockFace.End(
                                end.place(),
                                end.at(),
                                end.name() == null ? null : renamed(end.name(), kind),
                                end.value()))
                        .toList(),
                renamed(face.label(), kind));
    }

    private static Text words(Text words, ClockKind kind) {
        return kind == ClockKind.STATUTE
                ? words
                : Text.of(kind.text().zh() + words.zh(), kind.text().en() + ": " + words.en());
    }

    private static Text renamed(Text text, ClockKind kind) {
        return Text.of(
                text.zh().replace("承诺", kind.text().zh()),
                text.en()
                        .replace("Promised", kind.text().en())
                        .replace("promised by", kind.text().en() + " by"));
    }
}
