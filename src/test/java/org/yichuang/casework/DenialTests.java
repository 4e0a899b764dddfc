package org.yichuang.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.util.HtmlUtils;
import org.yichuang.casework.DenialRow.Judgement;
import org.yichuang.documents.LetterKind;
import org.yichuang.documents.Letters;
import org.yichuang.documents.Verification;
import org.yichuang.identity.People;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.shared.Page;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.CityTest;
import org.yichuang.support.TestClock;
import org.yichuang.support.Web;
import tools.jackson.databind.JsonNode;

/** What the supervising unit does about a "no". */
@CityTest
class DenialTests {
    @Autowired
    private Office office;

    @Autowired
    private Denials denials;

    @Autowired
    private Letters letters;

    @Autowired
    private Journal journal;

    @Autowired
    private DSLContext db;

    @Autowired
    private TestClock clock;

    @Autowired
    private ApplicationContext context;

    @LocalServerPort
    private int port;

    @Test
    void the_letter_of_a_reversed_denial_is_revoked_and_the_public_page_says_so_without_the_remark() {
        UUID id = declined();
        String code = office.letters(id, LetterKind.NON_ACCEPTANCE).getFirst().code();
        assertThat(letters.verify(code)).map(Verification::status).contains(Verification.Status.VALID);

        denials.review(office.aSupervisor(), office.denial(id), Judgement.REVERSED, "依据不足");

        assertThat(letters.verify(code)).map(Verification::status).contains(Verification.Status.REVOKED);
        assertThat(new Web(port).page("/verify/" + code))
                .contains("已经撤销", "监督单位已撤销这项决定", "The supervising unit has reversed this decision")
                .doesNotContain("依据不足");
        assertThat(new Web(port).page("/api/v1/verifications/" + code)).doesNotContain("依据不足");
        assertThat(journal.of("case:" + id))
                .anySatisfy(entry -> assertThat(entry.payload()).contains("依据不足"));
    }

    @Test
    void a_denial_that_is_upheld_keeps_its_letter() {
        UUID id = declined();

        denials.review(office.aSupervisor(), office.denial(id), Judgement.UPHELD, "依据充分");

        assertThat(letters.verify(
                        office.letters(id, LetterKind.NON_ACCEPTANCE).getFirst().code()))
                .map(Verification::status)
                .contains(Verification.Status.VALID);
    }

    @Test
    void a_filing_is_recorded_with_the_officer_and_their_post_and_its_review_with_the_supervisors() {
        UUID id = declined();
        Visitor officer = office.officer("accept");
        String post = office.post("accept", Office.FOOD).code();

        assertThat(office.waiting(id).officer()).isEqualTo(officer.name());
        assertThat(office.waiting(id).post()).isEqualTo(post);
        assertThat(journal.of("case:" + id))
                .filteredOn(entry -> entry.kind().equals("case.denial-filed"))
                .singleElement()
                .satisfies(filed -> {
                    assertThat(filed.actor().account()).isEqualTo(officer.id());
                    assertThat(filed.actor().post()).isEqualTo(post);
                    assertThat(filed.actor().unit()).isEqualTo(Office.UNIT);
                });

        denials.review(office.aSupervisor(), office.denial(id), Judgement.UPHELD, "依据充分");

        Entry reviewed = journal.of("case:" + id).getLast();
        assertThat(reviewed.kind()).isEqualTo("case.denial-reviewed");
        assertThat(reviewed.actor().post()).isEqualTo("330100-sfj-denials");
        assertThat(reviewed.actor().unit()).isEqualTo("330100-sfj");
    }

    @Test
    void a_supervisor_without_an_authorised_post_reviews_nothing() {
        UUID id = declined();
        var stranger = new Visitor(UUID.randomUUID(), "无岗监督员", Set.of(Role.SUPERVISOR));

        assertThat(problem(() -> denials.review(stranger, office.denial(id), Judgement.UPHELD, "维持"))
                        .slug())
                .isEqualTo("not-authorised");
        assertThat(db.fetchSingle("select judgement from casework.denial_filing where case_id = ?", id)
                        .get(0))
                .isNull();
    }

