package org.yichuang.casework.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;
import static org.yichuang.casework.web.UploadForm.*;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.Defect;
import org.yichuang.casework.Drafts;
import org.yichuang.casework.Office;
import org.yichuang.casework.Situations;
import org.yichuang.casework.State;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.shared.Problem;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.Api;
import org.yichuang.support.CityTest;
import org.yichuang.support.Locks;
import org.yichuang.support.TestClock;
import org.yichuang.support.Web;

/** The answer to a correction notice with its files: kept until it is handed in, by whichever page, and never lost to a bad one. */
@CityTest
class CorrectionFormTests {
    private static final Defect SINK = new Defect(LAYOUT, null, "没有标出水池", "请标出水池");
    private static final Defect SEATS = new Defect(null, "seats", "对不上", "按平面图填写");
    private static final Defect CONTACT = new Defect(null, "contact_name", "和电话对不上", "请核对");

    @Autowired
    private Office office;

    @Autowired
    private Situations situations;

    @Autowired
    private Drafts drafts;

    @Autowired
    private DSLContext db;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private TestClock clock;

    @Test
    void a_correction_with_one_bad_file_keeps_the_good_one_chosen() {
        Visitor company = office.aCompany();
        UUID id = noticed(company);
        String page = "/my/cases/" + id + "/supplement";
        UploadForm form = new UploadForm(office, company).with("_version", version(id));
        assertThat(form.open("/my/cases/" + id).body()).contains("没有标出水池", "请标出水池");
        form.file("materials." + LAYOUT, "新图.pdf", PDF).file("materials." + RULES, "制度.exe", PROGRAM);

        Web.Answer refused = form.send(page);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("还有 1 处要改")
                .contains("<a href=\"#materials." + RULES + "\">食品安全自查、从业人员健康管理制度：“制度.exe”没有收：不支持这种文件")
                .contains("新图.pdf", "每份最多 20 MB")
                .containsPattern(
                        tied("materials." + RULES + "-error f-materials." + RULES + "-hint\" aria-invalid=\"true"));
        String kept = kept(LAYOUT, refused);
        UploadForm again =
                new UploadForm(office, company).with("_version", version(id)).with("_kept." + LAYOUT, kept);
        Web.Answer taken = again.file("materials." + RULES, "制度.pdf", PDF).send(page);

        assertThat(taken.status()).as(taken.body()).isEqualTo(302);
        assertThat(office.view(id).state()).isEqualTo(State.SUBMITTED);
        assertThat(office.handed(id, LAYOUT))
                .extracting(SubmittedMaterial::name)
                .containsExactly("新图.pdf");
        assertThat(office.handed(id, RULES)).extracting(SubmittedMaterial::name).containsExactly("制度.pdf");
    }

    @Test
    void a_correction_is_kept_with_its_files_until_it_is_handed_in_and_is_no_draft_of_an_application() {
        Visitor company = office.aCompany();
        UUID id = noticed(company, SINK, SEATS);
        String page = "/my/cases/" + id + "/supplement";

        Web.Answer saved = new UploadForm(office, company)
                .with("seats", "31")
                .file("materials." + LAYOUT, "新图.pdf", PDF)
                .send(page + "/save");
        UploadForm later = new UploadForm(office, company);
        Web.Answer open = later.open(page);

        assertThat(saved.location()).isEqualTo(page + "#materials." + LAYOUT);
        UploadForm strange = new UploadForm(office, company).with("seats", "31").file("{x}:", "别的.pdf", PDF);
        assertThat(strange.send(page + "/save").location()).isEqualTo(page);
        assertThat(open.body()).contains("name=\"seats\"", "value=\"31\"", "新图.pdf");
        assertThat(later.put(page + "/fields", "seats", "32").body()).contains("已自动保存");
        assertThat(later.open(page).body()).contains("value=\"32\"", "新图.pdf");
        assertThat(drafts.mine(company)).isEmpty();
        assertThat(later.open("/my/cases").body()).doesNotContain("/apply/draft/");
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> drafts.get(company, id));
        assertThatExceptionOfType(Problem.class).isThrownBy(() -> drafts.delete(company, id));
        assertThat(office.view(company, id).answers()).doesNotContainEntry("seats", "32");

