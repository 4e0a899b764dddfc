package org.yichuang.shared.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.util.WebUtils;
import org.yichuang.shared.City;
import org.yichuang.shared.Demo;
import org.yichuang.shared.Lang;
import org.yichuang.shared.Text;

/**
 * Makes the {@link Ui} of a request: language, type size and whether single keys act come from the address once, then
 * from a cookie. It is made before the controller of a page runs, so that what fails is told like any other failure; the
 * API has none, and the page of what a filter refused makes its own, which goes by the address that was asked.
 */
@Component
public class UiAdvice implements HandlerInterceptor {
    private static final String ATTRIBUTE = Ui.class.getName();
    private static final Pattern CHOICE = Pattern.compile("(lang|type|keys)=");

    private final Clock clock;
    private final ObjectProvider<DeskFrame.Source> desks;
    private final Supplier<List<Demo>> demo;
    private final ObjectProvider<City> city;

    UiAdvice(
            Clock clock, ObjectProvider<DeskFrame.Source> desks, ObjectProvider<Demo> demo, ObjectProvider<City> city) {
        this.clock = clock;
        this.desks = desks;
        this.city = city;
        this.demo = SingletonSupplier.of(() -> demo.stream().toList());
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        boolean refused = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) != null;
        if (handler instanceof HandlerMethod
                && !refused
                && !request.getRequestURI().startsWith("/api/")) {
            of(request, response);
        }
        return true;
    }

    public Ui of(HttpServletRequest request, HttpServletResponse response) {
        return of(request, response, true);
    }

    /** The same for a page that asks the database nothing, not even for the city or the side bar of the desk. */
    Ui withoutDesk(HttpServletRequest request, HttpServletResponse response) {
        Ui ui = of(request, response, false).withoutFrame();
        request.setAttribute(ATTRIBUTE, ui);
        return ui;
    }

    private Ui of(HttpServletRequest request, HttpServletResponse response, boolean withCity) {
        if (request.getAttribute(ATTRIBUTE) instanceof Ui made) {
            return made;
        }
        String lang = choice(request, response, "lang", "zh", "en");
        String type = choice(request, response, "type", "normal", "large");
        String keys = choice(request, response, "keys", "on", "off");
        Visitor visitor = AccessInterceptor.visitor(request);
        String path = here(request.getRequestURI());
        Ui ui = new Ui(
                "en".equals(lang) ? Lang.EN : Lang.ZH,
                "large".equals(type),
                !"off".equals(keys),
                demo.get().stream().anyMatch(Demo::is),
                visitor,
                path,
                query(request),
                csrf(request),
                clock.instant(),
                portal(withCity ? city.getIfAvailable() : null),
                frame(visitor, path));
        request.setAttribute(ATTRIBUTE, ui);
        return ui;
    }

    /** A link to an address that begins with two slashes leads to another site; a browser takes {@code \} for one. */
    private static String here(String path) {
        return path.replaceFirst("^[/\\\\]+", "/");
    }

    private static Text portal(@Nullable City city) {
        Text name = city == null ? Text.same("") : city.name();
        return Text.of(name.zh() + "政务服务", name.en().isEmpty() ? "Public services" : name.en() + " public services");
    }

    private @Nullable Supplier<@Nullable DeskFrame> frame(Visitor visitor, String path) {
        boolean inside = path.startsWith("/desk") || path.startsWith("/admin") || path.startsWith("/account");
        DeskFrame.Source source = visitor.staff() && inside ? desks.getIfAvailable() : null;
        return source == null ? null : SingletonSupplier.of(() -> source.of(visitor));
    }

    private static String csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token ? token.getToken() : "";
    }

    private static String query(HttpServletRequest request) {
        String query = request.getQueryString();
        return query == null
                ? ""
                : Arrays.stream(query.split("&"))
                        .filter(part -> !CHOICE.matcher(part).lookingAt())
                        .collect(Collectors.joining("&"));
    }

    /** Of two values; another one is as if nothing was said. */
    private static String choice(
            HttpServletRequest request, HttpServletResponse response, String name, String usual, String other) {
        String query = request.getQueryString();
        if (query != null) {
            for (String part : query.split("&")) {
                String value = part.substring(part.indexOf('=') + 1).toLowerCase(Locale.ROOT);
                if (part.startsWith(name + "=") && (value.equals(usual) || value.equals(other))) {
                    response.addHeader(
                            "Set-Cookie",
                            ResponseCookie.from("yc_" + name, value)
                                    .path("/")
                                    .sameSite("Lax")
                                    .maxAge(31536000)
                                    .build()
                                    .toString());
                    return value;
                }
            }
        }
        Cookie kept = WebUtils.getCookie(request, "yc_" + name);
        return kept == null ? usual : kept.getValue();
    }
}
