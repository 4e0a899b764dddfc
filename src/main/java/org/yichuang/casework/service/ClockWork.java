package org.yichuang.casework.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.yichuang.calendar.WorkingCalendar;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.State;
import org.yichuang.casework.store.SweepStore;
import org.yichuang.journal.Entry;
import org.yichuang.journal.JournalReader;
import org.yichuang.network.WorkingCalendars;
import org.yichuang.shared.web.DatabaseAway;

/**
 * What happens by itself: silence is acceptance, an amended calendar moves due dates. Each case is an act of its own on
 * the version that was read, so that a job that is cut off, or runs on two nodes at once, does nothing twice.
 */
@Component
public class ClockWork implements JournalReader {
    private static final Logger log = LoggerFactory.getLogger(ClockWork.class);
    private static final int BATCH = 500;
    private static final UUID FIRST = new UUID(0, 0);
    /** After a change another node goes by the old calendar for some seconds; what it does by it the round must find. */
    static final Duration SETTLED = Duration.ofSeconds(10);

    private static final Duration LONGEST_REST = Duration.ofMinutes(15);

    private final SweepStore store;
    private final CaseworkService casework;
    private final DenialDues denials;
    private final WorkingCalendars calendars;
    private final Clock clock;
    /** What failed on this node lately, and has not succeeded since. */
    private final Map<Work, Failure> failures = new ConcurrentHashMap<>();

    ClockWork(SweepStore store, CaseworkService casework, DenialDues denials, WorkingCalendars calendars, Clock clock) {
        this.store = store;
        this.casework = casework;
        this.denials = denials;
        this.calendars = calendars;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "casework.calendar";
    }

    @Override
    public Set<String> kinds() {
        return Set.of(WorkingCalendars.YEAR_IMPORTED, WorkingCalendars.DAY_CHANGED, WorkingCalendars.HOURS_CHANGED);
    }

    /** The official calendar was amended: a round through the open cases is asked for. */
    @Override
    public void read(Entry entry) {
        // not when the entry was made: now its change is committed
        store.ask(entry.id(), clock.instant());
    }

    /** AL-32: whom nobody answered in time is accepted. How many were. */
    public int deemAccepted() {
        return sweep(State.SUBMITTED, new CaseAct.DeemAccepted());
    }

    /** Who did not correct in time, where the city sets one. How many cases ended. */
    public int terminate() {
        return sweep(State.CORRECTING, new CaseAct.Terminate());
    }

    /** Each case once, so that those that fail do not stand in the way of the rest. */
    private int sweep(State state, CaseAct act) {
        Instant now = clock.instant();
        int done = 0;
        for (List<SweepStore.Overdue> batch = store.overdue(state, now, null, BATCH);
                !batch.isEmpty();
                batch = store.overdue(state, now, batch.getLast(), BATCH)) {
            for (SweepStore.Overdue overdue : batch) {
                done += acted(overdue.id(), act, null) == Outcome.DONE ? 1 : 0;
            }
        }
        return done;
    }

    /**
     * AL-82: goes through the open cases once the calendar was changed and no node goes by the old one any more; takes up
     * where it was cut off. A case that fails is tried again each time, until it is computed.
     */
    public int recompute() {
        int done = again();
        for (var round = settled(); round.isPresent(); round = settled()) {
            done += recompute(round.get());
        }
        return done;
    }

    private Optional<SweepStore.Round> settled() {
        return store.round(clock.instant().minus(SETTLED));
    }

    private int recompute(SweepStore.Round round) {
        WorkingCalendar calendar = calendars.fresh().calendar();
        denials.recompute(calendar);
        int done = 0;
        for (List<UUID> batch = store.open(round.after(), BATCH);
                !batch.isEmpty();
                batch = store.open(batch.getLast(), BATCH)) {
            for (UUID id : batch) {
                Outcome outcome = acted(id, new CaseAct.Recompute(), calendar);
                done += outcome == Outcome.DONE ? 1 : 0;
                if (outcome == Outcome.FAILED) {
                    store.again(id);
                }
            }
            store.reached(round, batch.getLast());
        }
        store.finished(round);
        return done;
    }

    /** Those that failed before. */
    private int again() {
        int done = 0;
        for (List<UUID> batch = store.again(FIRST, BATCH);
                !batch.isEmpty();
                batch = store.again(batch.getLast(), BATCH)) {
            WorkingCalendar calendar = calendars.fresh().calendar();
            for (UUID id : batch) {
                Outcome outcome = acted(id, new CaseAct.Recompute(), calendar);
                done += outcome == Outcome.DONE ? 1 : 0;
                if (outcome != Outcome.FAILED) {
                    store.done(id);
                }
            }
        }
        return done;
    }

    private enum Outcome {
        DONE,
        NOTHING_TO_DO,
        FAILED
    }

    private record Work(UUID caseId, CaseAct act) {}

    /** How often in a row, and when it is tried again. */
    private record Failure(int times, Instant next) {}

    /** One that fails is left for later; a database that is away, or can only be read, ends this round. */
    private Outcome acted(UUID id, CaseAct act, @Nullable WorkingCalendar calendar) {
        var work = new Work(id, act);
        failures.values().removeIf(this::over);
        Failure before = failures.get(work);
        if (before != null && clock.instant().isBefore(before.next)) {
            return Outcome.FAILED;
        }
        try {
            boolean done = casework.byClock(id, act, calendar);
            failures.remove(work);
            return done ? Outcome.DONE : Outcome.NOTHING_TO_DO;
        } catch (RuntimeException e) {
            if (DatabaseAway.caused(e)) {
                throw e;
            }
            failed(work, before == null ? 1 : before.times + 1, e);
            return Outcome.FAILED;
        }
    }

    /** It was due again long ago and nobody came back to it: somebody else did it, or it is not needed any more. */
    private boolean over(Failure failure) {
        return clock.instant().isAfter(failure.next.plus(LONGEST_REST));
    }

    /** Tried again in the next round at first, then more and more seldom; the stack is written once. */
    private void failed(Work work, int times, RuntimeException e) {
        Duration doubled = times == 1 ? Duration.ZERO : Duration.ofSeconds(5L << Math.min(times, 10));
        Duration rest = doubled.compareTo(LONGEST_REST) < 0 ? doubled : LONGEST_REST;
        failures.put(work, new Failure(times, clock.instant().plus(rest)));
        if (times == 1) {
            log.error("{} of case {} failed; it is tried again", work.act.kind(), work.caseId, e);
        } else {
            log.warn(
                    "{} of case {} failed {} times, and is tried again in {} s: {}",
                    work.act.kind(),
                    work.caseId,
                    times,
                    rest.toSeconds(),
                    e.toString().replaceAll("\\s+", " "));
        }
    }
}
