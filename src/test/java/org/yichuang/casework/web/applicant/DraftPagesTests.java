package org.yichuang.casework.web.applicant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import org.yichuang.casework.Answers;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.CaseRow;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.Casework;
import org.yichuang.casework.Defect;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.casework.Draft;
import org.yichuang.casework.Drafts;
import org.yichuang.casework.NewCase;
import org.yichuang.casework.Office;
import org.yichuang.casework.Receipt;
import org.yichuang.casework.Situations;
import org.yichuang.casework.State;
import org.yichuang.catalogue.CatalogueOffice;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.LocalRules;
import org.yichuang.catalogue.VersionInfo;
import org.yichuang.catalogue.document.DemoItems;
import org.yichuang.journal.Actor;
import org.yichuang.network.Centre;
import org.yichuang.network.Network;
import org.yichuang.network.Unit;
import org.yichuang.shared.Page;
import org.yichuang.shared.web.Ui;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.Api;
import org.yichuang.support.CityTest;
import org.yichuang.support.Locks;
import org.yichuang.support.TestClock;
import org.yichuang.support.Web;

/** A draft on its pages, as its owner goes about them. */
@CityTest
class DraftPagesTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 9);

    @Autowired
    private Office office;

    @Autowired
    private CatalogueOffice items;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Casework casework;

    @Autowired
    private Network network;

    @Autowired
    private TestClock clock;

    @Autowired
    private DSLContext db;

    @Autowired
    private TransactionTemplate transaction;

    @LocalServerPort
    private int port;

    private Web owner = new Web(0);

    private String draft(String login, String item) {
        owner = new Web(port).signedIn(login, "yichuang-demo");
        Visitor visitor = office.known(login);
        UUID id = drafts.start(visitor, item, Answers.XIHU, null).id();
        return "/apply/draft/" + id;
    }

    @Test
    void for_what_the_city_alone_decides_no_district_is_offered() {
        String draft = draft("zhouqiming", "hpf_withdraw");

        assertThat(owner.page(draft)).contains("在哪里办").doesNotContain(draft + "/where");
        assertThat(owner.get(draft + "/where").location()).isEqualTo(draft);
        assertThat(owner.post(draft + "/where", "division", Answers.XIHU).location())
                .isEqualTo(draft);
    }

    @Test
    void the_place_chosen_in_the_guide_is_chosen_where_the_application_begins() {
        Web company = office.web(office.aCompany());
        String ticked = "value=\"" + Answers.XIHU + "\" checked";
        String start = "/apply/food_permit?in=" + Answers.XIHU;

        assertThat(company.page("/items/food_permit?in=" + Answers.XIHU)).contains("href=\"" + start + "\"");
        assertThat(company.page(start)).contains(ticked);
        for (String nowhere : List.of("", "?in=nonsense")) {
            assertThat(company.page("/apply/food_permit" + nowhere))
                    .contains("在哪个区办")
                    .doesNotContain("\" checked");
        }
    }

    @Test
    void what_is_decided_on_the_spot_is_first_looked_at_and_answered_too() {
        Visitor resident = office.aResident();
        UUID spot = drafts.start(resident, "individual_business", Answers.XIHU, null)
                .id();

        assertThat(office.web(resident).page("/apply/draft/" + spot))
                .contains("5 个工作日内一次告诉您全部要补的，过了没说，就算受理。", "受理的，当场决定。")
                .doesNotContain("当场办结");
    }

    @Test
    void only_what_every_window_takes_is_sent_to_any_window() {
        owner = new Web(port).signedIn("zhouqiming", "yichuang-demo");
        String any = "全市的综合窗口都可以收件";

        assertThat(owner.page("/places")).contains("指南写明“同城通办”的事项，全市任何一个综合窗口都可以收件");
        assertThat(owner.page("/apply/id_card")).contains(any, "<h1>居民身份证申领（换领、补领）</h1>");
        assertThat(owner.page("/apply/vehicle_reg"))
                .contains("<h1>申请机动车", "由杭州市公安局收件", "href=\"/items/vehicle_reg#where\">找窗口")
                .doesNotContain(any);
        Visitor company = office.known("qingheli");
        Draft begun = drafts.start(company, Office.FOOD, Answers.XIHU, null);
        var elsewhere = new DraftPage(
                begun, office.item("vehicle_reg"), company.name(), null, false, TODAY, LocalRules.DEFAULT);
        assertThat(elsewhere.windowsHref()).isEqualTo("/items/vehicle_reg#where");
        owner = new Web(port).signedIn("qingheli", "yichuang-demo");
        assertThat(owner.page(elsewhere.href())).contains("href=\"/places\">去窗口");
    }

    @Test
    void a_paper_that_an_answer_makes_necessary_is_a_task_still_to_be_done() {
        assertThat(attorney("no")).isEmpty();
        assertThat(attorney("yes")).extracting(TaskList.Task::state).containsExactly(TaskList.Task.State.TODO);
    }

    /** The task of the power of attorney, when somebody acts for who applies or nobody does. */
    private List<TaskList.Task> attorney(String agent) {
        ItemVersion item = office.item("realestate_transfer");
        var draft = new Draft(
                UUID.randomUUID(),
                UUID.randomUUID(),
                item.code(),
                item.version(),
                null,
                Map.of("agent", agent),
                List.of(),
                DeliveryWay.ELECTRONIC,
                clock.instant());
        return TaskList.of(new DraftPage(draft, item, "何小满", null, false, TODAY, LocalRules.DEFAULT))
                .tasks()
                .filter(task -> String.valueOf(task.href()).endsWith("#m-power_attorney"))
                .toList();
    }

    @Test
    void who_applies_again_is_shown_the_case_that_is_running() {
        Visitor company = office.aCompany();
        Receipt running = office.submitted(company);
        owner = office.web(company);

        assertThat(owner.page("/apply/" + Office.FOOD))
                .contains("您有正在办的", "/my/cases/" + running.caseId() + "\">" + running.number(), "开始填写");
        assertThat(owner.page("/apply/small_catering")).doesNotContain(running.number());
        office.act(company, running.caseId(), new CaseAct.Withdraw("不开了"));
        assertThat(owner.page("/apply/" + Office.FOOD)).doesNotContain("/my/cases/" + running.caseId());
    }

    @Test
    void that_more_cases_are_running_than_are_listed_is_said() {
        Visitor company = office.aCompany();
        for (int i = 0; i < CaseRow.LISTED; i++) {
            office.submitted(company);
        }
        owner = office.web(company);
        String more = "还有更早的，<a href=\"/my/cases\">";

        assertThat(owner.page("/apply/" + Office.FOOD)).doesNotContain(more);
        office.submitted(company);
        String start = owner.page("/apply/" + Office.FOOD);
        assertThat(start).contains(more);
        assertThat(start.split("<a href=\"/my/cases/", -1)).hasSize(CaseRow.LISTED + 1);
        String intake = "/desk/intake/" + Office.FOOD + "/" + company.id();
        assertThat(office.web(office.officer("accept")).page(intake)).contains("这里只列最近的 10 件。");
    }

    @Test
    void where_a_decision_is_collected_that_is_not_delivered_yet_is_said_to_its_applicant_and_by_its_query_code() {
        Visitor company = office.aCompanyAtWindow();
        UUID id = office.takenAtWindow(office.granted(company));
        CaseView view = office.view(id);
        String tracked = "/track/" + view.queryCode();
        Unit unit = network.unit(view.place().unit()).orElseThrow();
        Centre centre =
                network.centre(network.windowsOf(unit).getFirst().centre()).orElseThrow();
        Web stranger = new Web(port);

        assertThat(stranger.page(tracked))
                .contains("决定已经作出，还没有送到", "还没有开通账户的收不到", centre.name().zh(), centre.address())
                .contains(centre.name().zh() + " 1 楼 B 区 11、12 号窗口，2 楼 B 区 23、24、25、26 号窗口</b>");
        assertThat(new Web(port).page(tracked + "?lang=en"))
                .contains(", Floor 1, area B, windows 11, 12; Floor 2, area B, windows 23, 24, 25, 26</b>");
        assertThat(office.web(company).page("/my/cases/" + id))
                .contains("决定已经作出，最迟", "带身份证件，到", centre.name().zh(), centre.address());
        office.act(office.officer("accept"), id, new CaseAct.ChooseDelivery(DeliveryWay.WINDOW));
        assertThat(stranger.page(tracked)).contains("申请人选的是窗口领取，请带身份证件到：");
        office.act(office.officer("deliver"), id, new CaseAct.Deliver(null, ""));
        assertThat(stranger.page(tracked)).doesNotContain("还没有送到");
    }

    @Test
    void a_running_case_and_one_that_came_to_nothing_are_found_behind_a_page_of_later_cases() {
        Visitor company = office.aCompany();
        Receipt running = office.submitted(company);
        Receipt nothing = office.submitted(company);
        office.act(company, nothing.caseId(), new CaseAct.Withdraw("不开了"));
        String later = "inv_filing";
        for (int i = 0; i < Page.DEFAULT_SIZE; i++) {
            casework.file(company, office.application(company, later));
        }

        assertThat(office.web(company).page("/apply/" + Office.FOOD))
                .contains("/my/cases/" + running.caseId() + "\">" + running.number())
                .contains("name=\"from\" value=\"" + nothing.caseId());
    }

    @Test
    void a_draft_of_an_item_that_is_not_offered_any_more_is_read_whole_and_invites_to_nothing() {
        String code = "t" + UUID.randomUUID().toString().replace("-", "");
        ItemVersion item = DemoItems.changed("pension", "code: pension\n", "code: " + code + "\n");
        VersionInfo published = items.publishAtOnce(item, Actor.SYSTEM);
        Visitor resident = office.aResident();
        Draft draft = drafts.start(resident, code, Answers.XIHU, null);
        drafts.save(resident, draft.id(), Answers.fitting(item));
        owner = office.web(resident);
        String page = "/apply/draft/" + draft.id();
        assertThat(owner.page(page)).contains("提交以后", "去窗口，工作人员帮您填");

        items.retire(code, published.version(), published.revision(), Actor.SYSTEM);

        assertThat(owner.page(page))
                .contains("已经停办", "<a href=\"" + page + "/check\">全部内容</a>", "只能看")
                .doesNotContain("提交以后", "核对", "去窗口", "/where\"");
        assertThat(owner.page(page + "/check"))
                .contains("不能再提交", "<dd class=\"said\">13800138000</dd>")
                .doesNotContain("提交申请", "aria-label=\"改", "核对");
    }

    @Test
    void who_applies_again_begins_with_what_the_earlier_case_said_and_is_told_from_which() {
        Visitor company = office.aCompany();
        UUID earlier = office.submitted(company).caseId();
        office.act(company, earlier, new CaseAct.Withdraw("不开了"));
        CaseView view = office.view(company, earlier);
        String start = "/apply/" + Office.FOOD;
        owner = office.web(company);

        assertThat(owner.page("/my/cases/" + earlier)).contains(start + "?from=" + earlier);
        String offered = "name=\"from\" value=\"" + earlier + "\"";
        assertThat(owner.page(start)).contains(offered + ">", view.number() + "</b><small>已撤回");
        assertThat(owner.page(start + "?from=" + earlier))
                .contains(offered + " checked", "value=\"" + Answers.XIHU + "\" checked");
        String begun = String.valueOf(owner.post(start, "division", Answers.XIHU, "from", earlier.toString())
                .location());
        Draft draft = drafts.get(company, UUID.fromString(begun.replaceAll(".*draft/|[?].*", "")));

        assertThat(draft.answers().keySet()).containsAll(view.answers().keySet());
        assertThat(draft.answers())
                .containsEntry("contact_phone", view.answers().get("contact_phone"));
        assertThat(draft.materials()).isEqualTo(view.materials());
        assertThat(owner.page(begun))
                .contains(view.number() + "</a>（已撤回）带来了 " + view.answers().size() + " 项回答、"
                        + view.materials().size() + " 份文件")
                .doesNotContain("没有带来");
        drafts.detach(
                company,
                draft.id(),
                Objects.requireNonNull(view.materials().getFirst().file()));
        assertThat(owner.page(begun)).contains("没有带来，要重新填或传的：");
        assertThat(new Web(port)
                        .signedIn("zhouqiming", "yichuang-demo")
                        .get("/apply/hpf_withdraw?from=" + earlier)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_draft_that_was_submitted_leads_to_its_case_by_every_one_of_its_pages() {
        Visitor company = office.known("qingheli");
        NewCase application = office.application(company, Office.FOOD);
        UUID draft = drafts.start(company, Office.FOOD, Answers.XIHU, null).id();
        drafts.save(company, draft, application.answers());
        application.materials().forEach(handed -> drafts.attach(company, draft, handed));
        drafts.submit(company, draft);
        owner = new Web(port).signedIn("qingheli", "yichuang-demo");

        for (String page : List.of("", "/check", "/materials", "/q/water", "/where", "/delete")) {
            assertThat(owner.get("/apply/draft/" + draft + page).location())
                    .as(page)
                    .isEqualTo("/my/cases/" + draft);
        }
        assertThat(new Web(port)
                        .signedIn("zhouqiming", "yichuang-demo")
                        .get("/apply/draft/" + draft)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_withdrawal_pressed_twice_is_answered_as_the_first_time() {
        Visitor company = office.known("qingheli");
        String page = "/my/cases/" + office.submitted(company).caseId();
        owner = new Web(port).signedIn("qingheli", "yichuang-demo");
        var form = Pattern.compile("action=\"([^\"]+/withdraw\\?[^\"]+)\"").matcher(owner.page(page + "/withdraw"));
        assertThat(form.find()).isTrue();

        Web.Answer first = owner.post(form.group(1), "version", "1", "reason", "不开了");
        Web.Answer again = owner.post(form.group(1), "version", "1", "reason", "不开了");

        assertThat(first.location()).startsWith(page);
        assertThat(again.location()).isEqualTo(first.location());
        assertThat(again.status()).isEqualTo(first.status());
    }

    @Test
    void a_case_that_moved_on_meanwhile_is_shown_as_it_stands_and_keeps_what_was_typed() {
        Visitor company = office.known("qingheli");
        UUID id = office.submitted(company).caseId();
        String page = "/my/cases/" + id;
        owner = new Web(port).signedIn("qingheli", "yichuang-demo");
        office.act(office.officer("accept"), id, new CaseAct.Accept());
        int now = office.view(id).version();

        Web.Answer delivery = owner.post(page + "/delivery", "version", "1", "way", "WINDOW");
        Web.Answer withdrawal = owner.post(page + "/withdraw", "version", "1", "reason", "换地方开店");

        String changed = "这个办件刚刚有了变化";
        assertThat(delivery.status()).isEqualTo(409);
        assertThat(delivery.body()).contains(changed, "name=\"version\" value=\"" + now + "\"", page + "/delivery");
        assertThat(withdrawal.status()).isEqualTo(409);
        assertThat(withdrawal.body()).contains(changed, "name=\"version\" value=\"" + now + "\"", "换地方开店");
        assertThat(office.view(id).version()).isEqualTo(now);
    }

    @Test
    void what_else_is_missing_is_told_along_with_the_declaration() {
        Visitor company = office.known("qingheli");
        UUID draft = drafts.start(company, Office.FOOD, Answers.XIHU, null).id();
        owner = new Web(port).signedIn("qingheli", "yichuang-demo");
        int missing = drafts.check(company, draft).size();

        Web.Answer sent = owner.post("/apply/draft/" + draft + "/check", "declared", "");

        assertThat(missing).isGreaterThan(3);
        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.body()).contains("还不能提交，有 " + (missing + 1) + " 处要补", "请确认内容真实");
        drafts.delete(company, draft);
    }

    @Test
    void the_way_that_was_chosen_already_is_noted_without_an_act() {
        Visitor company = office.known("qingheli");
        UUID id = office.submitted(company).caseId();
        CaseView before = office.view(id);
        owner = new Web(port).signedIn("qingheli", "yichuang-demo");

        Web.Answer sent = owner.post(
                "/my/cases/" + id + "/delivery",
                "version",
                "1",
                "way",
                before.way().name());

        assertThat(owner.page(Objects.requireNonNull(sent.location()))).contains("记下了，就这样送。");
        assertThat(office.view(id)).isEqualTo(before);
        Api.Answer refused = office.api(company)
                .post(
                        "/api/v1/cases/" + id + "/delivery-way",
                        Api.JSON
                                .createObjectNode()
                                .put("version", 1)
                                .put("way", before.way().name()));
        assertThat(refused.fields()).as(refused.text()).containsExactly("way");
    }

    @Test
    void each_button_of_the_case_page_pressed_twice_is_answered_as_the_first_time(@Autowired Situations situations) {
        UUID id = situations.in(State.DELIVERED);
        Web company = office.web(office.owner(id));
        pressedTwice(company, "/my/cases/" + id, "received");
        UUID open = situations.in(State.SUBMITTED);
        pressedTwice(office.web(office.owner(open)), "/my/cases/" + open, "delivery", "way", "WINDOW");
    }

    private void pressedTwice(Web company, String page, String act, String... fields) {
        var form = Pattern.compile(
                        "action=\"(" + page + "/" + act + "\\?[^\"]+)\".*?name=\"version\" value=\"(\\d+)\"",
                        Pattern.DOTALL)
                .matcher(company.page(page));
        assertThat(form.find()).isTrue();
        String[] all = Stream.concat(Stream.of("version", form.group(2)), Stream.of(fields))
                .toArray(String[]::new);

        Web.Answer first = company.post(form.group(1), all);
        Web.Answer again = company.post(form.group(1), all);

        assertThat(first.location()).isEqualTo(page + "?done=" + act);
        assertThat(again.location()).isEqualTo(first.location());
    }

    @Test
    void what_has_ended_is_not_offered_to_be_withdrawn() {
        Visitor company = office.known("qingheli");
        UUID id = office.submitted(company).caseId();
        office.act(company, id, new CaseAct.Withdraw("不开了"));
        owner = new Web(port).signedIn("qingheli", "yichuang-demo");

        assertThat(owner.get("/my/cases/" + id + "/withdraw").location()).isEqualTo("/my/cases/" + id);
    }

    @Test
    void who_looks_a_case_up_without_its_code_is_told_so_and_not_that_there_is_none() {
        var looked = new Web(port).get("/track?number=XH26-000001-1&code=");

        assertThat(looked.status()).isEqualTo(422);
        assertThat(looked.body()).contains("请填写查询码", "value=\"XH26-000001-1\"").doesNotContain("没有对得上");
    }

    @Test
    void a_query_code_is_asked_for_first_and_taken_from_the_box_of_the_number_too() {
        Receipt filed = office.submitted(office.known("qingheli"));
        Receipt other = office.submitted(office.known("qingheli"));
        String track = "/track/" + filed.queryCode();
        var stranger = new Web(port);

        assertThat(stranger.page("/track")).containsSubsequence("id=\"code\"", "id=\"number\"");
        assertThat(stranger.get("/track?code=&number=" + filed.queryCode()).location())
                .isEqualTo(track);
        assertThat(stranger.get("/track?code=" + filed.number() + "&number=" + filed.queryCode())
                        .location())
                .isEqualTo(track);
        var both = stranger.get("/track?code=" + other.number() + "&number=" + filed.queryCode());
        assertThat(both.status()).isEqualTo(404);
        assertThat(both.body()).contains("同一张收件凭证");
        var wrong = stranger.get("/track?code=&number=22222-22222");
        assertThat(wrong.status()).isEqualTo(404);
        assertThat(wrong.body()).contains("没有对得上的办件", "name=\"code\" value=\"22222-22222\"");
    }

    @Test
    void by_when_to_correct_is_told_in_the_list_and_to_who_looks_the_case_up() {
        Visitor company = office.aCompany();
        Receipt filed = office.submitted(company);
        var wrong = new Defect(null, "seats", "和平面图对不上", "按平面图填写");
        office.act(office.officer("accept"), filed.caseId(), new CaseAct.Notice(List.of(wrong)));
        Instant due = Objects.requireNonNull(
                Objects.requireNonNull(office.view(filed.caseId()).notice()).dueAt());
        var at = DateTimeFormatter.ofPattern("M月d日 HH:mm").withZone(Ui.ZONE).format(due);
        owner = office.web(company);

        assertThat(owner.page("/my/cases")).contains("<b>" + at + " 前</b>");
        assertThat(owner.page("/track/" + filed.queryCode())).contains(at.substring(at.indexOf(' ')) + " 前补好");
    }

    @Test
    void what_to_compare_is_told_without_a_word_about_which_of_number_and_code_there_is() {
        Receipt one = office.submitted(office.known("qingheli"));
        Receipt other = office.submitted(office.known("qingheli"));
        List<String> pairs = List.of(
                other.number() + "&code=" + one.queryCode(),
                "XH26-000000-0&code=" + one.queryCode(),
                one.number() + "&code=22222-22222",
                one.number() + "&code=O");

        assertThat(pairs)
                .allSatisfy(pair -> assertThat(
                                new Web(port).get("/track?number=" + pair).body())
                        .contains("同一张收件凭证", "没有 0、O、1、I", "只凭查询码查"));
        assertThat(new Web(port).get("/track?code=22222-22222").body())
                .contains("没有对得上的办件")
                .doesNotContain("把办件号清空");
    }

    @Test
    void a_case_number_typed_without_its_dashes_is_that_of_the_case() {
        Receipt filed = office.submitted(office.known("qingheli"));
        String number = filed.number().replace("-", "").toLowerCase(Locale.ROOT);

        var looked = new Web(port).get("/track?number=" + number + "&code=" + filed.queryCode());

        assertThat(looked.location()).isEqualTo("/track/" + filed.queryCode());
    }

    @Test
    void how_long_it_takes_to_fill_in_is_said_only_to_who_can_fill_it_in() {
        owner = new Web(port).signedIn("zhouqiming", "yichuang-demo");

        assertThat(owner.page("/apply/hpf_withdraw")).contains("写到哪里存到哪里");
        assertThat(owner.page("/apply/id_card")).doesNotContain("写到哪里存到哪里");
        assertThat(owner.page("/apply/" + Office.FOOD)).doesNotContain("写到哪里存到哪里");
    }

    @Test
    void where_only_the_streets_of_one_district_are_offered_another_district_is_one_press_away() {
        String draft = draft("qingheli", Office.FOOD);

        assertThat(owner.page(draft + "/q/address")).contains(draft + "/where");
        assertThat(owner.page(draft + "/q/layout")).doesNotContain(draft + "/where");
    }

    @Test
    void two_pages_of_one_question_are_not_promised_what_saving_by_itself_does_not_do() {
        Visitor company = office.known("qingheli");
        String draft = draft("qingheli", Office.FOOD);
        String seen = mark(owner.page(draft + "/q/address"));
        drafts.save(
                company,
                UUID.fromString(draft.substring(draft.lastIndexOf('/') + 1)),
                Map.of("address", "转塘街道外桐坞村 1 号"));

        assertThat(owner.put(draft + "/fields", "_question", "address", "_seen", seen, "address", "象山路 2 号")
                        .body())
                .contains("请按“保存”，再看以哪边为准")
                .doesNotContain("再按一次");
        assertThat(owner.post(draft + "/q/address", "_seen", seen, "address", "象山路 2 号")
                        .body())
                .contains("再按一次“保存”，就以这里的为准");
    }

    @Test
    void of_two_pages_of_one_question_that_are_saved_in_the_same_moment_the_second_is_told() {
        String draft = draft("qingheli", Office.FOOD);
        String seen = mark(owner.page(draft + "/q/address"));
        List<Future<String>> told = new ArrayList<>();
        try (var pages = Executors.newVirtualThreadPerTaskExecutor()) {
            transaction.executeWithoutResult(status -> {
                db.execute(
                        "select 1 from casework.draft where id = ? for update",
                        UUID.fromString(draft.substring(draft.lastIndexOf('/') + 1)));
                for (String address : List.of("象山路 1 号", "象山路 2 号")) {
                    told.add(pages.submit(() -> owner.put(
                                    draft + "/fields", "_question", "address", "_seen", seen, "address", address)
                            .body()));
                }
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> Locks.waiting(db, "pg_advisory_xact_lock", "casework.draft") >= told.size());
            });
        }

        assertThat(told.stream().map(Future::resultNow))
                .filteredOn(answer -> answer.contains("再看以哪边为准"))
                .hasSize(1);
    }

    private static String mark(String page) {
        var mark = Pattern.compile("name=\"_seen\"[^>]*value=\"([^\"]*)\"").matcher(page);
        assertThat(mark.find()).isTrue();
        return mark.group(1);
    }

    @Test
    void a_year_without_another_application_is_threatened_for_dangerous_licences_alone() {
        assertThat(checked(Office.FOOD, "qingheli")).contains("直接关系公共安全、人身健康、生命财产安全的，一年内不能再申请这一项（行政许可法第七十八条）");
        assertThat(checked("hpf_withdraw", "zhouqiming"))
                .contains("提供虚假材料的，依法不予办理")
                .doesNotContain("许可法", "一年内");
    }

    @Test
    void what_was_changed_elsewhere_after_the_check_is_shown_before_it_is_submitted() {
        Visitor company = office.aCompany();
        UUID draft = office.draft(company);
        String check = "/apply/draft/" + draft + "/check";
        owner = office.web(company);
        String read = reading(owner.page(check));
        drafts.save(company, draft, Map.of("premises_area", "99"));

        Web.Answer unticked = owner.post(check, "reading", read);
        assertThat(unticked.status()).isEqualTo(422);
        assertThat(reading(unticked.body())).as("not told yet").isEqualTo(read);
        Web.Answer stale = owner.post(check, "declared", "yes", "reading", read);

        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.body()).contains("申请又改动过", "99");
        assertThat(drafts.get(company, draft).answers()).containsEntry("premises_area", "99");
        assertThat(owner.post(check, "declared", "yes", "reading", reading(stale.body()))
                        .location())
                .isEqualTo("/my/cases/" + draft + "/receipt");
        assertThat(owner.post("/apply/draft/" + draft + "/q/premises", "premises_area", "1")
                        .location())
                .as("and from an old page of it there is a way to the case")
                .isEqualTo("/my/cases/" + draft);
    }

    /** The page was opened when another unit was competent. */
    @Test
    void a_check_page_that_named_another_unit_is_shown_again_with_the_one_it_goes_to() {
        Visitor company = office.aCompany();
        UUID draft = office.draft(company);
        Web browser = office.web(company);
        String check = "/apply/draft/" + draft + "/check";
        String read = reading(browser.page(check));
        assertThat(read).endsWith("/" + Office.UNIT);
        String before = read.replace("/" + Office.UNIT, "/330102-scjg");

        Web.Answer moved = browser.post(check, "declared", "yes", "reading", before);

        String unit = network.unit(Office.UNIT).orElseThrow().name().zh();
        assertThat(moved.status()).isEqualTo(409);
        assertThat(moved.body()).contains("办这件事的单位变了：现在交给" + unit);
        assertThat(office.cases(company)).isZero();
        assertThat(browser.post(check, "declared", "yes", "reading", reading(moved.body()))
                        .location())
                .isEqualTo("/my/cases/" + draft + "/receipt");
    }

    private static String reading(String page) {
        var mark = Pattern.compile("name=\"reading\" value=\"([^\"]*)\"").matcher(page);
        assertThat(mark.find()).isTrue();
        return mark.group(1);
    }

    private String checked(String item, String login) {
        String draft = draft(login, item);
        return owner.page(draft + "/check");
    }

    @Test
    void a_limit_of_the_law_that_counts_from_the_receipt_is_not_said_to_count_from_acceptance() {
        assertThat(body("qingheli", "company_change"))
                .contains("法定从收到材料起 3 个工作日")
                .doesNotContain("法定是");
        assertThat(body("qingheli", Office.FOOD)).contains("法定是").doesNotContain("法定从收到材料起");
    }

    private String body(String login, String item) {
        String draft = draft(login, item);
        return owner.page(draft);
    }

    @Test
    void until_when_a_draft_is_kept_is_told_on_its_page_and_in_the_list_in_both_languages() {
        String draft = draft("qingheli", Office.FOOD);

        assertThat(owner.page(draft)).contains("草稿留到 2027年4月7日(周三)，即最后一次保存后 180 天");
        assertThat(owner.page("/my/cases")).contains("data-label=\"留到\">2027年4月7日(周三)");
        assertThat(owner.page(draft + "?lang=en")).contains("kept until 7 Apr 2027, 180 days after it was last saved");
        assertThat(owner.page("/my/cases?lang=en")).contains("data-label=\"Kept until\">7 Apr 2027");
    }

    @Test
    void where_a_matter_lies_is_mended_on_the_page_that_asks_for_it() {
        String draft = draft("qingheli", Office.FOOD);

        assertThat(owner.page(draft + "/check"))
                .contains("还没有选区和街道", "href=\"" + draft + "/q/address#division\"")
                .doesNotContain(draft + "/where");
    }
}
