package org.yichuang.portal.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.yichuang.calendar.Limit;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.ItemCard;
import org.yichuang.catalogue.ItemRecord;
import org.yichuang.catalogue.Target;
import org.yichuang.portal.web.HomePage.Promise;
import org.yichuang.shared.Text;

/** The city's three promises (P 13), each with its figure once there is one; counted again every minute at most. */
@Component
class Promises {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Catalogue catalogue;
    private final ItemRecord.Source records;
    private final Clock clock;
    private volatile Counted counted = new Counted(Instant.MIN, List.of());

    private record Counted(Instant at, List<Promise> promises) {}

    Promises(Catalogue catalogue, ItemRecord.Source records, Clock clock) {
        this.catalogue = catalogue;
        this.records = records;
        this.clock = clock;
    }

    List<Promise> now() {
        Instant now = clock.instant();
        Counted last = counted;
        if (last.at.isBefore(now.minus(FRESH)) || last.at.isAfter(now)) {
            last = new Counted(now, count());
            counted = last;
        }
        return last.promises;
    }

    private List<Promise> count() {
        List<ItemCard> items = catalogue.all();
        Map<String, ItemRecord> records = this.records.all();
        List<ItemCard> compared = items.stream().filter(Promises::compared).toList();
        List<Done> done = items.stream()
                .flatMap(item -> done(item, records.get(item.code())).stream())
                .toList();
        var promises = new ArrayList<Promise>();
        if (!compared.isEmpty()) {
            promises.add(promised(compared));
        }
        if (sum(done, ItemRecord::closed) > 0) {
            promises.add(actual(done));
        }
        if (records.values().stream().anyMatch(record -> record.dated() > 0)) {
            promises.add(punctual(records.values()));
        }
        return List.copyOf(promises);
    }

    /** An item whose law names a number of working days, and that carries a promise. */
    private static boolean compared(ItemCard card) {
        return workingDays(card.statutory()) > 0 && inWorkingDays(card.promised());
    }

    private static Promise promised(List<ItemCard> items) {
        double statute = average(items, ItemCard::statutory);
        double promise = average(items, ItemCard::promised);
        return new Promise(
                Text.of("承诺比法定快", "Promised faster than the law"),
                one(100 * (1 - promise / statute)),
                Target.PROMISED.percent(),
                Text.of(
                        items.size() + " 个事项，法定平均 " + one(statute) + " → 承诺 " + one(promise) + " 个工作日",
                        items.size() + " services: by law " + one(statute) + " → promised " + one(promise)
                                + " working days on average"));
    }

    /** What was really done of an item, beside its promise. */
    private record Done(int promise, ItemRecord record) {}

    /** Only an item that promises working days says how much faster it was. */
    private static Optional<Done> done(ItemCard card, @Nullable ItemRecord record) {
        return record == null || !inWorkingDays(card.promised())
                ? Optional.empty()
                : Optional.of(new Done(workingDays(card.promised()), record));
    }

    /** Over the cases decided, on average; below zero where they took longer than was promised. */
    private static Promise actual(List<Done> items) {
        int closed = sum(items, ItemRecord::closed);
        double promised = items.stream()
                        .mapToDouble(item -> item.promise * item.record.closed())
                        .sum()
                / closed;
        double actual = items.stream()
                        .mapToDouble(item -> item.record.mean() * item.record.closed())
                        .sum()
                / closed;
        return new Promise(
                Text.of("实际比承诺快", "Done faster than promised"),
                one(promised == 0 ? 0 : 100 * (1 - actual / promised)),
                Target.DONE.percent(),
                Text.of(
                        "承诺 " + one(promised) + " → 实际 " + one(actual) + " 个工作日",
                        "promised " + one(promised) + " → took " + one(actual) + " working days"));
    }

    /** Over every case that had a due date, whatever its limit counts in and whether its item is still published. */
    private static Promise punctual(Collection<ItemRecord> records) {
        int dated = records.stream().mapToInt(ItemRecord::dated).sum();
        long onTime = Math.round(records.stream()
                .mapToDouble(record -> record.onTime() * record.dated())
                .sum());
        return new Promise(
                Text.of("按时办结", "Done on time"),
                one(100.0 * onTime / Math.max(1, dated)),
                Target.ON_TIME.percent(),
                Text.of(dated + " 件中 " + onTime + " 件", onTime + " of " + dated + " cases"));
    }

    private static int sum(List<Done> items, ToIntFunction<ItemRecord> count) {
        return items.stream().map(Done::record).mapToInt(count).sum();
    }

    private static double average(List<ItemCard> items, Function<ItemCard, @Nullable Limit> limit) {
        return items.stream()
                .mapToInt(item -> workingDays(limit.apply(item)))
                .average()
                .orElse(0);
    }

    private static boolean inWorkingDays(@Nullable Limit limit) {
        return limit != null && limit.unit() == Limit.Unit.WORKING_DAY;
    }

    private static int workingDays(@Nullable Limit limit) {
        return limit != null && limit.unit() == Limit.Unit.WORKING_DAY ? limit.amount() : 0;
    }

    private static String one(double value) {
        return String.format(Locale.ROOT, "%.1f", Math.round(10 * value) / 10.0);
    }
}
