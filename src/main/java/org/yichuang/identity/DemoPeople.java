package org.yichuang.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.PersonalNumbers;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Role;

/**
 * Invented applicants and system people of the demo city. The numbers pass every check and belong to nobody: 330100 is
 * the city as a whole, which registers no births, and no organisation code begins with MAYC.
 */
final class DemoPeople {
    private static final String CITY = "330100";
    private static final String ORGANISATION_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    private DemoPeople() {}

    static List<DemoAccount> all() {
        var all = new ArrayList<DemoAccount>();
        all.addAll(applicants());
        all.addAll(system());
        return List.copyOf(all);
    }

    private static List<DemoAccount> applicants() {
        return List.of(
                resident(
                        "linxiaolan",
                        "林晓岚",
                        "19880416",
                        26,
                        Text.of("居民，也是餐馆的法定代表人", "A resident who also runs a restaurant")),
                company(
                        "qingheli",
                        "杭州清和里餐饮有限公司",
                        1,
                        "林晓岚",
                        Text.of("企业，要办食品经营许可", "A company that needs a food licence")),
                resident("wuyuzhen", "吴玉珍", "19510903", 42, Text.of("居民，多到窗口办事", "A resident who comes to the window")),
                resident("zhouqiming", "周启明", "19920211", 13, null),
                resident("chensiyuan", "陈思源", "20010728", 57, null),
                resident("shenjiahe", "沈佳禾", "19961105", 84, null),
                resident("qianguangyuan", "钱广源", "19791220", 31, null),
                resident("sunruoxi", "孙若溪", "19990314", 68, null),
                resident("hejianping", "何建平", "19650607", 15, null),
                resident("xuwanqing", "许婉清", "19831001", 22, null),
                resident("luoyongkang", "罗永康", "19740119", 79, null),
                resident("fangjing", "方静", "20050530", 46, null),
                company("banshancha", "杭州半山听雨茶业有限公司", 2, "钱广源", null),
                company("yunduomu", "杭州云朵木作有限公司", 3, "周启明", null),
                company("zhiliaowenhua", "杭州知了夏文化传媒有限公司", 4, "孙若溪", null),
                company("changheyaofang", "杭州长禾大药房有限公司", 5, "何建平", null),
                company("liuyuejianzhu", "杭州六月建筑工程有限公司", 6, "罗永康", null),
                company("xiaomanyouer", "杭州小满托育服务有限公司", 7, "许婉清", null));
    }

    private static List<DemoAccount> system() {
        return List.of(
                staff(
                        "admin",
                        "郑文博",
                        "19780516",
                        Role.ADMINISTRATOR,
                        "系统管理员：事项、网络、日历",
                        "Administrator: items, network, calendar"),
                staff(
                        "security",
                        "冯丽君",
                        "19821123",
                        Role.SECURITY_ADMINISTRATOR,
                        "安全管理员：账号与角色",
                        "Security: accounts, roles"),
                staff("auditor", "蒋明远", "19690802", Role.AUDITOR, "审计员：只看记录", "Auditor: reads the record"),
                staff("supervisor", "韩雪梅", "19850227", Role.SUPERVISOR, "效能监察：否定报备复核", "Supervisor: reviews denials"));
    }

    private static DemoAccount resident(String login, String name, String birth, int serial, @Nullable Text caption) {
        String phone = String.format(Locale.ROOT, "1390000%04d", serial);
        return new DemoAccount(
                login, AccountKind.RESIDENT, name, residentId(birth, serial), phone, null, Set.of(), caption);
    }

    private static DemoAccount company(String login, String name, int serial, String head, @Nullable Text caption) {
        String phone = String.format(Locale.ROOT, "05710000%04d", serial);
        return new DemoAccount(login, AccountKind.COMPANY, name, uscc(serial), phone, head, Set.of(), caption);
    }

    private static DemoAccount staff(String login, String name, String birth, Role role, String zh, String en) {
        return new DemoAccount(
                login, AccountKind.OFFICER, name, residentId(birth, 91), null, null, Set.of(role), Text.of(zh, en));
    }

    private static String residentId(String birth, int serial) {
        String body = CITY + birth + String.format(Locale.ROOT, "%03d", serial);
        return body + PersonalNumbers.residentCheck(body);
    }

    private static String uscc(int serial) {
        String organisation = String.format(Locale.ROOT, "MAYC%04d", serial);
        String body = "91" + CITY + organisation + organisationCheck(organisation);
        return body + PersonalNumbers.usccCheck(body);
    }

    /** The last place of the organisation code inside a credit code (GB 11714). */
    private static char organisationCheck(String eight) {
        int check = 11 - PersonalNumbers.weighed(eight, ORGANISATION_ALPHABET, ORGANISATION_WEIGHTS) % 11;
        return check == 10 ? 'X' : Character.forDigit(check % 11, 10);
    }
}
