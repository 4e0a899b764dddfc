package org.yichuang.casework;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/**
 * A filed denial, for the supervising unit.
 *
 * @param reviewDue when it has to be judged; counted from the answer where the unit was asked
 */
public record DenialRow(
        UUID id,
        UUID caseId,
        String number,
        Text itemName,
        String unit,
        ActKind act,
        DenialFiling filing,
        String officer,
        String post,
        Instant filedAt,
        @Nullable Instant reviewDue,
        @Nullable Review review,
        @Nullable Reply reply) {

    /** What the supervising unit said. */
    public record Review(Judgement judgement, String remark, String by, Instant at) {}

    /** Neither upheld nor reversed: nobody judged it, or it was only questioned. */
    public boolean open() {
        return review == null || review.judgement() == Judgement.QUESTIONED;
    }

    /** Whether its review is due: nobody judged it, or it was questioned and the unit has answered. */
    public boolean waits() {
        return review == null || (review.judgement() == Judgement.QUESTIONED && reply != null);
    }

    /** What the unit answered to a question. */
    public record Reply(String question, String answer, String by, Instant at) {}

    /** Reversed: the case is open again; who was turned away without one is told to apply anew. */
    public enum Judgement {
        UPHELD("维持", "Upheld"),
        QUESTIONED("质询", "Questioned"),
        REVERSED("撤销", "Reversed");

        private final Text text;

        Judgement(String zh, String en) {
            text = Text.of(zh, en);
        }

        public Text text() {
            return text;
        }
    }
}