    @Test
    void only_who_may_judge_a_denial_is_offered_to() {
        UUID id = declined();
        UUID denial = office.denial(id);
        Visitor head = office.officer("supervise");
        Visitor stranger =
                office.account(new People(context).officer(Role.SUPERVISOR).id());
        List<DenialRow> rows = List.of(office.waiting(id));

        assertThat(office.web(stranger).page(office.denialsPage(id, false)))
                .contains("id=\"d-" + denial, "您今天持有的岗位不监督这个单位的这个事项")
                .doesNotContain("action=\"/desk/denials/");
        assertThat(office.web(office.aSupervisor()).page(office.denialsPage(id, false)))
                .contains("action=\"/desk/denials/" + denial);
        assertThat(denials.judging(office.aSupervisor(), rows)).containsExactly(denial);
        assertThat(denials.judging(head, rows)).as("of the unit itself").isEmpty();
        Web.Answer tried = office.web(stranger)
                .post("/desk/denials/" + denial, "judgement", "upheld", "remark", "离得够远", "after", "");
        assertThat(tried.status()).isEqualTo(403);
        assertThat(tried.body()).contains("您写的：离得够远");
    }

    @Test
    void nobody_supervises_what_their_own_unit_did() {
        UUID id = declined();
        Visitor head = office.officer("supervise");
        var both = new Visitor(head.id(), head.name(), Set.of(Role.OFFICER, Role.SUPERVISOR));

        assertThat(problem(() -> denials.review(both, office.denial(id), Judgement.UPHELD, "维持"))
                        .slug())
                .isEqualTo("not-authorised");
    }

    @Test
    void nobody_reviews_what_they_denied_themselves_wherever_they_sit_now() {
        UUID id = declined();
        Visitor supervisor = office.aSupervisor();
        db.execute("update casework.denial_filing set officer = ? where case_id = ?", supervisor.id(), id);

        for (Judgement judgement : Judgement.values()) {
            assertThat(problem(() -> denials.review(supervisor, office.denial(id), judgement, "维持"))
                            .slug())
                    .isEqualTo("four-eyes");
        }
        assertThat(office.waiting(id).review()).isNull();
        UUID denial = office.denial(id);
        assertThat(denials.own(supervisor, List.of(denial))).containsExactly(denial);
        assertThat(denials.own(office.officer("decide"), List.of(denial))).isEmpty();
        assertThat(denials.judging(supervisor, List.of(office.waiting(id)))).isEmpty();
    }

    @Test
    void the_demo_supervisor_reviews_on_the_desk() {
        UUID id = declined();
        Web supervisor = office.web(office.aSupervisor());

        Web.Answer list = supervisor.get("/desk/denials");
        assertThat(list.status()).isEqualTo(200);
        assertThat(list.body()).contains("每一个“不”，3 个工作日内复核");
        assertThat(list.body()).contains("做了以后：维持，这个“不”有效，复核结束；质询，先由经办单位答复；撤销，发出的文书作废，有申请的重新打开接着办。");
        String done = String.valueOf(supervisor
                .post("/desk/denials/" + office.denial(id), "judgement", "upheld", "remark", "依据充分")
                .location());
        assertThat(done).isEqualTo("/desk/denials?done=upheld");
        assertThat(supervisor.page(done)).contains("role=\"status\"><p>已维持，复核结束。");
        assertThat(journal.of("case:" + id).getLast().kind()).isEqualTo("case.denial-reviewed");
    }

