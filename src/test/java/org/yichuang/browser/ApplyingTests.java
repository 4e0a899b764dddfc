package org.yichuang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Route;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.Casework;
import org.yichuang.casework.Defect;
import org.yichuang.casework.Drafts;
import org.yichuang.casework.NewCase;
import org.yichuang.casework.Office;
import org.yichuang.casework.State;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.CityTest;

/** Applying, with what a browser can lack: scripts, a mouse, a second look. */
@CityTest
class ApplyingTests {
    private static final int MOST_QUESTIONS = 12;

    @LocalServerPort
    private int port;

    @Autowired
    private Office office;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Casework casework;

    private String address() {
        return "http://localhost:" + port;
    }

    private Person person(String login) {
        return Chromium.person(address()).signsIn(login, StoriesTests.PASSWORD);
    }

    @Test
    void without_scripts_one_applies_up_to_the_receipt() {
        try (Person owner = Chromium.withoutScripts(address()).signsIn("qingheli", StoriesTests.PASSWORD)) {
            StoriesTests.filesAFoodPermit(owner);
            owner.sees("待受理").sees("收件凭证");
        }
    }

    @Test
    void by_keyboard_alone_one_applies_up_to_the_receipt() {
        try (Person resident = person("zhouqiming")) {
            resident.opens("/items/si_person").enters("a[href^='/apply/']");
            resident.spaces("input[name=division]").enters("form[action^='/apply/'] button");
            resident.enters("main a[href*='/q/']");
            Map<String, List<String>> picks = Map.of(
                    "insurance", List.of("input[name=insurances]", "input[name=status]"),
                    "receive", List.of("input[name=receive]"));
            for (int i = 0; i < MOST_QUESTIONS && resident.page().url().contains("/q/"); i++) {
                String question = resident.page().url().replaceAll(".*/q/([a-z_]+).*", "$1");
                picks.getOrDefault(question, List.of()).forEach(resident::spaces);
                if (question.equals("place")) {
                    resident.tabsTo("select[name=division]").page().keyboard().press("ArrowDown");
                }
                resident.enters("#ask .actions button");
            }
            resident.spaces("input[name=declared]").enters(".btn-submit");
            resident.sees("办件号").sees("查询码");
        }
    }

    @Test
    void what_is_wrong_stands_beside_the_field_and_the_summary_leads_there() {
        try (Person owner = person("qingheli")) {
            owner.opens("/items/food_permit").follows("在线申请");
            owner.page()
                    .locator("input[name=division][value^='330106']")
                    .first()
                    .check();
            owner.presses("开始填写");
            owner.opens(owner.page().url() + "/q/layout");
            owner.page().fill("#premises_area", "八十六");
            owner.presses("保存，下一项");
            assertThat(owner.page().locator("#premises_area")).hasValue("八十六");
            assertThat(owner.page().locator("#premises_area-error")).isVisible();
            owner.page().locator("#errors a[href='#premises_area']").click();
            assertThat(owner.page().locator("#premises_area")).isInViewport();
        }
    }

    @Test
    void a_file_that_was_chosen_is_there_without_a_button() {
        try (Person owner = person("qingheli")) {
            String materials = begins(owner) + "/materials";
            owner.opens(materials)
                    .hands("#f-layout_equipment_work_flow", "布局图.pdf", "application/pdf", StoriesTests.PDF)
                    .follows("下一项");
            owner.opens(materials).sees("布局图.pdf");
        }
    }

    @Test
    void while_a_file_is_on_its_way_nothing_else_is_taken_and_a_page_that_is_gone_back_to_is_asked_for_anew() {
        try (Person owner = person("qingheli")) {
            owner.opens(begins(owner) + "/materials");
            var main = owner.page().locator("#main");
            owner.page().route("**/materials/*", route -> route.fulfill(new Route.FulfillOptions().setStatus(204)));

            owner.uploads("#f-layout_equipment_work_flow", "布局图.pdf", "application/pdf", StoriesTests.PDF);
            assertThat(main).hasJSProperty("inert", true);

            String back = "() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))";
            owner.leads(() -> owner.page().evaluate(back));
            assertThat(main).hasJSProperty("inert", false);
        }
    }

