package org.yichuang.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.Defect;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.casework.Office;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.CityTest;
import org.yichuang.support.TestClock;

/** The desk: the work list, the dialogue of an act, and keeping the items. */
@CityTest
class DeskTests {
    @LocalServerPort
    private int port;

    @Autowired
    private TestClock clock;

    @Autowired
    private Office office;

    private Person person(String login) {
        return Chromium.person("http://localhost:" + port).signsIn(login, StoriesTests.PASSWORD);
    }

    private String filed() {
        return office.submitted(office.known("qingheli")).caseId().toString();
    }

    @Test
    void an_act_shows_the_letter_it_makes_and_leaves_the_clock_in_sight() {
        String id = filed();
        try (Person window = person("zhengxiaowen")) {
            window.opens("/desk/cases/" + id + "/act/decline").sees("不予受理决定书").sees("行政复议");
            var page = window.page();
            page.fill("#told", "这里归上城区管，请到上城区申请。");
            assertThat(page.locator("#preview")).containsText("这里归上城区管");
            assertThat(page.locator("#becomes[role=status]")).containsText("之后这件：不予受理");
            assertThat(page.locator("[aria-live], [role=status]")).hasCount(1);
            var dialogue = page.locator("form.act").boundingBox();
            var face = page.locator(".right .clock").boundingBox();
            assertThat(dialogue.x + dialogue.width).isLessThanOrEqualTo(face.x);
        }
    }

    @Test
    void who_works_by_keys_begins_in_the_dialogue_and_at_the_search_for_an_item() {
        String id = filed();
        try (Person window = person("zhengxiaowen")) {
            window.opens("/desk/cases/" + id);
            var page = window.page();
            page.keyboard().press("d");
            page.waitForURL("**/act/decline**");
            assertThat(page.locator("form.act header")).isFocused();
            window.opens("/desk/intake");
            assertThat(page.locator(".desk__main input[type=search]")).isFocused();
            page.keyboard().type("小餐饮店登记");
            page.keyboard().press("Enter");
            assertThat(page.locator("input[name=item][value=small_catering]")).isFocused();
        }
    }

    @Test
    void the_long_forms_of_a_window_ask_before_they_are_left_with_what_was_typed() {
        String correct = "/desk/cases/" + filed() + "/act/correct";
        String intake = "/desk/intake/" + Office.FOOD + "/" + office.aCompany().id();
        try (Person window = person("zhengxiaowen")) {
            var page = window.page();
            for (String form : List.of(correct, intake)) {
                window.opens(form);
                page.fill("#ask #address", "双浦镇 1 号");
                window.stays("a[href='/desk']");
                assertThat(page.locator("#ask #address")).hasValue("双浦镇 1 号");
            }
            var asked = new AtomicBoolean();
            page.onDialog(dialog -> {
                asked.set(true);
                dialog.accept();
            });
            window.presses("收件并受理");
            assertThat(page.locator("#errors")).isVisible();
            assertThat(asked.get()).as("asked when it is sent").isFalse();
            window.leads(() -> page.locator("a[href='/desk']").first().click());
            assertThat(asked.get()).as("what was refused is not lost either").isTrue();
        }
    }

    @Test
    void escape_closes_a_dialogue_only_while_nothing_is_written_in_it() {
        String id = filed();
        try (Person window = person("zhengxiaowen")) {
            window.opens("/desk/cases/" + id + "/act/decline");
            var page = window.page();
            page.evaluate("() => document.querySelector('[data-escape]').addEventListener('click', (event) => {"
                    + " event.preventDefault(); window.escaped = true; })");
            page.fill("#told", "这里归上城区管，请到上城区申请。");
            page.keyboard().press("Escape");
            assertThat(page.evaluate("window.escaped")).as("words in a field").isNull();
            page.fill("#told", "");
            page.locator("#denialReason").selectOption(new SelectOption().setIndex(1));
            page.keyboard().press("Escape");
            assertThat(page.evaluate("window.escaped")).as("something chosen").isNull();
            page.locator("#denialReason").selectOption("");
            for (String candidate : List.of("isComposing: true", "keyCode: 229")) {
                page.locator("#told")
                        .evaluate("field => field.dispatchEvent(new KeyboardEvent('keydown',"
                                + " { key: 'Escape', bubbles: true, " + candidate + " }))");
                assertThat(page.evaluate("window.escaped")).as(candidate).isNull();
            }
            window.presses("不予受理");
            page.keyboard().press("Escape");
            assertThat(page.url()).as("what was refused").contains("/act/");
            window.opens("/desk/cases/" + id + "/act/decline");
            page.keyboard().press("Escape");
            page.waitForURL(url -> !url.contains("/act/"));
            window.sees("待受理");
        }
    }

