package org.yichuang.casework.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yichuang.casework.State.*;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.yichuang.calendar.DayFact;
import org.yichuang.calendar.WorkingCalendar;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.Office;
import org.yichuang.casework.Situations;
import org.yichuang.casework.State;
import org.yichuang.casework.domain.Doers;
import org.yichuang.casework.domain.Edge;
import org.yichuang.casework.domain.Transitions;
import org.yichuang.casework.store.SweepStore;
import org.yichuang.catalogue.LegalRule;
import org.yichuang.journal.Actor;
import org.yichuang.journal.JournalVerifier;
import org.yichuang.network.WorkingCalendars;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.CityTest;
import org.yichuang.support.Holidays;
import org.yichuang.support.TestClock;

/**
 * Every state × every act that only the clock does. Where the law has it do something is said here a second time, so that
 * a line that slips into the transition table does not pass; a new act of the clock fails until it is said here too.
 */
@CityTest
class StateClockTests {
    private static final String LONG_AFTER = "2026-12-30T09:00";
    private static final UUID FIRST = new UUID(0, 0);

    /** @param in the states in which the clock may do it */
    private record OfTheClock(CaseAct act, LegalRule rule, Set<State> in) {}

    /**
     * AL-32: five working days without an answer are acceptance; who does not correct in the city's time has no
     * application any more. AL-82: days are working days, so what is due moves with the calendar while anything is due.
     */
    private static final Map<ActKind, OfTheClock> BY_LAW = new EnumMap<>(Map.of(
            ActKind.DEEM_ACCEPTED, new OfTheClock(new CaseAct.DeemAccepted(), LegalRule.AL_32, Set.of(SUBMITTED)),
            ActKind.TERMINATE, new OfTheClock(new CaseAct.Terminate(), LegalRule.AL_32, Set.of(CORRECTING)),
            ActKind.RECOMPUTE,
                    new OfTheClock(
                            new CaseAct.Recompute(),
                            LegalRule.AL_82,
                            Set.of(SUBMITTED, CORRECTING, ACCEPTED, REVIEWING, PAUSED, GRANTED, REFUSED))));

    /** One in every limit that runs from Friday 9 October; the second is after the pause that ends on the 20th. */
    private static final List<LocalDate> HOLIDAYS = List.of(LocalDate.of(2026, 10, 12), LocalDate.of(2026, 10, 21));

    @Autowired
    private Situations situations;

    @Autowired
    private Office office;

    @Autowired
    private CaseworkService casework;

    @Autowired
    private ClockWork work;

    @Autowired
    private SweepStore sweeps;

    @Autowired
    private WorkingCalendars calendars;

    @Autowired
    private JournalVerifier verifier;

    @Autowired
    private Rounds rounds;

    @Autowired
    private DSLContext db;

    @Autowired
    private TestClock clock;

    private static List<Edge> lines() {
        return Transitions.TABLE.stream()
                .filter(edge -> edge.doers().kinds().contains(Doers.Kind.CLOCK))
                .toList();
    }

