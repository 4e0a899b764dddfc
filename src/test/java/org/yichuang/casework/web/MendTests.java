package org.yichuang.casework.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.Defect;
import org.yichuang.casework.Office;
import org.yichuang.casework.State;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.catalogue.FieldType;
import org.yichuang.catalogue.Material;
import org.yichuang.documents.Documents;
import org.yichuang.documents.LetterKind;
import org.yichuang.documents.Letters;
import org.yichuang.documents.store.SampleFiles;
import org.yichuang.journal.Journal;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.CityTest;
import org.yichuang.support.Web;

/** Corrections at the window, by an officer's pages. */
@CityTest
class MendTests {
    private static final String LAYOUT = "layout_equipment_work_flow";

    @Autowired
    private Office office;

    @Autowired
    private Documents documents;

    @Autowired
    private Letters letters;

    @Autowired
    private Journal journal;

    @LocalServerPort
    private int port;

    private Web desk = new Web(0);

    @BeforeEach
    void the_intake_officer_on_a_friday_morning() {
        desk = new Web(port).signedIn("zhengxiaowen", "yichuang-demo");
    }

    @Test
    void an_officer_corrects_on_the_spot_and_the_applicant_gets_a_sealed_letter() {
        UUID id = office.submitted(office.aCompany()).caseId();
        String dialogue = "/desk/cases/" + id + "/act/correct";
        assertThat(desk.page("/desk/cases/" + id)).contains(dialogue);
        assertThat(desk.page(dialogue)).contains("当场更正了什么", "经营场所面积");

        assertThat(desk.post(dialogue, typed(id, "premises_area", "62", "what", ""))
                        .body())
                .contains("请写明当场更正了什么");
        Web.Answer done = desk.post(dialogue, typed(id, "premises_area", "62", "what", "面积写错"));
        assertThat(done.status()).as(done.body()).isEqualTo(302);

        CaseView after = office.view(id);
        assertThat(after.state()).isEqualTo(State.SUBMITTED);
        assertThat(after.answers()).containsEntry("premises_area", "62");
        assertThat(letters.ofCase(id)).extracting(Letters.Issued::kind).contains(LetterKind.CORRECTION);
        assertThat(desk.page("/desk/cases/" + id)).contains("更正前的内容");
    }

    @Test
    void no_paper_is_asked_for_on_the_spot_that_the_government_holds_or_that_is_made_from_the_answers() {
        UUID id = office.submitted(office.aCompany()).caseId();
        String dialogue = "/desk/cases/" + id + "/act/correct";
        String page = desk.page(dialogue);
        List<Material> all = office.item(Office.FOOD).materials();
        String held =
                all.stream().filter(Material::held).findFirst().orElseThrow().code();

        assertThat(all)
                .anyMatch(Material::filled)
                .allSatisfy(material -> assertThat(page.contains("\"paper." + material.code() + "\""))
                        .as(material.code())
                        .isEqualTo(material.brought()));
        String[] more = typed(id, "premises_area", "62", "what", "面积写错", "paper." + held, "yes");
        assertThat(desk.post(dialogue, more).status()).isEqualTo(302);
        assertThat(office.handed(id, held)).isEmpty();
    }

    @Test
    void a_correction_whose_button_is_pressed_twice_is_made_once() {
        UUID id = office.submitted(office.aCompany()).caseId();
        String dialogue = "/desk/cases/" + id + "/act/correct";
        var action =
                Pattern.compile("action=\"(" + dialogue + "[?]once=[^\"]+)\"").matcher(desk.page(dialogue));
        assertThat(action.find()).isTrue();
        String[] typed = typed(id, "premises_area", "62", "what", "面积写错");

        Web.Answer first = desk.post(action.group(1), typed);
        Web.Answer second = desk.post(action.group(1), typed);

        assertThat(first.status()).as(first.body()).isEqualTo(302);
        assertThat(second.status()).as(second.body()).isEqualTo(302);
        assertThat(second.location()).isEqualTo(first.location());
        assertThat(letters.ofCase(id))
                .filteredOn(letter -> letter.kind() == LetterKind.CORRECTION)
                .hasSize(1);
    }

    @Test
    void a_walk_in_hands_in_the_corrections_at_the_window() {
        UUID id = office.submitted(office.aCompany()).caseId();
        var notice = new CaseAct.Notice(List.of(
                new Defect(LAYOUT, null, "没有标出水池", "请标出水池"), new Defect(null, "premises_area", "与图不符", "请改成图上的面积")));
        office.act(office.officer("accept"), id, notice);
        String dialogue = "/desk/cases/" + id + "/act/supplement";
        assertThat(desk.page(dialogue))
                .contains("没有标出水池", "经营场所面积", "paper." + LAYOUT)
                .doesNotContain("contact_phone");

        assertThat(desk.post(dialogue, "version", version(id), "premises_area", "58", "paper." + LAYOUT, "yes")
                        .status())
                .isEqualTo(302);

        CaseView after = office.view(id);
        assertThat(after.state()).isEqualTo(State.SUBMITTED);
        assertThat(after.answers()).containsEntry("premises_area", "58");
        assertThat(after.materials()).anyMatch(handed -> handed.material().equals(LAYOUT) && handed.file() == null);
    }

