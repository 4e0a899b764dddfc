package org.yichuang.casework.web.applicant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yichuang.casework.ActKind.*;
import static org.yichuang.casework.State.*;

import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.Casework;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.casework.DenialRow;
import org.yichuang.casework.Denials;
import org.yichuang.casework.NewCase;
import org.yichuang.casework.Office;
import org.yichuang.casework.Situations;
import org.yichuang.casework.State;
import org.yichuang.casework.WindowFiling;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.CityTest;
import org.yichuang.support.TestClock;

/** What a case's pages say to its applicant, signed in or with the query code alone, as the case stands. */
@CityTest
class StandingTests {
    @Autowired
    private Office office;

    @Autowired
    private Situations situations;

    @Autowired
    private Casework casework;

    @Autowired
    private Denials denials;

    @Autowired
    private TestClock clock;

    @Test
    void nobody_is_called_to_the_window_for_a_certificate_that_is_not_made_yet() {
        UUID id = situations.before(GRANTED, FINISH_STEP, GRANTED);
        office.act(office.owner(id), id, new CaseAct.ChooseDelivery(DeliveryWay.WINDOW));
        String call = "请带身份证件到";

        assertThat(tracked(id)).contains("证件或文书正在制作，做好以后再来领").doesNotContain(call);
        assertThat(mine(id)).contains("证件或文书正在制作，做好以后才能领、才能寄。");

        office.review(id);

        assertThat(tracked(id)).contains(call).doesNotContain("正在制作");
        assertThat(mine(id)).doesNotContain("正在制作");
    }

    @Test
    void what_is_not_collected_goes_out_once_the_certificate_is_made() {
        UUID id = situations.before(GRANTED, FINISH_STEP, GRANTED);

        assertThat(tracked(id)).contains("证件或文书正在制作。做好以后，有账户的登录查看，没有账户的到窗口领。").doesNotContain("登录后在“我的办件”里看");
    }

    @ParameterizedTest
    @CsvSource({
        "CORRECTING, 没有账户的，带身份证件和材料到窗口补：",
        "DELIVERED, 没有账户的，收到以后告诉窗口：",
        "NOT_ACCEPTED, 没有账户的，带身份证件到窗口领：",
        "TERMINATED, 没有账户的，带身份证件到窗口领："
    })
    void who_has_no_account_reads_at_which_window_it_goes_on(State in, String told) {
        assertThat(tracked(situations.in(in))).containsPattern(Pattern.quote(told) + "<b>[^<]*中心");
    }

    @ParameterizedTest
    @EnumSource(names = {"SUBMITTED", "REVIEWING", "GRANTED", "CLOSED", "WITHDRAWN"})
    void of_what_is_running_or_delivered_no_letter_is_said_to_lie_ready(State in) {
        assertThat(tracked(situations.in(in))).contains("经过").doesNotContain("文书可以领", "没有账户的，");
    }

    @Test
    void what_ended_for_want_of_corrections_can_be_contested_as_its_letter_says() {
        UUID id = situations.in(TERMINATED);
        String letter = String.valueOf(office.lastLetter(id).remedies());

        assertThat(letter).contains("行政复议", "行政诉讼");
        assertThat(mine(id)).contains("<p>" + letter + "</p>");
        assertThat(mine(situations.in(WITHDRAWN)))
                .contains("class=\"sect outcome\"")
                .doesNotContain("行政复议");
    }

    @ParameterizedTest
    @EnumSource(names = {"SUBMITTED", "ACCEPTED", "REVIEWING", "PAUSED"})
    void who_has_nothing_to_do_is_told_so_before_what_they_may_choose(State in) {
        assertThat(mine(situations.in(in))).containsSubsequence("现在不用您做什么", "您可以选：怎么领结果");
    }

    @ParameterizedTest
    @EnumSource(names = {"CORRECTING", "GRANTED", "DELIVERED", "CLOSED"})
    void who_has_something_to_do_or_to_receive_is_not_told_that_there_is_nothing(State in) {
        assertThat(mine(situations.in(in))).contains("经过").doesNotContain("现在不用您做什么");
    }

    @Test
    void what_is_not_applied_for_online_is_applied_for_again_at_a_window() {
        String item = "labor_capacity";
        String online = mine(situations.in(WITHDRAWN));
        Visitor resident = office.aResident();
        Visitor officer = office.officerAnywhere("accept", item);
        NewCase application = office.application(officer, item);
        UUID id = casework.receive(
                        officer,
                        new WindowFiling(resident.id(), null, null, application, WindowFiling.Then.RECEIVE, null))
                .caseId();
        office.act(resident, id, new CaseAct.Withdraw("不办了"));

        String page = office.web(resident).page("/my/cases/" + id);

        assertThat(page)
                .contains("要重新申请，请到窗口办。", "href=\"/items/" + item + "\"")
                .doesNotContain("/apply/" + item);
        assertThat(online).contains("/apply/food_permit?from=").doesNotContain("要重新申请，请到窗口办");
    }

    @ParameterizedTest
    @EnumSource(names = {"NOT_ACCEPTED", "REFUSED"})
    void whose_denial_was_reversed_reads_that_its_letter_is_void_and_the_case_goes_on(State denied) {
        UUID id = situations.in(denied);
        String told = "原来的决定已被撤销，接着办";
        assertThat(mine(id)).doesNotContain(told);

        denials.review(office.aSupervisor(), office.denial(id), DenialRow.Judgement.REVERSED, "依据不足");

        assertThat(mine(id)).contains(told);
        assertThat(tracked(id)).contains(told);
        if (denied == REFUSED) {
            office.act(office.officer("decide"), id, new CaseAct.Grant("条件已经具备"));
            assertThat(mine(id)).doesNotContain(told);
            assertThat(tracked(id)).doesNotContain(told);
        }
    }

    @Test
    void what_happened_in_another_year_says_which() {
        UUID id = situations.in(SUBMITTED);
        String dated = "2026年10月9日 10:24<";
        assertThat(mine(id)).contains(">10月9日 10:24</time>").doesNotContain(dated);

        clock.set("2027-01-05T09:00");

        assertThat(mine(id)).contains(dated + "/time>");
        assertThat(tracked(id)).contains(dated + "/time>");
        assertThat(office.web(office.owner(id)).page("/my/cases")).contains(dated);
    }

    private String tracked(UUID id) {
        return office.nobody().page("/track/" + office.view(id).queryCode());
    }

    private String mine(UUID id) {
        return office.web(office.owner(id)).page("/my/cases/" + id);
    }
}
