package org.yichuang.casework.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.Answers;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.Cases;
import org.yichuang.casework.DenialRow;
import org.yichuang.casework.Denials;
import org.yichuang.casework.Draft;
import org.yichuang.casework.Drafts;
import org.yichuang.casework.NewCase;
import org.yichuang.casework.Office;
import org.yichuang.casework.Situations;
import org.yichuang.casework.State;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.documents.LetterContent;
import org.yichuang.documents.LetterKind;
import org.yichuang.documents.Letters;
import org.yichuang.documents.Verification;
import org.yichuang.identity.Accounts;
import org.yichuang.identity.DemoAccounts;
import org.yichuang.identity.People;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.journal.NewEntry;
import org.yichuang.network.Clerk;
import org.yichuang.network.Network;
import org.yichuang.network.Seat;
import org.yichuang.network.Window;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.Api;
import org.yichuang.support.CityTest;
import org.yichuang.support.TestClock;
import org.yichuang.support.Web;
import tools.jackson.databind.node.ObjectNode;

/** A window's own program: who stands there, their application, and the code they take home. */
@CityTest
@Import(Office.class)
class WindowApiTests {
    /** Received by the unit that decides it, and nowhere else. */
    private static final String ONLY_THERE = "vehicle_reg";

    private static final String SHANGCHENG = "330102000000";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Office office;

    @Autowired
    private Situations situations;

    @Autowired
    private TestClock clock;

    @Autowired
    private Cases cases;

    @Autowired
    private Denials denials;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Network network;

    @Autowired
    private Letters letters;

    @Autowired
    private Journal journal;

    @Autowired
    private Accounts accounts;

    @LocalServerPort
    private int port;

    private static ObjectNode person(String number, String name) {
        return Api.JSON
                .createObjectNode()
                .put("kind", "RESIDENT")
                .put("number", number)
                .put("name", name);
    }

    private Api.Answer receive(Api window, Visitor officer, String item, String applicant, @Nullable String agent) {
        NewCase whole = office.application(officer, item);
        ObjectNode application = Api.JSON.createObjectNode();
        application.put("item", item).put("division", whole.division());
        application.set("answers", Api.JSON.valueToTree(whole.answers()));
        application.set("materials", Api.JSON.valueToTree(whole.materials()));
        ObjectNode body = Api.JSON
                .createObjectNode()
                .put("applicant", applicant)
                .put("agentName", agent)
                .put("then", "RECEIVE");
        body.set("application", application);
        return window.post("/api/v1/window-cases", body);
    }

    @Test
    void who_applies_at_a_window_takes_home_a_code_that_opens_their_account_once() {
        String item = office.onTheSpot().orElseThrow();
        Visitor officer = office.officerAnywhere("on-the-spot", item);
        Api window = office.api(officer);
        String number = People.number();
        Api.Answer made = window.post("/api/v1/window-applicants", person(number, "何建平"));
        assertThat(made.status()).as(made.text()).isEqualTo(200);
        assertThat(made.text()).doesNotContain(number).contains("\"claimed\":false");
        String applicant = made.json().path("id").asString();
        assertThat(window.post("/api/v1/window-applicants", person(number, "何建平"))
                        .json()
                        .path("id")
                        .asString())
                .isEqualTo(applicant);
        assertThat(window.post("/api/v1/window-applicants", person(number, "别人"))
                        .fields())
                .containsExactly("name");

        Api.Answer received = receive(window, officer, item, applicant, null);
        assertThat(received.status()).as(received.text()).isEqualTo(201);
        String claim = "/api/v1/cases/" + received.json().path("caseId").asString() + "/claim-code";

        String dead = window.send("POST", claim, null, null).json().path("code").asString();
        String code = window.send("POST", claim, null, null).json().path("code").asString();
        assertThat(setPassword(dead).status()).isBetween(400, 422);
        assertThat(setPassword(code).header("Location")).endsWith("/my/cases");
        assertThat(window.send("POST", claim, null, null).slug()).isEqualTo("claimed");
    }

