package org.yichuang.casework.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yichuang.documents.LetterContent.Row;
import org.yichuang.documents.LetterKind;
import org.yichuang.shared.Text;

/**
 * A letter to be written: what is particular to it. Case, item, addressee, issuer and standard wording are added.
 *
 * @param nth of its kind in the case
 * @param facts label and value, in Chinese as the letter is
 * @param points defects, reasons
 * @param articles that a "no" stands on, as the officer named them; they stand in the letter's last sentence alone
 * @param title in place of its kind's; null where it is called as its kind
 */
public record Letter(
        LetterKind kind,
        int nth,
        List<Row> facts,
        List<String> points,
        List<String> articles,
        @Nullable String title) {
    Letter called(Text title) {
        return new Letter(kind, nth, facts, points, articles, title.zh());
    }

    Letter citing(List<String> articles) {
        return new Letter(kind, nth, facts, points, articles, title);
    }
}
