package org.yichuang.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.yichuang.catalogue.Outcome;
import org.yichuang.documents.Addressee;
import org.yichuang.documents.Citation;
import org.yichuang.documents.LetterContent;
import org.yichuang.documents.LetterKind;
import org.yichuang.documents.Letters;
import org.yichuang.identity.Accounts;
import org.yichuang.identity.Organisation;
import org.yichuang.journal.Actor;
import org.yichuang.journal.JournalVerifier;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Problem.FieldError;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.Api;
import org.yichuang.support.CityTest;
import org.yichuang.support.TestClock;
import tools.jackson.databind.node.ObjectNode;

/** How a case comes to its end: on the spot, delivered, withdrawn. */
@CityTest
class EndingTests {
    private static final Map<String, Object> BY_POST = Map.of("receive", "post", "receive_address", "转塘街道外桐坞村 18 号");

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private Situations situations;

    @Autowired
    private ActRequests requests;

    @Autowired
    private Cases cases;

    @Autowired
    private Letters letters;

    @Autowired
    private JournalVerifier verifier;

    @Autowired
    private TestClock clock;

    @ParameterizedTest
    @CsvSource({
        "单号SF1044228117, false",
        "EMS快递单号 1048 2211 7CN, false",
        "ST 1234, false",
        "快递号SF1044228117, false",
        "邮件号1048221, false",
        "12 Nanshan Rd., true",
        "转塘街道, true",
        "文三路 477 号, true",
        "477 Wensan Road, true"
    })
    void a_parcels_number_says_not_where_it_goes(String note, boolean addressed) {
        assertThat(DeliveryWay.addressed(note)).isEqualTo(addressed);
    }

    @Test
    void somebody_at_the_window_leaves_with_the_certificate_in_one_act() {
        String item = office.onTheSpot(found -> found.outcome().kind() != Outcome.Kind.OTHER)
                .orElseThrow();
        Visitor resident = office.aResident();
        Visitor officer = office.officerAnywhere("on-the-spot", item);
        ObjectNode body = Api.JSON
                .createObjectNode()
                .put("applicant", resident.id().toString())
                .put("then", "ON_THE_SPOT");
        body.set("application", Api.JSON.valueToTree(office.application(officer, item)));

        Api.Answer answer = office.api(officer).post("/api/v1/window-cases", body);

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        UUID id = UUID.fromString(answer.json().path("caseId").asString());
        assertThat(answer.json().path("state").asString()).isEqualTo("CLOSED");
        assertThat(office.kinds(id))
                .containsExactly("case.submitted", "case.accepted", "case.granted", "case.delivered", "case.closed");
        assertThat(letters.ofCase(id))
                .extracting(Letters.Issued::kind)
                .contains(LetterKind.RECEIPT, LetterKind.ACCEPTANCE, LetterKind.CERTIFICATE, LetterKind.DELIVERY);
        LetterContent proof = office.lastLetter(id);
        assertThat(proof.kind()).isEqualTo(LetterKind.DELIVERY);
        assertThat(office.view(id).steps())
                .filteredOn(step -> step.kind().equals("DECISION"))
                .extracting(CaseStep::progress)
                .containsExactly(CaseStep.Progress.DONE);
        assertThat(proof.points()).containsExactly("准予许可决定书", certificate(id).title());
        assertThat(verifier.verify("case:" + id)).isEmpty();
        Api.Answer verified = new Api(office.address(), null)
                .get("/api/v1/verifications/" + certificate(id).code());
        assertThat(verified.json().path("status").asString()).isEqualTo("VALID");
    }

    @Test
    void an_item_that_is_not_decided_on_the_spot_is_not() {
        UUID id = situations.in(State.SUBMITTED);

        assertThat(requests.send(ActKind.ON_THE_SPOT, id).slug()).isEqualTo("not-on-the-spot");
        assertThat(office.kinds(id)).containsExactly("case.submitted");
    }

    @Test
    void what_goes_by_post_is_closed_when_it_has_arrived() {
        UUID id = office.granted(office.aCompany());

        requests.send(ActKind.DELIVER, id);
        assertThat(office.view(id).state()).isEqualTo(State.DELIVERED);
        assertThat(office.view(id).waitsFor()).containsExactly("applicant");
        requests.send(ActKind.CONFIRM_RECEIPT, id);

        assertThat(office.view(id).state()).isEqualTo(State.CLOSED);
        assertThat(office.kinds(id)).endsWith("case.delivered", "case.closed");
    }

