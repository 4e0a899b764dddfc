package org.yichuang.shared.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** The address of a page of ours that asks for something. */
public final class Address {
    private Address() {}

    /** @param query in its order; what is blank is left out */
    public static String of(String path, Map<String, String> query) {
        String pairs = query.entrySet().stream()
                .filter(pair -> !pair.getValue().isBlank())
                .map(pair -> encoded(pair.getKey()) + "=" + encoded(pair.getValue()))
                .collect(Collectors.joining("&"));
        return pairs.isEmpty() ? path : path + "?" + pairs;
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }
}