    @Test
    void the_table_gives_the_clock_what_the_law_gives_it_and_no_more() {
        BY_LAW.forEach((act, law) -> {
            List<Edge> has = lines().stream().filter(edge -> edge.act() == act).toList();
            assertThat(has).extracting(Edge::from).as(act.name()).containsExactlyInAnyOrderElementsOf(law.in);
            assertThat(has).extracting(Edge::rule).as(act.name()).containsOnly(law.rule);
            assertThat(has)
                    .extracting(edge -> edge.doers().kinds())
                    .as(act.name())
                    .containsOnly(Set.of(Doers.Kind.CLOCK));
        });
        assertThat(lines()).extracting(Edge::act).isSubsetOf(BY_LAW.keySet());
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void each_act_of_the_clock_is_done_once_where_the_law_has_it_and_changes_nothing_anywhere_else(State state) {
        for (var line : BY_LAW.entrySet()) {
            UUID id = in(state);
            clock.set(LONG_AFTER);
            String before = all(id);
            int entries = office.kinds(id).size();

            assertThat(does(id, line.getValue().act)).as(line.getKey().name()).isEqualTo(allowed(state, line.getKey()));

            if (allowed(state, line.getKey())) {
                Edge edge = Transitions.from(state, line.getKey()).getFirst();
                assertThat(state(id)).isEqualTo(edge.to());
                assertThat(office.kinds(id)).hasSize(entries + 1).last().isEqualTo(edge.journal());
                assertThat(verifier.verify("case:" + id)).isEmpty();
                String after = all(id);
                assertThat(does(id, line.getValue().act))
                        .as(line.getKey() + " again")
                        .isFalse();
                assertThat(all(id)).isEqualTo(after);
            } else {
                assertThat(all(id)).as(line.getKey().name()).isEqualTo(before);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void at_the_very_end_of_a_limit_the_clock_does_nothing_yet(State state) {
        UUID id = in(state);
        db.fetch("select due from casework.case_file where id = ? and due is not null", id)
                .forEach(row -> clock.set(row.get(0, OffsetDateTime.class).toInstant()));
        String before = all(id);

        work.deemAccepted();
        work.terminate();
        assertThat(does(id, new CaseAct.DeemAccepted())).isFalse();
        assertThat(does(id, new CaseAct.Terminate())).isFalse();

        assertThat(picked(id)).isFalse();
        assertThat(all(id)).isEqualTo(before);
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void the_job_for_limits_does_what_is_due_and_never_takes_the_same_case_again(State state) {
        UUID id = in(state);
        String before = all(id);
        clock.set(LONG_AFTER);

        work.deemAccepted();
        work.terminate();

        State expected = switch (state) {
            case SUBMITTED -> ACCEPTED;
            case CORRECTING -> TERMINATED;
            default -> state;
        };
        String after = all(id);
        assertThat(after.equals(before)).isEqualTo(expected == state);
        assertThat(state(id)).isEqualTo(expected);
        assertThat(picked(id)).as("waits for the job again").isFalse();
        work.deemAccepted();
        work.terminate();
        assertThat(all(id)).isEqualTo(after);
    }

    /** Three working days from the receipt, which is less than the five to answer. */
    @Test
    void a_case_that_its_own_law_makes_due_earlier_is_not_taken_before_silence_accepts_it() {
        Visitor company = office.aCompany();
        UUID id = casework.file(company, office.application(company, "company_change"))
                .caseId();

        clock.set("2026-10-14T09:00");
        assertThat(office.view(id).times().due()).isBefore(clock.instant());
        assertThat(picked(id)).isFalse();

        clock.set("2026-10-15T17:01");
        assertThat(picked(id)).isTrue();
        work.deemAccepted();
        assertThat(state(id)).isEqualTo(ACCEPTED);
    }

    @Test
    void the_job_for_an_amended_calendar_moves_what_is_due_once_and_has_nothing_left_to_do() {
        Map<State, UUID> cases = new EnumMap<>(State.class);
        // the last state first: a case comes to it when time has passed, and with it all that correct
        List.of(State.values()).reversed().forEach(state -> cases.put(state, in(state)));
        Map<State, String> before = all(cases);
        try {
            amend(true);

            Map<State, String> after = all(cases);
            cases.forEach((state, id) -> {
                boolean moved = allowed(state, ActKind.RECOMPUTE);
                assertThat(Objects.equals(after.get(state), before.get(state)))
                        .as(state.name())
                        .isEqualTo(!moved);
                assertThat(state(id)).isEqualTo(state);
                assertThat(office.kinds(id))
                        .filteredOn("case.recomputed"::equals)
                        .as(state.name())
                        .hasSize(moved ? 1 : 0);
            });
            assertThat(sweeps.round(clock.instant().minus(ClockWork.SETTLED))).isEmpty();
            assertThat(sweeps.again(FIRST, Integer.MAX_VALUE)).doesNotContainAnyElementsOf(cases.values());
            sweeps.ask(UUID.randomUUID(), clock.instant());
            rounds.make();
            assertThat(all(cases)).isEqualTo(after);
        } finally {
            amend(false);
        }
    }

    private void amend(boolean off) {
        HOLIDAYS.forEach(
                day -> calendars.editDay(Actor.SYSTEM, day, off ? new DayFact(day, DayFact.Kind.OFF, "市庆") : null));
        rounds.make();
    }

    private Map<State, String> all(Map<State, UUID> cases) {
        Map<State, String> all = new EnumMap<>(State.class);
        cases.forEach((state, id) -> all.put(state, all(id)));
        return all;
    }

    private UUID in(State state) {
        clock.set("2026-10-09T10:24");
        return situations.in(state);
    }

    private static boolean allowed(State state, ActKind act) {
        return Objects.requireNonNull(BY_LAW.get(act)).in.contains(state);
    }

    /** A draft is no case that anything could be done on. */
    private boolean does(UUID id, CaseAct act) {
        WorkingCalendar calendar = act instanceof CaseAct.Recompute ? Holidays.with(HOLIDAYS) : null;
        if (state(id) != DRAFT) {
            return casework.byClock(id, act, calendar);
        }
        assertThatThrownBy(() -> casework.byClock(id, act, calendar)).isInstanceOf(Problem.class);
        return false;
    }

    /** Whether one of the job's looks for what has run out finds this case. */
    private boolean picked(UUID id) {
        return Arrays.stream(State.values())
                .flatMap(state -> sweeps.overdue(state, clock.instant(), null, Integer.MAX_VALUE).stream())
                .anyMatch(overdue -> overdue.id().equals(id));
    }

    private State state(UUID id) {
        return Optional.ofNullable(db.fetchOne("select state from casework.case_file where id = ?", id))
                .map(row -> State.valueOf(row.get(0, String.class)))
                .orElse(DRAFT);
    }

    /** All that is stored of a case; when the review of its denial is due is not the case's. */
    private String all(UUID id) {
        return db.fetch("""
                        select to_jsonb(c)::text from casework.case_file c where id = ?
                        union all select to_jsonb(d)::text from casework.draft d where id = ?
                        union all select count(*)::text from journal.entry where subject = ?
                        union all select count(*)::text from documents.letter where case_id = ?
                        union all select count(*)::text from casework.denial_filing where case_id = ?
                        """, id, id, "case:" + id, id, id).formatCSV();
    }
}