    @Test
    void what_another_answer_asks_for_is_corrected_at_the_window_with_it() {
        UUID id = toldToTakeItsOwnWater();
        String dialogue = "/desk/cases/" + id + "/act/supplement";

        Web.Answer half = desk.post(dialogue, "version", version(id), "water", "own");
        assertThat(half.status()).isEqualTo(422);
        assertThat(half.body()).contains("href=\"#water_place\"", "name=\"water_place\"", "name=\"water_report\"");
        assertThat(desk.post(dialogue, ownWater(id, "water_report", "no")).status())
                .isEqualTo(302);

        assertThat(office.view(id).state()).isEqualTo(State.SUBMITTED);
        assertThat(office.view(office.owner(id), id).answers())
                .containsEntry("water", "own")
                .containsEntry("water_place", "枫树岭屋后泉眼");
    }

    @Test
    void the_paper_that_a_corrected_answer_asks_for_is_seen_at_the_window_with_it() {
        UUID id = toldToTakeItsOwnWater();
        String dialogue = "/desk/cases/" + id + "/act/supplement";

        Web.Answer half = desk.post(dialogue, ownWater(id, "water_report", "yes"));
        assertThat(half.status()).isEqualTo(422);
        assertThat(half.body())
                .contains("#ask:not(:has(#water_report--yes:checked)) #p-water_report{display:none}")
                .contains("href=\"#materials.water_report\"", "还没有交：水质检测报告", "name=\"file.water_report\"");
        assertThat(desk.post(dialogue, ownWater(id, "water_report", "yes", "paper.water_report", "yes"))
                        .status())
                .isEqualTo(302);

        assertThat(office.view(id).materials())
                .anyMatch(handed -> handed.material().equals("water_report") && handed.file() == null);
    }

    @Test
    void numbers_are_taken_at_the_window_as_people_type_them() {
        UUID id = office.submitted(office.aCompany()).caseId();
        String dialogue = "/desk/cases/" + id + "/act/correct";

        String[] spaced = typed(id, "contact_phone", "138 0013 8001", "premises_area", "６２", "what", "电话写错");
        assertThat(desk.post(dialogue, spaced).status()).isEqualTo(302);

        assertThat(office.view(office.owner(id), id).answers())
                .containsEntry("contact_phone", "13800138001")
                .containsEntry("premises_area", "62");
    }

    @Test
    void the_replaced_file_stays_on_record_with_its_fingerprint_and_opens_from_the_case() {
        Visitor company = office.aCompany();
        UUID id = office.submitted(company).caseId();
        UUID old = Objects.requireNonNull(office.view(id).materials().stream()
                .filter(handed -> handed.material().equals(LAYOUT))
                .findFirst()
                .orElseThrow()
                .file());
        office.act(
                office.officer("accept"), id, new CaseAct.Notice(List.of(new Defect(LAYOUT, null, "没有标出水池", "请标出水池"))));
        office.act(
                company,
                id,
                new CaseAct.Supplement(
                        Map.of(), List.of(new SubmittedMaterial(LAYOUT, office.upload(company, "layout"), "新图.pdf"))));

        assertThat(journal.of("case:" + id).getLast().payload()).contains("\"replaced\"", old.toString(), "\"sha256\"");
        assertThat(desk.page("/desk/cases/" + id)).contains("更正前的内容", "/files/" + old);
        assertThat(desk.get("/desk/cases/" + id + "/files/" + old).status()).isEqualTo(200);
    }

    @Test
    void a_file_that_a_browser_does_not_show_is_offered_to_be_saved() {
        Visitor company = office.aCompany();
        UUID id = office.submitted(company).caseId();
        office.act(office.officer("accept"), id, new CaseAct.Notice(List.of(new Defect(LAYOUT, null, "看不清", "请换一份"))));
        UUID word = documents.store(SampleFiles.docx(), "布局.docx", company.id()).id();
        office.act(
                company, id, new CaseAct.Supplement(Map.of(), List.of(new SubmittedMaterial(LAYOUT, word, "布局.pdf"))));
        List<String> handed = office.view(id).materials().stream()
                .map(SubmittedMaterial::material)
                .toList();
        String page = "/desk/cases/" + id + "?show=";

        assertThat(desk.page(page + handed.indexOf(LAYOUT)))
                .contains("请下载后打开", "/files/" + word)
                .doesNotContain("<iframe");
        assertThat(desk.page(page + handed.indexOf("rules_food_safety_self"))).contains("<iframe class=\"viewer\"");
    }

    private UUID toldToTakeItsOwnWater() {
        UUID id = office.submitted(office.aCompany()).caseId();
        var water = new Defect(null, "water", "现场是山泉", "请改成自己取水");
        office.act(office.officer("accept"), id, new CaseAct.Notice(List.of(water)));
        return id;
    }

    /** The answer to that notice, with what more is typed. */
    private String[] ownWater(UUID id, String... more) {
        String[] own = {"version", version(id), "water", "own", "water_place", "枫树岭屋后泉眼", "water_amount", "1.5"};
        return Stream.concat(Stream.of(own), Stream.of(more)).toArray(String[]::new);
    }

    private String version(UUID id) {
        return String.valueOf(office.view(id).version());
    }

    /** The whole dialogue as a browser sends it, with these fields typed over. */
    private String[] typed(UUID id, String... changes) {
        var all = new ArrayList<String>(List.of("version", version(id)));
        office.view(office.officer("accept"), id).answers().forEach((field, answer) -> {
            all.add(field);
            all.add(FieldType.values(answer).getFirst());
        });
        all.addAll(List.of(changes));
        return all.toArray(String[]::new);
    }
}
