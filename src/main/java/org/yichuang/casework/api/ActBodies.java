package org.yichuang.casework.api;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.casework.Defect;
import org.yichuang.casework.DeliveryWay;
import org.yichuang.casework.DenialFiling;
import org.yichuang.casework.SubmittedMaterial;
import org.yichuang.casework.Verdict;
import org.yichuang.catalogue.PauseCause;

/** What a request of each act says, beside the case that its address names. {@code version} is the one that was looked at. */
final class ActBodies {
    private ActBodies() {}

    record Bare(int version) {}

    record WithReason(
            int version,

            @Schema(description = "At most 2,000 characters; of an applicant who withdraws it may be empty")
            String reason) {}

    record WithReasons(
            int version,

            @Schema(
                    description =
                            "May be empty, but not against a step that found it not in order; at most 2,000 characters")
            String reasons) {}

    record NoticeBody(
            int version,

            @Schema(description = "All that has to be mended: it is asked once")
            List<Defect> defects) {}

    record CorrectBody(
            int version,

            @Schema(description = "What was corrected, in words")
            String what,

            @Schema(description = "The changed ones only, by the fields' keys")
            Map<String, Object> answers,

            @Schema(description = "All files of each material named here are replaced")
            List<SubmittedMaterial> materials) {}

    record SupplementBody(
            int version,

            @Schema(
                    description =
                            "The changed ones by the fields' keys; from an applicant each that the notice names too,"
                                    + " as it stands where it is right")
            Map<String, Object> answers,

            @Schema(
                    description = "All files of each material named here are replaced; from an applicant each that the"
                            + " notice names")
            List<SubmittedMaterial> materials) {}

    record DenialBody(int version, DenialFiling filing) {}

    record NotHereBody(
            int version,
            DenialFiling filing,

            @Schema(description = "Whom to apply to, in words")
            String rightAuthority) {}

    record SpotBody(
            int version,
            @Schema(description = "May be empty") String reasons,

            @Schema(description = "By post it is granted now and delivered by `deliver` when it is sent")
            DeliveryWay way) {}

    record StepBody(
            int version,
            @Schema(description = "What the step found") Verdict verdict,

            @Schema(description = "May be empty where the certificate is made (`issue`)")
            String opinion,

            @Schema(
                    description =
                            "The account of the second officer, where a step takes two: `fourEyes`, and no decision; "
                                    + "else null")
            @Nullable
            UUID companion) {}

    record PauseBody(
            int version,

            @Schema(description = "What the clock stops for (AL-45)")
            PauseCause cause,

            @Schema(description = "The applicant is told this day; from today, within two years")
            LocalDate expectedEnd,

            @Schema(description = "For who approves it") String reason) {}

    record ExtensionBody(
            int version,

            @Schema(
                    description =
                            "How many more, in the unit of the statutory limit; from 1 to what the item's law allows")
            int amount,

            @Schema(description = "For who approves it, and the applicant's letter")
            String reason) {}

    record ResumeBody(
            int version,

            @Schema(description = "What the pause brought: the report is in")
            String finding) {}

    record RefuseBody(
            int version,

            @Schema(description = "As the letter gives them")
            String reasons,

            @Schema(description = "The articles it stands on, 1 to 10")
            List<String> articles,

            DenialFiling filing) {}

    record DeliverBody(
            int version,

            @Schema(description = "Null: as the applicant chose") @Nullable
            DeliveryWay way,

            @Schema(
                    description =
                            "By post the number of the parcel, and where it goes if the form does not say; else who"
                                    + " signed for it, or nothing")
            String note,

            @Schema(
                    description =
                            "Why it is delivered again, which has to be said where it went by post already: it came"
                                    + " back, its number was wrong")
            @Nullable
            String reason) {}

    record WayBody(int version, DeliveryWay way) {}
}
