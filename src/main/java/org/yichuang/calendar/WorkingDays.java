package org.yichuang.calendar;

/** A number of working days, or the year that would have to be known to count them. */
public sealed interface WorkingDays permits WorkingDays.Count, UnknownYear {

    record Count(int days) implements WorkingDays {}
}
