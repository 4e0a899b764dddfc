package org.yichuang.documents.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.yichuang.documents.Addressee;
import org.yichuang.documents.LetterKind;
import org.yichuang.documents.Letters;
import org.yichuang.documents.NewLetter;
import org.yichuang.documents.PreparedLetter;
import org.yichuang.documents.letter.SampleLetters;
import org.yichuang.network.Clerk;
import org.yichuang.shared.DayRange;
import org.yichuang.shared.Problem;
import org.yichuang.support.CityTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** AL-40: grants of licences are public. */
@CityTest
class GrantsPageTests {
    private static final LocalDate LONG_AGO = LocalDate.of(2001, 3, 5);
    private static final DayRange EVER = new DayRange(null, null);

    @Autowired
    Letters letters;

    @Autowired
    DSLContext dsl;

    @Autowired
    PlatformTransactionManager transactions;

    private final Clerk http;
    /** Nobody else's, so that other tests' grants do not matter. */
    private String name = "";

    GrantsPageTests(@LocalServerPort int port) {
        http = Clerk.nobody(port);
    }

    @BeforeEach
    void today() {
        name = "湖州" + UUID.randomUUID() + "茶业有限公司";
    }

    private NewLetter letter(LetterKind kind, UUID caseId, Addressee to, LocalDate day) {
        return NewLetter.of(
                        kind,
                        new NewLetter.Case(caseId, SampleLetters.NUMBER, "食品经营许可（新办）"),
                        SampleLetters.UNIT,
                        to,
                        day)
                .within(10, true);
    }

    private PreparedLetter issued(NewLetter letter) {
        return SampleLetters.issued(letters, dsl, letter);
    }

    private PreparedLetter granted(Addressee to, LocalDate day) {
        return issued(letter(LetterKind.GRANT, UUID.randomUUID(), to, day));
    }

    private PreparedLetter grantedToCompany(LocalDate day) {
        return granted(new Addressee(name, false), day);
    }

    private String page(String query) {
        Clerk.Answer answer = http.get("/grants?" + query);
        assertThat(answer.status()).isEqualTo(200);
        return answer.text();
    }

    private static String holder(String begins) {
        return "holder=" + URLEncoder.encode(begins, StandardCharsets.UTF_8);
    }

    private JsonNode api(String query) {
        Clerk.Answer answer = http.get("/api/v1/grants?" + query);
        assertThat(answer.status()).isEqualTo(200);
        return JsonMapper.shared().readTree(answer.text());
    }

    @Test
    void a_grant_is_there_for_everybody_with_its_certificate_and_leads_to_both() {
        UUID caseId = UUID.randomUUID();
        var company = new Addressee(name, false);
        PreparedLetter decision = issued(letter(LetterKind.GRANT, caseId, company, SampleLetters.DAY));
        assertThat(page(holder(name)))
                .contains(
                        name, decision.number(), "/verify/" + decision.content().code(), "尚无");

        issued(letter(LetterKind.CERTIFICATE, caseId, company, SampleLetters.DAY)
                .title("茶馆证")
                .valid(SampleLetters.DAY, SampleLetters.DAY.plusYears(1)));
        PreparedLetter second = issued(letter(LetterKind.CERTIFICATE, caseId, company, SampleLetters.DAY)
                .nth(2)
                .title("茶馆证")
                .valid(SampleLetters.DAY, SampleLetters.DAY.plusYears(3)));
        assertThat(page(holder(name)))
                .contains("/verify/" + second.content().code(), "茶馆证", "有效期至 2029年10月9日")
                .doesNotContain("尚无", "2027年10月9日");
    }

    @Test
    void a_company_is_found_by_the_beginning_of_its_name_and_by_nothing_else() {
        grantedToCompany(SampleLetters.DAY);
        assertThat(page(holder(name.substring(0, 12)))).contains(name);
        assertThat(page(holder(name.substring(1)))).doesNotContain(name).contains("没有符合条件的许可");
        assertThat(page(holder(name + "%"))).doesNotContain("/verify/");
    }

    @Test
    void of_a_person_stands_the_family_name_and_nobody_can_look_for_more() {
        PreparedLetter decision = granted(new Addressee("欧阳一二三", true), LONG_AGO);
        String all = page("from=2001-03-05&to=2001-03-05");
        assertThat(all).contains("/verify/" + decision.content().code()).doesNotContain("一二三");
        assertThat(page(holder("欧阳一二三"))).doesNotContain("/verify/");
    }

