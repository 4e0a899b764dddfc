package org.yichuang.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/**
 * What the applicant gets when the item is granted.
 *
 * @param months how many months the certificate is valid, null when it does not end or the law names no number
 * @param validity the same in words, with what the number does not say (renewal, yearly checks); null: nothing to say
 * @param holder the field that says whom the document names (the company being set up); empty or unanswered: the applicant
 * @param remedies how a decision against the applicant is contested, in whole sentences, where a law gives another way
 *     than review and suit; null: those
 * @param remediesOfDecision that way is for the decision alone: a "no" at intake is contested by review and suit
 * @param prints what else the document says, from the answers, in this order; nothing of the form besides
 */
public record Outcome(
        Text name,
        Kind kind,
        @Nullable Integer months,
        @Nullable Text validity,
        String holder,
        @Nullable Text remedies,
        boolean remediesOfDecision,
        List<Print> prints) {
    public static final Outcome UNDECLARED =
            new Outcome(Text.of("", ""), Kind.OTHER, null, null, "", null, false, List.of());

    public Outcome {
        prints = List.copyOf(prints);
    }

    /** How a "no" is contested, null: by review and suit. */
    public @Nullable Text remedies(boolean decided) {
        return decided || !remediesOfDecision ? remedies : null;
    }

    /**
     * One row of the document; left out when none of its fields was answered.
     *
     * @param of the fields whose answers it says, one after the other; two days are said as a span
     */
    public record Print(Text label, List<String> of) {
        public Print {
            of = List.copyOf(of);
        }
    }

    /** The three kinds of result of the national code table. */
    public enum Kind {
        CERTIFICATE("证照", "Certificate"),
        APPROVAL("批文", "Approval document"),
        OTHER("其他", "Other");

        private final Text text;

        Kind(String zh, String en) {
            this.text = Text.of(zh, en);
        }

        public Text text() {
            return text;
        }
    }
}
