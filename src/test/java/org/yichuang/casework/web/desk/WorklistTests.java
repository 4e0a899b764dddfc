package org.yichuang.casework.web.desk;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.util.HtmlUtils;
import org.yichuang.casework.Answers;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.Casework;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.casework.NewCase;
import org.yichuang.casework.Office;
import org.yichuang.casework.Situations;
import org.yichuang.casework.State;
import org.yichuang.casework.WindowFiling;
import org.yichuang.identity.Account;
import org.yichuang.identity.AccountKind;
import org.yichuang.identity.AtWindow;
import org.yichuang.identity.NewAccounts;
import org.yichuang.journal.Actor;
import org.yichuang.network.Network;
import org.yichuang.network.Post;
import org.yichuang.shared.Page;
import org.yichuang.shared.PersonalNumbers;
import org.yichuang.shared.web.Role;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.CityTest;
import org.yichuang.support.TestClock;
import org.yichuang.support.Web;

/** The work list's page: which filter shows which cases. One company's cases, seen on Friday 16 October at ten. */
@CityTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WorklistTests {
    private static final String SHANGCHENG = "330102000000";
    private static final Pattern NUMBER = Pattern.compile("<td class=\"code\"[^>]*>([^<]*)</td>");
    private static final Pattern OPEN = Pattern.compile("<a class=\"open\" href=\"([^\"]*)\"");
    private static final Pattern BEFORE = Pattern.compile("<a rel=\"prev\" href=\"([^\"]*)\" data-key=\"K\">‹ 上一件");
    private static final Pattern AFTER = Pattern.compile("<a rel=\"next\" href=\"([^\"]*)\" data-key=\"J\">下一件 ›");
    private static final Pattern NEXT = Pattern.compile("<a href=\"([^\"]*)\">下一页</a>");

    @Autowired
    private Office office;

    @Autowired
    private Situations situations;

    @Autowired
    private Casework casework;

    @Autowired
    private NewAccounts newAccounts;

    @Autowired
    private Network network;

    @Autowired
    private DSLContext db;

    @Autowired
    private TestClock clock;

    /** What each of the company's cases is called here, by its number. */
    private final Map<String, String> names = new LinkedHashMap<>();

    private final Map<String, UUID> ids = new LinkedHashMap<>();

    /** Only the company's cases. */
    private String own = "";

    private int companies;

    @BeforeAll
    void a_week_of_one_company() {
        clock.set("2026-10-09T10:24");
        Visitor company = aCompany("青山食府");
        own = "q=" + encoded(company.name());
        called("overdue", office.accepted(company));
        clock.set("2026-10-10T10:00");
        called("today", office.accepted(company));
        clock.set("2026-10-12T10:00");
        called("monday", office.accepted(company));
        clock.set("2026-10-13T10:00");
        called("reviewed", office.reviewed(company));
        clock.set("2026-10-14T10:00");
        paused(called("paused", office.accepted(company)));
        clock.set("2026-10-15T10:00");
        office.act(
                office.officer("accept"),
                called("noticed", office.submitted(company).caseId()),
                situations.notice());
        office.act(decider(), called("asked", office.accepted(company)), situations.pause());
        office.act(decider(), called("longer", office.accepted(company)), new CaseAct.ProposeExtension(3, "情况复杂"));
        office.act(decider(), called("granted", office.reviewed(company)), new CaseAct.Grant("同意"));
        refused(called("refused", office.reviewed(company)));
        called("made", office.granted(company));
        delivered(called("posted", office.granted(company)), DeliveryWay.POST);
        delivered(called("closed", office.granted(company)), DeliveryWay.WINDOW);
        office.act(company, called("withdrawn", office.submitted(company).caseId()), new CaseAct.Withdraw("不开了"));
        called("new", office.submitted(company).caseId());
        NewCase setup = office.application(company, "company_setup");
        called("setup", casework.file(company, setup).caseId());
    }

    /** One whose name no other has a part of, so that words find only its cases. */
    private Visitor aCompany(String name) {
        String body = "91330106MB" + String.format("%07d", ++companies);
        var known = new AtWindow(
                AccountKind.COMPANY, body + PersonalNumbers.usccCheck(body + "0"), name, "林晓", "13800138000");
        Account account = newAccounts.applicantAtWindow(known, Actor.SYSTEM);
        return new Visitor(account.id(), account.name(), Set.of(Role.COMPANY));
    }

    private UUID called(String name, UUID id) {
        names.put(office.view(id).number(), name);
        ids.put(name, id);
        return id;
    }

    private Visitor decider() {
        return office.officer("decide");
    }

    private void paused(UUID id) {
        office.act(decider(), id, situations.pause());
        office.act(office.officer("supervise"), id, new CaseAct.Approve());
    }

    private void refused(UUID id) {
        office.act(decider(), id, new CaseAct.Refuse("离污染源太近", List.of("食品安全法第三十三条"), Office.filing()));
    }

    private void delivered(UUID id, DeliveryWay way) {
        String note = way == DeliveryWay.POST ? "EMS 1234，寄到转塘街道" : "本人签收";
        office.act(office.officer("deliver"), id, new CaseAct.Deliver(way, note));
    }

    @BeforeEach
    void a_friday_morning() {
        clock.set("2026-10-16T10:00");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "overdue|overdue",
                "today|today",
                "next|monday",
                "later|reviewed noticed asked longer granted refused made new setup",
                "paused|paused",
                "none|posted"
            })
    void each_case_stands_in_the_one_bucket_of_its_due_date(String due, String expected) {
        assertThat(shown("due=" + due + "&" + own)).containsExactlyInAnyOrder(words(expected));
        assertThat(shown("due=" + due)).containsExactlyInAnyOrder(words(expected));
    }

    @Test
    void one_open_case_is_not_counted_as_several_in_english() {
        String item = "entertainment";
        Visitor company = office.aCompany();
        casework.file(company, office.application(company, item));
        Web officer = office.web(office.officerAnywhere("accept", item));
        officer.get("/desk?lang=en");

        assertThat(officer.page("/desk"))
                .containsPattern("<span>\\d+ open cases?[ <]")
                .doesNotContain("<span>1 open cases");
    }

    @Test
    void what_is_due_today_is_overdue_from_the_close_of_the_office_on() {
        clock.set("2026-10-16T17:00");
        assertThat(shown("due=today&" + own)).containsExactly("today");
        assertThat(shown("due=overdue&" + own)).containsExactly("overdue");

        clock.set("2026-10-16T17:01");
        assertThat(shown("due=today&" + own)).isEmpty();
        assertThat(shown("due=overdue&" + own)).containsExactly("overdue", "today");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "submitted|new setup",
                "correcting|noticed",
                "accepted|overdue today monday asked longer",
                "reviewing|reviewed",
                "paused|paused",
                "granted|granted made",
                "refused|refused",
                "delivered|posted",
                "closed|closed",
                "withdrawn|withdrawn"
            })
    void a_state_shows_the_cases_that_are_in_it_closed_ones_too(String state, String expected) {
        assertThat(shown("state=" + state + "&" + own)).containsExactlyInAnyOrder(words(expected));
    }

    @Test
    void every_state_that_the_page_offers_can_be_chosen() {
        String page = page(intake(), "/desk");
        for (State state : State.values()) {
            String key = state.name().toLowerCase(Locale.ROOT);
            assertThat(page.contains("<option value=\"" + key + "\"")).as(key).isEqualTo(state != State.DRAFT);
        }
        assertThat(shown("state=terminated&" + own)).isEmpty();
        assertThat(shown("state=not_accepted&" + own)).isEmpty();
    }

    @Test
    void without_a_filter_all_open_cases_stand_there_the_next_due_first_and_what_has_no_date_last() {
        List<String> all = shown(own);

        assertThat(all)
                .doesNotContain("closed", "withdrawn")
                .doesNotHaveDuplicates()
                .hasSize(names.size() - 2);
        assertThat(all).startsWith("overdue", "today", "monday", "reviewed");
        assertThat(all.subList(all.size() - 2, all.size())).containsExactlyInAnyOrder("paused", "posted");
        assertThat(shown("")).containsExactlyElementsOf(all);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "accept|new setup",
                "review|overdue today monday paused asked longer",
                "survey|overdue today monday paused asked longer",
                "expert|''",
                "pause|asked",
                "extend|longer",
                "decide|reviewed",
                "issue|granted",
                "deliver|made refused",
                "applicant|noticed posted"
            })
    void what_a_case_waits_for_finds_it(String act, String expected) {
        assertThat(page(intake(), "/desk")).contains("<option value=\"" + act + "\"");
        assertThat(shown("act=" + act + "&" + own)).containsExactlyInAnyOrder(words(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "accept|new setup granted made refused",
                "review|overdue today monday paused asked longer",
                "decide|reviewed",
                "supervise|asked longer"
            })
    void mine_is_what_waits_for_an_act_of_my_posts(String post, String expected) {
        Visitor officer = office.officer(post);

        List<String> mine = shown(officer, "mine=yes&" + own);

        assertThat(mine).containsExactlyInAnyOrder(words(expected));
        assertThat(shown(officer, own)).contains("new", "overdue", "reviewed");
        String list = page(officer, "/desk?" + own);
        names.forEach((number, name) ->
                assertThat(row(list, number).contains("<b>我</b>")).as(name).isEqualTo(mine.contains(name)));
    }

    @Test
    void an_item_narrows_and_filters_narrow_each_other() {
        assertThat(shown("item=company_setup&" + own)).containsExactly("setup");
        assertThat(shown("item=food_permit&state=submitted&" + own)).containsExactly("new");
        assertThat(shown("item=food_permit&act=deliver&state=granted&due=later&" + own))
                .containsExactly("made");
        assertThat(shown("act=review&due=overdue&" + own)).containsExactly("overdue");
        assertThat(shown("state=closed&due=later&" + own)).isEmpty();
    }

    @Test
    void words_find_the_beginning_of_a_number_the_applicant_and_the_item_in_both_languages() {
        String number = number("reviewed");

        assertThat(shown("q=" + number.substring(0, number.length() - 2))).containsExactly("reviewed");
        assertThat(shown("q=" + number.substring(0, number.length() - 2).toLowerCase(Locale.ROOT)))
                .containsExactly("reviewed");
        assertThat(shown("q=" + number.substring(2, number.length() - 2))).isEmpty();
        assertThat(shown("state=submitted&q=" + encoded("食品经营"))).containsExactly("new");
        assertThat(shown("state=submitted&q=" + encoded("FOOD business"))).containsExactly("new");
        assertThat(shown("state=submitted&q=" + encoded("青山"))).containsExactlyInAnyOrder("new", "setup");
        assertThat(shown("q=" + encoded(" " + number.substring(0, number.length() - 2) + " ")))
                .containsExactly("reviewed");
    }

    @Test
    void words_are_looked_for_among_closed_cases_too_when_that_is_asked() {
        String open = page(intake(), "/desk?" + own);

        assertThat(open).contains("只查了未办结的");
        assertThat(shown(own)).doesNotContain("closed", "withdrawn");
        String link = found(Pattern.compile("<a href=\"([^\"]*)\">已办结的也查"), open);
        assertThat(link).contains("state=all");
        assertThat(shown(link.substring(link.indexOf('?') + 1)))
                .hasSize(names.size())
                .contains("closed", "withdrawn", "posted", "new");
        String all = page(intake(), link);
        assertThat(all).contains("已办结的也在内").doesNotContain("只查了未办结的");
        assertThat(page(intake(), found(OPEN, all))).doesNotContain("上一件", "下一件");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "'", "没有这样的公司"})
    void signs_of_the_database_are_words_like_others(String words) {
        assertThat(shown("q=" + encoded(words))).isEmpty();
    }

    @Test
    void a_whole_number_opens_its_case() {
        for (String name : new String[] {"monday", "closed"}) {
            Web desk = web(intake());

            Web.Answer answer = desk.get("/desk?q=" + encoded(" " + number(name).toLowerCase(Locale.ROOT)));

            assertThat(answer.status()).isEqualTo(302);
            assertThat(answer.location()).isEqualTo("/desk/cases/" + ids.get(name));
            assertThat(desk.page("/desk/cases/" + ids.get(name))).contains(number(name));
        }
    }

    @Test
    void a_query_code_opens_its_case_for_who_may_see_it() {
        Visitor company = aCompany("孤山食府");
        UUID here = office.submitted(company).caseId();
        UUID there = inShangcheng(company);
        Web desk = web(intake());

        assertThat(found(desk, office.view(here).queryCode().toLowerCase(Locale.ROOT)))
                .isEqualTo("/desk/cases/" + here);
        assertThat(found(desk, office.view(there).queryCode()))
                .as("a list that has it not: by words, or, where the code is nearly all digits, by nobody's number")
                .matches("/desk\\?(q=|state=all&applicant=0{8}-).*");
    }

    @Test
    void a_number_says_nothing_of_who_has_no_case_that_one_sees() {
        Visitor company = aCompany("西溪食府");
        inShangcheng(company);
        String number = office.number(company);
        Web desk = web(intake());

        assertThat(found(desk, number)).isEqualTo(found(desk, "330106195001019998"));
    }

    @Test
    void the_list_s_own_filter_finds_by_a_number_too_and_keeps_what_else_is_chosen() {
        Visitor company = aCompany("断桥食府");
        UUID id = office.submitted(company).caseId();
        String number = office.number(company);
        Web desk = web(intake());

        assertThat(desk.page("/desk")).containsPattern("(?s)<form method=\"post\" action=\"/desk/find\">.*id=\"f-q\"");
        String chosen = requireNonNull(
                desk.post("/desk/find", "state", "submitted", "act", "accept", "item", Office.FOOD, "q", number)
                        .location());
        assertThat(chosen)
                .isEqualTo("/desk?state=submitted&act=accept&item=" + Office.FOOD + "&applicant=" + company.id());
        assertThat(numbers(desk.page(chosen))).containsExactly(office.view(id).number());
        assertThat(desk.post("/desk/find", "state", "submitted", "act", "", "q", " 断桥 ")
                        .location())
                .isEqualTo("/desk?state=submitted&q=" + encoded("断桥"));
    }

    @Test
    void a_number_in_the_list_s_address_is_taken_out_of_it() {
        Visitor company = aCompany("长桥食府");
        office.submitted(company);
        Web desk = web(intake());

        assertThat(desk.get("/desk?mine=posts&q=" + office.number(company)).location())
                .isEqualTo("/desk?state=all&mine=posts&applicant=" + company.id());
        assertThat(desk.get("/desk?q=330106195001019998").location()).isEqualTo(found(desk, "330106195001019998"));
    }

    @Test
    void the_beginning_of_a_case_number_is_not_taken_for_that_of_a_permit() {
        assertThat(found(web(intake()), "XH26-00417")).isEqualTo("/desk?q=XH26-00417");
        assertThat(found(web(intake()), "HA1234567")).startsWith("/desk?state=all&applicant=");
    }

    private static String found(Web desk, String words) {
        return requireNonNull(desk.post("/desk/find", "q", words).location());
    }

    @Test
    void a_person_s_number_finds_their_cases_and_stands_in_no_address() {
        Visitor company = aCompany("放鹤食府");
        UUID open = office.submitted(company).caseId();
        UUID closed = office.submitted(company).caseId();
        office.act(company, closed, new CaseAct.Withdraw("不开了"));
        inShangcheng(company);
        String number = office.number(company);
        Web desk = web(intake());

        String list = found(desk, " " + number.toLowerCase(Locale.ROOT));

        assertThat(list).doesNotContainIgnoringCase(number);
        assertThat(numbers(desk.page(list)))
                .containsExactlyInAnyOrder(
                        office.view(open).number(), office.view(closed).number());
        assertThat(desk.page(list)).contains("申请人：" + company.name());
        String nobody = found(desk, "330106195001019998");
        assertThat(nobody).doesNotContain("330106195001019998");
        assertThat(desk.page(nobody)).contains("没有符合条件的办件").doesNotContain("330106195001019998");
        assertThat(found(desk, company.name())).isEqualTo("/desk?q=" + encoded(company.name()));
        assertThat(List.of("33010619500101999", "330106500101999", "EA1234567", "H1234567890"))
                .as("mistyped, old, or of another card")
                .allSatisfy(other -> assertThat(found(desk, other)).isEqualTo(nobody));
        assertThat(List.of(
                        "吴玉珍 330106195001019998",
                        "330106195001019998\u202c",
                        "330106/19500101/9998，",
                        "XH26-330106195001019998",
                        "91330106MA2AAAAA0X",
                        "13900000042"))
                .as("among words and signs")
                .allSatisfy(other -> assertThat(found(desk, other)).isEqualTo(nobody));
        assertThat(found(desk, "公司 " + number)).isEqualTo(list);
        String whole = office.view(open).number();
        assertThat(found(desk, whole.replace("-", ""))).isEqualTo("/desk?q=" + whole);
        assertThat(desk.get("/desk?applicant=x").status()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "overdue|clock--over|逾期 1 个工作日|10月15日 17:00",
                "today|clock--warn|今天 17:00 到期|10月16日 17:00",
                "monday|clock--warn|还剩 1 个工作日|10月19日 17:00",
                "reviewed|clock--ok|还剩 2 个工作日|10月20日 17:00",
                "paused|clock--stop|中止第 2 个工作日|—",
                "new|clock--ok|还剩 4 个工作日|10月22日 17:00"
            })
    void a_row_says_how_many_working_days_are_left_and_until_when(String name, String css, String words, String due) {
        String row = row(page(intake(), "/desk?" + own), number(name));

        assertThat(row).contains(css, words, "<td class=\"num\" data-label=\"到期\">" + due + "</td>");
        assertThat(row).contains("/desk/cases/" + ids.get(name) + "/explain");
    }

    @Test
    void the_counts_over_the_list_are_those_of_what_the_words_leave() {
        String page = page(intake(), "/desk?due=today&" + own);

        assertThat(count(page, "逾期")).isEqualTo(1);
        assertThat(count(page, "今天到期")).isEqualTo(1);
        assertThat(count(page, "下个工作日")).isEqualTo(1);
        assertThat(count(page, "以后")).isEqualTo(9);
        assertThat(count(page, "中止")).isEqualTo(1);
        assertThat(page).contains("等我<b>5</b>", "等同事<b>7</b>", "等申请人<b>2</b>");
    }

    @Test
    void who_sees_every_unit_s_cases_reads_the_same_counts() {
        String page = page(office.aSupervisor(), "/desk?due=today&" + own);

        assertThat(count(page, "逾期")).isEqualTo(1);
        assertThat(count(page, "今天到期")).isEqualTo(1);
        assertThat(count(page, "下个工作日")).isEqualTo(1);
        assertThat(count(page, "以后")).isEqualTo(9);
        assertThat(count(page, "中止")).isEqualTo(1);
        assertThat(page).contains("等我<b>0</b>", "等同事<b>12</b>", "等申请人<b>2</b>");
    }

    @Test
    void the_links_over_the_list_lead_to_what_they_count_and_keep_the_words() {
        String page = page(intake(), "/desk?state=closed&act=applicant&mine=yes&" + own);

        for (String due : new String[] {"overdue", "today", "next", "later", "paused"}) {
            assertThat(HtmlUtils.htmlUnescape(page)).contains("href=\"/desk?due=" + due + "&" + own + "\"");
        }
    }

    @Test
    void page_by_page_each_case_of_many_is_shown_once_and_the_filters_stay() {
        Visitor company = aCompany("白堤食府");
        var filed = Stream.generate(() -> office.submitted(company).number())
                .limit(28)
                .toList();
        String first = page(intake(), "/desk?act=accept&q=" + encoded(company.name()));
        String next = next(first);
        assertThat(next).contains("act=accept", "q=" + encoded(company.name()), "after=");
        String second = page(intake(), next);

        assertThat(numbers(first)).hasSize(25);
        assertThat(numbers(second)).hasSize(3);
        assertThat(Stream.of(first, second).flatMap(page -> numbers(page).stream()))
                .containsExactlyInAnyOrderElementsOf(filed);
        assertThat(second).doesNotContain("下一页");
    }

    @Test
    void the_work_list_is_exported_whole_and_no_cell_of_it_is_a_formula() {
        UUID id = office.submitted(office.aCompany()).caseId();
        db.execute("""
            insert into casework.case_file select (r).* from (
                select jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'number', 'ZY' || n,
                    'query_code', 'ZY' || n, 'applicant_name', E'\\t=1+1', 'head_nth', 0)) as r
                from casework.case_file c, generate_series(1, 230) n where c.id = ?) made
            """, id);
        var web = office.web(office.officer("accept"));

        try {
            String csv = web.page("/desk/export.csv?q=ZY");

            assertThat(csv.lines().filter(line -> line.startsWith("ZY"))).hasSize(230);
            assertThat(csv).contains("'\t=1+1").doesNotContain(",\t=").doesNotContain("\"\t=");
        } finally {
            db.execute("delete from casework.case_file where number like 'ZY%'");
        }
    }

    @Test
    void a_case_is_found_by_who_came_to_the_window_for_the_applicant() {
        Visitor company = aCompany("龙井食府");
        Visitor officer = intake();
        NewCase application = office.application(officer, Office.FOOD);
        UUID id = casework.receive(
                        officer,
                        new WindowFiling(company.id(), "屠巧娣", null, application, WindowFiling.Then.RECEIVE, null))
                .caseId();

        String found = page(officer, "/desk?q=" + encoded("屠巧"));

        assertThat(numbers(found)).containsExactly(office.view(id).number());
    }

    @Test
    void a_case_of_another_unit_is_for_its_own_officers_and_for_the_supervisor() {
        Visitor company = aCompany("断桥食府");
        UUID here = office.submitted(company).caseId();
        UUID there = inShangcheng(company);
        String number = office.view(there).number();
        Web desk = web(intake());
        String q = "/desk?q=" + encoded(company.name());

        assertThat(numbers(page(intake(), q))).containsExactly(office.view(here).number());
        assertThat(desk.get("/desk?q=" + number).status()).isEqualTo(200);
        assertThat(desk.page("/desk?q=" + number)).doesNotContain("/desk/cases/" + there);
        assertThat(desk.get("/desk/cases/" + there).status()).isEqualTo(404);
        assertThat(desk.page("/desk/export.csv?q=" + encoded(company.name()))).doesNotContain(number);
        assertThat(numbers(page(clerkOf(office.view(there).place().unit()), q))).containsExactly(number);
        assertThat(numbers(page(office.aSupervisor(), q)))
                .containsExactlyInAnyOrder(number, office.view(here).number());
    }

    @Test
    void who_sees_several_units_sees_whose_each_case_is_and_goes_through_those_of_one() {
        Visitor company = aCompany("花港食府");
        UUID here = office.submitted(company).caseId();
        List<UUID> there = List.of(inShangcheng(company), inShangcheng(company));
        String unit = office.view(there.getFirst()).place().unit();
        String name = network.unit(unit).orElseThrow().name().zh();
        Web desk = web(office.aSupervisor());
        String words = "q=" + encoded(company.name());

        String link = found(
                Pattern.compile("<a href=\"([^\"]*)\"><span class=\"visually-hidden\">只看这个单位：</span>" + name),
                desk.page("/desk?act=accept&" + words));

        assertThat(link).isEqualTo("/desk?act=accept&unit=" + unit + "&" + words);
        String list = desk.page(link);
        assertThat(numbers(list))
                .containsExactlyInAnyOrderElementsOf(
                        there.stream().map(id -> office.view(id).number()).toList());
        assertThat(count(list, "以后")).isEqualTo(2);
        assertThat(HtmlUtils.htmlUnescape(list))
                .contains(
                        "href=\"/desk?act=accept&" + words + "\">单位：" + name,
                        "href=\"/desk?due=later&unit=" + unit + "&" + words + "\"",
                        "href=\"/desk/export.csv?act=accept&unit=" + unit + "&" + words + "\"",
                        "<input type=\"hidden\" name=\"unit\" value=\"" + unit + "\">")
                .doesNotContain("只看这个单位");
        String first = found(OPEN, list);
        String second = found(AFTER, desk.page(first));
        assertThat(List.of(id(first), id(second))).containsExactlyInAnyOrderElementsOf(there);
        assertThat(found(AFTER, desk.page(second))).isEmpty();
        assertThat(found(BEFORE, desk.page(second))).isEqualTo(first);
        assertThat(desk.page(link.replace("/desk?", "/desk/print?"))).contains("<td>" + name + "</td>");
        assertThat(desk.page(link.replace("/desk?", "/desk/export.csv?"))
                        .lines()
                        .filter(line -> line.endsWith(name)))
                .hasSize(2);
        assertThat(desk.page("/desk/export.csv?" + words))
                .contains(office.view(here).number());
        assertThat(desk.page(link + "&lang=en"))
                .contains("Unit: ", network.unit(unit).orElseThrow().name().en());
    }

    @Test
    void who_sees_one_unit_alone_is_not_told_which_and_another_is_no_list_of_theirs() {
        Visitor company = aCompany("曲院食府");
        UUID here = office.submitted(company).caseId();
        String unit = office.view(inShangcheng(company)).place().unit();
        String words = "&q=" + encoded(company.name());
        Web surveyor = web(office.officer("survey"));
        String ofAnother = found(OPEN, page(office.aSupervisor(), "/desk?unit=" + Office.UNIT + words));
        String strange = FromList.of(WorkAddress.of(Map.of("unit", unit)), null).kept("/desk/cases/" + here);

        assertThat(surveyor.page("/desk?act=accept" + words))
                .contains("/desk/cases/" + here)
                .doesNotContain("只看这个单位");
        assertThat(surveyor.page("/desk/print?act=accept" + words)).doesNotContain("单位</th>");
        Web.Answer refused = surveyor.get("/desk?unit=" + unit);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("您没有这个单位的岗位");
        assertThat(surveyor.page(ofAnother)).contains("下一件");
        assertThat(surveyor.page(strange)).doesNotContain("上一件", "下一件");
        assertThat(page(office.aSupervisor(), strange)).contains("上一件");
    }

    @Test
    void a_unit_that_does_not_exist_has_no_cases() {
        assertThat(page(office.aSupervisor(), "/desk?unit=zz-none"))
                .contains("没有符合条件的办件", "单位：<span class=\"code\">zz-none</span>");
    }

    private UUID inShangcheng(Visitor company) {
        NewCase xihu = office.application(company, Office.FOOD);
        Map<String, Object> answers = new LinkedHashMap<>(xihu.answers());
        answers.replaceAll((field, answer) -> answer.equals(Answers.XIHU) ? SHANGCHENG : answer);
        UUID id = casework.file(company, new NewCase(xihu.item(), SHANGCHENG, answers, xihu.materials(), null))
                .caseId();
        assertThat(office.view(id).place().unit()).isNotEqualTo(Office.UNIT);
        return id;
    }

    private Visitor clerkOf(String unit) {
        return office.posts(unit).stream()
                .map(Post::a)
                .filter(Objects::nonNull)
                .filter(officer -> officer.account() != null)
                .findFirst()
                .map(Office::visitor)
                .orElseThrow();
    }

    @Test
    void who_has_nothing_of_their_own_on_the_first_page_reads_there_what_waits_for_them() {
        db.execute("""
            insert into casework.case_file select (r).* from (
                select jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'number', 'ZX' || n,
                    'query_code', 'ZX' || n, 'due', '2026-01-05T09:00:00Z', 'head_nth', 0)) as r
                from casework.case_file c, generate_series(1, 25) n where c.id = ?) made
            """, ids.get("overdue"));
        Visitor head = office.officer("supervise");
        String told = "件等您办";
        try {
            String page = page(head, "/desk");

            assertThat(numbers(page)).hasSize(25).allMatch(number -> number.startsWith("ZX"));
            var line = Pattern.compile("<a href=\"/desk\\?mine=yes\">有 (\\d+) " + told)
                    .matcher(page);
            assertThat(line.find()).isTrue();
            assertThat(page).contains("等我<b>" + line.group(1) + "</b>");
            assertThat(page(head, "/desk?lang=en")).containsPattern("\\d+ waits? for you</a>");
            assertThat(List.of(page(head, "/desk?act=review"), page(head, next(page)), page(reviewer(), "/desk")))
                    .allSatisfy(other -> assertThat(other).doesNotContain(told));
        } finally {
            db.execute("delete from casework.case_file where number like 'ZX%'");
        }
    }

    private Visitor reviewer() {
        return office.officer("review");
    }

    @Test
    void the_columns_that_one_chooses_stay_chosen() {
        Web desk = web(intake());
        String chosen = desk.page("/desk?" + own + "&col=&col=number&col=due");
        String later = desk.page("/desk?" + own);

        for (String page : new String[] {chosen, later}) {
            assertThat(page)
                    .contains("<th scope=\"col\">办件号</th>", "<th scope=\"col\">到期</th>")
                    .doesNotContain("<th scope=\"col\">状态</th>", "<th scope=\"col\">等谁</th>");
            assertThat(row(page, number("today"))).contains("10月16日 17:00").doesNotContain("已受理");
        }
        assertThat(row(page(intake(), "/desk?" + own), number("today"))).contains("已受理");
    }

    @Test
    void the_export_and_the_printed_list_hold_what_the_filters_leave_or_what_was_ticked() {
        Web desk = web(intake());
        String ticked = "act=review&" + own + "&case=" + ids.get("monday") + "&case=" + ids.get("new");

        for (String path : new String[] {"/desk/export.csv?", "/desk/print?"}) {
            assertThat(named(desk.page(path + "act=review&" + own)))
                    .containsExactlyInAnyOrder("overdue", "today", "monday", "paused", "asked", "longer");
            assertThat(named(desk.page(path + ticked))).containsExactly("monday");
        }
    }

    @Test
    void a_filter_that_does_not_exist_is_refused() {
        Web desk = web(intake());

        assertThat(desk.get("/desk?due=never").status()).isEqualTo(422);
        assertThat(desk.get("/desk?state=lost").status()).isEqualTo(422);
        assertThat(desk.get("/desk?after=nowhere").status()).isEqualTo(422);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "act=review",
                "mine=yes",
                "act=applicant",
                "due=later&item=food_permit",
                "due=overdue",
                "due=paused"
            })
    void from_case_to_case_one_goes_through_the_list_that_was_opened_from_end_to_end(String filters) {
        String query = filters + "&" + own;
        List<String> list = shown(query);
        String first = found(OPEN, page(intake(), "/desk?" + query));
        var forth = new ArrayList<String>();
        String last = walk(first, AFTER, forth);
        var back = new ArrayList<String>();

        assertThat(walk(last, BEFORE, back)).isEqualTo(first);

        assertThat(list).isNotEmpty();
        assertThat(forth).containsExactlyElementsOf(list);
        assertThat(back).containsExactlyElementsOf(list.reversed());
        assertThat(page(intake(), first)).contains("‹ 上一件<span class=\"visually-hidden\">：没有了</span>");
        assertThat(page(intake(), last)).contains("下一件<span class=\"visually-hidden\">：没有了</span> ›");
    }

    @Test
    void closed_cases_lead_to_no_others_since_their_list_has_no_index() {
        String first = found(OPEN, page(intake(), "/desk?state=closed&" + own));

        assertThat(first).contains("_list=");
        assertThat(page(intake(), first)).doesNotContain("上一件", "下一件");
    }

    /** The cases on the way, with the first one; answers the address of the last. */
    private String walk(String from, Pattern link, List<String> passed) {
        String at = from;
        for (String next = from; !next.isEmpty(); next = found(link, page(intake(), next))) {
            passed.add(name(next));
            at = next;
        }
        return at;
    }

    private String name(String address) {
        UUID id = id(address);
        return ids.entrySet().stream()
                .filter(one -> one.getValue().equals(id))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static UUID id(String address) {
        return UUID.fromString(address.replaceAll("/desk/cases/([0-9a-f-]{36}).*", "$1"));
    }

    private static String found(Pattern link, String page) {
        var found = link.matcher(page);
        return found.find() ? HtmlUtils.htmlUnescape(found.group(1)) : "";
    }

    @Test
    void after_an_act_that_takes_a_case_off_the_list_one_goes_on_from_where_it_stood() {
        Visitor company = aCompany("苏堤食府");
        Stream.of(1, 2, 3).forEach(one -> office.submitted(company));
        Web desk = web(intake());
        String query = "/desk?act=accept&q=" + encoded(company.name());
        List<String> list = OPEN.matcher(desk.page(query))
                .results()
                .map(found -> HtmlUtils.htmlUnescape(found.group(1)))
                .toList();
        assertThat(list).hasSize(3);
        String second = list.get(1);
        String case2 = "/desk/cases/" + id(second);

        String kept = second.substring(second.indexOf('?') + 1);
        String page = HtmlUtils.htmlUnescape(desk.page(second));
        assertThat(page).contains(case2 + "/explain?" + kept, case2 + "?show=0&" + kept);
        String dialogue = case2 + "/act/accept?" + kept;
        assertThat(page).contains("href=\"" + dialogue + "\"");
        assertThat(desk.page(case2 + "/explain?" + kept)).contains("href=\"" + second + "\"");
        assertThat(desk.page(dialogue)).contains("href=\"" + second + "\"");
        Web.Answer done = desk.post(case2 + "/act/accept", "version", "1", "_list", value(kept));

        assertThat(done.location()).isEqualTo(case2 + "?done=accept&" + kept);
        String after = desk.page(case2 + "?done=accept&" + kept);
        assertThat(after).contains("已办：受理");
        assertThat(found(BEFORE, after)).isEqualTo(list.getFirst());
        assertThat(found(AFTER, after)).isEqualTo(list.getLast());
        assertThat(found(BEFORE, desk.page(list.getLast()))).isEqualTo(list.getFirst());
        assertThat(found(AFTER, desk.page(list.getFirst()))).isEqualTo(list.getLast());
    }

    private static String value(String parameter) {
        return parameter.substring(parameter.indexOf('=') + 1);
    }

    @Test
    void a_dialogue_that_is_refused_or_left_leads_back_to_the_case_with_its_list() {
        String address = found(OPEN, page(intake(), "/desk?state=submitted&item=food_permit&" + own));
        String kept = address.substring(address.indexOf('?') + 1);
        String back = "href=\"" + address + "\"";
        String acts = "/desk/cases/" + ids.get("new") + "/act/";
        String correct = "action=\"" + acts + "correct\\?[^\"]*" + Pattern.quote(kept) + "\"";
        String decline = "action=\"" + acts + "decline\\?[^\"]*" + Pattern.quote(kept) + "\"";
        Web desk = web(intake());

        assertThat(desk.page(acts + "correct?" + kept)).contains(back).containsPattern(correct);
        assertThat(desk.page(acts + "decline?" + kept)).contains(back).containsPattern(decline);
        Web.Answer refused = desk.post(acts + "decline", "version", "1", "_list", value(kept));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains(back).containsPattern(decline);
        assertThat(desk.post(acts + "decline/preview", "version", "1", "_list", value(kept))
                        .body())
                .contains(back)
                .containsPattern(decline);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nowhere!",
                "||||||||",
                "|||||||",
                "|||||||||",
                "lost||||||||",
                "||never||||||",
                "||||||||yesterday",
                "||||||||+999999999-12-31T23:59:59.999999999Z",
                "||||||||-999999999-01-01T00:00:00Z",
                "||||||||0000-01-01T00:00:00Z",
                "|||||||a~b|",
                "|||||||a\tb|",
                "long"
            })
    void what_is_no_list_of_ours_is_none_and_no_failure(String parts) {
        String list = parts.equals("long") ? "|||||||" + "长".repeat(201) + "|" : parts;
        String value = parts.equals("nowhere!")
                ? parts
                : Page.encode(list.replace('|', '\n').replace('~', '\0'));
        UUID id = ids.get("new");
        Web desk = web(intake());

        Web.Answer answer = desk.get("/desk/cases/" + id + "?_list=" + encoded(value));

        assertThat(answer.status()).isEqualTo(200);
        boolean ours = parts.equals("||||||||");
        assertThat(answer.body().contains("下一件")).isEqualTo(ours);
        assertThat(desk.page("/desk/cases/" + id + "/act/accept?_list=" + encoded(value))
                        .contains("href=\"/desk/cases/" + id + "?_list="))
                .isEqualTo(ours);
        assertThat(desk.page("/desk/cases/" + id)).doesNotContain("上一件", "下一件", "_list=");
    }

    @Test
    void next_to_a_case_stand_only_cases_that_the_visitor_may_see() {
        Visitor company = aCompany("玉带食府");
        UUID here = office.submitted(company).caseId();
        UUID there = inShangcheng(company);
        String ofAll = OPEN.matcher(page(office.aSupervisor(), "/desk?q=" + encoded(company.name())))
                .results()
                .map(found -> found.group(1))
                .filter(address -> id(address).equals(here))
                .findFirst()
                .orElseThrow();

        assertThat(page(office.aSupervisor(), ofAll)).contains("/desk/cases/" + there);
        assertThat(page(intake(), ofAll)).contains("下一件").doesNotContain(there.toString());
    }

    @Test
    void in_english_the_neighbours_are_named_too() {
        assertThat(page(intake(), found(OPEN, page(intake(), "/desk?act=review&" + own)) + "&lang=en"))
                .contains("‹ Previous case", "Next case ›", "aria-label=\"Next to it in the list\"");
    }

    private Visitor intake() {
        return office.officer("accept");
    }

    private List<String> shown(String query) {
        return shown(intake(), query);
    }

    /** The company's cases on all pages of a list, in its order. */
    private List<String> shown(Visitor who, String query) {
        var shown = new ArrayList<String>();
        for (String path = "/desk?" + query; !path.isEmpty(); ) {
            String page = page(who, path);
            numbers(page).stream().map(names::get).filter(Objects::nonNull).forEach(shown::add);
            path = next(page);
        }
        return shown;
    }

    private String page(Visitor who, String path) {
        Web.Answer answer = web(who).get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.body();
    }

    private static String next(String page) {
        var link = NEXT.matcher(page);
        return link.find() ? HtmlUtils.htmlUnescape(link.group(1)) : "";
    }

    private static List<String> numbers(String page) {
        return NUMBER.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private List<String> named(String text) {
        return names.entrySet().stream()
                .filter(one -> text.contains(one.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static String row(String page, String number) {
        return Stream.of(page.split("<tr>"))
                .filter(row -> row.contains("<td class=\"code\" data-label=\"办件号\">" + number + "</td>"))
                .findFirst()
                .orElse("");
    }

    private static int count(String page, String bucket) {
        var count = Pattern.compile("<strong class=\"num\">(\\d+)</strong>" + bucket)
                .matcher(page);
        assertThat(count.find()).as(bucket).isTrue();
        return Integer.parseInt(count.group(1));
    }

    private String number(String name) {
        return names.entrySet().stream()
                .filter(one -> one.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }

    private static String[] words(String list) {
        return list.isEmpty() ? new String[0] : list.split(" ");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Web web(Visitor who) {
        return office.web(who);
    }
}