    @Test
    void who_may_receive_nothing_is_not_told_by_the_api_either_whether_a_number_has_an_account() {
        String known = People.number();
        Api window = office.api(office.officer("accept"));
        assertThat(window.post("/api/v1/window-applicants", person(known, "何建平"))
                        .status())
                .isEqualTo(200);
        Visitor nobody =
                office.account(new People(context).officer(Role.OFFICER).id());

        List<Api.Answer> answers = Stream.of(known, People.number())
                .flatMap(number -> Stream.of("何建平", "别人").map(name -> person(number, name)))
                .map(who -> office.api(nobody).post("/api/v1/window-applicants", who))
                .toList();

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(403));
        assertThat(answers.stream().map(Api.Answer::text).distinct()).hasSize(1);
    }

    @Test
    void a_general_window_takes_what_every_window_of_the_city_takes_and_the_competent_unit_accepts_it() {
        Visitor street = office.known("hexiaoyan");
        String window = window(street);
        String applicant = office.aCompany().id().toString();

        Api.Answer received = passOn(street, Office.FOOD, applicant, window, "RECEIVE");

        assertThat(received.status()).as(received.text()).isEqualTo(201);
        UUID id = UUID.fromString(received.json().path("caseId").asString());
        assertThat(office.view(id).place().unit()).isEqualTo(Office.UNIT);
        Actor receiver = journal.of("case:" + id).getFirst().actor();
        assertThat(receiver.unit())
                .isEqualTo(office.post(Objects.requireNonNull(receiver.post())).unit())
                .isNotEqualTo(Office.UNIT);
        assertThat(cases.view(street, id).may(ActKind.ACCEPT)).isFalse();
        office.act(office.officer("accept"), id, new CaseAct.Accept());
        assertThat(office.view(id).state()).isEqualTo(State.ACCEPTED);

        assertThat(passOn(street, Office.FOOD, applicant, window, "ACCEPT").status())
                .isEqualTo(403);
        assertThat(passOn(street, Office.FOOD, applicant, null, "RECEIVE").status())
                .isEqualTo(403);
        assertThat(passOn(street, ONLY_THERE, applicant, window, "RECEIVE").status())
                .isEqualTo(403);
    }

    @Test
    void what_was_received_at_a_window_of_the_city_is_corrected_there_and_accepted_by_the_competent_unit() {
        LocalDate day = LocalDate.of(2026, 10, 9);
        Visitor street = office.known("hexiaoyan");
        Visitor elsewhere = office.officerAnywhere("accept", ONLY_THERE);
        String window = network.seat(street.id(), day)
                .map(Seat::window)
                .map(Window::code)
                .orElseThrow();
        Api.Answer received = passOn(street, Office.FOOD, office.aCompany().id().toString(), window, "RECEIVE");
        UUID id = UUID.fromString(received.json().path("caseId").asString());
        assertThat(cases.view(street, id).may(ActKind.SUPPLEMENT)).isFalse();
        office.act(office.officer("accept"), id, situations.notice());

        assertThat(cases.view(street, id).may(ActKind.SUPPLEMENT)).isTrue();
        CaseAct.Supplement foreign = situations.supplement(elsewhere);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> office.act(elsewhere, id, foreign))
                .satisfies(problem -> assertThat(problem.status()).isEqualTo(404));
        office.act(street, id, situations.supplement(street));

        assertThat(office.view(id).state()).isEqualTo(State.SUBMITTED);
        Entry supplemented = journal.of("case:" + id).getLast();
        assertThat(supplemented.kind()).isEqualTo("case.supplemented");
        assertThat(supplemented.actor().unit()).isEqualTo("330106010-jdb");
        assertThat(cases.view(street, id).may(ActKind.ACCEPT)).isFalse();
        office.act(office.officer("accept"), id, new CaseAct.Accept());
        assertThat(office.view(id).state()).isEqualTo(State.ACCEPTED);
    }

    @Test
    void what_was_received_at_a_window_of_the_city_is_withdrawn_there() {
        Visitor street = office.known("hexiaoyan");
        String window = window(street);
        String applicant = office.aCompanyAtWindow().id().toString();
        Api.Answer received = passOn(street, Office.FOOD, applicant, window, "RECEIVE");
        UUID id = UUID.fromString(received.json().path("caseId").asString());
        office.act(office.officer("accept"), id, new CaseAct.Accept());

        assertThat(cases.view(street, id).may(ActKind.WITHDRAW)).isTrue();
        office.act(street, id, new CaseAct.Withdraw("申请人说不开了"));

        assertThat(office.view(id).state()).isEqualTo(State.WITHDRAWN);
        assertThat(journal.of("case:" + id).getLast().actor().unit()).isEqualTo("330106010-jdb");
    }

    @Test
    void a_draft_filed_at_a_window_is_the_applicants_own_and_of_the_item() {
        clock.set("2026-10-09T10:24:00.123456789");
        Visitor officer = office.officer("accept");
        Visitor company = office.aCompany();
        Draft own = drafts.start(company, Office.FOOD, null);
        Draft ofAnotherItem = drafts.start(company, "small_catering", null);
        Draft theirs = drafts.start(office.aCompany(), Office.FOOD, null);

        for (Draft wrong : List.of(theirs, ofAnotherItem)) {
            assertThat(fromDraft(officer, company, wrong).slug()).isEqualTo("draft-changed");
        }
        assertThat(drafts.mine(company)).hasSize(2);
        assertThat(opened(officer, company, Office.FOOD, number(company)).status())
                .isEqualTo(200);
        Api.Answer filed = fromDraft(officer, company, own);
        assertThat(filed.status()).as(filed.toString()).isEqualTo(201);
        assertThat(filed.json().path("caseId").asString()).isEqualTo(own.id().toString());
        assertThat(drafts.mine(company)).extracting(Draft::id).containsExactly(ofAnotherItem.id());
        assertThat(fromDraft(officer, company, own).slug()).isEqualTo("draft-changed");
    }

    @Test
    void what_was_saved_of_a_draft_since_it_was_read_is_not_lost_at_the_window() {
        Visitor officer = office.officer("accept");
        Visitor company = office.aCompany();
        Draft read = drafts.start(company, Office.FOOD, null);
        opened(officer, company, Office.FOOD, number(company));
        clock.set("2026-10-09T10:31");
        Draft saved = drafts.save(company, read.id(), Map.of("address", "外桐坞村屋后 78 号"));

        assertThat(fromDraft(officer, company, read).slug()).isEqualTo("draft-changed");
        assertThat(drafts.mine(company)).containsExactly(saved);
        opened(officer, company, Office.FOOD, number(company));
        assertThat(fromDraft(officer, company, saved).status()).isEqualTo(201);
    }

    @Test
    void a_draft_is_filed_by_its_id_and_when_it_was_saved() {
        Visitor officer = office.officer("accept");
        Visitor company = office.aCompany();
        ObjectNode body = filing(officer, company);
        body.putObject("draft").put("id", UUID.randomUUID().toString());

        Api.Answer refused = office.api(officer).post("/api/v1/window-cases", body);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("\"draft.updatedAt\"");
    }

    @Test
    void a_draft_is_filed_by_the_officer_who_opened_it_that_day_by_the_applicants_number() {
        Visitor officer = office.officer("accept");
        Visitor company = office.aCompany();
        Draft draft = drafts.start(company, Office.FOOD, null);
        Draft ofAnotherItem = drafts.start(company, "small_catering", null);
        String record = "account:" + company.id();

        Api.Answer unseen = fromDraft(officer, company, draft);
        assertThat(unseen.status()).isEqualTo(409);
        assertThat(unseen.slug()).isEqualTo("draft-not-shown");
        assertThat(opened(officer, company, Office.FOOD, number(office.aCompany()))
                        .fields())
                .containsExactly("number");
        assertThat(journal.of(record).getLast().kind()).isEqualTo("draft.number-mistaken");
        Api.Answer shown = opened(officer, company, Office.FOOD, " " + number(company));

        assertThat(shown.status()).as(shown.text()).isEqualTo(200);
        assertThat(shown.text())
                .contains(draft.id().toString())
                .doesNotContain(ofAnotherItem.id().toString());
        assertThat(journal.of(record).getLast().kind()).isEqualTo("draft.shown");
        assertThat(fromDraft(office.officer("decide"), company, draft).slug())
                .as("another officer")
                .isEqualTo("draft-not-shown");
        clock.set("2026-10-10T10:24");
        assertThat(fromDraft(office.officer("accept"), company, draft).slug())
                .as("the next day")
                .isEqualTo("draft-not-shown");
        assertThat(drafts.mine(company)).hasSize(2);
        opened(office.officer("accept"), company, Office.FOOD, number(company));
        assertThat(fromDraft(office.officer("accept"), company, draft).status()).isEqualTo(201);
    }

    @Test
    void a_draft_is_not_filed_under_another_version_of_the_item_than_it_was_shown_under() {
        Visitor officer = office.officer("accept");
        Visitor company = office.aCompany();
        Draft draft = drafts.start(company, Office.FOOD, null);
        String before = String.valueOf(draft.version() - 1);
        var payload = Map.of(
                "item", draft.item(),
                "version", before,
                "draft", draft.id().toString(),
                "saved", draft.updatedAt().toString());
        journal.append(new NewEntry("draft.shown", "account:" + company.id(), Actor.of(officer.id()), payload));

        assertThat(fromDraft(officer, company, draft).slug()).isEqualTo("draft-not-shown");

        opened(officer, company, Office.FOOD, number(company));
        assertThat(fromDraft(officer, company, draft).status()).isEqualTo(201);
    }

    @Test
    void a_program_is_shown_no_draft_of_an_item_that_its_officer_may_not_receive_nor_after_five_wrong_numbers() {
        Visitor company = office.aCompany();
        drafts.start(company, Office.FOOD, null);
        Visitor officer = office.officer("accept");
        String anothers = number(office.aCompany());

        assertThat(opened(officer, company, ONLY_THERE, number(company)).status())
                .isEqualTo(403);
        for (int i = 0; i < 5; i++) {
            assertThat(opened(officer, company, Office.FOOD, anothers).status()).isEqualTo(422);
        }
        assertThat(opened(officer, company, Office.FOOD, number(company)).slug())
                .isEqualTo("too-many-numbers");
        assertThat(journal.of("account:" + company.id()))
                .extracting(Entry::kind)
                .doesNotContain("draft.shown");
    }

    @Test
    void a_file_of_the_applicant_is_read_and_handed_in_at_a_window_only_with_the_draft_that_was_shown_there() {
        Visitor officer = office.officer("accept");
        Visitor company = office.aCompany();
        List<SubmittedMaterial> uploaded =
                office.application(company, Office.FOOD).materials();
        Draft draft = drafts.start(company, Office.FOOD, null);
        SubmittedMaterial handed = uploaded.getFirst();
        Draft saved = drafts.attach(company, draft.id(), handed);
        String file = "/api/v1/window-drafts/" + saved.id() + "/files/" + handed.file() + "?applicant=" + company.id()
                + "&item=" + Office.FOOD;
        assertThat(office.api(officer).get(file).status()).as("not shown yet").isEqualTo(404);
        opened(officer, company, Office.FOOD, number(company));
        assertThat(office.api(officer).get(file).text()).startsWith("%PDF");
        assertThat(journal.of("account:" + company.id()).getLast().kind()).isEqualTo("draft.file-opened");
        ObjectNode body = filing(officer, company);
        body.putObject("draft")
                .put("id", saved.id().toString())
                .put("updatedAt", saved.updatedAt().toString());
        ObjectNode application = (ObjectNode) body.get("application");
        application.set("materials", Api.JSON.valueToTree(uploaded));

        assertThat(office.api(officer).post("/api/v1/window-cases", body).fields())
                .containsExactlyElementsOf(IntStream.range(1, uploaded.size())
                        .mapToObj(nth -> "materials[" + nth + "].file")
                        .toList());
        List<SubmittedMaterial> own =
                new ArrayList<>(office.application(officer, Office.FOOD).materials());
        own.set(0, handed);
        application.set("materials", Api.JSON.valueToTree(own));
        assertThat(office.api(officer).post("/api/v1/window-cases", body).status())
                .isEqualTo(201);
    }

    private String number(Visitor applicant) {
        return Objects.requireNonNull(accounts.get(applicant.id()).number()).inFull();
    }

    private Api.Answer opened(Visitor officer, Visitor applicant, String item, String number) {
        ObjectNode body = Api.JSON
                .createObjectNode()
                .put("applicant", applicant.id().toString())
                .put("item", item)
                .put("number", number);
        return office.api(officer).post("/api/v1/window-drafts", body);
    }

    private Api.Answer fromDraft(Visitor officer, Visitor company, Draft draft) {
        ObjectNode body = filing(officer, company);
        body.putObject("draft")
                .put("id", draft.id().toString())
                .put("updatedAt", draft.updatedAt().toString());
        return office.api(officer).post("/api/v1/window-cases", body);
    }

    private ObjectNode filing(Visitor officer, Visitor company) {
        ObjectNode body = Api.JSON
                .createObjectNode()
                .put("applicant", company.id().toString())
                .put("agentName", "林晓")
                .put("then", "RECEIVE");
        body.set("application", Api.JSON.valueToTree(office.application(officer, Office.FOOD)));
        return body;
    }

    /** At which an officer sits that day. */
    private String window(Visitor officer) {
        return network.seat(officer.id(), LocalDate.of(2026, 10, 9))
                .map(Seat::window)
                .map(Window::code)
                .orElseThrow();
    }

    private Api.Answer passOn(Visitor officer, String item, String applicant, @Nullable String window, String then) {
        ObjectNode body = Api.JSON
                .createObjectNode()
                .put("applicant", applicant)
                .put("agentName", "林晓")
                .put("window", window)
                .put("then", then);
        body.set("application", Api.JSON.valueToTree(office.application(officer, item)));
        return office.api(officer).post("/api/v1/window-cases", body);
    }

    /** Received at a window for somebody whom only windows know. */
    private String received(Visitor officer) {
        ObjectNode who =
                person(People.code(), "杭州认领试验餐饮有限公司").put("kind", "COMPANY").put("agent", "林晓");
        Api window = office.api(officer);
        String applicant =
                window.post("/api/v1/window-applicants", who).json().path("id").asString();
        Api.Answer received = receive(window, officer, Office.FOOD, applicant, "林晓");
        assertThat(received.status()).as(received.text()).isEqualTo(201);
        return received.json().path("caseId").asString();
    }

    private Api.Answer claims(Visitor officer, String id) {
        return office.api(officer).send("POST", "/api/v1/cases/" + id + "/claim-code", null, null);
    }

    @Test
    void a_code_is_given_by_who_received_the_case_or_may_receive_it_and_by_nobody_else_who_sees_it() {
        Visitor officer = office.officer("accept");
        Visitor reviewer = office.officer("review");
        String id = received(officer);

        assertThat(office.api(reviewer).get("/api/v1/cases/" + id).status()).isEqualTo(200);
        assertThat(claims(reviewer, id).status()).isEqualTo(403);
        assertThat(claims(officer, id).status()).isEqualTo(201);
        assertThat(claims(office.officer("decide"), id).status())
                .as("may receive it too, to decide on the spot")
                .isEqualTo(201);
    }

    @Test
    void a_day_after_the_filing_a_code_is_given_no_more_and_the_answer_says_where_to_go() {
        Visitor officer = office.officer("accept");
        String id = received(officer);

        clock.set("2026-10-10T10:24");
        assertThat(claims(officer, id).status()).isEqualTo(201);
        clock.set("2026-10-10T10:24:01");

        Api.Answer late = claims(officer, id);
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.slug()).isEqualTo("claim-too-late");
        assertThat(late.text()).contains("带证件到窗口");
    }

    @Test
    void a_disabled_account_is_given_no_code_that_it_could_not_use() {
        Visitor officer = office.officer("accept");
        String id = received(officer);
        UUID applicant = office.view(UUID.fromString(id)).applicant().account();
        accounts.disable(applicant, Actor.SYSTEM);

        Api.Answer refused = claims(officer, id);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.slug()).isEqualTo("disabled");

        accounts.enable(applicant, Actor.SYSTEM);
        assertThat(claims(officer, id).status()).isEqualTo(201);
    }

    @Test
    void the_receipt_offers_a_code_only_to_whom_it_is_given() {
        String offer = "发一个新的开通码";
        String id = received(office.known("zhengxiaowen"));
        String receipt = "/desk/cases/" + id + "/receipt";

        assertThat(desk("zhengxiaowen").page(receipt)).contains(offer, "收下一件", "同一位申请人再办一件");
        assertThat(desk("chenli").page(receipt)).contains("查询码").doesNotContain(offer, "收下一件", "同一位申请人再办一件");
        assertThat(desk("chenli").post(receipt + "/claim").status()).isEqualTo(403);

        clock.set("2026-10-10T10:24:01");
        assertThat(desk("zhengxiaowen").page(receipt)).contains("查询码").doesNotContain(offer);
    }

    private Web desk(String login) {
        return new Web(port).signedIn(login, DemoAccounts.PASSWORD);
    }

    private Api.Answer turnAway(Api window, Visitor applicant, String item, @Nullable String division) {
        ObjectNode body = Api.JSON
                .createObjectNode()
                .put("applicant", applicant.id().toString())
                .put("agentName", "林晓")
                .put("item", item)
                .put("division", division);
        body.set("filing", Api.JSON.valueToTree(Office.notOurs()));
        return window.post("/api/v1/window-cases/not-here", body);
    }

    @Test
    void who_asks_at_the_wrong_authority_is_told_the_right_one_in_writing_and_a_denial_is_filed() {
        Api window = office.api(office.officer("accept"));
        Visitor applicant = office.aCompany();

        Api.Answer answer = turnAway(window, applicant, ONLY_THERE, null);

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        UUID id = UUID.fromString(answer.json().path("caseId").asString());
        CaseView view = office.view(id);
        assertThat(view.state()).isEqualTo(State.NOT_ACCEPTED);
        assertThat(view.place().unit()).isEqualTo(Office.UNIT);
        Letters.Issued letter = letters.ofCase(id).stream()
                .filter(made -> made.kind() == LetterKind.NOT_THIS_AUTHORITY)
                .findFirst()
                .orElseThrow();
        LetterContent content = letters.find(letter.id()).orElseThrow();
        assertThat(content.points().toString()).contains("杭州市公安局");
        assertThat(content.issuer().name()).contains("西湖区市场监督管理局");
        assertThat(content.remedies()).contains("行政复议");
        assertThat(journal.of("case:" + id))
                .extracting(Entry::kind)
                .containsExactly("case.submitted", "case.denial-filed", "case.declined");
        assertThat(journal.of("case:" + id))
                .extracting(entry -> entry.actor().unit())
                .containsOnly(Office.UNIT);
        assertThat(office.waiting(id).unit()).isEqualTo(Office.UNIT);
    }

    @Test
    void a_not_here_that_the_supervising_unit_takes_back_leaves_nothing_to_decide_but_its_letter_is_revoked() {
        Api window = office.api(office.officer("accept"));
        Api.Answer answer = turnAway(window, office.aCompany(), ONLY_THERE, null);
        UUID id = UUID.fromString(answer.json().path("caseId").asString());
        assertThat(letters.ofCase(id)).extracting(Letters.Issued::kind).containsExactly(LetterKind.NOT_THIS_AUTHORITY);
        String code =
                letters.find(letters.ofCase(id).getFirst().id()).orElseThrow().code();

        denials.review(office.aSupervisor(), office.waiting(id).id(), DenialRow.Judgement.REVERSED, "申请人问的是别的事");

        assertThat(office.view(id).state()).isEqualTo(State.NOT_ACCEPTED);
        assertThat(letters.verify(code)).map(Verification::status).contains(Verification.Status.REVOKED);
    }

    @Test
    void who_was_turned_away_by_an_answer_that_was_reversed_reads_so_and_where_to_apply_again() {
        Visitor applicant = office.aCompany();
        Api.Answer answer = turnAway(office.api(office.officer("accept")), applicant, ONLY_THERE, null);
        UUID id = UUID.fromString(answer.json().path("caseId").asString());
        Clerk reader = Clerk.of(context, port, context.getBean(Accounts.class).get(applicant.id()));
        String mine = "/my/cases/" + id;
        String tracked = "/track/" + office.view(id).queryCode();
        String guide = "href=\"/items/" + ONLY_THERE + "\"";
        assertThat(reader.get(mine).text()).contains("如对本决定不服").doesNotContain("已被撤销");
        assertThat(reader.get("/my/cases").text()).contains("不予受理").doesNotContain("已被撤销");

        denials.review(office.aSupervisor(), office.waiting(id).id(), DenialRow.Judgement.REVERSED, "申请人问的是别的事");

        assertThat(reader.get(mine).text())
                .contains("<b>答复已被撤销</b>", "可以重新申请", guide, "否定被撤销")
                .doesNotContain("如对本决定不服", "否定报备已复核");
        assertThat(reader.get(tracked).text())
                .contains("<b>答复已被撤销</b>", "可以重新申请", guide, "否定被撤销")
                .doesNotContain("申请人问的是别的事");
        assertThat(reader.get("/my/cases").text()).contains("答复已被撤销").doesNotContain("不予受理");
        assertThat(office.view(applicant, id).reversed()).isTrue();
        assertThat(cases.track(office.view(id).queryCode()).reversed()).isTrue();
        assertThat(office.api(applicant)
                        .get("/api/v1/cases/" + id)
                        .json()
                        .path("reversed")
                        .asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "330100000000"})
    void the_right_authority_is_not_guessed_where_the_district_is_not_said(String division) {
        Api window = office.api(office.officer("accept"));
        assertThat(turnAway(window, office.aCompany(), Office.FOOD, division).fields())
                .containsExactly("division");
    }

    @Test
    void nobody_is_turned_away_from_the_authority_that_is_competent_nor_by_who_may_not_receive() {
        Visitor applicant = office.aCompany();
        assertThat(turnAway(office.api(office.officer("accept")), applicant, Office.FOOD, Answers.XIHU)
                        .slug())
                .isEqualTo("act-not-possible");
        assertThat(turnAway(office.api(office.known("shenjia")), applicant, Office.FOOD, SHANGCHENG)
                        .status())
                .isEqualTo(403);
        assertThat(cases.mine(applicant, null).items()).isEmpty();
    }

    @Test
    void for_a_company_somebody_stands_at_the_window_and_is_named() {
        Visitor officer = office.officer("accept");
        Visitor company = office.aCompany();
        ObjectNode asks = Api.JSON
                .createObjectNode()
                .put("applicant", company.id().toString())
                .put("item", Office.FOOD)
                .put("division", SHANGCHENG);
        asks.set("filing", Api.JSON.valueToTree(Office.notOurs()));

        List<Api.Answer> unnamed = List.of(
                office.api(officer)
                        .post("/api/v1/window-cases", filing(officer, company).put("agentName", " ")),
                office.api(officer)
                        .post("/api/v1/window-cases", filing(officer, company).putNull("agentName")),
                office.api(officer).post("/api/v1/window-cases/not-here", asks));

        assertThat(unnamed).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.fields()).containsExactly("agentName");
        });
        assertThat(cases.mine(company, null).items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zhengxiaowen", "hexiaoyan"})
    void what_every_window_of_the_city_takes_is_turned_away_by_none(String login) {
        Visitor applicant = office.aCompany();

        Api.Answer answer = turnAway(office.api(office.known(login)), applicant, Office.FOOD, SHANGCHENG);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.slug()).isEqualTo("city-wide");
        assertThat(answer.text())
                .contains("全市任一综合窗口都收，由上城区市场监督管理局受理")
                .contains("Every general window of the city takes");
        assertThat(cases.mine(applicant, null).items()).isEmpty();
        String path = "/desk/intake/" + Office.FOOD + "/" + applicant.id();
        assertThat(desk(login).page(path)).contains("食品经营许可").doesNotContain("/not-here");
    }

    @Test
    void the_page_for_it_says_what_is_missing_and_then_shows_the_letter() {
        Visitor applicant = office.aCompany();
        var web = new Web(port).signedIn("zhengxiaowen", DemoAccounts.PASSWORD);
        String path = "/desk/intake/" + ONLY_THERE + "/" + applicant.id();
        assertThat(web.page(path)).contains(path + "/not-here");

        assertThat(web.get(path + "/not-here").status()).isEqualTo(200);
        var empty = web.post(
                path + "/not-here",
                "agentName",
                "林晓",
                "division",
                SHANGCHENG,
                "denialReason",
                "",
                "article",
                "",
                "told",
                "不归市场监管管");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body())
                .contains("denialReason-error", "article-error", "不归市场监管管", "value=\"NOT_OUR_AUTHORITY\"")
                .doesNotContain("value=\"CONDITIONS_NOT_MET\"");

        var done = web.post(
                path + "/not-here",
                "agentName",
                "林晓",
                "division",
                SHANGCHENG,
                "denialReason",
                "NOT_OUR_AUTHORITY",
                "article",
                "行政许可法第三十二条",
                "told",
                "机动车由公安机关登记");
        assertThat(done.status()).isBetween(302, 303);
        assertThat(web.page(Objects.requireNonNull(done.location()))).contains("不归这里管", "杭州市公安局");
    }

    private Clerk.Answer setPassword(String code) {
        return Clerk.of(context, port, "wuyuzhen")
                .form("/set-password", "code=" + code + "&password=long-enough-26&again=long-enough-26");
    }

    @Test
    void a_code_is_for_cases_of_ones_own_window_alone() {
        UUID online = office.submitted(office.aCompany()).caseId();
        String claim = "/api/v1/cases/" + online + "/claim-code";
        assertThat(office.api(office.officer("accept"))
                        .send("POST", claim, null, null)
                        .slug())
                .isEqualTo("not-at-window");
        assertThat(office.api(office.known("hexiaoyan"))
                        .send("POST", claim, null, null)
                        .status())
                .isEqualTo(404);
    }
}
