package org.yichuang.casework.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.yichuang.casework.web.UploadForm.*;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;
import org.yichuang.casework.Answers;
import org.yichuang.casework.Draft;
import org.yichuang.casework.Drafts;
import org.yichuang.casework.Office;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.catalogue.FieldType;
import org.yichuang.identity.Accounts;
import org.yichuang.identity.signin.Sessions;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.CityTest;
import org.yichuang.support.Locks;
import org.yichuang.support.Web;

/** Several files in one form, one of them bad: the good ones need not be chosen again. */
@CityTest
class UploadsTests {
    @Autowired
    private Office office;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Sessions sessions;

    @Autowired
    private DSLContext db;

    @Autowired
    private TransactionTemplate transaction;

    @LocalServerPort
    private int port;

    @Test
    void the_good_ones_of_several_files_for_a_material_are_in_the_draft_when_one_is_bad() {
        Visitor company = office.aCompany();
        Draft draft = drafts.start(company, Office.FOOD, Answers.XIHU, null);
        UploadForm form =
                new UploadForm(office, company).file("file", "第一页.pdf", PDF).file("file", "空.pdf", "");

        Web.Answer refused =
                form.file("file", "第二页.pdf", PDF).send("/apply/draft/" + draft.id() + "/materials/" + LAYOUT);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("设备布局和操作流程文件：“空.pdf”没有收：文件是空的", "第一页.pdf", "第二页.pdf")
                .containsPattern(tied("materials." + LAYOUT + "-error f-" + LAYOUT + "-hint\" aria-invalid=\"true"));
        assertThat(drafts.get(company, draft.id()).materials())
                .extracting(SubmittedMaterial::name)
                .containsExactly("第一页.pdf", "第二页.pdf");
    }

