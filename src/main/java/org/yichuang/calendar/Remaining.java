package org.yichuang.calendar;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What is left of a limit at some instant. */
public sealed interface Remaining permits Remaining.Left, Remaining.Overdue, Remaining.Paused, UnknownYear {

    /**
     * The limit runs.
     *
     * @param workingDays whole working days after today, up to the due day; due today is 0. Days of a pause still to
     *     come are not among them
     * @param workingTime office time from now until the due instant, without pauses
     */
    record Left(int workingDays, Duration workingTime, Instant due) implements Remaining {}

    /**
     * The limit has ended.
     *
     * @param workingDays whole working days after the due day, today among them; 0 until the first has begun
     * @param workingTime office time since the due instant
     */
    record Overdue(int workingDays, Duration workingTime, Instant due) implements Remaining {}

    /**
     * The clock stands still.
     *
     * @param workingDay today is the n-th working day of this pause; 0 on the day it began
     * @param left how much of the limit is still to be counted when it resumes; a begun hour is one hour
     * @param projected the due instant if the pause ends as expected, null when that is not known
     */
    record Paused(int workingDay, Limit left, @Nullable Instant projected) implements Remaining {}
}
