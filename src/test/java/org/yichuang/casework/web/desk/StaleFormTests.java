package org.yichuang.casework.web.desk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yichuang.casework.ActKind.*;
import static org.yichuang.casework.State.*;
import static org.yichuang.casework.web.desk.Filled.*;
import static org.yichuang.casework.web.desk.IntakeSteps.*;
import static org.yichuang.support.Forms.*;

import java.net.URLEncoder;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.MultiValueMap;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.Office;
import org.yichuang.casework.Situations;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.CityTest;
import org.yichuang.support.Web;

/** Forms that come late, twice, or from who may not send them any more: acted on once or not at all, and nothing typed is lost. */
@CityTest
class StaleFormTests {
    @Autowired
    private Office office;

    @Autowired
    private Situations situations;

    @Test
    void a_dialogue_that_was_open_while_somebody_else_acted_changes_nothing() {
        UUID id = situations.in(SUBMITTED);
        Web desk = office.desk("accept");
        String dialogue = dialogue(id, ACCEPT);
        MultiValueMap<String, String> open = fields(form(desk.page(dialogue), dialogue));
        decline().done(office, id);
        CaseView before = office.view(id);

        Web.Answer late = desk.send("POST", dialogue, FORM, encoded(open));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("role=\"alert\"");
        assertThat(office.view(id)).isEqualTo(before);
    }

    @Test
    void a_form_without_its_hidden_field_is_not_taken() {
        UUID id = situations.in(SUBMITTED);
        Web desk = office.desk("accept");
        String dialogue = dialogue(id, ACCEPT);
        MultiValueMap<String, String> forged = fields(form(desk.page(dialogue), dialogue));
        assertThat(forged.remove("_csrf")).isNotNull();

        assertThat(desk.send("POST", dialogue, FORM, encoded(forged)).status()).isEqualTo(403);
        assertThat(office.view(id).state()).isEqualTo(SUBMITTED);
    }

    @Test
    void whose_session_ended_in_mid_form_sees_what_they_typed_and_nothing_is_done() {
        UUID id = situations.in(SUBMITTED);
        CaseView before = office.view(id);
        Web clerk = notHere().web(office);
        String form = form(clerk.page(dialogue(id, NOT_HERE)), dialogue(id, NOT_HERE));
        MultiValueMap<String, String> fields = filledIn(form, notHere().typed());
        Web nobody = clerk.again().cookie("yc_session", "over");

        Web.Answer sent = nobody.send("POST", address(form), FORM, encoded(fields));

        assertThat(sent.status()).isEqualTo(401);
        assertThat(sent.body())
                .contains("<li>不归区里管</li>", "href=\"/sign-in\"")
                .doesNotContain("<li>" + fields.getFirst("_csrf"), "<li>NOT_OUR_AUTHORITY");
        assertThat(office.view(id)).isEqualTo(before);
    }

    @Test
    void an_administrator_whose_session_ended_sees_each_field_of_the_long_form_by_its_name() {
        Web admin = office.web(office.known("admin"));
        String form = form(admin.page("/admin/items/new/fields"), "/admin/items/new/fields");
        MultiValueMap<String, String> fields =
                filledIn(form, List.of("name.zh", "没存的名称", "summary.zh", "第一行\n  第二行", "type", "LICENCE"));
        Web nobody = admin.again().cookie("yc_session", "over");

        Web.Answer sent = nobody.send("POST", address(form), FORM, encoded(fields));

        assertThat(sent.status()).isEqualTo(401);
        assertThat(sent.body())
                .contains("<li>name.zh: 没存的名称</li>", "<li>summary.zh: 第一行\n  第二行</li>", "<li>type: LICENCE</li>")
                .doesNotContain("<li>_csrf", "<li>" + fields.getFirst("_csrf"), "<li>revision", "<li>name.en");
    }

    @Test
    void who_may_not_do_an_act_any_more_keeps_what_they_wrote() {
        UUID id = situations.in(SUBMITTED);
        Web surveyor = office.desk("survey");

        Web.Answer declined = sentLate(surveyor, office, id, DECLINE, decline().typed());
        Web.Answer corrected = sentLate(surveyor, office, id, CORRECT, List.of("what", "电话少一位"));

        assertThat(declined.status()).as(declined.body()).isEqualTo(403);
        assertThat(fields(form(declined.body(), dialogue(id, DECLINE)))).containsEntry("told", List.of("离污染源太近"));
        assertThat(corrected.status()).as(corrected.body()).isEqualTo(403);
        assertThat(fields(form(corrected.body(), dialogue(id, CORRECT)))).containsEntry("what", List.of("电话少一位"));
        assertThat(office.view(id).state()).isEqualTo(SUBMITTED);
    }

    @Test
    void who_signed_in_anew_in_another_tab_sees_what_they_typed_and_where_to_open_the_form_again() {
        UUID id = situations.in(SUBMITTED);
        CaseView before = office.view(id);
        Web clerk = notHere().web(office);
        String form = form(clerk.page(dialogue(id, NOT_HERE)), dialogue(id, NOT_HERE));
        MultiValueMap<String, String> fields = filledIn(form, notHere().typed());
        Web anew = clerk.again().cookie("yc_csrf", UUID.randomUUID().toString());

        Web.Answer sent = anew.send("POST", address(form), FORM, encoded(fields));

        assertThat(sent.status()).isEqualTo(403);
        assertThat(sent.body())
                .contains("重新登录过", "<li>不归区里管</li>", "href=\"" + dialogue(id, NOT_HERE) + "\"")
                .doesNotContain("<li>" + fields.getFirst("_csrf"), "<li>NOT_OUR_AUTHORITY", "href=\"/sign-in\"");
        assertThat(office.view(id)).isEqualTo(before);
    }

