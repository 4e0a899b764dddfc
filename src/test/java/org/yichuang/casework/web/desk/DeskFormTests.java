package org.yichuang.casework.web.desk;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.yichuang.casework.ActKind.*;
import static org.yichuang.casework.State.*;
import static org.yichuang.jooq.casework.Tables.CASE_FILE;
import static org.yichuang.jooq.casework.Tables.DRAFT;
import static org.yichuang.jooq.identity.Tables.ACCOUNT;
import static org.yichuang.support.Forms.*;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.yichuang.casework.ActKind;
import org.yichuang.casework.Answers;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.CaseRow;
import org.yichuang.casework.CaseStep;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.Casework;
import org.yichuang.casework.Channel;
import org.yichuang.casework.Defect;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.casework.DenialRow;
import org.yichuang.casework.Denials;
import org.yichuang.casework.Draft;
import org.yichuang.casework.Drafts;
import org.yichuang.casework.NewCase;
import org.yichuang.casework.Office;
import org.yichuang.casework.Proposal;
import org.yichuang.casework.Situations;
import org.yichuang.casework.State;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.casework.Verdict;
import org.yichuang.casework.domain.Edge;
import org.yichuang.casework.domain.Transitions;
import org.yichuang.casework.service.KnownFacts;
import org.yichuang.casework.service.WindowDrafts;
import org.yichuang.casework.web.applicant.ApplicationPapers;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.FieldType;
import org.yichuang.catalogue.PauseCause;
import org.yichuang.documents.LetterContent;
import org.yichuang.documents.LetterKind;
import org.yichuang.documents.Letters;
import org.yichuang.identity.Account;
import org.yichuang.identity.AccountKind;
import org.yichuang.identity.Accounts;
import org.yichuang.identity.AtWindow;
import org.yichuang.identity.NewAccounts;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.network.Post;
import org.yichuang.shared.PersonalNumbers;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.Api;
import org.yichuang.support.CityTest;
import org.yichuang.support.Printed;
import org.yichuang.support.TestClock;
import org.yichuang.support.Web;

/** The forms of a case as a browser sends them: fetched, filled in, posted, and led on. */
@CityTest
class DeskFormTests {
    private static final String SUPERVISOR = "";
    private static final String LAYOUT = "material:layout_equipment_work_flow";

    @Autowired
    private WindowDrafts windowDrafts;

    @Autowired
    private Office office;

    @Autowired
    private Situations situations;

    @Autowired
    private Casework casework;

    @Autowired
    private Denials denials;

    @Autowired
    private ApplicationPapers papers;

    @Autowired
    private DeskCaseController cases;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Letters letters;

    @Autowired
    private Journal journal;

    @Autowired
    private Accounts accounts;

    @Autowired
    private NewAccounts newAccounts;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private DSLContext db;

    @Autowired
    private TestClock clock;

    @LocalServerPort
    private int port;

    /**
     * A dialogue filled in.
     *
     * @param who the act of the register that its officer has, empty for a supervisor
     */
    record Filled(Edge line, String who, List<String> typed) {
        Filled without(String field) {
            int at = typed.indexOf(field);
            List<String> rest = Stream.concat(
                            typed.stream().limit(at), typed.stream().skip(at + 2L))
                    .toList();
            return new Filled(line, who, rest);
        }

        @Override
        public String toString() {
            return line.act() + " in " + line.from();
        }
    }

    /** Something that was left empty, or cannot be, and the field that is named for it. */
    record Wrong(Filled filled, String field) {
        @Override
        public String toString() {
            return filled + ": " + field;
        }
    }

    private static Filled filled(State from, ActKind act, State to, String who, String... typed) {
        return new Filled(Transitions.find(from, act, to).orElseThrow(), who, List.of(typed));
    }

    private static String[] denial(String... more) {
        var denial = Stream.of("denialReason", "CONDITIONS_NOT_MET", "article", "食品安全法第三十三条", "told", "离污染源太近");
        return Stream.concat(denial, Stream.of(more)).toArray(String[]::new);
    }

    private static Filled notHere() {
        String[] typed = {
            "denialReason",
            "NOT_OUR_AUTHORITY",
            "article",
            "行政许可法第三十二条",
            "told",
            "不归区里管",
            "rightAuthority",
            "杭州市市场监督管理局"
        };
        return filled(SUBMITTED, NOT_HERE, NOT_ACCEPTED, "accept", typed);
    }

    private static Filled notNeeded() {
        String[] typed = {"denialReason", "NO_LICENCE_NEEDED", "article", "食品安全法第三十五条", "told", "不用办"};
        return filled(SUBMITTED, NOT_NEEDED, NOT_ACCEPTED, "accept", typed);
    }

    private static Filled decline() {
        return filled(SUBMITTED, DECLINE, NOT_ACCEPTED, "accept", denial());
    }

    private static Filled notice() {
        String[] typed = {"defect", LAYOUT, "wrong." + LAYOUT, "没有标出水池", "mend." + LAYOUT, "请标出水池"};
        return filled(SUBMITTED, NOTICE, CORRECTING, "accept", typed);
    }

    private static Filled allowNotice() {
        return filled(SUBMITTED, ALLOW_NOTICE, SUBMITTED, SUPERVISOR, "reason", "图纸换过");
    }

    private static Filled pause(State in) {
        String[] typed = {"cause", "TESTING", "expectedEnd", "2026-10-20", "reason", "水质检测"};
        return filled(in, PROPOSE_PAUSE, in, "decide", typed);
    }

    private static Filled extension(State in) {
        return filled(in, PROPOSE_EXTENSION, in, "decide", "amount", "3", "reason", "情况复杂");
    }

    private static Filled reject() {
        return filled(ACCEPTED, REJECT, ACCEPTED, "supervise", "reason", "理由不足");
    }

    private static Filled takeBack() {
        return filled(ACCEPTED, TAKE_BACK, ACCEPTED, "decide", "reason", "报告今天到了");
    }

    private static Filled resume() {
        return filled(PAUSED, RESUME, REVIEWING, "decide", "finding", "报告合格");
    }

    private static Filled refuse() {
        String[] typed = {
            "reasons",
            "场所离污染源太近",
            "articles",
            "食品安全法第三十三条\r\n食品安全法第三十五条",
            "denialReason",
            "CONDITIONS_NOT_MET",
            "told",
            "离污染源太近"
        };
        return filled(REVIEWING, REFUSE, REFUSED, "decide", typed);
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

    private static Filled again() {
        return filled(
                DELIVERED, DELIVER, DELIVERED, "deliver", "way", "POST", "note", "EMS 1236，寄到转塘街道", "reason", "退回");
    }

    private static Filled withdraw(State in) {
        return filled(in, WITHDRAW, WITHDRAWN, "accept", "reason", "申请人说不开了");
    }

    @ParameterizedTest
    @MethodSource("dialogues")
    void a_dialogue_filled_in_leads_the_case_where_the_table_says(Filled filled) {
        UUID id = before(filled);
        Web desk = web(filled);
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

        Web.Answer sent = send(web(filled), dialogue, dialogue, filled.typed());

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
        Web clerk = desk("accept");
        UUID id = office.submitted(company).caseId();
        String usual = dialogue(id, ACCEPT);
        String fromReceipt = dialogue(
                casework.file(company, office.application(company, "company_change"))
                        .caseId(),
                ACCEPT);

        assertThat(clerk.page(usual)).contains(both).doesNotContain(receipt, silence);
        assertThat(clerk.page(fromReceipt)).contains(receipt).doesNotContain(both, silence);
        clock.set("2026-10-16T09:00");
        Web later = desk("accept");
        assertThat(later.page(usual)).contains(silence).doesNotContain(both, receipt);
    }

    @Test
    void the_dialogue_names_the_post_that_goes_on_record_with_the_act() {
        UUID id = situations.before(GRANTED, FINISH_STEP, GRANTED);
        Web window = desk("issue");
        Post post = office.post("issue", Office.FOOD);
        String dialogue = dialogue(id, FINISH_STEP);
        String step = dialogue + "?step=issue";

        assertThat(window.page(step))
                .contains("<p>" + post.name().zh() + " · A 岗</p>")
                .contains("证件在这一步制成", "备注（可不填）", "食品经营许可证")
                .doesNotContain("结论", "审查意见进入办件记录", "依据：");
        Web.Answer sent = send(window, step, dialogue, List.of("verdict", "PASS", "opinion", ""));

        assertThat(sent.status()).as(sent.body()).isEqualTo(302);
        assertThat(journal.of("case:" + id).getLast().actor().post()).isEqualTo(post.code());
    }

    @Test
    void a_dialogue_says_that_its_act_makes_no_letter_or_that_the_letter_comes_when_more_is_filled_in() {
        UUID id = office.accepted(office.aCompany());
        var step = office.view(id).openSteps().getFirst();
        String none = "这一步不出文书，只进入办件记录。";
        String later = "填好左边的，文书会出现在这里。";

        Web reviewer = desk(step.act());
        assertThat(reviewer.page(dialogue(id, FINISH_STEP) + "?step=" + step.key()))
                .contains(none)
                .doesNotContain(later);
        Web surveyor = desk("survey");
        String survey = dialogue(id, FINISH_STEP) + "?step=survey";
        office.act(office.officer("review"), id, new CaseAct.FinishStep("documents", Verdict.PASS, "齐全", null));
        office.act(office.officer("review"), id, new CaseAct.FinishStep("safety", Verdict.PASS, "符合", null));
        assertThat(surveyor.page(survey)).contains(none, "先看结果").doesNotContain(later, "先看文书", "将发出的文书");
        Web clerk = desk("accept");
        assertThat(clerk.page(dialogue(situations.in(SUBMITTED), NOTICE)))
                .contains(later, "先看文书", "将发出的文书")
                .doesNotContain(none);
    }

    @Test
    void a_notice_offers_only_materials_that_the_applicant_has_to_bring() {
        UUID id = situations.in(SUBMITTED);
        Visitor officer = office.officer("accept");
        var body = Api.JSON.createObjectNode().put("version", office.view(id).version());
        body.putArray("defects")
                .addObject()
                .put("material", "business_licence")
                .put("wrong", "没有")
                .put("mend", "请交");

        assertThat(web(officer).page(dialogue(id, NOTICE)))
                .contains(LAYOUT)
                .doesNotContain(
                        "material:business_licence",
                        "material:food_business_licence_application",
                        "material:water_report");
        Api.Answer asked = office.api(officer).post("/api/v1/cases/" + id + "/notice", body);

        assertThat(asked.status()).as(asked.text()).isEqualTo(422);
        assertThat(asked.fields()).containsExactly("defects[0].material");
        assertThat(office.view(id).state()).isEqualTo(SUBMITTED);
    }

    @Test
    void everything_that_is_missing_is_said_at_once() {
        UUID id = situations.in(REVIEWING);
        String dialogue = dialogue(id, REFUSE);

        Web.Answer sent = send(desk("decide"), dialogue, dialogue, List.of());

        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.body())
                .contains("还有 3 处要改", "3 个工作日内复核")
                .contains("id=\"reasons-error\"", "id=\"articles-error\"", "id=\"denialReason-error\"")
                .doesNotContain("id=\"article\"", "id=\"article-error\"", "id=\"told-error\"");
        assertThat(office.view(id).state()).isEqualTo(REVIEWING);
    }

