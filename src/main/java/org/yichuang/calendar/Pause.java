package org.yichuang.calendar;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/**
 * A stretch that does not count (中止计时): hearing, tender, auction, inspection, testing, quarantine, appraisal, expert
 * review (AL 45). In a limit of days it covers the days after the one it starts on, through the one it ends on, so a
 * pause within one day covers nothing; in a limit of hours it covers the time from its start to its end.
 */
public record Pause(
        @Schema(description = "When it began; in a limit of days the day after is the first that it covers")
        Instant start,

        @Schema(description = "Null while it is open") @Nullable
        Instant end,

        @Schema(description = "What the applicant was told; null: nothing") @Nullable
        Instant expectedEnd,

        @Schema(description = "What it is for") Text cause,

        @Schema(description = "AL-45; null where it does not govern the item") @Nullable
        String article,

        @Schema(description = "Who approved it; null: nobody had to, or not named to who asks") @Nullable
        String approver) {

    /** @throws IllegalArgumentException when it ends, or is expected to end, before it starts */
    public Pause {
        if (end != null && end.isBefore(start)) {
            throw new IllegalArgumentException("A pause ends after it starts: " + start + " – " + end);
        }
        if (expectedEnd != null && expectedEnd.isBefore(start)) {
            throw new IllegalArgumentException("A pause is expected to end after it starts: " + start);
        }
    }

    public static Pause open(Instant start, @Nullable Instant expectedEnd, Text cause, @Nullable String article) {
        return new Pause(start, null, expectedEnd, cause, article, null);
    }

    public Pause approvedBy(String approver) {
        return new Pause(start, end, expectedEnd, cause, article, approver);
    }

    /** The same without the name of who approved it. */
    public Pause unnamed() {
        return new Pause(start, end, expectedEnd, cause, article, null);
    }

    public boolean open() {
        return end == null;
    }

    /** Whether the clock stands still at this instant. */
    public boolean running(Instant at) {
        return !at.isBefore(start) && (end == null || at.isBefore(end));
    }

    /** It was expected to have ended by now, and has not. */
    boolean overran(Instant now) {
        return open() && expectedEnd != null && expectedEnd.isBefore(now);
    }

    public Pause endedAt(Instant at) {
        return new Pause(start, at.isBefore(start) ? start : at, expectedEnd, cause, article, approver);
    }

    /** These, with those that are open ended at that instant. */
    public static List<Pause> ended(List<Pause> pauses, Instant at) {
        return pauses.stream()
                .map(pause -> pause.open() ? pause.endedAt(at) : pause)
                .toList();
    }

    Pause expectedUntil(Instant at) {
        return new Pause(start, end, at.isBefore(start) ? start : at, cause, article, approver);
    }
}
