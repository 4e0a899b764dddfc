package org.yichuang.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.catalogue.PauseCause;

/**
 * One act on a case, with what it has to be told. {@link Casework#act} does it, or says why it cannot be done. A text
 * that is blank or too long, a material or a field that the item version does not list, are problems that name the
 * component.
 *
 * <p>A new one is a name in {@link ActKind}, a record and a line of {@link #kind} here, and a line in the table of
 * domain/Transitions; the compiler then names the two switches that want it: what is wrong with what it was told
 * (domain/Told), and what follows (domain/Acting). Officers and programs do it by web/desk/ActReader and api/ActsApi.
 */
public sealed interface CaseAct {
    default ActKind kind() {
        return switch (this) {
            case Accept act -> ActKind.ACCEPT;
            case Notice act -> ActKind.NOTICE;
            case AllowNotice act -> ActKind.ALLOW_NOTICE;
            case Correct act -> ActKind.CORRECT;
            case Supplement act -> ActKind.SUPPLEMENT;
            case Decline act -> ActKind.DECLINE;
            case NotHere act -> ActKind.NOT_HERE;
            case NotNeeded act -> ActKind.NOT_NEEDED;
            case OnTheSpot act -> ActKind.ON_THE_SPOT;
            case FinishStep act -> ActKind.FINISH_STEP;
            case ProposePause act -> ActKind.PROPOSE_PAUSE;
            case ProposeExtension act -> ActKind.PROPOSE_EXTENSION;
            case Approve act -> ActKind.APPROVE;
            case Reject act -> ActKind.REJECT;
            case TakeBack act -> ActKind.TAKE_BACK;
            case Resume act -> ActKind.RESUME;
            case Grant act -> ActKind.GRANT;
            case Refuse act -> ActKind.REFUSE;
            case Deliver act -> ActKind.DELIVER;
            case ConfirmReceipt act -> ActKind.CONFIRM_RECEIPT;
            case ChooseDelivery act -> ActKind.CHOOSE_DELIVERY;
            case Withdraw act -> ActKind.WITHDRAW;
            case Judge act -> ActKind.JUDGE;
            case Reverse act -> ActKind.REVERSE;
            case Answer act -> ActKind.ANSWER;
            case DeemAccepted act -> ActKind.DEEM_ACCEPTED;
            case Terminate act -> ActKind.TERMINATE;
            case Recompute act -> ActKind.RECOMPUTE;
        };
    }

    /** AL-32 (5): the application is accepted; the promise begins to run, and the statute unless it ran from receipt. */
    record Accept() implements CaseAct {}

    /** AL-32 (4): everything that has to be mended, told once. */
    record Notice(List<Defect> defects) implements CaseAct {}

    /** ONE-NOTICE: a supervisor lets a second notice through; it goes on record. */
    record AllowNotice(String reason) implements CaseAct {}

    /**
     * AL-32 (3): the applicant stands at the window and mends it at once.
     *
     * @param answers the changed ones only
     * @param materials all of the materials named here are replaced
     */
    record Correct(String what, Map<String, Object> answers, List<SubmittedMaterial> materials) implements CaseAct {}

    /** The applicant's answer to the notice; components as in {@link Correct}. */
    record Supplement(Map<String, Object> answers, List<SubmittedMaterial> materials) implements CaseAct {}

    record Decline(DenialFiling filing) implements CaseAct {}

    /**
     * AL-32 (2).
     *
     * @param rightAuthority whom to apply to, in words
     */
    record NotHere(DenialFiling filing, String rightAuthority) implements CaseAct {}

    /** AL-32 (1). */
    record NotNeeded(DenialFiling filing) implements CaseAct {}

    /**
     * ON-THE-SPOT: accept, grant and deliver in one act, for an item that is decided on the spot.
     *
     * @param way by post it is granted, and delivered by {@link Deliver} when it is sent
     */
    record OnTheSpot(String reasons, DeliveryWay way) implements CaseAct {}

    /**
     * A step of the review, the survey, the making of the certificate. The decision is {@link Grant} or {@link Refuse}.
     *
     * @param opinion may be empty where the certificate is made
     * @param companion the second officer (AL-34), where the step takes two
     */
    record FinishStep(
            String step,
            Verdict verdict,
            String opinion,
            @Nullable UUID companion) implements CaseAct {}

    /** AL-45: to be approved by somebody else (FOUR-EYES). */
    record ProposePause(PauseCause cause, LocalDate expectedEnd, String reason) implements CaseAct {}

    /**
     * AL-42: once, to be approved by somebody else (FOUR-EYES).
     *
     * @param amount in the unit of the statutory limit
     */
    record ProposeExtension(int amount, String reason) implements CaseAct {}

    /** Approves the open proposal. */
    record Approve() implements CaseAct {}

    record Reject(String reason) implements CaseAct {}

    /** Who asked for a pause or an extension does not ask any more, while it waits. */
    record TakeBack(String reason) implements CaseAct {}

    /** @param finding what the pause brought: the test report is in */
    record Resume(String finding) implements CaseAct {}

    record Grant(String reasons) implements CaseAct {}

    /**
     * AL-38: in writing, with reasons; the letter names the remedies.
     *
     * @param articles what the refusal stands on, at least one
     */
    record Refuse(String reasons, List<String> articles, DenialFiling filing) implements CaseAct {}

    /**
     * @param way null: as the applicant chose
     * @param note the number of the parcel, and where it goes if the form does not say; or who signed for it
     * @param reason why it is delivered again: the parcel came back, its number was wrong; null the first time
     */
    record Deliver(
            @Nullable DeliveryWay way,
            String note,
            @Nullable String reason) implements CaseAct {
        public Deliver(@Nullable DeliveryWay way, String note) {
            this(way, note, null);
        }
    }

    /** What went by post has arrived. */
    record ConfirmReceipt() implements CaseAct {}

    /** By the applicant, or recorded at a window for who comes there. */
    record ChooseDelivery(DeliveryWay way) implements CaseAct {}

    /** As {@link ChooseDelivery}; an officer who records it gives the applicant's reason. */
    record Withdraw(String reason) implements CaseAct {}

    /** DENIAL-FILING: what the supervising unit says of a "no" that stays. Done by {@link Denials#review}. */
    record Judge(DenialRow.Judgement judgement, String remark) implements CaseAct {}

    /** DENIAL-FILING: the supervising unit takes a "no" back; the case is open again. Done by {@link Denials#review}. */
    record Reverse(String remark) implements CaseAct {}

    /**
     * DENIAL-FILING: the unit answers what the supervising unit asked about its "no". Done by {@link Denials#answer}.
     *
     * @param oldReviewDue until when it was to be reviewed; null: the calendar did not say
     * @param newReviewDue until when it is now, counted from the answer
     */
    record Answer(
            String answer,
            @Nullable Instant oldReviewDue,
            @Nullable Instant newReviewDue) implements CaseAct {}

    /** AL-32: the days to answer passed without an answer. The clock's own act. */
    record DeemAccepted() implements CaseAct {}

    /** The time to correct has passed, where the city sets one. The clock's own act. */
    record Terminate() implements CaseAct {}

    /** AL-82: the official calendar was amended. The clock's own act. */
    record Recompute() implements CaseAct {}
}
