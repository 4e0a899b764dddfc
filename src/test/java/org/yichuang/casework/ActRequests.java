package org.yichuang.casework;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.Api;
import tools.jackson.databind.node.ObjectNode;

/**
 * Every act as a request to the API, by whoever would be right to do it. A new act does not compile until it has its
 * line here.
 */
@TestComponent
public class ActRequests {
    private static final String LAYOUT = "layout_equipment_work_flow";

    private final Office office;
    private final DSLContext db;

    ActRequests(Office office, DSLContext db) {
        this.office = office;
        this.db = db;
    }

    /** @param optional components of the body that may be left out */
    public record Request(
            Visitor who, String path, @Nullable ObjectNode body, Set<String> optional) {
        Request(Visitor who, String path, @Nullable ObjectNode body) {
            this(who, path, body, Set.of());
        }
    }

    /** Empty for what no person does: the clock's own acts. */
    public Optional<Request> of(ActKind act, UUID id) {
        String at = "/api/v1/cases/" + id;
        ObjectNode body = version(id);
        return Optional.ofNullable(
                switch (act) {
                    case SUBMIT -> new Request(owner(id), "/api/v1/drafts/" + id + "/submit", null);
                    case ACCEPT -> new Request(officer(id, "accept"), at + "/accept", body);
                    case NOTICE ->
                        new Request(officer(id, "accept"), at + "/notice", notice(body), Set.of("defects[0].field"));
                    case ALLOW_NOTICE ->
                        new Request(office.aSupervisor(), at + "/allow-notice", body.put("reason", "新情况"));
                    case CORRECT -> {
                        Visitor officer = officer(id, "accept");
                        yield new Request(
                                officer, at + "/correct", changes(id, officer, body.put("what", "更正面积")), PAPER);
                    }
                    case SUPPLEMENT -> new Request(owner(id), at + "/supplement", changes(id, owner(id), body));
                    case DECLINE -> new Request(officer(id, "accept"), at + "/decline", filing(body));
                    case NOT_HERE ->
                        new Request(
                                officer(id, "accept"),
                                at + "/not-here",
                                notOurs(body).put("rightAuthority", "杭州市市场监督管理局"));
                    case NOT_NEEDED -> new Request(officer(id, "accept"), at + "/not-needed", notNeeded(body));
                    case ON_THE_SPOT ->
                        new Request(
                                officer(id, "on-the-spot"),
                                at + "/on-the-spot",
                                body.put("reasons", "材料齐全").put("way", "ELECTRONIC"));
                    case FINISH_STEP -> step(id, at, body);
                    case PROPOSE_PAUSE ->
                        new Request(
                                officer(id, "decide"),
                                at + "/pause",
                                body.put("cause", "TESTING")
                                        .put("expectedEnd", "2026-10-20")
                                        .put("reason", "水质检测"));
                    case PROPOSE_EXTENSION ->
                        new Request(
                                officer(id, "decide"),
                                at + "/extension",
                                body.put("amount", 3).put("reason", "情况复杂"));
                    case APPROVE -> new Request(head(), at + "/approve", body);
                    case REJECT -> new Request(head(), at + "/reject", body.put("reason", "理由不足"));
                    case TAKE_BACK -> new Request(officer(id, "decide"), at + "/take-back", body.put("reason", "不需要了"));
                    case RESUME -> new Request(officer(id, "decide"), at + "/resume", body.put("finding", "报告合格"));
                    case GRANT -> new Request(officer(id, "decide"), at + "/grant", body.put("reasons", "符合条件"));
                    case REFUSE -> {
                        filing(body)
                                .put("reasons", "离污染源太近")
                                .putArray("articles")
                                .add("食品安全法第三十三条");
                        yield new Request(officer(id, "decide"), at + "/refuse", body);
                    }
                    case DELIVER ->
                        new Request(
                                officer(id, "deliver"),
                                at + "/deliver",
                                body.put("way", "POST").put("note", POSTED).put("reason", "邮件退回"),
                                Set.of("way", "reason"));
                    case CONFIRM_RECEIPT -> new Request(owner(id), at + "/receipt-confirmation", body);
                    case CHOOSE_DELIVERY -> new Request(owner(id), at + "/delivery-way", body.put("way", "WINDOW"));
                    case WITHDRAW -> new Request(owner(id), at + "/withdraw", body.put("reason", "不开了"));
                    case JUDGE -> review(id, "UPHELD");
                    case ANSWER -> answer(id);
                    case REVERSE -> review(id, "REVERSED");
                    case DEEM_ACCEPTED, TERMINATE, RECOMPUTE -> null;
                });
    }

