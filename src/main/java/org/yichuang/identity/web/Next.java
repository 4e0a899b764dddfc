package org.yichuang.identity.web;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import org.yichuang.shared.web.Role;

/** Where somebody goes after signing in: where they were going, if that is a page of ours, or their first page. */
final class Next {
    private static final int LONGEST = 2000;
    /**
     * What an address is made of (RFC 3986) but for square brackets. Braces are none of it: a redirect takes them for places
     * to fill in, and fails.
     */
    private static final String LETTERS =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#@!$&'()*+,;=%";

    /**
     * What the server takes in no path, written so or coded: a slash, a backslash, a dot, a percent sign, a semicolon, and
     * control characters.
     */
    private static final Pattern REFUSED = Pattern.compile("(?i);|%(?:2[5EF]|3B|5C|[01].|7F)");

    /** What a decoder puts where bytes are no character. */
    private static final char UNREADABLE = '\uFFFD';

    private Next() {}

    /** The path if it is a local one, else empty: never an address that leads away. */
    static String local(@Nullable String path) {
        return path != null && ours(path) && !path.startsWith("/sign-in") && !path.startsWith("/api/") ? path : "";
    }

    private static boolean ours(String path) {
        return path.length() <= LONGEST
                && path.startsWith("/")
                && !path.contains("//")
                && !path.contains("..")
                && path.chars().allMatch(c -> LETTERS.indexOf(c) >= 0)
                && readable(path);
    }

    /** What stands behind its percent signs are characters: any other address is refused, without a page of ours. */
    private static boolean readable(String path) {
        if (REFUSED.matcher(path.split("[?#]", 2)[0]).find()) {
            return false;
        }
        try {
            String decoded = UriUtils.decode(path, StandardCharsets.UTF_8);
            return decoded.indexOf(UNREADABLE) < 0 && decoded.indexOf('\0') < 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static String after(@Nullable String wanted, Set<Role> roles) {
        String path = local(wanted);
        return path.isEmpty() ? first(roles) : path;
    }

    private static String first(Set<Role> roles) {
        if (roles.contains(Role.RESIDENT) || roles.contains(Role.COMPANY)) {
            return "/my/cases";
        }
        return roles.contains(Role.SECURITY_ADMINISTRATOR) ? "/admin/accounts" : "/desk";
    }
}
