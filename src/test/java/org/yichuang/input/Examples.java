package org.yichuang.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.ActRequests;
import org.yichuang.casework.Answers;
import org.yichuang.casework.Drafts;
import org.yichuang.casework.NewCase;
import org.yichuang.casework.Office;
import org.yichuang.casework.Situations;
import org.yichuang.casework.domain.Doers;
import org.yichuang.casework.domain.Transitions;
import org.yichuang.identity.Account;
import org.yichuang.identity.People;
import org.yichuang.identity.signin.PasswordLinks;
import org.yichuang.input.Endpoints.Endpoint;
import org.yichuang.journal.Actor;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.Api;
import tools.jackson.databind.node.ObjectNode;

/** For every endpoint of the API that changes something, a request that it would take. */
final class Examples {
    private final Office office;
    private final Situations situations;
    private final ActRequests acts;
    private final Drafts drafts;
    private final People people;
    private final PasswordLinks links;
    private final List<Example> all = new ArrayList<>();

    Examples(ApplicationContext context) {
        office = context.getBean(Office.class);
        situations = context.getBean(Situations.class);
        acts = context.getBean(ActRequests.class);
        drafts = context.getBean(Drafts.class);
        people = new People(context);
        links = context.getBean(PasswordLinks.class);
        actsOnCases();
        filing();
        drafting();
        identity();
        accounts();
        limits();
        network();
    }

    /**
     * A request.
     *
     * @param optional components of the body that may be missing
     * @param counted a password is asked for: a wrong one is counted, and it is not said what was wrong
     */
    record Example(
            Api api, String method, String path, @Nullable ObjectNode body, Set<String> optional, boolean counted) {}

    List<Example> of(Endpoint endpoint) {
        return all.stream()
                .filter(example -> endpoint.is(example.method(), example.path()))
                .toList();
    }

    private void actsOnCases() {
        for (ActKind act : ActKind.values()) {
            Transitions.TABLE.stream()
                    .filter(edge -> edge.act() == act && !edge.doers().kinds().contains(Doers.Kind.CLOCK))
                    .findFirst()
                    .map(situations::before)
                    .flatMap(id -> acts.of(act, id))
                    .ifPresent(request -> all.add(new Example(
                            office.api(request.who()),
                            "POST",
                            request.path(),
                            request.body(),
                            request.optional(),
                            false)));
        }
    }

    private void filing() {
        Visitor company = office.aCompany();
        add(company, "/api/v1/cases", application(company), Set.of("division", "way"));
        Visitor officer = office.officer("accept");
        Visitor applicant = office.aCompany();
        ObjectNode body = Api.JSON.createObjectNode();
        body.put("applicant", applicant.id().toString())
                .put("agentName", "王小五")
                .putNull("window")
                .put("then", "RECEIVE")
                .set("application", application(officer));
        add(
                officer,
                "/api/v1/window-applicants",
                Api.JSON
                        .createObjectNode()
                        .put("kind", "RESIDENT")
                        .put("number", People.number())
                        .put("name", "何建平")
                        .put("phone", "13800138000"),
                Set.of("phone", "agent"));
        add(
                officer,
                "/api/v1/window-cases",
                body,
                Set.of("window", "draft", "application.division", "application.way", "application.materials[0].file"));
        all.add(new Example(
                office.api(officer),
                "POST",
                "/api/v1/window-drafts",
                Api.JSON
                        .createObjectNode()
                        .put("applicant", applicant.id().toString())
                        .put("item", Office.FOOD)
                        .put("number", office.number(applicant)),
                Set.of(),
                false));
        add(officer, "/api/v1/window-cases/not-here", notHere(applicant), Set.of("window", "division"));
        bare(officer, "POST", "/api/v1/cases/" + office.submitted(company).caseId() + "/claim-code");
    }

    private static ObjectNode notHere(Visitor applicant) {
        ObjectNode body = Api.JSON
                .createObjectNode()
                .put("applicant", applicant.id().toString())
                .put("agentName", "王小五")
                .putNull("window")
                .put("item", "vehicle_reg")
                .put("division", "330102000000");
        return body.set("filing", Api.JSON.valueToTree(Office.notOurs()));
    }

