package org.yichuang.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yichuang.calendar.Hangzhou.at;
import static org.yichuang.calendar.Hangzhou.pause;
import static org.yichuang.calendar.Hangzhou.workingDays;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yichuang.shared.Lang;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Ui;
import org.yichuang.shared.web.Visitor;

/** The parts of pages that print a clock. */
class ClockPartTest {
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(ContentType.Html);
    private static final String NOW = "2026-10-09 10:24";
    private static final Pause TEST = pause("2026-09-21 16:40", "2026-10-08 15:00");
    private static final LimitClock PROMISE = workingDays(5, "2026-09-18 10:12").with(TEST);
    private static final LimitClock STATUTE =
            workingDays(10, "2026-09-18 10:12").with(TEST);

    private final ClockFace face = Hangzhou.face(PROMISE, STATUTE, at(NOW), null);

    @Test
    void the_clock_is_a_link_to_its_explanation_with_all_of_it_in_one_sentence() {
        assertThat(rendered("clock", Lang.ZH, Map.of("face", face, "href", "/my/cases/1/explain")))
                .contains(
                        "<a class=\"clock clock--ok\" href=\"/my/cases/1/explain\" aria-label=\"还剩 2 个工作日，承诺 10月12日 17:00 前办结，法定 10月19日。看怎么算的\">",
                        "<span class=\"clock__num\">2</span>",
                        "<span class=\"clock__words\">还剩 2 个工作日<span class=\"en\" lang=\"en\">2 working days left</span>",
                        "<span class=\"clock__bar\" aria-hidden=\"true\" style=\"--now:67.2%\">",
                        "<span class=\"clock__pause\" style=\"--a:11.4%;--b:65.8%\"></span>",
                        "<span class=\"clock__mark clock__mark--promise\" style=\"--at:77.6%\"></span>",
                        "<span class=\"clock__mark clock__mark--statute\" style=\"--at:100%\"></span>",
                        "<span class=\"clock__now \">今天</span>",
                        "<span class=\"is-start\" style=\"--at:0%\"><b>受理</b>9月18日</span>",
                        "<span class=\"is-pause\" style=\"--at:38.6%\">水质检测，中止 7 个工作日</span>",
                        "<span class=\"is-before\" style=\"--at:77.6%\"><b>承诺</b>10月12日</span>",
                        "<span class=\"is-end\" style=\"--at:100%\"><b>法定</b>10月19日</span>");
    }

    @Test
    void without_an_explanation_to_open_it_is_no_link() {
        assertThat(rendered("clock", Lang.EN, Map.of("face", face)))
                .contains("<div class=\"clock clock--ok\" role=\"img\" aria-label=\"2 working days left, promised by")
                .doesNotContain("clock__why", "class=\"en\"");
    }

    @Test
    void the_row_form_has_a_number_words_and_a_bar() {
        assertThat(rendered("clockRow", Lang.ZH, Map.of("face", face, "href", "/desk/cases/1")))
                .contains("<a class=\"clock clock--row clock--ok\" href=\"/desk/cases/1\"", "style=\"--now:67.2%\"")
                .doesNotContain("clock__ends", "clock__head", "clock__now");
    }

    private static String rendered(String part, Lang lang, Map<String, Object> parameters) {
        var ui = new Ui(lang, false, true, false, Visitor.NOBODY, "/", "", "", at(NOW), Text.same(""), null);
        var all = new HashMap<String, Object>(parameters);
        all.put("ui", ui);
        var output = new StringOutput();
        TEMPLATES.render("part/" + part + ".jte", all, output);
        return output.toString();
    }
}
