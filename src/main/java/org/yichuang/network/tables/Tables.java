package org.yichuang.network.tables;

import static java.util.Objects.requireNonNull;
import static org.yichuang.network.tables.Column.choice;
import static org.yichuang.network.tables.Column.of;
import static org.yichuang.network.tables.Column.reference;
import static org.yichuang.network.tables.Column.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yichuang.network.Absences;
import org.yichuang.network.Act;
import org.yichuang.network.PostRole;
import org.yichuang.network.Tier;
import org.yichuang.shared.Text;

/** Every table of the network, in an order in which each comes after those it refers to. */
public final class Tables {
    private static final Column NAME = text("name", "名称", "Name").asked();
    private static final Column NAME_EN = text("name_en", "英文名称", "English name");
    private static final Column PHONE = of("phone", "电话", "Phone", Kind.PHONE);
    private static final Column ADDRESS = text("address", "地址", "Address").asked();
    private static final Column HOURS =
            of("hours", "开放时间", "Opening hours", Kind.HOURS).asked();
    private static final Column FROM = of("from_day", "起", "From", Kind.DATE).asked();
    private static final Column TO = of("to_day", "止", "To", Kind.DATE);
    private static final Rule ENDS_AFTER_IT_BEGINS = new Rule(
            "to_day",
            row -> ordered(row.apply("from_day"), row.apply("to_day")),
            Text.of("止日不能早于起日", "The last day cannot be before the first"));

    private static final Table DEPARTMENTS = new Table(
            "departments",
            "department",
            Text.of("部门", "Departments"),
            Text.of("条线：同一部门在市、区各有一个单位", "Lines of work: one department has a unit in the city and in each district"),
            List.of(code("key", "部门代码", "Key"), NAME, NAME_EN),
            List.of(),
            List.of());

    private static final Table DIVISIONS = new Table(
            "divisions",
            "division",
            Text.of("行政区划", "Divisions"),
            Text.of("市、区、街道、社区，用统计用区划代码", "City, districts, streets and communities, by their statistical codes"),
            List.of(
                    code("code", "区划代码", "Code"),
                    tier(),
                    NAME,
                    NAME_EN,
                    reference("parent", "上级", "Parent", "divisions")),
            List.of(),
            List.of(new Rule(
                    "parent",
                    row -> Tier.CITY.name().equals(row.apply("tier")) == (row.apply("parent") == null),
                    Text.of("除市以外都要有上级", "Every division but the city has a parent"))));

    private static final Table UNITS = new Table(
            "units",
            "unit",
            Text.of("单位", "Units"),
            Text.of("有权办理的机关：一个部门在一个区划里只有一个", "Authorities: one for each department in a division"),
            List.of(
                    code("code", "单位代码", "Code"),
                    NAME,
                    NAME_EN,
                    tier(),
                    division(),
                    reference("department", "部门", "Department", "departments").asked(),
                    reference("parent", "上级单位", "Parent", "units"),
                    PHONE,
                    text("review_body", "行政复议机关", "Administrative review body"),
                    text("court", "有管辖权的法院", "Court with jurisdiction")),
            List.of(List.of("department", "division")),
            List.of());

    private static final Table CENTRES = new Table(
            "centres",
            "centre",
            Text.of("中心", "Centres"),
            Text.of("市、区行政服务中心和街道便民服务中心", "City and district service centres, street service centres"),
            List.of(
                    code("code", "中心代码", "Code"),
                    NAME,
                    NAME_EN,
                    tier(),
                    division(),
                    reference("unit", "主管单位", "Run by", "units"),
                    ADDRESS,
                    PHONE,
                    HOURS),
            List.of(),
            List.of());

    private static final Table WINDOWS = new Table(
            "windows",
            "service_window",
            Text.of("窗口", "Windows"),
            Text.of(
                    "中心里的窗口；不写单位的是综合窗口；搬到别的中心，窗口上的岗位跟着走",
                    "The windows of a centre; one without a unit serves all; one that moves takes its posts along"),
            List.of(
                    code("code", "窗口代码", "Code"),
                    centre().asked(),
                    text("number", "号", "Number").asked(),
                    text("place", "位置", "Place"),
                    text("place_en", "英文位置", "English place"),
                    NAME,
                    NAME_EN,
                    reference("unit", "单位", "Unit", "units")),
            List.of(List.of("centre", "number")),
            List.of());

    private static final Table SERVICE_POINTS = new Table(
            "service-points",
            "service_point",
            Text.of("服务点", "Service points"),
            Text.of("社区、村的便民服务点，材料交到街道中心", "Communities and villages; their papers go to the street's centre"),
            List.of(code("code", "服务点代码", "Code"), NAME, NAME_EN, division(), centre().asked(), ADDRESS, PHONE, HOURS),
            List.of(),
            List.of());

