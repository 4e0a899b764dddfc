package org.yichuang.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yichuang.casework.Office;
import org.yichuang.casework.State;
import org.yichuang.support.CityTest;
import org.yichuang.support.StillJobs;
import org.yichuang.support.TestClock;

/** What the people of the city do, from the first page to the last, in a real browser. */
@CityTest
class StoriesTests {
    static final String PASSWORD = "yichuang-demo";
    static final byte[] PDF = ("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                    + "2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
                    + "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 200]>>endobj\n"
                    + "trailer<</Root 1 0 R>>\n%%EOF\n")
            .getBytes(StandardCharsets.US_ASCII);

    @LocalServerPort
    private int port;

    @Autowired
    private TestClock clock;

    @Autowired
    private Office office;

    @Autowired
    private StillJobs jobs;

    private Person person(String login) {
        return Chromium.person("http://localhost:" + port).signsIn(login, PASSWORD);
    }

    private Person anybody() {
        return Chromium.person("http://localhost:" + port);
    }

    /** Fills in a food permit online up to the receipt; answers the case's address. */
    static String filesAFoodPermit(Person owner) {
        owner.opens("/items/food_permit").follows("在线申请");
        owner.page().locator("input[name=division][value^='330106']").first().check();
        owner.presses("开始填写");
        answers(owner);
        uploads(owner);
        owner.leads(() -> owner.page().locator("a[href$='/check']").first().click());
        owner.page().locator("input[name=declared]").check();
        owner.presses("提交申请").sees("办件号");
        owner.follows("看这件事");
        return owner.page().url().replaceAll("\\?.*", "");
    }

    private static void answers(Person owner) {
        question(owner, "licence", () -> {});
        question(owner, "legal", () -> {
            owner.page().fill("#contact_name", "林晓岚");
            owner.page().fill("#contact_phone", "13900000026");
        });
        question(owner, "address", () -> {
            owner.page().selectOption("#division", new com.microsoft.playwright.options.SelectOption().setIndex(1));
            owner.page().fill("#address", "外桐坞村 58 号一楼");
        });
        question(owner, "layout", () -> {
            owner.page().fill("#premises_area", "86");
            owner.page().fill("#kitchen_area", "30");
            owner.page().fill("#seats", "24");
        });
        question(owner, "water", () -> owner.page().check("input[name=water][value=tap]"));
        question(owner, "kind", () -> {
            owner.page().check("input[name=business_kind][value=restaurant]");
            owner.page().check("input[name=food_items][value=hot]");
            owner.page().check("input[name=delivery][value=no]");
        });
        question(owner, "safety", () -> {
            owner.page().fill("#safety_person", "何建明");
            owner.page().fill("#safety_phone", "13900000027");
            owner.page().fill("#food_staff", "4");
            owner.page().check("input[name=health_certificates][value=yes]");
            owner.page().check("input[name=self_check][value=daily]");
        });
        question(owner, "receive", () -> owner.page().check("input[name=receive][value=electronic]"));
    }

    private static String draft(Person owner) {
        return owner.page().url().replaceAll("(/apply/draft/[0-9a-f-]+).*", "$1");
    }

    private static void question(Person owner, String key, Runnable fill) {
        owner.opens(draft(owner) + "/q/" + key);
        fill.run();
        owner.presses("保存，下一项");
    }

    private static void uploads(Person owner) {
        for (String material : new String[] {"layout_equipment_work_flow", "rules_food_safety_self"}) {
            owner.opens(draft(owner) + "/materials");
            owner.hands("#f-" + material, material + ".pdf", "application/pdf", PDF)
                    .sees(material + ".pdf");
        }
        owner.opens(draft(owner));
    }

    static String id(String address) {
        return address.replaceAll(".*/cases/", "");
    }

    private static void acts(Person officer, String id, String act, Runnable fill, String button) {
        officer.opens("/desk/cases/" + id + "/act/" + act);
        fill.run();
        officer.presses(button);
        assertThat(officer.page().url()).as(officer.page().content()).contains("done=");
    }

