package org.yichuang.catalogue;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yichuang.casework.Answers;
import org.yichuang.casework.Office;
import org.yichuang.documents.Letters;
import org.yichuang.identity.Accounts;
import org.yichuang.identity.People;
import org.yichuang.identity.signin.Sessions;
import org.yichuang.network.Clerk;
import org.yichuang.shared.Digest;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.Api;
import org.yichuang.support.CityTest;
import org.yichuang.support.Web;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A new item needs no code: it is written as a text, published, found, applied for, decided and verified. */
@CityTest
class NewItemTests {
    private static final AtomicInteger SERIAL = new AtomicInteger();
    private static final String VERSIONS = "/api/v1/item-versions";
    private static final String REGISTER = "/admin/network/authorisations";
    private static final String TEXT = """
            code: CODE
            name: 露天集市摊位许可 | Open-air market stall licence
            summary: 在广场上办集市、摆摊位之前要办。 | Needed before stalls are put up for a market on a square.
            type: LICENCE
            audience: [COMPANY]
            department: scjg
            levels: [DISTRICT]
            legalBasis:
              - {law: 行政许可法 | Administrative Licensing Law, article: 第十二条 | art. 12, text: "2019-04-23"}
            conditions: [场地可以办集市 | The place is fit for a market]
            quantity: 无 | None
            promised: {limit: 5 working days, demo: true}
            handling: {online: true}
            fee: {standard: 不收费 | Free of charge}
            materials:
              - {code: plan, name: 摊位平面图 | Plan of the stalls, form: ANY, necessity: REQUIRED, source: APPLICANT}
              - code: power_report
                name: 临时用电检测报告 | Report on the temporary supply
                form: ANY
                necessity: REQUIRED
                source: OTHER
                when: power = yes
            form:
              sections:
                - key: market
                  title: 集市 | The market
                  questions:
                    - key: stalls
                      title: 摊位 | Stalls
                      minutes: 1
                      fields:
                        - {key: division, type: DIVISION, label: 所在区 | District, required: true}
                        - {key: stalls, type: NUMBER, label: 摊位数 | Stalls, required: true, min: 1, max: 200}
                        - {key: opening, type: DATE, label: 开市日期 | First day, required: true}
                        - key: goods
                          type: CHOICES
                          label: 卖什么 | What is sold
                          required: true
                          options: [{value: fruit, label: 水果 | Fruit}, {value: snacks, label: 小吃 | Snacks}]
                    - key: power
                      title: 用电 | Electricity
                      minutes: 1
                      fields:
                        - {key: power, type: YES_NO, label: 要接临时电吗 | Is a temporary supply needed?, required: true}
                        - key: power_kw
                          type: NUMBER
                          label: 多少千瓦 | How many kW
                          required: true
                          when: power = yes
                          min: 1
                          max: 100
                        - {key: phone, type: PHONE, label: 电话 | Telephone, required: true}
            procedure:
              steps:
                - {key: place, kind: REVIEW, name: 场地审查 | Review of the place, role: REVIEW, limit: 2 working days}
                - {key: order, kind: REVIEW, name: 秩序审查 | Review of order, role: REVIEW, limit: 3 working days}
                - key: decide
                  kind: DECISION
                  name: 决定 | Decision
                  role: DECIDE
                  limit: 1 working day
                  after: [place, order]
                - {key: issue, kind: ISSUE, name: 制证 | Issue, role: ISSUE, limit: 1 working day, after: [decide]}
            outcome: {name: 露天集市摊位许可证 | Market stall licence, kind: CERTIFICATE, months: 12}
            questions: [{ask: 要多久？ | How long?, answer: 五个工作日。 | Five working days.}]
            synonyms: [夜市练摊]
            """;
    /** Asks for the closing time and no longer for the first day; one review less. */
    private static final String SECOND = TEXT.replace(
                    "{key: opening, type: DATE, label: 开市日期 | First day, required: true}",
                    "{key: closing, type: TEXT, label: 几点收摊 | Closing time, required: true, max: 20}")
            .replaceFirst(" *- \\{key: order,.*\n", "")
            .replace("after: [place, order]", "after: [place]")
            .replace("在广场上办集市", "在广场上办早市、夜市");

    @Autowired
    private Office office;

    @Autowired
    private Letters letters;

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Sessions sessions;

    @LocalServerPort
    private int port;

    private final String code = "market_stall_" + SERIAL.incrementAndGet();

