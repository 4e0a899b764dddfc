package org.yichuang.casework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/**
 * A step of a case's procedure.
 *
 * @param kind as in the catalogue: REVIEW, SURVEY, EXPERT, HEARING, DECISION, ISSUE, DELIVERY
 * @param act the act of the authorisation register that it takes
 * @param dueAt null when it has no due instant: paused, or a year that is not known
 */
public record CaseStep(
        String key,
        String kind,
        Text name,
        String act,
        boolean fourEyes,
        List<String> after,
        Progress progress,
        @Nullable Instant dueAt,
        @Nullable Done done) {

    /** How far a step is. */
    public enum Progress {
        /** Others come first. */
        WAITING,
        OPEN,
        DONE,
        /** Not needed any more: the case ended before. */
        SKIPPED
    }

    /**
     * Who did it, and what came out.
     *
     * @param post the post acted in
     * @param companion the name of the second officer, where there was one
     * @param version the version of the case that an opinion made; null for a decision
     * @param companionId the second officer's account; of what was done before it was kept, null
     */
    public record Done(
            UUID officer,
            String name,
            String post,
            @Nullable String companion,
            Verdict verdict,
            String opinion,
            Instant at,
            @Nullable Integer version,
            @Nullable UUID companionId) {

        /** Whether it was done by this officer, alone or as one of two. */
        public boolean by(UUID account) {
            return account.equals(officer) || account.equals(companionId);
        }
    }

    /** AL-34: a check on site, which takes two officers. */
    public boolean takesTwo() {
        return fourEyes && act.equals("survey");
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