    private static final Table OFFICERS = new Table(
            "officers",
            "officer",
            Text.of("人员", "Officers"),
            Text.of("在岗人员；账号由安全管理员开立", "Who holds posts; accounts are given by the security administrator"),
            List.of(
                    code("code", "工号", "Number"),
                    NAME,
                    reference("unit", "单位", "Unit", "units").asked(),
                    of("account", "登录名", "Account", Kind.ACCOUNT)),
            List.of(List.of("account")),
            List.of());

    private static final Table POSTS = new Table(
            "posts",
            "post",
            Text.of("岗位", "Posts"),
            Text.of("岗位及其 A、B 岗人员", "Posts with their officers A and B"),
            List.of(
                    code("code", "岗位代码", "Code"),
                    reference("unit", "单位", "Unit", "units").asked(),
                    choice("role", "类别", "Role", PostRole.values(), PostRole::key, PostRole::text)
                            .asked(),
                    NAME,
                    NAME_EN,
                    reference("officer_a", "A 岗", "A", "officers"),
                    reference("officer_b", "B 岗", "B", "officers"),
                    centre(),
                    reference("service_window", "窗口", "Window", "windows")),
            List.of(),
            List.of(
                    new Rule(
                            "officer_b",
                            row -> row.apply("officer_b") == null
                                    || !row.apply("officer_b").equals(row.apply("officer_a")),
                            Text.of("A、B 岗要是两个人", "A and B are two people")),
                    new Rule(
                            "officer_a",
                            row -> row.apply("officer_b") == null || row.apply("officer_a") != null,
                            Text.of("有 B 岗就要有 A 岗", "There is no B without A")),
                    new Rule(
                            "centre",
                            row -> row.apply("service_window") == null || row.apply("centre") != null,
                            Text.of("有窗口就要写窗口所在的中心", "A post at a window names the centre it is in"))));

    private static final Table AWAY = new Table(
            "away",
            "away",
            Text.of("外出", "Absences"),
            Text.of("人员外出的起止日；A、B 岗不能同时外出", "From when to when officers are away; never A and B together"),
            List.of(
                    of("id", "编号", "Id", Kind.ID),
                    reference("officer", "工号", "Officer", "officers").asked(),
                    FROM,
                    TO.asked(),
                    text("reason", "事由", "Reason").asked()),
            List.of(),
            List.of(
                    ENDS_AFTER_IT_BEGINS,
                    new Rule("from_day", row -> Absences.begins(day(row.apply("from_day"))), Absences.BEGINS),
                    new Rule(
                            "to_day",
                            row -> Absences.lasts(day(row.apply("from_day")), day(row.apply("to_day"))),
                            Absences.LASTS),
                    new Rule(
                            "reason",
                            row -> row.apply("reason") == null
                                    || row.apply("reason").length() <= Absences.REASON,
                            Text.of("事由最多 100 个字", "A reason has at most 100 characters"))));

    private static final Table AUTHORISATIONS = new Table(
            "authorisations",
            "authorisation",
            Text.of("授权", "Authorisations"),
            Text.of("哪个岗位对哪个事项可以做哪一步，从哪天到哪天", "Which post may do which act with which item, from when to when"),
            List.of(
                    code("number", "授权号", "Number"),
                    reference("post", "岗位", "Post", "posts").asked(),
                    of("item", "事项", "Item", Kind.ITEM).asked(),
                    choice("act", "权限", "Act", Act.values(), Act::key, Act::text)
                            .asked(),
                    FROM,
                    TO),
            List.of(),
            List.of(ENDS_AFTER_IT_BEGINS));

    public static final List<Table> ALL = List.of(
            DEPARTMENTS, DIVISIONS, UNITS, CENTRES, WINDOWS, SERVICE_POINTS, OFFICERS, POSTS, AWAY, AUTHORISATIONS);

    private Tables() {}

    public static Optional<Table> named(String name) {
        return ALL.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    /** By its name in the database. */
    static Optional<Table> stored(String name) {
        return ALL.stream().filter(table -> table.stored().equals(name)).findFirst();
    }

    private static Column code(String name, String zh, String en) {
        return of(name, zh, en, Kind.CODE).asked();
    }

    private static Column tier() {
        return choice("tier", "层级", "Tier", Tier.values(), Tier::name, Tier::text)
                .asked();
    }

    private static Column division() {
        return reference("division", "区划", "Division", "divisions").asked();
    }

    private static Column centre() {
        return reference("centre", "中心", "Centre", "centres");
    }

    /** Of a row that is right in itself, as each is that a rule is asked of. */
    private static LocalDate day(@Nullable String cell) {
        return LocalDate.parse(requireNonNull(cell));
    }

    private static boolean ordered(@Nullable String from, @Nullable String to) {
        return from == null || to == null || from.compareTo(to) <= 0;
    }

    /** A row's cells by column name. */
    static Function<String, @Nullable String> cells(Table table, @Nullable String[] row) {
        return column -> row[table.index(column)];
    }
}
