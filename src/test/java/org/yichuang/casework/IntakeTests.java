package org.yichuang.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.yichuang.casework.service.ClockWork;
import org.yichuang.documents.LetterContent;
import org.yichuang.documents.LetterKind;
import org.yichuang.documents.Letters;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.journal.JournalVerifier;
import org.yichuang.network.Network;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.Api;
import org.yichuang.support.CityTest;
import org.yichuang.support.TestClock;
import org.yichuang.support.Web;

/** AL-32: what becomes of an application, and what becomes of silence. */
@CityTest
class IntakeTests {
    @Autowired
    private Office office;

    @Autowired
    private Situations situations;

    @Autowired
    private ActRequests requests;

    @Autowired
    private ClockWork work;

    @Autowired
    private Letters letters;

    @Autowired
    private Journal journal;

    @Autowired
    private JournalVerifier verifier;

    @Autowired
    private DSLContext db;

    @Autowired
    private TestClock clock;

    static Stream<Arguments> answers() {
        return Stream.of(
                Arguments.of(ActKind.NOT_NEEDED, LetterKind.NO_LICENCE_NEEDED),
                Arguments.of(ActKind.NOT_HERE, LetterKind.NOT_THIS_AUTHORITY),
                Arguments.of(ActKind.CORRECT, LetterKind.CORRECTION),
                Arguments.of(ActKind.NOTICE, LetterKind.CORRECTION_NOTICE),
                Arguments.of(ActKind.ACCEPT, LetterKind.ACCEPTANCE),
                Arguments.of(ActKind.DECLINE, LetterKind.NON_ACCEPTANCE));
    }

    @ParameterizedTest
    @MethodSource("answers")
    void each_answer_to_an_application_gives_a_dated_letter_that_can_be_verified(ActKind act, LetterKind kind) {
        UUID id = situations.in(State.SUBMITTED);
        clock.set("2026-10-12T09:00");

        assertThat(requests.send(act, id).status()).isEqualTo(200);

        LetterContent letter = office.lastLetter(id);
        assertThat(letter.kind()).isEqualTo(kind);
        assertThat(letter.date()).isEqualTo("2026-10-12");
        assertThat(letter.issuer().name()).contains("西湖区");
        assertThat(letters.verify(letter.code())).isPresent();
        if (office.view(id).state() == State.NOT_ACCEPTED) {
            assertThat(letter.remedies()).contains("行政复议", "行政诉讼");
        } else {
            assertThat(letter.remedies()).isNull();
        }
        assertThat(journal.of("case:" + id).getLast().payload()).contains("letters");
    }

    @ParameterizedTest
    @EnumSource(names = {"DECLINE", "NOT_HERE", "NOT_NEEDED", "REFUSE"})
    void no_denial_leaves_the_window_before_it_is_filed(ActKind act) {
        UUID id = situations.in(act == ActKind.REFUSE ? State.REVIEWING : State.SUBMITTED);
        ActRequests.Request request = requests.of(act, id).orElseThrow();
        var unfiled = Objects.requireNonNull(request.body()).deepCopy();
        unfiled.remove("filing");
        State before = office.view(id).state();

        Api.Answer answer = office.api(request.who()).post(request.path(), unfiled);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.fields()).containsExactly("filing");
        assertThat(office.view(id).state()).isEqualTo(before);
        assertThat(filings(id)).isZero();

