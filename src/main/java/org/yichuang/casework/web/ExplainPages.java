package org.yichuang.casework.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.calendar.Explained;
import org.yichuang.calendar.Explanation;
import org.yichuang.calendar.LimitClock;
import org.yichuang.calendar.LimitStory;
import org.yichuang.calendar.UnknownYear;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.Cases;
import org.yichuang.casework.ClockKind;
import org.yichuang.casework.State;
import org.yichuang.casework.TimelineEntry;
import org.yichuang.casework.Tracked;
import org.yichuang.casework.web.ExplainPage.Change;
import org.yichuang.casework.web.ExplainPage.Frame;
import org.yichuang.casework.web.ExplainPage.OnRecord;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Visitor;

/** Makes the explanation of a case's due date, for its applicant, for an officer, and for who has the query code. */
@Component
public class ExplainPages {
    private final Cases cases;
    private final Catalogue catalogue;
    private final Clock clock;

    ExplainPages(Cases cases, Catalogue catalogue, Clock clock) {
        this.cases = cases;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    public ExplainPage of(Visitor visitor, UUID id, Frame frame) {
        CaseView view = cases.view(visitor, id);
        ItemVersion item = catalogue.version(view.item().code(), view.item().version());
        List<TimelineEntry> timeline = cases.timeline(visitor, id);
        var running = new Running(
                view.clocks(), view.leading(), view.state(), view.times().receivedAt());
        Told told = told(running, kind -> cases.explain(visitor, id, kind));
        return new ExplainPage(
                told.story,
                told.beside,
                told.delivery,
                corrections(view.state(), view.times().due()),
                told.unknownYear,
                view.late(),
                view.item().name(),
                view.number(),
                frame,
                pauses(timeline),
                changes(timeline),
                ExplainRules.of(running.clocks, running.fromReceipt(), item.licence(), ExplainRules.extension(item)),
                item.licence(),
                item.promised() != null && item.promised().demo(),
                item.statutory() != null && !item.statutory().verified());
    }

    public ExplainPage tracked(String queryCode, Frame frame) {
        Tracked tracked = cases.track(queryCode);
        var running = new Running(tracked.clocks(), tracked.leading(), tracked.state(), tracked.receivedAt());
        Told told = told(running, kind -> cases.explainTracked(queryCode, kind));
        return new ExplainPage(
                told.story,
                told.beside,
                told.delivery,
                corrections(tracked.state(), tracked.due()),
                told.unknownYear,
                tracked.late(),
                tracked.itemName(),
                tracked.number(),
                frame,
                List.of(),
                changes(tracked.timeline()),
                ExplainRules.of(running.clocks, running.fromReceipt(), tracked.licence(), null),
                tracked.licence(),
                false,
                false);
    }

    /** The clocks of a case, and which of them it goes by. */
    private record Running(Map<ClockKind, LimitClock> clocks, ClockKind leading, State state, Instant receivedAt) {
        /** The other limit to tell; null where there is none. */
        @Nullable
        ClockKind beside() {
            return switch (leading) {
                case PROMISE, INTAKE -> clocks.containsKey(ClockKind.STATUTE) ? ClockKind.STATUTE : null;
                case STATUTE -> {
                    ClockKind intake = state == State.SUBMITTED ? ClockKind.INTAKE : null;
                    yield clocks.containsKey(ClockKind.PROMISE) ? ClockKind.PROMISE : intake;
                }
                case DELIVERY -> null;
            };
        }

        /** The statute goes on where the promise ends, and both count from the same day. */
        boolean goesOn() {
            LimitClock promise = clocks.get(ClockKind.PROMISE);
            LimitClock statute = clocks.get(ClockKind.STATUTE);
            return leading == ClockKind.PROMISE
                    && promise != null
                    && statute != null
                    && promise.start().equals(statute.start());
        }

        /** The item's law counts from the receipt, the promise from acceptance. */
        boolean fromReceipt() {
            LimitClock promise = clocks.get(ClockKind.PROMISE);
            LimitClock statute = clocks.get(ClockKind.STATUTE);
            return statute != null
                    && statute.start().equals(receivedAt)
                    && (promise == null || !promise.start().equals(receivedAt));
        }
    }

    private record Told(
            @Nullable LimitStory story,
            @Nullable LimitStory beside,
            @Nullable LimitStory delivery,
            int unknownYear) {}

    private static @Nullable Instant corrections(State state, @Nullable Instant due) {
        return state == State.CORRECTING ? due : null;
    }

    private Told told(Running running, Function<ClockKind, Explained> explain) {
        if (running.state == State.CORRECTING) { // the answer was given; the five days begin anew with the corrections
            return new Told(null, null, null, 0);
        }
        ClockKind other = running.beside();
        Explained main = explain.apply(running.leading);
        Explained beside = other == null ? null : explain.apply(other);
        Explained last = running.clocks.containsKey(ClockKind.DELIVERY) ? explain.apply(ClockKind.DELIVERY) : null;
        Explanation law = running.goesOn() && beside instanceof Explanation lawful ? lawful : null;
        return new Told(
                story(running.leading, main, law, running),
                other == null || running.goesOn() ? null : story(other, beside, null, running),
                story(ClockKind.DELIVERY, last, null, running),
                IntStream.of(unknown(main), unknown(beside), unknown(last))
                        .filter(year -> year > 0)
                        .findFirst()
                        .orElse(0));
    }

    private @Nullable LimitStory story(
            ClockKind kind, @Nullable Explained explained, @Nullable Explanation law, Running running) {
        if (!(explained instanceof Explanation main)) {
            return null;
        }
        Text event = Clocks.event(kind, main.clock(), running.receivedAt);
        Text first = Text.of(event.zh(), event.en().toLowerCase(Locale.ROOT));
        return new LimitStory(kind.text(), first, main, law, clock.instant());
    }

    private static int unknown(@Nullable Explained explained) {
        return switch (explained) {
            case null -> 0;
            case UnknownYear(int year) -> year;
            case Explanation known -> known.due().unknownYear();
        };
    }

    private static List<OnRecord> pauses(List<TimelineEntry> timeline) {
        var pauses = new ArrayList<OnRecord>();
        Text asked = Text.of("", "");
        for (TimelineEntry entry : timeline) {
            switch (entry.kind()) {
                case "case.pause-proposed" -> asked = entry.by();
                case "case.paused" -> pauses.add(new OnRecord(asked, letter(entry)));
                default -> {}
            }
        }
        return pauses;
    }

    private static @Nullable String letter(TimelineEntry entry) {
        return entry.payload().get("letters") instanceof List<?> letters
                        && !letters.isEmpty()
                        && letters.getFirst() instanceof Map<?, ?> letter
                ? String.valueOf(letter.get("id"))
                : null;
    }

    /** Each entry of the record that moved a due date; of intake, correction and delivery only where the calendar did. */
    private static List<Change> changes(List<TimelineEntry> timeline) {
        var changes = new ArrayList<Change>();
        boolean amended =
                timeline.stream().anyMatch(entry -> entry.kind().equals("case.recomputed") && other(entry) != null);
        for (TimelineEntry entry : timeline) {
            boolean stops = entry.kind().equals("case.paused");
            Instant promise = due(entry, "promiseDue", "newPromiseDue");
            Instant statute = due(entry, "statuteDue", "newStatuteDue");
            Instant other = amended ? other(entry) : null;
            if (stops || promise != null || statute != null || other != null) {
                changes.add(new Change(
                        entry.at(), entry.title(), stops, stops ? null : promise, stops ? null : statute, other));
            }
        }
        return changes;
    }

    /** Left by an act, or by an amended calendar that moved it. */
    private static @Nullable Instant due(TimelineEntry entry, String set, String moved) {
        Instant due = instant(entry.payload().get(set));
        return due == null ? instant(entry.payload().get(moved)) : due;
    }

    /** Until when an application is to be answered, corrected, a decision delivered. */
    private static @Nullable Instant other(TimelineEntry entry) {
        Instant promise = due(entry, "promiseDue", "newPromiseDue");
        Instant statute = due(entry, "statuteDue", "newStatuteDue");
        for (String set : List.of("due", "deliveryDue", "newDue")) {
            Instant due = instant(entry.payload().get(set));
            if (due != null && !due.equals(promise) && !due.equals(statute)) {
                return due;
            }
        }
        return null;
    }

    private static @Nullable Instant instant(@Nullable Object value) {
        try {
            return value == null ? null : Instant.parse(value.toString());
        } catch (DateTimeException e) {
            return null;
        }
    }
}
