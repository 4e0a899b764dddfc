package org.yichuang.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.yichuang.identity.Accounts;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.network.Absences;
import org.yichuang.network.InUse;
import org.yichuang.network.Officer;
import org.yichuang.network.Post;
import org.yichuang.network.tables.Table;
import org.yichuang.network.tables.TableImport;
import org.yichuang.network.tables.Tables;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.Api;
import org.yichuang.support.CityTest;
import org.yichuang.support.Locks;
import org.yichuang.support.TestClock;
import org.yichuang.support.Web;
import tools.jackson.databind.node.ObjectNode;

/** AUTHORISED and FOUR-EYES: who may act on a case today, over the API. */
@CityTest
class AuthorityTests {
    private static final String REVIEW = "330106-scjg-review";
    private static final String REGISTER = "330106-scjg-register";
    private static final Table DIVISIONS = Tables.named("divisions").orElseThrow();

    @Autowired
    private Office office;

    @Autowired
    private ActRequests requests;

    @Autowired
    private TableImport network;

    @Autowired
    private List<InUse> inUse;

    @Autowired
    private Denials denials;

    @Autowired
    private Casework casework;

    @Autowired
    private Previews previews;

    @Autowired
    private Absences absences;

    @Autowired
    private Journal journal;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private DSLContext db;

    @Autowired
    private TestClock clock;

    private final List<UUID> away = new ArrayList<>();
    private final List<String> authorisations = new ArrayList<>();

    @AfterEach
    void as_before() {
        away.forEach(id -> absences.end(Actor.SYSTEM, id, LocalDate.of(2026, 1, 1)));
        authorisations.forEach(number ->
                network.remove(Actor.SYSTEM, Tables.named("authorisations").orElseThrow(), number, ""));
    }

    @Test
    void b_may_act_while_a_is_away_and_not_before_nor_after_and_the_record_says_for_whom() {
        Officer a = Objects.requireNonNull(office.post("decide", Office.FOOD).a());
        Visitor b = Office.visitor(
                Objects.requireNonNull(office.post("decide", Office.FOOD).b()));
        UUID id = office.reviewed(office.aCompany());
        away(a, "2026-10-12", "2026-10-13");

        assertThat(grant(b, id).slug()).isEqualTo("not-authorised");
        clock.set("2026-10-14T09:00");
        assertThat(grant(b, id).slug()).isEqualTo("not-authorised");
        clock.set("2026-10-13T09:00");
        assertThat(grant(Office.visitor(a), id).slug()).isEqualTo("not-authorised");
        assertThat(whyNot(Office.visitor(a), id, ActKind.GRANT)).contains("您登记为外出，到 2026-10-13", b.name());
        assertThat(whyNot(Office.visitor(a), id, ActKind.ACCEPT)).startsWith("本件");
        assertThat(previews.of(b, id, new CaseAct.Grant("同意")).post())
                .isEqualTo(office.post("decide", Office.FOOD).code());
        assertThat(grant(b, id).status()).isEqualTo(200);

        Entry granted = journal.of("case:" + id).getLast();
        assertThat(granted.kind()).isEqualTo("case.granted");
        assertThat(granted.actor().account()).isEqualTo(b.id());
        assertThat(granted.actor().post())
                .isEqualTo(office.post("decide", Office.FOOD).code());
        assertThat(granted.actor().unit()).isEqualTo(Office.UNIT);
        assertThat(granted.actor().onBehalfOf()).isEqualTo("account:" + a.account());
    }

    @Test
    void an_authorisation_is_good_through_its_last_day_and_not_after_nor_before_its_first() {
        Visitor officer = holder(REGISTER);
        UUID id = office.reviewed(office.aCompany());

        authorise("2026-ended", REGISTER, "2026-01-01", "2026-10-08");
        assertThat(grant(officer, id).slug()).isEqualTo("not-authorised");
        authorise("2026-ended", REGISTER, "2026-10-10", "");
        assertThat(grant(officer, id).slug()).isEqualTo("not-authorised");
        authorise("2026-ended", REGISTER, "2026-10-09", "2026-10-09");
        assertThat(grant(officer, id).status()).isEqualTo(200);

        assertThat(journal.of("case:" + id).getLast().actor().post()).isEqualTo(REGISTER);
    }

