package org.yichuang.casework.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.Answers;
import org.yichuang.casework.Drafts;
import org.yichuang.casework.Office;
import org.yichuang.casework.Situations;
import org.yichuang.casework.State;
import org.yichuang.shared.Page;
import org.yichuang.support.CityTest;
import org.yichuang.support.Forms;
import org.yichuang.support.Web;

/** Where a form was refused, or only tried, its page can be read in the other language and other type, and fetched anew. */
@CityTest
class RefusedFormTests {
    private static final Pattern ENGLISH = Pattern.compile("href=\"([^\"]*lang=en)\"");

    @Autowired
    private Office office;

    @Autowired
    private Situations situations;

    @Autowired
    private Drafts drafts;

    @LocalServerPort
    private int port;

    @Test
    void an_application_that_is_not_complete() {
        Web owner = person("qingheli");
        String draft = draft("qingheli");

        leadsTo(draft + "/check", owner, owner.post(draft + "/check", "declared", "yes"));
    }

    @Test
    void a_material_for_which_no_file_was_chosen() {
        Web owner = person("qingheli");
        String materials = draft("qingheli") + "/materials";
        owner.get(materials);
        String form = Forms.parts("x", Forms.pairs(List.of("_csrf", requireNonNull(owner.cookie("yc_csrf")))));

        Web.Answer refused =
                owner.send("POST", materials + "/layout_equipment_work_flow", "multipart/form-data; boundary=x", form);

        leadsTo(materials, owner, refused);
    }

    @Test
    void a_denial_that_was_judged_in_no_way() {
        Web supervisor = person("supervisor");
        String form = "/desk/denials/" + office.denial(situations.in(State.NOT_ACCEPTED));

        leadsTo("/desk/denials", supervisor, supervisor.post(form, "judgement", "", "remark", "依据充分"));
    }

    @Test
    void a_question_that_was_answered_with_nothing() {
        UUID id = situations.before(State.NOT_ACCEPTED, ActKind.ANSWER, State.NOT_ACCEPTED);
        Web officer = person("zhengxiaowen");

        leadsTo("/desk/questions", officer, officer.post("/desk/questions/" + office.denial(id), "answer", ""));
    }

    @Test
    void a_letter_that_was_looked_at_without_scripts() {
        Web officer = person("zhengxiaowen");
        String act = "/desk/cases/" + situations.in(State.SUBMITTED) + "/act/decline";

        leadsTo(act, officer, officer.post(act + "/preview", "article", "食品安全法第三十三条"));
    }

    @Test
    void an_act_on_a_case_that_was_opened_from_a_list_leads_back_into_that_list() {
        UUID id = situations.in(State.SUBMITTED);
        String list = "?_list=" + Page.encode("\n".repeat(8));
        String back = "href=\"/desk/cases/" + id + list + "\"";

        for (ActKind kind : List.of(ActKind.DECLINE, ActKind.CORRECT)) {
            Web officer = person("zhengxiaowen");
            String act = "/desk/cases/" + id + "/act/" + kind.slug();
            String form = Forms.form(officer.page(act + list), act);
            Web.Answer refused = kind == ActKind.CORRECT
                    ? Forms.sendParts(officer, form, Forms.fields(form))
                    : officer.send("POST", Forms.address(form), Forms.FORM, Forms.encoded(Forms.fields(form)));

            assertThat(refused.status()).as(refused.body()).isEqualTo(422);
            assertThat(refused.body()).contains(back);
            assertThat(inEnglish(officer, refused).body()).contains("<html lang=\"en\"", back);
        }
    }

    @Test
    void an_item_that_was_changed_meanwhile() {
        Web admin = person("admin");
        String version = "/admin/items/" + Office.FOOD + "/1";

        leadsTo(version, admin, admin.post(version + "/check", "revision", "999999"));
    }

    @Test
    void where_no_page_stands_above_the_method_is_not_allowed() {
        assertThat(new Web(port).get("/sign-out").status()).isEqualTo(405);
        assertThat(new Web(port).get("/api/v1/limits/compute").status()).isEqualTo(405);
    }

    /** By the link that stands on the page itself, which keeps what was asked. */
    private static void leadsTo(String page, Web who, Web.Answer refused) {
        assertThat(refused.status()).as(refused.body()).isIn(200, 409, 422);
        if (refused.body().contains("role=\"alert\"")) {
            assertThat(refused.body()).contains("<title>有误：");
        }
        Web.Answer answer = inEnglish(who, refused);
        if (answer.status() == 302) {
            assertThat(answer.location()).isEqualTo(page + "?lang=en");
            answer = who.get(page + "?lang=en");
        }
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).contains("<html lang=\"en\"");
    }

    private static Web.Answer inEnglish(Web who, Web.Answer refused) {
        var link = ENGLISH.matcher(refused.body());
        assertThat(link.find()).isTrue();
        return who.get(link.group(1).replace("&amp;", "&"));
    }

    private Web person(String login) {
        return office.web(office.known(login));
    }

    private String draft(String login) {
        return "/apply/draft/"
                + drafts.start(office.known(login), Office.FOOD, Answers.XIHU, null)
                        .id();
    }
}
