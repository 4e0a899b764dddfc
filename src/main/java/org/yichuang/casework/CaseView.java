package org.yichuang.casework;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.Limit;
import org.yichuang.calendar.LimitClock;
import org.yichuang.shared.Text;

/** A case as one visitor may see it. */
public record CaseView(
        UUID id,

        @Schema(description = "Readable and self-checking: XH26-004172-7")
        String number,

        @Schema(description = "With it alone anybody reads `GET /api/v1/track/{queryCode}`")
        String queryCode,

        State state,

        @Schema(description = "To be given with an act; on an older one it is refused (409 `stale-version`)")
        int version,

        @Schema(description = "The item, in the version that the case goes by")
        Item item,

        @Schema(description = "Who applies") Party applicant,

        @Schema(description = "Who is competent, and where the application came in")
        Place place,

        @Schema(
                description = "Field key to a text, or of CHOICES to a list; personal numbers are masked for who is"
                        + " neither the applicant nor an officer of the case")
        Map<String, Object> answers,

        @Schema(
                description =
                        "Keys of the answers that are not what the applicant's account says, to be checked before the"
                                + " decision; empty: none, it is decided, or the applicant asks. A number that is masked for who asks is"
                                + " not compared")
        List<String> differing,

        List<SubmittedMaterial> materials,

        @Schema(description = "The correction notice; null: none was given") @Nullable
        Notice notice,

        @Schema(
                description = "What another notice may ask for (ONE-NOTICE), as fields and `materials.CODE`; empty:"
                        + " nothing, or any")
        List<String> stillAskable,

        @Schema(description = "Those of the item's procedure, in its order; empty before acceptance")
        List<CaseStep> steps,

        @Schema(description = "Whose turn it is: keys of the register's acts (`accept`, `review`), or `applicant`")
        List<String> waitsFor,

        @Schema(description = "A pause or extension that waits for approval; null: none") @Nullable
        Proposal proposal,

        @Schema(description = "When what happened, and what is due when; instants (UTC)")
        Times times,

        @Schema(
                description = "Those that have begun, with pauses and extension; ended ones are kept. The statute's is"
                        + " there before acceptance where the item's runs from receipt")
        Map<ClockKind, LimitClock> clocks,

        @Schema(
                description =
                        "The clock the case goes by, or was answered or decided by: of promise and statute the one"
                                + " that ends first")
        ClockKind leading,

        @Schema(description = "Null while nothing is decided") @Nullable
        Result result,

        @Schema(description = "From the decision on, as it counted when the case was filed")
        Limit deliverWithin,

        @Schema(
                description =
                        "The supervising unit took the “no” back, and there is no application to go on with: who was"
                                + " turned away applies anew")
        boolean reversed,

        @Schema(description = "Null where it is decided, or still in time") @Nullable
        Late late,

        @Schema(description = "How the result is to be received")
        DeliveryWay way,

        @Schema(description = "Every act an officer or applicant could think of here, for who asks, possible or not")
        List<ActOption> acts) {

    public record Item(
            @Schema(description = "Of the item: `food_permit`")
            String code,

            @Schema(description = "Which version of the item, counted from 1")
            int version,

            Text name) {}

    public record Party(
            @Schema(description = "Id of the applicant's account")
            UUID account,

            @Schema(description = "Name of who applies") String name,

            @Schema(description = "Who filed for them at the window; null: themselves") @Nullable
            String agent) {}

    public record Place(
            @Schema(description = "The unit that is competent, by its code")
            String unit,

            Text unitName,

            @Schema(description = "Null: the item does not ask for the place") @Nullable
            String division,

            Channel channel,

            @Schema(description = "By its code; null: online") @Nullable
            String window,

            @Schema(description = "The officer's name, at a window; null: online") @Nullable
            String filedBy) {}

    /** The correction notice. */
    public record Notice(
            @Schema(description = "All that has to be mended, said once (ONE-NOTICE)")
            List<Defect> defects,

            @Schema(description = "When it was given (UTC)") Instant at,

            @Schema(description = "Null: the city sets no time to correct") @Nullable
            Instant dueAt,

            @Schema(description = "Something was handed in since")
            boolean answered) {}

    public record Times(
            @Schema(description = "The first submission") Instant submittedAt,

            @Schema(description = "The last receipt of materials: the filing or a supplement")
            Instant receivedAt,

            @Schema(
                    description =
                            "Deemed accepted if nobody answers till then; it stays after the answer. Null: in a year "
                                    + "that is not known")
            @Nullable
            Instant intakeDue,

            @Schema(
                    description =
                            "When it was accepted; where silence accepted it, the receipt of the materials (AL-32). "
                                    + "Null: not accepted")
            @Nullable
            Instant acceptedAt,

            @Schema(description = "Accepted by law, because nobody answered in time")
            boolean deemed,

            @Nullable Instant promiseDue,
            @Nullable Instant statuteDue,

            @Schema(
                    description =
                            "The leading clock's due instant if the open pause ends as expected, also where that has"
                                    + " passed and the pause lasts longer; null where none is open")
            @Nullable
            Instant projected,

            @Schema(
                    description =
                            "The next instant that matters; null while the clock stands still, when nothing is due, or"
                                    + " when `unknownYear` is not 0")
            @Nullable
            Instant due,

            @Schema(description = "The year whose calendar is missing to say when it is due, or 0")
            int unknownYear,

            @Schema(description = "Decided, withdrawn or ended; null: not yet") @Nullable
            Instant decidedAt,

            @Schema(
                    description =
                            "By when it has to be delivered (AL-44); null: there is nothing to deliver, or in a year that is "
                                    + "not known")
            @Nullable
            Instant deliveryDue,

            @Schema(
                    description =
                            "When the result was sent or handed out, first where it was more than once; null: not yet")
            @Nullable
            Instant deliveredAt,

            @Nullable Instant closedAt) {}

    /** What was decided: an acceptance declined, a grant, a refusal, an end without a decision. */
    public record Result(
            @Schema(
                    description =
                            "NOT_ACCEPTED, GRANTED, REFUSED, WITHDRAWN or TERMINATED, also when the case is closed"
                                    + " since")
            State state,

            @Schema(description = "May be empty") String reasons,
            @Schema(description = "What a “no” stands on") List<String> articles,

            @Schema(description = "The officer, or the applicant who withdrew; empty for the clock")
            String by) {}

    public boolean may(ActKind kind) {
        return acts.stream().anyMatch(option -> option.act() == kind && option.possible());
    }

    /** Whether it may be that what was to be corrected was not: after a notice nobody accepted it, or the law alone. */
    public boolean uncorrected() {
        return notice != null && (times.acceptedAt == null || times.deemed);
    }

    public List<ActOption> possible() {
        return acts.stream().filter(ActOption::possible).toList();
    }

    public List<ActOption> impossible() {
        return acts.stream().filter(option -> !option.possible()).toList();
    }
}