    /** Begins an application; answers where its draft is. */
    private static String begins(Person owner) {
        owner.opens("/apply/food_permit");
        owner.page().locator("input[name=division][value^='330106']").first().check();
        return owner.presses("开始填写").page().url();
    }

    @Test
    void a_page_says_what_it_saved_and_of_a_save_that_failed_what_it_failed_of() {
        try (Person owner = person("qingheli")) {
            owner.opens(begins(owner) + "/q/layout").sees("上次保存 10:24:00").doesNotSee("自动保存");
            var saved = owner.page().locator("#saved");
            owner.page().route("**/fields?*", route -> route.fulfill(new Route.FulfillOptions().setStatus(401)));
            owner.page().fill("#premises_area", "86");
            assertThat(saved).containsText("登录已过期，请在新标签页登录");
            owner.page().unroute("**/fields?*");
            owner.page().route("**/fields?*", Route::abort);
            owner.page().fill("#premises_area", "87");
            assertThat(saved).containsText("请检查网络");
            owner.page().unroute("**/fields?*");
            owner.page().fill("#premises_area", "88");
            assertThat(saved).containsText("已自动保存，可以放心离开");
        }
    }

    @Test
    void what_was_typed_last_is_kept_however_the_page_is_left() {
        try (Person owner = person("qingheli")) {
            String draft = begins(owner);
            owner.opens(draft + "/q/layout");
            owner.page().fill("#premises_area", "86");
            owner.page().fill("#kitchen_area", "24");
            owner.follows("回到清单").opens(draft + "/q/layout");
            assertThat(owner.page().locator("#premises_area")).hasValue("86");
            assertThat(owner.page().locator("#kitchen_area")).hasValue("24");

            owner.page().fill("#seats", "12");
            owner.page().navigate(draft);
            UUID id = UUID.fromString(draft.substring(draft.lastIndexOf('/') + 1));
            await().until(() ->
                    drafts.get(office.known("qingheli"), id).answers().containsKey("seats"));
        }
    }

    @Test
    void a_save_that_failed_keeps_the_page_and_the_next_press_leaves_it() {
        try (Person owner = person("qingheli")) {
            String draft = begins(owner);
            owner.opens(draft + "/q/layout");
            owner.page().route("**/fields?*", Route::abort);
            owner.page().fill("#premises_area", "86");
            owner.page().locator(".bar a").click();
            assertThat(owner.page().locator("#saved")).containsText("请检查网络");
            assertThat(owner.page().locator("#premises_area")).hasValue("86");
            owner.follows("回到清单").sees("未开始");
        }
    }

    @Test
    void a_page_whose_save_never_begins_is_left_at_the_first_press_and_what_was_typed_is_sent_along() {
        try (Person owner = person("qingheli")) {
            String draft = begins(owner);
            owner.opens(draft + "/q/layout");
            owner.page().evaluate("() => document.addEventListener('htmx:confirm', (event) => event.preventDefault())");
            owner.page().fill("#premises_area", "86");
            owner.follows("回到清单");
            UUID id = UUID.fromString(draft.substring(draft.lastIndexOf('/') + 1));
            await().until(() ->
                    drafts.get(office.known("qingheli"), id).answers().containsKey("premises_area"));
        }
    }

    @Test
    void two_points_about_one_field_are_mended_in_one_place() {
        try (Person owner = person("qingheli")) {
            UUID id = noticed(
                    new Defect(null, "seats", "和平面图对不上", "按平面图填写"), new Defect(null, "seats", "没有算外摆", "把外摆算进去"));
            owner.opens("/my/cases/" + id + "/supplement")
                    .sees("补正 2 处")
                    .sees("和平面图对不上")
                    .sees("没有算外摆");
            assertThat(owner.page().locator("input[name=seats]")).hasCount(1);
            owner.page().fill("#seats", "30");
            owner.presses("交补正材料").sees("待受理");
        }
    }

