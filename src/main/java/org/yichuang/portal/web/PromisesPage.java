package org.yichuang.portal.web;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.Limit;
import org.yichuang.catalogue.ItemRecord;
import org.yichuang.catalogue.Target;
import org.yichuang.portal.web.HomePage.Promise;
import org.yichuang.shared.Text;

/**
 * What the city's promises count.
 *
 * @param of only what this figure counts; null: whatever one of them does
 * @param period of what time the cases are; null where there are none
 */
public record PromisesPage(
        @Nullable Target of,
        List<Promise> promises,
        List<Row> rows,
        @Nullable Text period) {
    static PromisesPage of(@Nullable Target target, Promises.Counted counted) {
        List<Row> rows =
                counted.rows().stream().filter(row -> row.counts(target)).toList();
        return new PromisesPage(target, counted.promises(), rows, period(counted.rows()));
    }

    /** The same rows as a file. */
    public String export() {
        return of == null ? "/promises.csv" : "/promises.csv?of=" + of;
    }

    private static @Nullable Text period(List<Row> all) {
        return all.stream()
                .map(Row::record)
                .filter(Objects::nonNull)
                .map(ItemRecord::period)
                .findFirst()
                .orElse(null);
    }

    /** An item with its limits of now and what was done of it; without limits where it is published no more. */
    public record Row(
            String code,
            Text name,
            @Nullable Limit statutory,
            @Nullable Limit promised,
            @Nullable ItemRecord record) {
        /** Null: some figure does. */
        boolean counts(@Nullable Target target) {
            return switch (target) {
                case null -> counts(Target.PROMISED) || counts(Target.DONE) || counts(Target.ON_TIME);
                case PROMISED -> workingDays(statutory) > 0 && inWorkingDays(promised);
                case DONE -> closed() > 0 && inWorkingDays(promised);
                case ON_TIME -> dated() > 0;
            };
        }

        public int closed() {
            return record == null ? 0 : record.closed();
        }

        /** Working days that all of {@link #closed} took. */
        public long days() {
            return record == null ? 0 : Math.round(record.mean() * record.closed());
        }

        /** Working days on average; empty where nothing was closed. */
        public String mean() {
            return record == null ? "" : String.format(Locale.ROOT, "%.1f", record.mean());
        }

        public int dated() {
            return record == null ? 0 : record.dated();
        }

        public long onTime() {
            return record == null ? 0 : Math.round(record.onTime() * record.dated());
        }

        private static boolean inWorkingDays(@Nullable Limit limit) {
            return limit != null && limit.unit() == Limit.Unit.WORKING_DAY;
        }

        static int workingDays(@Nullable Limit limit) {
            return limit != null && limit.unit() == Limit.Unit.WORKING_DAY ? limit.amount() : 0;
        }
    }
}
