package org.yichuang.casework.web.applicant;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yichuang.casework.ActKind.*;
import static org.yichuang.casework.State.*;
import static org.yichuang.support.Forms.*;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.Casework;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.casework.NewCase;
import org.yichuang.casework.Office;
import org.yichuang.casework.Situations;
import org.yichuang.casework.State;
import org.yichuang.casework.domain.Edge;
import org.yichuang.casework.domain.Transitions;
import org.yichuang.documents.LetterKind;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.Api;
import org.yichuang.support.CityTest;
import org.yichuang.support.Web;

/** What applicants do with a case of theirs: withdraw it, choose how it is delivered, confirm that it arrived. */
@CityTest
class ApplicantFormTests {
    @Autowired
    private Office office;

    @Autowired
    private Situations situations;

    @Autowired
    private Casework casework;

    @ParameterizedTest
    @MethodSource("open")
    void an_applicant_withdraws(State from) {
        UUID id = situations.in(from);
        Web company = office.web(office.owner(id));
        String withdraw = "/my/cases/" + id + "/withdraw";
        assertThat(company.page("/my/cases/" + id)).contains("href=\"" + withdraw + "\"");

        Web.Answer sent = send(company, withdraw, withdraw, List.of("reason", "换地方开店"));

        assertThat(sent.status()).as(sent.body()).isEqualTo(302);
        Web.Answer page = company.get(requireNonNull(sent.location()));
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body()).contains("已经撤回。");
        assertThat(office.view(id).state()).isEqualTo(WITHDRAWN);
        assertThat(requireNonNull(office.view(id).result()).reasons()).isEqualTo("换地方开店");
    }

    /** The states that the table lets an applicant withdraw in. */
    static Stream<State> open() {
        return Transitions.TABLE.stream().filter(line -> line.act() == WITHDRAW).map(Edge::from);
    }

    @Test
    void a_reason_that_is_too_long_is_refused_and_kept_to_be_shortened() {
        UUID id = situations.in(SUBMITTED);
        CaseView before = office.view(id);
        String withdraw = "/my/cases/" + id + "/withdraw";
        String book = "换地方".repeat(700);

        Web.Answer sent = send(office.web(office.owner(id)), withdraw, withdraw, List.of("reason", book));

        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.body()).contains("id=\"reason-error\"");
        assertThat(fields(form(sent.body(), withdraw)).getFirst("reason")).isEqualTo(book);
        assertThat(office.view(id)).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("undelivered")
    void an_applicant_chooses_how_to_receive_the_result(State in) {
        UUID id = situations.in(in);
        Web company = office.web(office.owner(id));
        String base = "/my/cases/" + id;
        DeliveryWay before = office.view(id).way();
        DeliveryWay other = before == DeliveryWay.WINDOW ? DeliveryWay.ELECTRONIC : DeliveryWay.WINDOW;
        String form = form(company.page(base), base + "/delivery");
        assertThat(fields(form).getFirst("way")).isEqualTo(before.name());

        Web.Answer sent = send(company, base, base + "/delivery", List.of("way", other.name()));

        assertThat(sent.status()).as(sent.body()).isEqualTo(302);
        assertThat(company.page(requireNonNull(sent.location()))).contains("记下了，就这样送。");
        assertThat(office.view(id).way()).isEqualTo(other);
        assertThat(office.view(id).state()).isEqualTo(in);
    }

    @Test
    void nothing_is_posted_without_an_address_and_the_address_is_read_before_it_is_chosen() {
        Visitor applicant = office.aCompany();
        UUID none = office.submitted(applicant).caseId();
        String base = "/my/cases/" + none;
        Web company = office.web(applicant);

        assertThat(company.page(base)).contains("没有填邮寄地址，要寄请到窗口说").doesNotContain("value=\"POST\"");
        assertThat(send(company, base, base + "/delivery", List.of("way", "POST"))
                        .status())
                .isEqualTo(422);
        Api.Answer refused = office.api(applicant)
                .post(
                        "/api/v1/cases/" + none + "/delivery-way",
                        Api.JSON
                                .createObjectNode()
                                .put("version", office.view(none).version())
                                .put("way", "POST"));
        assertThat(refused.fields()).as(refused.text()).containsExactly("way");

        NewCase usual = office.application(applicant, Office.FOOD);
        Map<String, Object> answers = new LinkedHashMap<>(usual.answers());
        answers.putAll(Map.of("receive", "post", "receive_address", "转塘街道外桐坞村 18 号"));
        UUID posted = casework.file(
                        applicant,
                        new NewCase(usual.item(), usual.division(), answers, usual.materials(), DeliveryWay.WINDOW))
                .caseId();

        assertThat(company.page("/my/cases/" + posted)).contains("寄到：<span>转塘街道外桐坞村 18 号</span>", "value=\"POST\"");
        NewCase unaddressed =
                new NewCase(usual.item(), usual.division(), usual.answers(), usual.materials(), DeliveryWay.POST);
        assertThatThrownBy(() -> casework.file(applicant, unaddressed))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.of("way")).isNotNull());
    }

    @Test
    void what_is_posted_for_who_asked_at_a_window_stands_among_the_ways_though_the_form_has_no_address() {
        UUID id = situations.in(SUBMITTED);
        office.act(office.officer("accept"), id, new CaseAct.ChooseDelivery(DeliveryWay.POST));
        Web company = office.web(office.owner(id));
        String base = "/my/cases/" + id;

        String page = company.page(base);

        assertThat(page).contains("纸质寄到您在窗口说的地址").doesNotContain("没有填邮寄地址");
        assertThat(fields(form(page, base + "/delivery")).getFirst("way")).isEqualTo("POST");
        assertThat(send(company, base, base + "/delivery", List.of()).status()).isEqualTo(302);
        assertThat(office.view(id).way()).isEqualTo(DeliveryWay.POST);
    }

    @Test
    void who_chooses_no_way_of_delivery_is_told_so_beside_the_ways() {
        UUID id = situations.in(SUBMITTED);
        CaseView before = office.view(id);
        String base = "/my/cases/" + id;

        Web.Answer sent =
                office.web(office.owner(id)).post(base + "/delivery", "version", String.valueOf(before.version()));

        assertThat(sent.status()).isEqualTo(422);
        assertThat(sent.body())
                .contains("id=\"way-error\">请选一种领取方式", "href=\"#way\"", "aria-describedby=\"way-error\"");
        assertThat(office.view(id)).isEqualTo(before);
    }

    static Stream<State> undelivered() {
        return Transitions.TABLE.stream()
                .filter(line -> line.act() == CHOOSE_DELIVERY)
                .map(Edge::from);
    }

    @ParameterizedTest
    @EnumSource(names = {"REFUSED", "GRANTED", "DELIVERED", "CLOSED"})
    void an_applicant_reads_the_outcome_whatever_else_is_to_be_chosen_or_confirmed(State in) {
        UUID id = situations.in(in);

        String page = office.web(office.owner(id)).page("/my/cases/" + id);

        String expected = in == REFUSED ? "行政复议" : "食品经营许可证</a>";
        assertThat(page).contains("class=\"sect outcome\"", expected, "文书下方的 16 位验证码");
    }

    @Test
    void a_way_of_delivery_that_does_not_exist_changes_nothing() {
        UUID id = situations.in(SUBMITTED);
        CaseView before = office.view(id);
        String base = "/my/cases/" + id;

        Web.Answer sent = send(office.web(office.owner(id)), base, base + "/delivery", List.of("way", "PIGEON"));

        assertThat(sent.status()).isBetween(400, 499);
        assertThat(office.view(id)).isEqualTo(before);
    }

    @Test
    void an_applicant_confirms_that_the_paper_arrived() {
        UUID id = situations.in(DELIVERED);
        Web company = office.web(office.owner(id));
        String base = "/my/cases/" + id;

        Web.Answer sent = send(company, base, base + "/received", List.of());

        assertThat(sent.status()).as(sent.body()).isEqualTo(302);
        assertThat(company.page(requireNonNull(sent.location()))).contains("记下了，谢谢。");
        assertThat(office.view(id).state()).isEqualTo(CLOSED);
        assertThat(office.letters(id, LetterKind.DELIVERY))
                .singleElement()
                .satisfies(proof -> assertThat(proof.paragraphs()).containsExactly("下列文书已经邮寄送达，受送达人确认收到。"));
    }

    @Test
    void who_has_the_query_code_reads_what_the_applicant_is_waited_for() {
        String sent = "收到后请登录确认";
        String corrections = "要补什么";
        var anybody = office.nobody();

        String posted = "/track/" + office.view(situations.in(DELIVERED)).queryCode();
        String noticed = "/track/" + office.view(situations.in(CORRECTING)).queryCode();

        assertThat(anybody.page(posted)).contains(sent).doesNotContain(corrections);
        assertThat(anybody.page(noticed)).contains(corrections).doesNotContain(sent);
    }
}
