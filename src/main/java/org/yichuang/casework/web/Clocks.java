package org.yichuang.casework.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.calendar.ClockFace;
import org.yichuang.calendar.LimitClock;
import org.yichuang.casework.CaseRow;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.ClockKind;
import org.yichuang.casework.State;
import org.yichuang.network.WorkingCalendars;
import org.yichuang.shared.Text;

/** The clock of a case as pages show it: that of the intake first, then the promise beside the statute. */
@Component
public class Clocks {
    private final WorkingCalendars calendars;
    private final Clock clock;

    Clocks(WorkingCalendars calendars, Clock clock) {
        this.calendars = calendars;
        this.clock = clock;
    }

    public Optional<ClockFace> of(CaseView view) {
        Map<ClockKind, LimitClock> clocks = view.clocks();
        LimitClock promise = clocks.getOrDefault(ClockKind.PROMISE, clocks.get(ClockKind.STATUTE));
        if (promise != null) {
            return Optional.of(
                    face(promise, clocks.get(ClockKind.STATUTE), view.times().decidedAt(), ClockKind.PROMISE));
        }
        LimitClock intake = clocks.get(ClockKind.INTAKE);
        boolean waits = view.state() == State.SUBMITTED;
        return intake == null || !waits ? Optional.empty() : Optional.of(face(intake, null, null, ClockKind.INTAKE));
    }

    public Optional<ClockFace> of(CaseRow row) {
        LimitClock running = row.clock();
        return running == null || row.clockKind() == null
                ? Optional.empty()
                : Optional.of(face(running, null, null, row.clockKind()));
    }

    private ClockFace face(
            LimitClock promise, @Nullable LimitClock statute, @Nullable Instant decidedAt, ClockKind kind) {
        Text event = kind == ClockKind.INTAKE ? Text.of("收件", "Received") : Text.of("受理", "Accepted");
        return ClockFace.of(calendars.calendar(), promise, statute, clock.instant(), decidedAt, event);
    }
}
