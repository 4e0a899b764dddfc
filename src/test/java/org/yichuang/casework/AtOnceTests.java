package org.yichuang.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.yichuang.journal.Actor;
import org.yichuang.journal.JournalVerifier;
import org.yichuang.network.tables.TableImport;
import org.yichuang.network.tables.Tables;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.Api;
import org.yichuang.support.CityTest;
import org.yichuang.support.Locks;
import tools.jackson.databind.node.ObjectNode;

/** Several people, or one person several times, at the same moment. */
@CityTest
class AtOnceTests {
    private static final String SECOND = "330106-scjg-register";
    private static final String NUMBER = "2026-second-decider";
    private static final String KEY = "Idempotency-Key";

    @Autowired
    private Office office;

    @Autowired
    private Situations situations;

    @Autowired
    private ActRequests requests;

    @Autowired
    private TableImport network;

    @Autowired
    private JournalVerifier verifier;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Denials denials;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private DSLContext db;

    @BeforeEach
    void a_second_post_may_decide_food_permits() {
        network.row(
                Actor.SYSTEM,
                Tables.named("authorisations").orElseThrow(),
                Map.of(
                        "number",
                        NUMBER,
                        "post",
                        SECOND,
                        "item",
                        Office.FOOD,
                        "act",
                        "decide",
                        "from_day",
                        "2026-01-01"),
                true,
                "");
    }

    @AfterEach
    void no_longer() {
        network.remove(Actor.SYSTEM, Tables.named("authorisations").orElseThrow(), NUMBER, "");
    }

    @RepeatedTest(8)
    void of_two_officers_who_decide_one_wins_and_the_other_is_told_who_did() throws Exception {
        UUID id = office.reviewed(office.aCompany());
        Visitor one = office.officer("decide");
        Visitor two = second();
        ActRequests.Request grant = requests.of(ActKind.GRANT, id).orElseThrow();
        ActRequests.Request refuse = requests.of(ActKind.REFUSE, id).orElseThrow();

        List<Api.Answer> answers = together(List.of(post(one, grant, ""), post(two, refuse, "")));

        assertThat(answers).extracting(Api.Answer::status).containsExactlyInAnyOrder(200, 409);
        boolean first = answers.getFirst().status() == 200;
        Api.Answer told = answers.get(first ? 1 : 0);
        assertThat(told.slug()).isEqualTo("stale-version");
        assertThat(told.json().path("detail").asString()).contains((first ? one : two).name());
        assertThat(told.json().path("detailEn").asString()).contains((first ? one : two).name());
        assertThat(office.kinds(id))
                .filteredOn(kind -> kind.equals("case.granted") || kind.equals("case.refused"))
                .containsExactly(first ? "case.granted" : "case.refused");
        assertThat(verifier.verify("case:" + id)).isEmpty();
    }

    @Test
    void parallel_steps_finished_at_the_same_moment_are_all_done() throws Exception {
        UUID id = office.accepted(office.aCompany());
        Visitor reviewer = office.officer("review");
        Visitor surveyor = office.officer("survey");
        int version = office.view(id).version();
        String at = "/api/v1/cases/" + id + "/steps/";
        ObjectNode opinion = Api.JSON
                .createObjectNode()
                .put("version", version)
                .put("verdict", "PASS")
                .put("opinion", "符合");
        ObjectNode onSite = opinion.deepCopy().put("companion", reviewer.id().toString());

        List<Api.Answer> answers = together(List.of(
                () -> office.api(reviewer).post(at + "documents", opinion),
                () -> office.api(surveyor).post(at + "survey", onSite),
                () -> office.api(reviewer).post(at + "safety", opinion)));

        assertThat(answers).extracting(Api.Answer::status).containsOnly(200);
        assertThat(office.openSteps(id)).extracting(CaseStep::key).containsExactly("decide");
        assertThat(verifier.verify("case:" + id)).isEmpty();
    }

