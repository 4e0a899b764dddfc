package org.yichuang.casework.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yichuang.casework.Draft;
import org.yichuang.casework.Drafts;
import org.yichuang.casework.Office;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.journal.Actor;
import org.yichuang.journal.Entry;
import org.yichuang.journal.Journal;
import org.yichuang.journal.NewEntry;
import org.yichuang.shared.web.Visitor;
import org.yichuang.support.Api;
import org.yichuang.support.CityTest;
import org.yichuang.support.TestClock;
import tools.jackson.databind.node.ObjectNode;

/** A draft begun online, filed by a window's own program for who is there and gave their number. */
@CityTest
class WindowDraftApiTests {
    /** Received by the unit that decides it, and nowhere else. */
    private static final String ONLY_THERE = "vehicle_reg";

    @Autowired
    private Office office;

    @Autowired
    private TestClock clock;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Journal journal;

    @Test
    void a_draft_filed_at_a_window_is_the_applicants_own_and_of_the_item() {
        clock.set("2026-10-09T10:24:00.123456789");
        Visitor officer = office.officer("accept");
        Visitor company = office.aCompany();
        Draft own = drafts.start(company, Office.FOOD, null, null);
        Draft ofAnotherItem = drafts.start(company, "small_catering", null, null);
        Draft theirs = drafts.start(office.aCompany(), Office.FOOD, null, null);

        for (Draft wrong : List.of(theirs, ofAnotherItem)) {
            assertThat(fromDraft(officer, company, wrong).slug()).isEqualTo("draft-changed");
        }
        assertThat(drafts.mine(company)).hasSize(2);
        assertThat(opened(officer, company, Office.FOOD, office.number(company)).status())
                .isEqualTo(200);
        Api.Answer filed = fromDraft(officer, company, own);
        assertThat(filed.status()).as(filed.toString()).isEqualTo(201);
        assertThat(filed.json().path("caseId").asString()).isEqualTo(own.id().toString());
        assertThat(drafts.mine(company)).extracting(Draft::id).containsExactly(ofAnotherItem.id());
        assertThat(fromDraft(officer, company, own).slug()).isEqualTo("draft-changed");
    }

    @Test
    void what_was_saved_of_a_draft_since_it_was_read_is_not_lost_at_the_window() {
        Visitor officer = office.officer("accept");
        Visitor company = office.aCompany();
        Draft read = drafts.start(company, Office.FOOD, null, null);
        opened(officer, company, Office.FOOD, office.number(company));
        clock.set("2026-10-09T10:31");
        Draft saved = drafts.save(company, read.id(), Map.of("address", "外桐坞村屋后 78 号"));

        assertThat(fromDraft(officer, company, read).slug()).isEqualTo("draft-changed");
        assertThat(drafts.mine(company)).containsExactly(saved);
        opened(officer, company, Office.FOOD, office.number(company));
        assertThat(fromDraft(officer, company, saved).status()).isEqualTo(201);
    }

    @Test
    void a_draft_is_filed_by_its_id_and_when_it_was_saved() {
        Visitor officer = office.officer("accept");
        Visitor company = office.aCompany();
        ObjectNode body = filing(officer, company);
        body.putObject("draft").put("id", UUID.randomUUID().toString());

        Api.Answer refused = office.api(officer).post("/api/v1/window-cases", body);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("\"draft.updatedAt\"");
    }

    @Test
    void a_draft_is_filed_by_the_officer_who_opened_it_that_day_by_the_applicants_number() {
        Visitor officer = office.officer("accept");
        Visitor company = office.aCompany();
        Draft draft = drafts.start(company, Office.FOOD, null, null);
        Draft ofAnotherItem = drafts.start(company, "small_catering", null, null);
        String record = "account:" + company.id();

        Api.Answer unseen = fromDraft(officer, company, draft);
        assertThat(unseen.status()).isEqualTo(409);
        assertThat(unseen.slug()).isEqualTo("draft-not-shown");
        assertThat(opened(officer, company, Office.FOOD, office.number(office.aCompany()))
                        .fields())
                .containsExactly("number");
        assertThat(journal.of(record).getLast().kind()).isEqualTo("draft.number-mistaken");
        Api.Answer shown = opened(officer, company, Office.FOOD, " " + office.number(company));

        assertThat(shown.status()).as(shown.text()).isEqualTo(200);
        assertThat(shown.text())
                .contains(draft.id().toString())
                .doesNotContain(ofAnotherItem.id().toString());
        assertThat(journal.of(record).getLast().kind()).isEqualTo("draft.shown");
        assertThat(fromDraft(office.officer("decide"), company, draft).slug())
                .as("another officer")
                .isEqualTo("draft-not-shown");
        clock.set("2026-10-10T10:24");
        assertThat(fromDraft(office.officer("accept"), company, draft).slug())
                .as("the next day")
                .isEqualTo("draft-not-shown");
        assertThat(drafts.mine(company)).hasSize(2);
        opened(office.officer("accept"), company, Office.FOOD, office.number(company));
        assertThat(fromDraft(office.officer("accept"), company, draft).status()).isEqualTo(201);
    }

