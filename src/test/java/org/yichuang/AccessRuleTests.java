package org.yichuang;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yichuang.identity.Account;
import org.yichuang.identity.People;
import org.yichuang.identity.signin.Sessions;
import org.yichuang.shared.Ids;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.AccessInterceptor;
import org.yichuang.shared.web.Role;
import org.yichuang.support.CityTest;

/** Every endpoint × every role: who is not named by the endpoint's rule is turned away, and nobody meets a failure. */
@CityTest
class AccessRuleTests {
    private static final String NOT_FOR_THE_ROLE = "您的账号不能使用这项功能";
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
    private static final String CSRF = "0".repeat(36);

    private final ApplicationContext context;
    private final Sessions sessions;
    private final Ids ids;
    private final int port;

    @Autowired
    AccessRuleTests(ApplicationContext context, Sessions sessions, Ids ids, @LocalServerPort int port) {
        this.context = context;
        this.sessions = sessions;
        this.ids = ids;
        this.port = port;
    }

    private record Endpoint(
            String method, String path, @Nullable MediaType takes, HandlerMethod handler) {
        Access rule() {
            return Objects.requireNonNull(AccessInterceptor.rule(handler), handler::toString);
        }

        boolean open() {
            return Set.of(rule().value()).contains(Role.ANYONE);
        }

        boolean allows(@Nullable Role role) {
            Set<Role> named = Set.of(rule().value());
            return role != null && (named.contains(Role.SIGNED_IN) || named.contains(role));
        }

        boolean api() {
            return path.startsWith("/api/");
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    @Test
    void every_endpoint_declares_its_access_rule() {
        assertThat(handlers())
                .hasSizeGreaterThan(20)
                .allSatisfy(handler -> assertThat(AccessInterceptor.rule(handler))
                        .as(handler.toString())
                        .isNotNull());
    }

    @Test
    void every_endpoint_turns_away_every_role_it_does_not_name_and_fails_for_none() throws Exception {
        Map<Role, Account> accounts = accounts();
        var requests = new ArrayList<Callable<String>>();
        for (Endpoint endpoint : endpoints()) {
            requests.add(() -> verdict(endpoint, null, null));
            accounts.forEach((role, account) -> requests.add(() -> verdict(endpoint, role, account)));
        }
        var wrong = new ArrayList<String>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var answer : threads.invokeAll(requests)) {
                if (!answer.get().isEmpty()) {
                    wrong.add(answer.get());
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** What is wrong with the answer; empty when nothing is. */
    private String verdict(Endpoint endpoint, @Nullable Role role, @Nullable Account account) throws Exception {
        var answer = send(endpoint, account);
        for (int again = 0; account != null && answer.signedOut() && again < 5; again++) {
            // another request of this account, at the same time, was the one that signs out everywhere
            answer = send(endpoint, account);
        }
        return right(endpoint, role, answer) ? "" : endpoint + " as " + role + ": " + answer.status();
    }

    private static boolean right(Endpoint endpoint, @Nullable Role role, Sent answer) {
        int status = answer.status();
        if (endpoint.open()) {
            return status < 500 && status != 403;
        }
        if (endpoint.allows(role)) {
            return status < 500 && !answer.byRole() && !answer.signedOut();
        }
        return role == null ? turnedAway(endpoint, answer) : status == 403 && answer.byRole();
    }

    private static boolean turnedAway(Endpoint endpoint, Sent answer) {
        if (endpoint.api() || !endpoint.method().equals("GET")) {
            return answer.status() == 401;
        }
        return answer.status() == 302 && answer.location().contains("/sign-in?next=");
    }

    private Sent send(Endpoint endpoint, @Nullable Account account) throws IOException, InterruptedException {
        var body = endpoint.method().equals("GET")
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(body(endpoint));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + endpoint.path()))
                .method(endpoint.method(), body)
                .timeout(Duration.ofSeconds(30));
        if (endpoint.takes() != null) {
            request.header("Content-Type", content(endpoint.takes()));
        }
        String cookie = "yc_csrf=" + CSRF;
        if (account != null) {
            String token = sessions.open(account, endpoint.api(), "test").token();
            cookie += "; yc_session=" + token;
            request.header("Authorization", "Bearer " + token);
        }
        request.header("Cookie", cookie).header("X-XSRF-TOKEN", CSRF);
        var answer = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (var text = answer.body()) {
            return new Sent(
                    answer.statusCode(),
                    answer.headers().firstValue("Location").orElse(""),
                    answer.statusCode() == 403 ? new String(text.readAllBytes(), StandardCharsets.UTF_8) : "");
        }
    }

    /** @param refusal what a 403 says */
    private record Sent(int status, String location, String refusal) {
        boolean signedOut() {
            return status == 401 || location.contains("/sign-in?next=");
        }

        /** Turned away for the role, not by the register or for whose it is. */
        boolean byRole() {
            return refusal.contains(NOT_FOR_THE_ROLE);
        }
    }

    private static String body(Endpoint endpoint) {
        if (parts(endpoint.takes())) {
            return "--x\r\nContent-Disposition: form-data; name=\"y\"\r\n\r\n\r\n--x--\r\n";
        }
        return endpoint.api() ? "{}" : "";
    }

    private static String content(MediaType type) {
        return parts(type) ? type + ";boundary=x" : type.toString();
    }

    private static boolean parts(@Nullable MediaType type) {
        return MediaType.MULTIPART_FORM_DATA.equalsTypeAndSubtype(type);
    }

    private Map<Role, Account> accounts() {
        var people = new People(context);
        Map<Role, Account> accounts = new EnumMap<>(Role.class);
        accounts.put(Role.RESIDENT, people.resident());
        accounts.put(Role.COMPANY, people.company());
        accounts.put(Role.SYSTEM, people.system());
        for (Role role : org.yichuang.identity.Roles.GRANTABLE) {
            accounts.put(role, people.officer(role));
        }
        return accounts;
    }

    private List<HandlerMethod> handlers() {
        return mappings().map(Map.Entry::getValue).toList();
    }

    private List<Endpoint> endpoints() {
        return mappings()
                .flatMap(mapping -> endpoints(mapping.getKey(), mapping.getValue()))
                .toList();
    }

    private Stream<Map.Entry<RequestMappingInfo, HandlerMethod>> mappings() {
        return context.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("org.yichuang."));
    }

    private Stream<Endpoint> endpoints(RequestMappingInfo info, HandlerMethod handler) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        MediaType takes = info.getConsumesCondition().getConsumableMediaTypes().stream()
                .findFirst()
                .orElse(null);
        return Objects.requireNonNull(info.getPathPatternsCondition()).getPatternValues().stream()
                .flatMap(pattern -> (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                        .stream().map(method -> endpoint(method, pattern, takes, handler)));
    }

    private Endpoint endpoint(RequestMethod method, String pattern, @Nullable MediaType takes, HandlerMethod handler) {
        String path = pattern.replaceAll("\\{\\w+:(\\w+)\\|[^}]*}", "$1")
                .replaceAll("\\{[^}]*}", ids.next().toString());
        MediaType form = path.startsWith("/api/") ? MediaType.APPLICATION_JSON : MediaType.APPLICATION_FORM_URLENCODED;
        MediaType type = method == RequestMethod.GET ? null : takes == null ? form : takes;
        return new Endpoint(method.name(), path, type, handler);
    }
}
