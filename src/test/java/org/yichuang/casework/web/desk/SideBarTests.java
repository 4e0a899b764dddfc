package org.yichuang.casework.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;
import org.yichuang.casework.Answers;
import org.yichuang.casework.Cases;
import org.yichuang.casework.Casework;
import org.yichuang.casework.NewCase;
import org.yichuang.casework.Office;
import org.yichuang.casework.WorkCounts;
import org.yichuang.casework.WorkFilter;
import org.yichuang.identity.Roles;
import org.yichuang.journal.Actor;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.CityTest;
import org.yichuang.support.Web;

/** What the side bar of the desk has counted, and for whom. */
@CityTest
class SideBarTests {
    private static final String SHANGCHENG = "330102000000";

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private DSLContext db;

    @Test
    void the_first_page_and_its_side_bar_count_what_waits_once() {
        Web desk = office.desk("accept");

        assertThat(counted(() -> desk.page("/desk"))).hasSize(1);
        assertThat(counted(() -> desk.page("/desk?due=today"))).hasSize(1);
    }

    @Test
    void a_part_of_a_page_a_file_and_a_form_that_leads_elsewhere_count_nothing() {
        UUID id = office.submitted(office.aCompany()).caseId();
        UUID file = office.view(id).materials().getFirst().file();
        String act = "/desk/cases/" + id + "/act/accept";
        Web desk = office.desk("accept");
        Web parts = office.desk("accept").parts();
        assertThat(counted(() -> desk.page(act))).as("a page does").hasSize(1);

        assertThat(counted(() -> assertThat(parts.post(act + "/preview", "version", "1"))
                        .extracting(Web.Answer::status)
                        .isEqualTo(200)))
                .isEmpty();
        assertThat(counted(() -> desk.page("/desk/cases/" + id + "/files/" + file)))
                .isEmpty();
        assertThat(counted(() -> desk.page("/desk/export.csv?act=accept"))).isEmpty();
        assertThat(counted(() -> assertThat(desk.post(act, "version", "1"))
                        .extracting(Web.Answer::status)
                        .isEqualTo(302)))
                .isEmpty();
    }

    @Test
    void who_supervises_too_has_counted_what_their_posts_see_and_still_lists_every_unit_s_cases(
            @Autowired Cases cases, @Autowired Roles roles) {
        Visitor company = office.aCompany();
        String here = office.submitted(company).number();
        String there = inShangcheng(company);
        Visitor head = office.officer("supervise");
        roles.grant(head.id(), Role.SUPERVISOR, Actor.SYSTEM);
        try {
            Web desk = office.web(head);
            WorkCounts own = cases.counts(head, WorkFilter.ALL);

            String page = HtmlUtils.htmlUnescape(desk.page("/desk"));
            assertThat(entry(page, "/desk?mine=posts")).endsWith("今日办件<span>" + own.all() + "</span>");
            assertThat(entry(page, "/desk?act=accept&mine=posts")).endsWith("<span>" + own.of("accept") + "</span>");
            assertThat(page).doesNotContain("mine=posts\" aria-current");
            assertThat(entry(HtmlUtils.htmlUnescape(desk.page("/desk?mine=posts")), "/desk?mine=posts"))
                    .contains("aria-current=\"page\"");
            for (String number : List.of(here, there)) {
                assertThat(desk.page("/desk?q=" + begun(number))).contains(number);
            }
            assertThat(desk.page("/desk?mine=posts&q=" + begun(here))).contains(here, "我的岗位的");
            assertThat(desk.page("/desk?mine=posts&q=" + begun(there))).doesNotContain(there);
            assertThat(desk.page("/desk/export.csv?mine=posts&q=" + begun(here)))
                    .contains(here);
            assertThat(desk.page("/desk/export.csv?mine=posts&q=" + begun(there)))
                    .doesNotContain(there);
        } finally {
            roles.revoke(head.id(), Role.SUPERVISOR, Actor.SYSTEM);
        }
    }

    @Test
    void an_officer_s_side_bar_leads_to_the_list_without_a_filter() {
        assertThat(office.desk("supervise").page("/desk"))
                .contains("<a href=\"/desk\" aria-current=\"page\">", "<a href=\"/desk?act=accept\"")
                .doesNotContain("mine=posts");
    }

    private static String entry(String page, String href) {
        return page.substring(page.indexOf("<a href=\"" + href + "\"")).split("</a>")[0];
    }

    private String inShangcheng(Visitor company) {
        NewCase xihu = office.application(company, Office.FOOD);
        Map<String, Object> answers = new LinkedHashMap<>(xihu.answers());
        answers.replaceAll((field, answer) -> answer.equals(Answers.XIHU) ? SHANGCHENG : answer);
        return casework.file(company, new NewCase(xihu.item(), SHANGCHENG, answers, xihu.materials(), null))
                .number();
    }

    /** A whole number would open its case. */
    private static String begun(String number) {
        return number.substring(0, number.length() - 2);
    }

    /** The statements that count what cases wait for. */
    private List<String> counted(Runnable request) {
        var statements = new CopyOnWriteArrayList<String>();
        var configuration = (DefaultConfiguration) db.configuration();
        ExecuteListenerProvider[] usual = configuration.executeListenerProviders();
        configuration.setAppending(new DefaultExecuteListenerProvider(ExecuteListener.onExecuteStart(context -> {
            String sql = String.valueOf(context.sql());
            if (sql.contains("unnest(") && sql.contains("waits_for")) {
                statements.add(sql);
            }
        })));
        try {
            request.run();
        } finally {
            configuration.setExecuteListenerProvider(usual);
        }
        return statements;
    }
}