    @Test
    void the_summary_of_a_notice_names_the_material_or_field_of_each_sentence_that_is_missing() {
        UUID id = situations.in(SUBMITTED);
        String dialogue = dialogue(id, NOTICE);
        List<String> ticked = List.of("defect", LAYOUT, "defect", "field:premises_area");

        Web.Answer sent = send(desk("accept"), dialogue, dialogue, ticked);

        assertThat(sent.status()).isEqualTo(422);
        Object area = office.view(id).answers().get("premises_area");
        assertThat(sent.body())
                .containsPattern("经营场所面积</label><small [^>]*>" + area + " 平方米</small>")
                .containsPattern(layoutName() + "</label><small [^>]*>[^<]+</small>")
                .contains("还有 4 处要改")
                .contains("<a href=\"#wrong." + LAYOUT + "\">" + layoutName() + "：请写明哪里不对</a>")
                .contains("<a href=\"#mend.field:premises_area\">经营场所面积：请写明怎么改</a>")
                .contains("id=\"wrong." + LAYOUT + "-error\">请写明哪里不对</p>");
    }

    private String layoutName() {
        String code = LAYOUT.substring(LAYOUT.indexOf(':') + 1);
        return office.item(Office.FOOD).material(code).orElseThrow().name().zh();
    }

    @Test
    void the_summary_of_a_pause_says_what_has_to_be_chosen() {
        UUID id = situations.before(pause(ACCEPTED).line());
        String dialogue = dialogue(id, PROPOSE_PAUSE);

        Web.Answer sent = send(web(pause(ACCEPTED)), dialogue, dialogue, List.of());

        assertThat(sent.body())
                .contains("<a href=\"#cause\">法定原因：请选一项</a>", "<a href=\"#expectedEnd\">预计到哪天：请填写日期")
                .contains("id=\"cause-error\">请选一项</p>")
                .contains("<a href=\"#reason\">请写明理由</a>");
    }

