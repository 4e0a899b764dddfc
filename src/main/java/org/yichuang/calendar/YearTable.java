package org.yichuang.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The working days of one known year, counted beforehand, so that no question walks over its days. */
final class YearTable {
    private final LocalDate first;
    private final long firstDay;
    /** How many working days the year has through its n-th day; [0] is 0. */
    private final short[] through;
    /** Which day of the year (0 is 1 January) its n-th working day is. */
    private final short[] nth;

    YearTable(int year, Map<LocalDate, DayFact> facts) {
        first = LocalDate.of(year, 1, 1);
        firstDay = first.toEpochDay();
        int length = Year.of(year).length();
        through = new short[length + 1];
        nth = new short[length];
        short count = 0;
        for (int i = 0; i < length; i++) {
            LocalDate date = first.plusDays(i);
            if (works(date, facts.get(date))) {
                nth[count++] = (short) i;
            }
            through[i + 1] = count;
        }
    }

    private static boolean works(LocalDate date, @Nullable DayFact fact) {
        if (fact != null) {
            return !fact.off();
        }
        return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    int total() {
        return through[through.length - 1];
    }

    /** Working days of this year through {@code day} (an epoch day); a day before or after the year is its edge. */
    int through(long day) {
        return through[Math.clamp(day - firstDay + 1, 0, through.length - 1)];
    }

    boolean works(long day) {
        return through(day) > through(day - 1);
    }

    /** The epoch day of the n-th working day, from 1 to {@link #total}. */
    long nth(int n) {
        return firstDay + nth[n - 1];
    }

    long lastDay() {
        return firstDay + through.length - 2;
    }
}
