package org.yichuang.casework.web.desk;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yichuang.casework.ActKind.*;
import static org.yichuang.casework.State.*;
import static org.yichuang.casework.web.desk.Filled.*;
import static org.yichuang.support.Forms.*;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.CaseStep;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.Office;
import org.yichuang.casework.Situations;
import org.yichuang.casework.Verdict;
import org.yichuang.support.CityTest;
import org.yichuang.support.Web;

/** Steps, decisions and the certificate on the desk. */
@CityTest
class DecisionFormTests {
    @Autowired
    private Office office;

    @Autowired
    private Situations situations;

    @Autowired
    private DSLContext db;

    @Test
    void a_certificate_reads_before_it_is_made_as_it_will_be_printed() {
        UUID id = situations.before(GRANTED, FINISH_STEP, GRANTED);

        assertThat(office.desk("issue").page(certificate(id)))
                .contains("<th scope=\"row\">持证人</th><td>"
                        + office.view(id).applicant().name() + "</td>")
                .contains("<th scope=\"row\">有效期</th><td>自2026年")
                .doesNotContain("class=\"to\"");
    }

    @Test
    void a_certificate_found_not_in_order_is_refused_where_the_summary_leads() {
        UUID id = situations.before(GRANTED, FINISH_STEP, GRANTED);

        Web.Answer forged =
                send(office.desk("issue"), certificate(id), dialogue(id, FINISH_STEP), List.of("verdict", "FAIL"));

        assertThat(forged.status()).isEqualTo(422);
        assertThat(forged.body()).contains("<a href=\"#verdict\">", " id=\"verdict\"", "id=\"verdict-error\"");
    }

    @Test
    void a_refusal_keeps_its_reasons_each_article_and_the_denial_that_was_filed() {
        UUID id = situations.in(REVIEWING);

        refuse().done(office, id);

        CaseView.Result result = requireNonNull(office.view(id).result());
        assertThat(result.state()).isEqualTo(REFUSED);
        assertThat(result.reasons()).isEqualTo("场所离污染源太近");
        assertThat(result.articles()).containsExactly("食品安全法第三十三条", "食品安全法第三十五条");
        var filed = db.fetchSingle("select reason, article, told from casework.denial_filing where case_id = ?", id);
        assertThat(filed.intoList()).isEqualTo(List.of("CONDITIONS_NOT_MET", "食品安全法第三十三条；食品安全法第三十五条", "离污染源太近"));
    }

    @Test
    void a_refusal_that_tells_nothing_besides_is_filed_with_its_reasons() {
        UUID id = situations.in(REVIEWING);

        assertThat(office.desk("decide").page(dialogue(id, REFUSE)))
                .contains("还要告诉申请人什么（可不填）", "不填，否定报备记上面的理由")
                .doesNotContain("告知</th>");
        refuse().without("told").done(office, id);

        assertThat(db.fetchSingle("select told from casework.denial_filing where case_id = ?", id)
                        .get(0))
                .isEqualTo("场所离污染源太近");
        String page = office.web(office.aSupervisor()).page(office.denialsPage(id, false));
        String row = page.substring(page.indexOf(office.view(id).number()));
        assertThat(row.substring(0, row.indexOf("<dt>经办</dt>")))
                .contains("<dt>决定的理由</dt>", "场所离污染源太近")
                .doesNotContain("<dt>告知</dt>");
    }

    @Test
    void who_makes_the_certificate_is_told_so() {
        UUID id = situations.before(GRANTED, FINISH_STEP, GRANTED);
        Web desk = office.desk("issue");

        Web.Answer made = send(desk, certificate(id), dialogue(id, FINISH_STEP), List.of("opinion", "证号 1"));

        assertThat(made.status()).as(made.body()).isEqualTo(302);
        assertThat(desk.page(requireNonNull(made.location())))
                .contains("<b>已办：制证</b>")
                .doesNotContain("已办：提出审查意见");
    }

    @Test
    void who_finished_a_step_is_told_which() {
        UUID id = office.accepted(office.aCompany());
        Web desk = office.desk("review");
        List<String> opinion = List.of("verdict", "PASS", "opinion", "齐全");

        Web.Answer done = send(desk, dialogue(id, FINISH_STEP) + "?step=documents", dialogue(id, FINISH_STEP), opinion);

        assertThat(done.status()).as(done.body()).isEqualTo(302);
        assertThat(desk.page(requireNonNull(done.location()))).contains("<b>已办：材料审查</b>");
    }

    /** The dialogue in which it is made. */
    private String certificate(UUID id) {
        CaseStep step = office.openSteps(id).stream()
                .filter(CaseStep::makesCertificate)
                .findFirst()
                .orElseThrow();
        return dialogue(id, FINISH_STEP) + "?step=" + step.key();
    }

    @Test
    void who_grants_reads_first_what_a_step_found_not_in_order() {
        UUID id = office.accepted(office.aCompany());
        Web decider = office.desk("decide");
        String warning = "有环节意见是不符合";
        assertThat(decider.page(dialogue(office.reviewed(office.aCompany()), GRANT)))
                .contains("<form class=\"act\"")
                .doesNotContain(warning);

        office.act(office.officer("review"), id, new CaseAct.FinishStep("documents", Verdict.FAIL, "平面图看不清", null));
        office.review(id);

        assertThat(decider.page(dialogue(id, GRANT)))
                .containsPattern("(?s)" + warning + ".*<li>材料审查：<span[^>]*>平面图看不清</span>");
        assertThat(decider.page(dialogue(id, REFUSE)))
                .containsPattern("(?s)意见是不符合的环节：.*<li>材料审查：<span[^>]*>平面图看不清</span>")
                .doesNotContain(warning);
    }

    @Test
    void a_decision_is_not_told_among_the_steps_before_it() {
        UUID id = situations.in(REFUSED);

        assertThat(office.desk("decide").page(dialogue(id, GRANT)))
                .contains("现在不能做")
                .doesNotContain("有环节意见是不符合");
    }
}
