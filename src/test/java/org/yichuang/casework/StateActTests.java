package org.yichuang.casework;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yichuang.casework.ActKind.*;
import static org.yichuang.casework.State.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.yichuang.casework.domain.Doers;
import org.yichuang.casework.domain.Edge;
import org.yichuang.casework.domain.Transitions;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.journal.JournalVerifier;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.Api;
import org.yichuang.support.CityTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every state × every act, over the API. In which states a person may do what is said here a second time, so that a line
 * that slips into the transition table, or out of it, does not pass.
 */
@CityTest
class StateActTests {
    private static final Set<ActKind> OF_A_DENIAL = Set.of(JUDGE, ANSWER, REVERSE);

    /** These are asked for with no version of a case. */
    private static final Set<ActKind> WITHOUT_A_VERSION = Set.of(SUBMIT, JUDGE, ANSWER, REVERSE);

    /**
     * AL-32: an application has one answer, and who is told what to correct hands it in. AL-42, AL-45: a limit is
     * extended or stands still while it runs. AL-38, AL-44: what is decided is delivered. DENIAL-FILING: a "no" is
     * reviewed, however far its case went. Who applied may go until it is decided.
     */
    private static final Map<ActKind, Set<State>> BY_LAW = Map.ofEntries(
            entry(SUBMIT, Set.of(DRAFT)),
            entry(ACCEPT, Set.of(SUBMITTED)),
            entry(NOTICE, Set.of(SUBMITTED)),
            entry(ALLOW_NOTICE, Set.of(SUBMITTED)),
            entry(CORRECT, Set.of(SUBMITTED)),
            entry(DECLINE, Set.of(SUBMITTED)),
            entry(NOT_HERE, Set.of(SUBMITTED)),
            entry(NOT_NEEDED, Set.of(SUBMITTED)),
            entry(ON_THE_SPOT, Set.of(SUBMITTED)),
            entry(SUPPLEMENT, Set.of(CORRECTING)),
            entry(FINISH_STEP, Set.of(ACCEPTED, REVIEWING, PAUSED, GRANTED)),
            entry(PROPOSE_PAUSE, Set.of(ACCEPTED, REVIEWING)),
            entry(PROPOSE_EXTENSION, Set.of(ACCEPTED, REVIEWING)),
            entry(APPROVE, Set.of(ACCEPTED, REVIEWING)),
            entry(REJECT, Set.of(ACCEPTED, REVIEWING)),
            entry(TAKE_BACK, Set.of(ACCEPTED, REVIEWING)),
            entry(RESUME, Set.of(PAUSED)),
            entry(GRANT, Set.of(ACCEPTED, REVIEWING)),
            entry(REFUSE, Set.of(ACCEPTED, REVIEWING)),
            entry(CHOOSE_DELIVERY, Set.of(SUBMITTED, CORRECTING, ACCEPTED, REVIEWING, PAUSED, GRANTED, REFUSED)),
            entry(DELIVER, Set.of(GRANTED, REFUSED, DELIVERED)),
            entry(CONFIRM_RECEIPT, Set.of(DELIVERED)),
            entry(WITHDRAW, Set.of(SUBMITTED, CORRECTING, ACCEPTED, REVIEWING, PAUSED)),
            entry(JUDGE, Set.of(NOT_ACCEPTED, REFUSED, DELIVERED, CLOSED)),
            entry(ANSWER, Set.of(NOT_ACCEPTED, REFUSED, DELIVERED, CLOSED)),
            entry(REVERSE, Set.of(NOT_ACCEPTED, REFUSED, DELIVERED, CLOSED)));

    @Autowired
    private Office office;

    @Autowired
    private Situations situations;

    @Autowired
    private ActRequests requests;

    @Autowired
    private Journal journal;

    @Autowired
    private JournalVerifier verifier;

    @Autowired
    private DSLContext db;

    static Stream<Edge> lines() {
        return Transitions.TABLE.stream().filter(edge -> !edge.doers().kinds().contains(Doers.Kind.CLOCK));
    }

    @Test
    void the_table_gives_people_what_the_law_gives_them_and_no_more() {
        Map<ActKind, Set<State>> table =
                lines().collect(Collectors.groupingBy(Edge::act, Collectors.mapping(Edge::from, Collectors.toSet())));

        assertThat(table).containsExactlyInAnyOrderEntriesOf(BY_LAW);
    }

