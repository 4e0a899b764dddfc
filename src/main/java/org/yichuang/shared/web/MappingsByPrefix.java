package org.yichuang.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Finds endpoints by what stands in their address before its first variable. Without it each request of an address with
 * a variable is held against every condition of every endpoint, which cost a fifth of a page. Where only the address
 * fits, or two endpoints fit alike, the common way says what is wrong.
 */
final class MappingsByPrefix extends RequestMappingHandlerMapping {
    private record Endpoint(PathPattern pattern, RequestMappingInfo info, HandlerMethod method) {}

    private final Map<String, List<Endpoint>> byPrefix = new HashMap<>();

    @Override
    public void afterPropertiesSet() {
        super.afterPropertiesSet();
        getHandlerMethods().forEach((info, method) -> {
            var patterns = info.getPathPatternsCondition();
            if (patterns != null) {
                for (PathPattern pattern : patterns.getPatterns()) {
                    byPrefix.computeIfAbsent(prefix(pattern.getPatternString()), any -> new ArrayList<>())
                            .add(new Endpoint(pattern, info, method));
                }
            }
        });
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        var parsed = ServletRequestPathUtils.getParsedRequestPath(request).pathWithinApplication();
        RequestMappingInfo best = null;
        HandlerMethod found = null;
        boolean known = false;
        for (int end = path.length(); end >= 0; end = path.lastIndexOf('/', end - 1)) {
            for (Endpoint endpoint : byPrefix.getOrDefault(path.substring(0, end), List.of())) {
                boolean here = endpoint.pattern.matches(parsed);
                known |= here;
                RequestMappingInfo match = here ? endpoint.info.getMatchingCondition(request) : null;
                if (match != null) {
                    int order = best == null ? -1 : match.compareTo(best, request);
                    if (order == 0) {
                        return super.lookupHandlerMethod(path, request);
                    }
                    if (order < 0) {
                        best = match;
                        found = endpoint.method;
                    }
                }
            }
        }
        if (best == null || found == null) {
            return known ? super.lookupHandlerMethod(path, request) : null;
        }
        request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, found);
        handleMatch(best, path, request);
        return found;
    }

    /** The whole segments before the first with a variable: {@code /items} of {@code /items/{code}/guide.pdf}. */
    static String prefix(String pattern) {
        for (int at = 0; at < pattern.length(); at++) {
            if ("{*?".indexOf(pattern.charAt(at)) >= 0) {
                return pattern.substring(0, Math.max(0, pattern.lastIndexOf('/', at)));
            }
        }
        return pattern;
    }
}
