package org.yichuang.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.yichuang.shared.Problem;

/**
 * {@code Idempotency-Key}, which every endpoint of the API that changes something takes, but for those {@link WithoutKey}.
 * The identity module does what it promises; here it is refused where it cannot be kept.
 */
@Component
public class IdempotencyKey implements HandlerInterceptor {
    public static final String HEADER = "Idempotency-Key";
    /** What a form that may act once has in its address, from {@link Ui#once}. */
    public static final String FIELD = "once";

    public static final int LONGEST = 200;

    /** So many days after the first request a key stands for it. */
    public static final int KEPT_DAYS = 30;

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        WithoutKey without = request.getHeader(HEADER) != null && handler instanceof HandlerMethod method
                ? method.getMethodAnnotation(WithoutKey.class)
                : null;
        if (without != null && without.refused()) {
            throw Problem.invalid(HEADER, "这里不能带幂等键：答复不留存", "No idempotency key here: the answer is not kept");
        }
        return true;
    }

    /** Whether this endpoint takes a key. */
    static boolean taken(HandlerMethod method) {
        return changes(method) && !method.hasMethodAnnotation(WithoutKey.class);
    }

    private static boolean changes(HandlerMethod method) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
        return mapping != null && !List.of(RequestMethod.GET).equals(Arrays.asList(mapping.method()));
    }
}