    @Test
    void sixty_photographs_are_taken_at_once_and_of_five_hundred_it_is_said_that_they_are_too_many() {
        Visitor company = office.aCompany();
        Draft draft = drafts.start(company, Office.FOOD, Answers.XIHU, null);
        String page = "/apply/draft/" + draft.id() + "/materials/" + LAYOUT;

        Web.Answer taken = photographs(company, 60).send(page);
        Web.Answer refused = photographs(company, 500).send(page);

        assertThat(taken.status()).as(taken.body()).isEqualTo(302);
        assertThat(drafts.get(company, draft.id()).materials()).hasSize(60);
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.body()).contains("一次传的文件太多", "最多 500 个");
    }

    @Test
    void of_too_many_parts_a_program_is_told_how_many_there_may_be() {
        String token = sessions.open(accounts.get(office.aCompany().id()), true, "test")
                .token();
        String part = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n" + PDF + "\r\n";

        for (Web program :
                List.of(new Web(port).bearer(token), new Web(port).bearer(token).keyed())) {
            Web.Answer refused = program.send(
                    "POST", "/api/v1/files", "multipart/form-data; boundary=x", part.repeat(501) + "--x--\r\n");

            assertThat(refused.status()).isEqualTo(413);
            assertThat(refused.body()).contains("urn:yichuang:problem:too-many-files", "最多 500 个", "at most 500");
        }
    }

    private UploadForm photographs(Visitor who, int many) {
        UploadForm form = new UploadForm(office, who);
        for (int i = 0; i < many; i++) {
            form.file("file", "照片" + i + ".pdf", PDF);
        }
        return form;
    }

    @Test
    void a_scan_at_the_window_stays_chosen_when_another_is_bad_or_an_answer_is_wrong() {
        Visitor applicant = office.aCompany();
        Visitor clerk = office.officer("accept");
        String page = "/desk/intake/" + Office.FOOD + "/" + applicant.id();
        UploadForm first = intake(clerk).with("premises_area", "八十六");
        first.file("file." + LAYOUT, "图.pdf", PDF).file("file." + RULES, "制度.exe", PROGRAM);

        Web.Answer badFile = first.send(action(page, first.open(page)));
        assertThat(badFile.status()).isEqualTo(422);
        assertThat(badFile.body())
                .contains("“制度.exe”没有收", "每份最多 20 MB")
                .containsPattern(tied("materials." + RULES + "-error file." + RULES + "-hint\" aria-invalid=\"true"))
                .containsPattern(tied("file." + LAYOUT + "-hint"));
        String layout = kept(LAYOUT, badFile);

        UploadForm second = intake(clerk).with("premises_area", "八十六").with("_kept." + LAYOUT, layout);
        Web.Answer badAnswer = second.file("file." + RULES, "制度.pdf", PDF).send(action(page, badFile));
        assertThat(badAnswer.status()).isEqualTo(422);
        assertThat(badAnswer.body()).contains("请写数字");
        assertThat(kept(LAYOUT, badAnswer)).isEqualTo(layout);

        UploadForm third = intake(clerk).with("_kept." + LAYOUT, layout).with("_kept." + RULES, kept(RULES, badAnswer));
        Web.Answer received = third.send(action(page, badAnswer));
        assertThat(received.status()).as(received.body()).isEqualTo(302);
        UUID id = UUID.fromString(requireNonNull(received.location()).split("/")[3]);
        assertThat(office.handed(id, LAYOUT))
                .extracting(SubmittedMaterial::name)
                .containsExactly("图.pdf");
        assertThat(office.handed(id, RULES)).extracting(SubmittedMaterial::name).containsExactly("制度.pdf");
    }

    @Test
    void a_form_whose_file_is_deleted_as_it_is_taken_says_so_and_may_be_sent_again() throws Exception {
        Visitor applicant = office.aCompany();
        Visitor clerk = office.officer("accept");
        String page = "/desk/intake/" + Office.FOOD + "/" + applicant.id();
        String unused =
                PDF + "% " + UUID.randomUUID(); // the same upload of one person is one file, kept once it is used
        UploadForm first = intake(clerk).with("premises_area", "八十六").file("file." + LAYOUT, "图.pdf", unused);
        Web.Answer wrong = first.send(action(page, first.open(page)));
        String file = kept(LAYOUT, wrong);
        UploadForm form = intake(clerk).with("contact_phone", "13900000099").with("_kept." + LAYOUT, file);

        Web.Answer refused = whileItIsDeleted(file, () -> form.send(action(page, wrong)));

        assertThat(refused.status()).as(refused.location() + refused.body()).isEqualTo(422);
        assertThat(refused.body())
                .contains("<a href=\"#materials\">", "id=\"materials-error\"", "刚刚被删除", "value=\"13900000099\"");
        assertThat(office.cases(applicant)).isZero();
        Web.Answer received = intake(clerk).file("file." + LAYOUT, "图.pdf", PDF).send(action(page, wrong));
        assertThat(received.status()).as(received.body()).isEqualTo(302);
        assertThat(office.cases(applicant)).isEqualTo(1);
    }

    /** The row goes when the request waits for it already. */
    private Web.Answer whileItIsDeleted(String file, Callable<Web.Answer> request) throws Exception {
        try (var thread = Executors.newSingleThreadExecutor()) {
            Future<Web.Answer> answer = requireNonNull(transaction.execute(status -> {
                assertThat(db.execute("delete from documents.file where id = ?", UUID.fromString(file)))
                        .isEqualTo(1);
                int holding = Locks.connection(db);
                Future<Web.Answer> sent = thread.submit(request);
                await().until(() -> sent.isDone() || Locks.awaited(db, holding));
                return sent;
            }));
            return answer.get();
        }
    }

    @Test
    void numbers_are_received_at_the_window_as_people_type_them() {
        String page = "/desk/intake/" + Office.FOOD + "/" + office.aCompany().id();
        UploadForm form = intake(office.officer("accept"))
                .with("contact_phone", "138 0013 8000")
                .with("seats", "１２");

        Web.Answer received = form.with("uscc", "9111 0000 6000 3734 1l").send(page);

        assertThat(received.status()).as(received.body()).isEqualTo(302);
        UUID id = UUID.fromString(requireNonNull(received.location()).split("/")[3]);
        assertThat(office.view(office.owner(id), id).answers())
                .containsEntry("contact_phone", "13800138000")
                .containsEntry("seats", "12")
                .containsEntry("uscc", "91110000600037341L");
    }

    private UploadForm intake(Visitor clerk) {
        UploadForm form = new UploadForm(office, clerk).with("then", "receive").with("agentName", "林晓");
        Answers.fitting(office.item(Office.FOOD))
                .forEach((key, answer) -> FieldType.values(answer).forEach(value -> form.with(key, value)));
        return form;
    }
}
