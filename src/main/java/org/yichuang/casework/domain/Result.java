package org.yichuang.casework.domain;

import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Problem;
import org.yichuang.shared.Problem.FieldError;
import org.yichuang.shared.Text;

/** What became of an act. */
public sealed interface Result {
    String NOT_AUTHORISED = "not-authorised";

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
            @Nullable Denial denial) implements Result {
        public Done with(UnaryOperator<Fact> change) {
            return new Done(file, facts.stream().map(change).toList(), power, denial);
        }
    }

    /**
     * It cannot be done: of this state, by this person, or by a rule.
     *
     * @param status as in HTTP
     * @param needed where it is the register that says no, the acts of which one would have to be authorised
     */
    record No(int status, String slug, Text why, List<String> needed) implements Result {
        No(int status, String slug, Text why) {
            this(status, slug, why, List.of());
        }

        public Problem problem() {
            return problem(why);
        }

        /** @param said in place of the domain's own words */
        public Problem problem(Text said) {
            return new Problem(status, slug, said, List.of());
        }

        static No conflict(String slug, String zh, String en) {
            return new No(409, slug, Text.of(zh, en));
        }

        static No forbidden(String zh, String en) {
            return new No(403, NOT_AUTHORISED, Text.of(zh, en));
        }

        static No unauthorised(List<String> needed, String zh, String en) {
            return new No(403, NOT_AUTHORISED, Text.of(zh, en), needed);
        }
    }

    /** What it was told is wrong or missing. */
    record Wrong(List<FieldError> errors) implements Result {}
}
