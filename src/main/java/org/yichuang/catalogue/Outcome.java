package org.yichuang.catalogue;

import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/**
 * What the applicant gets when the item is granted.
 *
 * @param months how many months the certificate is valid, null when it does not end or the law names no number
 * @param validity the same in words, with what the number does not say (renewal, yearly checks); null: nothing to say
 */
public record Outcome(
        Text name,
        Kind kind,
        @Nullable Integer months,
        @Nullable Text validity) {
    public static final Outcome UNDECLARED = new Outcome(Text.of("", ""), Kind.OTHER, null, null);

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
