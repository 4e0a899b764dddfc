package org.yichuang.journal.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yichuang.calendar.Limit;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.Office;
import org.yichuang.casework.Receipt;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.ItemType;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.identity.Account;
import org.yichuang.identity.People;
import org.yichuang.identity.signin.Sessions;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.journal.NewEntry;
import org.yichuang.journal.RecordWords;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Role;
import org.yichuang.support.CityTest;
import org.yichuang.support.Web;

@CityTest
class JournalPagesTest {
    private static final Pattern KIND = Pattern.compile("\"([a-z]+\\.[a-z]+(?:-[a-z]+)*)\"");

    /** With what begins that has the form of a kind and is none: files, tables, settings, fields, names of readers. */
    private static final Set<String> OTHERS = Set.of(
            "casework",
            "documents",
            "fee",
            "filing",
            "form",
            "handling",
            "journal",
            "outcome",
            "postgres",
            "postmaster",
            "procedure",
            "server",
            "topics",
            "vbaproject",
            "w",
            "yichuang");

    @Autowired
    ApplicationContext context;

    @Autowired
    Journal journal;

    @Autowired
    Sessions sessions;

    @Autowired
    Office office;

    @Autowired
    Catalogue catalogue;

    @Autowired
    List<RecordWords> modules;

    @LocalServerPort
    int port;

    private final String subject = "thing:" + UUID.randomUUID();
    private Web auditor = new Web(0);

    @BeforeEach
    void an_auditor_signs_in() {
        Account account = new People(context).officer(Role.AUDITOR);
        auditor = new Web(port)
                .cookie("yc_session", sessions.open(account, false, "test").token())
                .bearer(sessions.open(account, true, "test").token());
    }

    /** What the API answers about the record. */
    private String record(String query) {
        return auditor.api("GET", "/api/v1/journal" + query, null).body();
    }

    private Entry append(String kind) {
        return journal.append(new NewEntry(kind, subject, Actor.SYSTEM, Map.of("<b>", "甲\"乙")));
    }

    @Test
    void the_record_is_leafed_through_by_subject_and_kind_page_by_page() {
        for (int i = 0; i < 5; i++) {
            append(i % 2 == 0 ? "thing.even" : "thing.odd");
        }

        String first = record("?size=3&subject=" + subject);
        assertThat(JsonPath.<List<Integer>>read(first, "$.items[*].nth")).containsExactly(5, 4, 3);
        String next = JsonPath.read(first, "$.next");
        String second = record("?size=3&subject=" + subject + "&after=" + next);
        assertThat(JsonPath.<List<Integer>>read(second, "$.items[*].nth")).containsExactly(2, 1);
        assertThat(JsonPath.<Object>read(second, "$.items[0].payload['<b>']")).isEqualTo("甲\"乙");

        String odd = record("?kind=thing.odd&subject=" + subject);
        assertThat(JsonPath.<List<Integer>>read(odd, "$.items[*].nth")).containsExactly(4, 2);
    }

    @Test
    void of_what_there_is_no_entry_the_api_says_so_by_its_name() {
        append("gone.made");

        for (String query : List.of("kind=nix", "kind=nix.made", "subject=case:nix", "kind=case.filed.x")) {
            var answer = auditor.api("GET", "/api/v1/journal?" + query, null);
            assertThat(answer.status()).as(query).isEqualTo(422);
            assertThat(answer.body()).contains("\"field\":\"" + query.substring(0, query.indexOf('=')) + "\"");
        }
        assertThat(auditor.api("GET", "/api/v1/journal?subject=" + subject + "&kind=nix", null)
                        .status())
                .isEqualTo(422);
        for (String query : List.of("kind=gone", "kind=gone.made", "kind=case", "subject=" + subject)) {
            assertThat(auditor.api("GET", "/api/v1/journal?" + query, null).status())
                    .as(query)
                    .isEqualTo(200);
        }
    }

    @Test
    void without_a_subject_the_newest_come_first_and_pages_join() {
        for (int i = 0; i < 4; i++) {
            append("joined.made");
        }
        String first = record("?kind=joined&size=2");
        String next = JsonPath.read(first, "$.next");
        String second = record("?kind=joined&size=2&after=" + next);

        assertThat(JsonPath.<List<Integer>>read(first, "$.items[*].nth")).containsExactly(4, 3);
        assertThat(JsonPath.<List<Integer>>read(second, "$.items[*].nth")).containsExactly(2, 1);
    }

    @Test
    void a_kind_without_a_point_means_all_that_begin_with_it() {
        append("thing.made");
        append("things.made");

        String found = record("?kind=thing&subject=" + subject);
        assertThat(JsonPath.<List<String>>read(found, "$.items[*].kind")).containsExactly("thing.made");
    }