    private static void finishes(Person officer, String id, String step, String button) {
        acts(
                officer,
                id,
                "finish-step?step=" + step,
                () -> {
                    officer.page().check("input[name=verdict][value=PASS]");
                    officer.page().fill("#opinion", "符合要求");
                    if (step.equals("survey")) {
                        officer.page()
                                .selectOption(
                                        "#companion", new com.microsoft.playwright.options.SelectOption().setIndex(1));
                    }
                },
                button);
    }

    private void isReviewed(String id) {
        try (Person reviewer = person("chenli");
                Person surveyor = person("shenjia")) {
            finishes(reviewer, id, "documents", "材料审查");
            finishes(surveyor, id, "survey", "现场核查");
            finishes(reviewer, id, "safety", "食品安全审查");
        }
    }

    @Test
    void a_food_permit_is_applied_for_on_line_corrected_once_granted_and_its_certificate_verified() {
        try (Person owner = person("qingheli");
                Person window = person("zhengxiaowen");
                Person decider = person("zhoumin");
                Person passerby = anybody()) {
            String address = filesAFoodPermit(owner);
            String id = id(address);
            acts(
                    window,
                    id,
                    "notice",
                    () -> {
                        window.page().check("input[value='material:layout_equipment_work_flow']");
                        window.page().fill("input[name='wrong.material:layout_equipment_work_flow']", "平面图没有标水池");
                        window.page().fill("input[name='mend.material:layout_equipment_work_flow']", "标出两个水池");
                    },
                    "一次性告知补正");
            owner.opens(address).sees("平面图没有标水池").follows("去补正");
            owner.hands("input[type=file]", "layout-2.pdf", "application/pdf", PDF)
                    .sees("layout-2.pdf");
            owner.presses("交补正材料");
            acts(window, id, "accept", () -> {}, "受理");
            isReviewed(id);
            acts(decider, id, "grant", () -> decider.page().fill("#reasons", "符合条件，准予许可。"), "准予");
            owner.opens(address + "/explain").sees("送达，最迟").sees("行政许可法第四十四条");
            acts(window, id, "finish-step?step=issue", () -> {}, "制证");
            acts(window, id, "deliver", () -> {}, "送达");
            owner.opens(address).sees("食品经营许可证");
            byte[] certificate = owner.fetches(letter(owner, "食品经营许可证"));
            assertThat(Certificates.text(certificate))
                    .contains("经营场所西湖区")
                    .contains("主体业态")
                    .doesNotContain("自查", "餐位");
            assertThat(Certificates.text(owner.fetches(URI.create(address).getPath() + "/application.pdf")))
                    .contains("以上内容", "多久自查一次", "补正于");
            String code = Certificates.code(certificate);
            passerby.opens("/verify/" + code).sees("食品经营许可证").sees("有效");
        }
    }

    @Test
    void a_refusal_is_filed_first_and_tells_the_reasons_and_the_remedies() {
        try (Person owner = person("qingheli");
                Person window = person("zhengxiaowen");
                Person decider = person("zhoumin");
                Person supervisor = person("supervisor")) {
            String address = filesAFoodPermit(owner);
            String id = id(address);
            acts(window, id, "accept", () -> {}, "受理");
            isReviewed(id);
            decider.opens("/desk/cases/" + id + "/act/refuse").presses("不予准许").sees("请选一项");
            acts(
                    decider,
                    id,
                    "refuse",
                    () -> {
                        decider.page().fill("#reasons", "距污染源不足二十五米。");
                        decider.page().fill("#articles", "食品安全法第三十三条");
                        decider.page().selectOption("#denialReason", "CONDITIONS_NOT_MET");
                        decider.page().fill("#told", "可以换一处经营场所再申请。");
                    },
                    "不予准许");
            supervisor.opens(office.denialsPage(UUID.fromString(id), false)).sees("可以换一处经营场所再申请。");
            owner.opens(address).sees("不予准许");
            assertThat(Certificates.text(owner.fetches(letter(owner, "不予"))))
                    .contains("距污染源不足二十五米")
                    .contains("行政复议")
                    .contains("行政诉讼");
        }
    }