    @Test
    void what_was_written_of_a_case_that_went_on_meanwhile_is_not_put_over_it() {
        String id = filed();
        try (Person window = person("zhengxiaowen")) {
            var page = window.page();
            window.opens("/desk/cases/" + id + "/act/decline");
            page.fill("#told", "这里归上城区管，请到上城区申请。");
            window.presses("不予受理").sees("还有 2 处要改");
            office.act(office.known("qingheli"), UUID.fromString(id), new CaseAct.ChooseDelivery(DeliveryWay.WINDOW));
            window.opens("/desk");
            String decline = "/desk/cases/" + id + "/act/decline";
            assertThat((String) page.evaluate("at => sessionStorage.getItem('left ' + at)", decline))
                    .as("what was written is kept")
                    .contains("这里归上城区管");

            page.goBack();
            assertThat(page.url()).contains(decline);
            assertThat(page.locator("#told")).hasValue("");
            assertThat(page.evaluate("at => sessionStorage.getItem('left ' + at)", decline))
                    .as("and given up")
                    .isNull();
        }
    }

    @Test
    void nothing_that_was_typed_stays_in_the_tab_when_somebody_else_signs_in() {
        String id = filed();
        try (Person window = person("zhengxiaowen")) {
            String kept = "() => Object.keys(sessionStorage).filter(key => /^(kept|left) /.test(key)).length";
            window.opens("/desk/cases/" + id + "/act/decline");
            window.page().fill("#told", "这里归上城区管，请到上城区申请。");
            window.presses("不予受理").sees("还有 2 处要改").opens("/desk");
            assertThat(window.page().evaluate(kept)).isEqualTo(1);

            window.signsOut().signsIn("chenli", StoriesTests.PASSWORD);
            assertThat(window.page().evaluate(kept)).isEqualTo(0);
        }
    }

    @Test
    void an_opinion_that_was_refused_is_there_in_the_other_language_too_with_its_step() {
        UUID id = office.accepted(office.known("qingheli"));
        try (Person reviewer = person("chenli")) {
            var page = reviewer.page();
            reviewer.opens("/desk/cases/" + id + "/act/finish-step?step=documents");
            page.fill("#opinion", "材料齐全，符合要求。");
            page.locator("form.act footer .btn-primary").click();
            assertThat(page.locator("#errors")).isVisible();

            page.locator("a[data-same]").first().click();
            page.waitForURL(url -> url.contains("lang="));
            assertThat(page.locator("#opinion")).hasValue("材料齐全，符合要求。");
            assertThat(page.locator("form.act h2").first()).containsText("Document review");
        }
    }

    @Test
    void a_refused_form_that_is_gone_back_to_has_what_was_written_and_a_sent_one_has_not() {
        String id = filed();
        try (Person window = person("zhengxiaowen")) {
            var page = window.page();
            window.opens("/desk/cases/" + id + "/act/decline");
            page.fill("#told", "这里归上城区管，请到上城区申请。");
            window.presses("不予受理").sees("还有 2 处要改").opens("/desk");

            page.goBack();
            assertThat(page.locator("#told")).hasValue("这里归上城区管，请到上城区申请。");
            page.fill("#article", "食品安全法第三十三条");
            page.locator("#denialReason").selectOption("FORBIDDEN");
            window.presses("不予受理");
            assertThat(page.url()).as("it was sent").contains("done=decline");
            assertThat(page.evaluate("() => Object.keys(sessionStorage).filter(key => /^(kept|left) /.test(key))"))
                    .isEqualTo(List.of());
        }
    }

