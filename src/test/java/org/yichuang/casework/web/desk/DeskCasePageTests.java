package org.yichuang.casework.web.desk;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yichuang.casework.ActKind.*;
import static org.yichuang.casework.State.*;
import static org.yichuang.casework.web.desk.Filled.*;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.Casework;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.casework.DenialRow.Judgement;
import org.yichuang.casework.Denials;
import org.yichuang.casework.Office;
import org.yichuang.casework.Situations;
import org.yichuang.casework.service.KnownFacts;
import org.yichuang.identity.Accounts;
import org.yichuang.identity.People;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.CityTest;
import org.yichuang.support.Web;

/** What the page of a case tells the officer, and what things are called there and elsewhere. */
@CityTest
class DeskCasePageTests {
    @Autowired
    private Office office;

    @Autowired
    private Situations situations;

    @Autowired
    private Casework casework;

    @Autowired
    private Accounts accounts;

    @Test
    void an_answer_that_is_not_what_the_account_says_is_pointed_out_to_the_officer() {
        UUID id = situations.in(SUBMITTED);
        Visitor clerk = office.officer("accept");
        String note = "与申请人账号登记的不一样";
        String page = office.web(clerk).page("/desk/cases/" + id);
        assertThat(page).contains(note, "统一社会信用代码");
        String address = "/api/v1/cases/" + id;
        assertThat(office.api(clerk).get(address).json().path("differing").toString())
                .contains("\"uscc\"");
        assertThat(office.api(office.owner(id)).get(address).json().path("differing"))
                .isEmpty();

        var account = accounts.get(office.owner(id).id());
        var facts = new LinkedHashMap<String, Object>();
        office.item(Office.FOOD)
                .form()
                .fields()
                .filter(field -> field.known() != null)
                .forEach(field -> KnownFacts.of(requireNonNull(field.known()), account)
                        .ifPresent(fact -> facts.put(field.key(), fact)));
        office.act(clerk, id, new CaseAct.Correct("按账号更正", facts, List.of()));

        assertThat(office.web(clerk).page("/desk/cases/" + id)).doesNotContain(note);
        assertThat(office.api(clerk).get(address).json().path("differing")).isEmpty();
    }

    @Test
    void what_is_promised_on_the_spot_has_no_days_to_add_up() {
        String item = "individual_business";
        Visitor resident = office.aResident();
        Visitor clerk = office.officerAnywhere("accept", item);
        UUID id = casework.file(resident, office.application(resident, item)).caseId();
        office.act(clerk, id, new CaseAct.Accept());

        assertThat(office.web(clerk).page("/desk/cases/" + id + "/explain"))
                .contains("承诺当场办结：受理当天，到下班时到期，没有要一天一天数的。")
                .doesNotContain("正是 0 个工作日", "怎么加减的");
    }

    @Test
    void of_two_steps_that_wait_for_one_officer_the_key_is_said_at_the_one_it_opens() {
        UUID id = office.accepted(office.aCompany());
        String page = office.desk("review").page("/desk/cases/" + id);

        assertThat(page).contains("act/finish-step?step=documents\" data-key=\"F\"", "step=safety\"");
        assertThat(page.split("data-key=\"F\"")).hasSize(2);
    }

    @Test
    void a_correction_at_a_window_asks_as_the_applicants_own_pages_do() {
        UUID id = situations.in(SUBMITTED);
        String page = office.desk("accept").page(dialogue(id, CORRECT));

        assertThat(page)
                .contains("有这些专间的，请勾选（可不填）", "水费单上有户号")
                .contains("#ask:not(:has(#business_kind--canteen:checked)) #w-canteen_people");
    }

    @Test
    void one_thing_has_one_name_wherever_it_is_read() {
        Visitor company = office.aCompany();
        UUID id = office.accepted(company);

        assertThat(office.desk("accept").page("/desk/intake")).contains("身份证号码或统一社会信用代码", "联系电话");
        assertThat(office.web(company).page("/account")).contains("<dt>联系电话</dt>", "<dt>统一社会信用代码</dt>");
        UUID granted = situations.before(GRANTED, FINISH_STEP, GRANTED);
        assertThat(office.desk("issue").page(dialogue(granted, FINISH_STEP) + "?step=issue"))
                .contains("凭验证码核对");
        for (DeliveryWay way : List.of(DeliveryWay.ELECTRONIC, DeliveryWay.WINDOW)) {
            assertThat(office.web(company).page("/my/cases/" + id))
                    .contains("<b>" + way.text().zh() + "</b>");
        }
    }

