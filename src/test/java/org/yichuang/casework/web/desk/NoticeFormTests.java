package org.yichuang.casework.web.desk;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.yichuang.casework.ActKind.*;
import static org.yichuang.casework.State.*;
import static org.yichuang.casework.web.desk.Filled.*;
import static org.yichuang.support.Forms.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.Defect;
import org.yichuang.casework.Office;
import org.yichuang.casework.Situations;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.documents.LetterContent;
import org.yichuang.documents.LetterKind;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.Api;
import org.yichuang.support.CityTest;
import org.yichuang.support.Web;

/** The one correction notice on the desk, the second that a supervisor lets through, and the answer to them. */
@CityTest
class NoticeFormTests {
    @Autowired
    private Office office;

    @Autowired
    private Situations situations;

    @Test
    void a_notice_offers_only_materials_that_the_applicant_has_to_bring() {
        UUID id = situations.in(SUBMITTED);
        Visitor officer = office.officer("accept");
        var body = Api.JSON.createObjectNode().put("version", office.view(id).version());
        body.putArray("defects")
                .addObject()
                .put("material", "business_licence")
                .put("wrong", "没有")
                .put("mend", "请交");

        assertThat(office.web(officer).page(dialogue(id, NOTICE)))
                .contains(LAYOUT)
                .doesNotContain(
                        "material:business_licence",
                        "material:food_business_licence_application",
                        "material:water_report");
        Api.Answer asked = office.api(officer).post("/api/v1/cases/" + id + "/notice", body);

        assertThat(asked.status()).as(asked.text()).isEqualTo(422);
        assertThat(asked.fields()).containsExactly("defects[0].material");
        assertThat(office.view(id).state()).isEqualTo(SUBMITTED);
    }

    @Test
    void the_summary_of_a_notice_names_the_material_or_field_of_each_sentence_that_is_missing() {
        UUID id = situations.in(SUBMITTED);
        String dialogue = dialogue(id, NOTICE);
        List<String> ticked = List.of("defect", LAYOUT, "defect", "field:premises_area");

        Web.Answer sent = send(office.desk("accept"), dialogue, dialogue, ticked);

        assertThat(sent.status()).isEqualTo(422);
        Object area = office.view(id).answers().get("premises_area");
        assertThat(sent.body())
                .containsPattern("经营场所面积</label><small [^>]*>" + area + " 平方米</small>")
                .containsPattern(layoutName() + "</label><small [^>]*>[^<]+</small>")
                .contains("还有 4 处要改")
                .contains("<a href=\"#wrong." + LAYOUT + "\">" + layoutName() + "：请写明哪里不对</a>")
                .contains("<a href=\"#mend.field:premises_area\">经营场所面积：请写明怎么改</a>")
                .contains("id=\"wrong." + LAYOUT + "-error\">请写明哪里不对</p>");
    }

    private String layoutName() {
        String code = LAYOUT.substring(LAYOUT.indexOf(':') + 1);
        return office.item(Office.FOOD).material(code).orElseThrow().name().zh();
    }

    @Test
    void a_second_notice_is_refused_until_a_supervisor_lets_it_through() {
        UUID id = situations.in(SUBMITTED);
        notice().done(office, id);
        Visitor company = office.owner(id);
        office.act(company, id, situations.supplement(company));
        assertThat(sentLate(notice().web(office), office, id, NOTICE, notice().typed())
                        .status())
                .isEqualTo(409);
        assertThat(office.view(id).state()).isEqualTo(SUBMITTED);

        allowNotice().done(office, id);
        notice().done(office, id);

        assertThat(office.view(id).state()).isEqualTo(CORRECTING);
        assertThat(requireNonNull(office.view(id).notice()).answered()).isFalse();
        assertThat(office.kinds(id)).endsWith("case.notice-allowed", "case.noticed");
        List<LetterContent> notices = office.letters(id, LetterKind.CORRECTION_NOTICE);
        assertThat(notices).extracting(LetterContent::title).containsExactly("一次性告知（补正）通知书", "再次告知（补正）通知书");
        LetterContent again = notices.getLast();
        assertThat(again.number()).endsWith("之2");
        assertThat(again.facts()).contains(new LetterContent.Row("经监督单位准许再次告知", "图纸换过"));
        assertThat(again.after().toString()).contains("未经监督单位再次准许").doesNotContain("首次提交时已经存在而本通知没有列出");
        assertThat(notices.getFirst().after().toString()).contains("首次提交时已经存在而本通知没有列出");
        String page = office.web(company).page("/my/cases/" + id);
        assertThat(page)
                .contains("<h3>再次告知补正</h3>", "再次告知（补正）通知书</a>", "<h3>一次性告知补正</h3>")
                .contains("<p class=\"said\">设备布局和操作流程文件：");
        assertThat(notice().web(office).page("/desk/cases/" + id))
                .contains("<h2 class=\"sm\">再次告知 ")
                .doesNotContain("<h2 class=\"sm\">一次性告知 ");
    }

    @Test
    void a_second_notice_offers_only_what_could_not_be_said_in_the_first() {
        UUID id = situations.in(SUBMITTED);
        String first = notice().web(office).page(dialogue(id, NOTICE));
        notice().done(office, id);
        Visitor company = office.owner(id);
        Map<String, Object> answers =
                Map.of("water", "own", "water_place", "外桐坞村屋后泉眼", "water_amount", "2", "water_report", "yes");
        var materials = new ArrayList<>(situations.supplement(company).materials());
        materials.add(new SubmittedMaterial("water_report", office.upload(company, "water"), "水质.pdf"));
        office.act(company, id, new CaseAct.Supplement(answers, materials));

        String second = notice().web(office).page(dialogue(id, NOTICE));

        assertThat(first).contains("value=\"" + LAYOUT + "\"").doesNotContain("已经告知过一次");
        assertThat(second)
                .contains("value=\"material:water_report\"", "已经告知过一次")
                .doesNotContain("value=\"" + LAYOUT + "\"", "value=\"field:premises_area\"");
    }

    @Test
    void a_point_of_the_notice_that_its_answer_left_open_is_marked_for_the_officer() {
        UUID id = situations.in(SUBMITTED);
        var two = List.of(
                new Defect("layout_equipment_work_flow", null, "没有标出水池", "请标出水池"),
                new Defect(null, "address", "没有门牌号", "请写到门牌号"));
        office.act(office.officer("accept"), id, new CaseAct.Notice(two));
        Web desk = office.desk("accept");
        assertThat(desk.page("/desk/cases/" + id)).doesNotContain("没有补", "已补");
        assertThat(desk.page(dialogue(id, SUPPLEMENT))).contains("<li>" + layoutName() + "：<b", "<li>详细地址：<b");

        Visitor clerk = office.officer("accept");
        office.act(clerk, id, situations.supplement(clerk));

        assertThat(desk.page("/desk/cases/" + id))
                .containsPattern("请标出水池</span> <span class=\"label\">已补</span>")
                .containsPattern("请写到门牌号</span> <span class=\"label\"><b>没有补</b></span>")
                .contains("补正里没有：</b>详细地址</p>");
    }

    @Test
    void while_corrections_are_waited_for_no_limit_is_said_to_run() {
        UUID id = situations.in(CORRECTING);

        assertThat(office.desk("accept").page("/desk/cases/" + id + "/explain"))
                .contains("等申请人补正，到 ", "补正交来后重新起算", "这次申请终止")
                .doesNotContain("受理到期", "现在没有到期日");
    }
}
