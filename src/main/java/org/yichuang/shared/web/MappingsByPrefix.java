package org.yichuang.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Looks closer only at endpoints whose address begins like the request's. Without it each request of an address with a
 * variable is held against every condition of every endpoint, which cost a fifth of a page.
 */
final class MappingsByPrefix extends RequestMappingHandlerMapping {
    private static final ScopedValue<String> PATH = ScopedValue.newInstance();

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        return ScopedValue.where(PATH, path).call(() -> super.lookupHandlerMethod(path, request));
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
        var patterns = info.getPathPatternsCondition();
        if (patterns == null) {
            return super.getMatchingMapping(info, request);
        }
        String path = PATH.get();
        for (PathPattern pattern : patterns.getPatterns()) {
            if (begins(path, pattern.getPatternString())) {
                return super.getMatchingMapping(info, request);
            }
        }
        return null;
    }

    /** Whether a path fits what stands in a pattern before its first variable. */
    static boolean begins(String path, String pattern) {
        for (int at = 0; at < pattern.length(); at++) {
            char wanted = pattern.charAt(at);
            if (wanted == '{' || wanted == '*' || wanted == '?') {
                return true;
            }
            if (at >= path.length() || path.charAt(at) != wanted) {
                return false;
            }
        }
        return true;
    }
}