    @Test
    void single_keys_can_be_turned_off_and_stay_off() {
        String id = filed();
        try (Person window = person("zhengxiaowen")) {
            var page = window.page();
            assertThat(page.locator(".tools .key")).isVisible();
            window.follows("关掉单键快捷键").opens("/desk?act=accept");
            assertThat(page.locator(".tools .key")).isHidden();
            page.keyboard().press("j");
            page.keyboard().press("n");
            page.keyboard().press("/");
            assertThat(page.locator(":focus")).hasCount(0);
            window.opens("/desk/cases/" + id);
            assertThat(page.locator(".acts .key").first()).isHidden();
            assertThat(page.evaluate("() => { let pressed = false;"
                            + " document.querySelectorAll('[data-key]').forEach((link) => link.onclick = (event) => {"
                            + " event.preventDefault(); pressed = true; });"
                            + " document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'd', bubbles: true }));"
                            + " return pressed; }"))
                    .isEqualTo(false);
            window.follows("打开单键快捷键");
            page.keyboard().press("d");
            page.waitForURL(url -> url.contains("/act/decline"));
        }
    }

    @Test
    void by_the_keys_of_the_list_an_officer_goes_from_case_to_case() {
        filed();
        filed();
        try (Person window = person("zhengxiaowen")) {
            window.opens("/desk?act=accept&q=清和里");
            var page = window.page();
            String first = page.locator("a.open").nth(0).getAttribute("href");
            String second = page.locator("a.open").nth(1).getAttribute("href");
            page.keyboard().press("j");
            page.keyboard().press("Enter");
            page.waitForURL(url -> url.endsWith(first));
            page.keyboard().press("j");
            page.waitForURL(url -> url.endsWith(second));
            page.keyboard().press("k");
            page.waitForURL(url -> url.endsWith(first));
            window.follows("下一件").opens(page.url()).sees("待受理");
            assertThat(page.url()).endsWith(second);
            window.follows("关掉单键快捷键");
            assertThat(page.locator(".near a")).not().hasCount(0);
            assertThat(page.locator(".near .key").first()).isHidden();
        }
    }

    @Test
    void a_denial_without_its_filing_says_everything_that_is_missing_and_keeps_what_was_typed() {
        String id = filed();
        try (Person window = person("zhengxiaowen")) {
            window.opens("/desk/cases/" + id + "/act/decline");
            window.page().fill("#article", "食品安全法第三十五条");
            window.presses("不予受理");
            assertThat(window.page().locator("#denialReason-error")).isVisible();
            assertThat(window.page().locator("#told-error")).isVisible();
            assertThat(window.page().locator("#article-error")).hasCount(0);
            assertThat(window.page().locator("#article")).hasValue("食品安全法第三十五条");
            assertThat(window.page().locator("#errors a[href='#told']")).hasCount(1);
        }
    }

    @Test
    void the_work_list_is_seen_whole_at_a_desk_and_as_cards_on_a_phone() {
        Visitor company = office.aCompany();
        UUID waiting = office.submitted(company).caseId();
        var defect = new Defect("layout_equipment_work_flow", null, "没有标出水池", "请标出水池");
        office.act(office.officer("accept"), waiting, new CaseAct.Notice(List.of(defect)));
        office.accepted(office.known("qingheli"));
        try (Person window = person("zhengxiaowen")) {
            var page = window.page();
            for (String address : List.of("/desk", "/desk?lang=en")) {
                for (int width : List.of(1280, 900, 390)) {
                    page.setViewportSize(width, 900);
                    window.opens(address);
                    var beyond = "list => list.scrollWidth - list.clientWidth";
                    assertThat(page.locator(".scroll-x:has(.work)").evaluate(beyond))
                            .as(address + " at " + width + " px")
                            .isEqualTo(0);
                    assertThat(page.locator("html").evaluate(beyond))
                            .as("all of " + address + " at " + width + " px")
                            .isEqualTo(0);
                }
            }
            var label = "cell => getComputedStyle(cell, '::before').content";
            assertThat(page.locator(".work td.num").first().evaluate(label)).isEqualTo("\"Due\"");
            window.opens("/desk?q=" + office.view(waiting).applicant().name());
            assertThat(page.locator(".work tbody tr:has(a[href*='" + waiting + "'])")
                            .first()
                            .boundingBox()
                            .height)
                    .as("what a case's columns say stands side by side")
                    .isLessThan(180);
        }
    }

