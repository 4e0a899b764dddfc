package org.yichuang.casework.web.desk;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yichuang.casework.web.desk.IntakeSteps.*;
import static org.yichuang.jooq.casework.Tables.CASE_FILE;
import static org.yichuang.jooq.identity.Tables.ACCOUNT;
import static org.yichuang.support.Forms.*;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.CaseRow;
import org.yichuang.casework.Office;
import org.yichuang.identity.AccountKind;
import org.yichuang.identity.Accounts;
import org.yichuang.identity.AtWindow;
import org.yichuang.identity.NewAccounts;
import org.yichuang.journal.Actor;
import org.yichuang.shared.PersonalNumbers;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.CityTest;
import org.yichuang.support.TestClock;
import org.yichuang.support.Web;

/** Receiving an application at a window: who is here, for which item, and the form that is filled in for them. */
@CityTest
class IntakeFormTests {
    @Autowired
    private Office office;

    @Autowired
    private Accounts accounts;

    @Autowired
    private NewAccounts newAccounts;

    @Autowired
    private DSLContext db;

    @Autowired
    private TestClock clock;

    @Test
    void the_summary_of_the_form_at_the_window_names_the_field_of_each_sentence() {
        Visitor applicant = office.aCompany();
        Web clerk = office.desk("accept");
        String path = intake(Office.FOOD, applicant);
        String form = form(clerk.page(path), path);
        MultiValueMap<String, String> fields =
                filledIn(form, List.of("premises_area", "八十六", "kitchen_area", "二十", "seats", "", "then", "receive"));

        Web.Answer sent = sendParts(clerk, form, fields);

        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.body())
                .contains("<a href=\"#premises_area\">经营场所面积：请写数字，例如 1.5</a>")
                .containsPattern("<a href=\"#kitchen_area\">[^：<]+：请写数字，例如 1.5</a>")
                .contains("id=\"premises_area-error\">请写数字，例如 1.5</p>")
                .containsPattern("<a href=\"#seats\">“[^”]+”还没有填</a>");
    }

    @Test
    void who_may_receive_nothing_looks_nobody_up_and_who_may_not_receive_this_item_reads_it_first() {
        Visitor applicant = office.aCompany();
        String form = intake(Office.FOOD, applicant);
        Web surveyor = office.web(office.known("shenjia"));
        Web street = office.web(office.known("hexiaoyan"));

        assertThat(surveyor.get(form).status()).isEqualTo(403);
        assertThat(surveyor.post("/desk/intake", "item", Office.FOOD, "kind", "resident", "name", "无岗")
                        .status())
                .isEqualTo(403);
        var nothing = new LinkedMultiValueMap<String, String>();
        nothing.add("_csrf", requireNonNull(surveyor.cookie("yc_csrf")));
        assertThat(List.of(
                        surveyor.send("POST", form, "multipart/form-data; boundary=x", parts("x", nothing)),
                        surveyor.post(form + "/not-here")))
                .allSatisfy(refused -> {
                    assertThat(refused.status()).isEqualTo(403);
                    assertThat(refused.body()).contains("没有收件授权").doesNotContain(applicant.name());
                });
        assertThat(street.page(form)).contains("同城通办：您收件，别的单位受理").doesNotContain("收件并受理");
        assertThat(street.page("/desk/intake/vehicle_reg/" + applicant.id())).contains("您的岗位没有这个事项的收件授权");
        assertThat(office.desk("accept").page(form))
                .doesNotContain("您的岗位没有这个事项的收件授权")
                .contains("<option value=\"330106002000\"");
    }

    @Test
    void the_right_authority_is_found_by_the_street_where_streets_decide() {
        Web clerk = office.desk("accept");
        String applicant = office.aResident().id().toString();
        String street = "<option value=\"330106002000\"";

        assertThat(clerk.page("/desk/intake/retiree_file/" + applicant + "/not-here"))
                .contains(street);
        assertThat(clerk.page("/desk/intake/vehicle_reg/" + applicant + "/not-here"))
                .contains("<option value=\"330106000000\"")
                .doesNotContain(street);
    }

    @Test
    void the_form_at_a_window_asks_as_the_applicants_own_pages_do() {
        Visitor applicant = office.aCompany();
        Web clerk = office.desk("accept");
        String path = intake(Office.FOOD, applicant);
        String form = form(clerk.page(path), path);

        assertThat(form)
                .contains("有这些专间的，请勾选（可不填）", "要做一次水质检测", "水费单上有户号", "写到门牌号和楼层")
                .contains("id=\"seats\" name=\"seats\" inputmode=\"numeric\"");
        assertThat(clerk.page(path)).contains("#ask:not(:has(#business_kind--canteen:checked)) #w-canteen_people");
        MultiValueMap<String, String> fields = filledIn(form, List.of("premises_area", "八十六", "then", "receive"));
        assertThat(sendParts(clerk, form, fields).body())
                .containsPattern("id=\"premises_area\"[^>]* aria-describedby=\"premises_area-error"
                        + " premises_area-hint\" aria-invalid=\"true\"");
    }

    @Test
    void who_is_here_for_a_company_is_written_in_a_way_that_can_be_read() {
        Web clerk = office.desk("accept");
        String path = "/desk/intake/" + Office.FOOD + "/" + office.aCompany().id();
        String away = path + "/not-here";
        String form = form(clerk.page(path), path);
        String other = form(clerk.page(away), away);
        MultiValueMap<String, String> fields = filledIn(form, List.of("agentName", "林\u0007", "then", "receive"));
        answered(office, Office.FOOD, fields);
        List<String> typed = List.of("agentName", "林\u0007", "division", "330102000000", "told", "归别处管");

        assertThat(List.of(
                        sendParts(clerk, form, fields),
                        clerk.send("POST", address(other), FORM, encoded(filledIn(other, typed)))))
                .allSatisfy(refused -> assertThat(refused.body())
                        .contains("id=\"agentName-error\">有不能用的控制字符")
                        .contains("aria-describedby=\"agentName-error\" aria-invalid=\"true\""));
    }

    @Test
    void who_comes_for_a_person_is_written_down_and_for_a_minor_it_is_a_guardian() {
        String item = "individual_business";
        Visitor absent = office.aResidentAtWindow();
        Web clerk = office.desk("accept");
        String path = intake(item, absent);
        String form = form(clerk.page(path), path);
        assertThat(form).contains("代办人（本人来的不填）").doesNotContain("监护人");
        MultiValueMap<String, String> fields = filledIn(form, List.of("agentName", "何大明", "then", "receive"));
        answered(office, item, fields);
        allOnPaper(form, fields);

        Web.Answer sent = sendParts(clerk, form, fields);

        assertThat(sent.status()).as(sent.body()).isEqualTo(302);
        UUID id = db.fetchSingle(CASE_FILE, CASE_FILE.APPLICANT.eq(absent.id())).getId();
        assertThat(clerk.page("/desk/cases/" + id)).contains("经办 何大明");
        assertThat(accounts.get(absent.id()).claimed()).isFalse();
        String receipt = clerk.page("/desk/cases/" + id + "/receipt");
        assertThat(receipt).contains("查询码").doesNotContain("开通码");
        assertThat(clerk.post("/desk/cases/" + id + "/receipt/claim").status()).isEqualTo(409);

        String body = "33010620150101077";
        var child = new AtWindow(
                AccountKind.RESIDENT, body + PersonalNumbers.residentCheck(body), "何小小", null, "13800138000");
        UUID minor = newAccounts.applicantAtWindow(child, Actor.SYSTEM).id();
        String young = "/desk/intake/" + item + "/" + minor;
        assertThat(clerk.page(young)).contains("代为申请的监护人").doesNotContain("代办人");
        assertThat(clerk.page("/desk/intake/vehicle_reg/" + minor + "/not-here"))
                .contains("代为申请的监护人");
        clock.set("2033-01-01T10:00");
        assertThat(office.desk("accept").page(young)).contains("代办人（本人来的不填）");
    }

    @Test
    void who_cannot_open_an_account_yet_is_told_so_beside_the_electronic_way_before_anything_is_filled_in() {
        String spot = "individual_business";
        Web clerk = office.web(office.officerAnywhere("on-the-spot", spot));
        String intake = "/desk/intake/" + spot + "/";
        String told = "申请人还没有开通账户：当场办结的不能选";

        assertThat(clerk.page(intake + office.aResidentAtWindow().id()))
                .containsPattern("(?s)value=\"electronic\"[^>]*><span><b>[^<]*</b><small>" + told);
        assertThat(clerk.page(intake + office.aResident().id())).doesNotContain("还没有开通账户");
        assertThat(clerk.page("/desk/intake/" + Office.FOOD + "/"
                        + office.aCompanyAtWindow().id()))
                .contains("申请人还没有开通账户：凭窗口给的开通码")
                .doesNotContain(told);
    }

    @Test
    void at_a_street_s_window_its_own_street_is_picked_already() {
        String resident = office.aResident().id().toString();
        String zhuantang = "<option value=\"330106010000\" selected";
        Web street = office.web(office.known("hexiaoyan"));

        assertThat(street.page("/desk/intake/senior_card/" + resident)).contains(zhuantang);
        assertThat(street.page("/desk/intake/retiree_file/" + resident)).contains(zhuantang);
        assertThat(office.web(office.known("zhengxiaowen")).page("/desk/intake/individual_business/" + resident))
                .contains("<option value=\"330106010000\"")
                .doesNotContain(zhuantang);
    }

    @Test
    void a_case_of_the_item_that_is_running_is_said_before_another_is_received() {
        Visitor company = office.aCompany();
        UUID id = office.submitted(company).caseId();
        String number = office.view(id).number();
        Web clerk = office.desk("accept");
        String intake = intake(Office.FOOD, company);

        assertThat(clerk.page(intake)).contains("这位申请人有正在办的", number);
        assertThat(clerk.page("/desk/intake/company_change/" + company.id())).doesNotContain("这位申请人有正在办的");
        office.act(company, id, new CaseAct.Withdraw("不开了"));
        assertThat(clerk.page(intake)).doesNotContain("这位申请人有正在办的");
    }

    @Test
    void of_many_cases_of_the_item_that_are_running_it_is_said_that_not_all_are_listed_and_where_they_are() {
        Visitor company = office.aCompany();
        for (int i = 0; i < CaseRow.LISTED; i++) {
            office.submitted(company);
        }
        Web clerk = office.desk("accept");
        String intake = intake(Office.FOOD, company);
        String all = "/desk?item=" + Office.FOOD + "&amp;applicant=" + company.id();
        assertThat(clerk.page(intake)).contains("这位申请人有正在办的").doesNotContain(all);

        office.submitted(company);

        assertThat(clerk.page(intake)).contains("这里只列最近的 10 件", all);
        assertThat(clerk.page(all.replace("&amp;", "&"))).contains("这一页 11 件");
    }

    @Test
    void who_may_receive_nothing_is_not_led_to_receiving_a_case() {
        Web reviewer = office.desk("review");
        Web clerk = office.desk("accept");

        assertThat(reviewer.page("/desk")).doesNotContain("href=\"/desk/intake\"", "data-key=\"N\"");
        assertThat(reviewer.get("/desk/intake").status()).isEqualTo(403);
        assertThat(clerk.page("/desk")).contains("href=\"/desk/intake\"", "data-key=\"N\"");
    }

    @Test
    void who_looks_for_another_item_keeps_who_is_here_and_no_number_is_in_an_address() {
        Web clerk = office.desk("accept");
        String[] typed = {"words", "", "q", "小餐饮", "kind", "company", "number", "91330100MAYC77777X", "name", "阿坤面馆"};
        int before = db.fetchCount(ACCOUNT);

        for (String[] pressed : List.of(with(typed, "find", "yes"), typed)) {
            Web.Answer found = clerk.post("/desk/intake", pressed);
            assertThat(found.status()).isEqualTo(200);
            assertThat(found.body())
                    .contains("value=\"small_catering\"", "value=\"91330100MAYC77777X\"", "value=\"阿坤面馆\"")
                    .contains("value=\"company\" checked")
                    .doesNotContain("还有 1 处要改")
                    .doesNotContainPattern("(href|action)=\"[^\"]*91330100MAYC77777X");
        }
        assertThat(db.fetchCount(ACCOUNT)).isEqualTo(before);
        assertThat(clerk.post("/desk/intake", with(typed, "next", "yes")).status())
                .as("gone on without an item")
                .isEqualTo(422);
    }

    @Test
    void a_credit_code_is_a_companys_whatever_is_ticked() {
        Web clerk = office.desk("accept");
        Visitor company = office.aCompany();
        String[] typed = {
            "item",
            Office.FOOD,
            "kind",
            "resident",
            "number",
            office.number(company),
            "name",
            company.name(),
            "next",
            "yes"
        };

        Web.Answer alone = clerk.post("/desk/intake", typed);
        Web.Answer led = clerk.post("/desk/intake", with(typed, "agent", "林晓"));

        assertThat(alone.status()).isEqualTo(422);
        assertThat(alone.body()).contains("<a href=\"#agent\">").containsPattern("value=\"company\" checked");
        assertThat(led.location()).isEqualTo("/desk/intake/" + Office.FOOD + "/" + company.id());
    }

    @Test
    void an_item_for_companies_is_not_begun_for_a_person_whose_name_is_no_companys() {
        Web clerk = office.desk("accept");
        Visitor person = office.aResident();
        String[] typed = {
            "item", "small_catering", "kind", "resident", "number", "330106199001010018", "name", "吴玉珍", "next", "yes"
        };
        int before = db.fetchCount(ACCOUNT);

        Web.Answer refused = clerk.post("/desk/intake", typed);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("<a href=\"#item\">这个事项由企业或其他组织申请</a>", "value=\"吴玉珍\"");
        assertThat(db.fetchCount(ACCOUNT)).isEqualTo(before);
        assertThat(clerk.page("/desk/intake/small_catering/" + person.id()))
                .contains("name=\"company_name\"")
                .doesNotContain("value=\"" + person.name() + "\"");
    }

    @Test
    void who_has_no_telephone_applies_at_a_window_without_one() {
        String item = "individual_business";
        String number = office.number(office.aResidentAtWindow());
        String body = number.substring(0, 6) + "1947" + number.substring(10, 17);
        var old = new AtWindow(AccountKind.RESIDENT, body + PersonalNumbers.residentCheck(body), "吴玉珍", null, null);
        UUID applicant = newAccounts.applicantAtWindow(old, Actor.SYSTEM).id();
        Web clerk = office.desk("accept");
        String path = "/desk/intake/" + item + "/" + applicant;
        String form = form(clerk.page(path), path);
        MultiValueMap<String, String> fields = filledIn(form, List.of("then", "receive"));
        answered(office, item, fields);
        allOnPaper(form, fields);
        fields.set("contact_phone", "");

        Web.Answer sent = sendParts(clerk, form, fields);

        assertThat(form).contains("联系电话（可不填）", "没有电话的不填");
        assertThat(sent.status()).as(sent.body()).isEqualTo(302);
        UUID id = db.fetchSingle(CASE_FILE, CASE_FILE.APPLICANT.eq(applicant)).getId();
        assertThat(office.view(id).answers()).doesNotContainKey("contact_phone");
        assertThat(clerk.page("/desk/cases/" + id)).contains("吴玉珍");
    }

    @Test
    void another_item_is_chosen_for_the_same_person() {
        Visitor applicant = office.aCompany();
        Web clerk = office.desk("accept");
        String form = intake(Office.FOOD, applicant);

        String back = clerk.post(form + "/another").body();

        assertThat(back)
                .contains(applicant.name(), "value=\"" + Office.FOOD + "\" checked")
                .doesNotContain("name=\"number\"");
        assertThat(clerk.post(
                                "/desk/intake",
                                "item",
                                "small_catering",
                                "applicant",
                                applicant.id().toString(),
                                "next",
                                "yes")
                        .location())
                .isEqualTo("/desk/intake/small_catering/" + applicant.id());
        assertThat(clerk.post("/desk/intake", "applicant", applicant.id().toString(), "find", "yes")
                        .body())
                .as("from the receipt of the case before")
                .contains(applicant.name())
                .doesNotContain("name=\"number\"");
        assertThat(office.web(office.known("shenjia")).post(form + "/another").status())
                .as("who may receive nothing")
                .isEqualTo(403);
    }

    @Test
    void what_another_item_asks_too_is_not_typed_again_when_it_is_chosen() {
        Visitor applicant = office.aCompany();
        String number = office.number(applicant);
        Web clerk = office.desk("accept");
        String food = intake(Office.FOOD, applicant);
        String catering = "/desk/intake/small_catering/" + applicant.id();
        String page = clerk.page(food);
        assertThat(page).contains("formaction=\"" + food + "/another\"");
        List<String> typed = List.of(
                "premises_area", "86", "contact_phone", "13900000099", "contact_name", "林晓", "receive", "collect");
        MultiValueMap<String, String> filled = fields(form(page, food));
        filled.putAll(pairs(typed));

        Web.Answer items = clerk.send("POST", food + "/another", FORM, encoded(filled));
        MultiValueMap<String, String> looked = fields(form(items.body(), "/desk/intake"));
        looked.set("q", "小餐饮");
        looked.set("find", "yes");
        Web.Answer found = clerk.send("POST", "/desk/intake", FORM, encoded(looked));
        MultiValueMap<String, String> chosen = fields(form(found.body(), "/desk/intake"));
        chosen.set("item", "small_catering");
        chosen.set("next", "yes");
        Web.Answer other = clerk.send("POST", "/desk/intake", FORM, encoded(chosen));

        assertThat(other.status()).as(other.body()).isEqualTo(200);
        assertThat(other.body()).contains("也问的已经带过来", "name=\"foods\"").doesNotContain(number);
        assertThat(fields(form(other.body(), catering)))
                .containsEntry("premises_area", List.of("86"))
                .containsEntry("contact_phone", List.of("13900000099"))
                .containsEntry("receive", List.of("collect"))
                .doesNotContainKey("contact_name");
    }

    @Test
    void where_streets_alone_decide_no_district_is_offered() {
        Web clerk = office.web(office.known("hexiaoyan"));
        String form = "/desk/intake/retiree_file/" + office.aResident().id();

        for (String page : List.of(form, form + "/not-here")) {
            assertThat(clerk.page(page))
                    .as(page)
                    .contains("<option value=\"330106002000\"", ">西湖区 ")
                    .doesNotContain("value=\"330106000000\"");
        }
    }
}
