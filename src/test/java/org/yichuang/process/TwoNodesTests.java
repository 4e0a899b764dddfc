package org.yichuang.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.yichuang.calendar.DayFact;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.ActRequests;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.Casework;
import org.yichuang.casework.NewCase;
import org.yichuang.casework.Office;
import org.yichuang.casework.State;
import org.yichuang.casework.Verdict;
import org.yichuang.casework.service.ClockWork;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.CatalogueOffice;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.VersionInfo;
import org.yichuang.catalogue.document.DemoItems;
import org.yichuang.documents.LetterKind;
import org.yichuang.documents.Letters;
import org.yichuang.identity.DemoAccounts;
import org.yichuang.identity.People;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.journal.JournalVerifier;
import org.yichuang.network.WorkingCalendars;
import org.yichuang.network.tables.FileKind;
import org.yichuang.network.tables.SheetReader;
import org.yichuang.network.tables.Table;
import org.yichuang.network.tables.TableExport;
import org.yichuang.network.tables.TableImport;
import org.yichuang.network.tables.Tables;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.Api;
import org.yichuang.support.CityTest;
import org.yichuang.support.Locks;
import org.yichuang.support.Node;
import org.yichuang.support.NodeMain;
import org.yichuang.support.TestClock;
import tools.jackson.databind.node.ObjectNode;

