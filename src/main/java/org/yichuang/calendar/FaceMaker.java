package org.yichuang.calendar;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.ClockFace.Kept;
import org.yichuang.calendar.ClockFace.Mark;
import org.yichuang.shared.Text;

/** Computes what the clock component shows. */
final class FaceMaker {
    private final WorkingCalendar calendar;
    private final LimitClock promise;
    private final @Nullable LimitClock statute;
    /** How far the clock has run: to the decision, or to now. */
    private final Instant until;

    /** When the pause that lasts was expected to have ended; null: it may still. */
    private final @Nullable Instant overran;

    private final Reckoning reckoning;
    private final Due promised;
    private final @Nullable Due lawful;
    private final boolean decided;
    private final Text event;
    private final @Nullable Text undecided;

    FaceMaker(
            WorkingCalendar calendar,
            LimitClock promise,
            @Nullable LimitClock statute,
            Instant now,
            @Nullable Instant decidedAt,
            Kept kept,
            Text event,
            @Nullable Text undecided) {
        this.calendar = calendar;
        this.event = event;
        this.undecided = undecided;
        decided = decidedAt != null;
        until = decidedAt == null ? now : decidedAt;
        overran = promise.overran(now);
        this.promise = decidedAt == null ? promise.lastingUntil(now) : promise.endedAt(decidedAt);
        if (statute == null) {
            this.statute = null;
        } else {
            this.statute = decidedAt == null ? statute.lastingUntil(now) : statute.endedAt(decidedAt);
        }
        reckoning = new Reckoning(calendar, this.promise, kept.promise());
        promised = reckoning.due();
        lawful = this.statute == null ? null : new Reckoning(calendar, this.statute, kept.statute()).due();
    }

    ClockFace make() {
        FaceWords words = words();
        Instant first = settled(promise, promised);
        Instant last = statute == null || lawful == null ? null : settled(statute, lawful);
        var axis = Axis.of(promise.start(), until, first, last, calendar);
        List<Mark> marks = marks(axis, first, last);
        var labels = new FaceLabels(calendar, promise, promised, statute, lawful, until, event);
        return new ClockFace(
                words.state(),
                words.number(),
                words.words(),
                LabelRow.over(axis.at(until), now(), marks),
                stretches(axis),
                marks,
                labels.under(axis, first, last),
                labels.sentence(words.words()));
    }

    private FaceWords words() {
        if (undecided != null) {
            return FaceWords.undecided(undecided);
        }
        return decided
                ? FaceWords.decided(reckoning.remaining(until), promise.amount() == 0, reckoning.otherwise())
                : FaceWords.running(calendar, promise, until, overran);
    }

    private Text now() {
        if (undecided != null) {
            return undecided;
        }
        return decided ? Text.of("办结", "Decided") : Text.of("今天", "Today");
    }

    /** The due instant, or what it would be were the open pause to end as expected, or else now. */
    private @Nullable Instant settled(LimitClock clock, Due due) {
        return switch (due) {
            case Due.At(Instant at) -> at;
            case Due.Paused paused when paused.projected() != null -> paused.projected();
            case Due.Paused paused -> clock.endedAt(until).due(calendar) instanceof Due.At(Instant at) ? at : null;
            case UnknownYear unknown -> null;
        };
    }

    private static List<Mark> marks(Axis axis, @Nullable Instant promised, @Nullable Instant lawful) {
        var marks = new ArrayList<Mark>();
        if (promised != null) {
            marks.add(new Mark(Mark.Kind.PROMISE, axis.at(promised)));
        }
        if (lawful != null) {
            marks.add(new Mark(Mark.Kind.STATUTE, axis.at(lawful)));
        }
        return List.copyOf(marks);
    }

    /** In a limit of days the days that a pause covers are drawn whole; one that is open is drawn up to now. */
    private List<ClockFace.Stretch> stretches(Axis axis) {
        Meter meter = Meter.of(promise.limit().unit(), calendar);
        return Cover.of(promise.pauses(), meter).stream()
                .map(cover -> new ClockFace.Stretch(
                        axis.at(meter.end(cover.from())),
                        axis.at(cover.to() == Cover.UNENDING ? until : meter.end(cover.to()))))
                .filter(stretch -> stretch.from().compareTo(stretch.to()) < 0)
                .toList();
    }
}