    @Test
    void an_extension_is_asked_for_within_what_the_law_gives_with_its_unit() {
        UUID id = office.accepted(office.aCompany());
        Web desk = desk("decide");
        String dialogue = dialogue(id, PROPOSE_EXTENSION);

        assertThat(desk.page(dialogue)).contains("延长多少，1 到 5 个工作日");
        Web.Answer sent = send(desk, dialogue, dialogue, List.of("amount", "6", "reason", "现场复杂"));

        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.body()).contains("可以延长 1 到 5 个工作日");
    }

    @Test
    void who_declines_is_not_offered_the_reasons_that_are_answers_of_their_own() {
        String declining = web(decline()).page(dialogue(situations.in(SUBMITTED), DECLINE));

        assertThat(declining)
                .contains("value=\"NOT_QUALIFIED\"")
                .doesNotContain("value=\"NOT_OUR_AUTHORITY\"", "value=\"NO_LICENCE_NEEDED\"");
    }

    @Test
    void the_explanation_of_a_pause_names_who_asked_for_it_and_its_letter() {
        UUID id = situations.in(State.PAUSED);
        String letter = letters.ofCase(id).stream()
                .filter(one -> one.kind() == LetterKind.PAUSE)
                .findFirst()
                .orElseThrow()
                .id()
                .toString();

        assertThat(desk("accept").page("/desk/cases/" + id + "/explain"))
                .containsPattern("<dt>报请</dt><dd>[^<]+ · [^<]+</dd><dt>批准人</dt>")
                .contains("<a href=\"/letters/" + letter + ".pdf\">中止计时告知书</a>");
    }

    @Test
    void what_an_act_made_is_printed_beside_it_though_time_goes_on_meanwhile() {
        UUID id = situations.before(GRANTED, DELIVER, DELIVERED);
        Visitor officer = office.officer("deliver");
        clock.goOn();
        office.act(officer, id, new CaseAct.Deliver(DeliveryWay.WINDOW, "本人签收"));

        assertThat(web(officer).page("/desk/cases/" + id + "?done=deliver")).contains("打印送达回证");
    }

    @Test
    void a_certificate_reads_before_it_is_made_as_it_will_be_printed() {
        UUID id = situations.before(GRANTED, FINISH_STEP, GRANTED);

        assertThat(desk("issue").page(certificate(id)))
                .contains("<th scope=\"row\">持证人</th><td>"
                        + office.view(id).applicant().name() + "</td>")
                .contains("<th scope=\"row\">有效期</th><td>自2026年")
                .doesNotContain("class=\"to\"");
    }

    @Test
    void a_certificate_found_not_in_order_is_refused_where_the_summary_leads() {
        UUID id = situations.before(GRANTED, FINISH_STEP, GRANTED);

        Web.Answer forged = send(desk("issue"), certificate(id), dialogue(id, FINISH_STEP), List.of("verdict", "FAIL"));

        assertThat(forged.status()).isEqualTo(422);
        assertThat(forged.body()).contains("<a href=\"#verdict\">", " id=\"verdict\"", "id=\"verdict-error\"");
    }

    @Test
    void the_summary_of_the_form_at_the_window_names_the_field_of_each_sentence() {
        Visitor applicant = office.aCompany();
        Web clerk = desk("accept");
        String path = intake(Office.FOOD, applicant);
        String form = form(clerk.page(path), path);
        MultiValueMap<String, String> fields =
                filledIn(form, List.of("premises_area", "八十六", "kitchen_area", "二十", "seats", "", "then", "receive"));

        Web.Answer sent = sent(clerk, form, fields);

        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.body())
                .contains("<a href=\"#premises_area\">经营场所面积：请写数字，例如 1.5</a>")
                .containsPattern("<a href=\"#kitchen_area\">[^：<]+：请写数字，例如 1.5</a>")
                .contains("id=\"premises_area-error\">请写数字，例如 1.5</p>")
                .containsPattern("<a href=\"#seats\">“[^”]+”还没有填</a>");
    }

    @Test
    void a_pause_approved_by_another_person_stops_the_clock_until_it_is_resumed() {
        UUID id = office.accepted(office.aCompany());
        Visitor asking = office.officer("decide");
        clock.set("2026-10-12T10:00");
        done(pause(ACCEPTED), id);
        Proposal asked = requireNonNull(office.view(id).proposal());
        assertThat(asked.act()).isEqualTo(PROPOSE_PAUSE);
        assertThat(asked.cause()).isEqualTo(PauseCause.TESTING);
        assertThat(asked.expectedEnd()).isEqualTo(TestClock.at("2026-10-20T17:00"));
        assertThat(asked.reason()).isEqualTo("水质检测");
        assertThat(asked.by()).isEqualTo(asking.id());

        done(filled(ACCEPTED, APPROVE, PAUSED, "supervise"), id);
        CaseView.Times paused = office.view(id).times();
        assertThat(office.view(id).proposal()).isNull();
        assertThat(paused.due()).isNull();
        assertThat(paused.projected()).isEqualTo(TestClock.at("2026-10-23T17:00"));
        assertThat(web(asking).page("/desk/cases/" + id)).contains("检测，预计到 2026年10月20日。水质检测");

        clock.set("2026-10-14T10:00");
        done(resume(), id);
        assertThat(office.view(id).times().promiseDue()).isEqualTo(TestClock.at("2026-10-19T17:00"));
        assertThat(office.view(id).times().statuteDue()).isEqualTo(TestClock.at("2026-10-26T17:00"));
    }

    @Test
    void an_extension_approved_by_another_person_moves_both_due_dates() {
        UUID id = office.accepted(office.aCompany());
        done(extension(ACCEPTED), id);
        Proposal asked = requireNonNull(office.view(id).proposal());
        assertThat(asked.act()).isEqualTo(PROPOSE_EXTENSION);
        assertThat(asked.amount()).isEqualTo(3);
        assertThat(office.view(id).times().promiseDue()).isEqualTo(TestClock.at("2026-10-15T17:00"));
        Web desk = desk("decide");
        String said = "延长 3 个工作日。情况复杂";
        assertThat(desk.page("/desk/cases/" + id)).contains(said);

        done(filled(ACCEPTED, APPROVE, ACCEPTED, "supervise"), id);
        assertThat(desk.page("/desk/cases/" + id).split(said)).hasSize(3);

        assertThat(office.view(id).proposal()).isNull();
        assertThat(office.view(id).times().promiseDue()).isEqualTo(TestClock.at("2026-10-20T17:00"));
        assertThat(office.view(id).times().statuteDue()).isEqualTo(TestClock.at("2026-10-27T17:00"));
    }

    @Test
    void an_extension_that_is_not_approved_moves_nothing() {
        UUID id = office.accepted(office.aCompany());
        CaseView.Times before = office.view(id).times();
        done(extension(ACCEPTED), id);

        done(reject(), id);

        assertThat(office.view(id).proposal()).isNull();
        assertThat(office.view(id).times()).isEqualTo(before);
        assertThat(office.view(id).state()).isEqualTo(ACCEPTED);
    }

    @Test
    void who_asked_for_a_pause_takes_it_back_and_nobody_else_does() {
        UUID id = office.accepted(office.aCompany());
        CaseView.Times before = office.view(id).times();
        done(pause(ACCEPTED), id);
        String dialogue = dialogue(id, TAKE_BACK);

        assertThat(desk("review").page("/desk/cases/" + id))
                .containsPattern("等批准：</b>报请中止计时，<span[^>]*>检测，预计到 2026年10月20日。水质检测");
        Web.Answer anothers = send(desk("review"), dialogue, dialogue, List.of("reason", "不要了"));
        assertThat(anothers.status()).isEqualTo(409);
        assertThat(anothers.body()).contains("这是别人报请的，由报请的人收回", "请有权批准的人“不批准”");
        assertThat(office.view(id).proposal()).isNotNull();
        done(takeBack(), id);

        assertThat(office.view(id).proposal()).isNull();
        assertThat(office.view(id).times()).isEqualTo(before);
        assertThat(desk("decide").page("/desk/cases/" + id))
                .contains("报请收回", "报告今天到了", dialogue(id, PROPOSE_PAUSE))
                .doesNotContain("等批准：");
        assertThat(office.kinds(id)).endsWith("case.proposal-taken-back");
    }

    @Test
    void nobody_approves_what_they_asked_for() {
        UUID id = office.accepted(office.aCompany());
        done(pause(ACCEPTED), id);
        CaseView before = office.view(id);
        String dialogue = dialogue(id, APPROVE);

        Web.Answer sent = send(desk("decide"), dialogue, dialogue, List.of());

        assertThat(sent.status()).isEqualTo(409);
        assertThat(sent.body()).contains("自己报请的，要由别人批准", "<form class=\"act\"");
        assertThat(office.view(id)).isEqualTo(before);
    }

    @Test
    void a_second_notice_is_refused_until_a_supervisor_lets_it_through() {
        UUID id = situations.in(SUBMITTED);
        done(notice(), id);
        Visitor company = office.owner(id);
        office.act(company, id, situations.supplement(company));
        String dialogue = dialogue(id, NOTICE);
        assertThat(send(web(notice()), dialogue, dialogue, notice().typed()).status())
                .isEqualTo(409);
        assertThat(office.view(id).state()).isEqualTo(SUBMITTED);

        done(allowNotice(), id);
        done(notice(), id);

        assertThat(office.view(id).state()).isEqualTo(CORRECTING);
        assertThat(requireNonNull(office.view(id).notice()).answered()).isFalse();
        assertThat(office.kinds(id)).endsWith("case.notice-allowed", "case.noticed");
        List<LetterContent> notices = office.letters(id, LetterKind.CORRECTION_NOTICE);
        assertThat(notices).extracting(LetterContent::title).containsExactly("一次性告知（补正）通知书", "再次告知（补正）通知书");
        LetterContent again = notices.getLast();
        assertThat(again.number()).endsWith("之2");
        assertThat(again.facts()).contains(new LetterContent.Row("经监督单位准许再次告知", "图纸换过"));
        assertThat(again.after().toString()).contains("未经监督单位再次准许").doesNotContain("首次提交时已经存在而本通知没有列出");
        assertThat(notices.getFirst().after().toString()).contains("首次提交时已经存在而本通知没有列出");
        String page = web(company).page("/my/cases/" + id);
        assertThat(page)
                .contains("<h3>再次告知补正</h3>", "再次告知（补正）通知书</a>", "<h3>一次性告知补正</h3>")
                .contains("<p class=\"said\">设备布局和操作流程文件：");
        assertThat(web(notice()).page("/desk/cases/" + id))
                .contains("<h2 class=\"sm\">再次告知 ")
                .doesNotContain("<h2 class=\"sm\">一次性告知 ");
    }

    @Test
    void a_second_notice_offers_only_what_could_not_be_said_in_the_first() {
        UUID id = situations.in(SUBMITTED);
        String first = web(notice()).page(dialogue(id, NOTICE));
        done(notice(), id);
        Visitor company = office.owner(id);
        Map<String, Object> answers =
                Map.of("water", "own", "water_place", "外桐坞村屋后泉眼", "water_amount", "2", "water_report", "yes");
        var materials = new ArrayList<>(situations.supplement(company).materials());
        materials.add(new SubmittedMaterial("water_report", office.upload(company, "water"), "水质.pdf"));
        office.act(company, id, new CaseAct.Supplement(answers, materials));

        String second = web(notice()).page(dialogue(id, NOTICE));

        assertThat(first).contains("value=\"" + LAYOUT + "\"").doesNotContain("已经告知过一次");
        assertThat(second)
                .contains("value=\"material:water_report\"", "已经告知过一次")
                .doesNotContain("value=\"" + LAYOUT + "\"", "value=\"field:premises_area\"");
    }

    @Test
    void a_point_of_the_notice_that_its_answer_left_open_is_marked_for_the_officer() {
        UUID id = situations.in(SUBMITTED);
        var two = List.of(
                new Defect("layout_equipment_work_flow", null, "没有标出水池", "请标出水池"),
                new Defect(null, "address", "没有门牌号", "请写到门牌号"));
        office.act(office.officer("accept"), id, new CaseAct.Notice(two));
        Web desk = desk("accept");
        assertThat(desk.page("/desk/cases/" + id)).doesNotContain("没有补", "已补");
        assertThat(desk.page(dialogue(id, SUPPLEMENT))).contains("<li>" + layoutName() + "：<b", "<li>详细地址：<b");

        Visitor clerk = office.officer("accept");
        office.act(clerk, id, situations.supplement(clerk));

        assertThat(desk.page("/desk/cases/" + id))
                .containsPattern("请标出水池</span> <span class=\"label\">已补</span>")
                .containsPattern("请写到门牌号</span> <span class=\"label\"><b>没有补</b></span>")
                .contains("补正里没有：</b>详细地址</p>");
    }

    @Test
    void a_refusal_keeps_its_reasons_each_article_and_the_denial_that_was_filed() {
        UUID id = situations.in(REVIEWING);

        done(refuse(), id);

        CaseView.Result result = requireNonNull(office.view(id).result());
        assertThat(result.state()).isEqualTo(REFUSED);
        assertThat(result.reasons()).isEqualTo("场所离污染源太近");
        assertThat(result.articles()).containsExactly("食品安全法第三十三条", "食品安全法第三十五条");
        var filed = db.fetchSingle("select reason, article, told from casework.denial_filing where case_id = ?", id);
        assertThat(filed.intoList()).isEqualTo(List.of("CONDITIONS_NOT_MET", "食品安全法第三十三条；食品安全法第三十五条", "离污染源太近"));
    }

    @Test
    void a_refusal_that_tells_nothing_besides_is_filed_with_its_reasons() {
        UUID id = situations.in(REVIEWING);

        assertThat(desk("decide").page(dialogue(id, REFUSE)))
                .contains("还要告诉申请人什么（可不填）", "不填，否定报备记上面的理由")
                .doesNotContain("告知</th>");
        done(refuse().without("told"), id);

        assertThat(db.fetchSingle("select told from casework.denial_filing where case_id = ?", id)
                        .get(0))
                .isEqualTo("场所离污染源太近");
        String page = web(office.aSupervisor()).page(office.denialsPage(id, false));
        String row = page.substring(page.indexOf(office.view(id).number()));
        assertThat(row.substring(0, row.indexOf("<dt>经办</dt>")))
                .contains("<dt>决定的理由</dt>", "场所离污染源太近")
                .doesNotContain("<dt>告知</dt>");
    }

    @Test
    void what_went_by_post_is_closed_only_when_its_receipt_is_confirmed() {
        UUID id = office.granted(office.aCompany());
        done(filled(GRANTED, DELIVER, DELIVERED, "deliver", "way", "POST", "note", "EMS 1234，寄到转塘街道"), id);
        assertThat(office.view(id).way()).isEqualTo(DeliveryWay.POST);
        assertThat(office.view(id).times().deliveredAt()).isEqualTo(clock.instant());
        assertThat(office.view(id).times().closedAt()).isNull();
        assertThat(office.letters(id, LetterKind.DELIVERY)).isEmpty();

        clock.set("2026-10-12T09:00");
        done(filled(DELIVERED, CONFIRM_RECEIPT, CLOSED, "deliver"), id);

        assertThat(office.view(id).times().closedAt()).isEqualTo(clock.instant());
        assertThat(office.letters(id, LetterKind.DELIVERY)).singleElement().satisfies(proof -> {
            assertThat(proof.date()).isEqualTo("2026-10-12");
            assertThat(proof.facts().toString()).contains("邮寄", "EMS 1234");
            assertThat(proof.points()).contains("食品经营许可证");
            assertThat(proof.paragraphs()).containsExactly("下列文书已经邮寄，经核实已经送达。");
        });
    }

    @Test
    void who_makes_the_certificate_is_told_so() {
        UUID id = situations.before(GRANTED, FINISH_STEP, GRANTED);
        Web desk = desk("issue");

        Web.Answer made = send(desk, certificate(id), dialogue(id, FINISH_STEP), List.of("opinion", "证号 1"));

        assertThat(made.status()).as(made.body()).isEqualTo(302);
        assertThat(desk.page(requireNonNull(made.location())))
                .contains("<b>已办：制证</b>")
                .doesNotContain("已办：提出审查意见");
    }

    @Test
    void who_finished_a_step_is_told_which() {
        UUID id = office.accepted(office.aCompany());
        Web desk = desk("review");
        List<String> opinion = List.of("verdict", "PASS", "opinion", "齐全");

        Web.Answer done = send(desk, dialogue(id, FINISH_STEP) + "?step=documents", dialogue(id, FINISH_STEP), opinion);

        assertThat(done.status()).as(done.body()).isEqualTo(302);
        assertThat(desk.page(requireNonNull(done.location()))).contains("<b>已办：材料审查</b>");
    }

    /** The dialogue in which it is made. */
    private String certificate(UUID id) {
        CaseStep step = office.view(id).openSteps().stream()
                .filter(CaseStep::makesCertificate)
                .findFirst()
                .orElseThrow();
        return dialogue(id, FINISH_STEP) + "?step=" + step.key();
    }

    @Test
    void what_was_decided_shows_by_when_it_is_to_be_delivered_as_the_list_does_until_it_is() {
        UUID id = office.granted(office.aCompany());
        Web desk = desk("deliver");
        String left = "送达还剩 10 个工作日";
        assertThat(desk.page("/desk/cases/" + id)).contains(left);
        assertThat(desk.page(dialogue(id, DELIVER))).contains("<b>已办结</b></p>");

        send(desk, dialogue(id, DELIVER), dialogue(id, DELIVER), List.of("way", "WINDOW"));

        assertThat(desk.page("/desk/cases/" + id)).doesNotContain(left);
    }

    @Test
    void who_grants_reads_first_what_a_step_found_not_in_order() {
        UUID id = office.accepted(office.aCompany());
        Web decider = desk("decide");
        String warning = "有环节意见是不符合";
        assertThat(decider.page(dialogue(id, GRANT))).doesNotContain(warning);

        office.act(office.officer("review"), id, new CaseAct.FinishStep("documents", Verdict.FAIL, "平面图看不清", null));

        assertThat(decider.page(dialogue(id, GRANT)))
                .containsPattern("(?s)" + warning + ".*<li>材料审查：<span[^>]*>平面图看不清</span>");
        assertThat(decider.page(dialogue(id, REFUSE)))
                .containsPattern("(?s)意见是不符合的环节：.*<li>材料审查：<span[^>]*>平面图看不清</span>")
                .doesNotContain(warning);
    }

    @Test
    void a_decision_is_not_told_among_the_steps_before_it() {
        UUID id = situations.in(REFUSED);

        assertThat(desk("decide").page(dialogue(id, GRANT))).contains("现在不能做").doesNotContain("有环节意见是不符合");
    }

    @Test
    void who_approves_or_rejects_reads_what_was_asked_for() {
        UUID id = office.accepted(office.aCompany());
        office.act(
                office.officer("decide"),
                id,
                new CaseAct.ProposePause(PauseCause.TESTING, LocalDate.of(2026, 10, 20), "要等水质报告"));
        Web head = desk("supervise");

        for (ActKind act : List.of(APPROVE, REJECT, TAKE_BACK)) {
            assertThat(head.page(dialogue(id, act)))
                    .containsPattern("(?s)报请的是</h3><p><b>报请中止计时</b>：<span[^>]*>检测，预计到 2026年10月20日。要等水质报告</span>");
        }
    }

    @Test
    void while_corrections_are_waited_for_no_limit_is_said_to_run() {
        UUID id = situations.in(CORRECTING);

        assertThat(desk("accept").page("/desk/cases/" + id + "/explain"))
                .contains("等申请人补正，到 ", "补正交来后重新起算", "这次申请终止")
                .doesNotContain("受理到期", "现在没有到期日");
    }

    @Test
    void what_is_handed_over_at_the_window_is_closed_at_once() {
        UUID id = office.granted(office.aCompany());
        String dialogue = dialogue(id, DELIVER);

        Web.Answer sent = send(desk("deliver"), dialogue, dialogue, List.of("way", "WINDOW"));

        assertThat(sent.status()).as(sent.body()).isEqualTo(302);
        assertThat(office.view(id).state()).isEqualTo(CLOSED);
        assertThat(office.kinds(id)).endsWith("case.delivered", "case.closed");
        assertThat(office.letters(id, LetterKind.DELIVERY))
                .singleElement()
                .satisfies(proof -> assertThat(proof.facts()).contains(new LetterContent.Row("受送达人签名", "")));
    }

    @Test
    void the_application_as_a_form_is_shown_to_who_may_see_the_case_and_to_nobody_else() {
        Visitor company = office.aCompany();
        UUID id = office.submitted(company).caseId();

        Web.Answer applicant = web(company).get("/my/cases/" + id + "/application.pdf");
        Web.Answer officer = desk("accept").get("/desk/cases/" + id + "/application.pdf");

        for (Web.Answer answer : List.of(applicant, officer)) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).startsWith("%PDF-");
        }
        assertThat(web(office.aCompany())
                        .get("/my/cases/" + id + "/application.pdf")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void all_that_is_handed_over_at_a_window_is_printed_at_once_under_what_became_of_the_case() {
        Visitor clerk = office.officer("accept");
        UUID received = situations.in(SUBMITTED);
        UUID id = office.granted(office.aCompany());

        Printed all = Printed.of(requireNonNull(cases.papers(clerk, id).getBody()));

        assertThat(letters.ofCase(id))
                .hasSizeGreaterThan(2)
                .allSatisfy(letter -> assertThat(all.text()).contains(letter.number()));
        assertThat(all.text()).contains("在网上核对以上内容");
        assertThat(all.pages()).isGreaterThan(letters.ofCase(id).size());
        Web desk = web(clerk);
        assertThat(desk.page("/desk/cases/" + id + "/papers.pdf")).startsWith("%PDF-");
        assertThat(web(office.owner(id))
                        .get("/desk/cases/" + id + "/papers.pdf")
                        .status())
                .isEqualTo(403);
        assertThat(desk.page("/desk/cases/" + id + "/receipt"))
                .contains("<h1>已准予", "/desk/cases/" + id + "/papers.pdf")
                .doesNotContain("已收件");
        assertThat(desk.page("/desk/cases/" + received + "/receipt")).contains("<h1>已收件", "<b>待受理</b>");
    }

    @Test
    void the_application_as_a_form_has_margins_and_numbered_pages() {
        Visitor company = office.aCompany();
        NewCase detailed = Office.with(
                office.application(company, "company_change"), Map.of("change_detail", "变更后的内容\n".repeat(100)));

        Printed form = Printed.of(requireNonNull(
                papers.of(company, casework.file(company, detailed).caseId()).getBody()));

        assertThat(form.pages()).isGreaterThan(1);
        assertThat(form.text()).contains("1 / " + form.pages(), form.pages() + " / " + form.pages());
        assertThat(form.text().split("变更后的内容", -1)).hasSizeGreaterThan(100);
        assertThat(form.left()).isCloseTo(22, within(0.5));
    }

    @Test
    void what_an_officer_wrote_into_an_application_made_on_line_is_to_be_signed_and_not_said_to_be_declared() {
        Visitor company = office.aCompany();
        UUID id = office.submitted(company).caseId();
        assertThat(paper(company, id)).contains("申请人于2026年10月9日10:24在网上核对以上内容").doesNotContain("签名或盖章");

        clock.set("2026-10-09T11:05");
        Visitor clerk = office.officer("accept");
        office.act(clerk, id, new CaseAct.Correct("面积写错", Map.of("premises_area", "62"), List.of()));
        assertThat(paper(company, id))
                .contains("本申请于2026年10月9日10:24在网上提交，2026年10月9日11:05在窗口当场更正，本表是改正后的内容", "签名或盖章")
                .doesNotContain("在网上核对");

        office.act(clerk, id, situations.notice());
        clock.set("2026-10-12T09:30");
        var brought = new SubmittedMaterial(LAYOUT.substring(LAYOUT.indexOf(':') + 1), null, "布局图");
        office.act(clerk, id, new CaseAct.Supplement(Map.of(), List.of(brought)));
        assertThat(paper(company, id)).contains("11:05在窗口当场更正，2026年10月12日09:30在窗口补正，");
    }

    @Test
    void what_a_notice_was_answered_with_is_of_the_day_of_the_answer_also_when_a_denial_was_reversed_since() {
        UUID id = situations.in(SUBMITTED);
        Visitor company = office.owner(id);
        Visitor clerk = office.officer("accept");
        office.act(clerk, id, situations.notice());
        clock.set("2026-10-12T09:30");
        office.act(company, id, situations.supplement(company));
        office.act(clerk, id, new CaseAct.Decline(Office.filing()));
        UUID denial = office.denial(id);
        clock.set("2026-10-13T09:00");
        denials.review(office.aSupervisor(), denial, DenialRow.Judgement.REVERSED, "依据不足");

        assertThat(paper(company, id)).contains("补正于2026年10月12日09:30提交").doesNotContain("签名或盖章");
    }

    /** The text of the application as a form. */
    private String paper(Visitor who, UUID id) {
        try (var document = Loader.loadPDF(requireNonNull(papers.of(who, id).getBody()))) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_dialogue_that_was_open_while_somebody_else_acted_changes_nothing() {
        UUID id = situations.in(SUBMITTED);
        Web desk = desk("accept");
        String dialogue = dialogue(id, ACCEPT);
        MultiValueMap<String, String> open = fields(form(desk.page(dialogue), dialogue));
        done(decline(), id);
        CaseView before = office.view(id);

        Web.Answer late = desk.send("POST", dialogue, FORM, encoded(open));

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body()).contains("role=\"alert\"");
        assertThat(office.view(id)).isEqualTo(before);
    }

    @Test
    void a_form_without_its_hidden_field_is_not_taken() {
        UUID id = situations.in(SUBMITTED);
        Web desk = desk("accept");
        String dialogue = dialogue(id, ACCEPT);
        MultiValueMap<String, String> forged = fields(form(desk.page(dialogue), dialogue));
        assertThat(forged.remove("_csrf")).isNotNull();

        assertThat(desk.send("POST", dialogue, FORM, encoded(forged)).status()).isEqualTo(403);
        assertThat(office.view(id).state()).isEqualTo(SUBMITTED);
    }

    @ParameterizedTest
    @MethodSource("open")
    void an_applicant_withdraws(State from) {
        UUID id = situations.in(from);
        Web company = web(office.owner(id));
        String withdraw = "/my/cases/" + id + "/withdraw";
        assertThat(company.page("/my/cases/" + id)).contains("href=\"" + withdraw + "\"");

        Web.Answer sent = send(company, withdraw, withdraw, List.of("reason", "换地方开店"));

        assertThat(sent.status()).as(sent.body()).isEqualTo(302);
        Web.Answer page = company.get(requireNonNull(sent.location()));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("已经撤回。");
        assertThat(office.view(id).state()).isEqualTo(WITHDRAWN);
        assertThat(requireNonNull(office.view(id).result()).reasons()).isEqualTo("换地方开店");
    }

    /** The states that the table lets an applicant withdraw in. */
    static Stream<State> open() {
        return Transitions.TABLE.stream().filter(line -> line.act() == WITHDRAW).map(Edge::from);
    }

    @Test
    void a_reason_that_is_too_long_is_refused_and_kept_to_be_shortened() {
        UUID id = situations.in(SUBMITTED);
        CaseView before = office.view(id);
        String withdraw = "/my/cases/" + id + "/withdraw";
        String book = "换地方".repeat(700);

        Web.Answer sent = send(web(office.owner(id)), withdraw, withdraw, List.of("reason", book));

        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.body()).contains("id=\"reason-error\"");
        assertThat(fields(form(sent.body(), withdraw)).getFirst("reason")).isEqualTo(book);
        assertThat(office.view(id)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("undelivered")
    void an_applicant_chooses_how_to_receive_the_result(State in) {
        UUID id = situations.in(in);
        Web company = web(office.owner(id));
        String base = "/my/cases/" + id;
        DeliveryWay before = office.view(id).way();
        DeliveryWay other = before == DeliveryWay.WINDOW ? DeliveryWay.ELECTRONIC : DeliveryWay.WINDOW;
        String form = form(company.page(base), base + "/delivery");
        assertThat(fields(form).getFirst("way")).isEqualTo(before.name());

        Web.Answer sent = send(company, base, base + "/delivery", List.of("way", other.name()));

        assertThat(sent.status()).as(sent.body()).isEqualTo(302);
        assertThat(company.page(requireNonNull(sent.location()))).contains("记下了，就这样送。");
        assertThat(office.view(id).way()).isEqualTo(other);
        assertThat(office.view(id).state()).isEqualTo(in);
    }

    @Test
    void nothing_is_posted_without_an_address_and_the_address_is_read_before_it_is_chosen() {
        Visitor applicant = office.aCompany();
        UUID none = office.submitted(applicant).caseId();
        String base = "/my/cases/" + none;
        Web company = web(applicant);

        assertThat(company.page(base)).contains("没有填邮寄地址，要寄请到窗口说").doesNotContain("value=\"POST\"");
        assertThat(send(company, base, base + "/delivery", List.of("way", "POST"))
                        .status())
                .isEqualTo(422);
        Api.Answer refused = office.api(applicant)
                .post(
                        "/api/v1/cases/" + none + "/delivery-way",
                        Api.JSON
                                .createObjectNode()
                                .put("version", office.view(none).version())
                                .put("way", "POST"));
        assertThat(refused.fields()).as(refused.text()).containsExactly("way");

        NewCase usual = office.application(applicant, Office.FOOD);
        Map<String, Object> answers = new LinkedHashMap<>(usual.answers());
        answers.putAll(Map.of("receive", "post", "receive_address", "转塘街道外桐坞村 18 号"));
        UUID posted = casework.file(
                        applicant,
                        new NewCase(usual.item(), usual.division(), answers, usual.materials(), DeliveryWay.WINDOW))
                .caseId();

        assertThat(company.page("/my/cases/" + posted)).contains("寄到：<span>转塘街道外桐坞村 18 号</span>", "value=\"POST\"");
        NewCase unaddressed =
                new NewCase(usual.item(), usual.division(), usual.answers(), usual.materials(), DeliveryWay.POST);
        assertThatThrownBy(() -> casework.file(applicant, unaddressed))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.of("way")).isNotNull());
    }

    @Test
    void an_officer_who_delivers_reads_where_to() {
        UUID id = office.granted(office.aCompany());
        String dialogue = "/desk/cases/" + id + "/act/deliver";

        assertThat(desk("deliver").page(dialogue)).contains("没有填邮寄地址", "邮寄单号和寄到哪里");
    }

    @Test
    void an_account_that_was_not_claimed_is_no_way_of_delivery_and_the_window_is_picked_instead() {
        UUID unclaimed = office.granted(office.aCompanyAtWindow());
        UUID claimed = office.granted(office.aCompany());
        Web desk = desk("deliver");

        String without = desk.page(dialogue(unclaimed, DELIVER));
        String with = desk.page(dialogue(claimed, DELIVER));

        assertThat(without).contains("申请人的账户还没有开通，或者已停用，不能电子送达", "窗口当面交付受送达人").doesNotContain("value=\"ELECTRONIC\"");
        assertThat(fields(form(without, dialogue(unclaimed, DELIVER))).getFirst("way"))
                .isEqualTo("WINDOW");
        assertThat(with).doesNotContain("不能电子送达");
        assertThat(fields(form(with, dialogue(claimed, DELIVER))).getFirst("way"))
                .isEqualTo("ELECTRONIC");
    }

    static Stream<State> undelivered() {
        return Transitions.TABLE.stream()
                .filter(line -> line.act() == CHOOSE_DELIVERY)
                .map(Edge::from);
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "GRANTED", "DELIVERED", "CLOSED"})
    void an_applicant_reads_the_outcome_whatever_else_is_to_be_chosen_or_confirmed(State in) {
        UUID id = situations.in(in);

        String page = web(office.owner(id)).page("/my/cases/" + id);

        String expected = in == REFUSED ? "行政复议" : "食品经营许可证</a>";
        assertThat(page).contains("class=\"sect outcome\"", expected, "文书下方的 16 位验证码");
    }

    @Test
    void a_way_of_delivery_that_does_not_exist_changes_nothing() {
        UUID id = situations.in(SUBMITTED);
        CaseView before = office.view(id);
        String base = "/my/cases/" + id;

        Web.Answer sent = send(web(office.owner(id)), base, base + "/delivery", List.of("way", "PIGEON"));

        assertThat(sent.status()).isBetween(400, 499);
        assertThat(office.view(id)).isEqualTo(before);
    }

    @Test
    void who_may_receive_nothing_looks_nobody_up_and_who_may_not_receive_this_item_reads_it_first() {
        Visitor applicant = office.aCompany();
        String form = intake(Office.FOOD, applicant);
        Web surveyor = web(office.known("shenjia"));
        Web street = web(office.known("hexiaoyan"));

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
        assertThat(desk("accept").page(form))
                .doesNotContain("您的岗位没有这个事项的收件授权")
                .contains("<option value=\"330106002000\"");
    }

    @Test
    void whose_session_ended_in_mid_form_sees_what_they_typed_and_nothing_is_done() {
        UUID id = situations.in(SUBMITTED);
        CaseView before = office.view(id);
        Web clerk = web(notHere());
        String form = form(clerk.page(dialogue(id, NOT_HERE)), dialogue(id, NOT_HERE));
        MultiValueMap<String, String> fields = filledIn(form, notHere().typed());
        Web nobody = again(clerk).cookie("yc_session", "over");

        Web.Answer sent = nobody.send("POST", address(form), FORM, encoded(fields));

        assertThat(sent.status()).isEqualTo(401);
        assertThat(sent.body())
                .contains("<li>不归区里管</li>", "href=\"/sign-in\"")
                .doesNotContain("<li>" + fields.getFirst("_csrf"), "<li>NOT_OUR_AUTHORITY");
        assertThat(office.view(id)).isEqualTo(before);
    }

    @Test
    void who_may_not_do_an_act_any_more_keeps_what_they_wrote() {
        UUID id = situations.in(SUBMITTED);
        Web surveyor = desk("survey");

        Web.Answer declined = send(
                surveyor,
                dialogue(id, DECLINE),
                dialogue(id, DECLINE),
                decline().typed());
        Web.Answer corrected = send(surveyor, dialogue(id, CORRECT), dialogue(id, CORRECT), List.of("what", "电话少一位"));

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
        Web clerk = web(notHere());
        String form = form(clerk.page(dialogue(id, NOT_HERE)), dialogue(id, NOT_HERE));
        MultiValueMap<String, String> fields = filledIn(form, notHere().typed());
        Web anew = again(clerk).cookie("yc_csrf", UUID.randomUUID().toString());

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
        var step = office.view(id).openSteps().getFirst();
        Web officer = desk(step.act());
        String dialogue = dialogue(id, FINISH_STEP);
        String form = form(officer.page(dialogue + "?step=" + step.key()), dialogue);
        MultiValueMap<String, String> fields = filledIn(form, List.of("opinion", "布局合理"));
        Web anew = again(officer).cookie("yc_csrf", UUID.randomUUID().toString());

        Web.Answer sent = anew.send("POST", address(form), FORM, encoded(fields));
        fields.set("step", "布局\"&x=1");
        Web.Answer odd = anew.send("POST", address(form), FORM, encoded(fields));

        String again = "href=\"" + dialogue + "?step=" + step.key() + "\"";
        assertThat(sent.body()).contains("<li>布局合理</li>", again);
        assertThat(anew.page(dialogue + "?step=" + step.key()))
                .contains("<h2>" + step.name().zh());
        assertThat(odd.body()).contains("href=\"" + dialogue + "\"");
    }

    @Test
    void an_answer_that_is_not_what_the_account_says_is_pointed_out_to_the_officer() {
        UUID id = situations.in(SUBMITTED);
        Visitor clerk = office.officer("accept");
        String note = "与申请人账号登记的不一样";
        String page = web(clerk).page("/desk/cases/" + id);
        assertThat(page).contains(note, "统一社会信用代码");

        var account = accounts.get(office.owner(id).id());
        var facts = new LinkedHashMap<String, Object>();
        office.item(Office.FOOD)
                .form()
                .fields()
                .filter(field -> field.known() != null)
                .forEach(field -> KnownFacts.of(requireNonNull(field.known()), account)
                        .ifPresent(fact -> facts.put(field.key(), fact)));
        office.act(clerk, id, new CaseAct.Correct("按账号更正", facts, List.of()));

        assertThat(web(clerk).page("/desk/cases/" + id)).doesNotContain(note);
    }

    @Test
    void an_applicant_confirms_that_the_paper_arrived() {
        UUID id = situations.in(DELIVERED);
        Web company = web(office.owner(id));
        String base = "/my/cases/" + id;

        Web.Answer sent = send(company, base, base + "/received", List.of());

        assertThat(sent.status()).as(sent.body()).isEqualTo(302);
        assertThat(company.page(requireNonNull(sent.location()))).contains("记下了，谢谢。");
        assertThat(office.view(id).state()).isEqualTo(CLOSED);
        assertThat(office.letters(id, LetterKind.DELIVERY))
                .singleElement()
                .satisfies(proof -> assertThat(proof.paragraphs()).containsExactly("下列文书已经邮寄送达，受送达人确认收到。"));
    }

    @Test
    void who_has_the_query_code_reads_what_the_applicant_is_waited_for() {
        String sent = "收到后请登录确认";
        String corrections = "要补什么";
        var anybody = new Web(port);

        String posted = "/track/" + office.view(situations.in(DELIVERED)).queryCode();
        String noticed = "/track/" + office.view(situations.in(CORRECTING)).queryCode();

        assertThat(anybody.page(posted)).contains(sent).doesNotContain(corrections);
        assertThat(anybody.page(noticed)).contains(corrections).doesNotContain(sent);
    }

    @Test
    void an_act_whose_button_is_pressed_twice_is_done_once_and_led_on_both_times() {
        UUID id = situations.in(SUBMITTED);
        Web clerk = web(notHere());
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
        Web clerk = desk("accept");
        String path = intake(Office.FOOD, applicant);
        String form = form(clerk.page(path), path);
        MultiValueMap<String, String> fields = filledIn(form, List.of("then", "some day"));
        answered(Office.FOOD, fields);
        String type = "multipart/form-data; boundary=";

        Web.Answer wrong = clerk.send("POST", address(form), type + "x", parts("x", fields));
        assertThat(wrong.status()).as("what was refused may be sent again").isEqualTo(422);
        fields.set("then", "receive");
        allOnPaper(form, fields);
        List<Web.Answer> pressed = Stream.of("y", "z")
                .parallel()
                .map(edge -> again(clerk).send("POST", address(form), type + edge, parts(edge, fields)))
                .toList();
        fields.set("then", "accept");
        Web.Answer other = clerk.send("POST", address(form), type + "x", parts("x", fields));

        ledOn(pressed);
        assertThat(pressed.getFirst().location()).isEqualTo(pressed.getLast().location());
        assertThat(other.status()).as("the same form with something else in it").isEqualTo(409);
        assertThat(office.cases(applicant)).isEqualTo(1);
    }

    @Test
    void the_right_authority_is_found_by_the_street_where_streets_decide() {
        Web clerk = desk("accept");
        String applicant = office.aResident().id().toString();
        String street = "<option value=\"330106002000\"";

        assertThat(clerk.page("/desk/intake/retiree_file/" + applicant + "/not-here"))
                .contains(street);
        assertThat(clerk.page("/desk/intake/vehicle_reg/" + applicant + "/not-here"))
                .contains("<option value=\"330106000000\"")
                .doesNotContain(street);
    }

    @Test
    void who_is_turned_away_gets_one_letter_when_the_button_is_pressed_twice() {
        Visitor applicant = office.aCompany();
        Web clerk = desk("accept");
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
        Web clerk = desk("accept");
        String form = form(clerk.page("/desk/questions"), path);
        String fields = encoded(filledIn(form, List.of("answer", "十二米，有照片")));

        ledOn(twice(clerk, address(form), FORM, fields));
        assertThat(office.kinds(id)).containsOnlyOnce("case.denial-answered");
    }

    @Test
    void the_form_at_a_window_asks_as_the_applicants_own_pages_do() {
        Visitor applicant = office.aCompany();
        Web clerk = desk("accept");
        String path = intake(Office.FOOD, applicant);
        String form = form(clerk.page(path), path);

        assertThat(form)
                .contains("有这些专间的，请勾选（可不填）", "要做一次水质检测", "水费单上有户号", "写到门牌号和楼层")
                .contains("id=\"seats\" name=\"seats\" inputmode=\"numeric\"");
        assertThat(clerk.page(path)).contains("#ask:not(:has(#business_kind--canteen:checked)) #w-canteen_people");
        MultiValueMap<String, String> fields = filledIn(form, List.of("premises_area", "八十六", "then", "receive"));
        assertThat(sent(clerk, form, fields).body())
                .containsPattern("id=\"premises_area\"[^>]* aria-describedby=\"premises_area-error"
                        + " premises_area-hint\" aria-invalid=\"true\"");
    }

    @Test
    void who_is_here_for_a_company_is_written_in_a_way_that_can_be_read() {
        Web clerk = desk("accept");
        String path = "/desk/intake/" + Office.FOOD + "/" + office.aCompany().id();
        String away = path + "/not-here";
        String form = form(clerk.page(path), path);
        String other = form(clerk.page(away), away);
        MultiValueMap<String, String> fields = filledIn(form, List.of("agentName", "林\u0007", "then", "receive"));
        answered(Office.FOOD, fields);
        List<String> typed = List.of("agentName", "林\u0007", "division", "330102000000", "told", "归别处管");

        assertThat(List.of(
                        sent(clerk, form, fields),
                        clerk.send("POST", address(other), FORM, encoded(filledIn(other, typed)))))
                .allSatisfy(refused -> assertThat(refused.body())
                        .contains("id=\"agentName-error\">有不能用的控制字符")
                        .contains("aria-describedby=\"agentName-error\" aria-invalid=\"true\""));
    }

    @Test
    void who_comes_for_a_person_is_written_down_and_for_a_minor_it_is_a_guardian() {
        String item = "individual_business";
        Visitor absent = office.aResidentAtWindow();
        Web clerk = desk("accept");
        String path = intake(item, absent);
        String form = form(clerk.page(path), path);
        assertThat(form).contains("代办人（本人来的不填）").doesNotContain("监护人");
        MultiValueMap<String, String> fields = filledIn(form, List.of("agentName", "何大明", "then", "receive"));
        answered(item, fields);
        allOnPaper(form, fields);

        Web.Answer sent = sent(clerk, form, fields);

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
        assertThat(desk("accept").page(young)).contains("代办人（本人来的不填）");
    }

    @Test
    void what_is_promised_on_the_spot_has_no_days_to_add_up() {
        String item = "individual_business";
        Visitor resident = office.aResident();
        Visitor clerk = office.officerAnywhere("accept", item);
        UUID id = casework.file(resident, office.application(resident, item)).caseId();
        office.act(clerk, id, new CaseAct.Accept());

        assertThat(web(clerk).page("/desk/cases/" + id + "/explain"))
                .contains("承诺当场办结：受理当天，到下班时到期，没有要一天一天数的。")
                .doesNotContain("正是 0 个工作日", "怎么加减的");
    }

    @Test
    void on_the_spot_nothing_is_said_of_a_note_that_the_dialogue_does_not_have() {
        String item = "individual_business";
        Visitor resident = office.aResident();
        UUID id = casework.file(resident, office.application(resident, item)).caseId();
        Web desk = web(office.officerAnywhere("on-the-spot", item));

        assertThat(desk.page(dialogue(id, ON_THE_SPOT)))
                .contains("没有填邮寄地址：当场办结不能寄")
                .doesNotContain("在备注里写明寄到哪里");
    }

    @Test
    void who_cannot_open_an_account_yet_is_told_so_beside_the_electronic_way_before_anything_is_filled_in() {
        String spot = "individual_business";
        Web clerk = web(office.officerAnywhere("on-the-spot", spot));
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
        Web street = web(office.known("hexiaoyan"));

        assertThat(street.page("/desk/intake/senior_card/" + resident)).contains(zhuantang);
        assertThat(street.page("/desk/intake/retiree_file/" + resident)).contains(zhuantang);
        assertThat(web(office.known("zhengxiaowen")).page("/desk/intake/individual_business/" + resident))
                .contains("<option value=\"330106010000\"")
                .doesNotContain(zhuantang);
    }

    @Test
    void a_case_of_the_item_that_is_running_is_said_before_another_is_received() {
        Visitor company = office.aCompany();
        UUID id = office.submitted(company).caseId();
        String number = office.view(id).number();
        Web clerk = desk("accept");
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
        Web clerk = desk("accept");
        String intake = intake(Office.FOOD, company);
        String all = "/desk?item=" + Office.FOOD + "&amp;applicant=" + company.id();
        assertThat(clerk.page(intake)).contains("这位申请人有正在办的").doesNotContain(all);

        office.submitted(company);

        assertThat(clerk.page(intake)).contains("这里只列最近的 10 件", all);
        assertThat(clerk.page(all.replace("&amp;", "&"))).contains("这一页 11 件");
    }

    @Test
    void a_draft_that_was_begun_on_line_is_said_at_the_window_and_nothing_of_what_stands_in_it() {
        Visitor company = office.aCompany();
        UUID draft = drafts.start(company, Office.FOOD, null).id();
        drafts.save(company, draft, Map.of("address", "外桐坞村屋后 77 号"));
        Web clerk = desk("accept");
        String said = "申请人在网上填过，还没有提交";

        assertThat(clerk.page(intake(Office.FOOD, company)))
                .contains(said, "10月9日 10:24 存的")
                .doesNotContain("外桐坞村屋后 77 号");
        assertThat(clerk.page("/desk/intake/company_change/" + company.id())).doesNotContain(said);
    }

    @Test
    void what_was_begun_on_line_is_filed_at_the_window_for_who_is_there_and_gave_their_number() {
        Visitor company = office.aCompany();
        UUID draft = office.draft(company);
        Draft usual = drafts.get(company, draft);
        Web clerk = desk("accept");

        Web.Answer begun = numberGiven(clerk, company);
        assertThat(begun.status()).isEqualTo(200);
        assertThat(begun.body()).contains("接着申请人在网上填的办", "已上传，不用再选").doesNotContain(number(company));
        assertThat(journal.of("account:" + company.id()).getLast().kind()).isEqualTo("draft.shown");
        String form = form(begun.body(), intake(Office.FOOD, company));
        MultiValueMap<String, String> fields = fields(form);
        fields.set("then", "accept");
        Web.Answer unread = sent(clerk, form, fields);
        assertThat(unread.status()).isEqualTo(422);
        assertThat(unread.body()).contains("id=\"confirmed-error\"", "接着申请人在网上填的办");
        assertThat(drafts.mine(company)).hasSize(1);
        assertThat(clerk.page(address(form(unread.body(), intake(Office.FOOD, company)))))
                .as("asked for again after it was refused")
                .contains("接着申请人在网上填的办", "已上传，不用再选");
        fields.set("confirmed", "yes");
        Web.Answer filed = sent(clerk, form, fields);

        assertThat(filed.status()).as(filed.body()).isEqualTo(302);
        assertThat(clerk.page(requireNonNull(filed.location()))).contains("href=\"/desk/intake\" data-key=\"N\"");
        assertThat(drafts.mine(company)).isEmpty();
        CaseView view = office.view(draft);
        assertThat(view.state()).isEqualTo(ACCEPTED);
        assertThat(view.place().channel()).isEqualTo(Channel.WINDOW);
        assertThat(view.answers()).containsEntry("address", usual.answers().get("address"));
        assertThat(view.materials()).containsAll(usual.materials());
        assertThat(journal.of("case:" + draft).getFirst().payload())
                .contains("\"begun\":\"ONLINE\"", "\"channel\":\"WINDOW\"");
        assertThat(web(company).page("/my/cases/" + draft)).contains("申请人在网上填写，到窗口提交");
    }

    @Test
    void what_was_submitted_on_line_while_the_window_had_it_open_is_not_filed_twice() {
        Visitor company = office.aCompany();
        office.draft(company);
        Web clerk = desk("accept");
        String path = intake(Office.FOOD, company);
        String form = form(numberGiven(clerk, company).body(), path);
        MultiValueMap<String, String> fields = confirmed(form);

        drafts.submit(company, drafts.mine(company).getFirst().id());
        Web.Answer late = sent(clerk, form, fields);

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body())
                .contains("申请人网上的草稿刚刚提交、改动或者删除了", "这位申请人有正在办的")
                .contains("<a href=\"" + path + "\">不用草稿，重新填</a>");
        assertThat(pressedAgain(clerk, late, path).status()).isEqualTo(409);
        assertThat(office.cases(company)).isEqualTo(1);
    }

    @Test
    void what_was_saved_on_line_while_the_window_had_it_open_is_read_first_and_not_lost() {
        Visitor company = office.aCompany();
        UUID draft = office.draft(company);
        Web clerk = desk("accept");
        String path = intake(Office.FOOD, company);
        String form = form(numberGiven(clerk, company).body(), path);
        MultiValueMap<String, String> fields = confirmed(form);

        clock.set("2026-10-09T10:26");
        drafts.save(company, draft, Map.of("address", "外桐坞村屋后 79 号"));
        Web.Answer late = sent(clerk, form, fields);

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body())
                .contains("申请人网上的草稿刚刚提交、改动或者删除了", "10月9日 10:26 存的")
                .doesNotContain("外桐坞村屋后 79 号");
        assertThat(pressedAgain(clerk, late, path).status()).isEqualTo(409);
        assertThat(drafts.get(company, draft).answers()).containsEntry("address", "外桐坞村屋后 79 号");
        assertThat(office.cases(company)).isZero();
    }

    /** What nobody read is not filed by it. */
    private Web.Answer pressedAgain(Web clerk, Web.Answer refused, String path) {
        String form = form(refused.body(), path + "\\?once=[^\"]*");
        MultiValueMap<String, String> fields = confirmed(form);
        return sent(clerk, form, fields);
    }

    @Test
    void a_form_with_a_draft_that_is_sent_twice_is_received_once_and_answered_the_same() {
        Visitor company = office.aCompany();
        office.draft(company);
        Web clerk = desk("accept");
        String form = form(numberGiven(clerk, company).body(), intake(Office.FOOD, company));
        MultiValueMap<String, String> fields = confirmed(form);

        Web.Answer once = sent(clerk, form, fields);
        Web.Answer again = sent(clerk, form, fields);

        assertThat(once.status()).as(once.body()).isEqualTo(302);
        assertThat(again.location()).isEqualTo(once.location());
        assertThat(office.cases(company)).isEqualTo(1);
    }

    private String number(Visitor applicant) {
        return requireNonNull(accounts.get(applicant.id()).number()).inFull();
    }

    private Web.Answer numberGiven(Web clerk, Visitor company) {
        return clerk.get(requireNonNull(numberGiven(clerk, company, "company", Office.FOOD)));
    }

    /** Where it leads. */
    private @Nullable String numberGiven(Web clerk, Visitor applicant, String kind, String item) {
        String[] typed = {
            "item", item, "kind", kind, "number", number(applicant), "name", applicant.name(), "agent", "林晓"
        };
        return clerk.post("/desk/intake", with(typed, "next", "yes")).location();
    }

    @Test
    void a_number_that_is_not_this_applicant_s_opens_no_account_and_no_draft() {
        Visitor company = office.aCompany();
        UUID draft = office.draft(company);
        String address = String.valueOf(drafts.get(company, draft).answers().get("address"));
        Web clerk = desk("accept");
        String path = intake(Office.FOOD, company);
        List<String> others = List.of("", number(office.aCompany()), "91330100MAYC77777X");
        int before = db.fetchCount(ACCOUNT);

        for (String wrong : others) {
            Web.Answer refused = send(clerk, path, path, List.of("draftNumber", wrong));
            assertThat(refused.status()).as(wrong).isEqualTo(422);
            assertThat(refused.body())
                    .contains("<a href=\"#draftNumber\">", "id=\"draftNumber-error\"", company.name())
                    .doesNotContain(address, "name=\"draftSaved\"");
            assertThat(db.fetchCount(ACCOUNT)).isEqualTo(before);
        }
        assertThat(journal.of("account:" + company.id()).getLast().kind()).isNotEqualTo("draft.shown");
        String typed = " " + number(company).toLowerCase(Locale.ROOT);
        assertThat(send(clerk, path, path, List.of("draftNumber", typed)).location())
                .isEqualTo(path + "?draft=" + draft);
    }

    @Test
    void few_wrong_numbers_are_taken_a_day_for_somebodys_draft_and_each_is_on_their_record() {
        Visitor company = office.aCompany();
        office.draft(company);
        Web clerk = desk("accept");
        String path = "/desk/intake/" + Office.FOOD + "/" + company.id();
        String anothers = number(office.aCompany());
        String slip = number(company).substring(1) + "0";

        for (int i = 0; i < 5; i++) {
            assertThat(send(clerk, path, path, List.of("draftNumber", slip)).status())
                    .isEqualTo(422);
            assertThat(clerk.post(path + "?once=" + UUID.randomUUID(), "draftNumber", anothers)
                            .status())
                    .as("counted though it is sent as forms are that act once")
                    .isEqualTo(422);
        }
        Web.Answer closed = send(clerk, path, path, List.of("draftNumber", number(company)));

        assertThat(closed.status()).isEqualTo(409);
        assertThat(closed.body()).contains("今天您给这位申请人输错的号码太多").doesNotContain("name=\"draftSaved\"");
        assertThat(journal.of("account:" + company.id()))
                .filteredOn(entry -> entry.kind().equals("draft.number-mistaken"))
                .hasSize(5)
                .allSatisfy(entry -> assertThat(entry.payload()).doesNotContain(anothers));
        clock.set("2026-10-12T09:00");
        Web nextDay = desk("accept");
        assertThat(send(nextDay, path, path, List.of("draftNumber", number(company)))
                        .status())
                .isEqualTo(302);
    }

    @Test
    void of_many_wrong_numbers_at_once_no_more_are_taken_than_one_after_the_other() {
        Visitor company = office.aCompany();
        office.draft(company);
        Account account = accounts.get(company.id());
        Visitor officer = office.officer("accept");
        String anothers = number(office.aCompany());
        Supplier<String> attempt = () -> {
            try {
                return windowDrafts.present(officer, account, anothers) ? "theirs" : "wrong";
            } catch (Problem problem) {
                return problem.slug();
            }
        };
        var tries = Collections.nCopies(12, attempt).stream()
                .map(one -> CompletableFuture.supplyAsync(one, Thread::startVirtualThread))
                .toList();

        assertThat(tries)
                .extracting(CompletableFuture::join)
                .containsOnly("wrong", "too-many-numbers")
                .filteredOn("wrong"::equals)
                .hasSize(5);

        assertThat(journal.of("account:" + company.id()))
                .filteredOn(entry -> entry.kind().equals("draft.number-mistaken"))
                .hasSize(5);
    }

    @Test
    void a_file_of_a_draft_is_read_at_the_window_before_it_is_filed_and_that_is_on_record() {
        Visitor company = office.aCompany();
        UUID draft = office.draft(company);
        Draft usual = drafts.get(company, draft);
        UUID file = requireNonNull(usual.materials().getFirst().file());
        Web clerk = desk("accept");
        String path = "/desk/intake/" + Office.FOOD + "/" + company.id();
        String address = path + "/files/" + file + "?draft=" + draft;

        assertThat(clerk.get(address).status()).as("no number given").isEqualTo(404);
        assertThat(numberGiven(clerk, company).body()).contains("href=\"" + address + "\"");
        Web.Answer shown = clerk.get(address);
        clerk.get(address);

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.raw().headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(journal.of("account:" + company.id()))
                .filteredOn(entry -> entry.kind().equals("draft.file-opened"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.payload()).contains(file.toString()));
        assertThat(web(office.known("hexiaoyan")).get(address).status())
                .as("another officer")
                .isEqualTo(404);
        String strange = path + "/files/" + office.upload(company, "strange") + "?draft=" + draft;
        assertThat(clerk.get(strange).status()).as("not in the draft").isEqualTo(404);
    }

    @Test
    void of_several_drafts_of_one_item_any_is_gone_on_with() {
        Visitor company = office.aCompany();
        UUID first = office.draft(company);
        clock.set("2026-10-09T10:25");
        UUID last = drafts.start(company, Office.FOOD, null).id();
        Web clerk = desk("accept");
        String path = "/desk/intake/" + Office.FOOD + "/" + company.id();
        String other = "name=\"which\" value=\"" + first + "\"";

        assertThat(clerk.page(path)).contains("有 2 份草稿，最后一份是").doesNotContain(other);
        assertThat(numberGiven(clerk, company, "company", Office.FOOD)).isEqualTo(path + "?draft=" + last);
        String page = clerk.page(path + "?draft=" + last);
        assertThat(page).contains(other);
        String form = form(page, path);
        MultiValueMap<String, String> fields = fields(form);
        fields.set("which", first.toString());

        assertThat(clerk.send("POST", path, FORM, encoded(fields)).location()).isEqualTo(path + "?draft=" + first);
        assertThat(clerk.page(path + "?draft=" + first)).contains("接着申请人在网上填的办", "已上传，不用再选");
        assertThat(journal.of("account:" + company.id()).getLast().payload()).contains(first.toString());
        Web another = web(office.known("hexiaoyan"));
        assertThat(another.page(path)).contains("draftNumber");
        Web.Answer unknown = another.post(path, "which", first.toString());
        assertThat(unknown.status()).as("no number given").isEqualTo(422);
    }

    @Test
    void drafts_that_were_saved_in_the_same_minute_are_told_apart() {
        Visitor company = office.aCompany();
        List<UUID> begun = IntStream.range(0, 3)
                .mapToObj(i -> drafts.start(company, Office.FOOD, null).id())
                .toList();
        Web clerk = desk("accept");
        String path = "/desk/intake/" + Office.FOOD + "/" + company.id();

        String page = numberGiven(clerk, company).body();

        assertThat(page).contains("3 份草稿里的第 1 份");
        Pattern offered = Pattern.compile("name=\"which\" value=\"([^\"]+)\">(第 \\d 份，10月9日 10:24 存的)<");
        Map<String, String> others = new LinkedHashMap<>();
        offered.matcher(page).results().forEach(found -> others.put(found.group(2), found.group(1)));
        assertThat(others.keySet()).containsExactly("第 2 份，10月9日 10:24 存的", "第 3 份，10月9日 10:24 存的");
        assertThat(begun.stream().map(UUID::toString)).containsAll(others.values());
        String third = requireNonNull(others.get("第 3 份，10月9日 10:24 存的"));
        assertThat(clerk.post(path, "which", third).location()).endsWith("?draft=" + third);
        assertThat(clerk.page(path + "?draft=" + third)).contains("3 份草稿里的第 3 份");
    }

    @Test
    void a_draft_is_shown_again_to_who_was_shown_it_that_day_and_as_it_was() {
        Visitor company = office.aCompany();
        UUID draft = office.draft(company);
        Web clerk = desk("accept");
        String path = intake(Office.FOOD, company);
        String page = path + "?draft=" + draft;

        assertThat(clerk.get(page).location()).as("no number given").isEqualTo(path);
        assertThat(numberGiven(clerk, company, "company", Office.FOOD)).isEqualTo(page);
        assertThat(clerk.page(page + "&lang=en")).contains("Going on with what they began online");
        assertThat(web(office.known("hexiaoyan")).get(page).location())
                .as("another officer")
                .isEqualTo(path);
        assertThat(clerk.get("/desk/intake/company_change/" + company.id() + "?draft=" + draft)
                        .location())
                .as("another item")
                .isEqualTo("/desk/intake/company_change/" + company.id());
        assertThat(clerk.get(path + "?draft=x").status()).isEqualTo(422);
        clock.set("2026-10-09T10:25");
        drafts.save(company, draft, Map.of("address", "外桐坞村屋后 80 号"));
        assertThat(clerk.get(page).location()).as("saved since").isEqualTo(path);
        assertThat(clerk.post(path, "draftNumber", "", "which", draft.toString())
                        .status())
                .as("saved since")
                .isEqualTo(422);
        assertThat(clerk.post(path, "draftNumber", "").status()).isEqualTo(422);
        assertThat(numberGiven(clerk, company, "company", Office.FOOD)).isEqualTo(page);
        assertThat(clerk.page(page)).contains("外桐坞村屋后 80 号");
        clock.set("2026-10-10T10:24");
        assertThat(desk("accept").get(page).location()).as("the next day").isEqualTo(path);
    }

    @Test
    void a_window_without_power_over_the_item_is_not_shown_the_draft() {
        Visitor company = office.aCompany();
        UUID draft = drafts.start(company, Office.FOOD, null).id();
        // the only item that not every general window takes is not begun online
        db.update(DRAFT)
                .set(DRAFT.ITEM, "vehicle_reg")
                .where(DRAFT.ID.eq(draft))
                .execute();
        Web street = web(office.known("hexiaoyan"));
        String path = "/desk/intake/vehicle_reg/" + company.id();

        assertThat(numberGiven(street, company, "company", "vehicle_reg")).isEqualTo(path);
        assertThat(street.page(path)).contains("您的岗位没有这个事项的收件授权").doesNotContain("draftNumber", "draftSaved");
        assertThat(street.get(path + "?draft=" + draft).location()).isEqualTo(path);
        assertThat(journal.of("account:" + company.id()))
                .extracting(Entry::kind)
                .doesNotContain("draft.shown");
    }

    @Test
    void who_prepares_an_application_reads_that_a_window_can_go_on_with_it() {
        Visitor company = office.aCompany();
        UUID draft = drafts.start(company, Office.FOOD, null).id();

        assertThat(web(company).page("/apply/draft/" + draft + "/materials")).contains("报上证件号码，工作人员可以接着这份草稿办");
    }

    @Test
    void who_may_receive_nothing_is_not_led_to_receiving_a_case() {
        Web reviewer = desk("review");
        Web clerk = desk("accept");

        assertThat(reviewer.page("/desk")).doesNotContain("href=\"/desk/intake\"", "data-key=\"N\"");
        assertThat(reviewer.get("/desk/intake").status()).isEqualTo(403);
        assertThat(clerk.page("/desk")).contains("href=\"/desk/intake\"", "data-key=\"N\"");
    }

    @Test
    void of_two_steps_that_wait_for_one_officer_the_key_is_said_at_the_one_it_opens() {
        UUID id = office.accepted(office.aCompany());
        String page = desk("review").page("/desk/cases/" + id);

        assertThat(page).contains("act/finish-step?step=documents\" data-key=\"F\"", "step=safety\"");
        assertThat(page.split("data-key=\"F\"")).hasSize(2);
    }

    @Test
    void a_correction_at_a_window_asks_as_the_applicants_own_pages_do() {
        UUID id = situations.in(SUBMITTED);
        String page = desk("accept").page(dialogue(id, CORRECT));

        assertThat(page)
                .contains("有这些专间的，请勾选（可不填）", "水费单上有户号")
                .contains("#ask:not(:has(#business_kind--canteen:checked)) #w-canteen_people");
    }

    @Test
    void who_looks_for_another_item_keeps_who_is_here_and_no_number_is_in_an_address() {
        Web clerk = desk("accept");
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
        Web clerk = desk("accept");
        Visitor company = office.aCompany();
        String[] typed = {
            "item", Office.FOOD, "kind", "resident", "number", number(company), "name", company.name(), "next", "yes"
        };

        Web.Answer alone = clerk.post("/desk/intake", typed);
        Web.Answer led = clerk.post("/desk/intake", with(typed, "agent", "林晓"));

        assertThat(alone.status()).isEqualTo(422);
        assertThat(alone.body()).contains("<a href=\"#agent\">").containsPattern("value=\"company\" checked");
        assertThat(led.location()).isEqualTo("/desk/intake/" + Office.FOOD + "/" + company.id());
    }

    @Test
    void an_item_for_companies_is_not_begun_for_a_person_whose_name_is_no_companys() {
        Web clerk = desk("accept");
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
    void one_thing_has_one_name_wherever_it_is_read() {
        Visitor company = office.aCompany();
        UUID id = office.accepted(company);

        assertThat(desk("accept").page("/desk/intake")).contains("身份证号码或统一社会信用代码", "联系电话");
        assertThat(web(company).page("/account")).contains("<dt>联系电话</dt>", "<dt>统一社会信用代码</dt>");
        assertThat(desk("decide").page(dialogue(id, GRANT))).contains("凭验证码核对");
        for (DeliveryWay way : List.of(DeliveryWay.ELECTRONIC, DeliveryWay.WINDOW)) {
            assertThat(web(company).page("/my/cases/" + id))
                    .contains("<b>" + way.text().zh() + "</b>");
        }
    }

    @Test
    void a_code_on_a_page_has_its_name_before_it() {
        UUID id = office.accepted(office.aCompany());
        Web officer = web(office.known("zhoumin"));
        Web admin = web(office.known("admin"));
        String item = "食品经营许可（新办） <small class=\"code\">food_permit</small>";

        assertThat(officer.page("/desk?item=food_permit")).contains("事项：" + item);
        assertThat(officer.page("/desk/authorisations")).contains(item);
        assertThat(admin.page("/admin/items"))
                .containsPattern("市场监督管理 <small class=\"code\">scjg</small>")
                .doesNotContain(">scjg</td>");
        assertThat(admin.page("/admin/network/authorisations/row"))
                .contains("<option value=\"accept\">收件受理 accept</option>");
        String record = web(office.known("auditor")).page("/admin/journal?kind=case.accepted&subject=case:" + id);
        assertThat(record)
                .containsPattern("<span>[^<]+</span> <small class=\"code wraps\">\\d{6}-[a-z]+-[a-z0-9-]+</small>");
        var entry = Pattern.compile("href=\"(/admin/journal/[0-9a-f-]{36})\"").matcher(record);
        assertThat(entry.find()).isTrue();
        assertThat(web(office.known("auditor")).page(entry.group(1)))
                .containsPattern("<dt>单位</dt><dd><span>[^<]+</span> <small class=\"code wraps\">\\d{6}-[a-z]+</small>");
    }

    @Test
    void lines_that_an_applicant_wrote_stay_lines_for_the_officer() {
        assertThat(desk("accept").page("/desk/cases/" + situations.in(SUBMITTED)))
                .contains("<dd class=\"said\">");
    }

    @Test
    void another_item_is_chosen_for_the_same_person() {
        Visitor applicant = office.aCompany();
        Web clerk = desk("accept");
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
        assertThat(web(office.known("shenjia")).post(form + "/another").status())
                .as("who may receive nothing")
                .isEqualTo(403);
    }

    @Test
    void what_another_item_asks_too_is_not_typed_again_when_it_is_chosen() {
        Visitor applicant = office.aCompany();
        String number = requireNonNull(accounts.get(applicant.id()).number()).inFull();
        Web clerk = desk("accept");
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

    private static String[] with(String[] fields, String... more) {
        return Stream.of(fields, more).flatMap(Stream::of).toArray(String[]::new);
    }

    @Test
    void where_streets_alone_decide_no_district_is_offered() {
        Web clerk = web(office.known("hexiaoyan"));
        String form = "/desk/intake/retiree_file/" + office.aResident().id();

        for (String page : List.of(form, form + "/not-here")) {
            assertThat(clerk.page(page))
                    .as(page)
                    .contains("<option value=\"330106002000\"", ">西湖区 ")
                    .doesNotContain("value=\"330106000000\"");
        }
    }

    /** The form of this item for who stands at the window. */
    private static String intake(String item, Visitor applicant) {
        return "/desk/intake/" + item + "/" + applicant.id();
    }

    /** With every answer that the item asks for. */
    private void answered(String item, MultiValueMap<String, String> fields) {
        Answers.fitting(office.item(item)).forEach((key, answer) -> fields.put(key, FieldType.values(answer)));
    }

    /** With every material seen on paper. */
    private static void allOnPaper(String form, MultiValueMap<String, String> fields) {
        names(form).filter(name -> name.startsWith("paper.")).forEach(name -> fields.set(name, "yes"));
    }

    /** With what was begun online read by who is here. */
    private static MultiValueMap<String, String> confirmed(String form) {
        MultiValueMap<String, String> fields = fields(form);
        fields.set("then", "receive");
        fields.set("confirmed", "yes");
        return fields;
    }

    private static Web.Answer sent(Web browser, String form, MultiValueMap<String, String> fields) {
        return browser.send("POST", address(form), "multipart/form-data; boundary=x", parts("x", fields));
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
                .map(press -> again(browser).send("POST", address, type, body))
                .toList();
    }

    /** The same session, on another connection. */
    private Web again(Web browser) {
        var other = new Web(port);
        Stream.of("yc_session", "yc_csrf").forEach(name -> other.cookie(name, requireNonNull(browser.cookie(name))));
        return other;
    }

    private void done(Filled filled, UUID id) {
        String dialogue = dialogue(id, filled.line().act());
        Web.Answer sent = send(web(filled), dialogue, dialogue, filled.typed());
        assertThat(sent.status()).as(sent.body()).isEqualTo(302);
        assertThat(office.view(id).state()).isEqualTo(filled.line().to());
    }

    private static String dialogue(UUID id, ActKind act) {
        return "/desk/cases/" + id + "/act/" + act.slug();
    }

    private Web web(Filled filled) {
        return web(filled.who().equals(SUPERVISOR) ? office.aSupervisor() : office.officer(filled.who()));
    }

    /** The desk of who may do this act of the register with food permits. */
    private Web desk(String act) {
        return web(office.officer(act));
    }

    private Web web(Visitor who) {
        return office.web(who);
    }

    /** Fetches a page, types into its form and sends it, with everything else in it as it stands. */
    private static Web.Answer send(Web browser, String page, String action, List<String> typed) {
        String form = form(browser.page(page), action);
        return browser.send("POST", address(form), FORM, encoded(filledIn(form, typed)));
    }
}
