package org.yichuang.network;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yichuang.calendar.DayFact;
import org.yichuang.calendar.OfficeHours;
import org.yichuang.calendar.WorkingCalendar;
import org.yichuang.calendar.YearFacts;
import org.yichuang.journal.Actor;

/** The city's official working calendar, as stored; an administrator keeps it. */
public interface WorkingCalendars {
    /** Journal: a year's notice was imported; payload {@code year, days, digest, changes}; subject {@code calendar:YEAR}. */
    String YEAR_IMPORTED = "calendar.year-imported";
    /** Journal: one day was changed; payload {@code day, kind (OFF, WORK or none), name,
     * was}; subject {@code calendar:YEAR}. */
    String DAY_CHANGED = "calendar.day-changed";
    /** Journal: the office hours were changed; payload {@code hours}; subject {@code calendar:hours}. */
    String HOURS_CHANGED = "calendar.hours-changed";

    /**
     * @param version grows with every change. Keep it with what was computed: what carries a lower one than {@link
     *     #current} has to be computed again
     */
    record Stated(WorkingCalendar calendar, long version) {}

    /**
     * The calendar now, from memory; on another node than the one that changed it a second behind, and up to five
     * while the database keeps it waiting.
     */
    Stated current();

    /** The calendar as the database has it at this moment: for recomputing after a journal entry. */
    Stated fresh();

    default WorkingCalendar calendar() {
        return current().calendar();
    }

    /**
     * The year whose holidays are wanting on this day: its own, and from October on, when they are usually announced, the
     * next; 0: none.
     */
    default int wanting(LocalDate today) {
        WorkingCalendar calendar = calendar();
        int year = today.getYear();
        if (!calendar.knows(year)) {
            return year;
        }
        return today.getMonth().compareTo(Month.OCTOBER) < 0 || calendar.knows(year + 1) ? 0 : year + 1;
    }

    /** The days that the notice of this year makes different from their weekday, in order; empty when it is not known. */
    List<DayFact> notice(int year);

    /**
     * Takes in the years of a notice, all or nothing; a year that was there is replaced.
     *
     * @throws org.yichuang.shared.Problem 422 that names each wrong line
     */
    void importYears(Actor by, String csv);

    /** The same, of years that were read already. */
    void importYears(Actor by, List<YearFacts> years);

    /**
     * Makes one day a day off or a make-up workday, or (null) an ordinary day again. Its year must be known.
     *
     * @throws org.yichuang.shared.Problem 422 when the year is not known
     */
    void editDay(Actor by, LocalDate day, @Nullable DayFact fact);

    /** Changes when the city's offices are open on a working day, and so when limits of days end. */
    void changeHours(Actor by, OfficeHours hours);
}
