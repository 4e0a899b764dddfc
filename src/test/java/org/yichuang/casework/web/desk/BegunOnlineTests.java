package org.yichuang.casework.web.desk;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yichuang.casework.State.*;
import static org.yichuang.casework.web.desk.IntakeSteps.*;
import static org.yichuang.jooq.casework.Tables.DRAFT;
import static org.yichuang.jooq.identity.Tables.ACCOUNT;
import static org.yichuang.support.Forms.*;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.util.MultiValueMap;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.Channel;
import org.yichuang.casework.Draft;
import org.yichuang.casework.Drafts;
import org.yichuang.casework.Office;
import org.yichuang.casework.service.WindowDrafts;
import org.yichuang.identity.Account;
import org.yichuang.identity.Accounts;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.CityTest;
import org.yichuang.support.TestClock;
import org.yichuang.support.Web;

/** What somebody began online, gone on with at a window by who gives their number. */
@CityTest
class BegunOnlineTests {
    @Autowired
    private WindowDrafts windowDrafts;

    @Autowired
    private Office office;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Journal journal;

    @Autowired
    private Accounts accounts;

    @Autowired
    private DSLContext db;

    @Autowired
    private TestClock clock;

    @Test
    void a_draft_that_was_begun_on_line_is_said_at_the_window_and_nothing_of_what_stands_in_it() {
        Visitor company = office.aCompany();
        UUID draft = drafts.start(company, Office.FOOD, null, null).id();
        drafts.save(company, draft, Map.of("address", "外桐坞村屋后 77 号"));
        Web clerk = office.desk("accept");
        String said = "申请人在网上填过，还没有提交";

        assertThat(clerk.page(intake(Office.FOOD, company)))
                .contains(said, "10月9日 10:24 存的")
                .doesNotContain("外桐坞村屋后 77 号");
        assertThat(clerk.page("/desk/intake/company_change/" + company.id())).doesNotContain(said);
    }

    @Test
    void what_was_begun_on_line_is_filed_at_the_window_for_who_is_there_and_gave_their_number() {
        Visitor company = office.aCompany();
        UUID draft = office.draft(company);
        Draft usual = drafts.get(company, draft);
        Web clerk = office.desk("accept");

        Web.Answer begun = numberGiven(clerk, company);
        assertThat(begun.status()).isEqualTo(200);
        assertThat(begun.body()).contains("接着申请人在网上填的办", "已上传，不用再选").doesNotContain(office.number(company));
        assertThat(journal.of("account:" + company.id()).getLast().kind()).isEqualTo("draft.shown");
        String form = form(begun.body(), intake(Office.FOOD, company));
        MultiValueMap<String, String> fields = fields(form);
        fields.set("then", "accept");
        Web.Answer unread = sendParts(clerk, form, fields);
        assertThat(unread.status()).isEqualTo(422);
        assertThat(unread.body()).contains("id=\"confirmed-error\"", "接着申请人在网上填的办");
        assertThat(drafts.mine(company)).hasSize(1);
        assertThat(clerk.page(address(form(unread.body(), intake(Office.FOOD, company)))))
                .as("asked for again after it was refused")
                .contains("接着申请人在网上填的办", "已上传，不用再选");
        fields.set("confirmed", "yes");
        Web.Answer filed = sendParts(clerk, form, fields);

        assertThat(filed.status()).as(filed.body()).isEqualTo(302);
        assertThat(clerk.page(requireNonNull(filed.location()))).contains("href=\"/desk/intake\" data-key=\"N\"");
        assertThat(drafts.mine(company)).isEmpty();
        CaseView view = office.view(draft);
        assertThat(view.state()).isEqualTo(ACCEPTED);
        assertThat(view.place().channel()).isEqualTo(Channel.WINDOW);
        assertThat(view.answers()).containsEntry("address", usual.answers().get("address"));
        assertThat(view.materials()).containsAll(usual.materials());
        assertThat(journal.of("case:" + draft).getFirst().payload())
                .contains("\"begun\":\"ONLINE\"", "\"channel\":\"WINDOW\"");
        assertThat(office.web(company).page("/my/cases/" + draft)).contains("申请人在网上填写，到窗口提交");
    }