    @AfterEach
    void the_item_and_its_line_in_the_register_are_taken_back() {
        Api admin = admin();
        for (JsonNode info :
                admin.get(VERSIONS + "?state=PUBLISHED&q=" + code).json().path("items")) {
            act(admin, info, "retire", "RETIRED");
        }
        Clerk.of(context, port, "admin").form(REGISTER + "/remove", "key=" + code);
        assertThat(anyone().get("/api/v1/items/" + code).status()).isIn(404, 410);
    }

    @Test
    void it_is_found_and_its_guide_is_shown_once_it_is_published() {
        JsonNode draft = draft(TEXT);
        assertThat(found("夜市练摊")).doesNotContain(code);
        assertThat(anyone().get("/items/" + code).status()).isEqualTo(404);

        act(admin(), act(admin(), draft, "check", "CHECKED"), "publish", "PUBLISHED");

        assertThat(List.of("夜市练摊", "露天集市", "lutianjishi", "stall licence"))
                .allSatisfy(words -> assertThat(found(words)).contains(code));
        Api.Answer guide = anyone().get("/items/" + code);
        assertThat(guide.status()).isEqualTo(200);
        assertThat(guide.text()).contains("露天集市摊位许可", "摊位平面图", "临时用电检测报告", "场地审查", "秩序审查", "露天集市摊位许可证");
    }

    @Test
    void its_guide_speaks_of_a_limit_of_number_only_where_the_item_does() {
        publish(TEXT);
        assertThat(anyone().get("/items/" + code).text()).contains("数量限制：无");
        assertThat(anyone().get("/items/" + code + "/print").text()).contains("数量限制：无");

        publish(TEXT.replace("type: LICENCE", "type: PUBLIC_SERVICE").replace("quantity: 无 | None\n", ""));

        assertThat(anyone().get("/items/" + code).text()).doesNotContain("数量限制");
        assertThat(anyone().get("/items/" + code + "/print").text()).doesNotContain("数量限制");
    }