    @Test
    void an_authorisation_for_another_item_or_act_is_none() {
        Visitor officer = holder(REGISTER);
        UUID id = office.reviewed(office.aCompany());

        assertThat(grant(officer, id).slug()).isEqualTo("not-authorised");
        authorise("2026-other", REGISTER, "small_catering", "decide", "2026-01-01", "");
        assertThat(grant(officer, id).slug()).isEqualTo("not-authorised");
        authorise("2026-other", REGISTER, Office.FOOD, "accept", "2026-01-01", "");
        assertThat(grant(officer, id).slug()).isEqualTo("not-authorised");
        assertThat(office.view(id).state()).isEqualTo(State.REVIEWING);
    }

    @Test
    void who_alone_reviewed_a_case_does_not_decide_it() {
        Post survey = office.post("survey", Office.FOOD);
        Visitor alone = holder(REVIEW);
        Post along = office.post("expert", Office.FOOD);
        Visitor companion = Office.visitor(Objects.requireNonNull(along.a()));
        assertThat(Office.visitor(Objects.requireNonNull(survey.b())).id()).isEqualTo(alone.id());
        authorise("2026-along", along.code(), Office.FOOD, "survey", "2026-01-01", "");
        UUID id = office.accepted(office.aCompany());
        away(survey.a(), "2026-10-10", "2026-10-10");
        clock.set("2026-10-10T09:30");
        office.act(alone, id, step("documents", null));
        office.act(alone, id, step("safety", null));
        office.act(alone, id, step("survey", companion.id()));
        authorise("2026-alone", REVIEW, "2026-01-01", "");

        assertThat(grant(alone, id).slug()).isEqualTo("four-eyes");
        assertThat(office.view(id).state()).isEqualTo(State.REVIEWING);
        assertThat(grant(office.officer("decide"), id).status()).isEqualTo(200);
    }

    @Test
    void who_reviewed_a_case_and_came_along_on_site_does_not_decide_it_either() {
        Visitor reviewer = holder(REVIEW);
        Visitor surveyor = office.officer("survey");
        UUID id = office.accepted(office.aCompany());
        office.act(reviewer, id, step("documents", null));
        office.act(reviewer, id, step("safety", null));
        office.act(surveyor, id, step("survey", reviewer.id()));
        authorise("2026-alone", REVIEW, "2026-01-01", "");

        assertThat(grant(reviewer, id).slug()).isEqualTo("four-eyes");

        CaseStep.Done survey = Objects.requireNonNull(office.view(id).steps().stream()
                .filter(CaseStep::takesTwo)
                .findFirst()
                .orElseThrow()
                .done());
        assertThat(survey.companion()).isEqualTo(reviewer.name());
        assertThat(survey.companionId()).isEqualTo(reviewer.id());
        assertThat(journal.of("case:" + id).getLast().payload())
                .contains("\"companionAccount\":\"" + reviewer.id() + "\"");
        assertThat(new Api(office.address(), null)
                        .get("/api/v1/track/" + office.view(id).queryCode())
                        .text())
                .doesNotContain(reviewer.id().toString());
    }

    @Test
    void a_step_that_was_done_before_the_second_officers_account_was_kept_is_read_as_it_was() {
        Visitor surveyor = office.officer("survey");
        Visitor reviewer = holder(REVIEW);
        UUID id = office.accepted(office.aCompany());
        office.act(surveyor, id, step("survey", reviewer.id()));
        db.execute("""
            update casework.case_file set steps = (select jsonb_agg(s #- '{done,companionId}')
                from jsonb_array_elements(steps::jsonb) s)::text where id = ?
            """, id);

        assertThat(office.view(id).steps())
                .filteredOn(CaseStep::takesTwo)
                .isNotEmpty()
                .allSatisfy(step -> assertThat(step.done())
                        .isNotNull()
                        .returns(reviewer.name(), CaseStep.Done::companion)
                        .returns(null, CaseStep.Done::companionId));
    }

    @Test
    void a_check_on_site_takes_two_officers() {
        UUID id = office.accepted(office.aCompany());
        Visitor surveyor = office.officer("survey");
        ObjectNode body = passed(id);
        String path = "/api/v1/cases/" + id + "/steps/survey";

        for (String companion :
                List.of("", surveyor.id().toString(), UUID.randomUUID().toString())) {
            ObjectNode named = companion.isEmpty() ? body : body.deepCopy().put("companion", companion);
            Api.Answer answer = office.api(surveyor).post(path, named);
            assertThat(answer.status()).as(companion).isEqualTo(422);
            assertThat(answer.fields()).containsExactly("companion");
        }
        ObjectNode two = body.deepCopy().put("companion", holder(REVIEW).id().toString());
        assertThat(office.api(surveyor).post(path, two).status()).isEqualTo(200);
    }

