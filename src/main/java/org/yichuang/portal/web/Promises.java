package org.yichuang.portal.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.yichuang.catalogue.Catalogue;
import org.yichuang.catalogue.ItemCard;
import org.yichuang.catalogue.ItemRecord;
import org.yichuang.catalogue.Target;
import org.yichuang.catalogue.VersionInfo;
import org.yichuang.portal.web.HomePage.Promise;
import org.yichuang.portal.web.PromisesPage.Row;
import org.yichuang.shared.Text;

/** The city's three promises (P 13), each with its figure once there is one; counted again every minute at most. */
@Component
class Promises {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Catalogue catalogue;
    private final ItemRecord.Source records;
    private final Clock clock;
    private volatile Counted counted = new Counted(Instant.MIN, List.of(), List.of());

    /** The figures, and what they were counted from. */
    record Counted(Instant at, List<Row> rows, List<Promise> promises) {}

    Promises(Catalogue catalogue, ItemRecord.Source records, Clock clock) {
        this.catalogue = catalogue;
        this.records = records;
        this.clock = clock;
    }

    Counted now() {
        Instant now = clock.instant();
        return fresh(now) ? counted : recounted(now);
    }

    private boolean fresh(Instant now) {
        Instant at = counted.at;
        return !at.isBefore(now.minus(FRESH)) && !at.isAfter(now);
    }

    /** By one request at a time: the others take what it counted. */
    private synchronized Counted recounted(Instant now) {
        if (!fresh(now)) {
            List<Row> rows = rows(catalogue.all(), records.all(), this::formerly);
            counted = new Counted(now, rows, of(rows));
        }
        return counted;
    }

    /** What an item was called that is not published any more. */
    private Text formerly(String code) {
        return catalogue.retired(code).map(VersionInfo::name).orElseGet(() -> Text.same(code));
    }

    /** The items in their order, then those that are published no more and have a record all the same. */
    static List<Row> rows(List<ItemCard> items, Map<String, ItemRecord> records, Function<String, Text> formerly) {
        Set<String> published = items.stream().map(ItemCard::code).collect(Collectors.toSet());
        return Stream.concat(
                        items.stream()
                                .map(item -> new Row(
                                        item.code(),
                                        item.name(),
                                        item.statutory(),
                                        item.promised(),
                                        records.get(item.code()))),
                        records.keySet().stream()
                                .filter(code -> !published.contains(code))
                                .sorted()
                                .map(code -> new Row(code, formerly.apply(code), null, null, records.get(code))))
                .toList();
    }

    static List<Promise> of(List<Row> rows) {
        var promises = new ArrayList<Promise>();
        List<Row> compared = counted(rows, Target.PROMISED);
        if (!compared.isEmpty()) {
            promises.add(promised(compared));
        }
        List<Row> done = counted(rows, Target.DONE);
        if (sum(done, Promises::promisedDays) > 0) {
            promises.add(done(done));
        }
        List<Row> dated = counted(rows, Target.ON_TIME);
        if (!dated.isEmpty()) {
            promises.add(punctual(dated));
        }
        return List.copyOf(promises);
    }

    private static List<Row> counted(List<Row> rows, Target target) {
        return rows.stream().filter(row -> row.counts(target)).toList();
    }

    private static Promise promised(List<Row> items) {
        double statute = sum(items, row -> Row.workingDays(row.statutory())) / items.size();
        double promise = sum(items, row -> Row.workingDays(row.promised())) / items.size();
        return new Promise(
                Target.PROMISED,
                Text.of("承诺比法定快", "Promised faster than the law"),
                percent(1 - promise / statute),
                Text.of(
                        items.size() + " 个事项，法定平均 " + one(statute) + " → 承诺 " + one(promise) + " 个工作日",
                        items.size() + " services: by law " + one(statute) + " → promised " + one(promise)
                                + " working days on average"));
    }

    /** Over the cases decided, on average; below zero where they took longer than is promised now. */
    private static Promise done(List<Row> items) {
        double closed = sum(items, Row::closed);
        double promised = sum(items, Promises::promisedDays) / closed;
        double actual = sum(items, Row::days) / closed;
        return new Promise(
                Target.DONE,
                Text.of("实际比承诺快", "Done faster than promised"),
                percent(1 - actual / promised),
                Text.of(
                        "现在承诺 " + one(promised) + " → 实际 " + one(actual) + " 个工作日",
                        "promised now " + one(promised) + " → took " + one(actual) + " working days"));
    }

    /** How long all cases of an item might take by the promise of now: that of then is not kept with its record. */
    private static double promisedDays(Row row) {
        return (double) Row.workingDays(row.promised()) * row.closed();
    }

    /** Over every case that had a due date, whatever its limit counts in and whether its item is still published. */
    private static Promise punctual(List<Row> items) {
        int dated = (int) sum(items, Row::dated);
        int onTime = (int) sum(items, Row::onTime);
        return new Promise(
                Target.ON_TIME,
                Text.of("按时办结", "Done on time"),
                percent((double) onTime / dated),
                Text.of(dated + " 件中 " + onTime + " 件", onTime + " of " + dated + " cases"));
    }

    private static double sum(List<Row> rows, ToDoubleFunction<Row> of) {
        return rows.stream().mapToDouble(of).sum();
    }

    /** Rounded down: what is short of a target is not shown as that. */
    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", Math.floor(1000 * share + 1e-6) / 10);
    }

    private static String one(double value) {
        return String.format(Locale.ROOT, "%.1f", Math.round(10 * value) / 10.0);
    }
}