/** Two nodes on one PostgreSQL are one server: the tests' own, and another in a process of its own. */
@CityTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoNodesTests {
    private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 5);
    /** The job reads cases in batches of five hundred. */
    private static final int MORE_THAN_ONE_BATCH = 520;

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private ActRequests requests;

    @Autowired
    private CatalogueOffice items;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private TableImport network;

    @Autowired
    private TableExport export;

    @Autowired
    private WorkingCalendars calendars;

    @Autowired
    private Journal journal;

    @Autowired
    private JournalVerifier verifier;

    @Autowired
    private Letters letters;

    @Autowired
    private DSLContext db;

    @Autowired
    private TestClock clock;

    private Node other;

    @BeforeAll
    void start(@Autowired Environment environment) {
        other = Node.on(environment.getRequiredProperty("spring.datasource.url"));
    }

    @AfterAll
    void stop() {
        other.close();
    }

    @BeforeEach
    void both_have_one_time() {
        clock.set(NodeMain.now());
    }

    @Test
    void a_session_made_at_one_works_at_the_other_and_ended_there_is_over_here() {
        Api here = Api.signedIn(office.address(), "banshancha", DemoAccounts.PASSWORD);
        Api there = here.at(other.address());
        assertThat(there.get("/api/v1/me").json().path("login").asString()).isEqualTo("banshancha");

        assertThat(there.send("DELETE", "/api/v1/sessions/current", null, null).status())
                .isEqualTo(204);

        assertThat(here.get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void one_key_sent_to_both_at_once_is_one_case_and_one_answer() throws Exception {
        Visitor company = office.aCompany();
        ObjectNode body = Api.JSON.valueToTree(office.application(company, Office.FOOD));
        Api here = office.api(company);

        List<Api.Answer> answers = atOnce(List.of(
                () -> here.post("/api/v1/cases", body, "Idempotency-Key", "both"),
                () -> here.at(other.address()).post("/api/v1/cases", body, "Idempotency-Key", "both")));

        assertThat(answers).extracting(Api.Answer::status).containsOnly(201);
        assertThat(answers.get(0).text()).isEqualTo(answers.get(1).text());
        assertThat(count("casework.case_file where applicant = '" + company.id() + "'"))
                .isEqualTo(1);
    }

    @Test
    void of_two_decisions_at_two_nodes_one_stands_and_the_other_is_told() throws Exception {
        for (int round = 0; round < 5; round++) {
            UUID id = office.reviewed(office.aCompany());
            ActRequests.Request grant = requests.of(ActKind.GRANT, id).orElseThrow();
            ActRequests.Request refuse = requests.of(ActKind.REFUSE, id).orElseThrow();

            List<Api.Answer> answers = atOnce(List.of(
                    () -> send(office.api(grant.who()), grant),
                    () -> send(office.api(refuse.who()).at(other.address()), refuse)));

            assertThat(answers).extracting(Api.Answer::status).containsExactlyInAnyOrder(200, 409);
            Api.Answer told = answers.stream()
                    .filter(one -> one.status() == 409)
                    .findFirst()
                    .orElseThrow();
            assertThat(told.slug()).isEqualTo("stale-version");
            assertThat(office.view(id).state())
                    .isEqualTo(answers.getFirst().status() == 200 ? State.GRANTED : State.REFUSED);
            assertThat(verifier.verify("case:" + id)).isEmpty();
        }
    }

    private static Api.Answer send(Api api, ActRequests.Request request) {
        return api.post(request.path(), Objects.requireNonNull(request.body()));
    }

    @Test
    void wrong_passwords_at_both_count_together_and_lock_at_both(@Autowired ApplicationContext context) {
        var login = Api.JSON
                .createObjectNode()
                .put("name", new People(context).resident().login())
                .put("password", "wrong, all of them");
        var here = new Api(office.address(), null);
        var there = new Api(other.address(), null);
        for (int i = 0; i < 2; i++) {
            assertThat(here.post("/api/v1/sessions", login).status()).isEqualTo(401);
            assertThat(there.post("/api/v1/sessions", login).status()).isEqualTo(401);
        }
        assertThat(here.post("/api/v1/sessions", login).slug()).isEqualTo("locked");
        login.put("password", People.PASSWORD);
        assertThat(there.post("/api/v1/sessions", login).slug()).isEqualTo("locked");
    }

    @Test
    void cases_go_from_hand_to_hand_between_the_nodes_and_each_entry_takes_effect_once() throws Exception {
        await().until(() -> readers() == 0);
        int before = decided();
        int most = 8;
        List<Callable<UUID>> cases = new ArrayList<>();
        for (int i = 0; i < most; i++) {
            cases.add(this::acrossBoth);
        }

        List<UUID> all = atOnce(cases);

        assertThat(all).allSatisfy(id -> {
            assertThat(office.view(id).state()).isEqualTo(State.CLOSED);
            assertThat(verifier.verify("case:" + id)).isEmpty();
        });
        await().until(() -> decided() >= before + most && readers() == 0);
        assertThat(decided()).isEqualTo(before + most);
    }

    @Test
    void a_version_published_or_retired_at_one_node_is_so_at_the_other_within_seconds() {
        String code = "t" + UUID.randomUUID().toString().replace("-", "");
        ItemVersion item = DemoItems.changed("pension", "code: pension\n", "code: " + code + "\n");
        var anybody = new Api(other.address(), null);
        String path = "/api/v1/items/" + code;
        assertThat(anybody.get(path).status()).isEqualTo(404);

        VersionInfo published = items.publishAtOnce(item, Actor.SYSTEM);

        await().until(() -> anybody.get(path).status() == 200);
        items.retire(code, published.version(), published.revision(), Actor.SYSTEM);
        await().until(() -> anybody.get(path).status() == 410);
    }

    @Test
    void a_unit_renamed_at_one_is_called_so_at_the_other() {
        Visitor company = office.aCompany();
        UUID id = office.submitted(company).caseId();
        String name = String.valueOf(db.fetchValue("select name_en from network.unit where code = ?", Office.UNIT));
        Api there = office.api(company).at(other.address());
        assertThat(unit(there, id)).isEqualTo(name);

        String longer = name + " of the West Lake";

        rename(name, longer);

        await().until(() -> unit(there, id).equals(longer));
        rename(longer, name);
        await().until(() -> unit(there, id).equals(name));
    }

    @Test
    void a_day_off_decided_at_one_moves_limits_at_the_other_and_each_open_case_once() {
        UUID id = office.accepted(office.aCompany());
        LocalDate last = dueDay(id);
        assertThat(due()).startsWith("2026-11-09T17:00");

        calendars.editDay(Actor.SYSTEM, THURSDAY, off(THURSDAY));
        calendars.editDay(Actor.SYSTEM, last, off(last));

        await().until(() -> due().startsWith("2026-11-10T17:00"));
        await().until(() -> rounds() == 0 && dueDay(id).isAfter(last));
        assertThat(journal.of("case:" + id))
                .filteredOn(entry -> entry.kind().equals("case.recomputed"))
                .hasSize(1);
        calendars.editDay(Actor.SYSTEM, THURSDAY, null);
        calendars.editDay(Actor.SYSTEM, last, null);
        await().until(() -> rounds() == 0 && dueDay(id).equals(last));
    }

    /**
     * Both jobs are held at the first case until each has read the whole list, so that they do race: a scheduler gives a
     * job to one node, but another takes it up when the first seems dead and is only slow.
     */
    @Test
    void the_jobs_of_both_at_the_same_time_accept_every_silent_case_exactly_once(@Autowired ClockWork work)
            throws Exception {
        UUID[] silent;
        try (var here = Executors.newSingleThreadExecutor()) {
            await().until(() -> limitsAt("now() + interval '1 hour'") == 1);
            silent = silent(MORE_THAN_ONE_BATCH);
            Future<Integer> accepted = db.transactionResult(held -> {
                held.dsl().execute("select from casework.case_file where id = any (?) for update", (Object) silent);
                Future<Integer> one = here.submit(() -> {
                    limitsAt("now()");
                    return work.deemAccepted();
                });
                await().until(() -> Locks.waiting(db, "update casework.case_file") == 2);
                return one;
            });
            assertThat(accepted).succeedsWithin(Duration.ofSeconds(60));
            await().until(() -> count("journal.scheduled_tasks where task_name = 'casework-limits' and picked") == 0);
        }

        assertThat(silent).allSatisfy(id -> {
            assertThat(journal.of("case:" + id))
                    .extracting(Entry::kind)
                    .containsExactly("case.submitted", "case.deemed-accepted");
            assertThat(letters.ofCase(id))
                    .extracting(Letters.Issued::kind)
                    .containsExactlyInAnyOrder(LetterKind.RECEIPT, LetterKind.DEEMED_ACCEPTANCE);
            assertThat(verifier.verify("case:" + id)).isEmpty();
        });
        assertThat(db.fetch(
                                "select number from documents.letter where case_id = any (?) and kind = 'DEEMED_ACCEPTANCE'",
                                (Object) silent)
                        .intoSet(0, String.class))
                .hasSameSizeAs(silent);
    }

    /** Cases that nobody answered in their five working days. */
    private UUID[] silent(int most) throws Exception {
        Visitor company = office.aCompany();
        NewCase application = office.application(company, Office.FOOD);
        UUID[] silent = atOnce(Collections.nCopies(
                        most, () -> casework.file(company, application).caseId()))
                .toArray(UUID[]::new);
        db.execute("update casework.case_file set " + Aftermath.UNANSWERED + " where id = any (?)", (Object) silent);
        return silent;
    }

    /** When the job for limits is to run; 0 when it is running. */
    private int limitsAt(String when) {
        return db.execute("update journal.scheduled_tasks set execution_time = " + when
                + " where task_name = 'casework-limits' and not picked");
    }

    /** One case, each act at the node that did not do the one before. */
    private UUID acrossBoth() {
        Visitor company = office.aCompany();
        var turn = new AtomicInteger();
        Api.Answer filed = next(company, turn)
                .post("/api/v1/cases", Api.JSON.valueToTree(office.application(company, Office.FOOD)));
        assertThat(filed.status()).as(filed.text()).isEqualTo(201);
        UUID id = UUID.fromString(filed.json().path("caseId").asString());
        act(ActKind.ACCEPT, id, turn);
        act(ActKind.FINISH_STEP, id, turn);
        act(ActKind.FINISH_STEP, id, turn);
        Visitor surveyor = office.officer("survey");
        UUID companion = office.officer("review").id();
        office.act(surveyor, id, new CaseAct.FinishStep("survey", Verdict.PASS, "相符", companion));
        act(ActKind.GRANT, id, turn);
        act(ActKind.FINISH_STEP, id, turn);
        act(ActKind.DELIVER, id, turn);
        act(ActKind.CONFIRM_RECEIPT, id, turn);
        return id;
    }

    private void act(ActKind act, UUID id, AtomicInteger turn) {
        ActRequests.Request request = requests.of(act, id).orElseThrow();
        Api.Answer answer = next(request.who(), turn).post(request.path(), Objects.requireNonNull(request.body()));
        assertThat(answer.status()).as(act + " " + answer.text()).isEqualTo(200);
    }

    private Api next(Visitor who, AtomicInteger turn) {
        Api here = office.api(who);
        return turn.getAndIncrement() % 2 == 0 ? here : here.at(other.address());
    }

    private static <T> List<T> atOnce(List<Callable<T>> all) throws Exception {
        List<T> done = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (var one : threads.invokeAll(all)) {
                done.add(one.get());
            }
        }
        return done;
    }

    private static DayFact off(LocalDate day) {
        return new DayFact(day, DayFact.Kind.OFF, "运动会");
    }

    private String due() {
        ObjectNode limit = Api.JSON
                .createObjectNode()
                .put("start", "2026-11-02T09:00")
                .put("amount", 5)
                .put("unit", "WORKING_DAY");
        return new Api(other.address(), null)
                .post("/api/v1/limits/compute", limit)
                .json()
                .path("due")
                .asString();
    }

    private LocalDate dueDay(UUID id) {
        return LocalDate.ofInstant(
                Objects.requireNonNull(office.view(id).times().promiseDue()), clock.getZone());
    }

    private static String unit(Api api, UUID id) {
        return api.get("/api/v1/cases/" + id)
                .json()
                .path("place")
                .path("unitName")
                .path("en")
                .asString();
    }

    /** As an administrator does: takes the table out, changes a cell, and brings the line back in. */
    private void rename(String from, String to) {
        Table units = Tables.named("units").orElseThrow();
        List<String> lines = new String(export.file(units, FileKind.CSV), StandardCharsets.UTF_8)
                .lines()
                .toList();
        String line = lines.stream()
                .filter(row -> row.startsWith(Office.UNIT + ","))
                .findFirst()
                .orElseThrow();
        String csv = lines.getFirst() + "\n" + line.replace(from, to) + "\n";
        network.sheet(Actor.SYSTEM, units, SheetReader.read(csv.getBytes(StandardCharsets.UTF_8)), false);
    }

    /** Decisions that the item's record counts. */
    private int decided() {
        return db.fetchSingle("select coalesce(sum(cases), 0)::int from casework.item_days")
                .get(0, Integer.class);
    }

    /** Readers with something still before them. */
    private int readers() {
        return count("journal.reader r where exists"
                + " (select from journal.entry e where (e.epoch, e.tx, e.seq) > (r.epoch, r.tx, r.seq))");
    }

    /** A round waits until some seconds have passed, here too; what a test of a later day asked for waits for that. */
    private int rounds() {
        both_have_one_time();
        return count("casework.recomputation where at <= timestamptz '" + clock.instant() + "'");
    }

    private int count(String of) {
        return db.fetchSingle("select count(*)::int from " + of).get(0, Integer.class);
    }
}
