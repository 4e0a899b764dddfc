package org.yichuang.casework.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Problem.FieldError;
import org.yichuang.shared.Text;

/** What became of an act. */
public sealed interface Result {

    /**
     * It is done.
     *
     * @param file the case after it
     * @param facts what goes on record, in order; at least one
     * @param power what the officer acted by; null for others
     * @param denial what was filed before a "no"
     */
    record Done(
            CaseFile file,
            List<Fact> facts,
            @Nullable Power power,
            @Nullable Denial denial) implements Result {}

    /** It cannot be done: of this state, by this person, or by a rule. {@code status} as in HTTP. */
    record No(int status, String slug, Text why) implements Result {
        static No conflict(String slug, String zh, String en) {
            return new No(409, slug, Text.of(zh, en));
        }

        static No forbidden(String zh, String en) {
            return new No(403, "not-authorised", Text.of(zh, en));
        }
    }

    /** What it was told is wrong or missing. */
    record Wrong(List<FieldError> errors) implements Result {}
}