    /** Sends it, as who does it. */
    public Api.Answer send(ActKind act, UUID id) {
        return send(of(act, id).orElseThrow());
    }

    public Api.Answer send(Request request) {
        Api api = office.api(request.who());
        return request.body() == null
                ? api.send("POST", request.path(), null, null)
                : api.post(request.path(), request.body());
    }

    /** The form says no address. */
    private static final String POSTED = "EMS 1234，寄到转塘街道外桐坞村 18 号";

    /** A material may be on paper, at a window. */
    private static final Set<String> PAPER = Set.of("materials[0].file");

    private ObjectNode version(UUID id) {
        var row = db.fetchOne("select version from casework.case_file where id = ?", id);
        return Api.JSON
                .createObjectNode()
                .put("version", row == null ? 1 : row.get(0, int.class).intValue());
    }

    private static ObjectNode notice(ObjectNode body) {
        body.putArray("defects")
                .addObject()
                .put("material", LAYOUT)
                .putNull("field")
                .put("wrong", "没有标出水池")
                .put("mend", "请在图上标出水池");
        return body;
    }

    private ObjectNode changes(UUID id, Visitor by, ObjectNode body) {
        body.putObject("answers").put("premises_area", "60");
        body.putArray("materials")
                .addObject()
                .put("material", LAYOUT)
                .put("file", office.upload(by, "layout").toString())
                .put("name", "布局图.pdf");
        return body;
    }

    private static ObjectNode filing(ObjectNode body) {
        body.putObject("filing")
                .put("reason", "FORBIDDEN")
                .put("article", "食品安全法第三十三条")
                .put("told", "场所离污染源太近");
        return body;
    }

    private static ObjectNode notNeeded(ObjectNode body) {
        filing(body).withObject("/filing").put("reason", "NO_LICENCE_NEEDED");
        return body;
    }

    private static ObjectNode notOurs(ObjectNode body) {
        body.set("filing", Api.JSON.valueToTree(Office.notOurs()));
        return body;
    }

    private Request step(UUID id, String at, ObjectNode body) {
        String key = exists(id)
                ? office.openSteps(id).stream()
                        .filter(step -> Set.of("documents", "safety", "issue").contains(step.key()))
                        .map(CaseStep::key)
                        .findFirst()
                        .orElse("documents")
                : "documents";
        body.put("verdict", "PASS").put("opinion", "符合要求").putNull("companion");
        Visitor officer = office.officer(key.equals("issue") ? "issue" : "review");
        return new Request(officer, at + "/steps/" + key, body, Set.of("companion"));
    }

    private Request review(UUID id, String judgement) {
        var row = db.fetchOne("select id from casework.denial_filing where case_id = ? and judgement is null", id);
        UUID denial = row == null ? id : row.get(0, UUID.class);
        return new Request(
                office.aSupervisor(),
                "/api/v1/denials/" + denial + "/review",
                Api.JSON.createObjectNode().put("judgement", judgement).put("remark", "已复核"));
    }

    private Request answer(UUID id) {
        var row = db.fetchOne("select id from casework.denial_filing where case_id = ? and reply is null", id);
        return new Request(
                officer(id, "accept"),
                "/api/v1/denials/" + (row == null ? id : row.get(0, UUID.class)) + "/answer",
                Api.JSON.createObjectNode().put("answer", "十二米，有照片"));
    }

    /** Approves what the decision post asks for. */
    private Visitor head() {
        return Office.visitor(java.util.Objects.requireNonNull(
                office.post("supervise", Office.FOOD).a()));
    }

    private Visitor officer(UUID id, String act) {
        String item = exists(id) ? office.view(id).item().code() : Office.FOOD;
        return item.equals(Office.FOOD) ? office.officer(act) : office.officerAnywhere(act, item);
    }

    /** Whose case, or draft, it is. */
    private Visitor owner(UUID id) {
        return office.account(db.fetchSingle(
                        "select applicant from casework.case_file where id = ?"
                                + " union all select account from casework.draft where id = ?",
                        id,
                        id)
                .get(0, UUID.class));
    }

    private boolean exists(UUID id) {
        return db.fetchOne("select 1 from casework.case_file where id = ?", id) != null;
    }
}