    @Test
    void a_walk_in_is_decided_on_the_spot_and_its_certificate_verified() {
        try (Person window = person("zhengxiaowen");
                Person passerby = anybody()) {
            window.opens("/desk/intake?q=小餐饮");
            window.page().check("input[name=item][value=small_catering]");
            window.page().check("input[name=kind][value=company]");
            window.page().fill("#number", "91330100MAYC00018Y");
            window.page().fill("#name", "杭州清和里餐饮有限公司");
            window.page().fill("#agent", "林晓岚");
            window.presses("下一步，填表").sees("小餐饮店登记");
            describesASmallEatery(window);
            window.presses("当场办结").sees("已办结").sees("小餐饮店登记").sees("全部打印");
            String track = "/track/" + window.reads("查询码\\s+([0-9A-Z-]+)");
            String certificate = window.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("打印小餐饮店登记证"))
                    .getAttribute("href");
            passerby.opens(track).sees("小餐饮店登记").sees("办结");
            String form = window.page()
                    .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("打印申请表"))
                    .getAttribute("href");
            assertThat(Certificates.text(window.fetches(form))).contains("何建明", "申请人（签名或盖章）");
            String code = Certificates.code(window.fetches(certificate));
            passerby.opens("/verify/" + code).sees("小餐饮店登记证").sees("有效");
        }
    }

    private static void describesASmallEatery(Person window) {
        var page = window.page();
        page.fill("#operator_name", "何建明");
        page.fill("#contact_phone", "13900000026");
        page.locator("select[name=division]").selectOption("330106000000");
        page.fill("#address", "外桐坞村 58 号一楼");
        page.fill("#premises_area", "30");
        page.check("input[name=foods][value=noodles]");
        page.check("input[name=no_raw][value=yes]");
        page.fill("#food_staff", "2");
        page.check("input[name=health_certificates][value=yes]");
        for (String promise : List.of("water", "clean", "change")) {
            page.check("input[name=commit][value=" + promise + "]");
        }
        page.check("input[name=receive][value=electronic]");
        page.check("input[name='paper.food_safety_commitment']");
        page.check("input[name='paper.floor_plan_premises']");
    }

    @Test
    void after_five_working_days_of_silence_an_application_is_deemed_accepted() {
        String id = filed();
        try (Person owner = person("qingheli")) {
            owner.opens("/my/cases/" + id).sees("待受理").sees("到期没有答复，就算受理");
        }
        clock.set("2026-10-15T17:01");
        jobs.go("casework-limits", () -> office.view(UUID.fromString(id)).state() == State.ACCEPTED);
        try (Person owner = person("qingheli");
                Person window = person("zhengxiaowen")) {
            owner.opens("/my/cases/" + id).sees("视为受理");
            assertThat(Certificates.text(owner.fetches(letter(owner, "视为受理"))))
                    .contains("自收到申请材料之日起即为受理")
                    .contains("第三十二条第一款第四项");
            window.opens("/desk/cases/" + id).sees("视为受理");
            window.opens("/desk/cases/" + id + "/act/decline").sees("“不予受理”只在待受理");
        }
    }

    @Test
    void without_the_post_s_authorisation_an_act_is_not_possible() {
        String id = filed();
        try (Person reviewer = person("chenli")) {
            reviewer.opens("/desk/cases/" + id + "/act/accept")
                    .sees("没有这个事项“收件受理”的授权")
                    .sees("有权办理的是")
                    .sees("郑晓雯");
            assertThat(reviewer.page().locator("#main button").count()).isZero();
            reviewer.follows("回到办件").sees("待受理");
        }
    }

    private String filed() {
        return office.submitted(office.known("qingheli")).caseId().toString();
    }

    /** The address of the letter with these words in its name. */
    private static String letter(Person reader, String words) {
        return reader.page()
                .locator("a[href^='/letters/']")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first()
                .getAttribute("href");
    }
}
