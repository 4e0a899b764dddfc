package org.yichuang.casework.web.desk;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yichuang.casework.ActKind.*;
import static org.yichuang.casework.State.*;
import static org.yichuang.casework.web.desk.Filled.*;
import static org.yichuang.support.Forms.*;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.Casework;
import org.yichuang.casework.Office;
import org.yichuang.casework.Situations;
import org.yichuang.casework.Verdict;
import org.yichuang.catalogue.Outcome;
import org.yichuang.documents.Letters;
import org.yichuang.journal.Journal;
import org.yichuang.network.Post;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.CityTest;
import org.yichuang.support.TestClock;
import org.yichuang.support.Web;

/** The dialogues of the acts on a case as a browser sends them: fetched, filled in, posted, and led on. */
@CityTest
class DialogueTests {
    @Autowired
    private Office office;

    @Autowired
    private Situations situations;

    @Autowired
    private Casework casework;

    @Autowired
    private Letters letters;

    @Autowired
    private Journal journal;

    @Autowired
    private TestClock clock;

    /** Something that was left empty, or cannot be, and the field that is named for it. */
    record Wrong(Filled filled, String field) {
        @Override
        public String toString() {
            return filled + ": " + field;
        }
    }

    static Stream<Filled> dialogues() {
        return Stream.of(
                notHere(),
                notNeeded(),
                decline(),
                notice(),
                allowNotice(),
                filled(SUBMITTED, ACCEPT, ACCEPTED, "accept"),
                pause(ACCEPTED),
                pause(REVIEWING),
                extension(ACCEPTED),
                extension(REVIEWING),
                filled(ACCEPTED, APPROVE, PAUSED, "supervise"),
                filled(ACCEPTED, APPROVE, ACCEPTED, "supervise"),
                filled(REVIEWING, APPROVE, PAUSED, "supervise"),
                reject(),
                takeBack(),
                resume(),
                refuse(),
                filled(REVIEWING, GRANT, GRANTED, "decide", "reasons", "符合条件"),
                filled(GRANTED, DELIVER, DELIVERED, "deliver", "way", "POST", "note", "EMS 1234，寄到转塘街道"),
                filled(REFUSED, DELIVER, DELIVERED, "deliver", "way", "POST", "note", "EMS 1235，寄到转塘街道"),
                again(),
                filled(DELIVERED, CONFIRM_RECEIPT, CLOSED, "deliver"),
                filled(SUBMITTED, CHOOSE_DELIVERY, SUBMITTED, "accept", "way", "WINDOW"),
                filled(GRANTED, CHOOSE_DELIVERY, GRANTED, "accept", "way", "WINDOW"),
                withdraw(SUBMITTED),
                withdraw(REVIEWING));
    }

    @ParameterizedTest
    @MethodSource("dialogues")
    void a_dialogue_filled_in_leads_the_case_where_the_table_says(Filled filled) {
        UUID id = before(filled);
        Web desk = filled.web(office);
        String dialogue = dialogue(id, filled.line().act());
        int version = office.view(id).version();
        List<Letters.Issued> before = letters.ofCase(id);
        assertThat(desk.page("/desk/cases/" + id)).contains("href=\"" + dialogue + "\"");
        clock.set("2026-10-09T10:25");

        Web.Answer sent = send(desk, dialogue, dialogue, filled.typed());

        assertThat(sent.status()).as(sent.body()).isEqualTo(302);
        Web.Answer page = desk.get(requireNonNull(sent.location()));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("已办：" + filled.line().act().text().zh());
        String done = page.body().replaceAll("(?s).*?<b>已办：(.*?)</div>.*", "$1");
        for (Letters.Issued made : letters.ofCase(id)) {
            assertThat(done.contains("/letters/" + made.id()))
                    .as("is handed over now: " + made.title())
                    .isEqualTo(!before.contains(made));
        }
        assertThat(office.view(id).state()).isEqualTo(filled.line().to());
        assertThat(office.view(id).version()).isGreaterThan(version);
        assertThat(office.kinds(id)).endsWith(filled.line().journal());
    }