    @Test
    void a_form_that_is_opened_again_is_for_the_same_step() {
        UUID id = office.accepted(office.aCompany());
        var step = office.openSteps(id).getFirst();
        Web officer = office.desk(step.act());
        String dialogue = dialogue(id, FINISH_STEP);
        String form = form(officer.page(dialogue + "?step=" + step.key()), dialogue);
        MultiValueMap<String, String> fields = filledIn(form, List.of("opinion", "布局合理"));
        Web anew = officer.again().cookie("yc_csrf", UUID.randomUUID().toString());

        Web.Answer sent = anew.send("POST", address(form), FORM, encoded(fields));
        String strange = address(form).replace("step=" + step.key(), "step=" + URLEncoder.encode("布局\"&x=1", UTF_8));
        Web.Answer odd = anew.send("POST", strange, FORM, encoded(fields));

        String again = "href=\"" + dialogue + "?step=" + step.key() + "\"";
        assertThat(sent.body()).contains("<li>布局合理</li>", again);
        assertThat(anew.page(dialogue + "?step=" + step.key()))
                .contains("<h2>" + step.name().zh());
        assertThat(strange).isNotEqualTo(address(form));
        assertThat(odd.body()).contains("href=\"" + dialogue + "\"");
    }

    @Test
    void an_act_whose_button_is_pressed_twice_is_done_once_and_led_on_both_times() {
        UUID id = situations.in(SUBMITTED);
        Web clerk = notHere().web(office);
        String form = form(clerk.page(dialogue(id, NOT_HERE)), dialogue(id, NOT_HERE));
        String fields = encoded(filledIn(form, notHere().typed()));

        List<Web.Answer> pressed = twice(clerk, address(form), FORM, fields);

        ledOn(pressed);
        assertThat(pressed.getFirst().location()).isEqualTo(pressed.getLast().location());
        assertThat(office.kinds(id)).containsOnlyOnce("case.declined", "case.denial-filed");
    }

    @Test
    void who_stands_at_the_window_has_one_case_when_the_button_is_pressed_twice() {
        Visitor applicant = office.aCompany();
        Web clerk = office.desk("accept");
        String path = intake(Office.FOOD, applicant);
        String form = form(clerk.page(path), path);
        MultiValueMap<String, String> fields = filledIn(form, List.of("then", "some day"));
        answered(office, Office.FOOD, fields);
        String type = "multipart/form-data; boundary=";

        Web.Answer wrong = clerk.send("POST", address(form), type + "x", parts("x", fields));
        assertThat(wrong.status()).as("what was refused may be sent again").isEqualTo(422);
        fields.set("then", "receive");
        allOnPaper(form, fields);
        List<Web.Answer> pressed = Stream.of("y", "z")
                .parallel()
                .map(edge -> clerk.again().send("POST", address(form), type + edge, parts(edge, fields)))
                .toList();
        fields.set("then", "accept");
        Web.Answer other = clerk.send("POST", address(form), type + "x", parts("x", fields));

        ledOn(pressed);
        assertThat(pressed.getFirst().location()).isEqualTo(pressed.getLast().location());
        assertThat(other.status()).as("the same form with something else in it").isEqualTo(409);
        assertThat(office.cases(applicant)).isEqualTo(1);
    }

    @Test
    void who_is_turned_away_gets_one_letter_when_the_button_is_pressed_twice() {
        Visitor applicant = office.aCompany();
        Web clerk = office.desk("accept");
        String path = "/desk/intake/vehicle_reg/" + applicant.id() + "/not-here";
        String form = form(clerk.page(path), path);
        String fields = encoded(filledIn(form, List.of("division", "330102000000", "told", "归公安机关管")));

        ledOn(twice(clerk, address(form), FORM, fields));
        assertThat(office.cases(applicant)).isEqualTo(1);
    }

    @Test
    void a_question_is_answered_once_when_the_button_is_pressed_twice() {
        UUID id = situations.before(NOT_ACCEPTED, ANSWER, NOT_ACCEPTED);
        String path = "/desk/questions/" + office.denial(id);
        Web clerk = office.desk("accept");
        String form = form(clerk.page(office.questionsPage(office.officer("accept"), id)), path);
        String fields = encoded(filledIn(form, List.of("answer", "十二米，有照片")));

        ledOn(twice(clerk, address(form), FORM, fields));
        assertThat(office.kinds(id)).containsOnlyOnce("case.denial-answered");
    }

    private static void ledOn(List<Web.Answer> pressed) {
        assertThat(pressed)
                .extracting(Web.Answer::status)
                .as(pressed.toString())
                .containsExactly(302, 302);
    }

    /** Both at once. */
    private List<Web.Answer> twice(Web browser, String address, String type, String body) {
        return Stream.of(1, 2)
                .parallel()
                .map(press -> browser.again().send("POST", address, type, body))
                .toList();
    }
}
