package org.yichuang.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.HandlerInterceptor;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Problem.FieldError;
import org.yichuang.shared.Text;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses a body where an endpoint of the API takes none: whoever sent it would take what it says for heard. An empty
 * one, or an object without fields, says nothing.
 */
class NoBody implements HandlerInterceptor {
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
    /** Read into parameters and parts before anything looks at the body. */
    private static final Pattern FORM =
            Pattern.compile("multipart/|application/x-www-form-urlencoded", Pattern.CASE_INSENSITIVE);

    private static final int MOST_NAMED = 20;
    private static final Map<Method, Boolean> TAKES = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!READING.contains(request.getMethod())
                && handler instanceof HandlerMethod method
                && AccessInterceptor.ours(method)
                && request.getRequestURI().startsWith("/api/")
                && !TAKES.computeIfAbsent(method.getMethod(), NoBody::takes)) {
            String type = String.valueOf(request.getContentType());
            if (FORM.matcher(type).lookingAt()) {
                throw none();
            }
            byte[] body = request.getInputStream().readAllBytes();
            if (body.length > 0) {
                refuse(body);
            }
        }
        return true;
    }

    private static boolean takes(Method method) {
        return Arrays.stream(method.getParameters())
                .anyMatch(parameter -> parameter.isAnnotationPresent(RequestBody.class)
                        || parameter.getType() == MultipartFile.class
                        || parameter.getType() == HttpServletRequest.class);
    }

    private static void refuse(byte[] body) {
        try {
            JsonNode said = JsonMapper.shared().readTree(body);
            if (said.isObject() || said.isMissingNode()) {
                List<FieldError> unknown = said.propertyNames().stream()
                        .limit(MOST_NAMED)
                        .map(name -> new FieldError(name, Text.of("不认识这一项", "There is no such field")))
                        .toList();
                if (unknown.isEmpty()) {
                    return;
                }
                throw Problem.invalid(unknown);
            }
        } catch (JacksonException e) {
            throw none();
        }
        throw none();
    }

    private static Problem none() {
        return new Problem(400, "unreadable", Text.of("这个地址不收正文", "This address takes no body"), List.of());
    }
}
