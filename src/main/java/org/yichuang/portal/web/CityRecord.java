package org.yichuang.portal.web;

import java.util.List;
import java.util.Locale;
import org.yichuang.catalogue.ItemRecord;

/**
 * What the city's windows really did, over the items of which something was decided (TARGETS: 30 % faster than promised,
 * 98 % on time).
 *
 * @param closed cases decided
 * @param promised working days promised for them, on average
 * @param actual working days they took, on average
 * @param dated how many of the cases had a due date
 * @param onTime how many were decided by it
 */
record CityRecord(int closed, double promised, double actual, int dated, long onTime) {
    static final int FASTER = 30;
    static final int PUNCTUAL = 98;

    /** One item's record beside its promise. */
    record Item(int promise, ItemRecord record) {}

    static CityRecord of(List<Item> items) {
        int closed = items.stream().mapToInt(item -> item.record.closed()).sum();
        double promised = items.stream()
                .mapToDouble(item -> item.promise * item.record.closed())
                .sum();
        double actual = items.stream()
                .mapToDouble(item -> item.record.mean() * item.record.closed())
                .sum();
        long onTime = Math.round(items.stream()
                .mapToDouble(item -> item.record.onTime() * item.record.dated())
                .sum());
        int dated = items.stream().mapToInt(item -> item.record.dated()).sum();
        int some = Math.max(1, closed);
        return new CityRecord(closed, promised / some, actual / some, dated, onTime);
    }

    boolean some() {
        return closed > 0;
    }

    /** How much faster than promised, in percent; less than nothing is nothing. */
    String faster() {
        return one(promised == 0 ? 0 : Math.max(0, 100 * (1 - actual / promised)));
    }

    String punctual() {
        return one(100.0 * onTime / Math.max(1, dated));
    }

    String promisedDays() {
        return one(promised);
    }

    String actualDays() {
        return one(actual);
    }

    private static String one(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
