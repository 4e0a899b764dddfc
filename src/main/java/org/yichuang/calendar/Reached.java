package org.yichuang.calendar;

/** Where a count ends, in the ticks of its {@link Meter}. */
sealed interface Reached {
    record Tick(long tick) implements Reached {}

    /** Not while the open pause lasts. */
    record Never() implements Reached {}

    record Unknown(int year) implements Reached {}
}
