package org.yichuang.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.BeanUtils;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.Answers;
import org.yichuang.casework.Drafts;
import org.yichuang.casework.Office;
import org.yichuang.casework.Situations;
import org.yichuang.casework.State;
import org.yichuang.identity.Accounts;
import org.yichuang.identity.People;
import org.yichuang.identity.signin.Sessions;
import org.yichuang.input.Endpoints.Endpoint;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.CityTest;
import org.yichuang.support.TestClock;

/**
 * Every page, form and list × everything a browser, or who only says it is one, can send: an answer, never a failure.
 * The names of the fields come from the controllers.
 */
@CityTest
class PageInputTests {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private static final String CSRF = "0".repeat(36);

    /** Encoded as a browser would, but for what is no UTF-8. */
    private static final List<String> BAD = List.of(
            "",
            "%00",
            "a%00b",
            "%ED%A0%80",
            "%FF%FE",
            "-1",
            "99999999999999999999",
            "%2B99999-12-31",
            "2026-02-30",
            "%E9%95%BF".repeat(20_000),
            "%27%20or%201%3D1%3B--%25_%5C",
            "%7B%22a%22%3A%5B%5D%7D");

    /** Fields of forms that are read as a whole. */
    private static final List<String> OTHERS = List.of(
            "version",
            "step",
            "reasons",
            "opinion",
            "verdict",
            "companion",
            "defect",
            "wrong.material:x",
            "mend.material:x",
            "denialReason",
            "article",
            "told",
            "rightAuthority",
            "articles",
            "cause",
            "expectedEnd",
            "amount",
            "reason",
            "finding",
            "way",
            "note",
            "item",
            "kind",
            "number",
            "name",
            "agent",
            "phone",
            "q",
            "division",
            "agentName",
            "then",
            "address",
            "premises_area",
            "water",
            "food_items",
            "paper.layout_equipment_work_flow",
            "lang",
            "type");

    private final ApplicationContext context;
    private final Office office;
    private final Situations situations;
    private final Drafts drafts;
    private final Accounts accounts;
    private final Sessions sessions;
    private final DSLContext db;
    private final People people;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    @Autowired
    PageInputTests(
            ApplicationContext context,
            Office office,
            Situations situations,
            Drafts drafts,
            Accounts accounts,
            Sessions sessions,
            DSLContext db,
            TestClock clock) {
        this.context = context;
        this.office = office;
        this.situations = situations;
        this.drafts = drafts;
        this.accounts = accounts;
        this.sessions = sessions;
        this.db = db;
        this.people = new People(context);
        clock.set("2026-10-09T10:24");
    }

    private static List<Endpoint> endpoints(ApplicationContext context) {
        return Endpoints.of(context).stream()
                .filter(endpoint -> !endpoint.api() || !endpoint.changes())
                .toList();
    }

    @Test
    void no_field_of_any_page_form_or_list_makes_the_server_fail() throws Exception {
        var requests = new ArrayList<Callable<String>>();
        for (Endpoint endpoint : endpoints(context)) {
            for (Place place : places(endpoint)) {
                forms(endpoint).forEach(form -> requests.add(() -> verdict(place, form)));
            }
        }
        assertThat(requests).hasSizeGreaterThan(2000);
        assertThat(wrong(requests)).isEmpty();
    }

    @Test
    void no_part_of_any_address_makes_the_server_fail() throws Exception {
        var requests = new ArrayList<Callable<String>>();
        for (Endpoint endpoint : endpoints(context)) {
            String[] pattern = endpoint.pattern().getPatternString().split("/");
            Place right = places(endpoint).getFirst();
            for (int at = 0; at < pattern.length; at++) {
                for (String bad : pattern[at].contains("{") ? BAD.subList(1, 9) : List.<String>of()) {
                    String[] path = right.path().split("/");
                    path[at] = bad;
                    var place = new Place(endpoint, String.join("/", path), right.who());
                    requests.add(() -> verdict(place, Map.of("version", "1", "revision", "999999")));
                }
            }
        }
        assertThat(requests).hasSizeGreaterThan(300);
        assertThat(wrong(requests)).isEmpty();
    }