    @Test
    void a_wrong_day_cursor_or_id_names_its_field_and_keeps_what_was_typed() {
        for (String query : List.of("from=yesterday", "from=2026-10-09&to=2026-10-08", "after=nonsense", "size=0")) {
            var answer = auditor.api("GET", "/api/v1/journal?" + query, null);
            assertThat(answer.status()).as(query).isEqualTo(422);
            assertThat(JsonPath.<List<String>>read(answer.body(), "$.errors[*].field"))
                    .hasSize(1);
        }
        var page = auditor.get("/admin/journal?from=yesterday&kind=thing");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("value=\"yesterday\"", "value=\"thing\"", "href=\"#from\"");
        assertThat(auditor.api("GET", "/api/v1/journal/7", null).status()).isEqualTo(422);
        assertThat(auditor.get("/admin/journal/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void one_entry_shows_its_hash_and_that_its_chain_fits() {
        append("thing.made");
        Entry entry = append("thing.used");

        String page = auditor.get("/admin/journal/" + entry.id()).body();
        assertThat(page)
                .contains(java.util.HexFormat.of().formatHex(entry.hash()), "环环相符", "不在这里读取，由命令 verify-journal 逐份核对");
        String chain = record("/chain?subject=" + subject);
        assertThat(JsonPath.<List<?>>read(chain, "$.findings")).isEmpty();
        assertThat(auditor.get("/admin/journal?subject=" + subject).body())
                .contains("thing.made", "thing.used")
                .doesNotContain("<b>\"");
    }

    @Test
    void a_subject_that_nothing_was_recorded_of_has_no_chain_that_could_be_unbroken() {
        var none = auditor.api("GET", "/api/v1/journal/chain?subject=case:typo", null);

        assertThat(none.status()).isEqualTo(404);
        assertThat(none.body()).contains("not-found");
    }

    @Test
    void what_was_found_can_be_taken_along_as_csv() {
        Entry entry = append("thing.made");
        var answer = auditor.get("/admin/journal.csv?subject=" + subject);

        assertThat(answer.raw().headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
        assertThat(answer.body().lines())
                .hasSize(2)
                .last()
                .asString()
                .contains(entry.id().toString(), "\"{\"\"<b>\"\":\"\"甲\\\"\"乙\"\"}\"");
    }

    /** Whatever has the form of a kind in the sources; so what a module begins to write is found before it is written. */
    @Test
    void every_kind_that_the_product_writes_has_a_name_in_both_languages() throws IOException {
        Map<String, Text> named = new HashMap<>();
        modules.forEach(module -> named.putAll(module.kinds()));

        assertThat(kindsInTheSources()).hasSizeGreaterThan(50).allSatisfy(kind -> {
            assertThat(named).containsKey(kind).containsKey(kind.substring(0, kind.indexOf('.')));
            assertThat(named.get(kind))
                    .isNotNull()
                    .extracting(Text::zh)
                    .asString()
                    .matches("\\p{IsHan}.*");
            assertThat(named.get(kind))
                    .isNotNull()
                    .extracting(Text::en)
                    .asString()
                    .matches("[A-Z][ -~]+");
        });
    }

    private static Set<String> kindsInTheSources() throws IOException {
        Set<String> kinds = new TreeSet<>();
        try (var files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".java"))
                    .filter(one -> !one.toString().endsWith("WordsForTheRecord.java"))
                    .toList()) {
                KIND.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(kinds::add);
            }
        }
        kinds.removeIf(kind -> OTHERS.contains(kind.substring(0, kind.indexOf('.'))));
        return kinds;
    }

    @Test
    void a_row_names_kind_case_item_and_officer_and_says_what_happened() {
        Receipt receipt = office.submitted(office.aCompany());
        office.act(office.officer("accept"), receipt.caseId(), new CaseAct.Accept());
        ItemVersion item = office.item(Office.FOOD);
        String officer = office.officer("accept").name();
        String address = "/admin/journal?subject=case:" + receipt.caseId();

        assertThat(auditor.get(address).body())
                .contains(
                        "<span>受理</span> <small class=\"code wraps\">case.accepted</small>",
                        "<span>" + receipt.number() + " " + item.name().zh() + "</span>",
                        "<span>" + officer + "</span>",
                        "<span>待受理 → 已受理</span>",
                        "<span class=\"quiet\">依据</span> <span>行政许可法第三十二条</span>")
                .doesNotContain("{&quot;by", "{\"by");
        assertThat(auditor.get(address + "&lang=en").body())
                .contains(
                        "<span>Accepted</span> <small class=\"code wraps\">case.accepted</small>",
                        "<span>" + receipt.number() + " " + item.name().en() + "</span>",
                        "<span lang=\"zh-CN\">" + officer + "</span>",
                        "<span>Awaiting acceptance → Accepted</span>");
    }

