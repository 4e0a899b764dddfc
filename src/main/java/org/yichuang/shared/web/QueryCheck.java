package org.yichuang.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.yichuang.shared.Problem;

/**
 * Refuses what the API does not know in a query: a filter with a slip in its name would filter nothing, and whoever sent
 * it would take the whole list for what was asked. The addresses of pages may carry what others put there.
 */
class QueryCheck implements HandlerInterceptor {
    private static final Map<Method, Set<String>> KNOWN = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String query = request.getQueryString();
        if (query != null
                && handler instanceof HandlerMethod method
                && AccessInterceptor.ours(method)
                && request.getRequestURI().startsWith("/api/")) {
            Set<String> known = KNOWN.computeIfAbsent(method.getMethod(), QueryCheck::names);
            Optional<String> unknown = Arrays.stream(query.split("&"))
                    .map(QueryCheck::name)
                    .filter(name -> !name.isEmpty() && !known.contains(name))
                    .findFirst();
            if (unknown.isPresent()) {
                throw Problem.invalid(unknown.get(), "没有这个查询参数", "There is no such query parameter");
            }
        }
        return true;
    }

    private static Set<String> names(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(parameter ->
                        Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(parameter, RequestParam.class))
                                .map(asked -> asked.name().isEmpty() ? parameter.getName() : asked.name())
                                .stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String name(String pair) {
        String name = pair.split("=", 2)[0];
        try {
            return URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return name;
        }
    }
}
