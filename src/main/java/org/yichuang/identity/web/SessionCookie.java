package org.yichuang.identity.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.yichuang.identity.signin.SignInFilter;

/** The cookie of a session: scripts cannot read it, other sites cannot post with it, and it goes with the browser. */
final class SessionCookie {
    /** Spring Security's token against forged forms: a new visitor gets a new one. */
    private static final String FORMS = "yc_csrf";

    private SessionCookie() {}

    static void set(HttpServletRequest request, HttpServletResponse response, String token) {
        add(response, cookie(SignInFilter.COOKIE, token, request).build());
        clear(FORMS, request, response);
    }

    static void clear(HttpServletRequest request, HttpServletResponse response) {
        clear(SignInFilter.COOKIE, request, response);
        clear(FORMS, request, response);
    }

    private static void clear(String name, HttpServletRequest request, HttpServletResponse response) {
        add(response, cookie(name, "", request).maxAge(Duration.ZERO).build());
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(String name, String value, HttpServletRequest request) {
        return ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax");
    }

    private static void add(HttpServletResponse response, ResponseCookie cookie) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
