package org.yichuang.catalogue.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.Limit;
import org.yichuang.catalogue.ItemRecord;
import org.yichuang.catalogue.ItemRecord.Bucket;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.shared.Text;

/**
 * The record of an item as columns: how many cases took how many working days, with promise and statute as marks. What
 * took longer than {@value #MOST_DAYS} days shares one column at the end; the table has a row for each number of days
 * that some case took. The marks are the limits of now; what was late was so by its own.
 */
public record RecordChart(String mean, String onTime, List<Bar> bars, List<Row> rows, List<Mark> marks) {
    private static final int LEFT = 20;
    private static final int WIDTH = 740;
    private static final int GROUND = 200;
    private static final int HIGHEST = 150;
    private static final int MOST_DAYS = 30;
    /** The room for the words of a mark. */
    private static final int LABEL = 80;

    /** One column; {@code late} when some of it was decided after it was due. */
    public record Bar(int x, int y, int width, int height, int cases, Text label, boolean late) {
        public int middle() {
            return x + width / 2;
        }
    }

    /** A line of the table. */
    public record Row(Text took, int cases, String share, int late) {}

    /** A limit on the scale of days; its words end at it when to its right there is no room for half of them. */
    public record Mark(int x, Text label, boolean before) {}

    public static RecordChart of(ItemRecord done, ItemVersion item) {
        Limit promise = days(item.promise());
        Limit law = days(item.statute());
        int last = done.days().stream().mapToInt(RecordChart::column).max().orElse(0);
        for (Limit limit : new Limit[] {promise, law}) {
            last = limit == null ? last : Math.max(last, Math.min(limit.amount(), MOST_DAYS));
        }
        int slot = WIDTH / (last + 1);
        List<Mark> marks = new ArrayList<>();
        mark(marks, promise, Text.of("承诺", "promise"), slot, law);
        mark(marks, law, Text.of("法定", "statute"), slot, null);
        return new RecordChart(
                LimitScale.one(done.mean()),
                done.dated() == 0 ? "" : LimitScale.one(100 * done.onTime()),
                bars(done, last, slot),
                rows(done),
                marks);
    }

    /** Some column is drawn as late. */
    public boolean late() {
        return bars.stream().anyMatch(Bar::late);
    }

    private static int column(Bucket bucket) {
        return Math.min(bucket.days(), MOST_DAYS + 1);
    }

    private static List<Bar> bars(ItemRecord done, int last, int slot) {
        Map<Integer, List<Bucket>> columns = done.days().stream().collect(Collectors.groupingBy(RecordChart::column));
        int most = columns.values().stream().mapToInt(RecordChart::cases).max().orElse(1);
        return IntStream.rangeClosed(0, last)
                .mapToObj(day -> bar(day, columns.getOrDefault(day, List.of()), most, slot))
                .toList();
    }

    private static int cases(List<Bucket> buckets) {
        return buckets.stream().mapToInt(Bucket::cases).sum();
    }

    private static Bar bar(int day, List<Bucket> buckets, int most, int slot) {
        int cases = cases(buckets);
        int height = cases == 0 ? 0 : Math.max(2, HIGHEST * cases / most);
        Text label = day == 0 ? Text.of("当日", "0") : Text.same(day > MOST_DAYS ? ">" + MOST_DAYS : String.valueOf(day));
        return new Bar(
                LEFT + day * slot + slot / 8,
                GROUND - height,
                Math.max(2, slot * 3 / 4),
                height,
                cases,
                label,
                buckets.stream().anyMatch(bucket -> bucket.late() > 0));
    }

    /** Each number of days that something took, as in the file. */
    private static List<Row> rows(ItemRecord done) {
        return done.days().stream()
                .filter(bucket -> bucket.cases() > 0)
                .map(bucket -> row(bucket, done.closed()))
                .toList();
    }

    private static Row row(Bucket bucket, int closed) {
        return new Row(
                bucket.days() == 0
                        ? Text.of("当日", "the same day")
                        : Limit.workingDays(bucket.days()).text(),
                bucket.cases(),
                closed == 0 ? "0" : LimitScale.one(100.0 * bucket.cases() / closed),
                bucket.late());
    }

    private static void mark(List<Mark> marks, @Nullable Limit limit, Text name, int slot, @Nullable Limit next) {
        if (limit != null && limit.amount() <= MOST_DAYS) {
            int x = at(limit, slot);
            int end = next == null ? WIDTH + 2 * LEFT : at(next, slot) - LABEL / 2;
            Text label = Text.of(name.zh() + " " + limit.amount(), name.en() + " " + limit.amount());
            marks.add(new Mark(x, label, x + LABEL / 2 > end));
        }
    }

    private static int at(Limit limit, int slot) {
        return LEFT + (limit.amount() + 1) * slot;
    }

    /** Only limits in working days stand on this scale. */
    private static @Nullable Limit days(@Nullable Limit limit) {
        return limit != null && limit.unit() == Limit.Unit.WORKING_DAY ? limit : null;
    }
}
