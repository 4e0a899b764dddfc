package org.yichuang.casework.web.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yichuang.casework.ActKind.*;
import static org.yichuang.casework.State.*;
import static org.yichuang.casework.web.desk.Filled.*;
import static org.yichuang.support.Forms.*;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.Casework;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.casework.Office;
import org.yichuang.casework.Situations;
import org.yichuang.documents.LetterContent;
import org.yichuang.documents.LetterKind;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.CityTest;
import org.yichuang.support.TestClock;
import org.yichuang.support.Web;

/** What is handed over, posted, or delivered to an account, as the desk does it. */
@CityTest
class DeliveryFormTests {
    @Autowired
    private Office office;

    @Autowired
    private Situations situations;

    @Autowired
    private Casework casework;

    @Autowired
    private TestClock clock;

    @Test
    void what_an_act_made_is_printed_beside_it_though_time_goes_on_meanwhile() {
        UUID id = situations.before(GRANTED, DELIVER, DELIVERED);
        Visitor officer = office.officer("deliver");
        clock.goOn();
        office.act(officer, id, new CaseAct.Deliver(DeliveryWay.WINDOW, "本人签收"));

        assertThat(office.web(officer).page("/desk/cases/" + id + "?done=deliver"))
                .contains("打印送达回证");
    }

    @Test
    void what_went_by_post_is_closed_only_when_its_receipt_is_confirmed() {
        UUID id = office.granted(office.aCompany());
        filled(GRANTED, DELIVER, DELIVERED, "deliver", "way", "POST", "note", "EMS 1234，寄到转塘街道")
                .done(office, id);
        assertThat(office.view(id).way()).isEqualTo(DeliveryWay.POST);
        assertThat(office.view(id).times().deliveredAt()).isEqualTo(clock.instant());
        assertThat(office.view(id).times().closedAt()).isNull();
        assertThat(office.letters(id, LetterKind.DELIVERY)).isEmpty();

        clock.set("2026-10-12T09:00");
        filled(DELIVERED, CONFIRM_RECEIPT, CLOSED, "deliver").done(office, id);

        assertThat(office.view(id).times().closedAt()).isEqualTo(clock.instant());
        assertThat(office.letters(id, LetterKind.DELIVERY)).singleElement().satisfies(proof -> {
            assertThat(proof.date()).isEqualTo("2026-10-12");
            assertThat(proof.facts().toString()).contains("邮寄", "EMS 1234");
            assertThat(proof.points()).contains("食品经营许可证");
            assertThat(proof.paragraphs()).containsExactly("下列文书已经邮寄，经核实已经送达。");
        });
    }

    @Test
    void what_was_decided_shows_by_when_it_is_to_be_delivered_as_the_list_does_until_it_is() {
        UUID id = office.granted(office.aCompany());
        Web desk = office.desk("deliver");
        String left = "送达还剩 10 个工作日";
        assertThat(desk.page("/desk/cases/" + id)).contains(left);
        assertThat(desk.page(dialogue(id, DELIVER))).contains("<b>已办结</b></p>");

        send(desk, dialogue(id, DELIVER), dialogue(id, DELIVER), List.of("way", "WINDOW"));

        assertThat(desk.page("/desk/cases/" + id)).doesNotContain(left);
    }

    @Test
    void what_is_handed_over_at_the_window_is_closed_at_once() {
        UUID id = office.granted(office.aCompany());
        String dialogue = dialogue(id, DELIVER);

        Web.Answer sent = send(office.desk("deliver"), dialogue, dialogue, List.of("way", "WINDOW"));

        assertThat(sent.status()).as(sent.body()).isEqualTo(302);
        assertThat(office.view(id).state()).isEqualTo(CLOSED);
        assertThat(office.kinds(id)).endsWith("case.delivered", "case.closed");
        assertThat(office.letters(id, LetterKind.DELIVERY))
                .singleElement()
                .satisfies(proof -> assertThat(proof.facts()).contains(new LetterContent.Row("受送达人签名", "")));
    }

    @Test
    void an_officer_who_delivers_reads_where_to() {
        UUID id = office.granted(office.aCompany());
        String dialogue = "/desk/cases/" + id + "/act/deliver";

        assertThat(office.desk("deliver").page(dialogue)).contains("没有填邮寄地址", "邮寄单号和寄到哪里");
    }

    @Test
    void an_account_that_was_not_claimed_is_no_way_of_delivery_and_the_window_is_picked_instead() {
        UUID unclaimed = office.granted(office.aCompanyAtWindow());
        UUID claimed = office.granted(office.aCompany());
        Web desk = office.desk("deliver");

        String without = desk.page(dialogue(unclaimed, DELIVER));
        String with = desk.page(dialogue(claimed, DELIVER));

        assertThat(without).contains("申请人的账户还没有开通，或者已停用，不能电子送达", "窗口当面交付受送达人").doesNotContain("value=\"ELECTRONIC\"");
        assertThat(fields(form(without, dialogue(unclaimed, DELIVER))).getFirst("way"))
                .isEqualTo("WINDOW");
        assertThat(with).doesNotContain("不能电子送达");
        assertThat(fields(form(with, dialogue(claimed, DELIVER))).getFirst("way"))
                .isEqualTo("ELECTRONIC");
    }

    @Test
    void on_the_spot_nothing_is_said_of_a_note_that_the_dialogue_does_not_have() {
        String item = "individual_business";
        Visitor resident = office.aResident();
        UUID id = casework.file(resident, office.application(resident, item)).caseId();
        Web desk = office.web(office.officerAnywhere("on-the-spot", item));

        assertThat(desk.page(dialogue(id, ON_THE_SPOT)))
                .contains("没有填邮寄地址：当场办结不能寄")
                .doesNotContain("在备注里写明寄到哪里");
    }
}