    /** A case in which it can be done; an officer writes down for who came to a window that they withdraw. */
    private UUID before(Filled filled) {
        UUID id = situations.before(filled.line());
        return filled.line().act() == WITHDRAW ? office.takenAtWindow(id) : id;
    }

    static Stream<Wrong> empties() {
        String mend = "mend." + LAYOUT;
        return Stream.of(
                new Wrong(notHere().without("rightAuthority"), "rightAuthority"),
                new Wrong(notHere().without("denialReason"), "denialReason"),
                new Wrong(notNeeded().without("told"), "told"),
                new Wrong(decline().without("denialReason"), "denialReason"),
                new Wrong(decline().without("article"), "article"),
                new Wrong(notice().without("defect"), "defects"),
                new Wrong(notice().without("wrong." + LAYOUT), "wrong." + LAYOUT),
                new Wrong(notice().without(mend), mend),
                new Wrong(allowNotice().without("reason"), "reason"),
                new Wrong(pause(ACCEPTED).without("cause"), "cause"),
                new Wrong(pause(ACCEPTED).without("expectedEnd"), "expectedEnd"),
                new Wrong(pause(REVIEWING).without("reason"), "reason"),
                new Wrong(extension(ACCEPTED).without("amount"), "amount"),
                new Wrong(filled(ACCEPTED, PROPOSE_EXTENSION, ACCEPTED, "decide", "amount", "6"), "amount"),
                new Wrong(extension(REVIEWING).without("reason"), "reason"),
                new Wrong(reject().without("reason"), "reason"),
                new Wrong(takeBack().without("reason"), "reason"),
                new Wrong(resume().without("finding"), "finding"),
                new Wrong(refuse().without("reasons"), "reasons"),
                new Wrong(refuse().without("articles"), "articles"),
                new Wrong(withdraw(SUBMITTED).without("reason"), "reason"),
                new Wrong(filled(GRANTED, DELIVER, DELIVERED, "deliver", "way", "POST", "note", "EMS 1234"), "way"),
                new Wrong(filled(GRANTED, DELIVER, DELIVERED, "deliver", "way", "POST"), "note"),
                new Wrong(again().without("reason"), "reason"));
    }

    @ParameterizedTest
    @MethodSource("empties")
    void what_is_missing_is_said_beside_its_field_and_nothing_is_lost_or_changed(Wrong wrong) {
        Filled filled = wrong.filled();
        UUID id = before(filled);
        CaseView before = office.view(id);
        String dialogue = dialogue(id, filled.line().act());

        Web.Answer sent = send(filled.web(office), dialogue, dialogue, filled.typed());

        assertThat(sent.status()).as(sent.body()).isEqualTo(422);
        assertThat(sent.body())
                .contains("id=\"" + wrong.field() + "-error\"", "href=\"#" + wrong.field() + "\"")
                .contains("id=\"" + wrong.field() + "\"")
                .containsPattern("aria-describedby=\"[^\"]*\\b" + Pattern.quote(wrong.field()) + "-error\"");
        assertThat(fields(form(sent.body(), dialogue))).containsAllEntriesOf(pairs(filled.typed()));
        assertThat(office.view(id)).isEqualTo(before);
    }

    @Test
    void the_dialogue_of_an_acceptance_says_from_when_its_limits_count() {
        String both = "承诺时限和法定时限从次日起算";
        String receipt = "法定时限从收到材料起算，已经在走";
        String silence = "逾期没有答复，收到材料之日起就已经受理";
        Visitor company = office.aCompany();
        Web clerk = office.desk("accept");
        UUID id = office.submitted(company).caseId();
        String usual = dialogue(id, ACCEPT);
        String fromReceipt = dialogue(
                casework.file(company, office.application(company, "company_change"))
                        .caseId(),
                ACCEPT);

        assertThat(clerk.page(usual)).contains(both).doesNotContain(receipt, silence);
        assertThat(clerk.page(fromReceipt)).contains(receipt).doesNotContain(both, silence);
        clock.set("2026-10-16T09:00");
        Web later = office.desk("accept");
        assertThat(later.page(usual)).contains(silence).doesNotContain(both, receipt);
    }

