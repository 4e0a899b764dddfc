package org.yichuang.identity.signin;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;
import org.yichuang.shared.web.DatabaseAway;
import org.yichuang.shared.web.Visitor;

/**
 * Finds the visitor of a request: pages by the cookie, the API by the bearer token and never by the cookie. A request
 * with neither, or for a static file, costs no statement. Where a filter before this one refused a page's request, its
 * visitor is found for the page that says so.
 */
@Component
@Order(0)
public class SignInFilter extends OncePerRequestFilter {
    public static final String COOKIE = "yc_session";
    private static final String BEARER = "Bearer ";

    private static final Logger log = LoggerFactory.getLogger(SignInFilter.class);

    private final Sessions sessions;

    SignInFilter(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            signed(request).ifPresent(signed -> {
                request.setAttribute(Visitor.ATTRIBUTE, signed.visitor());
                request.setAttribute(Sessions.Signed.ATTRIBUTE, signed);
            });
        } catch (RuntimeException e) {
            if (!DatabaseAway.caused(e)) {
                throw e;
            }
            log.warn("The database cannot be used: {}", DatabaseAway.why(e));
            if (request.getDispatcherType() != DispatcherType.ERROR) {
                response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/assets/")
                || path.startsWith("/actuator/")
                || (request.getDispatcherType() == DispatcherType.ERROR && !refusedBefore(request));
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /** A page's request that was refused before anybody looked who sends it. */
    private static boolean refusedBefore(HttpServletRequest request) {
        return request.getAttribute(Visitor.ATTRIBUTE) == null
                && request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String sent
                && !sent.startsWith("/api/")
                && !Integer.valueOf(HttpServletResponse.SC_SERVICE_UNAVAILABLE)
                        .equals(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
    }

    private Optional<Sessions.Signed> signed(HttpServletRequest request) {
        if (request.getRequestURI().startsWith("/api/")) {
            String header = request.getHeader("Authorization");
            return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
                    ? sessions.byBearer(header.substring(BEARER.length()).strip())
                    : Optional.empty();
        }
        Cookie cookie = WebUtils.getCookie(request, COOKIE);
        return cookie == null ? Optional.empty() : sessions.byCookie(cookie.getValue());
    }
}
