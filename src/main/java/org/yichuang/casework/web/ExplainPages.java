package org.yichuang.casework.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.calendar.Explained;
import org.yichuang.calendar.Explanation;
import org.yichuang.calendar.LimitClock;
import org.yichuang.calendar.UnknownYear;
import org.yichuang.casework.CaseView;
import org.yichuang.casework.Cases;
import org.yichuang.casework.ClockKind;
import org.yichuang.casework.TimelineEntry;
import org.yichuang.casework.Tracked;
import org.yichuang.casework.web.ExplainPage.Change;
import org.yichuang.casework.web.ExplainPage.Frame;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.shared.Text;
import org.yichuang.shared.web.Visitor;

/** Makes the explanation of a case's due date, for its applicant, for an officer, and for who has the query code. */
@Component
public class ExplainPages {
    private static final Text AL_82 = Text.of(
            "行政许可法第八十二条：期限按工作日计，不含法定节假日；当天不计，次日起算",
            "Administrative Licensing Law, article 82: limits count working days, without legal holidays; the day of"
                    + " the event is not counted");
    private static final Text CALENDAR =
            Text.of("日历：国务院办公厅公布的节假日安排", "Calendar: the holidays announced by the State Council");

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
        Told told = told(view.clocks(), kind -> cases.explain(visitor, id, kind));
        return new ExplainPage(
                told.story,
                told.delivery,
                told.unknownYear,
                view.item().name(),
                view.number(),
                frame,
                changes(timeline),
                rules(view.clocks(), extension(item)),
                item.promised() != null && item.promised().demo(),
                item.statutory() != null && !item.statutory().verified());
    }

    public ExplainPage tracked(String queryCode, Frame frame) {
        Tracked tracked = cases.track(queryCode);
        Told told = told(tracked.clocks(), kind -> cases.explainTracked(queryCode, kind));
        return new ExplainPage(
                told.story,
                told.delivery,
                told.unknownYear,
                tracked.itemName(),
                tracked.number(),
                frame,
                changes(tracked.timeline()),
                rules(tracked.clocks(), null),
                false,
                false);
    }

    private record Told(@Nullable DueStory story, @Nullable DueStory delivery, int unknownYear) {}

    private Told told(Map<ClockKind, LimitClock> clocks, Function<ClockKind, Explained> explain) {
        ClockKind kind = first(clocks);
        Explained last = clocks.containsKey(ClockKind.DELIVERY) ? explain.apply(ClockKind.DELIVERY) : null;
        DueStory delivery = last instanceof Explanation after
                ? new DueStory(ClockKind.DELIVERY, after, null, clock.instant())
                : null;
        if (kind == null) {
            return new Told(null, delivery, unknown(last));
        }
        Explained law = kind == ClockKind.PROMISE && clocks.containsKey(ClockKind.STATUTE)
                ? explain.apply(ClockKind.STATUTE)
                : null;
        return switch (explain.apply(kind)) {
            case UnknownYear unknown -> new Told(null, delivery, unknown.year());
            case Explanation main ->
                new Told(
                        new DueStory(kind, main, law instanceof Explanation lawful ? lawful : null, clock.instant()),
                        delivery,
                        unknown(law) == 0 ? unknown(last) : unknown(law));
        };
    }

    private static int unknown(@Nullable Explained explained) {
        return explained instanceof UnknownYear(int year) ? year : 0;
    }

    private static @Nullable ClockKind first(Map<ClockKind, LimitClock> clocks) {
        return List.of(ClockKind.PROMISE, ClockKind.STATUTE, ClockKind.INTAKE).stream()
                .filter(clocks::containsKey)
                .findFirst()
                .orElse(null);
    }

    /** Each entry of the record that moved a due date; of intake, correction and delivery only where the calendar did. */
    private static List<Change> changes(List<TimelineEntry> timeline) {
        var changes = new ArrayList<Change>();
        boolean amended = timeline.stream()
                .anyMatch(entry -> entry.kind().equals("case.recomputed") && other(entry, leading(entry)) != null);
        for (TimelineEntry entry : timeline) {
            boolean stops = entry.kind().equals("case.paused");
            Instant promise = due(entry, "promiseDue", "newPromiseDue");
            Instant statute = due(entry, "statuteDue", "newStatuteDue");
            Instant other = amended ? other(entry, leading(entry)) : null;
            if (stops || promise != null || statute != null || other != null) {
                changes.add(new Change(
                        entry.at(), entry.title(), stops, stops ? null : promise, stops ? null : statute, other));
            }
        }
        return changes;
    }

    private static @Nullable Instant leading(TimelineEntry entry) {
        Instant promise = due(entry, "promiseDue", "newPromiseDue");
        return promise == null ? due(entry, "statuteDue", "newStatuteDue") : promise;
    }

    /** Left by an act, or by an amended calendar that moved it. */
    private static @Nullable Instant due(TimelineEntry entry, String set, String moved) {
        Instant due = instant(entry.payload().get(set));
        return due == null ? instant(entry.payload().get(moved)) : due;
    }

    /** Until when an application is to be answered, corrected, a decision delivered. */
    private static @Nullable Instant other(TimelineEntry entry, @Nullable Instant leading) {
        for (String set : List.of("due", "deliveryDue", "newDue")) {
            Instant due = instant(entry.payload().get(set));
            if (due != null && !due.equals(leading)) {
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

    /** The item's law counts from the receipt, the promise from acceptance. */
    private static boolean fromReceipt(Map<ClockKind, LimitClock> clocks) {
        LimitClock promise = clocks.get(ClockKind.PROMISE);
        LimitClock statute = clocks.get(ClockKind.STATUTE);
        return promise != null && statute != null && !promise.start().equals(statute.start());
    }

    /** What an extension stands on. */
    private static Text extension(ItemVersion item) {
        return item.statutory() != null && item.statutory().extension() != null
                ? item.statutory().basis()
                : Text.of("行政许可法第四十二条", "Administrative Licensing Law, article 42");
    }

    private static List<Text> rules(Map<ClockKind, LimitClock> clocks, @Nullable Text extension) {
        var rules = new ArrayList<Text>();
        rules.add(AL_82);
        clocks.forEach((kind, limit) -> {
            Text amount = limit.limit().text();
            boolean receipt = kind == ClockKind.STATUTE && fromReceipt(clocks);
            Text from = receipt ? Text.of("，从收到材料起算", ", from the receipt of the materials") : Text.of("", "");
            rules.add(Text.of(
                    kind.text().zh() + " " + amount.zh() + from.zh(),
                    kind.text().en() + ": " + amount.en() + from.en()));
            if (limit.extension() != null) {
                Text more = limit.extension().limit().text();
                rules.add(Text.of(
                        kind.text().zh() + "依法延长 " + more.zh() + (extension == null ? "" : "（" + extension.zh() + "）"),
                        kind.text().en() + " extended by " + more.en()
                                + (extension == null ? "" : " (" + extension.en() + ")")));
            }
        });
        rules.add(CALENDAR);
        return rules;
    }
}