    @Test
    void the_supervisor_reads_the_reasons_of_each_refusal_also_where_it_was_reversed_since() {
        UUID id = office.reviewed(office.aCompany());
        Visitor decider = office.officer("decide");
        office.act(decider, id, new CaseAct.Refuse("离公厕只有十米", List.of("食品安全法第三十三条"), Office.filing()));
        Visitor supervisor = office.aSupervisor();
        denials.review(supervisor, office.denial(id), Judgement.REVERSED, "没有量过");
        office.act(decider, id, new CaseAct.Refuse("量过，只有九米", List.of("食品安全法第三十三条"), Office.filing()));
        Web desk = office.web(office.aSupervisor());

        assertThat(desk.page(office.denialsPage(id, true))).contains("决定的理由</dt><dd>离公厕只有十米</dd>");
        assertThat(desk.page(office.denialsPage(id, false))).contains("决定的理由</dt><dd>量过，只有九米</dd>");
    }

    @Test
    void the_exported_denials_say_who_said_no_at_which_post_of_which_unit_and_when_by_the_citys_clock() {
        clock.set("2026-10-09T10:24:16.894875");
        UUID id = declined();

        assertThat(office.web(office.aSupervisor())
                        .page("/desk/denials/export.csv")
                        .lines())
                .filteredOn(line -> line.startsWith(office.view(id).number()))
                .singleElement()
                .asString()
                .contains("," + office.officer("accept").name() + ",西湖区市场监督管理局,", ",2026-10-09T10:24,");
    }

    @Test
    void the_exported_denials_say_when_the_review_is_due_what_was_asked_and_what_was_answered() {
        UUID id = declined();
        UUID denial = office.denial(id);
        assertThat(exported(id)).endsWith(",,2026-10-13T17:00,,");

        denials.review(office.aSupervisor(), denial, Judgement.QUESTIONED, "离污染源多远？");
        assertThat(exported(id)).endsWith(",质询 离污染源多远？,,离污染源多远？,");

        clock.set("2026-10-12T09:00");
        denials.answer(office.officer("accept"), denial, "十二米");
        assertThat(exported(id)).endsWith(",质询 离污染源多远？,2026-10-15T17:00,离污染源多远？,十二米");
    }

