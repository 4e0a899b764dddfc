package org.yichuang.casework;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/** A filed denial, for the supervising unit. */
public record DenialRow(
        UUID id,
        UUID caseId,
        String number,
        Text itemName,

        @Schema(description = "The unit that denied, by its code")
        String unit,

        @Schema(description = "DECLINE, NOT_HERE, NOT_NEEDED or REFUSE")
        ActKind act,

        DenialFiling filing,
        @Schema(description = "The name") String officer,

        @Schema(description = "The post acted in, by its code")
        String post,

        @Schema(description = "When the “no” was said and filed (UTC)")
        Instant filedAt,

        @Schema(
                description = "When it has to be judged, counted from the answer where the unit was asked; null: the"
                        + " calendar does not say")
        @Nullable
        Instant reviewDue,

        @Schema(description = "The last judgement; null: none yet") @Nullable
        Review review,

        @Schema(description = "What the unit answered to the last question; null: nothing so far") @Nullable
        Reply reply) {

    /** What the supervising unit said. */
    public record Review(
            @Schema(description = "What the supervising unit said to it")
            Judgement judgement,

            @Schema(description = "Why; with QUESTIONED what it asks")
            String remark,

            @Schema(description = "Name of the supervisor") String by,

            @Schema(description = "When it was judged (UTC)")
            Instant at) {}

    /** Neither upheld nor reversed: nobody judged it, or it was only questioned. */
    public boolean open() {
        return review == null || review.judgement() == Judgement.QUESTIONED;
    }

    /** Whether its review is due: nobody judged it, or it was questioned and the unit has answered. */
    public boolean waits() {
        return review == null || (review.judgement() == Judgement.QUESTIONED && reply != null);
    }

    /** Since when it waits, while it is open: it was filed, the unit was asked, or it has answered. */
    public Instant since() {
        return reply != null ? reply.at() : review != null ? review.at() : filedAt;
    }

    /** What the unit answered to a question. */
    public record Reply(
            @Schema(description = "What the supervising unit asked")
            String question,

            @Schema(description = "What the unit answered") String answer,

            @Schema(description = "Name of the officer who answered")
            String by,

            @Schema(description = "When it was answered (UTC)")
            Instant at) {}

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