    @Test
    void neither_refusals_nor_what_is_no_licence_is_among_them() {
        var company = new Addressee(name, false);
        issued(letter(LetterKind.GRANT, UUID.randomUUID(), company, SampleLetters.DAY)
                .noLicence());
        issued(letter(LetterKind.REFUSAL, UUID.randomUUID(), company, SampleLetters.DAY)
                .point("不符合条件"));
        assertThat(page(holder(name))).contains("没有符合条件的许可");
    }

    @Test
    void a_grant_that_was_taken_back_says_so() {
        PreparedLetter decision = grantedToCompany(SampleLetters.DAY);
        letters.revoke(decision.id(), SampleLetters.DAY, "以欺骗手段取得 · Obtained by deceit");
        assertThat(page(holder(name))).contains(name, "已经撤销");
    }

    @Test
    void by_page_all_come_once_and_the_newest_first() {
        for (LocalDate day : List.of(LONG_AGO, LONG_AGO.plusDays(2), LONG_AGO.plusDays(1), LONG_AGO.plusDays(1))) {
            grantedToCompany(day);
        }
        var days = new ArrayList<String>();
        var codes = new ArrayList<String>();
        String next = "";
        do {
            JsonNode page = api(holder(name) + "&size=1&after=" + next);
            JsonNode decision = page.get("items").get(0).get("decision");
            days.add(decision.get("date").asString());
            codes.add(decision.get("code").asString());
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        assertThat(days).containsExactly("2001-03-07", "2001-03-06", "2001-03-06", "2001-03-05");
        assertThat(codes).doesNotHaveDuplicates();
        assertThat(api(holder(name) + "&to=2001-03-06").get("items")).hasSize(3);
    }

    @Test
    void the_list_is_there_as_a_file_too() {
        PreparedLetter decision = grantedToCompany(LONG_AGO);
        grantedToCompany(SampleLetters.DAY);
        Clerk.Answer file = http.get("/grants.csv?to=2001-12-31&" + holder(name));
        assertThat(file.header("Content-Disposition")).contains("grants.csv");
        assertThat(file.text().lines().skip(1))
                .singleElement()
                .asString()
                .startsWith("食品经营许可（新办）," + name + ",2001-03-05," + decision.number() + ",")
                .endsWith(",VALID,,,,");
        assertThat(http.get("/grants.csv?to=never").status()).isEqualTo(422);
    }

    @Test
    void a_beginning_that_fits_a_thousand_grants_is_too_short() {
        new TransactionTemplate(transactions).executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            PreparedLetter one = grantedToCompany(LONG_AGO);
            assertThat(letters.granted(name, EVER, null, 20).items()).hasSize(1);
            dsl.execute("""
                    insert into documents.letter
                        (id, code, kind, title, case_id, nth, number, issued_on, content, sha256)
                    select gen_random_uuid(), gen_random_uuid(), kind, title, gen_random_uuid(), 1, number, issued_on,
                        content, sha256
                    from documents.letter, generate_series(1, 1000) where id = ?
                    """, one.id());
            var none = new DayRange(LONG_AGO.plusYears(1), null);
            assertThatExceptionOfType(Problem.class)
                    .as("whatever the days are: the names are many")
                    .isThrownBy(() -> letters.granted(name, none, null, 20))
                    .satisfies(problem -> assertThat(problem.of("holder")).isNotNull());
        });
    }

    @ParameterizedTest
    @CsvSource({"to=yesterday,to", "from=2026-10-09&to=2026-10-08,to", "after=bm8,after", "size=0,size"})
    void what_cannot_be_read_is_named(String query, String field) {
        Clerk.Answer answer = http.get("/api/v1/grants?" + query);
        assertThat(answer.status()).isEqualTo(422);
        assertThat(JsonMapper.shared()
                        .readTree(answer.text())
                        .at("/errors/0/field")
                        .asString())
                .isEqualTo(field);
    }

    @Test
    void a_day_that_is_none_is_said_at_its_field() {
        Clerk.Answer answer = http.get("/grants?to=2026-02-30");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text())
                .contains("日期写成 2026-10-09 这样", "aria-describedby=\"to-error\"", "id=\"to-error\"")
                .doesNotContain("没有符合条件", "from-error");
    }
}