    @Test
    void what_is_no_utf_8_is_refused_where_the_token_against_forgery_is_looked_for_as_well() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(office.address() + "/sign-in"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", "yc_csrf=" + CSRF)
                .POST(HttpRequest.BodyPublishers.ofString("name=x&_csrf=%FF%FE"))
                .build();

        assertThat(CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isIn(400, 403);
    }

    @Test
    void what_is_no_utf_8_is_no_failure_where_a_session_has_ended() throws Exception {
        var request = HttpRequest.newBuilder(URI.create(office.address() + "/account/sign-out-everywhere"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Cookie", "yc_csrf=" + CSRF)
                .header("X-XSRF-TOKEN", CSRF)
                .POST(HttpRequest.BodyPublishers.ofString("step=%ED%A0%80"))
                .build();

        assertThat(CLIENT.send(request, HttpResponse.BodyHandlers.discarding()).statusCode())
                .isEqualTo(401);
    }

    @Test
    void no_header_in_chinese_makes_the_server_fail() throws IOException {
        for (String header : List.of(
                "Idempotency-Key", "User-Agent", "Content-Type", "Accept", "Authorization", "Cookie", "Referer")) {
            for (String line : List.of("GET /limits", "GET /api/v1/items", "POST /api/v1/limits/compute")) {
                assertThat(status(line, header + ": 键"))
                        .as(line + ", " + header)
                        .isBetween(200, 499);
            }
        }
        String signingIn = "User-Agent: 浏览器\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s";
        String body = "{\"name\":\"qingheli\",\"password\":\"yichuang-demo\"}";
        assertThat(status("POST /api/v1/sessions", signingIn.formatted(body.length(), body)))
                .isEqualTo(201);
    }

    /** As bytes in UTF-8, which most programs send and this one's client does not. */
    private int status(String line, String more) throws IOException {
        URI address = URI.create(office.address());
        String request = line + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + more
                + (more.contains("\r\n\r\n") ? "" : "\r\n\r\n");
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }

    private static List<String> wrong(List<Callable<String>> requests) throws Exception {
        var wrong = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var answer : threads.invokeAll(requests)) {
                if (!answer.get().isEmpty()) {
                    wrong.add(answer.get());
                }
            }
        }
        return wrong;
    }

    /** Every bad value in all fields at once, and in each of the endpoint's own while the others are right. */
    private static List<Map<String, String>> forms(Endpoint endpoint) {
        var forms = new ArrayList<Map<String, String>>();
        Set<String> own = names(endpoint);
        Map<String, String> right = new LinkedHashMap<>();
        own.forEach(name -> right.put(name, plausible(name)));
        forms.add(Map.of());
        forms.add(right);
        Map<String, String> strange = new LinkedHashMap<>(right);
        List.of("\u0000", "\u0007", "\u0080", "\uFFFF").forEach(name -> strange.put(name, "x"));
        forms.add(strange);
        for (String bad : BAD) {
            Map<String, String> all = new LinkedHashMap<>();
            Stream.concat(own.stream(), OTHERS.stream())
                    .forEach(name -> all.put(name, bad.length() > 99_999 ? "x" : bad));
            forms.add(all);
            for (String name : own) {
                Map<String, String> one = new LinkedHashMap<>(right);
                one.put(name, bad);
                forms.add(one);
            }
        }
        return forms;
    }

    private static String plausible(String name) {
        return switch (name) {
            case "version", "size" -> "1";
            // nothing of the catalogue, which all tests share, is to be changed
            case "revision" -> "999999";
            case "division" -> Answers.XIHU;
            case "item" -> Office.FOOD;
            case "way" -> "POST";
            case "_question" -> "address";
            case "declared" -> "yes";
            case "after" -> "";
            default -> "x";
        };
    }

    /** What the controller's method reads by name. */
    private static Set<String> names(Endpoint endpoint) {
        Set<String> names = new LinkedHashSet<>();
        for (MethodParameter parameter : endpoint.handler().getMethodParameters()) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
            if (asked != null && !Map.class.isAssignableFrom(parameter.getParameterType())) {
                names.add(asked.name().isEmpty() ? String.valueOf(parameter.getParameterName()) : asked.name());
            } else if (form(parameter)) {
                for (var property : BeanUtils.getPropertyDescriptors(parameter.getParameterType())) {
                    names.add(property.getName());
                }
                var components = parameter.getParameterType().getRecordComponents();
                Stream.ofNullable(components).flatMap(Stream::of).forEach(component -> names.add(component.getName()));
            }
        }
        names.remove("class");
        return names;
    }

    private static boolean form(MethodParameter parameter) {
        ModelAttribute bound = parameter.getParameterAnnotation(ModelAttribute.class);
        boolean ours = parameter.getParameterType().getName().startsWith("org.yichuang.");
        return ours
                && parameter.getParameterType() != Visitor.class
                && parameter.getParameterAnnotations().length == (bound == null ? 0 : 1)
                && (bound == null || bound.binding());
    }