        assertThat(requests.send(request).status()).isEqualTo(200);
        assertThat(filings(id)).isEqualTo(1);
        assertThat(office.kinds(id).indexOf("case.denial-filed"))
                .isEqualTo(office.kinds(id).size() - 2);
    }

    @ParameterizedTest
    @CsvSource({
        "NOT_NEEDED, QUANTITY_REACHED",
        "DECLINE, NO_LICENCE_NEEDED",
        "DECLINE, NOT_OUR_AUTHORITY",
        "DECLINE, CONDITIONS_NOT_MET",
        "DECLINE, QUANTITY_REACHED",
        "DECLINE, NOT_CORRECTED"
    })
    void each_no_at_intake_is_said_for_its_own_reasons_alone(ActKind act, DenialFiling.Reason reason) {
        UUID id = situations.in(State.SUBMITTED);
        ActRequests.Request request = requests.of(act, id).orElseThrow();
        var body = Objects.requireNonNull(request.body()).deepCopy();
        body.withObject("/filing").put("reason", reason.name());

        Api.Answer answer = office.api(request.who()).post(request.path(), body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.fields()).containsExactly("filing.reason");
        assertThat(filings(id)).isZero();
        assertThat(office.view(id).state()).isEqualTo(State.SUBMITTED);
    }

    @Test
    void another_authority_is_named_for_no_other_reason_than_that_this_one_is_not_competent() {
        UUID id = situations.in(State.SUBMITTED);
        ActRequests.Request request = requests.of(ActKind.NOT_HERE, id).orElseThrow();
        var body = Objects.requireNonNull(request.body()).deepCopy();
        body.set("filing", Api.JSON.valueToTree(Office.filing()));

        Api.Answer answer = office.api(request.who()).post(request.path(), body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.fields()).containsExactly("filing.reason");
        assertThat(filings(id)).isZero();
    }

    @Test
    void the_authority_to_apply_to_is_another_one(@Autowired Network network) {
        UUID id = situations.in(State.SUBMITTED);
        ActRequests.Request request = requests.of(ActKind.NOT_HERE, id).orElseThrow();
        Text own = network.unit(office.view(id).place().unit()).orElseThrow().name();

        for (String name : List.of(own.zh(), " " + own.en().toLowerCase(Locale.ROOT))) {
            var body = Objects.requireNonNull(request.body()).deepCopy().put("rightAuthority", name);
            assertThat(office.api(request.who()).post(request.path(), body).fields())
                    .as(name)
                    .containsExactly("rightAuthority");
        }
        assertThat(filings(id)).isZero();
    }

    @Test
    void a_denial_waits_for_the_supervising_unit_three_working_days_and_can_be_questioned() {
        UUID id = situations.in(State.NOT_ACCEPTED);
        Visitor supervisor = office.aSupervisor();
        ActRequests.Request review = requests.of(ActKind.JUDGE, id).orElseThrow();
        var body = Objects.requireNonNull(review.body())
                .put("judgement", "QUESTIONED")
                .put("remark", "依据写得太笼统");

        Api.Answer answer = office.api(supervisor).post(review.path(), body);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().path("reviewDue").asString()).isEqualTo("2026-10-13T09:00:00Z");
        assertThat(answer.json().path("review").path("judgement").asString()).isEqualTo("QUESTIONED");
        assertThat(office.view(id).state()).isEqualTo(State.NOT_ACCEPTED);
        assertThat(office.kinds(id)).endsWith("case.denial-reviewed");
        assertThat(office.api(supervisor).post(review.path(), body).slug()).isEqualTo("reviewed");
    }

    @Test
    void the_timeline_names_what_a_notice_asks_for_in_both_languages(@Autowired Cases cases) {
        UUID id = situations.in(State.CORRECTING);
        Text layout = office.item(Office.FOOD)
                .material(Situations.LAYOUT)
                .orElseThrow()
                .name();

        Text detail = cases.timeline(office.owner(id), id).getLast().detail();

        assertThat(detail.zh()).isEqualTo(layout.zh() + "：没有标出水池。请在图上标出水池");
        assertThat(detail.en()).isEqualTo(layout.en() + ": 没有标出水池。请在图上标出水池");
    }

    @Test
    void a_refusal_taken_back_last_year_is_shown_with_that_year() {
        UUID id = situations.in(State.REFUSED);
        assertThat(requests.send(ActKind.REVERSE, id).status()).isEqualTo(200);

        clock.set("2027-01-05T10:00");

        assertThat(office.desk("decide").page("/desk/cases/" + id + "/act/refuse"))
                .containsPattern("否定被监督单位撤销过.* · 2026年10月9日 \\d\\d:\\d\\d</small>");
    }

    @Test
    void a_refusal_taken_back_is_decided_anew() {
        UUID id = situations.in(State.REFUSED);

        assertThat(requests.send(ActKind.REVERSE, id).status()).isEqualTo(200);
        assertThat(office.view(id).state()).isEqualTo(State.REVIEWING);
        Web desk = office.web(office.officer("decide"));
        assertThat(desk.page("/desk/cases/" + id + "/act/refuse")).contains("否定被监督单位撤销过");
        assertThat(desk.page("/desk/cases/" + id + "/act/grant")).doesNotContain("否定被监督单位撤销过");
        assertThat(requests.send(ActKind.GRANT, id).status()).isEqualTo(200);
        assertThat(office.kinds(id)).endsWith("case.refused", "case.reopened", "case.granted");
        assertThat(verifier.verify("case:" + id)).isEmpty();
    }

    @Test
    void a_second_notice_needs_the_supervisor_each_time_and_that_is_on_record_as_a_finding_under_its_rule() {
        UUID id = situations.in(State.SUBMITTED);
        requests.send(ActKind.NOTICE, id);
        requests.send(ActKind.SUPPLEMENT, id);

        assertThat(requests.send(ActKind.NOTICE, id).slug()).isEqualTo("one-notice");
        assertThat(office.view(id).state()).isEqualTo(State.SUBMITTED);
        assertThat(requests.send(ActKind.ALLOW_NOTICE, id).status()).isEqualTo(200);
        assertThat(requests.send(ActKind.NOTICE, id).status()).isEqualTo(200);
        assertThat(office.view(id).state()).isEqualTo(State.CORRECTING);
        assertThat(office.kinds(id))
                .containsExactly(
                        "case.submitted", "case.noticed", "case.supplemented", "case.notice-allowed", "case.noticed");
        Entry finding = journal.of("case:" + id).get(3);
        assertThat(finding.actor().account()).isEqualTo(office.aSupervisor().id());
        assertThat(Api.JSON.readTree(finding.payload()).path("rule").asString()).isEqualTo("ONE-NOTICE");
        requests.send(ActKind.SUPPLEMENT, id);
        assertThat(requests.send(ActKind.NOTICE, id).slug()).isEqualTo("one-notice");
        assertThat(requests.send(ActKind.ACCEPT, id).status()).isEqualTo(200);
    }

    @Test
    void the_timeline_says_which_of_the_three_answers_ended_an_intake() {
        Map<ActKind, String> titles =
                Map.of(ActKind.NOT_NEEDED, "不予受理：不用办", ActKind.NOT_HERE, "不予受理：不归这里管", ActKind.DECLINE, "不予受理");
        titles.forEach((act, title) -> {
            UUID id = situations.in(State.SUBMITTED);
            requests.send(act, id);
            Api.Answer timeline = office.api(office.owner(id)).get("/api/v1/cases/" + id + "/timeline");
            assertThat(timeline.json().valueStream())
                    .as(timeline.text())
                    .anySatisfy(
                            entry -> assertThat(entry.path("title").path("zh").asString())
                                    .isEqualTo(title));
        });
    }

    @Test
    void silence_for_five_working_days_is_acceptance_from_the_day_of_receipt() {
        UUID id = situations.in(State.SUBMITTED);
        clock.set("2026-10-15T17:00");
        work.deemAccepted();
        assertThat(office.view(id).state()).isEqualTo(State.SUBMITTED);

        clock.set("2026-10-15T17:01");
        work.deemAccepted();

        CaseView view = office.view(id);
        assertThat(view.state()).isEqualTo(State.ACCEPTED);
        assertThat(view.times().deemed()).isTrue();
        assertThat(view.times().acceptedAt()).isEqualTo(TestClock.at("2026-10-09T10:24"));
        assertThat(view.times().promiseDue()).isEqualTo(TestClock.at("2026-10-15T17:00"));
        assertThat(letters.ofCase(id)).extracting(Letters.Issued::kind).contains(LetterKind.DEEMED_ACCEPTANCE);
        Entry entry = journal.of("case:" + id).getLast();
        assertThat(entry.kind()).isEqualTo("case.deemed-accepted");
        assertThat(entry.actor().account()).isNull();
        assertThat(requests.send(ActKind.DECLINE, id).slug()).isEqualTo("act-not-possible");
    }

    @Test
    void a_notice_on_the_last_day_is_in_time_and_the_five_days_begin_anew_with_the_correction() {
        UUID id = situations.in(State.SUBMITTED);
        clock.set("2026-10-15T16:59");
        requests.send(ActKind.NOTICE, id);
        clock.set("2026-10-19T09:00");
        work.deemAccepted();
        assertThat(office.view(id).state()).isEqualTo(State.CORRECTING);

        requests.send(ActKind.SUPPLEMENT, id);
        assertThat(office.view(id).times().intakeDue()).isEqualTo(TestClock.at("2026-10-26T17:00"));
        clock.set("2026-10-26T17:01");
        work.deemAccepted();

        assertThat(office.view(id).times().acceptedAt()).isEqualTo(TestClock.at("2026-10-19T09:00"));
    }

    @Test
    void the_jobs_of_two_nodes_at_once_accept_every_silent_case_exactly_once() throws Exception {
        List<UUID> silent = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            silent.add(situations.in(State.SUBMITTED));
        }
        clock.set("2026-10-16T08:30");
        var start = new CyclicBarrier(2);
        Callable<Integer> job = () -> {
            start.await();
            return work.deemAccepted();
        };
        try (var nodes = Executors.newFixedThreadPool(2)) {
            for (Future<Integer> node : nodes.invokeAll(List.of(job, job))) {
                node.get();
            }
        }

        assertThat(silent).allSatisfy(id -> {
            assertThat(office.kinds(id)).containsExactly("case.submitted", "case.deemed-accepted");
            assertThat(letters.ofCase(id)).hasSize(2);
            assertThat(verifier.verify("case:" + id)).isEmpty();
        });
    }

    @Test
    void who_does_not_correct_in_the_city_s_time_is_told_that_the_case_ended() {
        UUID id = situations.in(State.TERMINATED);

        assertThat(office.kinds(id)).containsExactly("case.submitted", "case.noticed", "case.terminated");
        LetterContent letter = office.lastLetter(id);
        assertThat(letter.kind()).isEqualTo(LetterKind.TERMINATION);
        assertThat(letter.remedies()).contains("行政复议");
    }

    private int filings(UUID id) {
        return db.fetchSingle("select count(*)::int from casework.denial_filing where case_id = ?", id)
                .get(0, Integer.class);
    }
}