    @Test
    void any_other_check_that_the_item_says_takes_two_does_so_too() {
        String item = "labor_capacity";
        Visitor clerk = office.officerAnywhere("accept", item);
        UUID id = casework.receive(
                        clerk,
                        new WindowFiling(
                                office.aResident().id(),
                                null,
                                null,
                                office.application(clerk, item),
                                WindowFiling.Then.ACCEPT,
                                null))
                .caseId();
        Visitor reviewer = office.officerAnywhere("review", item);
        office.act(reviewer, id, step("review", null));
        String path = "/api/v1/cases/" + id + "/steps/panel";
        ObjectNode body = passed(id);
        Api.Answer alone = office.api(reviewer).post(path, body);
        assertThat(alone.status()).isEqualTo(422);
        assertThat(alone.fields()).containsExactly("companion");
        assertThat(office.web(reviewer).page("/desk/cases/" + id + "/act/finish-step?step=panel"))
                .contains("name=\"companion\"", "这个环节由两人以上进行");

        String other = office.api(reviewer)
                .get(path + "/companions")
                .json()
                .path(0)
                .path("account")
                .asString();
        assertThat(office.api(reviewer).post(path, body.put("companion", other)).status())
                .isEqualTo(200);
    }

    @Test
    void who_is_away_is_not_the_second_officer_on_site() {
        UUID first = office.accepted(office.aCompany());
        UUID second = office.accepted(office.aCompany());
        Visitor surveyor = office.officer("survey");
        UUID companion = holder(REVIEW).id();
        clock.set("2026-10-10T09:30");
        office.act(surveyor, first, step("survey", companion));

        away(office.post(REVIEW).a(), "2026-10-10", "2026-10-10");

        ObjectNode body = passed(second).put("companion", companion.toString());
        Api.Answer answer = office.api(surveyor).post("/api/v1/cases/" + second + "/steps/survey", body);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.fields()).containsExactly("companion");
    }

    @Test
    void whose_account_is_disabled_is_not_the_second_officer_on_site(@Autowired Accounts accounts) {
        UUID id = office.accepted(office.aCompany());
        Visitor surveyor = office.officer("survey");
        UUID companion = holder(REVIEW).id();
        ObjectNode body = passed(id).put("companion", companion.toString());
        String path = "/api/v1/cases/" + id + "/steps/survey";
        assertThat(office.api(surveyor).get(path + "/companions").text()).contains(companion.toString());
        accounts.disable(companion, Actor.SYSTEM);
        try {
            assertThat(office.api(surveyor).get(path + "/companions").text()).doesNotContain(companion.toString());
            Api.Answer answer = office.api(surveyor).post(path, body);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.fields()).containsExactly("companion");
        } finally {
            accounts.enable(companion, Actor.SYSTEM);
        }
        assertThat(office.api(surveyor).post(path, body).status()).isEqualTo(200);
    }

    @Test
    void a_pause_takes_two_people_and_the_days_of_it_do_not_count() {
        UUID id = office.accepted(office.aCompany());
        Visitor decider = office.officer("decide");
        assertThat(send(ActKind.PROPOSE_PAUSE, id, decider).status()).isEqualTo(200);
        assertThat(send(ActKind.APPROVE, id, decider).slug()).isEqualTo("four-eyes");
        assertThat(send(ActKind.REJECT, id, decider).slug()).isEqualTo("four-eyes");
        assertThat(office.view(id).state()).isEqualTo(State.ACCEPTED);

        assertThat(send(ActKind.APPROVE, id, head()).status()).isEqualTo(200);
        CaseView paused = office.view(id);
        assertThat(paused.state()).isEqualTo(State.PAUSED);
        assertThat(paused.times().due()).isNull();
        assertThat(paused.times().projected()).isEqualTo(TestClock.at("2026-10-27T17:00"));

        clock.set("2026-10-20T09:00");
        assertThat(send(ActKind.RESUME, id, decider).status()).isEqualTo(200);
        assertThat(office.view(id).times().promiseDue()).isEqualTo(TestClock.at("2026-10-27T17:00"));
    }

    @Test
    void an_extension_is_given_by_the_head_is_told_to_the_applicant_and_is_given_once() {
        UUID id = office.accepted(office.aCompany());
        var before = Objects.requireNonNull(office.view(id).times().statuteDue());
        Visitor decider = office.officer("decide");
        assertThat(send(ActKind.PROPOSE_EXTENSION, id, decider).status()).isEqualTo(200);
        assertThat(send(ActKind.APPROVE, id, decider).slug()).isEqualTo("not-authorised");

        Api.Answer approved = send(ActKind.APPROVE, id, head());

        assertThat(approved.status()).isEqualTo(200);
        assertThat(approved.json().path("letters").size()).isEqualTo(1);
        assertThat(before).isEqualTo(TestClock.at("2026-10-22T17:00"));
        assertThat(office.view(id).times().statuteDue()).isEqualTo(TestClock.at("2026-10-27T17:00"));
        assertThat(send(ActKind.PROPOSE_EXTENSION, id, decider).slug()).isEqualTo("extended-once");
    }

    private Api.Answer grant(Visitor who, UUID id) {
        return send(ActKind.GRANT, id, who);
    }

    private Api.Answer send(ActKind act, UUID id, Visitor who) {
        ActRequests.Request request = requests.of(act, id).orElseThrow();
        return office.api(who).post(request.path(), Objects.requireNonNull(request.body()));
    }

    @ParameterizedTest
    @CsvSource({"units, unit, division", "divisions, division, name", "windows, service_window, number"})
    void what_an_open_case_hangs_on_stays_in_the_register(String table, String column, String alone) {
        UUID id = office.submitted(office.aCompany()).caseId();
        Table in = Tables.named(table).orElseThrow();
        String key = "330106999999";
        db.execute("""
            insert into network.%1$s select (jsonb_populate_record(beside,
                jsonb_build_object('code', ?::text, '%2$s', (select max(code) from network.division)))).*
            from network.%1$s beside where code like '330106%%' limit 1
            """.formatted(column, alone), key);
        Object before = db.fetchValue("select " + column + " from casework.case_file where id = ?", id);
        db.execute("update casework.case_file set " + column + " = ? where id = ?", key, id);

        Problem refused = catchThrowableOfType(Problem.class, () -> network.remove(Actor.SYSTEM, in, key, ""));
        assertThat(refused.slug()).isEqualTo("still-used");
        assertThat(refused.detail().zh()).isEqualTo("“" + key + "”还有 1 件没有办完的办件，不能删除");
        assertThat(refused.detail().en()).isEqualTo("“" + key + "” is needed by open cases (1) and cannot be removed");

        db.execute("update casework.case_file set " + column + " = ? where id = ?", before, id);
        network.remove(Actor.SYSTEM, in, key, "");
    }

    @Test
    void what_is_just_being_removed_from_the_register_takes_no_case() throws Exception {
        Visitor company = office.aCompany();
        NewCase there = inANewStreet("330106999101", company);

        Future<Receipt> filed = whileSomebodyWaits(
                () -> network.remove(Actor.SYSTEM, DIVISIONS, "330106999101", ""), () -> casework.file(company, there));

        assertThatThrownBy(filed::get).cause().isInstanceOfSatisfying(Problem.class, refused -> {
            assertThat(refused.slug()).isEqualTo("stale-row");
            assertThat(refused.status()).isEqualTo(409);
        });
        assertThat(office.cases(company)).isZero();
    }

    @Test
    void who_submits_a_draft_there_is_told_on_the_page_of_the_draft(@Autowired Drafts drafts) throws Exception {
        Visitor company = office.aCompany();
        UUID draft = office.draft(company);
        NewCase there = inANewStreet("330106999103", company);
        drafts.save(company, draft, there.answers());
        Web web = office.web(company);
        String check = "/apply/draft/" + draft + "/check";
        web.page(check);

        Future<Web.Answer> sent = whileSomebodyWaits(
                () -> network.remove(Actor.SYSTEM, DIVISIONS, "330106999103", ""),
                () -> web.post(check, "declared", "yes"));

        assertThat(sent.get().status()).isEqualTo(409);
        assertThat(sent.get().body()).contains("刚刚从名录里删除了", "action=\"" + check);
        assertThat(office.cases(company)).isZero();
    }

    @Test
    void what_a_case_is_just_being_filed_at_stays_in_the_register() throws Exception {
        Visitor company = office.aCompany();
        NewCase there = inANewStreet("330106999102", company);

        Future<?> removed = whileSomebodyWaits(() -> casework.file(company, there), () -> {
            network.remove(Actor.SYSTEM, DIVISIONS, "330106999102", "");
            return null;
        });

        assertThatThrownBy(removed::get)
                .cause()
                .isInstanceOfSatisfying(
                        Problem.class, refused -> assertThat(refused.slug()).isEqualTo("still-used"));
        assertThat(office.cases(company)).isOne();
        db.execute("update casework.case_file set division = ? where applicant = ?", Answers.XIHU, company.id());
        network.remove(Actor.SYSTEM, DIVISIONS, "330106999102", "");
    }

    /** A food permit asked for where nothing else is. */
    private NewCase inANewStreet(String code, Visitor company) {
        network.row(
                Actor.SYSTEM,
                DIVISIONS,
                Map.of("code", code, "tier", "STREET", "name", "试验街道", "parent", Answers.XIHU),
                true,
                "");
        NewCase usual = office.application(company, Office.FOOD);
        var answers = new HashMap<>(usual.answers());
        answers.replaceAll((field, answer) -> answer.equals(Answers.XIHU) ? code : answer);
        return new NewCase(usual.item(), code, answers, usual.materials(), usual.way());
    }

    /** The first is committed when the second waits for it already. */
    private <T> Future<T> whileSomebodyWaits(Runnable first, Callable<T> second) {
        try (var thread = Executors.newSingleThreadExecutor()) {
            return Objects.requireNonNull(transaction.execute(status -> {
                first.run();
                int holding = Locks.connection(db);
                Future<T> waiting = thread.submit(second);
                await().until(() -> waiting.isDone() || Locks.awaited(db, holding));
                return waiting;
            }));
        }
    }

    @Test
    void a_unit_whose_denial_is_under_review_stays_in_the_register() {
        UUID id = office.submitted(office.aCompany()).caseId();
        office.act(office.officer("accept"), id, new CaseAct.Decline(Office.filing()));
        db.execute("update casework.denial_filing set unit = 'zz-denied' where case_id = ?", id);

        assertThat(hangsOn("zz-denied")).containsExactly("denials under review (1)");
        assertThat(hangsOn("zz-other")).isEmpty();

        denials.review(office.aSupervisor(), office.denial(id), DenialRow.Judgement.UPHELD, "依据充分");
        assertThat(hangsOn("zz-denied")).isEmpty();
    }

    private List<String> hangsOn(String unit) {
        return inUse.stream()
                .flatMap(module -> module.of("units", List.of(unit)).values().stream())
                .map(Text::en)
                .toList();
    }

    private ObjectNode passed(UUID id) {
        return Api.JSON
                .createObjectNode()
                .put("version", office.view(id).version())
                .put("verdict", "PASS")
                .put("opinion", "相符");
    }

    private static CaseAct.FinishStep step(String key, @org.jspecify.annotations.Nullable UUID companion) {
        return new CaseAct.FinishStep(key, Verdict.PASS, "符合要求", companion);
    }

    private Visitor head() {
        return office.officer("supervise");
    }

    private Visitor holder(String post) {
        return Office.visitor(Objects.requireNonNull(office.post(post).a()));
    }

    private String whyNot(Visitor who, UUID id, ActKind act) {
        return office.view(who, id).impossible().stream()
                .filter(option -> option.act() == act)
                .map(option -> Objects.requireNonNull(option.whyNot()).zh())
                .findFirst()
                .orElse("");
    }

    private void away(@org.jspecify.annotations.Nullable Officer officer, String from, String to) {
        String code = Objects.requireNonNull(officer).code();
        away.add(absences.record(Actor.SYSTEM, code, LocalDate.parse(from), LocalDate.parse(to), "培训")
                .id());
    }

    private void authorise(String number, String post, String from, String to) {
        authorise(number, post, Office.FOOD, "decide", from, to);
    }

    private void authorise(String number, String post, String item, String act, String from, String to) {
        Map<String, String> row = new HashMap<>(Map.of("number", number, "post", post, "item", item, "act", act));
        row.put("from_day", from);
        row.put("to_day", to);
        boolean added = !authorisations.contains(number);
        network.row(Actor.SYSTEM, Tables.named("authorisations").orElseThrow(), row, added, "");
        if (added) {
            authorisations.add(number);
        }
    }
}
