package org.yichuang.portal.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.yichuang.catalogue.Audience;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.ItemQuery;
import org.yichuang.catalogue.Topic;
import org.yichuang.portal.web.HomePage.Common;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;

/** The city's front page: what do you need to get done? */
@Controller
@Access(Role.ANYONE)
class HomeController {
    private static final int COMMON = 8;

    private final Catalogue catalogue;
    private final OpenWindows windows;
    private final Promises promises;

    HomeController(Catalogue catalogue, OpenWindows windows, Promises promises) {
        this.catalogue = catalogue;
        this.windows = windows;
        this.promises = promises;
    }

    @GetMapping("/")
    String home(Model model) {
        model.addAttribute(
                "page",
                new HomePage(
                        catalogue.mostUsed(COMMON).stream()
                                .map(card -> new Common(card, catalogue.department(card.department())))
                                .toList(),
                        catalogue.count(ItemQuery.ALL),
                        topics(Audience.RESIDENT),
                        topics(Audience.COMPANY),
                        windows.now(),
                        promises.now()));
        return "portal/home";
    }

    private List<Topic> topics(Audience audience) {
        return catalogue.topics(Topic.Kind.LIFE_EVENT, audience).stream()
                .filter(topic -> topic.items() > 0)
                .toList();
    }
}
