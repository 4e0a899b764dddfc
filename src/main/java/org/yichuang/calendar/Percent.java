package org.yichuang.calendar;

/** A place on the clock's axis, to one decimal; prints as CSS wants it: {@code 67.2%}. */
public record Percent(int tenths) implements Comparable<Percent> {
    public static final Percent START = new Percent(0);
    public static final Percent END = new Percent(1000);

    /** @throws IllegalArgumentException when it is not between 0 % and 100 % */
    public Percent {
        if (tenths < 0 || tenths > 1000) {
            throw new IllegalArgumentException("A percentage is 0 to 100, not " + tenths / 10.0);
        }
    }

    /** How far {@code part} is on the way through {@code whole}, kept between the ends. */
    static Percent of(long part, long whole) {
        return whole <= 0 ? START : new Percent(Math.clamp(Math.round(1000.0 * part / whole), 0, 1000));
    }

    @Override
    public int compareTo(Percent other) {
        return Integer.compare(tenths, other.tenths);
    }

    @Override
    public String toString() {
        return tenths % 10 == 0 ? tenths / 10 + "%" : tenths / 10 + "." + tenths % 10 + "%";
    }
}
