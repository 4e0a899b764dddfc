package org.yichuang.casework;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/** A step of a case's procedure. */
public record CaseStep(
        @Schema(description = "What finishing it takes as {step}")
        String key,

        @Schema(description = "REVIEW, SURVEY, EXPERT, HEARING, DECISION, ISSUE or DELIVERY")
        String kind,

        Text name,

        @Schema(description = "The key of the register's act that it takes: `review`")
        String act,

        @Schema(description = "It takes two officers; for a decision: another makes it than who reviewed")
        boolean fourEyes,

        @Schema(description = "Keys of the steps that come before")
        List<String> after,

        @Schema(description = "How far the step is") Progress progress,

        @Schema(description = "Null: paused, or in a year that is not known") @Nullable
        Instant dueAt,

        @Schema(description = "Null while it is not done") @Nullable
        Done done) {
    /** The register's acts of the steps in which the substance is looked into. */
    private static final Set<String> CHECKS = Set.of("review", "survey", "expert");

    /** How far a step is. */
    public enum Progress {
        /** Others come first. */
        WAITING,
        OPEN,
        DONE,
        /** Not needed any more: the case ended before. */
        SKIPPED
    }

    /** Who did it, and what came out. */
    public record Done(
            @Schema(description = "The account") UUID officer,

            @Schema(description = "Name of the officer who did it")
            String name,

            @Schema(description = "The post acted in, by its code")
            String post,

            @Schema(description = "The name of the second officer; null where there was none") @Nullable
            String companion,

            @Schema(description = "What the step found") Verdict verdict,

            @Schema(description = "In the words of the officer; of a decision its reasons")
            String opinion,

            @Schema(description = "When it was done (UTC)") Instant at,

            @Schema(description = "The version of the case that an opinion made; null for a decision") @Nullable
            Integer version,

            @Schema(description = "The second officer's account; null where there was none") @Nullable
            UUID companionId) {

        /** Whether it was done by this officer, alone or as one of two. */
        public boolean by(UUID account) {
            return account.equals(officer) || account.equals(companionId);
        }
    }

    /** AL-34: a check of the substance, which two officers make. */
    public boolean takesTwo() {
        return fourEyes && CHECKS.contains(act);
    }

    /** There is nothing to find in it, and no opinion to give. */
    public boolean makesCertificate() {
        return act.equals("issue");
    }

    public boolean open() {
        return progress == Progress.OPEN;
    }

    public boolean finished() {
        return progress == Progress.DONE;
    }
}