    @Test
    void in_large_type_the_work_list_a_case_and_the_letter_of_an_act_are_seen_whole() {
        String id = office.reviewed(office.known("qingheli")).toString();
        try (Person decider = person("zhoumin")) {
            var page = decider.page();
            decider.opens("/desk?type=large");
            assertThat(page.locator("html")).hasAttribute("data-type", "large");
            assertThat(page.locator(".scroll-x:has(.work)").evaluate("list => list.scrollWidth - list.clientWidth"))
                    .isEqualTo(0);
            decider.opens("/desk/cases/" + id);
            assertThat(page.locator(".left .facts dd").first().boundingBox().width)
                    .isGreaterThan(200);
            decider.opens("/desk/cases/" + id + "/act/grant");
            assertThat(page.locator(".paper").first().boundingBox().width).isGreaterThan(400);
        }
    }

    @Test
    void the_steps_of_a_case_are_cards_on_a_phone_and_its_form_looks_as_what_can_be_pressed() {
        String id = office.reviewed(office.known("qingheli")).toString();
        try (Person decider = person("zhoumin")) {
            var page = decider.page();
            decider.opens("/desk/cases/" + id);
            var color = "link => getComputedStyle(link).color";
            assertThat(page.locator("h2 a[href$='application.pdf']").evaluate(color))
                    .isEqualTo("rgb(26, 95, 180)");
            page.setViewportSize(390, 844);
            assertThat(page.locator(".pts td:nth-child(3)")
                            .first()
                            .evaluate("cell => getComputedStyle(cell, '::before').content"))
                    .isEqualTo("\"意见\"");
            assertThat(page.locator(".pts td:nth-child(3)").first().boundingBox().width)
                    .isGreaterThan(300);
        }
    }

    @Test
    void on_the_printed_list_those_whom_a_case_waits_for_are_told_apart() {
        String id = office.accepted(office.known("qingheli")).toString();
        try (Person window = person("zhengxiaowen")) {
            window.opens("/desk/print?act=review&case=" + id);
            assertThat(window.page()
                            .locator(".each + .each")
                            .first()
                            .evaluate("one => getComputedStyle(one, '::before').content"))
                    .isEqualTo("\"、\"");
        }
    }

    @Test
    void an_officer_narrows_the_list_chooses_its_columns_and_takes_ticked_cases_along() {
        String id = filed();
        String other = filed();
        try (Person window = person("zhengxiaowen")) {
            window.opens("/desk?act=accept&q=清和里");
            var page = window.page();
            page.locator("summary", new com.microsoft.playwright.Page.LocatorOptions().setHasText("列"))
                    .click();
            page.getByLabel("现在这步").uncheck();
            window.presses("就看这些列");
            assertThat(page.locator("table.work thead")).not().containsText("现在这步");
            window.opens("/desk?act=accept&q=清和里");
            assertThat(page.locator("table.work thead")).not().containsText("现在这步");
            page.locator("input[name=case][value='" + id + "']").check();
            window.presses("打印清单");
            assertThat(page.locator("tbody tr")).hasCount(1);
            String csv = new String(
                    window.fetches("/desk/export.csv?act=accept&case=" + id + "&case=" + other),
                    StandardCharsets.UTF_8);
            assertThat(csv.lines()).hasSize(3);
        }
    }