    @Test
    void what_another_answer_asks_for_is_corrected_with_it() {
        try (Person owner = person("qingheli")) {
            UUID id = noticed(new Defect(null, "water", "现场是山泉", "请改成自己取水"));
            owner.opens("/my/cases/" + id + "/supplement");
            assertThat(owner.page().locator("#water_place")).isHidden();
            owner.page().check("#water--own");
            owner.presses("交补正材料").sees("还没有写在哪里取水");
            owner.page().locator("#errors a[href='#water_place']").click();
            owner.page().fill("#water_place", "枫树岭屋后泉眼");
            owner.page().fill("#water_amount", "1.5");
            owner.page().check("#water_report--no");
            owner.presses("交补正材料").sees("待受理");
            assertThat(office.view(office.owner(id), id).answers())
                    .containsEntry("water", "own")
                    .containsEntry("water_place", "枫树岭屋后泉眼");
        }
    }

    @Test
    void an_answer_that_hangs_on_another_is_asked_once_where_the_notice_names_both() {
        try (Person owner = person("qingheli")) {
            Visitor company = office.known("qingheli");
            NewCase usual = office.application(company, "food_permit");
            var answers = new HashMap<>(usual.answers());
            answers.putAll(Map.of("business_kind", "canteen", "canteen_people", "12"));
            var canteen = new NewCase(usual.item(), usual.division(), answers, usual.materials(), null);
            UUID id = noticed(
                    casework.file(company, canteen).caseId(),
                    new Defect(null, "canteen_people", "少算了", "请写就餐人数"),
                    new Defect(null, "business_kind", "请再核对", "核对主体业态"));
            owner.opens("/my/cases/" + id + "/supplement").sees("请写就餐人数");
            assertThat(owner.page().locator("input[name=canteen_people]")).hasCount(1);
            owner.page().fill("#canteen_people", "120");
            owner.presses("交补正材料").sees("待受理");
            assertThat(office.view(office.owner(id), id).answers()).containsEntry("canteen_people", "120");
        }
    }

    @Test
    void what_was_written_for_a_correction_is_there_again_until_it_is_handed_in() {
        try (Person owner = person("qingheli")) {
            String page = "/my/cases/" + noticed(new Defect(null, "seats", "和平面图对不上", "按平面图填写")) + "/supplement";
            owner.opens(page).page().fill("#seats", "31");
            owner.opens("/items").opens(page);
            assertThat(owner.page().locator("#seats")).hasValue("31");
            owner.page().fill("#seats", "many");
            owner.presses("交补正材料").opens(page);
            assertThat(owner.page().locator("#seats")).hasValue("many");
            owner.page().fill("#seats", "32");
            owner.presses("交补正材料").sees("待受理");
            assertThat(owner.page().evaluate("() => Object.keys(sessionStorage).filter(key => key.startsWith('kept'))"))
                    .isEqualTo(List.of());
        }
    }

    @Test
    void corrections_handed_in_while_they_are_being_saved_go_when_that_is_done_in_an_old_browser_too() {
        try (Person owner = person("qingheli")) {
            var page = owner.page();
            page.addInitScript("delete HTMLFormElement.prototype.requestSubmit");
            owner.opens("/my/cases/" + noticed(new Defect(null, "seats", "和平面图对不上", "按平面图填写")) + "/supplement");
            var saves = new ArrayDeque<Route>();
            page.route("**/supplement/fields", saves::add);
            page.fill("#seats", "31");
            page.waitForCondition(() -> !saves.isEmpty());

            owner.leads(() -> {
                page.getByText("交补正材料").click();
                saves.remove().resume();
            });
            owner.sees("待受理");
        }
    }

    @Test
    void what_a_newcomer_typed_goes_along_into_the_other_language_and_nowhere_else() {
        try (Person newcomer = Chromium.person(address())) {
            newcomer.opens("/register").fills("姓名", "何小满").page().fill("#password", "not to be kept");
            newcomer.follows("English").sees("Register and sign in");
            assertThat(newcomer.page().locator("#name")).hasValue("何小满");
            assertThat(newcomer.page().locator("#password")).hasValue("");
            newcomer.opens("/register");
            assertThat(newcomer.page().locator("#name")).hasValue("");
        }
    }

    private UUID noticed(Defect... defects) {
        return noticed(office.submitted(office.known("qingheli")).caseId(), defects);
    }

