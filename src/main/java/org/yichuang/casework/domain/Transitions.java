package org.yichuang.casework.domain;

import static org.yichuang.casework.ActKind.*;
import static org.yichuang.casework.State.*;
import static org.yichuang.casework.domain.Doers.CLOCK;
import static org.yichuang.casework.domain.Doers.SUPERVISOR;
import static org.yichuang.casework.domain.Doers.applicantOrOfficer;
import static org.yichuang.casework.domain.Doers.officer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.State;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.LegalRule;

/**
 * Every way a case can go: from where, by which act, to where; the journal entry it makes, the rule it stands on, and
 * who may do it. Nobody sets a state but along a line of this table. An act that is made of others (on the spot:
 * accept, grant, deliver, close) goes along their lines one after the other.
 */
public final class Transitions {
    private static final Set<State> RUNNING = EnumSet.of(ACCEPTED, REVIEWING);
    private static final Set<State> UNDECIDED = EnumSet.of(SUBMITTED, CORRECTING, ACCEPTED, REVIEWING, PAUSED);
    private static final Set<State> UNDELIVERED =
            EnumSet.of(SUBMITTED, CORRECTING, ACCEPTED, REVIEWING, PAUSED, GRANTED, REFUSED);
    private static final Set<State> DENIED = EnumSet.of(NOT_ACCEPTED, REFUSED, DELIVERED, CLOSED);
    private static final Set<State> REFUSED_OR_LATER = EnumSet.of(REFUSED, DELIVERED, CLOSED);

    /** The acts of the register that review a case, one way or another. */
    private static final String[] REVIEWERS = {"review", "survey", "expert"};

    private static final String[] HANDLERS = {"review", "survey", "expert", "decide"};

    /** The table, in the order of a case's life. */
    public static final List<Edge> TABLE = table(
            line(DRAFT, SUBMIT, SUBMITTED, "case.submitted", LegalRule.AL_29, applicantOrOfficer("accept")),
            // intake: the five answers of AL-32, and silence
            line(SUBMITTED, NOT_NEEDED, NOT_ACCEPTED, "case.declined", LegalRule.AL_32, officer("accept")),
            line(SUBMITTED, NOT_HERE, NOT_ACCEPTED, "case.declined", LegalRule.AL_32, officer("accept")),
            line(SUBMITTED, DECLINE, NOT_ACCEPTED, "case.declined", LegalRule.AL_32, officer("accept")),
            line(SUBMITTED, CORRECT, SUBMITTED, "case.corrected", LegalRule.AL_32, officer("accept")),
            line(SUBMITTED, NOTICE, CORRECTING, "case.noticed", LegalRule.AL_32, officer("accept")),
            line(SUBMITTED, ALLOW_NOTICE, SUBMITTED, "case.notice-allowed", LegalRule.ONE_NOTICE, SUPERVISOR),
            line(
                    CORRECTING,
                    SUPPLEMENT,
                    SUBMITTED,
                    "case.supplemented",
                    LegalRule.AL_32,
                    applicantOrOfficer("accept", Power.RECEIVE)),
            line(CORRECTING, TERMINATE, TERMINATED, "case.terminated", LegalRule.AL_32, CLOCK),
            line(SUBMITTED, ACCEPT, ACCEPTED, "case.accepted", LegalRule.AL_32, officer("accept")),
            line(SUBMITTED, ON_THE_SPOT, ACCEPTED, "case.accepted", LegalRule.ON_THE_SPOT, officer("on-the-spot")),
            line(SUBMITTED, DEEM_ACCEPTED, ACCEPTED, "case.deemed-accepted", LegalRule.AL_32, CLOCK),
            // review
            line(ACCEPTED, FINISH_STEP, REVIEWING, "case.step-done", LegalRule.AL_34, officer(REVIEWERS)),
            stay(Set.of(REVIEWING, PAUSED), FINISH_STEP, "case.step-done", LegalRule.AL_34, officer(REVIEWERS)),
            stay(RUNNING, PROPOSE_PAUSE, "case.pause-proposed", LegalRule.AL_45, officer(HANDLERS)),
            stay(RUNNING, PROPOSE_EXTENSION, "case.extension-proposed", LegalRule.AL_42, officer(HANDLERS)),
            line(RUNNING, APPROVE, PAUSED, "case.paused", LegalRule.AL_45, officer("pause")),
            stay(RUNNING, APPROVE, "case.extended", LegalRule.AL_42, officer("extend")),
            stay(RUNNING, REJECT, "case.proposal-rejected", LegalRule.FOUR_EYES, officer("pause", "extend")),
            stay(RUNNING, TAKE_BACK, "case.proposal-taken-back", null, officer(HANDLERS)),
            line(PAUSED, RESUME, REVIEWING, "case.resumed", LegalRule.AL_45, officer(HANDLERS)),
            // decision
            line(RUNNING, GRANT, GRANTED, "case.granted", LegalRule.AL_38, officer("decide")),
            line(RUNNING, REFUSE, REFUSED, "case.refused", LegalRule.AL_38, officer("decide")),
            // delivery
            stay(
                    UNDELIVERED,
                    CHOOSE_DELIVERY,
                    "case.delivery-chosen",
                    LegalRule.AL_44,
                    applicantOrOfficer("accept", Power.RECEIVE)),
            stay(Set.of(GRANTED), FINISH_STEP, "case.step-done", LegalRule.AL_44, officer("issue")),
            line(GRANTED, DELIVER, DELIVERED, "case.delivered", LegalRule.AL_44, officer("deliver")),
            line(REFUSED, DELIVER, DELIVERED, "case.delivered", LegalRule.AL_44, officer("deliver")),
            stay(Set.of(DELIVERED), DELIVER, "case.delivered", LegalRule.AL_44, officer("deliver")),
            line(DELIVERED, CONFIRM_RECEIPT, CLOSED, "case.closed", LegalRule.AL_44, applicantOrOfficer("deliver")),
            // the applicant goes, the supervisor sends back, the calendar is amended
            line(UNDECIDED, WITHDRAW, WITHDRAWN, "case.withdrawn", null, applicantOrOfficer("accept", Power.RECEIVE)),
            stay(DENIED, JUDGE, "case.denial-reviewed", LegalRule.DENIAL_FILING, SUPERVISOR),
            stay(DENIED, ANSWER, "case.denial-answered", LegalRule.DENIAL_FILING, officer("accept", "decide")),
            line(NOT_ACCEPTED, REVERSE, SUBMITTED, "case.reopened", LegalRule.DENIAL_FILING, SUPERVISOR),
            line(REFUSED_OR_LATER, REVERSE, REVIEWING, "case.reopened", LegalRule.DENIAL_FILING, SUPERVISOR),
            stay(UNDELIVERED, RECOMPUTE, "case.recomputed", LegalRule.AL_82, CLOCK));

