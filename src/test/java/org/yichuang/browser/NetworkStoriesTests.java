package org.yichuang.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yichuang.casework.Office;
import org.yichuang.casework.service.Rounds;
import org.yichuang.journal.Actor;
import org.yichuang.network.WorkingCalendars;
import org.yichuang.support.CityTest;
import org.yichuang.support.StillJobs;
import org.yichuang.support.TestClock;

/** Those who keep the network, the calendar and the items, and whoever asks for a limit, in a real browser. */
@CityTest
class NetworkStoriesTests {
    private static final String PASSWORD = "yichuang-demo";
    private static final LocalDate HOLIDAY = LocalDate.of(2026, 10, 13);

    @LocalServerPort
    private int port;

    @Autowired
    private DSLContext dsl;

    @Autowired
    private Office office;

    @Autowired
    private WorkingCalendars calendars;

    @Autowired
    private Rounds rounds;

    @Autowired
    private StillJobs jobs;

    @AfterEach
    void nobody_is_away_and_no_day_is_moved() {
        dsl.execute("delete from network.away");
        calendars.editDay(Actor.SYSTEM, HOLIDAY, null);
        rounds.make();
    }

    private Person person(String login) {
        return Chromium.person("http://localhost:" + port).signsIn(login, PASSWORD);
    }

    @Test
    void an_officer_goes_away_their_b_holds_the_post_and_cannot_go_too() {
        try (Person a = person("zhoumin");
                Person b = person("wuguoqiang")) {
            a.opens("/desk").follows("外出和顶岗");
            reports(a, "2026-10-09", "2026-10-13").sees("已登记").sees("由吴国强行使").sees("今天外出");
            b.opens("/desk/cover").sees("周敏").sees("由我行使");
            reports(b, "2026-10-12", "2026-10-12").sees("周敏").sees("A、B 岗不能同时外出");
            a.presses("取消").sees("已取消").sees("今天起没有人外出");
            reports(b, "2026-10-12", "2026-10-12").sees("已登记");
        }
    }

    @Test
    void while_a_is_away_b_decides_and_otherwise_may_not() {
        String id = office.reviewed(office.known("qingheli")).toString();
        try (Person a = person("zhoumin");
                Person b = person("wuguoqiang")) {
            b.opens(granting(id)).sees("您是 B 岗，A 岗外出时才能代办");
            b.opens("/desk/cases/" + id).sees("审查中");
            a.opens("/desk/cover");
            reports(a, "2026-10-09", "2026-10-13").sees("由吴国强行使");
            a.opens(granting(id)).sees("您登记为外出");
            grants(b, id);
            assertThat(b.page().url()).contains("done=");
            b.sees("准予").sees("吴国强");
        }
    }

    private static String granting(String id) {
        return "/desk/cases/" + id + "/act/grant";
    }

    private static Person grants(Person officer, String id) {
        officer.opens(granting(id));
        officer.page().fill("#reasons", "符合条件，准予许可。");
        return officer.presses("准予");
    }

    private static Person reports(Person officer, String from, String to) {
        officer.page().fill("#from", from);
        officer.page().fill("#to", to);
        officer.page().fill("#reason", "外出培训");
        return officer.presses("登记");
    }

    @Test
    void the_administrator_drafts_an_item_as_a_form_with_a_row_for_each_material() {
        try (Person admin = person("admin")) {
            admin.opens("/admin/items").follows("新事项");
            admin.page().fill("#code", "stall_by_form");
            admin.page().fill("#name", "摆摊备案");
            admin.presses("加一项 要交的材料");
            admin.page().fill("[id='materials[0].code']", "plan");
            admin.leads(() -> admin.page().keyboard().press("Enter")).sees("要交的材料 1 · 材料名称：还没有填");
            admin.page().fill("[id='materials[0].name']", "摊位平面图");
            for (var choice : Map.of("form", "ANY", "necessity", "REQUIRED", "source", "APPLICANT")
                    .entrySet()) {
                admin.page().selectOption("[id='materials[0]." + choice.getKey() + "']", choice.getValue());
            }
            admin.presses("存为草稿").sees("第 1 版").follows("编辑");
            assertThat(admin.page().inputValue("[id='materials[0].name']")).isEqualTo("摊位平面图");
            admin.opens("/admin/items/stall_by_form/1");
            admin.page().click("summary:has-text('丢弃')");
            admin.presses("确定丢弃");
        }
    }