    @Test
    void what_is_wrong_with_an_application_for_it_is_named_field_by_field() {
        publish(TEXT);
        Visitor company = office.aCompany();
        ObjectNode answers =
                answers().put("stalls", "201").put("opening", "2026-02-30").put("power", "yes");
        answers.putArray("goods").add("weapons");

        Api.Answer answer = file(company, answers);

        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.fields())
                .containsExactlyInAnyOrder("stalls", "opening", "goods", "power_kw", "materials.power_report");
        assertThat(office.api(company).get("/api/v1/cases").json().path("items").size())
                .isZero();
    }

    @Test
    void whose_form_asks_for_no_postal_address_is_applied_for_by_post_without_one() {
        publish(TEXT);
        Visitor company = office.aCompany();

        JsonNode filed = done(office.api(company)
                .post("/api/v1/cases", application(company, answers()).put("way", "POST")));

        assertThat(view(filed.path("caseId").asString()).path("way").asString()).isEqualTo("POST");
    }

    @Test
    void an_application_for_it_is_accepted_reviewed_granted_and_its_certificate_verifies() {
        publish(TEXT);
        Visitor company = office.aCompany();
        String id = filed(company, answers());
        done(act(office.officer("accept", code), id, "accept", body()));
        assertThat(open(id)).containsExactlyInAnyOrder("place", "order");
        finish(id, "order", "review");
        assertThat(open(id)).containsExactly("place");
        assertThat(grant(id).slug()).as("nobody is authorised yet").isEqualTo("not-authorised");
        authorise("decide");
        assertThat(grant(id).slug()).isEqualTo("steps-open");

        finish(id, "place", "review");
        done(grant(id));
        finish(id, "issue", "issue");

        assertThat(view(id).path("state").asString()).isEqualTo("GRANTED");
        assertVerifies(company, certificate(company, id));
    }

    @Test
    void a_case_stands_on_its_version_when_the_next_one_is_in_force() {
        publish(TEXT);
        Visitor company = office.aCompany();
        String id = filed(company, answers());

        publish(SECOND);
        done(act(office.officer("accept", code), id, "accept", body()));

        assertThat(view(id).path("item").path("version").asInt()).isEqualTo(1);
        assertThat(view(id).path("answers").path("opening").asString()).isEqualTo("2026-11-01");
        assertThat(open(id)).containsExactlyInAnyOrder("place", "order");
        assertThat(Clerk.of(context, port, context.getBean(Accounts.class).get(company.id()))
                        .get("/my/cases/" + id)
                        .text())
                .contains("开市日期")
                .doesNotContain("几点收摊");
        assertThat(anyone().get("/api/v1/items/" + code + "/versions/1")
                        .json()
                        .path("form")
                        .toString())
                .contains("opening");
    }

    @Test
    void the_record_of_a_case_names_the_law_of_its_version_when_the_next_one_is_no_licence() {
        publish(TEXT);
        String id = filed(office.aCompany(), answers());
        publish(TEXT.replace("type: LICENCE", "type: PUBLIC_SERVICE"));
        var auditor = new Web(port)
                .cookie(
                        "yc_session",
                        sessions.open(new People(context).officer(Role.AUDITOR), false, "test")
                                .token());

        assertThat(auditor.get("/admin/journal?subject=case:" + id).body()).contains("行政许可法第二十九条");
    }

    @Test
    void its_page_and_a_new_application_go_by_the_version_in_force() {
        publish(TEXT);
        publish(SECOND);

        JsonNode item = anyone().get("/api/v1/items/" + code).json();
        assertThat(item.path("version").asInt()).isEqualTo(2);
        assertThat(item.path("form").toString()).contains("closing").doesNotContain("opening");
        assertThat(anyone().get("/items/" + code).text()).contains("早市、夜市").doesNotContain("秩序审查");
        assertThat(file(office.aCompany(), answers()).fields()).containsExactlyInAnyOrder("opening", "closing");
        ObjectNode answers = answers().put("closing", "22:00");
        answers.remove("opening");
        String id = filed(office.aCompany(), answers);
        assertThat(view(id).path("item").path("version").asInt()).isEqualTo(2);
    }

    @Test
    void a_draft_begun_under_the_old_version_goes_on_by_the_new_one() {
        publish(TEXT);
        Visitor company = office.aCompany();
        Api api = office.api(company);
        ObjectNode begun = Api.JSON.createObjectNode().put("item", code).put("division", Answers.XIHU);
        String id = done(api.post("/api/v1/drafts", begun)).path("id").asString();
        patch(api, id, answers());
        done(api.post("/api/v1/drafts/" + id + "/materials", plan(company)));
        Web browser = office.web(company);
        assertThat(browser.page("/apply/draft/" + id)).doesNotContain("换了新版");

        publish(SECOND);

        assertThat(browser.page("/apply/draft/" + id))
                .containsPattern("这个事项 2026年10月9日[^<]* 起换了新版")
                .contains("新版里没有的：开市日期。");
        assertThat(office.web(office.aCompany()).get("/apply/draft/" + id).status())
                .isEqualTo(404);
        JsonNode draft = api.get("/api/v1/drafts/" + id).json();
        assertThat(draft.path("version").asInt()).isEqualTo(2);
        assertThat(draft.path("answers").has("opening")).isFalse();
        assertThat(draft.path("answers").path("stalls").asString()).isEqualTo("12");
        assertThat(api.get("/api/v1/drafts").json().valueStream()).contains(draft);
        ObjectNode way = Api.JSON.createObjectNode().put("way", "WINDOW");
        JsonNode chosen =
                done(api.send("PUT", "/api/v1/drafts/" + id + "/delivery-way", "application/json", Api.bytes(way)));
        assertThat(chosen.path("version").asInt()).isEqualTo(2);
        assertThat(chosen.path("answers").has("opening")).isFalse();
        assertThat(submit(api, id).fields()).containsExactly("closing");
        patch(api, id, Api.JSON.createObjectNode().put("closing", "22:00"));
        done(submit(api, id));
        assertThat(view(id).path("item").path("version").asInt()).isEqualTo(2);
        assertThat(view(id).path("answers").has("opening")).isFalse();
    }

    @Test
    void a_draft_of_an_item_that_is_retired_can_be_read_and_deleted_but_not_submitted() {
        JsonNode info = publish(TEXT);
        Visitor company = office.aCompany();
        Api api = office.api(company);
        ObjectNode begun = Api.JSON.createObjectNode().put("item", code).put("division", Answers.XIHU);
        String id = done(api.post("/api/v1/drafts", begun)).path("id").asString();
        patch(api, id, answers());

        act(admin(), info, "retire", "RETIRED");

        Api.Answer gone = api.get("/api/v1/items/" + code);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.slug()).isEqualTo("item-retired");
        assertThat(api.get("/api/v1/items/" + code + "/versions")
                        .json()
                        .get(0)
                        .path("state")
                        .asString())
                .isEqualTo("RETIRED");
        var passerby = new Web(port);
        var guide = passerby.get("/items/" + code);
        assertThat(guide.status()).isEqualTo(410);
        assertThat(guide.body()).contains("起停办，不再收新的申请", "action=\"/items\"").doesNotContain("/apply/" + code);
        assertThat(passerby.get("/items/" + code + "?lang=en").body()).contains("has not been offered since");
        assertThat(passerby.get("/items/" + code + "/print").status()).isEqualTo(410);
        assertThat(passerby.get("/items/nothing").status()).isEqualTo(404);

        assertThat(api.get("/api/v1/drafts/" + id)
                        .json()
                        .path("answers")
                        .path("stalls")
                        .asString())
                .isEqualTo("12");
        assertThat(submit(api, id).fields()).containsExactly("item");
        var browser = new Web(port)
                .cookie(
                        "yc_session",
                        sessions.open(accounts.get(company.id()), false, "test").token());
        assertThat(browser.get("/apply/draft/" + id).body()).contains("已经停办", "/apply/draft/" + id + "/delete");
        assertThat(browser.get("/apply/draft/" + id + "/delete").status()).isEqualTo(200);
        assertThat(browser.post("/apply/draft/" + id + "/delete").location()).endsWith("/my/cases");
        assertThat(api.get("/api/v1/drafts/" + id).status()).isEqualTo(404);
    }

    @Test
    void who_mends_a_slip_does_not_overwrite_what_somebody_else_saved_meanwhile() {
        String opened = draft(TEXT).path("revision").asString();
        String text = TEXT.replace("CODE", code);
        assertThat(save(opened, SECOND.replace("CODE", code)).status()).isEqualTo(302);

        Clerk.Answer slip = save(opened, text + "x: [");
        assertThat(slip.status()).isEqualTo(422);
        Clerk.Answer mended = save(revision(slip), text);
        assertThat(mended.status()).isEqualTo(409);
        assertThat(mended.text()).contains("href=\"/admin/items/" + code + "/1\" target", "开市日期");
        assertThat(save(revision(mended), text).status()).isEqualTo(409);

        Clerk admin = Clerk.of(context, port, "admin");
        assertThat(admin.get("/admin/items/" + code + "/1/edit").text())
                .contains("几点收摊", "form.sections[].questions[].fields[].type")
                .doesNotContain("开市日期");
        assertThat(admin.get("/admin/items/" + code + "/1").text())
                .contains("<td>起草事项</td>", "<td>修改事项</td><td>郑文博</td>");
    }

    /** Saves the draft as the editor's form does. */
    private Clerk.Answer save(String revision, String text) {
        return Clerk.of(context, port, "admin")
                .form(
                        "/admin/items/" + code + "/1/edit",
                        "revision=" + revision + "&text=" + URLEncoder.encode(text, UTF_8));
    }

    /** What the form on the page would send. */
    private static String revision(Clerk.Answer page) {
        var field = Pattern.compile("name=\"revision\" value=\"(\\d+)\"").matcher(page.text());
        assertThat(field.find()).isTrue();
        return field.group(1);
    }

    private JsonNode publish(String text) {
        return act(admin(), act(admin(), draft(text), "check", "CHECKED"), "publish", "PUBLISHED");
    }

    private JsonNode draft(String text) {
        byte[] written = text.replace("CODE", code).getBytes(UTF_8);
        return done(admin().send("POST", VERSIONS, "application/yaml", written));
    }

    /** Does something with a version as it is; the version after it. */
    private static JsonNode act(Api admin, JsonNode info, String act, String state) {
        String path = VERSIONS + "/" + info.path("code").asString() + "/"
                + info.path("version").asInt() + "/" + act;
        JsonNode after = done(admin.post(
                path,
                Api.JSON
                        .createObjectNode()
                        .put("revision", info.path("revision").asInt())));
        assertThat(after.path("state").asString()).isEqualTo(state);
        return after;
    }

    private List<String> found(String words) {
        return anyone().get("/api/v1/items?q=" + URLEncoder.encode(words, UTF_8))
                .json()
                .path("items")
                .valueStream()
                .map(card -> card.path("code").asString())
                .toList();
    }

    /** A line in the register, by the import of a table: the demo city's deciding post is for named items only. */
    private void authorise(String act) {
        String post = office.post(act, Office.FOOD).code();
        String line =
                "number,post,item,act,from_day\r\n" + code + "," + post + "," + code + "," + act + ",2026-01-01\r\n";
        done(admin().send("POST", "/api/v1/network/tables/authorisations", "text/csv", line.getBytes(UTF_8)));
    }

    private static ObjectNode answers() {
        ObjectNode answers = Api.JSON
                .createObjectNode()
                .put("division", Answers.XIHU)
                .put("stalls", "12")
                .put("opening", "2026-11-01")
                .put("power", "no")
                .put("phone", "13800138000");
        answers.putArray("goods").add("fruit").add("snacks");
        return answers;
    }

    private ObjectNode plan(Visitor company) {
        return Api.JSON
                .createObjectNode()
                .put("material", "plan")
                .put("file", office.upload(company, "plan").toString())
                .put("name", "平面图.pdf");
    }

    private ObjectNode application(Visitor company, ObjectNode answers) {
        ObjectNode application = Api.JSON.createObjectNode().put("item", code).put("division", Answers.XIHU);
        application.set("answers", answers);
        application.putArray("materials").add(plan(company));
        return application;
    }

    private Api.Answer file(Visitor company, ObjectNode answers) {
        return office.api(company).post("/api/v1/cases", application(company, answers));
    }

    private String filed(Visitor company, ObjectNode answers) {
        return done(file(company, answers)).path("caseId").asString();
    }

    private static void patch(Api api, String draft, ObjectNode answers) {
        done(api.send("PATCH", "/api/v1/drafts/" + draft + "/answers", "application/json", Api.bytes(answers)));
    }

    private static Api.Answer submit(Api api, String draft) {
        return api.send("POST", "/api/v1/drafts/" + draft + "/submit", null, null);
    }

    private Api.Answer act(Visitor who, String id, String act, ObjectNode body) {
        return office.api(who)
                .post(
                        "/api/v1/cases/" + id + "/" + act,
                        body.put("version", view(id).path("version").asInt()));
    }

    private Api.Answer grant(String id) {
        return act(office.officer("decide"), id, "grant", body().put("reasons", "符合条件"));
    }

    private void finish(String id, String step, String act) {
        done(act(
                office.officer(act, code),
                id,
                "steps/" + step,
                body().put("verdict", "PASS").put("opinion", "符合要求")));
    }

    private JsonNode view(String id) {
        return done(office.api(office.aSupervisor()).get("/api/v1/cases/" + id));
    }

    private List<String> open(String id) {
        return view(id).path("steps")
                .valueStream()
                .filter(step -> step.path("progress").asString().equals("OPEN"))
                .map(step -> step.path("key").asString())
                .toList();
    }

    private JsonNode certificate(Visitor company, String id) {
        List<JsonNode> made = office.api(company)
                .get("/api/v1/cases/" + id + "/letters")
                .json()
                .valueStream()
                .filter(letter -> letter.path("kind").asString().equals("CERTIFICATE"))
                .toList();
        assertThat(made).hasSize(1);
        return made.getFirst();
    }

    private void assertVerifies(Visitor company, JsonNode certificate) {
        String id = certificate.path("id").asString();
        byte[] pdf = Clerk.of(context, port, context.getBean(Accounts.class).get(company.id()))
                .get("/api/v1/letters/" + id + ".pdf")
                .bytes();
        String verification = letters.find(UUID.fromString(id)).orElseThrow().code();

        JsonNode told = done(anyone().get("/api/v1/verifications/" + verification));
        assertThat(told.path("status").asString()).isEqualTo("VALID");
        assertThat(told.path("title").asString()).isEqualTo("露天集市摊位许可证");
        assertThat(told.path("addressee").asString()).isEqualTo(company.name());
        assertThat(told.path("validUntil").asString()).startsWith("2027-10-");
        assertThat(told.path("pdfSha256").asString()).isEqualTo(HexFormat.of().formatHex(Digest.sha256(pdf)));
        assertThat(anyone().get("/verify/" + verification).text())
                .contains(
                        "露天集市摊位许可证", company.name(), certificate.path("number").asString());
    }

    private static ObjectNode body() {
        return Api.JSON.createObjectNode();
    }

    private static JsonNode done(Api.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isBetween(200, 201);
        return answer.json();
    }

    private Api admin() {
        return office.api(office.known("admin"));
    }

    private Api anyone() {
        return new Api(office.address(), null);
    }
}