    private UUID noticed(UUID id, Defect... defects) {
        office.act(office.known("zhengxiaowen"), id, new CaseAct.Notice(List.of(defects)));
        return id;
    }

    @Test
    void a_new_applicant_at_a_window_takes_home_a_code_that_is_shown_once() {
        try (Person window = person("zhengxiaowen");
                Person applicant = Chromium.person(address())) {
            window.opens("/desk/intake?q=食品经营许可");
            window.page().check("input[name=item][value=food_permit]");
            window.page().check("input[name=kind][value=company]");
            window.page().fill("#number", "91330100MAYC880137");
            window.page().fill("#name", "杭州阿坤面馆有限公司");
            window.page().fill("#agent", "胡阿坤");
            window.presses("下一步，填表");
            fillsTheForm(window);
            window.presses("先收件").sees("账号开通码").sees("查询码");
            String code = window.reads("([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})");
            window.opens(window.page().url()).doesNotSee(code).sees("发一个新的开通码");
            applicant.opens("/set-password");
            applicant.page().fill("input[name=code]", code);
            applicant.page().fill("input[name=password]", "阿坤面馆 天天开门");
            applicant.page().fill("input[name=again]", "阿坤面馆 天天开门");
            applicant.presses("设好并登录");
            applicant.opens("/my/cases").sees("食品经营许可");
        }
    }

    @Test
    void suggestions_are_walked_through_and_put_away_on_both_pages_that_search() {
        try (Person anybody = Chromium.person(address())) {
            for (String page : List.of("/", "/items")) {
                anybody.opens(page);
                var keys = anybody.page().keyboard();
                var words = anybody.page().locator(".search input[name=q]");
                var links = anybody.page().locator(".hits a");
                words.fill("食品");
                assertThat(links.first()).isVisible();
                keys.press("ArrowDown");
                assertThat(links.first()).isFocused();
                keys.press("Escape");
                assertThat(links).hasCount(0);
                assertThat(words).isFocused();
                words.fill("食品经营");
                assertThat(links.first()).isVisible();
                anybody.page().locator(".brand").focus();
                assertThat(links).hasCount(0);
                words.fill("食品经营许可");
                links.first().click();
                anybody.page().waitForURL(url -> url.contains("/items/"));

                anybody.opens(page);
                words.fill("食品");
                assertThat(links.first()).isVisible();
                anybody.page().locator("footer a[href='/limits']").click();
                anybody.page().waitForURL(url -> url.endsWith("/limits"));
            }
        }
    }

    @Test
    void the_enter_key_in_a_field_at_a_window_receives_and_decides_nothing() {
        try (Person window = person("zhengxiaowen")) {
            window.opens("/desk/intake/" + Office.FOOD + "/" + office.aCompany().id());
            fillsTheForm(window);
            window.page().locator("#contact_phone").press("Enter");
            window.sees("查询码");
            UUID id = UUID.fromString(window.page().url().replaceAll(".*/cases/([0-9a-f-]+)/.*", "$1"));
            assertThat(office.view(id).state()).isEqualTo(State.SUBMITTED);
        }
    }

    private static void fillsTheForm(Person window) {
        var page = window.page();
        page.fill("#legal_representative", "胡阿坤");
        page.fill("#contact_name", "胡阿坤");
        page.fill("#contact_phone", "13900000099");
        page.fill("#address", "双浦镇 1 号");
        page.locator("select[name=division]").selectOption("330106000000");
        page.fill("#premises_area", "60");
        page.fill("#kitchen_area", "20");
        page.fill("#seats", "20");
        page.check("input[name=water][value=tap]");
        page.check("input[name=business_kind][value=restaurant]");
        page.check("input[name=food_items][value=hot]");
        page.check("input[name=delivery][value=no]");
        page.fill("#safety_person", "胡阿坤");
        page.fill("#safety_phone", "13900000099");
        page.fill("#food_staff", "2");
        page.check("input[name=health_certificates][value=yes]");
        page.check("input[name=self_check][value=daily]");
        page.check("input[name=receive][value=electronic]");
        page.check("input[name='paper.layout_equipment_work_flow']");
        page.check("input[name='paper.rules_food_safety_self']");
    }
}
