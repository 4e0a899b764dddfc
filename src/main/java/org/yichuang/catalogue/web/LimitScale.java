package org.yichuang.catalogue.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.Limit;
import org.yichuang.catalogue.ItemRecord;
import org.yichuang.catalogue.ItemVersion;
import org.yichuang.shared.Text;

/**
 * Statute, promise and what it really took, as bars on one scale. Percentages have one decimal.
 *
 * @param unit what the scale counts; null when there is nothing to count (all on the spot)
 */
public record LimitScale(@Nullable Text unit, List<Mark> marks, List<Lane> lanes) {
    private static final int STEPS = 5;
    private static final String ACTUAL = "did";

    /** A number on the scale. */
    public record Mark(String at, int number) {}

    /**
     * One bar.
     *
     * @param kind {@code law}, {@code promise} or {@code did}
     * @param amount the number, or words when there is none
     * @param whisker from the bar's end to the 95th percentile; null: none
     */
    public record Lane(
            String kind,
            Text name,
            String amount,
            Text unit,
            String width,
            @Nullable String whisker) {}

    /** There is no bar to draw. */
    public boolean bare() {
        return lanes.stream().allMatch(lane -> lane.width().equals("0") && lane.whisker() == null);
    }

    /** What it really took is among the bars. */
    public boolean actual() {
        return lanes.stream().anyMatch(lane -> lane.kind().equals(ACTUAL));
    }

    public static LimitScale of(ItemVersion item, @Nullable ItemRecord done) {
        Limit law = item.statute();
        Limit promise = item.promise();
        Limit counted = law != null && !law.onTheSpot() ? law : promise;
        Text unit =
                counted == null || counted.onTheSpot() ? null : counted.unit().noun(2);
        ItemRecord shown = counted == null || counted.unit() == Limit.Unit.WORKING_DAY ? done : null;
        double longest = Math.max(Math.max(amount(law), amount(promise)), shown == null ? 0 : shown.p95());
        List<Lane> lanes = new ArrayList<>();
        lanes.add(
                lane("law", Text.of("法定时限", "Statute"), law, longest, Text.of("法律没有规定天数", "the law names no number")));
        lanes.add(lane("promise", Text.of("承诺时限", "Promise"), promise, longest, Text.of("没有承诺", "none")));
        if (shown != null) {
            lanes.add(actual(shown, longest));
        }
        return new LimitScale(unit, unit == null ? List.of() : marks(longest), lanes);
    }

    private static Lane lane(String kind, Text name, @Nullable Limit limit, double longest, Text none) {
        if (limit == null) {
            return new Lane(kind, name, "", none, "0", null);
        }
        if (limit.onTheSpot()) {
            return new Lane(kind, name, "", limit.text(), "0", null);
        }
        return new Lane(
                kind,
                name,
                String.valueOf(limit.amount()),
                limit.unit().noun(2),
                percent(limit.amount(), longest),
                null);
    }

    private static Lane actual(ItemRecord done, double longest) {
        return new Lane(
                ACTUAL,
                Text.of("实际", "Actual"),
                one(done.mean()),
                Limit.Unit.WORKING_DAY.noun(2),
                percent(done.mean(), longest),
                percent(Math.max(0, done.p95() - done.mean()), longest));
    }

    private static List<Mark> marks(double longest) {
        int step = Math.max(1, (int) Math.ceil(longest / STEPS));
        List<Mark> marks = new ArrayList<>();
        for (int number = 0; number <= longest; number += step) {
            marks.add(new Mark(percent(number, longest), number));
        }
        return marks;
    }

    private static double amount(@Nullable Limit limit) {
        return limit == null ? 0 : limit.amount();
    }

    private static String percent(double part, double whole) {
        return whole <= 0 ? "0" : one(100 * part / whole);
    }

    static String one(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
