package org.yichuang.casework.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.yichuang.casework.CaseAct;
import org.yichuang.casework.Verdict;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.catalogue.document.DemoItems;
import org.yichuang.documents.LetterKind;

/** A grant ends in one certificate, where the item has one. */
class CertificateTest {
    private static final String TIME = "2026-10-09T10:24";
    private static final String STEPS = "procedure:\n  steps:\n";
    private static final ItemVersion AT_ONCE = DemoItems.item("small_catering");
    private static final ItemVersion IN_TWO_STEPS =
            DemoItems.changed(AT_ONCE, STEPS, STEPS + step("make", "decide") + step("seal", "make"));

    @Test
    void where_no_step_makes_it_the_grant_does() {
        assertThat(letters(granted(AT_ONCE))).contains(LetterKind.GRANT, LetterKind.CERTIFICATE);
    }

    @Test
    void of_several_steps_that_make_it_the_last_one_does() {
        Result.Done granted = granted(IN_TWO_STEPS);
        Result.Done made = finished(granted.file(), IN_TWO_STEPS, "make");
        Result.Done sealed = finished(made.file(), IN_TWO_STEPS, "seal");

        assertThat(letters(granted)).contains(LetterKind.GRANT).doesNotContain(LetterKind.CERTIFICATE);
        assertThat(letters(made)).isEmpty();
        assertThat(letters(sealed)).containsExactly(LetterKind.CERTIFICATE);
    }

    @Test
    void an_item_that_ends_in_something_else_has_none() {
        ItemVersion other = DemoItems.changed(IN_TWO_STEPS, "kind: CERTIFICATE", "kind: OTHER");
        Result.Done made = finished(granted(other).file(), other, "make");

        assertThat(letters(finished(made.file(), other, "seal"))).isEmpty();
    }

    private static String step(String key, String after) {
        return """
            - key: %s
              kind: ISSUE
              name: 制证 | Issue
              role: ISSUE
              limit: 1 working day
              after: [%s]
        """.formatted(key, after);
    }

    private static Result.Done granted(ItemVersion item) {
        CaseFile submitted = PureCase.submitted(item, TIME);
        return done(done(submitted, item, new CaseAct.Accept()).file(), item, new CaseAct.Grant(""));
    }

    private static Result.Done finished(CaseFile file, ItemVersion item, String step) {
        return done(file, item, new CaseAct.FinishStep(step, Verdict.PASS, "", null));
    }

    private static Result.Done done(CaseFile file, ItemVersion item, CaseAct act) {
        return (Result.Done) file.act(act, PureCase.OFFICER, PureCase.at(item, TIME));
    }

    private static List<LetterKind> letters(Result.Done done) {
        return done.facts().stream()
                .flatMap(fact -> fact.letters().stream())
                .map(Letter::kind)
                .toList();
    }
}
