package org.yichuang.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/**
 * What the clock component shows: a number, its words, and a bar from the event to the statutory due instant with the
 * pauses hatched and the promise marked. A template only prints it.
 *
 * <p>The axis is calendar time. Its left end is the event; its right end the statutory due instant, or now when that is
 * later. While a pause is open the due instants are the projected ones; where no end is expected, those of a pause that
 * would end now.
 *
 * @param number what stands large: days left, days over, 停 or ✓
 * @param now how far the bar has run
 * @param label all of it in one sentence, for those who do not see the bar
 */
public record ClockFace(
        State state,
        Text number,
        Text words,
        Now now,
        List<Stretch> pauses,
        List<Mark> marks,
        List<End> ends,
        Text label) {

    public enum State {
        /** More than one working day left. */
        OK,
        /** Due today or on the next working day. */
        WARN,
        /** Past the promise. */
        OVER,
        /** Paused now. */
        STOP,
        /** Decided, or over without a decision. */
        DONE,
        /** The due day lies in a year whose calendar is not known. */
        UNKNOWN;

        /** The class in the style sheet, {@code clock--ok}. */
        public String css() {
            return this == UNKNOWN ? "clock--stop" : "clock--" + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Where the bar has run to, and the word over that place.
     *
     * @param word 今天, or 办结 once it is decided, or what became of it else
     * @param place to which side the word stands
     * @param high it stands over the promise's flag, which is so near that it would cover it
     */
    public record Now(Percent at, Text word, Place place, boolean high) {
        public String css() {
            return high ? (place.css() + " is-high").strip() : place.css();
        }
    }

    /** Ends that were counted once and stand; null: it is counted. */
    public record Kept(@Nullable Instant promise, @Nullable Instant statute) {
        public static final Kept NONE = new Kept(null, null);
    }

    /** A pause on the axis. */
    public record Stretch(Percent from, Percent to) {}

    /** A due instant on the axis. */
    public record Mark(Kind kind, Percent at) {
        public enum Kind {
            PROMISE,
            STATUTE;

            public String css() {
                return "clock__mark--" + name().toLowerCase(Locale.ROOT);
            }
        }
    }

    /**
     * A label under the axis: its name over its value.
     *
     * @param name null under a pause
     */
    public record End(Place place, Percent at, @Nullable Text name, Text value) {}

    /** How a label stands to its place on the axis. */
    public enum Place {
        START("is-start"),
        CENTRE(""),
        /** It ends at its mark, because it would touch the next one. */
        BEFORE("is-before"),
        /** In the middle of a pause; bars too narrow for it leave it out. */
        PAUSE("is-pause"),
        /** It begins at its mark, because it would touch the one before. */
        AFTER("is-after"),
        END("is-end");

        private final String css;

        Place(String css) {
            this.css = css;
        }

        public String css() {
            return css;
        }
    }

    /**
     * The clock of a case.
     *
     * @param promise the limit the number and the state go by
     * @param statute the law's limit; null when the law sets none, and the axis then ends with the promise
     * @param decidedAt when the decision was made, or the case was over without one; null while it is not
     * @param kept when they end as it was counted up to the decision, which stands whatever the calendar becomes
     * @param event what the clocks count from: 受理, accepted
     * @param undecided what became of it without a decision, which was neither early nor late: 已撤回, withdrawn; null
     *     where there is one, or it goes on
     */
    public static ClockFace of(
            WorkingCalendar calendar,
            LimitClock promise,
            @Nullable LimitClock statute,
            Instant now,
            @Nullable Instant decidedAt,
            Kept kept,
            Text event,
            @Nullable Text undecided) {
        return new FaceMaker(calendar, promise, statute, now, decidedAt, kept, event, undecided).make();
    }
}
