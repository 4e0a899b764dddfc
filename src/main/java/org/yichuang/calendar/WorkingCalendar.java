package org.yichuang.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.yichuang.shared.Days;

/**
 * Which days are working days, and when the office is open on them: Monday to Friday, legal holidays out, make-up
 * workdays in (AL 82). Immutable. It knows the years whose notice it was given, and says so of any other. All dates and
 * times of day are in {@link #ZONE}.
 */
public final class WorkingCalendar {
    public static final ZoneId ZONE = Days.ZONE;

    private final OfficeHours officeHours;
    private final Map<LocalDate, DayFact> facts = new HashMap<>();
    private final TreeMap<Integer, YearTable> known = new TreeMap<>();
    /** The same tables by year, for the hot path; {@code tables[0]} is {@link #from}. */
    private final @Nullable YearTable[] tables;

    private final int from;

    private WorkingCalendar(OfficeHours officeHours, List<YearFacts> years) {
        this.officeHours = officeHours;
        years.forEach(year -> year.days().forEach(day -> facts.put(day.date(), day)));
        years.forEach(year -> known.put(year.year(), new YearTable(year.year(), facts)));
        from = known.isEmpty() ? 0 : known.firstKey();
        tables = new YearTable[known.isEmpty() ? 0 : known.lastKey() - from + 1];
        known.forEach((year, table) -> tables[year - from] = table);
    }

    /**
     * A calendar of these notices. Where two speak of one December day, the later has it.
     *
     * @throws IllegalArgumentException when a year is given twice
     */
    public static WorkingCalendar of(OfficeHours officeHours, Collection<YearFacts> years) {
        List<YearFacts> inOrder =
                years.stream().sorted(Comparator.comparing(YearFacts::year)).toList();
        if (inOrder.stream().map(YearFacts::year).distinct().count() < inOrder.size()) {
            throw new IllegalArgumentException("A year has one notice");
        }
        return new WorkingCalendar(officeHours, inOrder);
    }

    /** The day in {@link #ZONE} in which an instant lies. */
    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    public OfficeHours officeHours() {
        return officeHours;
    }

    public SortedSet<Integer> years() {
        return new TreeSet<>(known.keySet());
    }

    public boolean knows(int year) {
        return table(year) != null;
    }

    public CalendarDay day(LocalDate date) {
        YearTable table = table(date.getYear());
        return table == null
                ? new UnknownYear(date.getYear())
                : new CalendarDay.Known(date, table.works(date.toEpochDay()), facts.get(date));
    }

    /** How many working days that no pause covers there are after a day, through another; 0 when that is not later. */
    public WorkingDays workingDays(LocalDate after, LocalDate through, List<Pause> pauses) {
        long first = after.toEpochDay();
        long last = through.toEpochDay();
        int unknown = unknownYear(first, last);
        return unknown == 0 ? new WorkingDays.Count((int) count(first, last, pauses)) : new UnknownYear(unknown);
    }

    /** The close of office hours on this day. */
    public Instant closing(LocalDate date) {
        return date.atTime(officeHours.closes()).atZone(ZONE).toInstant();
    }

    @Nullable
    DayFact fact(LocalDate date) {
        return facts.get(date);
    }

    boolean works(long day) {
        YearTable table = table(year(day));
        return table != null && table.works(day);
    }

    /** The first year that is not known among those of the days after {@code after} through {@code through}, or 0. */
    int unknownYear(long after, long through) {
        if (through <= after) {
            return 0;
        }
        int last = year(through);
        for (int year = year(after + 1); year <= last; year++) {
            if (table(year) == null) {
                return year;
            }
        }
        return 0;
    }

    /** Working days after {@code after} through {@code through}, which must lie in known years. */
    long count(long after, long through) {
        long count = 0;
        int last = year(through);
        for (int year = year(after + 1); year <= last; year++) {
            YearTable table = table(year);
            count += table == null ? 0 : table.through(through) - table.through(after);
        }
        return Math.max(0, count);
    }

    /** The same without those that a pause covers. */
    long count(long after, long through, List<Pause> pauses) {
        var days = new WorkingDayMeter(this);
        return Cover.counted(days, after, through, Cover.of(pauses, days));
    }

    /** The n-th working day after a day; n is at least 1. */
    Reached nthAfter(long after, long n) {
        long left = n;
        long at = after;
        for (int year = year(after + 1); ; year++) {
            YearTable table = table(year);
            if (table == null) {
                return new Reached.Unknown(year);
            }
            int before = table.through(at);
            if (left <= table.total() - before) {
                return new Reached.Tick(table.nth((int) (before + left)));
            }
            left -= table.total() - before;
            at = table.lastDay();
        }
    }

    private @Nullable YearTable table(int year) {
        int index = year - from;
        return index < 0 || index >= tables.length ? null : tables[index];
    }

    private static int year(long day) {
        return LocalDate.ofEpochDay(day).getYear();
    }
}