    @Test
    void what_was_submitted_on_line_while_the_window_had_it_open_is_not_filed_twice() {
        Visitor company = office.aCompany();
        office.draft(company);
        Web clerk = office.desk("accept");
        String path = intake(Office.FOOD, company);
        String form = form(numberGiven(clerk, company).body(), path);
        MultiValueMap<String, String> fields = confirmed(form);

        drafts.submit(company, drafts.mine(company).getFirst().id());
        Web.Answer late = sendParts(clerk, form, fields);

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body())
                .contains("申请人网上的草稿刚刚提交、改动或者删除了", "这位申请人有正在办的")
                .contains("<a href=\"" + path + "\">不用草稿，重新填</a>");
        assertThat(pressedAgain(clerk, late, path).status()).isEqualTo(409);
        assertThat(office.cases(company)).isEqualTo(1);
    }

    @Test
    void what_was_saved_on_line_while_the_window_had_it_open_is_read_first_and_not_lost() {
        Visitor company = office.aCompany();
        UUID draft = office.draft(company);
        Web clerk = office.desk("accept");
        String path = intake(Office.FOOD, company);
        String form = form(numberGiven(clerk, company).body(), path);
        MultiValueMap<String, String> fields = confirmed(form);

        clock.set("2026-10-09T10:26");
        drafts.save(company, draft, Map.of("address", "外桐坞村屋后 79 号"));
        Web.Answer late = sendParts(clerk, form, fields);

        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body())
                .contains("申请人网上的草稿刚刚提交、改动或者删除了", "10月9日 10:26 存的")
                .doesNotContain("外桐坞村屋后 79 号");
        assertThat(pressedAgain(clerk, late, path).status()).isEqualTo(409);
        assertThat(drafts.get(company, draft).answers()).containsEntry("address", "外桐坞村屋后 79 号");
        assertThat(office.cases(company)).isZero();
    }

    /** What nobody read is not filed by it. */
    private Web.Answer pressedAgain(Web clerk, Web.Answer refused, String path) {
        String form = form(refused.body(), path + "\\?once=[^\"]*");
        MultiValueMap<String, String> fields = confirmed(form);
        return sendParts(clerk, form, fields);
    }

    @Test
    void a_form_with_a_draft_that_is_sent_twice_is_received_once_and_answered_the_same() {
        Visitor company = office.aCompany();
        office.draft(company);
        Web clerk = office.desk("accept");
        String form = form(numberGiven(clerk, company).body(), intake(Office.FOOD, company));
        MultiValueMap<String, String> fields = confirmed(form);

        Web.Answer once = sendParts(clerk, form, fields);
        Web.Answer again = sendParts(clerk, form, fields);

        assertThat(once.status()).as(once.body()).isEqualTo(302);
        assertThat(again.location()).isEqualTo(once.location());
        assertThat(office.cases(company)).isEqualTo(1);
    }

    private Web.Answer numberGiven(Web clerk, Visitor company) {
        return clerk.get(requireNonNull(numberGiven(clerk, company, "company", Office.FOOD)));
    }

    /** Where it leads. */
    private @Nullable String numberGiven(Web clerk, Visitor applicant, String kind, String item) {
        String[] typed = {
            "item", item, "kind", kind, "number", office.number(applicant), "name", applicant.name(), "agent", "林晓"
        };
        return clerk.post("/desk/intake", with(typed, "next", "yes")).location();
    }

    @Test
    void a_number_that_is_not_this_applicant_s_opens_no_account_and_no_draft() {
        Visitor company = office.aCompany();
        UUID draft = office.draft(company);
        String address = String.valueOf(drafts.get(company, draft).answers().get("address"));
        Web clerk = office.desk("accept");
        String path = intake(Office.FOOD, company);
        List<String> others = List.of("", office.number(office.aCompany()), "91330100MAYC77777X");
        int before = db.fetchCount(ACCOUNT);

        for (String wrong : others) {
            Web.Answer refused = send(clerk, path, path, List.of("draftNumber", wrong));
            assertThat(refused.status()).as(wrong).isEqualTo(422);
            assertThat(refused.body())
                    .contains("<a href=\"#draftNumber\">", "id=\"draftNumber-error\"", company.name())
                    .doesNotContain(address, "name=\"draftSaved\"");
            assertThat(db.fetchCount(ACCOUNT)).isEqualTo(before);
        }
        assertThat(journal.of("account:" + company.id()).getLast().kind()).isNotEqualTo("draft.shown");
        String typed = " " + office.number(company).toLowerCase(Locale.ROOT);
        assertThat(send(clerk, path, path, List.of("draftNumber", typed)).location())
                .isEqualTo(path + "?draft=" + draft);
    }

    @Test
    void few_wrong_numbers_are_taken_a_day_for_somebodys_draft_and_each_is_on_their_record() {
        Visitor company = office.aCompany();
        office.draft(company);
        Web clerk = office.desk("accept");
        String path = "/desk/intake/" + Office.FOOD + "/" + company.id();
        String anothers = office.number(office.aCompany());
        String slip = office.number(company).substring(1) + "0";

        for (int i = 0; i < 5; i++) {
            assertThat(send(clerk, path, path, List.of("draftNumber", slip)).status())
                    .isEqualTo(422);
            assertThat(clerk.post(path + "?once=" + UUID.randomUUID(), "draftNumber", anothers)
                            .status())
                    .as("counted though it is sent as forms are that act once")
                    .isEqualTo(422);
        }
        Web.Answer closed = send(clerk, path, path, List.of("draftNumber", office.number(company)));

        assertThat(closed.status()).isEqualTo(409);
        assertThat(closed.body()).contains("今天您给这位申请人输错的号码太多").doesNotContain("name=\"draftSaved\"");
        assertThat(journal.of("account:" + company.id()))
                .filteredOn(entry -> entry.kind().equals("draft.number-mistaken"))
                .hasSize(5)
                .allSatisfy(entry -> assertThat(entry.payload()).doesNotContain(anothers));
        clock.set("2026-10-12T09:00");
        Web nextDay = office.desk("accept");
        assertThat(send(nextDay, path, path, List.of("draftNumber", office.number(company)))
                        .status())
                .isEqualTo(302);
    }

    @Test
    void of_many_wrong_numbers_at_once_no_more_are_taken_than_one_after_the_other() {
        Visitor company = office.aCompany();
        office.draft(company);
        Account account = accounts.get(company.id());
        Visitor officer = office.officer("accept");
        String anothers = office.number(office.aCompany());
        Supplier<String> attempt = () -> {
            try {
                return windowDrafts.present(officer, account, anothers) ? "theirs" : "wrong";
            } catch (Problem problem) {
                return problem.slug();
            }
        };
        var tries = Collections.nCopies(12, attempt).stream()
                .map(one -> CompletableFuture.supplyAsync(one, Thread::startVirtualThread))
                .toList();

        assertThat(tries)
                .extracting(CompletableFuture::join)
                .containsOnly("wrong", "too-many-numbers")
                .filteredOn("wrong"::equals)
                .hasSize(5);

        assertThat(journal.of("account:" + company.id()))
                .filteredOn(entry -> entry.kind().equals("draft.number-mistaken"))
                .hasSize(5);
    }

    @Test
    void a_file_of_a_draft_is_read_at_the_window_before_it_is_filed_and_that_is_on_record() {
        Visitor company = office.aCompany();
        UUID draft = office.draft(company);
        Draft usual = drafts.get(company, draft);
        UUID file = requireNonNull(usual.materials().getFirst().file());
        Web clerk = office.desk("accept");
        String path = "/desk/intake/" + Office.FOOD + "/" + company.id();
        String address = path + "/files/" + file + "?draft=" + draft;

        assertThat(clerk.get(address).status()).as("no number given").isEqualTo(404);
        assertThat(numberGiven(clerk, company).body()).contains("href=\"" + address + "\"");
        Web.Answer shown = clerk.get(address);
        clerk.get(address);

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.raw().headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(journal.of("account:" + company.id()))
                .filteredOn(entry -> entry.kind().equals("draft.file-opened"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.payload()).contains(file.toString()));
        assertThat(office.web(office.known("hexiaoyan")).get(address).status())
                .as("another officer")
                .isEqualTo(404);
        String strange = path + "/files/" + office.upload(company, "strange") + "?draft=" + draft;
        assertThat(clerk.get(strange).status()).as("not in the draft").isEqualTo(404);
    }

    @Test
    void of_several_drafts_of_one_item_any_is_gone_on_with() {
        Visitor company = office.aCompany();
        UUID first = office.draft(company);
        clock.set("2026-10-09T10:25");
        UUID last = drafts.start(company, Office.FOOD, null, null).id();
        Web clerk = office.desk("accept");
        String path = "/desk/intake/" + Office.FOOD + "/" + company.id();
        String other = "name=\"which\" value=\"" + first + "\"";

        assertThat(clerk.page(path)).contains("有 2 份草稿，最后一份是").doesNotContain(other);
        assertThat(numberGiven(clerk, company, "company", Office.FOOD)).isEqualTo(path + "?draft=" + last);
        String page = clerk.page(path + "?draft=" + last);
        assertThat(page).contains(other);
        String form = form(page, path);
        MultiValueMap<String, String> fields = fields(form);
        fields.set("which", first.toString());

        assertThat(clerk.send("POST", path, FORM, encoded(fields)).location()).isEqualTo(path + "?draft=" + first);
        assertThat(clerk.page(path + "?draft=" + first)).contains("接着申请人在网上填的办", "已上传，不用再选");
        assertThat(journal.of("account:" + company.id()).getLast().payload()).contains(first.toString());
        Web another = office.web(office.known("hexiaoyan"));
        assertThat(another.page(path)).contains("draftNumber");
        Web.Answer unknown = another.post(path, "which", first.toString());
        assertThat(unknown.status()).as("no number given").isEqualTo(422);
    }

    @Test
    void drafts_that_were_saved_in_the_same_minute_are_told_apart() {
        Visitor company = office.aCompany();
        List<UUID> begun = IntStream.range(0, 3)
                .mapToObj(i -> drafts.start(company, Office.FOOD, null, null).id())
                .toList();
        Web clerk = office.desk("accept");
        String path = "/desk/intake/" + Office.FOOD + "/" + company.id();

        String page = numberGiven(clerk, company).body();

        assertThat(page).contains("3 份草稿里的第 1 份");
        Pattern offered = Pattern.compile("name=\"which\" value=\"([^\"]+)\">(第 \\d 份，10月9日 10:24 存的)<");
        Map<String, String> others = new LinkedHashMap<>();
        offered.matcher(page).results().forEach(found -> others.put(found.group(2), found.group(1)));
        assertThat(others.keySet()).containsExactly("第 2 份，10月9日 10:24 存的", "第 3 份，10月9日 10:24 存的");
        assertThat(begun.stream().map(UUID::toString)).containsAll(others.values());
        String third = requireNonNull(others.get("第 3 份，10月9日 10:24 存的"));
        assertThat(clerk.post(path, "which", third).location()).endsWith("?draft=" + third);
        assertThat(clerk.page(path + "?draft=" + third)).contains("3 份草稿里的第 3 份");
    }

    @Test
    void a_draft_is_shown_again_to_who_was_shown_it_that_day_and_as_it_was() {
        Visitor company = office.aCompany();
        UUID draft = office.draft(company);
        Web clerk = office.desk("accept");
        String path = intake(Office.FOOD, company);
        String page = path + "?draft=" + draft;

        assertThat(clerk.get(page).location()).as("no number given").isEqualTo(path);
        assertThat(numberGiven(clerk, company, "company", Office.FOOD)).isEqualTo(page);
        assertThat(clerk.page(page + "&lang=en")).contains("Going on with what they began online");
        assertThat(office.web(office.known("hexiaoyan")).get(page).location())
                .as("another officer")
                .isEqualTo(path);
        assertThat(clerk.get("/desk/intake/company_change/" + company.id() + "?draft=" + draft)
                        .location())
                .as("another item")
                .isEqualTo("/desk/intake/company_change/" + company.id());
        assertThat(clerk.get(path + "?draft=x").status()).isEqualTo(422);
        clock.set("2026-10-09T10:25");
        drafts.save(company, draft, Map.of("address", "外桐坞村屋后 80 号"));
        assertThat(clerk.get(page).location()).as("saved since").isEqualTo(path);
        assertThat(clerk.post(path, "draftNumber", "", "which", draft.toString())
                        .status())
                .as("saved since")
                .isEqualTo(422);
        assertThat(clerk.post(path, "draftNumber", "").status()).isEqualTo(422);
        assertThat(numberGiven(clerk, company, "company", Office.FOOD)).isEqualTo(page);
        assertThat(clerk.page(page)).contains("外桐坞村屋后 80 号");
        clock.set("2026-10-10T10:24");
        assertThat(office.desk("accept").get(page).location())
                .as("the next day")
                .isEqualTo(path);
    }

    @Test
    void a_window_without_power_over_the_item_is_not_shown_the_draft() {
        Visitor company = office.aCompany();
        UUID draft = drafts.start(company, Office.FOOD, null, null).id();
        // the only item that not every general window takes is not begun online
        db.update(DRAFT)
                .set(DRAFT.ITEM, "vehicle_reg")
                .where(DRAFT.ID.eq(draft))
                .execute();
        Web street = office.web(office.known("hexiaoyan"));
        String path = "/desk/intake/vehicle_reg/" + company.id();

        assertThat(numberGiven(street, company, "company", "vehicle_reg")).isEqualTo(path);
        assertThat(street.page(path)).contains("您的岗位没有这个事项的收件授权").doesNotContain("draftNumber", "draftSaved");
        assertThat(street.get(path + "?draft=" + draft).location()).isEqualTo(path);
        assertThat(journal.of("account:" + company.id()))
                .extracting(Entry::kind)
                .doesNotContain("draft.shown");
    }

    @Test
    void who_prepares_an_application_reads_that_a_window_can_go_on_with_it() {
        Visitor company = office.aCompany();
        UUID draft = drafts.start(company, Office.FOOD, null, null).id();

        assertThat(office.web(company).page("/apply/draft/" + draft + "/materials"))
                .contains("报上证件号码，工作人员可以接着这份草稿办");
    }

    /** With what was begun online read by who is here. */
    private static MultiValueMap<String, String> confirmed(String form) {
        MultiValueMap<String, String> fields = fields(form);
        fields.set("then", "receive");
        fields.set("confirmed", "yes");
        return fields;
    }
}
