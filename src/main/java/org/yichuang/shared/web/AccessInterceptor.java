package org.yichuang.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;

/** Enforces {@link Access} before any controller runs; a controller of ours without a rule answers nobody. */
public class AccessInterceptor implements HandlerInterceptor {
    private static final Map<Method, Optional<Access>> RULES = new ConcurrentHashMap<>();

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method) || !ours(method)) {
            return true;
        }
        Visitor visitor = visitor(request);
        Access access = rule(method);
        if (access != null && visitor.may(access)) {
            return true;
        }
        boolean page = !request.getRequestURI().startsWith("/api/");
        if (!visitor.signedIn() && page && "GET".equals(request.getMethod())) {
            response.sendRedirect("/sign-in?next=" + URLEncoder.encode(here(request), StandardCharsets.UTF_8));
            return false;
        }
        throw visitor.signedIn()
                ? Problem.forbidden("您的账号不能使用这项功能", "Your account may not use this")
                : new Problem(401, "sign-in-required", Text.of("请先登录", "Please sign in first"), List.of());
    }

    /** The rule of a controller's method, looked up once: annotations are slow to read. */
    public static @Nullable Access rule(HandlerMethod method) {
        return RULES.computeIfAbsent(method.getMethod(), any -> Optional.ofNullable(find(method)))
                .orElse(null);
    }

    private static @Nullable Access find(HandlerMethod method) {
        Access own = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), Access.class);
        return own != null ? own : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Access.class);
    }

    static Visitor visitor(HttpServletRequest request) {
        return request.getAttribute(Visitor.ATTRIBUTE) instanceof Visitor visitor ? visitor : Visitor.NOBODY;
    }

    static boolean ours(HandlerMethod method) {
        return method.getBeanType().getName().startsWith("org.yichuang.");
    }

    private static String here(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }
}