    @Test
    void an_opinion_on_a_case_that_changed_otherwise_meanwhile_is_stale() {
        UUID id = office.accepted(office.aCompany());
        Visitor reviewer = office.officer("review");
        int version = office.view(id).version();
        ObjectNode opinion = Api.JSON.createObjectNode().put("verdict", "PASS").put("opinion", "符合");
        String at = "/api/v1/cases/" + id + "/steps/";

        for (int other : new int[] {version - 1, version + 1, Integer.MAX_VALUE}) {
            Api.Answer answer = office.api(reviewer).post(at + "documents", opinion.put("version", other));
            assertThat(answer.status()).as("version " + other).isEqualTo(409);
            assertThat(answer.slug()).isEqualTo("stale-version");
        }
        assertThat(office.view(id).version()).isEqualTo(version);

        opinion.put("version", version);
        assertThat(office.api(reviewer).post(at + "documents", opinion).status())
                .isEqualTo(200);
        assertThat(office.api(reviewer).post(at + "safety", opinion).status())
                .as("only another step was finished since")
                .isEqualTo(200);
    }

    @Test
    void an_application_sent_eight_times_at_once_with_one_key_is_one_case_and_one_answer() throws Exception {
        Visitor company = office.aCompany();
        ObjectNode application = application(company);
        List<Callable<Api.Answer>> eight = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            eight.add(() -> office.api(company).post("/api/v1/cases", application, KEY, "once"));
        }

        List<Api.Answer> answers = together(eight);
        answers.add(office.api(company).post("/api/v1/cases", application, KEY, "once"));

