package org.yichuang.journal.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.yichuang.journal.KeptFiles;
import org.yichuang.journal.SubjectFilings;
import org.yichuang.journal.SubjectHeads;
import org.yichuang.journal.SubjectLetters;
import org.yichuang.journal.SubjectStates;
import org.yichuang.support.CityTest;
import org.yichuang.support.Plans;

/** One chain is verified by indexes alone, however many cases there are. */
@CityTest
class OneSubjectTests {
    @Autowired
    DSLContext dsl;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    List<SubjectHeads> heads;

    @Autowired
    List<SubjectLetters> letters;

    @Autowired
    List<SubjectFilings> filings;

    @Autowired
    List<SubjectStates> states;

    @Autowired
    List<KeptFiles> files;

    private final UUID id = UUID.randomUUID();

    @Test
    void its_end_is_found_by_keys() {
        assertThat(Plans.of(dsl, new ChainEnds(heads).one(dsl, "case:" + id)))
                .contains("case_file_pkey")
                .doesNotContain("Seq Scan");
    }

    @Test
    void its_letters_are_found_by_the_key_of_their_case() {
        String sql = LetterCheck.UNNAMED.formatted("documents.published_letters") + LetterCheck.OF_ONE;

        assertThat(Plans.of(dsl, dsl.resultQuery(sql, "case:" + id, id)))
                .contains("letter_case_id_kind_nth_key")
                .doesNotContain("Seq Scan");
    }

    @Test
    void what_was_filed_is_found_by_the_key_of_its_case() {
        String sql = FilingCheck.KEPT.formatted(FilingCheck.all(filings));

        assertThat(Plans.of(dsl, dsl.resultQuery(sql, (Object) new UUID[] {id})))
                .contains("case_file_pkey")
                .doesNotContain("Seq Scan");
    }

    @Test
    void its_state_is_found_by_its_key() {
        String sql = StateCheck.KEPT.formatted(states.getFirst().select());

        assertThat(Plans.of(dsl, dsl.resultQuery(sql, (Object) new UUID[] {id})))
                .contains("case_file_pkey")
                .doesNotContain("Seq Scan");
    }

    @Test
    void the_pdfs_of_its_letters_are_found_by_the_key_of_their_case() {
        String sql = LetterCheck.UNPRINTED.formatted(letters.getFirst().prints()) + LetterCheck.OF_ONE;

        // while hardly any letter was printed, the index of those that were is as short a way
        transaction.executeWithoutResult(status -> {
            dsl.execute("drop index documents.letter_of_content");
            assertThat(Plans.of(dsl, dsl.resultQuery(sql, "case:" + id, id)))
                    .contains("letter_case_id_kind_nth_key", "content_pkey")
                    .doesNotContain("Seq Scan");
            status.setRollbackOnly();
        });
    }

    @Test
    void its_files_are_found_by_keys() {
        var check = new FileCheck(dsl, filings, files, found -> {});

        assertThat(Plans.of(dsl, check.ofOne("case:" + id, id)))
                .contains("case_file_pkey", "file_pkey", "content_pkey")
                .doesNotContain("Seq Scan");
    }
}