    @Test
    void the_editor_of_an_item_asks_before_it_is_left_with_what_was_not_sent() {
        try (Person admin = person("admin")) {
            admin.opens("/admin/items/new/fields").follows("全部内容（YAML）").follows("像填表一样改");
            admin.page().fill("#name", "没存的名称");
            String here = admin.page().url();
            admin.stays(".back a");
            assertThat(admin.page().url()).isEqualTo(here);
            assertThat(admin.page().inputValue("#name")).isEqualTo("没存的名称");
            admin.page().fill("#name", "");
            var asked = new AtomicReference<String>();
            Consumer<Dialog> leaves = dialog -> {
                asked.set(dialog.type());
                dialog.accept();
            };
            admin.page().onDialog(leaves);
            admin.follows("返回");
            admin.page().offDialog(leaves);
            assertThat(asked.get()).as("asked with nothing to lose").isNull();

            admin.opens("/admin/items/new/fields").presses("加一项 要交的材料");
            admin.stays(".back a");

            admin.opens("/admin/items/new");
            admin.page().fill("#text", "code: x");
            admin.stays(".back a");
        }
    }

    @Test
    void the_administrator_looks_into_a_table_and_is_told_each_bad_row_of_a_file() {
        try (Person admin = person("admin")) {
            admin.opens("/admin/network").sees("服务点").follows("授权").sees("现有的行");
            admin.opens("/admin/network/departments");
            byte[] csv = "key,name\r\n,没有代码\r\nscjg,市场监管局\r\nscjg,再来一次\r\n".getBytes(StandardCharsets.UTF_8);
            admin.uploads("#file", "departments.csv", "text/csv", csv);
            admin.presses("导入").sees("什么都没有导入").sees("没有填").sees("和第 3 行重复");
        }
    }

    @Test
    void the_administrator_reads_the_calendar_and_is_told_what_is_wrong_with_a_day() {
        try (Person admin = person("admin")) {
            admin.opens("/admin/calendar").follows("2026").sees("国庆节").sees("调休上班");
            admin.page().fill("#day", "2026-10-12");
            admin.presses("改").sees("选一项");
        }
    }

    @Test
    void a_holiday_is_moved_and_the_owner_of_an_open_case_reads_why_it_is_due_later() {
        String id = office.accepted(office.known("qingheli")).toString();
        try (Person admin = person("admin");
                Person owner = person("qingheli")) {
            owner.opens("/my/cases/" + id + "/explain").sees("10月15日").doesNotSee("市庆");
            admin.opens("/admin/calendar/2026");
            admin.page().fill("#day", HOLIDAY.toString());
            admin.page().check("input[name=kind][value=OFF]");
            admin.page().fill("#name", "市庆");
            admin.presses("改").sees("在办的件正在重新计算");
            rounds.settle();
            jobs.go(
                    "casework-recompute",
                    () -> TestClock.at("2026-10-16T17:00")
                            .equals(office.view(UUID.fromString(id)).times().promiseDue()));
            owner.opens("/my/cases/" + id + "/explain")
                    .sees("市庆")
                    .sees("工作日历调整，重算时限")
                    .sees("10月16日");
        }
    }

    @Test
    void anybody_computes_a_limit_and_reads_each_day_of_it() {
        try (Person passerby = Chromium.person("http://localhost:" + port)) {
            passerby.opens("/").follows("算期限");
            passerby.page().fill("#start", "2026-09-18T10:24");
            passerby.page().fill("#amount", "10");
            passerby.presses("算").sees("2026年10月9日(周五) 17:00 到期").sees("中秋节放假");
            passerby.opens("/limits?start=2026-12-30&amount=20&unit=WORKING_DAY")
                    .sees("2027 年的放假安排不在日历里");
            passerby.opens("/limits?start=soon&amount=&unit=WORKING_DAY").sees("请填时限的数字");
        }
    }
}