    @Test
    void who_may_answer_for_a_denial_or_judge_it_is_led_there_from_its_case(
            @Autowired Denials denials, @Autowired ApplicationContext context) {
        UUID asked = situations.before(NOT_ACCEPTED, ANSWER, NOT_ACCEPTED);
        UUID filed = situations.in(NOT_ACCEPTED);
        UUID upheld = situations.before(NOT_ACCEPTED, ANSWER, NOT_ACCEPTED);
        denials.review(office.aSupervisor(), office.denial(upheld), Judgement.UPHELD, "不等答复，维持");
        Visitor elsewhere =
                office.account(new People(context).officer(Role.SUPERVISOR).id());
        String answer = "<a href=\"/desk/questions\">有一项质询等您的单位答复</a>";
        String judge = "<a href=\"/desk/denials\">有一项否定报备等复核</a>";
        String unanswered = "<a href=\"/desk/denials\">质询还没有答复；不等答复，也可以复核</a>";
        String nothing = "现在没有要您做的。";
        Web clerk = office.desk("accept");
        Web surveyor = office.desk("survey");
        Web supervisor = office.web(office.aSupervisor());

        assertThat(clerk.page("/desk/cases/" + asked)).contains(answer).doesNotContain(judge, nothing);
        assertThat(supervisor.page("/desk/cases/" + filed)).contains(judge).doesNotContain(answer, nothing);
        assertThat(clerk.page("/desk/cases/" + filed)).contains(nothing).doesNotContain(answer, judge);
        assertThat(surveyor.page("/desk/cases/" + asked)).contains(nothing).doesNotContain(answer, judge);
        assertThat(supervisor.page("/desk/cases/" + asked))
                .as("without waiting for the answer")
                .contains(unanswered)
                .doesNotContain(answer, judge, nothing);
        assertThat(office.web(elsewhere).page("/desk/cases/" + asked))
                .contains(nothing)
                .doesNotContain(answer, judge);
        for (Web whoever : List.of(supervisor, clerk)) {
            assertThat(whoever.page("/desk/cases/" + upheld))
                    .contains(nothing)
                    .doesNotContain(answer, judge, unanswered);
        }
        denials.answer(office.officer("accept"), office.denial(asked), "十二米，有照片");
        assertThat(supervisor.page("/desk/cases/" + asked)).contains(judge).doesNotContain(unanswered, nothing);
    }

    @Test
    void a_code_on_a_page_has_its_name_before_it() {
        UUID id = office.accepted(office.aCompany());
        Web officer = office.web(office.known("zhoumin"));
        Web admin = office.web(office.known("admin"));
        String item = "食品经营许可（新办） <small class=\"code\">food_permit</small>";

        assertThat(officer.page("/desk?item=food_permit")).contains("事项：" + item);
        assertThat(officer.page("/desk/authorisations")).contains(item);
        assertThat(admin.page("/admin/items"))
                .containsPattern("市场监督管理 <small class=\"code\">scjg</small>")
                .doesNotContain(">scjg</td>");
        assertThat(admin.page("/admin/network/authorisations/row"))
                .contains("<option value=\"accept\">收件受理 accept</option>");
        String record =
                office.web(office.known("auditor")).page("/admin/journal?kind=case.accepted&subject=case:" + id);
        assertThat(record)
                .containsPattern("<span>[^<]+</span> <small class=\"code wraps\">\\d{6}-[a-z]+-[a-z0-9-]+</small>");
        var entry = Pattern.compile("href=\"(/admin/journal/[0-9a-f-]{36})\"").matcher(record);
        assertThat(entry.find()).isTrue();
        assertThat(office.web(office.known("auditor")).page(entry.group(1)))
                .containsPattern("<dt>单位</dt><dd><span>[^<]+</span> <small class=\"code wraps\">\\d{6}-[a-z]+</small>");
    }

    @Test
    void lines_that_an_applicant_wrote_stay_lines_for_the_officer() {
        assertThat(office.desk("accept").page("/desk/cases/" + situations.in(SUBMITTED)))
                .contains("<dd class=\"said\">");
    }
}