    private ObjectNode application(Visitor company) {
        NewCase whole = office.application(company, Office.FOOD);
        ObjectNode body = Api.JSON.createObjectNode();
        body.put("item", whole.item()).put("division", whole.division()).put("way", "ELECTRONIC");
        body.set("answers", Api.JSON.valueToTree(whole.answers()));
        var materials = body.putArray("materials");
        whole.materials()
                .forEach(material -> materials
                        .addObject()
                        .put("material", material.material())
                        .put("file", String.valueOf(material.file()))
                        .put("name", material.name()));
        return body;
    }

    private void drafting() {
        Visitor company = office.aCompany();
        ObjectNode started =
                Api.JSON.createObjectNode().put("item", Office.FOOD).put("division", Answers.XIHU);
        add(company, "/api/v1/drafts", started, Set.of("division"));
        String draft = "/api/v1/drafts/"
                + drafts.start(company, Office.FOOD, null, null).id();
        UUID file = office.upload(company, "layout");
        ObjectNode material = Api.JSON
                .createObjectNode()
                .put("material", "layout_equipment_work_flow")
                .put("file", file.toString())
                .put("name", "布局图.pdf");
        add(company, draft + "/materials", material, Set.of());
        ObjectNode answers = Api.JSON.createObjectNode();
        answers.set("answers", Api.JSON.valueToTree(Map.of("address", "外桐坞村 18 号", "contact_name", "林晓")));
        all.add(new Example(
                office.api(company),
                "PATCH",
                draft + "/answers",
                (ObjectNode) answers.get("answers"),
                Set.of("address", "contact_name"),
                false));
        put(company, draft + "/division", Api.JSON.createObjectNode().put("division", Answers.XIHU));
        put(company, draft + "/delivery-way", Api.JSON.createObjectNode().put("way", "ELECTRONIC"));
        bare(company, "DELETE", draft + "/materials/" + file);
        bare(company, "DELETE", draft);
    }

    private void identity() {
        ObjectNode resident = Api.JSON
                .createObjectNode()
                .put("idNumber", People.number())
                .put("name", "何小满")
                .put("phone", "13900001234")
                .put("login", "he-xiaoman")
                .put("password", People.PASSWORD);
        anyone("/api/v1/residents", resident, Set.of("login"), false);
        ObjectNode company = Api.JSON
                .createObjectNode()
                .put("uscc", People.code())
                .put("name", "杭州小满餐饮有限公司")
                .put("legalRepresentative", "何小满")
                .put("phone", "13900001234")
                .put("login", "xiaoman")
                .put("password", People.PASSWORD);
        anyone("/api/v1/companies", company, Set.of("login"), false);
        ObjectNode door = Api.JSON.createObjectNode().put("name", "nobody-here").put("password", "wrong password");
        anyone("/api/v1/sessions", door, Set.of(), true);
        Visitor me = office.account(people.resident().id());
        ObjectNode change =
                Api.JSON.createObjectNode().put("current", "wrong password").put("password", "another fine phrase");
        all.add(new Example(office.api(me), "PUT", "/api/v1/me/password", change, Set.of(), true));
        ObjectNode contact = Api.JSON.createObjectNode().put("phone", "13900004321");
        all.add(new Example(office.api(me), "PUT", "/api/v1/me/contact", contact, Set.of(), false));
        bare(me, "DELETE", "/api/v1/me/sessions/" + UUID.randomUUID());
        bare(me, "DELETE", "/api/v1/me/sessions");
        bare(me, "DELETE", "/api/v1/sessions/current");
        bare(me, "POST", "/api/v1/files");
    }