    private String exported(UUID id) {
        return office.web(office.aSupervisor())
                .page("/desk/denials/export.csv")
                .lines()
                .filter(line -> line.startsWith(office.view(id).number()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_auditor_reads_on_the_record_who_said_no() {
        UUID id = declined();
        Web auditor = office.web(office.known("auditor"));
        String name = office.officer("accept").name();

        assertThat(auditor.page("/admin/journal?subject=case:" + id)).contains("<span>" + name + "</span>");
        UUID entry = journal.of("case:" + id).getLast().id();
        assertThat(auditor.page("/admin/journal/" + entry)).contains("<dd><span>" + name + "</span> ");
    }

    @Test
    void what_the_supervisor_wrote_stays_beside_what_is_wrong_with_it() {
        UUID id = declined();
        String denial = office.denial(id).toString();
        Web supervisor = office.web(office.aSupervisor());

        var empty = supervisor.post("/desk/denials/" + denial, "judgement", "upheld", "remark", " ");
        var unclear = supervisor.post("/desk/denials/" + denial, "judgement", "maybe", "remark", "离得够远");

        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body()).contains("href=\"#remark-" + denial, "aria-describedby=\"remark-" + denial + "-error");
        assertThat(unclear.status()).isEqualTo(422);
        assertThat(unclear.body()).contains(">离得够远</textarea>");
        assertThat(supervisor.page(office.denialsPage(id, false))).contains("/desk/denials/" + denial);
    }

    @Test
    void an_answer_that_is_too_long_stays_at_its_question_beside_what_is_wrong_with_it() {
        UUID id = declined();
        String denial = questioned(id).toString();
        String other = questioned(declined()).toString();
        Visitor officer = office.officer("accept");
        String page = office.questionsPage(officer, id);
        String after = page.contains("=") ? page.substring(page.indexOf('=') + 1) : "";
        String book = "字".repeat(2001);

        var sent = office.web(officer).post("/desk/questions/" + denial, "answer", book, "after", after);

        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.body())
                .contains(
                        "href=\"#answer-" + denial, "aria-describedby=\"answer-" + denial + "-error", ">" + book + "<")
                .doesNotContain("answer-" + other + "-error");
        assertThat(questions(officer)).extracting(row -> row.id().toString()).contains(denial, other);
    }

    @Test
    void questions_come_page_by_page_the_longest_waiting_first_by_page_and_api() {
        Visitor officer = office.officer("accept");
        clock.set("2026-10-12T09:00");
        List<UUID> asked = Stream.generate(this::declined)
                .limit(Page.DEFAULT_SIZE + 1)
                .map(this::questioned)
                .toList();

        List<UUID> all = questions(officer).stream().map(DenialRow::id).toList();

        assertThat(all).doesNotHaveDuplicates().containsAll(asked);
        assertThat(questions(officer)).isSortedAccordingTo(Comparator.comparing(DenialRow::since));
        assertThat(denials.asked(officer)).isEqualTo(all.size());
        List<JsonNode> pages = office.api(officer).pages("/api/v1/denials/questions?size=7");
        assertThat(pages)
                .allSatisfy(page -> assertThat(page.path("items").size()).isBetween(1, 7));
        assertThat(pages.stream()
                        .flatMap(page -> page.path("items").valueStream())
                        .map(row -> UUID.fromString(row.path("id").asString())))
                .containsExactlyElementsOf(all);
        Web desk = office.web(officer);
        var shown = new ArrayList<UUID>();
        for (String path = "/desk/questions"; !path.isEmpty(); ) {
            String page = desk.page(path);
            Pattern.compile("id=\"q-([0-9a-f-]{36})\"")
                    .matcher(page)
                    .results()
                    .forEach(found -> shown.add(UUID.fromString(found.group(1))));
            Matcher next = Pattern.compile("href=\"(/desk/questions\\?after=[^\"]*)\">下一页")
                    .matcher(page);
            path = next.find() ? next.group(1) : "";
        }
        assertThat(shown).containsExactlyElementsOf(all);
        assertThat(desk.get("/desk/questions?after=nowhere").status()).isEqualTo(422);
    }

    /** All of them, from all pages. */
    private List<DenialRow> questions(Visitor officer) {
        return Page.all(after -> denials.questions(officer, after), "after");
    }

    private UUID questioned() {
        return questioned(declined());
    }

    private UUID questioned(UUID id) {
        UUID denial = office.denial(id);
        denials.review(office.aSupervisor(), denial, Judgement.QUESTIONED, "离污染源多远？");
        return denial;
    }

    @Test
    void a_question_comes_to_the_unit_and_its_answer_back_to_the_supervisor() {
        UUID id = declined();
        UUID denial = office.denial(id);
        String answer = "十二米，有照片，" + id;
        denials.review(office.aSupervisor(), denial, Judgement.QUESTIONED, "离污染源多远？");
        Visitor officer = office.officer("accept");
        clock.set("2026-10-12T09:00");
        Web desk = office.web(office.known("zhengxiaowen"));

        assertThat(questions(officer)).extracting(DenialRow::id).contains(denial);
        assertThat(questions(office.officer("survey"))).isEmpty(); // of the same unit, and may not answer
        assertThat(denials.asked(office.officer("survey"))).isZero();
        assertThat(questions(office.officer("decide")))
                .extracting(DenialRow::id)
                .contains(denial);
        assertThat(questions(office.officer("decide", "company_setup"))) // of the same unit, of other items
                .extracting(DenialRow::id)
                .doesNotContain(denial);
        assertThat(office.api(officer).pages("/api/v1/denials/questions?size=200").stream()
                        .flatMap(page -> page.path("items").valueStream()))
                .filteredOn(row -> row.path("id").asString().equals(denial.toString()))
                .singleElement()
                .satisfies(row ->
                        assertThat(row.path("review").path("remark").asString()).isEqualTo("离污染源多远？"));
        assertThat(desk.page(office.questionsPage(officer, id)))
                .contains("离污染源多远？", "监督单位的质询<span>" + denials.asked(officer) + "</span>");
        assertThat(desk.post("/desk/questions/" + denial, "answer", "").body()).contains("请写明答复");
        Web.Answer sent = desk.post("/desk/questions/" + denial, "answer", answer);
        assertThat(sent.status()).isEqualTo(302);
        assertThat(desk.page(Objects.requireNonNull(sent.location()))).contains("已答复，监督单位接着复核。");

        assertThat(questions(officer)).extracting(DenialRow::id).doesNotContain(denial);
        assertThat(office.api(officer)
                        .pages("/api/v1/denials/questions?size=200")
                        .toString())
                .doesNotContain(denial.toString());
        Entry answered = journal.of("case:" + id).getLast();
        assertThat(answered.kind()).isEqualTo("case.denial-answered");
        assertThat(answered.payload())
                .contains("\"oldReviewDue\":\"2026-10-13T09:00:00Z\"", "\"newReviewDue\":\"2026-10-15T09:00:00Z\"");
        Web supervisor = office.web(office.aSupervisor());
        assertThat(supervisor.page("/desk/denials?reviewed=true")).doesNotContain(answer);
        assertThat(supervisor.page(office.denialsPage(id, false)))
                .contains(
                        "离污染源多远？</span> <span class=\"label\">",
                        answer,
                        "复核期限",
                        "否定报备<span>" + denials.waiting(office.aSupervisor()) + "</span>");
        assertThat(denials.waiting(office.aSupervisor())).isPositive();
        assertThat(office.waiting(id).reviewDue()).isEqualTo(TestClock.at("2026-10-15T17:00"));
        Visitor judge = office.aSupervisor();
        assertThat(problem(() -> denials.review(judge, denial, Judgement.QUESTIONED, "还有呢？"))
                        .errors())
                .extracting(Problem.FieldError::field)
                .containsExactly("judgement");
        denials.review(judge, denial, Judgement.REVERSED, "够远");
        assertThat(journal.of("case:" + id).getLast().kind()).isEqualTo("case.reopened");
        assertThat(supervisor.page(office.denialsPage(id, true))).contains("离污染源多远？", answer, "够远");
        assertThat(letters.ofCase(id))
                .filteredOn(Letters.Issued::revoked)
                .extracting(Letters.Issued::kind)
                .containsExactly(LetterKind.NON_ACCEPTANCE);
        assertThat(problem(() -> denials.review(judge, denial, Judgement.UPHELD, "维持"))
                        .slug())
                .isEqualTo("reviewed");
    }

    @Test
    void the_supervisor_sees_since_when_a_question_is_open_and_how_many_are() {
        UUID id = declined();
        clock.set("2026-10-12T09:30");
        int before = denials.unanswered(office.aSupervisor());
        UUID denial = questioned(id);
        Web supervisor = office.web(office.aSupervisor());

        assertThat(denials.unanswered(office.aSupervisor())).isEqualTo(before + 1);
        String page = supervisor.page(office.denialsPage(id, false));
        assertThat(page).contains("质询后还没有答复：" + (before + 1));
        assertThat(section(page, denial))
                .contains("等单位答复</dt><dd>从 2026年10月12日", "09:30 起")
                .doesNotContain("复核期限");
        assertThat(office.web(office.aSupervisor()).page(office.denialsPage(id, false) + "&lang=en"))
                .contains("Questioned, not answered: " + (before + 1));
        denials.answer(office.officer("accept"), denial, "十二米，有照片");
        assertThat(denials.unanswered(office.aSupervisor())).isEqualTo(before);
        assertThat(section(supervisor.page(office.denialsPage(id, false)), denial))
                .contains("复核期限")
                .doesNotContain("等单位答复");
    }

    @Test
    void the_due_date_of_a_review_leads_to_how_it_is_counted_anew_from_the_answer() {
        UUID id = declined();
        UUID denial = office.denial(id);

        assertThat(dueOf(id)).isEqualTo("/limits?start=2026-10-09T10:24&amount=3&unit=WORKING_DAY");
        assertThat(office.nobody().page(dueOf(id))).contains("10月13日");

        questioned(id);
        clock.set("2026-10-12T09:30");
        denials.answer(office.officer("accept"), denial, "十二米，有照片");
        assertThat(dueOf(id)).isEqualTo("/limits?start=2026-10-12T09:30&amount=3&unit=WORKING_DAY");
        assertThat(office.nobody().page(dueOf(id))).contains("10月15日");
    }

    private String dueOf(UUID id) {
        Matcher link = Pattern.compile("复核期限</dt><dd><a href=\"([^\"]*)\">")
                .matcher(section(
                        office.web(office.aSupervisor()).page(office.denialsPage(id, false)), office.denial(id)));
        assertThat(link.find()).isTrue();
        return HtmlUtils.htmlUnescape(link.group(1));
    }

    /** What a page says about one denial. */
    private static String section(String page, UUID denial) {
        return Stream.of(page.split("<section "))
                .filter(part -> part.contains("id=\"d-" + denial))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_denial_whose_question_nobody_answers_is_reversed_all_the_same() {
        UUID id = declined();
        UUID denial = office.denial(id);
        Visitor judge = office.aSupervisor();
        denials.review(judge, denial, Judgement.QUESTIONED, "离污染源多远？");
        clock.set("2026-10-26T09:00");
        Web supervisor = office.web(office.aSupervisor());

        assertThat(supervisor.page(office.denialsPage(id, false)))
                .contains("/desk/denials/" + denial, "离污染源多远？", "单位还没有答复");
        assertThat(supervisor.page("/desk/denials?reviewed=true")).doesNotContain("id=\"d-" + denial);
        assertThat(supervisor
                        .post("/desk/denials/" + denial, "judgement", "reversed", "remark", "没有依据")
                        .status())
                .isEqualTo(302);

        assertThat(office.view(id).state()).isEqualTo(State.SUBMITTED);
        assertThat(letters.verify(
                        office.letters(id, LetterKind.NON_ACCEPTANCE).getFirst().code()))
                .map(Verification::status)
                .contains(Verification.Status.REVOKED);
        assertThat(questions(office.officer("accept")))
                .extracting(DenialRow::id)
                .doesNotContain(denial);
    }

    @Test
    void a_denial_that_is_upheld_without_an_answer_has_none_to_be_given_any_more() {
        UUID denial = questioned();
        Visitor judge = office.aSupervisor();

        assertThat(denials.review(judge, denial, Judgement.UPHELD, "依据充分").open())
                .isFalse();

        assertThat(problem(() -> denials.answer(office.officer("accept"), denial, "十二米，有照片"))
                        .slug())
                .isEqualTo("no-question");
        assertThat(problem(() -> denials.review(judge, denial, Judgement.REVERSED, "够远"))
                        .slug())
                .isEqualTo("reviewed");
    }

    @Test
    void an_officer_whose_case_it_is_not_neither_answers_nor_waits_for_who_does(
            @Autowired DataSource database, @Autowired PlatformTransactionManager transactions) throws Exception {
        UUID denial = questioned();
        var stranger = new Visitor(UUID.randomUUID(), "外单位人员", Set.of(Role.OFFICER));

        try (var connection = database.getConnection();
                var held = connection.createStatement()) {
            connection.setAutoCommit(false);
            held.execute("select from casework.denial_filing where id = '" + denial + "' for update");
            var refused = problem(() -> new TransactionTemplate(transactions).executeWithoutResult(answering -> {
                db.execute("set local lock_timeout = '10ms'");
                denials.answer(stranger, denial, "十二米，有照片");
            }));
            connection.rollback();

            assertThat(refused.status()).isEqualTo(404);
        }
    }

    private UUID declined() {
        UUID id = office.submitted(office.aCompany()).caseId();
        office.act(office.officer("accept"), id, new CaseAct.Decline(Office.filing()));
        return id;
    }

    private static Problem problem(ThrowingCallable act) {
        return catchThrowableOfType(Problem.class, act);
    }
}
