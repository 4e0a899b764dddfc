package org.yichuang.casework.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yichuang.casework.ActOption;
import org.yichuang.casework.Cases;
import org.yichuang.casework.Casework;
import org.yichuang.casework.Office;
import org.yichuang.casework.Receipt;
import org.yichuang.identity.Accounts;
import org.yichuang.network.Clerk;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.CityTest;

/** An item that is no licence does not stand under the Licensing Law, so its cases' pages do not cite it. */
@CityTest
class NoLicencePagesTests {
    private static final String ITEM = "labor_arbitration";

    @Autowired
    private Office office;

    @Autowired
    private Casework casework;

    @Autowired
    private Cases cases;

    @Autowired
    private Accounts accounts;

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    @Test
    void neither_the_applicant_nor_the_officer_is_told_of_the_licensing_law() {
        Visitor resident = office.aResident();
        Receipt filed = casework.file(resident, office.application(resident, ITEM));
        UUID id = filed.caseId();
        String desk = "/desk/cases/" + id + "/act/";
        String intake = "/desk/intake/" + ITEM + "/" + resident.id();

        assertThat(page(clerk(resident), "/my/cases/" + id + "/explain")).contains("期限按工作日计");
        assertThat(page(Clerk.nobody(port), "/track/" + filed.queryCode() + "/explain"))
                .contains("期限按工作日计");
        Clerk officer = clerk(office.officerAnywhere("accept", ITEM));
        for (String act : List.of("accept", "notice", "correct", "decline", "not-here", "not-needed")) {
            assertThat(page(officer, desk + act)).as(act).contains("做了以后").doesNotContain("第三十二条", "第八十二条");
        }
        assertThat(rules(office.officerAnywhere("accept", ITEM), id))
                .isNotEmpty()
                .doesNotContain("AL-32");
        assertThat(page(officer, intake)).contains("除了这些，不能再要别的。");
        assertThat(page(officer, intake + "/not-here")).contains("写明应当向哪个机关申请</li>");
    }

    @Test
    void a_program_reads_the_rule_of_the_licensing_law_of_a_licence_alone() {
        Visitor company = office.aCompany();
        Visitor resident = office.aResident();
        UUID licence = office.submitted(company).caseId();
        UUID other = casework.file(resident, office.application(resident, ITEM)).caseId();

        assertThat(rules(company, licence)).contains("AL-44").doesNotContain("AL-29");
        assertThat(rules(resident, other)).isNotEmpty().containsOnly("");
    }

    /** By id, of what may be done and what may not; empty where none is said. */
    private List<String> rules(Visitor who, UUID id) {
        return cases.view(who, id).acts().stream()
                .map(ActOption::rule)
                .map(rule -> rule == null ? "" : rule.id())
                .toList();
    }

    private Clerk clerk(Visitor who) {
        return Clerk.of(context, port, accounts.get(who.id()));
    }

    private static String page(Clerk who, String path) {
        Clerk.Answer answer = who.get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        assertThat(answer.text()).as(path).doesNotContain("许可法", "Licensing Law");
        return answer.text();
    }
}
