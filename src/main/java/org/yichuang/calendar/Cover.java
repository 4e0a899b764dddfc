package org.yichuang.calendar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Text;

/**
 * A stretch of ticks that pauses cover: after {@code from}, through {@code to}. For days this is the law's s < d ≤ e,
 * with which a pause cut in two at any instant covers just what it covered whole.
 */
record Cover(long from, long to) {
    static final long UNENDING = Long.MAX_VALUE;

    /** What the pauses cover together: in order, none touching the next; an open pause has no end. */
    static List<Cover> of(List<Pause> pauses, Meter meter) {
        return switch (pauses.size()) {
            case 0 -> List.of();
            case 1 -> {
                Cover only = of(pauses.getFirst(), meter);
                yield only.empty() ? List.of() : List.of(only);
            }
            default -> united(pauses, meter);
        };
    }

    private static Cover of(Pause pause, Meter meter) {
        return new Cover(meter.tick(pause.start()), pause.end() == null ? UNENDING : meter.tick(pause.end()));
    }

    private static List<Cover> united(List<Pause> pauses, Meter meter) {
        List<Cover> single = pauses.stream()
                .map(pause -> of(pause, meter))
                .filter(cover -> !cover.empty())
                .sorted(Comparator.comparingLong(Cover::from))
                .toList();
        var united = new ArrayList<Cover>();
        for (Cover next : single) {
            if (united.isEmpty() || united.getLast().to < next.from) {
                united.add(next);
            } else if (united.getLast().to < next.to) {
                united.add(new Cover(united.removeLast().from, next.to));
            }
        }
        return united;
    }

    /** What the pauses that cover some of this stretch are for, each cause once; null when none does. */
    static @Nullable Text causes(List<Pause> pauses, Meter meter, long after, long through) {
        List<Text> causes = pauses.stream()
                .filter(pause -> of(pause, meter).touches(after, through))
                .map(Pause::cause)
                .distinct()
                .toList();
        return causes.isEmpty() ? null : causes.stream().collect(Text.joining("、", ", "));
    }

    /** The ticks of a stretch that count and that none of these covers; the stretch lies in known years. */
    static long counted(Meter meter, long from, long to, List<Cover> without) {
        long counted = meter.between(from, to);
        for (Cover cover : without) {
            counted -= meter.between(Math.max(from, cover.from), Math.min(to, cover.to));
        }
        return counted;
    }

    private boolean empty() {
        return to <= from;
    }

    private boolean touches(long after, long through) {
        return !empty() && from < through && to > after;
    }
}