    @ParameterizedTest
    @MethodSource("lines")
    void what_the_table_allows_is_done_and_leads_where_it_says_with_the_case_s_own_version(Edge line) {
        UUID id = situations.before(line);
        int before = office.kinds(id).size();
        ActRequests.Request request = requests.of(line.act(), id).orElseThrow();
        if (!WITHOUT_A_VERSION.contains(line.act())) {
            String stored = all(id);
            ObjectNode body = Objects.requireNonNull(request.body());
            ObjectNode other =
                    body.deepCopy().put("version", body.path("version").intValue() + 1);

            Api.Answer stale = requests.send(new ActRequests.Request(request.who(), request.path(), other));

            assertThat(stale.status()).as(stale.text()).isEqualTo(409);
            assertThat(stale.slug()).isEqualTo("stale-version");
            assertThat(all(id)).isEqualTo(stored);
        }

        Api.Answer answer = requests.send(request);

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(office.view(id).state()).isEqualTo(ends(line));
        assertThat(office.kinds(id).subList(before, office.kinds(id).size())).contains(line.journal());
        assertThat(verifier.verify("case:" + id)).isEmpty();
    }

    @Test
    void a_state_that_no_act_led_to_is_named_at_the_entry_that_led_to_another() {
        UUID id = situations.before(line(State.GRANTED, ActKind.DELIVER, State.DELIVERED));
        long granted = journal.of("case:" + id).stream()
                .filter(entry -> entry.kind().equals("case.granted"))
                .mapToLong(Entry::nth)
                .max()
                .orElseThrow();

        db.execute("update casework.case_file set state = 'REFUSED' where id = ?", id);
        try {
            assertThat(verifier.verify("case:" + id)).singleElement().satisfies(finding -> {
                assertThat(finding.from()).isEqualTo(granted);
                assertThat(finding.what().zh()).contains("“不予准许”", "“已准予”");
                assertThat(finding.what().en())
                        .contains(
                                "“" + State.REFUSED.text().en() + "”",
                                "“" + State.GRANTED.text().en() + "”");
            });
        } finally {
            db.execute("update casework.case_file set state = 'GRANTED' where id = ?", id);
        }
    }

    @Test
    void what_one_may_do_names_the_rule_of_what_is_done_here() {
        UUID granted = situations.before(line(State.GRANTED, ActKind.FINISH_STEP, State.GRANTED));
        UUID reviewed = situations.before(line(State.REVIEWING, ActKind.FINISH_STEP, State.REVIEWING));
        UUID pausing = situations.before(line(State.ACCEPTED, ActKind.APPROVE, State.PAUSED));
        UUID extending = situations.before(line(State.ACCEPTED, ActKind.APPROVE, State.ACCEPTED));

        assertThat(rules(granted, ActKind.FINISH_STEP, "issue")).containsExactly("AL-44");
        assertThat(rules(reviewed, ActKind.FINISH_STEP, "issue"))
                .as("which comes later")
                .containsExactly("AL-44");
        assertThat(rules(reviewed, ActKind.FINISH_STEP, "survey")).containsExactly("AL-34");
        assertThat(rules(pausing, ActKind.APPROVE, "")).containsExactly("AL-45");
        assertThat(rules(extending, ActKind.APPROVE, "")).containsExactly("AL-42");
    }

    private static Edge line(State from, ActKind act, State to) {
        return Transitions.find(from, act, to).orElseThrow();
    }

    /** @param registered the act of the register that the step takes, empty for an act without a step */
    private List<String> rules(UUID id, ActKind act, String registered) {
        return office.view(office.officer("decide"), id).acts().stream()
                .filter(option -> option.act() == act)
                .filter(option -> option.step() == null || option.step().act().equals(registered))
                .map(option -> option.rule() == null ? "" : option.rule().id())
                .toList();
    }

