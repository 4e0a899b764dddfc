package org.yichuang.portal.web;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yichuang.catalogue.Audience;
import org.yichuang.catalogue.Topic;
import org.yichuang.shared.Lang;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Ui;
import org.yichuang.shared.web.Visitor;

class HomePageTest {
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(ContentType.Html);

    @Test
    void a_city_that_named_no_item_as_common_leads_to_all_it_published() {
        assertThat(rendered(0)).contains("还没有发布的事项").doesNotContain("href=\"/items\">看全部");
        assertThat(rendered(3)).contains("<a href=\"/items\">看全部 3 个事项</a>").doesNotContain("还没有发布的事项");
    }

    @Test
    void the_themes_stand_under_the_search() {
        var abroad = new Topic(Topic.Kind.THEME, "abroad", Text.of("出境入境", "Going abroad"), Audience.RESIDENT, 2);
        assertThat(rendered(3, abroad)).contains("aria-label=\"主题\"", "<a href=\"/items?theme=abroad\">出境入境</a>");
        assertThat(rendered(3)).doesNotContain("aria-label=\"主题\"");
    }

    private static String rendered(int items, Topic... themes) {
        var home = new HomePage(
                List.of(), items, List.of(themes), List.of(), List.of(), List.of(), List.of(), "", List.of());
        var ui = new Ui(
                Lang.ZH,
                false,
                true,
                false,
                Visitor.NOBODY,
                "/",
                "",
                "",
                Instant.parse("2026-10-09T02:24:00Z"),
                Text.same(""),
                null);
        var output = new StringOutput();
        TEMPLATES.render("portal/home.jte", Map.of("ui", ui, "page", home), output);
        return output.toString();
    }
}