    private void accounts() {
        Visitor security = office.known("security");
        String officer = "/api/v1/accounts/" + people.officer(Role.OFFICER).id();
        ObjectNode fresh = Api.JSON
                .createObjectNode()
                .put("login", "fresh-officer")
                .put("name", "新来的")
                .put("phone", "13900001234")
                .put("idNumber", People.number());
        fresh.putArray("roles").add("OFFICER");
        add(security, "/api/v1/accounts", fresh, Set.of("phone", "idNumber"));
        add(security, "/api/v1/accounts/find", Api.JSON.createObjectNode().put("number", People.number()), Set.of());
        bare(security, "PUT", officer + "/roles/SUPERVISOR");
        bare(security, "DELETE", officer + "/roles/SUPERVISOR");
        put(
                security,
                officer + "/name",
                Api.JSON.createObjectNode().put("name", "改过名的").put("reason", "居民身份证"));
        for (String act : List.of("disable", "enable", "unlock", "password-link")) {
            bare(security, "POST", officer + "/" + act);
        }
        bare(security, "DELETE", officer + "/sessions");
        Visitor auditor = office.account(people.officer(Role.AUDITOR).id());
        Account waiting = people.officer(Role.SECURITY_ADMINISTRATOR);
        links.issue(waiting, Actor.SYSTEM);
        bare(auditor, "POST", "/api/v1/password-links/" + waiting.id() + "/confirm");
        String system = "/api/v1/systems/" + people.system().id();
        add(
                security,
                "/api/v1/systems",
                Api.JSON.createObjectNode().put("login", "fresh-system").put("name", "测试系统"),
                Set.of());
        add(
                security,
                system + "/tokens",
                Api.JSON.createObjectNode().put("name", "夜间").put("days", 30),
                Set.of("days"));
        bare(security, "DELETE", system + "/tokens/" + UUID.randomUUID());
    }

    private void limits() {
        ObjectNode limit = Api.JSON
                .createObjectNode()
                .put("start", "2026-09-18T10:24")
                .put("amount", 5)
                .put("unit", "WORKING_DAY")
                .put("extension", 3)
                .put("now", "2026-09-21T10:00");
        limit.putArray("pauses")
                .addObject()
                .put("start", "2026-09-22")
                .put("end", "2026-09-23")
                .put("expectedEnd", "2026-09-24")
                .put("cause", "检测");
        var optional =
                Set.of("extension", "now", "pauses", "pauses[0].end", "pauses[0].expectedEnd", "pauses[0].cause");
        anyone("/api/v1/limits/compute", limit, optional, false);
    }

    private void network() {
        Visitor officer = office.officer("review");
        ObjectNode away = Api.JSON
                .createObjectNode()
                .put("from", "2027-03-01")
                .put("to", "2027-03-02")
                .put("reason", "培训");
        add(officer, "/api/v1/network/absences", away, Set.of());
        bare(officer, "DELETE", "/api/v1/network/absences/" + UUID.randomUUID());
        Visitor administrator = office.known("admin");
        ObjectNode day = Api.JSON.createObjectNode().put("kind", "OFF").put("name", "亚运会");
        all.add(new Example(
                office.api(administrator),
                "PUT",
                "/api/v1/calendar/days/2026-12-25",
                day,
                Set.of("kind", "name"),
                false));
        all.add(new Example(
                office.api(administrator),
                "PUT",
                "/api/v1/calendar/office-hours",
                Api.JSON.createObjectNode().put("hours", "08:45-12:00, 13:30-17:00"),
                Set.of(),
                false));
        bare(administrator, "POST", "/api/v1/calendar");
        bare(administrator, "POST", "/api/v1/network/tables/units");
        bare(administrator, "POST", "/api/v1/item-versions");
        bare(administrator, "POST", "/api/v1/item-versions/import");
        bare(administrator, "PUT", "/api/v1/topics");
        bare(administrator, "PUT", "/api/v1/item-versions/food_permit/1/text");
        bare(administrator, "POST", "/api/v1/item-versions/food_permit/9/revise");
        bare(administrator, "DELETE", "/api/v1/item-versions/food_permit/1");
        for (String act : List.of("check", "publish", "retire")) {
            add(
                    administrator,
                    "/api/v1/item-versions/food_permit/9/" + act,
                    Api.JSON.createObjectNode().put("revision", 1),
                    Set.of());
        }
    }

    private void add(Visitor who, String path, ObjectNode body, Set<String> optional) {
        all.add(new Example(office.api(who), "POST", path, body, optional, false));
    }

    private void put(Visitor who, String path, ObjectNode body) {
        all.add(new Example(office.api(who), "PUT", path, body, Set.of(), false));
    }

    private void anyone(String path, ObjectNode body, Set<String> optional, boolean counted) {
        all.add(new Example(new Api(office.address(), null), "POST", path, body, optional, counted));
    }

    private void bare(Visitor who, String method, String path) {
        all.add(new Example(office.api(who), method, path, null, Set.of(), false));
    }
}
