package org.yichuang.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Looks closer only at endpoints whose address begins like the request's. Without it each request of an address with a
 * variable is held against every condition of every endpoint, which cost a fifth of a page.
 */
final class MappingsByPrefix extends RequestMappingHandlerMapping {
    private final Map<RequestMappingInfo, List<String>> prefixes = new ConcurrentHashMap<>();

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo info, HttpServletRequest request) {
        String path = ServletRequestPathUtils.getParsedRequestPath(request)
                .pathWithinApplication()
                .value();
        for (String prefix : prefixes.computeIfAbsent(info, MappingsByPrefix::prefixes)) {
            if (path.startsWith(prefix)) {
                return super.getMatchingMapping(info, request);
            }
        }
        return null;
    }

    /** Of each of its patterns, what stands before the first variable. */
    private static List<String> prefixes(RequestMappingInfo info) {
        Set<String> patterns = info.getPatternValues();
        return patterns.stream()
                .map(pattern -> pattern.split("[{*?]", 2)[0])
                .distinct()
                .toList();
    }
}