    @Test
    void who_works_on_no_cases_starts_at_what_they_do_work_on() {
        try (Person supervisor = person("supervisor");
                Person auditor = person("auditor")) {
            supervisor.opens("/desk").sees("否定报备");
            assertThat(supervisor.page().url()).endsWith("/desk/denials");
            auditor.opens("/desk");
            assertThat(auditor.page().url()).endsWith("/admin/journal");
        }
    }

    @Test
    void a_new_item_goes_from_draft_to_retired_without_any_code() {
        try (Person admin = person("admin");
                Person anybody = Chromium.person("http://localhost:" + port)) {
            admin.opens("/admin/items").follows("新事项").follows("全部内容（YAML）");
            var text = admin.page().locator("#text");
            text.fill(text.inputValue()
                    .replace("my_item", "dog_licence")
                    .replace("事项名称 | Name of the item", "养犬登记 | Registering a dog")
                    .replace(
                            "一句话说清给谁办、办什么。 | One sentence that says for whom", "养犬要登记。 | A dog is registered, for whom")
                    .replace("法律法规名称", "养犬管理条例")
                    .replace("Name of the law", "Regulations on Keeping Dogs")
                    .replace("要符合的条件 | A condition to be met", "犬只已免疫 | The dog is vaccinated")
                    .replace("办理结果 | The result", "登记回执 | Note of the registration")
                    .replace("别的叫法, another name", "狗证, dog licence"));
            admin.presses("存为草稿").sees("草稿");
            anybody.page().navigate("http://localhost:" + port + "/items/dog_licence");
            assertThat(anybody.page().locator("h1")).containsText("没有这个事项");
            admin.presses("核验").sees("已核验").presses("发布").sees("已发布");
            anybody.opens("/items?q=yangquan").follows("养犬登记").sees("5 个工作日");
            admin.page().locator("details.sure summary").click();
            admin.sees("全市不能再申请这个事项").presses("确定废止").sees("已废止");
            anybody.page().navigate("http://localhost:" + port + "/items/dog_licence");
            assertThat(anybody.page().locator("h1")).containsText("养犬登记");
            assertThat(anybody.page().locator("main")).containsText("起停办，不再收新的申请");
        }
    }

    @Test
    void the_administrators_items_are_cards_on_a_phone() {
        try (Person admin = person("admin")) {
            var page = admin.page();
            page.setViewportSize(390, 900);
            for (String address : List.of("/admin/items", "/admin/items?lang=en")) {
                admin.opens(address);
                assertThat(page.locator(".cards tbody td[data-label]")
                                .first()
                                .evaluate("cell => getComputedStyle(cell).display"))
                        .isEqualTo("block");
                assertThat(page.locator(".scroll-x:has(.cards)")
                                .evaluate("list => list.scrollWidth - list.clientWidth"))
                        .as(address)
                        .isEqualTo(0);
            }
            assertThat(page.locator("label[for=state]")
                            .evaluate("label => label.getBoundingClientRect().bottom"
                                    + " > document.getElementById('state').getBoundingClientRect().top"))
                    .as("the label of the state stands beside it")
                    .isEqualTo(true);
            var label = "cell => getComputedStyle(cell, '::before').content";
            assertThat(page.locator(".cards td.code").first().evaluate(label)).isEqualTo("\"Code\"");
            assertThat(page.locator(".cards td.code").first().evaluate("cell => getComputedStyle(cell).whiteSpace"))
                    .isEqualTo("normal");
        }
    }

    @Test
    void a_list_of_items_becomes_drafts_or_every_bad_row_is_named() {
        try (Person admin = person("admin")) {
            admin.opens("/admin/items/import");
            admin.uploads("#file", "items.csv", "text/csv", csv("甲事项,T-1", ",T-2", "丙事项,T-3"));
            admin.presses("导入").sees("第 3 行");
            admin.uploads("#file", "items.csv", "text/csv", csv("甲事项,T-1", "乙事项,T-2", "丙事项,T-3"));
            admin.presses("导入").sees("已导入 3 项").follows("看草稿").sees("乙事项");
        }
    }

    private static byte[] csv(String... rows) {
        return ("name,item_code\n" + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