    @Test
    void a_reason_given_with_the_first_delivery_stands_on_record_too() {
        UUID id = office.granted(office.aCompany());
        Visitor officer = office.officer("deliver");

        office.act(officer, id, new CaseAct.Deliver(DeliveryWay.POST, "EMS 1234，寄到转塘街道", "加急"));

        assertThat(cases.timeline(officer, id).getLast().detail().zh())
                .endsWith("。加急")
                .doesNotContain("再次");
    }

    private void refused(Visitor who, UUID id, CaseAct act, String field) {
        assertThatThrownBy(() -> office.act(who, id, act))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .extracting(FieldError::field)
                                .containsExactly(field));
    }

    @Test
    void a_parcel_that_came_back_is_sent_again_or_collected_for_a_reason_and_both_stand_on_record() {
        UUID id = office.granted(office.aCompany());
        Visitor sender = office.officer("deliver");
        office.act(sender, id, new CaseAct.Deliver(DeliveryWay.POST, "EMS 1234，寄到转塘街道"));
        Instant first = Objects.requireNonNull(office.view(id).times().deliveredAt());
        clock.set("2026-10-26T09:00");

        refused(sender, id, new CaseAct.Deliver(null, "EMS 1235，寄到转塘街道"), "reason");
        refused(sender, id, new CaseAct.Deliver(DeliveryWay.ELECTRONIC, "", "退回"), "way");
        office.act(sender, id, new CaseAct.Deliver(null, "EMS 1235，寄到转塘街道", "地址写错，退回"));
        assertThat(office.view(id).state()).isEqualTo(State.DELIVERED);
        TimelineEntry again = cases.timeline(sender, id).getLast();
        assertThat(again.title().zh()).isEqualTo("再次寄出");
        assertThat(again.title().en()).isEqualTo("Sent by post again");
        assertThat(again.detail().zh()).contains("EMS 1235", "再次送达：地址写错，退回");
        assertThat(again.detail().en()).contains("Delivered again: ");
        office.act(sender, id, new CaseAct.Deliver(DeliveryWay.WINDOW, "本人签收", "又退回，本人来领"));

        assertThat(office.view(id).state()).isEqualTo(State.CLOSED);
        assertThat(office.view(id).times().deliveredAt()).isEqualTo(first);
        assertThat(office.kinds(id)).endsWith("case.delivered", "case.delivered", "case.delivered", "case.closed");
        assertThat(office.letters(id, LetterKind.DELIVERY)).hasSize(1);
    }

    @Test
    void a_delivery_that_is_late_stands_first_in_the_work_list_until_it_is_made() {
        UUID id = office.granted(office.aCompany());
        Visitor officer = office.officer("deliver");
        assertThat(office.view(id).times().deliveryDue()).isEqualTo(TestClock.at("2026-10-22T17:00"));
        clock.set("2026-10-26T09:00");
        String number = office.view(id).number();
        var late =
                new WorkFilter(Set.of(), null, WorkFilter.Bucket.OVERDUE, true, null, null, null, number, null, null);
        assertThat(cases.worklist(officer, late).items())
                .extracting(CaseRow::number)
                .containsExactly(number);

        assertThat(requests.send(ActKind.DELIVER, id).status()).isEqualTo(200);

        assertThat(cases.worklist(officer, late).items()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"WITHDRAWN", "TERMINATED", "NOT_ACCEPTED"})
    void what_ends_without_a_decision_has_nothing_to_deliver_by_a_day(State end) {
        CaseView over = office.view(situations.in(end));

        assertThat(over.state()).isEqualTo(end);
        assertThat(over.clocks()).containsKey(ClockKind.INTAKE).doesNotContainKey(ClockKind.DELIVERY);
    }

    @Test
    void a_certificate_that_is_not_made_yet_is_not_delivered() {
        UUID id = office.reviewed(office.aCompany());
        requests.send(ActKind.GRANT, id);

        assertThat(requests.send(ActKind.DELIVER, id).slug()).isEqualTo("steps-open");
        assertThat(office.view(id).state()).isEqualTo(State.GRANTED);
    }

    @Test
    void a_certificate_cannot_be_found_not_in_order_and_is_not_made_by_saying_so() {
        UUID id = office.reviewed(office.aCompany());
        requests.send(ActKind.GRANT, id);
        ActRequests.Request issue = requests.of(ActKind.FINISH_STEP, id).orElseThrow();

        Api.Answer answer = office.api(issue.who())
                .post(issue.path(), Objects.requireNonNull(issue.body()).put("verdict", "FAIL"));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.fields()).containsExactly("verdict");
        assertThat(letters.ofCase(id)).extracting(Letters.Issued::kind).doesNotContain(LetterKind.CERTIFICATE);
    }

    @Test
    void a_certificate_prints_what_its_item_says_and_nothing_else_of_the_form() {
        LetterContent certificate = certificate(office.granted(office.aCompany()));

        assertThat(certificate.facts())
                .extracting(LetterContent.Row::label)
                .containsExactly("统一社会信用代码", "法定代表人（负责人）", "经营场所", "主体业态", "经营项目");
        assertThat(certificate.facts().get(2).value()).isEqualTo("西湖区转塘街道外桐坞村 18 号");
    }

    @Test
    void a_certificate_gives_its_holder_s_own_number_whatever_was_typed(@Autowired Accounts accounts) {
        Visitor company = office.aCompany();
        UUID id = office.granted(company);
        Organisation own = Objects.requireNonNull(accounts.get(company.id()).organisation());

        assertThat(office.view(id).answers().get("uscc"))
                .isNotEqualTo(own.uscc().inFull());
        assertThat(certificate(id).facts())
                .contains(new LetterContent.Row("统一社会信用代码", own.uscc().inFull()));
    }

    @Test
    void a_shop_s_licence_names_the_shop_and_says_who_runs_it_and_what_it_does() {
        Visitor resident = office.aResident();
        NewCase bare =
                office.application(office.officerAnywhere("on-the-spot", "individual_business"), "individual_business");
        Map<String, Object> names = Map.of("use_name", "yes", "trade_name", "清和里面馆", "trade_name_2", "清和里小馆");

        LetterContent named = licence(resident, Office.with(bare, names));
        LetterContent unnamed = licence(resident, bare);

        assertThat(named.addressee()).isEqualTo(new Addressee("清和里面馆", false));
        assertThat(named.facts()).extracting(LetterContent.Row::label).contains("经营者", "经营范围");
        assertThat(named.facts().toString()).doesNotContain("清和里小馆");
        assertThat(unnamed.addressee()).isEqualTo(new Addressee(resident.name(), true));
    }

    private LetterContent licence(Visitor resident, NewCase application) {
        return certificate(casework.receive(
                        office.officerAnywhere("on-the-spot", application.item()),
                        new WindowFiling(resident.id(), null, null, application, WindowFiling.Then.ON_THE_SPOT, null))
                .caseId());
    }

    @Test
    void an_extension_stands_on_the_item_s_own_law_where_that_gives_it() {
        UUID id = office.accepted(office.aCompany());
        Visitor asking = office.officer("decide");
        office.act(asking, id, new CaseAct.ProposeExtension(5, "需要复核"));
        office.act(office.officer("supervise"), id, new CaseAct.Approve());

        LetterContent letter = office.lastLetter(id);

        assertThat(letter.kind()).isEqualTo(LetterKind.EXTENSION);
        assertThat(letter.basis()).contains("食品经营许可和备案管理办法").doesNotContain("第四十二条");
        assertThat(letter.facts()).extracting(LetterContent.Row::label).containsExactly("承诺办结期限届满", "法定办结期限届满");
    }

    @Test
    void what_a_law_lets_be_contested_in_another_way_says_which() {
        Visitor resident = office.aResident();
        UUID id = casework.file(resident, office.application(resident, "labor_arbitration"))
                .caseId();
        office.act(
                office.officerAnywhere("accept", "labor_arbitration"),
                id,
                new CaseAct.Decline(new DenialFiling(DenialFiling.Reason.NOT_QUALIFIED, "劳动争议调解仲裁法第二条", "不是劳动争议。")));

        LetterContent letter = office.lastLetter(id);

        assertThat(letter.remedies()).contains("向人民法院提起诉讼").doesNotContain("行政复议");
    }

    @Test
    void what_is_not_accepted_is_contested_by_review_and_suit_where_the_other_way_is_for_the_conclusion_alone() {
        String item = "labor_capacity";
        Visitor resident = office.aResident();
        Visitor officer = office.officerAnywhere("accept", item);
        NewCase application = office.application(officer, item);
        UUID id = casework.receive(
                        officer,
                        new WindowFiling(resident.id(), null, null, application, WindowFiling.Then.RECEIVE, null))
                .caseId();
        office.act(
                officer,
                id,
                new CaseAct.Decline(new DenialFiling(DenialFiling.Reason.NOT_QUALIFIED, "工伤保险条例第二十一条", "还在治疗。")));

        LetterContent letter = office.lastLetter(id);

        assertThat(letter.kind()).isEqualTo(LetterKind.NON_ACCEPTANCE);
        assertThat(letter.remedies()).contains("行政复议", "行政诉讼").doesNotContain("鉴定结论");
        Outcome outcome = office.item(item).outcome();
        assertThat(outcome.remedies(true)).isEqualTo(outcome.remedies()).isNotNull();
    }

    @Test
    void who_asks_for_it_by_post_at_a_window_gets_it_by_post() {
        String item = office.onTheSpot(found -> found.outcome().kind() != Outcome.Kind.OTHER)
                .orElseThrow();
        Visitor resident = office.aResident();
        Visitor officer = office.officerAnywhere("on-the-spot", item);
        NewCase byPost = Office.with(office.application(officer, item), BY_POST);

        Receipt receipt = casework.receive(
                officer, new WindowFiling(resident.id(), null, null, byPost, WindowFiling.Then.ON_THE_SPOT, null));

        UUID id = receipt.caseId();
        assertThat(receipt.state()).isEqualTo(State.GRANTED);
        assertThat(office.view(id).way()).isEqualTo(DeliveryWay.POST);
        assertThat(letters.ofCase(id))
                .extracting(Letters.Issued::kind)
                .contains(LetterKind.ACCEPTANCE, LetterKind.GRANT)
                .doesNotContain(LetterKind.DELIVERY);
        Visitor sender = office.officerAnywhere("deliver", item);
        office.act(sender, id, new CaseAct.Deliver(null, "EMS 1048 2211 7CN"));
        assertThat(office.view(id).state()).isEqualTo(State.DELIVERED);
        office.act(sender, id, new CaseAct.ConfirmReceipt());
        assertThat(office.letters(id, LetterKind.DELIVERY).getFirst().facts())
                .contains(new LetterContent.Row("邮寄单号", "EMS 1048 2211 7CN"));
    }

    @Test
    void nothing_is_delivered_into_an_account_that_nobody_can_open() {
        Visitor company = office.aCompanyAtWindow();
        UUID id = office.takenAtWindow(office.granted(company));
        Visitor officer = office.officer("deliver");
        int before = office.view(id).version();
        ObjectNode body = Api.JSON.createObjectNode().put("version", before).put("note", "");
        assertThat(office.view(id).way()).isEqualTo(DeliveryWay.ELECTRONIC);

        Api.Answer asChosen = office.api(officer).post("/api/v1/cases/" + id + "/deliver", body);
        Api.Answer said = office.api(officer)
                .post("/api/v1/cases/" + id + "/deliver", body.deepCopy().put("way", "ELECTRONIC"));

        for (Api.Answer refused : List.of(asChosen, said)) {
            assertThat(refused.status()).as(refused.text()).isEqualTo(422);
            assertThat(refused.fields()).containsExactly("way");
            assertThat(refused.text()).contains("申请人的账户还没有开通", "is not claimed yet");
        }
        assertThat(office.view(id).version()).isEqualTo(before);
        office.act(officer, id, new CaseAct.Deliver(DeliveryWay.WINDOW, ""));
        assertThat(office.letters(id, LetterKind.DELIVERY).getFirst().paragraphs())
                .containsExactly("下列文书在窗口当面交付受送达人，由受送达人签收。");
    }

    @Test
    void nothing_is_delivered_into_an_account_that_was_disabled_since_it_filed_online(@Autowired Accounts accounts) {
        Visitor company = office.aCompany();
        UUID id = office.granted(company);
        Visitor officer = office.officer("deliver");
        accounts.disable(company.id(), Actor.SYSTEM);

        assertThatThrownBy(() -> office.act(officer, id, new CaseAct.Deliver(null, "")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.of("way")).isNotNull());
        assertThat(office.view(id).state()).isEqualTo(State.GRANTED);
        office.act(officer, id, new CaseAct.Deliver(DeliveryWay.WINDOW, ""));
    }

    @Test
    void who_has_no_account_is_handed_what_is_decided_on_the_spot_unless_they_ask_for_it_on_line() {
        String item = office.onTheSpot().orElseThrow();
        Visitor resident = office.aResidentAtWindow();
        Visitor officer = office.officerAnywhere("on-the-spot", item);
        NewCase usual = office.application(officer, item);

        assertThatThrownBy(() -> casework.receive(officer, onTheSpot(resident, usual, "electronic")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.of("way")).isNotNull());
        Receipt handed = casework.receive(officer, onTheSpot(resident, usual, "collect"));
        assertThat(handed.intakeDue()).as("it is decided").isNull();

        assertThat(handed.state()).isEqualTo(State.CLOSED);
        assertThat(office.letters(handed.caseId(), LetterKind.DELIVERY)
                        .getFirst()
                        .facts())
                .contains(new LetterContent.Row("送达方式", "窗口领取"));
    }

    private static WindowFiling onTheSpot(Visitor applicant, NewCase usual, String receive) {
        NewCase application = Office.with(usual, Map.of("receive", receive));
        return new WindowFiling(applicant.id(), null, null, application, WindowFiling.Then.ON_THE_SPOT, null);
    }

    @Test
    void nothing_is_posted_without_an_address_and_the_number_of_the_parcel() {
        Visitor company = office.aCompany();
        UUID unaddressed = office.granted(company);
        NewCase byPost = Office.with(office.application(company, Office.FOOD), BY_POST);
        UUID addressed = casework.file(company, byPost).caseId();
        office.act(office.officer("accept"), addressed, new CaseAct.Accept());
        office.review(addressed);
        office.act(office.officer("decide"), addressed, new CaseAct.Grant("同意"));
        office.review(addressed);

        assertThat(post(unaddressed, "").fields()).containsExactly("way", "note");
        assertThat(post(unaddressed, "EMS 1234").fields()).containsExactly("way");
        assertThat(post(addressed, " ").fields()).containsExactly("note");
        assertThat(office.view(unaddressed).state()).isEqualTo(State.GRANTED);
        assertThat(office.view(addressed).state()).isEqualTo(State.GRANTED);

        assertThat(post(unaddressed, "EMS 1234, to 18 Waitongwu Village").status())
                .isEqualTo(200);
        assertThat(post(addressed, "EMS 1235").status()).isEqualTo(200);
        assertThat(office.view(addressed).state()).isEqualTo(State.DELIVERED);
    }

    private Api.Answer post(UUID id, String note) {
        ObjectNode body =
                Api.JSON.createObjectNode().put("version", office.view(id).version());
        return office.api(office.officer("deliver"))
                .post(
                        "/api/v1/cases/" + id + "/deliver",
                        body.put("way", "POST").put("note", note));
    }

    @Test
    void a_refusal_is_in_writing_with_reasons_articles_and_both_remedies() {
        UUID id = situations.in(State.REFUSED);

        LetterContent letter = office.lastLetter(id);

        assertThat(letter.kind()).isEqualTo(LetterKind.REFUSAL);
        assertThat(letter.points()).containsExactly("离污染源太近");
        assertThat(letter.facts()).extracting(LetterContent.Row::label).containsExactly("告知");
        assertThat(letter.basis()).isEqualTo("依据：《中华人民共和国行政许可法》第三十八条第二款；食品安全法第三十三条。");
        assertThat(letter.remedies()).contains("六十日内依法向西湖区人民政府申请行政复议", "六个月内依法向有管辖权的人民法院提起行政诉讼");
    }

    @Test
    void a_refusal_is_not_for_want_of_corrections_where_none_was_asked_for() {
        UUID id = situations.before(State.REVIEWING, ActKind.REFUSE, State.REFUSED);
        ActRequests.Request request = requests.of(ActKind.REFUSE, id).orElseThrow();
        var body = Objects.requireNonNull(request.body()).deepCopy();
        body.withObject("/filing").put("reason", DenialFiling.Reason.NOT_CORRECTED.name());

        assertThat(office.api(request.who()).post(request.path(), body).fields())
                .containsExactly("filing.reason");
        assertThat(office.view(id).state()).isEqualTo(State.REVIEWING);
    }

    @Test
    void the_proof_of_delivery_cites_the_article_about_certificates_only_where_something_was_granted() {
        assertThat(proof(situations.in(State.GRANTED)).citations())
                .extracting(Citation::rule)
                .contains("AL-44");
        assertThat(proof(situations.in(State.REFUSED)).citations())
                .extracting(Citation::rule)
                .doesNotContain("AL-44");
    }

    private LetterContent proof(UUID id) {
        requests.send(ActKind.DELIVER, id);
        if (office.view(id).state() == State.DELIVERED) {
            requests.send(ActKind.CONFIRM_RECEIPT, id);
        }
        return office.letters(id, LetterKind.DELIVERY).getFirst();
    }

    @Test
    void the_applicant_may_withdraw_before_the_decision_and_not_after() {
        UUID running = situations.in(State.PAUSED);
        assertThat(requests.send(ActKind.WITHDRAW, running).status()).isEqualTo(200);
        assertThat(office.view(running).state()).isEqualTo(State.WITHDRAWN);
        assertThat(letters.ofCase(running).getLast().kind()).isEqualTo(LetterKind.WITHDRAWAL);
        assertThat(cases.timeline(office.officer("accept"), running).getLast().payload())
                .as("no article speaks of it")
                .doesNotContainKey("rule");

        UUID decided = situations.in(State.GRANTED);
        assertThat(requests.send(ActKind.WITHDRAW, decided).slug()).isEqualTo("act-not-possible");
    }

    @Test
    void who_withdraws_at_a_window_is_asked_why_and_gets_the_letter_and_the_timeline_says_who_recorded_it() {
        Visitor company = office.aCompanyAtWindow();
        UUID id = office.takenAtWindow(office.accepted(company));
        Visitor clerk = office.officer("accept");
        ObjectNode body =
                Api.JSON.createObjectNode().put("version", office.view(id).version());
        String path = "/api/v1/cases/" + id + "/withdraw";

        assertThat(office.api(clerk).post(path, body.put("reason", " ")).fields())
                .containsExactly("reason");
        Api.Answer answer = office.api(clerk).post(path, body.put("reason", "不开了"));

        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        CaseView.Result result = Objects.requireNonNull(office.view(id).result());
        assertThat(result.reasons()).isEqualTo("不开了");
        assertThat(result.by()).isEqualTo(company.name());
        assertThat(letters.ofCase(id).getLast().kind()).isEqualTo(LetterKind.WITHDRAWAL);
        TimelineEntry last = cases.timeline(company, id).getLast();
        assertThat(last.detail().zh()).isEqualTo("申请人在窗口提出，工作人员记录：不开了");
        assertThat(last.by().zh()).startsWith(clerk.name());
    }

    @Test
    void what_was_applied_for_online_by_an_account_that_is_disabled_now_is_withdrawn_at_a_window(
            @Autowired Accounts accounts) {
        Visitor company = office.aCompany();
        UUID id = office.accepted(company);
        Visitor clerk = office.officer("accept");
        assertThat(office.view(clerk, id).may(ActKind.WITHDRAW)).isFalse();
        assertThatThrownBy(() -> office.act(clerk, id, new CaseAct.Withdraw("不开了")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.slug()).isEqualTo("withdrawn-online"));

        accounts.disable(company.id(), Actor.SYSTEM);

        assertThat(office.view(clerk, id).may(ActKind.WITHDRAW)).isTrue();
        assertThat(office.view(office.officer("decide"), id).may(ActKind.WITHDRAW))
                .isFalse();
        office.act(clerk, id, new CaseAct.Withdraw("不开了"));
        assertThat(office.view(id).state()).isEqualTo(State.WITHDRAWN);
        assertThat(office.lastLetter(id).facts())
                .contains(new LetterContent.Row("理由", "不开了"), new LetterContent.Row("申请人签名", ""));
        assertThat(cases.timeline(clerk, id).getLast().detail().zh()).isEqualTo("申请人在窗口提出，工作人员记录：不开了");
    }

    @Test
    void nobody_else_s_case_can_be_withdrawn_seen_or_corrected() {
        UUID id = situations.in(State.CORRECTING);
        Visitor stranger = office.aCompany();

        for (ActKind act : List.of(ActKind.WITHDRAW, ActKind.SUPPLEMENT, ActKind.CHOOSE_DELIVERY)) {
            ActRequests.Request request = requests.of(act, id).orElseThrow();
            ObjectNode body = Objects.requireNonNull(request.body());
            body.path("materials")
                    .forEach(material -> ((ObjectNode) material)
                            .put("file", office.upload(stranger, "own").toString()));
            Api.Answer answer = office.api(stranger).post(request.path(), body);
            assertThat(answer.status()).as(act.slug()).isEqualTo(404);
        }
        assertThat(office.api(stranger).get("/api/v1/cases/" + id).status()).isEqualTo(404);
        assertThat(office.view(id).state()).isEqualTo(State.CORRECTING);
    }

    private LetterContent certificate(UUID id) {
        return office.letters(id, LetterKind.CERTIFICATE).getFirst();
    }
}