        Web.Answer without =
                later.with("_version", version(id)).with("seats", "many").send(page);
        assertThat(without.status()).isEqualTo(409);
        assertThat(later.open(page).body()).contains("value=\"many\"", "新图.pdf");
        Web.Answer refused = later.with("_kept." + LAYOUT, kept(LAYOUT, open)).send(page);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(later.open(page).body()).contains("value=\"many\"", "新图.pdf");
        UploadForm last =
                new UploadForm(office, company).with("_version", version(id)).with("seats", "33");
        assertThat(last.with("_kept." + LAYOUT, kept(LAYOUT, open)).send(page).status())
                .isEqualTo(302);
        assertThat(office.view(company, id).answers()).containsEntry("seats", "33");
        assertThat(office.handed(id, LAYOUT))
                .extracting(SubmittedMaterial::name)
                .containsExactly("新图.pdf");
        assertThat(db.fetchExists(db.selectOne().from("casework.draft").where("id = ?", id)))
                .isFalse();
        assertThat(new UploadForm(office, company)
                        .put(page + "/fields", "seats", "34")
                        .status())
                .isEqualTo(409);
    }

    @Test
    void two_open_pages_of_a_correction_lose_nothing_of_each_other_and_neither_hands_in_what_it_does_not_show() {
        Visitor company = office.aCompany();
        UUID id = noticed(company, SINK, SEATS, CONTACT);
        Map<String, Object> before = office.view(company, id).answers();
        String page = "/my/cases/" + id + "/supplement";
        Web.Answer open = new UploadForm(office, company).open(page);
        UploadForm phone = new UploadForm(office, company)
                .with("_seen", seen(open))
                .with("seats", "31")
                .with("contact_name", String.valueOf(before.get("contact_name")));
        UploadForm computer = new UploadForm(office, company)
                .with("_version", version(id))
                .with("_seen", seen(open))
                .with("seats", String.valueOf(before.get("seats")))
                .with("contact_name", "林小舟");

        phone.file("materials." + LAYOUT, "第一页.pdf", PDF).send(page + "/save");
        Web.Answer refused =
                computer.file("materials." + LAYOUT, "第二页.pdf", PDF).send(page);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body())
                .contains("这次补正在别处改过了", "value=\"31\"", "value=\"林小舟\"")
                .containsSubsequence("第一页.pdf", "第二页.pdf");
        assertThat(office.view(id).state()).isEqualTo(State.CORRECTING);
        assertThat(phone.open(page).body()).contains("value=\"31\"", "value=\"林小舟\"", "第一页.pdf", "第二页.pdf");
        List<String> shown = shown(refused);
        UploadForm unticked = new UploadForm(office, company)
                .with("_version", version(id))
                .with("_seen", seen(refused))
                .with("seats", "31")
                .with("contact_name", "林小舟")
                .with("_shown", shown.getFirst());
        Web.Answer taken = unticked.with("_kept." + LAYOUT, shown.getLast()).send(page);
        assertThat(taken.status()).as(taken.body()).isEqualTo(302);
        assertThat(office.handed(id, LAYOUT))
                .extracting(SubmittedMaterial::name)
                .containsExactly("第二页.pdf");
        assertThat(office.view(company, id).answers())
                .containsEntry("seats", "31")
                .containsEntry("contact_name", "林小舟");
    }

    @Test
    void what_a_page_of_a_correction_saved_by_itself_it_has_changed_no_more() {
        Visitor company = office.aCompany();
        UUID id = noticed(company, SEATS);
        String page = "/my/cases/" + id + "/supplement";
        UploadForm first = new UploadForm(office, company);
        String made = seen(first.open(page));
        Web.Answer saved = first.put(page + "/fields", "_seen", made, "seats", "31");
        new UploadForm(office, company).put(page + "/fields", "_seen", seen(first.open(page)), "seats", "32");

        first.put(page + "/fields", "_seen", seen(saved), "seats", "31");
        assertThat(first.open(page).body()).contains("value=\"32\"");
        Web.Answer twice = first.put(page + "/fields", "_seen", seen(saved), "seats", "33");
        assertThat(twice.body()).contains("没有自动保存", "在别处改成了“32 个”");
        assertThat(first.put(page + "/fields", "_seen", seen(twice), "seats", "34")
                        .body())
                .contains("没有自动保存", "在别处改成了“32 个”");
        assertThat(first.open(page).body()).contains("value=\"32\"");
    }

    @Test
    void of_a_field_that_two_pages_changed_the_later_is_told_what_the_other_says_and_asked_once_more() {
        Visitor company = office.aCompany();
        UUID id = noticed(company, SEATS, CONTACT);
        String page = "/my/cases/" + id + "/supplement";
        UploadForm later = new UploadForm(office, company).with("_version", version(id));
        String made = seen(later.open(page));
        new UploadForm(office, company).put(page + "/fields", "_seen", made, "seats", "31", "contact_name", "林小舟");

        later.with("seats", "33").with("contact_name", "林小舟");
        Web.Answer kept = later.with("_seen", made).send(page + "/save");
        Web.Answer handed = later.send(page);

        for (Web.Answer refused : List.of(kept, handed)) {
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.body())
                    .contains("id=\"seats-error\"", "在别处改成了“31 个”", "value=\"33\"")
                    .doesNotContain("contact_name-error");
        }
        assertThat(later.open(page).body()).contains("value=\"31\"").doesNotContain("value=\"33\"");
        assertThat(later.with("_seen", seen(handed)).send(page).status()).isEqualTo(302);
        assertThat(office.view(company, id).answers()).containsEntry("seats", "33");
    }

    @Test
    void of_pages_that_answer_one_field_in_the_same_moment_one_is_kept_and_the_others_are_told() {
        Visitor company = office.aCompany();
        UUID id = noticed(company, SEATS);
        String page = "/my/cases/" + id + "/supplement";
        new UploadForm(office, company).put(page + "/fields", "seats", "31");
        String made = seen(new UploadForm(office, company).open(page));

        List<Future<String>> told = new ArrayList<>();
        try (var pages = Executors.newVirtualThreadPerTaskExecutor()) {
            transaction.executeWithoutResult(status -> {
                db.execute("select 1 from casework.draft where id = ? for update", id);
                IntStream.range(41, 45)
                        .forEach(seats -> told.add(pages.submit(() -> new UploadForm(office, company)
                                .put(page + "/fields", "_seen", made, "seats", String.valueOf(seats))
                                .body())));
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> Locks.waiting(db, "pg_advisory_xact_lock", "casework.draft") >= told.size());
            });
        }

        List<String> answers = told.stream().map(Future::resultNow).toList();
        String stays = IntStream.range(41, 45)
                .filter(seats -> !answers.get(seats - 41).contains("没有自动保存"))
                .mapToObj(String::valueOf)
                .collect(Collectors.joining(" and "));
        assertThat(answers)
                .filteredOn(one -> one.contains("在别处改成了“" + stays + " 个”"))
                .hasSize(3);
        assertThat(new UploadForm(office, company).open(page).body()).contains("value=\"" + stays + "\"");
    }

    @Test
    void what_two_pages_changed_is_told_of_after_a_file_that_could_not_be_taken_too() {
        Visitor company = office.aCompany();
        UUID id = noticed(company, SEATS, SINK);
        String page = "/my/cases/" + id + "/supplement";
        UploadForm later = new UploadForm(office, company);
        String made = seen(later.open(page));
        new UploadForm(office, company).put(page + "/fields", "_seen", made, "seats", "31");

        Web.Answer bad = later.with("_seen", made)
                .with("seats", "33")
                .file("materials." + LAYOUT, "图.exe", PROGRAM)
                .send(page + "/save");
        Web.Answer told = new UploadForm(office, company)
                .with("_seen", seen(bad))
                .with("seats", "33")
                .send(page + "/save");

        assertThat(bad.status()).isEqualTo(422);
        assertThat(told.status()).isEqualTo(409);
        assertThat(told.body()).contains("在别处改成了“31 个”", "value=\"33\"");
    }

    @Test
    void a_file_of_a_correction_that_is_unticked_is_kept_no_more_until_it_is_ticked_again() {
        Visitor company = office.aCompany();
        UUID id = noticed(company);
        String page = "/my/cases/" + id + "/supplement";
        UploadForm form = new UploadForm(office, company).file("materials." + LAYOUT, "新图.pdf", PDF);
        form.send(page + "/save");
        Web.Answer open = form.open(page);
        String file = kept(LAYOUT, open);
        assertThat(shown(open)).containsExactly(file);

        form.put(page + "/fields", "_shown", file);
        assertThat(form.open(page).body()).doesNotContain("新图.pdf");
        form.put(page + "/fields", "_shown", file, "_kept." + LAYOUT, file);
        assertThat(form.open(page).body()).containsOnlyOnce("新图.pdf");
    }

    @Test
    void a_correction_keeps_no_more_files_than_an_application_may_have() {
        Visitor company = office.aCompany();
        UUID id = noticed(company);
        String page = "/my/cases/" + id + "/supplement";
        assertThat(pictures(company, 1, 60).send(page + "/save").status()).isEqualTo(302);

        Web.Answer refused = pictures(company, 61, 101).send(page + "/save");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("最多 100 份文件");
        assertThat(new UploadForm(office, company).open(page).body())
                .contains("第60张.pdf")
                .doesNotContain("第61张.pdf");
        assertThat(pictures(company, 61, 100).send(page + "/save").status()).isEqualTo(302);
    }

    private UploadForm pictures(Visitor company, int first, int last) {
        UploadForm form = new UploadForm(office, company);
        for (int i = first; i <= last; i++) {
            form.file("materials." + LAYOUT, "第" + i + "张.pdf", PDF);
        }
        return form;
    }

    @Test
    void a_file_of_a_paper_that_is_asked_for_no_more_stays_kept_when_handing_in_is_refused() {
        Visitor company = office.aCompany();
        UUID id = noticed(company, new Defect(null, "water", "现场是山泉", "请改成自己取水"), SINK);
        String page = "/my/cases/" + id + "/supplement";
        UploadForm form = new UploadForm(office, company).with("_version", version(id));
        Map.of("water", "own", "water_place", "屋后泉眼", "water_amount", "1.5", "water_report", "yes")
                .forEach(form::with);
        form.file("materials.water_report", "水质.pdf", PDF).send(page + "/save");
        String file = kept("water_report", form.open(page));

        Web.Answer refused = new UploadForm(office, company)
                .with("_version", version(id))
                .with("water", "tap")
                .with("_shown", file)
                .with("_kept.water_report", file)
                .send(page);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(form.open(page).body()).contains("水质.pdf");
    }

    @Test
    void a_page_of_a_correction_that_could_not_be_kept_still_says_which_files_it_showed() {
        Visitor company = office.aCompany();
        UUID id = noticed(company, SINK, CONTACT);
        String page = "/my/cases/" + id + "/supplement";
        UploadForm form = new UploadForm(office, company).file("materials." + LAYOUT, "旧图.pdf", PDF);
        form.send(page + "/save");
        String file = kept(LAYOUT, form.open(page));

        UploadForm unticked =
                new UploadForm(office, company).with("_version", version(id)).with("_shown", file);
        Web.Answer refused = unticked.with("contact_name", "林".repeat(3000)).send(page);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(shown(refused)).containsExactly(file);
        assertThat(unticked.with("contact_name", "林小舟")
                        .file("materials." + LAYOUT, "新图.pdf", PDF)
                        .send(page)
                        .status())
                .isEqualTo(302);
        assertThat(office.handed(id, LAYOUT))
                .extracting(SubmittedMaterial::name)
                .containsExactly("新图.pdf");
    }

    @Test
    void a_correction_that_was_not_saved_by_itself_asks_for_no_button_that_is_not_there() {
        Visitor company = office.aCompany();
        UUID id = noticed(company);

        assertThat(new UploadForm(office, company)
                        .open("/my/cases/" + id + "/supplement")
                        .body())
                .contains("data-failed=\"没有自动存下，内容还在这一页上，请稍后再改一处重试\"")
                .doesNotContain("请按“保存”");
    }

    @Test
    void what_was_kept_for_one_notice_is_not_shown_with_the_next() {
        Visitor company = office.aCompany();
        UUID id = office.submitted(company).caseId();
        office.act(office.officer("accept"), id, situations.notice());
        String page = "/my/cases/" + id + "/supplement";
        new UploadForm(office, company)
                .file("materials." + LAYOUT, "旧图.pdf", PDF)
                .send(page + "/save");
        clock.set("2026-10-09T10:30");
        office.act(company, id, situations.supplement(company));
        office.act(office.aSupervisor(), id, new CaseAct.AllowNotice("图纸又有变化"));
        office.act(
                office.officer("accept"), id, new CaseAct.Notice(List.of(new Defect(LAYOUT, null, "没有标出口", "请标出口"))));

        assertThat(new UploadForm(office, company).open(page).body())
                .contains("没有标出口")
                .doesNotContain("旧图.pdf");
        assertThat(new UploadForm(office, company)
                        .put(page + "/fields", "seats", "1")
                        .status())
                .isEqualTo(200);
        assertThat(new UploadForm(office, company).open(page).body()).doesNotContain("旧图.pdf");
    }

    @Test
    void an_answer_that_the_notice_was_wrong_about_is_handed_in_as_it_stands() {
        Visitor company = office.aCompany();
        UUID id = office.submitted(company).caseId();
        var wrong = new Defect(null, "contact_phone", "打不通", "请核对");
        office.act(office.officer("accept"), id, new CaseAct.Notice(List.of(wrong)));
        Object phone = requireNonNull(office.view(company, id).answers().get("contact_phone"));
        UploadForm form =
                new UploadForm(office, company).with("_version", version(id)).with("contact_phone", phone.toString());

        Web.Answer taken = form.send("/my/cases/" + id + "/supplement");

        assertThat(taken.status()).as(taken.body()).isEqualTo(302);
        assertThat(office.view(id).state()).isEqualTo(State.SUBMITTED);
    }

    @Test
    void the_paper_that_a_corrected_answer_asks_for_is_uploaded_under_it() {
        Visitor company = office.aCompany();
        UUID id = office.submitted(company).caseId();
        var water = new Defect(null, "water", "现场是山泉", "请改成自己取水");
        office.act(office.officer("accept"), id, new CaseAct.Notice(List.of(water)));
        String page = "/my/cases/" + id + "/supplement";
        Map<String, String> own =
                Map.of("water", "own", "water_place", "屋后泉眼", "water_amount", "1.5", "water_report", "yes");
        UploadForm form = new UploadForm(office, company).with("_version", version(id));
        own.forEach(form::with);
        assertThat(form.open(page).body())
                .contains("#ask:not(:has(#water_report--yes:checked)) #p-water_report{display:none}")
                .contains("id=\"materials.water_report\"");

        Web.Answer refused = form.send(page);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("<a href=\"#materials.water_report\">水质检测报告：还没有选文件");
        var body = Api.JSON.createObjectNode().put("version", office.view(id).version());
        body.set("answers", Api.JSON.valueToTree(own));
        body.putArray("materials");
        assertThat(office.api(company)
                        .post("/api/v1/cases/" + id + "/supplement", body)
                        .fields())
                .containsExactly("materials.water_report");
        assertThat(form.file("materials.water_report", "水质.pdf", PDF).send(page).status())
                .isEqualTo(302);
        assertThat(office.handed(id, "water_report"))
                .extracting(SubmittedMaterial::name)
                .containsExactly("水质.pdf");
    }

    @Test
    void corrections_whose_button_is_pressed_twice_are_handed_in_once_and_lead_to_the_case_both_times() {
        Visitor company = office.aCompany();
        UUID id = noticed(company);
        UploadForm form = new UploadForm(office, company).with("_version", version(id));
        form.file("materials." + LAYOUT, "新图.pdf", PDF).file("materials." + RULES, "制度.pdf", PDF);

        String once = "/my/cases/" + id + "/supplement?once=" + UUID.randomUUID();
        Web.Answer first = form.send(once);
        String handedIn = version(id);
        Web.Answer second = form.send(once);

        assertThat(first.status()).as(first.body()).isEqualTo(302);
        assertThat(second.status()).as(second.body()).isEqualTo(302);
        assertThat(second.location()).isEqualTo(first.location());
        assertThat(version(id)).isEqualTo(handedIn);
    }

    @Test
    void a_correction_of_a_case_that_changed_meanwhile_keeps_its_files_chosen() {
        Visitor company = office.aCompany();
        UUID id = noticed(company);
        String page = "/my/cases/" + id + "/supplement";
        UploadForm form = new UploadForm(office, company).with("_version", "1");
        form.file("materials." + LAYOUT, "新图.pdf", PDF).file("materials." + RULES, "制度.pdf", PDF);

        Web.Answer refused = form.send(page);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("这个办件刚刚有了变化", "name=\"_version\" value=\"" + version(id) + "\"");
        UploadForm again = new UploadForm(office, company)
                .with("_version", version(id))
                .with("_kept." + LAYOUT, kept(LAYOUT, refused));
        assertThat(again.with("_kept." + RULES, kept(RULES, refused)).send(page).status())
                .isEqualTo(302);
        assertThat(office.handed(id, LAYOUT))
                .extracting(SubmittedMaterial::name)
                .containsExactly("新图.pdf");
    }

    @Test
    void a_file_is_kept_for_its_owner_alone_and_every_material_without_one_is_named() {
        Visitor company = office.aCompany();
        UUID id = noticed(company);
        String page = "/my/cases/" + id + "/supplement";
        UUID theirs = office.upload(office.aCompany(), "theirs");
        UploadForm stolen = new UploadForm(office, company)
                .with("_version", version(id))
                .with("_kept." + LAYOUT, theirs.toString());

        Web.Answer refused = stolen.send(page);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("先前上传的文件已经不在").doesNotContain(theirs.toString());
        assertThat(new UploadForm(office, company)
                        .with("_version", version(id))
                        .send(page)
                        .body())
                .contains("设备布局和操作流程文件：还没有选新的文件", "食品安全自查、从业人员健康管理制度：还没有选新的文件");
        assertThat(office.view(id).state()).isEqualTo(State.CORRECTING);
    }

    @Test
    void a_scan_for_a_correction_at_the_window_stays_chosen_when_another_is_bad() {
        UUID id = noticed(office.aCompany());
        Visitor clerk = office.officer("accept");
        String page = "/desk/cases/" + id + "/act/supplement";
        UploadForm first =
                new UploadForm(office, clerk).with("version", version(id)).file("file." + LAYOUT, "图.pdf", PDF);

        Web.Answer refused = first.file("file." + RULES, "制度.exe", PROGRAM).send(page);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("“制度.exe”没有收", "每份最多 20 MB")
                .containsPattern(tied("materials." + RULES + "-error file." + RULES + "-hint\" aria-invalid=\"true"));
        UploadForm again = new UploadForm(office, clerk)
                .with("version", version(id))
                .with("_kept." + LAYOUT, kept(LAYOUT, refused));

        assertThat(again.with("paper." + RULES, "yes").send(page).status()).isEqualTo(302);
        assertThat(office.handed(id, LAYOUT))
                .extracting(SubmittedMaterial::name)
                .containsExactly("图.pdf");
        assertThat(office.handed(id, RULES)).extracting(SubmittedMaterial::file).containsOnlyNulls();
    }

    private UUID noticed(Visitor company) {
        return noticed(company, SINK, new Defect(RULES, null, "没有签字", "请签字"));
    }

    private UUID noticed(Visitor company, Defect... defects) {
        UUID id = office.submitted(company).caseId();
        office.act(office.officer("accept"), id, new CaseAct.Notice(List.of(defects)));
        return id;
    }

    private String version(UUID id) {
        return String.valueOf(office.view(id).version());
    }

    /** What the page was made from, as it says itself. */
    private static String seen(Web.Answer page) {
        var seen =
                Pattern.compile("name=\"_seen\" id=\"seen\" value=\"([^\"]*)\"").matcher(page.body());
        assertThat(seen.find()).as(page.body()).isTrue();
        return seen.group(1);
    }

    /** The files that the page says it shows. */
    private static List<String> shown(Web.Answer page) {
        return Pattern.compile("name=\"_shown\" value=\"([^\"]*)\"")
                .matcher(page.body())
                .results()
                .map(shown -> shown.group(1))
                .toList();
    }
}
