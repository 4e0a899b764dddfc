package org.yichuang.network.tables;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yichuang.identity.Accounts;
import org.yichuang.identity.NewAccounts;
import org.yichuang.identity.NewOfficer;
import org.yichuang.identity.Roles;
import org.yichuang.journal.Actor;
import org.yichuang.network.Clerk;
import org.yichuang.shared.PlainFile;
import org.yichuang.shared.web.Role;
import org.yichuang.support.CityTest;

/** Files that cannot be imported: refused with line and reason, and nothing changed. */
@CityTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadFilesTests {
    private static final String TABLES = "/api/v1/network/tables/";
    private static final List<String> ALL = Tables.ALL.stream().map(Table::name).toList();

    @Autowired
    ApplicationContext context;

    @LocalServerPort
    int port;

    private Clerk admin = Clerk.nobody(0);
    private List<String> before = List.of();

    @BeforeAll
    void the_network_as_it_was() {
        before = everything();
    }

    @BeforeEach
    void the_administrator_signs_in() {
        admin = Clerk.of(context, port, "admin");
    }

    @AfterAll
    void nothing_has_changed() {
        assertThat(everything()).isEqualTo(before);
    }

    private List<String> everything() {
        var reader = Clerk.of(context, port, "admin");
        return ALL.stream()
                .map(table -> reader.get(TABLES + table + "?format=csv").text())
                .toList();
    }

    @ParameterizedTest(name = "{0}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        departments    | key,name\\nab,甲\\nab,乙 | line 3: key | 和第 2 行重复
        departments    | key,name\\n,甲 | line 2: key | 没有填
        departments    | key,name\\nab, | line 2: name | 没有填
        departments    | key\\nab | line 1: name | 表头里没有这一列
        departments    | key,name,colour\\nab,甲,红 | line 1: colour | 不认识这一列
        departments    | key,name,key\\nab,甲,ab | line 1: key | 重复了
        departments    | key,name\\nab,甲,乙 | line 2: - | 比表头多出单元格
        departments    | key,name\\n有 空格,甲 | line 2: key | 不合格式
        divisions      | code,tier,name,parent\\nzz,MOON,月亮,330100000000 | line 2: tier | 不在可填的值里
        divisions      | code,tier,name,parent\\nzz,STREET,某街道,339999000000 | line 2: parent | 不在“行政区划”表里
        divisions      | code,tier,name,parent\\nzz,STREET,某街道, | line 2: parent | 除市以外都要有上级
        divisions      | code,tier,name,parent\\n110000000000,CITY,某, | line 2: tier | 只能有一个市
        divisions      | code,tier,name,parent\\nzz,STREET,某街道,zz | line 2: parent | 上级要正好高一级
        divisions      | code,tier,name,parent\\nzz,STREET,某街道,330100000000 | line 2: parent | 上级要正好高一级
        divisions      | code,tier,name,parent\\n330106000000,STREET,西湖区,330102000000 | line 2: tier | 上级要正好高一级
        units          | code,name,tier,division,department\\nzz,某局,CITY,330100000000,nix | line 2: department | 不在“部门”表里
        units          | code,name,tier,division,department\\nzz,某局,CITY,330100000000,scjg | line 2: division | 重复
        units          | code,name,tier,division,department,phone\\nzz,某局,CITY,330100000000,scjg,call me | line 2: phone | 不合格式
        units          | code,name,tier,division,department,phone\\nzz,某局,CITY,330100000000,scjg,86+571 | line 2: phone | 不合格式
        centres        | code,name,tier,division,address,hours\\nzz,某中心,CITY,330100000000,某路,always | line 2: hours | 不合格式
        units          | code,name,tier,division,department\\n330100-scjg,某局,DISTRICT,330100000000,scjg | line 2: tier | 层级要和区划一样
        centres        | code,name,tier,division,address,hours\\nzz,某中心,CITY,330106000000,某路,1-5 09:00-17:00 | line 2: tier | 层级要和区划一样
        windows        | code,centre,number,name\\nzz,nix,1,某窗口 | line 2: centre | 不在“中心”表里
        officers       | code,name,unit,account\\nzz,某人,330106-scjg,nobody-at-all | line 2: account | 没有工作人员用登录名
        officers       | code,name,unit,account\\nzz,某人,330106-scjg,qingheli | line 2: account | 没有工作人员用登录名
        officers       | code,name,unit,account\\nzz,某人,330106-scjg,zhoumin | line 2: account | 重复
        officers       | code,name,unit,account\\nzz,某人,330106-scjg,01890000-0000-7000-8000-000000000000 | line 2: account | 没有工作人员用登录名
        posts          | code,unit,role,name,officer_a,officer_b\\nzz,330106-scjg,decide,某岗,330106-scjg-5,330106-scjg-5 | line 2: officer_b | 要是两个人
        posts          | code,unit,role,name,officer_b\\nzz,330106-scjg,decide,某岗,330106-scjg-5 | line 2: officer_a | 有 B 岗就要有 A 岗
        posts          | code,unit,role,name,service_window\\nzz,330106-scjg,decide,某岗,nix | line 2: service_window | 不在“窗口”表里
        posts          | code,unit,role,name,centre,service_window\\nzz,330106-scjg,decide,某岗,330100-centre,330106-centre-1 | line 2: service_window | 不在这个中心
        posts          | code,unit,role,name,service_window\\nzz,330106-scjg,decide,某岗,330106-centre-1 | line 2: centre | 有窗口就要写窗口所在的中心
        officers       | code,name,unit,account\\nzz,某人,330106-scjg,admin | line 2: account | 这三种人不担任岗位
        units          | code,name,tier,division,department,parent\\n330100-scjg,某局,CITY,330100000000,scjg,330106-scjg | line 2: parent | 绕回了这个单位自己
        authorisations | number,post,item,act,from_day\\nzz,330106-scjg-decide,no_such_item,decide,2026-01-01 | line 2: item | 事项目录里没有“no_such_item”：先建好
        authorisations | number,post,item,act,from_day\\nzz,nix,*,decide,2026-01-01 | line 2: post | 不在“岗位”表里
        authorisations | number,post,item,act,from_day\\nzz,330106-scjg-decide,*,decide,2026-02-30 | line 2: from_day | 不合格式
        authorisations | number,post,item,act,from_day,to_day\\nzz,330106-scjg-decide,*,decide,2026-02-03,2026-02-02 | line 2: to_day | 止日不能早于起日
        authorisations | number,post,item,act,from_day\\nzz,330106-scjg-decide,*,extend,2026-01-01 | line 2: post | 批准延期的是行政机关负责人（行政许可法第四十二条）
        posts          | code,unit,role,name\\n330106-scjg-head,330106-scjg,decide,负责人岗 | line 2: role | 先收回授权
        away           | officer,from_day,to_day,reason\\nnix,2026-10-12,2026-10-13,培训 | line 2: officer | 不在“人员”表里
        away           | officer,from_day,to_day,reason\\n330106-scjg-5,2999-10-12,2999-10-13,培训 | line 2: from_day | 日期在 1949 到 2998 年之间
        away           | officer,from_day,to_day,reason\\n330106-scjg-5,1949-09-30,1949-10-13,培训 | line 2: from_day | 日期在 1949 到 2998 年之间
        away           | officer,from_day,to_day,reason\\n330106-scjg-5,2026-10-12,2027-10-14,培训 | line 2: to_day | 一次最多登记一年
        away           | officer,from_day,to_day,reason\\n330106-scjg-5,2026-10-12,2026-10-14,一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一 | line 2: reason | 最多 100 个字
        away           | id,officer,from_day,to_day,reason\\n7,330106-scjg-5,2026-10-12,2026-10-13,培训 | line 2: id | 不合格式
        """)
    void a_bad_row_is_named_with_its_line_and_the_reason(String table, String file, String field, String reason) {
        byte[] csv = file.replace("\\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        for (byte[] sent : List.of(csv, Sheets.read(csv).xlsx())) {
            var answer = admin.send("POST", TABLES + table, "application/octet-stream", sent);
            assertThat(answer.status()).as(answer.text()).isEqualTo(422);
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.fields()).as(answer.text()).containsExactly(field);
            assertThat(JsonPath.<String>read(answer.text(), "$.errors[0].detail"))
                    .contains(reason);
        }
    }

    @Test
    void every_bad_row_is_named_not_only_the_first() {
        String csv = "key,name\r\nok,好\r\n,没有代码\r\nalso ok,空格\r\nok,重复\r\n";
        var answer = admin.csv(TABLES + "departments", csv);
        assertThat(answer.fields()).containsExactly("line 3: key", "line 4: key", "line 5: key");
        assertThat(JsonPath.<String>read(answer.text(), "$.detail")).contains("3 处要改");
    }

    @Test
    void a_row_with_a_fault_of_one_kind_hides_no_fault_of_another_kind_in_another_row() {
        String officers =
                "code,name,unit,account\r\nz1,甲,330106-scjg,nobody-at-all\r\nz2,,330106-scjg,\r\nz3,丙,nix,\r\n";
        assertThat(fields("officers", officers)).containsExactly("line 2: account", "line 3: name", "line 4: unit");
        String authorisations = "number,post,item,act,from_day,to_day\r\nz1,nix,*,decide,2026-01-01,\r\n"
                + "z2,330106-scjg-decide,*,decide,2026-02-03,2026-02-02\r\n";
        assertThat(fields("authorisations", authorisations)).containsExactly("line 2: post", "line 3: to_day");
    }

    private List<String> fields(String table, String csv) {
        var answer = admin.csv(TABLES + table, csv);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        return answer.fields();
    }

    @Test
    void a_disabled_account_is_given_to_no_officer_and_who_has_it_stays() {
        Accounts accounts = context.getBean(Accounts.class);
        UUID account = accounts.byLogin("zhoumin").orElseThrow().id();
        accounts.disable(account, Actor.SYSTEM);
        try {
            String another = "code,name,unit,account\r\nzz,某人,330106-scjg,zhoumin\r\n";
            var answer = admin.csv(TABLES + "officers", another);
            assertThat(answer.status()).as(answer.text()).isEqualTo(422);
            assertThat(answer.text()).contains("line 2: account", "“zhoumin”的账号已经停用");
            byte[] all = admin.get(TABLES + "officers?format=csv").bytes();
            assertThat(admin.send("POST", TABLES + "officers", "text/csv", all).status())
                    .isEqualTo(200);
        } finally {
            accounts.enable(account, Actor.SYSTEM);
        }
    }

    @Test
    void an_account_without_any_role_is_given_to_no_officer() {
        var none = new NewOfficer("without-role", "无角色", null, null, Set.of(Role.OFFICER));
        var made = context.getBean(NewAccounts.class).createOfficer(none, Actor.SYSTEM);
        context.getBean(Roles.class).revoke(made.id(), Role.OFFICER, Actor.SYSTEM);

        String csv = "code,name,unit,account\nzz,无角色,330106-scjg,without-role\n";

        assertThat(fields("officers", csv)).containsExactly("line 2: account");
        assertThat(admin.csv(TABLES + "officers", csv).text()).contains("“without-role”的账号还没有角色", "has no role yet");
    }

    @Test
    void of_several_sign_in_names_in_a_file_the_one_that_nobody_has_is_named() {
        for (String login : List.of("several-names-1", "several-names-2")) {
            var one = new NewOfficer(login, "某人", null, null, Set.of(Role.OFFICER));
            context.getBean(NewAccounts.class).createOfficer(one, Actor.SYSTEM);
        }

        String csv = "code,name,unit,account\nz1,甲,330106-scjg,Several-Names-1\nz2,乙,330106-scjg,several-names-3\n"
                + "z3,丙,330106-scjg, several-names-2 \nz4,丁,330106-scjg,\nz5,戊,330106-scjg,qingheli\n";

        assertThat(fields("officers", csv)).containsExactly("line 3: account", "line 6: account");
    }

    @Test
    void of_many_bad_rows_it_is_said_how_many_there_are_and_the_first_are_listed() {
        byte[] each = ("key,name\r\n" + "没有,名\r\n".repeat(350)).getBytes(StandardCharsets.UTF_8);
        String all =
                admin.send("POST", TABLES + "departments", "text/csv", each).text();
        assertThat(JsonPath.<List<String>>read(all, "$.errors[*].field")).contains("line 2: key", "line 351: key");

        byte[] csv = ("key,name\r\n" + "没有,名\r\n".repeat(2_100)).getBytes(StandardCharsets.UTF_8);
        var answer = admin.send("POST", TABLES + "departments", "text/csv", csv);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(JsonPath.<List<?>>read(answer.text(), "$.errors")).hasSize(2_000);
        String said = JsonPath.read(answer.text(), "$.detail");
        assertThat(said).matches("文件里有 \\d{4,5} 处要改，什么都没有导入，先列出 2000 处");
        assertThat(JsonPath.<String>read(answer.text(), "$.detailEn")).endsWith("here are the first 2000");
        assertThat(admin.upload("/admin/network/departments/import", csv, "replace", "false")
                        .text())
                .contains(said);
    }

    @Test
    void the_page_shows_the_errors_as_a_table() {
        String csv = "key,name\r\n,没有代码\r\nab,\r\n";
        var page = admin.upload(
                "/admin/network/departments/import", csv.getBytes(StandardCharsets.UTF_8), "replace", "true");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text())
                .contains("<td class=\"num r\">2</td><td>部门代码 <small class=\"code\">key</small></td>")
                .contains("<td class=\"num r\">3</td><td>名称 <small class=\"code\">name</small></td>")
                .contains("什么都没有导入");
    }

    @Test
    void a_form_without_a_file_says_so_beside_the_field() {
        var page = admin.upload("/admin/network/departments/import", new byte[0], "replace", "false");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("id=\"file-error\"");
        assertThat(admin.upload(TABLES + "departments", new byte[0], "replace", "false")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void the_page_calls_a_bad_cell_s_column_as_the_table_does() {
        byte[] csv = "code,name,unit,account\nzz,某人,330106-scjg,nobody-at-all\n".getBytes(StandardCharsets.UTF_8);
        assertThat(admin.upload("/admin/network/officers/import", csv, "replace", "false")
                        .text())
                .contains("登录名 <small class=\"code\">account</small>")
                .contains("<h2>文件里有 1 处要改，什么都没有导入</h2>")
                .doesNotContain("第 2 行 account");
    }

    @Test
    void a_file_in_the_body_may_be_as_long_as_one_in_a_form() {
        byte[] csv =
                ("key,name\n" + ("no key," + "x".repeat(190) + "\n").repeat(26_000)).getBytes(StandardCharsets.UTF_8);
        assertThat(csv.length).isGreaterThan(5_000_000);
        assertThat(admin.send("POST", TABLES + "departments", "text/csv", csv).text())
                .contains("处要改，什么都没有导入");
        byte[] longer = new byte[22 << 20];
        var refused = admin.send("POST", TABLES + "departments", "text/csv", longer);
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.text()).contains("20 MB", "\"field\":\"file\"");
    }

    @Test
    void a_file_that_is_no_table_is_refused_with_the_reason() throws IOException {
        refused(new byte[0], "空");
        refused("\uFEFF".getBytes(StandardCharsets.UTF_8), "没有一行");
        refused("\r\n\r\n".getBytes(StandardCharsets.UTF_8), "没有一行");
        refused("key,name\r\n".getBytes(StandardCharsets.UTF_8), "只有表头");
        refused("key,name\r\nab,部门".getBytes(Charset.forName("GBK")), "GBK");
        refused("key,name\r\nab,部门".getBytes(StandardCharsets.UTF_16), "UTF-16");
        refused(new byte[] {'k', 'e', 'y', (byte) 0xFF, (byte) 0x80}, "UTF-8");
        refused("key,name\r\na\0b,甲".getBytes(StandardCharsets.UTF_8), "不是文本");
        refused("key,name\r\nab,\"甲".getBytes(StandardCharsets.UTF_8), "引号不成对");
        refused(("key,name\r\nab," + "长".repeat(2_001)).getBytes(StandardCharsets.UTF_8), "第 2 行太长");
        refused(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13}, "不是文本");
        refused(new byte[] {'P', 'K', 3, 4, 1, 2, 3}, "XLSX 文件损坏");
        refused(zip("hello.txt", "hello".getBytes(StandardCharsets.UTF_8)), "XLSX 文件损坏");
        refused(zip("xl/workbook.xml", "<not<xml".getBytes(StandardCharsets.UTF_8)), "XLSX 文件损坏");
        refused(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2}, "旧版");
    }

    /** As Excel writes them where the comma stands in numbers, some with a line that names the separator. */
    @Test
    void a_file_whose_cells_are_not_separated_by_commas_is_told_so() {
        for (String file : List.of(
                "key;name\r\nab;甲\r\n",
                "key\tname\r\nab\t甲\r\n",
                "sep=;\r\nkey;name\r\nab;甲\r\n",
                "sep=,\r\nkey,name\r\nab,甲\r\n")) {
            refused(file.getBytes(StandardCharsets.UTF_8), "不是用逗号隔开");
        }
    }

    @Test
    void a_cell_that_a_spreadsheet_could_not_compute_and_one_far_beside_the_table_are_named() throws IOException {
        refused(sheetWith("<c r=\"A2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>"), "单元格 A2 #DIV/0! 算不出来");
        refused(sheetWith("<c r=\"B2\" t=\"e\"><v>#REF!</v></c>"), "单元格 B2 #REF! 算不出来");
        refused(sheetWith("<c r=\"XFD2\" t=\"inlineStr\"><is><t>x</t></is></c>"), "第 2 行太长");
        refused(sheetWith("<c r=\"B2\"><f>A2</f></c>"), "单元格 B2 的公式没有结果");
        refused(sheetWith("<c r=\"A2\"><v>1E999999999</v></c>"), "单元格 A2 的数太长");
        refused(sheetWith("<c r=\"A2\"><v>" + "9".repeat(1_000_000) + "</v></c>"), "太长的单元格");
    }

    /** Of old Macs: each of its days would be read as four years earlier. */
    @Test
    void a_workbook_whose_days_count_from_1904_is_refused() throws IOException {
        byte[] whole = new Sheets(List.of(List.of("key", "name"), List.of("ab", "部门"))).xlsx();
        refused(
                rewritten(
                        whole, content -> content.replaceFirst("(<workbook [^>]*>)", "$1<workbookPr date1904=\"1\"/>")),
                "从 1904 年算起");
    }

    @Test
    void a_workbook_with_something_in_a_further_sheet_is_refused_and_the_sheet_named() {
        byte[] second = workbook("部门", "备注", "区局");
        refused(second, "“区局”里还有内容");
        var page = admin.upload("/admin/network/departments/import", second, "replace", "true");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains("区局", "id=\"file-error\"");
    }

    @Test
    void empty_sheets_behind_the_first_are_no_fault() {
        assertThat(SheetReader.read(workbook("部门", "Sheet2", null)).lines()).hasSize(2);
    }

    /** Departments in the first sheet, blanks in the second, and a department in the third, where there is one. */
    private static byte[] workbook(String first, String second, @Nullable String third) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet departments = workbook.newWorksheet(first);
            row(departments, 0, "key", "name");
            row(departments, 1, "ab", "部门");
            row(workbook.newWorksheet(second), 3, " ", "");
            if (third != null) {
                row(workbook.newWorksheet(third), 7, "cd", "另一个部门");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static void row(Worksheet sheet, int row, String... cells) {
        for (int column = 0; column < cells.length; column++) {
            sheet.value(row, column, cells[column]);
        }
    }

    /** A table of departments whose second row holds this cell alone. */
    private static byte[] sheetWith(String cell) throws IOException {
        byte[] whole = new Sheets(List.of(List.of("key", "name"), List.of("ab", "部门"))).xlsx();
        return rewritten(whole, content -> content.replaceFirst("(<row r=\"2\".*?>).*?</row>", "$1" + cell + "</row>"));
    }

    /** A workbook with something changed in its parts. */
    private static byte[] rewritten(byte[] whole, UnaryOperator<String> change) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var from = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(whole))
                        .get();
                var to = new ZipOutputStream(bytes)) {
            for (var entry : Collections.list(from.getEntries())) {
                String content = new String(from.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(change.apply(content).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void a_formula_that_came_to_an_empty_text_leaves_its_cell_empty() throws IOException {
        for (String type : List.of("", " t=\"str\"")) {
            byte[] file = sheetWith("<c r=\"A2\"><v>1</v></c><c r=\"B2\"" + type + "><f>A2</f><v></v></c>");
            assertThat(SheetReader.read(file).lines().getLast().cells()).containsExactly("1");
        }
    }

    @Test
    void merged_cells_are_named_not_read_as_empty() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("sheet");
            for (int row = 0; row < 3000; row++) {
                sheet.value(row, 0, "key" + row);
            }
            sheet.range(1, 1, 2, 1).merge();
        }
        refused(bytes.toByteArray(), "有合并的单元格（B2:B3）");
    }

    /** 14: everywhere; 31 and 58: 2026年10月1日 and 10月1日 in Chinese Excel; 32 and 55: times of the day there. */
    @ParameterizedTest
    @CsvSource({"14, 2026-10-01", "31, 2026-10-01", "58, 2026-10-01", "32, 46296", "55, 46296"})
    void a_day_in_a_format_that_excel_does_not_write_out_is_read_as_one(int format, String read) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("sheet");
            sheet.value(0, 0, 46296);
            sheet.style(0, 0).format("0.000000").set();
        }
        byte[] file = rewritten(
                bytes.toByteArray(),
                content -> content.replaceAll("(<xf [^>]*numFmtId=\")[1-9]\\d*\"", "$1" + format + "\""));

        assertThat(SheetReader.read(file).lines().getFirst().cells()).containsExactly(read);
    }

    @Test
    void a_day_that_a_formula_gives_is_read_as_one() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("sheet");
            sheet.value(0, 0, 46296);
            sheet.style(0, 0).format("YYYY/M/D").set();
            sheet.value(0, 1, 46297);
        }
        byte[] file = rewritten(bytes.toByteArray(), content -> content.replaceAll("<v>4629", "<f>TODAY()</f>$0"));

        assertThat(SheetReader.read(file).lines().getFirst().cells()).containsExactly("2026-10-01", "46297");
    }

    @Test
    void a_file_cut_short_is_damaged_not_a_failure() {
        byte[] whole = new Sheets(List.of(List.of("key", "name"), List.of("ab", "部门"))).xlsx();
        for (int length = 5; length < whole.length; length += 97) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            var answer = admin.send("POST", TABLES + "departments", Sheets.XLSX, cut);
            assertThat(answer.status()).as("cut at " + length).isEqualTo(422);
        }
    }

    @Test
    void a_file_that_is_too_large_or_unpacks_to_one_is_refused() throws IOException {
        byte[] many = ("key,name\r\n" + "ab,甲\r\n".repeat(50_001)).getBytes(StandardCharsets.UTF_8);
        refused(many, "最多 50000 行");
        refused(zip("xl/worksheets/sheet1.xml", new byte[1024 * 1024], 130), "解压后太大");
        byte[] large = new byte[PlainFile.MAX_BYTES + 1];
        var answer = admin.upload(TABLES + "departments", large, "replace", "false");
        assertThat(answer.status()).isEqualTo(413);
    }

    @Test
    void what_is_still_used_is_not_removed() {
        byte[] one = "key,name\r\nscjg,市场监管\r\n".getBytes(StandardCharsets.UTF_8);
        var answer = admin.send("POST", TABLES + "departments?replace=true", "text/csv", one);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("还在“单位”里使用");
        byte[] post = admin.get(TABLES + "posts?format=csv")
                .text()
                .lines()
                .limit(2)
                .reduce((a, b) -> a + "\r\n" + b)
                .orElseThrow()
                .getBytes(StandardCharsets.UTF_8);
        assertThat(admin.send("POST", TABLES + "posts?replace=true", "text/csv", post)
                        .text())
                .contains("还在“授权”里使用");
    }

    @Test
    void a_department_whose_items_are_published_stays(@Autowired DSLContext db) {
        byte[] before = admin.get(TABLES + "departments?format=csv").bytes();
        Record of = db.fetchSingle(
                "select code, department from catalogue.item_version where state = 'PUBLISHED' order by code limit 1");
        db.execute("insert into network.department select 'zz-hung', name, name_en from network.department limit 1");
        db.execute("update catalogue.item_version set department = 'zz-hung' where code = ?", of.get(0));
        try {
            var answer = admin.send("POST", TABLES + "departments?replace=true", "text/csv", before);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.text()).contains("“zz-hung”还有 1 个已发布的事项，不能删除");
        } finally {
            db.execute("update catalogue.item_version set department = ? where code = ?", of.get(1), of.get(0));
            db.execute("delete from network.department where key = 'zz-hung'");
        }
    }

    private void refused(byte[] file, String reason) {
        var answer = admin.send("POST", TABLES + "departments", "application/octet-stream", file);
        assertThat(answer.status()).as(reason + ": " + answer.text()).isEqualTo(422);
        assertThat(answer.fields()).containsExactly("file");
        assertThat(JsonPath.<String>read(answer.text(), "$.detail")).contains(reason);
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        return zip(name, content, 1);
    }

    private static byte[] zip(String name, byte[] content, int times) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            for (int i = 0; i < times; i++) {
                zip.write(content);
            }
        }
        return bytes.toByteArray();
    }
}
