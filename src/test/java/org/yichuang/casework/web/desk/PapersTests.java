package org.yichuang.casework.web.desk;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.yichuang.casework.State.*;
import static org.yichuang.casework.web.desk.Filled.*;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.Casework;
import org.yichuang.casework.DenialRow;
import org.yichuang.casework.Denials;
import org.yichuang.casework.NewCase;
import org.yichuang.casework.Office;
import org.yichuang.casework.Situations;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.casework.web.applicant.ApplicationPapers;
import org.yichuang.documents.Letters;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.CityTest;
import org.yichuang.support.Printed;
import org.yichuang.support.TestClock;
import org.yichuang.support.Web;

/** The application as a form, and all papers of a case at once, as they are printed. */
@CityTest
class PapersTests {
    @Autowired
    private Office office;

    @Autowired
    private Situations situations;

    @Autowired
    private Casework casework;

    @Autowired
    private Denials denials;

    @Autowired
    private ApplicationPapers papers;

    @Autowired
    private DeskCaseController cases;

    @Autowired
    private Letters letters;

    @Autowired
    private TestClock clock;

    @Test
    void the_application_as_a_form_is_shown_to_who_may_see_the_case_and_to_nobody_else() {
        Visitor company = office.aCompany();
        UUID id = office.submitted(company).caseId();

        Web.Answer applicant = office.web(company).get("/my/cases/" + id + "/application.pdf");
        Web.Answer officer = office.desk("accept").get("/desk/cases/" + id + "/application.pdf");

        for (Web.Answer answer : List.of(applicant, officer)) {
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).startsWith("%PDF-");
        }
        assertThat(office.web(office.aCompany())
                        .get("/my/cases/" + id + "/application.pdf")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void all_that_is_handed_over_at_a_window_is_printed_at_once_under_what_became_of_the_case() {
        Visitor clerk = office.officer("accept");
        UUID received = situations.in(SUBMITTED);
        UUID id = office.granted(office.aCompany());

        Printed all = Printed.of(requireNonNull(cases.papers(clerk, id).getBody()));

        assertThat(letters.ofCase(id))
                .hasSizeGreaterThan(2)
                .allSatisfy(letter -> assertThat(all.text()).contains(letter.number()));
        assertThat(all.text()).contains("在网上核对以上内容");
        assertThat(all.pages()).isGreaterThan(letters.ofCase(id).size());
        Web desk = office.web(clerk);
        assertThat(desk.page("/desk/cases/" + id + "/papers.pdf")).startsWith("%PDF-");
        assertThat(office.web(office.owner(id))
                        .get("/desk/cases/" + id + "/papers.pdf")
                        .status())
                .isEqualTo(403);
        assertThat(desk.page("/desk/cases/" + id + "/receipt"))
                .contains("<h1>已准予", "/desk/cases/" + id + "/papers.pdf")
                .doesNotContain("已收件");
        assertThat(desk.page("/desk/cases/" + received + "/receipt")).contains("<h1>已收件", "<b>待受理</b>");
    }

    @Test
    void the_application_as_a_form_has_margins_and_numbered_pages() {
        Visitor company = office.aCompany();
        NewCase detailed = Office.with(
                office.application(company, "company_change"), Map.of("change_detail", "变更后的内容\n".repeat(100)));

        Printed form = Printed.of(requireNonNull(
                papers.of(company, casework.file(company, detailed).caseId()).getBody()));

        assertThat(form.pages()).isGreaterThan(1);
        assertThat(form.text()).contains("1 / " + form.pages(), form.pages() + " / " + form.pages());
        assertThat(form.text().split("变更后的内容", -1)).hasSizeGreaterThan(100);
        assertThat(form.left()).isCloseTo(22, within(0.5));
    }

    @Test
    void a_long_word_of_an_answer_or_a_file_s_name_does_not_run_out_of_the_application_as_a_form() {
        Visitor company = office.aCompany();
        String word = "https://example.com/" + "a1B2c3D4".repeat(20);
        NewCase usual = Office.with(office.application(company, "company_change"), Map.of("change_detail", word));
        String name = "IMG-" + "x".repeat(172) + ".pdf";
        List<SubmittedMaterial> scanned = usual.materials().stream()
                .map(each -> new SubmittedMaterial(each.material(), each.file(), name))
                .toList();
        var application = new NewCase(usual.item(), usual.division(), usual.answers(), scanned, usual.way());

        Printed form = Printed.of(requireNonNull(
                papers.of(company, casework.file(company, application).caseId()).getBody()));

        assertThat(form.text().replaceAll("\\s", "")).contains(word, name);
        assertThat(form.left()).isCloseTo(22, within(0.5));
        assertThat(form.right()).isLessThanOrEqualTo(210 - 22);
    }

    @Test
    void a_character_of_a_name_that_cannot_be_printed_is_told_before_a_letter_is_made_and_at_the_window() {
        UUID rare = office.takenAtWindow(
                office.submitted(office.aCompanyAtWindow("杭州𠮷祥餐饮有限公司")).caseId());
        UUID usual = office.takenAtWindow(office.submitted(office.aCompany()).caseId());
        Web desk = office.desk("accept");

        for (String page : List.of("/act/accept", "/act/correct", "/receipt")) {
            assertThat(desk.page("/desk/cases/" + rare + page)).contains("“𠮷”打印不出来，文书上会是“〓”");
            assertThat(desk.page("/desk/cases/" + usual + page)).doesNotContain("打印不出来");
        }
        assertThat(desk.page("/desk/cases/" + rare + "/act/choose-delivery")).doesNotContain("打印不出来");
    }

    /** The certificate and the form print the answers, whatever the account is called. */
    @Test
    void a_character_of_an_answer_that_cannot_be_printed_is_told_too() {
        Visitor company = office.aCompany();
        NewCase usual = office.application(company, Office.FOOD);
        UUID id =
                office.takenAtWindow(casework.file(company, Office.with(usual, Map.of("legal_representative", "吴𠮷珍")))
                        .caseId());
        Web desk = office.desk("accept");

        for (String page : List.of("/act/accept", "/act/correct", "/receipt")) {
            assertThat(desk.page("/desk/cases/" + id + page)).contains("内容里的“𠮷”打印不出来");
        }
    }

    @Test
    void what_an_officer_wrote_into_an_application_made_on_line_is_to_be_signed_and_not_said_to_be_declared() {
        Visitor company = office.aCompany();
        UUID id = office.submitted(company).caseId();
        assertThat(paper(company, id)).contains("申请人于2026年10月9日10:24在网上核对以上内容").doesNotContain("签名或盖章");

        clock.set("2026-10-09T11:05");
        Visitor clerk = office.officer("accept");
        office.act(clerk, id, new CaseAct.Correct("面积写错", Map.of("premises_area", "62"), List.of()));
        assertThat(paper(company, id))
                .contains("本申请于2026年10月9日10:24在网上提交，2026年10月9日11:05在窗口当场更正，本表是改正后的内容", "签名或盖章")
                .doesNotContain("在网上核对");

        office.act(clerk, id, situations.notice());
        clock.set("2026-10-12T09:30");
        var brought = new SubmittedMaterial(LAYOUT.substring(LAYOUT.indexOf(':') + 1), null, "布局图");
        office.act(clerk, id, new CaseAct.Supplement(Map.of(), List.of(brought)));
        assertThat(paper(company, id)).contains("11:05在窗口当场更正，2026年10月12日09:30在窗口补正，");
    }

    @Test
    void what_a_notice_was_answered_with_is_of_the_day_of_the_answer_also_when_a_denial_was_reversed_since() {
        UUID id = situations.in(SUBMITTED);
        Visitor company = office.owner(id);
        Visitor clerk = office.officer("accept");
        office.act(clerk, id, situations.notice());
        clock.set("2026-10-12T09:30");
        office.act(company, id, situations.supplement(company));
        office.act(clerk, id, new CaseAct.Decline(Office.filing()));
        UUID denial = office.denial(id);
        clock.set("2026-10-13T09:00");
        denials.review(office.aSupervisor(), denial, DenialRow.Judgement.REVERSED, "依据不足");

        assertThat(paper(company, id)).contains("补正于2026年10月12日09:30提交").doesNotContain("签名或盖章");
    }

    /** The text of the application as a form. */
    private String paper(Visitor who, UUID id) {
        try (var document = Loader.loadPDF(requireNonNull(papers.of(who, id).getBody()))) {
            return new PDFTextStripper().getText(document).replaceAll("\\s", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
