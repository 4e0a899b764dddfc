package org.yichuang.portal.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yichuang.catalogue.Audience;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.ItemQuery;
import org.yichuang.catalogue.Topic;
import org.yichuang.network.Division;
import org.yichuang.portal.web.HomePage.Common;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;

/** The city's front page: what do you need to get done? */
@Controller
@Access(Role.ANYONE)
class HomeController {
    private static final int COMMON = 8;
    private static final String NEAR = "yc_near";

    private final Catalogue catalogue;
    private final OpenWindows windows;
    private final Promises promises;

    HomeController(Catalogue catalogue, OpenWindows windows, Promises promises) {
        this.catalogue = catalogue;
        this.windows = windows;
        this.promises = promises;
    }

    /**
     * @param chosen the district chosen just now, kept for the next time
     * @param kept the district chosen earlier
     */
    @GetMapping("/")
    String home(
            @RequestParam(name = "near", required = false) @Nullable String chosen,
            @CookieValue(name = NEAR, defaultValue = "") String kept,
            HttpServletResponse response,
            Model model) {
        String near = known(chosen == null ? kept : chosen);
        if (chosen != null) {
            response.addHeader(HttpHeaders.SET_COOKIE, cookie(near));
        }
        model.addAttribute(
                "page",
                new HomePage(
                        catalogue.common(COMMON).stream()
                                .map(card -> new Common(card, catalogue.department(card.department())))
                                .toList(),
                        catalogue.count(ItemQuery.ALL),
                        used(catalogue.topics(Topic.Kind.THEME)),
                        used(catalogue.topics(Topic.Kind.LIFE_EVENT, Audience.RESIDENT)),
                        used(catalogue.topics(Topic.Kind.LIFE_EVENT, Audience.COMPANY)),
                        windows.now(near),
                        windows.districts(),
                        near,
                        promises.now().promises()));
        return "portal/home";
    }

    private static List<Topic> used(List<Topic> topics) {
        return topics.stream().filter(topic -> topic.items() > 0).toList();
    }

    /** A district of this city, or nothing. */
    private String known(String code) {
        return windows.districts().stream().map(Division::code).anyMatch(code::equals) ? code : "";
    }

    private static String cookie(String near) {
        return ResponseCookie.from(NEAR, near)
                .path("/")
                .sameSite("Lax")
                .maxAge(Duration.ofDays(365))
                .build()
                .toString();
    }
}
