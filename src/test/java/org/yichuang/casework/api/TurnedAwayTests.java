package org.yichuang.casework.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.yichuang.casework.Answers;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.Cases;
import org.yichuang.casework.DenialRow;
import org.yichuang.casework.Denials;
import org.yichuang.casework.Office;
import org.yichuang.casework.State;
import org.yichuang.documents.LetterContent;
import org.yichuang.documents.LetterKind;
import org.yichuang.documents.Letters;
import org.yichuang.documents.Verification;
import org.yichuang.identity.Accounts;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.network.Clerk;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.Api;
import org.yichuang.support.CityTest;
import org.yichuang.support.Web;
import tools.jackson.databind.node.ObjectNode;

/** Who asks at the wrong authority: told the right one in writing, by program and by page, and what becomes of that answer. */
@CityTest
class TurnedAwayTests {
    /** Received by the unit that decides it, and nowhere else. */
    private static final String ONLY_THERE = "vehicle_reg";

    private static final String SHANGCHENG = "330102000000";

    @Autowired
    private ApplicationContext context;

    @Autowired
    private Office office;

    @Autowired
    private Cases cases;

    @Autowired
    private Denials denials;

    @Autowired
    private Letters letters;

    @Autowired
    private Journal journal;

    @LocalServerPort
    private int port;

    private Api.Answer turnAway(Api window, Visitor applicant, String item, @Nullable String division) {
        ObjectNode body = Api.JSON
                .createObjectNode()
                .put("applicant", applicant.id().toString())
                .put("agentName", "林晓")
                .put("item", item)
                .put("division", division);
        body.set("filing", Api.JSON.valueToTree(Office.notOurs()));
        return window.post("/api/v1/window-cases/not-here", body);
    }

    @Test
    void who_asks_at_the_wrong_authority_is_told_the_right_one_in_writing_and_a_denial_is_filed() {
        Api window = office.api(office.officer("accept"));
        Visitor applicant = office.aCompany();

        Api.Answer answer = turnAway(window, applicant, ONLY_THERE, null);

        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        UUID id = UUID.fromString(answer.json().path("caseId").asString());
        CaseView view = office.view(id);
        assertThat(view.state()).isEqualTo(State.NOT_ACCEPTED);
        assertThat(view.place().unit()).isEqualTo(Office.UNIT);
        Letters.Issued letter = letters.ofCase(id).stream()
                .filter(made -> made.kind() == LetterKind.NOT_THIS_AUTHORITY)
                .findFirst()
                .orElseThrow();
        LetterContent content = letters.find(letter.id()).orElseThrow();
        assertThat(content.points().toString()).contains("杭州市公安局");
        assertThat(content.issuer().name()).contains("西湖区市场监督管理局");
        assertThat(content.remedies()).contains("行政复议");
        assertThat(journal.of("case:" + id))
                .extracting(Entry::kind)
                .containsExactly("case.submitted", "case.denial-filed", "case.declined");
        assertThat(journal.of("case:" + id))
                .extracting(entry -> entry.actor().unit())
                .containsOnly(Office.UNIT);
        assertThat(office.waiting(id).unit()).isEqualTo(Office.UNIT);
    }

    @Test
    void a_not_here_that_the_supervising_unit_takes_back_leaves_nothing_to_decide_but_its_letter_is_revoked() {
        Api window = office.api(office.officer("accept"));
        Api.Answer answer = turnAway(window, office.aCompany(), ONLY_THERE, null);
        UUID id = UUID.fromString(answer.json().path("caseId").asString());
        assertThat(letters.ofCase(id)).extracting(Letters.Issued::kind).containsExactly(LetterKind.NOT_THIS_AUTHORITY);
        String code =
                letters.find(letters.ofCase(id).getFirst().id()).orElseThrow().code();

        denials.review(office.aSupervisor(), office.waiting(id).id(), DenialRow.Judgement.REVERSED, "申请人问的是别的事");

        assertThat(office.view(id).state()).isEqualTo(State.NOT_ACCEPTED);
        assertThat(letters.verify(code)).map(Verification::status).contains(Verification.Status.REVOKED);
    }