        same(answers, 201);
        assertThat(answers)
                .extracting(answer -> answer.raw().headers().firstValue("Location"))
                .containsOnly(answers.getFirst().raw().headers().firstValue("Location"));
        assertThat(office.cases(company)).isEqualTo(1);
    }

    @Test
    void a_key_used_for_one_body_is_refused_for_another_and_nothing_is_filed() {
        Visitor company = office.aCompany();
        ObjectNode application = application(company);
        office.api(company).post("/api/v1/cases", application, KEY, "mine");
        ObjectNode other = application.deepCopy().put("way", "POST");

        Api.Answer answer = office.api(company).post("/api/v1/cases", other, KEY, "mine");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.slug()).isEqualTo("idempotency-key-reused");
        assertThat(office.cases(company)).isEqualTo(1);
    }

    @Test
    void the_same_key_of_somebody_else_is_another_key() {
        Visitor company = office.aCompany();
        Visitor other = office.aCompany();

        Api.Answer one = office.api(company).post("/api/v1/cases", application(company), KEY, "1");
        Api.Answer two = office.api(other).post("/api/v1/cases", application(other), KEY, "1");

        assertThat(List.of(one.status(), two.status())).containsOnly(201);
        assertThat(one.json().path("caseId")).isNotEqualTo(two.json().path("caseId"));
    }

    @Test
    void a_refused_request_does_not_use_up_its_key() {
        Visitor company = office.aCompany();
        ObjectNode wrong = application(company);
        wrong.putArray("materials");

        Api.Answer refused = office.api(company).post("/api/v1/cases", wrong, KEY, "try");
        Api.Answer done = office.api(company).post("/api/v1/cases", application(company), KEY, "try");

        assertThat(List.of(refused.status(), done.status())).containsExactly(422, 201);
        assertThat(office.cases(company)).isEqualTo(1);
    }

    @Test
    void an_act_repeated_with_its_key_is_done_once_and_answered_the_same() throws Exception {
        UUID id = office.submitted(office.aCompany()).caseId();
        Visitor officer = office.officer("accept");
        ActRequests.Request accept = requests.of(ActKind.ACCEPT, id).orElseThrow();

        List<Api.Answer> answers = together(
                List.of(post(officer, accept, "a1"), post(officer, accept, "a1"), post(officer, accept, "a1")));

        same(answers, 200);
        assertThat(office.kinds(id)).containsExactly("case.submitted", "case.accepted");
    }

    @Test
    void a_key_is_one_to_two_hundred_characters() {
        Visitor company = office.aCompany();

        for (String key : List.of(" ", "k".repeat(201))) {
            Api.Answer answer = office.api(company).post("/api/v1/cases", application(company), KEY, key);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.fields()).containsExactly(KEY);
        }
        assertThat(office.cases(company)).isZero();
    }

    @Test
    void a_draft_submitted_from_four_places_at_once_is_one_case() throws Exception {
        UUID draft = situations.in(State.DRAFT);
        Visitor owner = writer(draft);
        Callable<Api.Answer> submit =
                () -> office.api(owner).send("POST", "/api/v1/drafts/" + draft + "/submit", null, null);

        List<Api.Answer> answers = together(List.of(submit, submit, submit, submit));

        same(answers, 200);
        assertThat(office.cases(owner)).isEqualTo(1);
    }

    @Test
    void what_another_page_saves_while_a_draft_is_submitted_is_what_is_filed() throws Exception {
        UUID draft = situations.in(State.DRAFT);
        Visitor owner = writer(draft);

        try (var thread = Executors.newSingleThreadExecutor()) {
            Future<Receipt> submitted = transaction.execute(open -> {
                drafts.save(owner, draft, Map.of("premises_area", "77"));
                Future<Receipt> submitting = thread.submit(() -> drafts.submit(owner, draft));
                await().until(() -> Locks.waiting(db, "casework.draft") > 0);
                return submitting;
            });
            assertThat(Objects.requireNonNull(submitted).get().caseId()).isEqualTo(draft);
        }

        assertThat(office.view(draft).answers()).containsEntry("premises_area", "77");
        assertThat(office.cases(owner)).isEqualTo(1);
    }

    /** A review takes the denial, then its case; an answer that took them the other way round would wait for it for ever. */
    @Test
    void an_answer_waits_for_the_review_of_the_same_denial_without_holding_its_case() throws Exception {
        UUID id = office.submitted(office.aCompany()).caseId();
        office.act(office.officer("accept"), id, new CaseAct.Decline(Office.filing()));
        UUID denial = office.denial(id);
        denials.review(office.aSupervisor(), denial, DenialRow.Judgement.QUESTIONED, "离污染源多远？");
        try (var thread = Executors.newSingleThreadExecutor()) {
            Future<DenialRow> answering = transaction.execute(open -> {
                db.execute("select 1 from casework.denial_filing where id = ? for update", denial);
                Future<DenialRow> answer =
                        thread.submit(() -> denials.answer(office.officer("accept"), denial, "十二米，有照片"));
                await().until(() -> Locks.waiting(db, "casework.denial_filing") > 0);
                denials.review(office.aSupervisor(), denial, DenialRow.Judgement.UPHELD, "依据充分");
                return answer;
            });

            assertThatThrownBy(Objects.requireNonNull(answering)::get)
                    .hasCauseInstanceOf(Problem.class)
                    .hasMessageContaining("no-question");
        }

        assertThat(office.kinds(id)).contains("case.denial-reviewed").doesNotContain("case.denial-answered");
        assertThat(verifier.verify("case:" + id)).isEmpty();
    }

    @Test
    void an_act_that_was_undone_is_done_again_on_the_case_as_it_is() {
        UUID id = office.submitted(office.aCompany()).caseId();
        Visitor officer = office.officer("accept");
        transaction.executeWithoutResult(open -> {
            office.act(officer, id, new CaseAct.Accept());
            open.setRollbackOnly();
        });

        office.act(officer, id, new CaseAct.Accept());

        assertThat(office.view(id).version()).isEqualTo(2);
        assertThat(verifier.verify("case:" + id)).isEmpty();
    }

    private ObjectNode application(Visitor company) {
        return Api.JSON.valueToTree(office.application(company, Office.FOOD));
    }

    private Callable<Api.Answer> post(Visitor who, ActRequests.Request request, String key) {
        ObjectNode body = Objects.requireNonNull(request.body());
        return () -> key.isEmpty()
                ? office.api(who).post(request.path(), body)
                : office.api(who).post(request.path(), body, KEY, key);
    }

    /** Starts them all at one moment, each in a thread of its own. */
    private static List<Api.Answer> together(List<Callable<Api.Answer>> requests) throws Exception {
        var start = new CyclicBarrier(requests.size());
        List<Future<Api.Answer>> running = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(requests.size())) {
            for (Callable<Api.Answer> request : requests) {
                running.add(threads.submit(() -> {
                    start.await();
                    return request.call();
                }));
            }
        }
        List<Api.Answer> answers = new ArrayList<>();
        for (Future<Api.Answer> one : running) {
            answers.add(one.get());
        }
        return answers;
    }

    private Visitor second() {
        return Office.visitor(Objects.requireNonNull(office.post(SECOND).a()));
    }

    private static void same(List<Api.Answer> answers, int status) {
        assertThat(answers).extracting(Api.Answer::status).containsOnly(status);
        assertThat(answers)
                .extracting(Api.Answer::text)
                .containsOnly(answers.getFirst().text());
    }

    private Visitor writer(UUID draft) {
        return office.account(db.fetchSingle("select account from casework.draft where id = ?", draft)
                .get(0, UUID.class));
    }
}