    private String verdict(Place place, Map<String, String> form) throws IOException, InterruptedException {
        int status = send(place.endpoint(), place.path(), place.who(), form);
        return status < 500
                ? ""
                : place.endpoint() + " at " + place.path() + " with " + shortened(form.toString()) + ": " + status;
    }

    private static String shortened(String text) {
        return text.length() < 200 ? text : text.substring(0, 200) + "…";
    }

    private int send(Endpoint endpoint, String path, @Nullable Visitor who, Map<String, String> form)
            throws IOException, InterruptedException {
        boolean query = endpoint.method().equals("GET");
        boolean parts = endpoint.takes() != null && endpoint.takes().toString().startsWith("multipart");
        String sent = encoded(form, query ? 1000 : 200_000);
        var request = HttpRequest.newBuilder(URI.create(office.address() + path + (query ? "?" + sent : "")))
                .timeout(Duration.ofSeconds(60));
        if (query) {
            request.GET();
        } else {
            request.method(endpoint.method(), HttpRequest.BodyPublishers.ofString(parts ? multipart(form) : sent));
            request.header(
                    "Content-Type", parts ? "multipart/form-data; boundary=x" : "application/x-www-form-urlencoded");
        }
        String cookie = "yc_csrf=" + CSRF;
        if (who != null) {
            String token = token(who, endpoint.api(), path);
            cookie += "; yc_session=" + token;
            request.header("Authorization", "Bearer " + token);
        }
        request.header("Cookie", cookie).header("X-XSRF-TOKEN", CSRF);
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** Where a page may end the session, a new one each time. */
    private String token(Visitor who, boolean api, String path) {
        boolean ends = path.startsWith("/account") || path.startsWith("/sign");
        return ends ? open(who, api) : tokens.computeIfAbsent(who.id() + " " + api, key -> open(who, api));
    }

    private String open(Visitor who, boolean api) {
        return sessions.open(accounts.get(who.id()), api, "test").token();
    }

    private static String encoded(Map<String, String> form, int longest) {
        return form.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + (field.getValue().length() > longest ? "x" : field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String multipart(Map<String, String> form) {
        return form.entrySet().stream()
                        .map(field -> "--x\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n"
                                + field.getValue().replace("%00", "\0") + "\r\n")
                        .collect(Collectors.joining())
                + "--x--\r\n";
    }

    /** An address where something is there, and whose it is. */
    private record Place(
            Endpoint endpoint, String path, @Nullable Visitor who) {}

    private List<Place> places(Endpoint endpoint) {
        Visitor company = office.aCompany();
        Visitor who = visitor(endpoint, company);
        String pattern = endpoint.pattern().getPatternString();
        String path = pattern.replaceAll("\\{\\w+:(\\w+)\\|[^}]*}", "$1")
                .replace("{item}", Office.FOOD)
                .replace("{code}", pattern.startsWith("/admin") ? "legal_aid" : Office.FOOD)
                .replace("{version}", "1")
                .replace("{key}", "address")
                .replace("{material}", "layout_equipment_work_flow")
                .replace("{applicant}", company.id().toString());
        String thing = path.contains("{") ? thing(pattern, company) : "";
        return Stream.of(pattern.contains("{act}") ? ActKind.values() : new ActKind[] {ActKind.ACCEPT})
                .map(act -> path.replace("{act}", act.slug()).replaceAll("\\{[^}]*}", thing))
                .map(one -> new Place(endpoint, one, who))
                .toList();
    }

    private String thing(String pattern, Visitor company) {
        if (pattern.contains("/draft")) {
            return drafts.start(company, Office.FOOD, Answers.XIHU, null).id().toString();
        }
        if (pattern.contains("/accounts")) {
            return people.officer(Role.OFFICER).id().toString();
        }
        if (pattern.contains("/systems")) {
            return people.system().id().toString();
        }
        if (pattern.contains("/denials")) {
            return office.denial(situations.in(State.NOT_ACCEPTED)).toString();
        }
        UUID id = office.submitted(company).caseId();
        if (pattern.contains("/supplement")) {
            office.act(office.officer("accept"), id, situations.notice());
        }
        return id.toString();
    }

    private @Nullable Visitor visitor(Endpoint endpoint, Visitor company) {
        Set<Role> roles = endpoint.roles();
        if (roles.contains(Role.COMPANY) || roles.contains(Role.SIGNED_IN)) {
            return company;
        }
        if (roles.contains(Role.OFFICER)) {
            return office.officer("accept");
        }
        return Stream.of("admin", "security", "supervisor", "auditor")
                .map(office::known)
                .filter(person -> person.roles().stream().anyMatch(roles::contains))
                .findFirst()
                .orElse(null);
    }
}