    @Test
    void who_was_turned_away_by_an_answer_that_was_reversed_reads_so_and_where_to_apply_again() {
        Visitor applicant = office.aCompany();
        Api.Answer answer = turnAway(office.api(office.officer("accept")), applicant, ONLY_THERE, null);
        UUID id = UUID.fromString(answer.json().path("caseId").asString());
        Clerk reader = Clerk.of(context, port, context.getBean(Accounts.class).get(applicant.id()));
        String mine = "/my/cases/" + id;
        String tracked = "/track/" + office.view(id).queryCode();
        String guide = "href=\"/items/" + ONLY_THERE + "\"";
        assertThat(reader.get(mine).text()).contains("如对本决定不服").doesNotContain("已被撤销");
        assertThat(reader.get("/my/cases").text()).contains("不予受理").doesNotContain("已被撤销");

        denials.review(office.aSupervisor(), office.waiting(id).id(), DenialRow.Judgement.REVERSED, "申请人问的是别的事");

        assertThat(reader.get(mine).text())
                .contains("<b>答复已被撤销</b>", "可以重新申请", guide, "否定被撤销")
                .doesNotContain("如对本决定不服", "否定报备已复核");
        assertThat(reader.get(tracked).text())
                .contains("<b>答复已被撤销</b>", "可以重新申请", guide, "否定被撤销")
                .doesNotContain("申请人问的是别的事");
        assertThat(reader.get("/my/cases").text()).contains("答复已被撤销").doesNotContain("不予受理");
        assertThat(office.view(applicant, id).reversed()).isTrue();
        assertThat(cases.track(office.view(id).queryCode()).reversed()).isTrue();
        assertThat(office.api(applicant)
                        .get("/api/v1/cases/" + id)
                        .json()
                        .path("reversed")
                        .asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "330100000000"})
    void the_right_authority_is_not_guessed_where_the_district_is_not_said(String division) {
        Api window = office.api(office.officer("accept"));
        assertThat(turnAway(window, office.aCompany(), Office.FOOD, division).fields())
                .containsExactly("division");
    }

    @Test
    void nobody_is_turned_away_from_the_authority_that_is_competent_nor_by_who_may_not_receive() {
        Visitor applicant = office.aCompany();
        assertThat(turnAway(office.api(office.officer("accept")), applicant, Office.FOOD, Answers.XIHU)
                        .slug())
                .isEqualTo("act-not-possible");
        assertThat(turnAway(office.api(office.known("shenjia")), applicant, Office.FOOD, SHANGCHENG)
                        .status())
                .isEqualTo(403);
        assertThat(cases.mine(applicant, null).items()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zhengxiaowen", "hexiaoyan"})
    void what_every_window_of_the_city_takes_is_turned_away_by_none(String login) {
        Visitor applicant = office.aCompany();

        Api.Answer answer = turnAway(office.api(office.known(login)), applicant, Office.FOOD, SHANGCHENG);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.slug()).isEqualTo("city-wide");
        assertThat(answer.text())
                .contains("全市任一综合窗口都收，由上城区市场监督管理局受理")
                .contains("Every general window of the city takes");
        assertThat(cases.mine(applicant, null).items()).isEmpty();
        String path = "/desk/intake/" + Office.FOOD + "/" + applicant.id();
        assertThat(office.web(office.known(login)).page(path))
                .contains("食品经营许可")
                .doesNotContain("/not-here");
    }

    private static Web.Answer turnAway(Web web, String intake, String reason, String article, String told) {
        List<String> typed = List.of("division", SHANGCHENG, "denialReason", reason, "article", article, "told", told);
        return web.post(
                intake + "/not-here",
                Stream.concat(Stream.of("agentName", "林晓"), typed.stream()).toArray(String[]::new));
    }

    @Test
    void the_page_for_it_says_what_is_missing_and_then_shows_the_letter() {
        Visitor applicant = office.aCompany();
        var web = office.web(office.known("zhengxiaowen"));
        String path = "/desk/intake/" + ONLY_THERE + "/" + applicant.id();
        assertThat(web.page(path)).contains(path + "/not-here");

        assertThat(web.get(path + "/not-here").status()).isEqualTo(200);
        var empty = turnAway(web, path, "", "", "不归市场监管管");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body())
                .contains("denialReason-error", "article-error", "不归市场监管管", "value=\"NOT_OUR_AUTHORITY\"")
                .doesNotContain("value=\"CONDITIONS_NOT_MET\"");

        var done = turnAway(web, path, "NOT_OUR_AUTHORITY", "行政许可法第三十二条", "机动车由公安机关登记");
        assertThat(done.status()).isBetween(302, 303);
        assertThat(web.page(Objects.requireNonNull(done.location()))).contains("不归这里管", "杭州市公安局");
    }
}