    @Test
    void the_licensing_law_is_not_named_of_a_case_that_is_about_no_licence() {
        String service = catalogue.all().stream()
                .filter(item -> item.type() != ItemType.LICENCE)
                .findFirst()
                .orElseThrow()
                .code();
        journal.append(new NewEntry("case.accepted", subject, Actor.SYSTEM, Map.of("rule", "AL-32", "item", service)));

        assertThat(auditor.get("/admin/journal?subject=" + subject).body())
                .contains("<span>AL-32</span>")
                .doesNotContain("行政许可法");
    }

    @Test
    void a_limit_is_said_in_its_unit_and_one_of_nothing_is_on_the_spot() {
        for (Limit.Unit unit : Limit.Unit.values()) {
            String of = subject + unit;
            Map<String, ?> limits = Map.of("promise", "0 " + unit, "statute", "20 " + unit);
            journal.append(new NewEntry("case.accepted", of, Actor.SYSTEM, limits));

            assertThat(auditor.get("/admin/journal?lang=zh&subject=" + of).body())
                    .contains("<span class=\"quiet\">承诺时限</span> <span>当场办结</span>")
                    .contains("<span class=\"quiet\">法定时限</span> <span>"
                            + unit.text(20).zh() + "</span>")
                    .doesNotContain("0 " + unit);
            assertThat(auditor.get("/admin/journal?lang=en&subject=" + of).body())
                    .contains(">on the spot</span>", ">" + unit.text(20).en() + "</span>");
        }
    }

    @Test
    void an_extension_is_said_in_the_unit_of_the_item_s_limit() {
        UUID id = office.accepted(office.aCompany());
        office.act(office.officer("decide"), id, new CaseAct.ProposeExtension(3, "情况复杂"));

        assertThat(auditor.get("/admin/journal?subject=case:" + id).body())
                .contains("<span class=\"quiet\">延长</span> <span>3 个工作日</span>");
    }

    @Test
    void a_case_is_found_by_its_number_on_the_page_and_in_its_csv() {
        Receipt receipt = office.submitted(office.aCompany());
        String typed = "?subject=%20" + receipt.number().toLowerCase(Locale.ROOT);

        assertThat(auditor.get("/admin/journal" + typed).body()).contains("case:" + receipt.caseId(), "提交申请");
        assertThat(auditor.get("/admin/journal.csv" + typed).body()).contains("case:" + receipt.caseId());
        assertThat(auditor.get("/admin/journal?subject=XH26-999999-9").body()).contains("没有符合条件的记录");
    }

    @Test
    void a_person_s_number_leads_to_the_entries_about_their_account_and_stands_in_no_address() {
        Account resident = new People(context).resident();
        String number = Objects.requireNonNull(resident.number()).inFull();
        String theirs = "/admin/journal?subject=account%3A" + resident.id();

        assertThat(auditor.get("/admin/journal").body())
                .containsPattern("<form [^>]*method=\"post\" action=\"/admin/journal/find\"");
        assertThat(find("subject", " " + number)).isEqualTo(theirs);
        assertThat(find("subject", number, "kind", "account", "from", "", "to", ""))
                .isEqualTo(theirs + "&kind=account");
        assertThat(auditor.get(theirs).body())
                .contains("account:" + resident.id())
                .doesNotContain(number);
        assertThat(auditor.get("/admin/journal?subject=" + number).location()).isEqualTo(theirs);
        for (String unknown : List.of(People.number(), "3301061990010112")) {
            assertThat(auditor.page(find("subject", unknown)))
                    .contains("没有符合条件的记录")
                    .doesNotContain(unknown);
        }
        for (String code : List.of(subject, "division:330106010000", "XH26-999999-9")) {
            assertThat(find("subject", code)).isEqualTo(EntriesQuery.of(code));
        }
    }

    private String find(String... fields) {
        return Objects.requireNonNull(
                auditor.post("/admin/journal/find", fields).location());
    }

    @Test
    void a_kind_is_chosen_by_its_name_and_the_address_takes_any() {
        assertThat(auditor.get("/admin/journal?kind=case.accepted").body())
                .contains("<optgroup label=\"办件\">", "<option value=\"case.accepted\" selected>受理</option>");
        assertThat(auditor.get("/admin/journal?kind=case&lang=en").body())
                .contains("<option value=\"case\" selected>Cases: all</option>");
        assertThat(auditor.get("/admin/journal?kind=thing").body())
                .contains("<option value=\"thing\" selected>thing</option>");
    }

