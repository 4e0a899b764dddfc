package org.yichuang.calendar;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.ClockFace.End;
import org.yichuang.calendar.ClockFace.Mark;
import org.yichuang.calendar.ClockFace.Place;
import org.yichuang.shared.Text;

/**
 * Sets labels in a row under the axis so that none touches the next. The server does not know how wide the bar will be,
 * so the due dates are set for a narrow one, of 320 px; the pause's label, which narrow bars leave out, for 576 px.
 */
final class LabelRow {
    private static final double NARROW = 320;
    private static final double WIDE = 576;
    private static final double GAP = 6;
    private static final double CHINESE = 13;
    private static final double LATIN = 6.8;

    private End first;
    private End last;
    private @Nullable End between;
    private @Nullable End pause;

    LabelRow(End first, End last) {
        this.first = first;
        End placed = placed(last, right(first, NARROW), NARROW);
        this.last = last.place() == Place.END || placed == null ? last : placed;
    }

    /** Stands between the first and the last, or, where there is no room, becomes a line of the nearer one. */
    void between(End label) {
        End placed = placed(label, right(first, NARROW), left(last, NARROW));
        if (placed != null) {
            between = placed;
        } else if (label.at().tenths() > 500) {
            last = new End(last.place(), last.at(), line(label), line(last));
        } else {
            first = new End(first.place(), first.at(), line(first), line(label));
        }
    }

    void pause(End label) {
        double before = right(first, WIDE) + GAP;
        double after = left(between == null ? last : between, WIDE) - GAP;
        if (left(label, WIDE) >= before && right(label, WIDE) <= after) {
            pause = label;
        }
    }

    /** The word over the bar: inside its ends, and above the promise's flag where it would cover it. */
    static ClockFace.Now over(Percent at, Text word, List<Mark> marks) {
        double middle = at.tenths() * NARROW / 1000;
        double half = width(word) / 2;
        Place place = middle < half ? Place.AFTER : middle > NARROW - half ? Place.BEFORE : Place.CENTRE;
        var label = new End(place, at, null, word);
        boolean high = marks.stream()
                .filter(mark -> mark.kind() == Mark.Kind.PROMISE)
                .mapToDouble(mark -> mark.at().tenths() * NARROW / 1000)
                .anyMatch(flag -> left(label, NARROW) < flag + GAP && flag - GAP < right(label, NARROW));
        return new ClockFace.Now(at, word, place, high);
    }

    List<End> labels() {
        var labels = new ArrayList<End>();
        labels.add(first);
        if (pause != null) {
            labels.add(pause);
        }
        if (between != null) {
            labels.add(between);
        }
        labels.add(last);
        return List.copyOf(labels);
    }

    /** At its place on the axis, where that leaves room between two others; else null. */
    private static @Nullable End placed(End label, double after, double before) {
        for (Place place : List.of(Place.CENTRE, Place.BEFORE, Place.AFTER)) {
            var tried = new End(place, label.at(), label.name(), label.value());
            if (left(tried, NARROW) >= after + GAP && right(tried, NARROW) <= before - GAP) {
                return tried;
            }
        }
        return null;
    }

    private static Text line(End label) {
        Text name = label.name();
        return name == null
                ? label.value()
                : Text.of(
                        name.zh() + " " + label.value().zh(),
                        name.en() + " " + label.value().en());
    }

    private static double left(End label, double bar) {
        double at = label.at().tenths() * bar / 1000;
        return switch (label.place()) {
            case START, AFTER -> at;
            case CENTRE, PAUSE -> at - width(label) / 2;
            case BEFORE, END -> at - width(label);
        };
    }

    private static double right(End label, double bar) {
        return left(label, bar) + width(label);
    }

    private static double width(End label) {
        double value = width(label.value());
        return label.name() == null ? value : Math.max(value, width(label.name()));
    }

    private static double width(Text text) {
        return Math.max(width(text.zh()), width(text.en()));
    }

    private static double width(String line) {
        double width = 0;
        for (int i = 0; i < line.length(); i++) {
            width += line.charAt(i) < 0x2E80 ? LATIN : CHINESE;
        }
        return width;
    }
}