    private static final Map<State, Map<ActKind, List<Edge>>> BY_STATE = index();
    private static final Map<ActKind, List<Edge>> BY_ACT = TABLE.stream()
            .collect(Collectors.groupingBy(Edge::act, () -> new EnumMap<>(ActKind.class), Collectors.toList()));

    private static final Map<ActKind, List<String>> REGISTER_ACTS = BY_ACT.entrySet().stream()
            .collect(Collectors.toMap(
                    Map.Entry::getKey,
                    act -> act.getValue().stream()
                            .flatMap(edge -> edge.doers().acts().stream())
                            .distinct()
                            .toList()));

    private Transitions() {}

    /** The lines that leave a state by an act: none, or more than one where it depends on what the act says. */
    public static List<Edge> from(State state, ActKind act) {
        return BY_STATE.getOrDefault(state, Map.of()).getOrDefault(act, List.of());
    }

    public static Optional<Edge> find(State from, ActKind act, State to) {
        return from(from, act).stream().filter(edge -> edge.to() == to).findFirst();
    }

    /** The acts of the register that let an officer do this, in whatever state. */
    public static List<String> acts(ActKind act) {
        return REGISTER_ACTS.getOrDefault(act, List.of());
    }

    /**
     * The rule an act stands on: of its lines that of what is done by it here, a certificate made, a pause approved, and
     * of this state; null where it stands on none, and where it is of the Licensing Law and the item is no licence.
     *
     * @param step the step it would finish; empty for other acts
     */
    public static @Nullable LegalRule rule(CaseFile file, ActKind act, String step, ItemVersion item) {
        List<String> needed = Permission.needed(file, act, step);
        return of(act).min(Comparator.comparing(
                                (Edge edge) -> Collections.disjoint(edge.doers().acts(), needed))
                        .thenComparing(edge -> edge.from() != file.state()))
                .map(edge -> LegalRule.of(edge.rule(), item))
                .orElse(null);
    }

    /** Whether this act is somebody's of this kind at all, in whatever state. */
    public static boolean may(ActKind act, Who who) {
        return of(act).anyMatch(edge -> edge.doers().include(who));
    }

    private static Stream<Edge> of(ActKind act) {
        return BY_ACT.getOrDefault(act, List.of()).stream();
    }

    private static List<Edge> line(
            State from, ActKind act, State to, String journal, @Nullable LegalRule rule, Doers doers) {
        return line(EnumSet.of(from), act, to, journal, rule, doers);
    }

    private static List<Edge> line(
            Set<State> from, ActKind act, State to, String journal, @Nullable LegalRule rule, Doers doers) {
        return from.stream()
                .sorted()
                .map(state -> new Edge(state, act, to, journal, rule, doers))
                .toList();
    }

    private static List<Edge> stay(Set<State> in, ActKind act, String journal, @Nullable LegalRule rule, Doers doers) {
        return in.stream()
                .sorted()
                .map(state -> new Edge(state, act, state, journal, rule, doers))
                .toList();
    }

    @SafeVarargs
    private static List<Edge> table(List<Edge>... lines) {
        return Stream.of(lines).flatMap(Collection::stream).toList();
    }

    private static Map<State, Map<ActKind, List<Edge>>> index() {
        Map<State, Map<ActKind, List<Edge>>> index = new EnumMap<>(State.class);
        for (Edge edge : TABLE) {
            index.computeIfAbsent(edge.from(), state -> new EnumMap<>(ActKind.class))
                    .computeIfAbsent(edge.act(), act -> new ArrayList<>())
                    .add(edge);
        }
        return index;
    }
}