    @Test
    void the_dialogue_names_the_post_that_goes_on_record_with_the_act() {
        UUID id = situations.before(GRANTED, FINISH_STEP, GRANTED);
        Web window = office.desk("issue");
        Post post = office.post("issue", Office.FOOD);
        String dialogue = dialogue(id, FINISH_STEP);
        String step = dialogue + "?step=issue";

        assertThat(window.page(step))
                .contains("<p>" + post.name().zh() + " · A 岗</p>")
                .contains("要给的证件或文书制好了", "备注（可不填）", "食品经营许可证")
                .doesNotContain("结论", "审查意见进入办件记录", "依据：");
        Web.Answer sent = send(window, step, dialogue, List.of("verdict", "PASS", "opinion", ""));

        assertThat(sent.status()).as(sent.body()).isEqualTo(302);
        assertThat(journal.of("case:" + id).getLast().actor().post()).isEqualTo(post.code());
    }

    @Test
    void what_is_granted_is_called_by_its_name_and_can_be_checked_from_the_step_on_that_makes_it() {
        String check = "谁都可以凭验证码核对";
        UUID reviewed = situations.in(REVIEWING);
        assertThat(office.desk("decide").page(dialogue(reviewed, GRANT)))
                .contains("食品经营许可证须在 ")
                .doesNotContain(check);
        UUID granted = situations.before(GRANTED, FINISH_STEP, GRANTED);
        assertThat(office.desk("issue").page(dialogue(granted, FINISH_STEP) + "?step=issue"))
                .contains(check + "食品经营许可证");
    }

    @Test
    void a_grant_that_makes_its_document_at_once_says_so_and_one_without_a_document_speaks_of_the_decision() {
        String check = "谁都可以凭验证码核对";
        String approval = spot(Outcome.Kind.APPROVAL);
        String name = office.item(approval).outcome().name().zh();
        UUID made = spot(approval);
        assertThat(spotPage(approval, made)).contains(check + name);
        assertThat(grantPage(approval, made))
                .contains(name + "须在 ", check + name)
                .doesNotContain("证照须在");

        String entry = spot(Outcome.Kind.OTHER);
        UUID entered = spot(entry);
        assertThat(spotPage(entry, entered)).contains("受理、决定、送达一次完成").doesNotContain(check);
        assertThat(grantPage(entry, entered)).contains("<li>决定须在 ").doesNotContain(check);
    }

    private String spot(Outcome.Kind kind) {
        return office.onTheSpot(one -> one.outcome().kind() == kind).orElseThrow();
    }

    private UUID spot(String item) {
        Visitor resident = office.aResident();
        return casework.file(resident, office.application(resident, item)).caseId();
    }

    private String spotPage(String item, UUID id) {
        return office.web(office.officerAnywhere("on-the-spot", item)).page(dialogue(id, ON_THE_SPOT));
    }

    private String grantPage(String item, UUID id) {
        office.act(office.officerAnywhere("accept", item), id, new CaseAct.Accept());
        return office.web(office.officerAnywhere("decide", item)).page(dialogue(id, GRANT));
    }