    @Test
    void a_draft_is_not_filed_under_another_version_of_the_item_than_it_was_shown_under() {
        Visitor officer = office.officer("accept");
        Visitor company = office.aCompany();
        Draft draft = drafts.start(company, Office.FOOD, null, null);
        String before = String.valueOf(draft.version() - 1);
        var payload = Map.of(
                "item", draft.item(),
                "version", before,
                "draft", draft.id().toString(),
                "saved", draft.updatedAt().toString());
        journal.append(new NewEntry("draft.shown", "account:" + company.id(), Actor.of(officer.id()), payload));

        assertThat(fromDraft(officer, company, draft).slug()).isEqualTo("draft-not-shown");

        opened(officer, company, Office.FOOD, office.number(company));
        assertThat(fromDraft(officer, company, draft).status()).isEqualTo(201);
    }

    @Test
    void a_program_is_shown_no_draft_of_an_item_that_its_officer_may_not_receive_nor_after_five_wrong_numbers() {
        Visitor company = office.aCompany();
        drafts.start(company, Office.FOOD, null, null);
        Visitor officer = office.officer("accept");
        String anothers = office.number(office.aCompany());

        assertThat(opened(officer, company, ONLY_THERE, office.number(company)).status())
                .isEqualTo(403);
        for (int i = 0; i < 5; i++) {
            assertThat(opened(officer, company, Office.FOOD, anothers).status()).isEqualTo(422);
        }
        assertThat(opened(officer, company, Office.FOOD, office.number(company)).slug())
                .isEqualTo("too-many-numbers");
        assertThat(journal.of("account:" + company.id()))
                .extracting(Entry::kind)
                .doesNotContain("draft.shown");
    }

    @Test
    void a_file_of_the_applicant_is_read_and_handed_in_at_a_window_only_with_the_draft_that_was_shown_there() {
        Visitor officer = office.officer("accept");
        Visitor company = office.aCompany();
        List<SubmittedMaterial> uploaded =
                office.application(company, Office.FOOD).materials();
        Draft draft = drafts.start(company, Office.FOOD, null, null);
        SubmittedMaterial handed = uploaded.getFirst();
        Draft saved = drafts.attach(company, draft.id(), handed);
        String file = "/api/v1/window-drafts/" + saved.id() + "/files/" + handed.file() + "?applicant=" + company.id()
                + "&item=" + Office.FOOD;
        assertThat(office.api(officer).get(file).status()).as("not shown yet").isEqualTo(404);
        opened(officer, company, Office.FOOD, office.number(company));
        assertThat(office.api(officer).get(file).text()).startsWith("%PDF");
        assertThat(journal.of("account:" + company.id()).getLast().kind()).isEqualTo("draft.file-opened");
        ObjectNode body = filing(officer, company);
        body.putObject("draft")
                .put("id", saved.id().toString())
                .put("updatedAt", saved.updatedAt().toString());
        ObjectNode application = (ObjectNode) body.get("application");
        application.set("materials", Api.JSON.valueToTree(uploaded));

        assertThat(office.api(officer).post("/api/v1/window-cases", body).fields())
                .containsExactlyElementsOf(IntStream.range(1, uploaded.size())
                        .mapToObj(nth -> "materials[" + nth + "].file")
                        .toList());
        List<SubmittedMaterial> own =
                new ArrayList<>(office.application(officer, Office.FOOD).materials());
        own.set(0, handed);
        application.set("materials", Api.JSON.valueToTree(own));
        assertThat(office.api(officer).post("/api/v1/window-cases", body).status())
                .isEqualTo(201);
    }

    private Api.Answer opened(Visitor officer, Visitor applicant, String item, String number) {
        ObjectNode body = Api.JSON
                .createObjectNode()
                .put("applicant", applicant.id().toString())
                .put("item", item)
                .put("number", number);
        return office.api(officer).post("/api/v1/window-drafts", body);
    }

    private Api.Answer fromDraft(Visitor officer, Visitor company, Draft draft) {
        ObjectNode body = filing(officer, company);
        body.putObject("draft")
                .put("id", draft.id().toString())
                .put("updatedAt", draft.updatedAt().toString());
        return office.api(officer).post("/api/v1/window-cases", body);
    }

    private ObjectNode filing(Visitor officer, Visitor company) {
        ObjectNode body = Api.JSON
                .createObjectNode()
                .put("applicant", company.id().toString())
                .put("agentName", "林晓")
                .put("then", "RECEIVE");
        body.set("application", Api.JSON.valueToTree(office.application(officer, Office.FOOD)));
        return body;
    }
}
