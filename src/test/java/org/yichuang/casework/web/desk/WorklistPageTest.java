package org.yichuang.casework.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.yichuang.casework.WorkCounts;
import org.yichuang.casework.WorkFilter.Bucket;
import org.yichuang.shared.Lang;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Ui;
import org.yichuang.shared.web.Visitor;

/** What the list says of a city that has more open cases than are counted. */
class WorklistPageTest {
    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(ContentType.Html);
    private static final Map<Bucket, Integer> DATED =
            Map.of(Bucket.OVERDUE, 3, Bucket.TODAY, 0, Bucket.NEXT, 12, Bucket.LATER, 1000);

    @Test
    void what_was_not_counted_is_led_to_without_a_number() {
        assertThat(rendered(new WorkCounts(DATED, Map.of(), 0, 1000, 999)))
                .contains("<strong class=\"num\">999+</strong>以后")
                .contains(">中止</a>", ">等申请人</a>", ">没有到期日</a>", "等我<b>0</b>")
                .doesNotContain("等同事");
    }

    @Test
    void what_was_counted_bears_its_number_and_none_without_a_date_are_not_led_to() {
        var due = new HashMap<>(DATED);
        due.putAll(Map.of(Bucket.LATER, 5, Bucket.PAUSED, 2, Bucket.NONE, 0));

        assertThat(rendered(new WorkCounts(due, Map.of("applicant", 4), 1, 22, 999)))
                .contains("<strong class=\"num\">2</strong>中止", "等申请人<b>4</b>", "等同事<b>17</b>")
                .doesNotContain("没有到期日");
    }

    private static String rendered(WorkCounts counts) {
        var ui = new Ui(
                Lang.ZH,
                false,
                true,
                false,
                new Visitor(new UUID(0, 7), "监督员", Set.of(Role.SUPERVISOR)),
                "/desk",
                "",
                "",
                Instant.parse("2026-10-09T02:24:00Z"),
                Text.same(""),
                null);
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("ui", ui);
        parameters.put("query", WorkAddress.of(Map.of()));
        parameters.put("counts", counts);
        parameters.put("rows", List.of());
        parameters.put("next", "");
        parameters.put("columns", Set.of());
        parameters.put("actNames", Map.of());
        parameters.put("item", Optional.empty());
        parameters.put("unit", Optional.empty());
        parameters.put("units", Map.of());
        var output = new StringOutput();
        TEMPLATES.render("casework/desk/worklist.jte", parameters, output);
        return output.toString();
    }
}
