package org.yichuang.portal.web;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.yichuang.catalogue.Audience;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.ItemQuery;
import org.yichuang.catalogue.Topic;
import org.yichuang.portal.web.HomePage.Common;
import org.yichuang.portal.web.HomePage.Vow;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;

/** The city's front page: what do you need to get done? */
@Controller
@Access(Role.ANYONE)
class HomeController {
    private static final int COMMON = 8;

    private final Catalogue catalogue;
    private final OpenWindows windows;

    HomeController(Catalogue catalogue, OpenWindows windows) {
        this.catalogue = catalogue;
        this.windows = windows;
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
                        promises()));
        return "portal/home";
    }

    private List<Topic> topics(Audience audience) {
        return catalogue.topics(Topic.Kind.LIFE_EVENT, audience).stream()
                .filter(topic -> topic.items() > 0)
                .toList();
    }

    private List<Vow> promises() {
        return Stream.of(PromiseGain.of(catalogue.all()).map(HomeController::vow))
                .flatMap(java.util.Optional::stream)
                .toList();
    }

    private static Vow vow(PromiseGain gain) {
        return new Vow(
                Text.of("承诺比法定快", "Promised faster than the law"),
                gain.percent(),
                PromiseGain.TARGET,
                Text.of(
                        gain.items() + " 个事项，法定平均 " + gain.statuteDays() + " → 承诺 " + gain.promiseDays() + " 个工作日",
                        gain.items() + " services: " + gain.statuteDays() + " by law → " + gain.promiseDays()
                                + " working days promised, on average"),
                "/items");
    }
}
