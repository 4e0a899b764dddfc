package org.yichuang.input;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.AccessInterceptor;
import org.yichuang.shared.web.Role;

/** Every endpoint of the product, from Spring's own table. */
final class Endpoints {
    private Endpoints() {}

    record Endpoint(
            String method, PathPattern pattern, @Nullable MediaType takes, HandlerMethod handler) {
        boolean api() {
            return pattern.getPatternString().startsWith("/api/");
        }

        boolean changes() {
            return !method.equals("GET");
        }

        boolean takesBody() {
            return Stream.of(handler.getMethodParameters())
                    .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class));
        }

        /** The names of what it takes in the query. */
        List<String> asks() {
            return Stream.of(handler.getMethodParameters())
                    .filter(parameter -> parameter.hasParameterAnnotation(RequestParam.class))
                    .map(parameter -> {
                        parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
                        String named = Objects.requireNonNull(parameter.getParameterAnnotation(RequestParam.class))
                                .name();
                        return named.isEmpty() ? Objects.requireNonNull(parameter.getParameterName()) : named;
                    })
                    .toList();
        }

        Set<Role> roles() {
            Access rule = Objects.requireNonNull(AccessInterceptor.rule(handler));
            return Set.of(rule.value());
        }

        boolean is(String otherMethod, String path) {
            return method.equals(otherMethod) && pattern.matches(PathContainer.parsePath(path));
        }

        @Override
        public String toString() {
            return method + " " + pattern.getPatternString();
        }
    }

    static List<Endpoint> of(ApplicationContext context) {
        return context.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().entrySet().stream())
                .filter(entry -> entry.getValue().getBeanType().getName().startsWith("org.yichuang."))
                .flatMap(Endpoints::endpoints)
                .sorted(java.util.Comparator.comparing(Endpoint::toString))
                .toList();
    }

    private static Stream<Endpoint> endpoints(Map.Entry<RequestMappingInfo, HandlerMethod> entry) {
        RequestMappingInfo info = entry.getKey();
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        MediaType takes = info.getConsumesCondition().getConsumableMediaTypes().stream()
                .findFirst()
                .orElse(null);
        return Objects.requireNonNull(info.getPathPatternsCondition()).getPatterns().stream()
                .flatMap(pattern -> (methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                        .stream().map(method -> new Endpoint(method.name(), pattern, takes, entry.getValue())));
    }
}
