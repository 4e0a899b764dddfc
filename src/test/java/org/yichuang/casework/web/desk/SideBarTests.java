package org.yichuang.casework.web.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jooq.DSLContext;
import org.jooq.ExecuteListener;
import org.jooq.ExecuteListenerProvider;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yichuang.casework.Office;
import org.yichuang.support.CityTest;
import org.yichuang.support.Web;

/** What the side bar of the desk has counted, and for whom. */
@CityTest
class SideBarTests {
    @Autowired
    private Office office;

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