    @Test
    void a_dialogue_says_that_its_act_makes_no_letter_or_that_the_letter_comes_when_more_is_filled_in() {
        UUID id = office.accepted(office.aCompany());
        var step = office.openSteps(id).getFirst();
        String none = "这一步不出文书，只进入办件记录。";
        String later = "填好左边的，文书会出现在这里。";

        Web reviewer = office.desk(step.act());
        assertThat(reviewer.page(dialogue(id, FINISH_STEP) + "?step=" + step.key()))
                .contains(none)
                .doesNotContain(later);
        Web surveyor = office.desk("survey");
        String survey = dialogue(id, FINISH_STEP) + "?step=survey";
        office.act(office.officer("review"), id, new CaseAct.FinishStep("documents", Verdict.PASS, "齐全", null));
        office.act(office.officer("review"), id, new CaseAct.FinishStep("safety", Verdict.PASS, "符合", null));
        assertThat(surveyor.page(survey)).contains(none, "先看结果").doesNotContain(later, "先看文书", "将发出的文书");
        Web clerk = office.desk("accept");
        assertThat(clerk.page(dialogue(situations.in(SUBMITTED), NOTICE)))
                .contains(later, "先看文书", "将发出的文书")
                .doesNotContain(none);
    }

    @Test
    void an_officer_is_told_to_print_what_its_applicant_has_no_account_to_read_it_in() {
        String told = "收不到电子文书：请打印";
        UUID without = office.submitted(office.aCompanyAtWindow()).caseId();
        UUID with = situations.in(SUBMITTED);
        Web clerk = office.desk("accept");

        for (ActKind act : List.of(ACCEPT, NOTICE, CORRECT, DECLINE, WITHDRAW)) {
            assertThat(clerk.page(dialogue(without, act))).as(act.slug()).contains(told);
            assertThat(clerk.page(dialogue(with, act))).as(act.slug()).doesNotContain(told);
        }
        assertThat(office.desk("decide").page(dialogue(office.reviewed(office.aCompanyAtWindow()), GRANT)))
                .as("is delivered apart")
                .contains("决定立即生效")
                .doesNotContain(told);
    }

    @Test
    void an_act_that_is_not_possible_now_has_its_reason_and_the_way_back_and_no_form() {
        UUID id = situations.in(REVIEWING);
        Web clerk = office.desk("accept");

        for (ActKind act : List.of(ACCEPT, NOTICE, DECLINE, CORRECT, SUPPLEMENT)) {
            assertThat(clerk.page(dialogue(id, act)))
                    .as(act.slug())
                    .contains("现在不能做：</b>", "href=\"/desk/cases/" + id + "\" data-escape>回到办件</a>")
                    .doesNotContain("action=\"" + dialogue(id, act), "btn-primary");
        }
    }

    @Test
    void everything_that_is_missing_is_said_at_once() {
        UUID id = situations.in(REVIEWING);
        String dialogue = dialogue(id, REFUSE);

        Web.Answer sent = send(office.desk("decide"), dialogue, dialogue, List.of());

        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.body())
                .contains("还有 3 处要改", "3 个工作日内复核")
                .contains("id=\"reasons-error\"", "id=\"articles-error\"", "id=\"denialReason-error\"")
                .doesNotContain("id=\"article\"", "id=\"article-error\"", "id=\"told-error\"");
        assertThat(office.view(id).state()).isEqualTo(REVIEWING);
    }

    @Test
    void the_summary_of_a_pause_says_what_has_to_be_chosen() {
        UUID id = situations.before(pause(ACCEPTED).line());
        String dialogue = dialogue(id, PROPOSE_PAUSE);

        Web.Answer sent = send(pause(ACCEPTED).web(office), dialogue, dialogue, List.of());

        assertThat(sent.body())
                .contains("<a href=\"#cause\">法定原因：请选一项</a>", "<a href=\"#expectedEnd\">预计到哪天：请填写日期")
                .contains("id=\"cause-error\">请选一项</p>")
                .contains("<a href=\"#reason\">请写明理由</a>");
    }

    @Test
    void who_declines_is_not_offered_the_reasons_that_are_answers_of_their_own() {
        String declining = decline().web(office).page(dialogue(situations.in(SUBMITTED), DECLINE));

        assertThat(declining)
                .contains("value=\"NOT_QUALIFIED\"")
                .doesNotContain("value=\"NOT_OUR_AUTHORITY\"", "value=\"NO_LICENCE_NEEDED\"");
    }
}
