package org.yichuang.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yichuang.identity.signin.Sessions;
import org.yichuang.identity.signin.SignInSettings;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.shared.Digest;
import org.yichuang.shared.Guess;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Role;
import org.yichuang.support.TestClock;
import org.yichuang.support.Web;

@IdentityTest
class ApplicantTests {
    private final Accounts accounts;
    private final NewAccounts newAccounts;
    private final Attempts attempts;
    private final SignInSettings settings;
    private final Journal journal;
    private final DSLContext dsl;
    private final People people;
    private final TestClock clock;
    private final int port;

    @Autowired
    ApplicantTests(
            Accounts accounts,
            NewAccounts newAccounts,
            Attempts attempts,
            SignInSettings settings,
            Journal journal,
            DSLContext dsl,
            ApplicationContext context,
            TestClock clock,
            @LocalServerPort int port) {
        this.accounts = accounts;
        this.newAccounts = newAccounts;
        this.clock = clock;
        this.attempts = attempts;
        this.settings = settings;
        this.journal = journal;
        this.dsl = dsl;
        this.people = new People(context);
        this.port = port;
    }

    @Test
    void who_comes_to_a_window_twice_has_one_account() {
        var officer = Actor.of(people.officer(Role.OFFICER).id());
        String number = People.number();
        var first = newAccounts.applicantAtWindow(resident(number, "吴玉珍"), officer);
        var again =
                newAccounts.applicantAtWindow(resident(number.toLowerCase(java.util.Locale.ROOT), " 吴玉珍 "), officer);
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.claimed()).isFalse();
        assertThat(journal.of(first.subject()))
                .extracting(Entry::kind)
                .containsExactly(IdentityKinds.CREATED, IdentityKinds.SHOWN);
    }

    @Test
    void an_account_shown_at_a_window_says_to_whom_once_a_day() {
        String number = People.number();
        Account known = newAccounts.applicantAtWindow(resident(number, "吴玉珍"), Actor.SYSTEM);
        var one = Actor.of(people.officer(Role.OFFICER).id());
        var other = Actor.of(people.officer(Role.OFFICER).id());
        for (Actor officer : List.of(one, one, other, one)) {
            newAccounts.applicantAtWindow(resident(number, "吴玉珍"), officer);
        }
        assertThat(shown(known))
                .extracting(entry -> entry.actor().account())
                .containsExactly(one.account(), other.account());

        clock.set("2026-10-10T10:24");
        newAccounts.applicantAtWindow(resident(number, "吴玉珍"), one);
        assertThat(shown(known)).hasSize(3);
    }

    @Test
    void of_names_that_are_not_theirs_an_officer_has_five_a_day_for_a_number_and_each_is_on_record() {
        String number = People.number();
        Account known = newAccounts.applicantAtWindow(resident(number, "吴玉珍"), Actor.SYSTEM);
        var officer = Actor.of(people.officer(Role.OFFICER).id());
        for (int i = 0; i < ShownAtWindow.MISTAKES; i++) {
            assertThat(refused(resident(number, "吴玉贞"), officer).status()).isEqualTo(422);
        }

        for (String name : List.of("吴玉贞", "吴玉珍")) {
            Problem closed = refused(resident(number, name), officer);
            assertThat(closed.slug()).isEqualTo("too-many-names");
            assertThat(closed.status()).isEqualTo(429);
        }
        assertThat(journal.of(known.subject()))
                .filteredOn(entry -> entry.kind().equals(IdentityKinds.NAME_MISTAKEN))
                .hasSize(ShownAtWindow.MISTAKES)
                .allSatisfy(entry -> assertThat(entry.actor().account()).isEqualTo(officer.account()));
        assertThat(shown(known)).isEmpty();
        var colleague = Actor.of(people.officer(Role.OFFICER).id());
        assertThat(newAccounts
                        .applicantAtWindow(resident(number, "吴玉珍"), colleague)
                        .id())
                .isEqualTo(known.id());
        clock.set("2026-10-10T00:00");
        assertThat(newAccounts
                        .applicantAtWindow(resident(number, "吴玉珍"), officer)
                        .id())
                .isEqualTo(known.id());
    }

    private List<Entry> shown(Account account) {
        return journal.of(account.subject()).stream()
                .filter(entry -> entry.kind().equals(IdentityKinds.SHOWN))
                .toList();
    }

    @Test
    void a_number_or_a_sign_is_no_name() {
        String number = People.number();
        for (String name : List.of(number, "测试 " + number, "13900001111", "12345", "😀", "-", "\u3164", "\u2800")) {
            assertThat(refused(resident(number, name)).of("name")).as(name).isNotNull();
        }
        assertThat(newAccounts
                        .applicantAtWindow(resident(number, "阿卜杜拉·买买提 Jr. 3"), Actor.SYSTEM)
                        .name())
                .isEqualTo("阿卜杜拉·买买提 Jr. 3");
    }

    @Test
    void two_windows_that_make_the_account_at_once_get_the_same_one() throws Exception {
        String number = People.number();
        Callable<Account> window = () -> newAccounts.applicantAtWindow(resident(number, "何建平"), Actor.SYSTEM);
        try (var threads = Executors.newFixedThreadPool(4)) {
            var made = threads.invokeAll(List.of(window, window, window, window));
            for (var one : made) {
                assertThat(one.get().id()).isEqualTo(made.getFirst().get().id());
            }
        }
    }

    @Test
    void a_name_that_is_not_the_one_on_record_is_refused_at_the_window() {
        String number = People.number();
        newAccounts.applicantAtWindow(resident(number, "吴玉珍"), Actor.SYSTEM);
        var problem = refused(resident(number, "吴玉贞"));
        assertThat(problem.of("name")).isNotNull();
        assertThat(problem.detail().en()).doesNotContain("吴玉珍");
    }

    @Test
    void a_name_typed_wrong_is_corrected_by_the_security_administrator_and_on_record(
            @Autowired ApplicationContext context, @Autowired Sessions sessions) {
        String number = People.number();
        Account wrong = newAccounts.applicantAtWindow(resident(number, "陈小名"), Actor.SYSTEM);
        assertThat(refused(resident(number, "陈小明")).detail().zh()).contains("安全管理员");
        Account officer = new People(context).officer(Role.SECURITY_ADMINISTRATOR);
        Web security = new Web(port)
                .cookie("yc_session", sessions.open(officer, false, "test").token());
        String page = "/admin/accounts/" + wrong.id();

        assertThat(security.post(page + "/name", "name", "陈小明", "reason", "").body())
                .contains("请写明凭什么证件更正", "value=\"陈小明\"");
        assertThat(security.post(page + "/name", "name", "陈小明", "reason", "居民身份证 2026-10-01 换发")
                        .location())
                .isEqualTo(page + "?done=renamed");

        Entry renamed = journal.of(wrong.subject()).getLast();
        assertThat(renamed.kind()).isEqualTo(IdentityKinds.RENAMED);
        assertThat(renamed.payload())
                .contains("\"from\":\"陈小名\"", "\"reason\":\"居民身份证 2026-10-01 换发\"", "\"to\":\"陈小明\"");
        assertThat(newAccounts
                        .applicantAtWindow(resident(number, "陈小明"), Actor.SYSTEM)
                        .id())
                .isEqualTo(wrong.id());
    }

    @Test
    void a_phone_number_with_the_country_before_it_is_kept_as_it_is_dialled_here() {
        Map.of(
                        "+86 139-0000-1234", "13900001234",
                        "008613900001234", "13900001234",
                        "＋86 571 8700 0000", "057187000000",
                        "+86 0571 8700 0000", "057187000000",
                        "010-87000000", "01087000000",
                        "0571-87000000-123", "057187000000-123",
                        "+86 10 1390 0001", "01013900001")
                .forEach((typed, kept) -> {
                    var who = new AtWindow(AccountKind.RESIDENT, People.number(), "测试人", null, typed);
                    assertThat(newAccounts.applicantAtWindow(who, Actor.SYSTEM).phone())
                            .as(typed)
                            .isEqualTo(kept);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"+1 202 555 0100", "+86 1380013800", "+86 12012345678", "0086 1234 5678"})
    void a_number_of_another_country_or_with_a_digit_too_few_is_no_phone_number(String typed) {
        assertThat(refused(new AtWindow(AccountKind.RESIDENT, People.number(), "测试人", null, typed))
                        .errors())
                .extracting(Problem.FieldError::field)
                .containsExactly("phone");
    }

    @Test
    void a_window_is_told_everything_that_is_wrong_at_once() {
        var problem = refused(new AtWindow(AccountKind.COMPANY, "9133", " ", null, "12"));
        assertThat(problem.errors())
                .extracting(Problem.FieldError::field)
                .containsExactlyInAnyOrder("number", "name", "agent", "phone");
    }

    @Test
    void a_company_at_the_window_keeps_who_came_for_it() {
        String code = People.code();
        newAccounts.applicantAtWindow(new AtWindow(AccountKind.COMPANY, code, "测试茶行", "钱广源", null), Actor.SYSTEM);
        var company = newAccounts.applicantAtWindow(
                new AtWindow(AccountKind.COMPANY, code, "测试茶行", "孙若溪", null), Actor.SYSTEM);
        assertThat(Objects.requireNonNull(company.organisation()).agent()).isEqualTo("孙若溪");
        assertThat(shown(company))
                .singleElement()
                .satisfies(
                        entry -> assertThat(entry.payload()).contains("agent").doesNotContain("孙若溪"));
    }

    @Test
    void a_company_changes_its_phone_and_legal_representative_itself(@Autowired Sessions sessions) {
        Account company = people.company();
        var web = new Web(port)
                .cookie("yc_session", sessions.open(company, false, "test").token());
        var refused = web.post("/account/contact", "phone", "12345", "legalRepresentative", "");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("value=\"12345\"", "请填写法定代表人", "手机号码是 11 位");
        assertThat(accounts.get(company.id())).isEqualTo(company);

        var changed = web.post("/account/contact", "phone", "139 0000 4321", "legalRepresentative", "何小满");

        assertThat(changed.location()).isEqualTo("/account?done=contact");
        assertThat(web.get(Objects.requireNonNull(changed.location())).body())
                .contains("联系方式已改", "value=\"13900004321\"", "value=\"何小满\"");
        Entry entry = journal.of(company.subject()).getLast();
        assertThat(entry.kind()).isEqualTo(IdentityKinds.CONTACT_CHANGED);
        assertThat(entry.payload()).contains("phone", "legalRepresentative").doesNotContain("13900004321", "何小满");
        accounts.contact(company.id(), "13900004321", "何小满");
        assertThat(journal.of(company.subject()).getLast().id()).isEqualTo(entry.id());
    }

    @Test
    void a_resident_has_no_legal_representative_and_a_system_no_phone() {
        Account resident = people.resident();
        assertThat(catchThrowableOfType(Problem.class, () -> accounts.contact(resident.id(), "13900004321", "何小满"))
                        .of("legalRepresentative"))
                .isNotNull();
        assertThat(accounts.get(resident.id())).isEqualTo(resident);
        Account system = people.system();
        assertThat(catchThrowableOfType(Problem.class, () -> accounts.contact(system.id(), "13900004321", null))
                        .slug())
                .isEqualTo("no-contact");
    }

    @Test
    void the_code_a_window_gives_claims_the_account_once() {
        var applicant = newAccounts.applicantAtWindow(resident(People.number(), "吴玉珍"), Actor.SYSTEM);
        String code = accounts.passwordLink(applicant.id(), Actor.SYSTEM).code();
        var web = new Web(port);
        var typed = code.toLowerCase(java.util.Locale.ROOT).replace("-", " ");
        var set = web.post("/set-password", "code", typed, "password", People.PASSWORD, "again", People.PASSWORD);
        assertThat(set.location()).isEqualTo("/my/cases");
        assertThat(web.get("/account").body()).contains("吴玉珍");
        var used = new Web(port)
                .post("/set-password", "code", code, "password", People.PASSWORD, "again", People.PASSWORD);
        assertThat(used.status()).isEqualTo(404);
        assertThat(journal.of(applicant.subject()))
                .extracting(Entry::kind)
                .containsExactly(
                        IdentityKinds.CREATED,
                        IdentityKinds.PASSWORD_LINK,
                        IdentityKinds.CLAIMED,
                        IdentityKinds.SESSION_OPENED);
    }

    @Test
    void who_sets_a_password_in_somebodys_browser_ends_the_session_there(@Autowired Sessions sessions) {
        var applicant = newAccounts.applicantAtWindow(resident(People.number(), "吴玉珍"), Actor.SYSTEM);
        String code = accounts.passwordLink(applicant.id(), Actor.SYSTEM).code();
        Account officer = people.officer(Role.OFFICER);
        var browser = new Web(port)
                .cookie("yc_session", sessions.open(officer, false, "test").token());
        assertThat(sessions.of(officer.id())).hasSize(1);

        browser.post("/set-password", "code", code, "password", People.PASSWORD, "again", People.PASSWORD);

        assertThat(browser.get("/account").body()).contains("吴玉珍");
        assertThat(sessions.of(officer.id())).isEmpty();
    }

    @Test
    void an_agent_is_a_companys_alone() {
        String number = People.number();
        newAccounts.applicantAtWindow(resident(number, "吴玉珍"), Actor.SYSTEM);
        var again = new AtWindow(AccountKind.RESIDENT, number, "吴玉珍", "别人".repeat(200), null);

        Account account = newAccounts.applicantAtWindow(again, Actor.SYSTEM);

        assertThat(dsl.fetchSingle("select agent from identity.account where id = ?", account.id())
                        .get(0))
                .isNull();
    }

    @Test
    void who_forgot_the_password_is_told_where_they_are_and_what_to_do() {
        assertThat(new Web(port).get("/sign-in").body()).contains("/set-password\">忘了密码");
        assertThat(new Web(port).get("/set-password").body()).contains("设新密码", "忘了密码，怎么拿开通码");
        var empty = new Web(port).post("/set-password", "code", " ", "password", "", "again", "");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body()).contains("请填写开通码", "请填写新密码");
    }

    @Test
    void registering_with_a_number_a_window_knows_leads_to_the_code_and_gives_nothing_away() {
        String number = People.number();
        newAccounts.applicantAtWindow(resident(number, "吴玉珍"), Actor.SYSTEM);
        var answer = register(number, "吴玉珍", "phrase for tests");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("/set-password").contains("凭窗口给的开通码");
    }

    @Test
    void what_was_typed_stays_when_something_is_wrong_but_for_the_password() {
        var answer = register("33010019880416", "测试 <b>", "phrase for tests");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body())
                .contains("value=\"33010019880416\"")
                .contains("href=\"#idNumber\"")
                .contains("id=\"idNumber-error\"")
                .doesNotContain("phrase for tests")
                .doesNotContain("测试 <b>");
    }

    @Test
    void passwords_that_differ_are_told_together_with_what_else_is_wrong_and_make_no_account() {
        String number = People.number();
        var typed = Map.of(
                "resident", List.of("idNumber-error", "phone-error", "password-error"),
                "company", List.of("uscc-error", "legalRepresentative-error", "phone-error", "password-error"));

        typed.forEach((kind, wrong) -> assertThat(new Web(port)
                        .post("/register", "kind", kind, "name", "测试人", "password", "short", "again", "other")
                        .body())
                .contains(wrong)
                .contains("id=\"again-error\""));
        String[] differ = People.registration(number, "测试人", "phrase for tests");
        differ[differ.length - 1] = "phrase for test";
        assertThat(new Web(port).post("/register", differ).status()).isEqualTo(422);
        assertThat(register(number, "测试人", "phrase for tests").status()).isEqualTo(302);
    }

    @Test
    void a_company_registers_on_the_page_or_by_a_program_and_a_wrong_code_is_named_and_makes_no_account() {
        var program = new Web(port);
        for (boolean page : List.of(true, false)) {
            String code = People.code();
            char last = code.charAt(17);
            String wrong = code.substring(0, 17) + (last == '0' ? '1' : '0');

            Web.Answer refused = page ? onPage(wrong) : program.api("POST", "/api/v1/companies", company(wrong));
            Web.Answer made = page ? onPage(code) : program.api("POST", "/api/v1/companies", company(code));

            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body()).contains(page ? "id=\"uscc-error\"" : "\"field\":\"uscc\"");
            assertThat(Stored.in(dsl, wrong)).isEmpty();
            assertThat(made.status()).as(made.body()).isEqualTo(page ? 302 : 201);
            assertThat(new Web(port)
                            .post("/sign-in", "name", code, "password", "phrase for tests")
                            .status())
                    .isEqualTo(302);
        }
    }

    private Web.Answer onPage(String uscc) {
        String[] typed = {
            "kind",
            "company",
            "uscc",
            uscc,
            "name",
            "测试企业",
            "legalRepresentative",
            "测试法人",
            "phone",
            "13900001234",
            "password",
            "phrase for tests",
            "again",
            "phrase for tests"
        };
        return new Web(port).post("/register", typed);
    }

    private static String company(String uscc) {
        return "{\"uscc\": \"" + uscc + "\", \"name\": \"测试企业\", \"legalRepresentative\": \"测试法人\","
                + " \"phone\": \"13900001234\", \"password\": \"phrase for tests\"}";
    }

    @Test
    void who_has_no_scripts_takes_what_was_typed_along_into_the_other_language_but_for_passwords() {
        String page = "/register?kind=company&next=%2Fitems";
        assertThat(new Web(port).get(page).body())
                .contains("name=\"then\" value=\"language\""
                        + " formaction=\"/register?kind=company&amp;next=%2Fitems&amp;lang=en\"");
        String[] typed = {"then", "language", "uscc", "9133", "name", "清和里", "password", "phrase for tests"};

        var taken = new Web(port).post(page + "&lang=en", typed);

        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.body())
                .contains("Register and sign in", "value=\"9133\"", "value=\"清和里\"", "next=%2Fitems&amp;lang=zh")
                .doesNotContain("phrase for tests", "-error");
    }

    @Test
    void who_changes_from_resident_to_company_keeps_what_was_typed_but_for_passwords() {
        String resident = "/register?kind=resident&next=%2Fitems";
        assertThat(new Web(port).get(resident).body())
                .contains("name=\"then\" value=\"kind\" formaction=\"/register?kind=company&amp;next=%2Fitems\"");
        String[] typed = {
            "then", "kind", "idNumber", "3301", "uscc", "9133", "name", "清和里", "phone", "139", "password", "a phrase"
        };

        var company = new Web(port).post("/register?kind=company&next=%2Fitems", typed);
        var back = new Web(port).post(resident, typed);

        assertThat(company.status()).isEqualTo(200);
        assertThat(company.body())
                .contains(
                        "name=\"legalRepresentative\" type=\"text\"",
                        "value=\"9133\"",
                        "value=\"清和里\"",
                        "value=\"139\"")
                .contains("type=\"hidden\" name=\"idNumber\" value=\"3301\"")
                .doesNotContain("a phrase", "-error");
        assertThat(back.body())
                .contains(
                        "name=\"idNumber\" type=\"text\" value=\"3301\"",
                        "type=\"hidden\" name=\"uscc\" value=\"9133\"");
    }

    @Test
    void who_has_a_passport_alone_is_sent_to_no_window_which_could_not_receive_from_them_either() {
        assertThat(new Web(port).get("/register").body())
                .contains("只有护照或通行证？", "窗口也收不了", "12345")
                .doesNotContain("找窗口</a></p>");
        var passport = new AtWindow(AccountKind.RESIDENT, "E12345678", "Jane Doe", null, "13800138000");
        assertThat(catchThrowableOfType(Problem.class, () -> newAccounts.applicantAtWindow(passport, Actor.SYSTEM)))
                .isNotNull();
        assertThat(new Web(port).get("/register?kind=company").body()).doesNotContain("护照");
    }

    @Test
    void a_name_or_password_left_empty_at_the_door_is_named_and_no_attempt() {
        for (int i = 0; i < 6; i++) {
            var empty = new Web(port).post("/sign-in", "name", " ", "password", "");
            assertThat(empty.status()).isEqualTo(422);
            assertThat(empty.body())
                    .contains("id=\"name-error\"", "id=\"password-error\"")
                    .doesNotContain("还可以试");
        }
    }

    @Test
    void a_weak_password_is_refused_with_the_reason() {
        for (String weak : List.of("short", "1234567890", "aaaaaaaaaaaa", "password123", "x".repeat(200))) {
            assertThat(register(People.number(), "测试人", weak).body()).contains("id=\"password-error\"");
        }
    }

    @Test
    void numbers_that_are_taken_close_registration_to_that_address_for_an_hour_and_to_no_other() {
        String known = Objects.requireNonNull(people.resident().number()).inFull();
        Web guessing = new Web(port).from("198.51.100.20, 203.0.113.20");
        Web keyed = new Web(port).from("203.0.113.20").keyed();
        Web elsewhere = new Web(port).from("198.51.100.20");
        for (int i = 0; i < Attempts.REGISTRATIONS; i++) {
            Web one = i % 2 == 0 ? guessing : keyed;
            assertThat(one.api("POST", "/api/v1/residents", resident(known)).status())
                    .isEqualTo(422);
        }

        Web.Answer refused = guessing.api("POST", "/api/v1/residents", resident(People.number()));
        Web.Answer page = register(guessing, People.number(), "测试人", "phrase for tests");

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body())
                .contains("urn:yichuang:problem:too-many-attempts", "请 11:24 以后再注册", "register after 11:24");
        assertThat(refused.raw().headers().firstValue("Retry-After")).hasValue("3600");
        assertThat(page.status()).isEqualTo(429);
        assertThat(page.body()).contains("请 11:24 以后再注册", "value=\"测试人\"");
        assertThat(page.raw().headers().firstValue("Retry-After")).hasValue("3600");
        assertThat(elsewhere.api("POST", "/api/v1/residents", resident(known)).status())
                .isEqualTo(422);
    }

    @Test
    void wrong_passwords_for_whichever_names_close_the_sign_in_to_that_address_for_an_hour_and_to_no_other() {
        Account resident = people.resident();
        String right = "{\"name\": \"" + resident.login() + "\", \"password\": \"" + People.PASSWORD + "\"}";
        Web guessing = new Web(port).from("203.0.113.30");
        var wrong = new Guess(new Problem(401, "wrong-password", Text.of("密码不对", "Wrong password"), List.of()));
        for (int i = 1; i < Attempts.SIGN_INS; i++) {
            assertThat(catchThrowable(() -> attempts.signingIn("203.0.113.30", () -> {
                        throw wrong;
                    })))
                    .isSameAs(wrong);
        }
        assertThat(guessing.api("POST", "/api/v1/sessions", right).status()).isEqualTo(201);
        assertThat(guessing.api("POST", "/api/v1/sessions", "{\"name\": \"nobody-30\", \"password\": \"guess\"}")
                        .status())
                .isEqualTo(401);

        Web.Answer refused = guessing.api("POST", "/api/v1/sessions", right);
        Web.Answer page =
                guessing.post("/sign-in", "name", String.valueOf(resident.login()), "password", People.PASSWORD);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body())
                .contains("urn:yichuang:problem:too-many-attempts", "请 11:24 以后再登录", "sign in after 11:24");
        assertThat(refused.raw().headers().firstValue("Retry-After")).hasValue("3600");
        assertThat(page.status()).isEqualTo(429);
        assertThat(page.body()).contains("请 11:24 以后再登录");
        assertThat(new Web(port)
                        .from("203.0.113.31")
                        .api("POST", "/api/v1/sessions", right)
                        .status())
                .isEqualTo(201);
        clock.set("2026-10-09T11:24");
        assertThat(guessing.api("POST", "/api/v1/sessions", right).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1", "10.20.0.5", "172.16.0.5", "192.168.1.5", "100.64.0.5", "fd00::5", "fe80::5", "::1"
            })
    void a_proxy_that_names_nobody_is_not_closed_to_all_by_the_guesses_of_one(String proxy) {
        var wrong = new Guess(new Problem(401, "wrong-password", Text.of("密码不对", "Wrong password"), List.of()));
        for (int i = 0; i < Attempts.SIGN_INS; i++) {
            assertThat(catchThrowable(() -> attempts.signingIn(proxy, () -> {
                        throw wrong;
                    })))
                    .isSameAs(wrong);
        }

        assertThat(attempts.signingIn(proxy, () -> "in")).isEqualTo("in");
    }

    @Test
    void who_registers_by_api_is_told_where_the_account_is_found() {
        var made = new Web(port).from("203.0.113.32").api("POST", "/api/v1/residents", resident(People.number()));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.location()).isEqualTo("/api/v1/me");
    }

    @Test
    void registrations_that_succeed_or_are_only_ill_formed_do_not_count() {
        Problem malformed = Problem.invalid("name", "请填写姓名", "Enter the name");
        for (int i = 0; i <= Attempts.REGISTRATIONS; i++) {
            assertThat(attempts.<Integer>registering("203.0.113.21", () -> 1)).isEqualTo(1);
            assertThat(told("203.0.113.21", malformed)).isSameAs(malformed);
        }
    }

    @Test
    void of_accounts_opened_at_once_from_one_address_no_more_than_a_hall_needs_are_opened_within_an_hour()
            throws Exception {
        String address = "203.0.113.24";
        Problem malformed = Problem.invalid("name", "请填写姓名", "Enter the name");
        assertThat(told(address, malformed)).isSameAs(malformed);
        int most = settings.registrations();
        var made = new AtomicInteger();
        Callable<Problem> opening =
                () -> catchThrowableOfType(Problem.class, () -> attempts.registering(address, made::incrementAndGet));
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var one : threads.invokeAll(Collections.nCopies(most + 20, opening))) {
                one.get();
            }
        }
        for (int left = most - made.get(); left > 0; left--) {
            opening.call();
        }

        var closed = new Web(port).from(address).api("POST", "/api/v1/residents", resident(People.number()));

        assertThat(made).hasValue(most);
        assertThat(closed.status()).isEqualTo(429);
        assertThat(closed.body()).contains("too-many-attempts", "请 11:24 以后再注册");
        assertThat(closed.raw().headers().firstValue("Retry-After")).hasValue("3600");
        assertThat(attempts.<Integer>registering("203.0.113.25", () -> 1)).isEqualTo(1);
        clock.set("2026-10-09T11:24:01");
        assertThat(new Web(port)
                        .from(address)
                        .api("POST", "/api/v1/residents", resident(People.number()))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_proxy_that_names_nobody_is_not_closed_by_the_accounts_opened_through_it() {
        for (int i = 0; i <= settings.registrations(); i++) {
            assertThat(attempts.<Integer>registering("10.20.0.6", () -> 1)).isEqualTo(1);
        }
    }

    @Test
    void of_guesses_at_once_no_more_are_told_than_one_after_the_other() throws Exception {
        var taken = new Guess(Problem.invalid("idNumber", "这个号码已经有账号", "There is an account with this number"));
        Callable<Problem> guess = () -> told("203.0.113.22", taken);
        try (var threads = Executors.newFixedThreadPool(8)) {
            int told = 0;
            for (var one : threads.invokeAll(Collections.nCopies(3 * Attempts.REGISTRATIONS, guess))) {
                told += one.get() == taken ? 1 : 0;
            }
            assertThat(told).isEqualTo(Attempts.REGISTRATIONS);
        }
    }

    @Test
    void a_client_of_ipv6_is_known_by_its_network() {
        assertThat(Attempts.network("2001:db8:1:2::1")).isEqualTo(Attempts.network("2001:db8:1:2:3:4:5:6"));
        assertThat(Attempts.network("2001:db8:1:2::1")).isNotEqualTo(Attempts.network("2001:db8:1:3::1"));
        assertThat(Attempts.network("203.0.113.1")).isNotEqualTo(Attempts.network("203.0.113.2"));
        assertThat(Attempts.network("unknown")).isEqualTo("unknown");
    }

    @Test
    void an_address_is_kept_under_the_key_of_the_database_and_as_no_hash_that_can_be_tried_out() {
        told(
                "203.0.113.23",
                new Guess(Problem.invalid("idNumber", "这个号码已经有账号", "There is an account with this number")));

        byte[] address = (Attempts.REGISTRATION + Attempts.network("203.0.113.23")).getBytes(StandardCharsets.UTF_8);
        byte[] key = dsl.fetchSingle("select key from identity.guard_key").get(0, byte[].class);
        assertThat(kept(Digest.sha256(address))).isFalse();
        assertThat(key).hasSize(32);
        assertThat(kept(Digest.hmac(key).doFinal(address)))
                .as("as any node says")
                .isTrue();
    }

    private boolean kept(byte[] who) {
        return dsl.fetchExists(dsl.selectOne().from("identity.sign_in_guard").where("who = ?", who));
    }

    private Problem told(String address, Problem problem) {
        return catchThrowableOfType(
                Problem.class,
                () -> attempts.registering(address, () -> {
                    throw problem;
                }));
    }

    private static String resident(String number) {
        return """
            {"idNumber": "%s", "name": "测试人", "phone": "13900001234", "password": "phrase for tests"}\
            """.formatted(number);
    }

    private Web.Answer register(String number, String name, String password) {
        return register(new Web(port), number, name, password);
    }

    private static Web.Answer register(Web web, String number, String name, String password) {
        return web.post("/register", People.registration(number, name, password));
    }

    private Problem refused(AtWindow who) {
        return refused(who, Actor.SYSTEM);
    }

    private Problem refused(AtWindow who, Actor officer) {
        return catchThrowableOfType(Problem.class, () -> newAccounts.applicantAtWindow(who, officer));
    }

    private static AtWindow resident(String number, String name) {
        return new AtWindow(AccountKind.RESIDENT, number, name, null, "13900001234");
    }
}
