package org.yichuang.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

/**
 * Refuses what the API does not know in a query, and what stands there twice and is no list: a filter with a slip in its
 * name would filter nothing, the second of two nothing either, and whoever sent it would take the list for what was
 * asked. The addresses of pages may carry what others put there.
 */
class QueryCheck implements HandlerInterceptor {
    private static final Map<Method, Map<String, Boolean>> KNOWN = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String query = request.getQueryString();
        if (query != null
                && handler instanceof HandlerMethod method
                && AccessInterceptor.ours(method)
                && request.getRequestURI().startsWith("/api/")) {
            Map<String, Boolean> known = asked(method);
            Set<String> seen = new HashSet<>();
            for (String pair : query.split("&")) {
                String name = name(pair);
                if (name.isEmpty()) {
                    if (pair.isEmpty()) {
                        continue;
                    }
                    throw new Problem(
                            400,
                            "unreadable",
                            Text.of("查询里有一个值没有参数名", "A value in the query has no parameter's name before it"),
                            List.of());
                }
                Boolean many = known.get(name);
                if (many == null) {
                    throw Problem.invalid(name, "没有这个查询参数", "There is no such query parameter");
                }
                if (!seen.add(name) && Boolean.FALSE.equals(many)) {
                    throw Problem.invalid(name, "这个查询参数只能有一个", "This query parameter stands here more than once");
                }
            }
        }
        return true;
    }

    /** What an endpoint asks for in a query or as a part, and whether that may stand there more than once. */
    static Map<String, Boolean> asked(HandlerMethod method) {
        return KNOWN.computeIfAbsent(method.getMethod(), QueryCheck::names);
    }

    private static Map<String, Boolean> names(Method method) {
        Map<String, Boolean> names = new HashMap<>();
        for (Parameter parameter : method.getParameters()) {
            RequestParam asked = AnnotatedElementUtils.findMergedAnnotation(parameter, RequestParam.class);
            if (asked != null) {
                names.put(
                        asked.name().isEmpty() ? parameter.getName() : asked.name(),
                        Collection.class.isAssignableFrom(parameter.getType()));
            }
        }
        return names;
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
