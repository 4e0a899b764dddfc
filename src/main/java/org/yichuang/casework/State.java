package org.yichuang.casework;

import org.yichuang.shared.Text;

/** Where a case stands. What leads from one to the next is the transition table in {@code casework.domain}. */
public enum State {
    /** Being written by the applicant; stored as a {@link Draft}, not as a case. */
    DRAFT("草稿", "Draft"),
    /** The materials are in; intake has five working days at most to say what becomes of them (AL-32). */
    SUBMITTED("待受理", "Awaiting acceptance"),
    /** The one complete correction notice is out; the applicant's turn. */
    CORRECTING("待补正", "Awaiting correction"),
    /** Accepted; no step of the review is done yet. The clocks run. */
    ACCEPTED("已受理", "Accepted"),
    REVIEWING("审查中", "Under review"),
    /** The clocks stand still for a cause of AL-45. */
    PAUSED("中止计时", "Clock paused"),
    GRANTED("已准予", "Granted"),
    REFUSED("不予准许", "Refused"),
    /** On its way to the applicant; closed when it is in their hands. */
    DELIVERED("已送出", "Sent out"),
    NOT_ACCEPTED("不予受理", "Not accepted"),
    CLOSED("已办结", "Closed"),
    WITHDRAWN("已撤回", "Withdrawn"),
    TERMINATED("已终止", "Terminated");

    private static final Text REVERSED = Text.of("答复已被撤销", "The answer was reversed");

    private final Text text;

    State(String zh, String en) {
        text = Text.of(zh, en);
    }

    public Text text() {
        return text;
    }

    /** @param reversed the "no" that the case stands at was taken back, and there is nothing to open again */
    public Text text(boolean reversed) {
        return reversed ? REVERSED : text;
    }

    /** Something is still to be done, by the office or the applicant. */
    public boolean open() {
        return switch (this) {
            case NOT_ACCEPTED, CLOSED, WITHDRAWN, TERMINATED -> false;
            default -> true;
        };
    }
}
