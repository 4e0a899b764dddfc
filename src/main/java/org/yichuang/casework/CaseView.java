package org.yichuang.casework;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.Limit;
import org.yichuang.calendar.LimitClock;
import org.yichuang.shared.Text;

/**
 * A case as one visitor may see it.
 *
 * @param version to be given with an act; an act on an older one is refused
 * @param answers personal numbers masked for who is neither the applicant nor an officer of the case
 * @param stillAskable what another notice may ask for (ONE-NOTICE), as fields and {@code materials.CODE}; empty where no
 *     notice was given, where a supervisor let another through, and where none can be given
 * @param waitsFor whose turn it is: acts of the authorisation register ({@code review}), or {@code applicant}
 * @param clocks those that have begun, the statute's before acceptance where it counts from the receipt; ended ones are
 *     kept, with pauses and extension
 * @param leading which of them it is, or was, answered or decided by: of promise and statute the one that ends first
 * @param deliverWithin of the decision: the working days that counted when it was filed
 * @param reversed the supervising unit took the "no" back, and there is no application to go on with: who was turned away
 *     applies anew
 * @param late null where it is decided, or still in time
 * @param acts every act an officer or applicant could think of here, possible or not, for this visitor
 */
public record CaseView(
        UUID id,
        String number,
        String queryCode,
        State state,
        int version,
        Item item,
        Party applicant,
        Place place,
        Map<String, Object> answers,
        List<SubmittedMaterial> materials,
        @Nullable Notice notice,
        List<String> stillAskable,
        List<CaseStep> steps,
        List<String> waitsFor,
        @Nullable Proposal proposal,
        Times times,
        Map<ClockKind, LimitClock> clocks,
        ClockKind leading,
        @Nullable Result result,
        Limit deliverWithin,
        boolean reversed,
        @Nullable Late late,
        DeliveryWay way,
        List<ActOption> acts) {

    public record Item(String code, int version, Text name) {}

    /**
     * @param agent who filed for them at the window
     */
    public record Party(UUID account, String name, @Nullable String agent) {}

    /** @param filedBy the officer's name, at a window */
    public record Place(
            String unit,
            Text unitName,
            @Nullable String division,
            Channel channel,
            @Nullable String window,
            @Nullable String filedBy) {}

    /** The correction notice. */
    public record Notice(
            List<Defect> defects, Instant at, @Nullable Instant dueAt, boolean answered) {}

    /**
     * @param submittedAt the first submission
     * @param receivedAt the last receipt of materials, the filing or a supplement
     * @param deemed accepted by law, because nobody answered in time
     * @param due the next instant that matters; null while the clock stands still, when nothing is due, or when
     *     {@code unknownYear} is not 0
     * @param projected the leading clock's due instant if the open pause ends as expected
     * @param unknownYear the year whose calendar is missing to say when it is due, or 0
     */
    public record Times(
            Instant submittedAt,
            Instant receivedAt,
            @Nullable Instant intakeDue,
            @Nullable Instant acceptedAt,
            boolean deemed,
            @Nullable Instant promiseDue,
            @Nullable Instant statuteDue,
            @Nullable Instant projected,
            @Nullable Instant due,
            int unknownYear,
            @Nullable Instant decidedAt,
            @Nullable Instant deliveryDue,
            @Nullable Instant deliveredAt,
            @Nullable Instant closedAt) {}

    /**
     * What was decided: an acceptance declined, a grant, a refusal, an end without a decision.
     *
     * @param state NOT_ACCEPTED, GRANTED, REFUSED, WITHDRAWN or TERMINATED, also when the case is closed since
     * @param by the officer, or the applicant who withdrew; empty for the clock
     */
    public record Result(State state, String reasons, List<String> articles, String by) {}

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

    public List<CaseStep> openSteps() {
        return steps.stream().filter(CaseStep::open).toList();
    }
}