    /** On the spot an act goes on along further lines, to the end. */
    private static State ends(Edge line) {
        return line.act() == ActKind.ON_THE_SPOT ? State.CLOSED : line.to();
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void what_the_table_has_no_line_for_is_a_problem_and_changes_nothing(State state) {
        UUID id = situations.in(state);
        String before = all(id);
        List<String> wrong = new ArrayList<>();
        for (ActKind act : ActKind.values()) {
            if (Transitions.from(state, act).isEmpty()) {
                Api.Answer answer = refused(act, id);
                if (!right(state, act, answer)) {
                    wrong.add(act + ": " + answer.status() + " " + answer.text());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(all(id)).isEqualTo(before);
    }

    /** A draft is no case yet; a denial that was not filed cannot be reviewed; a submitted draft answers as it did. */
    private static boolean right(State state, ActKind act, Api.Answer answer) {
        if (act == ActKind.SUBMIT) {
            return answer.status() == 200;
        }
        boolean none = state == State.DRAFT || OF_A_DENIAL.contains(act) || clocks(act);
        return none
                ? answer.status() == 404 && answer.slug().equals("not-found")
                : answer.status() == 409 && answer.slug().equals("act-not-possible");
    }

    private static boolean clocks(ActKind act) {
        return Transitions.TABLE.stream()
                .filter(edge -> edge.act() == act)
                .allMatch(edge -> edge.doers().kinds().contains(Doers.Kind.CLOCK));
    }

    @Test
    void what_the_clock_does_nobody_can_ask_for() {
        UUID id = situations.in(SUBMITTED);
        String before = all(id);
        List<ActKind> own =
                Arrays.stream(ActKind.values()).filter(StateActTests::clocks).toList();

        assertThat(own)
                .isNotEmpty()
                .allSatisfy(act -> assertThat(refused(act, id).slug()).isEqualTo("not-found"));
        assertThat(all(id)).isEqualTo(before);
    }

    static Stream<Edge> officersLines() {
        return lines().filter(
                        edge -> edge.doers().kinds().contains(Doers.Kind.OFFICER) && edge.act() != ActKind.SUBMIT);
    }

    @ParameterizedTest
    @MethodSource("officersLines")
    void no_officer_of_the_unit_does_it_without_the_register(Edge line) {
        UUID id = situations.before(line);
        ActRequests.Request request = requests.of(line.act(), id).orElseThrow();
        if (request.body() != null && request.body().has("materials")) {
            request.body().putArray("materials");
        }
        String before = all(id);

        Api.Answer answer = requests.send(new ActRequests.Request(without(line, id), request.path(), request.body()));

        assertThat(answer.status()).as(answer.text()).isEqualTo(403);
        assertThat(answer.slug()).isEqualTo("not-authorised");
        assertThat(answer.json().path("detail").asString()).isNotBlank();
        assertThat(all(id)).isEqualTo(before);
    }

    /** Somebody of the same unit whose post is for something else. */
    private Visitor without(Edge line, UUID id) {
        String item = office.view(id).item().code();
        if (!item.equals(Office.FOOD)) {
            return office.officerAnywhere("survey", item);
        }
        boolean review = line.doers().acts().stream().anyMatch(Set.of("review", "survey", "pause")::contains);
        return review ? office.officer("accept") : office.officer("survey");
    }

    static Stream<Edge> askedForAtAWindow() {
        return lines().filter(edge -> edge.act() == ActKind.WITHDRAW || edge.act() == ActKind.CHOOSE_DELIVERY);
    }

    @ParameterizedTest
    @MethodSource("askedForAtAWindow")
    void what_an_applicant_asks_for_at_a_window_is_recorded_by_who_receives_there(Edge line) {
        UUID id = office.takenAtWindow(situations.before(line));
        ActRequests.Request own = requests.of(line.act(), id).orElseThrow();

        Api.Answer answer = requests.send(new ActRequests.Request(office.officer("accept"), own.path(), own.body()));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(office.view(id).state()).isEqualTo(line.to());
        Entry recorded = journal.of("case:" + id).getLast();
        assertThat(recorded.kind()).isEqualTo(line.journal());
        assertThat(recorded.actor().unit()).isEqualTo(Office.UNIT);
        JsonNode said = Api.JSON.readTree(recorded.payload());
        assertThat(said.path("channel").asString()).isEqualTo("WINDOW");
        assertThat(said.path("by").asString())
                .isEqualTo(office.officer("accept").name());
    }

    @Test
    void what_was_applied_for_on_line_is_withdrawn_by_the_applicant_alone() {
        UUID id = situations.in(State.REVIEWING);
        ActRequests.Request own = requests.of(ActKind.WITHDRAW, id).orElseThrow();

        Api.Answer answer = requests.send(new ActRequests.Request(office.officer("accept"), own.path(), own.body()));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.slug()).isEqualTo("withdrawn-online");
        assertThat(office.view(id).state()).isEqualTo(State.REVIEWING);
        assertThat(requests.send(own).status()).isEqualTo(200);
    }

    private Api.Answer refused(ActKind act, UUID id) {
        Optional<ActRequests.Request> request = requests.of(act, id);
        return request.isPresent()
                ? requests.send(request.get())
                : office.api(office.aSupervisor())
                        .post("/api/v1/cases/" + id + "/" + act.slug(), Api.JSON.createObjectNode());
    }

    /** All that is stored of a case. */
    private String all(UUID id) {
        return db.fetch("""
                        select to_jsonb(c)::text from casework.case_file c where id = ?
                        union all select to_jsonb(d)::text from casework.draft d where id = ?
                        union all select count(*)::text from journal.entry where subject = ?
                        union all select count(*)::text from documents.letter where case_id = ?
                        union all select to_jsonb(n)::text from casework.denial_filing n where case_id = ?
                        """, id, id, "case:" + id, id, id).formatCSV();
    }
}