    @Test
    void an_entry_shows_all_of_its_payload_line_by_line() {
        Receipt receipt = office.submitted(office.aCompany());
        Entry entry = journal.of("case:" + receipt.caseId()).getFirst();
        String page = auditor.get("/admin/journal/" + entry.id()).body();

        assertThat(Leaf.of(entry.payload()))
                .hasSizeGreaterThan(12)
                .allSatisfy(leaf -> assertThat(page)
                        .contains(
                                "<small class=\"code wraps\">" + leaf.path() + "</small></dt>",
                                ">" + leaf.value() + "<"));
        assertThat(page)
                .contains(
                        "<dt>文书 1 · 指纹 <small class=\"code wraps\">letters[0].sha256</small></dt>",
                        "<span>草稿</span> <small class=\"code wraps\">DRAFT</small>",
                        entry.payload())
                .containsPattern("2026年10月1\\d日\\(周.\\) \\d\\d:\\d\\d</span> <small class=\"code wraps\">"
                        + receipt.intakeDue() + "</small>");
        assertThat(auditor.get("/admin/journal/" + entry.id() + "?lang=en").body())
                .contains("Letters 1 · Fingerprint", "<h1>Submitted ")
                .containsPattern("1\\d Oct 2026 \\d\\d:\\d\\d</span> <small");
    }

    @Test
    void accounts_items_and_tables_are_named_and_what_a_row_was_stands_before_what_it_is() {
        Map<String, ?> row = Map.of("was", Map.of("name", "甲岗", "unit", "1"), "is", Map.of("name", "乙岗", "unit", "1"));
        Account account = new People(context).officer(Role.AUDITOR);
        for (String of : List.of("item:tobacco_retail", account.subject(), "network:posts", "calendar:2026")) {
            journal.append(new NewEntry("network.edited", of, Actor.of(account.id()), row));
        }

        assertThat(auditor.get("/admin/journal?kind=network.edited").body())
                .contains(
                        "<span>" + office.item("tobacco_retail").name().zh() + "</span>",
                        "<span>" + account.name() + "</span> <small class=\"code wraps\">account:",
                        "<span>岗位</span> <small class=\"code wraps\">network:posts</small>",
                        "<span>2026 年工作日历</span>",
                        "<span class=\"quiet\">名称</span> <span>甲岗 → 乙岗</span>");
    }

    @Test
    void a_page_asks_once_for_all_names_of_one_type_of_subject() {
        Actor actor = Actor.of(UUID.randomUUID());
        List<Entry> page = Stream.of(subject, subject + 2, subject + 2)
                .map(of -> journal.append(new NewEntry("thing.made", of, actor, Map.of("for", "person:1"))))
                .toList();
        var module = new Asked(new ArrayList<>());

        new Words(new StaticListableBeanFactory(Map.of("one", module)).getBeanProvider(RecordWords.class)).of(page);

        assertThat(module.asked()).containsExactlyInAnyOrder("payloads 3", "thing 2", "account 1", "person 1");
    }

    /** A module that knows nothing, and keeps of how many payloads, and of what type and how many names, it was asked. */
    private record Asked(List<String> asked) implements RecordWords {
        @Override
        public Map<String, Text> kinds() {
            return Map.of();
        }

        @Override
        public Map<String, Text> keys() {
            return Map.of();
        }

        @Override
        public Optional<Text> value(String key, String value, Map<String, String> payload) {
            return Optional.empty();
        }

        @Override
        public RecordWords of(Collection<Map<String, String>> payloads) {
            asked.add("payloads " + payloads.size());
            return this;
        }

        @Override
        public Map<String, Text> names(String type, Collection<String> codes) {
            asked.add(type + " " + codes.size());
            return Map.of();
        }
    }

    @Test
    void nothing_of_a_payload_is_lost_whatever_it_is() {
        assertThat(Leaf.of("{}")).isEmpty();
        assertThat(Leaf.of("{\"a.b\":1,\"a\":{\"b\":[12.50,null,[],{}]},\"[0]\":\"x\"}"))
                .extracting(Leaf::path, Leaf::value)
                .containsExactly(
                        tuple("a.b", "1"),
                        tuple("a.b[0]", "12.50"),
                        tuple("a.b[1]", "null"),
                        tuple("a.b[2]", "[]"),
                        tuple("a.b[3]", "{}"),
                        tuple("[0]", "x"));
        assertThat(Leaf.of("{broken")).extracting(Leaf::value).containsExactly("{broken");
    }
}
