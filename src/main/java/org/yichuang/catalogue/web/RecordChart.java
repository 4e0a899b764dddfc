package org.yichuang.catalogue.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.Limit;
import org.yichuang.catalogue.ItemRecord;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.shared.Text;

/** The record of an item as columns: how many cases took how many working days, with promise and statute as marks. */
public record RecordChart(String mean, String onTime, List<Bar> bars, List<Mark> marks) {
    private static final int LEFT = 20;
    private static final int WIDTH = 740;
    private static final int GROUND = 200;
    private static final int HIGHEST = 150;
    private static final int MOST_DAYS = 30;

    /** One column; {@code late} when it took longer than promised. */
    public record Bar(
            int x, int y, int width, int height, int cases, String share, Text label, Text words, boolean late) {
        public int middle() {
            return x + width / 2;
        }
    }

    /** A limit on the scale of days. */
    public record Mark(int x, Text label) {}

    public static RecordChart of(ItemRecord done, ItemVersion item) {
        Limit vow = days(item.promised() == null ? null : item.promised().limit());
        Limit law = days(item.statutory() == null ? null : item.statutory().limit());
        Map<Integer, Integer> cases = done.days().stream()
                .collect(Collectors.toMap(
                        bucket -> Math.min(bucket.days(), MOST_DAYS), ItemRecord.Bucket::cases, Integer::sum));
        int last = cases.keySet().stream().mapToInt(Integer::intValue).max().orElse(0);
        for (Limit limit : new Limit[] {vow, law}) {
            last = limit == null ? last : Math.max(last, Math.min(limit.amount(), MOST_DAYS));
        }
        int slot = WIDTH / (last + 1);
        List<Bar> bars = new ArrayList<>();
        int most = cases.values().stream().mapToInt(Integer::intValue).max().orElse(1);
        for (int day = 0; day <= last; day++) {
            bars.add(bar(day, cases.getOrDefault(day, 0), most, slot, done.closed(), vow));
        }
        List<Mark> marks = new ArrayList<>();
        mark(marks, vow, Text.of("承诺", "promise"), slot);
        mark(marks, law, Text.of("法定", "statute"), slot);
        return new RecordChart(one(done.mean()), done.dated() == 0 ? "" : one(100 * done.onTime()), bars, marks);
    }

    private static Bar bar(int day, int cases, int most, int slot, int closed, @Nullable Limit vow) {
        int height = cases == 0 ? 0 : Math.max(2, HIGHEST * cases / most);
        Text label = day == 0 ? Text.of("当日", "0") : Text.same(String.valueOf(day));
        Text words = day == 0
                ? Text.of("当日", "the same day")
                : Limit.workingDays(day).text();
        return new Bar(
                LEFT + day * slot + slot / 8,
                GROUND - height,
                Math.max(2, slot * 3 / 4),
                height,
                cases,
                closed == 0 ? "0" : one(100.0 * cases / closed),
                label,
                words,
                vow != null && day > vow.amount());
    }

    private static void mark(List<Mark> marks, @Nullable Limit limit, Text name, int slot) {
        if (limit != null && limit.amount() <= MOST_DAYS) {
            marks.add(new Mark(
                    LEFT + (limit.amount() + 1) * slot,
                    Text.of(name.zh() + " " + limit.amount(), name.en() + " " + limit.amount())));
        }
    }

    /** Only limits in working days stand on this scale. */
    private static @Nullable Limit days(@Nullable Limit limit) {
        return limit != null && limit.unit() == Limit.Unit.WORKING_DAY ? limit : null;
    }

    private static String one(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
