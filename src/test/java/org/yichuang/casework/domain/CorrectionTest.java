package org.yichuang.casework.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yichuang.casework.domain.PureCase.FOOD;
import static org.yichuang.casework.domain.PureCase.OFFICER;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yichuang.casework.Answers;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.Defect;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.casework.State;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.catalogue.LocalRules;
import org.yichuang.catalogue.Material;
import org.yichuang.documents.LetterContent;
import org.yichuang.documents.LetterKind;
import org.yichuang.shared.Problem.FieldError;
import org.yichuang.support.TestClock;

/** What was handed in first stays provable when it is corrected (ONE-NOTICE). */
class CorrectionTest {
    private static final String LAYOUT = "layout_equipment_work_flow";
    private static final String REPORT = "water_report";
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 9);

    /** What is answered where the company takes its own water and has a report on it. */
    private static final Map<String, Object> WATER =
            Map.of("water", "own", "water_place", "外桐坞村屋后泉眼", "water_amount", "2", REPORT, "yes");

    private final CaseFile file = PureCase.submitted(FOOD, "2026-10-09T10:24");
    private final SubmittedMaterial old = file.materials().stream()
            .filter(handed -> handed.material().equals(LAYOUT))
            .findFirst()
            .orElseThrow();
    private final SubmittedMaterial fresh = new SubmittedMaterial(LAYOUT, UUID.randomUUID(), "布局图.pdf");

    @Test
    void a_correction_on_the_spot_gives_a_letter_that_says_what_was_corrected() {
        var act = new CaseAct.Correct("面积写错", Map.of("premises_area", "62"), List.of(fresh));

        Fact fact =
                PureCase.done(file, act, OFFICER, "2026-10-09T10:40").facts().getFirst();

        Letter letter = fact.letters().getFirst();
        assertThat(letter.kind()).isEqualTo(LetterKind.CORRECTION);
        assertThat(letter.points()).containsExactly("面积写错");
        assertThat(letter.facts().getFirst().value()).contains("经营场所面积", "设备布局和操作流程文件");
    }

    /** As long as a city sets no time for it. */
    @Test
    void a_case_waits_for_its_correction_however_long_and_the_notice_names_no_day() {
        Result.Done noticed = PureCase.done(file, notice(LAYOUT), OFFICER, "2026-10-09T11:00");

        assertThat(LocalRules.DEFAULT.correction()).isZero();
        assertThat(noticed.file().due()).isNull();
        assertThat(PureCase.no(noticed.file(), new CaseAct.Terminate(), new Who.TheClock(), "2026-12-31T18:00"))
                .isEqualTo("not-due");
        Letter letter = noticed.facts().getFirst().letters().getFirst();
        assertThat(letter.kind()).isEqualTo(LetterKind.CORRECTION_NOTICE);
        assertThat(letter.facts()).isEmpty();
        var supplement = new CaseAct.Supplement(Map.of(), List.of(fresh));
        assertThat(PureCase.act(noticed.file(), supplement, PureCase.APPLICANT, "2026-12-31T18:00"))
                .isInstanceOf(Result.Done.class);
    }

    /** What a city set was not kept with the case before it could set more than that. */
    @Test
    void a_case_from_before_numbers_were_kept_is_corrected_in_the_time_that_the_city_sets() {
        var fifteen = new LocalRules(5, 10, 10, 3, 15);
        Intake intake = file.intake();
        CaseFile older = file.with(new Intake(
                intake.submittedAt(),
                intake.receivedAt(),
                null,
                intake.due(),
                null,
                null,
                false,
                null,
                List.of(),
                null));

        for (CaseFile filed : List.of(older, file)) {
            Setting at = PureCase.at(FOOD, "2026-10-09T11:00", fifteen);
            Result.Done noticed = (Result.Done) filed.act(notice(LAYOUT), OFFICER, at);
            CaseView.Notice notice =
                    Objects.requireNonNull(noticed.file().intake().notice());
            assertThat(notice.dueAt()).isEqualTo(filed == older ? TestClock.at("2026-10-29T17:00") : null);
        }
    }

    @Test
    void a_notice_says_that_the_case_ends_and_when_or_that_nobody_knows_yet() {
        var fifteen = new LocalRules(5, 10, 10, 3, 15);
        for (var told : Map.of("2026-10-09T11:00", "2026年10月29日17:00", "2026-12-21T11:00", "待有关年份的放假安排公布后算定")
                .entrySet()) {
            Setting at = PureCase.at(FOOD, told.getKey(), fifteen);
            CaseFile filed = PureCase.submitted(FOOD, Answers.fitting(FOOD), file.materials(), at);
            Result.Done noticed = (Result.Done) filed.act(notice(LAYOUT), OFFICER, at);

            assertThat(noticed.facts().getFirst().letters().getFirst().facts())
                    .containsExactly(
                            new LetterContent.Row("补正期限", told.getValue()),
                            new LetterContent.Row("逾期没有补正的", "终止办理；可以重新申请"));
        }
    }

    @Test
    void what_silence_accepts_after_a_correction_says_from_when_the_days_counted() {
        CaseFile noticed =
                PureCase.done(file, notice(LAYOUT), OFFICER, "2026-10-09T11:00").file();
        CaseFile corrected = PureCase.done(
                        noticed,
                        new CaseAct.Supplement(Map.of(), List.of(fresh)),
                        PureCase.APPLICANT,
                        "2026-10-12T09:00")
                .file();

        Result.Done deemed =
                PureCase.done(corrected, new CaseAct.DeemAccepted(), new Who.TheClock(), "2026-10-20T09:00");
        assertThat(deemed.facts().getFirst().letters().getFirst().facts().getFirst())
                .isEqualTo(new LetterContent.Row("答复期限起算", "自收到补正材料之日（2026年10月12日09:00）"));
    }

    @Test
    void only_what_was_changed_stands_in_the_letter_and_on_record() {
        Object phone = Objects.requireNonNull(file.answers().get("contact_phone"));
        var act = new CaseAct.Correct("面积写错", Map.of("premises_area", "62", "contact_phone", phone), List.of());

        Fact fact =
                PureCase.done(file, act, OFFICER, "2026-10-09T10:40").facts().getFirst();

        assertThat(fact.letters().getFirst().facts().getFirst().value()).isEqualTo("经营场所面积");
        assertThat(fact.payload()).containsEntry("changed", List.of("premises_area"));
    }

    @Test
    void a_correction_in_which_nothing_changes_is_refused_and_so_is_a_field_that_there_is_not() {
        Map<String, Object> same =
                Map.of("premises_area", Objects.requireNonNull(file.answers().get("premises_area")));
        CaseFile noticed =
                PureCase.done(file, notice(LAYOUT), OFFICER, "2026-10-09T11:00").file();

        assertThat(wrong(file, new CaseAct.Correct("改正", same, List.of()))).containsExactly("materials");
        assertThat(wrong(noticed, new CaseAct.Supplement(same, List.of()))).containsExactly("materials");
        assertThat(wrong(noticed, new CaseAct.Supplement(Map.of("nonsense", ""), List.of(fresh))))
                .containsExactly("nonsense");
        assertThat(wrong(noticed, new CaseAct.Supplement(same, List.of(fresh)))).isEmpty();
    }

    @Test
    void a_file_is_handed_in_under_a_name_of_its_own() {
        for (String name : List.of("", " ", "../../x.pdf", "c:\\x.pdf", "a\r\nb.pdf")) {
            var handed = new SubmittedMaterial(LAYOUT, UUID.randomUUID(), name);
            assertThat(Completeness.unlisted(FOOD, List.of(handed)))
                    .as(name)
                    .extracting(FieldError::field)
                    .containsExactly("materials[0].name");
        }
        var paper = new SubmittedMaterial(LAYOUT, null, "");
        assertThat(Completeness.unlisted(FOOD, List.of(fresh, paper))).isEmpty();
    }

    @Test
    void a_notice_is_answered_whole_or_not_at_all_but_at_a_window() {
        var defects = List.of(new Defect(LAYOUT, null, "没有标出水池", "请标出"), new Defect(null, "premises_area", "不对", "请改"));
        CaseFile noticed = PureCase.done(file, new CaseAct.Notice(defects), OFFICER, "2026-10-09T11:00")
                .file();
        Map<String, Object> area = Map.of("premises_area", "62");

        assertThat(wrongOnline(noticed, new CaseAct.Supplement(area, List.of())))
                .containsExactly("materials." + LAYOUT);
        assertThat(wrongOnline(noticed, new CaseAct.Supplement(Map.of(), List.of(fresh))))
                .containsExactly("premises_area");
        assertThat(wrongOnline(noticed, new CaseAct.Supplement(area, List.of(fresh))))
                .isEmpty();
        assertThat(wrong(noticed, new CaseAct.Supplement(area, List.of())))
                .as("at a window")
                .isEmpty();
    }

    @Test
    void an_answer_that_a_notice_was_wrong_about_is_handed_in_as_it_stands() {
        String field = "premises_area";
        Map<String, Object> same =
                Map.of(field, Objects.requireNonNull(file.answers().get(field)));
        var notice = new CaseAct.Notice(List.of(new Defect(null, field, "不对", "请改")));
        CaseFile noticed =
                PureCase.done(file, notice, OFFICER, "2026-10-09T11:00").file();

        Result.Done handed =
                PureCase.done(noticed, new CaseAct.Supplement(same, List.of()), OFFICER, "2026-10-10T09:00");

        assertThat(handed.file().state()).isEqualTo(State.SUBMITTED);
        assertThat(handed.file().answers()).isEqualTo(file.answers());
    }

    @Test
    void how_it_is_to_be_received_is_corrected_with_the_answer_and_left_by_other_corrections() {
        var byPost =
                new CaseAct.Correct("改为邮寄", Map.of("receive", "post", "receive_address", "转塘街道外桐坞村 18 号"), List.of());
        var area = new CaseAct.Correct("面积写错", Map.of("premises_area", "62"), List.of());
        CaseFile chosen = file.with(DeliveryWay.WINDOW);

        assertThat(PureCase.done(file, byPost, OFFICER, "2026-10-09T10:40")
                        .file()
                        .way())
                .isEqualTo(DeliveryWay.POST);
        assertThat(PureCase.done(chosen, area, OFFICER, "2026-10-09T10:40")
                        .file()
                        .way())
                .isEqualTo(DeliveryWay.WINDOW);
    }

    @Test
    void what_another_answer_would_have_asked_for_is_not_taken() {
        assertThat(FOOD.material(REPORT)).isPresent();
        var answers = new HashMap<>(Answers.fitting(FOOD));
        answers.put("food_items", List.of("hot", "hot"));
        var materials = new ArrayList<>(PureCase.materials(FOOD, answers));
        materials.add(new SubmittedMaterial(REPORT, UUID.randomUUID(), "水质.pdf"));

        CaseFile filed = PureCase.submitted(FOOD, answers, materials, "2026-10-09T10:24");

        assertThat(filed.materials()).extracting(SubmittedMaterial::material).doesNotContain(REPORT);
        assertThat(filed.answers()).containsEntry("food_items", List.of("hot"));
    }

    @Test
    void a_paper_that_an_answer_makes_necessary_is_asked_for_before_acceptance() {
        Map<String, Object> answers = ownWater();
        List<SubmittedMaterial> whole = PureCase.materials(FOOD, answers);
        List<SubmittedMaterial> without = whole.stream()
                .filter(handed -> !handed.material().equals(REPORT))
                .toList();

        assertThat(Completeness.check(FOOD, answers, whole, TODAY)).isEmpty();
        assertThat(Completeness.check(FOOD, answers, without, TODAY))
                .extracting(FieldError::field)
                .containsExactly("materials." + REPORT);
        CaseFile filed = PureCase.submitted(FOOD, answers, without, "2026-10-09T10:24");
        assertThat(PureCase.no(filed, new CaseAct.Accept(), OFFICER, "2026-10-09T11:00"))
                .isEqualTo("materials-missing");
    }

    private static Map<String, Object> ownWater() {
        var answers = new HashMap<>(Answers.fitting(FOOD));
        answers.putAll(WATER);
        return answers;
    }

    @Test
    void the_earlier_answers_and_files_go_on_record() {
        Object area = Objects.requireNonNull(file.answers().get("premises_area"));
        var act = new CaseAct.Correct(
                "改正", Map.of("premises_area", "62", "contact_phone", "13900139001"), List.of(fresh));

        Result.Done done = PureCase.done(file, act, OFFICER, "2026-10-09T10:40");

        Map<String, Object> payload = done.facts().getFirst().payload();
        assertThat(payload.get("before")).isEqualTo(Map.of("premises_area", area, "contact_phone", "138******00"));
        assertThat(payload.get("replaced"))
                .isEqualTo(List.of(Map.of(
                        "material", LAYOUT,
                        "name", old.name(),
                        "file", Objects.requireNonNull(old.file()).toString())));
        assertThat(done.file().materials()).contains(fresh).doesNotContain(old);
    }

    @Test
    void what_came_only_after_the_one_notice_may_be_asked_for_once_more_and_nothing_else() {
        List<SubmittedMaterial> without = file.materials().stream()
                .filter(handed -> !handed.material().equals(LAYOUT))
                .toList();
        String other = without.getFirst().material();
        CaseFile filed = PureCase.submitted(FOOD, file.answers(), without, "2026-10-09T10:24");
        CaseFile noticed = PureCase.done(filed, notice(LAYOUT), OFFICER, "2026-10-09T11:00")
                .file();
        var handedIn = new CaseAct.Supplement(
                Map.of("premises_area", "62"),
                List.of(fresh, new SubmittedMaterial(other, UUID.randomUUID(), "新的.pdf")));
        CaseFile supplemented = PureCase.done(noticed, handedIn, PureCase.APPLICANT, "2026-10-12T09:30")
                .file();

        assertThat(supplemented.intake().later()).containsExactly("materials." + LAYOUT);
        assertThat(wrong(supplemented, notice(LAYOUT, other))).containsExactly("defects[1].material");
        var field = new CaseAct.Notice(List.of(new Defect(null, "premises_area", "不对", "请改")));
        assertThat(wrong(supplemented, field)).containsExactly("defects[0].field");

        Result.Done later = PureCase.done(supplemented, notice(LAYOUT), OFFICER, "2026-10-12T10:00");
        Fact said = later.facts().getFirst();
        assertThat(said.payload()).containsEntry("later", true).doesNotContainKey("again");
        assertThat(said.letters()).extracting(Letter::title).containsExactly(LetterKind.LATER_NOTICE.zh());
        CaseFile again = later.file();
        assertThat(again.state()).isEqualTo(State.CORRECTING);
        var mended = new CaseAct.Supplement(Map.of(), List.of(fresh));
        CaseFile last = PureCase.done(again, mended, PureCase.APPLICANT, "2026-10-12T11:00")
                .file();
        assertThat(PureCase.no(last, notice(LAYOUT), OFFICER, "2026-10-12T14:00"))
                .isEqualTo("one-notice");
    }

    @Test
    void a_material_that_only_the_corrected_answer_asks_for_may_be_asked_for_after_the_notice() {
        CaseFile noticed =
                PureCase.done(file, notice(LAYOUT), OFFICER, "2026-10-09T11:00").file();
        var report = new SubmittedMaterial(REPORT, UUID.randomUUID(), "水质.pdf");
        var corrected = new CaseAct.Supplement(WATER, List.of(fresh, report));

        CaseFile supplemented = PureCase.done(noticed, corrected, PureCase.APPLICANT, "2026-10-12T09:30")
                .file();

        assertThat(supplemented.intake().later())
                .contains("materials." + REPORT)
                .doesNotContain("materials." + LAYOUT);
        PureCase.done(supplemented, notice(REPORT), OFFICER, "2026-10-12T10:00");
    }

    @Test
    void the_one_notice_names_every_paper_that_is_not_there() {
        CaseFile filed = PureCase.submitted(FOOD, file.answers(), List.of(), "2026-10-09T10:24");
        List<String> missing = Defect.missing(FOOD, file.answers(), List.of()).stream()
                .map(Material::code)
                .toList();
        var field = new CaseAct.Notice(List.of(new Defect(null, "premises_area", "不对", "请改")));

        assertThat(missing).hasSizeGreaterThan(1).contains(LAYOUT);
        assertThat(wrong(filed, notice(LAYOUT))).containsExactly("defects");
        assertThat(wrong(filed, field)).containsExactly("defects");
        assertThat(wrong(filed, notice(missing.toArray(String[]::new)))).isEmpty();
    }

    @Test
    void a_corrected_answer_comes_with_the_paper_that_it_asks_for_and_nothing_else_need() {
        List<SubmittedMaterial> without = file.materials().stream()
                .filter(handed -> !handed.material().equals(LAYOUT))
                .toList();
        var water = new CaseAct.Notice(List.of(new Defect(null, "water", "现场是山泉", "请改")));
        // from before a notice had to name every paper that was not there
        CaseFile noticed =
                PureCase.done(file, water, OFFICER, "2026-10-09T11:00").file().with(file.answers(), without);
        var unreported = new HashMap<>(WATER);
        unreported.put(REPORT, "no");
        var report = new SubmittedMaterial(REPORT, null, "水质检测报告");

        assertThat(wrong(noticed, new CaseAct.Supplement(WATER, List.of()))).containsExactly("materials." + REPORT);
        assertThat(wrong(noticed, new CaseAct.Supplement(unreported, List.of())))
                .isEmpty();
        assertThat(wrong(noticed, new CaseAct.Supplement(WATER, List.of(report))))
                .isEmpty();
    }

    @Test
    void what_the_guide_says_need_not_be_brought_is_not_asked_for_unless_it_was_handed_in() {
        String held = "business_licence";
        String filled = "food_business_licence_application";

        assertThat(wrong(file, notice(LAYOUT, held, filled, REPORT)))
                .containsExactly("defects[1].material", "defects[2].material", "defects[3].material");

        var materials = new ArrayList<>(file.materials());
        materials.add(new SubmittedMaterial(held, UUID.randomUUID(), "执照.pdf"));
        CaseFile handed = PureCase.submitted(FOOD, file.answers(), materials, "2026-10-09T10:24");
        assertThat(wrong(handed, notice(LAYOUT, held, filled))).containsExactly("defects[2].material");
    }

    @Test
    void a_field_that_the_answers_hide_is_not_asked_for() {
        var hidden = new Defect(null, "water_place", "没有写", "请写明");
        var shown = new Defect(null, "premises_area", "不对", "请改");

        assertThat(wrong(file, new CaseAct.Notice(List.of(shown, hidden)))).containsExactly("defects[1].field");
    }

    private static CaseAct.Notice notice(String... materials) {
        return new CaseAct.Notice(Stream.of(materials)
                .map(material -> new Defect(material, null, "没有标出水池", "请标出"))
                .toList());
    }

    private static List<String> wrong(CaseFile file, CaseAct act) {
        return wrong(file, act, OFFICER);
    }

    private static List<String> wrongOnline(CaseFile file, CaseAct act) {
        return wrong(file, act, PureCase.APPLICANT);
    }

    private static List<String> wrong(CaseFile file, CaseAct act, Who who) {
        return PureCase.act(file, act, who, "2026-10-12T10:00") instanceof Result.Wrong(var errors)
                ? errors.stream().map(FieldError::field).toList()
                : List.of();
    }

    @Test
    void corrections_are_handed_in_at_the_window_too() {
        var notice = new CaseAct.Notice(List.of(new Defect(LAYOUT, null, "没有标出水池", "请标出")));
        CaseFile noticed =
                PureCase.done(file, notice, OFFICER, "2026-10-09T11:00").file();
        var paper = new SubmittedMaterial(LAYOUT, null, "布局图");

        Result.Done done =
                PureCase.done(noticed, new CaseAct.Supplement(Map.of(), List.of(paper)), OFFICER, "2026-10-12T09:30");

        assertThat(done.file().state()).isEqualTo(State.SUBMITTED);
        assertThat(done.facts().getFirst().letters()).extracting(Letter::kind).containsExactly(LetterKind.RECEIPT);
        assertThat(done.facts().getFirst().payload()).containsKey("replaced").containsEntry("channel", "WINDOW");
        var own = new CaseAct.Supplement(Map.of(), List.of(new SubmittedMaterial(LAYOUT, UUID.randomUUID(), "图.pdf")));
        assertThat(PureCase.done(noticed, own, PureCase.APPLICANT, "2026-10-12T09:30")
                        .facts()
                        .getFirst()
                        .payload())
                .doesNotContainKey("channel");
        var correct = new CaseAct.Correct("座位数", Map.of("seats", "31"), List.of());
        assertThat(PureCase.done(file, correct, OFFICER, "2026-10-09T11:00")
                        .facts()
                        .getFirst()
                        .payload())
                .containsEntry("channel", "WINDOW");
    }
}
