package org.yichuang.catalogue.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.yichuang.catalogue.Audience;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.ItemQuery;
import org.yichuang.catalogue.Topic;
import org.yichuang.shared.web.Access;
import org.yichuang.shared.web.Role;

/** Finding an item: the list with its filters, and suggestions while one types. */
@Controller
@Access(Role.ANYONE)
class ListController {
    private static final int ROWS = 20;
    private static final int SUGGESTIONS = 6;

    private final Catalogue catalogue;

    ListController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/items")
    String list(
            @RequestParam(name = "q", required = false) @Nullable String words,
            @RequestParam(name = "for", required = false) @Nullable Audience audience,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String event,
            @RequestParam(name = "dept", required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String after,
            Model model) {
        var query = new ItemQuery(words, audience, theme, event, department);
        model.addAttribute(
                "page",
                new ListPage(
                        query,
                        catalogue.search(query, after, ROWS),
                        catalogue.count(query),
                        catalogue.topics(Topic.Kind.THEME),
                        catalogue.topics(Topic.Kind.LIFE_EVENT),
                        catalogue.departments(),
                        catalogue::department));
        return "catalogue/list";
    }

    /** A piece of a page: what the words may mean, among what the filters of the page let through. */
    @GetMapping("/items/suggest")
    String suggest(
            @RequestParam(name = "q", defaultValue = "") String words,
            @RequestParam(name = "for", required = false) @Nullable Audience audience,
            @RequestParam(required = false) @Nullable String theme,
            @RequestParam(required = false) @Nullable String event,
            @RequestParam(name = "dept", required = false) @Nullable String department,
            Model model) {
        var query = new ItemQuery(words, audience, theme, event, department);
        boolean nothing = words.isBlank();
        model.addAttribute("words", words);
        model.addAttribute(
                "cards",
                nothing ? List.of() : catalogue.search(query, null, SUGGESTIONS).items());
        model.addAttribute("all", nothing ? 0 : catalogue.count(query));
        model.addAttribute("address", ListPage.address(query, null));
        return "catalogue/suggestions";
    }
}
